"""Ids and hashes: the same input gives the same id on any machine and in any order.

Belongs here: article_id, content_hash, reject_id, the canonical address they build on and its host. Does not: finding addresses in documents.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from transforms.articles.document import Article, Rejection
from transforms.articles.vocabulary import vocabulary

ID_HEX_DIGITS: Final = 16
HASHED_ID: Final = rf"^[uc][0-9a-f]{{{ID_HEX_DIGITS}}}$"
"""An id that was made here, because the article came with none."""
ID_OF_WORDS: Final = rf"^c[0-9a-f]{{{ID_HEX_DIGITS}}}$"
"""One that was made of its words."""
WEB: Final = ("http://", "https://")
MAX_URL_LENGTH: Final = 4096


def article_id(article: Article) -> str:
    """The given id; else `u` and a hash of the canonical address; else `c` and a hash of the content."""
    if article.given_id:
        return article.given_id
    if article.url:
        return "u" + _hash(article.url)[:ID_HEX_DIGITS]
    return "c" + _hash(article.title or "", article.text)[:ID_HEX_DIGITS]


def id_of_item(given: str | None, url: str | None, origin: str) -> str | None:
    """The given id of an item of a feed: none where it has an address, which stays when ids are made anew; a plain one is unique in its feed only, and has that one's address before it."""
    given = (given or "").strip()
    if url or not given:
        return None
    if ":" in given:  # `tag:`, `urn:` or an address: unique in the world
        return given
    return f"{origin}#{given}" if origin.startswith(WEB) else None


def content_hash(article: Article) -> str:
    """SHA-256 (hex) of title, text and publication day."""
    day = article.published.day
    return _hash(article.title or "", article.text, day.isoformat() if day else "")


def raw_hash(rejection: Rejection) -> str:
    """SHA-256 (hex) of the refused bytes."""
    return sha256(rejection.raw).hexdigest()


def reject_id(rejection: Rejection) -> str:
    """A hash of origin (with its position), reason and bytes."""
    return "r" + _hash(rejection.origin, rejection.reason, raw_hash(rejection))[:ID_HEX_DIGITS]


def canonical_url(url: str | None) -> str | None:
    """The address without tracking parameters, fragment and stray characters; null when it is no web address."""
    url = (url or "").strip()
    if not url.lower().startswith(WEB) or len(url) > MAX_URL_LENGTH:
        return None
    from courlan import clean_url  # slow to import: only when there is an address

    try:
        cleaned = clean_url(_untracked(url.partition("#")[0]))
    except ValueError:
        return None
    return cleaned or None


def _untracked(url: str) -> str:
    path, _, query = url.partition("?")
    kept = "&".join(part for part in query.split("&") if not _tracks(part.partition("=")[0].lower()))
    return f"{path}?{kept}" if kept else path


def _tracks(parameter: str) -> bool:
    words = vocabulary().tracking
    return parameter in words or any(word[-1] == "_" and parameter.startswith(word) for word in words)


def host_of(url: str | None) -> str:
    """The host of an address without `www.`; empty when it has none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _hash(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()
