"""From rows of the marts to a timeline."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest
from timeline_story import STORY, Event, Quote, evidence_frame, timeline_frame, timeline_of

from warehouse.asking.filters import words_of
from warehouse.asking.packed import QUOTES_PACKED
from warehouse.connection import Warehouse
from warehouse.queries import EventFilter
from warehouse.sql_models.project import load_project
from warehouse.timeline import build_comparison, build_timeline, render
from warehouse.timeline.title import title_of

VISIT = "3f21ac90d1"


MUCH_REPORTED = Event(
    "quake", "disaster", "Earthquake in Japan", "2011-03-11", actors=("Japan",),
    quotes=tuple(Quote(f"Outlet {n}", f"Report {n} tells of an earthquake on Friday.", "earthquake") for n in range(QUOTES_PACKED + 31)),
)  # fmt: skip


# Marts that are made of the others by the models themselves.
MADE_OF_THEM = ("event_words", "event_names")


@pytest.fixture
def db(request):
    events = getattr(request, "param", STORY)
    with Warehouse(":memory:").reading() as connection:
        marts = {"timeline": timeline_frame(events), "event_evidence": evidence_frame(events)}
        for name, frame in marts.items():
            connection.register(f"given_{name}", frame.to_arrow())
            connection.execute(f"create table main.{name} as select * from given_{name}")
        connection.execute(
            "create or replace table main.timeline as"
            " select *, md5_number_lower(event_id) as event_key, event_key % 16777216 as lookup_key from main.timeline"
        )
        connection.execute("create schema staging; create view staging.stg_events as from main.timeline")
        for name in MADE_OF_THEM:
            model = load_project().model(name)
            connection.execute(f"create table {model.relation} as {model.sql}")
        connection.execute(
            f"create table main.actor_activity as select distinct actor_name, {words_of('actor_name')} as name_words"
            " from (select unnest(actor_names) as actor_name from main.timeline)"
        )
        yield connection


def test_a_warehouse_gives_the_same_timeline_as_its_rows(db):
    assert build_timeline(db, EventFilter(), title="T") == timeline_of(STORY, title="T")


def test_a_filter_decides_what_a_timeline_is_about(db):
    timeline = build_timeline(db, EventFilter(actor="Xi Jinping", until=date(2023, 3, 31)))
    assert [entry.headline for entry in timeline.entries] == [
        "Xi Jinping visits Russia",
        "Xi Jinping meets Vladimir Putin",
        "Xi Jinping and Vladimir Putin sign a joint statement",
    ]


@pytest.mark.parametrize(
    ("query", "headline", "beginnings"),
    [
        ("vnukovo", "Xi Jinping visits Russia", ["China's leader Xi Jinping landed at Vnukovo"]),
        ("VNÚKOVO airport, two joint", "Xi Jinping visits Russia", ["China's leader Xi Jinping landed", "The Chinese leader left"]),
        ("dinner", "Xi Jinping meets Vladimir Putin", ["Vladimir Putin hosted Xi Jinping for dinner"]),
    ],
)  # fmt: skip
def test_a_summary_tells_what_was_asked_for_where_quotes_do(db, query, headline, beginnings):
    timeline = build_timeline(db, EventFilter(query=query))
    [told] = [entry.summary for entry in timeline.everything if entry.headline == headline]
    assert len(told) == len(beginnings)
    for text, beginning in zip(sorted(sentence.text for sentence in told), sorted(beginnings), strict=True):
        assert text.startswith(beginning)


def test_a_summary_is_as_always_where_only_the_title_holds_what_was_asked_for(db):
    [asked] = build_timeline(db, EventFilter(query="China publishes")).everything
    [same] = [entry for entry in build_timeline(db, EventFilter()).everything if entry.event_id == asked.event_id]
    assert asked.summary == same.summary


@pytest.mark.parametrize("asked", [{"limit": 3}, {"filter_limit": 3}, {"limit": 3, "filter_limit": 9}])
def test_a_limit_keeps_what_mattered_and_says_what_it_left_out(db, asked):
    timeline = build_timeline(db, EventFilter(limit=asked.get("filter_limit")), limit=asked.get("limit"))
    assert len(timeline.everything) == 3
    assert VISIT in {entry.event_id for entry in timeline.everything}
    assert timeline.generated_from.n_left_out == len(STORY) - 3


@pytest.mark.parametrize("db", [[*STORY, MUCH_REPORTED]], indirect=True)
def test_quotes_that_are_not_packed_are_counted_and_so_are_their_articles(db):
    timeline = build_timeline(db, EventFilter(actor="Japan"))
    [quake] = timeline.entries
    assert (len(quake.evidence), quake.n_more_quotes, quake.n_articles) == (QUOTES_PACKED, 31, QUOTES_PACKED + 31)
    assert timeline.generated_from.n_articles == QUOTES_PACKED + 31
    assert "31 more quotes in the warehouse: dateline show quake" in render(timeline, "html")
    assert json.loads(render(timeline, "json"))["entries"][0]["n_more_quotes"] == 31
    of_both = build_comparison(db, EventFilter(), ("Japan", "Emmanuel Macron"))
    assert of_both.generated_from.n_articles == QUOTES_PACKED + 31 + 1


def test_a_filter_that_lets_nothing_through_gives_an_empty_timeline(db):
    timeline = build_timeline(db, EventFilter(since=date(2030, 1, 1)))
    assert (timeline.everything, timeline.generated_from.n_events) == ((), 0)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (EventFilter(), "Timeline"),
        (EventFilter(actor="Xi Jinping"), "Xi Jinping"),
        (
            EventFilter(actor=("Xi Jinping", "Vladimir Putin"), place="Moscow"),
            "Xi Jinping or Vladimir Putin, in Moscow",
        ),
        (EventFilter(actor=('"Ada Norfield"', "Vella")), "Ada Norfield or Vella"),
        (EventFilter(event_type="peace_plan"), "Peace plan"),
        (EventFilter(query="bp, oil spill"), "“bp, oil spill”"),
        (EventFilter(query='"bp", "oil spill"'), "“bp, oil spill”"),
        (EventFilter(query='""'), "Timeline"),
        (EventFilter(since=date(2023, 3, 1), until=date(2023, 3, 31)), "March 2023"),
        (EventFilter(since=date(2023, 1, 1), until=date(2023, 12, 31)), "2023"),
        (EventFilter(since=date(2023, 3, 20), until=date(2023, 4, 2)), "20 March - 2 April 2023"),
        (EventFilter(actor="Xi Jinping", since=date(2023, 3, 20)), "Xi Jinping, from 20 March 2023"),
        (EventFilter(until=date(2023, 3, 20)), "Up to 20 March 2023"),
        (EventFilter(status="denied"), "Denied events"),
        (EventFilter(status=("denied", "alleged"), actor="China"), "China, denied or alleged events"),
        (EventFilter(status="denied", event_type="peace_plan"), "Denied peace plan"),
        (EventFilter(status=["happened"]), "Events that happened"),
        (EventFilter(basis="published"), "Dates of publication"),
        (EventFilter(place="Moscow", basis=["explicit", "relative"]),
         "In Moscow, dates written out or counted from publication"),
        (EventFilter(precision=["day", "month", "unknown"]), "Known to the day or known to the month or not known exactly"),
        (EventFilter(min_sources=3), "Reported by at least 3 sources"),
        (EventFilter(min_sources=1), "Timeline"),
        (EventFilter(place=["", "  "], actor="", query=" "), "Timeline"),
    ],
)  # fmt: skip
def test_a_timeline_is_named_after_what_was_asked_for(asked, title):
    assert title_of(asked) == title


def test_a_comparison_is_named_after_its_subjects_and_what_is_asked_of_both(db):
    asked = EventFilter(status="happened", since=date(2023, 3, 1), until=date(2023, 3, 31))
    both = build_comparison(db, asked, ("Xi Jinping", "Vladimir Putin"))
    assert both.title == "Xi Jinping | Vladimir Putin, events that happened, March 2023"


@pytest.mark.parametrize("format", ["text", "markdown", "json", "html", "timelinejs", "ical"])
def test_what_was_asked_for_heads_the_timeline_in_every_format(db, format):
    timeline = build_timeline(db, EventFilter(status="denied", actor="China"))
    assert "China, denied events" in render(timeline, format).replace("\\,", ",")


def test_an_entry_carries_its_evidence_with_the_words_that_matter():
    visit = next(entry for entry in timeline_of(STORY).entries if entry.event_id == VISIT)
    first = visit.evidence[0]
    assert (visit.n_sources, len(visit.evidence), visit.when) == (4, 4, "20-22 March 2023")
    assert first.sentence[slice(*first.trigger)] == "state visit"
    assert first.sentence[slice(*first.date_words)] == "on Monday"
    assert first.date_reason and first.date_reason.startswith("“on Monday”")


def test_words_that_stand_outside_of_the_sentence_are_not_marked_in_it():
    from warehouse.timeline.build import read_evidence

    row = evidence_frame(STORY).row(0, named=True)
    before = row | {"date_text_start": row["sentence_start"] - 9, "date_text_end": row["sentence_start"] - 1}
    [[quote]] = read_evidence([before]).values()
    assert quote.date_words is None
    assert quote.trigger is not None


def test_an_article_without_outlet_or_headline_is_not_given_a_made_up_one():
    from warehouse.timeline.build import read_evidence

    row = evidence_frame(STORY).row(0, named=True) | {"source": "unknown source", "article_title": "untitled"}
    [[quote]] = read_evidence([row]).values()
    assert (quote.source, quote.article_title) == (None, None)


def test_quotes_come_in_their_order_of_rank_whatever_the_order_of_rows():
    from warehouse.timeline.build import read_evidence

    rows = evidence_frame(STORY).rows(named=True)
    assert read_evidence(reversed(rows)) == read_evidence(rows)


def test_the_coverage_counts_events_articles_and_outlets():
    coverage = timeline_of(STORY).generated_from
    assert (coverage.n_events, coverage.n_left_out, coverage.n_sources) == (len(STORY), 0, 4)


def test_importing_timelines_loads_no_drawing_or_orchestration_library():
    code = "import sys, warehouse.timeline; print([m for m in ('rich', 'jinja2', 'pandas', 'altair', 'dagster', 'duckdb') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_articles_that_name_no_outlet_are_no_outlet_together():
    unnamed = Quote("unknown source", "Karin Oslo resigned.", "resigned")
    resigned = Event("r", "resignation", "Karin Oslo resigned", "2023-03-21", (unnamed, unnamed))
    assert timeline_of([resigned]).generated_from.n_sources == 0
