"""The record of runs: when each began and ended, and what it read.

Belongs here: rows of `runs`. Does not: what a run does.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from transforms.schema import RUNS, SchemaError
from warehouse.connection import Warehouse
from warehouse.ddl import quoted, raw_name
from warehouse.loading.running import hold, let_go

_COUNTS = frozenset(name for name in RUNS.names if name.startswith("n_"))


def begin_run(db: Warehouse, run_id: str, now: datetime) -> None:
    """Note that a run has begun; one that never ended was killed, and is noted as failed."""
    if not db.in_memory:
        hold(db.path, run_id)
    with db.writing() as connection:
        connection.execute(f"update {raw_name(RUNS)} set state = 'failed' where state = 'running'")
        connection.execute(f"delete from {raw_name(RUNS)} where run_id = ?", [run_id])
        connection.execute(
            f"insert into {raw_name(RUNS)} (run_id, started_at, state) values (?, ?, 'running')", [run_id, now]
        )


def note_counts(db: Warehouse, run_id: str, counts: Mapping[str, int]) -> None:
    """Note what a run has read so far.

    counts: values for the `n_` columns of RUNS.

    Raises:
        SchemaError: a count that RUNS does not have.
    """
    if unknown := sorted(counts.keys() - _COUNTS):
        raise SchemaError(f"runs: no such count: {', '.join(unknown)}")
    assignments = ", ".join(f"{quoted(name)} = ${name}" for name in counts)
    with db.writing() as connection:
        connection.execute(
            f"update {raw_name(RUNS)} set {assignments} where run_id = $run_id", {"run_id": run_id, **counts}
        )


def end_run(db: Warehouse, run_id: str, state: str, now: datetime) -> None:
    """Note how a run ended (`finished`, `failed` or `stopped`), with the mentions and events that the warehouse then holds."""
    with db.writing() as connection:
        connection.execute(
            f"""
            update {raw_name(RUNS)} set
                state = $state,
                finished_at = $now::timestamptz,
                seconds = epoch($now::timestamptz) - epoch(started_at),
                n_mentions = (select count(*) from raw.event_mentions),
                n_events = (select count(*) from raw.events)
            where run_id = $run_id
            """,
            {"state": state, "now": now, "run_id": run_id},
        )
    if not db.in_memory:
        let_go(db.path, run_id)
