"""The version of merging: changes whenever its results may.

Belongs here: what the results depend on besides the mentions. Does not: the version of the extractor (transforms/events).
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

CODE_VERSION: Final = "5"
VOCABULARIES: Final = (
    *("capitals.toml", "cities.toml", "headlines.toml", "merging.toml", "places.toml", "spelling.toml", "states.toml"),
)


@cache
def merge_version() -> str:
    """Hash of code version and vocabulary."""
    folder = files("transforms") / "data"
    parts = [CODE_VERSION, *((folder / name).read_text(encoding="utf-8") for name in VOCABULARIES)]
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
