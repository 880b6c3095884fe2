"""Unpack gzip and Zstandard, within limits.

Belongs here: compressed bytes to plain bytes. Does not: what the bytes hold (formats.py).
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
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

_CHUNK: Final = 2**20
_SUFFIXES: Final = (".gz", ".gzip", ".zst", ".zstd")


def unpack(content: bytes) -> bytes:
    """The plain bytes of a document that may be packed, also more than once.

    Raises:
        RefusedError: `too_large` beyond the limits, `unreadable` when the packed bytes are damaged.
    """
    for _ in range(MAX_LAYERS):
        opener = _opener(content)
        if opener is None:
            return content
        content = _read_limited(opener(content), len(content))
    if _opener(content) is not None:
        raise RefusedError("too_large", f"packed more than {MAX_LAYERS} times")
    return content


def without_packing_suffix(name: str) -> str:
    """The file name without `.gz` or `.zst`."""
    for suffix in _SUFFIXES:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name


def _opener(content: bytes) -> Callable[[bytes], BinaryIO] | None:
    if content.startswith(b"\x1f\x8b"):
        return _open_gzip
    if content.startswith(b"\x28\xb5\x2f\xfd"):
        return _open_zstd
    return None


def _open_gzip(content: bytes) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=io.BytesIO(content)))


def _open_zstd(content: bytes) -> BinaryIO:
    reader = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(content, read_across_frames=True)
    return cast(BinaryIO, reader)


def _read_limited(stream: BinaryIO, n_packed: int) -> bytes:
    parts: list[bytes] = []
    n_unpacked = 0
    try:
        while part := stream.read(_CHUNK):
            n_unpacked += len(part)
            _check_limits(n_unpacked, n_packed)
            parts.append(part)
    except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
        raise RefusedError("unreadable", f"damaged compressed data: {error}") from error
    return b"".join(parts)


def _check_limits(n_unpacked: int, n_packed: int) -> None:
    if n_unpacked > MAX_UNPACKED_BYTES:
        raise RefusedError("too_large", f"unpacks to more than {MAX_UNPACKED_BYTES // 2**20} MB")
    if n_unpacked > FREE_EXPANSION_BYTES and n_unpacked > MAX_EXPANSION * n_packed:
        raise RefusedError("too_large", f"unpacks to more than {MAX_EXPANSION} times its size")
