"""The picture of a timeline: what it draws, and that words from articles do nothing in it."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import date
from importlib.util import find_spec

import pytest
from hostile_strings import HALVES, HOSTILE
from timeline_story import STORY, Event, Quote, timeline_of

from warehouse.errors import WarehouseError
from warehouse.timeline import render
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry, Timeline
from warehouse.timeline.render import chart, render_bytes
from warehouse.timeline.render.chart.rows import LABEL_LENGTH, MOST_ROWS, MS_PER_DAY, picture_of
from warehouse.timeline.render.plain import plain

pytestmark = pytest.mark.skipif(not all(map(find_spec, chart.LIBRARIES)), reason="needs the extra [charts]")
ELEMENTS = {"svg", "g", "path", "text", "tspan", "line", "rect", "defs", "linearGradient", "stop", "clipPath"}


def rows(entries) -> dict[str, dict]:
    timeline = Timeline("T", tuple(entries))
    return {row["headline"]: row for row in picture_of(timeline).rows}


def entry(name: str, start: str, end: str, precision: str, basis: str | None = None) -> Entry:
    when = When(date.fromisoformat(start), date.fromisoformat(end), precision, basis=basis)
    return Entry(name, when, name, "visit", "visit", "happened", importance=0.5)


def test_days_are_points_spans_are_bars_and_what_is_rough_fades():
    drawn = rows(
        [
            entry("day", "2023-03-10", "2023-03-10", "day"),
            entry("span", "2023-03-11", "2023-03-12", "days"),
            entry("window", "2023-03-13", "2023-03-20", "days", "event"),
            entry("month", "2023-03-01", "2023-03-31", "month"),
        ]
    )
    assert {name: row["kind"] for name, row in drawn.items()} == {
        "day": "day", "span": "span", "window": "rough", "month": "rough",
    }  # fmt: skip
    assert drawn["month"]["end"] - drawn["month"]["start"] == 31 * MS_PER_DAY
    assert drawn["span"]["end"] - drawn["span"]["start"] == 2 * MS_PER_DAY


def test_what_lies_far_from_the_story_is_drawn_at_its_edge():
    story = [entry(f"e{day}", f"2023-03-{day}", f"2023-03-{day}", "day") for day in range(10, 30)]
    drawn = rows([entry("old", "1914-01-01", "1914-12-31", "year"), *story])
    assert drawn["old"]["kind"] == "before"


def test_only_the_most_important_entries_find_room_and_the_picture_says_so():
    entries = [entry(f"e{n}", "2023-03-10", "2023-03-10", "day") for n in range(MOST_ROWS + 7)]
    assert picture_of(Timeline("T", tuple(entries))).n_left_out == 7
    assert "7 less important entries not drawn" in render(Timeline("T", tuple(entries)), "svg")


def test_the_picture_shows_every_dated_headline_with_its_date():
    words = "".join(ElementTree.fromstring(render(timeline_of(STORY), "svg")).itertext())
    assert "1 entry without a date not drawn" in words
    for each in timeline_of(STORY).entries:
        assert plain(each.headline, LABEL_LENGTH)[:40] in words
        assert each.dated.short[:20] in words


def test_png_is_an_image():
    assert render_bytes(timeline_of(STORY), "png").startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("part", range(0, len(HOSTILE), 40))
def test_words_do_nothing_in_a_picture(part):
    events = [
        Event(f"bad{n}", "visit", hostile, "2023-03-20", (Quote(hostile, f"word {hostile}", "word"),))
        for n, hostile in enumerate(HOSTILE[part : part + 40])
    ]
    root = ElementTree.fromstring(render(timeline_of(events, title=HALVES[0] + HOSTILE[part]), "svg"))
    found = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert found <= ELEMENTS
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]


def test_a_missing_library_is_said_with_its_remedy(monkeypatch):
    monkeypatch.setattr(chart, "LIBRARIES", ("no_such_library",))
    with pytest.raises(WarehouseError, match=r"pip install 'dateline\[charts\]'"):
        render(timeline_of(STORY), "svg")
