"""By whom what a noun names was done where the noun is the subject of a passive verb: "sanctions on Malta were imposed by Norway".

Belongs here: the agent behind such a verb. Does not: agents right behind a noun or behind a verb that is itself a trigger (objects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.clauses.placed_actors import Placed, before_articles
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import VerbGroup
from transforms.events.roles.subjects import subject_before
from transforms.events.status.predicates import heads_clause
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import BE, COORDINATORS, HAVE, PREPOSITIONS, before_helpers, is_adverb
from transforms.events.words.quantities import is_number
from transforms.vocabulary import word_set

_DONE: Final = word_set("clauses", "done_to_nouns")
_CAUSING: Final = frozenset({"had", "have", "having", "got", "get", "getting"})
_ORDERED: Final = frozenset({"arrest", "release", "resignation", "trial", "withdrawal"})  # what one has others do
_OBJECTS: Final = frozenset({"him", "her", "them"})
_PARTICLES: Final = frozenset({"out", "down", "up", "on", "against", "off"})  # "carried out", "handed down"
_OF_FORCE: Final = frozenset({"attack", "death"})
_MARKS: Final = frozenset({"hands", "part"})
_PART: Final = ["on", "the", "part", "of"]
_HANDS: Final = ["at", "the", "hands", "of"]
_REACH: Final = 20  # tokens from a noun to the "by" behind its verb
_BY_REACH: Final = 18  # tokens from a participle to its "by"
_MAX_BETWEEN: Final = 2  # tokens from the preposition behind a noun to whom it is against
_GROUP: Final = 4  # tokens from "by" to who is named behind it


def done_by(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Placed | None:
    """Who stands behind the "by" of the passive verb whose subject a noun is: `An attack on the bank was carried out by | rebels`."""
    words = sentence.words
    if hit.verb is not None and (causer := _causer(sentence, hit, hit.verb, actors)):
        return causer
    if not _MARKS.isdisjoint(words[hit.end : hit.end + _REACH]) or words[hit.end : hit.end + 1] == ["from"]:
        return _at_hands(sentence, hit, actors)
    if hit.verb is not None or "by" not in words[hit.end : hit.end + _REACH]:
        return None
    at = _passive_of_subject(sentence, hit)
    if at < 0:
        at = _participle_behind(sentence, hit, actors)
    by = _by_behind(sentence, at) if at >= 0 else -1
    if by < 0:
        return None
    return next((item for item in actors if by < item.start <= by + _GROUP), None)


def _causer(sentence: Sentence, hit: Hit, verb: VerbGroup, actors: Sequence[Placed]) -> Placed | None:
    """Who has somebody else do it, before whom it befalls: `Ali Borg | had the editor arrested`, but not `the bank had two clerks killed`."""
    words, object_ = sentence.words, next((item for item in actors if item.end == verb.start), None)
    if hit.kind not in _ORDERED or not verb.passive or verb.start != verb.head:
        return None
    at = _before_counted(words, verb.start) if object_ is None else before_articles(words, object_.start)
    if at < 0 or words[at] not in _CAUSING:
        return None
    if object_ is not None and object_.actor.pronoun and words[object_.start] not in _OBJECTS:
        return None
    found = subject_before(sentence, before_helpers(words, at), actors)
    return next((item for item in actors if item.end <= at and item.actor in found[:1]), None)


def _before_counted(words: Sequence[str], end: int) -> int:
    """The token before a few people without a name who are counted: `had | two clerks arrested`; -1 for none."""
    counted = next((at for at in range(end - 2, max(0, end - _GROUP - 1), -1) if is_number(words[at])), 0)
    return counted - 1


def _at_hands(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Placed | None:
    """Who does what is "on the part of" them or suffered "at the hands of" them, or from whom force comes: `a massacre at the hands of rebels`, `a siege from Borg's forces`."""
    words, end = sentence.words, sentence.clauses[sentence.clause_at(hit.start)].end
    if words[hit.end] == "from":
        near = next((item for item in actors if hit.end < item.start <= hit.end + _GROUP), None)
        from_them = hit.kind == "attack" and hit.verb is None
        return near if near is not None and from_them and near.actor.kind != "state" else None
    for at in range(hit.end, end - 3):
        if words[at : at + 4] == _HANDS and hit.kind in _OF_FORCE or words[at : at + 4] == _PART:
            return next((item for item in actors if at + 3 < item.start <= at + 3 + _GROUP), None)
    return None


def _passive_of_subject(sentence: Sentence, hit: Hit) -> int:
    """The participle by which something is done with what a noun names that is the subject; -1 for none."""
    words = sentence.words
    if not heads_clause(sentence, hit):
        return -1
    at = sentence.first_finite(hit.end, len(words))
    if at >= len(words) or words[at] not in BE | HAVE:
        return -1
    while at < len(words) and (words[at] in BE | HAVE or is_adverb(words[at])):
        at += 1
    return at if at < len(words) and words[at] in _DONE else -1


def _by_behind(sentence: Sentence, participle: int) -> int:
    """The "by" of a participle, over what else stands behind it: `was issued for Waugh on Monday | by a court`; -1 where there is none."""
    words, end = sentence.words, min(len(sentence.words) - 1, participle + _BY_REACH)
    for at in range(participle + 1, end):
        if words[at] == "by" and at + 1 not in sentence.dated:
            return at
        if words[at] == "," or sentence.finite[at] or words[at] in COORDINATORS or words[at].endswith("ing"):
            return -1
    return -1


def _participle_behind(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> int:
    """The participle that says of a noun, over the one whom it is against or for, by whom it was done: `sanctions against Malta | imposed by Norway`; -1 for none."""
    words = sentence.words
    if hit.end >= len(words) or words[hit.end] not in PREPOSITIONS:
        return -1
    beside = next((item for item in actors if hit.end < item.start <= hit.end + _MAX_BETWEEN), None)
    if beside is None or beside.end >= len(words) or words[beside.end] not in _DONE:
        return -1
    return beside.end if sentence.first_finite(hit.end, beside.end) == beside.end else -1
