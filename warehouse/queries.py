"""Ask the warehouse: filters into parameterised SQL into frames, and the user's own read-only SQL.

Belongs here: what a filter means. Does not: choosing and drawing entries (timeline/), opening the file (connection.py), wording of SQL errors (user_sql.py).
Every function takes a connection of `Warehouse.reading`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

import duckdb
import polars as pl

from transforms.schema import DATE_BASES, STATUSES
from warehouse.errors import WarehouseError
from warehouse.status import WarehouseStatus, warehouse_status
from warehouse.user_sql import missing_marts, run_query

__all__ = [
    "EventFilter",
    "WarehouseStatus",
    "evidence_rows",
    "find_event",
    "query_pattern",
    "run_query",
    "timeline_rows",
    "warehouse_status",
]

# Names are compared by their words: lower case, without accents, one blank around each.
_WORDS = r"' ' || trim(regexp_replace(lower(strip_accents({})), '[^\p{{L}}\p{{N}}]+', ' ', 'g')) || ' '"
_ORDER = "start_date nulls last, end_date, precision, event_id"
_SHOWN_IDS = 3


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are meant; what is empty or None filters nothing, and of several values of one field any will do.

    actor, place: whole names or words of names, in any case and without regard to accents.
    event_type: ids of types, or of families of the built-in ontology. status, basis: values of `status` and `date_basis`.
    query: words or phrases, separated by commas; any of them as whole words in the title or the evidence. A `*` at the end stands for any ending.
    since, until: events whose interval shares a day with this period; undated events share none.
    as_of: events that had been reported by the end of this day. min_sources: outlets that report it. limit: at most so many rows.

    Raises:
        WarehouseError: a status, basis or period that cannot be.
    """

    actor: str | Sequence[str] | None = None
    event_type: str | Sequence[str] | None = None
    place: str | Sequence[str] | None = None
    query: str | None = None
    since: date | None = None
    until: date | None = None
    basis: str | Sequence[str] | None = None
    status: str | Sequence[str] | None = None
    as_of: date | None = None
    min_sources: int | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        _check_known("status", _several(self.status), STATUSES)
        _check_known("date basis", _several(self.basis), DATE_BASES)
        if self.since and self.until and self.until < self.since:
            raise WarehouseError(f"the period ends before it begins: {self.since} to {self.until}")


