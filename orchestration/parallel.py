"""Run a frame step over batches of articles, or over portions of mentions, on all cores.

Belongs here: when and how work is spread over processes. Does not: what the work is.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Protocol, TypeVar

import polars as pl

from transforms.collector import search_seldom

# below this, starting processes costs more than they save
ARTICLES_WORTH_PROCESSES = 250
# the same where they are started already
ARTICLES_WORTH_HANDING_OUT = 20
# at least so many batches for each process, so that none idles while another finishes
BATCHES_PER_PROCESS = 10
# batches handed out or made and not yet taken, so that memory stays flat
BATCHES_KEPT_PER_PROCESS = 4
# the same of portions, which are large: one may take as long as two others
PORTIONS_KEPT_PER_PROCESS = 2

FORGETTING_SECONDS = 1.0
_UNTOLD = "ignore:resource_tracker"

Made = TypeVar("Made")
Portion = TypeVar("Portion")
OnePortion = TypeVar("OnePortion", covariant=True)
_Read = tuple[pl.DataFrame, Made]
_HandedOut = tuple[pl.DataFrame, Future[Made]]


class Articles(Protocol):
    """Rows that are taken a slice at a time: a frame, or stored articles that are read when their turn comes."""

    @property
    def height(self) -> int:
        """The number of rows."""

    def iter_slices(self, n_rows: int) -> Iterator[pl.DataFrame]:
        """All rows in order, in frames of at most `n_rows`."""


class Portions(Protocol[OnePortion]):
    """Portions that are taken one after the other: a list, or stored rows that are read when their turn comes."""

    def __len__(self) -> int:
        """How many there are."""

    def __iter__(self) -> Iterator[OnePortion]:
        """All of them in order."""


@contextmanager
def processes_kept(*modules: str) -> Iterator[None]:
    """Keep the processes that are started within the block, by `start_processes` or the first `map_batches`, for all `map_batches` that follow.

    modules: what they import meanwhile.
    """
    global _kept
    if _kept or n_processes() == 1:
        yield
        return
    with ExitStack() as until_end:
        _kept = _Kept(modules, until_end)
        try:
            yield
        finally:
            _kept = None


@contextmanager
def processes_started(*modules: str) -> Iterator[None]:
    """The same as `processes_kept`, and they start at once."""
    with processes_kept(*modules):
        start_processes()
        yield


def start_processes() -> None:
    """Start those of `processes_kept`, so that they are ready when there is work for them; nothing outside of its block, or where they are."""
    if _kept and not _kept.pool:
        _kept.start()


def map_batches(
    step: Callable[[pl.DataFrame], Made],
    articles: Articles,
    size: int,
    *,
    waits: bool = False,
    worth_processes: int = ARTICLES_WORTH_PROCESSES,
) -> Iterator[tuple[pl.DataFrame, Made]]:
    """Each batch of at most `size` rows with what `step` makes of it, in order; on all cores from `worth_processes` articles on, or from few where processes are started already.

    Those begin with the first batches at once, whatever this process does before it takes what they made.
    A step that mostly `waits` for a server stays in this process, one batch at a time.
    """
    kept = _kept
    worth = min(worth_processes, ARTICLES_WORTH_HANDING_OUT) if kept and kept.pool else worth_processes
    if waits or articles.height < worth or n_processes() == 1:
        return ((batch, step(batch)) for batch in articles.iter_slices(size))
    batches = articles.iter_slices(min(size, -(-articles.height // (BATCHES_PER_PROCESS * n_processes()))))
    return _in_order(kept.pool or kept.start(), step, batches) if kept else _in_new_pool(step, batches)


def map_portions(step: Callable[[Portion], Made], portions: Portions[Portion]) -> Iterator[Made]:
    """What `step` makes of each portion, in order; on all cores if there are several, each of which is the work of some seconds."""
    n = min(n_processes(), len(portions))
    if n < 2:
        yield from map(step, portions)
        return
    if _kept:
        # what they hold in memory is wanted now
        _kept.end()
    # this process only takes what is made: portions are few and large, and none is to wait for it
    with _pool(n) as pool:
        waiting: deque[Future[Made]] = deque()
        for portion in portions:
            waiting.append(pool.submit(step, portion))
            if len(waiting) > PORTIONS_KEPT_PER_PROCESS * n:
                yield waiting.popleft().result()
            # one is ready for whoever is done first; more of them would only take memory
            while len(unmade := [future for future in waiting if not future.done()]) > n:
                wait(unmade, return_when=FIRST_COMPLETED)
            while waiting and waiting[0].done():
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


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


@dataclass(slots=True)
class _Kept:
    """The processes that a block keeps, once they are started; each imports `modules`."""

    modules: tuple[str, ...]
    until_end: ExitStack
    pool: ProcessPoolExecutor | None = None

    def start(self) -> ProcessPoolExecutor:
        n = n_processes() - 1
        self.pool = self.until_end.enter_context(_pool(n))
        # what they have not begun by then nobody wants
        self.until_end.callback(self.pool.shutdown, cancel_futures=True)
        for _ in range(n):
            self.pool.submit(_import_all, self.modules)
        return self.pool

    def end(self) -> None:
        self.pool = None
        self.until_end.close()


_kept: _Kept | None = None


class _Process(SpawnProcess):
    """A process that Ctrl-C does not reach, also while it begins: whoever started it decides what is to end."""

    def start(self) -> None:
        if not hasattr(signal, "pthread_sigmask"):
            super().start()
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Context(SpawnContext):
    # spawn: polars' threads do not survive a fork
    Process = _Process


@contextmanager
def _pool(n: int) -> Iterator[ProcessPoolExecutor]:
    """Processes for the block. Who leaves it early, because nobody wants the rest or the user stopped it, does not wait for what they have begun."""
    _track_quietly()
    pool = ProcessPoolExecutor(n, _Context(), initializer=_begin)
    try:
        yield pool
    except Exception:
        pool.shutdown(cancel_futures=True)
        raise
    except BaseException:
        _kill(pool)
        raise
    pool.shutdown()


def _track_quietly() -> None:
    """Start the process that removes what processes share once they are gone; it has nothing to tell the user of those that were stopped."""
    if os.name != "posix":
        return
    sys.warnoptions.append(_UNTOLD)
    try:
        resource_tracker.ensure_running()
    finally:
        sys.warnoptions.remove(_UNTOLD)


def _kill(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    # the pool's own thread first forgets what was called off: it would stumble over that when it finds the processes gone, and the end of this one wait for ever
    deadline = time.monotonic() + FORGETTING_SECONDS
    while pool._cancel_pending_futures and time.monotonic() < deadline:
        time.sleep(0.01)
    for process in processes:
        process.kill()


def _begin() -> None:
    """Prepare this process, and let it end as soon as the one that started it is gone; one that was killed can tell nobody."""
    search_seldom()
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


def _in_new_pool(step: Callable[[pl.DataFrame], Made], batches: Iterator[pl.DataFrame]) -> Iterator[_Read[Made]]:
    with _pool(n_processes() - 1) as pool:
        yield from _in_order(pool, step, batches)


def _in_order(
    pool: ProcessPoolExecutor, step: Callable[[pl.DataFrame], Made], batches: Iterator[pl.DataFrame]
) -> Iterator[_Read[Made]]:
    """Hand the first batches out; what is taken then makes room for the next."""
    pickled = pickle.dumps(step)
    handed_out = ((batch, pool.submit(_run, pickled, batch)) for batch in batches)
    return _taken(deque(islice(handed_out, BATCHES_KEPT_PER_PROCESS * n_processes())), handed_out, step)


def _taken(
    waiting: deque[_HandedOut[Made]], handed_out: Iterator[_HandedOut[Made]], step: Callable[[pl.DataFrame], Made]
) -> Iterator[_Read[Made]]:
    """What is made of the batches, in order: here, while the next one is not ready, of those that no other process has begun."""
    try:
        while waiting:
            while not waiting[0][1].done() and _make_one(waiting, step):
                pass
            batch, future = waiting.popleft()
            waiting.extend(islice(handed_out, 1))
            yield batch, future.result()
    finally:
        for _, future in waiting:
            future.cancel()


def _make_one(waiting: deque[_HandedOut[Made]], step: Callable[[pl.DataFrame], Made]) -> bool:
    """Take the first batch back that no other process has begun, and make it here; False when there is none."""
    for place, (batch, future) in enumerate(waiting):
        if future.cancel():
            made: Future[Made] = Future()
            made.set_result(step(batch))
            waiting[place] = batch, made
            return True
    return False
