"""Tables on the terminal.

Belongs here: drawing rows with rich, as plain text whatever they hold. Does not: choosing the rows.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from orchestration.cli.output import as_json

MAX_PIPED_WIDTH: Final = 160
LONGEST_WORD: Final = 24  # columns, of the longest ids; what is longer, such as an address, may break in a table
GAP: Final = 2  # columns between two columns of a table


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> None:
    """Print rows as a table, or one below the other where the terminal is too narrow for their words; nothing in a cell is taken for markup."""
    cells = [[_cell(value) for value in row] for row in rows]
    console = Console()
    if not console.is_terminal and "COLUMNS" not in os.environ:
        # a file or another program has no edge at which words must break
        console.width = max(console.width, MAX_PIPED_WIDTH)
    if title:
        console.print(Text(title, style="table.title"))
    widths = _widths(columns, cells, console.width)
    if widths is None:
        _print_one_by_one(console, columns, cells)
    else:
        console.print(_table(columns, cells, widths))


def _table(columns: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name, width in zip(columns, widths, strict=True):
        table.add_column(Text(name), overflow="fold", width=width)
    for row in cells:
        table.add_row(*map(Text, row))
    return table


def _widths(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """The columns of a terminal for each column of a table, each as wide as its longest word at least; None where there is no room for that."""
    texts = [[name, *(row[number] for row in cells)] for number, name in enumerate(columns)]
    least = [max(_longest_word(text) for text in column) for column in texts]
    wanted = [max(_longest_line(text) for text in column) for column in texts]
    room = width - GAP * len(columns)
    if sum(least) > room:
        return None
    spare, missing = room - sum(least), sum(wanted) - sum(least)
    if missing <= spare:
        return wanted
    return [few + (many - few) * spare // missing for few, many in zip(least, wanted, strict=True)]


def _longest_word(text: str) -> int:
    return min(max(map(cell_len, text.split()), default=0), LONGEST_WORD)


def _longest_line(text: str) -> int:
    return max(map(cell_len, text.splitlines()), default=0)


def _print_one_by_one(console: Console, columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """Each row as lines of a name and its value; without a row, the names."""
    if not cells:
        console.print(Text(", ".join(columns)))
    for row in cells:
        record = Table.grid(padding=(0, GAP, 0, 0))
        record.add_column(overflow="fold", style="bold")
        record.add_column(overflow="fold")
        for name, value in zip(columns, row, strict=True):
            record.add_row(Text(name), Text(value))
        console.print()
        console.print(record)


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float):
        return _number(value)
    return "" if value is None else str(as_json(value))


def _number(value: float) -> str:
    """A number in four digits, but no less than all of those before its point."""
    return f"{value:.0f}" if 1e4 <= abs(value) < 1e15 else f"{value:.4g}"
