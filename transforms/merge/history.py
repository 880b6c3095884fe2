"""How an event was known at each moment since its first report: one version from each report to the next.

Belongs here: which reports were known when, and what they told of the event by the same rules as today. Does not: which mentions are one event
(merging.py), storing versions (warehouse).

A version never holds what only a later report tells. That its reports are one event is known today, and so is the text of an article as it was last corrected.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from transforms.merge.events import describe_events
from transforms.merge.mentions import prepare, telling
from transforms.schema import EVENT_MENTIONS, EVENT_VERSIONS, EVENTS, PERSON_STATES

# Of an event with more moments of report than this, those of one day count as its last one: never too early, and the work stays bounded.
MOST_MOMENTS: Final = 100
UNKNOWN_OUTLET: Final = "unknown source"


def event_history(
    events: pl.DataFrame, links: pl.DataFrame, mentions: pl.DataFrame, articles: pl.DataFrame
) -> pl.DataFrame:
    """The versions of the events: EVENT_VERSIONS columns without `origin_hash`, by event_id and valid_from.

    events: EVENTS rows. links, mentions: the EVENT_LINKS and EVENT_MENTIONS rows of these events, all of them. articles: what merging needs (merging.py)
    and `known_at`, the time from which an article was known. The last version of an event is the event itself. An event none of whose articles
    has a `known_at` has no version. What an event's versions are depends on nothing but its own rows.
    """
    moments = _moments(links, mentions, articles)
    spans = _spans(moments)
    now = spans.filter(pl.col("valid_to").is_null()).join(EVENTS.conform(events), on="event_id")
    before = _told_before(spans.filter(pl.col("valid_to").is_not_null()), moments, mentions, articles)
    columns = [name for name in EVENT_VERSIONS.names if name not in ("sources", "origin_hash")]
    versions = pl.concat([now.select(columns), before.select(columns)])
    versions = versions.join(_sources(spans, moments, articles), on=["event_id", "valid_from"], how="left")
    return versions.sort("event_id", "valid_from")


def _moments(links: pl.DataFrame, mentions: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """`event_id`, `mention_id`, `article_id`, `known_at` of each mention whose article was known at some time."""
    told = (
        links.select("mention_id", "event_id")
        .join(mentions.select("mention_id", "article_id"), on="mention_id")
        .join(articles.select("article_id", "known_at"), on="article_id")
        .drop_nulls("known_at")
    )
    many = pl.col("known_at").n_unique().over("event_id") > MOST_MOMENTS
    last_of_day = pl.col("known_at").max().over("event_id", pl.col("known_at").dt.date())
    return told.with_columns(pl.when(many).then(last_of_day).otherwise("known_at").alias("known_at"))


def _spans(moments: pl.DataFrame) -> pl.DataFrame:
    """`event_id`, `valid_from`, `valid_to`: from each moment of report to the next."""
    found = moments.select("event_id", pl.col("known_at").alias("valid_from")).unique().sort("event_id", "valid_from")
    return found.with_columns(pl.col("valid_from").shift(-1).over("event_id").alias("valid_to"))


def _told_before(
    spans: pl.DataFrame, moments: pl.DataFrame, mentions: pl.DataFrame, articles: pl.DataFrame
) -> pl.DataFrame:
    """The spans with what the mentions known by then tell: EVENTS columns, `valid_from`, `valid_to`."""
    numbered = spans.with_row_index("leader")
    known = _known(numbered, moments)
    needed = mentions.join(known.select("mention_id").unique(), on="mention_id", how="semi")
    prepared = prepare(telling(EVENT_MENTIONS.conform(needed)), articles, PERSON_STATES.empty())
    joined = prepared.rows.select("row", "mention_id").join(known, on="mention_id").select("row", "leader")
    described = describe_events(prepared, joined).drop("event_id")
    told = numbered.join(described, on="leader")
    return told.cast({column.name: column.dtype for column in EVENTS.columns})


def _known(spans: pl.DataFrame, moments: pl.DataFrame) -> pl.DataFrame:
    """`leader`, `mention_id`, `article_id`: the mentions that were known when a span began."""
    pairs = spans.select("leader", "event_id", "valid_from").join(moments, on="event_id")
    return pairs.filter(pl.col("known_at") <= pl.col("valid_from")).select("leader", "mention_id", "article_id")


def _sources(spans: pl.DataFrame, moments: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """`event_id`, `valid_from`, `sources`."""
    numbered = spans.with_row_index("leader")
    outlets = articles.select("article_id", pl.col("source").fill_null(UNKNOWN_OUTLET))
    told = _known(numbered, moments).join(outlets, on="article_id")
    named = told.group_by("leader").agg(pl.col("source").unique().sort().alias("sources"))
    return numbered.join(named, on="leader", how="left").select("event_id", "valid_from", "sources")
