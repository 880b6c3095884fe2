"""Whether what a noun names has not come about: `are nearing a deal`, `A deal could be announced`, `No date has been set for the trial`.

Belongs here: nearness, confidence, modals and negations around nouns for what is arranged or agreed. Does not: verbs that govern a noun (of_noun.py), what is scheduled (plans.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.judged import verb_before
from transforms.events.event_kinds import ARRANGED
from transforms.events.status.plans import GROUP, tie_of
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    DEFINITE,
    HAVE,
    INDEFINITE_ARTICLES,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    before_helpers,
    is_adverb,
    is_past_participle,
)
from transforms.vocabulary import word_set

_NEAR: Final = word_set("clauses", "near")
_NEARING: Final = word_set("clauses", "nearing")
_ARRIVED: Final = word_set("clauses", "arrived")
_AGREED: Final = ARRANGED | {"agreement", "ceasefire"}
_SPURNING: Final = word_set("clauses", "spurning")
_PROSPECTS: Final = word_set("clauses", "prospects")
_MAYBE: Final = frozenset({"could", "may", "might", "would"})
_ENDURING: Final = word_set("clauses", "enduring")  # of what there is
_KNOWN: Final = (DEFINITE | POSSESSIVES) - {"such"}
_DATES: Final = frozenset({"date", "dates"})
_YET: Final = NEGATIONS | {"yet", "no"}
_OPENING_REACH: Final = 6  # tokens at the start of a clause in which the noun of its subject stands
_ARRIVED_REACH: Final = 5  # tokens behind "has" in which stands what has not been done


def is_unreached(sentence: Sentence, hit: Hit) -> bool:
    """Whether what is arranged or agreed is only near, possible, or not fixed yet."""
    if hit.kind not in _AGREED:
        return False
    if hit.kind == "agreement" and verb_before(sentence, hit, _SPURNING) >= 0:
        return True  # "again rejected the deal"
    return _is_near(sentence, hit) or _may_be(sentence, hit) or _is_not_set(sentence, hit) or _lacks_date(sentence, hit)


def is_only_prospect(sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb parts what a noun names from the prospect of it: `prospects faded | for a coup`, `Fears had grown | of an attack`."""
    words, tie = sentence.words, tie_of(sentence, hit)
    if tie[1:] not in (("for",), ("of",)) or _PROSPECTS.isdisjoint(sentence.vocabulary):
        return False
    verb = next(at for at in range(hit.start - 1, -1, -1) if words[at] == tie[1]) - 1
    while verb > 0 and is_adverb(words[verb]):
        verb -= 1
    first = before_helpers(words, verb)
    return first > 0 and words[first - 1] in _PROSPECTS and (first < verb or sentence.finite[verb])


def _is_near(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody only comes near it or believes in it: `neared an agreement`, `close to a deal`, `confident of a deal`, but not `sources close to the deal`."""
    words, group = sentence.words, sentence.words[max(0, hit.start - GROUP) : hit.start]
    if not _KNOWN.isdisjoint(group):
        return False
    if not _NEARING.isdisjoint(group):
        return True
    tie = tie_of(sentence, hit)
    return tie != () and f"{tie[0]} {tie[1]}" in _NEAR and words[hit.start - 1] != tie[1]


def _may_be(sentence: Sentence, hit: Hit) -> bool:
    """Whether an indefinite subject has a modal verb: `A deal between the two firms could be announced`, but not `The deal could`, `A deal signed in May could`."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(hit.start)]
    front = words[clause.start : hit.start]
    if len(front) > _OPENING_REACH or INDEFINITE_ARTICLES.isdisjoint(front) or not PREPOSITIONS.isdisjoint(front):
        return False
    verb = sentence.first_finite(hit.end, clause.end)
    if verb == clause.end or words[verb] not in _MAYBE or sentence.first_finite(clause.start, hit.start) < hit.start:
        return False
    if hit.kind == "ceasefire" and not _ENDURING.isdisjoint(words[verb + 1 : verb + 3]):
        return False
    between = range(hit.end, verb)
    return sentence.dated.isdisjoint(between) and not any(is_past_participle(words[at]) for at in between)


def _is_not_set(sentence: Sentence, hit: Hit) -> bool:
    """Whether its verb says that it was not begun or fixed: `The hearing has not been set`, `His trial has yet to begin`."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(hit.start)]
    verb = sentence.first_finite(hit.end, clause.end)
    if verb == clause.end or words[verb] not in HAVE or not sentence.dated.isdisjoint(range(hit.end, verb)):
        return False
    if hit.start - clause.start > _OPENING_REACH or _YET.isdisjoint(words[verb : verb + 2]):
        return False
    return not _ARRIVED.isdisjoint(words[verb + 1 : min(clause.end, verb + 1 + _ARRIVED_REACH)])


def _lacks_date(sentence: Sentence, hit: Hit) -> bool:
    """Whether there is no day for it yet: `No date has been set for the trial`, `has yet to set a date for the vote`."""
    if "date" not in sentence.vocabulary and "dates" not in sentence.vocabulary:
        return False
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    words = sentence.words[clause.start : clause.end]
    if tie_of(sentence, hit)[1:] != ("for",) or _DATES.isdisjoint(sentence.words[clause.start : hit.start]):
        return False
    return not _YET.isdisjoint(words)
