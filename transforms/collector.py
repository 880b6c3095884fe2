"""Look for cyclic garbage less often than Python does by itself: what is made here forms few cycles.

Belongs here: pauses of the search. Does not: what is done meanwhile.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

NEW_OBJECTS: Final = 100_000  # more than were freed, until the next search; Python's own choice is 700


def search_seldom() -> None:
    """Search less often from now on, and not once more when this process ends: a seventh of the time of a short command went into that."""
    gc.set_threshold(NEW_OBJECTS)
    # what is frozen is not looked at; the memory goes back with the process
    atexit.register(gc.freeze)


@contextmanager
def without_collector() -> Iterator[None]:
    """Pause the search: it costs a fifth of the time of reading an article, and grows with the square of the reports that are merged."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
