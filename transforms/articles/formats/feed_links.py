"""The pages that the items of a feed lead to.

Belongs here: RSS, Atom and JSON feeds -> links, and whether an item is a mere summary of its page. Does not: items as articles (feeds.py, json_lines.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from transforms.articles.document import Listing
from transforms.articles.formats.compression import unpack
from transforms.articles.formats.feeds import entries_of, entry_text, written_date
from transforms.articles.formats.json_lines import item_listing, items_of
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
