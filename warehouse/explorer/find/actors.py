"""Actors: pages of a list, the most active first, and one actor with whom they act with.

Belongs here: reading the mart `actor_activity`. Does not: whose events a name means (warehouse/asking/filters.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import duckdb
import polars as pl

from warehouse.asking.filters import EventFilter, exactly, words_of
from warehouse.asking.user_sql import missing_marts
from warehouse.explorer.catalogue import Catalogue
from warehouse.explorer.errors import NoPlaceError, NotFoundError
from warehouse.explorer.matches import Matches
from warehouse.explorer.params import MARK, ListParams
from warehouse.explorer.store import Store
from warehouse.timeline.dates import When

PARTNERS: Final = 24


@dataclass(frozen=True, slots=True)
class ActorLine:
    """One actor: kind, the state they act for, and how many events they are in, as whom.

    first_known, last_known: both ends of the period of these events in words, as exactly as they are known; None when all are undated.
    """

    name: str
    kind: str | None
    state: str | None
    n_events: int
    n_as_source: int
    n_as_target: int
    event_types: list[str]
    first_date: date | None
    last_date: date | None
    first_known: str | None = None
    last_known: str | None = None


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """Some actors, the most active first; `next` is the place to go on after, None at the end."""

    actors: tuple[ActorLine, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ActorFound:
    """One actor, the events of that name and of no longer one, and with whom: names and numbers of common events."""

    actor: ActorLine
    matches: Matches
    partners: tuple[tuple[str, int], ...]


_COLUMNS: Final = "actor_name, kind, state, n_events, n_as_source, n_as_target, event_types, first_date, last_date"
_DATED: Final = ("start_date", "end_date", "precision", "edtf", "date_basis")  # as of When.of_columns


def actors_page(store: Store, params: ListParams) -> ActorsPage:
    """The page of actors that the parameters ask for.

    Raises:
        NoPlaceError: `after` is no place in the list.
        WarehouseError: the warehouse cannot be read.
    """
    return store.remembered(("actors", params), lambda db, catalogue: _actors_page(db, catalogue, params))


def _actors_page(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, params: ListParams) -> ActorsPage:
    n_events, mark, name = params.after.partition(MARK)
    if params.after and not (mark and n_events.isascii() and n_events.isdigit() and len(n_events) < 12):
        raise NoPlaceError
    conditions = {
        "(n_events < $n_events or (n_events = $n_events and actor_name > $name))": params.after,
        f"contains(name_words, rtrim({words_of('$query')}))": params.query,
    }
    given: dict[str, Any] = {"n_events": int(n_events or 0), "name": name, "query": params.query}
    condition = " and ".join(sql for sql, value in conditions.items() if value) or "true"
    with missing_marts():
        rows = db.execute(
            f"select {_COLUMNS} from main.actor_activity where {condition} order by n_events desc, actor_name limit $n",
            {key: value for key, value in given.items() if f"${key}" in condition} | {"n": params.limit + 1},
        ).fetchall()
    lines = tuple(_line(row, catalogue) for row in rows[: params.limit])
    last = lines[-1] if len(rows) > params.limit else None
    return ActorsPage(lines, f"{last.n_events}{MARK}{last.name}" if last else None)


def actor_found(store: Store, name: str) -> ActorFound:
    """One actor by the full name.

    Raises:
        NotFoundError: there is no such actor.
        WarehouseError: the warehouse cannot be read.
    """
    actor = store.remembered(("actor", name), lambda db, catalogue: _actor(db, catalogue, name))
    catalogue, matches = store.matches(EventFilter(actor=(exactly(name),)))
    partners = store.kept(("partners", name), catalogue, lambda: _partners(catalogue.events, matches, name))
    return ActorFound(actor, matches, partners)


def _actor(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, name: str) -> ActorLine:
    with missing_marts():
        asked = f"select {_COLUMNS} from main.actor_activity where actor_name = $name limit 1"
        found = db.execute(asked, {"name": name}).fetchall()
    if not found:
        raise NotFoundError(f"there is no actor {name[:80]!r}: look for the name in the list of actors")
    return _line(found[0], catalogue)


def _line(row: tuple[Any, ...], catalogue: Catalogue) -> ActorLine:
    """row: the values of `_COLUMNS`."""
    line = ActorLine(*row)
    positions = catalogue.positions_of([line.name])
    ends = catalogue.events["end_date"].gather(positions)
    if ends.null_count() == ends.len():
        return line
    latest = positions.filter(ends == ends.max())
    # in order of time, of those that begin alike the shortest first
    first, last = (When.of_columns(*catalogue.events.select(_DATED).row(at)) for at in (positions[0], latest[-1]))
    return replace(line, first_known=_end_words(first, first.start), last_known=_end_words(last, last.end))


def _end_words(when: When, day: date | None) -> str:
    return When(day, day, "day").short if when.is_exact else when.short


def _partners(events: pl.DataFrame, matches: Matches, name: str) -> tuple[tuple[str, int], ...]:
    names = events["actor_names"].gather(matches.positions).explode().drop_nulls()
    counted = names.filter(names != name).value_counts(name="n").sort(["n", "actor_names"], descending=[True, False])
    return tuple(counted.head(PARTNERS).rows())
