"""Texts that have neither id nor address, corrected in their files: one article in a new version, not two."""

from __future__ import annotations

import json

import pytest
from desk import Desk

OLD = "Vella visits Norfield\n\nNORFIELD, March 20, 2023 (Harbour Wire) - Karl Vella visited Norfield on Monday and met the mayor of the town.\n"
CORRECTED = OLD.replace("Monday", "Sunday")
OTHER = "Record catches\n\nFishermen landed more char than ever before, the harbour office of Borgvik told reporters.\n"
ARTICLES = "select article_id, version, contains(text, 'Sunday') from raw.articles order by all"


def write(desk: Desk, name: str, text: str) -> None:
    (desk.folder / "in").mkdir(exist_ok=True)
    (desk.folder / "in" / name).write_text(text)
    desk.declare('[sources.papers]\nkind = "folder"\npaths = ["in"]\n')


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_corrected_text_is_a_new_version_of_its_article(desk: Desk, form: str):
    old, corrected = (text if form == "text" else json.dumps({"text": text}) for text in (OLD, CORRECTED))
    write(desk, "a.txt", old)
    desk.run()
    [(known, _, _)] = desk.rows(ARTICLES)
    write(desk, "a.txt", corrected)
    counts = desk.run()
    assert (counts.n_new, counts.n_changed) == (0, 1)
    assert desk.rows(ARTICLES) == [(known, 2, True)]
    assert desk.reread().n_changed == 0
    assert desk.rows(ARTICLES) == [(known, 2, True)]
    write(desk, "a.txt", old)
    desk.run()
    assert desk.rows(ARTICLES) == [(known, 3, False)]


def test_a_copy_of_either_version_under_another_name_is_no_other_article(desk: Desk):
    write(desk, "a.txt", OLD)
    desk.run()
    write(desk, "a.txt", CORRECTED)
    desk.run()
    [row] = desk.rows(ARTICLES)
    write(desk, "b.txt", CORRECTED)
    write(desk, "c.txt", OLD)
    desk.run_on("in")
    assert desk.rows(ARTICLES) == [row]


@pytest.mark.parametrize(
    ("text", "is_old_there", "n_articles"),
    [
        (CORRECTED, False, 1),
        (CORRECTED, True, 2),
        (CORRECTED.replace("Vella visits Norfield", "Vella in Norfield"), False, 2),
        (CORRECTED.replace("March 20", "March 21"), False, 2),
        (CORRECTED.replace("Harbour Wire", "Borg Press"), False, 2),
        (OLD.replace("visited Norfield on Monday and met the mayor", "cut a ribbon before many guests"), False, 2),
    ],
)
def test_a_corrected_text_in_the_place_of_a_file_that_is_gone_is_a_new_version(
    desk: Desk, text: str, is_old_there: bool, n_articles: int
):
    write(desk, "vella.txt", OLD)
    desk.run()
    [(known, _, _)] = desk.rows(ARTICLES)
    write(desk, "vella-corrected.txt", text)
    if not is_old_there:
        (desk.folder / "in" / "vella.txt").unlink()
    desk.run()
    assert desk.run().n_changed == 0
    rows = desk.rows(ARTICLES)
    assert len(rows) == n_articles
    if n_articles == 1:
        assert rows == [(known, 2, True)]


def test_another_text_under_the_name_of_a_file_is_another_article(desk: Desk):
    write(desk, "latest.txt", OLD)
    desk.run()
    write(desk, "latest.txt", OTHER)
    assert desk.run().n_new == 1
    write(desk, "latest.txt", OTHER.replace("told reporters", "said on Sunday"))
    assert desk.run().n_changed == 1
    assert [version for _, version, _ in desk.rows(ARTICLES + " limit 2")] in ([1, 2], [2, 1])


def test_texts_of_a_file_that_holds_several_stay_apart(desk: Desk):
    lines = [json.dumps({"text": text}) + "\n" for text in (OLD, CORRECTED)]
    write(desk, "a.jsonl", lines[0] + lines[1])
    assert desk.run().n_new == 2
    write(desk, "a.jsonl", lines[1] + lines[0])
    desk.run()
    assert len(desk.rows(ARTICLES)) == 2
