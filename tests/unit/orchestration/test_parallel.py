"""Work over batches, in this process or on all cores."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import polars as pl
import pytest

from orchestration.parallel import (
    ARTICLES_WORTH_HANDING_OUT,
    ARTICLES_WORTH_PROCESSES,
    PORTIONS_KEPT_PER_PROCESS,
    in_lots,
    map_batches,
    map_portions,
    n_processes,
    processes_kept,
    processes_started,
    start_processes,
)


def doubled(batch: pl.DataFrame) -> pl.DataFrame:
    return batch.select(pl.col("n") * 2)


@pytest.mark.parametrize("height", [0, 1, 10, 25, ARTICLES_WORTH_PROCESSES + 7])
def test_every_row_comes_back_once_in_order_with_its_batch(height: int):
    articles = pl.DataFrame({"n": range(height)}, schema={"n": pl.Int64})
    pairs = list(map_batches(doubled, articles, 10))
    assert [n for batch, _ in pairs for n in batch["n"]] == list(range(height))
    assert all((rows["n"] == batch["n"] * 2).all() for batch, rows in pairs)
    assert all(batch.height <= 10 for batch, _ in pairs)


def fails(batch: pl.DataFrame) -> pl.DataFrame:
    raise ValueError("a batch that cannot be read")


@pytest.mark.parametrize("height", [5, ARTICLES_WORTH_PROCESSES + 7])
def test_a_failure_reaches_the_caller(height: int):
    with pytest.raises(ValueError, match="cannot be read"):
        list(map_batches(fails, pl.DataFrame({"n": range(height)}), 100))


@pytest.mark.parametrize(("size", "heights"), [(1, [10, 10, 5]), (15, [20, 5]), (25, [25]), (100, [25])])
def test_lots_hold_whole_batches_in_order(size: int, heights: list[int]):
    articles = pl.DataFrame({"n": range(25)})
    lots = list(in_lots(map_batches(doubled, articles, 10), size))
    assert [sum(batch.height for batch, _ in lot) for lot in lots] == heights
    assert [n for lot in lots for _, rows in lot for n in rows["n"]] == [2 * n for n in range(25)]


def with_process(folder: Path, batch: pl.DataFrame) -> tuple[int, list[int]]:
    (folder / str(os.getpid())).touch()
    return os.getpid(), batch["n"].to_list()


def wait_for_another_process(folder: Path) -> None:
    """Until another process has made a batch."""
    deadline = time.monotonic() + 60
    while not any(folder.iterdir()):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.skipif(n_processes() == 1, reason="this machine runs one process at a time")
def test_started_processes_work_before_and_beside_this_one_in_every_step_and_end_with_the_block(tmp_path: Path):
    articles = pl.DataFrame({"n": range(10 * ARTICLES_WORTH_HANDING_OUT)})
    step = partial(with_process, tmp_path)
    with processes_started("transforms.temporal"):
        for _ in range(2):
            batches = map_batches(step, articles, 1)
            wait_for_another_process(tmp_path)
            made = [made for _, made in batches]
            assert [n for _, numbers in made for n in numbers] == list(range(articles.height))
            at_work = {process for process, _ in made}
            assert os.getpid() in at_work
            assert 1 < len(at_work) <= n_processes()
            for noted in tmp_path.iterdir():
                noted.unlink()
    assert {process for _, (process, _) in map_batches(step, articles, 10)} == {os.getpid()}


def test_kept_processes_start_when_they_are_worth_it_or_asked_for_and_work_in_every_step_that_follows(tmp_path: Path):
    few = pl.DataFrame({"n": range(2 * ARTICLES_WORTH_HANDING_OUT)})
    step = partial(with_process, tmp_path)
    start_processes()  # nobody keeps them
    with processes_kept():
        assert {process for _, (process, _) in map_batches(step, few, 1)} == {os.getpid()}
        for noted in tmp_path.iterdir():
            noted.unlink()
        start_processes()
        batches = map_batches(step, few, 1)
        wait_for_another_process(tmp_path)
        first = {process for _, (process, _) in batches} - {os.getpid()}
        again = {process for _, (process, _) in map_batches(step, few, 1)}
        assert len(first) == n_processes() - 1
        assert again <= first | {os.getpid()}
        # many portions have processes of their own, in place of these
        list(map_portions(told_by_process, [[1], [2], [3]]))
        assert {process for _, (process, _) in map_batches(step, few, 1)} == {os.getpid()}


def told_by_process(portion: list[int]) -> tuple[int, list[int]]:
    return os.getpid(), portion


@pytest.mark.parametrize("portions", [[], [[1]], [[3], [1, 2], [4], [5]]])
def test_every_portion_comes_back_in_order_and_a_single_one_is_not_handed_out(portions: list[list[int]]):
    made = list(map_portions(told_by_process, portions))
    assert [portion for _, portion in made] == portions
    apart = len(portions) > 1 and n_processes() > 1
    assert (os.getpid() in {process for process, _ in made}) == (bool(portions) and not apart)


class Read:
    """Portions that note how many were taken."""

    def __init__(self, n: int) -> None:
        self.n, self.taken = n, 0

    def __len__(self) -> int:
        return self.n

    def __iter__(self) -> Iterator[list[int]]:
        for number in range(self.n):
            self.taken += 1
            yield [number]


def test_of_many_portions_only_some_more_are_read_than_were_made():
    portions = Read(40)
    ahead = [portions.taken - done for done, _ in enumerate(map_portions(told_by_process, portions))]
    assert portions.taken == 40
    assert max(ahead) <= PORTIONS_KEPT_PER_PROCESS * n_processes() + 1


KILLED = """
import os, sys, time
from functools import partial
from pathlib import Path
import polars as pl
from orchestration.parallel import map_batches, processes_started
from tests.unit.orchestration.test_parallel import wait_for_another_process, with_process

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with processes_started():
        made = map_batches(partial(with_process, folder), pl.DataFrame({"n": range(200)}), 1)
        wait_for_another_process(folder)
        others = {process for _, (process, _) in made} - {os.getpid()}
        print(*others, flush=True)
        time.sleep(600)
"""


@pytest.mark.skipif(n_processes() == 1, reason="this machine runs one process at a time")
def test_the_other_processes_end_when_this_one_is_killed(tmp_path: Path):
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline().split()
        os.kill(killed.pid, signal.SIGKILL)
        # the other processes hold the same output open: it ends when the last of them does
        assert killed.communicate(timeout=60) == ("", None)
