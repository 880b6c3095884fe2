"""The interval of an event, chosen among those that its mentions give.

Belongs here: which interval wins. Does not: which mentions belong together (cores.py, hosts.py); an interval that no mention gives is never made.
"""

from __future__ import annotations

from typing import Final

import polars as pl

# A span of days longer than this is doubt about the day even where the event can last ("between January and March").
LONGEST_EVENT_DAYS: Final = 31
BASES_BY_WORTH: Final = ("explicit", "relative", "narrative", "event", "inherited", "published")
DATE_COLUMNS: Final = ("start_date", "end_date", "precision", "edtf", "date_basis")


def event_dates(told: pl.DataFrame) -> pl.DataFrame:
    """The interval of each event: `leader` and DATE_COLUMNS; events without a dated mention are left out.

    told: one row per mention with `leader`, `outlet`, `lasting` (its type can take days) and DATE_COLUMNS.
    A known span of an event that lasts beats its days ("three-day visit" and "arrived on Monday"), else a day beats all; days that are more than the
    day of publication come first. Among longer intervals the shortest wins. Between equals: given by more outlets, then the better basis, then the earlier.
    """
    dated = told.drop_nulls("start_date").with_columns(
        _grade().alias("grade"), _worth().alias("worth"), _n_days().alias("n_days")
    )
    interval = ["leader", "start_date", "end_date", "precision", "grade", "n_days"]
    given = dated.group_by(interval).agg(
        pl.col("outlet").n_unique().alias("n_outlets"),
        pl.col("worth").min(),
        pl.col("edtf").min(),
        pl.col("date_basis").sort_by("worth", "date_basis").first(),
    )
    length = pl.when(pl.col("grade") < LONGER).then(0).otherwise(pl.col("n_days"))
    best = given.sort(
        "leader",
        "grade",
        length,
        -pl.col("n_outlets").cast(pl.Int64),
        "worth",
        "n_days",
        "start_date",
        "end_date",
        "precision",
    )
    return best.unique("leader", keep="first", maintain_order=True).select("leader", *DATE_COLUMNS)


LONGER: Final = 3


def _grade() -> pl.Expr:
    """0 for the known span of an event that lasts, 1 for a day, 2 for a day that is only the day of publication, LONGER for the rest."""
    known_span = (
        pl.col("lasting")
        & (pl.col("precision") == "days")
        & (pl.col("date_basis") != "event")
        & (_n_days() <= LONGEST_EVENT_DAYS)
    )
    return (
        pl.when(known_span.fill_null(False))
        .then(0)
        .when(pl.col("precision") == "day")
        .then(pl.when(pl.col("date_basis") == "published").then(2).otherwise(1))
        .otherwise(LONGER)
    )


def _worth() -> pl.Expr:
    ranks = {basis: rank for rank, basis in enumerate(BASES_BY_WORTH)}
    return pl.col("date_basis").replace_strict(ranks, default=len(ranks), return_dtype=pl.Int64)


def _n_days() -> pl.Expr:
    return (pl.col("end_date") - pl.col("start_date")).dt.total_days() + 1
