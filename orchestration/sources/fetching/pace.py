"""Pauses between requests to one host, and hosts that are left alone for the rest of a run.

Belongs here: when the next request to a host may go. Does not: requests.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Final

from orchestration.sources.fetching.errors import FetchError

MAX_FAILURES: Final = 10
"""A host that fails so often in a row is left alone for the rest of the run."""


class Pace:
    """The turns of each host; shared by all threads of a run."""

    def __init__(self, seconds_between_requests: float) -> None:
        self._pause = seconds_between_requests
        self._lock = threading.Lock()
        self._next_turn: defaultdict[str, float] = defaultdict(float)
        self._n_failures: defaultdict[str, int] = defaultdict(int)
        self._left_alone: dict[str, FetchError] = {}

    def wait(self, host: str, pause: float | None = None) -> None:
        """Sleep until it is this request's turn; `pause` is what the host asks for, if it does.

        Raises:
            FetchError: the host is left alone for the rest of the run.
        """
        with self._lock:
            if host in self._left_alone:
                raise self._left_alone[host]
            now = time.monotonic()
            turn = max(now, self._next_turn[host])
            self._next_turn[host] = turn + max(self._pause, pause or 0)
        if turn > now:
            time.sleep(turn - now)

    def hold(self, host: str, seconds: float) -> None:
        """Nobody asks the host for so long: it said so."""
        with self._lock:
            self._next_turn[host] = max(self._next_turn[host], time.monotonic() + seconds)

    def leave_alone(self, host: str, seconds: float) -> FetchError:
        """The host asked for a wait that is too long for this run; what its requests raise from now on."""
        until = datetime.now(UTC) + timedelta(seconds=seconds)
        error = FetchError(
            "unreachable",
            f"{host} asks to be left alone until {until:%Y-%m-%d %H:%M} UTC",
            is_passing=True,
            is_final=True,
            retry_at=until,
        )
        with self._lock:
            self._left_alone[host] = error
        return error

    def note(self, host: str, succeeded: bool) -> None:
        """Count failures in a row."""
        with self._lock:
            self._n_failures[host] = 0 if succeeded else self._n_failures[host] + 1
            if self._n_failures[host] >= MAX_FAILURES:
                words = f"{host} failed {MAX_FAILURES} times in a row and is left alone for the rest of the run"
                self._left_alone.setdefault(host, FetchError("unreachable", words, is_passing=True, is_final=True))
