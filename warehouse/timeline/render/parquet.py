"""A timeline as Parquet, one row per entry, for further work with it.

Belongs here: writing the file. Does not: the columns (flat.py).
"""

from __future__ import annotations

from io import BytesIO

from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.flat import rows_of
from warehouse.timeline.render.style import Style


def render(timeline: Timeline, style: Style) -> bytes:
    """The timeline as the bytes of one Parquet file."""
    written = BytesIO()
    rows_of(timeline).write_parquet(written)
    return written.getvalue()
