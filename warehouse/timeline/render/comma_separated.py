"""A timeline as CSV for spreadsheets, one line per entry.

Belongs here: what keeps a cell harmless. Does not: the columns (flat.py).
"""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO
from typing import Final

from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.flat import SCHEMA, rows_of
from warehouse.timeline.render.plain import plain
from warehouse.timeline.render.style import Style

SEPARATOR: Final = " | "  # between several values of one cell
# What a spreadsheet takes for a formula (OWASP, CSV injection); an apostrophe before it makes it words.
FORMULA: Final = re.compile(r"\s*[=+\-@|%＝＋－＠]")


def render(timeline: Timeline, style: Style) -> str:
    """The timeline as CSV with a header line, ISO 8601 days and empty cells for what is not known."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(SCHEMA.names())
    for row in rows_of(timeline).iter_rows():
        writer.writerow([_cell(value) for value in row])
    return written.getvalue()


def _cell(value: object) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    words = SEPARATOR.join(plain(str(each)) for each in value) if isinstance(value, list) else plain(str(value))
    return f"'{words}" if FORMULA.match(words) else words
