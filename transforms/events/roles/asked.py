"""Whom a demand is made of by what it says they shall do: "Malta demanded on Monday that the rebels leave", "told CNN that Malta must leave".

Belongs here: subjects of the subjunctive, behind "that" or without it, and of "must" behind whoever is told. Does not: objects right behind a verb (objects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.beside_dates import behind_dates
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.enumerations import enumerated
from transforms.events.triggers.hit import Hit
from transforms.events.triggers.needed_words import told_ahead
from transforms.events.words.function_words import DETERMINERS, INFINITIVES
from transforms.vocabulary import word_set

_ASKING: Final = word_set("clauses", "asking_that")
_VERBS: Final = INFINITIVES | word_set("clauses", "asked_verbs")
_TELLING: Final = frozenset({"suggest", "insist"})  # they also say what is
_NOUNS: Final = word_set("clauses", "bases_and_nouns")
_REACH: Final = 6  # tokens of a day or of whom is told between the verb and "that"
_TOLD_REACH: Final = 14  # tokens from "told" to the verb of what is told
_GROUP: Final = 3  # tokens from "that" to who shall do it


def asked_by_subjunctive(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Placed | None:
    """Who stands between the "that" of a demand and a verb in the subjunctive; not whom something shall be done to: `demanded that the prisoners be freed`."""
    if hit.kind != "demand" or hit.verb is None or hit.pattern.lemma not in _ASKING:
        return None
    that = _find_that(sentence, hit)
    found = _before_subjunctive(sentence, hit, that + 1, actors) if that >= 0 else None
    return found if found is None or sentence.words[found.end] != "be" else None


def has_subjunctive(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> bool:
    """Whether an actor and a verb in the subjunctive follow, with "that" or without: `recommended the board sell the mine`."""
    that = _find_that(sentence, hit)
    first = that + 1 if that >= 0 else behind_dates(sentence.words, hit.end, sentence.dated)
    found = _before_subjunctive(sentence, hit, first, actors)
    return found is not None and (that >= 0 or sentence.words[found.end] not in _NOUNS)


def _find_that(sentence: Sentence, hit: Hit) -> int:
    """The "that" behind a verb of demanding, perhaps with a day between, or -1."""
    words = sentence.words
    that = next((at for at in range(hit.end, min(hit.end + _REACH, len(words))) if words[at] == "that"), -1)
    return -1 if any(at not in sentence.dated and words[at] != "on" for at in range(hit.end, that)) else that


def _before_subjunctive(sentence: Sentence, hit: Hit, first: int, actors: Sequence[Placed]) -> Placed | None:
    """The actor that begins near a token, if a verb without any ending stands right behind; of several that may tell what they do: `suggested that banks face losses`."""
    words = sentence.words
    for item in actors:
        if first <= item.start < first + _GROUP and item.end < len(words):
            own = all(words[at] in DETERMINERS for at in range(first, item.start))
            if not own or words[item.end] not in _VERBS or words[item.end] == "have":
                return None
            told = hit.pattern.lemma in _TELLING and (item.actor.kind == "group" or item.actor.pronoun)
            return None if told else item
    return None


def told_of(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who shall do, or did, what somebody tells of it: `told the paper that Malta and Italy must leave`, `Malta must leave, Borg said`."""
    verbs = hit.pattern.actor_before
    if not verbs:
        return ()
    words, last = sentence.words, min(hit.end + _TOLD_REACH, len(sentence.words))
    behind = next((at for at in range(hit.end, last) if words[at] in verbs), -1)
    at = behind if behind >= 0 else next(iter(told_ahead(sentence, hit.start, verbs)), -1)
    clause = sentence.clauses[sentence.clause_at(at)] if at >= 0 else None
    before = [item for item in actors if clause is not None and clause.start <= item.start and item.end <= at]
    if not before or at - before[-1].end > 1 or before[-1].actor.pronoun:
        return ()  # "told them that they must leave"
    return enumerated(words, before[-1], before[:-1])
