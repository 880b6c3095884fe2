"""The words right before and right behind a phrase.

Belongs here: reading them. Does not: what they tell (validate.py, names.py).
"""

from __future__ import annotations

import re
from typing import Final

REACH: Final = 24  # characters beside a phrase that are looked at
_LAST_WORD: Final = re.compile(r"([^\W\d_][\w'’.]{0,20})[ \t\u00a0\n]{1,2}$")
_GAPS: Final = frozenset(" \t\u00a0\n")
# as written, and as corpora write that set every sign apart: "Friday's vote", "Friday 's vote"
OWNED: Final = ("'s", "’s", " 's", " ’s")
NEXT_WORD: Final = re.compile(r"[ \t\u00a0\n]{1,2}([^\W\d_][\w'’-]{0,20})")
CLAUSE_END: Final = re.compile(
    r"\s*(?:[.,;:!?)\"\u201d\u2013\u2014]|--|$|\n|(?:and|but|when|at|in|to|from|he|she|they|it|had|was|were)\b)"
)


def word_before(lower: str, start: int) -> str:
    """The word in front of an offset, in lower case; empty when something else stands there."""
    if lower[start - 1 : start] not in _GAPS:
        return ""
    match = _LAST_WORD.search(lower[max(0, start - REACH) : start])
    return match.group(1) if match else ""


def word_behind(lower: str, end: int) -> str:
    """The word behind an offset, in lower case; empty when something else stands there."""
    match = NEXT_WORD.match(lower, end, end + REACH)
    return match.group(1) if match else ""
