"""Whether a clause has a subject of its own that is no actor.

Belongs here: looking for words that can be a subject. Does not: which actors are subjects (subjects.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import (
    ADVERBS,
    COORDINATORS,
    INFINITIVES,
    MODALS,
    PREPOSITIONS,
    is_in_ly,
    is_plural,
)
from transforms.vocabulary import word_set

_NO_SUBJECT: Final = (
    ADVERBS | COORDINATORS | PREPOSITIONS | {"when", "while", "who", "which", "that", "to", "has", "have", "had"}
)
_COLLECTIVES: Final = word_set("clauses", "collectives")
_SUBJECT_REACH: Final = 7  # tokens at the start of a clause in which its subject ends


def has_own_subject(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether words that are no actor stand before a verb as its subject: `as their models appealed to buyers`."""
    words = sentence.words
    undated = (words[at] for at in range(start, verb) if at not in sentence.dated)  # "and late on Monday met her"
    before = [word for word in undated if word not in _NO_SUBJECT and not is_in_ly(word)]
    return any(word[0].isalpha() for word in before) and sentence.finite[verb : verb + 1] == [True]


def stands_alone(sentence: Sentence) -> bool:
    """Whether the clause behind one that opens the sentence has a subject of its own, though no actor: `As Waugh left, | talks broke down`."""
    clause = sentence.clauses[1]
    verb = sentence.first_finite(clause.start, clause.end)
    return any(word[0].isalpha() and word not in _NO_SUBJECT for word in sentence.words[clause.start : verb])


def first_bare_verb(sentence: Sentence, index: int, before: int) -> int:
    """The present verb of several with which another one behind "and" shares its subject: `Police | arrest | two men and impose a curfew`; -1 without one."""
    words, start = sentence.words, sentence.clauses[index].start
    joined = words[before - 1] == "and" and words[before] in INFINITIVES and not sentence.finite[before]
    if not joined or sentence.first_finite(start, before) < before:
        return -1
    reach = range(start + 1, min(before - 1, start + _SUBJECT_REACH))
    at = next((at for at in reach if words[at] in INFINITIVES and _are_several(words[at - 1])), -1)
    return at if MODALS.isdisjoint(words[start:before]) and "to" not in words[start:at] else -1


def _are_several(word: str) -> bool:
    return is_plural(word) or word in _COLLECTIVES
