from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from warehouse_rows import article, event, load_articles, load_mentions, load_story, mention

from transforms.schema import EVENT_LINKS, EVENTS
from warehouse.asking import filters, query_words
from warehouse.connection import IN_MEMORY, Warehouse, WarehouseError
from warehouse.merging.write import write_events
from warehouse.queries import EventFilter, evidence_rows, find_event, timeline_rows

XI = {"name": "Xi Jinping", "role": "source", "kind": "person", "state": "China"}
PUTIN = {"name": "Vladimir Putin", "role": "target", "kind": "person", "state": "Russia"}
SAO = {"name": "João Lourenço", "role": "source", "kind": "person", "state": "Angola"}
DAY = {"start_date": date(2023, 3, 20), "end_date": date(2023, 3, 20), "precision": "day"}
MONTH = {"start_date": date(2023, 2, 1), "end_date": date(2023, 2, 28), "precision": "month"}
YEAR = {"start_date": date(2023, 1, 1), "end_date": date(2023, 12, 31), "precision": "year"}
UNDATED = {"start_date": None, "end_date": None, "precision": "unknown", "date_basis": None, "edtf": None}

EVENTS_OF_STORY = [
    event("visit", actors=[XI, PUTIN], n_sources=4, **DAY),
    event(
        "plan",
        event_type="proposal",
        actors=[XI],
        place="Beijing",
        title="China proposes peace",
        date_basis="explicit",
        **MONTH,
    ),
    event(
        "talks", event_type="meeting", actors=[SAO], place="São Tomé", title="Oil-spill talks", status="planned", **YEAR
    ),
    event(
        "old",
        actors=[],
        place=None,
        title="Undated story",
        first_reported_at=datetime(2023, 3, 1, tzinfo=UTC),
        **UNDATED,
    ),
    event("unheard", title="Never published", event_type="speech", first_reported_at=None, place="New York", **DAY),
]


@pytest.fixture(scope="module")
def story():
    db = Warehouse(IN_MEMORY)
    load_story(db, EVENTS_OF_STORY)
    return db


def found(db: Warehouse, **asked) -> list[str]:
    with db.reading() as connection:
        return timeline_rows(connection, EventFilter(**asked))["event_id"].to_list()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["talks", "plan", "unheard", "visit", "old"]),
        ({"limit": 2}, ["talks", "plan"]),
        ({"limit": 0}, []),
        ({"actor": "xi"}, ["plan", "unheard", "visit"]),
        ({"actor": "XI JINPING"}, ["plan", "unheard", "visit"]),
        ({"actor": "jin"}, []),
        ({"actor": "jinping xi"}, []),
        ({"actor": "joao lourenco"}, ["talks"]),
        ({"actor": ("putin", "Lourenço")}, ["talks", "visit"]),
        ({"actor": "Angola"}, []),
        ({"precision": "day"}, ["unheard", "visit"]),
        ({"precision": ("month", "unknown")}, ["plan", "old"]),
        ({"actor": ()}, ["talks", "plan", "unheard", "visit", "old"]),
        ({"actor": "%"}, []),
        ({"actor": "' or 1=1 --"}, []),
        ({"place": "beijing"}, ["plan"]),
        ({"place": "são"}, ["talks"]),
        ({"place": "york"}, ["unheard"]),
        ({"place": ("Moscow", "Sao Tome")}, ["talks", "visit"]),
        ({"event_type": "visit"}, ["visit", "old"]),
        ({"event_type": ["meeting", "speech"]}, ["talks", "unheard"]),
        ({"event_type": "Meeting, SPEECH"}, ["talks", "unheard"]),
        ({"event_type": ["visit,meeting", "speech,"]}, ["talks", "unheard", "visit", "old"]),
        ({"event_type": "Peace plan"}, []),
        ({"status": "Planned,denied"}, ["talks"]),
        ({"basis": "explicit, relative"}, ["talks", "plan", "unheard", "visit"]),
        ({"precision": "month,unknown"}, ["plan", "old"]),
        ({"status": "planned"}, ["talks"]),
        ({"status": ("planned", "denied")}, ["talks"]),
        ({"basis": "explicit"}, ["plan"]),
        ({"basis": ["explicit", "relative"]}, ["talks", "plan", "unheard", "visit"]),
        ({"since": date(2023, 3, 20)}, ["talks", "unheard", "visit"]),
        ({"since": date(2023, 3, 21)}, ["talks"]),
        ({"until": date(2023, 2, 1)}, ["talks", "plan"]),
        ({"until": date(2023, 1, 31)}, ["talks"]),
        ({"since": date(2023, 2, 28), "until": date(2023, 3, 19)}, ["talks", "plan"]),
        ({"since": date(2024, 1, 1)}, []),
        ({"as_of": date(2023, 3, 21)}, ["talks", "plan", "unheard", "visit", "old"]),
        ({"as_of": date(2023, 3, 21), "actor": "putin"}, ["visit"]),
        ({"as_of": date(2023, 3, 20)}, []),
        ({"min_sources": 2}, ["visit"]),
        ({"min_sources": 0}, ["talks", "plan", "unheard", "visit", "old"]),
        ({"actor": "xi", "place": "beijing", "status": "happened"}, ["plan"]),
        ({"actor": "xi", "place": "angola"}, []),
    ],
    ids=str,
)
def test_a_filter_lets_through_what_it_says_in_a_stable_order(story, asked, expected):
    assert found(story, **asked) == expected


