"""The version of merging: changes whenever its results may.

Belongs here: what the results depend on besides the mentions. Does not: the version of the extractor (transforms/events).
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Final

from transforms.vocabulary import vocabulary_text

CODE_VERSION: Final = "14"
VOCABULARIES: Final = ("capitals", "cities", "headlines", "merging", "places", "spelling", "states")


@cache
def merge_version() -> str:
    """Hash of code version and vocabulary."""
    parts = [CODE_VERSION, *map(vocabulary_text, VOCABULARIES)]
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
