"""The events of a filter that can matter: in a large warehouse only these are read.

Belongs here: ranking inside DuckDB, by what stands in narrow columns. Does not: the weights and what else makes an event important (timeline/choose.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import duckdb
import polars as pl

from warehouse.as_of import check_history
from warehouse.ddl import literal
from warehouse.filters import EventFilter, asked_events, condition_of, rows_of_events
from warehouse.user_sql import missing_marts

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


_COLUMNS: Final = "event_id, event_type, status, start_date, actor_names, n_sources, n_articles, confidence"
# The condition is worked out once: a search in all texts is what costs most. Numbers are kept of what it lets through, words would be copied.
_BEST: Final = """
    with wanted as materialized (
        select
            event_id,
            n_sources,
            n_articles,
            {ranking.type} * {type_weight} + {ranking.confidence} * confidence as share,
            {status_weight} * if(start_date is null, {ranking.undated}, 1) as factor
        from {source}
        where {condition}
    ),
    totals as (select count(*) as n_events, max(n_sources) as most_sources, max(n_articles) as most_articles from wanted),
    ranked as (
        select
            event_id,
            (
                {ranking.sources} * if(n_sources > 1, ln(n_sources) / ln(most_sources), 0)
                + {ranking.articles} * if(n_articles > 1, ln(n_articles) / ln(most_articles), 0)
                + share
            )
            * factor as rank,
        from wanted, totals
        order by rank desc, event_id
        limit {limit}
    )
    select event_id, (select n_events from totals) from ranked
"""


def salient_rows(db: duckdb.DuckDBPyConnection, filter: EventFilter, ranking: Ranking, at_least: int) -> Salient:
    """The events that the filter lets through, when they are very many only those of the highest rank, but `at_least` so many.

    Raises:
        WarehouseError: an event type that nobody knows, or the marts were never built.
    """
    with missing_marts():
        if filter.as_of:
            check_history(db)
        condition, asked = condition_of(db, filter)
        source = asked_events(filter)
        limit = max(CANDIDATES, at_least)
        sql = _BEST.format(
            source=source,
            condition=condition,
            limit=limit,
            ranking=ranking,
            type_weight=_weight("event_type", ranking.types, ranking.default),
            status_weight=_weight("status", ranking.statuses, ranking.default),
        )
        found = db.execute(sql, asked).fetchall()
        events = db.sql(rows_of_events(_COLUMNS, (event_id for event_id, _ in found), filter.as_of)).pl()
    return Salient(events, found[0][1] if found else 0)


def _weight(column: str, weights: Mapping[str, float], default: float) -> str:
    # constants: the client looks for half a dozen libraries at each value of a parameter
    names, values = ", ".join(map(literal, weights)), ", ".join(map(str, weights.values()))
    return f"coalesce(map([{names}], [{values}]::double[])[{column}], {default})"
