"""Date words of the languages that have no vocabulary file of their own: dateparser's tables, what these lack, and number words, given the same classes.

Belongs here: which of dateparser's words are sure enough to be dates. Does not: grammar and resolving, which are the same for every language.
dateparser's own parser is not run: on bare words it invents the day and the month; its vocabulary of 200 languages is what is needed.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from transforms.vocabulary import read_vocabulary

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS: Final = ("day", "week", "month", "year")
_RELATIVE: Final = re.compile(r"(?:(in) )?(\d) (day|week|month|year)(?(1)| ago)")
_PREFIX: Final = re.compile(r"([^\W\d_]+) \(\\d")
SURE_LENGTH: Final = 4  # letters; a shorter name counts only when the language has no longer one
_CODE: Final = re.compile(r"[a-z]{2,3}")


def foreign_words(lang: str) -> Iterator[tuple[str, str, int | str]]:
    """Each form in lower case with its class letter (lexicon.py) and value; nothing for a language that dateparser does not know."""
    info = table(lang)
    for letter, keys in (("M", _MONTHS), ("W", _WEEKDAYS)):
        for index, key in enumerate(keys):
            for form in _sure(info.get(key, [])):
                yield form, letter, index + (letter == "M")
    for unit in _UNITS:
        for form in info.get(unit, []):
            if len(form) > 1:
                yield form.lower(), "u", unit
    for number, forms in _number_words().get(lang, {}).items():
        for form in forms:
            yield form, "N", int(number)
    prefixes = set(_ago_prefixes(info))
    yield from ((prefix, "2", "ago") for prefix in prefixes)
    for form in info.get("ago", []):
        if form.lower() not in prefixes:
            yield form.lower(), "g", "ago"
    articles = read_vocabulary("dates_other").get(lang, {}).get("article", [])
    for form in info.get("skip", []):
        if form.isalpha() and form not in articles:
            yield form.lower(), "o", "of"
    yield from _relative_words(info)
    yield from _further_words(lang)


def _further_words(lang: str) -> Iterator[tuple[str, str, int | str]]:
    """What the tables lack: names of months and weekdays in other cases, further words for days counted from now."""
    further = read_vocabulary("dates_other").get(lang, {})
    for letter, key in (("M", "months"), ("W", "weekdays")):
        for index, forms in enumerate(further.get(key, [])):
            yield from ((form.replace("_", " "), letter, index + (letter == "M")) for form in forms.split())
    for letter, key in (("o", "of"), ("1", "article")):
        yield from ((form, letter, key) for form in further.get(key, []))
    yield from ((form, "6", counted) for form, counted in further.get("counted", {}).items())


@cache
def table(lang: str) -> dict[str, Any]:
    """Dateparser's table of a language; empty for one that it does not know."""
    if not _CODE.fullmatch(lang):
        return {}
    try:
        info: dict[str, Any] = importlib.import_module(f"dateparser.data.date_translation_data.{lang}").info
    except ModuleNotFoundError:
        return {}
    return info


def _number_words() -> dict[str, dict[str, list[str]]]:
    return read_vocabulary("numbers")


def _sure(forms: list[str]) -> list[str]:
    """The names that are hardly another word: long ones, or the longest there is."""
    longest = max((len(form) for form in forms), default=0)
    return [form.lower() for form in forms if len(form) >= SURE_LENGTH or len(form) == longest]


def _relative_words(info: dict[str, Any]) -> Iterator[tuple[str, str, int | str]]:
    """Words for yesterday, today, last week and the like."""
    for key, forms in info.get("relative-type", {}).items():
        match = _RELATIVE.fullmatch(key)
        if match is None:
            continue
        amount = int(match[2]) * (1 if match[1] else -1)
        for form in forms:
            if len(form) >= SURE_LENGTH or not form.isascii():
                yield form.lower(), "6", f"{match[3]}:{amount}"


def _ago_prefixes(info: dict[str, Any]) -> Iterator[str]:
    """The words that stand in front of a number for "ago": "há 2 dias"."""
    for key, patterns in info.get("relative-type-regex", {}).items():
        if key.endswith(" ago"):
            yield from (prefix[1].lower() for prefix in filter(None, map(_PREFIX.match, patterns)))
