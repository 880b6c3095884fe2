"""Whether two texts under one id are versions of one article.

Belongs here: comparing two texts. Does not: near-duplicates among many articles (near_duplicates.py), what is done with versions (warehouse.load).
"""

from __future__ import annotations

import re
from typing import Final

MIN_SHARED_WORDS: Final = 0.5
"""Share of the longer words of the shorter text that stand in the other, too: rewritten reports have more, other reports of one story 0.44 at most."""
SHORTEST_WORD: Final = 4
"""Shorter words stand in every text of a language."""

_WITHOUT_SPACES: Final = "\u3040-\u30ff\u3400-\u9fff"
_WORD: Final = re.compile(rf"[{_WITHOUT_SPACES}]+|[^\W{_WITHOUT_SPACES}]+")


def are_versions(text: str, other: str, shared: float = MIN_SHARED_WORDS) -> bool:
    """Whether one text is a correction, a shorter or a longer version of the other; shared: the share of words that they need to have in common."""
    left, right = _words(text), _words(other)
    return len(left & right) >= shared * min(len(left), len(right))


def _words(text: str) -> frozenset[str]:
    """The words that tell a text from others; of writing without spaces, pairs of characters."""
    words: set[str] = set()
    for found in _WORD.findall(text.lower()):
        is_run = found[0] > "\u3000" and re.match(rf"[{_WITHOUT_SPACES}]", found)
        words.update(map("".join, zip(found, found[1:], strict=False)) if is_run else [found])
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD or word > "\u3000") or frozenset(words)
