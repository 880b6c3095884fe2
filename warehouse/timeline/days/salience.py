"""Which days mattered: how many articles name each of them, and how many days a timeline shows.

Belongs here: weighing days and the cut. Does not: what is said about a day (tell.py). All functions are independent of the order of their rows.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import polars as pl

from warehouse.timeline.choose import MAX_ENTRIES
from warehouse.timeline.days.statements import PUBLISHED

# How much the best sentence of an article counts for a day. A day that is named on purpose says most; news without a date is mostly,
# but not always, of its day; what stands in an article on the subject without a word of it may be background.
ON_SUBJECT: Final = 1.0
BESIDE_SUBJECT: Final = 0.3
UNDATED: Final = 0.25
HEADLINE: Final = 0.4  # for the day of publication of an article with the subject in its headline
ANNOUNCED: Final = 0.3  # of a voice from before the day: what is announced may not come
# News is of yesterday: who still names a day weeks later does so because it mattered. Years later it is the past of another story.
LOOKED_BACK_ON: Final = 2.5  # of a voice from later than STILL_NEWS and within STORY
STILL_NEWS: Final = 21  # days
STORY: Final = 730  # days
FARTHEST_AHEAD: Final = 5  # years behind that of the latest article
CROWDED_DAYS: Final = 30  # days; an article that names more is a chronicle, and its voice is shared out among them

# Without a limit a timeline shows the days at least so strong as this share of the strong ones; the few strongest are no
# measure, because every article repeats the day on which a story began.
SHARE_OF_STRONG: Final = 0.4
STRONG_RANK: Final = 5
HEARD: Final = (
    3  # articles; of a day that fewer name, one must do so in words on the subject, or it is of another story
)


def voices_of_days(statements: pl.DataFrame, articles: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """Which article speaks of which day, and how much that counts: `article_id`, `day`, `published_date`, `weight`, `is_on_subject`.

    A day far ahead of all articles is the end of a licence or a slip of the pen, and nobody's.

    statements: as statements_of gives them. articles: needs article_id, title, published_date. pattern: what names the subject.
    """
    named = statements.select("article_id", "day", "is_on_subject", _weight().alias("weight"))
    headlines = articles.filter(pl.col("title").str.contains(pattern)).select(
        "article_id",
        pl.col("published_date").alias("day"),
        pl.lit(True).alias("is_on_subject"),
        pl.lit(HEADLINE).alias("weight"),
    )
    both = pl.concat([named, headlines])
    best = both.group_by("article_id", "day").agg(pl.col("weight").max(), pl.col("is_on_subject").any())
    years = pl.col("day").dt.year() - articles["published_date"].dt.year().max()
    near = best.filter(years <= FARTHEST_AHEAD)
    voices = near.join(articles.select("article_id", "published_date"), on="article_id")
    crowd = (pl.len().over("article_id") / CROWDED_DAYS).clip(lower_bound=1.0)
    return voices.with_columns(pl.col("weight") * _distance() / crowd)


def days_by_salience(voices: pl.DataFrame) -> pl.DataFrame:
    """How much each day matters: `day`, `salience` (articles, weighed), `n_articles`, `is_on_subject`; the greatest first, ties in order of time.

    voices: as voices_of_days gives them.
    """
    return (
        voices.group_by("day")
        # a sum of rounded values does not depend on the order of its rows
        .agg(
            pl.col("weight").sort().sum().round(6).alias("salience"),
            pl.len().cast(pl.Int64).alias("n_articles"),
            pl.col("is_on_subject").any(),
        )
        .sort(["salience", "day"], descending=[True, False])
    )


def days_within(days: pl.DataFrame, since: date | None, until: date | None) -> pl.DataFrame:
    """The rows of the days of a period. days: days or voices."""
    return days.filter(pl.col("day") >= (since or date.min), pl.col("day") <= (until or date.max))


def chosen_days(days: pl.DataFrame, limit: int | None) -> pl.DataFrame:
    """The rows of the strongest days: `limit` of them, or as many as stand out, MAX_ENTRIES at most, when nobody named a limit."""
    if limit is not None:
        return days.head(limit)
    heard = pl.col("is_on_subject") | (pl.col("n_articles") >= HEARD)
    return days.filter(pl.col("salience") >= _standing_out(days), heard).head(MAX_ENTRIES)


def _standing_out(days: pl.DataFrame) -> float:
    strong = days["salience"].head(STRONG_RANK)
    return SHARE_OF_STRONG * float(strong[-1]) if strong.len() else 0.0


def _distance() -> pl.Expr:
    """How much a voice counts for the time between the day and its publication."""
    since = (pl.col("published_date") - pl.col("day")).dt.total_days()
    looks_back = (since > STILL_NEWS) & (since <= STORY)
    return pl.when(since < 0).then(ANNOUNCED).when(looks_back).then(LOOKED_BACK_ON).otherwise(1.0)


def _weight() -> pl.Expr:
    return (
        pl.when(pl.col("basis") == PUBLISHED)
        .then(UNDATED)
        .otherwise(pl.when("is_on_subject").then(ON_SUBJECT).otherwise(BESIDE_SUBJECT))
    )
