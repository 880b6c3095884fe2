"""Words for bodies that are only powers where somebody has them: "the FDIC's authority", but "China's leadership".

Belongs here: which such words name nobody. Does not: bodies that act (organisations.py, noun_groups.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.phrases import match_known
from transforms.events.actors.words.tokens import Tokens

_POWERS: Final = frozenset({"authority", "command", "leadership"})


def is_power(tokens: Tokens, index: int) -> bool:
    """Whether a word is the power of a name right before it that is no state's."""
    if tokens.raw[index] not in _POWERS or not tokens.plain[index]:
        return False
    before = tokens.flags[index - 1]
    if not (before & Flag.POSSESSIVE and before & Flag.UPPER):
        return False
    known = match_known(tokens, index - 1)[1]
    return known is None or known.sort not in ("state", "capital")
