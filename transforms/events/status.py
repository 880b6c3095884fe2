"""What may be said of whether an event took place, and what its verb says of it.

Belongs here: the statuses, tense and mood of verbs. Does not: nouns (noun_status.py), what else makes a status (read_status.py).
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import Final

from transforms.events.borders import Kind
from transforms.events.clauses import Sentence
from transforms.events.function_words import BE, FUTURE, MODALS, NEGATIONS
from transforms.events.verbs import Tense, VerbGroup
from transforms.events.vocabulary import word_set

PLANNED_VERBS: Final = word_set("clauses", "planned_verbs")
DONE_VERBS: Final = word_set("clauses", "done_verbs")
HYPOTHETICAL: Final = word_set("clauses", "hypothetical")
_GIVEN_UP: Final = word_set("clauses", "given_up")
_PLAN_REACH: Final = 4  # tokens before an infinitive in which its noun and the verb of that stand
_COMPARED: Final = frozenset({"more", "less", "times", "as"})
NOTHING: Final = frozenset({"any", "no"})
_SWIFT: Final = frozenset({"quick", "swift", "prompt"})  # "was quick to criticise it"
_STILL: Final = frozenset({"still", "being"})
_FORESEEN: Final = (["is", "seen"], ["are", "seen"])
_RANKS: Final = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last", "only"})
_ORDINALS: Final = ("st", "nd", "rd", "th")
_RANK_REACH: Final = 5  # tokens before "to" in which the rank and its article stand


class Status(StrEnum):
    """The statuses of `schema.STATUSES`."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


def status_of_verb(sentence: Sentence, verb: VerbGroup, end: int) -> Status:
    """The status that tense, mood and negation of a verb give what it names with the words up to token `end`."""
    if verb.negated or not NOTHING.isdisjoint(sentence.words[verb.head + 1 : end]):
        return Status.HYPOTHETICAL
    if verb.tense is Tense.FUTURE:
        return Status.PLANNED
    if verb.tense is Tense.MODAL:
        reported = sentence.clauses[sentence.clause_at(verb.head)].kind is Kind.CONTENT
        group = sentence.words[verb.start : verb.head]
        told = reported and "would" in group and "have" not in group and not _is_on_condition(sentence, verb)
        return Status.PLANNED if told else Status.HYPOTHETICAL
    if verb.tense is Tense.INFINITIVE:
        return _of_infinitive(sentence, verb)
    if sentence.words[verb.start] == "be" and verb.start < verb.head:
        return _of_shared(sentence, verb)
    if sentence.words[max(0, verb.start - 2) : verb.start] in _FORESEEN:  # "is seen voting on Friday"
        return Status.PLANNED
    if _STILL.issubset(sentence.words[verb.start : verb.head]):  # "were still being investigated, police said"
        return Status.ONGOING
    if verb.tense is Tense.PROGRESSIVE:
        auxiliaries = sentence.words[verb.start : verb.head]
        return Status.HAPPENED if "was" in auxiliaries or "were" in auxiliaries else Status.ONGOING
    return Status.HAPPENED


def _is_on_condition(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a condition follows the clause of a verb: `said it would strike unless the inspectors returned`."""
    following = sentence.clause_at(verb.head) + 1
    return following < len(sentence.clauses) and sentence.words[sentence.clauses[following].start] in ("if", "unless")


def _of_shared(sentence: Sentence, verb: VerbGroup) -> Status:
    """`be` without an auxiliary goes on from an earlier one: `would go to the president and be signed into law`."""
    before = sentence.words[sentence.clauses[sentence.clause_at(verb.head)].start : verb.start]
    return Status.PLANNED if not FUTURE.isdisjoint(before) else Status.HYPOTHETICAL


def _of_infinitive(sentence: Sentence, verb: VerbGroup) -> Status:
    """`plans to visit` is planned, `gathered to protest` happened, `urged them to visit` is only thought of."""
    clause = sentence.clauses[sentence.clause_at(verb.head)]
    before = sentence.words[clause.start : verb.start]
    if not MODALS.isdisjoint(before) or not NEGATIONS.isdisjoint(before[-5:]):
        return Status.HYPOTHETICAL
    if verb.start and sentence.words[verb.start - 1] == "yet":  # "has yet to agree"
        return Status.HYPOTHETICAL
    if "too" in sentence.words[max(clause.start, verb.start - 2) : verb.start]:  # "too soon to say"
        return Status.HYPOTHETICAL
    if verb.governor == "likely" and not _COMPARED.isdisjoint(before[-3:]):  # "smokers are more likely to die"
        return Status.HYPOTHETICAL
    if before[-2:-1] == ["no"] and verb.governor in PLANNED_VERBS:  # "has no plans to resign"
        return Status.DENIED
    if verb.governor in PLANNED_VERBS and not _GIVEN_UP.isdisjoint(before[-_PLAN_REACH:]):  # "scrapped plans to buy"
        return Status.HYPOTHETICAL
    if verb.governor in PLANNED_VERBS or verb.governor in BE:
        return Status.PLANNED
    if verb.governor in HYPOTHETICAL:
        return Status.HYPOTHETICAL
    if not FUTURE.isdisjoint(before):
        return Status.PLANNED
    if _is_ranked(before) or verb.governor in _SWIFT:
        return Status.HAPPENED
    return Status.HYPOTHETICAL if DONE_VERBS.isdisjoint(before) else Status.HAPPENED


def _is_ranked(before: list[str]) -> bool:
    """Whether an infinitive tells what somebody was the first or the latest to do: `the 13th country to legalise`."""
    return any(
        article == "the" and (word in _RANKS or word[:1].isdigit() and word.endswith(_ORDINALS))
        for article, word in pairwise(before[-_RANK_REACH:])
    )
