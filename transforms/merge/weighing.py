"""Status and confidence of an event, weighed from what its mentions say.

Belongs here: the weighing. Does not: how sure one mention is (transforms/events).
"""

from __future__ import annotations

from typing import Final

import polars as pl

# No number of outlets makes certain.
HIGHEST_CONFIDENCE: Final = 0.99
# Of equal weights the first wins.
STATUSES_BY_CLAIM: Final = ("happened", "ongoing", "alleged", "denied", "planned")


def event_statuses(told: pl.DataFrame) -> pl.DataFrame:
    """The status of each event: `leader`, `status`.

    told: one row per mention with `leader`, `outlet`, `status`, `confidence`, `published_at`.
    Each outlet has one vote per status, as heavy as its surest mention of it. "planned" has no vote once a report of the same time or later tells the
    event as happened or ongoing. "happened" and "ongoing" stand together against the others and then the heavier of them is taken. So an event
    is alleged where the outlets that only cite the claim outweigh those that state it, and denied where the denials outweigh both.
    """
    settled = pl.col("status").is_in(["happened", "ongoing"])
    settled_at = pl.col("published_at").filter(settled).max().over("leader")
    overtaken = (
        (pl.col("status") == "planned")
        & settled.any().over("leader")
        & (settled_at >= pl.col("published_at")).fill_null(True)
    )
    votes = told.with_columns(overtaken.alias("overtaken")).filter(~pl.col("overtaken"))
    weights = (
        votes.group_by("leader", "status", "outlet")
        .agg(pl.col("confidence").max())
        .group_by("leader", "status")
        .agg(_sum("confidence").alias("weight"))
    )
    stands = pl.when(settled).then(pl.lit("settled")).otherwise("status")
    camps = weights.with_columns(_sum("weight").over("leader", stands).alias("camp"), _claim().alias("claim"))
    best = camps.sort("leader", -pl.col("camp"), ~settled, -pl.col("weight"), "claim")
    return best.unique("leader", keep="first", maintain_order=True).select("leader", "status")


def event_confidences(told: pl.DataFrame) -> pl.DataFrame:
    """The confidence of each event: `leader`, `confidence`.

    Noisy-or over outlets, 1 - product of (1 - c) with c the surest mention of each outlet, at most HIGHEST_CONFIDENCE: copies in one outlet add nothing.
    """
    surest = told.group_by("leader", "outlet").agg(pl.col("confidence").max().clip(0.0, 1.0)).sort("leader", "outlet")
    doubt = (1.0 - pl.col("confidence")).product()
    return surest.group_by("leader").agg((1.0 - doubt).clip(0.0, HIGHEST_CONFIDENCE).round(4).alias("confidence"))


def _sum(column: str) -> pl.Expr:
    """A sum that does not depend on the order of rows: rounded, so that the last bits of floats never decide."""
    return pl.col(column).sum().round(6)


def _claim() -> pl.Expr:
    return pl.col("status").replace_strict(
        {status: rank for rank, status in enumerate(STATUSES_BY_CLAIM)}, default=9, return_dtype=pl.Int64
    )
