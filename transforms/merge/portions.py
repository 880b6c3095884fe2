"""Mentions in portions that can be merged apart from each other.

Belongs here: which mentions stand in which portion. Does not: merging a portion (merging.py), where it is done (the caller's business).
Mentions of two types never meet; all that they share are the states of persons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

import polars as pl

# Processes start in the time in which a third of it is merged, and what one keeps of a portion meanwhile takes some 300 MB.
MENTIONS_PER_PORTION: Final = 60_000


@dataclass(frozen=True, slots=True)
class Portion:
    """All mentions of some types (as `telling` gives them), with the articles and the states of persons of all."""

    mentions: pl.DataFrame
    articles: pl.DataFrame
    states: pl.DataFrame


class Portions(Protocol):
    """Portions that are taken one after the other: a list, or stored mentions that are read when their turn comes."""

    def __len__(self) -> int:
        """How many there are."""

    def __iter__(self) -> Iterator[Portion]:
        """All of them in order."""


def types_in_portions(counts: pl.DataFrame, size: int = MENTIONS_PER_PORTION) -> list[list[str]]:
    """The types of each portion of about `size` mentions, or more where one type has more; the commonest types first. Fewer than two such portions are one.

    counts: `event_type`, `n`, how many mentions it has.
    """
    types = counts.sort("n", "event_type", descending=True)
    if types["n"].sum() < 2 * size:
        return [types["event_type"].to_list()]
    before = pl.col("n").cum_sum() - pl.col("n")
    return types.group_by(before // size, maintain_order=True).agg("event_type")["event_type"].to_list()


def in_portions(mentions: pl.DataFrame, articles: pl.DataFrame, states: pl.DataFrame, size: int) -> list[Portion]:
    """The mentions in portions, as `types_in_portions` has them."""
    portions = types_in_portions(mentions["event_type"].value_counts(name="n"), size)
    if len(portions) == 1:
        return [Portion(mentions, articles, states)]
    return [_portion(mentions.filter(pl.col("event_type").is_in(types)), articles, states) for types in portions]


def _portion(mentions: pl.DataFrame, articles: pl.DataFrame, states: pl.DataFrame) -> Portion:
    return Portion(mentions, articles.join(mentions, on="article_id", how="semi"), states)
