"""Whether a length of time is the age of somebody.

Where from: TempEval-3 and the French TimeBank leave ages untagged (of 44 ages in the news none is tagged but "8-month-old truce").
Belongs here: ages. Does not: other phrases that are no dates (validate.py).
"""

from __future__ import annotations

import re
from typing import Final

from transforms.temporal.lexicon import beside_words

_REACH: Final = 48  # characters beside a length in which its bearer stands
_AGE_GROUP: Final = re.compile(r"(?:les |des )?\d{1,2}-\d{1,2} ans")
_YEARS_OF_AGE: Final = ("ans", "d'années", "d\u2019années")
_PLURAL_ARTICLES: Final = (" les", " des", " aux")
_BEARER: Final = re.compile(r"\b(?:une?|le|la|cet|cette|son|sa|deux|trois)\s((?:[^\W\d]+\s){1,4})(?:de|d['\u2019])$")


def english_age(_text: str, lower: str, _start: int, end: int) -> str | None:
    """Whether "old" follows: "a 12-year-old", "30 years of age"."""
    return "an age" if lower.startswith(("-old", " old", "-olds", " of age"), end) else None


def aged_rejection(_text: str, lower: str, _start: int, end: int) -> str | None:
    """Whether "six-month-old" is said of a person or an animal: only what begins and ends as a whole has a length ("8-month-old truce", TimeBank)."""
    named = lower[end : end + _REACH].replace("-", " ").split()[:2]
    return "an age" if beside_words("en", "lasting").isdisjoint(word.strip(".,;:'\"") for word in named) else None


def foreign_age(lang: str, _text: str, lower: str, start: int, end: int) -> str | None:
    """Whether a word for age stands beside the length: "im Alter von 30 Jahren", "âgé de 12 ans", "Juan Pérez, 40 años, ..."."""
    before = lower[max(0, start - _REACH) : start].rstrip()
    if before.endswith(tuple(beside_words(lang, "age"))):
        return "an age"
    if lang == "de" and lower.startswith(" alt", end):
        return "an age"
    if lang == "fr" and lower.endswith(_YEARS_OF_AGE, start, end) and _is_french_age(before, lower[start:end]):
        return "an age"
    is_aside = before.endswith(",") and lower.startswith(",", end) and lower.endswith(("ans", "años"), start, end)
    return "an age" if is_aside else None


def _is_french_age(before: str, words: str) -> bool:
    """Whether years are those of somebody: "une femme de 38 ans", "les moins de 17 ans", "les 6-16 ans"."""
    if _AGE_GROUP.fullmatch(words) or before.endswith(_PLURAL_ARTICLES) and words.startswith(("moins", "plus")):
        return True
    bearer = _BEARER.search(before)
    return bearer is not None and beside_words("fr", "term").isdisjoint(bearer.group(1).split())
