"""A file as a stream of documents that are small enough to hold: lines, rows and archived pages in parts, everything else whole.

Belongs here: where a file may be cut. Does not: what the parts mean (read.py), rows of tables (tables.py), archives (archives.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from transforms.articles.document import MAX_DETAIL, Document, RefusedError
from transforms.articles.formats.archives import read_archive
from transforms.articles.formats.compression import MAX_UNPACKED_BYTES, is_packed, unpacked, without_packing_suffix
from transforms.articles.formats.csv_tables import csv_rows
from transforms.articles.formats.json_lines import LINES, begins_value, holds_lines
from transforms.articles.formats.recognise import Format, recognise
from transforms.articles.formats.tables import parquet_rows, table_documents

PART_BYTES: Final = 4 * 2**20
"""Lines are handed on in parts of about this size."""
MAX_LINE_BYTES: Final = 64 * 2**20
MAX_WHOLE_BYTES: Final = 64 * 2**20
"""A larger text, page or feed is no article."""
LINE_SUFFIXES: Final = (".jsonl", ".ndjson")

_LOOKED_AT: Final = 2**16


def split(stream: BinaryIO, origin: str, first_line: int = 1) -> Iterator[Document]:
    """The documents of a file, which may be packed; a file that cannot be read becomes one that says why in `refused`.

    stream: the file's bytes; Parquet must be seekable where it is not packed. first_line: the number of the first line, when the stream
    begins further down in the file. A file that ends unexpectedly gives what could be read, and the refusal last.
    """
    try:
        plain = unpacked(stream)
        head = plain.peek(_LOOKED_AT)
        match recognise(head, origin) if head else Format.TEXT:
            case Format.JSON if _is_lines(head, origin):
                yield from _line_parts(plain, origin, first_line)
            case Format.CSV:
                yield from table_documents(csv_rows(plain), origin, PART_BYTES)
            case Format.PARQUET:
                yield from table_documents(parquet_rows(stream, plain), origin, PART_BYTES)
            case Format.WARC:
                yield from read_archive(plain, origin)
            case Format.JSON:
                yield Document(origin, _whole(plain, MAX_UNPACKED_BYTES))
            case _:
                yield Document(origin, _whole(plain, MAX_WHOLE_BYTES))
    except RefusedError as error:
        yield Document(origin, b"", refused=(error.reason, error.detail))
    except OSError:  # the reader of the file knows more of it
        raise
    except Exception as error:  # one file that a parser cannot bear must not stop the others
        detail = f"cannot be read on: {type(error).__name__}: {error}"[:MAX_DETAIL]
        yield Document(origin, b"", refused=("malformed", detail))


def is_growing_format(head: bytes, origin: str) -> bool:
    """Whether a file of this beginning and name holds one object a line, so that what is appended stands for itself.

    Packed bytes do not: where a line of theirs begins is not to be seen.
    """
    if is_packed(head):
        return False
    try:
        return recognise(head, origin) is Format.JSON and _is_lines(head, origin)
    except RefusedError:
        return False


def _is_lines(head: bytes, origin: str) -> bool:
    if b"\x00" in head[:64]:
        return False
    is_named = without_packing_suffix(origin.lower()).endswith(LINE_SUFFIXES)
    return holds_lines(head) or (is_named and not begins_value(head))


def _whole(stream: BinaryIO, limit: int) -> bytes:
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise RefusedError("too_large", f"more than {limit // 2**20} MB; split it, or give one article a line (JSONL)")
    return content


def _line_parts(stream: BinaryIO, origin: str, first_line: int) -> Iterator[Document]:
    part: list[bytes] = []
    n_bytes, start, number = 0, first_line, first_line
    try:
        while line := stream.readline(MAX_LINE_BYTES + 1):
            if len(line) > MAX_LINE_BYTES:
                detail = f"a line of more than {MAX_LINE_BYTES // 2**20} MB"
                yield Document(f"{origin}#{number}", b"", refused=("too_large", detail))
                _skip_line(stream)
                line = b"\n"
            part.append(line)
            n_bytes += len(line)
            number += 1
            if n_bytes >= PART_BYTES:
                yield Document(origin, b"".join(part), LINES, first_line=start)
                part, n_bytes, start = [], 0, number
    except (RefusedError, OSError):
        if part:  # the lines before the damage are whole
            yield Document(origin, b"".join(part), LINES, first_line=start)
        raise
    if part or start == first_line:
        yield Document(origin, b"".join(part), LINES, first_line=start)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
        pass
