"""`sources.toml`: what it may say, and how mistakes in it are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.sources import Sources, SourcesFileError, example_sources, load_sources
from orchestration.sources.config import parse_sources

PATH = Path("/news/sources.toml")


def parse(text: str) -> Sources:
    return parse_sources(text, PATH)


def test_the_example_is_valid_and_shows_every_kind():
    sources = parse(example_sources())
    assert {source.kind for source in sources.sources.values()} == {"folder", "feed", "web"}


def test_groups_hourly_and_daily_need_no_declaration_and_daily_is_the_default():
    sources = parse('[sources.a]\nkind = "folder"\npaths = ["x"]\n')
    assert sources.sources["a"].group == "daily"
    assert {name: group.cron for name, group in sources.schedules.items()} == {
        "hourly": "5 * * * *",
        "daily": "15 5 * * *",
    }


def test_sources_are_chosen_by_name_and_group_and_disabled_ones_only_by_name():
    text = "".join(
        f'[sources.{name}]\nkind = "folder"\npaths = ["{name}"]\n{more}\n'
        for name, more in [("a", ""), ("b", 'group = "hourly"'), ("c", "enabled = false")]
    )
    sources = parse(text)
    assert list(sources.chosen([], [])) == ["a", "b"]
    assert list(sources.chosen([], ["hourly"])) == ["b"]
    assert list(sources.chosen(["c"], [])) == ["c"]
    assert sources.by_group().keys() == {"daily", "hourly"}
    with pytest.raises(KeyError, match="nobody"):
        sources.chosen(["nobody"], [])


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[sources.a\n", None, "not TOML"),
        ('[sources.a]\nkind = "mail"\n', 1, 'write "folder", "feed" or "web"'),
        ('[sources.a]\npaths = ["x"]\n', 1, 'write kind = "folder"'),
        ('[sources.a]\nkind = "folder"\n', 1, "paths: this key is needed"),
        ('[sources.a]\nkind = "folder"\npaths = ["x"]\ngruop = "daily"\n', 4, "there is no such key; known are group"),
        ('[sources.a]\nkind = "feed"\n\nurl = "ftp://x.example/"\n', 4, "http:// or https://"),
        ('[sources.a]\nkind = "web"\n', 1, "give urls, lists or sitemaps"),
        ('[sources.a]\nkind = "folder"\npaths = ["x"]\ngroup = "often"\n', 4, "declare [groups.often]"),
        ('[groups.often]\ncron = "61 * * * *"\n', 2, "five fields"),
        ('[groups.often]\ncron = "* * * * *"\ntimezone = "Mars"\n', 3, "no such time zone"),
        ("[fetching]\n# fast\nattempts = 0\n", 3, "greater than or equal to 1 (given: 0)"),
        ('[sources."a b"]\nkind = "folder"\npaths = ["x"]\n', 1, "use letters, digits"),
        ("[source.a]\n", 1, "known are [sources.NAME]"),
        ('folder = "x"\n', 1, "no such key"),
    ],
)
def test_a_mistake_is_said_with_its_line_and_the_remedy(text: str, line: int | None, words: str):
    with pytest.raises(SourcesFileError) as raised:
        parse(text)
    assert words in str(raised.value)
    assert str(raised.value).startswith(f"{PATH}:{line}: " if line else f"{PATH}: ")


def test_every_mistake_is_said_not_only_the_first():
    with pytest.raises(SourcesFileError) as raised:
        parse("[fetching]\nattempts = 0\nmax_redirects = 99\n")
    assert len(str(raised.value).splitlines()) == 2


def test_a_file_that_is_not_there_is_said_with_the_command_that_writes_one(tmp_path: Path):
    with pytest.raises(SourcesFileError, match="dateline sources --example"):
        load_sources(tmp_path / "sources.toml")
