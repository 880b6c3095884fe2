"""Kept bytes that nothing refers to any more.

Belongs here: which of them may go. Does not: keeping and reading bytes (sources/kept.py), the warehouse itself (warehouse/upkeep/vacuum.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from orchestration.sources.kept import KeptBytes
from warehouse.connection import Warehouse
from warehouse.upkeep.vacuum import unreferred_bytes

# A run refers to what it has kept some seconds later, when its batch is full: what is young may be somebody's.
YOUNG: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep removed, or would remove: files, and their size in bytes."""

    n_files: int
    n_bytes: int


def sweep(warehouse: Warehouse, kept: KeptBytes, now: datetime, *, dry_run: bool = False) -> Swept:
    """Remove kept bytes that no row of the warehouse refers to and that have lain there for a day; dry_run: only count them.

    Raises:
        WarehouseError: there is no warehouse, or it is in use.
    """
    oldest_young = (now - YOUNG).timestamp()
    # files before rows: what is referred to in between is found to be so
    stale = list(kept.stale(oldest_young))
    gone = unreferred_bytes(warehouse, [raw_hash for raw_hash, _ in stale if raw_hash]) | {""}
    n_files = n_bytes = 0
    for raw_hash, path in stale:
        status = path.stat()
        if raw_hash in gone and status.st_mtime < oldest_young:
            n_files, n_bytes = n_files + 1, n_bytes + status.st_size
            if not dry_run:
                path.unlink()
    return Swept(n_files, n_bytes)
