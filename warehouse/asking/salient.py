"""The events of a filter that can matter: in a large warehouse only these are read.

Belongs here: ranking inside DuckDB, by what stands in narrow columns. Does not: the weights and what else makes an event important (timeline/choose.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, log
from typing import Any, Final, NamedTuple

import duckdb
import polars as pl

from warehouse.asking.filters import EventFilter, asked_rows
from warehouse.asking.packed import Told, told_by_key
from warehouse.asking.single_events import event_key
from warehouse.asking.user_sql import missing_marts
from warehouse.ddl import literal

FIRST_ROWS: Final = 20_480  # of a mart; how many of them a filter lets through tells how many it does of all
FEW_OF_FIRST: Final = 40
MANY_OF_FIRST: Final = FIRST_ROWS // 4
ROUNDING: Final = 1e-9  # of a rank
CANDIDATES: Final = 600  # events; twice as many as a timeline shows unasked, and few enough for an index to find them
# Of the columns by which events are weighed, in the time in which an index finds one event and all that is told of it.
ROWS_READ_THROUGH: Final = 1_000


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

    As of a past day they are those of `event_history`, with `valid_to`. told: all that a timeline tells of these events, where it was read for them.
    """

    events: pl.DataFrame
    n_events: int
    told: list[Told] | None = None


# What importance is worked out from (timeline/choose.py).
WEIGHING_COLUMNS: Final = "event_type, status, start_date, actor_names, n_sources, n_articles, confidence"
WEIGHED_COLUMNS: Final = f"event_id, {WEIGHING_COLUMNS}"
_WEIGHED: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "event_id": pl.String,
    "event_type": pl.String,
    "status": pl.String,
    "start_date": pl.Date,
    "actor_names": pl.List(pl.String),
    "n_sources": pl.Int64,
    "n_articles": pl.Int64,
    "confidence": pl.Float64,
    "row": pl.Int64,
}
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
        is_looked_up = filter.actor or filter.query
        # names and words of a past day are looked for in all rows, of however few they are asked
        n_among_first = FEW_OF_FIRST + 1 if is_looked_up else _among_first(db, table, condition, asked)
        are_few = n_among_first <= FEW_OF_FIRST
        if (is_looked_up or are_few) and not filter.as_of:
            return _looked_up(db, _parts(table, ranking, limit, "event_key,"), condition, asked)
        columns = f"{WEIGHED_COLUMNS}, valid_to" if filter.as_of else WEIGHED_COLUMNS
        parts = _parts(table, ranking, limit, f"{columns}," if are_few else "")
        n_events = None
        if n_among_first >= MANY_OF_FIRST:
            totals = _TOTALS.format(**parts, condition=condition)
            [(n_events, parts["most_sources"], parts["most_articles"])] = db.execute(totals, asked).fetchall()
            condition += f" and {_can_matter(db, condition, asked, parts)}"
        source = "chosen" if are_few else f"{table} join chosen on {table}.rowid = chosen.row"
        best = (_RANKED + _BEST).format(**parts, condition=condition, columns=columns, source=source)
        found = db.sql(best, params=asked).pl()
    if n_events is None:
        n_events = int(found["n_asked"].max() or 0)  # type: ignore[arg-type]
    return Salient(found.drop("n_asked"), n_events)


def _looked_up(
    db: duckdb.DuckDBPyConnection, parts: Mapping[str, Any], condition: str, asked: Mapping[str, object]
) -> Salient:
    """The events of a narrow filter: their numbers first, and all else of those alone that rank highest."""
    chosen = db.sql((_RANKED + _CHOSEN).format(**parts, condition=condition), params=asked).pl()
    if chosen.is_empty():
        return Salient(db.sql(f"select {WEIGHED_COLUMNS}, rowid as row from {parts['table']} limit 0").pl(), 0)
    rows = sorted(chosen["row"])
    are_scattered = rows[-1] - rows[0] > len(rows) * ROWS_READ_THROUGH
    told = list(told_by_key(db, chosen["event_key"].to_list()).values()) if are_scattered else None
    found = _weighed_columns(db, parts["table"], rows) if told is None else _weighed(told, chosen)
    best = found.join(chosen.select("row", "rank"), on="row").sort(["rank", "event_id"], descending=[True, False])
    return Salient(best.drop("rank").head(parts["limit"]), int(chosen["n_events"][0]), told)


def _weighed_columns(db: duckdb.DuckDBPyConnection, table: str, rows: Sequence[int]) -> pl.DataFrame:
    """WEIGHED_COLUMNS with `row` of the rows with these numbers, which are in order."""
    listed = ", ".join(map(str, rows))
    # of a list alone all rows would be read
    among = f"rowid between {rows[0]} and {rows[-1]} and rowid in ({listed})"
    return db.sql(f"select {WEIGHED_COLUMNS}, rowid as row from {table} where {among}").pl()


def _weighed(told: Iterable[Told], chosen: pl.DataFrame) -> pl.DataFrame:
    """WEIGHED_COLUMNS with `row`, of events that were read with all that is told of them."""
    row_of = dict(chosen.select("event_key", "row").iter_rows())
    events = [
        {
            **event,
            "actor_names": list(
                dict.fromkeys(each["name"] for each in event["actors"] or () if each["name"] is not None)
            ),
            "row": row_of[event_key(event["event_id"])],
        }
        for event, _ in told
    ]
    return pl.DataFrame(events, schema=_WEIGHED)


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


def _can_matter(
    db: duckdb.DuckDBPyConnection, condition: str, asked: Mapping[str, object], parts: Mapping[str, Any]
) -> str:
    """The SQL condition without which no event ranks among those that are wanted, whatever else is known of it.

    The last one of those that are wanted ranks no lower than it does among the first rows of the mart alone.
    """
    among_first = (_RANKED + _LEAST).format(**parts, condition=f"rowid < {FIRST_ROWS} and {condition}")
    [(n_first, least)] = db.execute(among_first, asked).fetchall()
    if n_first < parts["limit"]:
        return "true"
    ranking: Ranking = parts["ranking"]
    most = parts["most_sources"]
    by_sources = least - ranking.articles - ranking.type - ranking.confidence - ROUNDING
    fewest = ceil(most ** (by_sources / ranking.sources)) if by_sources > 0 else 0
    # most events have no more sources than the fewest that can matter, and of these the surest alone can
    few = max(fewest, 1)
    of_sources = ranking.sources * log(few) / log(most) if most > 1 else 0.0
    surest = (least - of_sources - ranking.articles - ranking.type - ROUNDING) / ranking.confidence
    is_sure = f"confidence >= {surest}"
    return f"n_sources >= {fewest} and " + (is_sure if few >= most else f"(n_sources > {few} or {is_sure})")


def _weight(column: str, weights: Mapping[str, float], default: float) -> str:
    # constants: the client looks for half a dozen libraries at each value of a parameter
    names, values = ", ".join(map(literal, weights)), ", ".join(map(str, weights.values()))
    return f"coalesce(map([{names}], [{values}]::double[])[{column}], {default})"
