"""Frames that wait to be written: packed, and on the disk once they are large.

Belongs here: keeping and giving back. Does not: what is in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Final, Self

import polars as pl

from transforms.schema import Table
from warehouse.errors import WarehouseError, first_line, remedy_for_writing

# Few enough that memory does not feel them.
BYTES_IN_MEMORY: Final = 32 * 2**20


class KeptFrames:
    """Rows of some tables in the portions in which they came, to be read once more.

    Beyond so many bytes `in_memory` they lie in a file of `folder` that has no name: whatever ends this process takes it away.
    """

    def __init__(self, folder: Path, in_memory: int = BYTES_IN_MEMORY) -> None:
        self._folder = folder
        self._file = SpooledTemporaryFile(max_size=in_memory, dir=str(folder))  # noqa: SIM115 (closed by `__exit__`)
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def keep(self, table: Table, rows: pl.DataFrame) -> None:
        """Keep some rows of a table.

        Raises:
            WarehouseError: the disk is full.
        """
        packed = BytesIO()
        rows.write_ipc(packed, compression="zstd")
        try:
            self._places[table.name].append((self._file.tell(), packed.tell()))
            self._file.write(packed.getbuffer())
        except OSError as error:
            raise WarehouseError(
                f"cannot write in {self._folder}: {first_line(error)}; {remedy_for_writing(error)}, and run the command again"
            ) from error

    def portions(self, table: Table) -> Iterator[pl.DataFrame]:
        """What was kept of a table, as it came; after the last `keep`."""
        for start, length in self._places[table.name]:
            self._file.seek(start)
            yield pl.read_ipc(BytesIO(self._file.read(length)))
