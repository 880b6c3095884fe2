"""Rules for units counted from a reference: last year, two weeks ago, the following month, today, quarters and seasons.

Belongs here: phrases whose date depends on another date. Does not: lengths of time (durations.py), calendar names (dates.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.grammar.dates import DIRECTIONS, direction, mod, part_suffix
from transforms.temporal.grammar.rule import Phrase, Rule, rule
from transforms.temporal.meaning import Kind, Meaning

_PARTS: Final = {"quarter": 4, "half": 2}
_DATED_UNITS: Final = frozenset(
    {"day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century"}
)


def _day_word(phrase: Phrase) -> Meaning:
    part = phrase.word("P")
    time = part_suffix(part) or ("TNI" if phrase.has("V") else "")
    return Meaning(
        Kind.OFFSET, "TIME" if time else "DATE", unit="day", amount=phrase.number("TV"), time=time, mod=mod(phrase)
    )


def _this_part(phrase: Phrase) -> Meaning:
    part = phrase.word("P")
    amount = -1 if phrase.has("l") else direction(phrase) or 0
    return Meaning(Kind.OFFSET, "TIME", unit="day", amount=amount, time=part_suffix(part), mod=mod(phrase))


def _near_unit(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    if unit not in _DATED_UNITS:
        return None
    way = direction(phrase) or 0
    kind = Kind.NARRATIVE_OFFSET if phrase.has("vf") else Kind.OFFSET
    return Meaning(kind, unit=unit, amount=way, mod=mod(phrase) or _inner_mod(phrase))


def _inner_mod(phrase: Phrase) -> str | None:
    return {"b": "START", "z": "END"}.get(phrase.tokens[0].letter)


def _that_unit(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    return Meaning(Kind.NARRATIVE_OFFSET, unit=unit, mod=mod(phrase)) if unit in _DATED_UNITS else None


def _counted(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    if phrase.has("q"):
        return Meaning(Kind.VALUE, value="PAST_REF")
    amount = 1 if phrase.has("a") and not phrase.has("N") else phrase.number("N")
    if unit not in _DATED_UNITS or not amount:
        return None
    sign = 1 if phrase.has("z") else -1
    kind = Kind.OFFSET if phrase.has("g") else Kind.NARRATIVE_OFFSET
    return Meaning(kind, unit=unit, amount=sign * amount, mod=phrase.word("x") or None)


def _part_of_year(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    index = phrase.number("O")
    if unit not in _PARTS or not 1 <= index <= _PARTS[unit]:
        return None
    year = phrase.value("Y")
    return Meaning(Kind.PART, unit=unit, index=index - 1, year=year if isinstance(year, int) else None, mod=mod(phrase))


def _season(phrase: Phrase) -> Meaning:
    year = phrase.value("Y")
    return Meaning(
        Kind.PART,
        unit="season",
        value=phrase.word("S"),
        year=year if isinstance(year, int) else None,
        direction=direction(phrase),
        mod=mod(phrase),
    )


def _fiscal(phrase: Phrase) -> Meaning:
    return Meaning(Kind.EXPLICIT, year=phrase.number("Y"))


def _reference(phrase: Phrase) -> Meaning:
    return Meaning(Kind.VALUE, value=phrase.word("R"))


_WAYS: Final = "".join(DIRECTIONS)
RULES: Final[tuple[Rule, ...]] = (
    rule(r"[ebz]?[TV]P?", _day_word),
    rule(r"[ebz]?[li]P", _this_part),
    rule(rf"[ebz]?t?[{_WAYS}c]U", _near_unit),
    rule(r"[ebz]?t?(?:h|s|hs)U", _that_unit),
    rule(r"x?[aNq]N?U[gbz]", _counted),
    rule(r"t?OU(?:oY)?|tYOU", _part_of_year),
    rule(r"t?e?t?[lnip]?S(?:o?Y)?", _season),
    rule(r"tFUY|FY", _fiscal),
    rule(r"R", _reference),
)
