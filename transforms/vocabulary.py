"""Read the word tables of this package.

Belongs here: reading a TOML table from `transforms/data`, and lists of words in it. Does not: what the words mean (the modules that use them).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import tomli


class VocabularyError(ValueError):
    """A word table does not have the form that its reader needs; the message names the file and the key."""


@cache
def vocabulary_text(name: str) -> str:
    """The text of `transforms/data/<name>.toml`."""
    return (files("transforms") / "data" / f"{name}.toml").read_text(encoding="utf-8")


@cache
def read_vocabulary(name: str) -> dict[str, Any]:
    """The tables of `transforms/data/<name>.toml`; the same object on every call, to be read only."""
    return tomli.loads(vocabulary_text(name))


def word_set(name: str, key: str) -> frozenset[str]:
    """One list of words at the top of a file, as a set.

    Raises:
        VocabularyError: the key does not hold a list of words.
    """
    return frozenset(words_of(name, "", read_vocabulary(name), key))


def words_of(name: str, section: str, table: Mapping[str, Any], key: str) -> list[str]:
    """A list of words in a table of `transforms/data/<name>.toml`; section: what the table is called, empty for the whole file.

    Raises:
        VocabularyError: there is none, or something else; the message names the file, the section and the key.
    """
    words = table.get(key)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        place = f"[{section}] {key}" if section else key
        raise VocabularyError(f"transforms/data/{name}.toml: {place} must be a list of words")
    return words
