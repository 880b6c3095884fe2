"""Events: pages of a list, and one event with its evidence and how its date was worked out.

Belongs here: reading events into the timeline's own values (warehouse/timeline/entries.py). Does not: what a filter lets through (matches.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

import duckdb

from warehouse.asking.as_of import check_history
from warehouse.asking.filters import EventFilter, rows_of_events, several
from warehouse.asking.near_names import unknown_names
from warehouse.asking.packed import QUOTE_FIELDS, QUOTES_PACKED, told_by_key
from warehouse.asking.single_events import event_key, one_of
from warehouse.errors import NoEventError, WarehouseError
from warehouse.explorer.catalogue import QUOTE_LENGTH, Catalogue
from warehouse.explorer.errors import GoneError, IsDayError, MovedError, NotFoundError
from warehouse.explorer.matches import Matches
from warehouse.explorer.params import Cursor, EventsParams
from warehouse.explorer.store import Store
from warehouse.queries import evidence_rows, find_event
from warehouse.timeline.build import read_entry, read_evidence
from warehouse.timeline.dates import When
from warehouse.timeline.days.show import day_of_id
from warehouse.timeline.entries import Entry, Evidence, Sentence
from warehouse.timeline.render.plain import clip

QUOTES_ON_A_PAGE: Final = 20
# Of an event with so many mentions all quotes are fetched at once, from one column; of others a page.
FEW: Final = QUOTES_PACKED
# No event has this id: a place at the end of a day.
FIRST_ID: Final = "0"
# Before this place stand all dated events, before that one all, after the third one too.
LATEST: Final = Cursor(date.max, FIRST_ID)
END: Final = Cursor(None, FIRST_ID)
BEGINNING: Final = Cursor(date.min, FIRST_ID)


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Some entries of a list in order of time: those from number `first` (0 is the first of all) on, and the places before and after them."""

    entries: tuple[Entry, ...]
    catalogue: Catalogue
    matches: Matches
    first: int
    previous: Cursor | None
    next: Cursor | None

    @property
    def to_middle(self) -> Cursor | None:
        """The place after which the story is on its way, when this is the beginning of more than a page and does not reach it."""
        density = self.matches.density
        if self.first or self.next is None or density is None or density.middle == date.min:
            return None
        reached = self.entries[-1].start_date
        # a page that ends in undated events has all dated ones before these
        if reached is None or reached >= density.middle:
            return None
        return Cursor(density.middle - timedelta(days=1), FIRST_ID)


@dataclass(frozen=True, slots=True)
class ReportedDate:
    """A date that reports of an event give, and how many do."""

    when: When
    n_mentions: int


@dataclass(frozen=True, slots=True)
class EventFound:
    """One event with some of its evidence in order of rank.

    n_quotes: quotes in all. next: the rank to go on after, None at the end. best: the quote that gives the event its date, else the best one;
    best_at: the offset of its sentence in the text of its article.
    reported: the dates that its reports give, the commonest first.
    """

    entry: Entry
    quotes: tuple[Evidence, ...]
    n_quotes: int
    next: int | None
    best: Evidence | None
    best_at: int
    reported: tuple[ReportedDate, ...]


def events_page(store: Store, params: EventsParams) -> EventsPage:
    """The page of events that the parameters ask for.

    Raises:
        UserError: a parameter that cannot be, or the warehouse cannot be read.
    """
    filter = params.filter()
    catalogue, matches = store.matches(filter)
    first, last = _slice(catalogue, matches, params)
    rows = catalogue.rows(matches.positions[first:last])
    entries = tuple(_listed(row) for row in rows)
    return EventsPage(
        entries,
        catalogue,
        matches,
        first,
        (_cursor(rows[0]) if rows else END) if first > 0 else None,
        (_cursor(rows[-1]) if rows else BEGINNING) if last < matches.n_events else None,
    )


def names_nowhere(store: Store, filter: EventFilter, n_events: int) -> dict[str, list[str]]:
    """The actors and places of a filter that no event names, each with those that are spelled nearly so; n_events: how many it lets through.

    Raises:
        WarehouseError: the warehouse cannot be read.
    """
    if n_events and max(len(several(filter.actor)), len(several(filter.place))) < 2:
        return {}
    names = (tuple(several(filter.actor)), tuple(several(filter.place)))
    return store.remembered(
        ("nowhere", names, filter.as_of, n_events > 0), lambda db, _: unknown_names(db, filter, n_events)
    )


def _slice(catalogue: Catalogue, matches: Matches, params: EventsParams) -> tuple[int, int]:
    after, before = params.cursor()
    if before:
        position, _ = catalogue.around(before.day, before.event_id)
        last = bisect_left(matches.positions, position)
        return max(last - params.limit, 0), last
    first = 0
    if after:
        _, position = catalogue.around(after.day, after.event_id)
        first = bisect_left(matches.positions, position)
    return first, min(first + params.limit, matches.n_events)


def _cursor(row: Mapping[str, Any]) -> Cursor:
    return Cursor(row["start_date"], row["event_id"])


def _listed(row: Mapping[str, Any]) -> Entry:
    quote = clip(row["quote"] or "", QUOTE_LENGTH)
    summary = (Sentence(quote, row["quote_source"]),) if quote else ()
    return read_entry({**row, "importance": 0.0}, (), summary)


