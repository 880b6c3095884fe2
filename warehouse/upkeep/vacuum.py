"""Make a warehouse small again: rows that nothing refers to, and the space of rows that were deleted.

Belongs here: what may go. Does not: rewriting the file (connection.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from warehouse.beside import remove_unfinished
from warehouse.connection import Warehouse
from warehouse.loading.rows import registered, single_value
from warehouse.upkeep.integrity import REFERENCES

# table -> the condition under which nothing refers to a row
_UNREFERRED: Final = {
    name: " or ".join(
        f"{key} not in (select {key} from raw.{parent})" for table, parent, key in REFERENCES if table == name
    )
    for name, *_ in REFERENCES
}

_WITH_BYTES: Final = ("fetched_documents", "source_items", "rejected_articles")


@dataclass(frozen=True, slots=True)
class Vacuumed:
    """What a vacuum did: rows dropped per table, and the size of the file before and after, in bytes."""

    dropped: dict[str, int]
    bytes_before: int
    bytes_after: int


def unreferred_rows(db: Warehouse) -> dict[str, int]:
    """The rows that a vacuum would drop, per table.

    Raises:
        WarehouseError: there is no warehouse, or it is in use.
    """
    with db.reading() as connection:
        return {
            table: single_value(connection, f"select count(*) from raw.{table} where {condition}")
            for table, condition in _UNREFERRED.items()
        }


def unreferred_bytes(db: Warehouse, raw_hashes: list[str]) -> set[str]:
    """Those of these hashes of kept bytes that no fetched answer, file, address or refused input has.

    Raises:
        WarehouseError: there is no warehouse, or it is in use.
    """
    frame = pl.DataFrame({"raw_hash": raw_hashes}, schema={"raw_hash": pl.String})
    with db.reading() as connection, registered(connection, "kept", frame):
        referred = " union all ".join(f"select raw_hash from raw.{table}" for table in _WITH_BYTES)
        rows = connection.execute(f"select raw_hash from kept anti join ({referred}) using (raw_hash)").fetchall()
    return {raw_hash for (raw_hash,) in rows}


def vacuum(db: Warehouse) -> Vacuumed:
    """Drop what nothing refers to, remove what killed runs left half made beside the file, and write it anew. When it is killed, the file is the old or the new one, never a part.

    Raises:
        WarehouseError: there is no warehouse, it is in use, or the disk is full.
    """
    with db.reading():
        bytes_before = db.path.stat().st_size
    with db.writing() as connection:
        remove_unfinished(db.path)
        dropped = {
            table: single_value(connection, f"delete from raw.{table} where {condition}")
            for table, condition in _UNREFERRED.items()
        }
    db.compact()
    return Vacuumed(dropped, bytes_before, db.path.stat().st_size)
