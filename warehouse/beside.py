"""What lies beside a warehouse and belongs to it: its page, the bytes that it keeps.

Belongs here: their names, where several warehouses of one folder are named alike. Does not: what is in them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

USUAL_SUFFIX: Final = ".duckdb"
DATABASE_MAGIC: Final = b"DUCK"
MAGIC_AT: Final = 8
SQLITE_MAGIC: Final = b"SQLite format 3\0"
HEAD_BYTES: Final = 16


def path_beside(warehouse: Path, suffix: str) -> Path:
    """What belongs to `a.duckdb` is `a` with the suffix; so it is of a warehouse `a.db` while it is the only `a` here, else `a.db` with the suffix."""
    usual, own = warehouse.with_suffix(suffix), _own(warehouse, suffix)
    if warehouse.suffix == USUAL_SUFFIX or not (own.exists() or namesakes(warehouse)):
        return usual
    return own


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