@pytest.mark.parametrize("as_of", [None, date(2023, 12, 31)])
@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["xi"], ["plan", "unheard", "visit"]),
        (["xi", "joao"], ["talks", "plan", "unheard", "visit"]),
        (["putin", "nobody"], ["visit"]),
        (["nobody"], []),
    ],
)
def test_names_that_many_bear_find_what_they_find_one_by_one(story, names, expected, as_of, monkeypatch):
    assert found(story, actor=names, as_of=as_of) == expected
    monkeypatch.setattr(filters, "NAMES_LOOKED_FOR_SINGLY", 0)
    assert found(story, actor=names, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["putin"], ["visit"]),
        (['"Xi Jinping"'], ["plan", "unheard", "visit"]),
        (['"Xi Jinping"', "Xi Jinping"], ["plan", "unheard", "visit"]),
        (['"Vladimir"'], ["visit"]),
    ],
)
def test_names_among_more_than_one_pattern_holds_are_all_found(story, names, expected):
    others = [f"Borg {number}" for number in range(filters.WORDS_LOOKED_FOR)]
    assert found(story, actor=[*others, *names]) == found(story, actor=[*names, *others]) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("peace", ["plan"]),
        ("PEACE, oil-spill", ["talks", "plan"]),
        ("oil spill", ["talks"]),
        ("oil\u2013spill", ["talks"]),
        ("oil spills", []),
        ("-", []),
        ('"oil spill"', ["talks"]),
        ('"china proposes", “undated story”', ["plan", "old"]),
        ('"Oil spill, talks"', []),
        ('"propos*"', ["plan"]),
        ('"peace', ["plan"]),
        ("Chiná-proposés", ["plan"]),
        ("pea\u0301ce", ["plan"]),
        ('""', ["talks", "plan", "unheard", "visit", "old"]),
        ("china  proposes", ["plan"]),
        ("propose", []),
        ("propos*", ["plan"]),
        ("arrived in Moscow", ["talks", "plan", "unheard", "visit", "old"]),
        ("undated,,", ["old"]),
        (" , ", ["talks", "plan", "unheard", "visit", "old"]),
        ("p.ace", []),
        ("(", []),
        ("\\", []),
    ],
)
def test_a_query_finds_whole_words_and_phrases_in_title_and_evidence(story, query, expected, monkeypatch):
    assert found(story, query=query) == expected
    # more events hold its words than are looked up one by one
    monkeypatch.setattr(query_words, "EVENTS_LOOKED_UP", 0)
    assert found(story, query=query) == expected


@pytest.fixture(scope="module")
def accented_story():
    db = Warehouse(IN_MEMORY)
    titles = {
        "calderon": "Felipe Calderón visits Norfield",
        "plain": "Calderon speaks in Vella",
        "loose": "Felipe Caldero\u0301n leaves",
        "calderas": "Las Calderas erupts",
        "zurich": "ZÜRICH hosts talks",
        "kiev": "Встреча в Київ",
        "hindi": "गांधी ने कहा",
        "kana": "がく 開始",
    }
    load_story(db, [event(name, title=title, actors=[], **DAY) for name, title in titles.items()])
    return db


