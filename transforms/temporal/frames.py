"""Date expressions of a whole frame of articles.

Belongs here: articles in, rows of `date_expressions` out, and expressions from such rows. Does not: how one text is read (tagger.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache, partial
from itertools import islice
from typing import Any, Final

import polars as pl

from transforms.readable import Readable, read_apart
from transforms.schema import DATE_EXPRESSIONS
from transforms.temporal.expression import DateExpression
from transforms.temporal.interval import Basis, Interval, Precision
from transforms.temporal.tagger import tag

FOUND: Final = "date_expressions"
"""The column of articles that holds the date expressions that were found in them."""
FOUND_TYPE: Final = pl.List(
    pl.Struct({name: DATE_EXPRESSIONS.polars_schema[name] for name in DATE_EXPRESSIONS.names[1:]})
)
ARTICLES_PER_SLICE: Final = 500  # rows become a frame slice by slice, so that few live as Python objects
_PRECISIONS: Final = {precision.value: precision for precision in Precision}
_BASES: Final[dict[str | None, Basis | None]] = {None: None, **{basis.value: basis for basis in Basis}}


def tag_frame(articles: pl.DataFrame, mode: str = "auto") -> pl.DataFrame:
    """The date expressions of every article.

    articles: one row per article; needs `article_id`, `text`, `published_date` (null when unknown), `lang` (null counts as English).
    Returns one row per expression with the columns of `DATE_EXPRESSIONS`, articles in their order, expressions by `text_start`.
    """
    slices = articles.select("article_id", "text", "published_date", "lang").iter_slices(ARTICLES_PER_SLICE)
    frames = [_tagged(part, mode) for part in slices]
    return pl.concat(frames) if frames else pl.DataFrame(schema=DATE_EXPRESSIONS.polars_schema)


def tag_readable(articles: pl.DataFrame, mode: str = "auto") -> Readable:
    """The date expressions of the articles that can be read, as `tag_frame` gives them, and why the others cannot."""
    return read_apart(DATE_EXPRESSIONS, partial(tag_frame, mode=mode), articles)


def _tagged(articles: pl.DataFrame, mode: str) -> pl.DataFrame:
    rows = [row for article in articles.iter_rows() for row in _rows(article, mode)]
    return pl.DataFrame(rows, schema=DATE_EXPRESSIONS.polars_schema, orient="row")


def _rows(article: tuple[Any, ...], mode: str) -> Iterator[tuple[Any, ...]]:
    article_id, text, published, lang = article
    for expression in tag(text, published, lang or "en", mode):
        yield (article_id, *_row(expression))


def _row(expression: DateExpression) -> tuple[Any, ...]:
    interval = expression.interval
    return (
        expression.start,
        expression.end,
        expression.text,
        expression.type,
        expression.value,
        expression.mod,
        interval.start if interval else None,
        interval.end if interval else None,
        expression.precision.value,
        interval.edtf if interval else None,
        expression.basis.value if expression.basis else None,
        expression.signal,
        expression.reason,
    )


def expressions_of(articles: pl.DataFrame) -> Iterator[list[DateExpression] | None]:
    """The date expressions of each article as `tag` gives them; None where they have not been found yet.

    articles: `FOUND`, when the frame has it, holds the rows of `date_expressions` of each article, without `article_id`, by `text_start`.
    """
    if FOUND not in articles.columns:
        yield from [None] * articles.height
        return
    found = articles[FOUND].cast(FOUND_TYPE)
    counts = found.list.len()
    made = map(_expression, found.filter(counts > 0).explode().struct.unnest().iter_rows())
    for count in counts:
        yield None if count is None else list(islice(made, count))


def _expression(row: tuple[Any, ...]) -> DateExpression:
    start, end, text, kind, value, mod, earliest, latest, precision, edtf, basis, signal, reason = row
    interval = _interval(earliest, latest, precision, edtf.endswith("~")) if edtf else None
    return DateExpression(
        start, end, text, kind, value, mod, interval, _PRECISIONS[precision], _BASES[basis], signal, reason
    )


@lru_cache(4096)
def _interval(earliest: date, latest: date, precision: str, approximate: bool) -> Interval:
    return Interval(earliest, latest, _PRECISIONS[precision], approximate)
