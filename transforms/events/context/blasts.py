"""Whether the blasts of an article are attacks or accidents.

Belongs here: what a bomb that an article tells of, or accidents alone, say of its blasts. Does not: other words that triggers read as several types (doubles.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.clauses.borders import Kind
from transforms.events.context.digest import is_counted

_BLASTS: Final = frozenset({"blast", "explosion"})
_BLAST_REACH: Final = 6  # tokens before a relative clause in which the noun stands that it is about
_HARMS: Final = frozenset({"kill", "injure", "wound"})


def read_blasts(candidates: Sequence[Candidate], *, digest: bool) -> None:
    """Where an article has told of a bomb, its blasts are attacks, in a digest only those of the same item; where it tells of accidents alone, they are accidents."""
    bombed: int | None = None  # the sentence that last told of a bomb
    for item in candidates:
        if item.hit.kind == "attack" and "bomb" in item.hit.pattern.lemma:
            bombed = item.sentence_index
        told = bombed is not None and (not digest or item.sentence_index - bombed <= 1)
        if told and item.hit.kind == "disaster" and item.hit.pattern.lemma in _BLASTS:
            item.hit = item.hit._replace(event_type="attack", kind="attack")
    if bombed is None and any(item.hit.kind == "disaster" for item in candidates):
        for item in candidates:
            if _is_killed_by_blast(item):
                item.hit = item.hit._replace(event_type="disaster", kind="disaster")


def has_named_victim(item: Candidate, *, only_target: bool = False) -> bool:
    """Whether a person with a name is among those whom a candidate befell."""
    return any(
        actor.kind == "person" and actor.name[:1].isupper() and not is_counted(actor)
        for actor, role in item.roles
        if role == "target" or not only_target
    )


def _is_killed_by_blast(item: Candidate) -> bool:
    """Whether it is a blast that kills, which is no attack where an article tells of accidents and of no bomb: `The April blast killed 11 workers`."""
    words, hit = item.sentence.words, item.hit
    if hit.kind != "attack" or hit.verb is None or hit.pattern.lemma not in _HARMS:
        return False
    if hit.verb.passive or not hit.verb.start or has_named_victim(item, only_target=True):
        return False
    clause = item.sentence.clauses[item.sentence.clause_at(hit.start)]
    if clause.kind is Kind.RELATIVE:  # "the blast on a rig that killed 11 workers"
        return not _BLASTS.isdisjoint(words[max(0, clause.start - _BLAST_REACH) : clause.start])
    return words[hit.verb.start - 1] in _BLASTS
