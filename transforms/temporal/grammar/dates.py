"""Rules for dates that name their calendar parts: days, months, years.

Belongs here: phrases with a month, a year or a written date. Does not: decades (decades.py), weekdays alone (weekdays.py), units counted from somewhere (units.py).
Where from: values are TIMEX3's (TimeML 1.2.1). The article stays outside a date that describes
a noun ("the [2000] Olympics", TempEval-3).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from transforms.temporal.calendars import LONGEST_MONTH, full_year, western_year
from transforms.temporal.grammar.clock import ordinal_day, timed
from transforms.temporal.grammar.rule import Phrase, Rule, first_number, rule
from transforms.temporal.lexicon import LANGUAGES
from transforms.temporal.meaning import Kind, Meaning

DIRECTIONS: Final = {"l": -1, "p": -1, "v": -1, "i": 0, "c": 0, "n": 1, "C": 1, "f": 1}
_MONTH_TAIL: Final = r"(?:,?[oQ]?1?Y|,?o?t?[ilnpvf]U|o?[hs]U|o?tU[lnpv]|t?4)"
_UNIT_BEHIND: Final = ",?o?t?[ilnpvfhs]U"  # another date in apposition: "July 4, the last day of the tour"
_EARLY_OR_LATE_ON: Final = (len("late on"), len("early on"))
_ERA_END: Final = 1000  # years from here on are written without an era
_WRITTEN: Final = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:t(\d\d:\d\d).*)?")


def direction(phrase: Phrase) -> int | None:
    """-1 for last, 0 for this, 1 for next, null when nothing is said; the outermost word that is not "this" wins."""
    ways = [DIRECTIONS[token.letter] for token in phrase.tokens if token.letter in DIRECTIONS]
    return next((way for way in ways if way), ways[0] if ways else None)


def mod(phrase: Phrase) -> str | None:
    """The TIMEX3 mod of the first modifier."""
    return phrase.word("ex") or None


def _calendar(phrase: Phrase, day: int | None) -> Meaning | None:
    """A month, perhaps with a day, in a year that is written, counted ("last year"), of the text ("that year") or unsaid."""
    if day is not None and not 1 <= day <= LONGEST_MONTH:
        return None
    year, month = phrase.number("Y"), phrase.number("M")
    if phrase.lang == "en" and phrase.letters[0] == "p" and (year is not None or phrase.has("U")):
        return None  # "past [October 2010]" is a preposition
    if year is not None:
        return Meaning(Kind.EXPLICIT, year=year, month=month, day=day, mod=mod(phrase))
    if phrase.has("4"):  # "März des Vorjahres"
        return Meaning(Kind.MONTH, month=month, day=day, year_offset=-1, mod=mod(phrase))
    if phrase.has("U") and (phrase.word("U") != "day" or phrase.tokens[-1].letter == "U"):
        if phrase.word("U") != "year":
            return None
        counted = None if phrase.has("hs") else direction(phrase)
        return Meaning(Kind.MONTH, month=month, day=day, year_offset=counted, of_last=phrase.has("hs"), mod=mod(phrase))
    of_last = phrase.has("hs")
    return Meaning(Kind.MONTH, month=month, day=day, direction=direction(phrase), of_last=of_last, mod=mod(phrase))


def _month_day(phrase: Phrase) -> Meaning | None:
    """A day of a month, and the weekday that it is said to be."""
    day = phrase.number("NO")
    if day is None or phrase.lang == "en" and _counts_things(phrase):
        return None  # "$13.40. [April 24]"
    meaning = _calendar(phrase, day)
    return replace(meaning, weekday=phrase.number("W")) if meaning is not None and phrase.has("W") else meaning


def _edge_of_day(phrase: Phrase) -> Meaning | None:
    """Read "late on June 11"; in "in early May 12 people" the number counts."""
    edge = phrase.tokens[0]
    is_edge_of_day = edge.end - edge.start in _EARLY_OR_LATE_ON
    return _month_day(phrase) if phrase.lang == "en" and is_edge_of_day else None


def _counts_things(phrase: Phrase) -> bool:
    """Whether a number behind a month is written as a word, as no day is: "in December [three] defeats followed"."""
    at = phrase.letters.find("MN")
    return at >= 0 and phrase.tokens[at + 1].is_spelled


def _month(phrase: Phrase) -> Meaning | None:
    return _calendar(phrase, None)


def _first_of_months(phrase: Phrase) -> Meaning | None:
    """Read "July" of "July-September", "from late July to early September": the last month tells the year of both."""
    first, last = phrase.number("M"), first_number(phrase.behind, "M")
    if phrase.lang != "en" or first is None or last is None:
        return None
    return Meaning(Kind.MONTH, month=first, amount=(last - first) % 12, mod=mod(phrase))


def _month_beside(phrase: Phrase) -> Meaning | None:
    """Read "the following January", "the previous May": counted from the last date of the text."""
    if phrase.lang != "en":
        return None
    return Meaning(Kind.MONTH, month=phrase.number("M"), direction=direction(phrase), of_last=True, mod=mod(phrase))


def _day_of_short_year(phrase: Phrase) -> Meaning | None:
    """A day with a year of two digits: "10 novembre 93"."""
    year = _short_year_of(phrase)
    return None if year is None else _named_day(year, phrase.number("M"), phrase.number("NO") or 0)


def _month_of_short_year(phrase: Phrase) -> Meaning | None:
    """A month with a year of two digits that can be no day: "octobre 98"."""
    year = _short_year_of(phrase)
    return None if year is None else Meaning(Kind.EXPLICIT, year=year, month=phrase.number("M"))


def _short_year_of(phrase: Phrase) -> int | None:
    short = phrase.tokens[-1].value
    return full_year(short, phrase.lang) if isinstance(short, int) else None


def _year_word(phrase: Phrase) -> Meaning | None:
    """Read "the year 2006"."""
    year = phrase.number("YN")
    if phrase.lang == "en" and phrase.has("u"):
        return None  # "the years [2003] and [2004]"
    if phrase.word("Uu") != "year" or year is None or not _first_year(phrase.lang) <= year <= 2200:
        return None
    return Meaning(Kind.EXPLICIT, year=year, mod=mod(phrase))


def _first_year(lang: str) -> int:
    """From where on a number behind "year" is one: "im Jahr 578"; in English such a number counts other things too."""
    return 100 if lang == "de" else 1000


def _month_word(phrase: Phrase) -> Meaning | None:
    """Read "el mes de septiembre", "mois de juin"."""
    if phrase.word("U") != "month":
        return None
    year = phrase.number("Y")
    if year is not None:
        return Meaning(Kind.EXPLICIT, year=year, month=phrase.number("M"), mod=mod(phrase))
    return Meaning(Kind.MONTH, month=phrase.number("M"), direction=direction(phrase), mod=mod(phrase))


def _day_of_month(phrase: Phrase) -> Meaning | None:
    """Read "el día 8", "el pasado día 3"."""
    day = phrase.number("NO")
    if phrase.lang == "en" or phrase.word("U") != "day" or day is None or not 1 <= day <= LONGEST_MONTH:
        return None
    return Meaning(Kind.DAY_OF_MONTH, day=day, direction=direction(phrase))


def _day_alone(phrase: Phrase) -> Meaning | None:
    """Read "the 9th" of "on the 9th he left" (validate.py asks for the preposition)."""
    day = ordinal_day(phrase)
    if day is None:
        return None
    return Meaning(Kind.DAY_OF_MONTH, day=day) if not phrase.behind or phrase.behind[0].letter in ",&>Q~" else None


def _day_of_near_month(phrase: Phrase) -> Meaning | None:
    """Read "the 15th of last month", "the 3rd of this month"."""
    day = phrase.number("O")
    if phrase.lang != "en" or phrase.word("U") != "month" or day is None or not 1 <= day <= LONGEST_MONTH:
        return None
    return Meaning(Kind.DAY_OF_MONTH, day=day, unit="month", amount=direction(phrase) or 0)


def _weekday_and_day(phrase: Phrase) -> Meaning | None:
    """Read "Sunday the 15th"; in "On Tuesday, the 2nd Circuit ruled" the number counts courts."""
    day = ordinal_day(phrase)
    return None if day is None else Meaning(Kind.DAY_OF_MONTH, day=day, weekday=phrase.number("W"))


def _shared_month(phrase: Phrase) -> Meaning | None:
    """The first day of "20-22 March 2023" or "January 25 and 29": the month stands with the other one."""
    month = first_number(phrase.behind, "M")
    year = first_number(phrase.behind[:7], "Y")
    return _named_day(year, month, phrase.number("NO") or 0)


def _second_day(phrase: Phrase) -> Meaning | None:
    year = first_number(phrase.tokens, "Y")
    return _named_day(year, first_number(phrase.before, "M"), phrase.number("NO") or 0)


def _month_day_of_shared_year(phrase: Phrase) -> Meaning | None:
    """The first day of "March 3-5, 2009" and "May 3, 4 and 5, 2012": the year stands with the last one."""
    meaning = _named_day(first_number(phrase.behind, "Y"), phrase.number("M"), phrase.number("NO") or 0)
    return replace(meaning, weekday=phrase.number("W")) if meaning is not None and phrase.has("W") else meaning


def _listed_day(phrase: Phrase) -> Meaning | None:
    """A further day of "May 3, 4 and 5, 2012": the month stands with the first one, the year with the last."""
    for token in phrase.before:
        if token.letter == "M":
            year = first_number([*phrase.tokens, *phrase.behind], "Y")
            return _named_day(year, first_number([token], "M"), phrase.number("NO") or 0)
        if token.letter not in ",&NO":
            return None
    return None


def _named_day(year: int | None, month: int | None, day: int) -> Meaning | None:
    if month is None or not 1 <= day <= LONGEST_MONTH:
        return None
    if year is None:
        return Meaning(Kind.MONTH, month=month, day=day)
    return Meaning(Kind.EXPLICIT, year=year, month=month, day=day)


def _foreign_hyphenated(phrase: Phrase) -> Meaning | None:
    """Read "3-yanvar, 2015", "3-январь" as Uzbek and Kyrgyz write days."""
    return None if phrase.lang in LANGUAGES else _month_day(phrase)


def _hyphenated(phrase: Phrase) -> Meaning | None:
    """Read "31-Dec-2010", "31/Dec/2010" as databases and tables write days."""
    signs = {(phrase.stretch[at - 1].end, phrase.stretch[at].start) for at in range(phrase.start + 1, phrase.end)}
    if phrase.lang != "en" or any(end != start for end, start in signs):
        return None
    return _named_day(phrase.number("Y"), phrase.number("M"), phrase.number("N") or 0)


def _month_of_shared_year(phrase: Phrase) -> Meaning:
    """The first month of "May to August 1950", and of "November to April 1950", which began the year before."""
    day, month = phrase.number("NO"), phrase.number("M") or 0
    year, last = first_number(phrase.behind, "Y") or 0, first_number(phrase.behind, "M") or month
    return Meaning(Kind.EXPLICIT, year=year - (month > last), month=month, day=day, mod=mod(phrase))


def _year(phrase: Phrase) -> Meaning | None:
    """A year; "up to" and "at least" in front of it are prepositions, not modifiers."""
    if phrase.word("x") not in ("", "APPROX"):
        return None
    return Meaning(Kind.EXPLICIT, year=phrase.number("Y"), mod=mod(phrase))


def _short_year(phrase: Phrase) -> Meaning | None:
    """The second year of "1955-57", and of "2009/10" when it is the next one."""
    first, last = first_number(phrase.before, "Y"), phrase.number("N")
    if first is None or last is None or not first % 100 < last < 100:
        return None
    sign, end = phrase.before[0], phrase.tokens[0].start
    if sign.letter == "&" and (end - sign.start != 1 or last != first % 100 + 1):
        return None
    return Meaning(Kind.EXPLICIT, year=first - first % 100 + last)


def _year_of_shared_era(phrase: Phrase) -> Meaning | None:
    """The first year of "499-493 BC", "98 to 117 AD": the era stands with the other one."""
    first, last = phrase.number("N"), first_number(phrase.behind, "Y")
    if first is None or last is None or abs(last) >= _ERA_END:
        return None
    if last < 0:
        return Meaning(Kind.EXPLICIT, year=-first) if first > -last else None
    return Meaning(Kind.EXPLICIT, year=first) if 0 < first < last else None


def _written(phrase: Phrase) -> Meaning | None:
    """A date in digits: year first, else day or month first as the numbers allow; when both do, month first in English with slashes (US), else day first."""
    match = _WRITTEN.fullmatch(phrase.word("I"))
    if match is None:
        return _written_in_part(phrase.word("I"))
    first, second, third = (int(match[group]) for group in (1, 2, 3))
    if first > 31:
        year, month, day = first, second, third
    else:
        is_month_first = phrase.lang == "en" and "/" in match[0] and first <= 12
        day, month, year = (second, first, third) if is_month_first else (first, second, third)
        if month > 12:
            day, month = month, day
    if len(match[3]) == 2 and first <= 31:
        year += 2000 if year < 70 else 1900
    if not (1 <= month <= 12 and 1 <= day <= LONGEST_MONTH):
        return None
    time = f"T{match[4]}" if match[4] else ""
    known = western_year(year, phrase.lang)
    if known is None:
        return None
    return Meaning(Kind.EXPLICIT, "TIME" if time else "DATE", year=known, month=month, day=day, time=time)


def _written_in_part(words: str) -> Meaning | None:
    """`2023-3`, `2023` and `--3-20`, as Chinese, Japanese and Korean dates give them."""
    has_year = not words.startswith("--")
    parts = [int(part) for part in words.lstrip("-").split("-") if part.isdigit()]
    year = parts.pop(0) if has_year and parts else None
    month, day = (parts + [None, None])[:2]
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= LONGEST_MONTH):
        return None
    if year is not None:
        return Meaning(Kind.EXPLICIT, year=year, month=month, day=day)
    return Meaning(Kind.MONTH, month=month, day=day) if month is not None else None


def _holiday(phrase: Phrase) -> Meaning:
    return Meaning(
        Kind.HOLIDAY, value=phrase.word("H"), year=phrase.number("Y"), direction=direction(phrase), mod=mod(phrase)
    )


def _holiday_of_date(phrase: Phrase) -> Meaning:
    """Read "Christmas Eve" of "Christmas Eve, Dec. 24, 2009": the date behind it tells the year."""
    return replace(_holiday(phrase), year=first_number(phrase.behind, "Y"))


def _holiday_week(phrase: Phrase) -> Meaning | None:
    """Read "Easter week", "Thanksgiving weekend": the week or weekend that holds the day."""
    unit = phrase.word("U")
    if phrase.lang != "en" or unit not in ("week", "weekend"):
        return None
    return Meaning(
        Kind.HOLIDAY,
        value=phrase.word("H"),
        unit=unit,
        year=phrase.number("Y"),
        direction=direction(phrase),
        mod=mod(phrase),
    )


_WEEKDAY_FIRST: Final = r"(?:t?[inl]?C?W,?)?1?"
_DAY: Final = r"(?:t(?=O))?1?[lnp]?[NO]o?[ilnpvC]?M"
_NEXT_DAY: Final = r"(?:,|,?[-&>])[NO]"
RULES: Final[tuple[Rule, ...]] = (
    rule(rf"{_WEEKDAY_FIRST}M[NO](?=(?:{_NEXT_DAY}){{1,4}},?Y)", _month_day_of_shared_year),
    rule(r"M[NO](?=,?[-&>]M[NO],?Y)", _month_of_shared_year),
    rule(r"1?[NO]o?M(?=[-&>]1?[NO]o?M,?o?Y)", _month_of_shared_year),
    *timed(rf"{_WEEKDAY_FIRST}[xlnipv]?M[NO](?:{_MONTH_TAIL})?(?!-?[Uu])", _month_day),
    *timed(rf"{_WEEKDAY_FIRST}{_DAY}(?:{_MONTH_TAIL}|[ln])?", _month_day),
    rule(rf"{_WEEKDAY_FIRST}(?:[xlnipv]?M[NO]|{_DAY})(?={_UNIT_BEHIND})", _month_day),
    rule(rf"e(?:M[NO]|{_DAY})(?:{_MONTH_TAIL})?(?!-?[Uu])", _edge_of_day),
    *timed(r"1?[lnp]?U[NO]o?M(?:oY)?", _month_day),
    *timed(r"MtO(?:,?Y)?", _month_day),
    rule(r"N-M-Y|N&M&Y", _hyphenated),
    rule(r"(?:W,?)?N-M(?:,?o?Y)?", _foreign_hyphenated),
    rule(r"1?[NO]o?MN", _day_of_short_year),
    rule(r"MN", _month_of_short_year),
    rule(r"(?:tO|1?[NO])(?=[-&>,]1?t?[NO]o?M)", _shared_month),
    rule(r"1u?[NO](?=(?:1|[-&>,]1?)[NO]o?M)", _shared_month),
    rule(r"(?:tO|1?[NO])(?=(?:,1?[NO]){1,5},?&1?t?[NO]o?M)", _shared_month),
    rule(r"t[NO](?=t[NO]o?M)", _shared_month),
    rule(r"(?<=M[NO][-&>])[NO](?:,?Y)?(?!o?M|[-]?[Uu])", _second_day),
    rule(rf"(?<=M[NO],)[NO](?=(?:{_NEXT_DAY}){{1,4}},?Y)", _listed_day),
    rule(rf"(?<=,[NO],)[NO](?=(?:{_NEXT_DAY}){{1,4}},?Y)", _listed_day),
    rule(r"(?<=,[NO]&)[NO],?Y", _listed_day),
    rule(r"(?<=[NO],&)[NO],?Y", _listed_day),
    rule(r"t?(?:e-?)?M(?=[-&>Q]t?(?:e-?)?M,?o?Y)", _month_of_shared_year),
    rule(r"(?:e-?)?M(?=[->](?:e-?)?M(?!,?o?[NY]))", _first_of_months),
    rule(rf"(?:t?e-?t?|[bz]Q?)?(?:1?[lnipvC]|iC)?M(?:{_MONTH_TAIL}|[lnp])?", _month),
    rule(rf"(?:t?e-?t?|[bz]Q?)?(?:1?[lnipvC]|iC)?M(?={_UNIT_BEHIND})", _month),
    rule(r"e?t[fv]M", _month_beside),
    rule(r"(?:hs?|s)M", _month),
    rule(r"x?t?e-?t?Y", _year),
    rule(r"x?1?Y", _year),
    rule(r"x?e?t?[Uu]1?Y", _year_word),
    rule(r"tUN", _year_word),
    rule(r"(?<=Q)UN", _year_word),
    rule(r"e?t?[lnp]?UoM(?:o?1?Y|[lnp])?", _month_word),
    rule(r"1?[lnpC]?U[NO]", _day_of_month),
    rule(r"tO", _day_alone),
    rule(r"tOo(?:[lnp]|iC?|tC)U", _day_of_near_month),
    rule(r"WtO", _weekday_and_day),
    rule(r"1?N(?=[-&>]1?Y)", _year_of_shared_era),
    rule(r"(?<=Y[-&])N", _short_year),
    *timed(rf"{_WEEKDAY_FIRST}I", _written),
    rule(r"e?t?H(?=,(?:M[NO]|[NO]o?M),?o?Y)", _holiday_of_date),
    *timed(r"e?t?[lnipvC]?H(?:,?o?Y)?", _holiday)[:3],
    rule(r"e?t?[lnipvC]?HUY?", _holiday_week),
)
