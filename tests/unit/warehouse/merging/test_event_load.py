from __future__ import annotations

import pytest
from warehouse_rows import article, event, everything, link, load_articles, load_mentions, mention, rows_of, same_tables

from transforms.merge import READ_MENTIONS
from transforms.schema import EVENT_LINKS, EVENT_MENTIONS, EVENTS, SchemaError
from warehouse.connection import Warehouse
from warehouse.merging.write import EventCounts, mentions_to_merge, write_events


def write(db: Warehouse, events: list[dict], links: dict[str, str], run_id: str = "run-1") -> EventCounts:
    rows = [link(mention_id, event_id) for mention_id, event_id in links.items()]
    return write_events(db, EVENTS.frame(events), EVENT_LINKS.frame(rows), run_id)


def aliases(db: Warehouse) -> dict[str, str | None]:
    return dict(rows_of(db, "select alias_id, event_id from raw.event_aliases"))


def test_counts_say_what_was_added_changed_and_removed(db):
    assert write(db, [event("e1"), event("e2")], {"m1": "e1", "m2": "e2"}) == EventCounts(2, 2, 0, 0)
    changed = [event("e1", title="New title"), event("e3")]
    assert write(db, changed, {"m1": "e1", "m2": "e3"}) == EventCounts(2, 1, 1, 1)
    assert rows_of(db, "select event_id, title from raw.events order by all") == [
        ("e1", "New title"),
        ("e3", "Xi Jinping visits Moscow"),
    ]


def test_a_second_write_changes_no_row(db):
    events = [
        event("e1"),
        event(
            "e2", actors=[], place=None, start_date=None, end_date=None, edtf=None, date_basis=None, precision="unknown"
        ),
        event("e3", actors=[{"name": "Xi", "role": None, "kind": None, "state": None}] * 2, first_reported_at=None),
    ]
    links = {"m1": "e1", "m2": "e2", "m3": "e3"}
    write(db, events, links)
    before = everything(db)
    assert write(db, events[::-1], links, "run-2") == EventCounts(3, 0, 0, 0)
    assert same_tables(before, everything(db)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"actors": [{"name": "Xi Jinping", "role": "target", "kind": "person", "state": "China"}]},
        {"actors": []},
        {"place": None},
        {"confidence": 0.91},
        {"n_sources": 2},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_difference_is_written(db, change):
    write(db, [event("e1")], {"m1": "e1"})
    assert write(db, [event("e1", **change)], {"m1": "e1"}).n_changed == 1
    with db.reading() as connection:
        assert connection.sql("from raw.events").pl().equals(EVENTS.frame([event("e1", **change)]))


def test_a_merged_event_resolves_to_the_one_that_holds_most_of_its_mentions(db):
    write(db, [event("e1"), event("e2"), event("e3")], {"m1": "e1", "m2": "e1", "m3": "e1", "m4": "e2", "m5": "e3"})
    write(db, [event("e2"), event("e3")], {"m1": "e3", "m2": "e3", "m3": "e2", "m4": "e2", "m5": "e3"}, "run-2")
    assert rows_of(db, "from raw.event_aliases") == [("e1", "e3", "run-2")]


def test_a_chain_of_merges_resolves_to_its_end(db):
    write(db, [event("e1"), event("e2"), event("e3")], {"m1": "e1", "m2": "e2", "m3": "e3"})
    write(db, [event("e2"), event("e3")], {"m1": "e2", "m2": "e2", "m3": "e3"})
    write(db, [event("e3")], {"m1": "e3", "m2": "e3", "m3": "e3"})
    assert aliases(db) == {"e1": "e3", "e2": "e3"}


def test_an_event_whose_mentions_got_new_ids_is_known_by_type_title_and_dates(db):
    write(db, [event("e1"), event("e2", title="Another")], {"m1": "e1", "m2": "e2"})
    write(db, [event("e8"), event("e9", title="Another", start_date=None, end_date=None)], {"m8": "e8", "m9": "e9"})
    assert aliases(db) == {"e1": "e8", "e2": None}


def test_an_event_that_nothing_reports_any_more_leaves_its_id(db):
    write(db, [event("e1"), event("e2", title="Another")], {"m1": "e1", "m2": "e2"})
    write(db, [event("e1")], {"m1": "e1"})
    assert aliases(db) == {"e2": None}


def test_an_event_that_comes_back_is_no_alias(db):
    first = ([event("e1"), event("e2", title="Another")], {"m1": "e1", "m2": "e2"})
    write(db, *first)
    write(db, [event("e1")], {"m1": "e1", "m2": "e1"})
    assert aliases(db) == {"e2": "e1"}
    write(db, *first)
    assert aliases(db) == {}


def test_what_is_merged_are_all_mentions_with_what_is_known_of_their_articles(db):
    articles = [article("a2"), article("a1"), article("silent")]
    mentions = [mention("a2"), mention("a1")]
    assert mentions_to_merge(db)[0].equals(READ_MENTIONS.empty())
    load_articles(db, *articles)
    load_mentions(db, articles, mentions)
    found, told = mentions_to_merge(db)
    assert found.equals(EVENT_MENTIONS.frame(mentions).sort("mention_id").select(READ_MENTIONS.names))
    assert told.columns == ["article_id", "source", "published_at", "published_date", "near_duplicate_of", "title"]
    assert told["article_id"].to_list() == ["a1", "a2"]


def test_an_event_id_that_stands_twice_is_refused_and_the_old_rows_stay(db):
    write(db, [event("e1")], {"m1": "e1"})
    before = everything(db)
    with pytest.raises(SchemaError, match="two rows with the key"):
        write(db, [event("e2"), event("e2")], {"m1": "e2"})
    assert same_tables(before, everything(db)) == []
