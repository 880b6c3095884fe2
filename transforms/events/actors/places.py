"""Find the places of a text.

Belongs here: which words name a place and which of several places of that name is meant. Does not: the tables (gazetteer.py), where an event took place (events).
An ambiguous name is the most populous place of that name, unless the text names the state of another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from transforms.events.actors.gazetteer import STATE_WEIGHT, Reading, longest_by_first_word, places
from transforms.events.vocabulary import read_vocabulary, word_set

_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")
_HEADS: Final = frozenset(read_vocabulary("places")["heads"]["last"])
_GIVEN: Final = frozenset(read_vocabulary("names")["male"].split()) | frozenset(
    read_vocabulary("names")["female"].split()
)
_COMMON: Final = frozenset(
    read_vocabulary("capitals")["starters"].split() + read_vocabulary("capitals")["nouns"].split()
)
_TIMES: Final = word_set("capitals", "times")
_TITLES: Final = word_set("titles", "honorifics") | word_set("titles", "abbreviated") | word_set("titles", "roles")
MAX_ACRONYM: Final = 2  # letters; a longer word in capitals may be a name
MAX_HEADED: Final = 4  # words of a place that only its last word tells ("Tahrir Square")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One place of a text that names a place: character offsets, the words, its usual name, the state it lies in (None: in none or unknown)."""

    start: int
    end: int
    surface: str
    name: str
    country: str | None


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    readings: tuple[Reading, ...]


def find_places(text: str) -> list[PlaceMention]:
    """The places of a text in order, never overlapping. Linear in the length of the text."""
    found = _find(text)
    named = {reading.country for hit in found for reading in hit.readings[:1] if reading.weight == STATE_WEIGHT}
    mentions = []
    for hit in found:
        reading = _choose(hit.readings, named)
        mentions.append(PlaceMention(hit.start, hit.end, text[hit.start : hit.end], reading.name, reading.country))
    return mentions


def _choose(readings: tuple[Reading, ...], named: set[str | None]) -> Reading:
    """The most populous reading, unless the text names the state of another one and not of this one."""
    first = readings[0]
    if first.weight == STATE_WEIGHT or first.country in named:
        return first
    return next((reading for reading in readings if reading.country in named), first)


def _find(text: str) -> list[_Found]:
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    found: list[_Found] = []
    at = 0
    while at < len(words):
        length, readings = _match(text, words, at) if text[words[at][0]].isupper() else (0, ())
        if length:
            found.append(_Found(words[at][0], _trim(text, words[at + length - 1]), readings))
        at += length or 1
    return found


def _trim(text: str, word: tuple[int, int]) -> int:
    """The end of a word without its possessive ending."""
    start, end = word
    return end - 2 if text[max(start, end - 2) : end] in ("'s", "’s") else end


def _match(text: str, words: list[tuple[int, int]], at: int) -> tuple[int, tuple[Reading, ...]]:
    length, readings = _match_headed(text, words, at)
    for name, key in longest_by_first_word().get(_spelling(text, words, at), ()):
        if len(name) > 1 and (at + len(name) > len(words) or not _same(text, words, at, name)):
            continue
        if len(name) < length:
            break
        return (len(name), places()[key]) if _stands_alone(text, words, at, len(name)) else (0, ())
    return length, readings


def _spelling(text: str, words: list[tuple[int, int]], at: int) -> str:
    """A word without its possessive ending; words in capitals as names are otherwise written, but for acronyms."""
    word = text[words[at][0] : _trim(text, words[at])]
    if len(word) <= MAX_ACRONYM or not word.isupper() or word in longest_by_first_word():
        return word
    return word.title()


def _same(text: str, words: list[tuple[int, int]], at: int, name: tuple[str, ...]) -> bool:
    for offset in range(1, len(name)):
        between = text[words[at + offset - 1][1] : words[at + offset][0]]
        if _spelling(text, words, at + offset) != name[offset] or between.strip() not in ("", "."):
            return False
    return True


def _stands_alone(text: str, words: list[tuple[int, int]], at: int, length: int) -> bool:
    """Whether a place's name is not a part of a longer name of a person or organisation: "George Washington", "Jordan Peterson"."""
    if at and _is_upper(text, words, at - 1) and _touches(text, words, at - 1):
        before = text[slice(*words[at - 1])]
        if before in _GIVEN or before.lower() in _TITLES:
            return False
    after = at + length
    if after < len(words) and length == 1 and text[slice(*words[at])] in _GIVEN:
        return not (_is_upper(text, words, after) and _touches(text, words, after - 1))
    return True


def _match_headed(text: str, words: list[tuple[int, int]], at: int) -> tuple[int, tuple[Reading, ...]]:
    """A place that only its last word tells: "Tahrir Square"."""
    first = text[slice(*words[at])]
    if first.lower() in _COMMON or first in _TIMES:
        return 0, ()
    for length in range(2, MAX_HEADED + 1):
        index = at + length - 1
        if index >= len(words) or not (_is_upper(text, words, index) and _touches(text, words, index - 1)):
            return 0, ()
        if text[words[index][0] : _trim(text, words[index])] in _HEADS:
            name = " ".join(text[words[at][0] : _trim(text, words[index])].split())
            return length, (Reading(name, None, 0),)
    return 0, ()


def _is_upper(text: str, words: list[tuple[int, int]], index: int) -> bool:
    return text[words[index][0]].isupper()


def _touches(text: str, words: list[tuple[int, int]], index: int) -> bool:
    """Whether only a space parts a word from the next one."""
    return index + 1 < len(words) and text[words[index][1] : words[index + 1][0]] in (" ", ". ")
