"""How the languages without a vocabulary file say "3 days ago": `prije # dana`, `# 日前`, `# hari yang lalu`.

Belongs here: these frames, from dateparser's tables and what they lack, and the number in one. Does not: single words (foreign.py), which day is meant (resolve/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from transforms.temporal.foreign import table
from transforms.vocabulary import read_vocabulary

NUMBER: Final = "#"
_UNITS: Final = ("day", "week", "month", "year")
_TABLE_NUMBER: Final = r"(\d++[.,]?\d*+)"
_COUNTING_IN_SIGNS: Final = frozenset({"zh", "ja"})
_SIGNS: Final = "〇一二三四五六七八九"
_TWO: Final = str.maketrans("两兩", "二二")
_TEN: Final = "十"
_SHORTEST: Final = 2  # letters of a word, but in scripts where a sign is a word
_WORDS: Final = re.compile(r"[^\W\d_]+")


@cache
def frames(lang: str) -> dict[str, str]:
    """The unit of each frame of a language, `#` for the number: `{"prije # dana": "day"}`; empty where the tables have none."""
    return dict(_frames(lang))


def _frames(lang: str) -> Iterator[tuple[str, str]]:
    told = table(lang).get("relative-type-regex", {})
    for unit in _UNITS:
        for pattern in told.get(rf"\1 {unit} ago", ()):
            frame = pattern.replace(_TABLE_NUMBER, NUMBER).lower()
            if all(len(word) >= _SHORTEST or not word.isascii() for word in _WORDS.findall(frame)):
                yield frame, unit
    yield from read_vocabulary("dates_other").get(lang, {}).get("ago", {}).items()


def number_in_frame(lang: str) -> str:
    """A pattern for the number of a frame."""
    return rf"(?:\d{{1,3}}|[{_SIGNS[1:]}两兩{_TEN}]{{1,3}})" if lang in _COUNTING_IN_SIGNS else r"\d{1,3}"


def read_ago(words: str, lang: str) -> str | None:
    """`unit:-number` of what fills a frame, such as `day:-3`; null when nothing does."""
    match = re.search(number_in_frame(lang), words)
    if match is None:
        return None
    number = _number(match[0])
    frame = " ".join(f"{words[: match.start()]}{NUMBER}{words[match.end() :]}".split())
    unit = frames(lang).get(frame) or frames(lang).get(frame.replace(f"{NUMBER} ", NUMBER))
    return None if unit is None or number is None else f"{unit}:{-number}"


def _number(digits: str) -> int | None:
    """A number up to 99 in digits or Chinese signs: `三` is 3, `二十五` is 25."""
    if digits.isdecimal():
        return int(digits)
    tens, ten, ones = digits.translate(_TWO).rpartition(_TEN)
    if not ten:
        return _SIGNS.index(ones) if len(ones) == 1 else None
    if len(tens) > 1 or len(ones) > 1:
        return None
    return 10 * (_SIGNS.index(tens) if tens else 1) + (_SIGNS.index(ones) if ones else 0)
