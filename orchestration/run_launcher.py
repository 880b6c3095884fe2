"""Start runs for Dagster's daemon, and tell it which of them are gone.

Belongs here: whether the process of a run lives. Does not: the configuration that names this class (paths.py), runs of `dateline run` (execution.py).

Dagster's own launcher cannot tell: after a machine went down in the middle of a run, the run counts as started for ever, and with one run at a time no other begins.
"""

from __future__ import annotations

import os
from typing import Final

import dagster as dg
from dagster._core.errors import DagsterUserCodeUnreachableError
from dagster._core.launcher import CheckRunHealthResult, WorkerStatus
from dagster._grpc.client import DagsterGrpcClient

from orchestration.paths import warehouse_path
from warehouse.loading.running import is_running

PROCESS_TAG: Final = "dateline/pid"
NOBODY_LISTENS: Final = "UNAVAILABLE"


class WatchedRunLauncher(dg.DefaultRunLauncher):
    """Dagster's own launcher, whose runs are reported as failed when their process is gone; `run_monitoring` asks for it."""

    @property
    def supports_check_run_worker_health(self) -> bool:
        """It can tell."""
        return True

    def check_run_worker_health(self, run: dg.DagsterRun) -> CheckRunHealthResult:
        """Whether the process of a run lives; where nothing says that it is gone, it does."""
        if is_running(warehouse_path(), run.run_id):
            return CheckRunHealthResult(WorkerStatus.RUNNING)
        if self._is_gone(run):
            return CheckRunHealthResult(WorkerStatus.FAILED, "its process is gone; the next run repairs what it left")
        return CheckRunHealthResult(WorkerStatus.RUNNING)

    def _is_gone(self, run: dg.DagsterRun) -> bool:
        if process := run.tags.get(PROCESS_TAG):
            return not is_alive(int(process))
        server = self._get_grpc_client_for_termination(run.run_id)  # type: ignore[no-untyped-call]
        return server is not None and not _listens(server)


def is_alive(process: int) -> bool:
    """Whether there is a process of this number."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _listens(server: DagsterGrpcClient) -> bool:
    """Whether the process that started a run is there; one that is slow to answer is."""
    try:
        server.ping("")
    except DagsterUserCodeUnreachableError as error:
        return NOBODY_LISTENS not in str(error)
    return True
