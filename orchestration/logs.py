"""Structured logs: one JSON object a line on stderr, for whoever collects logs.

Belongs here: the choice of format, the log itself, where it is written, and progress told to it. Does not: drawing for people (cli/progress_bar.py).
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, TextIO, cast

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger

LOG_FORMAT_VARIABLE: Final = "DATELINE_LOG_FORMAT"
JSON: Final = "json"
FORMATS: Final = ("text", JSON)
REPORT_SECONDS: Final = 60.0
"""So often a step that takes long tells how far it is, where no bar is drawn."""


def logs_json() -> bool:
    """Whether logs are wanted as JSON lines."""
    return os.environ.get(LOG_FORMAT_VARIABLE) == JSON


def json_log() -> FilteringBoundLogger:
    """The log: `json_log().info("run_finished", n_read=39)` is one line with `timestamp` (UTC), `level`, `event` and what is given."""
    import structlog

    log: FilteringBoundLogger = structlog.wrap_logger(
        structlog.PrintLogger(cast(TextIO, UnfailingErrors())),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ],
    )
    return log


def say_error(event: str, message: str) -> None:
    """Tell what ended a command, as logs are wanted."""
    if logs_json():
        json_log().error(event, message=message)
    else:
        UnfailingErrors().write(f"dateline: {message}\n")


class UnfailingErrors:
    """The error output, whose reader may go away or whose disk may be full: what nobody can read must stop no run."""

    def write(self, text: str) -> int:
        """Write what can be written; the number of characters."""
        with suppress(OSError):
            sys.stderr.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what was written, if it can be."""
        with suppress(OSError):
            sys.stderr.flush()

    def __getattr__(self, name: str) -> Any:
        """All else is as of the error output."""
        return getattr(sys.stderr, name)


class Reporting:
    """When a long step tells again how far it is: each `REPORT_SECONDS` from its beginning on."""

    def __init__(self) -> None:
        self._told = 0.0

    def begin(self) -> None:
        """Count from now on."""
        self._told = time.monotonic()

    def is_due(self) -> bool:
        """Whether it is time to tell; it counts from now on then."""
        if time.monotonic() - self._told < REPORT_SECONDS:
            return False
        self.begin()
        return True


class LoggedProgress:
    """Each step as two lines of the log: when it begins, and when it has ended, with how many it did and its seconds; a long one tells in between how far it is."""

    def __init__(self) -> None:
        self._log = json_log()
        self._step: str | None = None
        self._total: int | None = None
        self._n_done = 0
        self._started = 0.0
        self._reporting = Reporting()

    def __enter__(self) -> LoggedProgress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()

    def begin(self, step: str, total: int | None) -> None:
        """Close the step before and log the new one."""
        self._finish()
        self._step, self._total, self._n_done, self._started = step, total, 0, time.monotonic()
        self._reporting.begin()
        self._log.info("step_started", step=step, total=total)

    def advance(self, n: int) -> None:
        """Count `n` more as done; a long step is told from time to time."""
        self._n_done += n
        if self._reporting.is_due():
            self._log.info("step_progress", step=self._step, n_done=self._n_done, total=self._total)

    def _finish(self) -> None:
        if self._step is not None:
            seconds = round(time.monotonic() - self._started, 3)
            self._log.info("step_finished", step=self._step, n_done=self._n_done, seconds=seconds)
        self._step = None
