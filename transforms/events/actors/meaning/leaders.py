"""Several states by those who lead them: "the leaders of France and Germany", "the foreign ministers of Iran and Iraq".

Belongs here: which groups stand for the states that they list, and whom each member means. Does not: where such a list ends (groups/noun_groups.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.noun_groups import LEADING, NounGroup
from transforms.events.actors.groups.units import Unit
from transforms.events.actors.groups.wording import small_text
from transforms.events.actors.meaning.registry import Registry
from transforms.events.actors.mention import ActorMention
from transforms.events.actors.words.tokens import Tokens

_STATELY: Final = frozenset({"state", "organisation"})


def leads_several(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a group is those who lead the states or bodies that it lists."""
    if group.head.sort != "group" or len(group.complement) < 2 or tokens.small(group.head.last) != "of":
        return False
    listed = all(unit.sort in _STATELY and unit.known is not None and unit.known.name for unit in group.complement)
    counted = tokens.plain[group.head.first] and group.first < group.head.first
    return listed and not counted and small_text(tokens, group.head) in LEADING


def led_mentions(tokens: Tokens, registry: Registry, group: NounGroup) -> list[ActorMention]:
    """One mention for each state or body of a list: its leader where the article names him, else the state itself."""
    office = small_text(tokens, group.head).removesuffix("s")
    first, mentions = group.first, []
    for unit in group.complement:
        start, end = tokens.starts[first], tokens.end(unit.last - 1)
        surface, (name, kind, state) = tokens.text[start:end], _meant(registry, unit, office, group.first)
        mentions.append(ActorMention(start, end, surface, name, kind, state, led=True))
        first = unit.last
        while tokens.small(first) in ("and", "the"):
            first += 1
    return mentions


def _meant(registry: Registry, unit: Unit, office: str, position: int) -> tuple[str, str, str | None]:
    known = unit.known
    assert known is not None
    holder = registry.introduced_holder(known.state, office, position) if known.state is not None else None
    if holder is not None:
        return holder.name, holder.kind, holder.state
    return known.name, "state" if unit.sort == "state" else "organisation", known.state
