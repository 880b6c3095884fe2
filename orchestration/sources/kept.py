"""The folder of fetched bytes: each answer once, under its hash, compressed.

Belongs here: bytes to and from the folder. Does not: which answers there are (the table fetched_documents).
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import zstandard

from transforms.errors import UserError

MAX_BYTES: Final = 1024 * 2**20


class KeptBytes:
    """Bytes by their SHA-256 (hex), below `folder`, as Zstandard files; what is not there is looked for in `earlier`."""

    def __init__(self, folder: Path, earlier: Path | None = None) -> None:
        self.folder = folder
        self._folders = tuple(dict.fromkeys((folder, earlier or folder)))

    def keep(self, content: bytes) -> str:
        """Keep the bytes, whole or not at all; their hash.

        Raises:
            UserError: the folder cannot be written.
        """
        raw_hash = hashlib.sha256(content).hexdigest()
        path = _path(self.folder, raw_hash)
        try:
            if path.exists():
                # young again: a sweep leaves alone what somebody is about to refer to
                path.touch()
                return raw_hash
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
                file.write(zstandard.compress(content))
                file.flush()
                os.fsync(file.fileno())
            Path(file.name).replace(path)
        except OSError as error:
            raise UserError(
                f"cannot keep fetched bytes in {self.folder} ({error.strerror}); name another folder as kept_in in sources.toml"
            ) from error
        return raw_hash

    def read(self, raw_hash: str) -> bytes | None:
        """The bytes of a hash; null when they are not there or damaged."""
        for folder in self._folders:
            try:
                content = zstandard.ZstdDecompressor().decompress(_path(folder, raw_hash).read_bytes(), MAX_BYTES)
            except (OSError, zstandard.ZstdError):
                continue
            if hashlib.sha256(content).hexdigest() == raw_hash:
                return content
        return None

    def give(self, raw_hashes: Iterable[str], other: KeptBytes) -> int:
        """Keep the bytes of these hashes in another folder, too; how many were here and whole.

        Raises:
            UserError: the other folder cannot be written.
        """
        n_given = 0
        for raw_hash in raw_hashes:
            content = self.read(raw_hash)
            if content is not None:
                other.keep(content)
                n_given += 1
        return n_given

    def hashes(self) -> list[str]:
        """The hashes of all that is kept here."""
        return sorted(path.stem for path in self.folder.glob("??/*.zst"))

    def stale(self, older_than: float) -> Iterator[tuple[str, Path]]:
        """What was kept last before this moment (seconds since the epoch): hash and file; also parts that were never finished, under no hash."""
        for path in self.folder.glob("??/*"):
            if path.stat().st_mtime < older_than:
                yield ("" if path.name.startswith(".") else path.stem), path


def _path(folder: Path, raw_hash: str) -> Path:
    return folder / raw_hash[:2] / f"{raw_hash}.zst"
