"""Texts that are nothing but a headline: "Rebels attack hotel in Mali".

Belongs here: which texts those are. Does not: headlines over a report, which its first sentences tell again (texts/), what a headline weighs (status/confidence.py).
"""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 160  # characters


def is_headline_alone(text: str) -> bool:
    """Whether a text is one line without a full stop."""
    line = text.strip()
    return 0 < len(line) <= _LONGEST and "\n" not in line and line[-1].isalnum()
