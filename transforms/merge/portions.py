"""Mentions in portions that can be merged apart from each other.

Belongs here: which mentions stand in which portion. Does not: merging a portion (merging.py), where it is done (the caller's business).
Mentions of two types never meet; all that they share are the states of persons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

# Processes start in the time in which a third of it is merged, and what one keeps of a portion meanwhile takes some 300 MB.
MENTIONS_PER_PORTION: Final = 60_000


@dataclass(frozen=True, slots=True)
class Portion:
    """All mentions of some types (as `telling` gives them), with the articles and the states of persons of all."""

    mentions: pl.DataFrame
    articles: pl.DataFrame
    states: pl.DataFrame


def in_portions(mentions: pl.DataFrame, articles: pl.DataFrame, states: pl.DataFrame, size: int) -> list[Portion]:
    """The mentions in portions of whole types, of about `size` unless a type has more, those of the commonest types first; fewer than two such portions are one."""
    if mentions.height < 2 * size:
        return [Portion(mentions, articles, states)]
    types = mentions["event_type"].value_counts(name="n").sort("n", "event_type", descending=True)
    before = pl.col("n").cum_sum() - pl.col("n")
    portions = types.group_by(before // size, maintain_order=True).agg("event_type")["event_type"]
    return [_portion(mentions.filter(pl.col("event_type").is_in(of.implode())), articles, states) for of in portions]


def _portion(mentions: pl.DataFrame, articles: pl.DataFrame, states: pl.DataFrame) -> Portion:
    return Portion(mentions, articles.join(mentions, on="article_id", how="semi"), states)
