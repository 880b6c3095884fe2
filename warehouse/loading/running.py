"""Whether the process of a run still lives.

Belongs here: a lock beside the warehouse that a run holds until it ends; the system takes it away from a process that is killed. Does not: rows of `runs`.
A number of a process would not do: another one may have it by now, and in containers each run has the same.
"""

from __future__ import annotations

from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

MOMENT: Final = 1.0
"""Seconds within which nobody looks any more."""

_MARK: Final = ".run-"
_held: Final[dict[Path, FileLock]] = {}


def hold(warehouse: Path, run_id: str) -> None:
    """Hold the lock of a run until `let_go` or the end of this process, and clear away the locks of runs that were killed."""
    with suppress(OSError):
        for left in warehouse.parent.glob(f"{escape(warehouse.name)}{_MARK}*"):
            if not _is_held(left):
                left.unlink(missing_ok=True)
    path = _lock(warehouse, run_id)
    # a thread that ends must not take the lock with it
    lock = FileLock(path, thread_local=False)
    with suppress(OSError, Timeout):
        # whoever looks whether it is held holds it for a moment
        lock.acquire(timeout=MOMENT)
        _held[path] = lock


def let_go(warehouse: Path, run_id: str) -> None:
    """Let go of the lock of a run that has ended."""
    path = _lock(warehouse, run_id)
    lock = _held.pop(path, None)
    if lock is not None:
        lock.release(force=True)
    with suppress(OSError):
        path.unlink(missing_ok=True)


def is_running(warehouse: Path, run_id: str) -> bool:
    """Whether the process of a run that never noted its end still lives; of one on another machine only a shared folder that locks can tell."""
    return _is_held(_lock(warehouse, run_id))


def living_runs(warehouse: Path) -> frozenset[str]:
    """The runs whose processes live, by id."""
    locks = warehouse.parent.glob(f"{escape(warehouse.name)}{_MARK}*")
    return frozenset(lock.name.partition(_MARK)[2] for lock in locks if _is_held(lock))


def _is_held(lock: Path) -> bool:
    if not lock.exists():
        return False
    try:
        with FileLock(lock, timeout=0, thread_local=False):
            return False
    except Timeout:
        return True
    except OSError:  # a lock of somebody else, which this user may not touch: nothing says that the run is gone
        return True


def _lock(warehouse: Path, run_id: str) -> Path:
    return warehouse.with_name(f"{warehouse.name}{_MARK}{run_id}")
