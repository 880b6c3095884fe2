"""Read noun groups from units, and join those that stand beside each other for one actor.

Belongs here: "Antony Blinken, the US Secretary of State,", "International Criminal Court (ICC)". Does not: single noun groups (noun_groups.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.modifiers import COUNTERS, DESCRIBERS, is_deed
from transforms.events.actors.groups.noun_groups import NounGroup, read_group
from transforms.events.actors.groups.trades import join_trade
from transforms.events.actors.groups.units import Unit
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.phrases import match_known
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import PREPOSITIONS

MAX_BETWEEN: Final = 3  # articles and modifiers between the comma and the second group
MAX_FIELD: Final = 5  # words of what a capitalised role is for: "Secretary of Foreign Affairs"
MAX_OFFICE: Final = 8  # words behind a role that tell what the office is for
_FOR: Final = frozenset({"of", "for"})
_NOT_FOR: Final = PREPOSITIONS - {"of", "for"} | {"to", "that", "which", "who", "he", "she", "they", "it", "when"}
_ANY: Final = frozenset({"a", "an", "any", "every", "no", "another"})
_COMMAS: Final = frozenset({",", "—", "–", "--", "-"})
_CLOSING: Final = (",", ";", ".", ")", "—", "–", "-", ":")
_CONTINUING: Final = frozenset({"who", "and", "from", "in", "at", "to", "whose", "on", "for", "with", "since", "until"})
_WHERE_HELD: Final = frozenset({"at", "for", "in"})
_BEFORE_NAME: Final = frozenset({"role", "title"})
_BETWEEN: Final = DESCRIBERS | COUNTERS | Flag.DETERMINER


def read_groups(tokens: Tokens, units: list[Unit]) -> list[NounGroup]:
    """The noun groups of a text in order, never overlapping."""
    groups: list[NounGroup] = []
    at = 0
    while at < len(units):
        group, at = read_group(tokens, units, at)
        if group.head.sort == "thing":
            continue
        if join_trade(tokens, groups, group) or not groups or not _joined(tokens, groups[-1], group):
            groups.append(group)
    return groups


def _joined(tokens: Tokens, before: NounGroup, group: NounGroup) -> bool:
    """Join a noun group to the one before when the two are one actor, and say whether they are."""
    if group.first < before.last:
        group.first = min(before.last, group.parts[0].first)
    at = before.last
    if _is_second_office(tokens, before, group):
        before.apposed, before.last = [*before.apposed, *group.parts, *group.complement], group.last
        return True
    if _is_named_behind_acronym(tokens, before, group):
        before.parts, before.head, before.last = [*before.parts, *group.parts], group.head, group.last
        before.apposed = []
        return True
    if tokens.plain[at]:
        at = _office_end(tokens, before, group) if before.head.sort == "role" else 0
        if not at:
            return False  # nothing but a space behind the first one
    elif _is_acronym_of(tokens, before, group):
        before.apposed = group.parts
        return True
    if not _is_apposed(tokens, before, group, at):
        return False
    _take_in(before, group)
    return True


def _is_second_office(tokens: Tokens, before: NounGroup, group: NounGroup) -> bool:
    """Whether a role behind "and" is the second one of whom the comma's other side names: "Anna Borg, chairman and chief executive, resigned"."""
    at = before.last
    if group.head.sort != "role" or before.head.sort != "name" or all(unit.sort != "role" for unit in before.apposed):
        return False
    if not tokens.plain[at] or tokens.raw[at] != "and" or group.first > at + 1 + MAX_BETWEEN:
        return False
    return tokens.plain[at + 1] and _led_up(tokens, at + 1, group.first) and _closes(tokens, group.last)


def _office_end(tokens: Tokens, before: NounGroup, group: NounGroup) -> int:
    """Where the ordinary words end that tell what somebody's office is for, before the comma and a name: "minister of tourism, Karl Borg"; 0 where none do."""
    first = before.last
    if group.head.sort != "name" or tokens.small(first) not in _FOR:
        return 0
    if tokens.flags[first - 1] & Flag.POSSESSIVE or tokens.before(before.first) in _ANY:
        return 0
    for at in range(first + 1, min(first + MAX_OFFICE, group.first + 1)):
        if not tokens.plain[at]:
            return at if at > first + 1 and tokens.gaps[at] == ", " and at not in tokens.firsts else 0
        if tokens.flags[at] & Flag.DEED or tokens.small(at) in _NOT_FOR:
            return 0
    return 0


def _take_in(before: NounGroup, group: NounGroup) -> None:
    """Make two noun groups one; a name heads it."""
    before.apposed = [*group.parts, *group.complement]
    before.last = group.last
    if group.head.sort == "name":
        before.parts, before.head, before.apposed = [*before.parts, *group.parts], group.head, []


