"""Which files lie at a path: globs, folders searched in depth, links; and how a file is called.

Belongs here: names of files. Does not: reading them (folder.py).
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from orchestration.sources.own import IsOwn, nobodys
from transforms.articles.identity import WEB

NOT_ARTICLES: Final = (".", "README", "LICENSE")
"""Beginnings of file names that are passed over in folders: hidden files and words about the folder itself."""
UNFINISHED: Final = (".part", ".partial", ".filepart", ".crdownload", ".tmp", ".temp", ".swp", ".lock", "~")
"""Endings that programs give to files while they write them; read as they are, halves would be articles beside the whole ones."""
ANY_DEPTH: Final = "**"

_GLOB_SIGNS: Final = frozenset("*?[")
_ESCAPED: Final = re.compile(rb"\\x([89a-f][0-9a-f])")


def origin_of(path: Path) -> str:
    r"""The path as it is stored and shown; bytes that are no UTF-8, which names of files may hold, are written `\xe9`."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def path_of(origin: str) -> Path:
    """The path that `origin_of` has written."""
    path = Path(origin)
    if exists(path):
        return path
    return Path(os.fsdecode(_ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), os.fsencode(origin))))


def exists(path: Path) -> bool:
    """Whether something lies at a path; unlike Path.exists it bears a folder above that is closed."""
    return os.path.exists(path)  # noqa: PTH110


def is_gone(origin: str) -> bool:
    """Whether an origin is that of a file that is no longer there."""
    return not origin.startswith(WEB) and not exists(path_of(origin))


def matching(folder: Path, pattern: str) -> list[Path]:
    """The files and folders that a path or glob names, from this folder on, sorted; `**` also goes into folders that are links."""
    root = named_part(folder, pattern)
    found = [root]
    for part in (folder / Path(pattern).expanduser()).parts[len(root.parts) :]:
        found = list(_step(found, part))
    return sorted(path for path in found if exists(path))


def named_part(folder: Path, pattern: str) -> Path:
    """What a path or glob names before its first sign, from this folder on."""
    wanted = folder / Path(pattern).expanduser()
    n_plain = next((number for number, part in enumerate(wanted.parts) if _is_glob(part)), len(wanted.parts))
    return Path(*wanted.parts[:n_plain])


def files_at(named: Iterable[Path], is_own: IsOwn = nobodys) -> Iterator[Path]:
    """The files at these paths, each once, whatever links lead to it; folders are searched in depth, each sorted.

    is_own: whether Dateline has written what lies at a real path; such files are passed over, also when a glob names them.
    """
    seen: set[str] = set()
    for path in named:
        for file in _files_below(path) if path.is_dir() else [path]:
            identity = os.path.realpath(file)  # unlike Path.resolve it bears links that run in a circle
            if identity not in seen and not is_own(Path(identity)):
                seen.add(identity)
                yield file


def _is_glob(part: str) -> bool:
    return bool(_GLOB_SIGNS & set(part))


def _step(folders: Iterable[Path], part: str) -> Iterator[Path]:
    """What one part of a glob leads to from each of these folders."""
    for folder in folders:
        if part == ANY_DEPTH:
            yield from (parent for tree in _trees(folder) for parent, _ in tree)
        elif _is_glob(part):
            found = folder.glob(part) if folder.is_dir() else ()
            yield from (path for path in found if part.endswith(UNFINISHED) or not path.name.endswith(UNFINISHED))
        else:
            yield folder / part


def _files_below(folder: Path) -> Iterator[Path]:
    """The files that are to be read, sorted, those behind links last; and what cannot be entered, for the reader to say so."""
    for tree in _trees(folder, passed_over=(".",)):
        yield from sorted(path for _, paths in tree for path in paths if _may_be_article(path.name))


def _may_be_article(name: str) -> bool:
    return not name.startswith(NOT_ARTICLES) and not name.endswith(UNFINISHED)


Tree = list[tuple[Path, list[Path]]]


def _trees(folder: Path, passed_over: tuple[str, ...] = ()) -> Iterator[Tree]:
    """Each folder at and below this one with its files; then the same of each link to a folder, none twice.

    A link to a folder around this one would lead into everything beside it: it is not followed, and stands among the files.
    passed_over: how names of folders begin that are not entered.
    """
    seen: set[str] = set()
    root = os.path.realpath(folder)
    waiting = deque([folder])
    while waiting:
        tree: Tree = []
        for parent, folders, names in os.walk(waiting.popleft(), onerror=partial(_note_closed, tree)):
            if os.path.realpath(parent) in seen:
                folders.clear()
                continue
            seen.add(os.path.realpath(parent))
            folders[:] = sorted(name for name in folders if not name.startswith(passed_over))
            links = [Path(parent, name) for name in folders if Path(parent, name).is_symlink()]
            around = [link for link in links if _is_around(os.path.realpath(link), root)]
            waiting.extend(link for link in links if link not in around)
            tree.append((Path(parent), [*(Path(parent, name) for name in names), *around]))
        yield tree


def _note_closed(tree: Tree, error: OSError) -> None:
    tree.append((Path(error.filename), [Path(error.filename)]))


def _is_around(folder: str, root: str) -> bool:
    return folder != root and os.path.commonpath([folder, root]) == folder
