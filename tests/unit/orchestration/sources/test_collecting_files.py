"""Declared folders, run after run: only what is new, changed or appended is read."""

from __future__ import annotations

import gzip
import json
import os
from itertools import count

import pytest
import zstandard
from desk import Desk, declare_files, line

from orchestration import collect
from orchestration.collect import kept_bytes
from orchestration.sources.files import matching
from warehouse.load import LoadCounts
from warehouse.timeline import render
from warehouse.timeline.entries import Timeline


def test_of_a_file_of_lines_that_has_grown_only_the_new_lines_are_read(desk: Desk):
    file = desk.folder / "in" / "a.jsonl"
    file.parent.mkdir()
    file.write_text(line("1") + line("2"))
    declare_files(desk, "in")
    assert desk.run().n_new == 2
    assert desk.run().n_read == 0
    with file.open("a") as end:
        end.write(line("3") + "{broken\n")
    counts = desk.run()
    assert (counts.n_read, counts.n_new, counts.n_refused) == (2, 1, 1)
    assert desk.rows("select split_part(origin, '/', -1) from raw.rejected_articles") == [("a.jsonl#4",)]


def test_a_line_that_was_half_written_is_read_when_it_is_whole(desk: Desk):
    file = desk.folder / "a.jsonl"
    file.write_text(line("1") + line("2")[:20])
    declare_files(desk, "a.jsonl")
    assert desk.run().n_new == 1
    file.write_text(line("1") + line("2"))
    counts = desk.run()
    assert (counts.n_read, counts.n_new) == (1, 1)


def test_a_moved_file_gives_nothing_and_a_rewritten_one_is_read_anew(desk: Desk):
    folder = desk.folder / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text(line("1"))
    declare_files(desk, "in/*.jsonl")
    desk.run()
    (folder / "a.jsonl").rename(folder / "b.jsonl")
    assert desk.run().n_read == 0
    (folder / "b.jsonl").write_text(line("1", "The minister did not meet the council.") + line("2"))
    counts = desk.run()
    assert (counts.n_new, counts.n_changed) == (1, 1)


def test_a_path_that_is_not_there_is_a_failure_and_stops_nothing(desk: Desk):
    (desk.folder / "a.jsonl").write_text(line("1"))
    declare_files(desk, "gone", "a.jsonl")
    assert desk.run().n_new == 1
    assert desk.rows("select n_failures, last_failure like '%check the path%' from raw.source_runs") == [(1, True)]


def reader_of(desk: Desk, version: str) -> None:
    desk.change(f"update raw.source_items set reader_version = '{version}'")


@pytest.mark.parametrize("how", ["named", "declared"])
def test_a_file_that_an_older_reader_has_read_is_read_again(desk: Desk, how: str):
    (desk.folder / "a.jsonl").write_text(line("1") + line("2"))
    declare_files(desk, "a.jsonl")
    run = desk.run if how == "declared" else lambda: desk.run_on("a.jsonl")
    run()
    assert run() == LoadCounts(0, 0, 0, 0, 0, n_unchanged=2)
    reader_of(desk, "of long ago")
    assert run() == LoadCounts(2, 2, 0, 0, 0)
    assert run().n_unchanged == 2


def test_named_files_are_read_again_when_asked_for(desk: Desk):
    (desk.folder / "a.jsonl").write_text(line("1") + "{broken\n")
    first = desk.run_on("a.jsonl")
    assert desk.run_on("a.jsonl") == LoadCounts(0, 0, 0, 0, 0, n_unchanged=1)
    assert desk.run_on("a.jsonl", again=True).n_read == first.n_read == 2
    assert desk.rows("select count(*) from raw.rejected_articles") == [(1,)]


def test_files_of_a_declared_folder_are_read_again_when_asked_for(desk: Desk):
    (desk.folder / "a.jsonl").write_text(line("1") + line("2"))
    declare_files(desk, "a.jsonl")
    desk.run()
    assert desk.reread() == LoadCounts(2, 2, 0, 0, 0)
    assert desk.rows("select n_items, n_kept from raw.source_runs order by started_at") == [(1, 2), (1, 2)]


def test_a_named_file_with_other_bytes_is_read_whatever_its_size_and_time(desk: Desk):
    file = desk.folder / "a.jsonl"
    file.write_text(line("1", "The minister met the council on Monday."))
    os.utime(file, (1, 1))
    desk.run_on("a.jsonl")
    file.write_text(line("1", "The minister met the council on Friday."))
    os.utime(file, (1, 1))
    assert desk.run_on("a.jsonl").n_changed == 1


