"""Rules for lengths of time and for repetition.

Belongs here: "two days", "the past three months", "several years", "daily", "every week". Does not: points in time (dates.py, units.py).
Where from: DURATION and SET are TimeML 1.2.1's; values as TempEval-3 annotates them, units as written (`P12M`, `PT24H`), a decade as `P10Y`,
"the past two months" a length and no date, vague amounts `PXY`. Spans hold modifiers, not prepositions (945 to 9).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.grammar.clock import part_suffix
from transforms.temporal.grammar.dates import mod
from transforms.temporal.grammar.rule import Phrase, Rule, rule
from transforms.temporal.lexicon import LANGUAGES
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
    "decade": "{}DE",
    "century": "{}C",
    "millennium": "{}L",
}
_MULTIPLES: Final = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
    "fortnight": ("week", 2),
}
_KEPT: Final = {"de": frozenset({"decade"})}
HALVES: Final = {
    "year": ("month", 6),
    "hour": ("minute", 30),
    "minute": ("second", 30),
    "day": ("hour", 12),
    "decade": ("year", 5),
    "century": ("year", 50),
}
_PARTS: Final = {"second", "minute", "hour"}


def duration_value(unit: str, amount: int | str | None, lang: str = "en") -> str:
    """The TIMEX3 value of an amount of a unit; null amount is vague: `PXY`.

    Decades and centuries count as years (TempEval-3), German decades stay decades (KRAUTS: `P2DE`).
    """
    if unit == "half" and isinstance(amount, int):
        unit, amount = "month", 6 * amount
    if unit in _MULTIPLES and amount is not None and unit not in _KEPT.get(lang, ()) or unit == "fortnight":
        unit, factor = _MULTIPLES[unit]
        amount = amount * factor if isinstance(amount, int) else amount
    return "P" + _CODES[unit].format("X" if amount is None else amount)


def _exact(phrase: Phrase) -> Meaning | None:
    if phrase.lang == "en" and phrase.letters[0] == "f":
        return None  # "following [two days] of talks" is a preposition
    unit = next((str(token.value) for token in reversed(phrase.tokens) if token.letter in "Uu"), "")
    amount = phrase.value("N") if phrase.has("N") else 1
    if isinstance(amount, str) and amount.endswith(".5") and unit in HALVES and phrase.lang != "de":
        return _with_half(phrase, unit, int(amount[:-2]))
    return _duration(phrase, duration_value(unit, amount, phrase.lang))


def _period(phrase: Phrase) -> Meaning | None:
    """Read "a three-year period", "the same 28-day period"."""
    return _exact(phrase) if phrase.lang == "en" else None


def _and_a_half(phrase: Phrase) -> Meaning | None:
    """Read "two and a half years" as `P2Y6M`, "a year and a half" likewise."""
    unit = phrase.word("Uu")
    if not phrase.has("w"):
        unit = "year" if unit == "half" else ""  # "two-and-a-half-year": the word is "half-year"
    amount = phrase.number("N") if phrase.has("N") else 1
    if not unit or amount is None:
        return None
    if unit in HALVES:
        return _with_half(phrase, unit, amount)
    return _duration(phrase, duration_value(unit, f"{amount}.5"))


def _half_behind(phrase: Phrase) -> Meaning | None:
    """Read "deux ans et demi", "dos semanas y media" as `P2.5Y`, `P2.5W`."""
    amount = phrase.number("N") if phrase.has("N") else 1
    if phrase.lang not in ("es", "fr") or amount is None:
        return None
    return _duration(phrase, duration_value(phrase.word("Uu"), f"{amount}.5"))


def _with_half(phrase: Phrase, unit: str, amount: int) -> Meaning:
    half_unit, half = HALVES[unit]
    if unit in _MULTIPLES:
        return _duration(phrase, duration_value("year", amount * _MULTIPLES[unit][1] + half))
    tail = _CODES[half_unit].format(half)
    joined = duration_value(unit, amount) + (tail.removeprefix("T") if unit in _PARTS else tail)
    return _duration(phrase, joined)


def _between(phrase: Phrase) -> Meaning | None:
    """Read "two to three weeks", "four- to six-year": at least the first length."""
    low, high = (token.value for token in phrase.tokens if token.letter == "N")
    if any(token.letter == "&" and token.end - token.start == len("and") for token in phrase.tokens):
        return None  # "five- and 10-year" are two lengths
    if not isinstance(low, int) or not isinstance(high, int) or low >= high:
        return None
    return Meaning(Kind.VALUE, "DURATION", value=duration_value(phrase.word("Uu"), low), mod="EQUAL_OR_MORE")


def _or_two(phrase: Phrase) -> Meaning | None:
    """Read "a year or two": at least the one."""
    joint = phrase.tokens[-2]
    if joint.end - joint.start != len("or") or phrase.lang != "en":
        return None
    return Meaning(Kind.VALUE, "DURATION", value=duration_value(phrase.word("U"), 1), mod="EQUAL_OR_MORE")


def _vague_units(phrase: Phrase) -> Meaning | None:
    """Read "weeks or months", "recent weeks and months": the vague length of the first."""
    units = [str(token.value) for token in phrase.tokens if token.letter in "uU"]
    if phrase.lang != "en" or units[0] == units[1]:
        return None
    return _duration(phrase, duration_value(units[0], None))


def _two_units(phrase: Phrase) -> Meaning | None:
    """Read "two years and three months" as `P2Y3M`, "3 minutes 40 seconds": a shorter unit behind a longer one."""
    amounts = [token.value if token.letter == "N" else 1 for token in phrase.tokens if token.letter in "Na"]
    units = [str(token.value) for token in phrase.tokens if token.letter in "Uu"]
    if not _CODES.keys() >= set(units) or not all(isinstance(one, int) for one in amounts):
        return None  # "a fortnight and two days"
    ranks = [list(_CODES).index(unit) for unit in units]
    if ranks[0] <= ranks[1] or any(unit in _MULTIPLES for unit in units):
        return None
    first, second = (_CODES[unit].format(amount) for unit, amount in zip(units, amounts, strict=True))
    return _duration(phrase, "P" + first + (second.removeprefix("T") if units[0] in _PARTS else second))


def _another(phrase: Phrase) -> Meaning | None:
    """Read "another year"; "more day" is none."""
    if phrase.lang != "en" or phrase.tokens[0].end - phrase.tokens[0].start != len("another"):
        return None
    return _duration(phrase, duration_value(phrase.word("U"), 1))


def _longer_by(phrase: Phrase) -> Meaning | None:
    """Read "un año más"."""
    return _exact(phrase) if phrase.lang == "es" else None


def _quarter_century(phrase: Phrase) -> Meaning | None:
    """Read "a quarter of a century", "quarter-century"."""
    units = [token.value for token in phrase.tokens if token.letter == "U"]
    return _duration(phrase, duration_value("year", 25)) if units == ["quarter", "century"] else None


def _half(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    if unit not in HALVES:
        return None
    if phrase.lang == "de":
        return _duration(phrase, duration_value(unit, "0.5", phrase.lang))  # KRAUTS: `P0.5Y`
    half_unit, half = HALVES[unit]
    return _duration(phrase, duration_value(half_unit, half))


def _vague(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("uU")
    if phrase.lang == "en" and phrase.letters[0] == "f":
        return None  # "following [weeks] of protests" is a preposition
    if len(phrase.tokens) == 1 and phrase.lang not in LANGUAGES:
        return None
    if phrase.has("r") and unit in ("year", "decade"):
        return Meaning(Kind.VALUE, value="PAST_REF")
    if phrase.has("j"):
        return Meaning(Kind.VALUE, value="FUTURE_REF")
    if phrase.has("e") and unit in _PARTS:
        return None  # "the early hours" are a part of a day
    return _duration(phrase, duration_value(unit, None))


def _these_units(phrase: Phrase) -> Meaning | None:
    """Read "diese Jahre", "die Jahre" (KRAUTS: with the article); "these days" are the present."""
    return _duration(phrase, duration_value(phrase.word("u"), None)) if phrase.lang == "de" else None


def _work_week(phrase: Phrase) -> Meaning | None:
    """Read "35-Stunden-Woche", "Vier-Tage-Woche": how long one works in it (KRAUTS)."""
    amount = phrase.number("N")
    if phrase.lang != "de" or amount is None:
        return None
    return _duration(phrase, duration_value(phrase.word("Uu"), amount, phrase.lang))


def _duration(phrase: Phrase, value: str) -> Meaning:
    return Meaning(Kind.VALUE, "DURATION", value=value, mod=phrase.word("x") or None)


def _every(phrase: Phrase) -> Meaning | None:
    part = part_suffix(phrase.word("P9"))
    if phrase.has("W8"):
        return Meaning(Kind.VALUE, "SET", value=f"XXXX-WXX-{(phrase.number('W8') or 0) + 1}{part}")
    if part:
        return Meaning(Kind.VALUE, "SET", value=f"XXXX-XX-XX{part}")
    if phrase.has("M"):
        return Meaning(Kind.VALUE, "SET", value=f"XXXX-{phrase.number('M') or 0:02d}")
    if phrase.has("S"):
        return Meaning(
            Kind.VALUE,
            "SET",
            value="XXXX-" + {"spring": "SP", "summer": "SU", "autumn": "FA"}.get(phrase.word("S"), "WI"),
        )
    amount = 2 if phrase.has("m") else phrase.number("NO") if phrase.has("NOq") else 1
    return Meaning(Kind.VALUE, "SET", value=duration_value(phrase.word("Uu"), amount))


def _recurring_part(phrase: Phrase) -> Meaning | None:
    """Read "morgens", "nachts": in every one."""
    if phrase.lang != "de":
        return None
    return Meaning(Kind.VALUE, "SET", value=f"XXXX-XX-XX{part_suffix(phrase.word('9'))}")


def _frequency(phrase: Phrase) -> Meaning:
    return Meaning(Kind.VALUE, "SET", value=duration_value(phrase.word("A"), 1), mod=mod(phrase))


_SIZE: Final = r"(?:x|(?:xt?|t|x?i|h)?[lpnfvC]|t|ti|ts|s|x?t?O)?"
RULES: Final[tuple[Rule, ...]] = (
    rule(rf"(?:{_SIZE}|tL|x?m)N[md]?u@?!?(?:-?E)?", _exact),
    rule(rf"{_SIZE}N[->]Nu", _between),
    rule(r"x?N-[Uu](?:-?E)?", _exact),
    rule(r"x?N-[>&]N-[Uu](?:-?E)?", _between),
    rule(r"x?N-?[Uu]-J", _exact),
    rule(rf"(?:a|h|{_SIZE})x?N-?[Uu]-?B", _period),
    rule(r"x?m?NU(?:-?E)?", _exact),
    rule(r"mU", _another),
    rule(r"(?:t?[lpn])?a?U-?o?a?U", _quarter_century),
    rule(rf"{_SIZE}N-?!u", _exact),
    rule(r"tU-?[gb]-?Nu", _exact),
    rule(r"x?t?N[md]?[lpnfvCO]u", _exact),
    rule(r"x?a[dm]?U(?!-[gbJE]|!g)(?:E|!)?", _exact),
    rule(r"x?kU", _every),
    rule(r"U-?E", _exact),
    rule(r"U-J", _exact),
    rule(r"x?aU(?:&aw)", _and_a_half),
    rule(rf"{_SIZE}N-?&-?a-?w-?[Uu]", _and_a_half),
    rule(r"x?N-&-a-U", _and_a_half),
    rule(rf"(?:a|{_SIZE})U-&-a-w", _and_a_half),
    rule(r"x?(?:t|ti)?[lpn]U&aw", _and_a_half),
    rule(r"x?[aN][Uu](?:&[aN]|,?N)[Uu]", _two_units),
    rule(r"aU&N(?!-?[Uu])", _or_two),
    rule(r"(?:t?[rjC])?u&u(?![gbYz])", _vague_units),
    rule(r"(?:x|t[lpn])?a?w-?a?-?U", _half),
    rule(rf"{_SIZE}q[lpnrm]?u@?", _vague),
    rule(r"x?(?:t?[rjC]|[ti]?[lpnfv])u", _vague),
    rule(r"tu@", _vague),
    rule(r"[it]u", _these_units),
    rule(r"x?[aN][Uu]&w", _half_behind),
    rule(r"x?[aN][Uu]m", _longer_by),
    rule(r"N-[Uu]-U", _work_week),
    rule(r"t[Oe]u", _vague),
    rule(r"u-?E", _vague),
    rule(r"u-J", _vague),
    rule(r"q-U", _vague),
    rule(r"u(?![gbY])", _vague),
    rule(r"k[NOmdq]?[UuWMPS]P?", _every),
    rule(r"e?8[P9]?", _every),
    rule(r"e?W9", _every),
    rule(r"9", _recurring_part),
    rule(r"A", _frequency),
)
