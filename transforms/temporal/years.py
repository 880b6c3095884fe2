"""Whether a number is a year where it stands: no amount, quantity, house number, hour or part of a longer number.

Belongs here: numbers that look like years. Does not: other ambiguous words (validate.py), clock times of live reports (stamps.py).
"""

from __future__ import annotations

import re
from typing import Final

from transforms.temporal.beside import CLAUSE_END, REACH, word_before, word_behind
from transforms.temporal.lexicon import beside_words
from transforms.temporal.stamps import heads_entry_of_report

_MONEY: Final = "$€£¥#@"
_SET_APART: Final = frozenset({"$ ", "€ ", "£ "})  # "$ 2000"
_HOUR: Final = re.compile(r"(?:(?:approximately|about|around|exactly)\s)?(?:1\d|2[0-4])[0-5]\d")
# "20.5", "12:30", "20 %", and the code of a share: "1288.HK"
_NUMBER_TAIL: Final = re.compile(r"(?:[.,]\d|%|[:/]\d|\s?[°%]|\.[a-z]{1,2}(?![\w.]))")
_CASE_NUMBER: Final = re.compile(r"\d{5}/$")
_SIGNS_REACH: Final = 6  # characters, as far as signs and digits before a year are looked at
_HIGHER_NUMBER: Final = re.compile(r"(?: (?:to|or|bis|oder|a|o|à|ou) |\s?[-\u2013]\s?)\d{4}(?!\d)")
_TO_YEAR: Final = re.compile(r"\s?[-\u2013]\s?(?:1\d|20)\d\d\b")
EARLY: Final = (
    "1700"  # in texts on today most four digits below it are numbers of bills, tables, products and decisions
)
_NUMBERED: Final = re.compile(
    r"(?:\b(?!A )[A-Z][\w&'\u2019]*\.?[ -]|[^\W\d_]-|\d\s{1,2})$"
)  # what bears a number, or a number beside it


def year_rejection(lang: str, text: str, lower: str, start: int, end: int) -> str | None:
    """Why four digits are no year where they stand; None where they can be one."""
    before = lower[start - 1 : start]
    if before in _MONEY and before or lower[start - 2 : start] in _SET_APART:
        return "an amount of money"
    if _NUMBER_TAIL.match(lower, end) and not _is_first_of_two(lower, start, end):
        return "part of a longer number"
    if before in ".,:" and before and lower[start - 2 : start - 1].isdigit():
        return "part of a longer number"
    if before == "/" and _CASE_NUMBER.search(lower, max(0, start - _SIGNS_REACH), start):
        return "part of a number of a case"
    if before == "." and lower[start - 2 : start - 1].isalnum():
        return "part of an identifier"
    if (
        before == "-"
        and lower[start:end].isdigit()
        and lower[start - 2 : start - 1].isdigit()
        and not lower[max(0, start - 5) : start - 1].isdigit()
    ):
        return "part of a number with a hyphen"
    before_word = word_before(lower, start).rstrip(".")
    # "In 2012 police killed him": a number of a thousand people would have its comma
    opens = lang == "en" and before_word in ("in", "since") and lower[end - 2 : end] != "00"
    if not opens and word_behind(lower, end) in beside_words(lang, "quantity") or _is_low_end(lower, end, lang):
        return "a quantity"
    if _is_house_number(lower, end, lang) and before_word not in beside_words(lang, "year_before"):
        return "a house number"
    if before_word in beside_words(lang, "label") and not _is_compared(before_word, lower, start, end):
        return "a number of something"
    if lang == "en" and _is_early_number(text, start, end) and before_word not in beside_words(lang, "year_before"):
        return "a number of something"
    if before_word == "at" and _HOUR.fullmatch(lower, start, end) or heads_entry_of_report(text, start, end):
        return "an hour"
    if (
        lower[end - 2 : end] == "00"
        and before_word not in beside_words(lang, "year_before")
        and word_behind(lower, end).endswith("s")
    ):
        return "a round number of things"
    return None


def _is_early_number(text: str, start: int, end: int) -> bool:
    """Whether digits would be a year of long ago, and a name or another number stands right before them: "SB 1437", "AB-1505", "817 1274"."""
    if not text[start:end].isdigit() or text[start:end] >= EARLY:
        return False
    return _NUMBERED.search(text, max(0, start - REACH), start) is not None


def _is_compared(before_word: str, lower: str, start: int, end: int) -> bool:
    """Whether "over" a year compares with it ("up 27 percent over 2007"): no round number, and nothing that it counts behind it; or a span follows."""
    if _TO_YEAR.match(lower, end):
        return True
    return before_word == "over" and not lower.endswith("00", start, end) and bool(CLAUSE_END.match(lower, end))


def _is_first_of_two(lower: str, start: int, end: int) -> bool:
    """Whether the next year follows: "2009/10", "2009/2010"."""
    year = lower[start:end]
    if not year.isdigit():
        return False
    following = int(year) + 1
    return bool(re.match(rf"/(?:{following}|{following % 100:02d})(?!\d)", lower[end : end + 6]))


def _is_low_end(lower: str, end: int, lang: str) -> bool:
    """Whether a higher number and what is counted follow: "1450 bis 1850 Mark"."""
    higher = _HIGHER_NUMBER.match(lower, end)
    return higher is not None and word_behind(lower, higher.end()) in beside_words(lang, "quantity")


def _is_house_number(lower: str, end: int, lang: str) -> bool:
    """Whether a street follows: one or two words and "Avenue"."""
    words = lower[end : end + 2 * REACH].split(None, 3)[1:3]
    streets = beside_words(lang, "street")
    return any(word.strip(".,;") in streets for word in words)
