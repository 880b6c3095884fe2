"""Deeds that somebody is only charged with, tried, or sentenced for: `accused of stabbing a nurse`, `on trial for the murder of a nurse`.

Belongs here: the words between a charge and the deed. Does not: which status follows (claims.py, imagined.py), whose date it is (dating/elsewhere.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense, VerbGroup
from transforms.events.event_kinds import HARMFUL
from transforms.events.status.plans import GROUP, tie_of
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    BE,
    BEFORE_CRIMES,
    COORDINATORS,
    DEFINITE,
    POSSESSIVES,
    PREPOSITIONS,
)
from transforms.vocabulary import word_set

_ACCUSED: Final = word_set("clauses", "accused")
_CONVICTED: Final = word_set("clauses", "convicted")
_CASES: Final = (*sorted(_ACCUSED | _CONVICTED), "trial", "court")
_JOINTS: Final = COORDINATORS | {","}
_ROW_REACH: Final = 8  # tokens between two gerunds behind one preposition
_CHARGE_REACH: Final = 12  # tokens before a deed in which stands who is accused of it
_CHARGES: Final = frozenset({"charge", "charges", "count", "counts"})
_ANSWERING: Final = _ACCUSED | _CONVICTED | _CHARGES | {"trial", "tried", "arraigned", "arraignment"}
_NO_OTHER_VERB: Final = frozenset({"attempted", "found"})  # "attempted murder", "convicted and found sane"
_ANSWER_REACH: Final = 30  # tokens before a deed in which somebody answers for it
_ACCUSING: Final = word_set("clauses", "accusing")
_STAGING: Final = word_set("clauses", "staging")
_KNOWN: Final = DEFINITE | POSSESSIVES
_NO_ACCUSATION: Final = (-1, -1)
_SHORTEST: Final = 2  # tokens before such a gerund: `accused of | planning`
_ON: Final = ("on", "over")
_STANDS: Final = frozenset({"is", "are", "stands", "stand"})  # what somebody is accused of now was before


def before_gerund(sentence: Sentence, verb: int) -> int:
    """The token before a gerund, or before the first of the row that it stands in: `for stabbing and | murdering`, `of attacking a shop and | killing two men`."""
    words = sentence.words
    if words[verb - 1] not in _JOINTS or words[verb - 1] == "," and not _goes_on(words, verb):
        return verb - 1
    for at in range(verb - 2, max(0, verb - _ROW_REACH), -1):
        if sentence.finite[at]:
            break
        if words[at].endswith("ing") and words[at - 1] in BEFORE_CRIMES:
            return at - 1
    return verb - 1


def _goes_on(words: list[str], verb: int) -> bool:
    """Whether a gerund behind a comma is one of a row: `for plotting with him, murdering a man | and stealing`, not `for easing the law, urging`."""
    reach = words[verb + 1 : verb + _ROW_REACH]
    return any(word in COORDINATORS and then.endswith("ing") for word, then in pairwise(reach))


def is_reproach(sentence: Sentence, hit: Hit) -> bool:
    """Whether a hit only names the deed that the dated verb before it answers: `sentenced on Friday for driving into a crowd`, `charged with the murder`."""
    verb, harms = hit.verb, hit.kind in HARMFUL
    if verb is None or verb.tense is Tense.PRESENT and not sentence.finite[verb.head]:
        return harms and _is_answered_for(sentence, hit.start)
    if verb.tense is not Tense.PARTICIPLE or not verb.start:
        return False
    if sentence.words[before_gerund(sentence, verb.start)] in BEFORE_CRIMES:
        return True
    return harms and _is_answered_for(sentence, verb.start)


def is_deed_of_day(sentence: Sentence, hit: Hit, day: int) -> bool:
    """Whether a day before those who stand accused is that of the deed: `On | May 3, Borg is accused of stabbing a nurse`, but not `On May 3 he was accused of it`."""
    case, opener = _accusation_of(sentence, hit)
    if hit.verb is None or case <= day or opener != case + 1 or sentence.words[case - 1] not in _STANDS:
        return False
    return sentence.first_finite(day, case) == case - 1


def _is_answered_for(sentence: Sentence, start: int) -> bool:
    """Whether somebody before a deed answers for it, with no other verb between: `convicted today of murdering a nurse | in a crash`, `guilty on Monday of two counts of murder`."""
    words = sentence.words
    for at in range(start - 1, max(-1, start - _ANSWER_REACH), -1):
        if words[at] in _ANSWERING:
            return True
        if sentence.finite[at] and words[at] not in _NO_OTHER_VERB:
            return False
    return False


def is_accused_of(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody is only accused of what a gerund names, or of a deed that it goes on from: `is accused of stabbing a nurse, killing her`."""
    return _accusation_of(sentence, hit)[0] >= 0


