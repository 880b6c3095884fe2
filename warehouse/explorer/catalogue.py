"""The list of all events in memory, as one version of the warehouse has it.

Belongs here: the published copy that lists and counts are read from, so that they need no file and take no time. Does not: what a filter
lets through (matches.py), texts of articles (find/). It takes about 0.5 GB for a million events and, for those, some seconds to load.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import duckdb
import polars as pl

from warehouse.asking.as_of import known_by
from warehouse.asking.filters import ActorNames, EventFilter
from warehouse.asking.single_events import one_of
from warehouse.asking.user_sql import missing_marts
from warehouse.explorer.reader import Version
from warehouse.explorer.whereabouts import Whereabouts, load_whereabouts
from warehouse.queries import timeline_rows

QUOTE_LENGTH: Final = (
    300  # characters of the sentence that stands for an event in a list; one more is kept of what is cut there
)
ORDER: Final = ("start_date", "end_date", "precision", "event_id")
# Few values, many rows: kept as codes, which makes counting them quick.
CODED: Final = ("event_type", "status", "precision", "date_basis")

_EVENTS = """
    select rowid as row, event_id, event_type, status, start_date, end_date, precision, edtf, date_basis, title, actors, actor_names, place, country, latitude, longitude,
        n_mentions, n_articles, n_sources, sources, first_reported_at, last_reported_at, confidence
    from main.timeline
"""
_QUOTES = f"""
    select event_id, left(sentence, {QUOTE_LENGTH + 1}) as quote, source as quote_source from main.event_evidence
"""
# Of so many events the quotes are looked up one by one; of more, those of all events are read, which takes less time.
FEW: Final = 1_000


@dataclass(frozen=True)
class Catalogue:
    """All events in the order of time.

    events: the columns of the mart `timeline` by start_date (undated last), end_date, precision and event_id, with `quote` and `quote_source`, the
    best sentence that reports the event and its outlet. A row's number is the event's position.
    actors: the columns `actor_name` (sorted) and `positions`, those of the actor's events. names: the names of today.
    positions: for each row number (rowid) of the mart, the position.
    ids: the columns `event_id` (sorted) and `position`, for finding events.
    whereabouts: where the rows of articles and mentions lie in the file.
    """

    version: Version
    events: pl.DataFrame
    positions: pl.Series
    ids: pl.DataFrame
    whereabouts: Whereabouts
    actors: pl.DataFrame
    names: ActorNames

    @property
    def n_events(self) -> int:
        """Events in the warehouse."""
        return self.events.height

    @cached_property
    def n_dated(self) -> int:
        """Events with a date; they come first."""
        return self.events.height - self.events["start_date"].null_count()

    @cached_property
    def event_types(self) -> frozenset[str]:
        """The types of the events."""
        return frozenset(self.events["event_type"].unique().drop_nulls().to_list())

    def position(self, event_id: str) -> int | None:
        """Where an event stands; None when there is no such event."""
        ids = self.ids["event_id"]
        at = bisect_left(ids, event_id)
        return int(self.ids["position"][at]) if at < ids.len() and ids[at] == event_id else None

    def positions_of(self, actors: Iterable[str]) -> pl.Series:
        """The positions of the events that any of these actors is in, in order, by their full names."""
        names = self.actors["actor_name"]
        found = [pl.Series(dtype=pl.UInt32)]
        for name in actors:
            at = bisect_left(names, name)
            if at < names.len() and names[at] == name:
                found.append(self.actors["positions"][at])
        return pl.concat(found).unique().sort()

    def rows(self, positions: pl.Series) -> list[dict[str, Any]]:
        """The events at some positions, in order."""
        if positions.len() and positions[-1] - positions[0] + 1 == positions.len():
            return self.events[positions[0] : positions[-1] + 1].to_dicts()
        return self.events[positions].to_dicts()

    def around(self, day: date | None, event_id: str) -> tuple[int, int]:
        """The positions at which what comes before an event ends, and what comes after it begins.

        day: the event's first day; None when undated. The event may be gone: then both are where it would have stood, or close to it.
        """
        first, last = self._stretch(day)
        found = self.position(event_id)
        return (found, found + 1) if found is not None and first <= found < last else (last, last)

    def _stretch(self, day: date | None) -> tuple[int, int]:
        if day is None:
            return self.n_dated, self.n_events
        days = self.events["start_date"]
        return bisect_left(days, day, 0, self.n_dated), bisect_right(days, day, 0, self.n_dated)


def load_catalogue(db: duckdb.DuckDBPyConnection, version: Version) -> Catalogue:
    """Read all events.

    Raises:
        WarehouseError: the marts were never built.
    """
    with missing_marts():
        events = db.sql(_EVENTS).pl()
        quotes = db.sql(f"{_QUOTES} where evidence_rank = 1").pl()
        names = ActorNames(db)
    if not events.select(pl.struct(pl.col(ORDER[0]).is_null().alias("undated"), *ORDER).alias("key"))[
        "key"
    ].is_sorted():
        events = events.sort(ORDER, nulls_last=True)
    rows = events["row"]
    by_row = pl.DataFrame({"row": rows, "position": _numbers(len(rows), pl.UInt32)})
    n_rows = events.select(pl.col("row").max().fill_null(-1)).item() + 1
    all_rows = pl.DataFrame({"row": _numbers(n_rows, pl.Int64)})
    positions = all_rows.join(by_row, on="row", how="left", maintain_order="left")["position"].rechunk()
    return _catalogue(version, events.drop("row"), quotes, positions, load_whereabouts(db, positions), names)


def load_known_events(db: duckdb.DuckDBPyConnection, now: Catalogue, filter: EventFilter) -> Catalogue:
    """Read the events that a filter with `as_of` lets through, as they were known then: a catalogue of their own, without row numbers.

    Raises:
        WarehouseError: the marts were never built, or what was known when was not.
    """
    events = timeline_rows(db, filter)
    # no parameter holds the ids: the client looks for half a dozen libraries at each value of one
    asked = one_of(events["event_id"]) if events.height <= FEW else "true"
    quotes = db.sql(
        f"""
        with known as materialized (select event_id, evidence_rank, known_at from main.event_evidence where {asked}),
        best as (select event_id, min(evidence_rank) as evidence_rank from known where {known_by(filter.as_of)} group by event_id)
        {_QUOTES} join best using (event_id, evidence_rank)
        """
    ).pl()
    return _catalogue(now.version, events, quotes, pl.Series("position", [], pl.UInt32), now.whereabouts, now.names)


def _catalogue(
    version: Version,
    events: pl.DataFrame,
    quotes: pl.DataFrame,
    positions: pl.Series,
    whereabouts: Whereabouts,
    names: ActorNames,
) -> Catalogue:
    """events: in order, without quotes."""
    listed = events.join(quotes, on="event_id", how="left", maintain_order="left")
    listed = listed.with_columns(pl.col(CODED).cast(pl.Categorical)).rechunk()
    ids = listed.select("event_id", position=_numbers(listed.height, pl.UInt32)).sort("event_id")
    actors = (
        listed.select(pl.col("actor_names").alias("actor_name"), positions=_numbers(listed.height, pl.UInt32))
        .explode("actor_name")
        .drop_nulls("actor_name")
        .group_by("actor_name")
        .agg("positions")
        .sort("actor_name")
    )
    return Catalogue(version, listed, positions, ids, whereabouts, actors, names)


def _numbers(n: int, dtype: type[pl.UInt32] | type[pl.Int64]) -> pl.Series:
    return pl.int_range(n, dtype=dtype, eager=True)
