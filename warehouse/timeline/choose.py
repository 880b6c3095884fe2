"""Choose what mattered: how important each event is, and which stay when a limit cuts.

Belongs here: importance and the cut. Does not: order in time (order.py), words (tell.py), filters (warehouse/queries.py).
All functions are pure and independent of the order of their rows.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

MAX_ENTRIES: Final = 300  # entries of a timeline for which nobody named a limit: more cannot be read in one go
MAIN_ACTORS: Final = 2  # actors per event whose centrality counts; the mart lists main ones first
UNDATED_SHARE: Final = 0.6  # of the importance of a dated event: a timeline can say less of what has no date

# Shares of importance; together 1. Outlets are independent of each other, articles of one outlet are not.
WEIGHTS: Final = {"sources": 0.35, "articles": 0.15, "actors": 0.2, "type": 0.2, "confidence": 0.1}


class Candidate(NamedTuple):
    """What importance looks at in one event."""

    event_id: str
    event_type: str
    status: str
    actors: tuple[str, ...]
    n_sources: int
    n_articles: int
    confidence: float
    is_dated: bool = True


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
    table = tomllib.loads((files("warehouse.timeline") / "salience.toml").read_text(encoding="utf-8"))
    salience = Salience(table["types"], table["statuses"], table["default"])
    for name, weight in {**salience.types, **salience.statuses, "default": salience.default}.items():
        if not 0 <= weight <= 1:
            raise ValueError(f"salience.toml: {name} = {weight} is not between 0 and 1")
    return salience


def importances(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How much each event matters among the others: event_id -> 0 to 1."""
    if not candidates:
        return {}
    salience = load_salience()
    centrality = actor_centrality(candidates)
    most_sources = max(candidate.n_sources for candidate in candidates)
    most_articles = max(candidate.n_articles for candidate in candidates)
    return {each.event_id: _importance(each, salience, centrality, most_sources, most_articles) for each in candidates}


def actor_centrality(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How much of the story each actor is in: the share of events that name it, relative to the most named one, 0 to 1."""
    named = Counter(name for candidate in candidates for name in set(candidate.actors))
    most = max(named.values(), default=1)
    return {name: count / most for name, count in named.items()}


def most_important(weights: Mapping[str, float], limit: int | None) -> frozenset[str]:
    """The ids that stay: the `limit` (default MAX_ENTRIES) heaviest ones; ties go to the smaller id, so that the choice is stable."""
    ranked = sorted(weights, key=lambda event_id: (-weights[event_id], event_id))
    return frozenset(ranked[: MAX_ENTRIES if limit is None else limit])


def _importance(
    each: Candidate, salience: Salience, centrality: Mapping[str, float], most_sources: int, most_articles: int
) -> float:
    shares = {
        "sources": _log_share(each.n_sources, most_sources),
        "articles": _log_share(each.n_articles, most_articles),
        "actors": _mean([centrality.get(name, 0.0) for name in each.actors[:MAIN_ACTORS]]),
        "type": salience.types.get(each.event_type, salience.default),
        "confidence": each.confidence,
    }
    weighed = sum(WEIGHTS[name] * share for name, share in shares.items())
    dated = 1.0 if each.is_dated else UNDATED_SHARE
    return round(weighed * dated * salience.statuses.get(each.status, salience.default), 6)


def _log_share(count: int, most: int) -> float:
    # the second outlet tells more than the twentieth; a single one corroborates nothing
    return math.log(count) / math.log(most) if count > 1 else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
