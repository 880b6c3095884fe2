"""What "did you mean" offers."""

from __future__ import annotations

import pytest
from warehouse_rows import event, load_story

from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.near_names import near_names
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
        db, [event(f"e{n}", actors=[actor], place=f"Port {actor['name'][:4]}") for n, actor in enumerate(actors)]
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
        ("Vella", []),  # somebody is called so
        ("Böö", []),
        ("zzzz", []),
        ("", []),
        ("%", []),
    ],
)
def test_a_misspelled_name_or_word_of_a_name_is_offered_as_it_is_spelled(story, asked, near):
    with story.reading() as db:
        assert near_names(db, EventFilter(actor=asked)).get(asked, []) == near


def test_places_are_offered_as_well(story):
    with story.reading() as db:
        assert near_names(db, EventFilter(place=["Port Noorf", "Port Mira"])) == {"Port Noorf": ["Port Norf"]}
