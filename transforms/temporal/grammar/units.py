"""Rules for units counted from a reference: last year, two weeks ago, the following month, today, quarters and seasons.

Belongs here: phrases whose date depends on another date. Does not: lengths of time (durations.py), calendar names (dates.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.grammar.clock import part_suffix, timed
from transforms.temporal.grammar.dates import direction, mod
from transforms.temporal.grammar.durations import duration_value
from transforms.temporal.grammar.rule import Phrase, Rule, first_number, rule
from transforms.temporal.meaning import Kind, Meaning
from transforms.temporal.period import YEARS_OF

_PARTS: Final = {"quarter": 4, "half": 2}
_DATED_UNITS: Final = frozenset(
    {"day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century"}
)
_WITHOUT_AGO: Final = frozenset(
    {"de", "fr"}
)  # "vor" and "il y a" stand outside the expression (KRAUTS, French TimeBank)
# "dos días después" is a length of time in their corpora, "two days later" a date in the English ones
_LENGTHS: Final = frozenset({"es", "de", "fr"})
_INNER_MODS: Final = {"b": "START", "z": "END"}
# "(a) year ago/earlier" in front of a quarter or period: "year-earlier", "the year-ago"
_YEAR_AGO: Final = r"U-?[gb]"


def _mod(phrase: Phrase) -> str | None:
    """The mod of a modifier, also of "earlier this year" and "later that month"."""
    return mod(phrase) or _INNER_MODS.get(phrase.tokens[0].letter)


def _day_word(phrase: Phrase) -> Meaning:
    time = "TNI" if phrase.has("V") else ""
    return Meaning(
        Kind.OFFSET, "TIME" if time else "DATE", unit="day", amount=phrase.number("TV") or 0, time=time, mod=mod(phrase)
    )


def _this_part(phrase: Phrase) -> Meaning:
    part = phrase.word("P")
    return Meaning(
        Kind.OFFSET, "TIME", unit="day", amount=direction(phrase) or 0, time=part_suffix(part), mod=mod(phrase)
    )


def _near_unit(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    if unit not in _DATED_UNITS:
        return None
    if unit == "decade" and phrase.has("lpn") and phrase.has("t"):
        return Meaning(Kind.VALUE, "DURATION", value="P10Y")
    is_narrative = phrase.has("vf") or (phrase.has("n") and phrase.has("t")) or (unit == "day" and phrase.has("n"))
    kind = Kind.NARRATIVE_OFFSET if is_narrative else Kind.OFFSET
    return Meaning(kind, unit=unit, amount=direction(phrase) or 0, direction=direction(phrase), mod=_mod(phrase))


def _latest_unit(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    if unit in ("", "quarter"):
        return Meaning(Kind.LATEST, unit="quarter")
    return Meaning(Kind.OFFSET, unit=unit, mod=_mod(phrase)) if unit in _DATED_UNITS else None


def _that_unit(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("U")
    return Meaning(Kind.NARRATIVE_OFFSET, unit=unit, mod=_mod(phrase)) if unit in _DATED_UNITS else None


def _the_unit(phrase: Phrase) -> Meaning | None:
    """A bare "the quarter", "the year", "the weekend": the one the text speaks of; other units only after "the end of"."""
    unit = phrase.word("U")
    if not phrase.has("t1ebz") and unit != "weekend":
        return None
    if unit == "quarter":
        return Meaning(Kind.LATEST, unit=unit, mod=_mod(phrase))
    if unit == "weekend" and not phrase.has("e"):
        return Meaning(Kind.LATEST, unit=unit)
    if phrase.has("ebz") or unit in ("year", "week"):
        return _that_unit(phrase) if unit in ("month", "day") else _near_unit(phrase)
    return None


def _ended_unit(phrase: Phrase) -> Meaning | None:
    """Read "the year" of "the year ended March 31" as a length, "the quarter ended July 31" as the quarter that holds its middle month."""
    if phrase.word("U") == "year":
        return Meaning(Kind.VALUE, "DURATION", value="P1Y")
    month, day = first_number(phrase.behind[:2], "M"), first_number(phrase.behind[:3], "N")
    if phrase.word("U") == "week" and month is not None and day is not None and 1 <= day <= 31:
        return Meaning(Kind.MONTH, unit="week", month=month, day=day)
    if phrase.word("U") != "quarter" or month is None:
        return None
    return Meaning(Kind.LATEST, unit="quarter", month=month)


def _counted(phrase: Phrase) -> Meaning | None:
    unit = phrase.word("Uu")
    if phrase.lang in _LENGTHS and (phrase.has("q") or not phrase.has("aN")):
        return Meaning(Kind.VALUE, "DURATION", value=duration_value(unit, None))
    if phrase.has("qr") or not phrase.has("aN"):
        return Meaning(Kind.VALUE, value="FUTURE_REF" if phrase.has("z") else "PAST_REF")
    amount = phrase.number("N") if phrase.has("N") else 1
    if amount is None or unit not in _DATED_UNITS:
        return None
    if unit == "year" and amount == 1 and phrase.has("gb"):
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


def _ago_before(phrase: Phrase) -> Meaning | None:
    """Read "hace dos años", "il y a deux ans", "vor zwei Jahren": the length of time, with the date that it names."""
    if phrase.lang in _WITHOUT_AGO and phrase.has("2"):
        return None
    unit = phrase.word("Uu")
    amount = phrase.number("N") if phrase.has("N") else 1 if phrase.has("a") else None
    if amount is None:
        return Meaning(Kind.VALUE, "DURATION", value=duration_value(unit, None))
    if unit not in _DATED_UNITS:
        return None
    value = duration_value(unit, amount) if phrase.lang in _WITHOUT_AGO else None
    kind = "DURATION" if value else "DATE"
    return Meaning(Kind.OFFSET, kind, unit=unit, amount=-amount, value=value, mod=phrase.word("x") or None)


def _within(phrase: Phrase) -> Meaning | None:
    """Read "dentro de dos semanas": counted from today onwards."""
    unit, amount = phrase.word("Uu"), phrase.number("N") if phrase.has("N") else 1
    if phrase.lang != "es" or unit not in _DATED_UNITS or amount is None or phrase.has("q"):
        return None
    return Meaning(Kind.OFFSET, unit=unit, amount=amount)


def _from_now(phrase: Phrase) -> Meaning | None:
    """Read "two weeks from now"."""
    unit, amount = phrase.word("Uu"), phrase.number("N") if phrase.has("N") else 1
    if amount is None or unit not in _DATED_UNITS:
        return None
    if unit in YEARS_OF:
        unit, amount = "year", amount * YEARS_OF[unit]
    return Meaning(Kind.OFFSET, unit=unit, amount=amount, mod=phrase.word("x") or None)


def _foreign_offset(phrase: Phrase) -> Meaning:
    unit, _, amount = phrase.word("6").partition(":")
    return Meaning(Kind.OFFSET, unit=unit, amount=int(amount))


def _last_year(phrase: Phrase) -> Meaning:
    return Meaning(Kind.OFFSET, unit="year", amount=-1, mod=mod(phrase))


def _year_ago_period(phrase: Phrase) -> Meaning | None:
    if phrase.word("U") != "year" or phrase.has("n"):
        return None
    index = phrase.number("O")
    if index is not None:
        return Meaning(Kind.PART, unit="quarter", index=index - 1, year_offset=-1)
    return Meaning(Kind.YEAR_BEFORE, unit=_compared_unit(phrase), amount=1)


def _compared_unit(phrase: Phrase) -> str:
    """Whether a comparison names a quarter; "the year-earlier period" leaves open what it compares with."""
    return "quarter" if any(token.value == "quarter" for token in phrase.tokens) else "year"


def _same_part_last_year(phrase: Phrase) -> Meaning | None:
    """Read "the same period last year", "the corresponding quarter of 2012", "the same month a year ago": one date, as TimeBank has it."""
    words = [token.value for token in phrase.tokens if token.letter in "UB"]
    if words[0] not in ("period", "quarter", "month") or words[1:] not in (["year"], []):
        return None
    unit = "month" if words[0] == "month" else _compared_unit(phrase)
    return Meaning(Kind.YEAR_BEFORE, unit=unit, amount=1, year=phrase.number("Y"))


def _part_of_year(phrase: Phrase) -> Meaning | None:
    unit = next((str(token.value) for token in phrase.tokens if token.letter == "U" and token.value in _PARTS), "")
    if phrase.has("w"):
        unit = "half"
    index = 2 if phrase.has("l") and not phrase.has("O") else phrase.number("O")
    if unit not in _PARTS or index is None or not 1 <= index <= _PARTS[unit]:
        return None
    counted = None
    if phrase.count("U") > (0 if phrase.has("w") else 1):
        counted = direction(phrase) or 0
    return Meaning(
        Kind.PART,
        unit=unit,
        index=index - 1,
        year=phrase.number("Y"),
        year_offset=counted,
        mod=phrase.word("e") or None,
    )


def _named_part(phrase: Phrase) -> Meaning:
    """Read "Q3 2021"."""
    unit, _, index = phrase.word("5").partition(":")
    return Meaning(Kind.PART, unit=unit, index=int(index), year=phrase.number("Y"))


def _quarter_of_year(phrase: Phrase) -> Meaning:
    """Read "the 1989 quarter", "the 1989 period": the last named quarter, in that year."""
    return Meaning(Kind.YEAR_BEFORE, unit=_compared_unit(phrase), year=phrase.number("Y"))


def _season(phrase: Phrase) -> Meaning | None:
    if phrase.word("U") not in ("", "year"):
        return None
    of_last = phrase.has("hs")
    counted = direction(phrase) or 0 if phrase.has("U") and not of_last else None
    return Meaning(
        Kind.PART,
        unit="season",
        value=phrase.word("S"),
        year=phrase.number("Y"),
        year_offset=counted,
        of_last=of_last,
        direction=None if phrase.has("U") else direction(phrase),
        mod=_mod(phrase),
    )


def _season_of_shared_year(phrase: Phrase) -> Meaning:
    year = next((token.value for token in phrase.behind if token.letter == "Y"), None)
    return Meaning(Kind.PART, unit="season", value=phrase.word("S"), year=year if isinstance(year, int) else None)


def _fiscal_year(phrase: Phrase) -> Meaning | None:
    year = phrase.number("Y")
    if year is None:
        return Meaning(Kind.OFFSET, unit="year", amount=direction(phrase) or 0)
    return Meaning(Kind.EXPLICIT, year=year)


def _century(phrase: Phrase) -> Meaning | None:
    number = phrase.number("O")
    unit = next((token.value for token in (*phrase.tokens, *phrase.behind) if token.letter in "Uu"), None)
    if unit != "century" or number is None or not 1 <= number <= 40:
        return None
    first_year = -number * 100 if phrase.has("0") else (number - 1) * 100
    return Meaning(Kind.EXPLICIT, unit="century", year=first_year, mod=mod(phrase))


def _day_of_month(phrase: Phrase) -> Meaning | None:
    day = phrase.number("NO")
    return Meaning(Kind.DAY_OF_MONTH, day=day) if day is not None and 1 <= day <= 31 else None


def _reference(phrase: Phrase) -> Meaning:
    return Meaning(Kind.VALUE, value=phrase.word("R"))


def _background(phrase: Phrase) -> Meaning:
    """Read "former": a date in a history (TIDES TIMEX2), no date in the news (0 of 31 in TempEval-3)."""
    return Meaning(Kind.VALUE, value=phrase.word("="), is_background=True)


def _vague_time(phrase: Phrase) -> Meaning:
    return Meaning(
        Kind.VALUE, value="PAST_REF" if phrase.has("pr") else "FUTURE_REF" if phrase.has("jC") else "PRESENT_REF"
    )


def _year_end(phrase: Phrase) -> Meaning:
    return Meaning(Kind.MONTH, month=12, direction=None, year=phrase.number("Y"), mod="END")


_NEAR: Final = r"(?:t?[lpnvfcC]|iC?|ip|tin)"
RULES: Final[tuple[Rule, ...]] = (
    *timed(r"[ebz]?T(?:,?W)?", _day_word),
    rule(r"e?V", _day_word),
    rule(r"[ebz]?Q?[li]P", _this_part),
    rule(rf"(?:t?e-?|[bz]|y)?{_NEAR}-?U", _near_unit),
    rule(r"(?:t?e)?t?U[lnpvfc]", _near_unit),
    rule(r"(?:t?e)?4", _last_year),
    rule(r"6", _foreign_offset),
    rule(r"(?<=Q)U", _the_unit),
    rule(r"2x?x?[aNq]?q?N?[Uu]", _ago_before),
    rule(r"(?<=2)x?[aNq]q?N?[Uu]", _ago_before),
    rule(r"3x?[aNq]q?N?[Uu]", _within),
    rule(rf"(?:t?e-?)?{_NEAR}FU", _fiscal_year),
    rule(r"(?:t?e-?|[bz]|y)?(?:t?hs?|t?s|hs)d?U(?!-?[gb])", _that_unit),
    rule(r"t?LF?[UB]", _latest_unit),
    rule(r"tdU", _near_unit),
    rule(r"tF?U(?=#)", _ended_unit),
    rule(r"(?:t?e-?|[bz])?tU(?!-?[gb])", _the_unit),
    rule(r"x?[aNq]q?N?m?[Uu]!?[gbz]", _counted),
    rule(r"u[gbz]", _counted),
    rule(r"x?[aN][Uu]7", _from_now),
    rule(rf"(?:t?s|t)?{_YEAR_AGO}-?O?-?[UB]", _year_ago_period),
    rule(_YEAR_AGO, _year_ago_period),
    rule(r"t?v-U-?O?-?[UB]", _year_ago_period),
    rule(rf"t?s[UB](?:,?Q?t?[lpv]U|,?a{_YEAR_AGO}|,?[oQ]t?Y)", _same_part_last_year),
    rule(rf"t[UB]a{_YEAR_AGO}", _same_part_last_year),
    rule(r"[ta]?F?OF?[Uw](?:,?[oQ]?t?Y|[oQ]?t?[ilnpv]U)?", _part_of_year),
    rule(r"F?-?O-F?-?[Uw](?:,?[oQ]?t?Y|[oQ]?t?[ilnpv]U)?", _part_of_year),
    rule(r"5(?:,?[oQ]?Y)?", _named_part),
    rule(r"t?FU", _fiscal_year),
    rule(r"t?YF?-?O-?U", _part_of_year),
    rule(r"[ilnp]UGF?-?O-?[Uw]", _part_of_year),
    rule(r"[lnv]UG[UB]", _year_ago_period),
    rule(r"tlw(?:,?[oQ]?t?Y|[oQ]?t?[ilnpv]U)", _part_of_year),
    rule(r"tY[UB]", _quarter_of_year),
    rule(r"t?(?:e-?)?S(?=[-&>]t?e?S,?o?t?Y)", _season_of_shared_year),
    rule(r"[bz]?(?:t?e-?)?t?(?:[lnpvfC]|i[pC]?|hs?|s)?S", _season),
    rule(r"[bz]?(?:t?e-?)?t?(?:[lnpvfC]|i[pC]?|hs?|s)?S(?:,?o?t?Y|,?o?t?[ilnpv]U|o[hs]U)?", _season),
    rule(r"t?F,?Y", _fiscal_year),
    rule(r"t?(?:e-?)?t?O-?U0?", _century),
    rule(r"t?(?:e-?)?t?O-?u", _century),
    rule(r"t?(?:e-?)?t?O(?=[-&>]t?e?O-?[Uu])", _century),
    rule(r"e?tUO", _century),
    rule(r"R", _reference),
    rule(r"=", _background),
    rule(r"c", _vague_time),
    rule(r"tp(?![NqUu])", _vague_time),
    rule(r"X(?:,?o?Y)?", _year_end),
)
