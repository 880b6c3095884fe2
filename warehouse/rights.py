"""Who may read a file that takes the place of another.

Belongs here: permissions and owners. Does not: what is in the files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def replace_with(fresh: Path, path: Path) -> None:
    """Put a file that is whole in the place of another, with the rights and, where this user may give it away, the owner that that one had."""
    with suppress(FileNotFoundError):
        old = path.stat()
        if hasattr(os, "chown"):
            with suppress(OSError):
                os.chown(fresh, old.st_uid, old.st_gid)
        # after the owner, whose change takes rights away
        with suppress(OSError):
            fresh.chmod(old.st_mode & 0o7777)
    fresh.replace(path)


@contextmanager
def as_private_as(path: Path) -> Iterator[None]:
    """What this process makes in the block is closed to whomever the file is closed to."""
    try:
        closed = 0o777 & ~path.stat().st_mode
    except FileNotFoundError:
        closed = 0
    before = os.umask(0o077)
    os.umask(before | closed)
    try:
        yield
    finally:
        os.umask(before)
