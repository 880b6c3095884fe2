"""Read surnames that are ordinary words, roles or months: "White" after "Jack White", "Dean" after "Scott Dean", "May" after "Theresa May".

Belongs here: where such a word stands for the person whom the article names in full. Does not: surnames that are nothing else (coreference.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.standing import deed_at, is_described_between_commas, suffers
from transforms.events.actors.meaning.registry import Entity, Registry
from transforms.events.actors.mention import ActorMention
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import CLASSIFIED
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

_WORDS: Final = Flag.STARTER | Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN | Flag.TIME
_BEFORE_NOUNS: Final = Flag.DETERMINER | Flag.NUMBER | Flag.ROLE_MODIFIER | Flag.GROUP_MODIFIER | Flag.UPPER
_DAYS: Final = word_set("actions", "days")
_BEFORE_MONTHS: Final = word_set("actions", "before_months")


def surname_mentions(tokens: Tokens, registry: Registry) -> list[ActorMention]:
    """The mentions of persons by a surname that is another word as well, behind the article's first naming of them in full."""
    persons = _persons(registry)
    found: list[ActorMention] = []
    for index in [at for at, word in enumerate(tokens.raw) if word in persons] if persons else ():
        entity = persons[tokens.raw[index]]
        if index <= entity.position or not _stands_for(tokens, index):
            continue
        first = index - 1 if _has_honorific(tokens, index) else index
        start, end = tokens.starts[first], tokens.end(index)
        found.append(ActorMention(start, end, tokens.text[start:end], entity.name, "person", entity.state))
    return found


def _persons(registry: Registry) -> dict[str, Entity]:
    """The persons named in full whose surname is another word as well, by that word and by its possessive forms."""
    persons: dict[str, Entity] = {}
    for entity in registry.entities.values():
        surname = entity.name.rpartition(" ")[2]
        if not entity.titled or entity.kind != "person" or surname == entity.name or surname.lower() in _DAYS:
            continue
        word = CLASSIFIED[surname]
        if word is not None and word.flags & _WORDS and word.alone is None and not word.flags & Flag.HONORIFIC:
            for form in (surname, f"{surname}'s", f"{surname}’s"):
                persons.setdefault(form, entity)
    return persons


def _has_honorific(tokens: Tokens, index: int) -> bool:
    apart = tokens.plain[index] or tokens.dotted(index)
    return index > 0 and index not in tokens.firsts and apart and bool(tokens.flags[index - 1] & Flag.HONORIFIC)


def _stands_for(tokens: Tokens, index: int) -> bool:
    """Whether such a word stands alone as a name: "on Monday, White said", "White's lawyer", but not "the White House", "White smoke rose", "in May"."""
    flags, following = tokens.flags[index], index + 1
    if flags & Flag.SHOUTED or tokens.plain[following] and tokens.flags[following] & Flag.UPPER:
        return False
    if flags & Flag.POSSESSIVE or _has_honorific(tokens, index):
        return True
    if tokens.plain[index] and (tokens.flags[index - 1] & _BEFORE_NOUNS or tokens.raw[index - 1] in _DAYS):
        return False
    if flags & Flag.TIME:
        return tokens.before(index) not in _BEFORE_MONTHS and deed_at(tokens, following)
    return not tokens.soft_start(index) or _does_or_suffers(tokens, following)


def _does_or_suffers(tokens: Tokens, following: int) -> bool:
    """Whether what only persons do or suffer stands behind a name, or what it is between commas."""
    if not tokens.plain[following]:
        return is_described_between_commas(tokens, following)
    return suffers(tokens, following) or deed_at(tokens, following, firm=True)
