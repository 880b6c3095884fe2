"""Articles as items of RSS, Atom and RDF feeds.

Belongs here: feed items -> Article, by feedparser. Does not: fetching feeds, the pages that items link to.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import feedparser

from transforms.articles.bylines import byline_of
from transforms.articles.days.published import published_from
from transforms.articles.days.text_dates import published_by_words_or_address
from transforms.articles.document import MAX_DETAIL, Article, EmptyListError, Published, RefusedError, Rejection
from transforms.articles.encodings.read import decode
from transforms.articles.formats.fragments import paragraphs_of
from transforms.articles.identity import canonical_url, id_of_item
from transforms.articles.language import language_code

MAX_FEED_BYTES: Final = 32 * 2**20
DATE_KEYS: Final = ("published", "created", "updated", "issued", "date")
OLDER: Final = ("next", "prev-archive")
"""Relations to the part of a feed with older items (RFC 5005)."""

_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>")

_Entry = dict[str, Any]


def read_feed(
    content: bytes, origin: str, media_type: str | None = None, left_out: frozenset[str] = frozenset()
) -> Iterator[Article | Rejection]:
    """Each item as an article, each item without text as a rejection at `origin#item`; items that link to `left_out` are passed over.

    Raises:
        RefusedError: `malformed` when no item can be read, `no_article` for a sound feed without items, `too_large`.
    """
    parsed = _items_of(content, media_type)
    feed = parsed.feed
    for number, entry in enumerate(parsed.entries, start=1):
        if entry.get("link") in left_out:
            continue
        article = _article(entry, feed, origin)
        if article.text:
            yield article
        else:
            yield Rejection(f"{origin}#{number}", "no_text", "a feed item without text", _identifying_bytes(entry))


def entries_of(content: bytes, media_type: str | None = None) -> list[_Entry]:
    """The items of a feed as feedparser gives them.

    Raises:
        RefusedError: as `read_feed`.
    """
    return list(_items_of(content, media_type).entries)


def next_and_entries(content: bytes, media_type: str | None = None) -> tuple[str | None, list[_Entry]]:
    """The address of the part with older items as written (RFC 5005), and the items of this one.

    Raises:
        RefusedError: as `read_feed`.
    """
    parsed = _items_of(content, media_type)
    links = {link.get("rel"): link.get("href") for link in reversed(parsed.feed.get("links") or ())}
    return next((links[rel] for rel in OLDER if links.get(rel)), None), list(parsed.entries)


def entry_text(entry: _Entry) -> str:
    """The longest of the full contents, else the summary."""
    bodies = [paragraphs_of(content.get("value") or "") for content in entry.get("content") or ()]
    longest = max(bodies, key=len, default="")
    return longest or paragraphs_of(entry.get("summary") or "")


def written_date(entry: _Entry) -> str | None:
    """The item's publication date as written."""
    return next((entry[key] for key in DATE_KEYS if published_from(entry.get(key), "feed").day is not None), None)


def _items_of(content: bytes, media_type: str | None) -> Any:
    parsed = _parse(content, media_type)
    if not parsed.entries and parsed.get("bozo"):
        parsed = _parse(_repaired(content, media_type), None)
    if not parsed.entries:
        raise _nothing_read(parsed)
    return parsed


def _parse(content: bytes, media_type: str | None) -> Any:
    if len(content) > MAX_FEED_BYTES:
        raise RefusedError("too_large", f"a feed of more than {MAX_FEED_BYTES // 2**20} MB")
    headers = {"content-type": media_type} if media_type else {}
    try:
        # a stream, because feedparser takes bytes and strings for addresses and file names first
        return feedparser.parse(io.BytesIO(content), response_headers=headers, resolve_relative_uris=False)
    except Exception as error:  # a parser of hostile input fails in ways its documentation does not name
        raise RefusedError("malformed", f"the feed cannot be read: {type(error).__name__}") from error


def _repaired(content: bytes, media_type: str | None) -> bytes:
    """The feed as plain UTF-8 without what most often stops a parser: a wrong encoding, white space before the declaration."""
    text = decode(content, media_type, markup=True)
    return _DECLARATION.sub("", text.replace("\x00", ""), count=1).lstrip().encode("utf-8")


def _nothing_read(parsed: Any) -> RefusedError:
    problem = parsed.get("bozo_exception")
    if problem is not None:
        return RefusedError("malformed", f"no item can be read: {problem}"[:MAX_DETAIL])
    if parsed.get("version"):
        return EmptyListError("a feed without items")
    return RefusedError("malformed", "XML, but no feed")


def _article(entry: _Entry, feed: _Entry, origin: str) -> Article:
    url = canonical_url(entry.get("link"))
    text = entry_text(entry)
    return Article(
        origin=origin,
        text=text,
        title=paragraphs_of(entry.get("title") or "").replace("\n", " ") or None,
        url=url,
        source=_source(entry, feed),
        byline=byline_of(_authors(entry)),
        lang=_language(entry, feed),
        given_id=id_of_item(entry.get("id"), url, origin),
        published=_published(entry, text, url),
    )


def _source(entry: _Entry, feed: _Entry) -> str | None:
    named = (entry.get("source") or {}).get("title") or feed.get("title") or ""
    return paragraphs_of(named).replace("\n", " ") or None


def _authors(entry: _Entry) -> list[str]:
    named = [author.get("name") or "" for author in entry.get("authors") or ()]
    return named if any(named) else [entry.get("author") or ""]


def _language(entry: _Entry, feed: _Entry) -> str | None:
    contents = [content.get("language") for content in entry.get("content") or ()]
    for declared in (*contents, entry.get("language"), feed.get("language")):
        code = language_code(declared)
        if code is not None:
            return code
    return None


def _published(entry: _Entry, text: str, url: str | None) -> Published:
    published = published_from(written_date(entry), "feed")
    return published if published.day is not None else published_by_words_or_address(text, url)


def _identifying_bytes(entry: _Entry) -> bytes:
    parts = (entry.get("id"), entry.get("link"), entry.get("title"))
    return "\n".join(part or "" for part in parts).encode("utf-8", errors="replace")
