"""What "did you mean" offers."""

from __future__ import annotations

from datetime import date

import pytest
from warehouse_rows import event, load_story

from warehouse.asking.near_names import near_names, unknown_names
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.queries import EventFilter

NAMES = (
    "Mira Sarkova",
    "Ilan Sarkova",
    "Ilan Sarkova",
    "Sarkova government",
    "Emil Vella",
    "Norfield Council",
    "Ana Bö",
)


@pytest.fixture(scope="module")
def story():
    db = Warehouse(IN_MEMORY)
    actors = [{"name": name, "role": "source", "kind": "person", "state": None} for name in NAMES]
    load_story(
        db,
        [
            event(f"e{n}", actors=[actor], place=f"Port {actor['name'][:4]}", country="Tunisia")
            for n, actor in enumerate(actors)
        ],
    )
    return db


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("Sarkowa", ["Ilan Sarkova", "Mira Sarkova", "Sarkova government"]),  # who has most events stands first
        ("sarkovva", ["Ilan Sarkova", "Mira Sarkova", "Sarkova government"]),
        ("Mira Sarkowa", ["Mira Sarkova"]),
        ("Norfeild", ["Norfield Council"]),
        ("Norfeild Council", ["Norfield Council"]),
        ("Velle", ["Emil Vella"]),
        ("Wella", ["Emil Vella"]),
        ("Sarkove", ["Ilan Sarkova", "Mira Sarkova", "Sarkova government"]),
        ("Velo", []),
        ("Emal", []),  # another name as likely as a slip
        ("Vella", []),  # somebody is called so
        ("Böö", []),
        ("zzzz", []),
        ("", []),
        ("%", []),
    ],
)
def test_a_misspelled_name_or_word_of_a_name_is_offered_as_it_is_spelled(story, asked, near):
    with story.reading() as db:
        assert near_names(db, [asked]).get(asked, []) == near


@pytest.mark.parametrize("n_events", [0, 3])
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"place": ["Port Noorf", "Port Mira"]}, {"Port Noorf": ["Port Norf"]}),
        ({"place": ["Tunisa", "Tunisia"]}, {"Tunisa": ["Tunisia"]}),
        ({"actor": ["Mira Sarkowa", "Emil Vella", "zzzz"]}, {"Mira Sarkowa": ["Mira Sarkova"], "zzzz": []}),
        (
            {"actor": ["Emil Vella", "sarkova", "NORFIELD", '"Ana Bö"', "ana bo", "Sarkofa", ""]},
            {"Sarkofa": ["Ilan Sarkova", "Mira Sarkova", "Sarkova government"]},
        ),
        ({"actor": ["zzzz", "Vella"], "place": ["yyyy", "port"]}, {"zzzz": [], "yyyy": []}),
        ({"actor": ["zzzz", "Vella"], "as_of": date(2030, 1, 1)}, {"zzzz": []}),
        ({"actor": ["Vella", "Norfield"]}, {}),
        ({}, {}),
    ],
    ids=str,
)
def test_of_several_names_those_that_no_event_names_are_told_whatever_else_is_found(story, asked, expected, n_events):
    with story.reading() as db:
        assert unknown_names(db, EventFilter(**asked), n_events) == expected


@pytest.mark.parametrize(("n_events", "expected"), [(0, {"zzzz": []}), (1, {})])
def test_a_name_alone_is_known_where_events_were_found(story, n_events, expected):
    with story.reading() as db:
        assert unknown_names(db, EventFilter(actor="zzzz"), n_events) == expected
