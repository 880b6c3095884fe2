"""What goes wrong with a warehouse, said to people in one line.

Belongs here: the error that every module of the warehouse raises, and what is told of DuckDB's own. Does not: how it is found or shown.
"""

from __future__ import annotations

import re
from typing import Final

import duckdb

from transforms.errors import UserError

DENIED: Final = re.compile(r"permission denied|read-only file system|operation not permitted", re.IGNORECASE)
_UNWRITTEN: Final = re.compile(
    r"no space left|could not write|cannot write|failed to write|file too large|disk quota|temp_directory",
    re.IGNORECASE,
)


class WarehouseError(UserError):
    """A warehouse cannot do what was asked; the message is one line and names the remedy."""


class NoWarehouseError(WarehouseError):
    """There is no warehouse where one was looked for, or none that can be read."""


class WarehouseBusyError(WarehouseError):
    """Another process writes the warehouse; it can be read when that has ended."""


class NoEventError(WarehouseError):
    """There is no event with such an id, nor ever was."""


def first_line(error: BaseException) -> str:
    """The first line of an error's message."""
    return str(error).strip().partition("\n")[0]


def remedy_for_writing(error: BaseException) -> str:
    """What lets a file be written that could not be."""
    if DENIED.search(str(error)):
        return "change the permissions of its folder"
    if "file too large" in str(error).lower():
        return "raise the limit for the size of files (ulimit -f)"
    if isinstance(error, duckdb.OutOfMemoryException) and not is_unwritten(error):
        return "free some memory"
    return "free some space"


def is_unwritten(error: BaseException) -> bool:
    """Whether an error says that bytes did not reach the disk; DuckDB says so of several kinds."""
    return isinstance(error, duckdb.IOException) or bool(_UNWRITTEN.search(str(error)))
