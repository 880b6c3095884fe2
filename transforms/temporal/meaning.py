"""What a phrase says, before any context is known.

Belongs here: the symbolic form between grammar and resolve. Does not: words (lexicon.py), calendar arithmetic (period.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a meaning becomes a date: one resolver each (resolve/)."""

    EXPLICIT = "explicit"  # `year`, perhaps `month` and `day`: needs no context
    MONTH = "month"  # `month`, perhaps `day` or the `index`-th `weekday` of it, without a year; `year_offset` when a year is counted ("last year")
    DAY_OF_MONTH = "day of month"  # `day` alone
    WEEKDAY = "weekday"  # `weekday`, `direction`
    OFFSET = "offset"  # `amount` units (of `value` when it is said) from the reference, at the unit's precision: last year, a year ago today
    NARRATIVE_OFFSET = "narrative offset"  # `amount` units from the last date of the text: two days later, the same day
    YEAR_BEFORE = "year before"  # the year before; next to a quarter the same quarter of that year: a year earlier
    PART = "part of year"  # `unit` quarter, half or season and its `index`, perhaps `year` or `year_offset`
    LATEST = "latest"  # the last finished `unit`, or the last one mentioned: the quarter
    HOLIDAY = "holiday"  # `value` is its key
    TIME = "time"  # `time` on the day of the last date or the reference
    VALUE = "value"  # `value` says everything: durations, sets, PRESENT_REF


@dataclass(slots=True, eq=False)
class Meaning:
    """The symbolic value of one phrase; which fields count depends on `kind`. Never changed once built.

    Compared by identity: phrases are parsed once and share their meaning, so that what it stands for can be kept (resolve/dispatch.py).
    Not frozen, because Python takes five times as long to build a frozen one and many are built.
    `type` is the TIMEX3 type; `time` a suffix such as `TMO` or `T09:00`; `mod` a TIMEX3 mod; `direction` -1 last, 0 this, 1 next, None unsaid;
    `is_background` when only a narrative means a date by it ("former"); the `amount` of a month is how many later the last one of its span comes ("July-September");
    `year_offset` years from the reference year, `of_last` when the year is that of the last date ("May of that year").
    """

    kind: Kind
    type: str = "DATE"
    unit: str = ""
    amount: int = 0
    index: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    direction: int | None = None
    year_offset: int | None = None
    of_last: bool = False
    is_background: bool = False
    time: str = ""
    value: str | None = None
    mod: str | None = None
