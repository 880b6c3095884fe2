"""Documents in batches that are read and committed together.

Belongs here: when a batch is full. Does not: what is done with it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from transforms.articles import Document

DOCUMENTS_PER_BATCH: Final = 200
BYTES_PER_BATCH: Final = 16 * 2**20
SECONDS_PER_BATCH: Final = 30.0
"""Documents that come slowly are not held back longer than this."""

Piece = TypeVar("Piece")


def batched(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces in order, in lists that stay small in number, bytes and time; what is no document weighs nothing."""
    batch: list[Piece] = []
    n_documents = n_bytes = 0
    begun = time.monotonic()
    for piece in pieces:
        batch.append(piece)
        if isinstance(piece, Document):
            n_documents += 1
            n_bytes += len(piece.content)
        is_late = time.monotonic() - begun > SECONDS_PER_BATCH
        if n_documents >= DOCUMENTS_PER_BATCH or n_bytes >= BYTES_PER_BATCH or is_late:
            yield batch
            batch, n_documents, n_bytes, begun = [], 0, 0, time.monotonic()
    if batch:
        yield batch
