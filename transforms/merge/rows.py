"""The rows of a frame as tuples, for loops over all of them.

Belongs here: reading a frame into Python. Does not: what the loops do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl


def rows_of(frame: pl.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows of a frame, read column by column: in a fraction of the time of `iter_rows`."""
    return zip(*[column.to_list() for column in frame.rechunk()], strict=True)
