"""What a text says around and before an expression: the reference day, the last date mentioned, tense.

Belongs here: the state that resolving needs. Does not: how a meaning becomes a date (resolve.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from transforms.temporal.period import Period

CLAUSE_REACH: Final = 160  # characters before an expression in which its verb is looked for
_BREAK: Final = re.compile(r"[.!?;]\s|\n\s*\n")
_CUES: Final = re.compile(
    r"\b(?:(will|shall|would|won't|'ll|scheduled|due|until|expected to|plans? to|planned|planning|is to|are to|going to|expires?|set to|set for|upcoming)"
    r"|(was|were|said|had|did|has|have|told|reported|announced|[a-z]{3,}ed))\b"
)


@dataclass(slots=True)
class Context:
    """The reference day (null when unknown), whether the text is a narrative, and the last date it mentioned."""

    lower: str
    reference: date | None
    is_narrative: bool
    last: Period | None = None

    @property
    def anchor(self) -> Period | None:
        """The date that relative expressions count from: in a narrative the last one mentioned, else the reference day."""
        if self.is_narrative and self.last is not None:
            return self.last
        return Period("day", self.reference.toordinal()) if self.reference is not None else self.last

    def is_future(self, start: int) -> bool:
        """Whether the last verb cue before an offset, in the same sentence, speaks of the future (measured: TAXONOMY 5.2)."""
        before = self.lower[max(0, start - CLAUSE_REACH) : start]
        pieces = _BREAK.split(before)
        found = None
        for found in _CUES.finditer(pieces[-1]):  # noqa: B007 (the last one counts)
            pass
        return found is not None and found.group(1) is not None
