"""Rules for dates that name their calendar parts: days, months, years, weekdays.

Belongs here: phrases with a month, a year, a weekday or a written date. Does not: units counted from somewhere (units.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.grammar.rule import Phrase, Rule, rule
from transforms.temporal.meaning import Kind, Meaning

DIRECTIONS: Final = {"l": -1, "p": -1, "v": -1, "i": 0, "n": 1, "f": 1}


def direction(phrase: Phrase) -> int | None:
    """-1 for last, 0 for this, 1 for next, null when nothing is said."""
    return next((DIRECTIONS[token.letter] for token in phrase.tokens if token.letter in DIRECTIONS), None)


def mod(phrase: Phrase) -> str | None:
    """The TIMEX3 mod of the first modifier."""
    return phrase.word("ex") or None


def _weekday(phrase: Phrase) -> Meaning:
    part = phrase.word("P")
    return Meaning(
        Kind.WEEKDAY,
        "TIME" if part else "DATE",
        weekday=phrase.number("W"),
        direction=direction(phrase),
        time=part_suffix(part),
        mod=mod(phrase),
    )


def part_suffix(part: str) -> str:
    """The TIMEX3 suffix of a part of day: `TMO`; noon and midnight are clock times."""
    return {"": "", "MI": "T12:00", "MN": "T24:00"}.get(part, f"T{part}")


def _month_day(phrase: Phrase) -> Meaning | None:
    day = phrase.number("NO")
    month = phrase.number("M")
    year = phrase.value("Y")
    if not 1 <= day <= 31:
        return None
    if isinstance(year, int):
        return Meaning(Kind.EXPLICIT, year=year, month=month, day=day, mod=mod(phrase))
    return Meaning(Kind.MONTH, month=month, day=day, direction=direction(phrase), mod=mod(phrase))


def _month(phrase: Phrase) -> Meaning:
    year = phrase.value("Y")
    if isinstance(year, int):
        return Meaning(Kind.EXPLICIT, year=year, month=phrase.number("M"), mod=mod(phrase))
    return Meaning(Kind.MONTH, month=phrase.number("M"), direction=direction(phrase), mod=mod(phrase))


def _year(phrase: Phrase) -> Meaning:
    return Meaning(Kind.EXPLICIT, year=phrase.number("Y"), mod=mod(phrase))


def _iso(phrase: Phrase) -> Meaning | None:
    parts = phrase.word("I").split("-")
    if len(parts) != 3:
        return None
    year, month, day = map(int, parts)
    return Meaning(Kind.EXPLICIT, year=year, month=month, day=day)


def _decade(phrase: Phrase) -> Meaning:
    first = phrase.number("D")
    return Meaning(Kind.EXPLICIT, unit="decade", year=first if first >= 100 else 1900 + first, mod=mod(phrase))


RULES: Final[tuple[Rule, ...]] = (
    rule(r"(?:W,?)?e?M[NO](?:,?Y)?", _month_day),
    rule(r"(?:W,?)?t?[NO]o?M(?:,?o?Y)?", _month_day),
    rule(r"t?e?-?t?[lnipv]?M(?:,?o?Y)?", _month),
    rule(r"[xt]?e?-?t?[lnipv]?WP?", _weekday),
    rule(r"x?t?e?-?Y", _year),
    rule(r"I", _iso),
    rule(r"t?e?-?t?D", _decade),
)
