"""Nouns that only describe a subject: "police investigating the murder arrested a man".

Belongs here: which nouns a participle governs. Does not: their dates (dating/elsewhere.py), their actors (roles/of_noun.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import is_participle
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import BE, DETERMINERS
from transforms.vocabulary import word_set

_DOING: Final = word_set("clauses", "doing")  # who is the subject of these does what the noun names
_INTENDING: Final = word_set("clauses", "intending")
_DOING_OR_TO_DO: Final = _DOING | _INTENDING
_GROUP: Final = 6  # tokens from such a participle to the noun: "investigating the brutal and unsolved murder"


def governing_participle(sentence: Sentence, noun: int) -> int:
    """The participle that governs a noun and describes the one before it, or -1: `police | investigating | the murder`, but not `rebels launching the attack`."""
    words, first = sentence.words, sentence.clauses[sentence.clause_at(noun)].start
    for at in range(noun - 2, max(first, noun - _GROUP) - 1, -1):
        if sentence.finite[at] or words[at] == ",":
            return -1
        if is_participle(words[at]) and words[at + 1] in DETERMINERS:
            describes = at > first and words[at - 1].isalnum() and words[at - 1] not in BE
            return at if describes and words[at] not in _DOING_OR_TO_DO else -1
    return -1


def is_embedded_noun(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a noun from token `start` to `end` stands inside a subject that a participle describes, before the verb of its clause."""
    if governing_participle(sentence, start) < 0:
        return False
    clause = sentence.clauses[sentence.clause_at(start)]
    return sentence.first_finite(end, clause.end) < clause.end
