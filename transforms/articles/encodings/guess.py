"""Which encoding bytes have that say nothing of it and are no UTF-8.

Belongs here: the guess. Does not: what is known (marks, declarations, UTF-8: read.py).

Windows-1252 is what the web reads undeclared bytes as (WHATWG Encoding Standard), so it is taken wherever it makes words and no other encoding
makes those of one language; else the characters of languages tell the encoding (scripts.py), then statistics choose among those of the web, and last
come those of older machines. A text of a few words gives statistics nothing to hold on to, but whether words come out can be seen.
"""

from __future__ import annotations

import re
from typing import Final

from transforms.articles.encodings.scripts import decoded, east_asian, is_marked, latin

COMMONEST: Final = "cp1252"
MAX_CHAOS: Final = 0.2
"""charset-normalizer's own measure of mess (0 to 1) above which its guess is not believed."""
MAX_ODD_SHARE: Final = 0.05
"""At most this share of the characters that are not ASCII stands where no writer would put it."""
SAMPLE: Final = 2**16

_OF_OLDER_MACHINES: Final = ("koi8_u", "cp850", "mac_roman")
_NOT_ON_THE_WEB: Final = re.compile(
    r"cp(?:037|4\d\d|5\d\d|7\d\d|85\d|86[0-5789]|1006|102\d|1140)|hp_|mac_|ptcp|kz|utf_7|hz|johab"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_CASED: Final = [chr(code) for code in (*range(0x41, 0x7B), *range(0xC0, 0x530))]
_BROKEN_CASE: Final = re.compile(
    f"(?<=[{''.join(filter(str.islower, _CASED))}])[{''.join(sign for sign in _CASED if sign.isupper() and not sign.isascii())}]"
)
_MISPLACED: Final = re.compile(
    r"(?<=[^\W\d_])(?:[^\w\s\x00-\x7f’‘´·–—…«»\xad]|[¹²³¼½¾])+(?=[^\W\d_])|(?<=[^\W\d_])[¿¡]|(?<!\w)[¹²³¼½¾](?=[^\W\d_]{2})"
)
"""Signs inside a word, marks that open a sentence behind one, numbers that open a word."""
_NEVER: Final = re.compile("[\x80-\x9f\u2500-\u259f\ufb50-\ufdff\ufe70-\ufeff\uff61-\uff9f]")
"""Control characters, boxes, and forms of letters that only machines write."""
_LAST_LATIN: Final = "\u024f"
_SHORTEST_TELLING: Final = 3
"""Western words of so many letters have one that is ASCII."""


def guess(content: bytes) -> str | None:
    """The encoding of a text; null when none makes sense of it."""
    sample = _telling_part(content)
    if b"\x00" in sample:
        return None
    is_western = _makes_words(sample, COMMONEST)
    of_one_language = next((encoding for encoding in latin(sample) if _makes_words(sample, encoding)), None)
    if is_western:
        return of_one_language if of_one_language and is_marked(sample, of_one_language) else COMMONEST
    return of_one_language or east_asian(sample) or _by_statistics(sample)


def _by_statistics(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import: only for what is no UTF-8

    found = [
        match.encoding
        for match in from_bytes(sample)
        if match.chaos <= MAX_CHAOS and not _NOT_ON_THE_WEB.match(match.encoding)
    ]
    worded = (encoding for encoding in (*found, *_OF_OLDER_MACHINES) if _makes_words(sample, encoding))
    return next(worded, found[0] if found else None)


def _telling_part(content: bytes) -> bytes:
    """The text from the line on in which the first byte stands that is not ASCII; what lies before it tells nothing."""
    ascii_only = re.match(rb"[\x00-\x7f]*", content)
    first = ascii_only.end() if ascii_only else 0
    line = content.rfind(b"\n", max(0, first - SAMPLE // 2), first) + 1
    return content[line : line + SAMPLE] if first < len(content) else content[:SAMPLE]


def _makes_words(sample: bytes, encoding: str) -> bool:
    """Whether the characters that are not ASCII stand where writers put them."""
    text = decoded(sample, encoding)
    if text is None:
        return False
    n_odd = sum(len(found) for odd in (_NEVER, _BROKEN_CASE, _MISPLACED) for found in odd.findall(text))
    n_odd += sum(_odd_letters(word) for word in _WORD.findall(text) if not word.isascii())
    n_marked = sum(not character.isascii() for character in text)
    return n_odd <= MAX_ODD_SHARE * n_marked


def _odd_letters(word: str) -> int:
    """How many letters of a word do not go together: those of another script beside Latin ones, Latin ones without any that is ASCII."""
    marked = [letter for letter in word if not letter.isascii()]
    if len(marked) < len(word):
        return sum(letter > _LAST_LATIN for letter in marked)
    is_latin = word[0] <= _LAST_LATIN
    return len(word) if is_latin and len(word) >= _SHORTEST_TELLING else 0
