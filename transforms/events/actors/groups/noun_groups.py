"""Join units into noun groups: "French President Emmanuel Macron", "two Turkish soldiers", "leader of the party".

Belongs here: which units and modifiers belong to one noun group and what heads it. Does not: appositions (appositions.py), whom a group means (meaning/coreference.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from transforms.events.actors.groups.modifiers import (
    COUNTERS,
    DESCRIBERS,
    MAX_MODIFIERS,
    before_count,
    before_words,
    is_deed,
)
from transforms.events.actors.groups.offices import holder_begin
from transforms.events.actors.groups.units import Unit
from transforms.events.actors.groups.wording import small_text
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import ADVERBS, COORDINATORS, INFINITIVES, OWNING_PRONOUNS, PREPOSITIONS
from transforms.vocabulary import word_set

MAX_LISTED: Final = 8  # states behind the first one of a list
MAX_DEPTH: Final = 3  # "of" inside "of": "head of the office of the president of Chad"

_NOUNS: Final = frozenset({"role", "group", "noun", "organisation"})
COMMON_NOUNS: Final = frozenset({"role", "group", "noun"})
_BEFORE_NOUN: Final = frozenset(
    {"adjective", "state", "people", "capital", "place", "organisation", "name", "noun", "role", "pronoun"}
)
_COMPLEMENTS: Final = frozenset(
    {"state", "organisation", "noun", "group", "name", "adjective", "capital", "place", "people", "pronoun"}
)
SPOKESPEOPLE: Final = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople"})
LEADING: Final = word_set("groups", "leading")
_LISTED: Final = frozenset({"state", "organisation"})
_COLLECTIVES: Final = word_set("groups", "collectives")
_BODIES: Final = word_set("groups", "bodies_of")
_ADJECTIVAL_STATES: Final = frozenset({"U.S.", "US", "U.K.", "UK"})  # they stand before nouns as adjectives do
_CREEDS: Final = word_set("titles", "of_creeds")
_ENVOYS: Final = word_set("titles", "envoys")
_NAMING: Final = word_set("titles", "naming")
_BEFORE_HOLDER: Final = Flag.ROLE | Flag.DETERMINER | Flag.HONORIFIC | DESCRIBERS
_PASSIVE: Final = frozenset({"was", "were", "been", "being", "is", "are", "be", "newly", "not"})
_NO_TRADES: Final = ("s", "ed", "ly")  # endings of words that are hardly a noun before another one
_CURRENCIES: Final = ("$", "€", "£", "¥")


@dataclass(slots=True)
class NounGroup:
    """Words `first` to `last` (exclusive) that speak of one actor; `head` is the unit that says what it is, `parts` are all its units."""

    first: int
    last: int
    head: Unit
    parts: list[Unit]
    complement: Sequence[Unit] = ()
    apposed: Sequence[Unit] = ()
    name: str = ""  # of a person or organisation, set when it is entered
    titled: bool = False  # a title, role or first name shows that it is a person

    @property
    def others(self) -> list[Unit]:
        """All units but the head."""
        head = self.head
        if len(self.parts) == 1 and not self.complement and not self.apposed:
            return []
        return [unit for unit in (*self.parts, *self.complement, *self.apposed) if unit is not head]


def read_group(tokens: Tokens, units: list[Unit], at: int) -> tuple[NounGroup, int]:
    """The noun group that begins at a unit, and the number of the unit behind it."""
    end = at + 1
    while end < len(units) and _is_attached(tokens, units[end - 1], units[end]):
        end += 1
    parts = units[at:end]
    group = NounGroup(parts[0].first, parts[-1].last, parts[-1], parts)
    if group.head.sort in _NOUNS:
        end = _take_complement(tokens, units, group, end)
        _extend_left(tokens, group)
    elif group.head.sort == "people" or group.head.sort in ("name", "place") and len(parts) > 1:
        _extend_left(tokens, group)
    return group, end


def _take_complement(tokens: Tokens, units: list[Unit], group: NounGroup, end: int) -> int:
    """Take in "of China", and the name behind it: "president of the Commission Ursula von der Leyen"."""
    after = _complement_end(tokens, units, end)
    if not after:
        return end
    if group.head.sort == "group" and after == end + 1:
        mixed = small_text(tokens, group.head) in LEADING  # "leaders of Malta and the European Union"
        after = _listed_end(tokens, units, after, _LISTED if mixed else frozenset({units[end].sort}))
    group.complement, group.last = units[end:after], units[after - 1].last
    if group.head.sort != "role" or after >= len(units) or units[after].sort not in ("name", "title"):
        return after
    if not _adjacent(tokens, group.last, units[after].first):
        return after
    end = after + 1
    while end < len(units) and units[end - 1].sort == "title" and _is_attached(tokens, units[end - 1], units[end]):
        end += 1
    group.parts = [*group.parts, *units[after:end]]
    group.head, group.last = units[end - 1], units[end - 1].last
    return end


def _is_attached(tokens: Tokens, left: Unit, right: Unit) -> bool:
    """Whether two neighbouring units belong to one noun group."""
    between = right.first - left.last
    if between and left.sort == "role" and right.sort == "name" and holder_begin(tokens, left.last) == right.first:
        return True  # "Under Secretary for Political Affairs Anna Borg"
    if between > MAX_MODIFIERS:
        return False
    if not between:
        near = (
            tokens.plain[right.first] or _adjacent(tokens, left.last, right.first) or _is_hyphened(tokens, right.first)
        )
        return near and _may_attach(tokens, left, right)
    if right.sort not in _NOUNS or not tokens.plain[right.first]:
        return False
    national = left.sort == "adjective" or left.sort == "state" and tokens.raw[left.first] in _ADJECTIVAL_STATES
    if between == 1 and national and _is_trade(tokens, left.last) and right.sort in ("role", "group"):
        return _may_attach(tokens, left, right)
    for index in range(left.last, right.first):
        if not tokens.plain[index] or not tokens.flags[index] & DESCRIBERS or tokens.flags[index] & Flag.UPPER:
            return False
        if left.sort != "adjective" and is_deed(tokens, index):
            return False  # "police captured rebel leader Borg"
    return _may_attach(tokens, left, right)


def _adjacent(tokens: Tokens, end: int, start: int) -> bool:
    if end != start:
        return False
    return tokens.plain[start] or (
        bool(tokens.flags[start - 1] & (Flag.ABBREVIATED | Flag.HONORIFIC)) and tokens.dotted(start)
    )


def _is_hyphened(tokens: Tokens, index: int) -> bool:
    return tokens.gaps[index] == "-" and index not in tokens.firsts


def _may_attach(tokens: Tokens, left: Unit, right: Unit) -> bool:
    possessive = bool(tokens.flags[left.last - 1] & Flag.POSSESSIVE)
    if left.sort == "thing":  # "Malta's biggest bank Borg Bank"
        return left.known is not None and right.sort in ("name", "organisation")
    if right.sort in ("name", "title", "place", "capital"):
        return _precedes_name(tokens, left, right, possessive)
    if right.sort in COMMON_NOUNS:
        if left.sort == "pronoun":
            return tokens.small(left.first) in OWNING_PRONOUNS
        if left.sort == "group" and not possessive:
            body = tokens.small(right.first).removesuffix("s")  # "the teachers union", "teachers unions"
            of_them = right.sort != "role" and left.last == right.first and body in _BODIES
            return of_them or tokens.small(left.last - 1) in _COLLECTIVES
        capital = tokens.flags[left.first] & Flag.UPPER and left.first not in tokens.firsts  # but "Rebel leaders said"
        if left.sort == "role" and not possessive and capital:
            return bool(tokens.flags[right.first] & Flag.UPPER) or tokens.small(left.first) in _CREEDS
        if left.sort == "name" and right.sort == "role" and not possessive and _is_named(tokens, left):
            return False
        return left.sort in _BEFORE_NOUN
    if right.sort == "organisation":
        return left.sort in ("adjective", "state") or possessive and left.sort in ("capital", "place")
    if right.sort in ("people", "adjective"):
        return left.sort == "adjective" and right.known is not None and right.known.state is None
    return False


def _is_trade(tokens: Tokens, index: int) -> bool:
    """Whether an ordinary word behind a state's adjective can only be a noun that says what somebody does: "a Maltese mining executive"."""
    word = tokens.raw[index]
    if tokens.flags[index] or not tokens.plain[index] or not word.isalpha() or word.endswith(_NO_TRADES):
        return False
    return word not in INFINITIVES and word not in PREPOSITIONS and word not in COORDINATORS and word not in ADVERBS


