"""Files and folders as a source of documents.

Belongs here: reading of files what is new. Does not: which files (files.py), what the bytes mean (transforms.articles), the network.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from orchestration.sources.declared import FolderSource, Source, WebSource
from orchestration.sources.files import exists, files_at, matching, origin_of, path_of
from orchestration.sources.items import Item, KnownItem
from orchestration.sources.own import IsOwn, nobodys
from orchestration.sources.piped import STANDARD_INPUT
from transforms.articles import Document, is_growing_format, reader_version, split
from transforms.errors import UserError

NOTHING_THERE: Final = "there is no such file or folder; check the path in sources.toml"
CLOSED_LINK: Final = "a link to a folder around the one that is read is not followed; name that folder instead"
CLOSED: Final = "give the user of this run permission (chmod +rX), or run it as another one"

_CHUNK: Final = 2**20
_LOOKED_AT: Final = 2**16


class SourceError(UserError):
    """A path that the user named cannot be read; the message is one line and names the remedy."""


def find_documents(paths: Sequence[Path]) -> Iterator[Document]:
    """The files at these paths, folders searched in depth, sorted, hidden, unfinished (`.part`), README and LICENSE files skipped, each read when its turn comes.

    A large file of lines, rows or archived pages comes in parts. One that turns out too large or unreadable becomes a document with the
    reason in `refused`, so that it gets its row.

    Raises:
        SourceError: a named path does not exist or cannot be read; raised before anything is read.
    """
    named = list(paths)
    for path in named:
        _check_named(path)
    return (document for file in files_at(named) for document in read_file(file))


def read_file(path: Path) -> Iterator[Document]:
    """One file's documents; a file that cannot be read gives one that says so."""
    origin = origin_of(path)
    try:
        with _opened(path) as stream:
            yield from split(stream, origin)
    except OSError as error:
        yield Document(origin, b"", refused=("unreadable", _told(error)))


def _opened(path: Path) -> BinaryIO:
    """The file's bytes; opening a pipe would wait for ever.

    Raises:
        OSError: with words for people.
    """
    if not path.is_file():
        words = "not a regular file, but a pipe, socket or device; remove it, or put a file in its place"
        if path.is_symlink() and not exists(path):
            words = "a link that leads to no file; mend or remove it"
        elif path.is_dir():
            words = CLOSED_LINK if path.is_symlink() else f"a folder that cannot be opened; {CLOSED}"
        raise OSError(errno.EINVAL, words)
    return path.open("rb")


def _told(error: OSError) -> str:
    words = error.strerror or type(error).__name__
    return f"{words}; {CLOSED}" if isinstance(error, PermissionError) else words


def read_folder(
    source: FolderSource, folder: Path, known: Mapping[str, KnownItem], is_own: IsOwn = nobodys
) -> Iterator[Document | Item]:
    """What is new in a declared folder: each file's documents, then the item that notes what was read of it.

    A file of the same size and time is not opened, one whose bytes gave articles under any name gives nothing, and of a file of lines that has
    only grown the new lines are read. A path that is not there is an item that failed. What an older reader has read is not known.
    is_own: which files Dateline has written itself; they are passed over.
    """
    read = _read_before(known)
    # of what gave no article each copy is told, and so is what is refused under a new name
    seen_bytes = {item.raw_hash: item.n_articles for item in read.values() if item.n_articles != 0}
    for pattern in source.paths:
        paths = matching(folder, pattern)
        if not paths:
            yield Item(pattern, "failed", NOTHING_THERE)
        for file in files_at(paths, is_own):
            before = read.get(origin_of(file))
            if before and _looks_the_same(file, before):
                yield Item.unchanged(origin_of(file), before)
            else:
                yield from _read_new(file, before, seen_bytes)
    yield from _there_again(source, folder, known)


def _there_again(source: FolderSource, folder: Path, known: Mapping[str, KnownItem]) -> Iterator[Item]:
    """Paths that were missing and folders that were closed, where they are so no longer: of them no file tells that they are mended."""
    for origin, item in known.items():
        if item.state != "failed":
            continue
        path = path_of(origin)
        is_open = path.is_dir() and not path.is_symlink() and os.access(path, os.R_OK | os.X_OK)
        if (origin in source.paths and matching(folder, origin)) or (path.is_absolute() and is_open):
            yield Item(origin, "read")


def missing_paths(source: Source, folder: Path) -> list[str]:
    """The paths, globs and lists of a source at which nothing lies now."""
    if isinstance(source, FolderSource):
        return [pattern for pattern in source.paths if not matching(folder, pattern)]
    lists = source.lists if isinstance(source, WebSource) else []
    return [name for name in lists if not (folder / Path(name).expanduser()).is_file()]


def found_files(source: FolderSource, folder: Path, is_own: IsOwn = nobodys) -> Iterator[Path]:
    """The files of a declared folder as they lie there now, each once, without Dateline's own."""
    return files_at((path for pattern in source.paths for path in matching(folder, pattern)), is_own)


def read_named(
    paths: Sequence[Path], known: Mapping[str, KnownItem], is_own: IsOwn = nobodys
) -> Iterator[Document | Item]:
    """The same of files and folders that the user named: a file is passed over when these very bytes were read under this very name.

    Its time is not relied on, because the same name may mean another file in another folder.

    Raises:
        SourceError: as `find_documents`.
    """
    for path in paths:
        _check_named(path)
    read = _read_before(known)
    return (piece for file in files_at(paths, is_own) for piece in _read_named(file, read.get(origin_of(file))))


