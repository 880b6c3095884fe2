"""Phrases behind a verb that only say what went before it: `died after a long illness on Friday`, `crashed shortly after takeoff on Friday`.

Belongs here: whether the day at the end of such a phrase is that of the verb before it. Does not: phrases that hold an event (reading.py), lengths of time before them (windows.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import Kind, is_participle
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import DEFINITE, POSSESSIVES, PREPOSITIONS
from transforms.temporal import OF_DAYS
from transforms.vocabulary import word_set

_LENGTHS: Final = word_set("clauses", "times")
_OPENERS: Final = frozenset({"after", "before", "following"})
_KNOWN: Final = (DEFINITE | POSSESSIVES) - {"such"}  # "after the defeat on Friday": the day is the defeat's
_TOLD: Final = (Tense.PAST, Tense.PERFECT, Tense.PARTICIPLE)
_REACH: Final = 12  # tokens of such a phrase


def ends_after_phrase(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a day ends the phrase behind a verb's clause that has no verb of its own: `was arrested after a chase on Friday`."""
    own, other = sentence.clause_at(hit.start), sentence.clause_at(placed.start)
    clause, words = sentence.clauses[other], sentence.words
    opener = clause.start
    if hit.verb is None or other != own + 1 or clause.kind is not Kind.TEMPORAL or words[opener] not in _OPENERS:
        return False
    if hit.verb.tense not in _TOLD:
        return False
    if placed.start - opener > _REACH or placed.expression.precision not in OF_DAYS or words[opener - 1] in _LENGTHS:
        return False
    first = opener + 3 if words[opener + 1] == "being" else opener  # "after being hit by a car"
    if sentence.first_finite(first, placed.start) < placed.start or words[placed.start - 1] == "of":
        return False
    return is_participle(words[opener + 1]) or _is_new(words[opener + 1 : placed.start])


def _is_new(phrase: list[str]) -> bool:
    """Whether the noun that a phrase opens with was not told of before: `a row with the owner`, but not `the row`, `the party's defeat`."""
    if not phrase or phrase[0] in PREPOSITIONS or not all(map(str.isalpha, phrase)):  # "after a 27 percent drop"
        return False
    end = next((at for at, word in enumerate(phrase) if word in PREPOSITIONS), len(phrase))
    return _KNOWN.isdisjoint(phrase[:end])


def is_taken_in_phrase(sentence: Sentence, hit: Hit, placed: PlacedDate, hits: list[Hit]) -> bool:
    """Whether the phrase behind a verb holds an event, whose day it then has: `arrested after a raid on Friday`."""
    other = sentence.clause_at(placed.start)
    if other != sentence.clause_at(hit.start) + 1 or sentence.clauses[other].kind is not Kind.TEMPORAL:
        return False
    first = sentence.clauses[other].start
    return any(first <= event.start < placed.start for event in hits)
