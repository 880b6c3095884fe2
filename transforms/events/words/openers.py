"""Words and signs that may open a clause.

Belongs here: the sets. Does not: whether a clause really opens (clauses/borders.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.words.function_words import COORDINATORS
from transforms.vocabulary import word_set

RELATIVES: Final = word_set("clauses", "relatives")
TEMPORAL: Final = word_set("clauses", "temporal")
SIMULTANEOUS: Final = word_set("clauses", "simultaneous")
SUBORDINATORS: Final = word_set("clauses", "subordinators")
BREAKS: Final = frozenset({";", ":", "—", "--", "---"})
SUBJECTS: Final = frozenset({"he", "she", "they"})  # never objects
RELATIVES_OF_NAMES: Final = frozenset({"who", "which", "whose"})  # `Vella, who resigned, and Borg`
QUOTES: Final = frozenset({'"', "“", "”", "``", "''", "«", "»"})
OPENERS: Final = (
    SUBJECTS | BREAKS | RELATIVES | TEMPORAL | SIMULTANEOUS | SUBORDINATORS | COORDINATORS | {"(", ",", "that", "it"}
)
