"""Event types that rules of several rooms treat alike.

Belongs here: sets of types with one meaning in more than one file. Does not: what a type is (ontology.py), sets for one rule (beside that rule).
"""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = frozenset({"speech", "accusation", "demand", "rejection", "threat"})
ARRANGED: Final = frozenset({"visit", "meeting", "call", "speech", "election", "vote", "trial", "exercise"})
SCHEDULED: Final = ARRANGED - {"speech"}  # their day is known beforehand
SPOKEN: Final = frozenset({"speech", "call"})  # in these something is said
HARMFUL: Final = frozenset({"attack", "disaster", "death"})  # they befall somebody, and nobody arranges them openly
CAUSES_OF_DEATH: Final = frozenset({"attack", "disaster"})
