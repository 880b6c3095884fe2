"""Names of firms that only their legal form shows: "Vella's Corp", "Coach Inc"; a legal form alone names nobody.

Belongs here: names that end in an owner's form or are an ordinary role or group before their legal form. Does not: other names (units.py, organisations.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.tokens import Tokens

_FORMS: Final = frozenset({"Co", "Corp", "Cos", "Inc", "Incorporated", "LLC", "Ltd", "PLC", "Plc"})
_BEFORE_FORMS: Final = _FORMS | {"Companies", "Company"}  # "Travelers Companies Inc"
_NO_NAMES: Final = (
    Flag.POSSESSIVE | Flag.ROLE | Flag.GROUP | Flag.ORG_HEAD
)  # what no name of a firm would else be read behind


def firm_end(tokens: Tokens, index: int, flags: int) -> int:
    """Where the name ends of a firm that begins at a capitalised word and that only its legal form shows; right behind the word where that is a legal form alone; 0 for other words."""
    if tokens.bare(index) in _FORMS:
        return index + 1
    end = index + 1
    while flags & _NO_NAMES and end < len(tokens) and tokens.plain[end] and tokens.bare(end) in _BEFORE_FORMS:
        end += 1
    closed = end > index + 1 and tokens.bare(end - 1) in _FORMS  # not "Public Company Board"
    return end if closed else 0
