"""Run a frame step over batches of articles on all cores.

Belongs here: when and how work is spread over processes. Does not: what the work is.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

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
    # the step goes to each process once: an extractor's compiled triggers are larger than a batch
    with ProcessPoolExecutor(n_processes(), context, initializer=_keep, initargs=(step,)) as pool:
        yield from _in_order(pool, batches)


def in_lots(read: Iterable[tuple[pl.DataFrame, Made]], size: int) -> Iterator[list[tuple[pl.DataFrame, Made]]]:
    """Batches with what was made of them, in lists of at least `size` rows; the last one may be shorter."""
    lot: list[tuple[pl.DataFrame, Made]] = []
    for batch, made in read:
        lot.append((batch, made))
        if sum(batch.height for batch, _ in lot) >= size:
            yield lot
            lot = []
    if lot:
        yield lot


def n_processes() -> int:
    """Number of processes that this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_kept_step: Callable[[pl.DataFrame], Any] | None = None  # of this process, when it is one of a pool


def _keep(step: Callable[[pl.DataFrame], Any]) -> None:
    global _kept_step
    _kept_step = step


def _run_kept(batch: pl.DataFrame) -> Any:
    assert _kept_step is not None
    return _kept_step(batch)


def _in_order(pool: ProcessPoolExecutor, batches: Iterator[pl.DataFrame]) -> Iterator[tuple[pl.DataFrame, Any]]:
    waiting: deque[tuple[pl.DataFrame, Future[Any]]] = deque()
    for batch in batches:
        waiting.append((batch, pool.submit(_run_kept, batch)))
        if len(waiting) > BATCHES_AHEAD_PER_PROCESS * n_processes():
            ready, future = waiting.popleft()
            yield ready, future.result()
    for ready, future in waiting:
        yield ready, future.result()
