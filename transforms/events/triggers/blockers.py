"""The words beside a trigger that say what else it may mean.

Belongs here: which words count as standing before and behind a trigger. Does not: what a trigger needs (needed_words.py), which words block it (data/ontology.toml).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.beside_dates import is_period
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.triggers.patterns import Pattern
from transforms.events.words.function_words import ADJECTIVES, DETERMINERS
from transforms.vocabulary import word_set

_NOT_AFTER: Final = 3
_NOT_BEFORE: Final = 2
_CAUSING: Final = frozenset({"because", "result", "aftermath", "wake"})  # "because of", "as a result of"
_SPANS: Final = word_set("clauses", "spans_of_time")
_DATED_REACH: Final = 7  # tokens behind a noun in which the date stands that makes it more than a kind of thing
_THERE_REACH: Final = 5  # tokens before a noun in which its "there" stands
_FIRE: Final = "fire"
_OF_ARMS: Final = word_set("clauses", "fire_of_arms")


def words_behind(sentence: Sentence, end: int) -> list[str]:
    """The words right behind a trigger, without periods that only tell when: `was imprisoned last month`."""
    words = sentence.words
    reach = range(end, min(end + _NOT_AFTER, len(words)))
    return [words[at] for at in reach if not is_period(words, at, sentence.dated)]


def words_before(sentence: Sentence, start: int, end: int, pattern: Pattern) -> list[str]:
    """The words right before a trigger, but for the "of" of what a dated noun brought about, or of how long talks went on: `because of the earthquake on May 3`, `after days of talks`."""
    words = sentence.words
    before = words[max(0, start - _NOT_BEFORE) : start]
    if before[:1] == ["of"] and (first := _start_of_name(sentence, start - _NOT_BEFORE)) >= 0:
        return words[max(0, first - _NOT_BEFORE) : first]
    if "been" in before and "there" in words[max(0, start - _THERE_REACH) : start]:
        return before[before.index("been") + 1 :]  # "there has been an explosion"
    at = start - 1 if before[-1:] == ["of"] else start - _NOT_BEFORE
    undated = sentence.dated.isdisjoint(range(end, end + _DATED_REACH))
    if pattern.kind == "meeting" and "of" in before and at > 0 and words[at - 1] in _SPANS:
        return [word for word in before if word != "of"]
    if undated or "of" not in before or at < 1 or words[at - 1] not in _CAUSING:
        return before
    return words[at + 1 : start]


def _start_of_name(sentence: Sentence, at: int) -> int:
    """The token with which a name begins that an "of" is part of, or its article: `by | the Gulf of Mexico explosion`; -1 where it is part of none."""
    raw = sentence.raw
    if at < 1 or not raw[at - 1][:1].isupper() or not raw[at + 1][:1].isupper():
        return -1
    if not raw[at + _NOT_BEFORE].islower() or sentence.capital_share >= HEADLINE_SHARE:
        return -1
    first = at - 1
    while first > 0 and raw[first - 1][:1].isupper():
        first -= 1
    while first > 0 and (sentence.words[first - 1] in DETERMINERS or sentence.words[first - 1] in ADJECTIVES):
        first -= 1
    return first


def is_blocked_near(sentence: Sentence, pattern: Pattern, first: int, last: int) -> bool:
    """Whether a word of `not_near` stands among tokens `first`..`last`; the fire of arms is none that burns: `opened fire, killing six`."""
    words = sentence.words
    if pattern.not_near.isdisjoint(words[first:last]):
        return False
    if _FIRE not in pattern.not_near:
        return True
    return any(
        words[at] in pattern.not_near and not (words[at] == _FIRE and _is_of_arms(words, at))
        for at in range(first, last)
    )


def _is_of_arms(words: list[str], at: int) -> bool:
    """Whether it is fired: `opened fire`, `sniper fire`, `an exchange of fire`."""
    if at and words[at - 1] == "of":
        return at > 1 and words[at - 2] in _OF_ARMS
    return at > 0 and words[at - 1] in _OF_ARMS
