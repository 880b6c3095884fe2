"""Read the word tables of this package.

Belongs here: reading a TOML table from `transforms/data`. Does not: what the words mean (the modules that use them).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


@cache
def vocabulary_text(name: str) -> str:
    """The text of `transforms/data/<name>.toml`."""
    return (files("transforms") / "data" / f"{name}.toml").read_text(encoding="utf-8")


@cache
def read_vocabulary(name: str) -> dict[str, Any]:
    """The tables of `transforms/data/<name>.toml`; the same object on every call, to be read only."""
    return tomli.loads(vocabulary_text(name))


def word_set(name: str, key: str) -> frozenset[str]:
    """One list of words of a table, as a set.

    Raises:
        TypeError: the key does not hold a list of strings.
    """
    words = read_vocabulary(name)[key]
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise TypeError(f"transforms/data/{name}.toml: {key} must be a list of words")
    return frozenset(words)
