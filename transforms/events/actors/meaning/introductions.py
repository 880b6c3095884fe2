"""Who is meant by somebody without a name whom an article names next: "A man was convicted. Karl Borg, 46, was found guilty".

Belongs here: telling that a name introduces the one before. Does not: entering names (identify.py), what other words stand for (coreference.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.modifiers import DESCRIBERS
from transforms.events.actors.groups.noun_groups import NounGroup
from transforms.events.actors.groups.wording import small_text
from transforms.events.actors.meaning.registry import Entity, Registry
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

_OFFICERS: Final = word_set("titles", "beside_the_accused")
_IDENTIFYING: Final = frozenset({"identified", "named", "identify", "identifies"})
_DEFENDANT: Final = "defendant"
_OTHERS: Final = frozenset({"second", "third", "fourth", "fifth", "other"})  # "A second man was arrested"
_NAMING: Final = word_set("titles", "naming") | {"hired"}
_ARTICLES: Final = frozenset({"a", "an"})
_TRIED: Final = word_set("titles", "tried")
_TRIED_REACH: Final = 8  # words behind an age in which it is said that somebody is tried
_SOON: Final = 3  # sentences behind somebody without a name in which the name may come
_DASHES: Final = ("-", "\u2013", "\u2014")  # behind the place of a dateline
_OLD: Final = "-year-old"
_MAX_LEAD: Final = 6  # words at the beginning of a sentence in which somebody without a name is its subject


class Introductions:
    """The names of one article in order, and the one without a name that the sentence before a name began with."""

    def __init__(self, tokens: Tokens, registry: Registry) -> None:
        self._tokens, self._registry = tokens, registry
        self._lead: NounGroup | None = None
        self._lead_sentence = -1
        self._headed: dict[str, list[int]] = {}  # the first words of sentences that begin with a role: "MAN CONVICTED"

    def pass_by(self, group: NounGroup) -> None:
        """Note a role that opens its sentence and may be named in the next one."""
        if group.first in self._tokens.firsts:
            self._headed.setdefault(small_text(self._tokens, group.head), []).append(group.first)
        elif self._opens_unnamed(group) or self._is_given_office(group):
            self._lead, self._lead_sentence = group, self._tokens.sentence_of(group.first)

    def introduce(self, group: NounGroup, entity: Entity) -> None:
        """Connect a name with the one without a name whom it introduces, and with "the defendant" from there on."""
        tokens = self._tokens
        if identified := identified_as(tokens, group.first):
            self._registry.enter_roles(entity, [identified], group.first - len(("defendant", "as")))
        elif not self._is_introduction(group):
            return
        entity.kind, entity.titled = "person", True
        lead = self._lead
        if lead is None or entity.position != group.first:
            return
        follows = tokens.sentence_of(group.first) == self._lead_sentence + 1
        if not (identified or follows or self._is_as_old(lead, group) or self._is_tried_later(group)):
            return
        self._lead = None
        role = small_text(tokens, lead.head)
        for first in (lead.first, *self._headed.get(role, ())):
            self._registry.meant.setdefault(first, entity)
        roles = [role] if self._is_given_office(lead) else [role, _DEFENDANT]
        self._registry.enter_roles(entity, roles, group.first)

    def _opens_unnamed(self, group: NounGroup) -> bool:
        """Whether a sentence begins with "a" and a person without name or office: "A 30-year-old Brooklyn man was sentenced", "OSLO - A man"."""
        tokens, first = self._tokens, group.first
        words = {tokens.small(at) for at in range(first, group.last)}
        while first > 0 and group.first - first < _MAX_LEAD and tokens.plain[first] and self._describes(first - 1):
            first -= 1
            words.add(tokens.small(first))
        article = first - 1
        if tokens.before(first) not in _ARTICLES or not words.isdisjoint(_OFFICERS | _OTHERS):
            return False
        return article in tokens.firsts or tokens.gaps[article].strip()[-1:] in _DASHES

    def _is_given_office(self, group: NounGroup) -> bool:
        """Whether an office is given to somebody whom the sentence does not name: "appointed a new chief executive"."""
        tokens, first = self._tokens, group.first
        if tokens.small(first) != "new" and tokens.before(first) != "new":
            return False
        article = first - 1 if tokens.small(first) == "new" else first - 2
        return article > 0 and tokens.small(article) in _ARTICLES and tokens.before(article) in _NAMING

    def _describes(self, index: int) -> bool:
        """Whether a word may stand between "a" and a role: an age, a name, "former"."""
        tokens = self._tokens
        if tokens.small(index) in _ARTICLES:
            return False
        return bool(tokens.flags[index] & (Flag.UPPER | DESCRIBERS)) or tokens.raw[index].endswith(_OLD)

    def _is_introduction(self, group: NounGroup) -> bool:
        """Whether a full name opens its sentence and an age or a home follows: "Karl Borg, 46,", "Karl Borg, of Oslo,"."""
        tokens, last = self._tokens, group.head.last
        if group.head.last - group.head.first < 2 or group.first not in tokens.firsts or last + 1 >= len(tokens):
            return False
        if tokens.gaps[last] != ", ":
            return False
        return tokens.raw[last] == "of" or tokens.is_age(last)

    def _is_tried_later(self, group: NounGroup) -> bool:
        """Whether somebody with an age is tried not far behind the one without a name: "A man was jailed. The ad was a trap. Karl Borg, 53, Oslo, was found guilty"."""
        tokens, last = self._tokens, group.head.last
        if not tokens.is_age(last) or tokens.sentence_of(group.first) > self._lead_sentence + _SOON:
            return False
        accused = not self._is_given_office(self._lead) if self._lead is not None else False
        return accused and any(tokens.small(at) in _TRIED for at in range(last + 1, last + 1 + _TRIED_REACH))

    def _is_as_old(self, lead: NounGroup, group: NounGroup) -> bool:
        """Whether both are of one age: "a 30-year-old man", "Karl Borg, 30,"."""
        age = self._tokens.raw[group.head.last]
        first = self._tokens.sentence_first(lead.first)
        return age.isdigit() and f"{age}{_OLD}" in self._tokens.raw[first : lead.last]


def identified_as(tokens: Tokens, first: int) -> str:
    """As what somebody whose name begins at a word is identified by it: "identified the defendant as Karl Borg"; empty where nobody is."""
    if first < _MAX_LEAD // 2 + 1 or tokens.small(first - 1) != "as" or tokens.small(first - 3) != "the":
        return ""
    return tokens.small(first - 2) if tokens.small(first - 4) in _IDENTIFYING else ""
