"""Whether an event took place: happened, ongoing, planned, alleged, denied, or only thought of.

Belongs here: tense, mood, negation and cue words around a hit. Does not: when it happened (dating.py).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from transforms.events.borders import Kind
from transforms.events.clauses import HEADLINE_SHARE, Sentence
from transforms.events.function_words import (
    BE,
    COORDINATORS,
    DEFINITE,
    DETERMINERS,
    FUTURE,
    INFINITIVES,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
)
from transforms.events.triggers import Hit
from transforms.events.verbs import Tense, VerbGroup
from transforms.events.vocabulary import word_set
from transforms.temporal import Interval

PLANNED_VERBS: Final = word_set("clauses", "planned_verbs")
_PLANNED_NOUNS: Final = word_set("clauses", "planned_nouns")
_DONE_VERBS: Final = word_set("clauses", "done_verbs")
_HYPOTHETICAL: Final = word_set("clauses", "hypothetical")
_WISHES: Final = word_set("clauses", "wishes")
_CALL_REACH: Final = 3  # tokens behind "called" in which its "for" stands: `called on Monday for`
_CALLS: Final = frozenset({"call", "calls", "called", "calling"})
_ALLEGED: Final = word_set("clauses", "alleged")
_DENIED: Final = word_set("clauses", "denied")
_ONGOING: Final = word_set("clauses", "ongoing_cues")
_INDEFINITE: Final = word_set("clauses", "indefinite")
_CLAIMS: Final = frozenset(
    {"alleged", "alleges", "alleging", "claimed", "claims", "claiming", "purportedly", "rumored", "rumoured"}
)
_TAKES_PLACE: Final = frozenset({"be", "take", "begin", "start", "open", "happen", "resume", "run", "last", "continue"})
_DEALS_WITH: Final = frozenset(
    {"focus", "include", "cover", "feature", "involve", "address", "discuss", "centre", "center"}
)
_UNDER_WAY: Final = (
    ["are", "taking"],
    ["is", "taking"],
    ["are", "underway"],
    ["is", "underway"],
    ["are", "under"],
    ["is", "under"],
)
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
_NOTHING: Final = frozenset({"any", "no"})
_ABOUT: Final = frozenset({"in", "for", "of", "from", "about", "against", "without", "into", "than", "to"})
_REPROACHES: Final = (
    "accus",
    "charg",
    "convict",
    "guilty",
    "sentenc",
    "jail",
    "arrest",
    "fined",
    "apolog",
    "responsib",
    "blam",
    "criticis",
    "criticiz",
)
_IMAGINED: Final = word_set("clauses", "imagined")
_CAUSES: Final = frozenset({("due", "to"), ("because", "of"), ("wake", "of"), ("caused", "by"), ("hit", "by")})
_UNDOING: Final = word_set("clauses", "undoing")
_ARRANGED: Final = frozenset({"visit", "meeting", "call", "speech", "election", "vote", "trial", "exercise"})
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_DAY_REACH: Final = 8  # tokens behind a verb in which its day stands
_SCHEDULED: Final = _ARRANGED - {"speech"}
_SLATED: Final = frozenset({"scheduled", "planned", "slated"})
_AHEAD_OF: Final = ("ahead", "of")
_INCLUDES: Final = frozenset({"include", "feature", "comprise", "involve"})
_HOLDS: Final = frozenset({"deliver", "give", "make", "hold", "host", "attend", "pay", "chair"})
_GIVEN_REACH: Final = (
    9  # tokens behind a noun in which a clause says who will hold it: `a speech the minister will deliver`
)
_NOT_ARRANGED: Final = frozenset({"attack", "disaster", "death"})  # what nobody mentions may still have happened
_AWAITING: Final = frozenset({"before", "until", "till"})
_SAID: Final = frozenset({"said", "told", "added", "warned", "announced", "stated", "noted"})
_LOOK_BACK: Final = 8  # tokens before a noun in which its verb stands
_GROUP: Final = 3  # tokens before a noun that belong to its group


class Status(StrEnum):
    """The statuses of `schema.STATUSES`."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


def read_status(sentence: Sentence, hit: Hit) -> Status:
    """The status that grammar gives a hit, before its date is known."""
    clause_index = sentence.clause_at(hit.start)
    if (
        _is_conditional(sentence, clause_index)
        or _is_timeless(sentence, clause_index, hit)
        or _is_thought_of(sentence, hit)
    ):
        return Status.HYPOTHETICAL
    end = hit.end if _NOTHING.isdisjoint(hit.pattern.lemma.split()) else hit.start
    status = _of_verb(sentence, hit.verb, end) if hit.verb is not None else _of_noun(sentence, hit)
    if status not in (Status.HAPPENED, Status.ONGOING):
        return status
    if hit.event_type in _SCHEDULED and _is_on_a_day_to_come(sentence, hit):
        return Status.PLANNED
    if _is_told_with(_DENIED, sentence, clause_index, hit.start):
        return Status.DENIED
    if _is_told_with(_CLAIMS, sentence, clause_index, hit.start):
        return Status.ALLEGED
    return Status.ALLEGED if _is_alleged(sentence, hit) else status


