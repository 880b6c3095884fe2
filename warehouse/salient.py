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
from warehouse.filters import EventFilter, asked_events, condition_of
from warehouse.queries import timeline_rows
from warehouse.user_sql import missing_marts

CANDIDATES: Final = 2_000  # events; six times as many as a timeline shows, and so many that an index finds them


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
    """Rows of the mart `timeline`, and how many events the filter lets through."""

    events: pl.DataFrame
    n_events: int


_RANK: Final = """
    (
        $sources * if(n_sources > 1, ln(n_sources) / ln($most_sources), 0)
        + $articles * if(n_articles > 1, ln(n_articles) / ln($most_articles), 0)
        + $type * coalesce(map($type_names, $type_weights)[event_type], $default)
        + $confidence * confidence
    )
    * coalesce(map($status_names, $status_weights)[status], $default)
    * if(start_date is null, $undated, 1)
"""


def salient_rows(db: duckdb.DuckDBPyConnection, filter: EventFilter, ranking: Ranking) -> Salient:
    """All events that the filter lets through when they are few, else the CANDIDATES of the highest rank; in the order of `timeline_rows`.

    Raises:
        WarehouseError: an event type that nobody knows, or the marts were never built.
    """
    with missing_marts():
        if filter.as_of:
            check_history(db)
        condition, asked = condition_of(db, filter)
        source = asked_events(filter)
        [(n_events, most_sources, most_articles)] = db.execute(
            f"select count(*), max(n_sources), max(n_articles) from {source} where {condition}", asked
        ).fetchall()
        if n_events <= CANDIDATES:
            return Salient(timeline_rows(db, filter), n_events)
        found = db.execute(
            f"select event_id from {source} where {condition} order by {_RANK} desc, event_id limit {CANDIDATES}",
            {**asked, **_parameters(ranking), "most_sources": most_sources, "most_articles": most_articles},
        ).fetchall()
        # constants: only these are looked up in the index
        ids = ", ".join(literal(event_id) for (event_id,) in found)
        columns = "* exclude (valid_from, valid_to)" if filter.as_of else "*"
        events = db.sql(f"select {columns} from {source} where event_id in ({ids})").pl()
    return Salient(events.sort("start_date", "end_date", "precision", "event_id", nulls_last=True), n_events)


def _parameters(ranking: Ranking) -> dict[str, object]:
    return {
        "sources": ranking.sources,
        "articles": ranking.articles,
        "type": ranking.type,
        "confidence": ranking.confidence,
        "default": ranking.default,
        "undated": ranking.undated,
        "type_names": list(ranking.types),
        "type_weights": list(ranking.types.values()),
        "status_names": list(ranking.statuses),
        "status_weights": list(ranking.statuses.values()),
    }
