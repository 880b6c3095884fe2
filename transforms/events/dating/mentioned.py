"""Words that a sentence only mentions while its date tells of something else: `as part of its inquiry`, `objected on Monday to the deal`.

Belongs here: how a word is tied to what has the date. Does not: what is told as known already (background.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.beside_dates import before_date
from transforms.events.clauses.embedded import governing_participle
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.attributive import GROUP
from transforms.events.dating.elsewhere import is_subject_behind
from transforms.events.event_kinds import ARRANGED
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    BE,
    DEFINITE,
    FUTURE,
    INFINITIVES,
    MODALS,
    OWNER_ENDINGS,
    POSSESSIVES,
    PREPOSITIONS,
)
from transforms.vocabulary import word_set

_ABOUT: Final = frozenset(
    {
        "of",
        "into",
        "about",
        "over",
        "from",
        "against",
        "since",
        "because",
        "despite",
        "regarding",
        "concerning",
        "than",
        "as",
    }
)
_PROSECUTED: Final = word_set("clauses", "crimes") | word_set("clauses", "cases")
_CASES: Final = word_set("clauses", "cases")
_TYING: Final = word_set("clauses", "tying")
_PURPOSES: Final = ARRANGED | {"protest"}
_BESIDES: Final = word_set("clauses", "besides")
_LEADING: Final = word_set("clauses", "leading_to")
_CONNECTED: Final = word_set("clauses", "connected_with")
_HELPED: Final = word_set("clauses", "helped_by")
_GONE_ON: Final = frozenset({"visit", "protest", "deployment", "exercise"})  # "is on a visit", "went on strike"
_GONE_TO: Final = ARRANGED | {"protest", "exercise"}  # "travelled to the summit"
_BODIES: Final = frozenset({"trial", "meeting", "speech"})  # one speaks before them
_SAME_REACH: Final = 3  # tokens before "as" in which "same" stands
_EARLIER: Final = frozenset({"prior", "previous", "earlier", "past", "existing"})
_HELD: Final = ARRANGED | {"protest"}
_ABOUT_EVENTS: Final = word_set("clauses", "about_events")
_PHRASE: Final = 10  # tokens of a phrase in front in which its noun stands
_TAKES_PLACE: Final = word_set("clauses", "takes_place")
_DEALS_WITH: Final = word_set("clauses", "deals_with")
_EFFECT_REACH: Final = 14  # tokens behind a noun in which the verb of its clause stands


def is_only_mentioned(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date tells of something else than what a noun names, by how the noun is tied to it."""
    if hit.verb is not None:
        return placed.start >= hit.end and _is_of_verb_behind(sentence, hit, placed)
    if not _ABOUT_EVENTS.isdisjoint(sentence.words[hit.end : hit.end + 1]):
        return True
    if placed.start < hit.start:
        return _is_earlier_one(sentence, hit) or governing_participle(sentence, hit.start) >= 0
    return _is_in_front(sentence, hit, placed) or _is_of_its_effect(sentence, hit, placed)


