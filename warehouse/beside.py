"""What lies beside a warehouse and belongs to it: its page, the bytes that it keeps, files that are being made.

Belongs here: their names, where several warehouses of one folder are named alike; clearing away what a killed run left. Does not: what is in them.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

USUAL_SUFFIX: Final = ".duckdb"
DATABASE_MAGIC: Final = b"DUCK"
MAGIC_AT: Final = 8
SQLITE_MAGIC: Final = b"SQLite format 3\0"
HEAD_BYTES: Final = 16
# Endings of the files in which the SQL models are built, and in which the warehouse is written anew.
BUILDING: Final = ".building"
COMPACTED: Final = ".compacted"


def path_beside(warehouse: Path, suffix: str) -> Path:
    """What belongs to `a.duckdb` is `a` with the suffix; so it is of a warehouse `a.db` while it is the only `a` here, else `a.db` with the suffix."""
    usual, own = warehouse.with_suffix(suffix), _own(warehouse, suffix)
    if warehouse.suffix == USUAL_SUFFIX or not (own.exists() or namesakes(warehouse)):
        return usual
    return own


def made_beside(warehouse: Path, ending: str) -> Path:
    """The file that is made beside a warehouse and of use only until it is whole."""
    return warehouse.with_name(f"{warehouse.name}{ending}")


def remove_unfinished(warehouse: Path) -> None:
    """Remove what a killed run left half made, and what DuckDB had put on the disk for it; only while nobody else can have the warehouse open."""
    files = [warehouse, *(made_beside(warehouse, ending) for ending in (BUILDING, COMPACTED))]
    for file in files:
        if file != warehouse:
            remove_made(file)
        shutil.rmtree(made_beside(file, ".tmp"), ignore_errors=True)


def remove_made(file: Path) -> None:
    """Remove a file of DuckDB with what it noted beside, if it is there and can be removed."""
    for left in (file, made_beside(file, ".wal")):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def namesakes(warehouse: Path) -> list[Path]:
    """Other databases in the folder whose names differ from the warehouse's in the ending alone."""
    try:
        found = sorted(warehouse.parent.iterdir())
    except OSError:
        return []
    return [path for path in found if path.stem == warehouse.stem and path.name != warehouse.name and is_database(path)]


def is_database(path: Path) -> bool:
    """Whether a file begins as those of DuckDB do (https://duckdb.org/docs/internals/storage: magic bytes behind a checksum of 8 bytes)."""
    return _head(path)[MAGIC_AT : MAGIC_AT + len(DATABASE_MAGIC)] == DATABASE_MAGIC


def is_sqlite(path: Path) -> bool:
    """Whether a file begins as those of SQLite do (https://www.sqlite.org/fileformat.html)."""
    return _head(path).startswith(SQLITE_MAGIC)


def _head(path: Path) -> bytes:
    """The first bytes of a file; none where it cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as opened:
            return opened.read(HEAD_BYTES)
    except OSError:
        return b""


def _own(warehouse: Path, suffix: str) -> Path:
    # a name without an ending would be that of `a.duckdb` again
    return warehouse.with_name(f"{warehouse.name}{'' if warehouse.suffix else '.file'}{suffix}")
