"""Full dates in words and numbers, as pages print them below a headline: `19. Oktober 2019`, `March 21, 2023`, `2023年3月21日`.

Belongs here: one printed date with day, month and year -> day. Does not: machine-readable timestamps (published.py), dates in sentences
(transforms.temporal). Month names come from Unicode CLDR (through Babel) and from the vocabulary. What leaves open which number is the
month (`03/04/2023`) gives nothing, unless a weekday decides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from babel import Locale

from transforms.articles.vocabulary import vocabulary

LOCALES: Final = tuple(
    [
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "cs",
        "sk",
        "hu",
        "ro",
        "bg",
        "hr",
        "sr",
        "sl",
        "mk",
        "sq",
        "el",
        "tr",
        "ru",
        "uk",
        "be",
        "lt",
        "lv",
        "et",
        "fi",
        "sv",
        "nb",
        "nn",
        "da",
        "is",
        "ca",
        "gl",
        "eu",
        "ga",
        "cy",
        "af",
        "id",
        "ms",
        "vi",
        "sw",
        "fa",
        "ar",
        "he",
        "hi",
    ]
)
"""Languages whose months are known; a word that is another month in two of them (`listopad`) is left out."""
MAX_LENGTH: Final = 80
"""Printed dates are shorter; the patterns are not linear in longer texts."""

_WORD: Final = r"[^\W\d_]+(?:['’.][^\W\d_]+)*"
_YEAR: Final = r"(?P<y>(?:1[6-9]|20)\d\d)(?!\d)"
_DAY: Final = r"(?<!\d)(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|º|ª)?"
_IN_WORDS: Final = (
    re.compile(rf"{_DAY}[.,]?\s*(?:de\s+|of\s+|-)?(?P<m>{_WORD})[.,]?\s*(?:de[l]?\s+|-)?{_YEAR}"),
    re.compile(rf"(?P<m>{_WORD})\.?\s+{_DAY}\.?,?\s+(?:de\s+|at\s+)?{_YEAR}"),
    re.compile(rf"(?<!\d){_YEAR}[.,]?\s*(?:m\.\s*)?(?P<m>{_WORD})\.?\s+{_DAY}(?!\d)"),
)
_EAST_ASIAN: Final = re.compile(r"(?P<y>(?:1[6-9]|20)\d\d)\s*[年년]\s*(?P<m>\d\d?)\s*[月월]\s*(?P<d>\d\d?)\s*[日일]")
_DOTTED: Final = re.compile(rf"{_DAY}\.\s?(?P<m>[01]?\d)\.\s?{_YEAR}")
_SLASHED: Final = re.compile(
    rf"(?:(?P<w>{_WORD})[.,]?\s+)?(?<!\d)(?P<a>[0-3]?\d)(?P<s>[/-])(?P<b>[0-3]?\d)(?P=s){_YEAR}"
)


def written_day(text: str) -> date | None:
    """The first full date printed in a short text; null when there is none or it can be read in two ways."""
    return next(_days(text[:MAX_LENGTH]), None)


def _days(text: str) -> Iterator[date]:
    for pattern in (_EAST_ASIAN, _DOTTED):
        for match in pattern.finditer(text):
            yield from _day(match["y"], int(match["m"]), match["d"])
    for pattern in _IN_WORDS:
        for match in pattern.finditer(text):
            yield from _day(match["y"], _months().get(match["m"].casefold().rstrip("."), 0), match["d"])
    for match in _SLASHED.finditer(text):
        first, second = int(match["a"]), int(match["b"])
        if first > 12 or first == second:
            yield from _day(match["y"], second, match["a"])
        elif second > 12:
            yield from _day(match["y"], first, match["b"])
        elif match["w"]:
            yield from _on_weekday(match)


def _on_weekday(match: re.Match[str]) -> Iterator[date]:
    """The one of the two readings that falls on the weekday before it: `Tue, 03/12/2024`."""
    weekday = _weekdays().get(match["w"].casefold().rstrip("."))
    readings = (*_day(match["y"], int(match["b"]), match["a"]), *_day(match["y"], int(match["a"]), match["b"]))
    fitting = [day for day in readings if day.weekday() == weekday]
    if len(fitting) == 1:
        yield fitting[0]


def _day(year: str, month: int, day: str) -> Iterator[date]:
    try:
        yield date(int(year), month, int(day))
    except ValueError:
        return


@cache
def _weekdays() -> dict[str, int]:
    """Weekday's name in any of the languages, lower case -> 0 (Monday) to 6."""
    return _certain("days")


@cache
def _months() -> dict[str, int]:
    """Month name in any of the languages, lower case -> 1 to 12."""
    return _certain("months") | vocabulary().month_numbers


def _certain(kind: str) -> dict[str, int]:
    """The names of months or days that are the same one in all languages."""
    numbers: dict[str, set[int]] = {}
    for locale in LOCALES:
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in getattr(Locale(locale), kind)[form][width].items():
                    numbers.setdefault(name.casefold().rstrip("."), set()).add(number)
    return {name: found.pop() for name, found in numbers.items() if len(found) == 1 and not name.isdigit()}
