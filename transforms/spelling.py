"""One spelling for the transliterations of one name: "Gadhafi" and "Qaddafi" are Gaddafi.

Belongs here: the rule for a word, and the pattern of the words that it makes one. Does not: which words a name has, how names are compared (merge/names.py,
warehouse/asking/filters.py). Letters and words stand in data/spelling.toml.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

from transforms.vocabulary import VocabularyError, read_vocabulary

# Shorter words are too often others' names: "Lee" and "Le".
LEAST_LETTERS: Final = 4
# What is more than doubled letters and "y" tells short names apart: "Baqer" and "Baker", "Gerry" and "Kerry".
LEAST_TRANSLITERATED: Final = 6
# The ending of names with which the beginnings `hard` are one sound.
HARD_ENDING: Final = "i"
NAMES: Final = "names"
PARTS: Final = ("common", "inner", "letters", "hard", "beginnings", NAMES)
# So many words are kept: names repeat them.
KNOWN_WORDS: Final = 100_000


@lru_cache(KNOWN_WORDS)
def spelling(word: str) -> str:
    """A word of a name, in lower case without accents, as all its transliterations are spelled; short words stay as they are."""
    evened = _evened(word)
    if len(evened) < LEAST_LETTERS:
        return word
    return _names().get(evened) or _transliterated(evened)


def spelled(words: str) -> str:
    """Words with single blanks between and around them, each in its one spelling."""
    return " ".join([spelling(word) for word in words.split(" ")])


def spellings(words: str) -> str:
    """A regular expression for all words that are `spelled` as these are; what else it finds is told apart by `spelled`."""
    return " ".join([_pattern(spelling(word)) for word in words.split(" ")])


@cache
def _document() -> dict[str, dict[str, Any]]:
    document = read_vocabulary("spelling")
    for part in PARTS:
        values = document.get(part, {}).values()
        kind = list if part == NAMES else str
        if not values or not all(isinstance(value, kind) for value in values):
            raise VocabularyError(f"transforms/data/spelling.toml: [{part}] must be a table of {kind.__name__}")
    return document


def _letters(part: str) -> Mapping[str, str]:
    return _document()[part]


@cache
def _names() -> dict[str, str]:
    """The one spelling of each listed name, by each of its spellings."""
    listed = _document()[NAMES].items()
    return {_evened(other): _evened(name) for name, others in listed for other in (name, *others)}


def _evened(word: str) -> str:
    return _undoubled(_replaced(word, _letters("common")))


def _undoubled(word: str) -> str:
    return re.sub(r"([^\W\d])\1+", r"\1", word)


def _replaced(word: str, letters: Mapping[str, str]) -> str:
    for other, usual in letters.items():
        word = word.replace(other, usual)
    return word


def _begun(word: str, beginnings: Mapping[str, str]) -> str:
    for other, usual in beginnings.items():
        if word.startswith(other):
            return usual + word[len(other) :]
    return word


def _transliterated(evened: str) -> str:
    word = _replaced(evened[0] + _replaced(evened[1:], _letters("inner")), _letters("letters"))
    if word.endswith(HARD_ENDING):
        word = _begun(word, _letters("hard"))
    word = _undoubled(_begun(word, _letters("beginnings")))
    return word if len(word) >= LEAST_TRANSLITERATED else evened


def _pattern(word: str) -> str:
    """The pattern of the words that have this one spelling."""
    if len(word) < LEAST_LETTERS:
        return re.escape(word)
    begun = [other + word[len(usual) :] for other, usual in _letters("beginnings").items() if word.startswith(usual)]
    written = [word, *begun, *_others().get(word, ())]
    return f"(?:{'|'.join(''.join(map(_sound, each)) for each in written)})"


def _sound(letter: str) -> str:
    return _sounds().get(letter) or f"{re.escape(letter)}+"


@cache
def _others() -> dict[str, list[str]]:
    """Other spellings, by the one spelling."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for other, usual in _names().items():
        found[usual].append(other)
    return found


@cache
def _sounds() -> dict[str, str]:
    """The pattern of each letter for which others stand too."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for part in ("common", "letters", "inner", "hard"):
        for other, usual in _letters(part).items():
            alike[usual].update((other, usual))
    return {usual: f"(?:{'|'.join(sorted(others))})+" for usual, others in alike.items()}
