"""Whether a text is news or a narrative about the past.

Belongs here: the choice of mode from the text. Does not: what the mode changes (context.py, resolve/).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from transforms.temporal.meaning import Kind, Meaning

MIN_PAST_DATES: Final = 4  # a narrative names at least so many years
PAST_YEARS: Final = 2  # a year this far before the publication is past
DEICTIC_WEIGHT: Final = 1.5  # one "yesterday" speaks against as many past years
_DEICTIC: Final = frozenset({Kind.WEEKDAY, Kind.OFFSET})


def is_narrative(meanings: Iterable[Meaning], reference: date | None) -> bool:
    """Whether years long past outweigh words that count from the publication ("yesterday", "last week", weekdays)."""
    past = deictic = 0
    for meaning in meanings:
        if meaning.kind is Kind.EXPLICIT and meaning.year is not None:
            past += reference is None or meaning.year <= reference.year - PAST_YEARS
        elif meaning.kind in _DEICTIC:
            deictic += 1
    return past >= MIN_PAST_DATES and past > deictic * DEICTIC_WEIGHT
