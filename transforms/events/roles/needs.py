"""Whether the actors stand where a trigger needs them, and are of the kinds that it needs.

Belongs here: the conditions of triggers on actors. Does not: conditions on words (triggers/), which role an actor has (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import is_participle
from transforms.events.clauses.placed_actors import Placed, before_articles, is_owner
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.arguments import Arguments
from transforms.events.roles.asked import has_subjunctive
from transforms.events.roles.tallies import has_tally
from transforms.events.triggers.hit import Hit
from transforms.events.triggers.needed_words import told_ahead
from transforms.events.words.function_words import ADVERBS, BE, COORDINATORS, HAVE, PREPOSITIONS, is_in_ly
from transforms.vocabulary import word_set

_OBJECT_REACH: Final = 14  # tokens behind a trigger in which its object begins
_GROUP_REACH: Final = 6  # tokens of a noun group
_LIKELY: Final = word_set("clauses", "likely")
_SIDES: Final = word_set("clauses", "sides")
_CLAUSES: Final = frozenset({"that", "which", "who", "whose"})
_BEGINNING: Final = (["also"], ["begin"], ["start"])
_FAILING: Final = (["to"], ["in"], ["on"])
_NEEDS: Final = frozenset({"need", "needs"})
_ONLY_SUBJECTS: Final = frozenset({"he", "she", "they", "we", "i"})
_SPEAKERS: Final = frozenset({"it", "he", "she", "i"})
# between an actor and its verb: "said Iran had violated", 'said Iran "must leave"'
_BEFORE_VERBS: Final = HAVE | BE | {'"', "“", "``"}
_NO_OBJECTS: Final = (
    PREPOSITIONS
    | ADVERBS
    | COORDINATORS
    | {"to", "that", "when", "while", "last", "this", "next", "twice", "face-to-face", "one-on-one"}
)


def arguments_fit(hit: Hit, arguments: Arguments) -> bool:
    """Whether those who do it and those to whom it is done are of the kinds that a trigger needs."""
    trigger, passive = hit.pattern.trigger, hit.verb is not None and hit.verb.passive
    doer = arguments.agent if passive and not trigger.voice else arguments.subject
    done_to = arguments.subject if passive and not trigger.voice else arguments.object
    if any(actor.kind in trigger.not_object for actor in done_to[:1]):
        return False
    if trigger.together and not _are_several(doer):
        return False
    return _kind_fits(trigger.subject, doer) and _kind_fits(trigger.object, done_to)


def _are_several(actors: tuple[ActorMention, ...]) -> bool:
    """Whether it is more than one, by their number or as one group of sides: `both delegations`."""
    return len(actors) > 1 or any(not _SIDES.isdisjoint(actor.surface.lower().split()) for actor in actors)


def _kind_fits(kinds: tuple[str, ...], actors: tuple[ActorMention, ...]) -> bool:
    return not kinds or any("any" in kinds or actor.kind in kinds for actor in actors)


def neighbours_fit(sentence: Sentence, hit: Hit, actors: list[Placed]) -> bool:
    """Whether actors stand where a trigger needs them, behind it or before one of its words."""
    trigger = hit.pattern.trigger
    if trigger.actor_object and not _has_actor_object(sentence, hit, actors):
        return False
    if trigger.subjunctive and not has_subjunctive(sentence, hit, actors):
        return False
    if trigger.tally and not has_tally(sentence, hit.end):
        return False
    verbs = hit.pattern.actor_before
    return not verbs or _has_actor_before(sentence, hit, actors, verbs)


def _has_actor_object(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> bool:
    """Whether what stands right behind a verb is no object, or one that is an actor: `met the king`, but not `met its costs`."""
    words, at = sentence.words, hit.end
    if at >= len(words) or hit.verb is not None and hit.verb.passive or not words[at][0].isalnum():
        return True
    if is_participle(words[at]):  # "dismissed selling the bank"
        return False
    if words[at] in _NO_OBJECTS or is_in_ly(words[at]) or at in sentence.dated:
        return True
    return any(
        at <= placed.start < at + _GROUP_REACH
        and words[placed.end : placed.end + 1] not in (["'s"], ["’s"])
        and PREPOSITIONS.isdisjoint(words[at : placed.start])
        and _CLAUSES.isdisjoint(words[at : placed.start])
        and not is_owner(words, placed)
        and words[placed.start] not in _ONLY_SUBJECTS  # "received a warning he would lose"
        for placed in actors
    )


def _has_actor_before(sentence: Sentence, hit: Hit, actors: Sequence[Placed], verbs: frozenset[str]) -> bool:
    """Whether an actor stands right before one of these words behind a hit: `said that Malta must leave`."""
    words = sentence.words
    reach = [*range(hit.end, min(hit.end + _OBJECT_REACH, len(words))), *told_ahead(sentence, hit.start, verbs)]
    ends = {placed.end for placed in actors if not _is_of_none(words, placed)}
    return any(
        words[at] in verbs
        and (at in ends or at - 1 in ends and words[at - 1] in _BEFORE_VERBS)
        and not _is_guess(words[at + 1 : at + 3])
        and not (words[at] == "failed" and words[at + 1 : at + 2] not in _FAILING)  # "said banks had failed"
        and not (words[at] in _NEEDS and words[at - 1] in _SPEAKERS)  # "said it needs investors"
        for at in reach
    )


def _is_of_none(words: list[str], placed: Placed) -> bool:
    """Whether it is nobody of whom something is told: `none of the | firms | had breached`."""
    of = before_articles(words, placed.start)
    return of > 0 and words[of] == "of" and words[of - 1] in ("none", "neither")


def _is_guess(behind: list[str]) -> bool:
    """Whether the verb behind "must" or "should" only tells what is likely: `must have believed`, `should be able to`, `must be having fun`, `should benefit`."""
    behind = behind[1:] if behind[:1] == ["not"] else behind  # "should not raise concerns"
    if behind[:1] == ["be"]:
        return not _LIKELY.isdisjoint(behind[1:]) or behind[-1].endswith("ing") and behind[-1] != "willing"
    return not _LIKELY.isdisjoint(behind[:1]) or behind[:1] in _BEGINNING and not _LIKELY.isdisjoint(behind)
