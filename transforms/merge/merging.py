"""Merge event mentions into events: the one public step of this package.

Belongs here: the order of the steps. Does not: any of them (mentions.py, within.py, across.py, events.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from transforms.merge.across import join_across
from transforms.merge.agreement import Judge
from transforms.merge.events import build_events
from transforms.merge.groups import Group, Ledger
from transforms.merge.mentions import Prepared, prepare, stories_by_type
from transforms.merge.vocabulary import traits_of
from transforms.merge.within import join_within
from transforms.schema import EVENT_LINKS, EVENT_MENTIONS

ONLY_REPORT = "only report"
FIRST_REPORT = "the most precise report of it"


@dataclass(frozen=True, slots=True)
class Merged:
    """events: EVENTS rows ordered by event_id; links: EVENT_LINKS rows ordered by mention_id, one for every mention that is not hypothetical."""

    events: pl.DataFrame
    links: pl.DataFrame


def merge_mentions(mentions: pl.DataFrame, articles: pl.DataFrame) -> Merged:
    """Merge the reports of one event into one event (DESIGN section 5).

    mentions: EVENT_MENTIONS rows. articles: `article_id`, `source`, `published_at`, `published_date`, `near_duplicate_of` of their articles, and `title`
    where it is known; further columns are ignored, and a mention whose article is not given counts as one of an unknown outlet and time.
    The result depends on the set of rows alone: their order and how they were batched never change it.

    Raises:
        SchemaError: mentions lack a column or hold a wrong type.
    """
    prepared = prepare(EVENT_MENTIONS.conform(mentions), articles)
    joined = _joined_rows(prepared)
    events, ids = build_events(prepared, joined.select("row", "leader"))
    links = joined.join(ids, on="leader").join(prepared.rows.select("row", "mention_id"), on="row").sort("mention_id")
    return Merged(events.rechunk(), EVENT_LINKS.conform(links).rechunk())


def _joined_rows(prepared: Prepared) -> pl.DataFrame:
    """One row per mention: `row`, `leader` (the row that stands for its event), `merge_reason`."""
    ledger = Ledger()
    for event_type, stories in stories_by_type(prepared):
        judge = Judge(traits_of(event_type), prepared.actors, prepared.places)
        join_across(_reports(stories, judge, ledger), judge, ledger)
    schema = {"row": pl.UInt32, "leader": pl.UInt32, "merge_reason": pl.String}
    joined = pl.DataFrame(list(ledger.entries(range(prepared.rows.height))), schema=schema, orient="row")
    founder = pl.when(pl.len().over("leader") > 1).then(pl.lit(FIRST_REPORT)).otherwise(pl.lit(ONLY_REPORT))
    return joined.with_columns(pl.col("merge_reason").fill_null(founder))


def _reports(stories: list[list[Group]], judge: Judge, ledger: Ledger) -> list[Group]:
    return [
        report
        for mentions in stories
        for report in (join_within(mentions, judge, ledger) if len(mentions) > 1 else mentions)
    ]
