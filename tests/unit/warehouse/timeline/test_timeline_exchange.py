"""Formats that other programs read hold the dates that the interval has, and their own rules accept them."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from io import BytesIO, StringIO

import polars as pl
import pytest
from hostile_strings import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import validate
from timeline_story import STORY, Event, Quote, timeline_of

from transforms.temporal.interval import Precision
from warehouse.timeline import render
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry, Timeline
from warehouse.timeline.render import format_of_file, render_bytes
from warehouse.timeline.render.flat import SCHEMA

# https://timeline.knightlab.com/docs/json-format.html
_DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
_TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
_SLIDE = {
    "type": "object",
    "properties": {
        "start_date": _DATE,
        "end_date": _DATE,
        "text": _TEXT,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "autolink": {"type": "boolean"},
        "unique_id": {"type": "string"},
    },
    "additionalProperties": False,
}
TIMELINE_JS = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "title": _SLIDE,
        "events": {"type": "array", "items": {**_SLIDE, "required": ["start_date"]}},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "additionalProperties": False,
}

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


def timeline_with(when: When) -> Timeline:
    return Timeline("T", (Entry("e1", when, "Head", "visit", "visit", "happened"),))


def hostile_story(hostile: str) -> Timeline:
    quote = Quote(hostile, f"{hostile} word {hostile}", "word", title=hostile, url=hostile)
    return timeline_of(
        [Event("bad", "visit", hostile, "2023-03-20", (quote,), actors=(hostile,), place=hostile), STORY[0]],
        title=hostile,
    )


def test_timelinejs_follows_its_schema_and_loses_nothing():
    document = json.loads(render(timeline_of(STORY), "timelinejs"))
    validate(document, TIMELINE_JS)
    assert len(document["events"]) == len(STORY) - 1
    assert "Dmitry Peskov briefs the press" in document["title"]["text"]["text"]


@settings(max_examples=200, deadline=None)
@given(WHENS)
def test_timelinejs_begins_and_ends_with_the_interval_and_never_invents_a_day(when):
    [slide] = json.loads(render(timeline_with(when), "timelinejs"))["events"]
    validate(slide, _SLIDE)
    start, end = slide["start_date"], slide.get("end_date", slide["start_date"])
    assert date(start["year"], start.get("month", 1), start.get("day", 1)) == when.start
    assert date(end["year"], end["month"], end["day"]) == when.end
    assert slide["display_date"] == when.words
    if when.precision in ("month", "year", "quarter", "decade") and when.start.day == 1:
        assert "day" not in start


@settings(max_examples=200, deadline=None)
@given(WHENS)
def test_a_calendar_holds_the_whole_interval_and_marks_what_is_rough(when):
    [event] = Calendar.from_ical(render(timeline_with(when), "ical")).walk("VEVENT")
    assert event.decoded("dtstart") == when.start
    if when.end < date.max:
        assert event.decoded("dtend") - timedelta(days=1) == when.end
    assert (str(event["status"]) == "CONFIRMED") == when.is_exact
    assert (str(event["summary"]) == "Head") == when.is_exact
    assert when.is_exact or when.words in str(event["summary"])
    assert str(event["x-dateline-edtf"]) == when.edtf


def test_a_calendar_has_a_note_for_what_has_no_date_and_every_id_once():
    calendar = Calendar.from_ical(render(timeline_of(STORY), "ical"))
    assert [str(note["summary"]) for note in calendar.walk("VJOURNAL")] == ["Dmitry Peskov briefs the press (undated)"]
    ids = [str(each["uid"]) for each in (*calendar.walk("VEVENT"), *calendar.walk("VJOURNAL"))]
    assert len(set(ids)) == len(ids) == len(STORY)


@pytest.mark.parametrize(
    ("where", "location", "geo"),
    [
        ({"place": "Gafsa", "country": "Tunisia", "at": (34.425, -8.784)}, "Gafsa, Tunisia", (34.425, -8.784)),
        ({"place": "Gafsa", "at": (0.0, 0.0)}, "Gafsa", (0.0, 0.0)),
        ({"place": "Tunisia", "country": "Tunisia"}, "Tunisia", None),
        ({}, None, None),
    ],
)
def test_calendars_and_flat_files_say_where_an_event_lies_as_far_as_that_is_known(where, location, geo):
    told = timeline_of([Event("e", "visit", "Head", "2023-03-20", STORY[0].quotes, **where)])
    [event] = Calendar.from_ical(render(told, "ical")).walk("VEVENT")
    assert (event.get("location"), "geo" in event) == (location, geo is not None)
    assert geo is None or (event["geo"].latitude, event["geo"].longitude) == geo
    frame = pl.read_parquet(BytesIO(render_bytes(told, "parquet")))
    assert frame.select("place", "country", "latitude", "longitude").row(0) == (
        where.get("place"), where.get("country"), *(geo or (None, None)),
    )  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(WHENS)
def test_flat_files_hold_the_interval(when):
    [row] = csv.DictReader(StringIO(render(timeline_with(when), "csv")))
    assert (row["start_date"], row["end_date"]) == (when.start.isoformat(), when.end.isoformat())
    assert (row["precision"], row["edtf"], row["when"]) == (when.precision, when.edtf, when.words)
    frame = pl.read_parquet(BytesIO(render_bytes(timeline_with(when), "parquet")))
    assert frame.schema == SCHEMA
    assert frame.row(0)[:5] == (when.start, when.end, when.precision, when.edtf, when.words)


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_no_cell_of_a_csv_is_a_formula_and_no_line_is_broken(hostile):
    rows = list(csv.reader(StringIO(render(hostile_story(hostile), "csv"))))
    assert {len(row) for row in rows} == {len(SCHEMA)}
    assert len(rows) == 3
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_words_stay_in_their_property_of_a_calendar_and_out_of_the_html_of_timelinejs(hostile):
    calendar = Calendar.from_ical(render(hostile_story(hostile), "ical"))
    assert len(calendar.walk("VEVENT")) == 2
    assert {name for event in calendar.walk("VEVENT") for name in event} <= {
        "UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "CATEGORIES", "DTSTART", "DTEND", "STATUS", "TRANSP", "LOCATION", "URL",
        "X-DATELINE-PRECISION", "X-DATELINE-EDTF",
    }  # fmt: skip
    document = json.loads(render(hostile_story(hostile), "timelinejs"))
    validate(document, TIMELINE_JS)
    texts = [slide["text"] for slide in (document["title"], *document["events"])]
    assert not [text for text in texts if "<" in text["headline"]]
    tags = {part.split(">")[0].split(" ")[0] for text in texts for part in text["text"].split("<")[1:]}
    assert tags <= {"p", "/p", "a", "/a"}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.html", "html"),
        ("A.ICS", "ical"),
        ("x.parquet", "parquet"),
        ("x.md", "markdown"),
        ("x", None),
        ("x.doc", None),
    ],
)
def test_the_ending_of_a_file_says_its_format(name, found):
    assert format_of_file(name) == found