def timeline_rows(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> pl.DataFrame:
    """The rows of the mart `timeline` that the filter lets through, by start_date (undated last), end_date, precision and event_id.

    Raises:
        WarehouseError: an event type that nobody knows, or the marts were never built.
    """
    with missing_marts():
        condition, parameters = _condition(db, filter)
        limit = "" if filter.limit is None else f" limit {int(filter.limit)}"
        return db.sql(f"select * from main.timeline where {condition} order by {_ORDER}{limit}", params=parameters).pl()


def evidence_rows(db: duckdb.DuckDBPyConnection, event_ids: Iterable[str]) -> pl.DataFrame:
    """The rows of the mart `event_evidence` of these events, by event_id and evidence_rank.

    Raises:
        WarehouseError: the marts were never built.
    """
    with missing_marts():
        return db.sql(
            "select * from main.event_evidence where event_id in (select unnest($ids::varchar[])) order by event_id, evidence_rank",
            params={"ids": list(event_ids)},
        ).pl()


def find_event(db: duckdb.DuckDBPyConnection, event_id: str) -> dict[str, Any]:
    """The row of the mart `timeline` with this id, with the id that took its place, or with the only id that begins so.

    Raises:
        WarehouseError: no such event, several, or one whose articles no longer report it.
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
        return (
            db.sql("select * from main.timeline where event_id = $id", params={"id": current}).pl().row(0, named=True)
        )


def _only_event(event_id: str, found: Sequence[tuple[str, str | None]]) -> str:
    exact = [current for known, current in found if known == event_id]
    currents = exact or sorted({current for _, current in found if current}) or [current for _, current in found]
    if not event_id or not currents:
        raise WarehouseError(f'no event {event_id!r}: `dateline sql "select event_id, title from timeline"` lists them')
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


def _condition(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> tuple[str, dict[str, object]]:
    """The SQL condition of a filter, and the values of its parameters."""
    parts: dict[str, tuple[str, object]] = {
        "actors": ("list_has_any(actor_names, $actors::varchar[])", _actor_names(db, _several(filter.actor))),
        "types": ("list_contains($types::varchar[], event_type)", _known_types(db, _several(filter.event_type))),
        "places": (
            f"list_bool_or([contains({_WORDS.format('place')}, name) for name in $places::varchar[]])",
            _words(db, _several(filter.place)),
        ),
        "pattern": (
            "(regexp_matches(title, $pattern) or event_id in"
            " (select event_id from main.event_evidence where regexp_matches(sentence, $pattern)))",
            query_pattern(filter.query),
        ),
        "since": ("end_date >= $since::date", filter.since),
        "until": ("start_date <= $until::date", filter.until),
        "bases": ("list_contains($bases::varchar[], date_basis)", _several(filter.basis) or None),
        "statuses": ("list_contains($statuses::varchar[], status)", _several(filter.status) or None),
        "as_of": ("first_reported_at < ($as_of::date + 1)::timestamptz", filter.as_of),
        "min_sources": ("n_sources >= $min_sources::bigint", filter.min_sources),
    }
    wanted = {name: part for name, part in parts.items() if part[1] is not None}
    condition = " and ".join(sql for sql, _ in wanted.values()) or "true"
    return condition, {name: value for name, (_, value) in wanted.items()}


def _several(value: str | Sequence[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _words(db: duckdb.DuckDBPyConnection, names: Collection[str]) -> list[str] | None:
    """The names as their words, as they are compared; None without names."""
    if not names:
        return None
    rows = db.execute(
        f"select {_WORDS.format('name')} from (select unnest($names::varchar[]) as name)", {"names": list(names)}
    )
    return [words for (words,) in rows.fetchall()]


def _actor_names(db: duckdb.DuckDBPyConnection, asked: Collection[str]) -> list[str] | None:
    """The full names of the actors that are asked for: those that hold the words of one of the names."""
    words = _words(db, asked)
    if words is None:
        return None
    rows = db.execute(
        f"with actors as (select actor_name, {_WORDS.format('actor_name')} as words from main.actor_activity)"
        " select distinct actor_name from actors, (select unnest($words::varchar[]) as asked) where contains(words, asked)",
        {"words": words},
    )
    return [name for (name,) in rows.fetchall()]


def _known_types(db: duckdb.DuckDBPyConnection, asked: Collection[str]) -> list[str] | None:
    """The event types that are asked for, families replaced by their types."""
    if not asked:
        return None
    stored = {name for (name,) in db.execute("select distinct event_type from main.timeline").fetchall()}
    if stored.issuperset(asked):
        return list(asked)
    # the ontology is read only when somebody asks for what the warehouse does not hold: a type without events, or a family
    from transforms.events import load_ontology

    types = load_ontology().types
    families = {kind.family: [name for name in types if types[name].family == kind.family] for kind in types.values()}
    _check_known("event type", asked, {*stored, *types, *families})
    return [name for value in asked for name in ([value] if value in stored else families.get(value, [value]))]


def _check_known(what: str, asked: Collection[str], known: Collection[str]) -> None:
    for value in asked:
        if value not in known:
            near = get_close_matches(value, sorted(known), n=3) or sorted(known)
            raise WarehouseError(f"there is no {what} {value!r}: did you mean {' or '.join(near)}?")


def query_pattern(query: str | None) -> str | None:
    """A regular expression (RE2) for any of the words or phrases, as whole words and in any case."""
    terms = [term.strip() for term in (query or "").split(",") if term.strip()]
    if not terms:
        return None
    return rf"(?i)(?:^|[^\pL\pN])(?:{'|'.join(_term(term) for term in terms)})(?:[^\pL\pN]|$)"


def _term(term: str) -> str:
    ending = r"[\pL\pN]*" if term.endswith("*") else ""
    return (
        r"\s+".join("".join(_escaped(character) for character in word) for word in term.removesuffix("*").split())
        + ending
    )


def _escaped(character: str) -> str:
    return character if character.isalnum() else rf"\x{{{ord(character):x}}}"
