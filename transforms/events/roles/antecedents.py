"""Whom a relative clause is about: "Vella, who resigned", "two men, both of whom were jailed".

Belongs here: the actors before a relative pronoun. Does not: whether the pronoun is subject (subjects.py) or object (clauses/relatives.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed, before_articles
from transforms.events.roles.enumerations import enumerated
from transforms.events.words.function_words import ADVERBS, DETERMINERS, PREPOSITIONS
from transforms.events.words.openers import RELATIVES_OF_NAMES
from transforms.vocabulary import word_set

_DOCUMENTS: Final = word_set("clauses", "asking_papers")
_BRACKET: Final = 8  # tokens of a bracket behind a name, with the comma behind it: `Norfield ( NRF.L ), which rejected`
_SHARE: Final = 7  # tokens of "both of", "at least two of" before a relative pronoun, with the comma
_PLURAL: Final = (["were"], ["are"], ["have"])
# behind these a state or a body is only where those are whom "who" means: `a lawyer with Norfield Bank who admitted it`
_BESIDE: Final = {"state": frozenset({"in", "from"}), "organisation": frozenset({"at", "with"})}
_IN_STATE: Final = 8  # tokens between somebody and the state in which they are said to be
_ONE: Final = frozenset({"one", "none", "neither", "either"})  # of these nobody knows who it is


def described(words: list[str], start: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whom a relative clause that begins at a token is about."""
    if _tells_of_document(words, start, actors):
        return ()
    last = shared = _before_share(words, start)
    if shared < start and words[start - 2] in _ONE:
        return ()
    if words[start - 2 : start - 1] == [")"] and "(" in words[max(0, start - _BRACKET) : start]:
        last = start - words[start - 1 :: -1].index("(")  # "the department (APD), who investigated"
    near = [item for item in actors if last - 2 <= item.end <= last and not _is_of_noun(words, item.end, last)]
    if near and words[start] == "who" and _before(words, near[-1]) in _BESIDE.get(near[-1].actor.kind, ()):
        near = _persons_before(near[-1], actors) or near
    if near and (shared < start or words[start + 1 : start + 2] in _PLURAL):  # "Borg and Vella, who were jailed"
        return enumerated(words, near[-1], [item for item in actors if item.end <= near[-1].start])
    return tuple(_thing_of(words[start], placed.actor) for placed in near)[-1:]


def _thing_of(relative: str, actor: ActorMention) -> ActorMention:
    """Whom "which" is about behind somebody's office, and that is the body: `the chairman of | Norfield Inc, which was sold`."""
    office, _, body = actor.surface.rpartition(" of ")
    if relative != "which" or actor.kind != "person" or not office or not body[:1].isupper():
        return actor
    return actor._replace(name=body, kind="organisation", state=None)


def _is_of_noun(words: list[str], end: int, start: int) -> bool:
    """Whether what ends at a token only says what kind the noun behind it is: `the shooting at the army | base that killed six`."""
    between = words[end : start - 1] if words[start - 1] == "," else words[end:start]
    if not between or not between[-1].isalpha() or between[-1] in ADVERBS:
        return False
    with_office = between[0] in PREPOSITIONS and words[start : start + 1] == ["who"]  # "the secretary for trade who"
    return between[0] not in ADVERBS and not (with_office and between[-1] not in DETERMINERS)


def described_before(words: list[str], end: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whom the last relative clause between commas before a token is about: `Borg, who was blamed after the blast, | said`."""
    behind = (item for item in reversed(actors) if item.end + 1 < end and words[item.end] == ",")
    return tuple(item.actor for item in behind if words[item.end + 1] in RELATIVES_OF_NAMES)[:1]


def _before(words: list[str], item: Placed) -> str:
    at = before_articles(words, item.start)
    return words[at] if at >= 0 else ""


def _persons_before(state: Placed, actors: Sequence[Placed]) -> list[Placed]:
    """Who stands in a state behind whose name "who" follows: `General Vella, the top commander in Malta who was killed`."""
    people = [item for item in actors if item.end < state.start and state.start - item.end <= _IN_STATE]
    return [item for item in people if item.actor.kind in ("person", "group")][-1:]


def _before_share(words: list[str], start: int) -> int:
    """The token behind those whom a relative pronoun at a token with "of" before it is about: `two men, | both of whom were jailed`."""
    if words[start] not in ("whom", "which") or words[start - 1] != "of":
        return start
    return next((at for at in range(start - 2, max(0, start - _SHARE), -1) if words[at] == ","), start - 1) + 1


def _tells_of_document(words: list[str], start: int, actors: Sequence[Placed]) -> bool:
    """Whether a relative clause is about a document, and not about whom that is: `a resolution on Malta, which calls on the government to act`."""
    if words[start] not in ("which", "that"):
        return False
    last = next((item for item in actors if start - 2 <= item.end <= start), None)
    if last is None:
        return False
    at = before_articles(words, last.start)
    return at > 0 and words[at] in PREPOSITIONS and words[at - 1] in _DOCUMENTS