def test_two_named_files_with_the_same_bytes_are_both_read(desk: Desk):
    """A file's name may date it."""
    (desk.folder / "in").mkdir()
    for day in ("2023-03-20", "2023-03-21"):
        (desk.folder / "in" / f"{day}.txt").write_text("Talks in Oslo\n\nThe minister met the council.")
    assert desk.run_on("in").n_read == 2
    assert desk.rows("select published_date::varchar from raw.articles") == [("2023-03-21",)]
    assert desk.run_on("in") == LoadCounts(0, 0, 0, 0, 0, n_unchanged=2)


def test_what_could_not_be_read_is_tried_each_time(desk: Desk):
    folder = desk.folder / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text(line("1"))
    (folder / "b.jsonl").symlink_to(desk.folder / "gone.jsonl")
    for _ in range(2):
        assert desk.run_on("in").n_refused == 1
    (desk.folder / "gone.jsonl").write_text(line("2"))
    assert desk.run_on("in").n_new == 1
    assert desk.rows("select count(*) from raw.rejected_articles") == [(0,)]


PACKERS = {".gz": gzip.compress, ".zst": zstandard.compress}


def packed_lines(suffix: str, start: int, number: int) -> bytes:
    return PACKERS[suffix](
        "".join(line(str(n), f"{n} {os.urandom(99).hex()}") for n in range(start, start + number)).encode()
    )


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("number", [1, 1000])
def test_of_a_packed_file_to_which_a_member_was_appended_all_is_read(desk: Desk, suffix: str, number: int):
    file = desk.folder / ("a.jsonl" + suffix)
    declare_files(desk, file.name)
    file.write_bytes(packed_lines(suffix, 0, number))
    desk.run()
    with file.open("ab") as end:
        end.write(packed_lines(suffix, number, number))
    counts = desk.run()
    assert (counts.n_read, counts.n_new) == (2 * number, number)
    assert desk.run().n_unchanged == 2 * number


