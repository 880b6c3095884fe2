"""A backup gives back every row; a vacuum loses none."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import time

import duckdb
import pyarrow.parquet as pq
import pytest
from test_migrations import ROWS, make
from warehouse_rows import event, everything, load_story, rows_of, same_tables

from transforms.schema import TABLES
from warehouse.connection import Warehouse, WarehouseError
from warehouse.migrations import LAYOUT_VERSION
from warehouse.upkeep.backup import export_tables, import_tables
from warehouse.upkeep.vacuum import vacuum

STORY = [event("e1"), event("e2", actors=[], place="São Tomé 🇸🇹", start_date=None, end_date=None)]


@pytest.fixture
def story(db: Warehouse) -> Warehouse:
    load_story(db, STORY)
    return db


@pytest.fixture
def restored(tmp_path) -> Warehouse:
    return Warehouse(tmp_path / "restored.duckdb")


def test_an_export_gives_back_every_row_and_the_marts(story, restored, tmp_path):
    export_tables(story, tmp_path / "backup")
    import_tables(restored, tmp_path / "backup")
    assert same_tables(everything(story), everything(restored)) == []
    for mart in ("timeline", "event_evidence", "event_history", "events_as_of('2023-03-21')"):
        assert rows_of(restored, f"from {mart} order by all") == rows_of(story, f"from {mart} order by all")
    assert not list(tmp_path.glob("*.importing"))


def test_any_tool_that_reads_parquet_can_read_an_export(story, tmp_path):
    manifest = export_tables(story, tmp_path / "backup")
    assert {path.stem for path in (tmp_path / "backup").glob("*.parquet")} == {table.name for table in TABLES}
    events = pq.read_table(tmp_path / "backup" / "events.parquet")
    assert events.column("event_id").to_pylist() == ["e1", "e2"]
    assert manifest.rows["events"] == 2


def test_an_export_never_mixes_with_what_lies_in_the_folder(story, tmp_path):
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / "mine.txt").write_text("mine")
    with pytest.raises(WarehouseError, match="not an empty folder"):
        export_tables(story, tmp_path / "backup")


def test_an_import_never_overwrites(story, restored, tmp_path):
    export_tables(story, tmp_path / "backup")
    load_story(restored, [event("other")])
    with pytest.raises(WarehouseError, match="exists already"):
        import_tables(restored, tmp_path / "backup")
    assert rows_of(restored, "select event_id from raw.events") == [("other",)]


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "no whole export"),
        (lambda folder: folder.rename(folder.with_name("moved")), "there is no folder .*export --all"),
        (lambda folder: (folder / "manifest.json").write_text("[]"), "no whole export"),
        (lambda folder: (folder / "events.parquet").unlink(), "cannot be read"),
        (lambda folder: (folder / "events.parquet").write_bytes(b"PAR1"), "cannot be read"),
        (
            lambda folder: pq.write_table(pq.read_table(folder / "events.parquet").slice(1), folder / "events.parquet"),
            "holds 1 rows",
        ),
        (
            lambda folder: (folder / "manifest.json").write_text(
                json.dumps({"layout_version": LAYOUT_VERSION + 1, "rows": {}})
            ),
            "newer version of Dateline",
        ),
    ],
    ids=[
        "no manifest",
        "no folder",
        "no manifest inside",
        "a file is missing",
        "a file is damaged",
        "rows are missing",
        "newer",
    ],
)
def test_an_export_that_is_not_whole_makes_no_warehouse(story, restored, tmp_path, damage, words):
    export_tables(story, tmp_path / "backup")
    damage(tmp_path / "backup")
    with pytest.raises(WarehouseError, match=words):
        import_tables(restored, tmp_path / "backup")
    assert not restored.exists()
    assert not list(tmp_path.glob("*.importing"))


def test_an_export_of_an_older_version_is_upgraded(restored, tmp_path):
    old = tmp_path / "old.duckdb"
    make(old, 1)
    folder = tmp_path / "backup"
    folder.mkdir()
    with duckdb.connect(old) as db:
        names = [
            name for (name,) in db.sql("select table_name from duckdb_tables() where schema_name = 'raw'").fetchall()
        ]
        counts = {}
        for name in names:
            db.execute(f"copy raw.{name} to '{folder / name}.parquet'")
            [(counts[name],)] = db.sql(f"select count(*) from raw.{name}").fetchall()
    (folder / "manifest.json").write_text(json.dumps({"layout_version": 1, "rows": counts}))
    import_tables(restored, folder)
    assert rows_of(restored, "select count(*) from raw.articles") == [(len(ROWS[TABLES[0]]),)]
    assert rows_of(restored, "select max(version) from raw.schema_versions") == [(LAYOUT_VERSION,)]
    with restored.writing():
        pass


def test_a_vacuum_drops_what_nothing_refers_to_and_keeps_the_rest(story):
    before = everything(story)
    with story.writing() as db:
        db.execute(
            "insert into raw.date_expressions (article_id, text_start, text_end, text, type, precision)"
            " select 'gone', range, range + 4, md5(range::varchar), 'DATE', 'day' from range(300000)"
        )
        db.execute("update raw.event_links set merge_reason = merge_reason")
    done = vacuum(story)
    assert done.dropped["date_expressions"] == 300_000
    assert done.bytes_after < done.bytes_before / 2
    assert same_tables(before, everything(story)) == []
    assert rows_of(story, "select count(*) from events_as_of('2023-03-21')") == [(2,)]
    with story.writing():
        pass
    assert [file.name for file in story.path.parent.iterdir()] == [story.path.name]


def test_a_vacuum_removes_what_killed_runs_left_half_made_beside_the_file(story):
    folder, name = story.path.parent, story.path.name
    spilled = folder / f"{name}.tmp"
    spilled.mkdir()
    left = [folder / f"{name}{ending}" for ending in (".building", ".building.wal", ".compacted")]
    for path in (*left, spilled / "duckdb_temp_storage_DEFAULT-0.tmp"):
        path.write_bytes(b"half of it")
    others = folder / "other.duckdb.building"
    others.write_bytes(b"somebody else's")
    vacuum(story)
    assert others.exists()
    assert not any(path.exists() for path in (*left, spilled))


def test_a_vacuumed_file_keeps_its_comments_and_constraints(story):
    described = (
        "select schema_name, table_name, column_name, data_type, is_nullable, comment from duckdb_columns()"
        " where not internal order by all"
    )
    before = rows_of(story, described)
    vacuum(story)
    assert rows_of(story, described) == before


def test_a_vacuum_that_is_killed_leaves_the_old_file_or_the_new_one(story):
    with story.writing() as db:
        db.execute(
            "insert into raw.date_expressions (article_id, text_start, text_end, text, type, precision)"
            " select 'a-e1', range, range + 4, md5(range::varchar), 'DATE', 'day' from range(400000)"
        )
    before = everything(story)
    script = """
        import sys
        from warehouse.connection import Warehouse
        from warehouse.upkeep.vacuum import vacuum
        store = Warehouse(sys.argv[1])
        print("ready", flush=True)
        vacuum(store)
    """
    for moment in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(story.path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.05 * moment)
        process.kill()
        process.wait()
        assert same_tables(before, everything(story)) == []
    vacuum(story)
    assert same_tables(before, everything(story)) == []
    assert not list(story.path.parent.glob("*.compacted"))


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_vacuum_leaves_the_file_to_those_who_could_read_it(story, mode):
    story.path.chmod(mode)
    vacuum(story)
    assert story.path.stat().st_mode & 0o777 == mode
