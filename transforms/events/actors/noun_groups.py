"""Join units into noun groups: "French President Emmanuel Macron", "two Turkish soldiers", "the Burundi president, Pierre Nkurunziza".

Belongs here: which units and modifiers belong to one noun group and what heads it. Does not: what a name stands for in the whole article (coreference.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from transforms.events.actors.lexicon import Flag
from transforms.events.actors.tokens import Tokens
from transforms.events.actors.units import Unit

_DESCRIBERS: Final = Flag.ROLE_MODIFIER | Flag.GROUP_MODIFIER
_COUNTERS: Final = Flag.NUMBER | Flag.QUANTIFIER
MAX_MODIFIERS: Final = 4  # modifiers between two units, or before the first one

_NOUNS: Final = frozenset({"role", "group", "noun", "organisation"})
_BEFORE_NOUN: Final = frozenset(
    {"adjective", "state", "people", "capital", "place", "organisation", "name", "noun", "group", "role"}
)
_BEFORE_NAME: Final = frozenset({"role", "title", "adjective"})
_COMPLEMENTS: Final = frozenset(
    {"state", "organisation", "noun", "group", "name", "adjective", "capital", "place", "people"}
)


@dataclass(slots=True)
class NounGroup:
    """Words `first` to `last` (exclusive) that speak of one actor; `head` is the unit that says what it is, `parts` are all its units."""

    first: int
    last: int
    head: Unit
    parts: list[Unit]
    complement: list[Unit] = field(default_factory=list)
    apposed: list[Unit] = field(default_factory=list)

    def units(self, *sorts: str) -> list[Unit]:
        """The units of these sorts, apposed ones included."""
        return [unit for unit in (*self.parts, *self.complement, *self.apposed) if unit.sort in sorts]


def read_groups(tokens: Tokens, units: list[Unit]) -> list[NounGroup]:
    """The noun groups of a text in order, never overlapping."""
    groups: list[NounGroup] = []
    at = 0
    while at < len(units):
        group, at = _read_group(tokens, units, at)
        _add(tokens, groups, group)
    return groups


def _read_group(tokens: Tokens, units: list[Unit], at: int) -> tuple[NounGroup, int]:
    end = at + 1
    while end < len(units) and _is_attached(tokens, units[end - 1], units[end]):
        end += 1
    parts = units[at:end]
    group = NounGroup(parts[0].first, parts[-1].last, parts[-1], parts)
    if group.head.sort in _NOUNS and (after := _complement_end(tokens, units, end)):
        group.complement, group.last = units[end:after], units[after - 1].last
        end = after
        if (
            group.head.sort == "role"
            and end < len(units)
            and units[end].sort in ("name", "title")
            and _adjacent(tokens, group.last, units[end].first)
        ):
            return _with_name(tokens, units, group, end)
    _extend_left(tokens, group)
    return group, end


def _with_name(tokens: Tokens, units: list[Unit], group: NounGroup, at: int) -> tuple[NounGroup, int]:
    """The name behind a role with its complement: "president of the Commission Ursula von der Leyen"."""
    end = at + 1
    while end < len(units) and units[end - 1].sort == "title" and _is_attached(tokens, units[end - 1], units[end]):
        end += 1
    group.parts = [*group.parts, *units[at:end]]
    group.head, group.last = units[end - 1], units[end - 1].last
    _extend_left(tokens, group)
    return group, end


def _adjacent(tokens: Tokens, end: int, start: int) -> bool:
    return end == start and (
        tokens.joined(start)
        or (
            tokens.dotted(start)
            and bool(tokens.flags(start - 1) & Flag.ABBREVIATED | tokens.flags(start - 1) & Flag.HONORIFIC)
        )
    )


def _is_attached(tokens: Tokens, left: Unit, right: Unit) -> bool:
    """Whether two neighbouring units belong to one noun group."""
    if right.first - left.last > MAX_MODIFIERS or not _may_attach(tokens, left, right):
        return False
    if right.first == left.last:
        return _adjacent(tokens, left.last, right.first) or _hangs_on_hyphen(tokens, right.first)
    if right.sort not in ("role", "group", "noun", "organisation"):
        return False
    return all(
        tokens.joined(i) and tokens.flags(i) & _DESCRIBERS and not tokens.flags(i) & Flag.UPPER
        for i in range(left.last, right.first)
    ) and tokens.joined(right.first)


def _hangs_on_hyphen(tokens: Tokens, index: int) -> bool:
    return tokens.gaps[index] == "-" and index not in tokens.firsts


def _may_attach(tokens: Tokens, left: Unit, right: Unit) -> bool:
    possessive = bool(tokens.flags(left.last - 1) & Flag.POSSESSIVE)
    if right.sort in ("name", "title"):
        return (
            left.sort in _BEFORE_NAME
            and not possessive
            and not (left.sort == "adjective" and right.last - right.first < 2)
        )
    if right.sort in ("role", "group", "noun"):
        if left.sort in ("group", "role") and not possessive and left.sort == "group":
            return tokens.bare(left.last - 1).lower() in _COLLECTIVES
        return left.sort in _BEFORE_NOUN
    if right.sort == "organisation":
        return left.sort in ("adjective", "state", "people") or possessive and left.sort in ("name", "capital", "place")
    if right.sort in ("people", "adjective"):
        return left.sort == "adjective" and right.known is not None and right.known.state is None
    return False


_COLLECTIVES: Final = frozenset({"police", "minority", "majority", "youth", "opposition", "coalition"})


def _complement_end(tokens: Tokens, units: list[Unit], at: int) -> int:
    """The unit after "of the European Commission", "of China", "of Gaddafi's family"; 0 without such words."""
    if at >= len(units) or units[at].sort not in _COMPLEMENTS:
        return 0
    start, after = units[at].first, units[at - 1].last
    if after >= start or tokens.raw[after] not in ("of", "for") or not tokens.joined(after):
        return 0
    between = range(after + 1, start)
    if (
        len(between) > MAX_MODIFIERS
        or not all(tokens.joined(i) and tokens.flags(i) & (_DESCRIBERS | Flag.DETERMINER) for i in between)
        or not tokens.joined(start)
    ):
        return 0
    end = at + 1
    while end < len(units) and units[end].sort in _NOUNS and _is_attached(tokens, units[end - 1], units[end]):
        end += 1
    return end


def _extend_left(tokens: Tokens, group: NounGroup) -> None:
    """Take in modifiers, numbers and "thousands of" before a noun; articles stay outside."""
    if not any(unit.sort in _NOUNS for unit in group.parts):
        return
    first = _before_modifiers(tokens, group.first, _DESCRIBERS)
    first = _before_modifiers(tokens, first, _COUNTERS)
    if group.head.sort in ("group", "people"):
        first = _before_measures(tokens, first)
    group.first = first


def _before_modifiers(tokens: Tokens, first: int, mask: int) -> int:
    low = first - MAX_MODIFIERS
    while (
        first > 0
        and first > low
        and tokens.joined(first)
        and tokens.flags(first - 1) & mask
        and not tokens.flags(first - 1) & Flag.DETERMINER
    ):
        if tokens.flags(first - 1) & Flag.POSSESSIVE:
            break
        first -= 1
    return first


def _before_measures(tokens: Tokens, first: int) -> int:
    while (
        first > 1
        and tokens.joined(first)
        and tokens.raw[first - 1] == "of"
        and tokens.joined(first - 1)
        and tokens.flags(first - 2) & Flag.MEASURE
    ):
        first = _before_modifiers(tokens, first - 2, _COUNTERS | _DESCRIBERS)
    return first


def _add(tokens: Tokens, groups: list[NounGroup], group: NounGroup) -> None:
    """Append a noun group, or join it to the one before when the two stand in apposition or define an acronym."""
    if groups:
        before = groups[-1]
        if group.first < before.last:
            group.first = min(before.last, group.parts[0].first)
        if _is_acronym_of(tokens, before, group) or _is_apposed(tokens, before, group):
            before.apposed = [*group.parts, *group.complement]
            before.last = (
                before.last if group.head.sort == "name" and before.head.sort == "organisation" else group.last
            )
            if group.head.sort == "name" and before.head.sort == "role":
                before.head = group.head
            return
    groups.append(group)


def _is_acronym_of(tokens: Tokens, before: NounGroup, group: NounGroup) -> bool:
    """Whether a group is an acronym in brackets behind the organisation that it abbreviates: "International Criminal Court (ICC)"."""
    if before.head.sort not in ("organisation", "name") or group.first != before.last or group.last != group.first + 1:
        return False
    gap = tokens.gaps[group.first].strip()
    return (
        gap in ("(", "[")
        and bool(tokens.flags(group.first) & Flag.ACRONYM)
        and tokens.gaps[group.last][:1] in (")", "]")
    )


def _is_apposed(tokens: Tokens, before: NounGroup, group: NounGroup) -> bool:
    """Whether a name and a role with a comma between them are one person, and the apposition is closed."""
    heads = (before.head.sort, group.head.sort)
    if (
        heads not in (("name", "role"), ("role", "name"))
        or before.apposed
        or tokens.flags(before.last - 1) & Flag.POSSESSIVE
    ):
        return False
    at = before.last
    if at >= len(tokens) or tokens.gaps[at].strip() not in (",", "—", "–", "--") or at in tokens.firsts:
        return False
    if any(
        not (tokens.joined(i) and (i == at or tokens.flags(i - 1) & (Flag.DETERMINER | _DESCRIBERS | _COUNTERS)))
        for i in range(at + 1, group.first + 1)
    ):
        return False
    if heads == ("role", "name"):
        return len(group.parts) == 1 and group.head.last - group.head.first > 1 and _closes(tokens, group.last)
    return before.head.last - before.head.first > 1 and _closes(tokens, group.last)


def _closes(tokens: Tokens, index: int) -> bool:
    """Whether a comma, a stop or a relative pronoun ends the words before `index`."""
    if index >= len(tokens) or index in tokens.firsts:
        return True
    return (
        tokens.gaps[index].strip()[:1] in (",", ";", ".", ")", "—", "–", "-")
        and tokens.gaps[index] != " "
        or tokens.raw[index] in ("who", "of", "and", "from", "in", "at", "to", "whose", "on", "for")
    )
