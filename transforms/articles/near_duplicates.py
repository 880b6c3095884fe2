"""Articles that repeat an earlier one: agency copy in ten papers counts as one report.

Belongs here: finding and marking them. Does not: exact duplicates of one id or address (warehouse.load).

Each text becomes the set of its runs of words (shingles), each set its smallest hashes (a bottom-k sketch, Broder 1997). Texts that
share one of their very smallest hashes are compared; the share of common hashes among the smallest of both estimates the Jaccard index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

NEAR_DUPLICATE_JACCARD: Final = 0.7
"""Share of common shingles from which two texts are one report; agency copy with an edited lead lies at 0.7 to 0.95."""
SHINGLE_WORDS: Final = 4
SKETCH_SIZE: Final = 128
"""Smallest hashes kept of a text: the estimate is off by about 0.04, and exact for texts with fewer shingles."""
KEY_SIZE: Final = 10
"""Two texts with Jaccard 0.7 share one of their 10 smallest hashes in all but 1 of 100,000 cases."""
MAX_COMPARED: Final = 50
"""A hash that more texts share is boilerplate: each of them is compared with the first so many only."""
CHUNK_ARTICLES: Final = 1000

_Sketch = frozenset[int]


def with_near_duplicates(articles: pl.DataFrame, threshold: float = NEAR_DUPLICATE_JACCARD) -> pl.DataFrame:
    """Mark each article that repeats an earlier one.

    articles: one row per article; needs `article_id`, `text`, `published_at`.
    Returns the same rows with `near_duplicate_of` (null for originals). Row order is kept and does not matter: the original is the
    earliest published, of equals the one with the smallest article_id.
    """
    ordered = articles.select("article_id", "text", "published_at").sort("published_at", "article_id", nulls_last=True)
    ids = ordered["article_id"].to_list()
    sketches = _sketches(ordered["text"])
    original_of = _originals(sketches, _earlier_candidates(sketches), threshold)
    marks = {ids[repeat]: ids[original] for repeat, original in original_of.items()}
    marked = pl.Series("near_duplicate_of", [marks.get(article_id) for article_id in articles["article_id"]], pl.String)
    return articles.with_columns(marked)


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
    return map(frozenset, smallest["hash"].to_list())


def _earlier_candidates(sketches: Sequence[_Sketch]) -> list[list[int]]:
    """For each text the earlier ones that share one of its smallest hashes."""
    first_with: dict[int, list[int]] = {}
    candidates: list[list[int]] = []
    for number, sketch in enumerate(sketches):
        earlier: set[int] = set()
        for key in sorted(sketch)[:KEY_SIZE]:
            sharing = first_with.setdefault(key, [])
            earlier.update(sharing)
            if len(sharing) < MAX_COMPARED:
                sharing.append(number)
        candidates.append(sorted(earlier))
    return candidates


def _originals(sketches: Sequence[_Sketch], candidates: Sequence[Sequence[int]], threshold: float) -> dict[int, int]:
    """Each repeating text -> the earliest text that it repeats and that repeats none itself."""
    original_of: dict[int, int] = {}
    for number, earlier in enumerate(candidates):
        for other in earlier:
            if other not in original_of and _jaccard(sketches[number], sketches[other]) >= threshold:
                original_of[number] = other
                break
    return original_of


def _jaccard(left: _Sketch, right: _Sketch) -> float:
    smallest = sorted(left | right)[:SKETCH_SIZE]
    return sum(value in left and value in right for value in smallest) / len(smallest)
