"""Articles that repeat an earlier one: agency copy in ten papers counts as one report.

Belongs here: finding and marking them. Does not: exact duplicates of one id or address (warehouse.load).

Each text becomes the set of its runs of words (shingles), each set its smallest hashes (a bottom-k sketch, Broder 1997). Texts that
share two of their very smallest hashes are compared; the share of common hashes among the smallest of both estimates the Jaccard index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

import polars as pl

NEAR_DUPLICATE_JACCARD: Final = 0.7
"""Share of common shingles from which two texts are one report; agency copy with an edited lead lies at 0.7 to 0.95."""
SHINGLE_WORDS: Final = 4
SKETCH_SIZE: Final = 128
"""Smallest hashes kept of a text: the estimate is off by about 0.04, and exact for texts with fewer shingles."""
KEY_SIZE: Final = 10
MIN_SHARED_KEYS: Final = 2
"""Two texts with Jaccard 0.7 share 2 of their 10 smallest hashes in all but 1 of 10,000 cases; strangers seldom share 2."""
MAX_COMPARED: Final = 50
"""A hash that more originals share is boilerplate: a text is compared with the latest so many of them only."""
CHUNK_ARTICLES: Final = 1000
CHUNK_BYTES: Final = 4 * 2**20
"""Texts that are cut into words at once: the words take some twenty times their bytes."""
SKETCHES_AT_HAND: Final = 10_000

SKETCH: Final = pl.List(pl.UInt64)

_Sketch = frozenset[int]


def with_near_duplicates(articles: pl.DataFrame, threshold: float = NEAR_DUPLICATE_JACCARD) -> pl.DataFrame:
    """Mark each article that repeats an earlier one.

    articles: one row per article; needs `article_id`, `text`, `published_at`.
    Returns the same rows with `near_duplicate_of` (null for originals). Row order is kept and does not matter: the original is the
    earliest published, of equals the one with the smallest article_id.
    """
    order = articles.with_row_index("row").sort("published_at", "article_id", "text", nulls_last=True)["row"]
    sketched = articles.select("article_id", "published_at", sketches(articles["text"]))[order]
    marks = compared_articles(sketched, threshold)["near_duplicate_of"]
    back = pl.DataFrame({"row": order, "near_duplicate_of": marks}).sort("row")
    return articles.with_columns(back["near_duplicate_of"])


def compared_articles(articles: pl.DataFrame, threshold: float = NEAR_DUPLICATE_JACCARD) -> pl.DataFrame:
    """The same as `with_near_duplicates` of articles whose texts have been read already.

    articles: needs `article_id`, `published_at`, `sketch`.
    """
    ordered = articles.with_row_index("row").sort("published_at", "article_id", nulls_last=True, maintain_order=True)
    ids = ordered["article_id"]
    found = _originals(ordered["sketch"], threshold)
    repeats = pl.DataFrame(
        {"row": ordered["row"].gather(list(found)), "near_duplicate_of": ids.gather(list(found.values()))},
        schema={"row": ordered.schema["row"], "near_duplicate_of": pl.String},
    )
    marked = articles.with_row_index("row").join(repeats, on="row", how="left", maintain_order="left").drop("row")
    # two versions of one article are the loader's matter
    is_other = pl.col("near_duplicate_of") != pl.col("article_id")
    return marked.with_columns(pl.when(is_other).then("near_duplicate_of"))


def sketches(texts: pl.Series) -> pl.Series:
    """The sketch of each text (SKETCH): its smallest shingle hashes, ascending. They hold for one version of polars."""
    parts = [_sketches_of_chunk(chunk) for chunk in _chunks(texts)]
    return pl.concat(parts) if parts else pl.Series("sketch", [], SKETCH)


def near_duplicate_keys(of_texts: pl.Series) -> pl.Series:
    """The keys (`near_duplicate_keys`) of some sketches as signed numbers, which every database has: only articles that share MIN_SHARED_KEYS of them are compared."""
    return of_texts.list.head(KEY_SIZE).list.eval(pl.element().reinterpret(signed=True)).alias("near_duplicate_keys")


def _chunks(texts: pl.Series) -> Iterator[pl.DataFrame]:
    """The texts in frames (`text`) of few articles and few bytes."""
    frame = texts.to_frame("text").with_row_index("row")
    number = pl.col("text").str.len_bytes().cum_sum() // CHUNK_BYTES + pl.col("row") // CHUNK_ARTICLES * len(texts)
    yield from (
        frame.with_columns(number.rle_id().alias("chunk"))
        .select("text", "chunk")
        .partition_by("chunk", maintain_order=True, include_key=False)
    )


def _sketches_of_chunk(texts: pl.DataFrame) -> pl.Series:
    """The smallest shingle hashes of each text; texts shorter than a shingle are one shingle, and a text without words has none."""
    words = (
        texts.with_row_index("row")
        .select("row", pl.col("text").str.to_lowercase().str.extract_all(r"\w+").alias("word"))
        .explode("word")
        .with_columns(pl.col("word").fill_null("").hash())
    )
    run = [pl.col("word").shift(-distance).over("row") for distance in range(SHINGLE_WORDS)]
    shingles = words.with_columns(
        pl.struct(word.alias(str(number)) for number, word in enumerate(run)).hash().alias("hash")
    )
    whole = pl.col("word").shift(1 - SHINGLE_WORDS).over("row").is_not_null() | (
        pl.int_range(pl.len()).over("row") == 0
    )
    smallest = pl.col("hash").unique().bottom_k(SKETCH_SIZE).sort().alias("sketch")
    found = shingles.filter(whole).group_by("row").agg(smallest)
    rows = pl.DataFrame({"row": range(texts.height)}, schema={"row": found.schema["row"]})
    known = rows.join(found, on="row", how="left", maintain_order="left")
    return known.select(pl.coalesce("sketch", pl.lit([], SKETCH)).alias("sketch"))["sketch"]


class _Sketches:
    """The sketches of all texts in one piece: as sets of Python's numbers, made when they are wanted, they take ten times the memory."""

    def __init__(self, of_texts: pl.Series) -> None:
        n_hashes = of_texts.list.len()
        self._ends = n_hashes.cast(pl.Int64).cum_sum().to_list()
        self._hashes = of_texts.explode().drop_nulls().rechunk()
        self.of = lru_cache(SKETCHES_AT_HAND)(self._of)

    def _of(self, number: int) -> _Sketch:
        start = self._ends[number - 1] if number else 0
        return frozenset(self._hashes.slice(start, self._ends[number] - start).to_list())


