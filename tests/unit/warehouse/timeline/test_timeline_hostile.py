"""Words from articles do nothing but be read, in every format."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from hostile_strings import HALVES, HOSTILE
from timeline_story import STORY, Event, Quote, timeline_of

from warehouse.timeline import RENDERERS, render
from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.markdown import escaped
from warehouse.timeline.render.plain import plain, web_link

# what reorders, hides or ends lines, or moves a terminal's cursor
ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)
# a picture takes a second, so test_timeline_pictures.py draws all of them in a few
WRITTEN = [name for name in RENDERERS if name != "svg"]
LONGEST = 200_000  # characters of a page with one hostile entry: a 100 kB name is shown cut


def story_of(hostile: str):
    """A story in which every field that an article can influence holds the string."""
    quote = Quote(hostile, f"{hostile} word {hostile}", "word", "word", hostile, title=hostile, url=hostile)
    other = replace(quote, sentence=f"{hostile} word of another {hostile}")
    link = Quote(
        f"{hostile} 2", f"It was the word of {hostile}.", "word", None, None, url=f"https://news.example/{hostile}"
    )
    return timeline_of(
        [
            Event("bad1", "visit", hostile, "2023-03-20", (quote, link), actors=(hostile,), place=hostile),
            Event("bad2", "weapons_test", hostile, "", (other,), status="alleged", actors=(hostile, "Ann Lee")),
            STORY[0],
        ],
        title=hostile,
    )


@cache
def drawn_story(hostile: str, name: str) -> str:
    return render(story_of(hostile), name, width=100)


def names(strings):
    return [f"{number:03d}" for number in range(len(strings))]


def test_there_are_at_least_a_hundred_hostile_strings():
    assert len(HOSTILE) >= 100


@pytest.mark.parametrize("hostile", HOSTILE, ids=names(HOSTILE))
@pytest.mark.parametrize("name", WRITTEN)
def test_nothing_in_a_drawing_acts_on_the_place_that_shows_it(name, hostile):
    # a calendar's lines end with CR LF
    drawn = drawn_story(hostile, name).replace("\r\n", "\n")
    assert not ACTING.search(drawn)
    assert drawn.encode("utf-8")
    assert "Xi Jinping visits Russia" in drawn


@pytest.mark.parametrize("half", HALVES, ids=ascii)
@pytest.mark.parametrize("name", WRITTEN)
def test_a_title_with_half_a_character_can_be_written(name, half):
    assert render(Timeline(half), name).encode("utf-8")


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
@pytest.mark.parametrize("hostile", [text for text in HOSTILE if len(text) > 10_000], ids=len)
def test_what_is_absurdly_long_is_cut(name, hostile):
    assert len(drawn_story(hostile, name)) < LONGEST


@pytest.mark.parametrize("hostile", HOSTILE, ids=names(HOSTILE))
def test_json_keeps_the_words_exactly_as_they_are(hostile):
    document = json.loads(drawn_story(hostile, "json"))
    assert document["title"] == hostile
    assert {hostile} <= {entry["headline"] for entry in document["entries"] + document["undated"]}


class Skeleton(HTMLParser):
    """Elements and attributes of a page without its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "formaction", "data")]


ALLOWED_TAGS = {tag for tag, _ in Skeleton(render(timeline_of(STORY), "html")).tags}
ALLOWED_ATTRIBUTES = {
    name for _, attributes in Skeleton(render(timeline_of(STORY), "html")).tags for name in attributes
}


@pytest.mark.parametrize("hostile", HOSTILE, ids=names(HOSTILE))
def test_a_page_gains_no_element_attribute_or_link_from_words(hostile):
    html = drawn_story(hostile, "html")
    page = Skeleton(html)
    assert {tag for tag, _ in page.tags} <= ALLOWED_TAGS
    assert {name for _, attributes in page.tags for name in attributes} <= ALLOWED_ATTRIBUTES
    assert all(link.startswith(("https://", "http://", "#")) for link in page.links)
    assert [tag for tag, _ in page.tags].count("script") == 2


@pytest.mark.parametrize("hostile", HOSTILE, ids=names(HOSTILE))
def test_a_page_carries_its_data_without_ending_the_element_that_holds_it(hostile):
    html = drawn_story(hostile, "html")
    [data] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert not set("<>&'") & set(data)
    assert len(json.loads(data)["entries"]) == 3


@pytest.mark.parametrize("hostile", HOSTILE, ids=names(HOSTILE))
def test_markdown_shows_words_as_they_are(hostile):
    pytest.importorskip("markdown_it")
    from markdown_it import MarkdownIt

    shown = plain(hostile)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"- **when**: {escaped(shown)}\n\n  > {escaped(shown)}\n")
    assert {token.type for token in tokens} <= {
        f"{block}_{end}"
        for block in ("bullet_list", "list_item", "paragraph", "blockquote")
        for end in ("open", "close")
    } | {"inline"}
    inline = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    if shown:
        assert "".join(child.content for child in inline[1].children) == shown


@pytest.mark.parametrize("hostile", HOSTILE, ids=names(HOSTILE))
def test_plain_text_is_one_line_of_visible_characters(hostile):
    shown = plain(hostile)
    assert not ACTING.search(shown)
    assert "\n" not in shown
    assert not [character for character in shown if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")]


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://news.example/a?b=c&d=%20e#f", True),
        ("http://news.example", True),
        ("HTTPS://News.Example/x", True),
        ("https://news.example/caf\u00e9", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("ftp://news.example/x", False),
        ("//news.example/x", False),
        ("/relative", False),
        ("https://", False),
        ("https:///path", False),
        ("http://[::1", False),
        ("https://news.example/\u202egnp", False),
        ("https://news.example/a b", False),
        ("https://news.example/<script>", False),
        ('https://news.example/"onclick=', False),
        ("https://news.example/" + "a" * 3_000, False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(address, linked):
    assert web_link(address) == (address if linked else None)
