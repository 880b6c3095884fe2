"""`sources.toml`: what it may say, and how mistakes in it are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.sources import Sources, SourcesFileError, example_sources, load_sources
from orchestration.sources.config import parse_sources
from orchestration.sources.declared import FolderSource

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
        ('[sources.a]\nkind = "folder"\npaths = ["x"]\noutlet_from = "file"\n', 4, "'folder' or 'first_folder'"),
        ('[sources.a]\nkind = "folder"\npaths = ["x"]\noutlet = " "\n', 4, "at least 1 character"),
        (
            '[sources.a]\nkind = "folder"\npaths = ["x"]\noutlet = "Post"\noutlet_from = "folder"\n',
            1,
            "both outlet and outlet_from; take one",
        ),
        ('[sources.a]\nkind = "feed"\nurl = "http://a.example/"\noutlet_from = "folder"\n', 4, "no such key"),
        ('[sources.a]\nkind = "folder"\npaths = "in"\n', 3, 'in brackets: ["in"]'),
        ('[sources.a]\nkind = "folder"\npaths = []\n', 3, "name at least one"),
        ('[sources.a]\nkind = "folder"\npaths = ["x"]\noutlet = 3\n', 4, "in quotes"),
        (
            '[sources.a]\nkind = "feed"\nurl = "http://a.example/"\nallow_private = "yes"\n',
            4,
            "true or false is needed",
        ),
        ('[sources.a]\nkind = "folder"\npaths = ["x"]\nenabled = 0\n', 4, "true or false is needed"),
        (
            '[sources.a]\nkind = "feed"\nurl = "http://a.example/"\nmax_pages = "20"\n',
            4,
            "no whole number that can be taken",
        ),
        ("[fetching]\nattempts = 2.5\n", 2, "no whole number that can be taken"),
        ('[fetching]\ntimeout_seconds = "20"\n', 2, "no number that can be taken"),
        ("[fetching]\ntimeout_seconds = true\n", 2, "no number that can be taken"),
        ('[groups]\nhourly = "5 * * * *"\n', 2, "write [groups.hourly] on a line of its own"),
        ('[[sources.a]]\nkind = "folder"\n', 1, "write [sources.a] on a line of its own"),
        ("sources = 3\n", 1, "write [sources.NAME] on a line of its own"),
        ('[sources.a]\nkind = "feed"\nurl = "https://a.example/ rss"\n', 3, "write %20"),
        ('[sources.a]\nkind = "feed"\nurl = "https://a.example:99999/"\n', 3, "Port out of range"),
        ('[sources.a]\nkind = "web"\nurls = ["https://[::1/"]\n', 3, "Invalid IPv6 URL"),
        ('[sources.a]\nkind = "feed"\nurl = "https://:80/"\n', 3, "without a host"),
        ('[sources.a]\nkind = "feed"\n\nurl = "ftp://x.example/"\n', 4, "http:// or https://"),
        ('[sources.a]\nkind = "web"\n', 1, "give urls, lists or sitemaps"),
        ('[sources.a]\nkind = "folder"\npaths = ["x"]\ngroup = "often"\n', 4, "declare [groups.often]"),
        ('[groups.often]\ncron = "61 * * * *"\n', 2, "five fields"),
        ('[groups.often]\ncron = "* * * * *"\ntimezone = "Mars"\n', 3, "no such time zone"),
        ("[fetching]\n# fast\u2028or not\nattempts = 0\n", 3, "greater than or equal to 1 (given: 0)"),
        ('[sources."a b"]\nkind = "folder"\npaths = ["x"]\n', 1, "use letters, digits"),
        ('[sources.a]\nkind = "folder"\npaths = ["x", "**b"]\n', 3, "write `**/*b`"),
        ('[sources.a]\nkind = "folder"\npaths = ["a/b**/c"]\n', 3, "stands alone between slashes"),
        ('[sources.a]\nkind = "folder"\npaths = ["~nosuch/x"]\n', 3, "no home folder ~nosuch on this machine"),
        ('[sources.a]\nkind = "folder"\npaths = ["a\\u0000b"]\n', 3, "NUL"),
        ('[sources.a]\nkind = "folder"\npaths = [" "]\n', 3, "an empty path"),
        (f'[sources.a]\nkind = "folder"\npaths = ["{"x" * 256}"]\n', 3, "longer than a path can be"),
        (f'[sources.a]\nkind = "folder"\npaths = ["{"x/" * 3000}"]\n', 3, "longer than a path can be"),
        ('[sources.a]\nkind = "web"\nlists = ["~nosuch/x"]\n', 3, "no home folder"),
        ('[fetching]\nkept_in = "~nosuch/x"\n', 2, "no home folder"),
        ('[fetching]\nuser_agent = "Zeitung-Übersicht"\n', 2, "signs of ASCII"),
        ('[fetching]\nuser_agent = "a\\nb"\n', 2, "signs of ASCII"),
        ("[fetching]\ntimeout_seconds = nan\n", 2, "less than or equal to 600"),
        (f"[fetching]\ndeadline_seconds = {'9' * 400}\n", 2, "no number that can be taken"),
        (f"[fetching]\nattempts = {'9' * 5000}\n", None, "not TOML"),
        (f"a = {'[' * 100_000}", None, "not TOML"),
        ('[sources.a]\nkind = "web"\nurls = ["http://a.example/"]\nrecheck_hours = inf\n', 4, "finite"),
        ('[sources.a]\nkind = "web"\nurls = ["http://a.example/"]\nrecheck_hours = 1e300\n', 4, "less than or equal"),
        ('[groups.often]\ncron = "* * * * *"\nfresh_within_hours = 1e300\n', 3, "less than or equal"),
        (f'[groups.often]\ncron = "{"9" * 5000} * * * *"\n', 2, "five fields"),
        ('[groups.often]\ncron = "*/999999999 * * * *"\n', 2, "five fields"),
        ('[groups.often]\ncron = "0 0 30,31 2 *"\n', 2, "a day that no year has"),
        ('[groups.often]\ncron = "0 0 31 4,6 *"\n', 2, "a day that no year has"),
        ('[groups.a-b]\ncron = "* * * * *"\n[groups.a_b]\ncron = "* * * * *"\n', 1, "give one of them another name"),
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


@pytest.mark.parametrize(
    "cron", ["0 0 29 2 *", "0 0 31 1-12 *", "*/60 22-4 1,31 4,5 0-7", "0 0 */31 2 *", "0 0 1-31 2 *"]
)
def test_schedules_that_come_are_accepted(cron: str):
    assert parse(f'[groups.often]\ncron = "{cron}"\n').groups["often"].cron == cron


@pytest.mark.parametrize("path", ["~/news", "**/*.jsonl", "a/**", "a*b/[xy]?.txt", ".", "../news", "a b/ü.txt"])
def test_paths_and_globs_that_have_a_meaning_are_accepted(path: str):
    text = f'[sources.a]\nkind = "folder"\npaths = ["{path}"]\n[fetching]\nkept_in = ""\nuser_agent = " Dateline (desk@a.example) "\n'
    sources = parse(text)
    assert sources.fetching.user_agent == "Dateline (desk@a.example)"
    [source] = sources.sources.values()
    assert isinstance(source, FolderSource) and source.paths == [path]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path):
    path = tmp_path / "sources.toml"
    path.write_text('[sources.a]\nkind = "folder"\npaths = ["x"]\n', encoding="utf-8-sig")
    assert list(load_sources(path).sources) == ["a"]