def _is_named(tokens: Tokens, unit: Unit) -> bool:
    """Whether a full name is that of whom a verb gives the office behind it: "named Anna Berg chief executive", "named the lawyer Anna Berg minister", but not "was named Norfield chief executive"."""
    first = unit.first
    while (
        tokens.before(first) not in _NAMING
        and unit.first - first < MAX_MODIFIERS
        and tokens.plain[first]
        and tokens.flags[first - 1] & _BEFORE_HOLDER
    ):
        first -= 1
    if unit.last - unit.first < 2 or tokens.before(first) not in _NAMING:
        return False
    return tokens.before(first - 1) not in _PASSIVE


def _precedes_name(tokens: Tokens, left: Unit, right: Unit, possessive: bool) -> bool:
    """Whether a unit may stand before a name: a role, a title, a state's adjective before a full name."""
    if possessive and left.sort == "state" and right.sort == "name":
        return right.last - right.first > 1 and bool(tokens.flags[right.first] & (Flag.GIVEN | Flag.SURNAME_FIRST))
    if possessive or left.sort == "role" and tokens.flags[left.first] & Flag.ADJECTIVAL and right.sort != "name":
        return False
    if left.sort in ("role", "title"):
        return True
    return left.sort == "adjective" and right.sort == "name" and right.last - right.first > 1


