"""The marts that count: `events_by_month`, `events_by_place`, `actor_activity`, `sources_per_event`."""

from __future__ import annotations

from datetime import UTC, date, datetime

import duckdb
import pytest

from warehouse.asking.filters import words_of

JAN, FEB = date(2023, 1, 1), date(2023, 2, 1)


def dated(event_id: str, start: date | None, end: date | None, **columns) -> dict:
    return {
        "event_id": event_id,
        "event_type": "visit",
        "start_date": start,
        "end_date": end,
        "n_mentions": 2,
        **columns,
    }


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([dated("e", date(2023, 1, 5), date(2023, 1, 5))], [(JAN, "visit", 1)]),
        ([dated("e", JAN, date(2023, 1, 31))], [(JAN, "visit", 1)]),
        ([dated("e", date(2023, 1, 31), FEB)], []),
        ([dated("e", JAN, date(2023, 12, 31))], []),
        ([dated("e", None, None)], []),
        (
            [
                dated("e1", JAN, JAN),
                dated("e2", JAN, JAN),
                dated("e3", JAN, JAN, event_type="attack"),
                dated("e4", FEB, FEB),
            ],
            [(JAN, "attack", 1), (JAN, "visit", 2), (FEB, "visit", 1)],
        ),
    ],
    ids=["a day", "a month", "two months", "a year", "undated", "months and types"],
)
def test_events_are_counted_in_the_month_that_holds_them_whole(ask, events, expected):
    assert ask({"events": events}, "select month, event_type, n_events from events_by_month") == expected


def test_a_month_counts_what_happened_mentions_and_outlets(ask):
    events = [dated("e1", JAN, JAN, n_sources=3), dated("e2", JAN, JAN, status="planned", n_sources=5)]
    assert ask({"events": events}, "select n_events, n_happened, n_mentions, max_sources from events_by_month") == [
        (2, 1, 4, 5)
    ]


def actor(name: str, role: str | None = "source", kind: str | None = "person", state: str | None = None) -> dict:
    return {"name": name, "role": role, "kind": kind, "state": state}


def test_events_are_counted_in_their_place_and_those_without_one_in_none(ask):
    kyiv = {"place": "Kyiv", "country": "Ukraine", "latitude": 50.45, "longitude": 30.52}
    events = [
        dated("e1", JAN, JAN, **kyiv, status="happened"),
        dated("e2", FEB, date(2023, 2, 28), **kyiv, status="planned"),
        dated("e3", None, None, place="São Paulo", status="happened"),
        dated("e4", JAN, JAN, place=None),
    ]
    assert ask({"events": events}, "select * exclude (name_words) from events_by_place") == [
        ("Kyiv", "Ukraine", 50.45, 30.52, 2, 1, JAN, date(2023, 2, 28)),
        ("São Paulo", None, None, None, 1, 1, None, None),
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("Peru", 1.0, 2.0), ("Chile", 3.0, 4.0)], [("Chile", 3.0, 4.0, 1), ("Peru", 1.0, 2.0, 1)]),
        ([("Peru", 1.0, 2.0), ("Peru", 5.0, 6.0), ("Peru", 5.0, 6.0)], [("Peru", 5.0, 6.0, 3)]),
        ([("Peru", 5.0, 6.0), ("Peru", 1.0, 2.0)], [("Peru", 1.0, 2.0, 2)]),
        ([("Peru", None, None), ("Peru", None, None), ("Peru", 0.0, 2.0)], [("Peru", 0.0, 2.0, 3)]),
        ([(None, None, None), ("Peru", 1.0, 2.0)], [("Peru", 1.0, 2.0, 1), (None, None, None, 1)]),
    ],
    ids=["two countries", "most events", "as many", "known in one", "old rows"],
)
def test_places_of_one_name_are_told_apart_by_country_and_lie_where_most_events_say(ask, told, expected):
    events = [
        dated(f"e{n}", JAN, JAN, place="Norfield", country=country, latitude=latitude, longitude=longitude)
        for n, (country, latitude, longitude) in enumerate(told)
    ]
    assert ask({"events": events}, "select country, latitude, longitude, n_events from events_by_place") == expected


