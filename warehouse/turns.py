"""Turns between processes: a writer that waits asks readers to hold off for a moment.

Belongs here: the note that a waiting writer leaves beside the warehouse. Does not: the lock itself, which is DuckDB's (connection.py).
DuckDB lets many processes read or one write, first come, first served: without the note, readers that overlap would keep a writer out for ever.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

# A writer renews its note at every try; an older one was left by a process that was killed.
NOTE_LASTS_SECONDS = 1.0


def ask_for_a_turn(path: Path) -> None:
    """Leave or renew the note that a writer waits."""
    with suppress(OSError):
        _note(path).touch()


def end_asking(path: Path) -> None:
    """Take the note away."""
    with suppress(OSError):
        _note(path).unlink()


def writer_is_waiting(path: Path) -> bool:
    """Whether a writer waits for the file now."""
    try:
        return time.time() - _note(path).stat().st_mtime < NOTE_LASTS_SECONDS
    except OSError:
        return False


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}.waiting")
