"""Tag a whole frame of articles.

Belongs here: articles in, rows of `date_expressions` out. Does not: how one text is read (tagger.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import polars as pl

from transforms.schema import DATE_EXPRESSIONS
from transforms.temporal.expression import DateExpression
from transforms.temporal.tagger import tag

ARTICLES_PER_SLICE: Final = 500  # rows become a frame slice by slice, so that few live as Python objects


def tag_frame(articles: pl.DataFrame, mode: str = "auto") -> pl.DataFrame:
    """The date expressions of every article.

    articles: one row per article; needs `article_id`, `text`, `published_date` (null when unknown), `lang` (null counts as English).
    Returns one row per expression with the columns of `DATE_EXPRESSIONS`, articles in their order, expressions by `text_start`.
    """
    slices = articles.select("article_id", "text", "published_date", "lang").iter_slices(ARTICLES_PER_SLICE)
    frames = [_tagged(part, mode) for part in slices]
    return pl.concat(frames) if frames else pl.DataFrame(schema=DATE_EXPRESSIONS.polars_schema)


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
    )
