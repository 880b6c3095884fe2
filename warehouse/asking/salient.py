"""The events of a filter that can matter: in a large warehouse only these are read.

Belongs here: ranking inside DuckDB, by what stands in narrow columns. Does not: the weights and what else makes an event important (timeline/choose.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, Final, NamedTuple

import duckdb
import polars as pl

from warehouse.asking.filters import EventFilter, asked_rows
from warehouse.asking.user_sql import missing_marts
from warehouse.ddl import literal

FIRST_ROWS: Final = 20_480  # of a mart; how many of them a filter lets through tells how many it does of all
FEW_OF_FIRST: Final = 40
MANY_OF_FIRST: Final = FIRST_ROWS // 4
ROUNDING: Final = 1e-9  # of a rank
CANDIDATES: Final = 600  # events; twice as many as a timeline shows unasked, and few enough for an index to find them


@dataclass(frozen=True, slots=True)
class Ranking:
    """How an event is ranked: shares of the logarithm of its counts and of its confidence, weights of types and statuses, `default` for others.

    An undated event keeps the share `undated` of its rank.
    """

    sources: float
    articles: float
    type: float
    confidence: float
    types: Mapping[str, float]
    statuses: Mapping[str, float]
    default: float
    undated: float


class Salient(NamedTuple):
    """Columns of the mart `timeline` that tell how much an event matters, with `row`, its place there, and how many events the filter lets through.

    As of a past day they are those of `event_history`, with `valid_to`.
    """

    events: pl.DataFrame
    n_events: int


# What importance is worked out from (timeline/choose.py).
WEIGHED_COLUMNS: Final = "event_id, event_type, status, start_date, actor_names, n_sources, n_articles, confidence"
# The condition is worked out once: a search in all texts is what costs most. Numbers are kept of what it lets through. Where these are few rows, so are the
# columns that are wanted; else words would be copied, and they are read of those alone that are no less than the last that is wanted: the marts hold
# these close together. most_sources, most_articles: those of all events that are asked for, where the condition leaves some out.
_RANKED: Final = """
    with wanted as materialized (
        select
            rowid as row,
            {kept_columns}
            ln(greatest(n_sources, 1)) as ln_sources,
            ln(greatest(n_articles, 1)) as ln_articles,
            {ranking.type} * {type_weight} + {ranking.confidence} * confidence as share,
            {status_weight} * if(start_date is null, {ranking.undated}, 1) as factor
        from {table}
        where {condition}
    ),
    totals as materialized (
        select
            count(*) as n_events,
            coalesce({ranking.sources} / nullif(greatest(max(ln_sources), ln({most_sources})), 0), 0) as per_source,
            coalesce({ranking.articles} / nullif(greatest(max(ln_articles), ln({most_articles})), 0), 0) as per_article
        from wanted
    ),
    ranked as (
        select *, (per_source * ln_sources + per_article * ln_articles + share) * factor as rank from wanted, totals
    ),
    least as materialized (select min(rank) as rank from (select rank from ranked order by rank desc limit {limit}))
"""
# What the least rank of so many is, and of how many it is.
_LEAST: Final = "select n_events, least.rank from totals, least"
_BEST: Final = """,
    chosen as materialized (select ranked.* from ranked, least where ranked.rank >= least.rank)
    select {columns}, chosen.row, n_events as n_asked
    from {source}
    order by rank desc, event_id
    limit {limit}
