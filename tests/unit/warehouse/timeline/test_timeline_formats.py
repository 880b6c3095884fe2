"""What each format shows of the story."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from timeline_story import STORY, TITLE, timeline_of

from transforms.temporal.interval import Precision
from warehouse.timeline import RENDERERS, render
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry, Timeline
from warehouse.timeline.render.document import json_schema
from warehouse.timeline.render.markdown import escaped

TIMELINE = timeline_of(STORY)
EMPTY = Timeline("Nothing")
WRITTEN = [name for name in RENDERERS if name != "svg"]


@pytest.mark.parametrize("name", WRITTEN)
def test_every_format_shows_every_headline_and_its_date(name):
    drawn = re.sub(r"\s+", " ", render(TIMELINE, name, width=140).replace("\r\n ", ""))
    for entry in TIMELINE.everything:
        assert entry.headline in drawn
        if name == "timelinejs" and entry.start_date is None:
            continue  # it stands under the heading "Without a date"
        # the terminal wraps long dates
        assert set(entry.when.split()) <= set(drawn.split()) if name == "text" else entry.when in drawn


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_articles_are_counted_where_none_says_its_source(name):
    told = Entry(
        "e1",
        When(date(2023, 3, 20), date(2023, 3, 20), "day"),
        "Xi arrives",
        "visit",
        "visit",
        "happened",
        n_articles=3,
    )
    drawn = render(Timeline("T", (told,)), name, width=140)
    assert "3 articles" in drawn
    assert "0 sources" not in drawn


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
WHENS = st.builds(
    lambda one, other, precision, approximate, basis: When(
        min(one, other), max(one, other), precision, approximate, basis
    ),
    DAYS,
    DAYS,
    st.sampled_from([precision.value for precision in Precision]),
    st.booleans(),
    st.sampled_from(["explicit", "event", "published", None]),
)


@settings(max_examples=30, deadline=None)
@given(WHENS)
def test_every_format_shows_the_date_that_the_interval_has(when):
    """test_timeline_dates.py shows that `words` and `short` say what the interval says."""
    timeline = Timeline("T", (Entry("e1", when, "Head", "visit", "visit", "happened"),))
    assert f"**{escaped(when.words)}**" in render(timeline, "markdown")
    assert f'<span class="date">{when.words}</span>' in render(timeline, "html")
    assert set(when.words.split()) <= set(render(timeline, "text", width=140).split())
    [entry] = json.loads(render(timeline, "json"))["entries"]
    assert (entry["start_date"], entry["end_date"]) == (when.start.isoformat(), when.end.isoformat())
    assert (entry["precision"], entry["edtf"], entry["when"]) == (when.precision, when.edtf, when.words)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_draws_an_empty_timeline_and_the_same_one_the_same_way(name):
    assert ("start_date" if name == "csv" else "Nothing") in render(EMPTY, name)
    assert render(TIMELINE, name, width=90) == render(timeline_of(list(reversed(STORY))), name, width=90)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
@pytest.mark.parametrize("status", ["planned", "alleged", "denied", "ongoing"])
def test_what_did_not_plainly_happen_is_marked(name, status):
    assert status in render(TIMELINE, name, width=120)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_what_a_limit_left_out_is_said(name):
    drawn = re.sub(r"\s+", " ", render(timeline_of(STORY, limit=5), name))
    assert "10 less important events left out" in drawn
    assert "The 5 most important of 15 events" in drawn


def test_an_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(
        ValueError, match="unknown format 'pdf': use one of text, markdown, json, html, timelinejs, ical, csv, svg"
    ):
        render(TIMELINE, "pdf")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_text_keeps_to_the_width(width):
    assert max(cell_len(line) for line in render(TIMELINE, "text", width=width).splitlines()) <= width


def test_text_has_colour_only_where_it_is_asked_for():
    assert "\x1b" not in render(TIMELINE, "text", width=100)
    coloured = render(TIMELINE, "text", width=100, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).split() == render(TIMELINE, "text", width=100).split()


def test_text_says_how_to_see_the_evidence_and_what_its_marks_mean():
    drawn = render(TIMELINE, "text", width=130)
    assert "dateline show 3f21ac90d1" in drawn
    kept_elsewhere = render(TIMELINE, "text", width=130, show_command="dateline show -w x.duckdb")
    assert "dateline show -w x.duckdb 3f21ac90d1" in kept_elsewhere
    assert "dateline show" not in render(TIMELINE, "text", show_command=None)
    assert "░ only roughly known" in drawn
    assert "between 13 and 20 March 2023" in drawn


def test_markdown_has_headings_quotes_and_links():
    drawn = render(TIMELINE, "markdown")
    assert drawn.startswith(f"# {TITLE}\n")
    assert "\n### March 2023\n" in drawn
    assert "**20-22 March 2023**: Xi Jinping visits Russia (4 sources)" in drawn
    assert "([The Ledger](<https://ledger.example/call>))" in drawn


def test_json_follows_its_schema_and_has_the_documented_fields():
    from jsonschema import validate

    document = json.loads(render(TIMELINE, "json"))
    validate(document, json_schema())
    assert document["title"] == TITLE
    visit = next(entry for entry in document["entries"] if entry["headline"] == "Xi Jinping visits Russia")
    assert (visit["start_date"], visit["end_date"], visit["precision"], visit["edtf"]) == (
        "2023-03-20", "2023-03-22", "days", "2023-03-20/2023-03-22",
    )  # fmt: skip
    assert visit["summary"][0].startswith("Chinese President Xi Jinping arrived in Moscow")
    assert len(visit["summary"]) == len(visit["summary_sources"])
    evidence = visit["evidence"][0]
    assert evidence["sentence"][slice(*evidence["trigger"])] == "state visit"


def test_the_readme_names_every_field_of_the_document():
    readme = (files("warehouse.timeline") / "README.md").read_text(encoding="utf-8")
    schema = json_schema()
    fields = {name for part in (schema, *schema["$defs"].values()) for name in part["properties"]}
    assert {name for name in fields if f"`{name}`" not in readme} == set()


def test_json_gives_the_words_of_articles_exactly():
    document = json.loads(render(TIMELINE, "json"))
    sentences = {
        quote["sentence"] for entry in document["entries"] + document["undated"] for quote in entry["evidence"]
    }
    assert sentences == {quote.sentence for event in STORY for quote in event.quotes}


class Page(HTMLParser):
    """Reads what a page loads, links to and allows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_loads_nothing_and_allows_only_its_own_script_and_style():
    page = Page(render(TIMELINE, "html"))
    [policy] = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert not [
        tag
        for tag, attributes in page.tags
        if tag in ("link", "img", "iframe", "object", "embed", "base") or "src" in attributes
    ]
    assert not [
        attributes
        for _, attributes in page.tags
        if "style" in attributes or any(name.startswith("on") for name in attributes)
    ]


def test_the_page_links_only_to_articles_and_to_itself():
    links = {link["href"] for link in Page(render(TIMELINE, "html")).all("a")}
    assert links == {"#entries", "https://news.example/2023/moscow", "https://ledger.example/call"}


def test_the_page_is_readable_without_scripts():
    """Every entry, quote and explanation of a date stands in the page itself."""
    html = render(TIMELINE, "html")
    page = Page(html)
    assert len([item for item in page.all("li") if str(item.get("class")).startswith("entry")]) == len(STORY)
    assert len([item for item in page.all("li") if item.get("class") == "quote"]) == sum(
        len(event.quotes) for event in STORY
    )
    assert "the latest Tuesday up to publication" in html