@pytest.mark.parametrize("as_of", [None, date(2023, 12, 31)])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("calderon", ["calderon", "loose", "plain"]),
        ("Calderón", ["calderon", "loose", "plain"]),
        ("CALDERÒN", ["calderon", "loose", "plain"]),
        ("caldero\u0301n", ["calderon", "loose", "plain"]),
        ("felipe calderon", ["calderon", "loose"]),
        ("Felípe-Calderón", ["calderon", "loose"]),
        ("calder*", ["calderas", "calderon", "loose", "plain"]),
        ("caldér*", ["calderas", "calderon", "loose", "plain"]),
        ("calder", []),
        ("caldero", []),
        ("zurich, kiiv", ["zurich"]),
        ("zürich hosts", ["zurich"]),
        ("київ", ["kiev"]),
        ("киів", ["kiev"]),
        ("गांधी", ["hindi"]),
        ("गंध", []),
        ("がく", ["kana"]),
    ],
)
def test_a_query_finds_words_with_any_accents_or_none(accented_story, query, expected, as_of, monkeypatch):
    assert found(accented_story, query=query, as_of=as_of) == expected
    monkeypatch.setattr(query_words, "EVENTS_LOOKED_UP", 0)
    assert found(accented_story, query=query, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"status": "hapened"}, ["'hapened'", "happened"]),
        ({"status": ["planned", "maybe"]}, ["'maybe'", "alleged", "ongoing"]),
        ({"basis": "explict"}, ["'explict'", "explicit"]),
        ({"precision": "dai"}, ["'dai'", "day"]),
        ({"event_type": "vist"}, ["'vist'", "visit"]),
        ({"event_type": "visit,Foo"}, ["'foo': `dateline types` lists them"]),
        ({"status": ""}, ["''", "happened"]),
        ({"since": date(2024, 1, 1), "until": date(2023, 1, 1)}, ["2024-01-01", "2023-01-01"]),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_with_the_nearest_names(story, asked, words):
    with pytest.raises(WarehouseError) as caught:
        found(story, **asked)
    assert all(word in str(caught.value) for word in words)
    assert "\n" not in str(caught.value)


def test_evidence_comes_by_event_and_rank(story):
    with story.reading() as connection:
        rows = evidence_rows(connection, ["visit", "plan", "nothing"])
    assert rows.select("event_id", "evidence_rank").rows() == [("plan", 1), ("visit", 1)]
    assert rows["sentence"].to_list() == ["Xi Jinping arrived in Moscow on Monday."] * 2


def test_no_ids_give_no_evidence(story):
    with story.reading() as connection:
        assert evidence_rows(connection, []).height == 0


@pytest.fixture
def merged(db):
    """`e12` was merged into `e345`; nothing reports `gone` any more."""
    articles = [article("a1"), article("a2")]
    mentions = [mention("a1"), mention("a2")]
    load_articles(db, *articles)
    load_mentions(db, articles, mentions)
    events = [event("e12"), event("e345"), event("e3", title="Third"), event("gone", title="Gone")]

    def write(rows, links):
        frame = EVENT_LINKS.frame([{"mention_id": m, "event_id": e, "merge_reason": "r"} for m, e in links.items()])
        write_events(db, EVENTS.frame(rows), frame, "run-1")

    write(events, {"a1-arrived": "e12", "a2-arrived": "e345"})
    write(events[1:3], {"a1-arrived": "e345", "a2-arrived": "e345"})
    from warehouse_rows import build

    build(db)
    return db


@pytest.mark.parametrize(
    ("event_id", "expected"), [("e345", "e345"), ("e34", "e345"), ("e12", "e345"), ("e1", "e345"), ("e3", "e3")]
)
def test_an_event_is_found_by_id_by_old_id_and_by_an_only_beginning(merged, event_id, expected):
    with merged.reading() as connection:
        assert find_event(connection, event_id)["event_id"] == expected


