"""Say for each noun group whom it means in its article: full names, states, organisations referred back to.

Belongs here: what a noun group stands for. Does not: pronouns (pronouns.py), entering full names (identify.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from transforms.events.actors.identify import (
    adjectival,
    after_article,
    after_place_word,
    gender_of,
    is_titled,
    organisation_name,
    person_name,
    roles_of,
    state_of,
    text_of,
)
from transforms.events.actors.lexicon import Flag
from transforms.events.actors.noun_groups import NounGroup
from transforms.events.actors.registry import Entity, Registry, nearest
from transforms.events.actors.tokens import Tokens
from transforms.events.vocabulary import read_vocabulary, word_set

_REFERS: Final = read_vocabulary("organisations")["refers"]
_FORMER: Final = frozenset(
    {
        "former",
        "ex",
        "then",
        "late",
        "another",
        "other",
        "new",
        "next",
        "deputy",
        "vice",
        "fellow",
        "a",
        "an",
        "first",
        "any",
    }
)
_WITH_STATES: Final = frozenset(
    {
        "between",
        "against",
        "with",
        "by",
        "told",
        "tells",
        "urged",
        "urges",
        "accused",
        "accuses",
        "blamed",
        "warned",
        "pressed",
        "asked",
        "upon",
    }
)
_VERBS: Final = word_set("actions", "auxiliaries") | word_set("actions", "deeds")
_DEEDS: Final = word_set("actions", "deeds")


@dataclass(slots=True)
class Referent:
    """Whom a noun group means."""

    name: str
    kind: str
    state: str | None
    gender: str | None = None
    entity: Entity | None = None


def resolve(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent | None:
    """Whom a noun group means; None when it is no actor."""
    match group.head.sort:
        case "name":
            return _resolve_name(tokens, registry, group)
        case "state" | "adjective" | "capital" | "people":
            return _resolve_state(tokens, group)
        case "organisation":
            return _resolve_organisation(tokens, registry, group)
        case "role":
            return _resolve_role(tokens, registry, group)
        case "noun":
            return _resolve_noun(tokens, registry, group)
        case "group":
            return Referent(_group_name(tokens, group), "group", state_of(group))
        case _:
            return None


def _group_name(tokens: Tokens, group: NounGroup) -> str:
    return text_of(tokens, group.first, group.last)


def _resolve_name(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent | None:
    name, titled = person_name(tokens, group), is_titled(tokens, group)
    entity = registry.named(name, group.first) or registry.named(
        text_of(tokens, group.head.first, group.head.last), group.first
    )
    if entity is not None and (entity.titled or not after_place_word(tokens, group.first)):
        return _of_entity(entity)
    if titled:
        return Referent(name, "person", state_of(group), gender_of(tokens, group))
    if after_place_word(tokens, group.first) or not (group.head.sure or _is_evident(tokens, group)):
        return None
    flags = tokens.flags(group.head.first)
    kind = "organisation" if flags & Flag.ACRONYM or after_article(tokens, group.first) else "person"
    return Referent(name, kind, state_of(group))


def _of_entity(entity: Entity) -> Referent:
    return Referent(entity.name, entity.kind, entity.state, entity.gender, entity)


def _is_evident(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a single capitalised word at a sentence's beginning is a name: followed by a verb, and of no ordinary ending."""
    word = tokens.bare(group.head.first)
    if word.lower().endswith(("ing", "ly", "ed")) or group.head.last >= len(tokens):
        return False
    follower = tokens.raw[group.head.last]
    return (
        bool(tokens.flags(group.head.first) & (Flag.POSSESSIVE | Flag.ACRONYM))
        or follower in _VERBS
        or follower.endswith("ed")
    )


def _resolve_state(tokens: Tokens, group: NounGroup) -> Referent | None:
    known = group.head.known
    if known is None or known.state is None:
        return Referent(_group_name(tokens, group), "group", None) if known and known.sort == "people" else None
    if group.head.sort == "people":
        return Referent(_group_name(tokens, group), "group", known.state)
    if group.head.sort == "capital" and not capital_acts(tokens, group):
        return None
    return Referent(known.state, "state", known.state)


def capital_acts(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a capital stands for its state: it acts, is acted with, or owns, and is not where something is."""
    first, last = group.first, group.last
    before = tokens.raw[first - 1].lower() if first and first not in tokens.firsts else ""
    if after_place_word(tokens, first) or before in ("to", "from", "of", "on", "via", "visit", "visited"):
        return False
    if tokens.flags(last - 1) & Flag.POSSESSIVE or before in _WITH_STATES:
        return True
    if last >= len(tokens) or not tokens.joined(last):
        return False
    follower = tokens.raw[last]
    return follower in _VERBS or (follower.islower() and follower.endswith("ed"))


def _resolve_organisation(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent:
    name = organisation_name(tokens, group)
    entity = registry.named(name, group.first)
    if entity is None:
        return Referent(name, "organisation", state_of(group))
    return Referent(entity.name, "organisation", state_of(group) or entity.state, None, entity)


def _is_definite(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a noun group points at somebody known: "the ...", a state before it, and no "former", "new", "another"."""
    inside = {tokens.raw[i].lower() for i in range(max(group.first - 1, 0), group.last)}
    if inside & _FORMER:
        return False
    return after_article(tokens, group.first) or len(group.parts) > 1


def _resolve_role(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent:
    name, state = _group_name(tokens, group), state_of(group)
    roles = roles_of(tokens, group)
    if _is_definite(tokens, group) and not group.units("organisation", "name", "noun", "group"):
        for role in roles[:1] + (["leader"] if state and "leader" in roles else []):
            if entity := registry.holder(state, role, group.first):
                return _of_entity(entity)
    return Referent(name, "person", state, gender_of(tokens, group))


def _resolve_noun(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent:
    """An organisation by a noun: "the court" is the court named before, "China's government" the Chinese government."""
    noun = text_of(tokens, group.head.first, group.head.last).lower()
    if len(group.parts) == 1 and not group.complement and after_article(tokens, group.first):
        wanted = _REFERS.get(noun, [noun])
        found = [
            entity
            for entity in registry.entities.values()
            if entity.kind == "organisation" and entity.position < group.first and _accepts(wanted, entity)
        ]
        if entity := nearest(found, group.first):
            return _of_entity(entity)
    name = (
        _group_name(tokens, group)
        if group.complement or len(group.parts) == 1
        else adjectival(tokens, group.parts, group.head)
    )
    return Referent(name, "organisation", state_of(group))


def _accepts(wanted: list[str], entity: Entity) -> bool:
    words = entity.name.lower().split()
    return "*" in wanted or any(want.lower() in words or want in entity.roles for want in wanted)
