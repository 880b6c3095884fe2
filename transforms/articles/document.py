"""What goes into this room and what comes out of it.

Belongs here: the values that travel between the readers. Does not: reading (one module per format), identity and hashes (identity.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import polars as pl

MAX_DETAIL: Final = 200
"""So many characters of what a parser says are told."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What the feed or sitemap that led to a page says of it: headline, publication date as written, summary."""

    title: str | None = None
    published: str | None = None
    summary: str | None = None


UNLISTED = Listing()


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file or one fetched page, or of a part of a large file; `origin` is its path or address.

    media_type: Content-Type of the answer. refused: why there are no bytes (a schema REJECT_REASONS word and words for people), so that the
    input gets its row. address: where redirects led. outlet: the outlet, where the source knows it. listed: what led to a page says of it.
    first_line: the number of the first line or row of `content` in its file. left_out: addresses of feed items whose pages are read instead.
    may_be_empty: whether a sound list without items, such as a feed on a quiet day, is read and not refused.
    """

    origin: str
    content: bytes
    media_type: str | None = None
    refused: tuple[str, str] | None = None
    address: str | None = None
    outlet: str | None = None
    listed: Listing = UNLISTED
    first_line: int = 1
    left_out: frozenset[str] = frozenset()
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, and where that was found (schema PUBLISHED_BASES).

    `day` is the calendar day in the outlet's own offset; `at` is in UTC, midnight where only the day is known; `offset` is the outlet's
    offset from UTC where it was written with a time (`+03:00`).
    """

    day: date | None = None
    at: datetime | None = None
    basis: str = "none"
    offset: str | None = None


UNDATED = Published()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a reader found it, before ids and hashes."""

    origin: str
    text: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    byline: str | None = None
    lang: str | None = None
    given_id: str | None = None
    published: Published = field(default=UNDATED)


@dataclass(frozen=True, slots=True)
class Rejection:
    """One refused input: `reason` is one of schema REJECT_REASONS, `raw` the refused bytes."""

    origin: str
    reason: str
    detail: str
    raw: bytes = b""


class RefusedError(Exception):
    """A document or a part of one cannot be read; carries the reason word and the words for people."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class EmptyListError(RefusedError):
    """A feed or list that is sound and has no items."""

    def __init__(self, detail: str) -> None:
        super().__init__("no_article", detail)


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Articles (ARTICLES columns) and refused inputs (REJECTED_ARTICLES columns).

    `outlet`, `version`, `near_duplicate_of`, `fetched_at`, `rejected_at` and `run_id` are null: they are known only later.
    """

    articles: pl.DataFrame
    rejected: pl.DataFrame
