"""What commands print: JSON lines, files, timelines.

Belongs here: the form of output. Does not: what is in it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from transforms.errors import UserError

if TYPE_CHECKING:
    from warehouse.timeline import Timeline


def write_json_lines(rows: Iterable[dict[str, object]]) -> None:
    """Print each row as one line of JSON, dates in ISO 8601."""
    encode = json.JSONEncoder(ensure_ascii=False, default=_iso).encode
    for row in rows:
        sys.stdout.write(encode(row) + "\n")


def print_timeline(timeline: Timeline, output_format: str | None = None, output: Path | None = None) -> None:
    """Print a timeline, or write it to a file and say so; colours only on a terminal.

    output_format: what the ending of `output` says when None, else `text`.

    Raises:
        UserError: the format is no text and would go to a terminal, or the file cannot be written.
    """
    from warehouse.timeline.render import BINARY_RENDERERS, format_of_file, render_bytes

    chosen = output_format or (output and format_of_file(output.name)) or "text"
    if output is not None:
        _write(output, render_bytes(timeline, chosen))
    elif chosen in BINARY_RENDERERS:
        if sys.stdout.isatty():
            raise UserError(f"{chosen} is no text: name a file with --output, or send it on with a pipe")
        sys.stdout.buffer.write(render_bytes(timeline, chosen))
    else:
        _print(timeline, chosen)


def _write(output: Path, drawn: bytes) -> None:
    try:
        output.write_bytes(drawn)
    except OSError as error:
        raise UserError(f"cannot write {output}: {error.strerror or error}") from error
    typer.echo(f"wrote {output}", err=True)


def _print(timeline: Timeline, chosen: str) -> None:
    from rich.console import Console

    from warehouse.timeline import render

    console = Console()
    drawn = render(timeline, chosen, color=console.is_terminal and console.color_system is not None)
    sys.stdout.write(drawn if drawn.endswith("\n") else drawn + "\n")


def _iso(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
