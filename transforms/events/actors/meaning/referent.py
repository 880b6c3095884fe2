"""Whom a noun group or a pronoun means.

Belongs here: what is known of whom it means. Does not: how that is found (coreference.py, pronouns.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.events.actors.meaning.registry import Entity


@dataclass(slots=True)
class Referent:
    """Whom a noun group means."""

    name: str
    kind: str
    state: str | None
    gender: str | None = None
    sure: bool = True  # False for a name that only its capitals show


def referent_of(entity: Entity) -> Referent:
    """An entity of the article as whom something means."""
    return Referent(entity.name, entity.kind, entity.state, entity.gender, entity.titled)
