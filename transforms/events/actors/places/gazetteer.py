"""The places that have a name everybody knows: states, capitals, large cities, regions and seas.

Belongs here: reading the tables of places. Does not: finding places in a text (read.py).
Cities of more than 100,000 people are from GeoNames (CC BY 4.0).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from transforms.events.actors.words.known import states
from transforms.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """One place that a name may mean; `weight` is its population in thousands, or more than any city's for states and regions."""

    name: str
    country: str | None
    weight: int


STATE_WEIGHT = 1_000_000
LISTED_WEIGHT = 100_000


@cache
def places() -> dict[str, tuple[Reading, ...]]:
    """The readings of every place name, the most populous first."""
    table: dict[str, list[Reading]] = {}
    for name, row in states().items():
        for alias in (name, *row.get("aliases", [])):
            table.setdefault(alias, []).append(Reading(name, name, STATE_WEIGHT))
        for capital in row.get("capitals", []):
            table.setdefault(capital, []).append(Reading(capital, name, LISTED_WEIGHT))
    for section in ("regions", "cities"):
        for name, country in read_vocabulary("places")[section].items():
            table.setdefault(name, []).append(Reading(name, country or None, LISTED_WEIGHT))
    for name, reading in _cities():
        table.setdefault(name, []).append(reading)
    return {name: tuple(sorted(readings, key=lambda r: -r.weight)) for name, readings in table.items()}


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


def _cities() -> list[tuple[str, Reading]]:
    """The large cities, but for those that are better known as a surname ("Bush")."""
    countries = {row["code"]: name for name, row in states().items()}
    famous = frozenset(read_vocabulary("names")["famous"].split())
    cities = []
    for code, lines in read_vocabulary("cities").items():
        for line in lines.split("\n"):
            name, _, thousands = line.rpartition(" ")
            if name and name not in famous:
                cities.append((name, Reading(name, countries.get(code), int(thousands))))
    return cities