@pytest.mark.parametrize("name", ["São Paulo", "  St. Mary's-by-the-Sea ", "U.S.", "ÅÄÖ 7", "北京", "--"])
@pytest.mark.parametrize(("mart", "column"), [("events_by_place", "place"), ("actor_activity", "actor_name")])
def test_names_are_kept_in_the_words_by_which_filters_compare_them(ask, mart, column, name):
    [expected] = duckdb.execute(f"select {words_of('$name')}", {"name": name}).fetchall()
    events = [dated("e", JAN, JAN, place=name, actors=[actor(name)])]
    assert ask({"events": events}, f"select {column}, name_words from {mart}") == [(name, *expected)]


def test_an_actor_is_one_row_with_what_it_did(ask):
    given = {
        "events": [
            dated("e1", JAN, JAN, actors=[actor("Xi"), actor("Putin", "target")]),
            dated("e2", FEB, date(2023, 2, 28), event_type="attack", actors=[actor("Putin"), actor("Putin", "target")]),
            dated("e3", None, None, actors=[actor("Putin", None), {**actor("x"), "name": None}]),
        ]
    }
    columns = "actor_name, n_events, n_as_source, n_as_target, event_types, first_date, last_date"
    assert ask(given, f"select {columns} from actor_activity") == [
        ("Putin", 3, 1, 2, ["attack", "visit"], JAN, date(2023, 2, 28)),
        ("Xi", 1, 1, 0, ["visit"], JAN, JAN),
    ]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["person", "person", "group"], "person"),
        (["person", "group"], "group"),
        ([None, "person"], "person"),
        ([None], None),
    ],
)
def test_an_actor_is_of_the_kind_that_most_events_say(ask, kinds, expected):
    events = [dated(f"e{n}", JAN, JAN, actors=[actor("Xi", kind=kind, state=kind)]) for n, kind in enumerate(kinds)]
    assert ask({"events": events}, "select kind, state from actor_activity") == [(expected, expected)]


@pytest.mark.parametrize(
    ("kind", "states", "expected"),
    [
        ("organisation", ["Malta", None, None], None),
        ("organisation", ["Malta", "Malta", "Chile", None], "Malta"),
        ("organisation", ["Malta", None], "Malta"),
        ("organisation", ["Chile", "Malta", "Peru"], None),
        ("organisation", [None], None),
        ("group", ["Malta", None, None], None),
        ("person", ["Malta", None, None], "Malta"),
        ("state", ["Malta", None, None], "Malta"),
    ],
)
def test_an_organisation_is_of_a_state_that_at_least_half_of_its_events_tell(ask, kind, states, expected):
    events = [dated(f"e{n}", JAN, JAN, actors=[actor("Norfield", kind=kind, state=s)]) for n, s in enumerate(states)]
    assert ask({"events": events}, "select state from actor_activity") == [(expected,)]


def test_an_outlet_is_one_row_per_event_with_its_first_report(ask):
    day = datetime(2023, 3, 21, tzinfo=UTC)
    articles = [
        {"article_id": "a1", "source": "Times", "published_at": day.replace(day=22), "title": "Second", "url": "u2"},
        {"article_id": "a2", "source": "Times", "published_at": day, "title": "First", "url": None},
        {"article_id": "a3", "source": "Times", "published_at": None, "title": "Undated", "url": "u3"},
        {"article_id": "a4", "source": "Echo", "published_at": None, "title": None, "url": "u4"},
    ]
    mentions = [("m1", "a1"), ("m2", "a1"), ("m3", "a2"), ("m4", "a3"), ("m5", "a4")]
    given = {
        "events": [{"event_id": "e"}],
        "articles": articles,
        "event_mentions": [{"mention_id": m, "article_id": a, "sentence_end": 1} for m, a in mentions],
        "event_links": [{"mention_id": m, "event_id": "e"} for m, _ in mentions],
    }
    columns = "source, n_articles, n_mentions, first_reported_at::date, last_reported_at::date, first_article_title, first_url"
    assert ask(given, f"select {columns} from sources_per_event") == [
        ("Echo", 1, 1, None, None, "untitled", "u4"),
        ("Times", 3, 4, date(2023, 3, 21), date(2023, 3, 22), "First", None),
    ]
