"""Rules for decades: "the 1990s", "the late '80s", "los años 30", "Mitte der siebziger Jahre".

Where from: values are TIMEX3's (TimeML 1.2.1), three digits for a decade, two for a century ("the 1400s").
Belongs here: phrases that name a decade. Does not: years (dates.py), a half of a decade (parts.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.grammar.dates import mod
from transforms.temporal.grammar.rule import Phrase, Rule, rule
from transforms.temporal.meaning import Kind, Meaning

_HUNDREDS: Final = range(1000, 1901, 100)
_DECADES_START: Final = 20  # a two-digit decade or year below this belongs to the century of 2000


def _decade_words(phrase: Phrase) -> Meaning | None:
    """Read "los años 30", "la década de los noventa"."""
    tens = phrase.number("N")
    if (
        phrase.lang == "en"
        or phrase.word("uU") not in ("year", "decade")
        or tens is None
        or tens % 10
        or not 10 <= tens < 100
    ):
        return None
    return Meaning(Kind.EXPLICIT, unit="decade", year=1900 + tens, mod=mod(phrase))


def _decade_of_year(phrase: Phrase) -> Meaning | None:
    """Read "les années 1990", "la década de 1990"; other years in a row stay years ("los años 1988 y 1989")."""
    year, unit = phrase.number("Y"), phrase.word("uU")
    if phrase.lang not in ("es", "fr") or year is None or year % 10 or unit not in ("year", "decade"):
        return None
    is_followed = bool(phrase.behind) and phrase.behind[0].letter in "&,->"
    if unit == "year" and (phrase.has("U") or is_followed):
        return None
    return Meaning(Kind.EXPLICIT, unit="decade", year=year, mod=mod(phrase))


def _decade(phrase: Phrase) -> Meaning | None:
    token = next(token for token in phrase.tokens if token.letter == "D")
    is_short = token.is_spelled or (phrase.number("D") or 0) < 100
    if is_short and phrase.lang == "en" and not phrase.has("te"):
        return None  # people are "in their sixties"
    first = phrase.number("D") or 0
    if phrase.has("0"):
        return Meaning(Kind.EXPLICIT, unit="decade", year=-first - 9, mod=mod(phrase))
    if 100 <= first < 1000:
        return None  # "the 380s" are aeroplanes
    unit = "century" if first in _HUNDREDS else "decade"  # "the 1400s" last a hundred years
    return Meaning(Kind.EXPLICIT, unit=unit, year=full_decade(first), mod=mod(phrase))


def _decade_of_years(phrase: Phrase) -> Meaning | None:
    """Read "Mitte der siebziger Jahre"."""
    return _decade(phrase) if phrase.lang == "de" and phrase.word("U") == "year" else None


def full_decade(first: int) -> int:
    """The first year of a decade that may be written with two digits: "the '80s"."""
    return first + (2000 if first < _DECADES_START else 1900) if first < 100 else first


RULES: Final[tuple[Rule, ...]] = (
    rule(r"e?(?:[tq]u|tUo)Y", _decade_of_year),
    rule(r"t?e?-?t?e?G?D(?:-?u|0)?", _decade),
    rule(r"e?tD-?U", _decade_of_years),
    rule(r"t?e?tuN", _decade_words),
    rule(r"e?tUo1N", _decade_words),
)
