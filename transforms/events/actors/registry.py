"""Who is who in one article: full names, acronyms and roles, and what short forms of them stand for.

Belongs here: names found in one article and looking them up. Does not: other articles (transforms/merge), pronouns (pronouns.py).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from transforms.events.actors.flags import Flag
from transforms.events.actors.lexicon import classify


@dataclass(slots=True)
class Entity:
    """Somebody the article names in full; `position` is the word where it first does, `sort` tells companies from other organisations."""

    name: str
    kind: str
    position: int
    state: str | None = None
    gender: str | None = None
    sort: str = ""
    titled: bool = False  # a title, role or first name shows that this is a person


@dataclass(slots=True)
class Registry:
    """The entities of one article by full name, by short form, by role and by noun."""

    entities: dict[str, Entity] = field(default_factory=dict)
    short: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[tuple[str | None, str], list[Entity]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))

    def enter(self, entity: Entity, short_forms: list[str]) -> Entity:
        """Enter an entity, or add what is new about it to the one of that name."""
        known = self.entities.setdefault(entity.name.lower(), entity)
        known.state = known.state or entity.state
        known.gender = known.gender or entity.gender
        known.titled = known.titled or entity.titled
        for form in short_forms:
            holders = self.short[form.lower()]
            if known not in holders:
                holders.append(known)
        return known

    def enter_roles(self, entity: Entity, roles: list[str]) -> None:
        """Note the roles that a person holds, with and without the state."""
        for role in roles:
            for state in (entity.state, None):
                holders = self.roles[(state, role)]
                if entity not in holders:
                    holders.append(entity)

    def enter_nouns(self, entity: Entity, nouns: list[str]) -> None:
        """Note the nouns in small letters that may refer to an organisation later ("the court")."""
        for noun in nouns:
            self.nouns[noun].append(entity)

    def named(self, form: str, position: int) -> Entity | None:
        """Whom a short form means: the entity of that form introduced last before it, else the first one after it."""
        form = form.lower()
        return self.entities.get(form) or nearest(self.short.get(form, ()), position)

    def holder(self, state: str | None, role: str, position: int) -> Entity | None:
        """Who was introduced last with a role."""
        return _last_before(self.roles.get((state, role), ()), position)

    def referred(self, nouns: list[str], position: int) -> Entity | None:
        """The organisation introduced last that one of the nouns fits."""
        found = [entity for noun in nouns if (entity := _last_before(self.nouns.get(noun, ()), position))]
        return max(found, key=lambda entity: entity.position, default=None)


def nearest(entities: list[Entity] | tuple[()], position: int) -> Entity | None:
    """The last entity introduced before a position, else the first one after it."""
    return _last_before(entities, position) or (entities[0] if entities else None)


def _last_before(entities: list[Entity] | tuple[()], position: int) -> Entity | None:
    """Entities stand in the order of their introduction."""
    for entity in reversed(entities):
        if entity.position <= position:
            return entity
    return None


def short_forms(words: list[str]) -> list[str]:
    """The forms that may stand for a person's full name later: surname with and without particles, surname that comes first, given name."""
    flags = [word.flags if (word := classify(w)) else 0 for w in words]
    body = [w for w, f in zip(words, flags, strict=True) if not f & Flag.SUFFIX] or words
    forms = [body[-1], body[0], *(" ".join(body[start:]) for start in range(max(1, len(body) - 3), len(body) - 1))]
    if "-" in body[-1]:
        forms.append(body[-1].split("-", 1)[1])
    return list(dict.fromkeys(forms))


def acronym(words: list[str]) -> str:
    """The acronym that a name's capitalised words give."""
    return "".join(word[0] for word in words if word[:1].isupper())
