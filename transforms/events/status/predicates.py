"""What the verb of a noun that is its subject says of it: `The summit was cancelled`, `The trial is set to begin`.

Belongs here: predicates behind a noun. Does not: verbs that govern a noun before it (of_noun.py), other plans (plans.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.event_kinds import ARRANGED, HARMFUL
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import BE, DEFINITE, HAVE, NEGATIONS, PREPOSITIONS, is_adverb
from transforms.vocabulary import word_set

_CALLED_OFF: Final = word_set("clauses", "called_off")
_BEGINS: Final = word_set("clauses", "begins")
_SET: Final = (["set", "to"], ["about", "to"], ["due", "to"], ["expected", "to"])
_SUBJECT_REACH: Final = 4  # tokens at the start of a clause in which the noun of its subject stands
CALLING: Final = frozenset({"call", "called", "calls", "calling"})
_OFF_REACH: Final = 5  # tokens before a noun in which the "off" of "called off" stands
_ARRANGED: Final = ARRANGED | {"protest", "weapons_test", "release", "deployment", "withdrawal"}
_KEPT: Final = _ARRANGED | {"ceasefire", "agreement"}
_TAKING_PLACE: Final = word_set("clauses", "taking_place")
_NEGATED_REACH: Final = 5  # tokens from such a verb to what is not done: `will not now take place`
_FIXED: Final = frozenset({"planned", "scheduled", "set", "slated", "booked"})
_NOW: Final = frozenset({"is", "are"})
_PUT_OFF: Final = frozenset({"postponed", "delayed"})
_NOT_ALLOWED: Final = frozenset({"banned", "forbidden", "illegal", "prohibited", "unacceptable", "unlawful", "wrong"})
_UNTIL: Final = frozenset({"until", "till", "to"})


def is_called_off(sentence: Sentence, hit: Hit) -> bool:
    """Whether what is arranged did not take place, by its verb: `The summit in Oslo was cancelled`, `The talks have been called off`, `The truce will not take place`."""
    if hit.kind in _KEPT and _is_not_held(sentence, hit):
        return True
    if hit.kind not in _ARRANGED or _CALLED_OFF.isdisjoint(sentence.vocabulary):
        return False
    words, at = sentence.words, _predicate(sentence, hit)
    if hit.verb is None and _is_object_of_calling_off(words, hit.start):
        return True
    if at < 0:
        return False
    if words[at] == "called":
        return words[at + 1 : at + 2] == ["off"]
    return words[at] in _CALLED_OFF and words[at - 1] in BE and not _is_put_off(words, at)


def _is_not_held(sentence: Sentence, hit: Hit) -> bool:
    """Whether the verb of a noun that is its subject denies that it takes place: `The ceasefire will not take place`, `The vote did not happen`."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(hit.start)]
    if hit.verb is not None or NEGATIONS.isdisjoint(sentence.vocabulary) or not heads_clause(sentence, hit):
        return False
    verb = sentence.first_finite(hit.end, clause.end)
    behind = words[verb : min(clause.end, verb + _NEGATED_REACH)]
    denied = next((at for at, word in enumerate(behind[:2]) if word in NEGATIONS), len(behind))
    return not _TAKING_PLACE.isdisjoint(behind[denied:])


def _is_object_of_calling_off(words: list[str], start: int) -> bool:
    """Whether a noun is what somebody calls off: `called off | the peace talks`."""
    off = next((at for at in range(start - 1, max(0, start - _OFF_REACH), -1) if words[at] == "off"), 0)
    return off > 0 and words[off - 1] in CALLING and PREPOSITIONS.isdisjoint(words[off + 1 : start])


def is_set_to_begin(sentence: Sentence, hit: Hit) -> bool:
    """Whether the verb of what is arranged says that it is to begin: `The trial is set to begin on Friday`, `was postponed until May`."""
    if hit.kind not in _ARRANGED:
        return False
    words, at = sentence.words, _predicate(sentence, hit)
    if at < 0 or words[at - 1] in BE and _is_put_off(words, at):
        return at > 0
    if words[at - 1] not in _NOW:
        return False
    if words[at : at + 2] in _SET:
        return words[at + 2 : at + 3] != [] and words[at + 2] in _BEGINS
    return words[at] == "to" and words[at + 1 : at + 2] != [] and words[at + 1] in _BEGINS


def is_only_a_kind(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun of force without article names all such deeds, for it is said that they are not allowed: `Attacks on civilians are prohibited`."""
    words, first = sentence.words, sentence.clauses[sentence.clause_at(hit.start)].start
    if hit.kind not in HARMFUL or not DEFINITE.isdisjoint(words[first : hit.start]):
        return False
    at = _predicate(sentence, hit)
    return at > 0 and words[at] in _NOT_ALLOWED and words[at - 1] in _NOW


def _is_put_off(words: list[str], at: int) -> bool:
    """Whether a verb gives a later day: `postponed | until Friday`."""
    return words[at] in _PUT_OFF and not _UNTIL.isdisjoint(words[at + 1 : at + 2])


def heads_clause(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun is so near the beginning of its clause that it is the subject: not `A report on talks was published`."""
    front = sentence.words[sentence.clauses[sentence.clause_at(hit.start)].start : hit.start]
    return len(front) <= _SUBJECT_REACH and PREPOSITIONS.isdisjoint(front)


def _predicate(sentence: Sentence, hit: Hit) -> int:
    """The first word behind "be" or "have" and adverbs in the clause that a noun is the subject of, or -1."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(hit.start)]
    if not heads_clause(sentence, hit):
        return -1
    verb = sentence.first_finite(hit.end, clause.end)
    if verb < clause.end and words[verb] in _FIXED:  # "the visit planned for Monday was postponed"
        verb = sentence.first_finite(verb + 1, clause.end)
    if verb == clause.end or words[verb] not in BE and words[verb] not in HAVE or "," in words[hit.end : verb]:
        return -1
    at = verb + 1
    while at < clause.end - 1 and (words[at] in BE or is_adverb(words[at])):
        at += 1
    return at if at < clause.end else -1