def with_date(
    sentence: Sentence, hit: Hit, status: Status, interval: Interval | None, published: date | None
) -> Status:
    """The status once the date is known: what lies wholly after publication is planned, unless its verb is plainly past."""
    if status is Status.HAPPENED and _lies_ahead(sentence, hit) and (interval is None or published == interval.start):
        return Status.PLANNED
    if interval is None or published is None or interval.start <= published:
        return status
    if status is Status.ONGOING or status is Status.HYPOTHETICAL and _is_announced(hit):
        return Status.PLANNED
    if status is not Status.HAPPENED:
        return status
    return status if hit.verb is not None and hit.verb.tense is Tense.PAST else Status.PLANNED


def _lies_ahead(sentence: Sentence, hit: Hit) -> bool:
    """Whether other things are told to be "ahead of" what an arranged noun names: `laid out his view ahead of a state visit`."""
    return hit.verb is None and hit.event_type in _ARRANGED and _tie(sentence, hit) == _AHEAD_OF


def _is_announced(hit: Hit) -> bool:
    """Whether an infinitive with a day to come tells a plan: `the deal is set for the troops to leave on May 1`."""
    verb = hit.verb
    if verb is None or verb.tense is not Tense.INFINITIVE or verb.negated:
        return False
    return verb.governor not in _HYPOTHETICAL and verb.governor not in MODALS | NEGATIONS


def _is_conditional(sentence: Sentence, clause_index: int) -> bool:
    clause = sentence.clauses[clause_index]
    if clause.kind is Kind.COORDINATE and clause_index:  # "if they disarm and cut all ties"
        opener = sentence.words[sentence.clauses[clause_index - 1].start]
        return opener in _CONDITIONS and sentence.words[clause.start + 1 : clause.start + 2] != ["then"]
    return not _CONDITIONS.isdisjoint(sentence.words[clause.start : clause.start + 2])


def _is_thought_of(sentence: Sentence, hit: Hit) -> bool:
    """Whether a participle behind a preposition only names a purpose or an idea: `a plan for ending the war`; a crime told in court is more."""
    words, verb = sentence.words, hit.verb
    if verb is None or verb.tense is not Tense.PARTICIPLE or verb.start == 0 or words[verb.start - 1] not in _ABOUT:
        return False
    return not any(word.startswith(_REPROACHES) for word in words[: verb.start])


def _is_timeless(sentence: Sentence, clause_index: int, hit: Hit) -> bool:
    """Whether a present verb only says when something else will be: `before parliaments vote on it`, `when he visits`."""
    clause = sentence.clauses[clause_index]
    if hit.verb is None or hit.verb.tense is not Tense.PRESENT:
        return False
    return clause.kind in (Kind.TEMPORAL, Kind.SIMULTANEOUS) and sentence.words[clause.start] in (
        "before",
        "until",
        "till",
        "when",
        "once",
    )


def _of_verb(sentence: Sentence, verb: VerbGroup, end: int) -> Status:
    if verb.negated or not _NOTHING.isdisjoint(sentence.words[verb.head + 1 : end]):
        return Status.HYPOTHETICAL
    if verb.tense is Tense.FUTURE:
        return Status.PLANNED
    if verb.tense is Tense.MODAL:
        reported = sentence.clauses[sentence.clause_at(verb.head)].kind is Kind.CONTENT
        return Status.PLANNED if reported and "would" in sentence.words[verb.start : verb.head] else Status.HYPOTHETICAL
    if verb.tense is Tense.INFINITIVE:
        return _of_infinitive(sentence, verb)
    if verb.tense is Tense.PROGRESSIVE:
        auxiliaries = sentence.words[verb.start : verb.head]
        return Status.HAPPENED if "was" in auxiliaries or "were" in auxiliaries else Status.ONGOING
    return Status.HAPPENED


