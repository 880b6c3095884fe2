"""Rules for lengths of time and for repetition.

Belongs here: "two days", "the past three months", "several years", "daily", "every week". Does not: points in time (dates.py, units.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.grammar.rule import Phrase, Rule, rule
from transforms.temporal.meaning import Kind, Meaning

_CODES: Final = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "weekend": "{}WE",
    "month": "{}M",
    "quarter": "{}Q",
    "half": "{}H",
    "year": "{}Y",
}
_MULTIPLES: Final = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
    "fortnight": ("week", 2),
}


def duration_value(unit: str, amount: int | str | None) -> str:
    """The TIMEX3 value of an amount of a unit; null amount is vague: `PXY`. Decades and centuries count as years (TempEval-3)."""
    if unit in _MULTIPLES:
        unit, factor = _MULTIPLES[unit]
        amount = amount * factor if isinstance(amount, int) else amount
    return "P" + _CODES[unit].format("X" if amount is None else amount)


def _exact(phrase: Phrase) -> Meaning:
    amount = phrase.value("N")
    if amount is None:
        amount = 1
    return Meaning(Kind.VALUE, "DURATION", value=duration_value(phrase.word("U"), amount), mod=phrase.word("x") or None)


def _vague(phrase: Phrase) -> Meaning:
    return Meaning(Kind.VALUE, "DURATION", value=duration_value(phrase.word("U"), None), mod=phrase.word("x") or None)


def _every(phrase: Phrase) -> Meaning:
    if phrase.has("W"):
        return Meaning(Kind.VALUE, "SET", value=f"XXXX-WXX-{phrase.number('W') + 1}")
    return Meaning(Kind.VALUE, "SET", value=duration_value(phrase.word("U"), phrase.number("N", 1)))


def _frequency(phrase: Phrase) -> Meaning:
    return Meaning(Kind.VALUE, "SET", value=duration_value(phrase.word("A"), 1))


RULES: Final[tuple[Rule, ...]] = (
    rule(r"x?t?[lpni]?N-?m?U(?:-?J)?", _exact),
    rule(r"x?aU(?:-?J)?", _exact),
    rule(r"x?t?[lpni]?[qr]U", _vague),
    rule(r"k[NO]?[UW]", _every),
    rule(r"A", _frequency),
)
