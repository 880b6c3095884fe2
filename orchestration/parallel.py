"""Run a frame step over batches of articles on all cores.

Belongs here: when and how work is spread over processes. Does not: what the work is.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from importlib import import_module
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, TypeVar

import polars as pl

# below this, starting processes costs more than they save
ARTICLES_WORTH_PROCESSES = 250
# the same where they are started already
ARTICLES_WORTH_HANDING_OUT = 20
# at least so many batches for each process, so that none idles while another finishes
BATCHES_PER_PROCESS = 6
# batches that another process has before it, so that it need not wait for this one
BATCHES_AHEAD_PER_PROCESS = 2
# batches made and not yet taken, so that memory stays flat
BATCHES_KEPT_PER_PROCESS = 2

Made = TypeVar("Made")


@contextmanager
def processes_started(*modules: str) -> Iterator[None]:
    """Keep processes for all `map_batches` of the block: they start at once, and import `modules` while this one does something else."""
    global _started
    if _started or n_processes() == 1:
        yield
        return
    with _new_pool() as pool:
        for _ in range(n_processes() - 1):
            pool.submit(_import_all, modules)
        _started = pool
        try:
            yield
        finally:
            _started = None


def map_batches(
    step: Callable[[pl.DataFrame], Made],
    articles: pl.DataFrame,
    size: int,
    *,
    waits: bool = False,
    worth_processes: int = ARTICLES_WORTH_PROCESSES,
) -> Iterator[tuple[pl.DataFrame, Made]]:
    """Each batch of at most `size` rows with what `step` makes of it, in order; on all cores from `worth_processes` articles on, or from few where processes are started already.

    A step that mostly `waits` for a server stays in this process, one batch at a time.
    """
    worth = min(worth_processes, ARTICLES_WORTH_HANDING_OUT) if _started else worth_processes
    if waits or articles.height < worth or n_processes() == 1:
        for batch in articles.iter_slices(size):
            yield batch, step(batch)
        return
    batches = articles.iter_slices(min(size, -(-articles.height // (BATCHES_PER_PROCESS * n_processes()))))
    with nullcontext(_started) if _started else _new_pool() as pool:
        yield from _in_order(pool, step, batches)


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


_started: ProcessPoolExecutor | None = None  # the processes of `processes_started`


def _new_pool() -> ProcessPoolExecutor:
    """As many processes as run beside this one, which works too."""
    # spawn: polars' threads do not survive a fork
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max(1, n_processes() - 1), context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Let this process end as soon as the one that started it is gone; one that was killed can tell nobody."""
    parent = multiprocessing.parent_process()
    if parent:
        Thread(target=_wait_and_exit, args=(parent,), daemon=True).start()


def _wait_and_exit(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _import_all(modules: Iterable[str]) -> None:
    for module in modules:
        import_module(module)


@lru_cache(maxsize=1)
def _step_of(pickled: bytes) -> Callable[[pl.DataFrame], Any]:
    return pickle.loads(pickled)  # type: ignore[no-any-return]


def _run(pickled: bytes, batch: pl.DataFrame) -> Any:
    # the step is read once: an extractor's compiled triggers are larger than a batch
    return _step_of(pickled)(batch)


def _in_order(
    pool: ProcessPoolExecutor, step: Callable[[pl.DataFrame], Made], batches: Iterator[pl.DataFrame]
) -> Iterator[tuple[pl.DataFrame, Made]]:
    """Give batches to the pool as long as it has few before it; make the next one here otherwise."""
    pickled = pickle.dumps(step)
    ahead, kept = BATCHES_AHEAD_PER_PROCESS * (n_processes() - 1), BATCHES_KEPT_PER_PROCESS * n_processes()
    waiting: deque[tuple[pl.DataFrame, Future[Made]]] = deque()
    for batch in batches:
        future: Future[Made]
        if sum(not future.done() for _, future in waiting) < ahead:
            future = pool.submit(_run, pickled, batch)
        else:
            future = Future()
            future.set_result(step(batch))
        waiting.append((batch, future))
        while waiting and (waiting[0][1].done() or len(waiting) > kept):
            ready, future = waiting.popleft()
            yield ready, future.result()
    for ready, future in waiting:
        yield ready, future.result()
