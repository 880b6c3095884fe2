"""Addresses in sitemaps: XML sitemaps, news sitemaps, sitemap indexes, and plain lists of addresses.

Belongs here: bytes of a sitemap -> the addresses it names. Does not: fetching; the protocol is that of sitemaps.org.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from transforms.articles.document import MAX_DETAIL, Listing, RefusedError
from transforms.articles.encodings.read import decode
from transforms.articles.formats.compression import unpack
from transforms.articles.identity import WEB

MAX_SITEMAP_BYTES: Final = 64 * 2**20
MAX_ENTRIES: Final = 50_000
"""The protocol allows no more in one file."""
ROOTS: Final = frozenset({"urlset", "sitemapindex"})


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """An address that a sitemap names: a page, or another sitemap; when it changed, as written; what a news sitemap says of it."""

    address: str
    is_sitemap: bool
    changed: str | None = None
    listing: Listing = Listing()


def read_sitemap(content: bytes, media_type: str | None = None) -> list[SitemapEntry]:
    """The addresses in the order of the file; none of a sound one that names none, such as a news sitemap on a quiet day.

    Raises:
        RefusedError: `malformed` when it is neither a sitemap, XML with addresses nor a list of addresses, `too_large`, `unreadable`, `encoding`.
    """
    content = unpack(content)
    if len(content) > MAX_SITEMAP_BYTES:
        raise RefusedError("too_large", f"a sitemap of more than {MAX_SITEMAP_BYTES // 2**20} MB")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        root = _root(content)
        found = list(_of_xml(root))
        is_sound = root is not None and not len(root) and _local(root.tag) in ROOTS
    else:
        found, is_sound = list(_of_lines(content, media_type)), False
    if not found and not is_sound:
        raise RefusedError("malformed", "no sitemap: it names no address")
    return found


def read_addresses(text: str) -> list[str]:
    """The addresses of a list, one a line; `#` begins a comment line."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line.lower().startswith(WEB)]


def _of_lines(content: bytes, media_type: str | None) -> Iterator[SitemapEntry]:
    for address in read_addresses(decode(content, media_type))[:MAX_ENTRIES]:
        yield SitemapEntry(address, is_sitemap=False)


def _root(content: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise RefusedError("malformed", f"the sitemap cannot be read: {error}"[:MAX_DETAIL]) from error


def _of_xml(root: etree._Element | None) -> Iterator[SitemapEntry]:
    for number, element in enumerate(root if root is not None else ()):
        if number >= MAX_ENTRIES:
            return
        entry = _entry(element)
        if entry is not None:
            yield entry


def _entry(element: etree._Element) -> SitemapEntry | None:
    texts: dict[str, str] = {}
    for part in element.iter():
        if isinstance(part.tag, str) and part.text and part.text.strip():
            texts.setdefault(_local(part.tag), part.text.strip())
    address = texts.get("loc", "")
    if not isinstance(element.tag, str) or not address.lower().startswith(WEB):
        return None
    listing = Listing(texts.get("title"), texts.get("publication_date"))
    changed = texts.get("lastmod") or texts.get("publication_date")
    return SitemapEntry(address, _local(element.tag) == "sitemap", changed, listing)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()
