"""Dates that are of what came later than a hit: `was passed and signed the following day`, `announced a drive starting in August`.

Belongs here: days counted on from a hit, beginnings of what is only told. Does not: how far a date is from the words that it dates (attachment.py).
"""

from __future__ import annotations

import re
from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.event_kinds import STATEMENTS
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import COORDINATORS

_COUNTED_ON: Final = re.compile(r"(?:the )?(?:following|next) \w+$|.*\blater$", re.IGNORECASE)
_STARTING: Final = frozenset({"starting", "beginning", "effective", "commencing"})


def is_of_later(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind a hit is that of a later verb, which it counts from the hit, or when that begins which a statement tells."""
    words = sentence.words
    if hit.kind in STATEMENTS and not _STARTING.isdisjoint(words[max(hit.end, placed.start - 2) : placed.start]):
        return True
    if not _COUNTED_ON.match(placed.expression.text):
        return False
    verb = sentence.first_finite(hit.end, placed.start)
    return verb < placed.start and not COORDINATORS.isdisjoint(words[hit.end : verb])
