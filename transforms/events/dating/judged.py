"""Verbs that only judge, treat or speak of what a noun names: `condemned the attack on Monday`, `commented on the deal`.

Belongs here: whether such a verb governs a noun, and a date before it. Does not: other ties of a noun to what has the date (mentioned.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import PREPOSITIONS
from transforms.vocabulary import word_set

_JUDGING: Final = word_set("clauses", "judging")
_COMMENTING: Final = word_set("clauses", "commenting")
_CONTESTING: Final = word_set("clauses", "contesting")
_GROUP: Final = 7  # tokens before a noun that belong to its phrase


def judging_verb(sentence: Sentence, hit: Hit) -> int:
    """The verb of its clause that only judges or speaks of what a noun names, right before its group: `condemned the attack`, `commented on it`; -1 where there is none."""
    return verb_before(sentence, hit, _JUDGING, _COMMENTING)


def verb_before(
    sentence: Sentence, hit: Hit, verbs: frozenset[str], with_prepositions: frozenset[str] = frozenset()
) -> int:
    """The verb of a noun's clause right before its group that is one of some, alone or with its preposition; -1 where there is none."""
    words, at = sentence.words, hit.start - 1
    first = max(sentence.clauses[sentence.clause_at(hit.start)].start, hit.start - _GROUP)
    while at >= first and words[at] not in verbs:
        if at > first and f"{words[at - 1]} {words[at]}" in with_prepositions:
            return at - 1
        if words[at] in PREPOSITIONS and words[at] != "than":  # "reported more than 20 arrests"
            return -1
        at -= 1
    return at if at >= first else -1


def is_of_judgement(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date before a noun is that of a verb which only judges it: `on Monday condemned the attack`."""
    if hit.verb is not None or placed.start >= hit.start:
        return False
    return judging_verb(sentence, hit) > placed.start or verb_before(sentence, hit, _CONTESTING) > placed.start
