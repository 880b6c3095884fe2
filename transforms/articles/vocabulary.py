"""The words of this room, from `transforms/data/articles.toml`, validated on load, and the version of this room.

Belongs here: loading words. Does not: using them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from transforms.vocabulary import read_vocabulary, vocabulary_text

CODE_VERSION: Final = "6"
"""Counted up by whoever changes what is read from the same bytes."""


class DateHeaders(BaseModel):
    """Labels before the date in the first line of a text file; published: what pages print before the day of publication."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    labels: tuple[str, ...] = Field(min_length=1)
    published: tuple[str, ...] = Field(min_length=1)


class Keys(BaseModel):
    """What programs call the parts of an article, the best word of each part first."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: tuple[str, ...] = Field(min_length=3)
    html: tuple[str, ...]
    summary: tuple[str, ...]
    title: tuple[str, ...]
    id: tuple[str, ...]
    url: tuple[str, ...]
    source: tuple[str, ...]
    byline: tuple[str, ...]
    lang: tuple[str, ...]
    published: tuple[str, ...]
    changed: tuple[str, ...]
    items: tuple[str, ...]
    around: tuple[str, ...]
    values: tuple[str, ...]
    texts_within: tuple[str, ...]


class Wall(BaseModel):
    """One kind of page that stands before an article: what is told of it, its headlines and its phrases."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    told: str
    titles: frozenset[str]
    phrases: tuple[str, ...] = Field(min_length=1)


class Walls(BaseModel):
    """What such pages say; reader: how they speak to who reads them and of themselves; reports: words that no such page holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    reader: tuple[str, ...] = Field(min_length=1)
    reports: tuple[str, ...] = Field(min_length=1)
    login: Wall
    consent: Wall
    paywall: Wall
    not_found: Wall
    blocked: Wall

    @property
    def kinds(self) -> tuple[Wall, ...]:
        """Each kind of page."""
        return self.login, self.consent, self.paywall, self.not_found, self.blocked


class Vocabulary(BaseModel):
    """All words of `articles.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    function_words: Mapping[str, frozenset[str]]
    seldom_languages: frozenset[str]
    tracking: frozenset[str]
    date_headers: DateHeaders
    keys: Keys
    walls: Walls
    alphabets: Mapping[str, Mapping[str, str]]
    months: Mapping[int, tuple[str, ...]] = Field(min_length=12, max_length=12)

    @property
    def month_numbers(self) -> dict[str, int]:
        """Month name, lower case -> 1 to 12."""
        return {name: number for number, names in self.months.items() for name in names}


@cache
def vocabulary() -> Vocabulary:
    """The validated words."""
    return Vocabulary.model_validate(read_vocabulary("articles"))


@cache
def reader_version() -> str:
    """Changes whenever the same bytes may be read as other articles: hash of code version and vocabulary."""
    return sha256(f"{CODE_VERSION}\0{vocabulary_text('articles')}".encode()).hexdigest()[:16]
