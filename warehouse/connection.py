"""Open the warehouse: the only place that calls `duckdb.connect`.

Belongs here: opening for reading or writing, waiting for a lock, what a file that cannot be opened means. Does not: SQL of any table, turns between processes (turns.py).
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import duckdb

from warehouse.beside import COMPACTED, is_sqlite, made_beside
from warehouse.closing import close_beside, wait_until_closed
from warehouse.ddl import literal, quoted
from warehouse.errors import (
    DENIED,
    NoWarehouseError,
    WarehouseBusyError,
    WarehouseError,
    first_line,
    is_unwritten,
    remedy_for_writing,
)
from warehouse.migrations import Layout, create_all_tables, layout_of, prepare_tables
from warehouse.rights import as_private_as, replace_with
from warehouse.turns import ask_for_a_turn, end_asking, writer_is_waiting

__all__ = ["IN_MEMORY", "Warehouse", "WarehouseError"]

IN_MEMORY = ":memory:"
READ_WAIT_SECONDS = 20.0
WRITE_WAIT_SECONDS = 30.0
POLL_SECONDS = 0.02
# So long a reader lets a waiting writer go first; a writer that needs longer waits for somebody else.
HOLD_OFF_SECONDS = 2.0

# Bytes of the blocks of a new file. Most questions look up a few rows here and there, each of which costs its whole block: DuckDB's own choice is four times as
# much. With smaller ones, listing the blocks of a wide column of a million rows costs more than reading the rows.
BLOCK_SIZE = 65_536
# DuckDB's own choice is a format that its oldest releases read, in which ending any write describes all tables anew: a quarter of a second for a million events.
FILE_FORMAT = "v1.5.0"

# Enough for what is loaded at once. As a table of texts grows DuckDB writes parts of it together anew when the file is closed, which takes gigabytes where it may.
LOADING_MEMORY = "768MB"

# So many rows are looked up in an index rather than by reading a whole table.
_ROWS_LOOKED_UP = 20_000

# No file but the warehouse, no extension from the network, no Python variable is reachable from SQL.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
    "index_scan_max_count": str(_ROWS_LOOKED_UP),
}
_FILE_CONFIG = _CONFIG | {"default_block_size": str(BLOCK_SIZE), "storage_compatibility_version": FILE_FORMAT}

# The name of a warehouse in a connection to another file.
_CATALOG = "warehouse"

# For what names a second file: `compact`, which runs no SQL but its own, and until the files are attached.
_COPYING: dict[str, str | bool | int | float | list[str]] = _FILE_CONFIG | {"enable_external_access": True}

# Another process holds the file, or this one holds it in the other mode.
_IN_USE = re.compile(r"could not set lock|different configuration|being used by another process", re.IGNORECASE)
_HOLDER = re.compile(r"\(PID (\d+)\)")
_NEWER = re.compile(r"newer version|version number", re.IGNORECASE)

_SETTINGS = threading.Lock()

Taken = TypeVar("Taken")


class Warehouse:
    """One DuckDB file, opened only for as long as it is read or written.

    `path` is a file, or `:memory:` for a warehouse that lives as long as this object.
    """

    def __init__(self, path: Path | str) -> None:
        self.in_memory = str(path) == IN_MEMORY
        self.path = Path(path)
        self._shared: duckdb.DuckDBPyConnection | None = None
        self._shared_lock = threading.RLock()

    def __repr__(self) -> str:
        return f"Warehouse({str(self.path)!r})"

    def exists(self) -> bool:
        """Whether there is a file (a warehouse in memory always exists)."""
        return self.in_memory or self.path.exists()

    def check(self) -> None:
        """Say now what would stop a later write; makes no file.

        Raises:
            WarehouseError: as `writing`.
        """
        if self.in_memory:
            return
        self._check_folder()
        if self.path.exists():
            with self.writing():
                pass

    @contextmanager
    def reading(
        self, wait: float = READ_WAIT_SECONDS, memory: str = "", threads: int | None = None
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that cannot write; waits up to `wait` seconds while another process writes. An older warehouse is upgraded first.

        The file is let go of in the background (closing.py); whatever this process opens next waits for it.
        memory, threads: at most so much (`2GB`) and so many for all who read the file in this process; DuckDB's own choice is most of what the machine has.

        Raises:
            NoWarehouseError: no such file, or no warehouse in it.
            WarehouseBusyError: still in use after the wait.
            WarehouseError: the file cannot be read, or a newer version made it.
        """
        if self.in_memory:
            with self._memory() as connection:
                yield connection
            return
        if not self.path.exists():
            raise NoWarehouseError(
                f"no warehouse at {self.path}: make one with `dateline run`, or name another with --warehouse"
            )
        _hold_off(self.path)
        connection = _open(self.path, read_only=True, wait=wait)
        try:
            _lock_settings(connection, memory, threads)
            layout = layout_of(connection, self.path)
            if layout is Layout.OLDER:
                connection.close()
                self._upgrade()
                connection = _open(self.path, read_only=True, wait=wait)
                _lock_settings(connection, memory, threads)
            if layout is Layout.NONE:
                raise NoWarehouseError(
                    f"{self.path} is a DuckDB file without Dateline's tables: fill it with `dateline run`, or name another with --warehouse"
                )
            yield connection
        finally:
            close_beside(connection)

    def _upgrade(self) -> None:
        try:
            with self.writing():
                pass
        except WarehouseBusyError:
            raise
        except WarehouseError as error:
            raise WarehouseError(f"{error}; an older version made it, and it is upgraded before it is read") from error

    @contextmanager
    def beside(self, file: Path, memory: str = "") -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
        """A connection that writes another DuckDB file, and the name of the catalog in which it reads this warehouse; others may read it meanwhile.

        memory: as of `writing`.

        Raises:
            WarehouseError: as `reading`, or the other file cannot be written.
        """
        with self.reading():
            pass
        with as_private_as(self.path):
            connection = _open(file, read_only=False, wait=0.0, config=_COPYING)
        end_asking(file)
        try:
            connection.execute("set TimeZone = 'UTC'")
            _hold_off(self.path)
            _attach(connection, self.path, _CATALOG)
            if memory:
                connection.execute(f"set memory_limit = {literal(memory)}")
            connection.execute("set enable_external_access = false")
            yield connection, _CATALOG
        finally:
            connection.close()

    @contextmanager
    def writing(
        self, also_reading: Mapping[str, Path] | None = None, memory: str = ""
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection in one transaction: committed when the block ends, undone when it raises. Creates the file and its raw tables, upgrades older ones.

        also_reading: further DuckDB files that can be read, by the name of their catalog. memory: at most so much, as `LOADING_MEMORY`; DuckDB's own choice is most of
        what the machine has.

        Raises:
            WarehouseError: the file cannot be written, has a newer or unknown layout, or is still in use after `WRITE_WAIT_SECONDS`.
        """
        with self._writable(also_reading or {}, memory) as connection:
            connection.execute("begin transaction")
            try:
                if not self.in_memory and prepare_tables(connection, self.path):
                    _build_models_again(connection)
                yield connection
                connection.execute("commit")
            except BaseException as error:
                with suppress(duckdb.Error):
                    connection.execute("rollback")
                if isinstance(error, duckdb.OutOfMemoryException) or (
                    isinstance(error, duckdb.Error) and is_unwritten(error)
                ):
                    raise WarehouseError(
                        f"cannot write {self.path}: {first_line(error)}; {remedy_for_writing(error)}, and run the command again"
                    ) from error
                raise

    def compact(self) -> None:
        """Write the file anew, without the space of deleted rows; nobody else can open it meanwhile.

        The new file takes the old one's place when it is whole: killed at any moment, this leaves the one or the other.

        Raises:
            WarehouseError: as `writing`; or the disk is full.
        """
        fresh = made_beside(self.path, COMPACTED)
        try:
            connection = _open(self.path, read_only=False, wait=WRITE_WAIT_SECONDS, config=_COPYING)
        finally:
            end_asking(self.path)
        try:
            fresh.unlink(missing_ok=True)
            connection.execute("checkpoint")
            [(name,)] = connection.execute("select current_database()").fetchall()
            with as_private_as(self.path):
                connection.execute(f"attach {literal(str(fresh))} as compacted")
            connection.execute(f"copy from database {quoted(name)} to compacted")
            connection.execute("detach compacted")
            with fresh.open("rb+") as written:
                os.fsync(written.fileno())
            # while the old file is still open: nothing can be written to it in between
            replace_with(fresh, self.path)
        except (duckdb.Error, OSError) as error:
            raise WarehouseError(f"cannot write {fresh}: {first_line(error)}; {remedy_for_writing(error)}") from error
        finally:
            fresh.unlink(missing_ok=True)
            connection.close()

    @contextmanager
    def _writable(self, also_reading: Mapping[str, Path], memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
        if self.in_memory:
            with self._memory() as shared:
                yield shared
            return
        self._check_folder()
        try:
            config = _COPYING if also_reading else _FILE_CONFIG
            connection = _open(self.path, read_only=False, wait=WRITE_WAIT_SECONDS, config=config)
        finally:
            end_asking(self.path)
        try:
            connection.execute("set TimeZone = 'UTC'")
            for catalog, file in also_reading.items():
                _attach(connection, file, catalog)
            if memory:
                connection.execute(f"set memory_limit = {literal(memory)}")
            connection.execute("set enable_external_access = false")
            yield connection
        finally:
            connection.close()

    def _check_folder(self) -> None:
        if not self.path.parent.is_dir():
            raise WarehouseError(f"cannot make a warehouse at {self.path}: there is no folder {self.path.parent}")

    @contextmanager
    def _memory(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._shared_lock:
            if self._shared is None:
                self._shared = duckdb.connect(IN_MEMORY, config=_CONFIG)
                self._shared.execute("set global TimeZone = 'UTC'")
                create_all_tables(self._shared)
            yield self._shared


def _build_models_again(connection: duckdb.DuckDBPyConnection) -> None:
    """Build the models on upgraded tables: views on the old ones no longer fit."""
    from warehouse.models import run_models

    run_models(connection)


def _attach(connection: duckdb.DuckDBPyConnection, file: Path, catalog: str) -> None:
    """Let a connection read another DuckDB file; waits while another process writes it."""
    statement = f"attach {literal(str(file))} as {quoted(catalog)} (read_only)"
    _when_free(file, READ_WAIT_SECONDS, lambda: connection.execute(statement))


def _open(
    path: Path, *, read_only: bool, wait: float, config: dict[str, str | bool | int | float | list[str]] = _FILE_CONFIG
) -> duckdb.DuckDBPyConnection:
    return _when_free(
        path,
        wait,
        lambda: duckdb.connect(path, read_only=read_only, config=config),
        (lambda: None) if read_only else (lambda: ask_for_a_turn(path)),
    )


def _when_free(
    path: Path, wait: float, take: Callable[[], Taken], meanwhile: Callable[[], None] = lambda: None
) -> Taken:
    """What `take` gives of a file as soon as nobody else uses it; `meanwhile` is done before each further try."""
    wait_until_closed()
    deadline = time.monotonic() + wait
    while True:
        try:
            return take()
        except duckdb.Error as error:
            if not _IN_USE.search(str(error)):
                raise _cannot_open(path, error) from error
            if time.monotonic() > deadline:
                raise _still_in_use(path, error, wait) from error
        meanwhile()
        time.sleep(POLL_SECONDS)


def _hold_off(path: Path) -> None:
    deadline = time.monotonic() + HOLD_OFF_SECONDS
    while writer_is_waiting(path) and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)


def _lock_settings(connection: duckdb.DuckDBPyConnection, memory: str, threads: int | None) -> None:
    # All readers of this process share the settings: the second one finds them locked already.
    with _SETTINGS:
        [(locked,)] = connection.execute("select current_setting('lock_configuration')").fetchall()
        if not locked:
            connection.execute("set global TimeZone = 'UTC'")
            if memory:
                connection.execute(f"set global memory_limit = {literal(memory)}")
            if threads:
                connection.execute(f"set global threads = {threads}")
            connection.execute("set lock_configuration = true")


def _still_in_use(path: Path, error: duckdb.Error, waited: float) -> WarehouseBusyError:
    holder = _HOLDER.search(str(error))
    who = f"process {holder[1]}" if holder else "another connection"
    return WarehouseBusyError(
        f"{path} has been in use by {who} for {waited:.0f} seconds: try again when that has ended"
    )


def _cannot_open(path: Path, error: duckdb.Error) -> NoWarehouseError:
    if path.is_dir():
        return NoWarehouseError(f"{path} is a folder: name a file with --warehouse")
    if denied := DENIED.search(str(error)):
        return NoWarehouseError(
            f"{path} cannot be opened for this ({denied[0].lower()}): change the permissions of the file and its folder,"
            " or name another warehouse with --warehouse"
        )
    if _NEWER.search(str(error)):
        return NoWarehouseError(
            f"{path} was written by another version of DuckDB: upgrade with `pip install -U duckdb`"
        )
    if is_sqlite(path):
        return NoWarehouseError(f"{path} is a SQLite database, and no DuckDB file: name another with --warehouse")
    if path.exists():
        return NoWarehouseError(
            f"{path} is not a readable DuckDB file ({first_line(error)}): a copy taken while a run wrote is made again with `dateline export --all`;"
            " else move it away, and `dateline import` a backup or run `dateline run` again"
        )
    return NoWarehouseError(f"cannot make a warehouse at {path}: {first_line(error)}")
