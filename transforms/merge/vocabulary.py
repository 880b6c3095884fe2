"""The words and type traits that merging needs, read from the package's data.

Belongs here: loading and checking `merging.toml` and `headlines.toml`. Does not: what is done with them (names.py, agreement.py, headlines.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain, zip_longest
from typing import Any, Final

from transforms.vocabulary import VocabularyError, read_vocabulary, words_of


@dataclass(frozen=True, slots=True)
class Traits:
    """What merging knows of one event type; all false or empty for types it does not know.

    lasting: the event can take several days. pooled: roles do not tell two events apart. suffered: the one to whom it happens tells them apart.
    described: an article describes the one who tells them apart before it gives a name.
    addressed: another addressee is another event. received: the company or body by name that it is done to says as much as a person. singular: the same ones seldom do it twice within months. placed: another place is another event.
    hosted: another host is another event. unnamed: known by kind, day and country alone. stately: who acts for a state acts as the state.
    rare: so seldom that an undated report of the same actor or kind means the one known case. whole: a day within its known span is a part of it.
    worded: the same one does it seldom twice in some days that are told by the same word. sorted: another kind is another event.
    own: the kinds that befall those who do it. once_of_person, once_of_state: the kinds that befall one and the same person or state once in a year at most. once_in_life: the kinds that befall a person but once.
    """

    lasting: bool = False
    pooled: bool = False
    suffered: bool = False
    described: bool = False
    addressed: bool = False
    received: bool = False
    singular: bool = False
    placed: bool = False
    hosted: bool = False
    unnamed: bool = False
    stately: bool = False
    rare: bool = False
    whole: bool = False
    worded: bool = False
    sorted: bool = False
    own: frozenset[str] = frozenset()
    once_of_person: frozenset[str] = frozenset()
    once_of_state: frozenset[str] = frozenset()
    once_in_life: frozenset[str] = frozenset()


TRAITS: Final = tuple(field.name for field in fields(Traits) if field.type == "bool")
KIND_TRAITS: Final = tuple(field.name for field in fields(Traits) if field.name not in TRAITS)
# Shorter beginnings of words than this are whole words where nothing says that an event is told by them.
LEAST_OF_NOUN: Final = 5


@dataclass(frozen=True, slots=True)
class MergingWords:
    """The lists of `merging.toml`, as sets.

    types: for each of TRAITS, the event types that have it. kind_traits: for each of KIND_TRAITS, the kinds that have it, by type. kinds: for each type that has kinds, (beginning of a word, kind), those of the kinds that come first, then longest beginnings first. short: spellings in full of shortened words.
    """

    types: Mapping[str, frozenset[str]]
    general: frozenset[str]
    wide: frozenset[str]
    long: frozenset[str]
    ongoing: frozenset[str]
    recalled: frozenset[str]
    daily: frozenset[str]
    accidents: frozenset[str]
    vague: frozenset[str]
    common: frozenset[str]
    anybody: frozenset[str]
    titles: frozenset[str]
    generations: frozenset[str]
    sole: frozenset[str]
    others: frozenset[str]
    legal_forms: frozenset[str]
    small: frozenset[str]
    family_first: frozenset[str]
    public: frozenset[str]
    generic: frozenset[str]
    kinds: Mapping[str, tuple[tuple[str, str], ...]]
    kind_traits: Mapping[str, Mapping[str, frozenset[str]]]
    short: Mapping[str, str]

    def kind(self, event_type: str, trigger: str) -> str:
        """The kind of event that a trigger names; empty when it names none."""
        words = trigger.lower().split()
        beginnings = self.kinds.get(event_type, ())
        return next((kind for start, kind in beginnings if any(word.startswith(start) for word in words)), "")

    def kind_near(self, event_type: str, before: str, after: str) -> str:
        """The kind of event that the words before or after a trigger name, the nearest of them; empty when they name none."""
        nearest = chain.from_iterable(zip_longest(reversed(_letters(before)), _letters(after), fillvalue=""))
        return next((kind for word in nearest if word and (kind := self._kind_of_noun(event_type, word))), "")

    def _kind_of_noun(self, event_type: str, word: str) -> str:
        """The kind that a word names by itself: of short beginnings the word itself or its plural, for "fire" also begins "fired"."""
        for start, kind in self.kinds.get(event_type, ()):
            if word.startswith(start) and (len(start) >= LEAST_OF_NOUN or word in (start, f"{start}s", f"{start}es")):
                return kind
        return ""


@cache
def merging_words() -> MergingWords:
    """The checked lists of `merging.toml`.

    Raises:
        VocabularyError: a list is missing or holds something else than words.
    """
    document = read_vocabulary("merging")
    sections = {
        "types": ("general",),
        "names": (
            "titles",
            "generations",
            "sole",
            "others",
            "legal_forms",
            "small",
            "family_first",
            "vague",
            "common",
            "anybody",
            "public",
        ),
        "places": ("generic", "wide", "long", "ongoing", "recalled", "daily", "accidents"),
    }
    types = {trait: _words(document, "types", trait) for trait in TRAITS}
    lists = {key: _words(document, section, key) for section, keys in sections.items() for key in keys}
    of_kinds = {
        trait: {name: _words(document, trait, name) for name in document.get(trait, {})} for trait in KIND_TRAITS
    }
    return MergingWords(types=types, **lists, kinds=_kinds(document), kind_traits=of_kinds, short=_short(document))


@cache
def vague_kinds() -> frozenset[str]:
    """Kinds that are no other kind than any: the empty one, where none is named, and those that say little."""
    return merging_words().general | {""}


@cache
def types_known_by_kind() -> tuple[str, ...]:
    """The event types whose kind the words around a trigger tell where it does not."""
    types = merging_words().types
    return tuple(sorted(types["unnamed"] & types["sorted"]))


@cache
def traits_of(event_type: str) -> Traits:
    """What is known of an event type."""
    words = merging_words()
    known: dict[str, Any] = {trait: event_type in types for trait, types in words.types.items()}
    known |= {trait: kinds[event_type] for trait, kinds in words.kind_traits.items() if event_type in kinds}
    return Traits(**known)


def _kinds(document: dict[str, Any]) -> dict[str, tuple[tuple[str, str], ...]]:
    found = {}
    for event_type, kinds in document.get("kinds", {}).items():
        pairs = [(start, kind) for kind in kinds for start in _words(document["kinds"], event_type, kind)]
        by_length = sorted(pairs, key=lambda pair: (-len(pair[0]), pair))
        first = _words(document, "first", event_type) if event_type in document.get("first", {}) else ()
        of_first = [pair for pair in by_length if pair[1] in first]
        found[event_type] = (*of_first, *(pair for pair in by_length if pair[1] not in first))
    return found


def _short(document: dict[str, Any]) -> dict[str, str]:
    table = document.get("names", {}).get("short")
    if not isinstance(table, dict) or not all(isinstance(full, str) for full in table.values()):
        raise VocabularyError("merging.toml: [names] short must be a table of words")
    return table


def _letters(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def _words(document: dict[str, Any], section: str, key: str) -> frozenset[str]:
    return frozenset(words_of("merging", section, document.get(section, {}), key))
