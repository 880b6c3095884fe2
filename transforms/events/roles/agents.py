"""By whom a trigger is done: the actors behind its "by".

Belongs here: which "by" belongs to a trigger, and who stands behind it. Does not: whom it is directed at (objects.py), which role each has (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import is_participle
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.crossings import has_infinitive
from transforms.events.roles.done_by import done_by
from transforms.events.roles.enumerations import is_apposition, is_joined
from transforms.events.roles.lists import complete_list, is_joined_over_words
from transforms.events.roles.objects import OBJECT_REACH
from transforms.events.roles.premodifiers import are_nouns
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import DETERMINERS, HAVE, PREPOSITIONS

_OPENING_GERUNDS: Final = (
    PREPOSITIONS | DETERMINERS | {"while", "when", "and", "or", "to"}
)  # before these a participle is the verb's own


def agents_of(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who does what a trigger names, by the "by" behind it."""
    words = sentence.words
    if doer := done_by(sentence, hit, actors):
        return _with_joined(sentence, doer, actors)
    # "a call made by them": the participle says only that it was done
    done = hit.verb is None and words[hit.end : hit.end + 1] and sentence.finite[hit.end] and words[hit.end] not in HAVE
    first = hit.end + 1 if done else hit.end
    nearest = hit.end - (hit.verb is not None and words[hit.end - 1] == "by")  # "elected by | parliament"
    for placed in actors:
        if hit.end <= placed.start < hit.end + OBJECT_REACH:
            at = _by_before(sentence, nearest, placed)
            # "a plan, which was rejected by them": the agent is the other verb's
            if at >= 0 and done and _has_object(sentence, first, at):
                return ()  # "attacks helped break an assault by them"
            if at >= 0 and sentence.first_finite(first, placed.start) == placed.start:
                return () if _is_of_other(sentence, hit, at, placed) else _with_joined(sentence, placed, actors)
    return ()


def _by_before(sentence: Sentence, nearest: int, placed: Placed) -> int:
    """The "by" before an actor, perhaps with a few words or nouns and a comma between that say what it is: `a survey by | job agency, Norfield`; -1 where there is none."""
    words, reach = sentence.words, range(placed.start - 1, max(nearest, placed.start - 3) - 1, -1)
    at = next((at for at in reach if words[at] == "by"), -1)
    if at >= 0 or words[placed.start - 1] != "," or sentence.raw[placed.end - 1].islower():
        return at
    at = placed.start - 2
    while at > nearest and are_nouns(sentence, at, at + 1, owns=False):
        at -= 1
    return at if at >= nearest and words[at] == "by" and at < placed.start - 2 else -1


def _has_object(sentence: Sentence, first: int, by: int) -> bool:
    """Whether something with an article stands behind a verb, which "by" then belongs to; what a preposition or a date has is none."""
    words = sentence.words
    return any(
        words[at] in DETERMINERS and at not in sentence.dated and words[at - 1] not in PREPOSITIONS
        for at in range(first, by)
    )


def _with_joined(sentence: Sentence, first: Placed, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """An agent with those that an enumeration of its clause joins to it: `was signed by Malta, Italy and the bank`."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(first.start)]
    out = [first]
    for placed in actors:
        if first.end <= placed.start < clause.end and not is_apposition(words, out[-1], placed):
            joined = is_joined(words, out[-1], placed) and words[placed.start - 1] != "from"
            joined = joined or is_joined_over_words(sentence, out, placed)
            if not joined or sentence.first_finite(first.end, placed.end) < placed.end:
                break
            out.append(placed)
    return tuple(placed.actor for placed in complete_list(sentence, out, actors))


def _is_of_other(sentence: Sentence, hit: Hit, by: int, placed: Placed) -> bool:
    """Whether "by" belongs to other words: `killed him by hitting his head`, and behind a verb in the active: `closed it after a raid by rebels`."""
    words = sentence.words
    between_them = range(by + 1, placed.start)
    gerund = any(
        is_participle(words[at]) and words[at] != "being" and words[at - 1] not in DETERMINERS  # not "the ruling party"
        for at in between_them
    )
    if hit.verb is not None and by + 1 not in sentence.dated and _is_of_described(words, hit.end, by):
        return True
    if hit.verb is None and _is_of_infinitive(sentence, hit.end, by):
        return True
    active = hit.verb is not None and not hit.verb.passive
    between = (at for at in range(hit.end, by) if words[at] in PREPOSITIONS and at + 1 not in sentence.dated)
    return gerund or active and any(between)


def _is_of_infinitive(sentence: Sentence, start: int, by: int) -> bool:
    """Whether "by" belongs to what an infinitive behind a noun is about: `a settlement to resolve claims by investors`."""
    to = next((at for at in range(start, by) if has_infinitive(sentence, at, at + 2)), by)
    return to + 2 < by and not sentence.words[by - 1].endswith(("ed", "en"))


def _is_of_described(words: list[str], start: int, by: int) -> bool:
    """Whether a participle behind a noun has the "by": `arrested over a scheme involving payments by reporters`."""
    return any(
        is_participle(words[at]) and words[at - 1].isalpha() and words[at - 1] not in _OPENING_GERUNDS
        for at in range(start + 1, by - 1)
    )
