"""Cut a stretch of date words into tokens.

Belongs here: one token per word, number or sign, with its class letter and value. Does not: combinations (grammar).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from transforms.temporal.lexicon import Word, lexicon
from transforms.temporal.scan import CLOCK, DECADE, NUMBER, NUMERIC_DATE, ORDINAL, YEAR, lowered, spelled

_SIGNS: Final = {"-": "-", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", ",": ","}
_ABBREVIATED: Final = frozenset({"mon.", "sun.", "sat.", "mar."})


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a stretch: offsets within the stretch, class letter, value."""

    start: int
    end: int
    letter: str
    value: int | str


@cache
def _token_pattern(lang: str) -> re.Pattern[str]:
    end = r"(?![^\W_])"
    return re.compile(
        rf"(?P<date>(?:{NUMERIC_DATE}){end})|(?P<clock>(?:{CLOCK}){end})|(?P<decade>(?:{DECADE}){end})|(?P<ordinal>(?:{ORDINAL}){end})"
        rf"|(?P<year>(?:{YEAR}){end})|(?P<number>(?:{NUMBER}){end})|(?P<word>{spelled(lexicon(lang).forms)}{end})|(?P<sign>[-,\u2010-\u2013])"
    )


def tokens_of(stretch: str, lang: str) -> list[Token]:
    """The tokens of a stretch as written; number words that belong together are one token."""
    tokens = [
        token
        for match in _token_pattern(lang).finditer(lowered(stretch))
        if (token := _token(match, stretch, lang)) is not None
    ]
    return _with_compound_numbers(_disambiguated(tokens))


def _token(match: re.Match[str], stretch: str, lang: str) -> Token | None:
    start, end = match.span()
    words = match.group()
    kind = match.lastgroup
    if kind == "word":
        meanings = lexicon(lang).forms[" ".join(words.split())]
        if stretch[start].islower() and all(word.letter == "M" for word in meanings) and lang == "en":
            return None
        return _word_token(start, end, meanings)
    letter, value = _NUMERIC[kind or ""](words)
    return Token(start, end, letter, value)


def _word_token(start: int, end: int, meanings: tuple[Word, ...]) -> Token:
    if len(meanings) == 1:
        return Token(start, end, meanings[0].letter, meanings[0].value)
    letters = "".join(word.letter for word in meanings)
    return Token(start, end, letters, "/".join(str(word.value) for word in meanings))


_NUMERIC: Final = {
    "date": lambda words: ("I", words),
    "clock": lambda words: ("K", words),
    "decade": lambda words: ("D", int(re.sub(r"\D", "", words))),
    "ordinal": lambda words: ("O", int(words[:-2])),
    "year": lambda words: ("Y", int(words)),
    "number": lambda words: ("N", _number(words)),
    "sign": lambda words: (_SIGNS[words], words),
}


def _number(words: str) -> int | str:
    digits = words.replace(",", "")
    return int(digits) if digits.isdigit() else digits


def _disambiguated(tokens: list[Token]) -> list[Token]:
    """One class for each word that has several: "second" before a unit is an ordinal, after a number a unit."""
    chosen: list[Token] = []
    for index, token in enumerate(tokens):
        if len(token.letter) == 1:
            chosen.append(token)
            continue
        following = tokens[index + 1].letter if index + 1 < len(tokens) else ""
        letters, values = token.letter, str(token.value).split("/")
        wanted = _wanted_letter(letters, chosen[-1].letter if chosen else "", following)
        value = values[letters.index(wanted)]
        chosen.append(Token(token.start, token.end, wanted, int(value) if value.lstrip("-").isdigit() else value))
    return chosen


def _wanted_letter(letters: str, before: str, following: str) -> str:
    if "O" in letters and (following[:1] in "UWFPwS" and following or before == ""):
        return "O"
    if "U" in letters and "O" in letters:
        return "U" if before in "Naq" else "O"
    if "N" in letters and "q" not in letters:
        return "N"
    if "x" in letters and "q" in letters:
        return "x" if following[:1] == "N" else "q"
    return letters[0]


def _with_compound_numbers(tokens: list[Token]) -> list[Token]:
    """Join number words: "twenty four", "one hundred"."""
    merged: list[Token] = []
    for token in tokens:
        before = merged[-1] if merged else None
        value = _combined(before, token)
        if before is not None and value is not None:
            merged[-1] = Token(before.start, token.end, token.letter, value)
        else:
            merged.append(token)
    return merged


def _combined(before: Token | None, token: Token) -> int | None:
    if before is None or token.letter not in "NO" or before.letter not in "Na" or not isinstance(token.value, int):
        return None
    if before.letter == "a":
        return token.value if token.value in (100, 1000) else None
    if not isinstance(before.value, int):
        return None
    if token.value in (100, 1000) and before.value < token.value:
        return before.value * token.value
    if (20 <= before.value < 100 and before.value % 10 == 0 and 0 < token.value < 10) or (
        before.value % 100 == 0 and before.value and token.value < 100
    ):
        return before.value + token.value
    return None
