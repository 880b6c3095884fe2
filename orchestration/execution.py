"""Run the job in this process.

Belongs here: Dagster's instance, run configuration, and clearing away runs that were killed. Does not: the job (jobs.py), the display (cli).
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any, Final

import dagster as dg
from dagster._core.storage.noop_compute_log_manager import NoOpComputeLogManager
from dagster._core.storage.tags import (
    ASSET_PARTITION_RANGE_END_TAG,
    ASSET_PARTITION_RANGE_START_TAG,
    MAX_RETRIES_TAG,
)
from dagster._core.utils import make_new_run_id

from orchestration.clock import utc_now
from orchestration.definitions import build_definitions
from orchestration.extractors import ExtractorSettings
from orchestration.inputs import Inputs
from orchestration.jobs import backfill_days, build_history
from orchestration.parallel import processes_kept
from orchestration.partitions import publication_days
from orchestration.paths import dagster_home, one_at_a_time, prepare_dagster_home
from orchestration.progress import Progress
from orchestration.resources import ExtractorResource, InputResource, WarehouseResource
from orchestration.run_history import kept_connections, told_if_unwritten
from orchestration.run_launcher import PROCESS_TAG, is_alive
from orchestration.stopping import LeftRun, Stopped, leave_when_stopped
from transforms.errors import UserError
from warehouse.connection import Warehouse
from warehouse.errors import first_line
from warehouse.loading.backfill import Period
from warehouse.loading.run_log import end_run

STOPPED_REPORT_SECONDS = 0.8
READING: Final = ("transforms.temporal", "transforms.events")  # what other processes need for their part of a run
_OWN_ERROR: Final = re.compile(r"^(?:orchestration|transforms|warehouse)\.[\w.]+: ")
"""What stands before an error that says in words of its own what is wrong."""
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: its id, and what went wrong, in one line, if it failed."""

    run_id: str
    error: str | None
    failed_checks: tuple[str, ...]


def run_job(warehouse: Path, inputs: Inputs, extractor: ExtractorSettings, progress: Progress) -> Outcome:
    """Run the whole graph in this process on these inputs; Dagster's UI shows the run."""
    prepare_dagster_home(warehouse)
    definitions = build_definitions(
        warehouse=WarehouseResource(path=str(warehouse)),
        inputs=InputResource.of(inputs),
        extractor=ExtractorResource.of(extractor),
        progress=progress,
    )
    return _execute(definitions.resolve_job_def(build_history.name), warehouse, QUIET, {})


def run_backfill(
    warehouse: Path, period: Period, *, reextract: bool, extractor: ExtractorSettings, progress: Progress
) -> Outcome:
    """Read the articles of some days of publication again, in this process and in one run; Dagster's UI shows the run and its days.

    Of a period that has begun, such as this month, the days so far are read.

    Raises:
        UserError: a day before the first partition or after the last.
    """
    prepare_dagster_home(warehouse)
    known = publication_days.get_partition_keys()
    last_known = date.fromisoformat(known[-1])
    if period.first <= last_known < period.last:
        period = Period(period.first, last_known)
    for day in (period.first, period.last):
        if day.isoformat() not in known:
            raise UserError(
                f"{day} is no day of publication that can be asked for: name days from {known[0]} to {known[-1]}"
            )
    definitions = build_definitions(
        warehouse=WarehouseResource(path=str(warehouse)), extractor=ExtractorResource.of(extractor), progress=progress
    )
    config = {**QUIET, "ops": {"days_read": {"config": {"reextract": reextract}}}}
    days = {
        ASSET_PARTITION_RANGE_START_TAG: period.first.isoformat(),
        ASSET_PARTITION_RANGE_END_TAG: period.last.isoformat(),
    }
    return _execute(definitions.resolve_job_def(backfill_days.name), warehouse, config, days)


def _execute(job: dg.JobDefinition, warehouse: Path, config: dict[str, Any], tags: dict[str, str]) -> Outcome:
    run_id = make_new_run_id()
    try:
        return leave_when_stopped(lambda: _execute_here(job, warehouse, run_id, config, tags))
    except Stopped as stopped:
        _report_stopped(run_id)
        raise Stopped(stopped.signal_number, LeftRun(warehouse, run_id)) from None


def _execute_here(
    job: dg.JobDefinition, warehouse: Path, run_id: str, config: dict[str, Any], tags: dict[str, str]
) -> Outcome:
    home = dagster_home(warehouse)
    try:
        with one_at_a_time(home):
            opened = dg.DagsterInstance.get()
    except Exception as problem:
        raise UserError(
            f"Dagster cannot use {home} ({first_line(problem)}): mend or remove its dagster.yaml, or set DAGSTER_HOME to another folder"
        ) from problem
    with told_if_unwritten(home), opened as instance, kept_connections(instance), processes_kept(*READING):
        # what steps print is not kept: the processes that would do so outlive a run that is stopped, and complain of it
        instance._compute_log_manager = NoOpComputeLogManager()
        _clear_killed_runs(instance)
        result = job.execute_in_process(
            instance=instance,
            run_id=run_id,
            run_config=config,
            # what a person started and saw fail, the daemon does not try again
            tags={PROCESS_TAG: str(os.getpid()), MAX_RETRIES_TAG: "0", **tags},
            raise_on_error=False,
        )
        error = None if result.success else _first_failure(result)
        if error:
            end_run(Warehouse(warehouse), result.run_id, "failed", utc_now())
        return Outcome(result.run_id, error, _failed_checks(result))


def _report_stopped(run_id: str) -> None:
    """Let Dagster know, if that can be done at once; else the next run does (`_clear_killed_runs`)."""

    def report() -> None:
        with suppress(Exception), dg.DagsterInstance.get() as instance:
            run = instance.get_run_by_id(run_id)
            if run and not run.is_finished:
                instance.report_run_canceled(run, "stopped; the next run repairs what it left")

    reporting = Thread(target=report, daemon=True)
    reporting.start()
    reporting.join(STOPPED_REPORT_SECONDS)


def _first_failure(result: dg.ExecuteInProcessResult) -> str:
    for event in result.all_events:
        if event.is_step_failure and event.step_failure_data.error:
            error = event.step_failure_data.error
            return _OWN_ERROR.sub("", (error.cause or error).message.strip().splitlines()[-1])
    return "the run failed; see the Dagster UI (make ui)"


def _failed_checks(result: dg.ExecuteInProcessResult) -> tuple[str, ...]:
    """The checks that say something is wrong; warnings are for the Dagster UI and `dateline doctor`."""
    failed = [
        e for e in result.get_asset_check_evaluations() if not e.passed and e.severity is dg.AssetCheckSeverity.ERROR
    ]
    return tuple(sorted(f"{e.asset_key.to_user_string()}: {e.check_name}" for e in failed))


def _clear_killed_runs(instance: dg.DagsterInstance) -> None:
    """Report runs whose process is gone as failed, or they would block Dagster's queue for ever."""
    for run in instance.get_runs(dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.STARTING])):
        process = run.tags.get(PROCESS_TAG)
        if process and not is_alive(int(process)):
            instance.report_run_failed(run, f"process {process} is gone; the next run repairs what it left")
