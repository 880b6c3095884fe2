"""Draw a timeline: one small module per format, found here by name.

Belongs here: the registry. Does not: any format's own rules (one module or folder each).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Final, Protocol, cast

from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.style import SHOW_COMMAND, Style


class Renderer(Protocol):
    """Draws a timeline as one string, or as bytes where the format is no text."""

    def __call__(self, timeline: Timeline, style: Style) -> str | bytes:
        """The drawing; `style` says what the place it goes to can show."""


# Modules, not functions: a format's libraries are loaded when it is asked for.
RENDERERS: Final[Mapping[str, str]] = {
    "text": "warehouse.timeline.render.text",
    "markdown": "warehouse.timeline.render.markdown",
    "json": "warehouse.timeline.render.document",
    "html": "warehouse.timeline.render.html",
    "timelinejs": "warehouse.timeline.render.timeline_js",
    "ical": "warehouse.timeline.render.ical",
    "csv": "warehouse.timeline.render.comma_separated",
    "svg": "warehouse.timeline.render.svg",
}
BINARY_RENDERERS: Final[Mapping[str, str]] = {
    "png": "warehouse.timeline.render.png",
    "parquet": "warehouse.timeline.render.parquet",
}
FORMATS: Final = (*RENDERERS, *BINARY_RENDERERS)
SUFFIXES: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".md": "markdown",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".ics": "ical",
    ".csv": "csv",
    ".svg": "svg",
    ".png": "png",
    ".parquet": "parquet",
}


def render(
    timeline: Timeline,
    format: str,
    *,
    width: int | None = None,
    color: bool = False,
    show_command: str | None = SHOW_COMMAND,
) -> str:
    """The timeline in one of the formats of RENDERERS.

    width: columns of the terminal, for `text` (None: as wide as the terminal, 100 where there is none).
    color: whether `text` may use ANSI colours; say so only where a terminal shows it.
    show_command: what `text` says shows the evidence of an event; None where no command does.

    Raises:
        ValueError: no such format; the message lists those that exist.
        WarehouseError: a library that the format needs is not installed; the message names the remedy.
    """
    if format not in RENDERERS:
        raise ValueError(f"unknown format {format!r}: use one of {', '.join(RENDERERS)}")
    return cast(str, _renderer(RENDERERS[format])(timeline, Style.of(width, color, show_command)))


def render_bytes(timeline: Timeline, format: str) -> bytes:
    """The timeline in any of FORMATS as the bytes of a file, text as UTF-8.

    Raises:
        ValueError: no such format; the message lists those that exist.
        WarehouseError: a library that the format needs is not installed; the message names the remedy.
    """
    if format in BINARY_RENDERERS:
        return cast(bytes, _renderer(BINARY_RENDERERS[format])(timeline, Style.of(None, False)))
    if format not in RENDERERS:
        raise ValueError(f"unknown format {format!r}: use one of {', '.join(FORMATS)}")
    return render(timeline, format).encode("utf-8")


def format_of_file(name: str) -> str | None:
    """The format that a file's name asks for; None when its ending says nothing."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def _renderer(module: str) -> Renderer:
    return cast(Renderer, import_module(module).render)
