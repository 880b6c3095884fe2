"""Dagster's record of runs, written without waiting for the disk at every event.

Belongs here: how this process reaches the SQLite files of Dagster's event log, and what is said when they cannot be written. Does not: running the job (execution.py).

Dagster opens and closes a file for each event, some thousand times in a run with hundreds of assets and checks: the last connection that closes writes the file
through to the disk. Here each file keeps one connection until the run ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import dagster as dg
from dagster._core.storage.event_log import SqliteEventLogStorage
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError

from transforms.errors import UserError
from warehouse.errors import first_line, remedy_for_writing


@contextmanager
def told_if_unwritten(home: Path) -> Iterator[None]:
    """Say what mends it when Dagster's record, in its folder `home`, cannot be written.

    Raises:
        UserError: its database cannot be written, as on a full disk.
    """
    try:
        yield
    except OperationalError as error:
        raise UserError(
            f"Dagster's record of runs in {home} cannot be written ({first_line(error.orig or error)}): {remedy_for_writing(error)}, or set DAGSTER_HOME to a folder on another disk"
        ) from error


@contextmanager
def kept_connections(instance: dg.DagsterInstance) -> Iterator[None]:
    """Let the instance keep its connections to the event log; changes nothing where that is not in SQLite."""
    storage = instance.event_log_storage
    if not isinstance(storage, SqliteEventLogStorage):
        yield
        return
    engines: dict[str, Engine] = {}

    @contextmanager
    def connect(shard: str) -> Iterator[Connection]:
        with storage._db_lock:
            if shard not in engines:
                engines[shard] = _engine(storage.conn_string_for_shard(shard))
                storage._initdb(engines[shard])
            with engines[shard].begin() as connection:
                yield connection

    storage._connect = connect  # type: ignore[method-assign]
    # asked at every check, each time in a connection of its own
    storage.has_table = cache(storage.has_table)  # type: ignore[method-assign]
    try:
        yield
    finally:
        del storage._connect, storage.has_table
        for engine in engines.values():
            engine.dispose()


def _engine(address: str) -> Engine:
    engine = create_engine(address, connect_args={"timeout": 60})

    @event.listens_for(engine, "connect")
    def _(connection: Any, _: object) -> None:
        # with a write-ahead log a crash of the machine may lose the last events, and damages nothing
        connection.execute("pragma synchronous = normal")

    return engine
