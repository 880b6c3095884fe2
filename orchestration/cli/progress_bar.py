"""The progress display of long commands.

Belongs here: drawing with rich. Does not: what is reported (orchestration/progress.py).
"""

from __future__ import annotations

from types import TracebackType
from typing import IO, cast

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from orchestration.logs import LoggedProgress, Reporting, UnfailingErrors, logs_json


def progress_display() -> ProgressBar | LoggedProgress:
    """How progress is told: as people read it, or as JSON lines where logs are wanted so."""
    return LoggedProgress() if logs_json() else ProgressBar()


class ProgressBar:
    """One line per step on stderr while it runs; a plain line per step, and from time to time in a long one, when stderr is no terminal."""

    def __init__(self) -> None:
        self._console = Console(file=cast(IO[str], UnfailingErrors()))
        self._bars = Progress(
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._current: TaskID | None = None
        self._reporting = Reporting()

    def __enter__(self) -> ProgressBar:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()
        self._bars.stop()

    def begin(self, step: str, total: int | None) -> None:
        """Close the step before and show a new one."""
        self._finish()
        self._current = self._bars.add_task(step, total=total)
        self._reporting.begin()
        if not self._console.is_terminal:
            self._console.print(f"{step} ..." if total is None else f"{step} ({total}) ...", highlight=False)

    def advance(self, n: int) -> None:
        """Move the present step on by `n`."""
        if self._current is None:
            return
        self._bars.advance(self._current, n)
        if not self._console.is_terminal and self._reporting.is_due():
            task = self._bars.tasks[self._current]
            of_all = "" if task.total is None else f" of {task.total:,.0f}"
            self._console.print(f"{task.description}: {task.completed:,.0f}{of_all}", highlight=False)

    def _finish(self) -> None:
        if self._current is not None:
            task = self._bars.tasks[self._current]
            self._bars.update(self._current, total=task.completed, completed=task.completed)
