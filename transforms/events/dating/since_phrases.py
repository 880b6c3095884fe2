"""A "since" with nothing but a date behind a perfect verb: `have arrested 40 people since January`.

Belongs here: whether such a date is the verb's, and whether it is the day on which a state began. Does not: "since" with a clause of its own
(crossings.py), the days up to publication that it makes (read.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import HAVE

_REACH: Final = 3  # tokens from "since" to its date: `since late January`
# lemmas that tell what somebody is in since the day on which it happened: "has been held since May"
_STATES: Final = frozenset({"hold", "jail", "imprison", "be in custody", "be in police custody", "remain in custody"})


def ends_with_since(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a hit in the perfect tense has the date of the "since" that goes on right behind its clause."""
    own, other = sentence.clause_at(hit.start), sentence.clause_at(placed.start)
    clause = sentence.clauses[other]
    if other != own + 1 or clause.kind is not Kind.TEMPORAL or sentence.words[clause.start] != "since":
        return False
    if placed.start - clause.start > _REACH or sentence.first_finite(clause.start, clause.end) < clause.end:
        return False
    if hit.verb is not None:
        return hit.verb.tense is Tense.PERFECT
    before = sentence.clauses[own].start
    verb = sentence.first_finite(before, hit.start)
    return verb < hit.start and sentence.words[verb] in HAVE


def is_state_since(hit: Hit) -> bool:
    """Whether what goes on since a day happened on that day."""
    return hit.verb is not None and hit.pattern.lemma in _STATES
