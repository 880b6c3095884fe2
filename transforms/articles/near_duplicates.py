"""Articles that repeat an earlier one: agency copy in ten papers counts as one report.

Belongs here: finding and marking them. Does not: exact duplicates of one id or address (warehouse.load).

Each text becomes the set of its runs of words (shingles), each set its smallest hashes (a bottom-k sketch, Broder 1997). Texts that
share two of their very smallest hashes are compared; the share of common hashes among the smallest of both estimates the Jaccard index.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
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

_Sketch = frozenset[int]


def with_near_duplicates(articles: pl.DataFrame, threshold: float = NEAR_DUPLICATE_JACCARD) -> pl.DataFrame:
    """Mark each article that repeats an earlier one.

    articles: one row per article; needs `article_id`, `text`, `published_at`.
    Returns the same rows with `near_duplicate_of` (null for originals). Row order is kept and does not matter: the original is the
    earliest published, of equals the one with the smallest article_id.
    """
    return compared_articles(articles, threshold).drop("near_duplicate_keys")


def compared_articles(articles: pl.DataFrame, threshold: float = NEAR_DUPLICATE_JACCARD) -> pl.DataFrame:
    """The same as `with_near_duplicates`, with `near_duplicate_keys` (List(Int64)): the smallest hashes of each text.

    Only articles that share MIN_SHARED_KEYS of them are compared. They hold for one version of polars.
    """
    order = ("published_at", "article_id", "text")
    ordered = articles.select(order).with_row_index("row").sort(order, nulls_last=True)
    ids = ordered["article_id"].to_list()
    sketches = _sketches(ordered["text"])
    original_of = _originals(sketches, threshold)
    originals = [ids[original_of[number]] if number in original_of else None for number in range(len(ids))]
    found = pl.Series("near_duplicate_of", originals, pl.String), _keys(sketches)
    marks = ordered.select("row", *found).sort("row")
    # two versions of one article are the loader's matter
    is_other = marks["near_duplicate_of"] != articles["article_id"]
    return articles.with_columns(
        marks["near_duplicate_of"].set(~is_other.fill_null(True), None), marks["near_duplicate_keys"]
    )


def near_duplicate_keys(texts: pl.Series) -> pl.Series:
    """The keys of texts, as `compared_articles` gives them."""
    return _keys(_sketches(texts.alias("text")))


def _keys(sketches: Sequence[_Sketch]) -> pl.Series:
    """The keys of each sketch, as signed numbers, which every database has."""
    keys = [[key - 2**64 if key >= 2**63 else key for key in sorted(sketch)[:KEY_SIZE]] for sketch in sketches]
    return pl.Series("near_duplicate_keys", keys, pl.List(pl.Int64))


def _sketches(texts: pl.Series) -> list[_Sketch]:
    return [
        sketch for part in texts.to_frame("text").iter_slices(CHUNK_ARTICLES) for sketch in _sketches_of_chunk(part)
    ]


def _sketches_of_chunk(texts: pl.DataFrame) -> Iterator[_Sketch]:
    """The smallest shingle hashes of each text; texts shorter than a shingle are one shingle."""
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
    smallest = shingles.filter(whole).group_by("row").agg(pl.col("hash").unique().bottom_k(SKETCH_SIZE)).sort("row")
    known = dict(smallest.iter_rows())
    # a text without words has none
    return (frozenset(known.get(row, ())) for row in range(texts.height))


def _originals(sketches: Sequence[_Sketch], threshold: float) -> dict[int, int]:
    """Each repeating text -> the earliest text that it repeats and that repeats none itself."""
    originals_with: defaultdict[int, deque[int]] = defaultdict(lambda: deque(maxlen=MAX_COMPARED))
    original_of: dict[int, int] = {}
    for number, sketch in enumerate(sketches):
        keys = sorted(sketch)[:KEY_SIZE]
        n_shared = Counter(chain.from_iterable(originals_with[key] for key in keys))
        alike = sorted(other for other, shared in n_shared.items() if shared >= min(MIN_SHARED_KEYS, len(keys)))
        original = next((other for other in alike if _repeats(sketch, sketches[other], threshold)), None)
        if original is not None:
            original_of[number] = original
            continue
        for key in keys:
            originals_with[key].append(number)
    return original_of


def _repeats(left: _Sketch, right: _Sketch, threshold: float) -> bool:
    """Whether the estimated Jaccard index reaches the threshold."""
    common = left & right
    if len(common) < threshold * max(len(left), len(right)):
        return False
    smallest = sorted(left | right)[:SKETCH_SIZE]
    return len(common.intersection(smallest)) >= threshold * len(smallest)
