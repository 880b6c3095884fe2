"""Whether the words beside a date say that it lies behind, whatever the tense of its clause.

Belongs here: "the [March 11] earthquake", "the firm in [July] agreed to sell", "it forecast in [April]". Does not: what lies ahead (ahead.py), the tense of a
clause (tense.py).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from transforms.temporal.lexicon import beside_words
from transforms.temporal.scan import spelled
from transforms.temporal.tense import verb_in_past

_REACH: Final = 48  # characters beside a date
_IN_REACH: Final = len(" in early ")
# "up from the 40 cents it had expected in [April]", "the profit the firm forecast in [December]"
_FORESAW: Final = re.compile(
    r"\b(?:it|they|he|she|we|company|firm|bank|group|government|analysts|economists) (?:had |have |has )?(?:previously |originally |first )?"
    r"(?:expected|forecast|estimated|predicted|projected|anticipated) (?:back )?in (?:early |late |mid-)?$"
)
# "the jobs had largely gone by [June]"
_HAD_BY: Final = re.compile(r"\bhad (?:[a-z]+ly |already |all )?[a-z]+ (?:[a-z]+ )?by (?:early |late |mid-)?$")
# "did not learn of it until [January]", "was until [July] its head"
_NOT_UNTIL: Final = re.compile(
    r"\b(?:(?:did not|didn['’]t|never) [^.;]{0,60}|(?:was|were) )until (?:early |late |mid-)?$"
)


def is_over(lower: str, start: int, end: int) -> bool:
    """Whether a date is that of something known since it happened, or a verb in the past is right beside it.

    lower: an English text in lower case; `start` and `end` are those of the date.
    """
    if _known().match(lower, end, end + _REACH) is not None:
        return True
    words = lower[start - 4 if start > 4 else 0 : start]
    if words == " in " and _done_then().match(lower, end, end + _REACH) is not None:
        return True
    near = start - 2 * _REACH if start > 2 * _REACH else 0
    before = lower[near:start]  # a search costs ten times as much as a look for what it cannot do without
    if "until " in before and _NOT_UNTIL.search(before):
        return True
    if "had " in before and " by " in before and _HAD_BY.search(before):
        return True
    return " in " in before[-_IN_REACH:] and _FORESAW.search(before) is not None


@cache
def _known() -> re.Pattern[str]:
    """What has a date only since it happened: "the [March 11] earthquake and tsunami", "the [July 7] London bombings"."""
    return re.compile(rf" (?:[\w.-]+ )?{spelled(beside_words('en', 'happened'))}(?!\w)")


@cache
def _done_then() -> re.Pattern[str]:
    """What somebody did then: "the firm in [July] agreed to sell"."""
    return re.compile(rf" (?:also |again |abruptly )?{verb_in_past('en')}(?! (?:by|to be|with)\b)\b")
