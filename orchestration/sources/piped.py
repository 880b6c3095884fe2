"""Articles that another program sends: standard input, which `-` names, and named pipes such as `<(zcat news.gz)`.

Belongs here: taking what comes in to its end. Does not: files (folder.py); a run reads those alone, since it may read them again.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from transforms.articles import Document, split

STANDARD_INPUT: Final = Path("-")


def is_piped(path: Path) -> bool:
    """Whether what a user has named is no file, but what comes in."""
    return path == STANDARD_INPUT or path.is_fifo()


def read_piped(path: Path) -> Iterator[Document]:
    """The documents in what comes in; kept in a file without a name meanwhile, since its format is looked at before it is read."""
    with tempfile.TemporaryFile() as kept:
        if path == STANDARD_INPUT:
            shutil.copyfileobj(sys.stdin.buffer, kept)
        else:
            with path.open("rb") as pipe:
                shutil.copyfileobj(pipe, kept)
        kept.seek(0)
        yield from split(kept, path.as_posix())
