"""A feed in parts: the one at its address, and the older ones that each names as its next (RFC 5005, JSON Feed `next_url`).

Belongs here: how far back a feed is read. Does not: what a part says (transforms.articles.formats.feed_links), what becomes of it (feed.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from orchestration.sources.declared import FeedSource
from orchestration.sources.fetching import Answer, FetchError
from orchestration.sources.items import Fault, Visit
from transforms.articles import RefusedError
from transforms.articles.document import EmptyListError
from transforms.articles.formats.feed_links import NO_PAGING, Paging, read_paging


@dataclass(frozen=True, slots=True)
class MissingPart:
    """An older part that could not be had, and whether it may be had by a later run."""

    fault: Fault
    may_pass: bool


def feed_parts(source: FeedSource, visit: Visit, first: Answer) -> Iterator[Answer | MissingPart]:
    """The parts of a feed, newest first, at most `max_parts`, back to the first one that holds an item of the last complete reading.

    A feed that was never read to its end is read as far back as that.
    """
    yield first
    known = visit.known.get(source.url)
    before = visit.kept.read(known.raw_hash) if known and known.raw_hash else None
    seen = _paging(before, None).items if before else frozenset()
    answer, paging = first, _paging(first.content, first.media_type)
    asked = {source.url, first.address}
    for _ in range(source.max_parts - 1):
        address = urljoin(answer.address, paging.next_address or "")
        if not paging.next_address or address in asked or paging.items & seen:
            return
        asked.add(address)
        try:
            answer = visit.fetcher.fetch(address)
            paging = read_paging(answer.content, answer.media_type)
        except EmptyListError:
            return
        except FetchError as error:
            yield _missing(address, error.detail, may_pass=error.is_passing)
            return
        except RefusedError as error:
            yield _missing(address, error.detail, may_pass=False)
            return
        # a redirect back to the feed itself is its end, too
        if answer.address in asked - {address}:
            return
        asked.add(answer.address)
        yield replace(answer, etag=None, modified=None)


def _missing(address: str, detail: str, *, may_pass: bool) -> MissingPart:
    after = "the next run asks again" if may_pass else "older items are not read; `max_parts = 1` asks for none"
    return MissingPart(Fault(f"{address}, an older part of the feed, cannot be had: {detail}; {after}"), may_pass)


def _paging(content: bytes, media_type: str | None) -> Paging:
    """Where the part goes on; nowhere for one that cannot be read: reading it as a document says why."""
    try:
        return read_paging(content, media_type)
    except RefusedError:
        return NO_PAGING
