"""Days of what a disaster led to: `cut its outlook on Monday due to the floods`, `a month after the quake, on April 13, the port reopened`.

Belongs here: whether a date near a disaster is that of something which followed from it. Does not: other deeds near other events (elsewhere.py, background.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import INFINITIVES, PREPOSITIONS
from transforms.events.words.openers import RELATIVES
from transforms.vocabulary import word_set

_ABOUT: Final = frozenset({"over", "about", "into"})
_EFFECTS: Final = word_set("clauses", "effects")
_CAUSES: Final = frozenset({"amid", "including"})
_BECAUSE: Final = frozenset(
    {("due", "to"), ("because", "of"), ("resulting", "from"), ("caused", "by"), ("affected", "by")}
)
_BEGINNING: Final = frozenset({"beginning", "starting"})
_LENGTHS: Final = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
_GROUP: Final = 7  # tokens before a noun that belong to its phrase


def is_of_consequence(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date is that of what a disaster led to, by the phrase or the clause in which the noun stands."""
    if hit.verb is not None:
        return _is_of_cause(sentence, hit, placed)
    if placed.start < hit.end <= placed.end:
        return False
    if placed.start >= hit.end and _is_long_before(sentence, hit, placed):
        return True
    return hit.kind == "disaster" and (
        placed.start < hit.start
        and _is_cause(sentence, hit)
        or _has_effect_ahead(sentence, hit, placed)
        or _is_past_its_phrase(sentence, hit, placed)
        or _is_of_its_effect(sentence, hit, placed)
        or _is_subject_of_other(sentence, hit, placed)
    )


def _is_of_cause(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date says since when there was what something was done for: `ordered aid due to a storm | beginning on May 4`."""
    words, at = sentence.words, placed.start - 1
    if at > hit.end and words[at] == "on":
        at -= 1
    if at <= hit.end or words[at] not in _BEGINNING:
        return False
    return not _BECAUSE.isdisjoint(pairwise(words[hit.end : at]))


def _start_of_phrase(sentence: Sentence, hit: Hit) -> int:
    """The preposition of a noun's phrase; -1 where none stands before it."""
    words, at = sentence.words, hit.start - 1
    while (
        at >= 0 and hit.start - at <= _GROUP and words[at] not in PREPOSITIONS and words[at] not in ("to", "including")
    ):
        if sentence.finite[at]:
            return -1
        at -= 1
    return at if at >= 0 and hit.start - at <= _GROUP else -1


def _is_long_before(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind a comma is that of what was some time later: `a month after the quake, on April 13, the port reopened`."""
    words, at = sentence.words, _start_of_phrase(sentence, hit)
    if at < 1 or words[at] != "after" or words[at - 1] not in _LENGTHS:
        return False
    return words[hit.end : hit.end + 1] == [","] and placed.start > hit.end


def _is_cause(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun is why something was done: `due to the yen and Malta's floods`."""
    words, at = sentence.words, _start_of_phrase(sentence, hit)
    if at < 1:
        return False
    return words[at] == "to" and words[at - 1] == "due" or words[at] in _CAUSES


def _has_effect_ahead(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a noun is expected to do something at a date: `expects the quake to cut supplies in the second quarter`."""
    behind = sentence.words[hit.end : hit.end + 2]
    return behind[:1] == ["to"] and behind[1:] != [] and behind[1] in INFINITIVES and placed.start > hit.end


def _is_past_its_phrase(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a verb stands before the phrase of a noun, and another one behind a comma has the date: `though much was lost in the quake, shares rose on Monday`."""
    at = _start_of_phrase(sentence, hit)
    if at < 1 or placed.start < hit.end or sentence.first_finite(0, at) == at:
        return False
    words = sentence.words
    comma = words.index(",", hit.end, placed.start) if "," in words[hit.end : placed.start] else placed.start
    verb = sentence.first_finite(hit.end, placed.start)
    return comma + 1 < verb < placed.start and words[comma + 1] not in RELATIVES


def _is_of_its_effect(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether the verb right behind a noun tells what came of it: `the storm pushed up jobless claims early this month`."""
    verb = hit.end + (sentence.words[hit.end : hit.end + 1] in (["has"], ["have"], ["had"]))
    return placed.start > verb and sentence.words[verb : verb + 1] != [] and sentence.words[verb] in _EFFECTS


def _is_subject_of_other(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a noun only says what the subject of another verb is about, and the date is that verb's: `a trial over the spill began on Monday`."""
    at = _start_of_phrase(sentence, hit)
    if at < 1 or sentence.words[at] not in _ABOUT or placed.start < hit.end:
        return False
    if sentence.words[hit.end : hit.end + 1] in (["that"], ["which"]):  # "over a fire that killed 12 in April"
        return False
    return sentence.first_finite(0, at) == at and sentence.first_finite(hit.end, placed.start) < placed.start
