"""Leave out of a sentence what a headline beside a date need not say: the day, asides in brackets, ages, words that join it to the one before.

Belongs here: which words say when, and that a sentence stays right without them. Does not: clauses (condense.py).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from warehouse.timeline.tell import any_of, self_contained, words_that
from warehouse.timeline.tidy import MONTH, tidied

MARK: Final = "\N{SYMBOL FOR UNIT SEPARATOR}"  # where the words for the day stood
SIGNS: Final = " ,;:–-"  # that end no headline
_ASIDE: Final = re.compile(r"\s*(?:\([^()]{0,120}\)|\[[^][]{0,120}\])")
# "the council – ten men – met"
_DASHED: Final = re.compile(rf"\s–\s[^–{MARK}]{{2,80}}\s–\s")
# "Borg Oil BRG.N", "BRGa.PA", ".SXDP": what shares and indices are called where they are traded
_TICKER: Final = re.compile(r"\s(?:(?:[A-Z0-9]{2,6}[a-z]?\.[A-Z]{1,2})+|\.[A-Z]{3,7})(?=[\s,.;'’]|$)")
# "Vella, 54, was ..."; but the comma stays before "the head of the bank"
_AGE: Final = re.compile(r",\s\d{1,3},(?!\s(?:an?|the|who|whose)\s)|,\s\d{1,3}(?=,\s(?:an?|the|who|whose)\s)")


def undated(sentence: str, date_words: str) -> str:
    """The sentence on one line without asides in brackets, ages and days; with MARK where the given words, or a day, stood."""
    line = (
        _TICKER.sub("", _ASIDE.sub("", tidied(self_contained(sentence))))
        .replace(" -- ", " – ")
        .replace(" - ", " – ")
        .rstrip(". ")
    )
    if _says_when(date_words):
        line = _when(date_words).sub(f" {MARK} ", line)
    line = _opening().sub(_mark_again, line.lstrip("# "), count=1)
    line = _DASHED.sub(" ", _issued().sub(rf" {MARK}", line))
    line = _today().sub("", line)
    line = _AGE.sub("", _any_day().sub(_mark_again, line)).replace(" ,", ",").replace(",,", ",")
    return " ".join(line.split()).strip(SIGNS)


def unmarked(line: str) -> str:
    """The line without MARK."""
    return " ".join(line.replace(MARK, " ").split()).replace(" ,", ",")


def _says_when(words: str) -> bool:
    """Whether words for a date say when something was, and not only how long: "last year", "3 May", not "days" of "days before"."""
    return any(not char.islower() and char.isalnum() for char in words) or not words_that("saying_when").isdisjoint(
        words.split()
    )


def _mark_again(found: re.Match[str]) -> str:
    return f" {MARK} " if MARK in found.group() else ""


@cache
def _day() -> str:
    """A pattern for words that name a day: "on Monday", "late on Monday, May 3 night"."""
    weekday, nearly = any_of("weekdays"), f"(?i:{any_of('nearly')})"
    date = rf"(?:{weekday},?\s)?(?:{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?"
    return rf"(?:{nearly}\s)?(?:[Oo]n\s(?:{date}|{weekday})|{weekday})(?:\s{any_of('parts_of_days')})?(?![\w'’-])"


@cache
def _opening() -> re.Pattern[str]:
    """A day or words that join, with which a sentence opens."""
    joining = any_of("joining")
    return re.compile(rf"^(?:{joining},?\s)?{_day()},?\s(?=\S)|^{joining},\s")


@cache
def _no_day_behind() -> str:
    """A pattern for a place behind which a day says more than when: "since Monday", "the Monday talks", "is on Monday"."""
    return "".join(rf"(?<!\b(?i:{word}))" for word in sorted(words_that("no_day_behind")))


@cache
def _issued() -> re.Pattern[str]:
    """What a report is called by its day before its verb: "a list, [released on Monday,] names ten"."""
    return re.compile(rf",?\s{any_of('issued')}\s{MARK}\s?,?(?=\s(?!{any_of('adjoining')}\b)[a-z]+\s)")


@cache
def _today() -> re.Pattern[str]:
    return re.compile(rf"{_no_day_behind()}\s(?:earlier\s)?today(?=\s|,|$)")


@cache
def _any_day() -> re.Pattern[str]:
    """A pattern for words that say on which day something was: "on Monday", "late on 3 May 2010"; not "Monday and Tuesday"."""
    another = rf"(?!,?\s(?:and|or|to)\s(?:on\s)?(?:{any_of('weekdays')}|{MONTH}\s\d))"
    return re.compile(rf"{_no_day_behind()}\s{_day()}{another}")


def _when(date_words: str) -> re.Pattern[str]:
    """These words, where they say when something was and not how long or whose it is."""
    words = re.escape(date_words)
    inside = rf"{_no_day_behind()}\s(?:(?i:{any_of('nearly')})\s)?(?:(?:in|on)\s)?{words}"
    # the comma of "May 3, 2010, " goes with it, that of another clause stays
    year_comma = r"(?:(?<=\d{4}),(?=\s(?!and|but|\w+ing)))?"
    return re.compile(rf"{inside}{year_comma}(?=\s|,|$)|^(?:{any_of('joining')},?\s)?(?:(?:[Ii]n|[Oo]n)\s)?{words},?\s")
