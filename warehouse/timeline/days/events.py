"""Find the event of a day: the one that the sentences told of the day are about.

Belongs here: the events of some days, and how like they are to what is told. Does not: how much an event matters (../choose.py), choosing sentences (tell.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, NamedTuple

import polars as pl

from transforms.accents import plain
from warehouse.asking.salient import WEIGHED_COLUMNS
from warehouse.queries import EventFilter, timeline_rows, told_events, words_of_events
from warehouse.timeline.build import told_entry
from warehouse.timeline.choose import with_importance
from warehouse.timeline.days.tell import likeness_of
from warehouse.timeline.entries import Entry
from warehouse.timeline.tell import content_words, empty_words

if TYPE_CHECKING:
    import duckdb

    from warehouse.asking.packed import Told

EVENTS_COMPARED: Final = 8  # events of a day that may head its entry
QUOTES_COMPARED: Final = 8  # the best quotes of an event that are compared with what is told
TOLD_LIKENESS: Final = 0.25  # cosine of words from which on an event is what the told sentences are about
NEARLY: Final = 0.8  # of the greatest likeness of an event of the day, from which on the most important event heads it

# What an apostrophe parts: "bank's", "don't", "we've", "O'Brien", "o'clock".
_PARTS: Final = frozenset(ascii_lowercase) - {"a", "i"} | {"re", "ve", "ll", "qu", "clock"}


class _Weighed(NamedTuple):
    """An event of a day, how much it matters and the words that carry its meaning."""

    event_id: str
    importance: float
    words: frozenset[str]


def events_told(
    db: duckdb.DuckDBPyConnection, filter: EventFilter, days: pl.Series, told: Mapping[date, Iterable[str]]
) -> dict[date, Entry]:
    """The event that the sentences told of a day are about, for those of the days on which the filter lets one through.

    Of the most important events of the day it is the one whose title and quotes share most words with them.
    """
    weighed, read = _main_events(db, filter, days)
    found = {day: _most_like(weighed.get(day, ()), " ".join(sentences)) for day, sentences in told.items()}
    chosen = {day: event for day, event in found.items() if event}
    unread = [event.event_id for event in chosen.values() if event.event_id not in read]
    read |= _read(db, unread, filter.as_of)
    return {day: told_entry(read[event.event_id], event.importance) for day, event in chosen.items()}


def _main_events(
    db: duckdb.DuckDBPyConnection, filter: EventFilter, days: pl.Series
) -> tuple[dict[date, list[_Weighed]], dict[str, Told]]:
    """The most important events of each day that the filter lets through, the most important one first; and by id those that were read for their words."""
    events = timeline_rows(db, replace(filter, limit=None), days, f"{WEIGHED_COLUMNS}, n_mentions")
    ranked = with_importance(events).sort(["importance", "event_id"], descending=[True, False])
    main = ranked.group_by("start_date", maintain_order=True).head(EVENTS_COMPARED)
    few = main.filter(pl.col("n_mentions") <= QUOTES_COMPARED)["event_id"]
    words = {} if filter.as_of else words_of_events(db, few.to_list())
    known = {event_id: _words_held(words.get(event_id)) for event_id in main["event_id"]}
    unknown = [event_id for event_id, words in known.items() if words is None]
    read = _read(db, unknown, filter.as_of)
    known |= {event_id: _words_told(each) for event_id, each in read.items()}
    found: dict[date, list[_Weighed]] = {}
    for event_id, day, importance in main.select("event_id", "start_date", "importance").iter_rows():
        found.setdefault(day, []).append(_Weighed(event_id, importance, known[event_id] or frozenset()))
    return found, read


def _read(db: duckdb.DuckDBPyConnection, event_ids: Collection[str], as_of: date | None) -> dict[str, Told]:
    return {each.event["event_id"]: each for each in told_events(db, event_ids, as_of)}


def _words_held(words: str | None) -> frozenset[str] | None:
    """The words that carry meaning, from the column `words`; None where words with an apostrophe lie there in two."""
    held = frozenset(plain(words).lower().split()) if words else _PARTS
    return held - empty_words() if held.isdisjoint(_PARTS) else None


def _words_told(told: Told) -> frozenset[str]:
    quotes = " ".join(quote["sentence"] or "" for quote in told.quotes[:QUOTES_COMPARED])
    return content_words(plain(f"{told.event['title']} {quotes}"))


def _most_like(events: Iterable[_Weighed], told: str) -> _Weighed | None:
    """The event that a text is about; None when it is about none of these."""
    words = content_words(plain(told))
    likeness = [(likeness_of(event.words, words), event) for event in events]
    best = max((like for like, _ in likeness), default=0.0)
    # in the order of importance
    return next((event for like, event in likeness if like >= max(TOLD_LIKENESS, NEARLY * best)), None)
