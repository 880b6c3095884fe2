"""Who stands where around a verb: its subject, its object and its agent.

Belongs here: what a verb takes from its clause. Does not: nouns (of_noun.py), subjects (subjects.py), objects and agents (objects.py), which role each has (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.actors.words.known import adjectives_of
from transforms.events.clauses.fronts import front_of
from transforms.events.clauses.placed_actors import Placed, is_owner
from transforms.events.clauses.reduced import is_behind_object, owner_of_study, visiting_guests
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.clauses.verbs import Tense, VerbGroup
from transforms.events.event_kinds import STATEMENTS
from transforms.events.roles.agents import agents_of
from transforms.events.roles.answerable import find_announced_leaver, find_reproached
from transforms.events.roles.arguments import Arguments
from transforms.events.roles.bare_counts import count_before, count_behind
from transforms.events.roles.given_offices import holders_of_given_office
from transforms.events.roles.inversions import inverted_speakers
from transforms.events.roles.joined_participles import before_sign, describes_name
from transforms.events.roles.judgements import judged_in_content, settlers_of
from transforms.events.roles.objects import BEFALLING, JOINTS, names_parties, object_before, objects_behind
from transforms.events.roles.owners import owners_of_law
from transforms.events.roles.papers import accusers_in_suit
from transforms.events.roles.premodifiers import is_state_of_thing, only_modifies
from transforms.events.roles.subjects import subject_before
from transforms.events.roles.subjects_behind import subject_behind
from transforms.events.roles.weapons import users_of_weapon
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    ADVERBS,
    BE,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    REPORTING,
    is_in_ly,
    is_participle_form,
)
from transforms.vocabulary import word_set

_NO_NOUNS: Final = PREPOSITIONS | ADVERBS | BE | COORDINATORS | {"while", "when", "to", "not", "than"}
_GROUP: Final = 3  # tokens before a noun in which its determiner stands
_DOCUMENTS: Final = word_set("clauses", "documents")
_OTHERS: Final = frozenset({"him", "her", "them"})  # none of these is the subject of its own verb
_TIMES: Final = word_set("clauses", "times")
TAKING_EFFECT: Final = word_set("clauses", "taking_effect")
_LEAVING: Final = frozenset(
    {"abdicate", "depart", "leave", "quit", "resign", "retire", "stand down", "step aside", "step down"}
)
_COUNTED: Final = frozenset({"attack", "arrest", "charge", "death", "protest", "release", "verdict"})
_IN_DOCUMENTS: Final = STATEMENTS - {"threat"}


def arguments_of_verb(sentence: Sentence, hit: Hit, verb: VerbGroup, actors: Sequence[Placed]) -> Arguments:
    """Subject, object and agent of a verb."""
    if speakers := inverted_speakers(sentence, hit.start, actors):
        return Arguments(speakers, (), ())
    if hit.kind == "legislation" and hit.pattern.lemma in TAKING_EFFECT:
        return Arguments(owners_of_law(sentence, verb, actors), (), ())
    if hit.kind == "resignation" and (leaver := find_announced_leaver(sentence, hit, actors)):
        return Arguments(leaver, (), ())
    if hit.kind == "visit" and (guests := visiting_guests(sentence, verb.start, actors)):
        return Arguments(guests, (), ())
    bare = verb.passive and verb.start == verb.head
    described = before_sign(verb, actors)
    if described and (describes_name(sentence, hit, verb) or bare and is_behind_object(sentence, verb.head)):
        return Arguments(described, (), agents_of(sentence, hit, actors))
    if hit.kind == "publication" and verb.passive and (owner := owner_of_study(sentence, verb.start, actors)):
        return Arguments((), (), owner)
    subject = find_reproached(sentence, hit, actors) or subject_before(sentence, verb.start, actors)
    if verb.passive and hit.kind in BEFALLING:  # "a Norfield jail cook was charged"
        things = [item.actor for item in actors if item.end < verb.start and only_modifies(sentence, item, verb.start)]
        subject = tuple(actor for actor in subject if actor not in things)
    if holders := holders_of_given_office(sentence, hit, subject, actors):
        return Arguments((), holders, agents_of(sentence, hit, actors))
    if _is_reduced(sentence, hit):  # "the man arrested on Friday", but not "the plan announced by the bank"
        return _of_reduced(sentence, hit, actors, subject)
    if hit.kind not in _IN_DOCUMENTS and _is_of_thing(sentence, verb, actors):
        subject = ()
    subject, objects = _sides(sentence, hit, verb, subject, actors)
    if hit.pattern.lemma.partition(" _")[0] in _LEAVING:  # "resigned over the scandal around Waugh"
        objects = tuple(actor for actor in objects if actor.kind in ("organisation", "state"))
    if hit.kind in _COUNTED:
        subject = subject or count_before(sentence, verb.start)
        objects = objects or (() if verb.passive else count_behind(sentence, hit.end))
    first = hit.end - (hit.kind == "accusation")  # "drew criticism from | investors"
    whose = hit.pattern.lemma.endswith("ire of")  # "drew the | ire of | investors"
    if hit.pattern.trigger.undergoes and (whose or "from" in sentence.words[first : hit.end + 1]):
        return Arguments(subject, (), objects)  # "faces a lawsuit from investors"
    return Arguments(subject, objects, agents_of(sentence, hit, actors))


def _sides(
    sentence: Sentence, hit: Hit, verb: VerbGroup, subject: tuple[ActorMention, ...], actors: Sequence[Placed]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Who does it, of those before a verb, and to whom."""
    if hit.kind in STATEMENTS and not verb.passive:
        subject = accusers_in_suit(sentence, verb, subject, actors)
        subject = _who_can_speak(sentence, verb.start, subject, actors)
    if hit.kind == "attack" and not subject and not verb.passive:
        subject = users_of_weapon(sentence, verb, actors)
    whom = object_before(sentence, verb, actors)
    subject = tuple(actor for actor in subject if actor not in whom)
    objects = whom or objects_behind(sentence, hit, actors) or _shared_object(sentence, hit, verb, actors)
    if not verb.passive and verb.tense is not Tense.PARTICIPLE:
        subject = _not_oneself(sentence, verb, subject, actors)
    if not objects and not verb.passive:
        objects = judged_in_content(sentence, hit, subject, actors)
    return subject, objects


