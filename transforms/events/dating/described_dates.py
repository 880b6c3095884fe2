"""Dates of participles that describe a noun: of "repealed a law passed in 2014" the year is not that of the repeal.

Belongs here: whether a date behind a hit, or at the opening of its sentence, is such a participle's. Does not: where those stand (clauses/reduced.py, clauses/fronts.py).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from transforms.events.clauses.fronts import opens_passive
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.reduced import describing_participle, is_behind_object
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.attributive import is_attributive
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import AUXILIARIES, PREPOSITIONS
from transforms.temporal import OF_DAYS
from transforms.vocabulary import word_set

_REACH: Final = 14  # tokens from a hit to such a participle, and from there to its date
_LONG_AGO: Final = 10  # days; a nearer day may as well be the main verb's
_OF_OCCASIONS: Final = frozenset({"in", "at", "during", "amid"})  # "died in a raid carried out in 2014"
_ANNULLING: Final = word_set("clauses", "annulling")
_ASKED: Final = word_set("clauses", "asked_of")


def is_of_described(sentence: Sentence, hit: Hit, placed: PlacedDate, published: date | None) -> bool:
    """Whether a day long past, a month or a year is that of a hit's object or of a participle behind it: `overturned the 2009 conviction`, `repealed a law passed in 2014`, `freed Vella, convicted in 2013`."""
    interval = placed.expression.interval
    inside = sentence.words[hit.start] in _ANNULLING and hit.start < placed.start and placed.end < hit.end
    behind = hit.verb is not None and hit.end < placed.start <= hit.end + 2 * _REACH
    opens = not behind and _is_of_opener(sentence, hit, placed)
    if interval is None or not (behind or opens or inside):
        return False
    if published is not None and interval.start <= published <= interval.end:
        return False  # "heard arguments over the law backed by him this week"
    if interval.precision in OF_DAYS and (published is None or (published - interval.end).days < _LONG_AGO):
        return False
    if opens or inside:
        return opens or is_attributive(sentence, placed)
    at = describing_participle(sentence, hit.end, placed.start)
    if at < 0 or placed.start - at > _REACH or not _is_beside(sentence, hit, at):
        return False
    if not sentence.dated.isdisjoint(range(at, placed.start - 1)) or "," in sentence.words[at : placed.start]:
        return False
    return not _is_on_occasion(sentence, hit, at)


def is_of_described_subject(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date right before an auxiliary is that of a participle that describes the subject: `A man jailed in 2009 | has been freed`."""
    if hit.verb is None or placed.end != hit.verb.start or sentence.words[placed.end] not in AUXILIARIES:
        return False
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    at = describing_participle(sentence, clause.start, placed.start)
    return at >= 0 and placed.start - at <= _REACH and "," not in sentence.words[at : placed.start]


def _is_of_opener(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date stands in the participle with which a sentence opens, and a hit behind its subject: `Founded in 1990, Borg Oil | sued Vella`, but not `Held in 1990, the summit failed`."""
    words = sentence.words
    if placed.start > _REACH or not opens_passive(sentence) or words[0] in _ASKED:
        return False
    comma = words.index(",")
    if not placed.end <= comma < hit.start or sentence.first_finite(1, comma) < comma:
        return False
    return hit.verb is not None or sentence.first_finite(comma, hit.start) < hit.start


def _is_beside(sentence: Sentence, hit: Hit, at: int) -> bool:
    """Whether a participle stands in the clause of a hit, or opens the one that a comma parts from it."""
    own, other = sentence.clause_at(hit.start), sentence.clause_at(at)
    return own == other or own + 1 == other and is_behind_object(sentence, at)


def _is_on_occasion(sentence: Sentence, hit: Hit, at: int) -> bool:
    """Whether the noun that a participle describes is the occasion of the hit itself: `died in a raid carried out in 2014`."""
    behind = [word for word in sentence.words[hit.end : at] if word in PREPOSITIONS]
    return behind[:1] != [] and behind[-1] in _OF_OCCASIONS and sentence.words[at - 1] != ","
