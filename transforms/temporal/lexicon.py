"""The date words of one language, read from `transforms/data/dates_<lang>.toml` and checked.

Belongs here: which words there are, the class and the value of each. Does not: how they combine (grammar), where they stand (scan.py).
A class is one letter, so that a phrase can be matched as a string of classes: "the last three months" is `tlNU`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("en",)

SECTIONS: Final = {
    "weekday": "W",
    "month": "M",
    "season": "S",
    "unit": "U",
    "day": "T",
    "night": "V",
    "part": "P",
    "ref": "R",
    "frequency": "A",
    "edge": "e",
    "approximation": "x",
    "number": "N",
    "ordinal": "O",
}
WORDS: Final = {
    "the": "t",
    "a": "a",
    "this": "i",
    "that": "h",
    "same": "s",
    "last": "l",
    "past": "p",
    "previous": "v",
    "next": "n",
    "following": "f",
    "current": "c",
    "every": "k",
    "vague": "q",
    "recent": "r",
    "ago": "g",
    "earlier": "b",
    "later": "z",
    "fiscal": "F",
    "of": "o",
    "and": "&",
    "more": "m",
    "old": "J",
    "genitive": "G",
    "whole": "d",
    "half": "w",
}
# a phrase holds at least one word of these classes; numbers written as dates or years are anchors too
ANCHORS: Final = frozenset("WMSUTVPRA")
LEADS: Final = frozenset({*SECTIONS.values(), *WORDS.values()}) - ANCHORS
# of these, what can end a phrase
TAILS: Final = frozenset("NOgbzJlpvnfG")
_NUMERIC_SECTIONS: Final = frozenset({"weekday", "month", "day", "night", "number", "ordinal"})


class VocabularyError(ValueError):
    """A vocabulary file does not have the form that `lexicon.py` describes."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a form means: its class letter and its value (a number, or the key of its row)."""

    letter: str
    value: int | str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language by their lower-case form, single spaces between words."""

    lang: str
    forms: Mapping[str, tuple[Word, ...]]

    def spellings(self, letters: frozenset[str]) -> list[str]:
        """The forms that have a meaning in one of the classes."""
        return [form for form, words in self.forms.items() if any(word.letter in letters for word in words)]


def vocabulary_text(lang: str) -> str:
    """The vocabulary file of a language, as text."""
    return (files("transforms") / "data" / f"dates_{lang}.toml").read_text(encoding="utf-8")


@cache
def lexicon(lang: str) -> Lexicon:
    """The words of a language.

    Raises:
        VocabularyError: the file names an unknown section, or a key or form has the wrong type.
    """
    forms: dict[str, tuple[Word, ...]] = {}
    for form, word in _entries(lang):
        forms[form] = (*forms.get(form, ()), word)
    return Lexicon(lang, forms)


def _entries(lang: str) -> Iterator[tuple[str, Word]]:
    for section, rows in tomllib.loads(vocabulary_text(lang)).items():
        classes = WORDS if section == "words" else SECTIONS
        for key, forms in rows.items():
            letter = classes.get(key if section == "words" else section)
            if letter is None or not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
                raise VocabularyError(
                    f"transforms/data/dates_{lang}.toml: [{section}] {key} is not a list of words of a known class"
                )
            for form in forms:
                yield form.lower(), Word(letter, int(key) if section in _NUMERIC_SECTIONS else key)
