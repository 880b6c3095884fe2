"""Which format a document has.

Belongs here: recognising a format, from the bytes first and the file name second. Does not: reading it (one module per format).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from transforms.articles.document import RefusedError
from transforms.articles.formats.compression import without_packing_suffix


class Format(StrEnum):
    """The formats that Dateline reads."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    FEED = "feed"
    CSV = "csv"
    PARQUET = "parquet"
    WARC = "warc"


_HEAD: Final = 4096
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, to be unpacked, or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"BZh", "a bzip2 archive, to be unpacked"),
    (b"\xfd7zXZ", "an xz archive, to be unpacked"),
    (b"7z\xbc\xaf", "a 7-Zip archive, to be unpacked"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"ARROW1", "an Arrow file, to be written as Parquet"),
    (b"FEA1", "a Feather file, to be written as Parquet"),
)
_SIGNATURES_INSIDE: Final = (
    (re.compile(rb".{8}DUCK.\0{7}", re.DOTALL), "a DuckDB database"),
    (re.compile(rb".{257}ustar[\0 ]", re.DOTALL), "a tar archive, to be unpacked"),
    (
        re.compile(rb"(?:[\w-]+: [^\r\n]*\r?\n[ \t]?){1,12}Snapshot-Content-Location: "),
        "a page saved as MHTML, to be saved as HTML",
    ),
    (
        re.compile(
            rb"(?:Return-Path: <|Received: (?:from|by) |Delivered-To: \S+@|Message-ID: <|MIME-Version: 1)",
            re.IGNORECASE,
        ),
        "a message of e-mail",
    ),
)
_ARC: Final = b"filedesc://"
_ARC_HEAD: Final = re.compile(rb"filedesc://\S{1,500} [\d.]{7,15} \d")  # the archive's name, an address and the day
_READ_SIGNATURES: Final = (
    (b"PAR1", Format.PARQUET),
    (b"WARC/", Format.WARC),
    (_ARC, Format.WARC),
)
_BY_SUFFIX: Final = {
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".jsonl": Format.JSON,
    ".ndjson": Format.JSON,
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".rdf": Format.FEED,
    ".xml": Format.FEED,
}
_BY_MEDIA_TYPE: Final = (
    ("html", Format.HTML),
    ("csv", Format.CSV),
    ("json", Format.JSON),
    ("xml", Format.FEED),
    ("plain", Format.TEXT),
)
_JSON_START: Final = re.compile(rb"""\s*(?:\[\s*)?\{\s*["}]""")
_PROLOG: Final = re.compile(
    rb"\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE\s+(?P<root>[\w:]+)[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_ROOT: Final = re.compile(rb"<([A-Za-z][\w:.-]*)")
_FEED_ROOTS: Final = frozenset({"rss", "feed", "rdf", "channel", "cdf", "entry"})
_HTML_ROOTS: Final = frozenset(
    [
        "html",
        "head",
        "body",
        "meta",
        "title",
        "link",
        "script",
        "style",
        "base",
        "div",
        "p",
        "article",
        "section",
        "main",
        "header",
        "span",
        "table",
        "center",
        "h1",
        "h2",
        "h3",
        "a",
        "img",
        "ul",
        "ol",
        "b",
        "font",
    ]
)


def recognise(content: bytes, origin: str, media_type: str | None = None) -> Format:
    """The format of unpacked bytes.

    Raises:
        RefusedError: `unsupported` for formats that are known but not read.
    """
    if name := _of_what_is_not_read(content):
        raise _unsupported(name)
    for signature, read in _READ_SIGNATURES:
        if content.startswith(signature) and (signature != _ARC or _ARC_HEAD.match(content)):
            return read
    head = _ascii_head(content)
    found = _from_markup(head)
    if found is None and _JSON_START.match(head):
        found = Format.JSON
    return found or _from_names(origin, media_type)


def _unsupported(name: str) -> RefusedError:
    return RefusedError("unsupported", f"{name}; Dateline reads text, HTML, JSONL, CSV, Parquet, feeds and WARC")


def _of_what_is_not_read(content: bytes) -> str | None:
    begins = (name for signature, name in _SIGNATURES if content.startswith(signature))
    holds = (name for signature, name in _SIGNATURES_INSIDE if signature.match(content))
    return next(begins, None) or next(holds, None)


def _ascii_head(content: bytes) -> bytes:
    """The beginning without a byte order mark and without the zero bytes of UTF-16, enough to see tags and braces."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:64].count(0) > 16:
        head = head[2 if head[:1] in b"\xff\xfe" else 0 :].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _from_markup(head: bytes) -> Format | None:
    position = 0
    is_xml = head.lstrip()[:5].lower() == b"<?xml"
    while prolog := _PROLOG.match(head, position):
        if (prolog["root"] or b"").lower() == b"html":
            return Format.HTML
        position = prolog.end()
    root = _ROOT.match(head, position)
    if root is None:
        return Format.FEED if is_xml else None
    name = root[1].decode("ascii").lower().rpartition(":")[2]
    if name == "svg":
        raise _unsupported("an SVG image")
    if name in _HTML_ROOTS:
        return Format.HTML
    return Format.FEED if name in _FEED_ROOTS or is_xml else None


def _from_names(origin: str, media_type: str | None) -> Format:
    name = without_packing_suffix(origin.partition("?")[0]).lower()
    for suffix, found in _BY_SUFFIX.items():
        if name.endswith(suffix):
            return found
    for part, found in _BY_MEDIA_TYPE:
        if part in (media_type or "").lower():
            return found
    return Format.TEXT
