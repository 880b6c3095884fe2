"""Whether a text is news, an essay or a narrative about the past.

Where from: a narrative counts from its own dates (94 % of WikiWars' days lie in the year of the date before).
Belongs here: the choice of mode from the text. Does not: what the mode changes (context.py, resolve/).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Final

from transforms.temporal.grammar import Parsed
from transforms.temporal.lexicon import cue_words
from transforms.temporal.meaning import Kind, Meaning
from transforms.temporal.scan import spelled

MIN_PAST_DATES: Final = 4  # a narrative names at least so many years
PAST_YEARS: Final = 2  # a year this far before the publication is past
LONG_PAST_YEARS: Final = 10  # an account of old events begins with a date at least so far back
MEMORY_YEARS: Final = 80
DEICTIC_WEIGHT: Final = 2  # one "yesterday" speaks against as many past years
ESSAY_LENGTH: Final = 2000  # characters; a shorter text is a notice
ESSAY_DAYS: Final = 2  # a report of the day names at least so many other days near it
ESSAY_LANGUAGES: Final = frozenset({"de"})
LEAD: Final = 500  # characters: news says in its first lines when it happened
# a report has at least so many verbs in the present, and so many for each word: in a thousand words 10 to 40, WikiWars 0 to 8
PRESENT_VERBS: Final = 3
PRESENT_SHARE: Final = 0.01
# "BOSTON (Reuters) - ", "MIAMI (AP) _ "
_AGENCY: Final = re.compile(r"[^()\n]{0,60}\([A-Z][\w .,-]{1,24}\)\s?(?:--?|[_\u2013\u2014])\s")
# by names of their own: Python 3.11 takes 0.1 to 0.3 us to look up a member of an enumeration
_EXPLICIT: Final = Kind.EXPLICIT
_MONTH: Final = Kind.MONTH
_PART: Final = Kind.PART
_YEAR_MONTHS: Final = 12
_MONTH_DAYS: Final = 30.4
_DEICTIC: Final = frozenset({Kind.WEEKDAY, Kind.OFFSET})


def is_narrative(text: str, found: Sequence[tuple[int, Parsed]], reference: date | None, lang: str = "en") -> bool:
    """Whether a text tells of the past in the past tense: its dates say so (`_tells_of_past`), and it hardly has a verb in the present."""
    return _tells_of_past(text, found, reference) and not _speaks_in_present(text, lang)


def _speaks_in_present(text: str, lang: str) -> bool:
    """Whether verbs in the present are as frequent as in reports that only look back: "is suing", "has said", "will open"."""
    pattern = _present_verbs(lang)
    n_verbs = len(pattern.findall(text)) if pattern is not None else 0
    return n_verbs >= PRESENT_VERBS and n_verbs >= PRESENT_SHARE * len(text.split())


@cache
def _present_verbs(lang: str) -> re.Pattern[str] | None:
    verbs = cue_words(lang, "present")
    return re.compile(rf"\b(?:{spelled(verbs)})\b", re.IGNORECASE) if verbs else None


def _tells_of_past(text: str, found: Sequence[tuple[int, Parsed]], reference: date | None) -> bool:
    """Whether years long past outweigh words that count from the publication ("yesterday", "last week", weekdays) and years of its own time.

    `found`: where each expression starts, and its phrase. A text with an agency's dateline is news, and so is one whose first lines count from the
    publication (`_opens_as_news`). One that begins with a day, month or season long past, and names nothing of its own time, is a narrative.
    """
    if _AGENCY.match(text) or reference is not None and _opens_as_news(found, reference):
        return False
    past = own_time = deictic = 0
    first = found[0][1].meaning if found else None
    newest_year = 0
    for _, parsed in found:
        meaning = parsed.meaning
        if meaning.kind is _EXPLICIT and meaning.year is not None:
            newest_year = max(newest_year, meaning.year)
            if reference is None or meaning.year <= reference.year - PAST_YEARS:
                past += 1
            else:
                own_time += 1
        elif meaning.kind in _DEICTIC:
            deictic += 1
    if first is not None and first.year is not None and not deictic and not own_time and reference is not None:
        is_dated = first.month is not None or first.kind is _PART
        if first.year <= reference.year - LONG_PAST_YEARS if is_dated else _is_old(past, newest_year, reference):
            return True
    return past >= MIN_PAST_DATES and past > max(deictic * DEICTIC_WEIGHT, own_time)


def _is_old(n_years: int, newest_year: int, reference: date) -> bool:
    """Whether a text that begins with a year alone names several, all out of living memory."""
    return n_years > 1 and newest_year <= reference.year - MEMORY_YEARS


def _opens_as_news(found: Sequence[tuple[int, Parsed]], reference: date) -> bool:
    """Whether the first lines have a word that counts from the publication, a day without a year, or a date of its own time before any past year."""
    past = False
    for start, parsed in found:
        if start >= LEAD:
            return False
        meaning = parsed.meaning
        if (meaning.kind is _EXPLICIT or meaning.kind is _PART) and meaning.year is not None:
            if meaning.year <= reference.year - PAST_YEARS:
                past = True
            elif meaning.month is not None or not past and meaning.year == reference.year:
                return True
        elif meaning.kind in _DEICTIC or meaning.kind is _MONTH and meaning.day is not None and not past:
            return True
    return False


def is_essay(found: Iterable[tuple[int, Parsed]], length: int, lang: str) -> bool:
    """Whether "today" means nowadays: a long German text that names hardly another day near its publication.

    Measured on KRAUTS: 29 of 38 "heute" are `PRESENT_REF`; English "today" is the day in 44 of 45 (TempEval-3), Spanish "hoy" in 80 of 86.
    """
    if lang not in ESSAY_LANGUAGES or length < ESSAY_LENGTH:
        return False
    days = sum(_is_near_day(parsed.meaning) for _, parsed in found)
    return days < ESSAY_DAYS


def _is_near_day(meaning: Meaning) -> bool:
    return meaning.kind is Kind.WEEKDAY or (
        meaning.kind is Kind.OFFSET and meaning.unit == "day" and bool(meaning.amount or meaning.time)
    )


def excursions(found: Sequence[tuple[int, Parsed]]) -> frozenset[int]:
    """Where a narrative names a year only in passing: it lies outside the years named before and behind it ("declassified in 2005").

    Gives the starts of such expressions; what follows them counts from the year before. Measured on half of WikiWars: 28 dates come right, 10 go wrong.
    """
    named = [(start, parsed.meaning) for start, parsed in found if _names_year(parsed.meaning)]
    aside: set[int] = set()
    before: int | None = None
    for (start, meaning), (_, following) in pairwise(named):
        year, after = meaning.year or 0, following.year or 0
        if before is not None and meaning.day is None and not min(before, after) <= year <= max(before, after):
            aside.add(start)
        else:
            before = year
    return frozenset(aside)


def written_dates(found: Iterable[tuple[int, Parsed]], aside: frozenset[int]) -> list[tuple[int, float]]:
    """Where the dates of a narrative that say their year start, and where in months since year 0 they end; without those named in passing."""
    return [
        (start, _end_in_months(parsed.meaning))
        for start, parsed in found
        if _names_year(parsed.meaning) and start not in aside
    ]


def _end_in_months(meaning: Meaning) -> float:
    months = (meaning.year or 0) * _YEAR_MONTHS
    if meaning.month is None:
        return months + _YEAR_MONTHS
    return months + (meaning.month if meaning.day is None else meaning.month - 1 + meaning.day / _MONTH_DAYS)


def _names_year(meaning: Meaning) -> bool:
    return meaning.kind is _EXPLICIT and meaning.year is not None and not meaning.unit
