"""Read all articles of a batch that can be read, whatever the others do.

Belongs here: setting unreadable articles apart from the rest of their batch. Does not: reading them, storing why they failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import polars as pl

from transforms.errors import UserError
from transforms.schema import Table


class UnreadableArticleError(Exception):
    """Articles that a step cannot read; `reasons` says why, for people, by article_id."""

    def __init__(self, reasons: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{article_id}: {reason}" for article_id, reason in reasons.items()))
        self.reasons = dict(reasons)


class Readable(NamedTuple):
    """What a step found in the articles that it could read (the columns of its table), and why it could not read the others, by article_id."""

    rows: pl.DataFrame
    unreadable: dict[str, str]

    @classmethod
    def of_all(cls, parts: Iterable[Readable]) -> Readable:
        """Several as one; at least one is needed."""
        rows, unreadable = zip(*parts, strict=True)
        return cls(pl.concat(rows), {key: why for one in unreadable for key, why in one.items()})


def read_apart(table: Table, step: Callable[[pl.DataFrame], pl.DataFrame], articles: pl.DataFrame) -> Readable:
    """What `step` finds in the articles; those that it names or fails on are set apart, and the rest is read without them.

    articles: as the step wants them, one row per article, with `article_id`. step: frame in, rows of `table` out. A batch that fails as a whole is
    halved until the failing articles stand alone.

    Raises:
        UserError: what stopped the step is for the user to mend, not an article's fault.
    """
    if articles.is_empty():
        return Readable(table.empty(), {})
    try:
        return Readable(step(articles), {})
    except UserError:
        raise
    except UnreadableArticleError as error:
        named = articles["article_id"].is_in(list(error.reasons))
        if named.any():
            rest = read_apart(table, step, articles.filter(~named))
            return Readable(rest.rows, error.reasons | rest.unreadable)
        return _halved(table, step, articles, error)
    except Exception as error:
        return _halved(table, step, articles, error)


def _halved(
    table: Table, step: Callable[[pl.DataFrame], pl.DataFrame], articles: pl.DataFrame, error: Exception
) -> Readable:
    if articles.height == 1:
        return Readable(table.empty(), {articles["article_id"][0]: f"{type(error).__name__}: {error}"})
    half = articles.height // 2
    return Readable.of_all(read_apart(table, step, part) for part in (articles[:half], articles[half:]))
