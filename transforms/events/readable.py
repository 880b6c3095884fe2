"""Read all articles of a batch that can be read, whatever the others do.

Belongs here: setting unreadable articles apart from the rest of their batch. Does not: reading them, storing why they failed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import polars as pl

from transforms.errors import UserError
from transforms.events.extract import Extractor, UnreadableArticleError
from transforms.schema import EVENT_MENTIONS


class Readable(NamedTuple):
    """The mentions of the articles that could be read (`EVENT_MENTIONS` columns), and why the others could not, by article_id."""

    mentions: pl.DataFrame
    unreadable: dict[str, str]

    @classmethod
    def of_all(cls, parts: Iterable[Readable]) -> Readable:
        """Several as one; at least one is needed."""
        mentions, unreadable = zip(*parts, strict=True)
        return cls(pl.concat(mentions), {key: why for one in unreadable for key, why in one.items()})


def extract_readable(extractor: Extractor, articles: pl.DataFrame) -> Readable:
    """Extract the articles; those that the extractor names or fails on are set apart, and the rest is read without them.

    articles: as the extractor wants them, one row per article. A batch that fails as a whole is halved until the failing articles stand alone.

    Raises:
        UserError: what stopped the extractor is for the user to mend, not an article's fault.
    """
    if articles.is_empty():
        return Readable(EVENT_MENTIONS.empty(), {})
    try:
        return Readable(extractor.extract(articles), {})
    except UserError:
        raise
    except UnreadableArticleError as error:
        named = articles["article_id"].is_in(list(error.reasons))
        if named.any():
            rest = extract_readable(extractor, articles.filter(~named))
            return Readable(rest.mentions, error.reasons | rest.unreadable)
        return _apart(extractor, articles, error)
    except Exception as error:
        return _apart(extractor, articles, error)


def _apart(extractor: Extractor, articles: pl.DataFrame, error: Exception) -> Readable:
    if articles.height == 1:
        return Readable(EVENT_MENTIONS.empty(), {articles["article_id"][0]: f"{type(error).__name__}: {error}"})
    half = articles.height // 2
    first, second = extract_readable(extractor, articles[:half]), extract_readable(extractor, articles[half:])
    return Readable.of_all([first, second])
