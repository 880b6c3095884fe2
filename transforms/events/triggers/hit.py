"""Words of a sentence that name an event.

Belongs here: the value that all rooms behind this one ask about. Does not: how it is found (find.py).
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.events.clauses.verbs import VerbGroup
from transforms.events.triggers.patterns import Pattern


class Hit(NamedTuple):
    """Tokens `start`..`end` (end exclusive) of a sentence that name an event of a type; `verb` is None for nouns.

    kind: the type whose grammar it has; another one only where a user's type is like a built-in one.
    """

    pattern: Pattern
    start: int
    end: int
    verb: VerbGroup | None
    event_type: str
    kind: str
