"""Rules for parts of a year: quarters, halves, seasons, fiscal years, and their comparison with the year before.

Belongs here: phrases that name a part of a year. Does not: other units counted from a reference (units.py), months (dates.py).
Where from: values `YYYY-Qn`, `YYYY-Hn`, `YYYY-SU` are TIMEX3's (TimeML 1.2.1); what a report compares with is measured.
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.grammar.dates import direction, mod
from transforms.temporal.grammar.decades import full_decade
from transforms.temporal.grammar.rule import Phrase, Rule, first_number, rule
from transforms.temporal.grammar.units import NEAR, inner_mod
from transforms.temporal.meaning import Kind, Meaning

_PARTS: Final = {"quarter": 4, "half": 2}
_YEAR_BEHIND: Final = 6  # tokens behind "the first" in which a shared year stands: "and second quarters of 2012"
_GLUED: Final = "-"  # marks the parts that are written with a hyphen, in front of a noun
# "(a) year ago/earlier" in front of a quarter or period: "year-earlier", "the year-ago"
_YEAR_AGO: Final = r"U-?[gb]"
_OF_YEAR: Final = r"(?:,?[oQ]?t?Y|[oQ]?t?[ilnpv]U|otU|o[hs]U)"


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
    index = -1 if phrase.has("l") and not phrase.has("O") else phrase.number("O")
    if index == -1:
        index = _PARTS.get(unit)
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
        year_offset=None if phrase.has("hs") else counted,
        of_last=phrase.has("hs"),
        mod=phrase.word("e") or None,
    )


def _named_part(phrase: Phrase) -> Meaning | None:
    """Read "Q3 2021", "the first half of this year"."""
    unit, _, index = phrase.word("5").partition(":")
    if index.endswith(_GLUED) and phrase.has("t1"):
        return None  # "the [first-half] deficit"
    counted = direction(phrase) or 0 if phrase.has("U") else None
    if counted is not None and phrase.word("U") != "year":
        return None
    return Meaning(
        Kind.PART,
        unit=unit,
        index=int(index.rstrip(_GLUED)),
        year=phrase.number("Y"),
        year_offset=None if phrase.has("hs") else counted,
        of_last=phrase.has("hs"),
        mod=mod(phrase),
    )


def _half_of_decade(phrase: Phrase) -> Meaning | None:
    """Read "the last half of the '80s": the decade, as TimeBank has it."""
    first = full_decade(phrase.number("D") or 0)
    return Meaning(Kind.EXPLICIT, unit="decade", year=first) if first >= 1000 else None


def _half_of_century(phrase: Phrase) -> Meaning | None:
    """Read "the first half of the 19th century": the century."""
    number = [token.value for token in phrase.tokens if token.letter == "O"][-1]
    *parts, unit = [token.value for token in phrase.tokens if token.letter == "U"]
    if unit != "century" or not isinstance(number, int) or not _PARTS.keys() >= set(parts):
        return None
    is_first = phrase.word("5").startswith("half:0") or (phrase.number("O") == 1 and not phrase.has("l5"))
    first_year = -number * 100 if phrase.has("0") else (number - 1) * 100
    return Meaning(Kind.EXPLICIT, unit="century", year=first_year, mod="START" if is_first else "END")


def _quarter_of_month(phrase: Phrase) -> Meaning | None:
    """Read "the September quarter", "the July-to-September period": the one that ends with the month."""
    *firsts, month = [token.value for token in phrase.tokens if token.letter == "M"]
    if not isinstance(month, int) or month % 3 or firsts not in ([], [month - 2]):
        return None
    if phrase.word("UB") not in ("quarter", "period") or phrase.has("B") and not firsts:
        return None
    return Meaning(Kind.PART, unit="quarter", index=month // 3 - 1, year=phrase.number("Y"))


def _half_in_quarters(phrase: Phrase) -> Meaning | None:
    """Read "the first two quarters of 1990", "the last two quarters of 2012": that half."""
    if phrase.number("N") != 2 or phrase.word("u") != "quarter":
        return None
    index = 1 if phrase.has("l") else 0 if phrase.number("O") == 1 else None
    return None if index is None else Meaning(Kind.PART, unit="half", index=index, year=phrase.number("Y"))


def _shared_part(phrase: Phrase) -> Meaning | None:
    """Read "first" of "the first and second quarters"."""
    unit = next((str(token.value) for token in phrase.behind if token.letter in "Uu"), "")
    index = phrase.number("O")
    if unit not in _PARTS or index is None or not 1 <= index <= _PARTS[unit]:
        return None
    year = first_number(phrase.behind[:_YEAR_BEHIND], "Y")
    return Meaning(Kind.PART, unit=unit, index=index - 1, year=year)


def _last_shared_part(phrase: Phrase) -> Meaning | None:
    """Read "second quarters" of "the first and second quarters"."""
    unit, index = phrase.word("u"), phrase.number("O")
    if unit not in _PARTS or index is None or not 1 <= index <= _PARTS[unit]:
        return None
    return Meaning(Kind.PART, unit=unit, index=index - 1, year=phrase.number("Y"))


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
        of_last=of_last or (phrase.lang == "en" and phrase.has("vf") and not phrase.has("UY")),
        direction=None if phrase.has("U") else direction(phrase),
        mod=inner_mod(phrase),
    )


def _winter_of_two_years(phrase: Phrase) -> Meaning | None:
    """Read "the winter of 1812-13", "the winter of 415-414 BC": the one that ends in the second year."""
    first, last = (token.value for token in phrase.tokens if token.letter in "YN")
    if phrase.word("S") != "winter" or not isinstance(first, int) or not isinstance(last, int):
        return None
    following = 1 - first if last < 0 else first + 1
    if last not in (following, following % 100):
        return None
    return Meaning(Kind.PART, unit="season", value="winter", year=following, mod=inner_mod(phrase))


def _season_of_shared_year(phrase: Phrase) -> Meaning:
    year = next((token.value for token in phrase.behind if token.letter == "Y"), None)
    return Meaning(Kind.PART, unit="season", value=phrase.word("S"), year=year if isinstance(year, int) else None)


def _fiscal_year(phrase: Phrase) -> Meaning | None:
    year = phrase.number("Y")
    if phrase.has("U") and phrase.word("U") not in ("year", "quarter"):
        return None
    if year is None:
        return Meaning(Kind.OFFSET, unit="year", amount=direction(phrase) or 0)
    return Meaning(Kind.EXPLICIT, year=year)


RULES: Final[tuple[Rule, ...]] = (
    rule(r"x?t?[Ol]NuoY", _half_in_quarters),
    rule(r"(?<=O&)t?O-?u(?:,?o?Y)?", _last_shared_part),
    rule(rf"(?:t?e-?)?{NEAR}FU", _fiscal_year),
    rule(rf"(?:t?s|t)?{_YEAR_AGO}-?O?-?[UB]", _year_ago_period),
    rule(_YEAR_AGO, _year_ago_period),
    rule(r"t?v-U-?O?-?[UB]", _year_ago_period),
    rule(rf"t?s[UB](?:,?[oQ]?t?[lpv]U|,?tU~|,?a{_YEAR_AGO}|,?[oQ]t?Y)", _same_part_last_year),
    rule(rf"t[UB]a{_YEAR_AGO}", _same_part_last_year),
    rule(rf"(?:t?e)?[ta]?F?OF?[Uuw]{_OF_YEAR}?", _part_of_year),
    rule(rf"F?-?O-F?-?[Uw]{_OF_YEAR}?", _part_of_year),
    rule(r"t?O(?=-?&t?O-?[Uu])", _shared_part),
    rule(rf"(?:t?e)?t?5{_OF_YEAR}?", _named_part),
    rule(r"t?M(?:-(?:>-)?|>)M-?[UB](?:,?[oQ]?Y)?", _quarter_of_month),
    rule(r"tM-?U(?:,?[oQ]?Y)?", _quarter_of_month),
    rule(r"t(?:[Ol][Uw]|5)ot?e?-?G?D", _half_of_decade),
    rule(r"t(?:[Ol][Uw]|5)otO-?U0?", _half_of_century),
    rule(r"t?F-?U(?:,?Y)?", _fiscal_year),
    rule(r"t?YF-?U", _fiscal_year),
    rule(r"t?YF?-?O-?U", _part_of_year),
    rule(r"[ilnp]UGF?-?O-?[Uw]", _part_of_year),
    rule(r"[lnv]UG[UB]", _year_ago_period),
    rule(rf"tl[wU]{_OF_YEAR}", _part_of_year),
    rule(r"tY[UB]", _quarter_of_year),
    rule(r"t?(?:e-?)?t?S,?o?t?(?:Y[-&][YN]|N[-&]Y)", _winter_of_two_years),
    rule(r"t?(?:e-?)?S(?=[-&>]t?e?S,?o?t?Y)", _season_of_shared_year),
    rule(r"[bz]?(?:t?e-?)?t?(?:[lnpvfC]|i[pC]?|hs?|s)?S", _season),
    rule(r"t?S[lnp]", _season),
    rule(r"(?:t?e-?)?t?StUY", _season),
    rule(r"[bz]?(?:t?e-?)?t?(?:[lnpvfC]|i[pC]?|hs?|s)?S(?:,?o?t?Y|,?o?t?[ilnpv]U|o[hs]U)?", _season),
    rule(r"t?F,?Y", _fiscal_year),
)
