"""Who waits behind whom: three lanes of threads, so that what is known at once never waits behind what takes long.

Belongs here: how many threads do what. Does not: what is known at once (store.py), HTTP (app.py).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from anyio import CapacityLimiter, to_thread
from starlette.responses import Response

from warehouse.explorer.errors import NotAtOnceError
from warehouse.explorer.store import at_once

# Pages are work for the processor: more threads than these only get in each other's way.
PAGE_THREADS: Final = 2
# Filters and lists that nobody asked for before.
LONG_THREADS: Final = 2
# The reader's own SQL, which may take longer than anything else.
SQL_THREADS: Final = 2

Answered = Callable[[], Response]
Lane = Callable[[Answered], Awaitable[Response]]


class Lanes:
    """The threads of one explorer. In each lane requests are answered in the order in which they came."""

    def __init__(self) -> None:
        self._usual = CapacityLimiter(PAGE_THREADS)
        self._long = CapacityLimiter(LONG_THREADS)
        self._sql = CapacityLimiter(SQL_THREADS)

    async def pages(self, answered: Answered) -> Response:
        """An answer; one that turns out to take long is begun anew in a lane of its own."""
        try:
            return await to_thread.run_sync(_at_once, answered, limiter=self._usual)
        except NotAtOnceError:
            return await to_thread.run_sync(answered, limiter=self._long)

    async def sql(self, answered: Answered) -> Response:
        """An answer to the reader's own SQL."""
        return await to_thread.run_sync(answered, limiter=self._sql)


def _at_once(answered: Answered) -> Response:
    with at_once():
        return answered()
