"""One connection for many requests, let go of as soon as a run wants to write.

Belongs here: when the warehouse is opened and closed. Does not: what is read from it.
Opening a large warehouse takes longer than most questions; while it is open, no other process can write to it. So requests that follow
each other share a connection, which closes when nobody asked for a second, when a writer leaves its note (warehouse/turns.py), or when the file was replaced.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import duckdb

from warehouse.connection import Warehouse
from warehouse.errors import WarehouseBusyError
from warehouse.turns import writer_is_waiting

IDLE_SECONDS: Final = 1.0
WATCH_SECONDS: Final = 0.05
# So long a request waits for a run that writes; then it says so.
WAIT_SECONDS: Final = 3.0
# So long after a request waited in vain, others do not even try.
STILL_BUSY_SECONDS: Final = 1.0
# What DuckDB may take, so that no statement of a reader takes the memory that the machine needs.
MEMORY: Final = "2GB"
# Requests that come together share the processors. Most look up a few rows, and waking a second thread for that takes as long as looking.
THREADS: Final = max((os.cpu_count() or 1) // 2, 1)


class Version(NamedTuple):
    """What tells one state of the file from the next: nobody writes without changing it."""

    modified_ns: int
    size: int
    inode: int


def version_of(path: Path) -> Version | None:
    """The state of the file; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Version(found.st_mtime_ns, found.st_size, found.st_ino)


class SharedReader:
    """Cursors on one read-only connection, which lives only while it is used."""

    def __init__(self, path: Path, wait: float = WAIT_SECONDS) -> None:
        self.path = path
        self._warehouse = Warehouse(path)
        self._wait = wait
        self._changed = threading.Condition()
        self._open = ExitStack()
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._version: Version | None = None
        self._users = 0
        self._last_used = 0.0
        self._busy: tuple[float, WarehouseBusyError] | None = None

    @contextmanager
    def cursor(self) -> Iterator[tuple[duckdb.DuckDBPyConnection, Version]]:
        """A cursor of its own for one thread, and the version of the warehouse that it reads.

        Raises:
            NoWarehouseError: there is no warehouse.
            WarehouseBusyError: another process still writes after `WAIT_SECONDS`.
            WarehouseError: the file cannot be read.
        """
        connection, version = self._enter()
        cursor = connection.cursor()
        try:
            yield cursor, version
        finally:
            cursor.close()
            self._leave()

    def close(self) -> None:
        """Let go of the file once the requests at hand have ended."""
        with self._changed:
            self._changed.wait_for(lambda: self._users == 0)
            self._close()

    def _enter(self) -> tuple[duckdb.DuckDBPyConnection, Version]:
        with self._changed:
            if self._connection is not None and self._must_let_go():
                self._changed.wait_for(lambda: self._users == 0 or self._connection is None)
                self._close()
            if self._connection is None:
                self._connect()
            assert self._connection is not None and self._version is not None
            self._users += 1
            return self._connection, self._version

    def _leave(self) -> None:
        with self._changed:
            self._users -= 1
            self._last_used = time.monotonic()
            if self._users == 0:
                if self._must_let_go():
                    self._close()
                self._changed.notify_all()

    def _connect(self) -> None:
        if self._busy and time.monotonic() - self._busy[0] < STILL_BUSY_SECONDS:
            raise self._busy[1]
        try:
            self._connection = self._open.enter_context(self._warehouse.reading(self._wait, MEMORY, THREADS))
        except WarehouseBusyError as error:
            self._busy = (time.monotonic(), error)
            raise
        self._version = version_of(self.path)
        self._last_used = time.monotonic()
        threading.Thread(target=self._watch, args=(self._connection,), name="explorer-reader", daemon=True).start()

    def _close(self) -> None:
        self._connection = None
        self._open.close()

    def _must_let_go(self) -> bool:
        return writer_is_waiting(self.path) or version_of(self.path) != self._version

    def _watch(self, watched: duckdb.DuckDBPyConnection) -> None:
        while True:
            time.sleep(WATCH_SECONDS)
            with self._changed:
                if self._connection is not watched:
                    return
                idle = time.monotonic() - self._last_used > IDLE_SECONDS
                if self._users == 0 and (idle or self._must_let_go()):
                    self._close()
                    return
