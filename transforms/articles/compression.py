"""Unpack gzip and Zstandard, within limits.

Belongs here: compressed bytes to plain bytes, whole or as a stream. Does not: what the bytes hold (formats.py).
"""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO, Final, cast

import zstandard

from transforms.articles.document import RefusedError

MAX_UNPACKED_BYTES: Final = 512 * 2**20
"""More than this from one document is refused: it would have to be held in memory."""
MAX_EXPANSION: Final = 200
"""News text packs about 3 to 10 times; a bomb packs a thousand times."""
FREE_EXPANSION_BYTES: Final = 16 * 2**20
"""Below this size the expansion does not matter."""
MAX_LAYERS: Final = 3

_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_MAX_WINDOW: Final = 2**27
_CHUNK: Final = 2**20
_SUFFIXES: Final = (".gz", ".gzip", ".zst", ".zstd")


def unpack(content: bytes) -> bytes:
    """The plain bytes of a document that may be packed, also more than once.

    Raises:
        RefusedError: `too_large` beyond the limits, `unreadable` when the packed bytes are damaged.
    """
    if not _is_packed(content):
        return content
    stream = unpacked(io.BytesIO(content))
    parts: list[bytes] = []
    n_unpacked = 0
    while part := stream.read(_CHUNK):
        n_unpacked += len(part)
        if n_unpacked > MAX_UNPACKED_BYTES:
            raise RefusedError("too_large", f"unpacks to more than {MAX_UNPACKED_BYTES // 2**20} MB")
        parts.append(part)
    return b"".join(parts)


def unpacked(stream: BinaryIO) -> io.BufferedReader[io.RawIOBase]:
    """A stream of plain bytes over one that may be packed, also more than once; reading it holds no more than a buffer.

    Raises:
        RefusedError: as `unpack`, also while the stream is read.
    """
    plain: io.BufferedReader[io.RawIOBase] = io.BufferedReader(_Limited(stream, None), _CHUNK)
    for _ in range(MAX_LAYERS):
        head = plain.peek(len(_ZSTD))[: len(_ZSTD)]
        if not _is_packed(head):
            return plain
        packed = _Counted(plain)
        opener = _open_gzip if head.startswith(_GZIP) else _open_zstd
        plain = io.BufferedReader(_Limited(opener(cast(BinaryIO, packed)), packed), _CHUNK)
    if _is_packed(plain.peek(len(_ZSTD))):
        raise RefusedError("too_large", f"packed more than {MAX_LAYERS} times")
    return plain


def without_packing_suffix(name: str) -> str:
    """The file name without `.gz` or `.zst`."""
    for suffix in _SUFFIXES:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name


def _is_packed(head: bytes) -> bool:
    return head.startswith((_GZIP, _ZSTD))


def _open_gzip(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def _open_zstd(stream: BinaryIO) -> BinaryIO:
    reader = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(stream, read_across_frames=True)
    return cast(BinaryIO, reader)


class _Counted(io.RawIOBase):
    """Packed bytes on their way, counted."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.n_read = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        part = self._stream.read(size)
        self.n_read += len(part)
        return part


class _Limited(io.RawIOBase):
    """Unpacked bytes on their way: damage and bombs become refusals."""

    def __init__(self, stream: BinaryIO, packed: _Counted | None) -> None:
        self._stream = stream
        self._packed = packed
        self._n_unpacked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            part = self._stream.read(len(view))
        except (EOFError, zlib.error, zstandard.ZstdError, gzip.BadGzipFile) as error:
            raise RefusedError("unreadable", f"damaged compressed data: {error}") from error
        view[: len(part)] = part
        self._n_unpacked += len(part)
        if self._packed is not None and self._n_unpacked > max(
            FREE_EXPANSION_BYTES, MAX_EXPANSION * self._packed.n_read
        ):
            raise RefusedError("too_large", f"unpacks to more than {MAX_EXPANSION} times its size")
        return len(part)
