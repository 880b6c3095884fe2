"""Which events somebody means who names a state as a place."""

from __future__ import annotations

from datetime import date

import pytest
from warehouse_rows import event, load_story

from warehouse.asking.near_names import unknown_names
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.queries import EventFilter, timeline_rows

DAY = {"start_date": date(2023, 3, 20), "end_date": date(2023, 3, 20)}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Tunisia", ["inland", "port", "state"]),
        ("tunisia", ["inland", "port", "state"]),
        ("Tunisian", []),
        ("Tuni", []),
        ("Sfax", ["port"]),
        ("Peru", ["elsewhere"]),
        (("Peru", "Gafsa"), ["elsewhere", "inland"]),
        ("Norfield", ["elsewhere", "inland-of-nobody"]),
        ("Chile", []),
    ],
)
@pytest.mark.parametrize("as_of", [None, date(2030, 1, 1)])
def test_a_state_as_a_place_is_also_all_that_lies_in_it(asked, expected, as_of):
    db = Warehouse(IN_MEMORY)
    where = {
        "state": ("Tunisia", "Tunisia"),
        "inland": ("Gafsa", "Tunisia"),
        "port": ("Sfax", "Tunisia"),
        "elsewhere": ("Norfield", "Peru"),
        "inland-of-nobody": ("Norfield", None),
        "nowhere": (None, None),
    }
    load_story(db, [event(name, place=place, country=state, **DAY) for name, (place, state) in where.items()])
    filter = EventFilter(place=asked, as_of=as_of)
    with db.reading() as connection:
        assert sorted(timeline_rows(connection, filter)["event_id"]) == expected
        unknown = unknown_names(connection, filter, len(expected))
    assert bool(unknown) == (not expected)
