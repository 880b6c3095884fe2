"""What the place that a drawing goes to can show.

Belongs here: width and colour. Does not: what is drawn.
"""

from __future__ import annotations

import shutil
from typing import Final, NamedTuple

DEFAULT_WIDTH: Final = 100  # columns, where no terminal says otherwise
MIN_WIDTH: Final = 40
MAX_WIDTH: Final = 140  # longer lines tire the eye


class Style(NamedTuple):
    """Columns of text, and whether ANSI colours are shown."""

    width: int = DEFAULT_WIDTH
    color: bool = False

    @classmethod
    def of(cls, width: int | None = None, color: bool = False) -> Style:
        """The style for a width, or for the terminal at hand."""
        columns = width or shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
        return cls(min(max(columns, MIN_WIDTH), MAX_WIDTH), color)
