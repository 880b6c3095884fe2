"""Pages in web archives (WARC, ARC).

Belongs here: records of an archive -> documents. Does not: what the pages hold (pages/read.py).
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from transforms.articles.document import MAX_DETAIL, Document, RefusedError

MAX_RECORD_BYTES: Final = 32 * 2**20
HELD: Final = ("response", "resource", "conversion")
"""Kinds of record that hold what a server sent."""
READ_TYPES: Final = ("html", "xml", "json", "text/plain")
"""What may hold an article; style sheets, scripts, images and so on are only counted."""

MOST_KINDS: Final = 8
"""So many kinds of answers without an article are told by name."""
MAX_KIND: Final = 60

_CHUNK: Final = 2**16


class _AsHad:
    """A stream whose `read` gives what can be had: one that waits for more would throw it away at the damage behind it."""

    def __init__(self, stream: io.BufferedReader[io.RawIOBase]) -> None:
        self.tell = stream.tell
        self.read = stream.read1


def read_archive(stream: io.BufferedReader[io.RawIOBase], origin: str) -> Iterator[Document]:
    """Each archived page, feed or text that was answered with success, at `origin#record`; damage ends the archive with a refusal.

    Answers that cannot hold an article are counted in one refusal of the whole archive, which comes last. Requests, metadata and revisits
    are no answers.
    """
    from warcio.archiveiterator import ArchiveIterator  # slow to import: only when there is an archive

    number = n_answers = 0
    passed_over: Counter[str] = Counter()
    try:
        for number, record in enumerate(ArchiveIterator(_AsHad(stream)), start=1):
            if record.rec_type not in HELD:
                continue
            n_answers += 1
            if kind := _kind_without_article(record):
                passed_over[kind] += 1
            else:
                yield _document(record, f"{origin}#{number}")
    except RefusedError as error:  # the packed bytes are damaged or cut off
        yield Document(f"{origin}#{number + 1}", b"", refused=(error.reason, error.detail))
    except Exception as error:  # a reader of hostile archives fails in ways its documentation does not name
        words = f"{type(error).__name__}: {error}"[:MAX_DETAIL]
        yield Document(f"{origin}#{number + 1}", b"", refused=("malformed", f"the archive cannot be read on: {words}"))
    else:
        if not n_answers:
            yield Document(origin, b"", refused=("no_article", f"an archive of {number} records without an answer"))
    if passed_over:
        told = _told(passed_over, n_answers)
        yield Document(origin, told.encode(), refused=("no_article", told))  # a row of its own for other counts


def _told(passed_over: Counter[str], n_answers: int) -> str:
    """How many answers of each kind hold no article."""
    first = passed_over.most_common(MOST_KINDS)
    others = passed_over.total() - sum(count for _, count in first)
    kinds = [f"{count} {kind}" for kind, count in first] + ([f"{others} others"] if others else [])
    return f"{passed_over.total()} of {n_answers} archived answers cannot hold an article: {', '.join(kinds)}"


def _kind_without_article(record: Any) -> str | None:
    """`image/png`, `status 404` and so on; null for what may hold an article."""
    status = str(record.http_headers.get_statuscode() if record.http_headers else "200")
    if status != "200":
        return f"status {status[:MAX_KIND]}"
    media_type = _media_type(record)
    if not media_type or any(name in media_type for name in READ_TYPES):
        return None
    return media_type.partition(";")[0].strip()[:MAX_KIND]


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
