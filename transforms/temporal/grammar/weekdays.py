"""Rules for weekdays: "on Friday", "Tuesday last week", "three Sundays ago", "the first Monday in March".

Belongs here: phrases whose day is told by its weekday. Does not: a weekday beside a month and a day (dates.py), weekdays that recur (durations.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.grammar.clock import part_suffix, timed
from transforms.temporal.grammar.dates import DIRECTIONS, direction, mod
from transforms.temporal.grammar.rule import Phrase, Rule, rule
from transforms.temporal.meaning import Kind, Meaning

_WEEKDAYS_IN_MONTH: Final = 4  # every month has so many of each
_WEEK_DAYS: Final = 7


def _weekday(phrase: Phrase) -> Meaning:
    return Meaning(
        Kind.WEEKDAY,
        weekday=phrase.number("W"),
        direction=direction(phrase),
        of_last=phrase.has("f") or (phrase.lang != "de" and phrase.has("v")),  # "vorigen Freitag" is last Friday
        mod=mod(phrase),
    )


def _weekday_part(phrase: Phrase) -> Meaning:
    """Read "Montagabend": a weekday and a part of it in one word."""
    words = phrase.word("%")
    weekday, part = int(words[0]), words[1:]
    return Meaning(
        Kind.WEEKDAY, "TIME", weekday=weekday, direction=direction(phrase), time=part_suffix(part), mod=mod(phrase)
    )


def _night_before_weekday(phrase: Phrase) -> Meaning | None:
    """Read "der Nacht zum Sonntag": the night of Saturday."""
    if phrase.lang != "de" or phrase.word("P") != "NI":
        return None
    return Meaning(Kind.WEEKDAY, "TIME", weekday=phrase.number("W"), amount=-1, time=part_suffix("NI"))


def _weekday_of_week(phrase: Phrase) -> Meaning | None:
    """Read "Tuesday last week", "Friday of next week": that day of the week."""
    if phrase.word("U") != "week":
        return None
    return Meaning(
        Kind.WEEKDAY, unit="week", weekday=phrase.number("W"), amount=direction(phrase) or 0, mod=mod(phrase)
    )


def _weekday_of_shared_week(phrase: Phrase) -> Meaning | None:
    """The first day of "Tuesday and Wednesday of last week": the week stands with the other one."""
    behind = phrase.behind
    at = next(place for place, token in enumerate(behind) if token.letter == "U")
    if behind[at].value != "week":
        return None
    ways = [DIRECTIONS[token.letter] for token in behind[:at] if token.letter in DIRECTIONS]
    return Meaning(Kind.WEEKDAY, unit="week", weekday=phrase.number("W"), amount=ways[0] if ways else 0)


def _weekday_weeks_ago(phrase: Phrase) -> Meaning | None:
    """Read "a week ago Friday": weeks before the latest Friday."""
    weeks = phrase.number("N") if phrase.has("N") else 1
    if phrase.word("Uu") != "week" or weeks is None:
        return None
    return Meaning(Kind.WEEKDAY, unit="day", weekday=phrase.number("W"), amount=-_WEEK_DAYS * weeks, direction=-1)


def _weekdays_ago(phrase: Phrase) -> Meaning | None:
    """Read "three Sundays ago": the third one back."""
    count = phrase.number("N")
    if count is None or count < 1:
        return None
    return Meaning(Kind.WEEKDAY, unit="day", weekday=phrase.number("8"), amount=-_WEEK_DAYS * (count - 1), direction=-1)


def _weeks_from_weekday(phrase: Phrase) -> Meaning | None:
    """Read "a week from Friday": weeks behind the next Friday."""
    weeks = phrase.number("N") if phrase.has("N") else 1
    if phrase.word("Uu") != "week" or weeks is None:
        return None
    return Meaning(Kind.WEEKDAY, unit="day", weekday=phrase.number(";"), amount=_WEEK_DAYS * weeks, direction=1)


def _weekday_of_every_month(phrase: Phrase) -> Meaning | None:
    """Read "the second Tuesday of each month": it recurs."""
    if phrase.lang != "en" or phrase.word("U") not in ("month", "year"):
        return None
    return _recurring(phrase)


def _further_weekday(phrase: Phrase) -> Meaning | None:
    """Read "Friday" of "every Monday, Wednesday and Friday": it recurs, too."""
    leads = next((token.letter for token in phrase.before if token.letter not in "W&,"), "")
    return _recurring(phrase) if leads == "k" and phrase.lang == "en" else None


def _recurring(phrase: Phrase) -> Meaning:
    return Meaning(Kind.VALUE, "SET", value=f"XXXX-WXX-{(phrase.number('W') or 0) + 1}")


def _weekday_of_month(phrase: Phrase) -> Meaning | None:
    """Read "the first Monday in March", "the last Friday of May 2012": that day."""
    index = -1 if phrase.has("l") else phrase.number("O")
    if phrase.lang != "en" or index is None or not (index == -1 or 1 <= index <= _WEEKDAYS_IN_MONTH):
        return None
    year, weekday = phrase.number("Y"), phrase.number("W")
    kind = Kind.MONTH if year is None else Kind.EXPLICIT
    return Meaning(kind, year=year, month=phrase.number("M"), weekday=weekday, index=index)


RULES: Final[tuple[Rule, ...]] = (
    rule(r"tPQW", _night_before_weekday),
    rule(r"W(?=[-,&>]Wo?t?[lnpiC]U)", _weekday_of_shared_week),
    rule(r"(?<=[&,])W(?!,?[MO])", _further_weekday),
    *timed(r"(?:[eb]-?|[bz]Q|z|t(?=[lnpvfC])|1)?(?:[lnpvf]|iC?|C)?W[lnpvf]?", _weekday),
    rule(r"e?[lnpiC]?%", _weekday_part),
    rule(r"e?Wo?t?[lnpiC]U", _weekday_of_week),
    rule(r"t[Ol]W[oQ]M(?:,?o?Y)?", _weekday_of_month),
    rule(r"t?[Ol]WokU", _weekday_of_every_month),
    rule(r"[aN][Uu]gW", _weekday_weeks_ago),
    rule(r"N8g", _weekdays_ago),
    rule(r"[aN][Uu];", _weeks_from_weekday),
)
