"""Persons whom only their age names: "the 45-year-old died", "a 45-year-old was arrested".

Belongs here: such words, and whose age it is. Does not: ages beside a name or a role (introductions.py, groups/noun_groups.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from transforms.events.actors.meaning.registry import ANYWHERE, Entity, Registry
from transforms.events.actors.mention import ActorMention
from transforms.events.words.function_words import PREPOSITIONS
from transforms.vocabulary import word_set

_AGED: Final = re.compile(
    r"\b(?P<article>[Tt]he|[Aa]n?) (?P<words>(?P<age>\d{1,2})-year-old)(?:[,.;]| (?P<next>[a-z]+)\b)"
)
_NAMED: Final = re.compile(r"\b(?P<name>[A-Z][\w.\u2019'-]{1,30}(?: [A-Z][\w.\u2019'-]{0,30}){1,4}), (?P<age>\d{1,2}),")
_FINITE: Final = word_set("clauses", "finite")
_OTHERS: Final = frozenset({"who", "and", "to", "will", "would"})
_MARK: Final = "-year-old"


def aged_persons(text: str, registry: Registry) -> Iterator[ActorMention]:
    """The mentions of persons by their age alone, in order: behind "the" the one of that age whom the article names, behind "a" the words themselves."""
    if _MARK not in text:
        return
    ages = {match.group("age"): match.group("name") for match in reversed(list(_NAMED.finditer(text)))}
    for match in _AGED.finditer(text):
        if match.group("next") and not _is_no_noun(match.group("next")):
            continue  # "the 45-year-old actor"
        definite = match.group("article").lower() == "the"
        entity = _meant(match.group("age"), ages, registry) if definite else None
        if definite and entity is None:
            continue
        name, state = (entity.name, entity.state) if entity is not None else (match.group("words"), None)
        start, end = match.span("words")
        yield ActorMention(start, end, match.group("words"), name, "person", state)


def _is_no_noun(word: str) -> bool:
    """Whether a word cannot be the noun whose age it is: a preposition, a verb."""
    return word in PREPOSITIONS or word in _FINITE or word in _OTHERS or word.endswith("ed")


def _meant(age: str, ages: dict[str, str], registry: Registry) -> Entity | None:
    """Who is of an age, or the only person of the article where no age is given."""
    if named := ages.get(age):
        return registry.named(named, ANYWHERE)
    persons = {
        entity.name: entity for entity in registry.entities.values() if entity.kind == "person" and entity.titled
    }
    return next(iter(persons.values())) if len(persons) == 1 and not ages else None
