"""Whether the words beside a date say that it is only set, or traded for, and so cannot lie behind.

Belongs here: "will expire on [December 31]", "a trial date of [July 16]", "set a [September] trial", "crude for [March] delivery". Does not: the
tense of a clause (tense.py), what a text says of other dates (context.py).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from transforms.temporal.lexicon import beside_words
from transforms.temporal.scan import spelled

_REACH: Final = 40  # characters before a date in which the verb it belongs to stands
_CLAUSE_REACH: Final = 160  # characters before a date in which its clause begins
_TRADED_REACH: Final = 48  # characters behind a month in which it is told what is traded
_TO_COME: Final = re.compile(r"\b(?:will|shall|['’]ll)(?: not)?(?: be)? [a-z]+(?: (?:on|in|by|at|from|until))* $")
_SET_FOR: Final = re.compile(
    r"\b(?:trial|court|target|closing|expiry|expiration|maturity|delivery|launch) date (?:of|for|on|in) $"
    r"|\b(?:set|fixed|scheduled|called) (?:an?|the|her|his|its) (?:[a-z-]+ )?"
    r"(?:trial|hearing|vote|election|referendum|meeting|summit|sentencing|arraignment|date|debate|session) for $"
)
# "the lease runs through [January]", "bids are due no later than [January 15]"
_UP_TO: Final = re.compile(
    r"\b(?:no later than|(?:runs?|extends?|continues?|lasts?|stays?|remains?|valid|open) (?:through|until|till|to)) $"
)
# "before the [November 4] elections", "presidential elections in [November]": known long before
_SCHEDULED: Final = (
    r"(?:elections?|referendum|polls|ballot|midterms|mid-terms|primary|primaries|olympics|games|world cup)"
)
_OF_SCHEDULED: Final = re.compile(rf"(?:,? [a-z.-]+){{0,2}}? {_SCHEDULED}\b(?! result)")
_SCHEDULED_BEFORE: Final = re.compile(
    rf"\b{_SCHEDULED} (?:next |early |late |scheduled |due |set |planned |held )?(?:in|on|for) (?:early |late |mid-)?$"
)
# "will command the crew for a mission in [August]"
_FOR_OCCASION: Final = re.compile(
    r"\b(?:will|meets?|plans?|due) [^.;]{0,80}\bfor an? (?:[a-z]+ )?(?:mission|summit|meeting|trial|vote|hearing|visit|tour|trip|launch|flight|conference|referendum|debut|release|premiere) (?:in|on) $"
)
# "In [January], the cuts will take effect"
_OPENS_FUTURE: Final = re.compile(r",?(?: [\w'’$.-]+){1,8}? will(?! have\b) ")
_FRONT: Final = re.compile(r"(?:\A|[.;\n\"“]\s?)(?:early |late )?(?:in |on |by |from |starting )$")
# what was to be, so that its day may lie on either side: "had been due to start on [Thursday]", "a vigil planned for [Sunday] was called off"
_WAS_TO_BE: Final = re.compile(
    r"\b(?:had (?:[a-z]+ )?been|(?<!\bas )(?:originally|previously|initially)) (?:due|scheduled|set|planned|expected|meant) (?:to [a-z]+ )?(?:on |for |at )?$"
)
_WAS_DUE: Final = re.compile(r"\b(?:was|were) (?:due|scheduled|expected|supposed|slated|set) [^.;]{0,60}$")
_SIGNS_OF_PLANS: Final = ("been", "ally ", "previously ")  # one of these stands in it
_CALLED_OFF: Final = re.compile(
    r"(?: [a-z]+)? (?:was|were|has been|have been|had been) (?:cancell?ed|called off|scrapped|postponed|abandoned|put off)\b"
)
_NOT_YET_KNOWN: Final = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bafter )(?<!\bsince )(?<!\bfollowing )(?<!\bduring )\ban? $"
)
_OCCASION: Final = re.compile(
    r" (?:[a-z]+ )?(?:trial|election|elections|deadline|referendum|vote|launch|auction|target|start|(?:hearing|court|meeting|closing|release) date)\b(?! result)"
)


def is_set_ahead(lower: str, start: int, end: int) -> bool:
    """Whether what will happen stands right before a date, or an occasion that is only set, or what is traded for it, follows.

    lower: an English text in lower case; `start` and `end` are those of the date.
    """
    near = max(0, start - _REACH)
    words = lower[near:start]  # a search costs ten times as much as a look for what it cannot do without
    if "ll" in words and _TO_COME.search(lower, near, start):
        return True
    if (" date " in words or words.endswith(" for ")) and _SET_FOR.search(lower, near, start):
        return True
    if words.endswith((" through ", " until ", " till ", " to ", " than ")) and _UP_TO.search(lower, near, start):
        return True
    if _is_opening(words) and _OPENS_FUTURE.match(lower, end, end + 2 * _REACH):
        return True
    is_for = words.endswith((" in ", " on ")) and " for a" in words
    if is_for and _FOR_OCCASION.search(lower, max(0, start - _CLAUSE_REACH), start):
        return True
    if not lower[end - 1].isdigit() and not words.endswith(" in ") and _traded().match(lower, end, end + _TRADED_REACH):
        return True
    return bool(_OCCASION.match(lower, end) and _NOT_YET_KNOWN.search(lower, near, start))


def _is_opening(words: str) -> bool:
    return words.endswith(("in ", "on ", "by ", "from ", "starting ")) and _FRONT.search(words) is not None


def is_long_known(lower: str, start: int, end: int) -> bool:
    """Whether a date is that of an election or of games, whose day is known long before; `lower` as in `is_set_ahead`."""
    if _OF_SCHEDULED.match(lower, end, end + _TRADED_REACH):
        return True
    return _SCHEDULED_BEFORE.search(lower, max(0, start - _REACH), start) is not None


def was_to_be(lower: str, start: int, end: int) -> bool:
    """Whether a date tells when something was to happen that has been put off since, or may have been; `lower` as in `is_set_ahead`."""
    before = lower[max(0, start - _CLAUSE_REACH) : start]
    if any(sign in before for sign in _SIGNS_OF_PLANS) and _WAS_TO_BE.search(before):
        return True
    return _CALLED_OFF.match(lower, end) is not None


def was_due(lower: str, start: int) -> bool:
    """Whether something was due at a date, so that yesterday is nearer than next week; `lower` as in `is_set_ahead`."""
    return _WAS_DUE.search(lower, max(0, start - _CLAUSE_REACH), start) is not None


@cache
def _traded() -> re.Pattern[str]:
    """What is bought and sold for a month to come: "the [August] contract", "[June] $1 put options", "U.S. [August] gold futures"."""
    goods, contracts = (spelled(beside_words("en", which)) for which in ("goods", "contracts"))
    return re.compile(rf" (?:{goods}|(?:(?!(?:on|of|in|for|and|to|at|from|as)\b)\$?[\w.-]+ ){{0,2}}?{contracts})\b")
