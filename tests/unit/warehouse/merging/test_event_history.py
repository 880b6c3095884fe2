"""The table `event_versions`, the macro `events_as_of` and the questions asked as of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from warehouse_rows import article, build, everything, load_articles, load_mentions, mention, rows_of, same_tables

from transforms.merge import merge_mentions
from warehouse.asking.salient import salient_rows
from warehouse.connection import Warehouse, WarehouseError
from warehouse.merging.history import update_event_versions
from warehouse.merging.write import mentions_to_merge, write_events
from warehouse.queries import EventFilter, told_events
from warehouse.timeline import build_timeline
from warehouse.timeline.choose import ranking

MONTH = {"start_date": date(2023, 3, 1), "end_date": date(2023, 3, 31), "precision": "month", "edtf": "2023-03"}
PUTIN = {"name": "Vladimir Putin", "role": "target", "kind": "person", "state": "Russia"}
XI = {"name": "Xi Jinping", "role": "source", "kind": "person", "state": "China"}
PLAN = article("a1", published_at=datetime(2023, 3, 10, 9, tzinfo=UTC), published_date=date(2023, 3, 10), source="Echo")
NEWS = article("a2", published_at=datetime(2023, 3, 20, 15, tzinfo=UTC), published_date=date(2023, 3, 20))


def merge(db: Warehouse) -> None:
    merged = merge_mentions(*mentions_to_merge(db))
    write_events(db, merged.events, merged.links, "run-1")


@pytest.fixture
def told(db: Warehouse) -> Warehouse:
    """A visit that one article announces for March and a later one reports."""
    load_articles(db, PLAN, NEWS)
    planned = mention("a1", status="planned", place=None, confidence=0.8, **MONTH)
    happened = mention("a2", actors=[XI, PUTIN])
    load_mentions(db, [PLAN, NEWS], [planned, happened])
    merge(db)
    update_event_versions(db)
    build(db)
    return db


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        ("'2023-03-09'", []),
        ("'2023-03-10 08:59:59+00'", []),
        ("'2023-03-10 09:00:00+00'", [("planned", "month", None)]),
        ("date '2023-03-10'", [("planned", "month", None)]),
        ("'2023-03-10'", [("planned", "month", None)]),
        ("date '2023-03-19'", [("planned", "month", None)]),
        ("timestamptz '2023-03-20 14:59:00+00'", [("planned", "month", None)]),
        ("timestamp '2023-03-20 15:00'", [("happened", "day", "Moscow")]),
        ("date '2023-03-20'", [("happened", "day", "Moscow")]),
        ("now()", [("happened", "day", "Moscow")]),
    ],
)
def test_the_macro_tells_what_was_known_at_a_moment(told, moment, known):
    assert rows_of(told, f"select status, precision, place from events_as_of({moment})") == known


def test_a_timeline_as_of_a_day_tells_dates_status_counts_and_words_of_that_day(told):
    with told.reading() as db:
        [entry] = build_timeline(db, EventFilter(as_of=date(2023, 3, 15))).everything
    assert (entry.when, entry.status, entry.n_sources, entry.place) == ("March 2023", "planned", 1, None)
    assert [quote.article_id for quote in entry.evidence] == ["a1"]
    assert {sentence.article_id for sentence in entry.summary} == {"a1"}
    assert "Putin" not in entry.headline


@pytest.mark.parametrize(("day", "n_unchanged"), [(date(2023, 3, 15), 0), (date(2023, 3, 20), 1)])
def test_an_event_of_which_no_more_became_known_is_told_as_it_is_today(told, day, n_unchanged):
    with told.reading() as db:
        ranked = salient_rows(db, EventFilter(as_of=day), ranking(), 0).events
        ids = ranked["event_id"].to_list()
        unchanged = ranked.filter(ranked["valid_to"].is_null())["event_id"].to_list()
        looked_up, [known] = told_events(db, ids, day), told_events(db, ids, day, unchanged)
    assert (len(ids), len(unchanged)) == (1, n_unchanged)
    shown = ("event_id", "status", "precision", "place", "title", "n_sources")
    assert [[each.event[name] for name in shown] for each in looked_up] == [[known.event[name] for name in shown]]
    assert known.event["place"] == ("Moscow" if n_unchanged else None)


@pytest.mark.parametrize(
    "asked",
    [{"actor": "Putin"}, {"status": "happened"}, {"place": "Moscow"}, {"until": date(2023, 2, 1)}, {"min_sources": 2}],
    ids=str,
)
def test_a_filter_asks_of_what_was_known_then(told, asked):
    with told.reading() as db:
        assert build_timeline(db, EventFilter(as_of=date(2023, 3, 15), **asked)).everything == ()


def test_telling_again_what_has_not_changed_writes_nothing(told):
    before = everything(told)
    assert update_event_versions(told) == 0
    assert same_tables(before, everything(told)) == []


def test_a_correction_has_only_its_event_told_again(told):
    late = article(
        "a3", published_at=datetime(2023, 3, 25, tzinfo=UTC), published_date=date(2023, 3, 25), source="Post"
    )
    other = mention("a3", event_type="speech", start_date=date(2023, 3, 24), end_date=date(2023, 3, 24))
    load_articles(told, late)
    load_mentions(told, [late], [other])
    merge(told)
    assert update_event_versions(told) == 1
    load_mentions(told, [PLAN], [mention("a1", status="alleged", place=None, confidence=0.8, **MONTH)], version="v2")
    merge(told)
    assert update_event_versions(told) == 1
    assert rows_of(told, "select status from raw.event_versions where event_type = 'visit' order by valid_from") == [
        ("alleged",),
        ("happened",),
    ]


def test_versions_of_an_event_that_is_gone_are_gone(told):
    load_mentions(told, [PLAN, NEWS], [], version="v2")
    merge(told)
    update_event_versions(told)
    assert rows_of(told, "select count(*) from raw.event_versions") == [(0,)]


def test_without_histories_the_question_is_answered_with_the_remedy(told):
    with told.writing() as db:
        db.execute("delete from raw.event_versions")
    with told.reading() as db, pytest.raises(WarehouseError, match="dateline run"):
        build_timeline(db, EventFilter(as_of=date(2023, 3, 15)))
