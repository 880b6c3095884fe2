"""Who is who in one article: full names, acronyms and roles, and what short forms of them stand for.

Belongs here: names found in one article and looking them up. Does not: other articles (transforms/merge), pronouns (pronouns.py).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from transforms.events.actors.lexicon import Flag, classify


@dataclass(slots=True)
class Entity:
    """Somebody the article names in full."""

    name: str
    kind: str
    position: int
    state: str | None = None
    gender: str | None = None
    roles: set[str] = field(default_factory=set)
    titled: bool = False  # a title, role or first name shows that this is a person


@dataclass(slots=True)
class Registry:
    """The entities of one article by full name, by short form and by role."""

    entities: dict[str, Entity] = field(default_factory=dict)
    short: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[tuple[str | None, str], list[Entity]] = field(default_factory=lambda: defaultdict(list))

    def enter(self, entity: Entity, short_forms: list[str]) -> Entity:
        """Enter an entity, or add what is new about it to the one of that name."""
        known = self.entities.setdefault(entity.name.lower(), entity)
        known.state = known.state or entity.state
        known.gender = known.gender or entity.gender
        known.titled = known.titled or entity.titled
        known.roles |= entity.roles
        if known is entity:
            for form in short_forms:
                self.short[form.lower()].append(known)
        return known

    def enter_roles(self, entity: Entity, roles: list[str]) -> None:
        """Note the roles that an entity holds, with and without the state."""
        for role in roles:
            entity.roles.add(role)
            for state in {entity.state, None}:
                if entity not in self.roles[(state, role)]:
                    self.roles[(state, role)].append(entity)

    def named(self, form: str, position: int) -> Entity | None:
        """Whom a short form means: the entity of that form introduced last before it, else the first one after it."""
        exact = self.entities.get(form.lower())
        return exact or nearest(self.short.get(form.lower(), []), position)

    def holder(self, state: str | None, role: str, position: int) -> Entity | None:
        """Who holds a role, when the article introduces one person with it."""
        return nearest([e for e in self.roles.get((state, role), []) if e.position <= position], position)


def nearest(entities: list[Entity], position: int) -> Entity | None:
    """The last entity introduced before a position, else the first one after it."""
    before = [entity for entity in entities if entity.position <= position]
    if before:
        return max(before, key=lambda entity: entity.position)
    return min(entities, key=lambda entity: entity.position, default=None)


def short_forms(words: list[str]) -> list[str]:
    """The forms that may stand for a person's full name later: surname with and without particles, surname that comes first, given name."""
    flags = [word.flags if (word := classify(w)) else 0 for w in words]
    body = [w for w, f in zip(words, flags, strict=True) if not f & Flag.SUFFIX] or words
    forms = [body[-1], body[0]]
    if body[-1].lower().startswith(("al-", "el-")):
        forms.append(body[-1][3:])
    for start in range(1, len(body) - 1):
        forms.append(" ".join(body[start:]))
    if "-" in body[-1]:
        forms.append(body[-1].split("-")[-1])
    return list(dict.fromkeys(forms))


def acronym(words: list[str]) -> str:
    """The acronym that a name's capitalised words give."""
    return "".join(word[0] for word in words if word[:1].isupper())
