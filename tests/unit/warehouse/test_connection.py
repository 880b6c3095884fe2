from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest
from warehouse_rows import article, load_articles, rows_of

from warehouse import connection as opening
from warehouse import turns
from warehouse.connection import IN_MEMORY, LOADING_MEMORY, Warehouse, WarehouseError
from warehouse.errors import remedy_for_writing

HOLD = """
    import sys, time, duckdb
    held = duckdb.connect(sys.argv[1])
    held.execute("create table if not exists held (x integer)")
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold_open(path, seconds: float) -> subprocess.Popen:
    """Another process that has the file open for writing."""
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLD), str(path), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    return process


def test_writing_makes_the_file_and_its_tables(db):
    with db.writing():
        pass
    assert db.exists()
    assert rows_of(db, "select count(*) from raw.articles") == [(0,)]


def test_who_loads_much_bit_by_bit_keeps_to_its_memory(db):
    with db.writing(memory=LOADING_MEMORY) as connection:
        [(limit,)] = connection.execute("select current_setting('memory_limit')").fetchall()
    with db.writing() as connection:
        [(usual,)] = connection.execute("select current_setting('memory_limit')").fetchall()
    assert limit == "732.4 MiB"
    assert usual != limit


def test_reading_a_missing_file_names_the_command_that_makes_one(db):
    with pytest.raises(WarehouseError, match="dateline run"), db.reading():
        pass
    assert not db.exists()


def test_a_block_that_fails_leaves_nothing_behind(db):
    load_articles(db, article("a1"))
    with pytest.raises(RuntimeError), db.writing() as connection:
        connection.execute("delete from raw.articles")
        raise RuntimeError
    assert rows_of(db, "select article_id from raw.articles") == [("a1",)]


@pytest.mark.parametrize(
    "statement",
    [
        "delete from raw.articles",
        "create table mine as select 1",
        "attach 'other.duckdb'",
        "copy raw.articles to 'out.csv'",
        "set threads = 1",
        "set enable_external_access = true",
        "select * from read_csv('/etc/hosts')",
        "select * from '/etc/hosts'",
        "install fts",
        "load sqlite",
    ],
)
def test_a_reading_connection_neither_writes_nor_reaches_outside(db, statement):
    load_articles(db, article("a1"))
    with db.reading() as connection, pytest.raises(duckdb.Error):
        connection.execute(statement)
    assert rows_of(db, "select count(*) from raw.articles") == [(1,)]


def test_python_variables_are_no_tables(db):
    load_articles(db, article("a1"))
    secret = [1]
    with db.reading() as connection, pytest.raises(duckdb.CatalogException):
        connection.execute("select * from secret")
    assert secret == [1]


def test_times_are_utc_wherever_the_machine_stands(db):
    load_articles(db, article("a1"))
    script = """
        import sys
        from warehouse.connection import Warehouse
        with Warehouse(sys.argv[1]).reading() as first, Warehouse(sys.argv[1]).reading() as second:
            for connection in (first, second):
                print(connection.execute("select published_at::varchar from raw.articles").fetchall()[0][0])
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(db.path)],
        env={"TZ": "Asia/Tokyo", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("\n")[:2] == ["2023-03-21 00:00:00+00"] * 2


@pytest.mark.parametrize("mode", ["reading", "writing"])
def test_a_short_lock_by_another_process_is_waited_for(db, mode):
    load_articles(db, article("a1"))
    holder = hold_open(db.path, 0.5)
    with getattr(db, mode)() as connection:
        assert connection.execute("select count(*) from raw.articles").fetchall() == [(1,)]
    assert holder.wait() == 0


@pytest.mark.parametrize("mode", ["reading", "writing"])
def test_a_long_lock_ends_in_a_message_that_names_the_process(db, mode, monkeypatch):
    load_articles(db, article("a1"))
    monkeypatch.setattr(opening, "READ_WAIT_SECONDS", 0.2)
    monkeypatch.setattr(opening, "WRITE_WAIT_SECONDS", 0.2)
    holder = hold_open(db.path, 60)
    try:
        with pytest.raises(WarehouseError, match=f"in use by process {holder.pid}"), getattr(db, mode)():
            pass
    finally:
        holder.kill()
        holder.wait()


def test_a_reader_in_the_same_process_waits_for_the_writer(db):
    load_articles(db, article("a1"))
    seen: list[tuple[int]] = []
    with db.writing() as connection:
        reader = threading.Thread(target=lambda: seen.extend(rows_of(db, "select count(*) from raw.articles")))
        reader.start()
        connection.execute("delete from raw.articles")
        assert not seen
    reader.join()
    assert seen == [(0,)]


def test_a_file_that_is_being_let_go_of_is_opened_anew_only_when_that_is_done(db):
    load_articles(db, article("a1"))

    for number in range(20):
        with db.reading() as connection:
            connection.execute("from raw.articles").fetchall()
        with db.writing() as connection:
            assert "warehouse-close" not in {thread.name for thread in threading.enumerate()}
            connection.execute(f"update raw.articles set title = 'read {number} times'")

    assert rows_of(db, "select title from raw.articles") == [("read 19 times",)]


def test_many_threads_may_read_at_once(db):
    load_articles(db, article("a1"))

    def read(_: int) -> list[tuple[str]]:
        return rows_of(db, "select published_at::varchar from raw.articles")

    with ThreadPoolExecutor(16) as threads:
        assert set(map(tuple, threads.map(read, range(200)))) == {(("2023-03-21 00:00:00+00",),)}


def test_what_a_killed_writer_did_not_commit_is_gone_and_the_rest_is_there(db):
    load_articles(db, article("a1"))
    script = """
        import os, sys, signal
        from warehouse.connection import Warehouse
        with Warehouse(sys.argv[1]).writing() as connection:
            connection.execute("update raw.articles set title = 'committed'")
        with Warehouse(sys.argv[1]).writing() as connection:
            connection.execute("delete from raw.articles")
            os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script), str(db.path)], check=False)
    assert done.returncode != 0
    assert rows_of(db, "select title from raw.articles") == [("committed",)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not a readable DuckDB file"),
        (b"article_id,title\n1,Hello\n" * 1000, "is not a readable DuckDB file"),
        (b"SQLite format 3\0" + bytes(5000), "is a SQLite database, and no DuckDB file: name another"),
    ],
)
@pytest.mark.parametrize("mode", ["reading", "writing"])
def test_a_file_that_is_no_database_is_named_and_kept(db, content, words, mode):
    db.path.write_bytes(content)
    with pytest.raises(WarehouseError, match=words), getattr(db, mode)():
        pass
    assert db.path.read_bytes() == content


def test_a_copy_that_was_cut_short_is_told_with_what_makes_a_sound_one(db):
    load_articles(db, article("a1"))
    db.path.write_bytes(db.path.read_bytes()[:20_000])
    with pytest.raises(WarehouseError, match="made again with `dateline export --all`"), db.reading():
        pass


def test_a_damaged_file_is_named(db):
    load_articles(db, article("a1"))
    content = bytearray(db.path.read_bytes())
    content[4096:12288] = bytes(8192)
    db.path.write_bytes(bytes(content))
    with pytest.raises(WarehouseError, match="dateline.duckdb"), db.reading():
        pass


def test_a_database_without_the_tables_is_no_warehouse(db):
    duckdb.connect(db.path).close()
    with pytest.raises(WarehouseError, match="without Dateline's tables"), db.reading():
        pass


def test_a_folder_is_no_warehouse(tmp_path):
    with pytest.raises(WarehouseError, match="is a folder"), Warehouse(tmp_path).reading():
        pass


def test_a_warehouse_in_a_missing_folder_is_refused_before_anything_is_made(tmp_path):
    db = Warehouse(tmp_path / "nowhere" / "dateline.duckdb")
    for use in (db.check, db.writing().__enter__):
        with pytest.raises(WarehouseError, match="there is no folder"):
            use()
    assert not db.path.parent.exists()


def test_checking_makes_no_file(db):
    db.check()
    assert not db.exists()


def test_a_table_of_another_layout_is_refused_with_its_columns(db):
    with duckdb.connect(db.path) as connection:
        connection.execute("create schema raw")
        connection.execute("create table raw.runs (run_id varchar, speed integer)")
    with pytest.raises(WarehouseError, match=r"raw\.runs was made by another version.*speed"):
        db.check()


def test_a_warehouse_in_memory_lives_as_long_as_its_object():
    db = Warehouse(IN_MEMORY)
    load_articles(db, article("a1"))
    assert rows_of(db, "select article_id from raw.articles") == [("a1",)]
    assert rows_of(Warehouse(IN_MEMORY), "select article_id from raw.articles") == []


def test_readers_hold_off_for_a_writer_that_waits_but_not_for_one_that_was_killed(db, monkeypatch):
    load_articles(db, article("a1"))
    slept: list[float] = []
    monkeypatch.setattr(opening, "HOLD_OFF_SECONDS", 0.1)
    monkeypatch.setattr(opening.time, "sleep", slept.append)
    turns.ask_for_a_turn(db.path)
    assert rows_of(db, "select count(*) from raw.articles") == [(1,)]
    assert slept
    slept.clear()
    [note] = db.path.parent.glob("*.waiting")
    os.utime(note, (0, 0))
    assert rows_of(db, "select count(*) from raw.articles") == [(1,)]
    assert not slept


def test_a_writer_takes_its_note_away(db):
    load_articles(db, article("a1"))
    holder = hold_open(db.path, 0.5)
    with db.writing():
        assert [file.name for file in db.path.parent.glob("*.waiting")] == []
    assert holder.wait() == 0


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (PermissionError(13, "Permission denied"), "change the permissions of its folder"),
        (OSError(30, "Read-only file system"), "change the permissions of its folder"),
        (OSError(28, "No space left on device"), "free some space"),
        (
            duckdb.IOException('IO Error: Cannot open file "/a/b": Permission denied'),
            "change the permissions of its folder",
        ),
        (
            duckdb.IOException('IO Error: Could not write file "/a/b": File too large'),
            "raise the limit for the size of files (ulimit -f)",
        ),
        (
            duckdb.OutOfMemoryException("Out of Memory Error: could not allocate block of size 256 KiB"),
            "free some memory",
        ),
        (duckdb.OutOfMemoryException("Out of Memory Error: max_temp_directory_size was reached"), "free some space"),
    ],
)
def test_what_cannot_be_written_is_told_with_the_remedy_that_helps(error, remedy):
    assert remedy_for_writing(error) == remedy


FILL = """
    import resource, sys
    from pathlib import Path
    from warehouse.connection import Warehouse
    from warehouse.errors import WarehouseError
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, 4_000_000))
    try:
        with Warehouse(Path(sys.argv[1])).writing() as db:
            db.execute("create table filling as select random() as x, random() as y from range(?)", [int(sys.argv[2])])
    except WarehouseError as error:
        print(error)
"""


@pytest.mark.parametrize("n_rows", [300_000, 2_000_000])
def test_a_file_that_cannot_grow_is_told_wherever_it_stops_and_keeps_what_it_has(db, n_rows: int):
    load_articles(db, article("a1"))
    command = [sys.executable, "-c", textwrap.dedent(FILL), str(db.path), str(n_rows)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.startswith(f"cannot write {db.path}: ") and "(ulimit -f), and run the command again" in said
    assert rows_of(db, "select article_id from raw.articles") == [("a1",)]
