"""What the place that a drawing goes to can show.

Belongs here: width, colour, and what can be asked there. Does not: what is drawn.
"""

from __future__ import annotations

import shutil
from typing import Final, NamedTuple

DEFAULT_WIDTH: Final = 100  # columns, where no terminal says otherwise
MIN_WIDTH: Final = 40
MAX_WIDTH: Final = 140  # longer lines tire the eye
SHOW_COMMAND: Final = "dateline show"


class Style(NamedTuple):
    """Columns of text, whether ANSI colours are shown, and the command that shows an event whose id stands behind it (None: there is none)."""

    width: int = DEFAULT_WIDTH
    color: bool = False
    show_command: str | None = SHOW_COMMAND

    @classmethod
    def of(cls, width: int | None = None, color: bool = False, show_command: str | None = SHOW_COMMAND) -> Style:
        """The style for a width, or for the terminal at hand."""
        columns = width or shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
        return cls(min(max(columns, MIN_WIDTH), MAX_WIDTH), color, show_command)
