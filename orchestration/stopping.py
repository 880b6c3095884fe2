"""Stop when the user or the system asks: Ctrl-C, SIGTERM, a closed terminal.

Belongs here: signals, work that can be left at any point, the end of a process whose run was left. Does not: what a run does.

A run is safe to kill at any moment, and the next one repairs it (steps.py): stopping it asks nothing of what it is doing, which may be a long query. It works in
a thread of its own, so that Dagster, which would catch the signals, and retry what they interrupt, never sees them. To end, this process becomes another
program, `note_stopped`: that lets go of the warehouse at once, whoever holds it, and ends the other processes, which wait for the end of this one.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn, TypeVar

SIGNALS: Final = {"SIGINT": "Ctrl-C", "SIGTERM": "SIGTERM", "SIGHUP": "the end of the terminal"}
_POLL_SECONDS: Final = 0.2  # where waiting for a thread lets no signal through
_STATUS_OF_SIGNAL: Final = 128

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class LeftRun:
    """A run that was left: its warehouse and its id."""

    warehouse: Path
    run_id: str


class Stopped(BaseException):  # noqa: N818  no error, and nobody is to catch it as one
    """The process was asked to stop; `run` is what it was doing, when that has a row to be noted in."""

    def __init__(self, signal_number: int, run: LeftRun | None = None) -> None:
        super().__init__(signal_number)
        self.signal_number = signal_number
        self.run = run

    @property
    def status(self) -> int:
        """The exit status by which shells know a stopped process."""
        return _STATUS_OF_SIGNAL + self.signal_number


_asked: list[int] = []


def raise_when_asked() -> None:
    """Raise `Stopped` in the main thread when the process is asked to stop, unless whoever started it has such signals ignored (nohup)."""
    _asked.clear()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _raise)


def asked_to_stop() -> Stopped | None:
    """What was asked, where a library turned it into an error of its own: DuckDB does so during a query."""
    return Stopped(_asked[0]) if _asked else None


def _raise(number: int, _: FrameType | None) -> None:
    if _asked:
        # asked twice: whatever is still being put in order is left
        os._exit(_STATUS_OF_SIGNAL + number)
    _asked.append(number)
    # other threads go on until the process ends, and find that what they used is gone
    threading.excepthook = lambda _: None
    raise Stopped(number)


def leave_when_stopped(work: Callable[[], Result]) -> Result:
    """Do the work in a thread of its own; `Stopped` leaves it as it is, and it goes on until the process ends."""
    done: Future[Result] = Future()

    def do() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    thread = threading.Thread(target=do, name="work", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_POLL_SECONDS)
    return done.result()


def end_now(status: int) -> NoReturn:
    """End without waiting for threads and processes that still work."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def become_note(run: LeftRun, stopped: Stopped) -> NoReturn:
    """Become the program that notes the run as stopped, says so and ends with the status of the signal."""
    for name in SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    arguments = (str(run.warehouse), run.run_id, stopped.signal_number)
    program = f"import sys; sys.path[:] = {sys.path!r}; from orchestration.stopping import note_stopped; note_stopped{arguments!r}"
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-P", "-c", program])


def note_stopped(warehouse: str, run_id: str, signal_number: int) -> NoReturn:
    """Note a run as stopped, and say what is kept and how to go on."""
    from orchestration.clock import utc_now
    from orchestration.logs import say_error
    from transforms.errors import UserError
    from warehouse.connection import Warehouse
    from warehouse.loading.run_log import end_run
    from warehouse.upkeep.status import work_left

    by = SIGNALS[signal.Signals(signal_number).name]
    kept = ""
    try:
        store = Warehouse(Path(warehouse))
        if store.exists():
            end_run(store, run_id, "stopped", utc_now())
            with store.reading() as db:
                n_articles, n_unread = work_left(db)
            kept = f"{n_articles} articles are kept, {n_unread} of them not read for events yet; "
    except UserError as error:
        kept = f"{error}; "
    say_error("run_stopped", f"stopped by {by}: {kept}start it again and it goes on from there")
    end_now(_STATUS_OF_SIGNAL + signal_number)
