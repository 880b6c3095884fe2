"""What the tagger gives: one date expression with its value, its days and how they were worked out.

Belongs here: the shape of a result. Does not: finding or resolving it.
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.temporal.interval import Basis, Interval, Precision


class DateExpression(NamedTuple):
    """One date expression in a text.

    `start`, `end`: character offsets, `text[start:end]` is `text`. `type`, `value`, `mod`: TIMEX3. `interval`: the days it can mean, null for
    durations, sets, references such as "now" and unresolved dates. `signal`: "after" or "before" behind a duration ("two days after the vote"),
    else the preposition right before it ("since", "until", "by", ...). `reason`: how it was worked out, one line for people.
    """

    start: int
    end: int
    text: str
    type: str
    value: str | None
    mod: str | None
    interval: Interval | None
    precision: Precision
    basis: Basis | None
    signal: str | None
    reason: str
