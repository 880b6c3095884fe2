"""Run a job for a command: progress is shown, and a run that fails ends the command.

Belongs here: what all commands that run a job do alike. Does not: the job itself (orchestration/execution.py).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from orchestration.cli.errors import EXIT_FAILED
from orchestration.logs import say_error

if TYPE_CHECKING:
    from orchestration.execution import Outcome
    from orchestration.extractors import ExtractorSettings
    from orchestration.inputs import Inputs
    from orchestration.progress import Progress

RUN_ID_SHOWN: Final = 8


def run_job_shown(warehouse: Path, inputs: Inputs, settings: ExtractorSettings) -> Outcome:
    """What the whole job gave on these inputs.

    Raises:
        Exit: as `run_shown`.
    """

    def start(progress: Progress) -> Outcome:
        from orchestration.execution import run_job

        return run_job(warehouse, inputs, settings, progress)

    return run_shown(start)


def run_shown(start: Callable[[Progress], Outcome]) -> Outcome:
    """What a run gave; `start` imports Dagster, which takes as long as some steps, and runs the job.

    Raises:
        Exit: the run failed, which has been said.
    """
    from orchestration.cli.progress_bar import progress_display

    with progress_display() as progress:
        progress.begin("Starting Dagster", None)
        outcome = start(progress)
    if outcome.error:
        say_error("run_failed", f"run {outcome.run_id[:RUN_ID_SHOWN]} failed: {outcome.error}")
        raise typer.Exit(EXIT_FAILED)
    return outcome
