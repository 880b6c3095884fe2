"""Find the event of a day: the one that the sentences told of the day are about.

Belongs here: the events of some days, and how like they are to what is told. Does not: how much an event matters (../choose.py), choosing sentences (tell.py).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, NamedTuple

import polars as pl

from transforms.accents import plain
from warehouse.asking.packed import told_by_key
from warehouse.asking.salient import WEIGHING_COLUMNS
from warehouse.queries import EventFilter, column_of_events, events_of_days, told_events
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
WORDS_OF_EVENT: Final = 60  # words that carry meaning; more are those of further reports
NEARLY: Final = 0.8  # of the greatest likeness of an event of the day, from which on the most important event heads it

# What an apostrophe parts: "bank's", "don't", "we've", "O'Brien", "o'clock".
_PARTS: Final = frozenset(ascii_lowercase) - {"a", "i"} | {"re", "ve", "ll", "qu", "clock"}


# How an event is known before it is read: by its number, in half the room of its id; the history has ids alone.
Key = int | str


class _Weighed(NamedTuple):
    """An event of a day, how much it matters and the words that carry its meaning."""

    key: Key
    importance: float
    words: frozenset[str]


class MainEvents(NamedTuple):
    """The most important events of each day, the most important one first; and by key those that were read for their words."""

    of_day: dict[date, list[_Weighed]]
    read: dict[Key, Told]


def events_told(
    db: duckdb.DuckDBPyConnection, main: MainEvents, told: Mapping[date, Iterable[str]], as_of: date | None = None
) -> dict[date, Entry]:
    """The event that the sentences told of a day are about, for those of the days that have one.

    Of the most important events of the day it is the one whose title and quotes share most words with them.
    """
    found = {day: _most_like(main.of_day.get(day, ()), " ".join(sentences)) for day, sentences in told.items()}
    chosen = {day: event for day, event in found.items() if event}
    unread = [event.key for event in chosen.values() if event.key not in main.read]
    read = main.read | _read(db, unread, as_of)
    return {day: told_entry(read[event.key], event.importance) for day, event in chosen.items()}


def main_events(db: duckdb.DuckDBPyConnection, filter: EventFilter, days: pl.Series) -> MainEvents:
    """The most important events of each day that the filter lets through."""
    key = "event_key" if filter.as_of is None else "event_id"
    columns = f"{key} as key, {WEIGHING_COLUMNS}" + ("" if filter.as_of else ", n_mentions, has_apostrophes")
    events = events_of_days(db, replace(filter, limit=None), days, columns)
    main = _most_important(db, with_importance(events))
    known = _words_of(db, main) if filter.as_of is None else dict.fromkeys(main["key"])
    unknown = [key for key, words in known.items() if words is None]
    read = _read(db, unknown, filter.as_of)
    known |= {key: _words_told(each) for key, each in read.items()}
    found: dict[date, list[_Weighed]] = {}
    for key, day, importance in main.select("key", "start_date", "importance").iter_rows():
        found.setdefault(day, []).append(_Weighed(key, importance, known[key] or frozenset()))
    return MainEvents(found, read)


def _most_important(db: duckdb.DuckDBPyConnection, events: pl.DataFrame) -> pl.DataFrame:
    """The EVENTS_COMPARED most important events of each day, equals by id; in falling order."""
    place = pl.col("importance").rank("min", descending=True).over("start_date")
    first = events.filter(place <= EVENTS_COMPARED)
    if events.schema["key"] != pl.String:
        # the ids of so many events would take a third of the time, and few are equals
        equals = first.filter(pl.struct("start_date", "importance").is_duplicated())
        ids = column_of_events(db, "event_id", equals["key"].to_list())
        first = first.with_columns(event_id=pl.col("key").replace_strict(ids, default=None, return_dtype=pl.String))
    else:
        first = first.with_columns(event_id="key")
    ranked = first.sort(["importance", "event_id"], descending=[True, False])
    return ranked.group_by("start_date", maintain_order=True).head(EVENTS_COMPARED)


def _read(db: duckdb.DuckDBPyConnection, keys: Collection[Key], as_of: date | None) -> dict[Key, Told]:
    if as_of is None:
        numbers = [key for key in keys if isinstance(key, int)]
        return dict(told_by_key(db, numbers).items())
    return {each.event["event_id"]: each for each in told_events(db, list(map(str, keys)), as_of)}


def _words_of(db: duckdb.DuckDBPyConnection, events: pl.DataFrame) -> dict[Key, frozenset[str] | None]:
    """The words of events that carry meaning, from the column `words`; None where it does not tell them.

    It holds the words of all quotes, and those with an apostrophe in two.
    """
    few = events.filter(pl.col("n_mentions") <= QUOTES_COMPARED)
    held = column_of_events(db, "words", few["key"].to_list())
    cut = set(few.filter("has_apostrophes")["key"])
    found: dict[Key, frozenset[str] | None] = dict.fromkeys(events["key"])
    for key in few["key"]:
        words = frozenset(plain(held.get(key, "")).lower().split())
        if words and (key not in cut or words.isdisjoint(_PARTS)):
            found[key] = words - empty_words()
    return found


def _words_told(told: Told) -> frozenset[str]:
    quotes = " ".join(quote["sentence"] or "" for quote in told.quotes[:QUOTES_COMPARED])
    return content_words(plain(f"{told.event['title']} {quotes}"))


def _most_like(events: Iterable[_Weighed], told: str) -> _Weighed | None:
    """The event that a text is about; None when it is about none of these."""
    words = content_words(plain(told))
    likeness = [(_likeness(event.words, words), event) for event in events]
    best = max((like for like, _ in likeness), default=0.0)
    # in the order of importance
    return next((event for like, event in likeness if like >= max(TOLD_LIKENESS, NEARLY * best)), None)


def _likeness(event: frozenset[str], told: frozenset[str]) -> float:
    """Cosine of their words; the many words of an event that many reports tell do not make it less like."""
    return likeness_of(event, told) * math.sqrt(max(1.0, len(event) / WORDS_OF_EVENT))
