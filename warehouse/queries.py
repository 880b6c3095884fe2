"""Ask the warehouse: filters into frames, and the user's own read-only SQL.

Belongs here: what is read from the marts. Does not: what a filter means (asking/filters.py), choosing and drawing entries (timeline/), opening the file (connection.py), wording of SQL errors (asking/user_sql.py).
Every function takes a connection of `Warehouse.reading`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import duckdb
import polars as pl

from warehouse.asking.as_of import known_by, known_then
from warehouse.asking.filters import (
    SHOWN_COLUMNS,
    EventFilter,
    asked_rows,
    rows_of_events,
)
from warehouse.asking.packed import QUOTES_PACKED, Told, told_by_key, unpacked
from warehouse.asking.query_words import query_pattern
from warehouse.asking.single_events import event_key, may_be_any, one_of
from warehouse.asking.user_sql import missing_marts, run_query
from warehouse.errors import NoEventError, WarehouseError
from warehouse.upkeep.status import WarehouseStatus, languages_without_events, warehouse_status

__all__ = [
    "EventFilter",
    "WarehouseStatus",
    "column_of_events",
    "events_of_days",
    "evidence_rows",
    "find_event",
    "languages_without_events",
    "query_pattern",
    "reporting_articles",
    "run_query",
    "timeline_rows",
    "told_events",
    "warehouse_status",
]

_ORDER = "start_date nulls last, end_date, precision, event_id"
_SHOWN_IDS = 3
ROWS_READ_THROUGH = 100  # of the mart `timeline`, in the time that looking up one event takes


def timeline_rows(db: duckdb.DuckDBPyConnection, filter: EventFilter, columns: str = SHOWN_COLUMNS) -> pl.DataFrame:
    """The rows of the mart `timeline` that the filter lets through, by start_date (undated last), end_date, precision and event_id.

    With `as_of`, the rows are what that mart would have said then. columns: which ones, in SQL.

    Raises:
        WarehouseError: an event type that nobody knows, or the marts were never built.
    """
    with missing_marts():
        table, condition, parameters = asked_rows(db, filter)
        limit = "" if filter.limit is None else f" limit {int(filter.limit)}"
        return db.sql(
            f"select {columns} from {table} where {condition} order by {_ORDER}{limit}", params=parameters
        ).pl()


def events_of_days(
    db: duckdb.DuckDBPyConnection, filter: EventFilter, days: Iterable[date], columns: str
) -> pl.DataFrame:
    """Columns, in SQL, of the rows that the filter lets through and of which it is known that they happened on one of these days, in no order.

    Raises:
        WarehouseError: an event type that nobody knows, or the marts were never built.
    """
    with missing_marts():
        table, condition, parameters = asked_rows(db, filter)
        return db.sql(f"select {columns} from {table} where {condition} and {_on_one_of(days)}", params=parameters).pl()


def column_of_events(db: duckdb.DuckDBPyConnection, column: str, keys: Collection[int]) -> dict[int, str]:
    """A column of the mart `timeline` by event_key, of some events and now and then of another one.

    Raises:
        WarehouseError: the marts were never built.
    """
    if not keys:
        return {}
    with missing_marts():
        found = db.sql(f"select event_key, {column} from main.timeline where {may_be_any(keys)}").pl()
    return dict(found.iter_rows())


def told_events(
    db: duckdb.DuckDBPyConnection,
    event_ids: Collection[str],
    as_of: date | None = None,
    unchanged: Collection[str] | None = None,
    rows: Iterable[int] = (),
) -> list[Told]:
    """What a timeline shows and quotes of the events with these ids, in no order; as they were known at the end of a day, if one is given.

    unchanged: those of which all that is known today was known then, where that has been found out; all ids are then of events that were known.
    rows: the places of the events in the mart, where these are known.

    Raises:
        WarehouseError: the marts were never built.
    """
    with missing_marts():
        told = _told_now(db, event_ids, sorted(rows))
        if as_of is None:
            return told
        if unchanged is None:
            event_ids, unchanged = _known_events(db, event_ids, as_of)
        return _told_then(db, told, event_ids, as_of, unchanged)


def _told_now(db: duckdb.DuckDBPyConnection, event_ids: Collection[str], rows: Sequence[int]) -> list[Told]:
    """Those that lie close together at the beginning of the mart are read through, the others looked up."""
    n_close = max((n for n, row in enumerate(rows, 1) if row < n * ROWS_READ_THROUGH), default=0)
    told = []
    if n_close > len(rows) / 2:  # else two questions would take longer than one
        close = ", ".join(map(str, rows[:n_close]))
        read = f"select packed from main.timeline where rowid <= {rows[n_close - 1]} and rowid in ({close})"
        told = [unpacked(packed) for (packed,) in db.execute(read).fetchall()]
    known = {each.event["event_id"] for each in told}
    others = [event_key(event_id) for event_id in event_ids if event_id not in known]
    return [*told, *told_by_key(db, others).values()]


def _told_then(
    db: duckdb.DuckDBPyConnection,
    told: Iterable[Told],
    event_ids: Collection[str],
    as_of: date,
    unchanged: Collection[str],
) -> list[Told]:
    quotes, events_now = {}, {}
    for event, now in told:
        events_now[event["event_id"]] = event
        known = [quote for quote in now if quote["known_at"] and quote["known_at"] <= as_of]
        if len(now) == QUOTES_PACKED > len(known):
            known = evidence_rows(db, [event["event_id"]], as_of).head(QUOTES_PACKED).to_dicts()
        quotes[event["event_id"]] = known
    events = _events_then(db, events_now, event_ids, as_of, unchanged)
    return [Told(event, quotes.get(event["event_id"], [])) for event in events]


def _known_events(
    db: duckdb.DuckDBPyConnection, event_ids: Collection[str], as_of: date
) -> tuple[list[str], frozenset[str]]:
    """Which of the events were known at the end of a day, and of which all that is known today: the last version of an event is the event itself."""
    spans = db.execute(
        # a second condition on the table would keep the index from being used
        f"with told as materialized (select event_id, valid_from, valid_to from main.event_history where {one_of(event_ids)})"
        f" select event_id, valid_to is null from told where {known_then(as_of)}"
    ).fetchall()
    return [event_id for event_id, _ in spans], frozenset(event_id for event_id, is_last in spans if is_last)


def _events_then(
    db: duckdb.DuckDBPyConnection,
    now: Mapping[str, dict[str, Any]],
    event_ids: Collection[str],
    as_of: date,
    unchanged: Collection[str],
) -> Iterator[dict[str, Any]]:
    """The events as they were known; `now`, what is known of them today, says so of those that are unchanged."""
    as_now = {event_id for event_id in unchanged if event_id in now}
    changed = [event_id for event_id in event_ids if event_id not in as_now]
    yield from (now[event_id] for event_id in event_ids if event_id in as_now)
    if changed:
        yield from db.sql(rows_of_events(changed, as_of)).pl().iter_rows(named=True)


def evidence_rows(db: duckdb.DuckDBPyConnection, event_ids: Iterable[str], as_of: date | None = None) -> pl.DataFrame:
    """The rows of the mart `event_evidence` of these events, by event_id and evidence_rank.

    as_of: only what was known at the end of this day.

    Raises:
        WarehouseError: the marts were never built.
    """
    with missing_marts():
        return db.sql(
            # a second condition on the table would keep the index from being used
            f"with quotes as materialized (select * from main.event_evidence where {one_of(event_ids)})"
            f" select * from quotes where {known_by(as_of)} order by event_id, evidence_rank"
        ).pl()


def reporting_articles(
    db: duckdb.DuckDBPyConnection, event_ids: Collection[str], as_of: date | None = None
) -> set[str]:
    """The ids of the articles that report any of these events; those known at the end of a day, if one is given.

    Raises:
        WarehouseError: the marts were never built.
    """
    if not event_ids:
        return set()
    columns = "article_id" if as_of is None else "article_id, known_at"
    with missing_marts():
        found = db.sql(
            f"with quotes as materialized (select {columns} from main.event_evidence where {one_of(event_ids)})"
            f" select distinct article_id from quotes where {known_by(as_of)}"
        ).fetchall()
        return {article_id for (article_id,) in found}


def find_event(db: duckdb.DuckDBPyConnection, event_id: str) -> dict[str, Any]:
    """The row of the mart `timeline` with this id, with the id that took its place, or with the only id that begins so.

    Raises:
        NoEventError: no such event.
        WarehouseError: several, or one whose articles no longer report it.
    """
    with missing_marts():
        found = db.execute(
            """
            with ids as (
                select event_id as known_id, event_id from main.timeline
                union all
                select alias_id, event_id from raw.event_aliases
            )
            select known_id, event_id from ids where starts_with(known_id, $id) order by known_id <> $id, known_id limit $shown
            """,
            {"id": event_id, "shown": _SHOWN_IDS + 1},
        ).fetchall()
        current = _only_event(event_id, found)
        return db.sql(rows_of_events([current], None)).pl().row(0, named=True)


def _on_one_of(days: Iterable[date]) -> str:
    listed = ", ".join(f"date '{day}'" for day in days)
    return f"precision = 'day' and start_date = end_date and start_date in ({listed})" if listed else "false"


def _only_event(event_id: str, found: Sequence[tuple[str, str | None]]) -> str:
    exact = [current for known, current in found if known == event_id]
    currents = exact or sorted({current for _, current in found if current}) or [current for _, current in found]
    if not event_id or not currents:
        raise NoEventError(f'no event {event_id!r}: `dateline sql "select event_id, title from timeline"` lists them')
    if len(currents) > 1:
        shown = ", ".join(known for known, _ in found[:_SHOWN_IDS])
        raise WarehouseError(
            f"several events begin with {event_id}: {shown}{', ...' if len(found) > _SHOWN_IDS else ''}; give more of the id"
        )
    if currents[0] is None:
        raise WarehouseError(
            f"event {found[0][0]} is gone: the articles that reported it were revised and no longer do"
        )
    return currents[0]
