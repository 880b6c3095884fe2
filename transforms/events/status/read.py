"""Whether an event took place: happened, ongoing, planned, alleged, denied, or only thought of.

Belongs here: what decides between statuses, with and without a date. Does not: tense and mood of verbs (of_verb.py), nouns (of_noun.py), when it happened (dating/read.py).
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Final

from transforms.events.clauses.borders import Kind, is_participle
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.event_kinds import SCHEDULED
from transforms.events.status.claims import is_alleged, is_denied
from transforms.events.status.describing import is_describing
from transforms.events.status.fallen_through import has_fallen_through
from transforms.events.status.imagined import is_conditional, is_only_thought_of, opens_with_time
from transforms.events.status.of_noun import status_of_noun
from transforms.events.status.of_verb import HYPOTHETICAL, NOTHING, status_of_verb
from transforms.events.status.plans import lies_ahead
from transforms.events.status.statuses import Status
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import MODALS, NEGATIONS
from transforms.temporal import Interval

_FIXED: Final = SCHEDULED | {"publication"}  # what has its day beforehand
# what has a day on which it is to be: "is signing the accord on Friday", but not "is investigating the attack on Friday"
_ARRANGED: Final = _FIXED | {
    "agreement",
    "appointment",
    "release",
    "legislation",
    "resignation",
    "withdrawal",
    "speech",
}
# What takes a moment is announced in the progressive: `is imposing sanctions`, or lies ahead: `is leaving the company`.
_AT_ONCE: Final = {
    "sanction": Status.HAPPENED,
    "legislation": Status.HAPPENED,
    "resignation": Status.PLANNED,
}
# what there is only where it succeeds; who tries to attack or to march has done something
_SUCCEEDING: Final = frozenset(
    {
        "agreement",
        "appointment",
        "call",
        "ceasefire",
        "legislation",
        "meeting",
        "peace_plan",
        "release",
        "resignation",
        "visit",
        "vote",
    }
)
_GLAD: Final = frozenset(
    {"proud", "pleased", "happy", "glad", "delighted", "excited", "thrilled", "honored", "honoured"}
)
_FEELING: Final = frozenset({"am", "'m", "are", "was", "were"})
_TRIED: Final = frozenset({"tried", "tries", "attempted", "attempts", "pushed"})
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_DUE: Final = "due"
_BE_NOW: Final = frozenset({"is", "are"})
_DAY_REACH: Final = 8  # tokens behind a verb in which its day stands


def read_status(sentence: Sentence, hit: Hit) -> Status:
    """The status that grammar gives a hit, before its date is known."""
    if is_only_thought_of(sentence, hit) or has_fallen_through(sentence, hit):
        return Status.HYPOTHETICAL
    named = hit.pattern.lemma.split()
    end = hit.end if NOTHING.isdisjoint(named) else hit.start
    status = status_of_verb(sentence, hit.verb, end) if hit.verb is not None else status_of_noun(sentence, hit)
    if status is Status.HAPPENED and hit.kind in _SUCCEEDING and hit.verb is not None and hit.verb.governor in _TRIED:
        return Status.HYPOTHETICAL  # "tried to reach an agreement"
    if status is Status.HYPOTHETICAL and _is_gladly_done(sentence.words, hit):
        return Status.HAPPENED
    if status is Status.PLANNED and _is_agreed(sentence.words, hit):
        return Status.HAPPENED
    if hit.verb is not None and hit.verb.tense is Tense.MODAL and _is_wish(sentence.words, hit):
        return Status.HAPPENED
    if status is Status.ONGOING and hit.verb is not None and hit.verb.tense is Tense.PROGRESSIVE:
        if hit.kind in _ARRANGED and _is_on_weekday(sentence, hit):
            return Status.PLANNED
        status = _AT_ONCE.get(hit.kind, status)
    if status is Status.PLANNED and is_denied(sentence, hit):
        return Status.DENIED  # "denied that he would resign"
    if status not in (Status.HAPPENED, Status.ONGOING):
        return status
    if _DUE in named:  # "was due in Malta on Monday"
        return Status.PLANNED
    if hit.verb is None and hit.kind in _ARRANGED and _is_being_done(sentence, hit):
        return Status.PLANNED
    if hit.kind in _FIXED and _is_on_a_day_to_come(sentence, hit):
        return Status.PLANNED
    if hit.kind == "investigation" and is_describing(sentence, hit):
        return Status.ONGOING  # "Police investigating the murder arrested a man"
    if is_denied(sentence, hit):
        return Status.DENIED
    return Status.ALLEGED if is_alleged(sentence, hit) else status


def with_date(
    sentence: Sentence, hit: Hit, status: Status, interval: Interval | None, published: date | None
) -> Status:
    """The status once the date is known: what lies wholly after publication is planned, unless its verb is plainly past."""
    if status is Status.HAPPENED and lies_ahead(sentence, hit) and (interval is None or published == interval.start):
        return Status.PLANNED
    if interval is None or published is None or interval.start <= published:
        return status
    if status is Status.ONGOING or status is Status.HYPOTHETICAL and _is_announced(sentence, hit):
        return Status.PLANNED
    if status is not Status.HAPPENED:
        return status
    past = hit.verb is not None and hit.verb.tense is Tense.PAST
    return status if past and "effective" not in sentence.words[hit.end :] else Status.PLANNED


def _is_announced(sentence: Sentence, hit: Hit) -> bool:
    """Whether an infinitive, or a present verb that dates another, tells a plan with its day to come: `the deal is set for the troops to leave on May 1`, `when he takes over in April`."""
    verb = hit.verb
    index = sentence.clause_at(hit.start)
    if has_fallen_through(sentence, hit):
        return False
    if verb is not None and verb.tense is Tense.PRESENT and not verb.negated:
        return opens_with_time(sentence, sentence.clauses[index])
    if verb is None or verb.tense is not Tense.INFINITIVE or verb.negated or verb.governor in _GLAD:
        return False  # "is proud to announce a festival on May 3"
    before = sentence.words[sentence.clauses[index].start : verb.start]
    if is_conditional(sentence, index) or not MODALS.isdisjoint(before):
        return False  # "even if they fail to reach a deal", "they might have to warn workers"
    if verb.governor in HYPOTHETICAL or verb.governor in MODALS | NEGATIONS:
        return False
    return before[-1:] != ["yet"]  # "has yet to be charged"


def _is_gladly_done(words: list[str], hit: Hit) -> bool:
    """Whether somebody says with what feelings a law is signed: `I am pleased to sign the bill`, but not `would be glad to sign it`."""
    verb = hit.verb
    if verb is None or verb.tense is not Tense.INFINITIVE or verb.negated or hit.kind != "legislation":
        return False
    at = verb.start - 2
    return verb.governor in _GLAD and at > 0 and words[at] in _FEELING and words[at - 1] not in MODALS


def _is_agreed(words: list[str], hit: Hit) -> bool:
    """Whether a firm has agreed to be bought, which is the agreement: `Norfield agreed to be bought by Borg in May`."""
    verb = hit.verb
    if verb is None or verb.tense is not Tense.INFINITIVE or not verb.passive or hit.kind != "agreement":
        return False
    return words[verb.start - 1] == "agreed" and MODALS.isdisjoint(words[max(0, verb.start - 3) : verb.start])


def _is_wish(words: list[str], hit: Hit) -> bool:
    """Whether who speaks asks for it by saying that he would: `I would urge them to talk`."""
    assert hit.verb is not None
    return hit.kind == "demand" and words[hit.verb.start] == "would" and words[hit.verb.start - 1] in ("i", "we")


def _is_being_done(sentence: Sentence, hit: Hit) -> bool:
    """Whether the verb of a noun is in the progressive, with a weekday: `is signing an accord on Friday`."""
    words, first = sentence.words, sentence.clauses[sentence.clause_at(hit.start)].start
    progressive = any(words[at] in _BE_NOW and is_participle(words[at + 1]) for at in range(first, hit.start - 1))
    return progressive and _is_on_weekday(sentence, hit)


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
    return _is_on_weekday(sentence, hit)


def _is_on_weekday(sentence: Sentence, hit: Hit) -> bool:
    """Whether the clause of a present verb opens with a weekday, or one stands near behind: `On Tuesday, the board meets`, `faces trial Tuesday`."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(hit.start)]
    if words[clause.start] == "on" and words[clause.start + 1] in _WEEKDAYS:
        return True
    reach = words[hit.end : min(clause.end, hit.end + _DAY_REACH)]
    if len(reach) and reach[0] in _WEEKDAYS:
        return True
    return any(before == "on" and day in _WEEKDAYS for before, day in pairwise(reach))
