"""Times of day: clock times, parts of the day, and how they attach to a date.

Belongs here: reading a time and giving a date rule its "at 9 a.m.", "morning", "on the night of". Does not: the dates (dates.py, units.py).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from transforms.temporal.calendars import LONGEST_MONTH
from transforms.temporal.grammar.rule import Builder, Phrase, Rule, rule
from transforms.temporal.meaning import Kind, Meaning

_CLOCK: Final = re.compile(
    r"(\d{1,2})(?:(?::|\.| ?h ?| ?uhr ?)(\d\d))?(?::(\d\d))?(?: ?(?:uhr|h(?:eures?)?))?(?: ?([ap])\.?m\.?)?"
)
_AGENCY_CLOCK: Final = re.compile(r"(\d\d)(\d\d)")
# TIMEX3 codes of parts of the day; noon and midnight are clock times (TimeML 1.2.1)
_PARTS: Final = {"": "", "MI": "T12:00", "MN": "T24:00"}
_FIRST_HOURS: Final = {"MO": 0, "AF": 12, "EV": 12, "NI": 12}  # what the hours of a part are counted from
_NIGHT_ENDS: Final = 6  # o'clock
BEFORE_DATE: Final = r"(?:x?t?KZ?,?[oQt]{0,2}|[xe]?-?t?e?-?t?PZ?u?,?[oQ]?t?)"
_HOUR_OF_PART: Final = re.compile(r"1?N[oQ][t1]P[oQ]?")
BEHIND_DATE: Final = r"(?:-?P|Q?t?KZ?|,KZ|Qt?P)"


def part_suffix(part: str) -> str:
    """The TIMEX3 suffix of a part of the day: `TMO`."""
    return _PARTS.get(part, f"T{part}")


def clock_suffix(words: str) -> str | None:
    """The TIMEX3 suffix of a clock time, `T21:45`; null when there is no such time."""
    match = _AGENCY_CLOCK.fullmatch(words) or _CLOCK.fullmatch(words)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match.re is _CLOCK and match[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[4] == "p" else 0)
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def time_suffix(phrase: Phrase) -> str | None:
    """The time of day that a phrase gives: `TMO`, `T09:00`, `T12:00Z`; empty without one, null when it is impossible."""
    clock, part = phrase.word("K"), phrase.word("P")
    suffix = clock_suffix(clock) if clock else part_suffix(part)
    if clock and suffix and not clock.endswith(("m", "m.")):
        suffix = _in_part(suffix, part)
    return suffix + "Z" if suffix and ":" in suffix and phrase.word("Z") == "Z" else suffix


def _in_part(suffix: str, part: str) -> str:
    """The clock time in a part of the day: "nine o'clock in the evening" is 21:00; the small hours stay at night."""
    hour = int(suffix[1:3])
    is_later = bool(_FIRST_HOURS.get(part)) and hour < 12 and not (part == "NI" and hour < _NIGHT_ENDS)
    return f"T{hour + 12}{suffix[3:]}" if is_later else suffix


def timed(pattern: str, build: Builder) -> tuple[Rule, ...]:
    """A date rule, plain and with a time of day before or behind the date, or an hour before it and the part of the day behind."""
    return (
        rule(pattern, build),
        rule(f"{BEFORE_DATE}(?:{pattern})", _with_time(build)),
        rule(f"(?:{pattern}){BEHIND_DATE}", _with_time(build)),
        rule(rf"x?t?KZ?,?[oQt]{{0,2}}(?:{pattern})P", _with_time(build)),
        rule(rf"x?t?K[oQ]?t?P[oQt]{{0,2}}(?:{pattern})", _with_time(build)),
        rule(rf"{_HOUR_OF_PART.pattern}(?:{pattern})", _with_hour_of_part(build)),
    )


def _with_time(build: Builder) -> Builder:
    def built(phrase: Phrase) -> Meaning | None:
        meaning, suffix = build(phrase), time_suffix(phrase)
        if meaning is None or suffix is None:
            return None
        return replace(meaning, type="TIME", time=suffix) if suffix else meaning

    return built


def _with_hour_of_part(build: Builder) -> Builder:
    """Read "las cinco de la tarde del viernes": the hour stands in front of the phrase that `build` reads."""

    def built(phrase: Phrase) -> Meaning | None:
        hour = _HOUR_OF_PART.match(phrase.letters)
        split = phrase.start + (hour.end() if hour else 0)
        time = _hour_of_part(
            Phrase(phrase.stretch, phrase.start, split, phrase.letters[: split - phrase.start], phrase.lang)
        )
        day = build(Phrase(phrase.stretch, split, phrase.end, phrase.letters[split - phrase.start :], phrase.lang))
        return replace(day, type="TIME", time=time.time) if day is not None and time is not None else None

    return built


def _bare_clock(phrase: Phrase) -> Meaning | None:
    suffix = time_suffix(phrase)
    if not suffix:
        return None
    return Meaning(Kind.TIME, "TIME", time=suffix, mod=phrase.word("xe") or None)


def _hour_of_part(phrase: Phrase) -> Meaning | None:
    """Read "4 in the morning", "las seis de la tarde"."""
    hour, part = phrase.number("N"), phrase.word("P")
    if hour is None or not 1 <= hour <= 12 or part not in _FIRST_HOURS:
        return None
    hour = hour % 12 + _FIRST_HOURS[part]
    return Meaning(Kind.TIME, "TIME", time=f"T{hour:02d}:00")


def _bare_part(phrase: Phrase) -> Meaning | None:
    """Read "at noon", "mid-afternoon"; a bare "morning" is no date, "High Noon" a film, a bare "night" a date in histories only (TIDES TIMEX2)."""
    part = phrase.word("P")
    is_part_of_date = bool(phrase.behind) and phrase.behind[0].letter == "o"
    if phrase.lang == "en" and part == "NI" and len(phrase.tokens) == 1 and not is_part_of_date:
        return Meaning(Kind.VALUE, "TIME", value="XXXX-XX-XXTNI", is_background=True)
    # in English validate.py asks for the preposition
    is_placed = phrase.lang == "en" or bool(phrase.before) and phrase.before[0].letter in "Qx~>2"
    if not phrase.has("e") and not (part in _PARTS and is_placed):
        return None
    return Meaning(Kind.TIME, "TIME", time=part_suffix(part), mod=phrase.word("e") or None)


def _part_before(phrase: Phrase) -> Meaning:
    """Read "the night before" where nothing follows."""
    time = part_suffix(phrase.word("P"))
    return Meaning(Kind.NARRATIVE_OFFSET, "TIME", unit="day", amount=-1, time=time)


def _part_of_last_day(phrase: Phrase) -> Meaning:
    amount = 1 if phrase.has("nf") else -1 if phrase.has("v") else 0
    return Meaning(
        Kind.NARRATIVE_OFFSET,
        "TIME",
        unit="day",
        amount=amount,
        time=part_suffix(phrase.word("P")),
        mod=phrase.word("e") or None,
    )


def _part_with_article(phrase: Phrase) -> Meaning | None:
    """Read "la noche", "am Abend": of the day the text speaks of; in English too common to be a date."""
    if phrase.lang == "en" or (phrase.lang != "de" and not phrase.has("t1")):
        return None
    return Meaning(Kind.TIME, "TIME", time=part_suffix(phrase.word("P")))


def _first_hours_of_part(phrase: Phrase) -> Meaning | None:
    """Read "las primeras horas de la mañana" as the morning; English leaves "the early hours of" outside (TempEval-3)."""
    if phrase.lang != "es" or phrase.word("u") != "hour":
        return None
    return Meaning(Kind.TIME, "TIME", time=part_suffix(phrase.word("P")))


def _night_of_two_days(phrase: Phrase) -> Meaning | None:
    """Read "the night of 5-6 June 1944", "the night of May 24/25": it begins on the first day."""
    first, second = (token.value for token in phrase.tokens if token.letter in "NO")
    if phrase.lang != "en" or not isinstance(first, int) or not 1 <= first <= LONGEST_MONTH:
        return None
    if second not in (first + 1, 1):
        return None
    year, time = phrase.number("Y"), part_suffix(phrase.word("P"))
    kind = Kind.MONTH if year is None else Kind.EXPLICIT
    return Meaning(kind, "TIME", year=year, month=phrase.number("M"), day=first, time=time)


def ordinal_day(phrase: Phrase) -> int | None:
    """The day of an ordinal in figures that counts no unit: the 7 of "the 7th", none in "the 7th week" and "the seventh"."""
    day = phrase.number("O")
    if phrase.lang != "en" or phrase.tokens[-1].is_spelled or any(token.letter in "uU" for token in phrase.behind):
        return None
    return day if day is not None and 1 <= day <= LONGEST_MONTH else None


def _part_of_day_alone(phrase: Phrase) -> Meaning | None:
    """Read "the morning of the 7th" (validate.py asks what follows)."""
    day = ordinal_day(phrase)
    if day is None:
        return None
    return Meaning(Kind.DAY_OF_MONTH, "TIME", day=day, time=part_suffix(phrase.word("P")))


RULES: Final[tuple[Rule, ...]] = (
    rule(r"t?Po(?:1?t?[NO][-&>]1?t?[NO]o?M|M[NO][-&>][NO])(?:,?o?Y)?", _night_of_two_days),
    rule(r"t?PotO", _part_of_day_alone),
    rule(r"x?1?KZ?(?:[oQ]?t?P)?", _bare_clock),
    rule(r"1?N[oQ]tP", _hour_of_part),
    rule(r"(?:e-?)?P", _bare_part),
    rule(r"tP~", _part_before),
    rule(r"[ebz]?Q?[hs]P", _part_of_last_day),
    rule(r"e?t[nfv]P", _part_of_last_day),
    rule(r"tP[fv]", _part_of_last_day),
    rule(r"tP", _part_with_article),
    rule(r"t[Oe]uotP(?!o)", _first_hours_of_part),
    rule(r"(?<=Q)P", _part_with_article),
)
