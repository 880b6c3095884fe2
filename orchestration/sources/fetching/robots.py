"""What hosts allow in their robots.txt (RFC 9309).

Belongs here: the rules of each host, fetched once a run. Does not: requests; they are given as a function.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

import httpx
from protego import Protego

from orchestration.sources.fetching.errors import FetchError

MAX_ROBOTS_BYTES: Final = 500 * 2**10
"""RFC 9309: at least so much is read; the rest may be ignored."""
MAX_PAUSE_SECONDS: Final = 30.0
"""A longer Crawl-delay would stop a run; it is cut to this."""

FetchRules = Callable[[str, int], bytes]


class Robots:
    """The rules of all hosts, for one name of a robot."""

    def __init__(self, user_agent: str, fetch: FetchRules) -> None:
        self._user_agent = user_agent
        self._fetch = fetch
        self._rules: dict[str, Protego | FetchError] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def check(self, url: httpx.URL) -> float | None:
        """The pause that the host asks for, in seconds; null when it asks for none.

        Raises:
            FetchError: `disallowed` when the rules forbid the address; `unreachable` when the rules cannot be had (they must be known first).
        """
        rules = self._rules_of(f"{url.scheme}://{url.netloc.decode('ascii')}")
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(str(url), self._user_agent):
            raise FetchError("disallowed", "the host's robots.txt forbids it")
        delay = rules.crawl_delay(self._user_agent)
        return min(float(delay), MAX_PAUSE_SECONDS) if delay else None

    def _rules_of(self, host: str) -> Protego | FetchError:
        with self._lock:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            if host not in self._rules:
                self._rules[host] = self._fetched(f"{host}/robots.txt")
            return self._rules[host]

    def _fetched(self, address: str) -> Protego | FetchError:
        try:
            return Protego.parse(self._fetch(address, MAX_ROBOTS_BYTES).decode("utf-8", errors="replace"))
        except FetchError as error:
            if error.is_passing:
                words = f"robots.txt: {error.detail}"
                return FetchError(error.reason, words, is_passing=True, is_final=True, retry_at=error.retry_at)
            return Protego.parse("")  # no rules: all is allowed