def _is_on_a_day_to_come(sentence: Sentence, hit: Hit) -> bool:
    """Whether a present verb of a whole sentence has a weekday: `Finance officials meet on Sunday`; headlines tell in it what happened."""
    words = sentence.words
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    if hit.verb is None or hit.verb.tense is not Tense.PRESENT:
        return False
    if words[-1] != "." or sentence.capital_share > HEADLINE_SHARE:
        return False
    if clause.kind not in (Kind.MAIN, Kind.COORDINATE, Kind.CONTENT):
        return False
    reach = words[hit.end : min(clause.end, hit.end + _DAY_REACH)]
    return any(before == "on" and day in _WEEKDAYS for before, day in pairwise(reach))


def _of_infinitive(sentence: Sentence, verb: VerbGroup) -> Status:
    """`plans to visit` is planned, `gathered to protest` happened, `urged them to visit` is only thought of."""
    clause = sentence.clauses[sentence.clause_at(verb.head)]
    before = sentence.words[clause.start : verb.start]
    if not MODALS.isdisjoint(before) or not NEGATIONS.isdisjoint(before[-5:]):
        return Status.HYPOTHETICAL
    if verb.start and sentence.words[verb.start - 1] == "yet":  # "has yet to agree"
        return Status.HYPOTHETICAL
    if verb.governor in PLANNED_VERBS or verb.governor in BE:
        return Status.PLANNED
    if verb.governor in _HYPOTHETICAL:
        return Status.HYPOTHETICAL
    if not FUTURE.isdisjoint(before):
        return Status.PLANNED
    return Status.HYPOTHETICAL if _DONE_VERBS.isdisjoint(before) else Status.HAPPENED


def _of_noun(sentence: Sentence, hit: Hit) -> Status:
    words = sentence.words
    group = words[max(0, hit.start - _GROUP) : hit.start]
    tie = _tie(sentence, hit)
    if tie in _CAUSES or _is_said_there(sentence, hit):
        return Status.HAPPENED
    if tie[:1] and tie[0] in _IMAGINED:
        return Status.HYPOTHETICAL
    if not _PLANNED_NOUNS.isdisjoint(group):
        return Status.PLANNED
    if not _INDEFINITE.isdisjoint(group):
        return Status.HYPOTHETICAL if "alleged" not in group else Status.ALLEGED
    if words[hit.end : hit.end + 1] in (["that"], ["which"]) and words[hit.end + 1 : hit.end + 3] in _UNDER_WAY:
        return Status.ONGOING
    status = _of_governing_verb(sentence, hit)
    if status is Status.HAPPENED and _ONGOING.intersection(group + words[hit.end : hit.end + 3]):
        return Status.ONGOING
    return Status.PLANNED if status is Status.HAPPENED and _is_awaited(sentence, hit) else status


def _is_awaited(sentence: Sentence, hit: Hit) -> bool:
    """Whether something will be before, until or, if it is arranged, after what a noun names: `will remain until the meeting`."""
    index = sentence.clause_at(hit.start)
    opener = sentence.words[sentence.clauses[index].start]
    if not index or opener not in _AWAITING and (opener != "after" or hit.event_type not in _SCHEDULED):
        return False
    before, first = sentence.clauses[index - 1], sentence.clauses[index].start
    if hit.start - first > _LOOK_BACK or sentence.first_finite(first + 1, hit.start) < hit.start:
        return False
    verb = sentence.first_finite(before.start, before.end)
    return verb < before.end and sentence.words[verb] in FUTURE


