"""Whether a clause has a subject of its own that is no actor.

Belongs here: looking for words that can be a subject. Does not: which actors are subjects (subjects.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses import Sentence
from transforms.events.function_words import ADVERBS, COORDINATORS, PREPOSITIONS, is_in_ly

_NO_SUBJECT: Final = (
    ADVERBS | COORDINATORS | PREPOSITIONS | {"when", "while", "who", "which", "that", "to", "has", "have", "had"}
)


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
