"""Participles that describe the noun before them: "repealed a law passed in 2014", "freed Anna Vella, convicted of spying".

Belongs here: where such a participle stands. Does not: their dates (dating/described_dates.py), participles that describe a subject before its verb (embedded.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.words.function_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    INFINITIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_past_participle,
)
from transforms.vocabulary import word_set

_SHORTEST: Final = 4  # tokens before a participle behind an object: "freed Vella ,"
_NO_NOUNS: Final = AUXILIARIES | COORDINATORS | DETERMINERS | PREPOSITIONS | PRONOUNS | {"to", "not"}
_INSERTED: Final = frozenset({Kind.RELATIVE, Kind.TEMPORAL, Kind.PARENTHESIS, Kind.SUBORDINATE, Kind.SIMULTANEOUS})
_INTRANSITIVE: Final = word_set("clauses", "never_passive")
_WITH_TO: Final = word_set("clauses", "passive_with_to")
_STATIVE: Final = word_set("clauses", "stative")  # these say what is, and have no day
_OFFICES: Final = frozenset({"elected", "named", "appointed", "crowned"})  # "elected mayor in 2009"

_BESIDE_GUESTS: Final = frozenset({"with", "by", "to", "between"})
_STUDIES: Final = word_set("clauses", "studies")
_PUBLISHING: Final = frozenset({"organisation", "state"})


def owner_of_study(sentence: Sentence, verb: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whose study it is that a participle tells of: `a Norfield report released on Friday`."""
    if sentence.words[verb - 1] not in _STUDIES:
        return ()
    return tuple(item.actor for item in actors if item.end == verb - 1 and item.actor.kind in _PUBLISHING)


def visiting_guests(sentence: Sentence, at: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who visits by the adjective of a visitor: `told visiting Norwegian minister Anna Vella`, but not `was visiting`, `after visiting the king`."""
    words = sentence.words
    if words[at] != "visiting" or not at:
        return ()
    before = words[at - 1]
    if before == "and":  # "with Borg and | visiting Norwegian minister Anna Vella"
        joined = next((item for item in actors if item.end == at - 1), None)
        before = words[joined.start - 1] if joined is not None and joined.start else before
    governed = (
        sentence.finite[at - 1] and before not in AUXILIARIES or before in DETERMINERS or before in _BESIDE_GUESTS
    )
    first = next((item for item in actors if at <= item.start <= at + 1), None) if governed else None
    return (first.actor,) if first is not None and first.actor.kind in ("person", "group") else ()


def describing_participle(sentence: Sentence, start: int, end: int) -> int:
    """The last participle among tokens `start`..`end` that describes the noun before it, perhaps behind a comma; -1 where none does."""
    words = sentence.words
    for at in range(end - 1, start, -1):
        if words[at] == "," and sentence.raw[at - 1][:1].islower() and not _is_participle(sentence, at + 1, end):
            return -1
        if _is_participle(sentence, at, end):
            noun = at - 2 if words[at - 1] == "," else at - 1
            is_noun = noun > start - 1 and words[noun].isalpha() and words[noun] not in _NO_NOUNS
            return at if is_noun and not sentence.finite[noun] else -1
    return -1


def _is_participle(sentence: Sentence, at: int, end: int) -> bool:
    words = sentence.words
    if at >= end or not is_past_participle(words[at]) or words[at] in _STATIVE:
        return False
    behind = words[at + 1] if at + 1 < len(words) else ""
    return behind in PREPOSITIONS or behind in ("to", "up", "out") or at + 1 in sentence.dated or words[at] in _OFFICES


def is_behind_object(sentence: Sentence, head: int) -> bool:
    """Whether a participle behind a comma describes a noun that is no subject: `freed Anna Vella, | convicted of spying`."""
    words = sentence.words
    if head < _SHORTEST or words[head - 1] != "," or not words[head - 2][0].isalpha() or words[head - 2] in _NO_NOUNS:
        return False
    if (
        head - 2 in sentence.dated
        or not _is_participle(sentence, head, len(words))
        or not _may_be_suffered(sentence, head)
    ):
        return False
    index = sentence.clause_at(head - 2)
    clause = sentence.clauses[index]
    if clause.kind in _INSERTED or sentence.capital_share > HEADLINE_SHARE or _is_said_of_subject(sentence, index):
        return False
    comma = next(at for at in range(clause.start + 1, head) if words[at] == ",")
    verb = sentence.first_finite(clause.start, comma)  # not "Vella, a maker of tools used by firms, agreed"
    return verb < comma or any(_may_be_present(word) for word in words[clause.start + 1 : comma])


def _is_said_of_subject(sentence: Sentence, index: int) -> bool:
    """Whether a clause is itself a participle that describes a subject whose verb is still to come: `Norfield Bank | , hit by losses |, appointed a chairman`."""
    words, clause = sentence.words, sentence.clauses[index]
    if not index or words[clause.start] != "," or not _is_participle(sentence, clause.start + 1, clause.end):
        return False
    before = sentence.clauses[index - 1]
    return sentence.first_finite(before.start, before.end) == before.end


def _may_be_present(word: str) -> bool:
    """Whether a word can be the present of a verb, as in headlines and chronicles: `issues`, `arrests`."""
    return word[-1] == "s" and (word[:-1] in INFINITIVES or word[:-2] in INFINITIVES)


def _may_be_suffered(sentence: Sentence, head: int) -> bool:
    """Whether a verb has a passive, and no infinitive behind it that would be its own: not `instituted a freeze, agreed to sell`."""
    word, behind = sentence.words[head], sentence.words[head + 1 : head + 2]
    return word not in _INTRANSITIVE and (behind != ["to"] or word in _WITH_TO)
