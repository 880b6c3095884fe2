"""The outlet of files that name none: declared for the source, or the name of a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk import Desk

from orchestration.sources.config import parse_sources
from orchestration.sources.outlets import outlet_of

TEXT = "MPs in Norfield passed the budget on 20 March 2023, and the minister {} resigned on Monday."


@pytest.mark.parametrize(
    ("rule", "pattern", "file", "outlet"),
    [
        ("folder", "in/", "/desk/in/Harbour Post/a.txt", "Harbour Post"),
        ("folder", "in/", "/desk/in/post/2023/a.txt", "2023"),
        ("folder", "in/**/*.jsonl", "/desk/in/post/a.jsonl", "post"),
        ("folder", "in/post/a.txt", "/desk/in/post/a.txt", "post"),
        ("first_folder", "in/", "/desk/in/post/2023/03/a.txt", "post"),
        ("first_folder", "in/", "/desk/in/a.txt", None),
        ("first_folder", "in/*/2023/*.txt", "/desk/in/post/2023/a.txt", "post"),
        ("first_folder", "../wire/**/*.txt", "/desk/../wire/Borg Wire/x/a.txt", "Borg Wire"),
        ("first_folder", "in/", "/elsewhere/post/a.txt", None),
    ],
)
def test_the_name_of_a_folder_is_the_outlet_of_its_files(rule: str, pattern: str, file: str, outlet: str | None):
    text = f'[sources.a]\nkind = "folder"\npaths = ["{pattern}"]\noutlet_from = "{rule}"\n'
    declared = parse_sources(text, Path("/desk/sources.toml"))
    assert outlet_of(declared.sources["a"], declared.folder, file) == outlet


def declare(desk: Desk, *lines: str) -> None:
    desk.declare("\n".join(['[sources.a]\nkind = "folder"\npaths = ["in"]', *lines]))


def outlets(desk: Desk) -> list[str | None]:
    return [outlet for (outlet,) in desk.rows("select source from raw.articles order by origin")]


def test_articles_that_were_read_without_an_outlet_get_it_when_they_are_read_again(desk: Desk):
    for name in ("Courier", "Harbour Post"):
        (desk.folder / "in" / name).mkdir(parents=True)
        (desk.folder / "in" / name / "a.txt").write_text(TEXT.format(name))
    row = {"text": TEXT.format("Vella"), "source": "what the line says"}
    (desk.folder / "in" / "Harbour Post" / "b.jsonl").write_text(json.dumps(row))
    declare(desk)
    desk.run()
    assert outlets(desk) == [None, None, "what the line says"]
    declare(desk, 'outlet_from = "folder"')
    assert desk.run().n_read == 0
    desk.reread()
    assert outlets(desk) == ["Courier", "Harbour Post", "Harbour Post"]
