"""Declared folders, run after run: only what is new, changed or appended is read."""

from __future__ import annotations

import json

from conftest import Desk


def declare_files(desk: Desk, *paths: str) -> None:
    desk.declare(f'[sources.files]\nkind = "folder"\npaths = {json.dumps(paths)}\n')


def line(article_id: str, text: str = "The minister met the council on Monday.") -> str:
    return (
        json.dumps({"id": article_id, "published": "2023-03-21", "title": f"Title {article_id}", "text": text}) + "\n"
    )


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