def _shared_object(sentence: Sentence, hit: Hit, verb: VerbGroup, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The object that a verb shares with the next one behind "and": `arrested and later charged | a broker`."""
    words, at = sentence.words, hit.end + 1
    if verb.passive or hit.end >= len(words) or words[hit.end] not in COORDINATORS:
        return ()
    while at < len(words) and (words[at] in ADVERBS or is_in_ly(words[at])):
        at += 1
    if sentence.finite[at : at + 1] != [True] or not is_participle_form(words[at]):
        return ()
    first = next((item for item in actors if item.start > at), None)
    determined = first is not None and DETERMINERS.issuperset(words[at + 1 : first.start])
    return objects_behind(sentence, hit._replace(start=at, end=at + 1), actors) if determined else ()


def _not_oneself(
    sentence: Sentence,
    verb: VerbGroup,
    subject: tuple[ActorMention, ...],
    actors: Sequence[Placed],
) -> tuple[ActorMention, ...]:
    """The subject of a verb, which its "him" or "them" does not mean: of `Police came as Borg fled and | arrested him` the one of the clause before."""
    objects = [item for item in actors if item.start == verb.head + 1 and item.actor.surface in _OTHERS]
    names = {item.actor.name for item in objects if not is_owner(sentence.words, item)}
    if names.isdisjoint(actor.name for actor in subject):
        return subject
    index = sentence.clause_at(verb.start)
    for clause in reversed(sentence.clauses[:index]):
        first = sentence.first_finite(clause.start + 1, clause.end)
        other = subject_before(sentence, first, actors) if first < clause.end else ()
        if other and names.isdisjoint(actor.name for actor in other):
            return other
    return subject


def _is_of_thing(sentence: Sentence, verb: VerbGroup, actors: Sequence[Placed]) -> bool:
    """Whether a participle describes the noun right before it, which is no actor: `a resolution imposing an embargo`; statements are made in documents."""
    words, noun = sentence.words, verb.start - 1
    if verb.tense is not Tense.PARTICIPLE or noun < 1 or any(item.end == verb.start for item in actors):
        return False
    if not words[noun].isalpha() or words[noun] in _NO_NOUNS or noun in sentence.dated or sentence.finite[noun]:
        return False
    return words[noun] not in _TIMES | _DOCUMENTS and not DETERMINERS.isdisjoint(words[max(0, noun - _GROUP) : noun])


def _of_reduced(sentence: Sentence, hit: Hit, actors: Sequence[Placed], subject: tuple[ActorMention, ...]) -> Arguments:
    """The actors of a participle behind its noun; who said so in a report that was released also released it."""
    assert hit.verb is not None
    described = tuple(placed.actor for placed in actors if placed.end == hit.verb.start)
    agent = agents_of(sentence, hit, actors)
    front = front_of(sentence, hit.verb.start)
    if hit.kind == "publication" and not described and front is not None:
        who = subject_behind(sentence, hit, actors) if sentence.words[0] != "according" else ()
        return Arguments((), (), agent or who)
    if hit.kind == "publication" and not described:
        clause = sentence.clauses[sentence.clause_at(hit.start)]
        told = sentence.words[sentence.first_finite(clause.start, hit.start)] in REPORTING
        return Arguments((), (), agent or (subject if told else ()))
    if hit.kind == "charge" and not described:  # "to settle charges filed by the bank"
        described = settlers_of(sentence, hit.verb.start - 1, actors)
    joined = names_parties(sentence, hit) or sentence.words[hit.end : hit.end + 1] in (["on"], ["against"])
    return Arguments(described, objects_behind(sentence, hit, actors) if joined else (), agent)


def _is_reduced(sentence: Sentence, hit: Hit) -> bool:
    """Whether a participle without auxiliary describes the noun before it, behind another verb of its clause."""
    verb = hit.verb
    if verb is None or not verb.passive or sentence.words[verb.start - 1] in JOINTS:
        return False
    if not all(is_in_ly(word) for word in sentence.words[verb.start : hit.start]):  # "allegedly killed"
        return False
    if sentence.capital_share > HEADLINE_SHARE:
        return False
    front = front_of(sentence, hit.start)
    if front is not None and front.participle == verb.head:
        return True
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    return sentence.first_finite(clause.start, hit.start) < hit.start


def _who_can_speak(
    sentence: Sentence, verb: int, subject: tuple[ActorMention, ...], actors: Sequence[Placed]
) -> tuple[ActorMention, ...]:
    """Of a subject those that are no mere adjectives of a thing: `the Russian vetoes encouraged the government`."""
    things = {
        placed.actor
        for placed in actors
        if placed.actor.surface in adjectives_of(placed.actor.name)
        and sentence.words[placed.end : verb]
        or placed.end <= verb
        and is_state_of_thing(sentence, placed)
    }
    return tuple(actor for actor in subject if actor not in things)
