"""Rules for units counted from a reference: last year, two weeks ago, the following month, today.

Where from: "last year" has the value of the unit, "two weeks ago" the granularity of its unit, "earlier this month" only a mod (TimeML 1.2.1);
"later" and "earlier" stand inside the span and count from the last date of the text.
Belongs here: phrases whose date depends on another date. Does not: lengths of time (durations.py), calendar names (dates.py), parts of a year (parts.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from transforms.temporal.grammar.clock import part_suffix, time_suffix, timed
from transforms.temporal.grammar.dates import direction, mod
from transforms.temporal.grammar.durations import HALVES, duration_value
from transforms.temporal.grammar.rule import Phrase, Rule, first_number, rule
from transforms.temporal.meaning import Kind, Meaning
from transforms.temporal.period import YEARS_OF

_DATED_UNITS: Final = frozenset(
    {"day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century"}
)
_WITHOUT_AGO: Final = frozenset(
    {"de", "fr"}
)  # "vor" and "il y a" stand outside the expression (KRAUTS, French TimeBank)
# "dos días después" is a length of time in their corpora, "two days later" a date in the English ones
_LENGTHS: Final = frozenset({"es", "de", "fr"})
# into what a unit is counted when half of one comes in, and how many
_HALF_STEPS: Final = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100), "month": ("day", 30)}
# how many of a smaller unit a larger one has, where both are counted
_SMALLER_STEPS: Final = {("year", "month"): 12, ("decade", "year"): 10, ("century", "year"): 100, ("week", "day"): 7}
NEAR: Final = r"(?:t?[lpnvfcC]|iC?|ip|tin)"  # this, last, next, the previous
_INNER_MODS: Final = {"b": "START", "z": "END"}


def inner_mod(phrase: Phrase) -> str | None:
    """The mod of a modifier, also of "earlier this year" and "later that month"."""
    return mod(phrase) or _INNER_MODS.get(phrase.tokens[0].letter)


def _day_word(phrase: Phrase) -> Meaning:
    time = "TNI" if phrase.has("V") else ""
    return Meaning(
        Kind.OFFSET,
        "TIME" if time else "DATE",
        unit="day",
        amount=phrase.number("TV") or 0,
        weekday=phrase.number("W"),
        time=time,
        mod=mod(phrase),
    )


def _clock_tonight(phrase: Phrase) -> Meaning | None:
    """Read "9 p.m. tonight", "midnight tonight"."""
    time = time_suffix(phrase)
    return Meaning(Kind.OFFSET, "TIME", unit="day", amount=phrase.number("V") or 0, time=time) if time else None


def _this_part(phrase: Phrase) -> Meaning:
    part = phrase.word("P")
    return Meaning(
        Kind.OFFSET, "TIME", unit="day", amount=direction(phrase) or 0, time=part_suffix(part), mod=mod(phrase)
    )


def _near_unit(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    if unit not in _DATED_UNITS:
        return None
    if phrase.lang == "en" and unit == "day" and phrase.has("l"):
        return _last_day(phrase)
    if (
        phrase.has("t")
        and not phrase.has("e")
        and ((unit == "decade" and phrase.has("lpn")) or (unit == "century" and phrase.has("p")))
    ):
        return Meaning(Kind.VALUE, "DURATION", value=duration_value(unit, 1))
    is_narrative = (
        phrase.has("vf") or (phrase.lang == "en" and phrase.has("n") and phrase.has("t")) or _is_that_day(phrase, unit)
    )
    kind = Kind.NARRATIVE_OFFSET if is_narrative else Kind.OFFSET
    return Meaning(kind, unit=unit, amount=direction(phrase) or 0, direction=direction(phrase), mod=inner_mod(phrase))


def _last_day(_phrase: Phrase) -> Meaning:
    """Read "in the last day" as a length (validate.py asks for the preposition)."""
    return Meaning(Kind.VALUE, "DURATION", value="P1D")


def _is_that_day(phrase: Phrase, unit: str) -> bool:
    """Whether a day is counted from the last one of the text: "the next day", "an diesem Tag", "ce jour"."""
    return unit == "day" and (phrase.has("n") or (phrase.lang != "en" and phrase.has("i")))


def _latest_unit(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    if unit in ("", "quarter"):
        return Meaning(Kind.LATEST, unit="quarter")
    return Meaning(Kind.OFFSET, unit=unit, mod=inner_mod(phrase)) if unit in _DATED_UNITS else None


def _that_unit(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    return Meaning(Kind.NARRATIVE_OFFSET, unit=unit, mod=inner_mod(phrase)) if unit in _DATED_UNITS else None


def _of_the_unit(phrase: Phrase) -> Meaning | None:
    """Read "later in the day", "the end of the month": of the last one the text knows, whatever coarser date it has named since."""
    that = _that_unit(phrase)
    return replace(that, direction=0) if that is not None else None


def _the_unit(phrase: Phrase) -> Meaning | None:
    """A bare "the quarter", "the year", "the weekend": the one the text speaks of; other units only after "the end of"."""
    unit = phrase.word("U")
    if not phrase.has("t1ebz") and unit != "weekend":
        return None
    if unit == "quarter":
        return Meaning(Kind.LATEST, unit=unit, mod=inner_mod(phrase))
    if unit == "weekend" and not phrase.has("e"):
        return Meaning(Kind.LATEST, unit=unit)
    if phrase.has("ebz") or unit in ("year", "week"):
        return _of_the_unit(phrase) if unit in ("month", "day") else _near_unit(phrase)
    return None


def _edge_of_unit(phrase: Phrase) -> Meaning | None:
    """Read "finales de año", "fin de semaine prochaine": without an article where the language needs none."""
    return _the_unit(phrase) if phrase.lang in _LENGTHS else None


def _mid_year(phrase: Phrase) -> Meaning | None:
    """Read "mid-year", "mid-year 2010"."""
    if phrase.lang != "en" or phrase.word("e") != "MID" or phrase.word("U") != "year":
        return None
    year = phrase.number("Y")
    return _near_unit(phrase) if year is None else Meaning(Kind.EXPLICIT, year=year, mod="MID")


def _unit_beside(phrase: Phrase) -> Meaning | None:
    """Read "am Tag darauf", "im Jahr zuvor"."""
    unit = phrase.word("U")
    if phrase.lang != "de" or unit not in _DATED_UNITS:
        return None
    return Meaning(Kind.NARRATIVE_OFFSET, unit=unit, amount=1 if phrase.has("z") else -1)


def _ended_unit(phrase: Phrase) -> Meaning | None:
    """Read "the year" of "the year ended March 31" as a length, "the quarter ended July 31" as the quarter that holds its middle month, "the week beginning June 6" as that week."""
    if phrase.word("U") in ("year", "decade"):
        return Meaning(Kind.VALUE, "DURATION", value=duration_value(phrase.word("U"), 1))
    month, day = first_number(phrase.behind[:3], "M"), first_number(phrase.behind[:4], "N")
    if phrase.word("U") == "week" and month is not None and day is not None and 1 <= day <= 31:
        return Meaning(Kind.MONTH, unit="week", month=month, day=day)
    if phrase.word("U") != "quarter" or month is None:
        return None
    is_begun = next(token.value for token in phrase.behind if token.letter == "#") == "begun"
    return Meaning(Kind.LATEST, unit="quarter", month=(month + 1) % 12 + 1 if is_begun else month)


def _unit_up_to(phrase: Phrase) -> Meaning | None:
    """Read "the year" of "the year to March 31" as a length, "the week to June 4" as that week."""
    return _ended_unit(phrase) if phrase.word("U") in ("year", "week") else None


def _counted(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("Uu")
    if phrase.lang in _LENGTHS and (phrase.has("q") or not phrase.has("aN")):
        return Meaning(Kind.VALUE, "DURATION", value=duration_value(unit, None))
    if phrase.has("qr") or not phrase.has("aN"):
        return Meaning(Kind.VALUE, value="FUTURE_REF" if phrase.has("z") else "PAST_REF")
    amount = phrase.number("N") if phrase.has("N") else 1
    if amount is None or unit not in _DATED_UNITS:
        return None
    if unit == "year" and amount == 1 and phrase.has("gb~"):
        return Meaning(Kind.YEAR_BEFORE, unit="year", amount=0 if phrase.has("g") else 1, mod=phrase.word("x") or None)
    if unit in YEARS_OF:
        unit, amount = "year", amount * YEARS_OF[unit]
    sign = 1 if phrase.has("z") else -1
    kind = Kind.OFFSET if phrase.has("g") else Kind.NARRATIVE_OFFSET
    value = duration_value(unit, amount) if phrase.lang in _LENGTHS else None
    return Meaning(
        kind,
        "DURATION" if value else "DATE",
        unit=unit,
        amount=sign * amount,
        value=value,
        mod=phrase.word("x") or None,
    )


def _neighbour_day(phrase: Phrase) -> Meaning:
    """Read "la veille", "le lendemain matin", "tags darauf"."""
    time = part_suffix(phrase.word("P"))
    return Meaning(
        Kind.NARRATIVE_OFFSET, "TIME" if time else "DATE", unit="day", amount=phrase.number(":") or 0, time=time
    )


def _counted_with_half(phrase: Phrase) -> Meaning | None:
    """Read "two and a half years ago", "a year and a half later", "1.5 years ago": to the precision of the unit."""
    unit = phrase.word("Uu")
    written = phrase.value("N") if phrase.has("N") else 1
    if isinstance(written, str) and written.endswith(".5"):
        written = int(written[:-2])
    if unit not in _HALF_STEPS or not isinstance(written, int) or phrase.lang != "en":
        return None
    smaller, steps = _HALF_STEPS[unit]
    sign = 1 if phrase.has("z") else -1
    kind = Kind.OFFSET if phrase.has("g") else Kind.NARRATIVE_OFFSET
    mod = phrase.word("x") or None
    return Meaning(kind, unit=unit, amount=sign * (written * steps + steps // 2), value=smaller, mod=mod)


def _half_counted(phrase: Phrase) -> Meaning | None:
    """Read "half a century ago", "a quarter of a century later": to the precision of the smaller unit."""
    whole = [str(token.value) for token in phrase.tokens if token.letter == "U"]
    if phrase.lang != "en" or whole[-1] not in HALVES or len(whole) > 1 and whole != ["quarter", "century"]:
        return None
    unit, amount = HALVES[whole[-1]]
    if unit not in _DATED_UNITS:
        return None
    steps = (amount if len(whole) == 1 else amount // 2) * (1 if phrase.has("z") else -1)
    kind = Kind.OFFSET if phrase.has("g") else Kind.NARRATIVE_OFFSET
    return Meaning(kind, unit=unit, amount=steps, mod=phrase.word("x") or None)


def _two_units_counted(phrase: Phrase) -> Meaning | None:
    """Read "a year and three months ago", "two years and a month later": to the precision of the smaller unit."""
    numbers = [token.value if token.letter == "N" else 1 for token in phrase.tokens if token.letter in "aN"]
    units = [str(token.value) for token in phrase.tokens if token.letter in "Uu"]
    step = _SMALLER_STEPS.get((units[0], units[-1]))
    if phrase.lang != "en" or step is None or not all(isinstance(number, int) for number in numbers):
        return None
    larger, smaller = int(numbers[0]), int(numbers[-1])
    kind = Kind.OFFSET if phrase.has("g") else Kind.NARRATIVE_OFFSET
    amount = (larger * step + smaller) * (1 if phrase.has("z") else -1)
    return Meaning(kind, unit=units[-1], amount=amount, mod=phrase.word("x") or None)


def _unit_before(phrase: Phrase) -> Meaning | None:
    """Read "the year before", "the day before" where nothing follows."""
    unit = phrase.word("U")
    if unit not in _DATED_UNITS:
        return None
    if unit == "year":
        return Meaning(Kind.YEAR_BEFORE, unit=unit, amount=1)
    return Meaning(Kind.NARRATIVE_OFFSET, unit=unit, amount=-1)


def _ago_to_the_day(phrase: Phrase) -> Meaning | None:
    """Read "ten years ago today", "a year ago this week": to the day, week or month."""
    back, amount = phrase.word("Uu"), phrase.number("N") if phrase.has("N") else 1
    near = "day" if phrase.number("T") == 0 else str(phrase.tokens[-1].value)
    if amount is None or back not in _DATED_UNITS or near not in ("day", "week", "month"):
        return None
    return Meaning(Kind.OFFSET, unit=near, amount=-amount, value=back)


def _ago_before(phrase: Phrase) -> Meaning | None:
    """Read "hace dos años", "il y a deux ans", "vor zwei Jahren": the length of time, with the date that it names."""
    if phrase.lang in _WITHOUT_AGO and phrase.has("2"):
        return None
    unit = phrase.word("Uu")
    amount = phrase.value("N") if phrase.has("N") else 1 if phrase.has("a") else None
    if not isinstance(amount, int):
        return Meaning(Kind.VALUE, "DURATION", value=duration_value(unit, amount))
    if unit not in _DATED_UNITS:
        return None
    value = duration_value(unit, amount, phrase.lang) if phrase.lang in _WITHOUT_AGO else None
    kind = "DURATION" if value else "DATE"
    return Meaning(Kind.OFFSET, kind, unit=unit, amount=-amount, value=value, mod=phrase.word("x") or None)


def _within(phrase: Phrase) -> Meaning | None:
    """Read "dentro de dos semanas": counted from today onwards."""
    unit, amount = phrase.word("Uu"), phrase.number("N") if phrase.has("N") else 1
    if phrase.lang != "es" or unit not in _DATED_UNITS or amount is None or phrase.has("q"):
        return None
    return Meaning(Kind.OFFSET, unit=unit, amount=amount)


def _from_now(phrase: Phrase) -> Meaning | None:
    """Read "two weeks from now", "a month from today"."""
    unit, amount = phrase.word("Uu"), phrase.number("N") if phrase.has("N") else 1
    if amount is None or unit not in _DATED_UNITS:
        return None
    if unit in YEARS_OF:
        unit, amount = "year", amount * YEARS_OF[unit]
    return Meaning(Kind.OFFSET, unit=unit, amount=amount, mod=phrase.word("x") or None)


def _foreign_offset(phrase: Phrase) -> Meaning:
    unit, _, amount = phrase.word("6").partition(":")
    return Meaning(Kind.OFFSET, unit=unit, amount=int(amount))


def _unit_of_rate(phrase: Phrase) -> Meaning | None:
    """Read "al mes anterior": no rate, as "al mes" is, but a month beside another."""
    if phrase.lang != "es":
        return None
    kind = Kind.NARRATIVE_OFFSET if phrase.has("vf") else Kind.OFFSET
    return Meaning(kind, unit=phrase.word("A"), amount=direction(phrase) or 0)


def _last_year(phrase: Phrase) -> Meaning:
    return Meaning(Kind.OFFSET, unit="year", amount=-1, mod=mod(phrase))


def _century(phrase: Phrase) -> Meaning | None:
    number = phrase.number("O")
    unit = next((token.value for token in (*phrase.tokens, *phrase.behind) if token.letter in "Uu"), None)
    if unit != "century" or number is None or not 1 <= number <= 40:
        return None
    first_year = -number * 100 if phrase.has("0") else (number - 1) * 100
    return Meaning(Kind.EXPLICIT, unit="century", year=first_year, mod=mod(phrase))


def _reference(phrase: Phrase) -> Meaning | None:
    if phrase.lang == "en" and phrase.before and phrase.before[0].letter == "U":
        return None  # "year to date"
    value = phrase.word("R")
    return Meaning(Kind.VALUE, "DATE" if value.endswith("REF") else "DURATION", value=value)


def _background(phrase: Phrase) -> Meaning:
    """Read "former": a date in a history (TIDES TIMEX2), no date in the news (0 of 31 in TempEval-3)."""
    return Meaning(Kind.VALUE, value=phrase.word("="), is_background=True)


def _vague_time(phrase: Phrase) -> Meaning | None:
    if phrase.lang == "de" and phrase.letters == "c":
        return None  # "laufende Kameras"; only "das laufende Jahr" is a date
    return Meaning(
        Kind.VALUE, value="PAST_REF" if phrase.has("pr") else "FUTURE_REF" if phrase.has("jC") else "PRESENT_REF"
    )


def _year_end(phrase: Phrase) -> Meaning:
    return Meaning(Kind.MONTH, month=12, direction=None, year=phrase.number("Y"), mod="END")


RULES: Final[tuple[Rule, ...]] = (
    *timed(r"[ebz]?T(?:,?W)?", _day_word),
    rule(r"e?V", _day_word),
    rule(r"(?:x?KZ?|P)Q?V", _clock_tonight),
    rule(r"[ebz]?Q?[li]P", _this_part),
    rule(r"tP[lpn]", _this_part),
    rule(rf"(?:t?e-?|[bz]|y)?{NEAR}-?U!?", _near_unit),
    rule(r"(?:t?e)?t?U[lnpvfc]", _near_unit),
    rule(r"(?:t?e)?t?4", _last_year),
    rule(r"6", _foreign_offset),
    rule(r"A[lnpvf]", _unit_of_rate),
    rule(r"(?<=Q)U", _the_unit),
    rule(r"2x?x?[aNq]?q?N?[Uu]", _ago_before),
    rule(r"(?<=2)x?[aNq]q?N?[Uu]", _ago_before),
    rule(r"3x?[aNq]q?N?[Uu]", _within),
    rule(r"(?:t?e-?|[bz]|y)?(?:t?hs?|t?s|hs)d?U(?!-?[gb])", _that_unit),
    rule(r"t?LF?[UB]", _latest_unit),
    rule(r"tdU", _near_unit),
    rule(r"tF?U(?=h?#)", _ended_unit),
    rule(r"tF?U(?=>(?:M|[NO]o?M))", _unit_up_to),
    rule(r"(?:t?e-?|[bz])?tU(?!-?[gbE]|-J)", _the_unit),
    rule(r"x?[aNq]q?N?m?[Uu]!?[gbz]", _counted),
    rule(r"u[gbz]", _counted),
    rule(r"x?N[->&]Nug", _counted),
    rule(r"x?(?:N-?&-?a-?w-?[Uu]|aU-?&-?a-?w|Nu)[gbz]", _counted_with_half),
    rule(r"x?N-?!q?[Uu][gbz]", _counted),
    rule(r"x?t?a?(?:w-?a?-?|U-?o?a?)U[gbz]", _half_counted),
    rule(r"x?[aN][Uu]&[aN][Uu][gbz]", _two_units_counted),
    rule(r"x?[aN]q?[Uu]~", _counted),
    rule(r"tU~", _unit_before),
    rule(r":(?:Q?t?P)?", _neighbour_day),
    rule(r"(?<=Q)U[bz]", _unit_beside),
    rule(r"e-?U(?!-?[gb])", _edge_of_unit),
    rule(r"e-U(?:,?o?Y)?", _mid_year),
    rule(r"x?[aN][Uu]g(?:T|iU)", _ago_to_the_day),
    rule(r"x?(?:[aN]|N[->&]N)[Uu]7", _from_now),
    rule(r"t?(?:e-?)?t?O-?U0?", _century),
    rule(r"t?(?:e-?)?t?O-?u", _century),
    rule(r"t?(?:e-?)?t?O(?=[-&>]t?e?O-?[Uu])", _century),
    rule(r"e?tUO", _century),
    rule(r"R", _reference),
    rule(r"=", _background),
    rule(r"c", _vague_time),
    rule(r"tp(?![NqUu])", _vague_time),
    rule(r"x?X(?:,?o?Y)?", _year_end),
)