"""
_CHOSEN: Final = " select row, event_key, rank, n_events from ranked where rank >= (from least)"
_AMONG_FIRST: Final = "select count(*) from (select 1 from {table} where rowid < {first} and {condition})"
_TOTALS: Final = "select count(*), max(n_sources), max(n_articles) from {table} where {condition}"


def salient_rows(db: duckdb.DuckDBPyConnection, filter: EventFilter, ranking: Ranking, at_least: int) -> Salient:
    """The events that the filter lets through, when they are very many only those of the highest rank, but `at_least` so many.

    Raises:
        WarehouseError: an event type that nobody knows, or the marts were never built.
    """
    with missing_marts():
        table, condition, asked = asked_rows(db, filter)
        limit = max(CANDIDATES, at_least)
        if (filter.actor or filter.query) and not filter.as_of:
            return _looked_up(db, _parts(table, ranking, limit, "event_key,"), condition, asked)
        # names and words of a past day are looked for in all rows, of however few they are asked
        n_among_first = FEW_OF_FIRST + 1 if filter.actor or filter.query else _among_first(db, table, condition, asked)
        are_few = n_among_first <= FEW_OF_FIRST
        columns = f"{WEIGHED_COLUMNS}, valid_to" if filter.as_of else WEIGHED_COLUMNS
        parts = _parts(table, ranking, limit, f"{columns}," if are_few else "")
        n_events = None
        if n_among_first >= MANY_OF_FIRST:
            totals = _TOTALS.format(**parts, condition=condition)
            [(n_events, parts["most_sources"], parts["most_articles"])] = db.execute(totals, asked).fetchall()
            condition += f" and n_sources >= {_fewest_sources(db, condition, asked, parts)}"
        source = "chosen" if are_few else f"{table} join chosen on {table}.rowid = chosen.row"
        best = (_RANKED + _BEST).format(**parts, condition=condition, columns=columns, source=source)
        found = db.execute(best, asked).pl()
    if n_events is None:
        n_events = int(found["n_asked"].max() or 0)  # type: ignore[arg-type]
    return Salient(found.drop("n_asked"), n_events)


def _looked_up(
    db: duckdb.DuckDBPyConnection, parts: Mapping[str, Any], condition: str, asked: Mapping[str, object]
) -> Salient:
    """The events of names and words: their numbers first, and all else of those alone that rank highest."""
    chosen = db.execute((_RANKED + _CHOSEN).format(**parts, condition=condition), asked).pl()
    if chosen.is_empty():
        return Salient(db.sql(f"select {WEIGHED_COLUMNS}, rowid as row from {parts['table']} limit 0").pl(), 0)
    keys, rows = ", ".join(map(str, chosen["event_key"])), sorted(chosen["row"])
    found = db.sql(
        f"""
        select {WEIGHED_COLUMNS}, rowid as row from {parts["table"]}
        where rowid between {rows[0]} and {rows[-1]} and event_key in (select unnest([{keys}]::ubigint[]))
        """
    ).pl()
    best = found.join(chosen.select("row", "rank"), on="row").sort(["rank", "event_id"], descending=[True, False])
    return Salient(best.drop("rank").head(parts["limit"]), int(chosen["n_events"][0]))


def _among_first(db: duckdb.DuckDBPyConnection, table: str, condition: str, asked: Mapping[str, object]) -> int:
    """How many of the first rows of the mart a filter lets through."""
    [(n_among_first,)] = db.execute(
        _AMONG_FIRST.format(table=table, first=FIRST_ROWS, condition=condition), asked
    ).fetchall()
    return int(n_among_first)


def _parts(table: str, ranking: Ranking, limit: int, kept_columns: str) -> dict[str, Any]:
    """What ranking in SQL is made from, but the condition."""
    return {
        "table": table,
        "kept_columns": kept_columns,
        "limit": limit,
        "ranking": ranking,
        "type_weight": _weight("event_type", ranking.types, ranking.default),
        "status_weight": _weight("status", ranking.statuses, ranking.default),
        "most_sources": 1,
        "most_articles": 1,
    }


def _fewest_sources(
    db: duckdb.DuckDBPyConnection, condition: str, asked: Mapping[str, object], parts: Mapping[str, Any]
) -> int:
    """Of the events with fewer sources than this, none ranks among those that are wanted, whatever else is known of it.

    The last one of those that are wanted ranks no lower than it does among the first rows of the mart alone.
    """
    among_first = (_RANKED + _LEAST).format(**parts, condition=f"rowid < {FIRST_ROWS} and {condition}")
    [(n_first, least)] = db.execute(among_first, asked).fetchall()
    if n_first < parts["limit"]:
        return 0
    ranking: Ranking = parts["ranking"]
    by_sources = least - ranking.articles - ranking.type - ranking.confidence - ROUNDING
    return ceil(parts["most_sources"] ** (by_sources / ranking.sources)) if by_sources > 0 else 0


def _weight(column: str, weights: Mapping[str, float], default: float) -> str:
    # constants: the client looks for half a dozen libraries at each value of a parameter
    names, values = ", ".join(map(literal, weights)), ", ".join(map(str, weights.values()))
    return f"coalesce(map([{names}], [{values}]::double[])[{column}], {default})"
