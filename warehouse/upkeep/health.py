"""Whether a warehouse is sound: findings, each with its remedy.

Belongs here: running every check on one file and putting what was found into words. Does not: the checks of tables (integrity.py), the environment (orchestration).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import duckdb

from transforms.schema import DATE_EXPRESSIONS, EVENT_MENTIONS
from warehouse.connection import Warehouse
from warehouse.errors import WarehouseError
from warehouse.migrations import LAYOUT_VERSION
from warehouse.models import run_tests
from warehouse.upkeep.integrity import integrity_checks, run_check
from warehouse.upkeep.status import KILLED, last_readings, told_state, unread_articles

FAILED_READINGS_TOLD: Final = 3
"""A source that was read with success before may fail less often than this without a warning: servers have bad hours."""

Level = Literal["ok", "warning", "error"]
_HOW_IT_STANDS = {"running": "is still running", KILLED: "was killed", "stopped": "was stopped", "failed": "has failed"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: how it stands, and what mends it when it does not."""

    level: Level
    what: str
    remedy: str = ""


def warehouse_findings(db: Warehouse, declared: Collection[str] | None = None) -> list[Finding]:
    """What is right and wrong with a warehouse; an unreadable one is a finding too.

    declared: the sources that runs still read; those that are read no more are nobody's worry. None: all.
    """
    if not db.exists():
        return [Finding("warning", f"there is no warehouse at {db.path}", "make one with `dateline run`")]
    try:
        with db.reading() as connection:
            return [
                Finding("ok", f"{db.path} opens; its tables have version {LAYOUT_VERSION}"),
                *_tables(connection),
                *_unread(connection),
                *_last_run(connection, db.path),
                *_untold(connection),
                *_failing_sources(connection, declared),
                *_models(connection),
            ]
    except (WarehouseError, duckdb.Error) as error:
        text, _, remedy = str(error).partition(": ")
        return [Finding("error", text, remedy or "restore a backup with `dateline import`")]


def _tables(connection: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    checks = integrity_checks()
    failed = [result for result in (run_check(connection, check) for check in checks) if not result.passed]
    for result in failed:
        example = ", ".join(f"{name} {value}" for name, value in result.examples[0].items())
        what = (
            f"raw.{result.check.table}: not true that {result.check.description} ({result.n_failures} fail: {example})"
        )
        yield Finding(result.check.severity, what, result.check.remedy)
    yield Finding("ok", f"{len(checks) - len(failed)} of {len(checks)} checks of the raw tables hold")


def _unread(connection: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    for stage in (DATE_EXPRESSIONS.name, EVENT_MENTIONS.name):
        if n_unread := unread_articles(connection, stage):
            yield Finding("warning", f"{n_unread} articles have not been read for {stage}", "run `dateline run`")


def _last_run(connection: duckdb.DuckDBPyConnection, path: Path) -> Iterator[Finding]:
    last = connection.execute(
        "select run_id, state, started_at from raw.runs order by started_at desc limit 1"
    ).fetchall()
    for run_id, stored, started_at in last:
        state = told_state(run_id, stored, path)
        what = f"the last run, of {started_at:%Y-%m-%d %H:%M}, {_HOW_IT_STANDS.get(state, state)}"
        if state == "running":
            yield Finding("ok", what)
        elif state != "finished":
            yield Finding("warning", what, "run `dateline run`: it repairs what a run left undone")


def _untold(connection: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    """The events without a history, as an upgraded file has them."""
    [(n_untold,)] = connection.execute(
        "select count(*) from raw.events where event_id not in (select event_id from raw.event_versions)"
    ).fetchall()
    if n_untold:
        yield Finding("warning", f"of {n_untold} events it is not known what was known when", "run `dateline run`")


def _failing_sources(connection: duckdb.DuckDBPyConnection, declared: Collection[str] | None) -> Iterator[Finding]:
    """The sources of which nothing was had in the last readings, or ever."""
    for source in last_readings(connection):
        n_failed, last = source["n_failed_readings"], source["last_success_at"]
        is_read = declared is None or source["source"] in declared
        if is_read and n_failed >= (FAILED_READINGS_TOLD if last else 1):
            since = f"{n_failed} times since {last:%Y-%m-%d %H:%M}" if last else "whenever it was read"
            what = f"the source {source['source']} failed {since}: {source['last_failure']}"
            yield Finding("warning", what, "mend it in sources.toml, or write enabled = false there")


def _models(connection: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    try:
        tests = run_tests(connection)
    except WarehouseError as error:
        yield Finding("warning", f"the SQL models are not built ({error})", "run `dateline run`")
        return
    for test in tests:
        if test.n_failures:
            yield Finding("error", f"SQL test {test.name} fails for {test.n_failures} rows", "run `dateline run`")
    yield Finding("ok", f"{sum(not test.n_failures for test in tests)} of {len(tests)} SQL tests hold")