def event_found(store: Store, event_id: str, after: int = 0, as_of: date | None = None) -> EventFound:
    """One event with the quotes after a rank; as it was known at the end of a day, with `as_of`.

    Raises:
        IsDayError: the id is one of a day.
        MovedError: the event has another id now, or the id is the beginning of one.
        NotFoundError, GoneError: no such event, or no more.
        WarehouseError: the warehouse cannot be read.
    """
    catalogue = store.catalogue()
    position = catalogue.position(event_id)
    if position is None:
        if day := day_of_id(event_id):
            raise IsDayError(day)
        raise store.remembered(("moved", event_id), lambda db, _: _moved(db, event_id))
    if as_of:
        return store.remembered(("known", event_id, as_of), lambda db, _: _known_event(db, event_id, as_of))
    return store.remembered(("event", event_id, after), lambda db, now: _with_quotes(db, now, event_id, after))


def _moved(db: duckdb.DuckDBPyConnection, event_id: str) -> Exception:
    try:
        found = find_event(db, event_id)
    except NoEventError:
        return NotFoundError(
            f"there is no event {event_id[:80]!r}: look for it in the timeline by its day, actor or words"
        )
    except WarehouseError as error:
        gone = str(error).startswith("event ")
        return GoneError(str(error)) if gone else NotFoundError(str(error))
    return MovedError(found["event_id"])


def _with_quotes(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, event_id: str, after: int) -> EventFound:
    position = catalogue.position(event_id)
    if position is None:
        raise NotFoundError(f"event {event_id} is gone since a moment ago: look for it in the timeline")
    row = catalogue.events.row(position, named=True)
    every = _quotes_of(db, event_id)
    if row["n_mentions"] > FEW:
        rows = _quotes_after(db, event_id, after)
        found = _found(_listed(row), rows[:QUOTES_ON_A_PAGE], every)
        return _page_of(found, after, len(rows), _all_reported(db, event_id))
    rows = [quote for quote in every if quote["evidence_rank"] > after]
    found = _found(_listed(row), rows[:QUOTES_ON_A_PAGE], every)
    if len(every) == len(found.quotes):
        return found
    return _page_of(found, after, len(rows), _reported(read_evidence(every)[event_id]))


def _page_of(found: EventFound, after: int, n_left: int, reported: tuple[ReportedDate, ...]) -> EventFound:
    """The event with a page of its evidence: `n_left` quotes stand after rank `after`, `reported` are the dates of all."""
    return replace(
        found,
        n_quotes=sum(each.n_mentions for each in reported),
        next=after + QUOTES_ON_A_PAGE if n_left > QUOTES_ON_A_PAGE else None,
        reported=reported,
    )


def _quotes_of(db: duckdb.DuckDBPyConnection, event_id: str) -> list[dict[str, Any]]:
    """What `read_evidence` needs of the best quotes of an event, by rank; those of few mentions are all."""
    found = told_by_key(db, [event_key(event_id)])
    return [{"event_id": event_id, **quote} for told in found.values() for quote in told.quotes]


# what `read_evidence` needs, which is not all there is
_QUOTE: Final = f"event_id, {', '.join(name for name in QUOTE_FIELDS if name != 'known_at')}"


def _quotes_after(db: duckdb.DuckDBPyConnection, event_id: str, after: int) -> list[dict[str, Any]]:
    """Rows of mart `event_evidence`: a page of an event's and one more, by rank."""
    asked = db.execute(
        # a second condition or a limit on the table itself would keep the index from being used
        f"""
        with quotes as materialized (select {_QUOTE} from main.event_evidence where {one_of([event_id])})
        select * from quotes where evidence_rank > {int(after)} order by evidence_rank limit {QUOTES_ON_A_PAGE + 1}
        """
    )
    return _named_rows(asked)


def _named_rows(asked: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    names = [column[0] for column in asked.description or ()]
    return [dict(zip(names, values, strict=True)) for values in asked.fetchall()]


def _found(entry: Entry, rows: list[dict[str, Any]], every: list[dict[str, Any]]) -> EventFound:
    """The event with `rows` of mart `event_evidence` as all its evidence, and the one of `every` that gives it its date."""
    quotes = read_evidence(rows).get(entry.event_id, ())
    best = _best_dated(entry, read_evidence(every).get(entry.event_id, ()))
    at = next((row["sentence_start"] for row in every if best and row["mention_id"] == best.mention_id), 0)
    return EventFound(entry, quotes, len(quotes), None, best, at, _reported(quotes))


def _reported(quotes: Iterable[Evidence]) -> tuple[ReportedDate, ...]:
    counts = Counter(quote.when for quote in quotes)
    return tuple(ReportedDate(when, n) for when, n in counts.most_common())


def _all_reported(db: duckdb.DuckDBPyConnection, event_id: str) -> tuple[ReportedDate, ...]:
    dates = db.execute(
        f"""
        select start_date, end_date, precision, edtf, date_basis, count(*), min(evidence_rank)
        from main.event_evidence where {one_of([event_id])} group by all order by 6 desc, 7
        """
    ).fetchall()
    return tuple(ReportedDate(When.of_columns(*row[:5]), row[5]) for row in dates)


def _known_event(db: duckdb.DuckDBPyConnection, event_id: str, day: date) -> EventFound:
    check_history(db)
    rows = db.sql(rows_of_events([event_id], day)).pl().to_dicts()
    if not rows:
        raise NotFoundError(f"event {event_id} was not known on {day}: show it as it is known now")
    quotes = evidence_rows(db, [event_id], day).to_dicts()
    return _found(read_entry({**rows[0], "importance": 0.0}, ()), quotes, quotes)


def _best_dated(entry: Entry, quotes: tuple[Evidence, ...]) -> Evidence | None:
    """The best quote whose date is the event's, if there is one that is known in the same way; else the best of all."""
    same = [quote for quote in quotes if (quote.when.start, quote.when.end) == (entry.start_date, entry.end_date)]
    known_so = (quote for quote in same if quote.when.basis == entry.date_basis)
    return next(known_so, next(iter((*same, *quotes)), None))
