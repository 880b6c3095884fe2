"""The bytes of an answer, unpacked within limits.

Belongs here: Content-Encoding and the size limit, both applied piece by piece. Does not: compressed files (transforms.articles.formats.compression).
"""

from __future__ import annotations

import zlib
from typing import Final

import httpx

from orchestration.sources.fetching.errors import FetchError

ACCEPTED: Final = "gzip, deflate"
"""What can be unpacked piece by piece with the standard library; more is not asked for."""

_PIECE: Final = 2**16
_AUTOMATIC: Final = zlib.MAX_WBITS | 32
_RAW: Final = -zlib.MAX_WBITS


def read_body(response: httpx.Response, max_bytes: int) -> bytes:
    """The unpacked bytes of a streamed answer.

    Raises:
        FetchError: `too_large` beyond the limit, `unreadable` for damaged or unknown packing.
        httpx.HTTPError: the connection failed on the way.
    """
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > max_bytes:
        raise _too_large(max_bytes)
    unpack = _unpacker(response.headers.get("content-encoding", "").strip().lower())
    body = bytearray()
    for piece in response.iter_raw(_PIECE):
        body += unpack(piece, max_bytes + 1 - len(body)) if unpack else piece
        if len(body) > max_bytes:
            raise _too_large(max_bytes)
    return bytes(body)


class _Inflater:
    """zlib piece by piece, never more than is asked for; servers call raw streams `deflate` too."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(_AUTOMATIC)
        self._has_begun = False

    def __call__(self, piece: bytes, max_bytes: int) -> bytes:
        try:
            unpacked = self._inflate.decompress(piece, max_bytes)
        except zlib.error as error:
            if self._has_begun:
                raise FetchError("unreadable", f"damaged compressed answer: {error}") from error
            self._inflate = zlib.decompressobj(_RAW)
            self._has_begun = True
            return self(piece, max_bytes)
        self._has_begun = True
        return unpacked


def _unpacker(encoding: str) -> _Inflater | None:
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _Inflater()
    raise FetchError("unreadable", f"the answer is packed as {encoding[:40]!r}, which was not asked for")


def _too_large(max_bytes: int) -> FetchError:
    return FetchError(
        "too_large", f"an answer of more than {max_bytes / 2**20:.4g} MB; see max_megabytes in sources.toml"
    )
