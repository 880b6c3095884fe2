"""Let go of a file beside other work: freeing what was read of a large warehouse takes as long as many a question.

Belongs here: connections that are being closed. Does not: opening (connection.py).
While one closes, this process must not open the file anew: systems give up all locks of a process on a file when it closes any of its handles.
"""

from __future__ import annotations

import threading
from typing import Final

import duckdb

_CLOSING: Final[set[threading.Thread]] = set()
_CHANGING: Final = threading.Lock()


def close_beside(connection: duckdb.DuckDBPyConnection) -> None:
    """Close a connection in a thread of its own; the process does not end before it has."""
    thread = threading.Thread(target=connection.close, name="warehouse-close")
    with _CHANGING:
        thread.start()
        _CLOSING.add(thread)


def wait_until_closed() -> None:
    """Wait until what was to be closed is."""
    with _CHANGING:
        waited_for = _CLOSING.copy()
    for thread in waited_for:
        thread.join()
    with _CHANGING:
        _CLOSING.difference_update(waited_for)
