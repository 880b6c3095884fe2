"""Writing frames as JSON lines.

Belongs here: the form of what commands print for other programs. Does not: what is in it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import typer


def write_json_lines(rows: Iterable[dict[str, object]]) -> None:
    """Print each row as one line of JSON, dates in ISO 8601."""
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False, default=_iso) + "\n")


def write_text(text: str, output: Path | None) -> None:
    """Print the text, or write it to a file and say so."""
    if output is None:
        typer.echo(text)
        return
    output.write_text(text if text.endswith("\n") else text + "\n", encoding="utf-8")
    typer.echo(f"wrote {output}", err=True)


def _iso(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