def _is_acronym_of(tokens: Tokens, before: NounGroup, group: NounGroup) -> bool:
    """Whether a group is an acronym in brackets behind the organisation that it abbreviates: "International Criminal Court (ICC)"."""
    if group.first != before.last or group.last != group.first + 1:
        return False
    sorts = [unit.sort for unit in (before.head, *before.complement) if unit.last == before.last]
    if not {"organisation", "name"}.intersection(sorts) and not _abbreviates(tokens, before, group.first):
        return False
    if tokens.gaps[group.first].strip() not in ("(", "["):
        return False
    return bool(tokens.flags[group.first] & Flag.ACRONYM) and tokens.gaps[group.last][:1] in (")", "]")


def _abbreviates(tokens: Tokens, before: NounGroup, at: int) -> bool:
    """Whether a word ends in the first letter of an office in capitals: "District Attorney (DA)"."""
    office = tokens.raw[before.last - 1]
    return before.head.sort == "role" and office[0].isupper() and tokens.raw[at][-1] == office[0]


def _is_named_behind_acronym(tokens: Tokens, before: NounGroup, group: NounGroup) -> bool:
    """Whether a name follows the acronym in brackets of its holder's office: "Norfield County District Attorney (NCDA) Karl Borg"."""
    if before.head.sort != "role" or group.head.sort != "name" or not before.apposed:
        return False
    acronym = before.apposed[-1]
    between = acronym.last == group.first == before.last + 1 and acronym.last - acronym.first == 1
    return between and tokens.gaps[group.first] == ") " and group.first not in tokens.firsts


def _is_apposed(tokens: Tokens, before: NounGroup, group: NounGroup, at: int) -> bool:
    """Whether a name and a role with a comma between them, at a word, are one person, and the apposition is closed."""
    if group.first - at > MAX_BETWEEN or before.apposed:
        return False
    heads = (before.head.sort, group.head.sort)
    if (
        heads not in (("name", "role"), ("role", "name"))
        or tokens.flags[at - 1] & Flag.POSSESSIVE
        or at in tokens.firsts
    ):
        return False
    if tokens.gaps[at].strip() not in _COMMAS or not _led_up(tokens, at, group.first):
        return False
    full = before.head if heads[0] == "name" else group.head
    if (
        full.last - full.first < 2
        or heads[0] == "role"
        and any(unit.sort not in _BEFORE_NAME for unit in group.parts[:-1])
    ):
        return False
    return _closes(tokens, _field_end(tokens, group))


def _field_end(tokens: Tokens, group: NounGroup) -> int:
    """Where the capitalised words end that tell what a capitalised role is for, up to the comma: "Anna Borg, Secretary of Culture, said"."""
    last = group.last
    if last >= len(tokens) or tokens.raw[last] != "of" or not tokens.flags[last - 1] & Flag.UPPER:
        return last
    for at in range(last + 1, min(last + 1 + MAX_FIELD, len(tokens))):
        if at > last + 1 and tokens.raw[at] == "of":
            return _state_end(tokens, at + 1) or last
        if at > last + 1 and (not tokens.plain[at] or tokens.raw[at] in _WHERE_HELD):
            return at
        named = tokens.flags[at] & (Flag.GAZETTEER | Flag.COMPANY | Flag.ACRONYM | Flag.POSSESSIVE)
        if not tokens.flags[at] & Flag.UPPER and tokens.raw[at] not in ("and", "the") or named:
            return last
    return last


def _state_end(tokens: Tokens, at: int) -> int:
    """Where a state's name ends that begins at a word, perhaps behind an article: "of Norway", "of the Philippines"; 0 for other words."""
    first = at + 1 if tokens.raw[at : at + 1] == ["the"] else at
    length, known = match_known(tokens, first) if first < len(tokens) else (0, None)
    return first + length if known is not None and known.sort == "state" else 0


def _led_up(tokens: Tokens, at: int, first: int) -> bool:
    """Whether only articles, numbers and modifiers stand between the comma and the second group."""
    return all(
        tokens.flags[index] & _BETWEEN and tokens.plain[index + 1] and not is_deed(tokens, index)
        for index in range(at, first)
    )


def _closes(tokens: Tokens, index: int) -> bool:
    """Whether a comma, a stop or a relative pronoun ends the words before `index`."""
    if index >= len(tokens) or index in tokens.firsts:
        return True
    gap = tokens.gaps[index].strip()
    return gap[:1] in _CLOSING if gap else tokens.raw[index] in _CONTINUING
