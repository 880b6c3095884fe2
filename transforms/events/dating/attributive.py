"""Dates that stand before a noun and describe it: `Monday's attack`, `the August 2017 rally`.

Belongs here: whether a date describes a noun, and which. Does not: all other dates (attachment.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.event_kinds import STATEMENTS
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    ADJECTIVES,
    ADVERBS,
    DETERMINERS,
    OWNER_ENDINGS,
    PREPOSITIONS,
    PRONOUNS,
)
from transforms.events.words.openers import QUOTES
from transforms.temporal import OF_DAYS, Precision
from transforms.vocabulary import word_set

_PERIODS: Final = (Precision.SEASON, Precision.QUARTER)
_DASHES: Final = frozenset({"-", "–"})
_YEARLY: Final = word_set("clauses", "yearly")
_AFTER: Final = frozenset({"after", "following"})
_WEEKEND: Final = ["the", "weekend"]
_DECIDED: Final = (STATEMENTS - {"speech"}) | {"legislation", "verdict", "vote"}  # later, about what has the date
GROUP: Final = 6  # tokens between a date and the noun that it describes
_NEVER_MODIFIED: Final = (
    PREPOSITIONS | ADVERBS | PRONOUNS | DETERMINERS | {"and", "or", "but", "to", "when", "where", "if", "while", "that"}
)


def is_attributive(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a date stands before a noun that it describes: `Monday's attack`, `the August 2017 rally`."""
    words = sentence.words
    start, end = _span_of_years(sentence, placed)
    following = words[end] if end < len(words) else ""
    if following in OWNER_ENDINGS:
        return True
    if words[placed.start - 1 : placed.start] == ["for"] and placed.expression.precision is Precision.YEAR:
        return following[:1].isalpha() and following not in _NEVER_MODIFIED
    if placed.expression.precision in _PERIODS and _is_common_noun(sentence, placed.end):
        return not sentence.finite[placed.end]  # "a power crunch in summer", but "a potential summer power crunch"
    if words[placed.start - 1] in _AFTER and placed.expression.precision in OF_DAYS:
        return _is_common_noun(sentence, placed.end) and not sentence.finite[placed.end]  # "after Friday prayers"
    determined = words[start] == "the" and "of" not in words[start:end]
    opening = start - 1 - (start > 1 and words[start - 1] in ADJECTIVES)  # "the deadly 2005 explosion"
    determined = determined or start > 0 and _is_determiner(sentence, opening)
    if determined and following in QUOTES and placed.expression.precision is Precision.YEAR:
        return True  # 'at the 2025 "World of Trains" fair'
    if not determined or not following[:1].isalpha():
        return False
    if words[placed.start - 1] == "over" and words[placed.start : placed.end] == _WEEKEND:
        return False  # "issued a statement over the weekend saying that"
    if placed.expression.precision is Precision.YEAR and following[-2:] == "ed" and _is_common_noun(sentence, end + 1):
        return True  # "an inquiry into its 2007 leveraged buyout"
    return following not in _NEVER_MODIFIED and not sentence.finite[end]


def _span_of_years(sentence: Sentence, placed: PlacedDate) -> tuple[int, int]:
    """The tokens of a date, or of the years that a dash joins it to: `in response to the | 2007-2009 | crisis`."""
    words, start, end = sentence.words, placed.start, placed.end
    if words[end : end + 1] and words[end] in _DASHES and end + 1 in sentence.dated:
        return start, end + 2
    if start > 1 and words[start - 1] in _DASHES and start - 2 in sentence.dated:
        return start - 2, end
    return start, end


def _is_determiner(sentence: Sentence, at: int) -> bool:
    """Whether a word determines the noun behind it, and does not open what is told: not `said that | last week Amnesty published it`."""
    if sentence.words[at] != "that":
        return sentence.words[at] in DETERMINERS
    return sentence.clauses[sentence.clause_at(at)].start != at


def _is_common_noun(sentence: Sentence, at: int) -> bool:
    """Whether a word in small letters that can be a noun stands at a token."""
    word = sentence.raw[at] if at < len(sentence.raw) else ""
    return word.isalpha() and word.islower() and word not in _NEVER_MODIFIED


def describes(sentence: Sentence, placed: PlacedDate, hit: Hit) -> bool:
    """Whether a date describes the noun of a hit, or one that "and" joins to the noun it describes: `last month's raid on the paper and arrest of its owner`."""
    if hit.verb is None and _is_joined(sentence, placed, hit):
        return True
    if hit.kind in _DECIDED and hit.verb is not None and hit.verb.passive and placed.end <= hit.start:
        return False  # "the May 5 attack was condemned"
    if not placed.end <= hit.start <= placed.end + GROUP:
        within = placed.start >= hit.start and placed.end <= hit.end
        return within and not (hit.verb is not None and _is_of_budget(sentence, placed))
    between = sentence.words[placed.end : hit.start]
    return not any(word in PREPOSITIONS or word in (",", "and", "that") for word in between)


def _is_of_budget(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a year is that for which what is decided is meant: `passed the 2011 budget`."""
    _, end = _span_of_years(sentence, placed)
    return placed.expression.precision is Precision.YEAR and not _YEARLY.isdisjoint(sentence.words[end : end + 1])


def _is_joined(sentence: Sentence, placed: PlacedDate, hit: Hit) -> bool:
    between = sentence.words[placed.end : hit.start]
    if between.count("and") != 1 or "," in between:
        return False
    joint = between.index("and")
    noun, group = between[:joint], between[joint + 1 :]
    if between[:1] not in (["'s"], ["’s"]) and not (_is_joint_of_nouns(sentence, placed, noun) and not group):
        return False
    verb = sentence.first_finite(placed.end, hit.start)
    return len(group) < GROUP and PREPOSITIONS.isdisjoint(group) and verb == hit.start


def _is_joint_of_nouns(sentence: Sentence, placed: PlacedDate, noun: list[str]) -> bool:
    """Whether a date before a noun describes what "and" joins to it, too: `the April 20 | fire | and explosion`."""
    return 0 < len(noun) < GROUP and is_attributive(sentence, placed) and PREPOSITIONS.isdisjoint(noun)
