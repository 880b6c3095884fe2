"""Draw a timeline: one small module per format, found here by name.

Belongs here: the registry. Does not: any format's own rules (text.py, markdown.py, document.py, html/).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final, Protocol, cast

from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.style import Style


class Renderer(Protocol):
    """Draws a timeline as one string."""

    def __call__(self, timeline: Timeline, style: Style) -> str:
        """The drawing; `style` says what the place it goes to can show."""


# Modules, not functions: a format's libraries are loaded when it is asked for.
RENDERERS: Final[Mapping[str, str]] = {
    "text": "warehouse.timeline.render.text",
    "markdown": "warehouse.timeline.render.markdown",
    "json": "warehouse.timeline.render.document",
    "html": "warehouse.timeline.render.html",
}


def render(timeline: Timeline, format: str, *, width: int | None = None, color: bool = False) -> str:
    """The timeline in one of the formats of RENDERERS.

    width: columns of the terminal, for `text` (None: as wide as the terminal, 100 where there is none).
    color: whether `text` may use ANSI colours; say so only where a terminal shows it.

    Raises:
        ValueError: no such format; the message lists those that exist.
    """
    if format not in RENDERERS:
        raise ValueError(f"unknown format {format!r}: use one of {', '.join(RENDERERS)}")
    renderer = cast(Renderer, import_module(RENDERERS[format]).render)
    return renderer(timeline, Style.of(width, color))
