"""What a text says around and before an expression: the reference day, the last dates mentioned, tense.

Belongs here: the state that resolving needs. Does not: how a meaning becomes a date (resolve/).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from transforms.temporal.lexicon import cue_words
from transforms.temporal.period import RANKS, Period
from transforms.temporal.scan import spelled

CLAUSE_REACH: Final = 160  # characters before an expression in which its verb is looked for
_BREAK: Final = re.compile(r"[.!?;]['\")\]]*\s|\n\s*\n")
_PAST, _NONE, _FUTURE = -1, 0, 1


@cache
def _cues(lang: str) -> re.Pattern[str] | None:
    future, past = cue_words(lang, "future"), cue_words(lang, "past")
    if not future:
        return None
    regular = r"|[a-z]{3,20}ed" if lang == "en" else ""
    return re.compile(rf"(?<![a-z])(?:(?P<future>{spelled(future)})|(?P<past>{spelled(past)}{regular}))(?![a-z])")


@dataclass(slots=True)
class Context:
    """The reference day (null when unknown), whether the text is a narrative, and the dates it mentioned so far."""

    lower: str
    lang: str
    reference: date | None
    is_narrative: bool
    quarter: Period | None = None
    _last: list[Period | None] = field(default_factory=lambda: [None] * (max(RANKS.values()) + 1))

    def remember(self, period: Period) -> None:
        """Note a date that the text mentioned."""
        for rank in range(period.rank, len(self._last)):
            self._last[rank] = period
        if period.unit == "quarter":
            self.quarter = period

    def last(self, unit: str) -> Period | None:
        """The last date mentioned that is known to the unit or better."""
        return self._last[RANKS[unit]]

    @property
    def today(self) -> Period | None:
        """The reference day."""
        return Period("day", self.reference.toordinal()) if self.reference is not None else None

    def anchor(self, unit: str) -> Period | None:
        """The date that relative expressions of a unit count from: in a narrative the last one mentioned, else the reference day."""
        if self.is_narrative or self.reference is None:
            return self.last(unit) or self.today
        return self.today

    def tense(self, start: int) -> int:
        """-1 past, 1 future, 0 unsaid: the last verb cue before an offset in the same sentence (measured: TAXONOMY 5.2)."""
        pattern = _cues(self.lang)
        if pattern is None:
            return _NONE
        clause = _BREAK.split(self.lower[max(0, start - CLAUSE_REACH) : start])[-1]
        last = None
        for match in pattern.finditer(clause):
            last = match.lastgroup
        return {"future": _FUTURE, "past": _PAST}.get(last or "", _NONE)
