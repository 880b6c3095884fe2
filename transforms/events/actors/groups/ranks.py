"""Firms that only their rank tells: "the No. 3 U.S. automaker", "the world's No. 2 airline".

Belongs here: ranks before a noun. Does not: which firm such a noun means (meaning/coreference.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.tokens import Tokens

_RANKED_REACH: Final = 4  # words between a rank and its noun: "No. 2 U.S. mobile phone carrier"
_ARTICLE_REACH: Final = (
    2  # words before a rank in which its article or owner stands: "the U.S. No. 5", "the world's No. 2"
)


def is_rank(tokens: Tokens, index: int) -> bool:
    """Whether a number behind "No." is a rank and counts nothing."""
    return index > 0 and tokens.raw[index].isdigit() and tokens.raw[index - 1] == "No" and tokens.gaps[index] == ". "


def is_known_by_rank(tokens: Tokens, head: int) -> bool:
    """Whether a rank with an article or an owner stands before a noun."""
    rank = next((at for at in range(head - 1, max(1, head - 1 - _RANKED_REACH), -1) if is_rank(tokens, at)), 0)
    if not rank:
        return False
    before = range(rank - 2, max(-1, rank - 2 - _ARTICLE_REACH), -1)
    return any(tokens.small(at) == "the" or tokens.flags[at] & Flag.POSSESSIVE for at in before)
