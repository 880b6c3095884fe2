"""The words of this room, from `transforms/data/articles.toml`, validated on load.

Belongs here: loading words. Does not: using them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field


class DateHeaders(BaseModel):
    """Labels before the date in the first line of a text file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    labels: tuple[str, ...] = Field(min_length=1)


class Vocabulary(BaseModel):
    """All words of `articles.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    function_words: Mapping[str, frozenset[str]]
    date_headers: DateHeaders
    months: Mapping[int, tuple[str, ...]] = Field(min_length=12, max_length=12)

    @property
    def month_numbers(self) -> dict[str, int]:
        """Month name, lower case -> 1 to 12."""
        return {name: number for number, names in self.months.items() for name in names}


@cache
def vocabulary() -> Vocabulary:
    """The validated words."""
    return Vocabulary.model_validate(
        tomllib.loads(files("transforms").joinpath("data", "articles.toml").read_text("utf-8"))
    )
