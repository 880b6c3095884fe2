"""Work over batches, in this process or on all cores."""

from __future__ import annotations

import polars as pl
import pytest

from orchestration.parallel import ARTICLES_WORTH_PROCESSES, in_lots, map_batches


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
