"""Who goes on behind what somebody told: `said the fund will cut it and criticized him`.

Belongs here: whether a verb behind "and" is the teller's, or of those told of. Does not: where what is told begins (told.py), subjects and dates (roles/, dating/).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import COORDINATORS, FUTURE, MODALS
from transforms.vocabulary import word_set

_DEMANDING: Final = word_set("clauses", "demanding")
_NOW: Final = frozenset({"are", "do"})
_PAST: Final = frozenset({"was", "has"})  # "has developed weapons and refused": one has done both


def teller_goes_on(sentence: Sentence, start: int, before: int, verb: int) -> bool:
    """Whether a past verb behind "and" goes on from the one that tells what is, will or would be: `declared that it exists and ordered aid`.

    start: the first token of what is told; before: the token where the clause of the verb begins, or the verb itself.
    """
    words = sentence.words
    if COORDINATORS.isdisjoint(words[before : verb + 1]) and words[before - 1] not in COORDINATORS:
        return False
    if not sentence.finite[verb] or not words[verb].endswith("ed"):
        return False
    if not _DEMANDING.isdisjoint(words[max(0, start - 2) : start]):
        return True  # "demanding that it drop its bid and accused"
    first = sentence.first_finite(start + 1, before)
    return first < before and _is_not_past(words[first])


def _is_not_past(word: str) -> bool:
    """Whether a finite verb tells of now, of what will or of what would be: `is`, `exists`, `would`."""
    return word in MODALS or word in FUTURE or word in _NOW or word[-1:] == "s" and word not in _PAST
