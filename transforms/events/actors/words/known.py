"""Known names and terms by their first word: states, peoples, organisations; roles, groups, nouns for organisations.

Belongs here: reading these tables into look-ups. Does not: single words (lexicon.py), places (places/gazetteer.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from transforms.events.actors.words.flags import Flag
from transforms.vocabulary import read_vocabulary

DESCRIBED = "described"  # the sort of whom no name but a state and a rank tells: "Britain's biggest bank"


@dataclass(frozen=True, slots=True)
class Known:
    """What a known name stands for: `sort` is state, adjective, people, capital, organisation, company or `DESCRIBED`."""

    sort: str
    name: str
    state: str | None = None
    adjective: str | None = None


Names = dict[str, tuple[tuple[tuple[str, ...], Known], ...]]
Terms = dict[str, tuple[tuple[tuple[str, ...], int], ...]]


@cache
def states() -> dict[str, dict[str, Any]]:
    """The rows of the table of states by name."""
    return read_vocabulary("states")


def adjectives_of(state: str) -> list[str]:
    """The adjectives of a state that do not name it, too: `Russian` of `Russia`, but not `US`; none of what is no state."""
    row = states().get(state, {})
    return [word for word in row.get("adjectives", ()) if word not in row.get("aliases", ())]


@cache
def known_names() -> Names:
    """Known names by their first word: the other words and the meaning, longest first."""
    phrases: dict[str, dict[tuple[str, ...], Known]] = {}
    for names, known in (*_state_names(), *_organisation_names(), *_people_names(), *_official_names()):
        for name in names:
            first, *rest = name.split()
            # the first meaning of the same words stays
            phrases.setdefault(first, {}).setdefault(tuple(rest), known)
    return {first: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for first, rows in phrases.items()}


def names_state(words: list[str]) -> bool:
    """Whether words are exactly the name of a state or an adjective of one: `South Korean`, but not `Federal Reserve`."""
    rest = tuple(words[1:])
    return any(names == rest and known.state == known.name for names, known in known_names().get(words[0], ()))


def _state_names() -> list[tuple[list[str], Known]]:
    names = []
    for name, row in states().items():
        adjectives = row.get("adjectives", [])
        adjective = adjectives[0] if adjectives else None
        names.append(([name, *row.get("aliases", [])], Known("state", name, name, adjective)))
        names.append((row.get("capitals", []), Known("capital", name, name, adjective)))
        names.append((adjectives, Known("adjective", name, name, adjective)))
        names.append((row.get("people", []), Known("people", name, name, adjective)))
    return names


def _official_names() -> list[tuple[list[str], Known]]:
    """States by the forms that they give themselves: "Hellenic Republic", "Kingdom of Norway"."""
    forms = read_vocabulary("groups")["forms_of_state"]
    names = []
    for name, row in states().items():
        adjectives = row.get("adjectives", [])
        spelled = [name, *(alias for alias in row.get("aliases", ()) if " " not in alias and not alias.isupper())]
        official = [f"{form} of {the}{word}" for form in forms["of"] for word in spelled for the in ("", "the ")]
        official += [f"{word} {form}" for form in forms["behind"] for word in adjectives]
        names.append((official, Known("state", name, name, adjectives[0] if adjectives else None)))
    return names


def _organisation_names() -> list[tuple[list[str], Known]]:
    known = read_vocabulary("organisations")["known"]
    return [
        (_spelled_out([name, *row.get("aliases", [])]), Known(row.get("kind", "organisation"), name, row.get("state")))
        for name, row in known.items()
    ]


def _spelled_out(names: list[str]) -> list[str]:
    """Names, each with "&" also as papers write it that spell it out."""
    return [*names, *(name.replace(" & ", " and ") for name in names if " & " in name)]


def _people_names() -> list[tuple[list[str], Known]]:
    peoples = read_vocabulary("groups")["peoples"]
    regional = [([name], Known("people" if name.endswith("s") else "adjective", name)) for name in peoples["regional"]]
    return [*regional, *(([name], Known("people", name)) for name in peoples["names"])]


@cache
def shouted_names() -> Names:
    """Known names in capitals throughout by their first word; those that read as an ordinary word then are left out."""
    ordinary = frozenset(read_vocabulary("organisations")["not_in_capitals"])
    shouted: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for first, rows in known_names().items():
        for rest, known in rows:
            if rest or first.upper() not in ordinary:
                shouted.setdefault(first.upper(), []).append((tuple(word.upper() for word in rest), known))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in shouted.items()}


@cache
def terms() -> Terms:
    """Roles, groups and nouns for organisations by their first word in small letters, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrases, flag in (
        (read_vocabulary("titles")["roles"], Flag.ROLE),
        (read_vocabulary("titles")["abbreviated"], Flag.ROLE),
        (read_vocabulary("groups")["nouns"], Flag.GROUP),
        (read_vocabulary("organisations")["common_nouns"], Flag.ORG_NOUN),
    ):
        for phrase in phrases:
            first, *rest = phrase.split()
            table.setdefault(first, []).append((tuple(rest), flag))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}
