"""Articles as rows of tables: Parquet, and any rows as JSON lines with the same keys.

Belongs here: rows of a table -> documents of JSON lines. Does not: reading CSV (csv_tables.py), what the keys mean (keys.py).
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from transforms.articles.document import MAX_DETAIL, Document, RefusedError
from transforms.articles.formats.json_lines import LINES
from transforms.articles.formats.keys import holds_texts, is_known, no_text
from transforms.articles.own import check_columns

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_PER_BATCH: Final = 256
MAX_TABLE_BYTES: Final = 512 * 2**20
"""A packed Parquet file has to be unpacked as a whole."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read: its bytes, and what is wrong, for people."""

    raw: bytes
    detail: str


Row = tuple[int, dict[str, object] | BadRow]


def table_documents(rows: Iterator[Row], origin: str, part_bytes: int) -> Iterator[Document]:
    """Rows with their numbers as documents of JSON lines; the line number of a row in a document is its number in the table."""
    part: list[bytes] = []
    n_bytes, start, following = 0, 1, 1
    try:
        for number, row in rows:
            if isinstance(row, BadRow):
                yield Document(f"{origin}#{number}", row.raw, refused=("malformed", row.detail))
                continue
            if not part:
                start = following = number
            part.append(b"\n" * (number - following) + json.dumps(row, default=_written).encode("utf-8") + b"\n")
            n_bytes += len(part[-1])
            following = number + 1
            if n_bytes >= part_bytes:
                yield Document(origin, b"".join(part), LINES, first_line=start)
                part, n_bytes = [], 0
    except (RefusedError, OSError):
        if part:  # the rows before the damage are whole
            yield Document(origin, b"".join(part), LINES, first_line=start)
        raise
    if part:
        yield Document(origin, b"".join(part), LINES, first_line=start)


def parquet_rows(stream: BinaryIO, plain: BinaryIO) -> Iterator[Row]:
    """The rows of a Parquet file, numbered from 1; `plain` is the unpacked stream, read when `stream` itself is packed.

    Raises:
        RefusedError: `no_text` without a column of texts, `no_article` without rows, `malformed`, `too_large`.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(_seekable(stream, plain)) as file:
            keys_of(file.schema_arrow.names)
            columns = list(filter(is_known, file.schema_arrow.names))
            for batch in file.iter_batches(ROWS_PER_BATCH, columns=columns, use_threads=False):
                for row in _batch_rows(batch):
                    number += 1
                    if isinstance(row, BadRow):
                        yield number, row
                    else:
                        yield number, {name: value for name, value in row.items() if value is not None}
    except (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError) as error:
        raise RefusedError("malformed", f"not a sound Parquet file: {_first_line(error)}") from error
    if not number:
        raise RefusedError("no_article", "a table without rows")


def _batch_rows(batch: pa.RecordBatch) -> Iterator[dict[str, object] | BadRow]:
    """The rows of a batch; one that holds a value which Python cannot, such as the year 150,000, is bad alone."""
    batch = _in_microseconds(batch)
    try:
        yield from batch.to_pylist()
        return
    except (ValueError, OverflowError):
        pass
    for number in range(batch.num_rows):
        try:
            yield from batch.slice(number, 1).to_pylist()
        except (ValueError, OverflowError) as error:
            yield BadRow(b"", f"a value that cannot be read: {_first_line(error)}")


def _in_microseconds(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Moments in nanoseconds, which datetime has not, are cut to microseconds."""
    import pyarrow as pa

    for number, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            moments = batch.column(number).cast(pa.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(number, field.name, moments)
    return batch


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:MAX_DETAIL]


def keys_of(header: list[str]) -> list[str]:
    """The names of columns, without a byte order mark.

    Raises:
        RefusedError: `no_text` without a column of texts, `own_page`.
    """
    names = [name.strip().lstrip("\ufeff") for name in header]
    check_columns(names)
    if not holds_texts(names):
        raise no_text(names, "columns")
    return names


def _seekable(stream: BinaryIO, plain: BinaryIO) -> BinaryIO:
    if stream.seekable():
        position = stream.tell()
        stream.seek(0)
        if stream.read(4) == b"PAR1":
            return stream
        stream.seek(position)
    content = plain.read(MAX_TABLE_BYTES + 1)
    if len(content) > MAX_TABLE_BYTES:
        raise RefusedError("too_large", f"a packed table of more than {MAX_TABLE_BYTES // 2**20} MB; unpack it")
    return io.BytesIO(content)


def _written(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
