"""Enter the names of one article: which noun groups introduce a person or an organisation, with state, roles and gender.

Belongs here: full names and how they are introduced. Does not: short forms and what refers back (coreference.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.lexicon import Flag
from transforms.events.actors.noun_groups import NounGroup
from transforms.events.actors.registry import Entity, Registry, acronym, short_forms
from transforms.events.actors.tokens import Tokens
from transforms.events.actors.units import Unit
from transforms.events.vocabulary import read_vocabulary, word_set

_MALE: Final = word_set("titles", "male")
_FEMALE: Final = word_set("titles", "female")
_STATE_LEADERS: Final = word_set("titles", "state_leaders")
_MEN: Final = frozenset(read_vocabulary("names")["male"].split())
_WOMEN: Final = frozenset(read_vocabulary("names")["female"].split())
PLACE_PREPOSITIONS: Final = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "around",
        "across",
        "throughout",
        "inside",
        "into",
        "toward",
        "towards",
        "through",
        "north",
        "south",
        "east",
        "west",
    }
)
PERSON_MARKS: Final = Flag.GIVEN | Flag.INITIAL


def words_of(tokens: Tokens, first: int, last: int) -> list[str]:
    """The words of a stretch as written, without possessive endings at its end."""
    return text_of(tokens, first, last).split()


def text_of(tokens: Tokens, first: int, last: int) -> str:
    """The text of words `first` to `last` (exclusive) on one line."""
    return " ".join(tokens.text[tokens.start(first) : tokens.end(last - 1)].split())


def enter_names(tokens: Tokens, groups: list[NounGroup]) -> Registry:
    """The registry of everybody whom the article names in full."""
    registry = Registry()
    for group in groups:
        if group.head.sort == "name":
            _enter_person(tokens, registry, group)
        elif group.head.sort == "organisation":
            _enter_organisation(tokens, registry, group)
    return registry


def state_of(group: NounGroup) -> str | None:
    """The state that a noun group names beside its head."""
    for unit in (*group.parts, *group.apposed, *group.complement):
        if unit.known is not None and unit.known.state is not None:
            return unit.known.state
    return None


def roles_of(tokens: Tokens, group: NounGroup) -> list[str]:
    """The role phrases of a noun group in small letters; a leader's office also counts as "leader"."""
    roles = [text_of(tokens, unit.first, unit.last).lower().replace(".", "") for unit in group.units("role")]
    if any(role in _STATE_LEADERS for role in roles):
        roles.append("leader")
    return list(dict.fromkeys(roles))


def gender_of(tokens: Tokens, group: NounGroup) -> str | None:
    """Male or female by title, role or given name; None when nothing tells."""
    said = {text_of(tokens, unit.first, unit.last).lower() for unit in group.units("role", "title")}
    if said & _FEMALE:
        return "female"
    if said & _MALE:
        return "male"
    given = tokens.bare(group.head.first)
    if (given in _MEN) != (given in _WOMEN):
        return "male" if given in _MEN else "female"
    return None


def person_name(tokens: Tokens, group: NounGroup) -> str:
    """The name of the person that heads a noun group: royal titles stay before a single name ("King Salman")."""
    head = group.head
    name = text_of(tokens, head.first, head.last)
    real = [i for i in range(head.first, head.last) if not tokens.flags(i) & Flag.SUFFIX]
    before = head.first - 1
    if (
        len(real) == 1
        and before >= group.first
        and tokens.flags(before) & Flag.ROYAL
        and tokens.flags(before) & Flag.UPPER
    ):
        return f"{tokens.bare(before)} {name}"
    return name


def is_titled(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a title, a role, a first name or an initial shows that a name is a person's."""
    head = group.head
    if group.units("title") or any(unit.first < head.first or unit in group.apposed for unit in group.units("role")):
        return True
    flags = tokens.flags(head.first)
    if head.last - head.first < 2:
        return False
    return bool(flags & (PERSON_MARKS | Flag.SURNAME_FIRST)) or any(
        tokens.flags(i) & (Flag.INITIAL | Flag.SUFFIX) for i in range(head.first + 1, head.last)
    )


def _enter_person(tokens: Tokens, registry: Registry, group: NounGroup) -> None:
    name = person_name(tokens, group)
    words = words_of(tokens, group.head.first, group.head.last)
    titled = is_titled(tokens, group)
    if len(words) < 2 and not titled:
        return
    if len(words) < 2 and registry.named(name, group.first):
        return
    kind = "person" if titled or not after_article(tokens, group.first) else "organisation"
    entity = Entity(name, kind, group.first, state_of(group), gender_of(tokens, group), titled=titled)
    entity = registry.enter(entity, short_forms(words) if kind == "person" else [name])
    if titled:
        entity.kind = "person"
    registry.enter_roles(entity, roles_of(tokens, group))


def after_article(tokens: Tokens, index: int) -> bool:
    """Whether "the" stands right before a word."""
    return index > 0 and tokens.joined(index) and tokens.raw[index - 1].lower() == "the"


def after_place_word(tokens: Tokens, index: int) -> bool:
    """Whether a preposition of place stands right before a word."""
    return index > 0 and tokens.joined(index) and tokens.raw[index - 1].lower() in PLACE_PREPOSITIONS


def organisation_name(tokens: Tokens, group: NounGroup) -> str:
    """The name of an organisation: its known full name, or as written with "China's Foreign Ministry" as "Chinese Foreign Ministry"."""
    head = group.head
    if head.known is not None and head.known.name:
        return head.known.name
    return adjectival(tokens, group.parts, head)


def adjectival(tokens: Tokens, parts: list[Unit], head: Unit) -> str:
    """The words from the first part to the head, a state's possessive turned into its adjective."""
    owner = parts[0]
    if owner is not head and owner.known is not None and owner.sort in ("state", "capital") and owner.known.adjective:
        return f"{owner.known.adjective} {text_of(tokens, owner.last, head.last)}"
    return text_of(tokens, owner.first, head.last)


def _enter_organisation(tokens: Tokens, registry: Registry, group: NounGroup) -> None:
    name = organisation_name(tokens, group)
    kind = "company" if group.head.known is not None and group.head.known.sort == "company" else "organisation"
    forms = [text_of(tokens, group.head.first, group.head.last)]
    bare = [unit for unit in group.apposed if unit.sort == "name"]
    forms += [text_of(tokens, unit.first, unit.last) for unit in bare]
    words = name.split()
    if len(words) > 2:
        forms.append(acronym(words))
    if kind == "company":
        forms.append(words[0])
    entity = Entity(name, "organisation", group.first, state_of(group), None, {kind})
    registry.enter(entity, list(dict.fromkeys(forms)))
