"""Files and folders that are refused, missing or closed, and what becomes of that when they are mended."""

from __future__ import annotations

import os

import pytest
from desk import Desk, declare_files, line

from warehouse.load import LoadCounts

FAILED = "select split_part(origin, '/', -1) from raw.source_items where state = 'failed' order by 1"


def test_every_copy_of_what_is_refused_has_its_row_and_a_copy_of_articles_has_none(desk: Desk):
    folder = desk.folder / "in"
    folder.mkdir()
    for name in ("a.txt", "b.jsonl"):
        (folder / name).write_bytes(b"")
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(b"%PDF-1.4\n" + bytes(range(256)))
    for name in ("a.jsonl", "c.jsonl"):
        (folder / name).write_text(line("1"))
    declare_files(desk, "in")
    assert desk.run() == LoadCounts(5, 1, 1, 0, 4)
    refused = "select split_part(origin, '/', -1) from raw.rejected_articles order by 1"
    assert desk.rows(refused) == [("a.pdf",), ("a.txt",), ("b.jsonl",), ("b.pdf",)]
    assert desk.run().n_read == 0
    (folder / "b.pdf").rename(folder / "letter.pdf")
    assert desk.run().n_refused == 1
    assert desk.rows(refused)[-1] == ("letter.pdf",)


def test_a_path_that_is_there_again_is_no_failure_any_longer(desk: Desk):
    declare_files(desk, "new")
    desk.run()
    assert desk.rows(FAILED) == [("new",)]
    (desk.folder / "new").mkdir()
    (desk.folder / "new" / "a.jsonl").write_text(line("1"))
    assert desk.run().n_new == 1
    assert desk.rows(FAILED) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root opens everything")
def test_a_folder_and_a_file_that_were_closed_say_so_until_they_are_open(desk: Desk):
    closed = desk.folder / "in" / "closed"
    closed.mkdir(parents=True)
    (closed / "a.jsonl").write_text(line("1"))
    (desk.folder / "in" / "b.jsonl").write_text(line("2"))
    closed.chmod(0)
    (desk.folder / "in" / "b.jsonl").chmod(0)
    declare_files(desk, "in")
    try:
        desk.run()
        refused = (
            "select split_part(origin, '/', -1), reason, detail like '%chmod%' from raw.rejected_articles order by 1"
        )
        assert desk.rows(refused) == [("b.jsonl", "unreadable", True), ("closed", "unreadable", True)]
    finally:
        closed.chmod(0o755)
        (desk.folder / "in" / "b.jsonl").chmod(0o644)
    assert desk.run().n_new == 2
    assert desk.rows(refused) == []
    assert desk.rows(FAILED) == []
