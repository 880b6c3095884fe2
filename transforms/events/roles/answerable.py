"""Who did what others charge, blame or praise them for, or announce of them.

Belongs here: doers that stand as objects of another verb. Does not: subjects (subjects.py), the other roles of a hit (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.roles.enumerations import OWNING
from transforms.events.roles.subjects import GROUP_REACH
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import BEFORE_CRIMES, PREPOSITIONS
from transforms.vocabulary import word_set

_PRAISED_FOR: Final = frozenset({"on", "for"})
_PRAISING: Final = word_set("clauses", "praising")
_REPROACHING: Final = word_set("clauses", "reproaching")
_BLAMED: Final = frozenset({"accountable", "responsible", "liable"})
_BLAMING: Final = word_set("clauses", "blaming")
_SUFFIX_REACH: Final = 5  # tokens behind a name in which "Jr." and commas may stand
_HOLDING: Final = frozenset({"hold", "holds", "held", "holding"})


def find_reproached(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who did what somebody else is sentenced, charged or arrested for: `The court sentenced Borg for killing a man`."""
    verb = hit.verb
    if verb is None or verb.tense is not Tense.PARTICIPLE or not verb.start:
        return ()
    if sentence.words[verb.start - 1] in _PRAISED_FOR and (praised := _praised(sentence, verb.start, actors)):
        return praised
    if sentence.words[verb.start - 1] not in BEFORE_CRIMES | {"including"}:
        return ()
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    main = sentence.first_finite(clause.start, hit.start)
    if main == hit.start or sentence.words[main] not in _REPROACHING:
        return ()
    first = next((placed for placed in actors if main < placed.start and placed.end <= hit.start), None)
    if first is None or not (PREPOSITIONS | {"to"}).isdisjoint(sentence.words[main + 1 : first.start]):
        return ()
    return (first.actor,)


def _praised(sentence: Sentence, verb: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who did what others praise them for: `to congratulate Malta on signing the accord`."""
    words = sentence.words
    reach = range(verb - 2, max(0, verb - GROUP_REACH) - 1, -1)
    praise = next((at for at in reach if words[at] in _PRAISING), -1)
    return tuple(placed.actor for placed in actors if 0 <= praise < placed.start and placed.end == verb - 1)


def find_held_responsible(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whom others hold responsible for what a noun of force names: `hold the defendant accountable for an attack`, `blamed rebels for the attack`."""
    words = sentence.words
    first = sentence.clauses[sentence.clause_at(hit.start)].start
    if blamed := _blamed_for(sentence, hit, actors):
        return blamed
    blame = next((at for at in range(max(first, hit.start - GROUP_REACH), hit.start) if words[at] in _BLAMED), first)
    held = next((at for at in range(blame - 1, max(first, blame - GROUP_REACH) - 1, -1) if words[at] in _HOLDING), -1)
    return tuple(placed.actor for placed in actors if held >= 0 and held < placed.start and placed.end <= blame)[:1]


def _blamed_for(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    words, at = sentence.words, hit.start - 1
    while at > 0 and hit.start - at <= GROUP_REACH and words[at] not in PREPOSITIONS:
        at -= 1
    reach = range(at - 1, max(0, at - GROUP_REACH) - 1, -1)
    verb = next((index for index in reach if words[index] in _BLAMING), -1)
    if verb < 0 or words[at] not in BEFORE_CRIMES:
        return ()
    return tuple(placed.actor for placed in actors if verb < placed.start and placed.end <= at)[:1]


def find_announced_leaver(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who leaves where somebody else announces it: `announced Mubarak's resignation`; or is succeeded: `Borg to be judge, vice Vella, retired`."""
    if hit.verb is not None and (succeeded := _succeeded(sentence, hit, actors)):
        return succeeded
    inside = [item for item in actors if hit.start < item.start and item.end < hit.end and not item.actor.pronoun]
    return tuple(item.actor for item in inside if sentence.words[item.end : item.end + 1] in OWNING)


def _succeeded(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who stands behind "vice" right before a hit: `to be judge, vice Vella, Jr., | retired`, but not `the vice president retired`."""
    if "vice" not in sentence.vocabulary:
        return ()
    raw = sentence.raw
    return tuple(
        item.actor
        for item in actors
        if item.end < hit.start <= item.end + _SUFFIX_REACH
        and any(raw[at] == "vice" and raw[at + 1][:1].isupper() for at in range(max(0, item.start - 1), item.end - 1))
        and "," in raw[item.end : hit.start]
    )
