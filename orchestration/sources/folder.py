"""Files and folders as a source of documents.

Belongs here: finding files and reading their bytes, one at a time. Does not: what the bytes mean (transforms.articles), fetching from the network.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from transforms.articles import Document
from transforms.errors import UserError

MAX_FILE_BYTES: Final = 512 * 2**20
NOT_ARTICLES: Final = (".", "README", "LICENSE")
"""Beginnings of file names that are passed over in folders: hidden files and words about the folder itself."""


class SourceError(UserError):
    """A path that the user named cannot be read; the message is one line and names the remedy."""


def find_documents(paths: Sequence[Path]) -> Iterator[Document]:
    """The files at these paths, folders searched in depth, sorted, hidden, README and LICENSE files skipped, each read when its turn comes.

    A file that turns out too large or unreadable becomes a document with the reason in `refused`, so that it gets its row.

    Raises:
        SourceError: a named path does not exist or cannot be read; raised before anything is read.
    """
    named = list(paths)
    for path in named:
        _check_named(path)
    return _documents(named)


def _documents(named: Sequence[Path]) -> Iterator[Document]:
    seen: set[str] = set()
    for path in named:
        for file in sorted(_files_below(path)) if path.is_dir() else [path]:
            identity = os.path.realpath(file)  # unlike Path.resolve it bears links that run in a circle
            if identity not in seen:
                seen.add(identity)
                yield read_file(file)


def _check_named(path: Path) -> None:
    try:
        exists, readable_kind = path.exists(), path.is_file() or path.is_dir()
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror}); check the path and its permissions") from error
    if not exists:
        raise SourceError(f"{path}: no such file or folder; check the path")
    if not readable_kind:
        raise SourceError(f"{path}: neither a file nor a folder; give a file or a folder of articles")
    wanted = os.R_OK | os.X_OK if path.is_dir() else os.R_OK
    if not os.access(path, wanted):
        raise SourceError(f"{path}: no permission to read it; try chmod +r or another user")


def _files_below(folder: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith(NOT_ARTICLES))
    yield from (Path(error.filename) for error in closed)


def read_file(path: Path) -> Document:
    """One file's bytes; a file that is too large or cannot be read gives a document that says so."""
    origin = path.as_posix()
    try:
        if not path.is_file():
            kind = "a folder that cannot be opened" if path.is_dir() else "not a regular file"
            return Document(origin, b"", refused=("unreadable", kind))
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            return Document(
                origin,
                b"",
                refused=("too_large", f"{size // 2**20} MB; at most {MAX_FILE_BYTES // 2**20} MB; split it"),
            )
        return Document(origin, path.read_bytes())
    except OSError as error:
        return Document(origin, b"", refused=("unreadable", error.strerror or type(error).__name__))
