"""A timeline as one picture, SVG or PNG: a row per entry, points for days, bars for intervals, faded ends for what is known only roughly.

Belongs here: the formats and their libraries. Does not: what is drawn where (rows.py), the drawing itself (marks.py).
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from warehouse.errors import WarehouseError

LIBRARIES: Final = ("altair", "vl_convert")


def check_libraries() -> None:
    """Say what is missing before anything is drawn.

    Raises:
        WarehouseError: the extra is not installed; the message names the remedy.
    """
    if not all(find_spec(name) for name in LIBRARIES):
        raise WarehouseError("pictures need the extra [charts]: pip install 'dateline[charts]', or use --format html")
