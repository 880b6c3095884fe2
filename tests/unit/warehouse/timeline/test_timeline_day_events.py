"""Which event heads a day: the most important one that is about what is told of it."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from warehouse_rows import event, load_story

from warehouse.connection import Warehouse
from warehouse.queries import EventFilter
from warehouse.timeline.days.events import EVENTS_COMPARED, events_told, main_events

DAY = date(2023, 3, 20)


def heading_event(told: str, titles: dict[str, str], as_of: date | None = None, query: str | None = None) -> str | None:
    """The id of the event that heads a day of which this is told, among events with these titles by id."""
    warehouse = Warehouse(":memory:")
    load_story(warehouse, [event(event_id, title=title) for event_id, title in titles.items()])
    with warehouse.reading() as db:
        main = main_events(db, EventFilter(query=query, as_of=as_of), pl.Series([DAY]))
        found = events_told(db, main, {DAY: [told]}, as_of)
    return found[DAY].event_id if found else None


@pytest.mark.parametrize("as_of", [None, date(2023, 5, 1)])
@pytest.mark.parametrize(
    ("told", "titles", "expected"),
    [
        pytest.param(
            "The Vella dam opens", {"f": "Vella dam opens", "e": "Vella dam opens"}, "e", id="equals by their id"
        ),
        pytest.param("The Vella dam opens", {"e": "Norfield votes", "f": "Vella dam opens"}, "f", id="by its words"),
        pytest.param(
            "Borg's dam d opens",
            {"e": "Borg's dam d opens", "f": "Norfield votes"},
            "e",
            id="words with and without apostrophes",
        ),
        pytest.param("Plan B: c d e", {"e": "Norfield votes", "f": "Plan B c d e"}, "f", id="single letters"),
        pytest.param("The Vella dam opens", {"e": "Norfield votes"}, None, id="none is about it"),
    ],
)
def test_a_day_is_headed_by_the_event_that_its_sentences_are_about(told, titles, expected, as_of):
    assert heading_event(told, titles, as_of) == expected


def test_of_very_many_equals_of_a_day_the_first_ones_by_id_are_compared():
    others = {f"e{number:02}": "Norfield votes" for number in range(EVENTS_COMPARED)}
    assert heading_event("The Vella dam opens", {"f": "Vella dam opens", **others}) is None
    assert heading_event("The Vella dam opens", {"a": "Vella dam opens", **others}) == "a"


def test_only_events_that_the_filter_lets_through_head_a_day():
    titles = {"e": "Vella dam opens", "f": "Vella dam opens again"}
    assert heading_event("The Vella dam opens", titles, query="again") == "f"