def _tie(sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    """The word before the preposition of a noun, and that preposition: `due to` of `due to the storm`, `request for` of `his request for a meeting`."""
    words = sentence.words
    at = hit.start - 1
    while (
        at > 0
        and hit.start - at <= _GROUP
        and words[at] not in PREPOSITIONS
        and words[at] != "to"
        and words[at][0].isalnum()
    ):
        at -= 1
    return (words[at - 1], words[at]) if at > 0 and (words[at] in PREPOSITIONS or words[at] == "to") else ()


def _is_said_there(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody already spoke at a planned occasion: `said in a hastily scheduled call`."""
    words = sentence.words
    at = next((at for at in range(hit.start - 1, max(0, hit.start - _LOOK_BACK), -1) if words[at] in PREPOSITIONS), 0)
    return words[at] in ("in", "at", "during") and words[at - 1] in _SAID


def _of_governing_verb(sentence: Sentence, hit: Hit) -> Status:
    """The status of the verb before a noun in its clause: `will hold talks`, `plans a visit`, `could face charges`."""
    words = sentence.words
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    following = words[hit.end : hit.end + 4]
    starts = any(word in FUTURE and then in _TAKES_PLACE for word, then in pairwise(words[hit.end : hit.end + 6]))
    deals = hit.event_type in _ARRANGED and following[:1] == ["will"] and not _DEALS_WITH.isdisjoint(following)
    if starts or deals or _is_scheduled(following) or _will_be_held(sentence, hit):
        return Status.PLANNED
    if following and following[0] in MODALS:
        return Status.HYPOTHETICAL
    if _is_announced_part(sentence, clause.start, hit.start):
        return Status.PLANNED
    for at in range(hit.start - 1, max(clause.start - 1, hit.start - _LOOK_BACK), -1):
        word = words[at]
        if word == "," and words[at + 1] in COORDINATORS:
            break
        if word in FUTURE:
            return Status.PLANNED
        if word in MODALS or _is_kept_from(sentence, at, hit):
            return Status.HYPOTHETICAL
        if (
            word == "to"
            and at + 1 < hit.start
            and words[at + 1] not in PREPOSITIONS | DETERMINERS
            and not words[at + 1].endswith("s")
        ):
            governor = words[at - 1] if at else ""
            if governor in PLANNED_VERBS or governor in BE:
                return Status.PLANNED
            return Status.HYPOTHETICAL if governor in _HYPOTHETICAL else Status.HAPPENED
        if word in ("plan", "plans", "planned", "planning", "schedule", "scheduled", "expects", "invited"):
            return Status.PLANNED
        if word in _WISHES or _calls_for(words, at):
            return Status.HYPOTHETICAL
        if sentence.finite[at]:
            return Status.HYPOTHETICAL if _is_undone(sentence, at, hit) else Status.HAPPENED
    return Status.HAPPENED


def _is_scheduled(following: list[str]) -> bool:
    """Whether the words behind a noun say that it is to come; "due to" before a noun gives a cause."""
    if not _SLATED.isdisjoint(following):
        return True
    if "due" not in following:
        return False
    behind = following[following.index("due") + 1 :]
    return behind[:1] != ["to"] or behind[1:2] == [] or behind[1] in INFINITIVES


def _is_announced_part(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a noun is a part, however far behind, of what will be: `The programme will include talks with the minister, John Waugh, and a visit`."""
    verb = sentence.first_finite(start, at)
    if verb >= at - 1 or sentence.words[verb] not in FUTURE or sentence.words[verb + 1] not in _INCLUDES:
        return False
    return sentence.first_finite(verb + 1, at) == at


def _will_be_held(sentence: Sentence, hit: Hit) -> bool:
    """Whether a clause behind a noun says who will hold it: `excerpts from a speech the minister will deliver`."""
    reach = sentence.words[hit.end : hit.end + _GIVEN_REACH]
    if hit.event_type not in _ARRANGED or not reach or not reach[0][0].isalpha() or reach[0] in PREPOSITIONS:
        return False
    return any(word in FUTURE and then in _HOLDS for word, then in pairwise(reach))


def _is_kept_from(sentence: Sentence, at: int, hit: Hit) -> bool:
    """Whether a negation makes a noun behind its verb no event: `did not issue a statement`, but not `did not attend the summit`."""
    words = sentence.words
    if words[at] not in NEGATIONS or words[at + 1] == "only" or hit.event_type in _NOT_ARRANGED:
        return False
    between = words[at + 1 : hit.start]
    return PREPOSITIONS.isdisjoint(between) and DEFINITE.isdisjoint(between) and POSSESSIVES.isdisjoint(between)


def _calls_for(words: list[str], at: int) -> bool:
    """Whether what a verb calls for follows it, perhaps behind an insertion: `call, however, for`."""
    reach = _CALL_REACH if words[at + 1 : at + 2] != [","] else 2 * _CALL_REACH
    return words[at] in _CALLS and "for" in words[at + 1 : at + 1 + reach]


def _is_undone(sentence: Sentence, verb: int, hit: Hit) -> bool:
    """Whether the object of a verb did not take place by it: `cancelled the visit`."""
    words = sentence.words
    return hit.event_type in _ARRANGED and words[verb] in _UNDOING and PREPOSITIONS.isdisjoint(words[verb : hit.start])


def _is_told_with(words: frozenset[str], sentence: Sentence, clause_index: int, start: int) -> bool:
    """Whether a hit is the content of a verb of these: `denied that ...`, `claimed that ...`."""
    if sentence.clauses[clause_index].kind is not Kind.CONTENT or not clause_index:
        return False
    before = sentence.clauses[clause_index - 1]
    return not words.isdisjoint(sentence.words[before.start : min(before.end, start)])


def _is_alleged(sentence: Sentence, hit: Hit) -> bool:
    words = sentence.words
    first = hit.verb.start if hit.verb is not None else hit.start
    near = words[max(0, first - 2) : hit.start]
    return any(word in ("alleged", "allegedly", "purported", "purportedly", "unconfirmed", "claimed") for word in near)
