"""What the verb of an event says of whether it took place.

Belongs here: tense and mood of verbs. Does not: nouns (of_noun.py), what else makes a status (read.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.clauses.verbs import Tense, VerbGroup
from transforms.events.status.statuses import Status
from transforms.events.words.function_words import (
    ADVERBS,
    BE,
    COORDINATORS,
    FUTURE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    is_past_participle,
)
from transforms.vocabulary import word_set

PLANNED_VERBS: Final = word_set("clauses", "planned_verbs")
_CALLING: Final = frozenset(
    {"calling", "demand", "demanding", "appealing", "pleading", "pushing", "lobbying"}
) | word_set("clauses", "urging")
DONE_VERBS: Final = word_set("clauses", "done_verbs")
HYPOTHETICAL: Final = word_set("clauses", "hypothetical")
_GIVEN_UP: Final = word_set("clauses", "given_up")
_PLAN_REACH: Final = 4  # tokens before an infinitive in which its noun and the verb of that stand
_COMPARED: Final = frozenset({"more", "less", "times", "as"})
NOTHING: Final = frozenset({"any", "no"})
_AIMS: Final = word_set("clauses", "aims")
_STRUGGLES: Final = word_set("clauses", "struggles")
_STRIVING: Final = word_set("clauses", "striving")
_ENABLING: Final = word_set("clauses", "enabling")
_ENABLED_REACH: Final = 8  # tokens before "to" in which a word stands that only makes it possible
_PRESSING: Final = frozenset({"appeal", "appeals", "call", "calls", "plea", "pleas", "pressure"})
_CALLS: Final = frozenset({"calls", "appeals", "pleas", "demands"})
_CALLED_REACH: Final = 6  # tokens before an infinitive in which stands for whom it is
_CALLS_REACH: Final = 16  # tokens before that in which stand the calls for it
_TAKING: Final = frozenset({"seized", "take", "taken", "takes", "taking", "took", "used", "uses", "using"})
_TAKEN: Final = frozenset({"action", "occasion", "opportunity"})  # "took the opportunity to thank Malta"
_SWIFT: Final = frozenset({"quick", "swift", "prompt"})  # "was quick to criticise it"
_BEGINNING: Final = frozenset({"begin", "resume", "start"})
_STILL: Final = frozenset({"still", "being"})
_CONDITIONS: Final = frozenset({"if", "unless"})
# what is told of somebody in the perfect infinitive: "is believed to have met them"
BELIEVED: Final = word_set("clauses", "believed")
_SUPPOSED: Final = word_set("clauses", "supposed")
_NOT_DOING: Final = frozenset(
    {"without", "avoid", "avoids", "avoided", "not", "delayed", "delays", "postponed", "resisted", "resists"}
)
# two words before a participle of what nobody did, or not yet
_NOT_YET: Final = frozenset(
    {("short", "of"), ("instead", "of"), ("held", "off"), ("hold", "off"), ("holding", "off"), ("put", "off")}
    | {("refrained", "from"), ("refrain", "from"), ("back", "from"), ("away", "from"), ("abstained", "from")}
    | {("commission", "of")}  # "charged with murder in the commission of kidnapping"
)
_FORESEEN: Final = (["is", "seen"], ["are", "seen"])
_RANKS: Final = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
    | {"latest", "last", "only"}
)
_APART: Final = frozenset({",", "and", "that", "who"})  # these part an infinitive from a rank before them
_ORDINALS: Final = ("st", "nd", "rd", "th")
_ROW_START: Final = 3  # tokens before "and" in the shortest such row: `will be seen`
_ROW_REACH: Final = 14  # tokens before "and" in which the "be" of its row stands
_ROW_ENDS: Final = frozenset(
    {"who", "which", "that", "when", "because", ";", ":", "said", "has", "have", "had", "it", "he", "she", "they"}
)
_ATTENDING: Final = frozenset({"attending", "joining", "participating"})
_ATTENDED_REACH: Final = 8  # tokens before such a participle in which "will" stands
_THOUGHTS: Final = word_set("clauses", "expectations")
_RANK_REACH: Final = 8  # tokens before "to" in which the rank and its article stand


def status_of_verb(sentence: Sentence, verb: VerbGroup, end: int) -> Status:
    """The status that tense, mood and negation of a verb give what it names with the words up to token `end`."""
    if verb.negated or not NOTHING.isdisjoint(sentence.words[verb.head + 1 : end]):
        return Status.HYPOTHETICAL
    if verb.tense is Tense.FUTURE:
        return Status.PLANNED
    if verb.tense is Tense.MODAL:
        group = sentence.words[verb.start : verb.head]
        told = "would" in group and "have" not in group and is_told(sentence, verb.head)
        return Status.PLANNED if told and not _is_only_hoped(sentence, verb.head) else Status.HYPOTHETICAL
    if verb.tense is Tense.INFINITIVE:
        return _of_infinitive(sentence, verb)
    if verb.tense is Tense.PARTICIPLE and _is_left_out(sentence.words, verb.start):
        return Status.HYPOTHETICAL
    if verb.tense is Tense.PARTICIPLE and _attends_ahead(sentence.words, verb.start):
        return Status.PLANNED
    if verb.tense is Tense.PARTICIPLE and _will_begin(sentence.words, verb.start - 1):
        return Status.PLANNED
    if sentence.words[verb.start] == "be" and verb.start < verb.head:
        return _of_shared(sentence, verb)
    if sentence.words[max(0, verb.start - 2) : verb.start] in _FORESEEN:  # "is seen voting on Friday"
        return Status.PLANNED
    if verb.passive and verb.start < verb.head and sentence.words[verb.head - 1] in _SUPPOSED:
        return Status.ALLEGED  # "is believed killed"
    if _STILL.issubset(sentence.words[verb.start : verb.head]):  # "were still being investigated, police said"
        return Status.ONGOING
    if verb.tense is Tense.PROGRESSIVE:
        auxiliaries = sentence.words[verb.start : verb.head]
        return Status.HAPPENED if "was" in auxiliaries or "were" in auxiliaries else Status.ONGOING
    return _of_row(sentence, verb) or Status.HAPPENED


def _of_row(sentence: Sentence, verb: VerbGroup) -> Status | None:
    """The status of a bare participle that goes on from a passive still to come: `will be signed on Friday and | published | on Monday`; None where it does not."""
    words, last = sentence.words, verb.start - 1
    if (
        last < _ROW_START
        or words[last] not in COORDINATORS
        or verb.start != verb.head
        or not is_past_participle(words[verb.head])
    ):
        return None
    for at in range(last - 1, max(0, last - _ROW_REACH), -1):
        if words[at] in _ROW_ENDS or words[at] in BE and words[at] != "be":
            return None
        if words[at] == "be" and not is_past_participle(words[at + 1]):
            return None
        if words[at] == "be":
            return (
                Status.PLANNED if words[at - 1] in FUTURE else Status.HYPOTHETICAL if words[at - 1] in MODALS else None
            )
    return None


def is_told(sentence: Sentence, token: int) -> bool:
    """Whether somebody tells what a clause says, and no condition stands beside it: `said | it would strike`, `It would strike | , he said`."""
    index = sentence.clause_at(token)
    following = index + 1
    is_last = following == len(sentence.clauses)
    if not is_last and sentence.words[sentence.clauses[following].start] in _CONDITIONS:
        return False
    subject = sentence.words[token - 2] if token > 1 else ""
    if subject in ("i", "we"):  # "I would sign it, he said"
        return False
    if sentence.clauses[index].kind is Kind.CONTENT:
        return True
    is_main = sentence.clauses[index].kind in (Kind.MAIN, Kind.COORDINATE, Kind.RESUMED)
    trails = is_main and not is_last and sentence.clauses[following].kind is Kind.REPORT
    return trails and _CONDITIONS.isdisjoint(sentence.vocabulary)


def _is_only_hoped(sentence: Sentence, token: int) -> bool:
    """Whether a clause only says what somebody hoped or feared: `any expectation | that Borg would resign`."""
    clause = sentence.clauses[sentence.clause_at(token)]
    return clause.kind is Kind.CONTENT and sentence.words[clause.start - 1] in _THOUGHTS


def _is_left_out(words: list[str], start: int) -> bool:
    """Whether a participle names what nobody did: `left without signing the accord`, `stopped short of calling it a coup`, `held off signing it`."""
    return words[start - 1] in _NOT_DOING or tuple(words[max(0, start - 2) : start]) in _NOT_YET


def _attends_ahead(words: list[str], participle: int) -> bool:
    """Whether others will be where somebody is to meet or tell them something: `will inform the states | attending the meeting`."""
    near = words[max(0, participle - _ATTENDED_REACH) : participle]
    return words[participle] in _ATTENDING and words[participle - 1] not in BE and not FUTURE.isdisjoint(near)


def _will_begin(words: list[str], verb: int) -> bool:
    """Whether the verb before a participle says that it is to begin: `will start | delivering aid`, `is expected to resume | posting profits`."""
    if verb < 2 or words[verb] not in _BEGINNING:
        return False
    return words[verb - 1] in FUTURE or words[verb - 1] == "to" and words[verb - 2] in PLANNED_VERBS


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
    if _is_only_sought(sentence.words, clause.start, verb.start):
        return Status.HYPOTHETICAL
    if verb.governor in BELIEVED and "have" in sentence.words[verb.start : verb.head]:
        return Status.ALLEGED
    if verb.governor == "likely" and not _COMPARED.isdisjoint(before[-3:]):  # "smokers are more likely to die"
        return Status.HYPOTHETICAL
    if before[-2:-1] == ["no"] and verb.governor in PLANNED_VERBS:  # "has no plans to resign"
        return Status.DENIED
    if verb.governor in PLANNED_VERBS and not _GIVEN_UP.isdisjoint(before[-_PLAN_REACH:]):  # "scrapped plans to buy"
        return Status.HYPOTHETICAL
    if verb.governor in PLANNED_VERBS or verb.governor in BE:
        return Status.PLANNED
    if verb.governor in HYPOTHETICAL or verb.governor in _STRUGGLES:
        return Status.HYPOTHETICAL
    if _is_of_headline(sentence, verb):
        return Status.PLANNED
    if not FUTURE.isdisjoint(before):
        return Status.PLANNED
    if is_ranked(before) or verb.governor in _SWIFT or _is_taken(before):
        return Status.HAPPENED
    if DONE_VERBS.isdisjoint(before):
        return Status.HYPOTHETICAL
    done = max(at for at, word in enumerate(before) if word in DONE_VERBS)
    # "joined the rebels in calling for him to resign"
    return Status.HAPPENED if _CALLING.isdisjoint(before[done + 1 :]) else Status.HYPOTHETICAL


def _is_only_sought(words: list[str], first: int, to: int) -> bool:
    """Whether a participle before an infinitive only strives for it, or a noun only makes it possible: `rebels fighting | to oust him`, `a law allowing police | to arrest them`."""
    if words[to - 1] in _STRIVING:
        return True
    reach = range(to - 1, max(first, to - _ENABLED_REACH), -1)
    if any(words[at] in _PRESSING and words[at + 1] in ("for", "on") for at in reach):
        return True  # "resisted pressure on Malta | to agree"
    if _is_called_for(words, first, to):
        return True
    at = next((at for at in reach if words[at] in _ENABLING), 0)
    return at > 0 and words[at - 1][0].isalnum() and words[at - 1] not in ADVERBS


def _is_taken(before: list[str]) -> bool:
    """Whether somebody takes the opportunity for what an infinitive names: `took the opportunity on Friday | to urge Malta`, `took action | to impose`."""
    at = max((at for at, word in enumerate(before) if word in _TAKEN), default=0)
    return not _TAKING.isdisjoint(before[max(0, at - _PLAN_REACH) : at])


def _is_called_for(words: list[str], first: int, to: int) -> bool:
    """Whether others call for an infinitive, however much stands between: `calls from Malta and the bank on Thursday for him | to resign`."""
    at = next((at for at in range(to - 1, max(first, to - _CALLED_REACH), -1) if words[at] == "for"), 0)
    return at > 0 and not _CALLS.isdisjoint(words[max(first, at - _CALLS_REACH) : at])


def _is_of_headline(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a line without a full stop tells with "to" alone what somebody will do: `Norfield to sue Borg`, but not `Five ways to sue`."""
    raw, clause = sentence.raw, sentence.clauses[sentence.clause_at(verb.head)]
    before = sentence.words[: verb.start]
    if clause.start or not before or not raw[-1][-1].isalnum() or not PREPOSITIONS.isdisjoint(before[-1:]):
        return False
    named = raw[verb.start - 1][0].isupper() or sentence.capital_share > HEADLINE_SHARE
    return named and _AIMS.isdisjoint(before) and sentence.first_finite(0, verb.start) == verb.start


def is_ranked(before: list[str]) -> bool:
    """Whether an infinitive tells what somebody was the first or the latest to do: `the 13th country to legalise`."""
    last = max((at for at, word in enumerate(before) if word in _APART), default=-1)
    near = before[max(last + 1, len(before) - _RANK_REACH) :]
    # a number and its ending may be one token or two
    return any(
        article == "the" and (word in _RANKS or word[:1].isdigit() and f"{word}{ending}".endswith(_ORDINALS))
        for article, word, ending in zip(near, near[1:], [*near[2:], ""], strict=False)
    )
