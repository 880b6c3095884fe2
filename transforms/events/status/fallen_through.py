"""Plans that the same sentence says came to nothing: "planned to visit Malta but had to cancel".

Belongs here: past plans, and the words behind "but" that end them. Does not: verbs that call off their own subject or object (predicates.py), plans that still stand (plans.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import BE, HAVE
from transforms.vocabulary import word_set

_INTENDED: Final = word_set("clauses", "intended")
_ARRANGED: Final = word_set("clauses", "was_arranged")
_WAS: Final = frozenset({"was", "were", "been"})
_NOW: Final = frozenset({"is", "are"})
_TURNS: Final = frozenset({"but", "before", "until", "although", "though"})
_ENDED: Final = word_set("clauses", "plans_ended")
_ENDED_OFF: Final = frozenset({("called", "off"), ("put", "off"), ("pushed", "back"), ("fell", "through")})
_NEVER: Final = frozenset({"never"})
_PLAN_REACH: Final = 8  # tokens before a verb in which its past plan stands
_PREDICATE_REACH: Final = 6  # tokens behind a noun in which stands that it was planned


def has_fallen_through(sentence: Sentence, hit: Hit) -> bool:
    """Whether something was only planned, and did not come about: `The speech was supposed to be on Monday, but it was put off`, `The trial was to have begun on Monday`."""
    words = sentence.words
    if hit.verb is not None:
        group = words[hit.verb.start : hit.verb.head]
        if hit.verb.governor in _WAS and "have" in group:
            return True
        planned = False
    else:
        behind = words[hit.end : hit.end + _PREDICATE_REACH]
        if any(before in _WAS and behind[at + 1 : at + 3] == ["to", "have"] for at, before in enumerate(behind)):
            return True
        planned = any(before in _WAS and word in _ARRANGED for before, word in pairwise(behind))
    first = hit.start if hit.verb is None else hit.verb.start
    return (planned or _was_planned(words[max(0, first - _PLAN_REACH) : first])) and _is_ended(words, hit.end)


def _was_planned(before: list[str]) -> bool:
    """Whether the words before an infinitive tell a plan of the past: `had planned to`, `was due to`, `was to`, but not `plans to`, `is planned to`."""
    if before[-1:] == ["to"]:
        before = before[:-1]
    if before[-1:] != [] and before[-1] in _WAS:
        return True
    pairs = pairwise(["", *before])
    return any(
        word in _ARRANGED
        and previous in _WAS
        or word in _INTENDED
        and previous not in _NOW
        and (previous not in HAVE or previous == "had")
        for previous, word in pairs
    )


def _is_ended(words: list[str], start: int) -> bool:
    """Whether words behind a turn end a plan: `but had to cancel`, `before calling it off`, `but never took place`."""
    turn = next((at for at in range(start, len(words)) if words[at] in _TURNS), len(words))
    behind = words[turn + 1 :]
    if not _NEVER.isdisjoint(behind[:3]):
        return True
    if not _ENDED.isdisjoint(behind):
        at = next(at for at, word in enumerate(behind) if word in _ENDED)
        return not at or behind[at - 1] not in BE or "not" not in behind[:at]
    return any(pair in _ENDED_OFF for pair in pairwise([word for word in behind if word not in ("it", "them")]))
