"""Dates of relative clauses without a pronoun of their own: "quit the firm | she founded in 1995".

Belongs here: where such a clause begins, and which dates are its own. Does not: relative clauses that "who", "which" or "that" opens (crossings.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    REPORTING,
    SUBJECT_PRONOUNS,
    is_in_ly,
)

_NO_NOUNS: Final = ADVERBS | AUXILIARIES | COORDINATORS | DETERMINERS | PREPOSITIONS | REPORTING | SUBJECT_PRONOUNS


def is_of_contact_relative(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind a hit says when that was done which only describes a noun: `fired the manager it hired in 2010`, but not `closed the plant it opened in 2003 on Tuesday`."""
    if placed.start <= hit.end or SUBJECT_PRONOUNS.isdisjoint(sentence.words[hit.end : placed.start]):
        return False
    first = hit.end + (hit.verb is None)  # "the deal it signed in May" was then
    opening = next((at for at in range(first, placed.start) if _opens(sentence, at, placed.start)), -1)
    if opening < 0 or sentence.clause_at(opening) != sentence.clause_at(placed.start):
        return False
    before = placed.start - 1 if sentence.words[placed.start - 1] in PREPOSITIONS else placed.start
    return before - 1 not in sentence.dated


def _opens(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a pronoun behind a noun is the subject of a verb before `end`: `the firm | she founded`, `the party | he later left`."""
    words = sentence.words
    noun = words[at - 1]
    if words[at] not in SUBJECT_PRONOUNS or not noun.isalpha() or noun in _NO_NOUNS or at - 1 in sentence.dated:
        return False
    if sentence.finite[at - 1] or is_in_ly(noun):
        return False
    verb = at + 1
    while verb < end and words[verb] in ADVERBS | {"first", "once"}:
        verb += 1
    return verb < end and sentence.finite[verb]
