"""Unpack gzip and Zstandard, within limits.

Belongs here: compressed bytes to plain bytes, whole or as a stream. Does not: what the bytes hold (recognise.py).
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
BREAKS_OFF: Final = (
    "the compressed file is cut off; whole lines and rows before the cut are read, get the whole file for the rest"
)

_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_MAX_WINDOW: Final = 2**27
_CHUNK: Final = 2**20
_ZSTD_STEP: Final = 2**9
"""Packed bytes that are unpacked at once: even of a bomb they make no more than some 16 MB."""
_SUFFIXES: Final = (".gz", ".gzip", ".zst", ".zstd")


def unpack(content: bytes) -> bytes:
    """The plain bytes of a document that may be packed, also more than once.

    Raises:
        RefusedError: `too_large` beyond the limits, `unreadable` when the packed bytes are damaged.
    """
    if not is_packed(content):
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
        if not is_packed(head):
            return plain
        packed = _Counted(plain)
        opener = _open_gzip if head.startswith(_GZIP) else _open_zstd
        plain = io.BufferedReader(_Limited(opener(cast(BinaryIO, packed)), packed), _CHUNK)
    if is_packed(plain.peek(len(_ZSTD))):
        raise RefusedError("too_large", f"packed more than {MAX_LAYERS} times")
    return plain


def without_packing_suffix(name: str) -> str:
    """The file name without `.gz` or `.zst`."""
    for suffix in _SUFFIXES:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name


def is_packed(head: bytes) -> bool:
    """Whether bytes that begin so are packed."""
    return head.startswith((_GZIP, _ZSTD))


def _open_gzip(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def _open_zstd(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, _Frames(stream))


class _Frames(io.RawIOBase):
    """The plain bytes of Zstandard frames, one after the other; the library's own stream takes a cut-off frame for the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpacker = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW)
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = self._plain = b""

    def readable(self) -> bool:
        return True

    def read1(self, size: int) -> bytes:
        """Some plain bytes; empty at the end.

        Raises:
            EOFError: the last frame is not whole.
        """
        while not self._plain:
            self._packed = self._packed or self._stream.read(_ZSTD_STEP)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError(BREAKS_OFF)
                return b""
            self._unpack()
        part, self._plain = self._plain[:size], self._plain[size:]
        return part

    def _unpack(self) -> None:
        self._frame = self._frame or self._unpacker.decompressobj()
        self._plain, self._packed = self._frame.decompress(self._packed), b""
        if self._frame.eof:
            self._packed, self._frame = self._frame.unused_data, None


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
    """Unpacked bytes on their way: damage and bombs become refusals, after the bytes that could be had before them."""

    def __init__(self, stream: BinaryIO, packed: _Counted | None) -> None:
        self._stream = cast("io.BufferedIOBase", stream)
        self._packed = packed
        self._n_unpacked = 0
        self._fault: RefusedError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        n_read = 0
        while n_read < len(view) and self._fault is None:
            part = self._part(len(view) - n_read)
            if not part:
                break
            view[n_read : n_read + len(part)] = part
            n_read += len(part)
        if self._fault is not None and not n_read:
            raise self._fault
        return n_read

    def _part(self, size: int) -> bytes:
        if self._packed is None:
            return self._stream.read(size)
        try:
            # read() would throw away what it has when it comes to the damage
            part = self._stream.read1(size)
        except RefusedError as error:
            self._fault = error
            return b""
        except EOFError:
            self._fault = RefusedError("unreadable", BREAKS_OFF)
            return b""
        except (zlib.error, zstandard.ZstdError, gzip.BadGzipFile) as error:
            self._fault = RefusedError("unreadable", f"damaged compressed data: {error}")
            return b""
        self._n_unpacked += len(part)
        if self._n_unpacked > max(FREE_EXPANSION_BYTES, MAX_EXPANSION * self._packed.n_read):
            raise RefusedError("too_large", f"unpacks to more than {MAX_EXPANSION} times its size")
        return part
