"""Choose what mattered: how important each event is, and which stay when a limit cuts.

Belongs here: importance and the cut. Does not: order in time (order.py), words (tell.py), filters (warehouse/asking/filters.py).
All functions are pure and independent of the order of their rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import ceil, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

import polars as pl
import tomli

if TYPE_CHECKING:
    from warehouse.asking.salient import Ranking

MAX_ENTRIES: Final = 300  # entries of a timeline for which nobody named a limit: more cannot be read in one go
FEW_ENTRIES: Final = 20  # entries; so many are shown however little they matter
SURE: Final = 0.7  # confidence; of events below it that one article tells, most are asides or misread
# Entries for each root of the events, fewest and most: of many events that one article each tells, the curve is so flat that chance decides where it bends.
LENGTH_OF_STORY: Final = (2.0, 4.0)
ENOUGH_SURE: Final = 10  # entries; a short timeline that is right is read rather than a long one
MAIN_ACTORS: Final = 2  # actors per event whose centrality counts; the mart lists main ones first
_ROW: Final = "number_of_row"
UNDATED_SHARE: Final = 0.5  # of the importance of a dated event: a timeline can say less of what has no date

# Shares of importance; together 1. Outlets are independent of each other, articles of one outlet are not. Of events that one article tells, which most
# are, the surest matter most: half of the others are asides.
WEIGHTS: Final = {"sources": 0.25, "articles": 0.15, "actors": 0.1, "type": 0.15, "confidence": 0.35}


class Salience(NamedTuple):
    """Weights of types and statuses, 0 to 1, and the weight of what is not listed."""

    types: Mapping[str, float]
    statuses: Mapping[str, float]
    default: float


@cache
def load_salience() -> Salience:
    """The table `salience.toml` of this package.

    Raises:
        ValueError: a weight is not a number between 0 and 1.
    """
    table = tomli.loads((files("warehouse.timeline") / "salience.toml").read_text(encoding="utf-8"))
    salience = Salience(table["types"], table["statuses"], table["default"])
    for name, weight in {**salience.types, **salience.statuses, "default": salience.default}.items():
        if not 0 <= weight <= 1:
            raise ValueError(f"salience.toml: {name} = {weight} is not between 0 and 1")
    return salience


def ranking() -> Ranking:
    """Importance as far as it does not depend on the other events of a filter, for the choice among very many."""
    from warehouse.asking.salient import Ranking

    salience = load_salience()
    return Ranking(
        sources=WEIGHTS["sources"],
        articles=WEIGHTS["articles"],
        type=WEIGHTS["type"],
        confidence=WEIGHTS["confidence"],
        types=salience.types,
        statuses=salience.statuses,
        default=salience.default,
        undated=UNDATED_SHARE,
    )


def with_importance(events: pl.DataFrame) -> pl.DataFrame:
    """How much each event matters among the others.

    events: rows of mart `timeline`; needs event_type, status, start_date, actor_names, n_sources, n_articles, confidence.
    Returns the same rows with `importance`, 0 to 1. Row order is kept and does not matter.
    """
    salience = load_salience()
    share = {
        "sources": _log_share("n_sources"),
        "articles": _log_share("n_articles"),
        "actors": pl.col("centrality").fill_null(0.0),
        "type": _weight("event_type", salience.types, salience.default),
        "confidence": pl.col("confidence"),
    }
    dated = pl.when(pl.col("start_date").is_null()).then(UNDATED_SHARE).otherwise(1.0)
    status = _weight("status", salience.statuses, salience.default)
    numbered = events.with_row_index(_ROW)
    weighed = pl.sum_horizontal(WEIGHTS[name] * share[name] for name in WEIGHTS)
    return (
        numbered.join(_centrality(numbered), on=_ROW, how="left", maintain_order="left")
        .with_columns((weighed * dated * status).round(6).alias("importance"))
        .drop("centrality", _ROW)
    )


def most_important(events: pl.DataFrame, limit: int | None) -> pl.DataFrame:
    """The `limit` rows of the greatest `importance`, or those before the knee of its curve; ties go to the smaller event_id, so that the choice is stable."""
    ranked = events.select("importance", "event_id").sort(["importance", "event_id"], descending=[True, False])
    kept = ranked.head(knee(ranked["importance"].to_list()) if limit is None else limit)
    return kept.join(events.drop("importance"), on="event_id", how="left", maintain_order="left")


def fairly_sure(events: pl.DataFrame) -> pl.DataFrame:
    """The rows without what a single article tells without a date, or so that nobody would swear to it, where there is more than few and enough else is told.

    events: as with_importance gives them.
    """
    dated_surely = pl.col("start_date").is_not_null() & (pl.col("confidence") >= SURE)
    sure = events.filter((pl.col("n_articles") > 1) | dated_surely)
    return events if events.height <= FEW_ENTRIES or sure.height < ENOUGH_SURE else sure


def knee(importance: Sequence[float]) -> int:
    """How many entries stand out: those before the point of the falling curve that lies farthest below the line between its ends.

    The point of greatest curvature as "Kneedle" finds it (Satopaa et al. 2011), within LENGTH_OF_STORY. At least FEW_ENTRIES and at most MAX_ENTRIES, as far
    as there are so many.
    """
    n = len(importance)
    fewest, most = (max(FEW_ENTRIES, ceil(times * sqrt(n))) for times in LENGTH_OF_STORY)
    if n <= fewest or importance[0] == importance[-1]:
        return min(n, MAX_ENTRIES)
    height = importance[0] - importance[-1]
    below = [1 - place / (n - 1) - (value - importance[-1]) / height for place, value in enumerate(importance)]
    bend = below.index(max(below)) + 1
    return min(max(bend, fewest), most, MAX_ENTRIES)


def _centrality(events: pl.DataFrame) -> pl.DataFrame:
    """How central the main actors of each event are: its number `_ROW`, `centrality` (0 to 1), for events with actors.

    An actor is as central as the share of events that name it, relative to the most named one.
    """
    named = _one_row_per_actor(events, pl.col("actor_names")).unique()
    counts = named.group_by("name").len()
    main = _one_row_per_actor(events, pl.col("actor_names").list.head(MAIN_ACTORS))
    central = pl.col("len").mean() / counts["len"].cast(pl.Float64).max()
    return main.join(counts, on="name").group_by(_ROW).agg(central.alias("centrality"))


def _one_row_per_actor(events: pl.DataFrame, names: pl.Expr) -> pl.DataFrame:
    return events.select(_ROW, names.alias("name")).explode("name").drop_nulls()


def _log_share(count: str) -> pl.Expr:
    # the second outlet tells more than the twentieth; a single one corroborates nothing
    return pl.when(pl.col(count) > 1).then(pl.col(count).log() / pl.col(count).max().log()).otherwise(0.0)


def _weight(column: str, weights: Mapping[str, float], default: float) -> pl.Expr:
    return pl.col(column).replace_strict(dict(weights), default=default, return_dtype=pl.Float64)
