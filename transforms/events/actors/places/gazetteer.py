"""The places that have a name everybody knows, and towns that only the words around them tell to be meant.

Belongs here: reading the tables of places. Does not: finding places in a text (read.py).
Cities and towns of more than 15,000 people are from GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from transforms.events.actors.words.known import states
from transforms.vocabulary import read_vocabulary

STATE_WEIGHT: Final = 1_000_000
LISTED_WEIGHT: Final = 100_000
KNOWN_WEIGHT: Final = 100  # thousands of people; whoever writes of a smaller town says by "in" or "near" that it is one

_City = tuple[str, str, str, str]  # ISO 3166 code, population in thousands, degrees north, degrees east
_CITY: Final = re.compile(r"^(.+) (\d+) (-?[\d.]+) (-?[\d.]+)$", re.MULTILINE)


class Reading(NamedTuple):
    """One place that a name may mean.

    weight: its population in thousands, or more than any city's for states and regions; at: degrees north and east, None for states and regions;
    part: ISO 3166-2 code of the part of the United States in which it lies.
    """

    name: str
    country: str | None
    weight: int
    at: tuple[float, float] | None = None
    part: str | None = None


@cache
def places() -> dict[str, tuple[Reading, ...]]:
    """The readings of every name that is known everywhere, the most populous first."""
    table: dict[str, list[Reading]] = {}
    for name, row in states().items():
        for alias in (name, *row.get("aliases", [])):
            table.setdefault(alias, []).append(Reading(name, name, STATE_WEIGHT))
        for capital in row.get("capitals", []):
            table.setdefault(capital, []).append(Reading(capital, name, LISTED_WEIGHT, _site(capital, name)))
    for name, country in read_vocabulary("places")["regions"].items():
        table.setdefault(name, []).append(Reading(name, country or None, LISTED_WEIGHT))
    for name, row in read_vocabulary("places")["cities"].items():
        table.setdefault(name, []).append(Reading(name, row["in"], LISTED_WEIGHT, _at(row)))
    for name, cities in _cities().items():
        if known := [city for city in cities if int(city[1]) >= KNOWN_WEIGHT]:
            table.setdefault(name, []).extend(_readings(name, known))
    return {name: tuple(sorted(readings, key=lambda r: -r.weight)) for name, readings in table.items()}


@cache
def towns(name: str) -> tuple[Reading, ...]:
    """The cities and towns of a name, the most populous first."""
    return tuple(_readings(name, _cities().get(name, ())))


def _site(capital: str, state: str) -> tuple[float, float] | None:
    """Where a capital lies."""
    for section in ("capitals", "cities"):
        row = read_vocabulary("places")[section].get(capital)
        if row and row["in"] == state:
            return _at(row)
    return next((reading.at for reading in towns(capital) if reading.country == state), None)


def _at(row: dict[str, list[float]]) -> tuple[float, float] | None:
    return (row["at"][0], row["at"][1]) if "at" in row else None


@cache
def names_of_parts() -> dict[str, tuple[str, ...]]:
    """What addresses call each part of the United States, by ISO 3166-2 code."""
    return {code: tuple(names) for code, names in read_vocabulary("places")["us_states"].items()}


@cache
def longest_by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Place names by their first word, longest first: their words without the full stop of "St.", and the name itself."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in places():
        words = tuple(word.removesuffix(".") if word.count(".") == 1 else word for word in name.split())
        table.setdefault(words[0], []).append((words, name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@cache
def first_words_of_states() -> dict[str | None, tuple[str, ...]]:
    """The first words of the names of each state, as written and in capitals: a text without any of them does not name it."""
    return {
        name: tuple({spelled for alias in (name, *row.get("aliases", [])) for spelled in _spelled(alias.split()[0])})
        for name, row in states().items()
    }


def _spelled(word: str) -> tuple[str, str]:
    return word.removesuffix(".") if word.count(".") == 1 else word, word.upper()


@cache
def multiword_beginnings() -> frozenset[str]:
    """The first words of place names of several words, as written and in capitals."""
    firsts = {name.split()[0] for name in places() if " " in name}
    return frozenset(firsts | {first.upper() for first in firsts})


@cache
def _cities() -> dict[str, list[_City]]:
    """The cities of each name, with and without accents, as their lines give them; not those that are better known as a surname ("Bush")."""
    famous = frozenset(read_vocabulary("names")["famous"].split())
    table: dict[str, list[_City]] = {}
    for code, lines in read_vocabulary("cities").items():
        for name, *figures in _CITY.findall(lines):
            for spelled in (name,) if name.isascii() else {name, _plain(name)}:
                if spelled not in famous:
                    table.setdefault(spelled, []).append((code, *figures))
    return table


def _readings(name: str, cities: Sequence[_City]) -> list[Reading]:
    readings = [
        Reading(name, _countries().get(code[:2]), int(n), (float(north), float(east)), code if len(code) > 2 else None)
        for code, n, north, east in cities
    ]
    return sorted(readings, key=lambda reading: -reading.weight)


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: name for name, row in states().items()}


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
