"""Active participles that only describe the subject of a verb behind them: `Police investigating the murder arrested a man on Tuesday`.

Belongs here: that such a participle has another day than the verb. Does not: nouns that they govern (clauses/embedded.py), passive ones (clauses/reduced.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import BE, COORDINATORS, DETERMINERS, PREPOSITIONS

_LASTING: Final = frozenset({"investigation", "charge"})  # what goes on while something else is done
_NO_NOUNS: Final = BE | COORDINATORS | DETERMINERS | PREPOSITIONS | {"to", "not"}
_DATE_REACH: Final = 8  # tokens behind a verb in which its own day stands


def is_describing(sentence: Sentence, hit: Hit) -> bool:
    """Whether a hit is a participle right behind a noun that goes on while the verb behind it is done: `a lawyer suing the bank said`."""
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    opens = sentence.first_finite(clause.start, hit.start) == hit.start
    return opens and _is_lasting(sentence, hit) and sentence.first_finite(hit.end, clause.end) < clause.end


def is_beside_described(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date is that of the verb beside whose noun such a participle stands: `will meet on Monday with a panel probing the fire`."""
    if placed.end > hit.start:
        return is_describing(sentence, hit)
    return _is_lasting(sentence, hit)


def _is_lasting(sentence: Sentence, hit: Hit) -> bool:
    """Whether a participle right behind a noun tells what goes on while something else is done."""
    verb = hit.verb
    if verb is None or verb.tense is not Tense.PARTICIPLE or hit.kind not in _LASTING or verb.start != verb.head:
        return False
    return _is_behind_noun(sentence, verb.start)


def is_of_governed_noun(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date before a verb that has one behind it is of the noun of such a participle: `Officers probing the death of a boy on 3 June met on Monday`."""
    verb = hit.verb
    if verb is None or placed.start >= verb.start:
        return False
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    if not clause.start < placed.start or sentence.first_finite(clause.start, placed.start) < placed.start:
        return False
    if sentence.dated.isdisjoint(range(hit.end, min(clause.end, hit.end + _DATE_REACH))):
        return False
    return any(
        sentence.words[at].endswith("ing") and _is_behind_noun(sentence, at)
        for at in range(clause.start + 1, placed.start - 1)
    )


def _is_behind_noun(sentence: Sentence, at: int) -> bool:
    """Whether a word in -ing describes the noun before it and has an object: not `in Beijing`, `the meeting on`."""
    if at == 0 or not sentence.raw[at][0].islower() or at + 1 >= len(sentence.words):
        return False
    before, behind = sentence.words[at - 1], sentence.words[at + 1]
    named = before.isalpha() and before not in _NO_NOUNS and not sentence.finite[at - 1]
    return named and behind[0].isalpha() and behind not in PREPOSITIONS
