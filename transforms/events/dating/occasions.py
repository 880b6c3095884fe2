"""Dates of occasions before, after or at which something is told to have been: `Ahead of the election on 20 March`, `Two days after the vote on Monday`.

Belongs here: whether such a phrase has a date of its own. Does not: what else has one (elsewhere.py), the days counted from it (windows.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.judged import judging_verb
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import AT_OCCASIONS, PREPOSITIONS
from transforms.temporal import OF_DAYS
from transforms.vocabulary import read_vocabulary

_REACH: Final = 8  # tokens before a date in which the phrase of its occasion begins
_LENGTHS: Final = frozenset({"hours", "day", "days", "week", "weeks", "month", "months", "year", "years"})
# what opens such a phrase, with the words one of which must stand before it
_OPENERS: Final = {
    "before": frozenset[str](),
    "of": frozenset({"ahead"}),
    "to": frozenset({"run-up", "prior"}),
    "for": frozenset({"preparation", "preparations"}),
    "after": _LENGTHS,
}
# At these something is judged or spoken of, and not done.
_SETTINGS: Final = frozenset(read_vocabulary("ontology")["lists"]["occasions"]) | {
    "talks",
    "meeting",
    "meetings",
    "report",
    "session",
    "statement",
}
_AHEAD: Final = (Tense.FUTURE, Tense.INFINITIVE, Tense.MODAL)


def is_of_occasion(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date is that of an occasion beside which a clause is told: `Ahead of the election on 20 March, they met`, `will meet ahead of the election on 20 March`."""
    if sentence.words[placed.start] == "last" and placed.expression.precision not in OF_DAYS:
        return False  # what was before "the deadline last week" was that week, too
    opener = _opener_of(sentence, placed)
    if opener < 0 or opener < hit.start < placed.start:
        return False
    return hit.start > placed.start or hit.verb is not None and hit.verb.tense in _AHEAD


def is_of_setting(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind what was judged or spoken of is that of the occasion at which it was: `condemned the attack at talks on Tuesday`."""
    if hit.verb is not None or placed.start < hit.end or judging_verb(sentence, hit) < 0:
        return False
    words = sentence.words
    at = next((at for at in range(hit.end, placed.start) if words[at] in AT_OCCASIONS), placed.start)
    return not _SETTINGS.isdisjoint(words[at + 1 : placed.start])


def _opener_of(sentence: Sentence, placed: PlacedDate) -> int:
    """The word that opens the phrase of an occasion with a date behind it; -1 where there is none."""
    words, noun = sentence.words, placed.start - 1
    if words[noun] in PREPOSITIONS:
        noun -= 1
    for at in range(noun, max(-1, noun - _REACH), -1):
        if words[at] in _OPENERS and _opens(sentence, at):
            return at if at < noun else -1
        if words[at] == "," or sentence.finite[at] and at < noun:
            return -1
    return -1


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether a word opens the phrase of an occasion: not `testify before the panel`, `part of the talks`."""
    if sentence.words[at] == "before":
        clause = sentence.clauses[sentence.clause_at(at)]
        return clause.start == at and clause.kind is Kind.TEMPORAL
    return at > 0 and sentence.words[at - 1] in _OPENERS[sentence.words[at]]
