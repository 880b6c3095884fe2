"""Pages in web archives (WARC, ARC).

Belongs here: records of an archive -> documents. Does not: what the pages hold (pages/read.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from transforms.articles.document import MAX_DETAIL, Document

MAX_RECORD_BYTES: Final = 32 * 2**20
HELD: Final = ("response", "resource", "conversion")
"""Kinds of record that hold what a server sent."""
READ_TYPES: Final = ("html", "xml", "json", "text/plain")
"""What may hold an article; style sheets, scripts, images and so on are passed over."""

_CHUNK: Final = 2**16


def read_archive(stream: BinaryIO, origin: str) -> Iterator[Document]:
    """Each archived page, feed or text that was answered with success, at `origin#record`; damage ends the archive with a refusal."""
    from warcio.archiveiterator import ArchiveIterator  # slow to import: only when there is an archive

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), start=1):
            if _is_wanted(record):
                yield _document(record, f"{origin}#{number}")
    except Exception as error:  # a reader of hostile archives fails in ways its documentation does not name
        words = f"{type(error).__name__}: {error}"[:MAX_DETAIL]
        yield Document(f"{origin}#{number + 1}", b"", refused=("malformed", f"the archive cannot be read on: {words}"))
    else:
        if not number:
            yield Document(origin, b"", refused=("no_article", "an archive without records"))


def _is_wanted(record: Any) -> bool:
    if record.rec_type not in HELD:
        return False
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return status == "200" and any(name in _media_type(record) for name in READ_TYPES)


def _media_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "").lower()


def _document(record: Any, origin: str) -> Document:
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>") or None
    content = _content(record)
    if getattr(record.raw_stream, "limit", 0) > 0 and len(content) <= MAX_RECORD_BYTES:
        return Document(origin, b"", refused=("unreadable", "the archive breaks off in this record"))
    if len(content) > MAX_RECORD_BYTES:
        return Document(origin, b"", refused=("too_large", f"a record of more than {MAX_RECORD_BYTES // 2**20} MB"))
    return Document(origin, content, _media_type(record), address=address)


def _content(record: Any) -> bytes:
    stream = record.content_stream()
    parts: list[bytes] = []
    n_bytes = 0
    while n_bytes <= MAX_RECORD_BYTES and (part := stream.read(_CHUNK)):
        parts.append(part)
        n_bytes += len(part)
    return b"".join(parts)
