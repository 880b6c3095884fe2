"""What sources exchange with those who read and store: what is known of each file or address, and what was found now.

Belongs here: these values. Does not: reading sources (folder.py, feed.py, web.py), storing (warehouse/loading/source_state.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from transforms.articles import Document, Listing

if TYPE_CHECKING:
    from orchestration.sources.fetching import Answer, Fetcher
    from orchestration.sources.kept import KeptBytes


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A file or address as it was last looked at (schema SOURCE_ITEMS)."""

    state: str
    raw_hash: str | None
    size_bytes: int | None
    modified: str | None
    listed: str | None
    etag: str | None
    n_failures: int
    checked_at: datetime
    retry_at: datetime | None
    reader_version: str | None
    n_articles: int | None

    @property
    def conditions(self) -> tuple[str | None, str | None]:
        """ETag and Last-Modified of the version that was read."""
        return (self.etag, self.modified) if self.state == "read" else (None, None)


@dataclass(frozen=True, slots=True)
class Item:
    """A file or address as it was looked at now (schema SOURCE_ITEMS); it follows the documents that were read of it.

    n_articles: those found before in what is not read again. is_unchanged: there was nothing new in it. first_line: where reading it began, in a
    file that has only grown.
    """

    origin: str
    state: str
    detail: str | None = None
    raw_hash: str | None = None
    size_bytes: int | None = None
    modified: str | None = None
    listed: str | None = None
    etag: str | None = None
    retry_at: datetime | None = None
    reader_version: str | None = None
    n_articles: int | None = None
    is_unchanged: bool = False
    first_line: int = 1

    @classmethod
    def unchanged(cls, origin: str, known: KnownItem, listed: str | None = None) -> Item:
        """The item as it is known."""
        return cls(
            origin,
            known.state,
            raw_hash=known.raw_hash,
            size_bytes=known.size_bytes,
            modified=known.modified,
            listed=listed or known.listed,
            etag=known.etag,
            reader_version=known.reader_version,
            n_articles=known.n_articles,
            is_unchanged=True,
        )

    @classmethod
    def answered(cls, origin: str, answer: Answer, raw_hash: str, listed: str | None = None) -> Item:
        """The item of an address that answered with bytes."""
        return cls(
            origin,
            "read",
            raw_hash=raw_hash,
            size_bytes=len(answer.content),
            modified=answer.modified,
            listed=listed,
            etag=answer.etag,
        )

    def as_unchanged(self, n_articles: int | None) -> Item:
        """The same item, with nothing new in it beside these articles that were read before."""
        return replace(self, n_articles=n_articles, is_unchanged=True)

    def to_be_asked_again(self) -> Item:
        """The same item without what would let it pass as known next time."""
        return replace(self, raw_hash=None, modified=None, etag=None)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a source gave nothing or not all: words for people."""

    detail: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """A fetched answer whose bytes are kept (schema FETCHED_DOCUMENTS)."""

    origin: str
    raw_hash: str
    fetched_as: str
    address: str
    media_type: str | None
    outlet: str | None
    listing: Listing = Listing()

    def document(self, content: bytes, left_out: frozenset[str] = frozenset()) -> Document:
        """The answer as a document; `left_out`: feed items whose pages are read instead."""
        return Document(
            self.origin,
            content,
            self.media_type,
            address=self.address,
            outlet=self.outlet,
            listed=self.listing,
            left_out=left_out,
            may_be_empty=self.fetched_as == "feed",
        )


@dataclass(frozen=True, slots=True)
class Visit:
    """All that reading one source of the web needs: what is known of it, who fetches, where bytes are kept, the present moment."""

    known: Mapping[str, KnownItem]
    fetcher: Fetcher
    kept: KeptBytes
    connections: int
    now: datetime

    @property
    def has_pages_to_ask_again(self) -> bool:
        """Whether an address failed that may be asked again by now."""
        failed = (item for item in self.known.values() if item.state == "failed")
        return any(item.retry_at is None or item.retry_at <= self.now for item in failed)
