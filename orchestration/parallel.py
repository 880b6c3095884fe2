"""Run a frame step over batches of articles on all cores.

Belongs here: when and how work is spread over processes. Does not: what the work is.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

import polars as pl

# below this, starting processes costs more than they save
ARTICLES_WORTH_PROCESSES = 250
# at least so many batches for each process, so that none idles while another finishes
BATCHES_PER_PROCESS = 3
# batches handed out ahead of the one being written, so that memory stays flat
BATCHES_AHEAD_PER_PROCESS = 2

Made = TypeVar("Made")


def map_batches(
    step: Callable[[pl.DataFrame], Made],
    articles: pl.DataFrame,
    size: int,
    *,
    waits: bool = False,
    worth_processes: int = ARTICLES_WORTH_PROCESSES,
) -> Iterator[tuple[pl.DataFrame, Made]]:
    """Each batch of at most `size` rows with what `step` makes of it, in order; on all cores from `worth_processes` articles on.

    A step that mostly `waits` for a server stays in this process, one batch at a time.
    """
    if waits or articles.height < worth_processes or n_processes() == 1:
        for batch in articles.iter_slices(size):
            yield batch, step(batch)
        return
    batches = articles.iter_slices(min(size, -(-articles.height // (BATCHES_PER_PROCESS * n_processes()))))
    # spawn: polars' threads do not survive a fork
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(n_processes(), mp_context=context) as pool:
        yield from _in_order(pool, step, batches)


def n_processes() -> int:
    """Number of processes that this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_order(
    pool: ProcessPoolExecutor, step: Callable[[pl.DataFrame], Made], batches: Iterator[pl.DataFrame]
) -> Iterator[tuple[pl.DataFrame, Made]]:
    waiting: deque[tuple[pl.DataFrame, Future[Made]]] = deque()
    for batch in batches:
        waiting.append((batch, pool.submit(step, batch)))
        if len(waiting) > BATCHES_AHEAD_PER_PROCESS * n_processes():
            ready, future = waiting.popleft()
            yield ready, future.result()
    for ready, future in waiting:
        yield ready, future.result()
