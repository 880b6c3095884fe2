"""What else a known actor is called: "U.S.", "America" and "Washington" are the United States.

Belongs here: names of states and organisations as somebody may ask for them. Does not: names in texts (words/known.py and what uses it), names of persons.
"""

from __future__ import annotations

from functools import cache

from transforms.events.actors.words.known import Known, known_names


def full_name_of(name: str) -> str | None:
    """The name that actors get for a state or an organisation that is called so, in any case and with or without dots; None when nobody is known by it."""
    known = _known_by_key().get(_key(name))
    return known.name if known else None


def state_called(name: str) -> str | None:
    """The name of the state that is called so ("UK", "Hellenic Republic"), compared as by `full_name_of`; None for capitals, peoples and all else."""
    known = _known_by_key().get(_key(name))
    return known.name if known and known.sort == "state" else None


@cache
def _known_by_key() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for first, rows in known_names().items():
        for rest, known in rows:
            key = _key(" ".join((first, *rest)))
            # a state is meant before what only hints at it: "Georgia" before a people of that name
            if known.sort == "state" or key not in found:
                found[key] = known
    return found


def _key(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").removeprefix("the ").split())
