"""The date words of one language, read from `transforms/data/dates_<lang>.toml` and checked.

Belongs here: which words there are, the class and the value of each. Does not: how they combine (grammar), where they stand (scan.py).
A class is one letter, so that a phrase can be matched as a string of classes: "the last three months" is `tlNU`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from transforms.temporal.foreign import foreign_words
from transforms.vocabulary import VocabularyError, read_vocabulary

LANGUAGES: Final = ("en", "es", "de", "fr")
CAPITALISING: Final = frozenset({"en", "de"})

SECTIONS: Final = {
    "weekday": "W",
    "weekdays": "8",
    "weekday_part": "%",
    "month": "M",
    "season": "S",
    "unit": "U",
    "units": "u",
    "day": "T",
    "night": "V",
    "part": "P",
    "parts": "9",
    "ref": "R",
    "background": "=",
    "frequency": "A",
    "holiday": "H",
    "named_part": "5",
    "zone": "Z",
    "neighbour": ":",
    "clock": "<",
    "weekday_from": ";",
    "offset": "6",
    "edge": "e",
    "approximation": "x",
    "number": "N",
    "ordinal": "O",
    "decade": "D",
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
    "coming": "C",
    "following": "f",
    "current": "c",
    "latest": "L",
    "every": "k",
    "vague": "q",
    "recent": "r",
    "future": "j",
    "ago": "g",
    "earlier": "b",
    "later": "z",
    "sometime": "y",
    "fiscal": "F",
    "of": "o",
    "in": "Q",
    "ended": "#",
    "begun": "#",
    "before": "~",
    "and": "&",
    "to": ">",
    "more": "m",
    "old": "J",
    "long": "E",
    "genitive": "G",
    "whole": "d",
    "half": "w",
    "period": "B",
    "ahead": "@",
    "year_end": "X",
    "so": "!",
    "article": "1",
    "ago_before": "2",
    "within": "3",
    "year_before": "4",
    "era_before": "0",
    "o_clock": "_",
    "from_now": "7",
}
CUES: Final = "cues"
BESIDE: Final = "beside"
ENDINGS: Final = "endings"
_OTHER_TABLES: Final = frozenset({CUES, BESIDE, ENDINGS})
# a phrase holds at least one word of these classes; numbers written as dates, years or clock times are anchors too
ANCHORS: Final = frozenset("W8%MSUuTVPRAHXpcLD456=9:_<")
LEADS: Final = frozenset({*SECTIONS.values(), *WORDS.values()}) - ANCHORS
# of these, what can end a phrase
TAILS: Final = frozenset("NOgbzJECvnlfB@!ZG#w70~;")
_NUMERIC_SECTIONS: Final = frozenset(
    {
        "weekday",
        "weekdays",
        "month",
        "day",
        "night",
        "number",
        "ordinal",
        "decade",
        "neighbour",
        "clock",
        "weekday_from",
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """What a form means: its class letter and its value (a number, or the key of its row)."""

    letter: str
    value: int | str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language by their lower-case form, single spaces between words.

    `capitalised`: names of months, weekdays and (English) holidays are written with a capital letter, so that "may" is a verb.
    """

    lang: str
    forms: Mapping[str, tuple[Word, ...]]
    capitalised: bool

    def spellings(self, letters: frozenset[str]) -> list[str]:
        """The forms that have a meaning in one of the classes."""
        return [form for form, words in self.forms.items() if any(word.letter in letters for word in words)]


@cache
def lexicon(lang: str) -> Lexicon:
    """The words of a language: from its vocabulary file, else from dateparser's tables; none for a language that neither knows.

    Raises:
        VocabularyError: the file names an unknown section, or a key or form has the wrong type.
    """
    forms: dict[str, tuple[Word, ...]] = {}
    entries = _entries(lang) if lang in LANGUAGES else _foreign_entries(lang)
    for form, word in entries:
        if word not in forms.get(form, ()):
            forms[form] = (*forms.get(form, ()), word)
    if lang not in LANGUAGES:
        forms = {form: words for form, words in forms.items() if len(words) == 1}
    return Lexicon(lang, forms, lang in CAPITALISING)


def _foreign_entries(lang: str) -> Iterator[tuple[str, Word]]:
    """Words that dateparser knows by one meaning only are kept: "mar" is Tuesday and March in Italian."""
    for form, letter, value in foreign_words(lang):
        yield form, Word(letter, value)


@cache
def _tables(lang: str) -> dict[str, dict[str, list[str]]]:
    return read_vocabulary(f"dates_{lang}") if lang in LANGUAGES else {}


@cache
def cue_words(lang: str, tense: str) -> list[str]:
    """The words that show a tense, "future" or "past", in the clause before a date."""
    return [word.lower() for word in _tables(lang).get(CUES, {}).get(tense, [])]


def cue_endings(lang: str, tense: str) -> list[str]:
    """The verb endings that show a tense."""
    return _tables(lang).get(ENDINGS, {}).get(tense, [])


@cache
def beside_words(lang: str, role: str) -> frozenset[str]:
    """The words of a role that change what a phrase beside them is: no date (validate.py), no plan (tense.py)."""
    return frozenset(_tables(lang).get(BESIDE, {}).get(role, []))


def _entries(lang: str) -> Iterator[tuple[str, Word]]:
    for section, rows in _tables(lang).items():
        if section in _OTHER_TABLES:
            continue
        classes = WORDS if section == "words" else SECTIONS
        for key, forms in rows.items():
            letter = classes.get(key if section == "words" else section)
            if letter is None or not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
                raise VocabularyError(
                    f"transforms/data/dates_{lang}.toml: [{section}] {key} is not a list of words of a known class"
                )
            for form in forms:
                yield form.lower(), Word(letter, int(key) if section in _NUMERIC_SECTIONS and "." not in key else key)
