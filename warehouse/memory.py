"""Work on a large warehouse in little memory where that suffices, and in more where it does not.

Belongs here: when a limit is given up. Does not: how much each piece of work may take (the module that does it), setting it on a connection (connection.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import duckdb

from warehouse.errors import WarehouseError

Made = TypeVar("Made")


def within_memory(limit: str, work: Callable[[str], Made]) -> Made:
    """What `work` gives when DuckDB may take `limit`, as of `Warehouse.reading`; begun anew without a limit ("") where that is too little.

    DuckDB's own choice is most of what the machine has, and it takes that. Under a limit, what does not fit goes to the disk; some of it cannot go there.

    Raises:
        WarehouseError, duckdb.Error: what `work` raises other than for want of memory, or without a limit.
    """
    try:
        return work(limit)
    except (WarehouseError, duckdb.OutOfMemoryException) as error:
        if not _is_out_of_memory(error):
            raise
    return work("")


def _is_out_of_memory(error: BaseException) -> bool:
    """Whether DuckDB needed more memory than it may take, or there is; also where that is the cause of another error."""
    return any(isinstance(each, duckdb.OutOfMemoryException) for each in (error, error.__cause__))
