"""Letters with accents and without: "Calderón" and "Calderon" are one word to who looks for it.

Belongs here: which letters are one letter with different accents. Does not: transliterations of names (spelling.py), how texts are searched (warehouse/asking/query_words.py).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from typing import Final

# Of these scripts a letter with an accent is the same letter; in others a mark may be a vowel or another sound.
SCRIPTS: Final = (
    range(0x00C0, 0x0250),  # Latin
    range(0x0370, 0x0530),  # Greek, Cyrillic
    range(0x0620, 0x0700),  # Arabic
    range(0x1E00, 0x2000),  # Latin and Greek with two accents
)


def plain(text: str) -> str:
    """The text without any marks on its letters, as `strip_accents` of DuckDB gives it."""
    if text.isascii():
        return text
    letters = (sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.category(sign).startswith("M"))
    return unicodedata.normalize("NFC", "".join(letters))


def base_of(letter: str) -> str:
    """The letter without its accent; itself where it has none, or where the mark makes it another letter."""
    return _bases().get(letter, letter)


def accented(letter: str) -> str:
    """The letters that are this one with accents, small and capital ones."""
    return _accented().get(letter.lower(), "")


@cache
def _bases() -> dict[str, str]:
    letters = (chr(code) for codes in SCRIPTS for code in codes)
    found = {letter: plain(letter) for letter in letters if unicodedata.decomposition(letter)}
    return {letter: base for letter, base in found.items() if base != letter and len(base) == 1 and base.isalpha()}


@cache
def _accented() -> dict[str, str]:
    found: defaultdict[str, str] = defaultdict(str)
    for letter, base in _bases().items():
        found[base.lower()] += letter
    return dict(found)
