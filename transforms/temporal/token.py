"""One token of a stretch of date words.

Belongs here: its shape. Does not: how it is cut (tokens.py).
"""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """One word, number or sign of a stretch: offsets within the stretch, class letter (lexicon.py), value; `is_spelled` unless in digits."""

    start: int
    end: int
    letter: str
    value: int | str
    is_spelled: bool = True