def _complement_end(tokens: Tokens, units: list[Unit], at: int, depth: int = 1) -> int:
    """The unit after "of the European Commission", "of China", "of Gaddafi's family"; 0 without such words."""
    if at >= len(units) or units[at].sort not in _COMPLEMENTS and not _is_modifying_role(tokens, units, at):
        return 0
    start, after = units[at].first, units[at - 1].last
    if after >= start or start - after > MAX_MODIFIERS or not _links(tokens, units[at - 1], after):
        return 0
    if units[at].sort == "pronoun" and tokens.small(start) not in OWNING_PRONOUNS:
        return 0
    for index in range(after + 1, start + 1):
        if (
            not tokens.plain[index]
            or index < start
            and not tokens.flags[index] & (DESCRIBERS | COUNTERS | Flag.DETERMINER)
        ):
            return 0
    end = at + 1
    while end < len(units) and units[end].sort in _NOUNS and _is_attached(tokens, units[end - 1], units[end]):
        end += 1
    if units[end - 1].sort == "pronoun":
        return 0
    if depth < MAX_DEPTH and units[end - 1].sort in _NOUNS:
        return _complement_end(tokens, units, end, depth + 1) or end
    return end


def _is_modifying_role(tokens: Tokens, units: list[Unit], at: int) -> bool:
    """Whether a role only says of what kind the noun right behind it is: "leaders of the rebel forces"."""
    if units[at].sort != "role" or at + 1 >= len(units) or units[at + 1].sort not in ("group", "noun"):
        return False
    return bool(tokens.flags[units[at].first] & Flag.ADJECTIVAL) and _is_attached(tokens, units[at], units[at + 1])


def _listed_end(tokens: Tokens, units: list[Unit], at: int, sorts: frozenset[str]) -> int:
    """The unit behind the states or organisations that "and" closes behind the first one: "leaders of Iran, Iraq and Syria"; `at` where none does."""
    end = at
    if units[at - 1].sort not in _LISTED:
        return at
    while end < len(units) and end < at + MAX_LISTED and units[end].sort in sorts:
        joint = _joint(tokens, units[end - 1], units[end])
        if not joint:
            break
        end += 1
        if joint == "and":
            owns = tokens.flags[units[end - 1].last - 1] & Flag.POSSESSIVE
            goes_on = end < len(units) and _is_attached(tokens, units[end - 1], units[end])
            return at if owns or goes_on else end
    return at


def _joint(tokens: Tokens, left: Unit, right: Unit) -> str:
    """The word or the comma that joins two units of one list; empty for none."""
    behind = left.last
    if right.first - behind > 2 or tokens.flags[behind - 1] & Flag.POSSESSIVE or behind in tokens.firsts:
        return ""
    comma = tokens.gaps[behind] == ", "
    if not comma and not tokens.plain[behind]:
        return ""
    words = [tokens.small(index) for index in range(behind, right.first)]
    if not all(tokens.plain[index] for index in range(behind + 1, right.first + 1)):
        return ""
    joint = "," if comma else ""
    if words[:1] == ["and"]:
        joint, words = "and", words[1:]
    return joint if words in ([], ["the"]) else ""


def _links(tokens: Tokens, unit: Unit, index: int) -> bool:
    word = tokens.small(index)
    if not tokens.plain[index] or word not in ("of", "for", "to", "at", "with"):
        return False
    if word == "of":
        return True
    if word in ("at", "with"):
        return tokens.small(unit.last - 1) in SPOKESPEOPLE
    return unit.sort == "role" and tokens.small(unit.last - 1) in _ENVOYS


def _extend_left(tokens: Tokens, group: NounGroup) -> None:
    """Take in modifiers, numbers and "thousands of" before a noun; articles stay outside."""
    if group.head.sort == "organisation" and len(group.parts) == 1:
        return
    if group.parts[0].sort == "pronoun" and tokens.before(group.first) != "of":
        return  # "accused its partners", but "two of its partners"
    first = described = before_words(tokens, group.first, DESCRIBERS)
    if group.head.sort in ("group", "people", "role"):
        first = before_count(tokens, described)
        if tokens.gaps[first].endswith(_CURRENCIES):
            first = described  # "a $4 billion consumer loan"
    elif group.head.sort == "noun" and tokens.flags[group.head.first] & Flag.SHOUTED:
        first = _before_shouted(tokens, first)
    group.first = first


def _before_shouted(tokens: Tokens, first: int) -> int:
    """The beginning of an organisation's name in a text of capitals: the unknown words before its noun."""
    low = first - MAX_MODIFIERS
    while first > low and tokens.plain[first] and tokens.flags[first - 1] & (Flag.UPPER | DESCRIBERS):
        first -= 1
    return first