def test_of_a_member_that_holds_its_long_name_the_grown_file_is_read_whole(desk: Desk):
    """Nothing at the beginning of these bytes looks binary."""
    file = desk.folder / f"{'dispatches-of-the-northern-wire-' * 3}.jsonl.gz"
    declare_files(desk, file.name)
    for number in range(2):
        with gzip.open(file, "ab") as end:
            end.write("".join(line(f"{number} {n}", os.urandom(99).hex()) for n in range(50)).encode())
        counts = desk.run()
        assert (counts.n_new, counts.n_refused) == (50, 0)


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_packed_file_that_is_cut_off_stays_refused_until_it_is_whole(desk: Desk, suffix: str):
    file = desk.folder / ("a.jsonl" + suffix)
    declare_files(desk, file.name)
    whole = packed_lines(suffix, 0, 5000)
    file.write_bytes(whole[: len(whole) // 2])
    first = desk.run()
    assert 1000 < first.n_new < 4000
    assert first.n_refused == 1
    assert desk.run() == LoadCounts(0, 0, 0, 0, 0, n_unchanged=first.n_new)
    assert desk.rows("select reason, detail like '%cut off%' from raw.rejected_articles") == [("unreadable", True)]
    file.write_bytes(whole)
    assert desk.run().n_new == 5000 - first.n_new
    assert desk.rows("select count(*) from raw.rejected_articles") == [(0,)]


def test_a_run_that_ends_between_two_batches_has_read_no_file(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    (desk.folder / "a.jsonl").write_text("".join(line(str(number)) for number in range(40)))
    monkeypatch.setattr("transforms.articles.formats.parts.PART_BYTES", 1000)
    monkeypatch.setattr("orchestration.batches.DOCUMENTS_PER_BATCH", 2)
    stored, store = count(), collect.store_documents

    def stop_after_two(*given: object, **how: object) -> object:
        if next(stored) == 2:
            raise KeyboardInterrupt
        return store(*given, **how)

    monkeypatch.setattr(collect, "store_documents", stop_after_two)
    with pytest.raises(KeyboardInterrupt):
        desk.run_on("a.jsonl")
    [(n_stored,)] = desk.rows("select count(*) from raw.articles")
    assert 0 < n_stored < 40
    assert desk.rows("select count(*) from raw.source_items") == [(0,)]
    assert desk.run_on("a.jsonl").n_new == 40 - n_stored
    assert desk.run_on("a.jsonl").n_unchanged == 40


REFUSED = "select split_part(origin, '/', -1), reason from raw.rejected_articles order by all"
NO_TEXT = bytes(range(256)) * 40


@pytest.mark.parametrize("how", ["named", "declared"])
def test_a_line_that_was_caught_half_written_is_refused_no_longer_once_it_is_whole(desk: Desk, how: str):
    file = desk.folder / "a.jsonl"
    declare_files(desk, "a.jsonl")
    run = desk.run if how == "declared" else lambda: desk.run_on("a.jsonl")
    file.write_text("{broken\n" + line("1") + line("2")[:20])
    run()
    assert desk.rows(REFUSED) == [("a.jsonl#1", "malformed"), ("a.jsonl#3", "malformed")]
    file.write_text("{broken\n" + line("1") + line("2") + line("3"))
    assert run().n_new == 2
    assert desk.rows(REFUSED) == [("a.jsonl#1", "malformed")]


@pytest.mark.parametrize("how", ["named", "declared"])
def test_a_file_that_is_refused_again_is_one_row_and_none_when_it_is_mended(desk: Desk, how: str):
    file = desk.folder / "b.txt"
    (desk.folder / "c.txt").write_bytes(NO_TEXT)
    declare_files(desk, "b.txt", "c.txt")
    run = desk.run if how == "declared" else lambda: desk.run_on("b.txt", "c.txt")
    for number in range(3):
        file.write_bytes(NO_TEXT + bytes([number]))
        run()
        assert desk.rows(REFUSED) == [("b.txt", "encoding"), ("c.txt", "encoding")]
    file.write_text("Talks in Oslo\n\nThe minister met the council.")
    run()
    assert desk.rows(REFUSED) == [("c.txt", "encoding")]


PAGE_WRITTEN = "<!doctype html><title>w</title><p>Ana Borg, the minister of Norfield, resigned on Monday after a week of strikes.</p>"


@pytest.mark.parametrize("paths", [["."], ["*"], ["**/*"]], ids=str)
@pytest.mark.parametrize("how", ["named", "declared"])
def test_what_a_run_writes_itself_is_never_read(desk: Desk, how: str, paths: list[str]):
    declare_files(desk, *paths)
    (desk.folder / "a.jsonl").write_text(line("1"))
    (desk.folder / "sources.toml").write_text(desk.text)
    for name in ("w.html", "w.partial", "w.duckdb.compacted", "w.duckdb.tmp/x"):
        (desk.folder / name).parent.mkdir(exist_ok=True)
        (desk.folder / name).write_text(PAGE_WRITTEN)
    desk.run_on("a.jsonl")
    kept_bytes(desk.warehouse, desk.sources).keep(PAGE_WRITTEN.encode())
    named = [path.relative_to(desk.folder).as_posix() for pattern in paths for path in matching(desk.folder, pattern)]
    for _ in range(2):
        if how == "declared":
            desk.run()
        else:
            desk.run_on(*named)
    origins = "select origin from raw.articles union all select origin from raw.rejected_articles"
    assert [name.rpartition("/")[2] for (name,) in desk.rows(origins)] == ["a.jsonl"]


def test_a_timeline_that_was_written_among_the_articles_is_refused(desk: Desk):
    (desk.folder / "plan.html").write_text(render(Timeline("Norfield"), "html"))
    assert desk.run_on(".").n_refused == 1
    assert desk.rows("select reason from raw.rejected_articles") == [("own_page",)]


@pytest.mark.parametrize("how", ["named", "declared"])
def test_files_with_names_that_are_not_utf_8_are_read_once_and_stop_no_other(desk: Desk, how: str):
    folder = desk.folder / "in"
    folder.mkdir()
    name = os.fsdecode(b"caf\xe9")
    (folder / f"{name}.jsonl").write_text(line("1") + "{broken\n")
    (folder / f"{name}.gz").write_bytes(gzip.compress(b"x")[:9])
    (folder / "z.jsonl").write_text(line("2"))
    declare_files(desk, "in")
    run = desk.run if how == "declared" else lambda: desk.run_on("in")
    assert run().n_new == 2
    assert run().n_unchanged == 2
    assert desk.rows("select split_part(origin, '/', -1) from raw.rejected_articles order by all") == [
        (r"caf\xe9.gz",),
        (r"caf\xe9.jsonl#2",),
    ]


def test_files_of_two_outlets_that_both_count_from_one_do_not_overwrite_each_other(desk: Desk):
    others = {"1": "Fishermen landed record catches of char.", "2": "A court in Malmö acquitted three bankers."}
    (desk.folder / "a.jsonl").write_text(line("1") + line("2"))
    (desk.folder / "b.jsonl").write_text(
        "".join(json.dumps({"id": number, "title": text[:9], "text": text}) + "\n" for number, text in others.items())
    )
    declare_files(desk, "a.jsonl", "b.jsonl")
    counts = desk.run()
    assert (counts.n_new, counts.n_changed, counts.n_refused) == (2, 0, 2)
    assert desk.rows("select distinct split_part(origin, '/', -1) from raw.articles") == [("a.jsonl",)]
    assert desk.rows("select distinct split_part(origin, '/', -1), reason from raw.rejected_articles") == [
        ("b.jsonl", "id_conflict")
    ]
    assert desk.reread().n_refused == 2
    assert desk.rows("select count(*) from raw.rejected_articles") == [(2,)]


@pytest.mark.parametrize("how", ["with an id of its own", "with the line gone"])
def test_an_article_refused_for_its_id_is_refused_no_longer_when_its_file_was_corrected(desk: Desk, how: str):
    other = {"id": "1", "title": "Fishermen", "text": "Fishermen landed record catches of char."}
    (desk.folder / "a.jsonl").write_text(line("1"))
    file = desk.folder / "b.jsonl"
    file.write_text(json.dumps(other) + "\n" + line("2"))
    declare_files(desk, "a.jsonl", "b.jsonl")
    assert desk.run().n_refused == 1
    file.write_text((json.dumps(other | {"id": "b1"}) + "\n" if how.startswith("with an id") else "") + line("2"))
    desk.run()
    assert desk.rows("select reason from raw.rejected_articles") == []
    assert desk.rows("select count(*) from raw.articles") == [(3 if how.startswith("with an id") else 2,)]


@pytest.mark.parametrize("declared", [True, False])
def test_an_article_refused_for_its_id_is_read_when_the_other_file_was_corrected(desk: Desk, declared: bool):
    others = [
        json.dumps({"id": number, "title": text[:9], "text": text}) + "\n"
        for number, text in [("1", "Fishermen landed record catches of char."), ("2", "Vella was acquitted in Malmö.")]
    ]
    run = desk.run if declared else lambda: desk.run_on("a.jsonl", "b.jsonl", "c.jsonl")
    (desk.folder / "a.jsonl").write_text(line("1") + line("3", "Borg opened the harbour of Norfield."))
    (desk.folder / "b.jsonl").write_text("".join(others))
    (desk.folder / "c.jsonl").write_text(json.dumps({"id": "1", "title": "Fire", "text": "A mill burnt down."}) + "\n")
    declare_files(desk, "a.jsonl", "b.jsonl", "c.jsonl")
    assert run().n_refused == 2
    (desk.folder / "a.jsonl").write_text(
        line("1").replace('"id": "1"', '"id": "a1"') + line("3", "Borg opened the harbour of Norfield.")
    )
    counts = run()
    assert (counts.n_new, counts.n_changed) == (2, 0)
    assert desk.rows("select article_id, split_part(origin, '/', -1) from raw.articles order by all") == [
        ("1", "b.jsonl"),
        ("2", "b.jsonl"),
        ("3", "a.jsonl"),
        ("a1", "a.jsonl"),
    ]
    assert desk.rows("select count(*) from raw.articles where near_duplicate_of is not null") == [(0,)]
    assert desk.rows("select split_part(origin, '/', -1), reason from raw.rejected_articles") == [
        ("c.jsonl", "id_conflict")
    ]
    assert run().n_read == 0


def test_an_id_that_is_still_in_use_is_not_given_away(desk: Desk):
    other = {"id": "1", "title": "Fishermen", "text": "Fishermen landed record catches of char."}
    (desk.folder / "a.jsonl").write_text(line("1") + line("1").replace('"id": "1"', '"id": "again"'))
    (desk.folder / "b.jsonl").write_text(json.dumps(other) + "\n")
    declare_files(desk, "a.jsonl", "b.jsonl")
    desk.run()
    desk.run()
    assert desk.rows("select count(*) from raw.articles") == [(2,)]
    assert desk.rows("select reason from raw.rejected_articles") == [("id_conflict",)]


def test_an_article_refused_for_its_id_stays_refused_while_its_file_grows(desk: Desk):
    other = {"id": "1", "title": "Fishermen", "text": "Fishermen landed record catches of char."}
    (desk.folder / "a.jsonl").write_text(line("1"))
    file = desk.folder / "b.jsonl"
    file.write_text(json.dumps(other) + "\n")
    declare_files(desk, "a.jsonl", "b.jsonl")
    desk.run()
    with file.open("a") as stream:
        stream.write(line("2"))
    assert desk.run().n_new == 1
    assert desk.rows("select reason from raw.rejected_articles") == [("id_conflict",)]
    assert desk.reread().n_refused == 1
    assert desk.rows("select reason from raw.rejected_articles") == [("id_conflict",)]
