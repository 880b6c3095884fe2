"""What commands print: JSON lines, files, timelines.

Belongs here: the form of output. Does not: what is in it.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from transforms.errors import UserError

if TYPE_CHECKING:
    from warehouse.timeline import Timeline


LANGUAGES_SHOWN: Final = 5
STANDARD_OUTPUT: Final = Path("-")


def write_json_lines(rows: Iterable[dict[str, object]]) -> None:
    """Print each row as one line of JSON, dates in ISO 8601, null for numbers that JSON has not; escaped where the output cannot hold all characters."""
    holds_all = (sys.stdout.encoding or "utf-8").lower().replace("-", "").startswith("utf")
    encode = json.JSONEncoder(ensure_ascii=not holds_all, default=_iso, allow_nan=False).encode
    for row in rows:
        try:
            line = encode(row)
        except ValueError:
            line = encode(_without_nan(row))
        sys.stdout.write(line + "\n")


def as_json(value: object) -> object:
    """A list or a table in JSON, as the explorer's downloads have it; whatever else is as it was."""
    if not isinstance(value, list | dict):
        return value
    return json.dumps(_without_nan(value), ensure_ascii=False, default=_iso)


def report_unreadable(step: str, reasons: Mapping[str, str]) -> None:
    """Say which articles a step could not read, and why, by article_id; a line each, beside the output."""
    for article_id, reason in reasons.items():
        typer.echo(f"dateline: refused {article_id}: {step}: {reason}", err=True)


def in_other_languages(articles: Mapping[str, int]) -> str:
    """Say of how many articles by language no events are read, and what would read them."""
    named = [f"{lang} {count:,}" for lang, count in islice(articles.items(), LANGUAGES_SHOWN)]
    if len(articles) > LANGUAGES_SHOWN:
        named.append(f"{len(articles) - LANGUAGES_SHOWN} more languages")
    return f"in articles of other languages ({', '.join(named)}): the rules read English, --engine llm any language"


def _without_nan(value: object) -> object:
    """The same with null for NaN and the infinite."""
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, dict):
        return {key: _without_nan(part) for key, part in value.items()}
    return [_without_nan(part) for part in value] if isinstance(value, list | tuple) else value


def warehouse_option(warehouse: Path) -> str:
    """What the user adds to a command so that it reads this warehouse, wherever the environment of this process points by now."""
    from orchestration.paths import DEFAULT_WAREHOUSE

    return "" if warehouse == Path(DEFAULT_WAREHOUSE).resolve() else f" --warehouse {shlex.quote(str(warehouse))}"


def print_timeline(
    timeline: Timeline, drawn_as: str = "text", output: Path | None = None, *, warehouse: Path | None = None
) -> None:
    """Print a timeline, or write it to a file and say so; colours only on a terminal.

    drawn_as: a format, for a file the one that `check_output` found. output: "-" prints it. warehouse: where its evidence lies; None: nowhere.

    Raises:
        UserError: the format is no text and would go to a terminal, or the file cannot be written.
    """
    from warehouse.timeline.render import BINARY_RENDERERS, render_bytes

    if output is not None and output != STANDARD_OUTPUT:
        _write(output, render_bytes(timeline, drawn_as))
    elif drawn_as in BINARY_RENDERERS:
        if sys.stdout.isatty():
            raise UserError(f"{drawn_as} is no text: name a file with --output, or send it on with a pipe")
        sys.stdout.buffer.write(render_bytes(timeline, drawn_as))
    else:
        _print(timeline, drawn_as, None if warehouse is None else f"dateline show{warehouse_option(warehouse)}")


def check_output(output: Path | None, output_format: str | None = None) -> str:
    """The format of a file that a timeline is to be written to: the one given, else what the ending of its name says, text where it has none.

    Raises:
        UserError: nothing says which format, or the file is a database, which would be lost.
    """
    from warehouse.beside import is_database
    from warehouse.timeline.render import FORMATS, format_of_file

    if output is None or output == STANDARD_OUTPUT:
        return output_format or "text"
    if is_database(output):
        raise UserError(f"{output} is a DuckDB database, and would be lost: name another file")
    chosen = output_format or format_of_file(output.name) or ("" if output.suffix else "text")
    if not chosen:
        raise UserError(f"{output}: no format ends in {output.suffix}; say which with --format ({', '.join(FORMATS)})")
    return chosen


def write_whole(output: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        UserError: the file cannot be written, or is a database, which would be lost.
    """
    from warehouse.beside import is_database
    from warehouse.rights import replace_with

    if is_database(output):
        raise UserError(f"{output} is a DuckDB database, and would be lost: name another file")
    partial = output.parent / f"{output.name}.partial"
    try:
        partial.write_text(text, encoding="utf-8")
        replace_with(partial, output)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise UserError(f"cannot write {output}: {error.strerror or error}; name another file") from error


def _write(output: Path, drawn: bytes) -> None:
    try:
        output.write_bytes(drawn)
    except OSError as error:
        raise UserError(f"cannot write {output}: {error.strerror or error}") from error
    typer.echo(f"wrote {output}", err=True)


def _print(timeline: Timeline, drawn_as: str, show_command: str | None) -> None:
    from rich.console import Console

    from warehouse.timeline import render

    console = Console()
    color = console.is_terminal and console.color_system is not None
    drawn = render(timeline, drawn_as, color=color, show_command=show_command)
    sys.stdout.write(drawn if drawn.endswith("\n") else drawn + "\n")


def _iso(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