def _accusation_of(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """The word that accuses somebody of what a hit names, and its preposition: `accused him | of | stabbing a nurse`, `suspected | of | planning an attack`; -1 where there is none."""
    verb, words = hit.verb, sentence.words
    gerund = _gerund_before(sentence, hit) if verb is None else verb.start if _is_gerund(words, verb) else 0
    if gerund < _SHORTEST:
        return _NO_ACCUSATION
    opener = before_gerund(sentence, gerund)
    if words[opener] == ",":
        clause = sentence.clauses[sentence.clause_at(max(0, opener - 1))]
        deeds = (
            at
            for at in range(opener - 2, clause.start, -1)
            if words[at] in BEFORE_CRIMES and words[at + 1].endswith("ing")
        )
        opener = next(deeds, 0)
    if words[opener] not in BEFORE_CRIMES:
        return _NO_ACCUSATION
    before = range(opener - 1, max(-1, opener - _CHARGE_REACH), -1)
    case = next((at for at in before if words[at] in _ACCUSED or words[at] in _CONVICTED), -1)
    return (case, opener) if case >= 0 and words[case] in _ACCUSED else _NO_ACCUSATION


def _is_gerund(words: list[str], verb: VerbGroup) -> bool:
    """Whether a verb is a gerund, perhaps of the perfect or the passive: `of stabbing`, `of having stabbed`."""
    return verb.tense is Tense.PARTICIPLE or words[verb.start] == "having"


def _gerund_before(sentence: Sentence, hit: Hit) -> int:
    """The gerund by which an indefinite noun is only planned or done: `accused of | planning | an attack`, but not `of planning the attack`; 0 where there is none."""
    words, first = sentence.words, max(_SHORTEST, hit.start - GROUP - 1)
    for at in range(hit.start - 1, first - 1, -1):
        if words[at] in _STAGING:
            return at
        if words[at] in _KNOWN or words[at] in PREPOSITIONS or words[at] == "," or sentence.finite[at]:
            return 0
    return 0


def accusers(sentence: Sentence, hit: Hit) -> range:
    """The tokens in which stand those who accuse others of what a hit names, and did not do it: `| Police | accused him of stabbing a nurse`."""
    case, opener = _accusation_of(sentence, hit)
    if case < 0 or opener == case + 1 or sentence.words[case] not in _ACCUSING:
        return range(0)
    words = sentence.words
    if words[case + 1] == "by":  # "was accused by Malta of planning an attack"
        return range(case, opener)
    if words[case - 1] in BE or words[case + 1] in PREPOSITIONS or "whom" in words[:case]:
        return range(0)
    return range(case)


def is_tried(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun is the deed that somebody will answer for, which was: `will stand trial on Monday for the murder of a nurse`."""
    tie = tie_of(sentence, hit)
    if hit.verb is not None or hit.kind not in HARMFUL or not tie or tie[1] not in BEFORE_CRIMES and tie[1] not in _ON:
        return False
    first = sentence.clauses[sentence.clause_at(hit.start)].start
    return any(word in _CASES for word in sentence.words[first : hit.start])


def is_ground(sentence: Sentence, hit: Hit) -> bool:
    """Whether charges are only on what ground something else was done: `arrested on Monday on charges of fraud`."""
    words = sentence.words
    if hit.verb is not None or hit.kind != "charge" or words[hit.end - 1] not in _CHARGES:
        return False
    before = range(hit.start - 1, max(-1, hit.start - 1 - GROUP), -1)
    tied = next(
        (at for at in before if words[at] in PREPOSITIONS or not words[at].isalnum() or sentence.finite[at]), -1
    )
    return tied > 0 and words[tied] == "on"
