"""Actors at the tokens of their sentence.

Belongs here: where actors stand, without the codes of their shares. Does not: finding them (actors/), what they do there (roles/find.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from transforms.events.actors import ActorMention
from transforms.events.actors.words.known import adjectives_of
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    OWNER_ENDINGS,
    OWNING_PRONOUNS,
    PREPOSITIONS,
)
from transforms.vocabulary import word_set

_BUSINESSES: Final = word_set("clauses", "businesses")
_BEHIND_NAMES: Final = PREPOSITIONS | ADVERBS | COORDINATORS
_RANKS: Final = word_set("clauses", "ranks")
_BEING: Final = word_set("clauses", "being_first")
_EXCHANGE_REACH: Final = 5  # tokens of a bracket with an exchange, before the code of a share: `(OTC Markets: `
_LEAST_CODE: Final = 2  # letters of a share's code, and the most of its exchange's


class Placed(NamedTuple):
    """An actor mention at tokens `start`..`end` (end exclusive) of its sentence."""

    actor: ActorMention
    start: int
    end: int


def place_actors(sentence: Sentence, actors: Sequence[ActorMention]) -> list[Placed]:
    """The actors of a sentence with their tokens, of a company with the code of its share behind it."""
    placed = [Placed(actor, sentence.token_at(actor.start), _end(sentence, actor)) for actor in actors]
    return [
        _with_shared_noun(sentence.words, _as_subject(sentence.words, item, placed), placed)
        for item in placed
        if not _is_ticker(sentence.words, item) and not _only_describes(sentence.words, item)
    ]


def _as_subject(words: list[str], item: Placed, placed: Sequence[Placed]) -> Placed:
    """Who is told to be the first to do something, in the place of those words: `Vella became | the first minister | to visit Malta`."""
    actor, at = item.actor, item.start - 1
    if actor.pronoun or words[item.start] not in _RANKS or words[item.end : item.end + 1] != ["to"]:
        return item
    while at > 0 and (words[at] == "the" or words[at] in ADVERBS):
        at -= 1
    if words[at] not in _BEING:
        return item
    before = [other.actor for other in placed if other.end <= at and other.actor.kind in (actor.kind, "organisation")]
    return item._replace(actor=before[-1]) if before else item


def _with_shared_noun(words: list[str], item: Placed, placed: Sequence[Placed]) -> Placed:
    """The adjective of a state as those whom it shares with another one: `French | and German banks`."""
    actor = item.actor
    if actor.kind != "state" or words[item.end : item.end + 1] != ["and"]:
        return item
    behind = next((other.actor for other in placed if other.start == item.end + 1), None)
    if (
        behind is None
        or behind.kind != "group"
        or behind.state is None
        or actor.surface not in adjectives_of(actor.name)
    ):
        return item
    adjective, _, noun = behind.surface.partition(" ")
    if not noun or adjective not in adjectives_of(behind.state):
        return item
    return item._replace(actor=actor._replace(name=f"{actor.surface} {noun}", kind="group"))


def _only_describes(words: list[str], placed: Placed) -> bool:
    """Whether the adjective of a state only says where a business or a paper is: `its | Mexican | business`, `held | Mexican | stocks`."""
    if placed.actor.kind != "state" or placed.actor.surface not in adjectives_of(placed.actor.name):
        return False
    return not _BUSINESSES.isdisjoint(words[placed.end : placed.end + 1])


def _end(sentence: Sentence, actor: ActorMention) -> int:
    """The token behind an actor, and behind the code of a company's share: `Norfield Inc. NRF.N said`."""
    end = sentence.token_at(actor.end - 1) + 1
    if actor.kind != "organisation" and actor.kind != "person":
        return end
    raw = sentence.raw
    if raw[end : end + 1] == ["."] and raw[end + 1 :] and OWNER_ENDINGS.issuperset(raw[end + 1 : end + 2]):
        return end + 1  # "Norfield Inc.'s chairman"
    code = end + 1 if raw[end : end + 1] == ["."] else end
    if raw[code + 1 : code + 2] != ["."] or not raw[code].isupper() or len(raw[code]) < _LEAST_CODE:
        return end
    exchange = raw[code + 2] if code + 2 < len(raw) else ""
    return code + 3 if exchange.isupper() and len(exchange) <= _LEAST_CODE else end


def _is_ticker(words: list[str], placed: Placed) -> bool:
    """Whether an actor is only a code in brackets behind a company's name, or its exchange: `Credit Suisse (CSGN.VX)`, `Norfield (NYSE American: NRF)`."""
    before = words[max(0, placed.start - _EXCHANGE_REACH) : placed.start]
    behind = words[placed.end : placed.end + _EXCHANGE_REACH]
    if "(" not in before or ")" not in behind or ")" in before[before.index("(") :]:
        return False
    inside = [*before[len(before) - before[::-1].index("(") :], *behind[: behind.index(")")]]
    return not inside or ":" in inside or behind[0] == "." and before[-1] == "("


def before_articles(words: list[str], start: int) -> int:
    """The token before an actor that begins at one and before its articles: the "with" of `talks with | the new | firm`; -1 where none is."""
    at = start - 1
    while at >= 0 and words[at] in DETERMINERS:
        at -= 1
    return at


def is_owner(words: list[str], placed: Placed) -> bool:
    """Whether a pronoun only owns the object: `received her doctorate`."""
    if not placed.actor.pronoun or words[placed.start] not in OWNING_PRONOUNS:
        return False
    following = words[placed.end] if placed.end < len(words) else ""
    return following[:1].isalpha() and following not in _BEHIND_NAMES