@pytest.mark.parametrize(
    ("event_id", "words"),
    [
        ("x", "no event 'x'"),
        ("", "no event ''"),
        ("%", "no event '%'"),
        ("e", "several events begin with e: e12, e3, e345"),
        ("gone", "event gone is gone"),
        ("go", "event gone is gone"),
    ],
)
def test_an_event_that_cannot_be_found_is_explained(merged, event_id, words):
    with merged.reading() as connection, pytest.raises(WarehouseError, match=words):
        find_event(connection, event_id)


def test_asking_before_the_marts_are_built_names_the_remedy(db):
    load_articles(db, article("a1"))
    for ask in (
        lambda c: timeline_rows(c, EventFilter()),
        lambda c: evidence_rows(c, ["e"]),
        lambda c: find_event(c, "e"),
    ):
        with db.reading() as connection, pytest.raises(WarehouseError, match="dateline run"):
            ask(connection)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("US", "aid"),
        ("the U.S.", "aid"),
        ("america", "aid"),
        ("Icc", "warrant"),
        ("Zelensky", "call"),
        ("Volodymyr Zelenskiy", "call"),
    ],
)
def test_actors_are_found_by_what_else_they_are_called(asked, expected):
    db = Warehouse(IN_MEMORY)
    names = {"aid": "United States", "warrant": "International Criminal Court", "call": "Volodymyr Zelenskyy"}
    load_story(db, [event(name, actors=[{**XI, "name": actor}], **DAY) for name, actor in names.items()])
    assert found(db, actor=asked) == [expected]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("US", ["state"]),
        ("u.s.", ["state"]),
        ("the United States", ["state"]),
        (("Britain", "Burma"), ["kingdom"]),
        ("Washington", ["capital"]),
        ("american", []),
        ("America", ["continent", "state"]),
    ],
)
@pytest.mark.parametrize("as_of", [None, date(2030, 1, 1)])
def test_places_are_found_by_what_else_a_state_is_called(asked, expected, as_of):
    db = Warehouse(IN_MEMORY)
    names = {
        "state": "United States",
        "kingdom": "United Kingdom",
        "capital": "Washington",
        "continent": "Latin America",
        "other": "Norfield",
    }
    load_story(db, [event(name, place=place, **DAY) for name, place in names.items()])
    assert sorted(found(db, place=asked, as_of=as_of)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Gaddafi", ["bbc", "cnn", "son"]),
        ("Qadhafi", ["bbc", "cnn", "son"]),
        ("Muammar Gaddafi", ["bbc", "cnn"]),
        ('"Muammar Gaddafi"', ["bbc"]),
        ("Mohamed", ["son"]),
        ("Hilary Clinton", ["clinton"]),
        ("Gerry", []),
    ],
)
@pytest.mark.parametrize("as_of", [None, date(2030, 1, 1)])
@pytest.mark.parametrize("others", [[], [f"Nobody {number}" for number in range(9)]])
def test_all_transliterations_of_a_name_are_found_by_each(asked, expected, as_of, others):
    db = Warehouse(IN_MEMORY)
    names = {
        "bbc": "Muammar Gaddafi",
        "cnn": "Moammar Gadhafi",
        "son": "Muhammad Gaddafi",
        "clinton": "Hillary Clinton",
        "kerry": "John Kerry",
    }
    load_story(db, [event(name, actors=[{**XI, "name": actor}], **DAY) for name, actor in names.items()])
    assert sorted(found(db, actor=[asked, *others], as_of=as_of)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Tayyip Erdogan", ["full", "short"]),
        ('"Tayyip Erdogan"', ["short"]),
        ('"Recep Tayyip Erdogan"', ["full"]),
        ('"tayyip erdogan"', ["full", "short"]),
        ('"Nobody"', []),
    ],
)
@pytest.mark.parametrize("as_of", [None, date(2030, 1, 1)])
def test_a_name_in_quotes_means_one_actor_alone_where_somebody_bears_it(asked, expected, as_of):
    db = Warehouse(IN_MEMORY)
    names = {"short": "Tayyip Erdogan", "full": "Recep Tayyip Erdogan"}
    load_story(db, [event(name, actors=[{**XI, "name": actor}], **DAY) for name, actor in names.items()])
    assert sorted(found(db, actor=asked, as_of=as_of)) == expected