def _originals(of_texts: pl.Series, threshold: float) -> dict[int, int]:
    """Each repeating text -> the earliest text that it repeats and that repeats none itself."""
    known = _Sketches(of_texts)
    originals_with: dict[int, list[int]] = {}
    original_of: dict[int, int] = {}
    for number, keys, n_keys in _keys_in_common(of_texts):
        n_shared = Counter(chain.from_iterable(originals_with.get(key, ()) for key in keys))
        alike = sorted(other for other, shared in n_shared.items() if shared >= min(MIN_SHARED_KEYS, n_keys))
        original = next((other for other in alike if _repeats(known.of(number), known.of(other), threshold)), None)
        if original is not None:
            original_of[number] = original
            continue
        for key in keys:
            with_key = originals_with.setdefault(key, [])
            with_key.append(number)
            del with_key[:-MAX_COMPARED]
    return original_of


def _keys_in_common(of_texts: pl.Series) -> Iterator[tuple[int, list[int], int]]:
    """Each text that shares a key with any other: its number, its shared keys and the number of all its keys."""
    keys = of_texts.list.head(KEY_SIZE).to_frame("key").with_row_index("number")
    each = keys.with_columns(pl.col("key").list.len().alias("n_keys")).explode("key").drop_nulls("key")
    shared = each.filter(pl.col("key").is_duplicated())
    yield from shared.group_by("number", maintain_order=True).agg("key", pl.col("n_keys").first()).iter_rows()


def _repeats(left: _Sketch, right: _Sketch, threshold: float) -> bool:
    """Whether the estimated Jaccard index reaches the threshold."""
    common = left & right
    if len(common) < threshold * max(len(left), len(right)):
        return False
    smallest = sorted(left | right)[:SKETCH_SIZE]
    return len(common.intersection(smallest)) >= threshold * len(smallest)
