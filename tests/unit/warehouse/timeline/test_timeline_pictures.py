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
from warehouse.timeline.group import compared, grouped
from warehouse.timeline.render import chart, render_bytes
from warehouse.timeline.render.chart.rows import (
    LABEL_LENGTH,
    MOST_ROWS,
    MS_PER_DAY,
    PLOT_WIDTH,
    SHORTEST_BAR,
    picture_of,
)
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


def test_the_axis_of_a_single_year_says_which():
    within = [entry("a", "2023-03-10", "2023-03-10", "day"), entry("b", "2023-08-02", "2023-08-02", "day")]
    across = [entry("a", "2022-03-10", "2022-03-10", "day"), entry("b", "2023-08-02", "2023-08-02", "day")]
    assert "2023" in words(Timeline("T", tuple(within)))
    assert "2022" not in words(Timeline("T", tuple(across)))  # its ticks tell where 2023 begins


@pytest.mark.parametrize("day", [date.min, date.max])
def test_pictures_reach_to_the_ends_of_the_calendar(day):
    assert words(Timeline("T", (entry("end", str(day), str(day), "day"),)))


def words(timeline: Timeline) -> list[str]:
    texts = ElementTree.fromstring(render(timeline, "svg")).iter("{http://www.w3.org/2000/svg}text")
    return ["".join(text.itertext()) for text in texts]


@pytest.mark.parametrize(
    ("timeline", "names"),
    [
        (grouped(timeline_of(STORY[:4]), "type"), ["agreement", "meeting", "peace plan", "visit"]),
        (compared(timeline_of(STORY[:3]), timeline_of(STORY[2:4]), ("Moscow", "Beijing")),
         ["Moscow", "Moscow and Beijing", "Beijing"]),
    ],
    ids=["group-by", "compare"],
)  # fmt: skip
def test_groups_are_drawn_below_their_names(timeline, names):
    told = [row["headline"] for row in picture_of(timeline).rows]
    assert [word for word in told if word in names] == names
    assert set(names) <= set(words(timeline))
    for entry in timeline.entries:
        assert [word for word in told[: told.index(entry.headline)] if word in names][-1] == entry.group


def test_a_short_bar_of_a_long_story_can_be_seen():
    years = [entry(f"e{n}", f"20{n}-01-10", f"20{n}-01-10", "day") for n in range(10, 20)]
    timeline = Timeline("T", (*years, entry("short", "2012-03-03", "2012-03-04", "days")))
    picture = picture_of(timeline)
    short = next(row for row in picture.rows if row["headline"] == "short")
    pixels = (short["end"] - short["start"]) * PLOT_WIDTH / (picture.domain[1] - picture.domain[0])
    assert pixels == pytest.approx(SHORTEST_BAR, abs=0.1)


@pytest.mark.parametrize(
    ("timeline", "said"),
    [(timeline_of([STORY[-1]]), "No event has a date."), (Timeline("T"), "No events match.")],
    ids=["only undated", "empty"],
)
def test_a_picture_without_dates_says_so_and_has_no_axis(timeline, said):
    drawn = words(timeline)
    assert said in drawn
    assert not [word for word in drawn if "PM" in word or "1970" in word]


def test_a_story_of_one_day_has_an_axis_of_days():
    assert {"21 Mar", "22 Mar"} <= set(words(timeline_of([STORY[2]])))
    assert not [word for word in words(timeline_of([STORY[2]])) if "PM" in word]


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
