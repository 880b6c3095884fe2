"""Years of other calendars and digits of other scripts, as Western ones.

Belongs here: which year of the common era "พ.ศ. 2560", "平成29年" and "民國106年" are, and which years cannot be told without the day ("۱۴۰۲").
Does not: where a year stands in a date (tokens.py, grammar).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

# the first year of each era is its year 1; the Republic of China counts from 1912
_ERAS: Final = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019, "民國": 1912, "民国": 1912}
ERA_DATE: Final = rf"(?:{'|'.join(_ERAS)})(?:\d{{1,3}}|元) ?年(?: ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?日)?)?"
_ERA_YEAR: Final = re.compile(rf"({'|'.join(_ERAS)})(\d{{1,3}}|元) ?年")
_BUDDHIST: Final = frozenset({"th"})
_BUDDHIST_LEAD: Final = 543  # years ahead of the common era
_FIRST_BUDDHIST: Final = 2300
_BUDDHIST_CENTURY: Final = 2500
LONGEST_MONTH: Final = 31  # days
SHORT_YEARS: Final = 100  # years below are written without their century
# years between these are those of the Hijra, by the moon or the sun, which begin in the middle of ours
_HIJRI: Final = frozenset({"ar", "fa", "ur", "ps", "ckb", "uz-Arab"})
_HIJRI_YEARS: Final = range(1300, 1500)
_BIKRAM: Final = frozenset({"ne"})
_BIKRAM_YEARS: Final = range(2040, 2200)


@cache
def _to_western() -> dict[int, str]:
    """The digit of each code point of the basic plane that is a decimal digit."""
    digits = ((code, unicodedata.decimal(chr(code), None)) for code in range(0x80, 0xFFFF))
    return {code: str(digit) for code, digit in digits if digit is not None}


def western_digits(text: str) -> str:
    """A text with the digits 0 to 9 for those of any script, character for character: `۲۰۲۳` as `2023`."""
    return text if text.isascii() else text.translate(_to_western())


def western_year(year: int, lang: str) -> int | None:
    """The year of the common era that a year means in texts of a language; null where its calendar has years that begin inside of ours."""
    if lang in _BUDDHIST and year >= _FIRST_BUDDHIST:
        return year - _BUDDHIST_LEAD
    is_other = lang in _HIJRI and year in _HIJRI_YEARS or lang in _BIKRAM and year in _BIKRAM_YEARS
    return None if is_other else year


def full_year(short: int, lang: str) -> int | None:
    """The year that two digits which can be no day mean: "octobre 98"; those of Buddhist years belong to the century of 2500."""
    if not LONGEST_MONTH < short < SHORT_YEARS:
        return None
    return _BUDDHIST_CENTURY - _BUDDHIST_LEAD + short if lang in _BUDDHIST else 1900 + short


def without_eras(words: str) -> str:
    """A date with the year of the common era for that of an era: `平成29年12月13日` as `2017年12月13日`."""
    return _ERA_YEAR.sub(lambda match: f"{_ERAS[match[1]] + int(match[2].replace('元', '1')) - 1}年", words)