def _is_of_verb_behind(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether an infinitive or participle is part of a subject whose verb the date belongs to: `Its plan to sue Vella hit a snag on Monday`."""
    verb, words = hit.verb, sentence.words
    if verb is None or verb.tense not in (Tense.INFINITIVE, Tense.PARTICIPLE):
        return False
    clause = sentence.clauses[sentence.clause_at(verb.head)]
    main = sentence.first_finite(hit.end, min(placed.start, clause.end))
    if main >= min(placed.start, clause.end) or "," in words[hit.end : main]:
        return False
    if not sentence.dated.isdisjoint(range(hit.end, main)):
        return False
    return clause.start < verb.start and sentence.first_finite(clause.start, verb.start) >= verb.start


def _is_earlier_one(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun names what was before: `was charged on Monday with a prior conviction`."""
    return not _EARLIER.isdisjoint(sentence.words[max(0, hit.start - 2) : hit.start])


def _is_in_front(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a known noun stands in a phrase in front of a clause, whose verb the date belongs to: `In light of the deal, Borg on Monday closed its inquiry`."""
    if hit.kind in _HELD or hit.start > _PHRASE or sentence.words[0] not in PREPOSITIONS:
        return False
    words = sentence.words
    if "," not in words[hit.end : placed.start]:
        return False
    comma = words.index(",", hit.end)
    if sentence.first_finite(0, comma) < comma or not sentence.dated.isdisjoint(range(comma)):
        return False
    return placed.start > comma + 1 and _is_known(sentence, hit)


def _is_known(sentence: Sentence, hit: Hit) -> bool:
    """Whether the group of a noun says which one it is: by an article or an owner."""
    first = max(0, hit.start - GROUP)
    tied = (at for at in range(hit.start - 1, first - 1, -1) if sentence.words[at] in PREPOSITIONS)
    group = sentence.words[next(tied, first) : hit.start]
    return not DEFINITE.isdisjoint(group) or not POSSESSIVES.isdisjoint(group) or not OWNER_ENDINGS.isdisjoint(group)


def _is_of_its_effect(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind a noun is that of what it would bring: `The deal could cut its costs in 2012`, `expects the deal to add to its profit in 2012`."""
    if hit.kind in _HELD:
        return False
    words, end = sentence.words, min(placed.start, hit.end + _EFFECT_REACH)
    if words[hit.end : hit.end + 1] == ["to"] and _is_expected_to(sentence, hit):
        return words[hit.end + 1] not in _TAKES_PLACE and words[hit.end + 1] in INFINITIVES
    verb = sentence.first_finite(hit.end, end)
    if verb >= end - 1 or words[verb] not in MODALS | FUTURE or "," in words[hit.end : verb]:
        return False
    at = verb + 1
    while at < end and (words[at] == "not" or words[at].endswith("ly")):
        at += 1
    return at < end and words[at] not in _TAKES_PLACE | BE | _DEALS_WITH


def _is_expected_to(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody tells what a noun will do: `expects | the deal | to`."""
    before = sentence.words[max(0, hit.start - GROUP) : hit.start]
    return any(word.startswith("expect") for word in before)


def is_background(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun only says what something else is about: `as part of its inquiry`, `over the attack`."""
    if hit.verb is not None:
        return False
    words, at = sentence.words, hit.start - 1
    if _is_blamed_on(words, hit.start):
        return True
    while at >= 0 and hit.start - at <= GROUP and not _ties(sentence, hit, at):
        if sentence.finite[at] or words[at] == ",":
            return False
        at -= 1
    if at < 0:
        return False
    if words[at] == "of" and words[at - 1] in _BESIDES or is_subject_behind(sentence, hit, at):
        return False
    if words[at] == "for":
        return hit.kind not in _PURPOSES
    if words[at] == "as":  # "described it as a disaster", but not "at the same time as his speech"
        return "same" not in words[max(0, at - _SAME_REACH) : at]
    return words[at] in _ABOUT or _is_told_about(sentence, hit, at)


def _ties(sentence: Sentence, hit: Hit, at: int) -> bool:
    """Whether a word is the preposition of a noun: no "to" before a verb, or where somebody goes to what the noun names."""
    words = sentence.words
    if words[at] == "to":
        return words[at + 1] not in INFINITIVES and hit.kind not in _GONE_TO
    return words[at] in PREPOSITIONS


def _is_blamed_on(words: list[str], start: int) -> bool:
    """Whether somebody is only said to have to do with what a noun names: `tied the general on Monday | to the bombings`."""
    to = next((at for at in range(start - 1, max(0, start - GROUP), -1) if words[at] == "to"), 0)
    return to > 0 and not _TYING.isdisjoint(words[max(0, to - GROUP) : to])


def _is_told_about(sentence: Sentence, hit: Hit, at: int) -> bool:
    """Whether a preposition makes a noun what others are about: `asked on Monday for details on the probe`, `pleaded guilty to charges in the explosion`, `objected to the deal`."""
    words = sentence.words
    if not at or hit.start - 1 in sentence.dated or at + 1 in sentence.dated:
        return False
    told = before_date(words, at, sentence.dated)
    before = words[told - 1]
    if words[at] == "to":
        return before not in _LEADING
    if words[at] == "on":
        return hit.kind not in _GONE_ON
    if words[at] == "before":  # "fell on Monday before the vote", but not "spoke on Monday before a hearing"
        return hit.kind not in _BODIES
    if words[at] == "with":
        return before in _CONNECTED
    if words[at] == "by":
        return before in _HELPED
    if words[at] != "in":
        return False
    if told < at and hit.kind == "attack":
        # "was charged Thursday in the slaying"
        return not _PROSECUTED.isdisjoint(words[max(0, told - GROUP) : told])
    going_on = hit.kind == "investigation" or hit.kind == "charge" and _is_known(sentence, hit)
    return before in _CASES or going_on  # "was arrested on Monday in an inquiry"
