"""Whom a protest is against, as a word beside it tells: `anti-Gaddafi protesters marched`, `an anti-American rally`.

Belongs here: names behind "anti-". Does not: who takes part otherwise (find.py, setting.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.actors.words.known import known_names
from transforms.events.clauses.sentence import Sentence
from transforms.events.triggers.hit import Hit

_ANTI: Final = "anti-"
_REACH: Final = 4  # tokens beside a hit in which such a word stands
_KINDS: Final = {"state": "state", "adjective": "state", "organisation": "organisation", "company": "organisation"}


def with_opposed(
    sentence: Sentence, hit: Hit, roles: list[tuple[ActorMention, str]], actors: Sequence[ActorMention]
) -> list[tuple[ActorMention, str]]:
    """The roles of a protest with whom it is against instead of the state in which it is; actors: all of the article."""
    if hit.kind != "protest":
        return roles
    words = sentence.words
    reach = range(max(0, hit.start - _REACH), min(hit.end, len(words)))
    at = next((at for at in reach if words[at].startswith(_ANTI) and sentence.raw[at][len(_ANTI) :][:1].isupper()), -1)
    opposed = _named(sentence, at, actors) if at >= 0 else None
    if opposed is None:
        return roles
    others = [(actor, role) for actor, role in roles if role != "target" or actor.kind != "state"]
    return [*others, (opposed, "target")]


def _named(sentence: Sentence, at: int, actors: Sequence[ActorMention]) -> ActorMention | None:
    """Who is meant by the name behind "anti-": somebody of the article, else a state or body that everybody knows."""
    name = sentence.raw[at][len(_ANTI) :]
    start, end = sentence.starts[at] + len(_ANTI), sentence.ends[at]
    for actor in actors:
        if actor.kind == "person" and actor.name.endswith((f" {name}", f"-{name}")):
            return ActorMention(start, end, name, actor.name, "person", actor.state)
    for rest, known in known_names().get(name, ()):
        if not rest and known.sort in _KINDS:
            return ActorMention(start, end, name, known.name, _KINDS[known.sort], known.state)
    return None
