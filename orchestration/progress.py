"""How long work tells how far it is.

Belongs here: the interface that steps report to, and the silent one. Does not: drawing (cli/progress_bar.py).
"""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by each step what it does and how far it is."""

    def begin(self, step: str, total: int | None) -> None:
        """A step starts; `total` articles or inputs are expected (None: unknown)."""

    def advance(self, n: int) -> None:
        """`n` more are done."""


class Silent:
    """Reports to nobody."""

    def begin(self, step: str, total: int | None) -> None:
        """Ignore the start of a step."""

    def advance(self, n: int) -> None:
        """Ignore the progress."""