def read_retried(path: Path) -> Iterator[Document | Item]:
    """All that a file or folder holds now; one that still cannot be read gives a document that says so."""
    return (piece for file in files_at([path]) for piece in _read_new(file, None, {}))


def _read_named(file: Path, before: KnownItem | None) -> Iterator[Document | Item]:
    return _read_new(file, before, {before.raw_hash: before.n_articles} if before else {})


def _read_before(known: Mapping[str, KnownItem]) -> dict[str, KnownItem]:
    """What this version of the reader has read; of what is damaged as much as can be read, until its bytes change."""
    version = reader_version()
    done = ("read", "refused")
    return {origin: item for origin, item in known.items() if item.state in done and item.reader_version == version}


def _looks_the_same(path: Path, before: KnownItem) -> bool:
    try:
        status = path.stat()
    except OSError:
        return False
    return (before.size_bytes, before.modified) == (status.st_size, str(status.st_mtime_ns))


@dataclass(frozen=True, slots=True)
class _Measured:
    """A file's bytes: their hash, and where the part that was read before ends (0: nothing of it can be relied on)."""

    raw_hash: str
    n_read_before: int
    n_lines_before: int


def _read_new(
    path: Path, before: KnownItem | None, seen_bytes: dict[str | None, int | None]
) -> Iterator[Document | Item]:
    """seen_bytes: hashes of what was read, and the articles in it."""
    origin = origin_of(path)
    try:
        with _opened(path) as stream:
            status = os.fstat(stream.fileno())
            measured = _measure(stream, before, status.st_size)
            item = Item(
                origin,
                "read",
                raw_hash=measured.raw_hash,
                size_bytes=status.st_size,
                modified=str(status.st_mtime_ns),
                reader_version=reader_version(),
            )
            if measured.raw_hash in seen_bytes:
                yield item.as_unchanged(seen_bytes[measured.raw_hash])
                return
            seen_bytes[measured.raw_hash] = None
            is_grown = measured.n_read_before > 0 and _holds_lines(stream, origin)
            stream.seek(measured.n_read_before if is_grown else 0)
            item = replace(
                item,
                n_articles=before.n_articles if before and is_grown else None,
                first_line=1 + (measured.n_lines_before if is_grown else 0),
            )
            for document in split(stream, origin, first_line=item.first_line):
                yield document
                item = _with_damage(item, document)
                if document.origin == origin and (document.refused or not document.content):
                    seen_bytes.pop(measured.raw_hash, None)
        yield item
    except OSError as error:
        detail = _told(error)
        yield Document(origin, b"", refused=("unreadable", detail))
        yield Item(origin, "failed", detail)


def _with_damage(item: Item, document: Document) -> Item:
    """The item, refused when this document says that the file cannot be read to its end: a whole one would clear that refusal away."""
    reason, detail = document.refused or ("", None)
    is_damaged = reason == "unreadable" and document.origin == item.origin
    return replace(item, state="refused", detail=detail) if is_damaged else item


def _holds_lines(stream: BinaryIO, origin: str) -> bool:
    stream.seek(0)
    return is_growing_format(stream.read(_LOOKED_AT), origin)


def _measure(stream: BinaryIO, before: KnownItem | None, size: int) -> _Measured:
    """The hash of at most `size` bytes, and whether they begin with those that were read before, up to the end of a line."""
    n_before = (before.size_bytes or 0) if before else 0
    n_before = n_before if n_before < size else 0
    digest = hashlib.sha256()
    last_line_end = n_lines = 0
    for part in _parts(stream, n_before):
        digest.update(part)
        n_lines += part.count(b"\n")
        cut = part.rfind(b"\n")
        last_line_end = last_line_end if cut < 0 else stream.tell() - len(part) + cut + 1
    has_grown = bool(n_before) and before is not None and digest.hexdigest() == before.raw_hash
    for part in _parts(stream, size - n_before):
        digest.update(part)
    return _Measured(digest.hexdigest(), last_line_end if has_grown else 0, n_lines)


def _parts(stream: BinaryIO, n_bytes: int) -> Iterator[bytes]:
    while n_bytes > 0 and (part := stream.read(min(_CHUNK, n_bytes))):
        n_bytes -= len(part)
        yield part


def _check_named(path: Path) -> None:
    shown = origin_of(path)
    try:
        exists, readable_kind = path.exists(), path.is_file() or path.is_dir()
    except OSError as error:
        raise SourceError(
            f"{shown}: cannot be opened ({error.strerror}); check the path and its permissions"
        ) from error
    if not exists:
        if path == STANDARD_INPUT:
            raise SourceError("-: a run reads files alone, since it may read them again; save standard input to one")
        raise SourceError(f"{shown}: no such file or folder; check the path")
    if not readable_kind:
        raise SourceError(f"{shown}: neither a file nor a folder; give a file or a folder of articles")
    wanted = os.R_OK | os.X_OK if path.is_dir() else os.R_OK
    if not os.access(path, wanted):
        raise SourceError(f"{shown}: no permission to read it; try chmod +r or another user")
