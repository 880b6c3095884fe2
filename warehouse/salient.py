"""The events of a filter that can matter: in a large warehouse only these are read.

Belongs here: ranking inside DuckDB, by what stands in narrow columns. Does not: the weights and what else makes an event important (timeline/choose.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import duckdb
import polars as pl

from warehouse.as_of import check_history, known_then
from warehouse.ddl import literal
from warehouse.filters import EventFilter, condition_of
from warehouse.user_sql import missing_marts

FIRST_ROWS: Final = 20_480  # of a mart; how many of them a filter lets through tells how many it does of all
FEW_OF_FIRST: Final = 40
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
    """Columns of the mart `timeline` that tell how much an event matters, and how many events the filter lets through."""

    events: pl.DataFrame
    n_events: int


# What importance is worked out from (timeline/choose.py).
WEIGHED_COLUMNS: Final = "event_id, event_type, status, start_date, actor_names, n_sources, n_articles, confidence"
# The condition is worked out once: a search in all texts is what costs most. Numbers are kept of what it lets through. Where these are few rows, so are the
# columns that are wanted; else words would be copied, and they are read of those alone that are no less than the last that is wanted: the marts hold
# these close together.
_BEST: Final = """
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
            coalesce({ranking.sources} / nullif(max(ln_sources), 0), 0) as per_source,
            coalesce({ranking.articles} / nullif(max(ln_articles), 0), 0) as per_article
        from wanted
    ),
    ranked as (
        select *, (per_source * ln_sources + per_article * ln_articles + share) * factor as rank from wanted, totals
    ),
    least as materialized (select min(rank) as rank from (select rank from ranked order by rank desc limit {limit})),
    chosen as materialized (select ranked.* from ranked, least where ranked.rank >= least.rank)
    select {columns}, n_events as n_asked
    from {source}
    order by rank desc, event_id
    limit {limit}
"""
_AMONG_FIRST: Final = "select count(*) from (select 1 from {table} where rowid < {first} and {condition})"


def salient_rows(db: duckdb.DuckDBPyConnection, filter: EventFilter, ranking: Ranking, at_least: int) -> Salient:
    """The events that the filter lets through, when they are very many only those of the highest rank, but `at_least` so many.

    Raises:
        WarehouseError: an event type that nobody knows, or the marts were never built.
    """
    with missing_marts():
        if filter.as_of:
            check_history(db)
        condition, asked = condition_of(db, filter)
        table = "main.timeline"
        if filter.as_of:
            table, condition = "main.event_history", f"{known_then(filter.as_of)} and {condition}"
        [(n_among_first,)] = db.execute(
            _AMONG_FIRST.format(table=table, first=FIRST_ROWS, condition=condition), asked
        ).fetchall()
        are_few = n_among_first <= FEW_OF_FIRST
        sql = _BEST.format(
            table=table,
            columns=WEIGHED_COLUMNS,
            kept_columns=f"{WEIGHED_COLUMNS}," if are_few else "",
            source="chosen" if are_few else f"{table} join chosen on {table}.rowid = chosen.row",
            condition=condition,
            limit=max(CANDIDATES, at_least),
            ranking=ranking,
            type_weight=_weight("event_type", ranking.types, ranking.default),
            status_weight=_weight("status", ranking.statuses, ranking.default),
        )
        found = db.execute(sql, asked).pl()
    n_events = int(found["n_asked"].max() or 0)  # type: ignore[arg-type]
    return Salient(found.drop("n_asked"), n_events)


def _weight(column: str, weights: Mapping[str, float], default: float) -> str:
    # constants: the client looks for half a dozen libraries at each value of a parameter
    names, values = ", ".join(map(literal, weights)), ", ".join(map(str, weights.values()))
    return f"coalesce(map([{names}], [{values}]::double[])[{column}], {default})"
