"""Where a feed leads: the pages behind its items, and the part with older items.

Belongs here: RSS, Atom and JSON feeds -> links, and whether an item is a mere summary of its page. Does not: items as articles (feeds.py, json_lines.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from transforms.articles.document import Listing, RefusedError
from transforms.articles.formats.compression import unpack
from transforms.articles.formats.feeds import entries_of, entry_text, next_and_entries, written_date
from transforms.articles.formats.json_lines import item_listing, items_of, next_of_json
from transforms.articles.formats.recognise import Format, recognise
from transforms.articles.identity import canonical_url

FULL_TEXT_CHARACTERS: Final = 1200
"""An item with less text than this is a summary of the page behind it."""

_CUT_SHORT: Final = re.compile(
    r"(?:…|\.\.\.|\[[.…]+\])\W*(?:(?:read|continue|more|weiterlesen|lire|leer)\b[^.]{0,40})?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """An item that links to a page: what it says of it, when it changed (as written), and whether its own text is a mere summary."""

    address: str
    listing: Listing
    changed: str | None
    is_summary: bool


def read_links(content: bytes, media_type: str | None = None) -> list[FeedLink]:
    """The items that link to a page.

    Raises:
        RefusedError: as `read_feed` and `read_json`.
    """
    content = unpack(content)
    is_json = recognise(content, "", media_type) is Format.JSON
    links = _of_json(content, media_type) if is_json else _of_entries(content, media_type)
    return [link for link in links if canonical_url(link.address)]


def without_text(links: Iterable[FeedLink]) -> frozenset[str]:
    """The addresses of items of which nothing can be read but their pages."""
    return frozenset(link.address for link in links if not link.listing.summary)


@dataclass(frozen=True, slots=True)
class Paging:
    """The address of the part with older items as written, and what tells the items of this part from others: their addresses or ids."""

    next_address: str | None = None
    items: frozenset[str] = frozenset()


NO_PAGING: Final = Paging()


def read_paging(content: bytes, media_type: str | None = None) -> Paging:
    """How a feed goes on (RFC 5005 `next` and `prev-archive`, JSON Feed `next_url`).

    Raises:
        RefusedError: as `read_feed` and `read_json`; also for a page, which is no part of a feed.
    """
    content = unpack(content)
    form = recognise(content, "", media_type)
    if form is Format.JSON:
        items = items_of(content, media_type)
        named = {str(item.get("url") or item.get("id") or "") for item in items}
        return Paging(next_of_json(content, media_type), frozenset(named - {""}))
    if form is not Format.FEED:
        raise RefusedError("malformed", "no feed")
    next_address, entries = next_and_entries(content, media_type)
    return Paging(next_address, frozenset({entry.get("link") or entry.get("id") or "" for entry in entries} - {""}))


def _of_entries(content: bytes, media_type: str | None) -> Iterator[FeedLink]:
    for entry in entries_of(content, media_type):
        text, written = entry_text(entry), written_date(entry)
        # dict.get: feedparser's own get() puts `published` where `updated` is missing
        changed = dict.get(entry, "updated") or written
        yield _link(entry.get("link") or "", Listing(entry.get("title"), written, text or None), changed)


def _of_json(content: bytes, media_type: str | None) -> Iterator[FeedLink]:
    for item in items_of(content, media_type):
        address, listing, changed = item_listing(item)
        yield _link(address or "", listing, changed)


def _link(address: str, listing: Listing, changed: str | None) -> FeedLink:
    text = listing.summary or ""
    return FeedLink(address, listing, changed, len(text) < FULL_TEXT_CHARACTERS or _CUT_SHORT.search(text) is not None)
