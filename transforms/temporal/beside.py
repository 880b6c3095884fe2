"""The words right before and right behind a phrase, and where its sentence ends.

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
# an initial, a title before a name or the short name of a month ends no sentence
_NO_ABBREVIATION: Final = r"(?<!\b[a-z]\.)(?<!\b(?:mr|ms|dr|vs|st|lt)\.)(?<!\b(?:mrs|gen|sen|rep|gov|rev|col|sgt|maj|adm)\.)(?<!\b(?:prof|capt|sept)\.)(?<!\b(?:jan|feb|mar|apr|aug|oct|nov|dec)\.)"
# it begins with one set of characters, which makes the search fast
# so does a dateline: "Town braces for storm VELLA (Reuters) - An airstrike Wednesday killed 11"
_DATELINE_END: Final = (
    r"(?<=\))(?:(?<=\(ap\))|(?<=\((?:cnn|afp)\))|(?<=\(xinhua\))|(?<=\(reuters\))"
    r"|(?<=\( ap \))|(?<=\( (?:cnn|afp) \))|(?<=\( xinhua \))|(?<=\( reuters \)))\s?(?:--|[-\u2013\u2014])\s"
)
SENTENCE_BREAK: Final = re.compile(
    rf"[.!?;\n)](?:(?<=\n)\s*\n|(?<![\n)]){_NO_ABBREVIATION}['\")\]]*\s|{_DATELINE_END})"
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
