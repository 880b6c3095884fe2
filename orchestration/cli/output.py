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

if TYPE_CHECKING:
    from warehouse.timeline import Timeline


def write_json_lines(rows: Iterable[dict[str, object]]) -> None:
    """Print each row as one line of JSON, dates in ISO 8601."""
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False, default=_iso) + "\n")


def print_timeline(timeline: Timeline, output_format: str = "text", output: Path | None = None) -> None:
    """Print a timeline, or write it to a file and say so; colours only on a terminal."""
    from rich.console import Console

    from warehouse.timeline import render

    on_terminal = output is None and Console().is_terminal
    text = render(timeline, output_format, color=on_terminal and Console().color_system is not None)
    text = text if text.endswith("\n") else text + "\n"
    if output is None:
        sys.stdout.write(text)
        return
    output.write_text(text, encoding="utf-8")
    typer.echo(f"wrote {output}", err=True)


def _iso(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
