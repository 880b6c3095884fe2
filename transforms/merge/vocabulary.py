"""The words and type traits that merging needs, read from the package's data.

Belongs here: loading and checking `merging.toml` and `headlines.toml`. Does not: what is done with them (names.py, agreement.py, headlines.py).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

TRAITS: Final = ("lasting", "pooled", "suffered", "addressed", "singular", "placed", "hosted")


class VocabularyError(ValueError):
    """A vocabulary file of merging does not have the shape that it must have."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What merging knows of one event type; all false for types it does not know.

    lasting: the event can take several days. pooled: roles do not tell two events apart. suffered: the one to whom it happens tells them apart.
    addressed: another addressee is another event. singular: the same ones seldom do it twice within months. placed: another place is another event.
    hosted: another host is another event.
    """

    lasting: bool = False
    pooled: bool = False
    suffered: bool = False
    addressed: bool = False
    singular: bool = False
    placed: bool = False
    hosted: bool = False


@dataclass(frozen=True, slots=True)
class MergingWords:
    """The lists of `merging.toml`, as sets."""

    lasting: frozenset[str]
    pooled: frozenset[str]
    suffered: frozenset[str]
    addressed: frozenset[str]
    singular: frozenset[str]
    placed: frozenset[str]
    hosted: frozenset[str]
    titles: frozenset[str]
    sole: frozenset[str]
    others: frozenset[str]
    small: frozenset[str]
    family_first: frozenset[str]
    generic: frozenset[str]

    def traits(self, event_type: str) -> Traits:
        """What is known of an event type."""
        return Traits(**{trait: event_type in getattr(self, trait) for trait in TRAITS})


def read_toml(name: str) -> dict[str, Any]:
    """One vocabulary file of the package as a dict."""
    return tomllib.loads((resources.files("transforms") / "data" / name).read_text(encoding="utf-8"))


@cache
def merging_words() -> MergingWords:
    """The checked lists of `merging.toml`.

    Raises:
        VocabularyError: a list is missing or holds something else than words.
    """
    document = read_toml("merging.toml")
    sections = {
        "types": TRAITS,
        "names": ("titles", "sole", "others", "small", "family_first"),
        "places": ("generic",),
    }
    return MergingWords(**{key: _words(document, section, key) for section, keys in sections.items() for key in keys})


def _words(document: dict[str, Any], section: str, key: str) -> frozenset[str]:
    values = document.get(section, {}).get(key)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise VocabularyError(f"merging.toml: [{section}] {key} must be a list of words")
    return frozenset(values)
