"""Who stands where around a noun: its owner or the subject of its clause, whom it befalls, and its "by".

Belongs here: what a noun takes from its clause. Does not: verbs (of_verb.py), owners (owners.py), objects and agents (objects.py), which role each has (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.embedded import is_embedded_noun
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.event_kinds import HARMFUL
from transforms.events.roles.agents import agents_of
from transforms.events.roles.answerable import find_held_responsible
from transforms.events.roles.arguments import Arguments
from transforms.events.roles.bystanders import can_protest, is_outside, is_struck
from transforms.events.roles.enumerations import OWNING
from transforms.events.roles.inversions import inverted_speakers
from transforms.events.roles.judgements import accused_beside, names_whom, only_looks_into, settlers_of
from transforms.events.roles.lists import opens_with_parties
from transforms.events.roles.objects import REPROACHES, objects_behind
from transforms.events.roles.onlookers import heard_before, only_looks_on
from transforms.events.roles.overthrown import overthrow_in
from transforms.events.roles.owners import FACING, is_joined_to_thing, owners_of, who_stood
from transforms.events.roles.received import LOANS, RESCUES, helped_or_judged, is_giver, transfer_of
from transforms.events.roles.subjects import GROUP_REACH, is_of_the_law, subject_before
from transforms.events.roles.subjects_behind import subject_behind
from transforms.events.roles.weapons import hurt_by_attack
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    BE,
    BESIDE,
    INFINITIVES,
    PREPOSITIONS,
)
from transforms.vocabulary import word_set

_OF_IS_SOURCE: Final = frozenset(
    {"visit", "resignation", "withdrawal", "meeting", "protest", "speech", "exercise", "deployment", "vote"}
)
_SUFFERED: Final = frozenset({"charge", "investigation", "sanction", "accusation", "demand", "aid", "warrant"})
_SETTLED: Final = frozenset({"accusation", "charge", "investigation"})
_SUFFERING: Final = word_set("clauses", "suffering")
_PAYING: Final = frozenset({"pay", "pays", "paid", "paying"})
_NEEDING: Final = word_set("clauses", "needing")
_DOING: Final = word_set("clauses", "doing")
_BEFALLING: Final = word_set("clauses", "befalling_nouns")
_GROUP: Final = 3  # tokens before a noun in which its determiner stands
_SERVING: Final = word_set("clauses", "serving")
_OWN: Final = frozenset({"his", "her", "their"})
HARMED: Final = word_set("clauses", "harmed")
_OUSTINGS: Final = word_set("clauses", "oustings")
_BESIDE_SUBJECT: Final = frozenset({"election", "protest", "trial", "publication"})
_WHILE: Final = frozenset({"as", "while", "when", "because", "although", "though"})
_GROUNDS: Final = frozenset({"about", "after", "following", "for", "into", "over"})
_RECEIVING: Final = word_set("clauses", "receiving")
_SUITS: Final = frozenset({"lawsuit", "class action"})  # courts only try them


def arguments_of_noun(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Arguments:
    """Who owns a noun or is the subject of its clause, whom it befalls, and its "by"."""
    actors = [item for item in actors if item.end != hit.start or not is_joined_to_thing(sentence.words, item, actors)]
    owners = owners_of(sentence, hit, actors) or _speaker_before(sentence, hit, actors)
    if hit.kind == "speech":
        owners = _speakers(sentence, hit, owners, actors)
    if hit.kind == "disaster":
        return Arguments(owners, (), ())
    if hit.kind == "election" and (stood := who_stood(sentence, hit, actors)):
        return Arguments(stood, (), ())
    behind = accused_beside(sentence, hit, actors) or objects_behind(sentence, hit, actors)
    if hit.kind == "attack":
        behind = behind or hurt_by_attack(sentence, hit, actors)
    agent = agents_of(sentence, hit, actors)
    if agent and hit.kind == "charge" and all(actor.kind == "state" for actor in owners):
        owners = ()  # "a U.S. lawsuit by shareholders"
    found = Arguments(owners, behind, agent)
    return (
        _of_force_or_transfer(sentence, hit, found, actors)
        or _of_suffering(sentence, hit, found, actors)
        or _of_subject(sentence, hit, found, actors)
    )


def _of_force_or_transfer(sentence: Sentence, hit: Hit, found: Arguments, actors: Sequence[Placed]) -> Arguments | None:
    """The parts in what somebody gives, attacks or overthrows, where words for just that tell them; found: owners, those behind the noun, its "by"."""
    owners, behind, agent = found
    if transfer := transfer_of(sentence, hit, owners, behind, actors):
        return Arguments(transfer.givers, transfer.receivers, agent)
    if hit.kind == "attack" and (held := find_held_responsible(sentence, hit, actors)):
        return Arguments(held, behind, agent)
    if overthrow := overthrow_in(sentence, hit, actors):
        return Arguments(overthrow.doers, overthrow.befallen, agent)
    if hit.kind == "attack" and (struck := tuple(actor for actor in owners if is_struck(actor))):
        hurt = subject_before(sentence, hit.start, actors) if _is_harm(sentence, hit) else ()
        return Arguments((), (*(actor for actor in hurt if actor not in struck), *struck, *behind), agent)
    return None


def _of_suffering(sentence: Sentence, hit: Hit, found: Arguments, actors: Sequence[Placed]) -> Arguments | None:
    """The parts in what the subject of the clause suffers; found: as above."""
    owners, behind, agent = found
    if hit.kind in _SETTLED and (settlers := settlers_of(sentence, hit.start, actors)):
        others = behind if sentence.words[hit.end : hit.end + 1] == ["with"] else owners
        return Arguments(tuple(actor for actor in others if actor not in settlers), settlers, agent)
    hurt_by = agent and hit.kind == "attack" and _is_harm(sentence, hit)  # "died in an attack by rebels"
    suffering = _suffering(sentence, hit) if hit.kind in _SUFFERED else -1
    if suffering >= 0 and owners and hit.kind != "aid":  # "faces U.S. sanctions"
        return Arguments(() if agent else owners, subject_before(sentence, suffering, actors) or behind, agent)
    if (hurt_by or suffering >= 0) and not owners:
        return Arguments((), subject_before(sentence, hit.start, actors) or behind, agent)
    if (not agent or hit.kind != "aid") and (befallen := _befallen(sentence, hit, owners, actors)):
        return Arguments((), befallen, agent)
    return None


def _of_subject(sentence: Sentence, hit: Hit, found: Arguments, actors: Sequence[Placed]) -> Arguments:
    """The parts of owners, else of the subject of the clause, and of those behind the noun; found: as above."""
    owners, behind, agent = found
    subject = owners or (() if agent else _subject_of_clause(sentence, hit, actors))
    if subject and not owners and (told := helped_or_judged(sentence, hit, subject, behind)):
        return Arguments(told.givers, told.receivers, agent)
    if subject and not owners and hit.kind in HARMFUL:
        subject = () if is_embedded_noun(sentence, hit.start, hit.end) else _without_pursuers(sentence, hit, subject)
    if subject and hit.kind == "visit" and not owners and _is_received(sentence, hit):
        return Arguments((), subject, agent)
    subject = () if not owners and (is_outside(sentence, hit) or _opens_coordinate(sentence, hit)) else subject
    if subject and not owners and not is_done_by_subject(sentence, hit):
        return Arguments((), subject if _is_harm(sentence, hit) else behind, agent)
    if hit.kind == "peace_plan" and behind and sentence.words[hit.end : hit.end + 1] == ["from"]:
        answering = tuple(actor for actor in subject if actor not in behind)
        return Arguments(behind, answering, agent)  # "rejected a peace proposal from Malta"
    if hit.kind == "aid" and not owners and behind and sentence.words[hit.end : hit.end + 1] == ["with"]:
        return Arguments(behind, tuple(actor for actor in subject if actor not in behind), agent)
    if behind and not owners and (tied := _of_tied(sentence, hit, behind, agent)):
        return tied
    return Arguments(subject, behind, agent)


def _subject_of_clause(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The subject of the clause that a noun stands in, where it may have a part in what the noun names."""
    if _is_only_beside(sentence, hit) or opens_with_parties(sentence, hit) or only_looks_into(sentence, hit):
        return ()
    if has_own_verb(sentence, hit) or only_looks_on(sentence, hit):
        return ()
    if hit.kind == "agreement" and sentence.words[hit.end : hit.end + 1] in OWNING:
        return ()  # "signalled at the deal's closing"
    subject = subject_before(sentence, hit.start, actors) or subject_behind(sentence, hit, actors)
    if hit.pattern.lemma in _SUITS:  # "a court dismissed the lawsuit"
        return tuple(actor for actor in subject if not is_of_the_law(actor))
    if hit.kind == "protest":  # "police broke up the protest"
        return tuple(actor for actor in subject if can_protest(actor))
    return subject


def _without_pursuers(sentence: Sentence, hit: Hit, subject: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """A subject without those of the law who only act on account of what a noun names: `Police arrested a man over the attack`."""
    if _GROUNDS.isdisjoint(sentence.words[max(0, hit.start - _GROUP) : hit.start]):
        return subject
    return tuple(actor for actor in subject if not is_of_the_law(actor))


def _of_tied(
    sentence: Sentence, hit: Hit, behind: tuple[ActorMention, ...], agent: tuple[ActorMention, ...]
) -> Arguments | None:
    """The arguments of a noun where "of" behind it says more than the subject of its clause; None where it does not."""
    following = next(iter(sentence.words[_behind_town(sentence, hit.end) :]), "")
    if following == "of" and (hit.kind == "trial" or hit.pattern.lemma == "death"):
        return Arguments((), behind, agent)  # "attended the trial of the general", "confirmed the death of the general"
    if following == "of" and hit.kind in _OF_IS_SOURCE and not _is_ousting(hit):
        return Arguments(behind, (), agent)
    return None


def _behind_town(sentence: Sentence, at: int) -> int:
    """The token behind the name of where something was: `a meeting | in Oslo | of the group`; the token itself where none is named."""
    end = at + 1
    while sentence.words[at : at + 1] == ["in"] and end < len(sentence.raw) and sentence.raw[end][0].isupper():
        end += 1
    return end if end > at + 1 else at


def _speakers(
    sentence: Sentence, hit: Hit, owners: tuple[ActorMention, ...], actors: Sequence[Placed]
) -> tuple[ActorMention, ...]:
    """Who speaks on an occasion that others only hold: `Waugh said at an IIF conference`, `said in a newspaper interview`."""
    if not owners or any(actor.kind == "person" for actor in owners):
        return owners or heard_before(sentence, hit, actors)
    sides = (subject_before(sentence, hit.start, actors), subject_behind(sentence, hit, actors))
    persons = next(filter(None, (tuple(actor for actor in side if actor.kind == "person") for side in sides)), ())
    return persons or (owners if hit.pattern.lemma != "interview" else ())


def _befallen(
    sentence: Sentence, hit: Hit, owners: tuple[ActorMention, ...], actors: Sequence[Placed]
) -> tuple[ActorMention, ...]:
    """Whom a noun befalls: who owns it or suffers it, as in `his arrest`, `serves a term for a conviction`, but not `the police's arrest of Waugh`."""
    if hit.pattern.lemma not in _BEFALLING | RESCUES or names_whom(sentence, hit):
        return ()
    if not owners and not _SERVING.isdisjoint(_clause_before(sentence, hit)):
        owners = subject_before(sentence, hit.start, actors)
    if not owners and not _OWN.isdisjoint(
        sentence.words[hit.start - 1 : hit.start + 1]
    ):  # "Since her release, Waugh has lived in Malta"
        owners = subject_behind(sentence, hit, actors)
    if hit.kind == "aid":
        helped = {"state"} if hit.pattern.lemma in LOANS else {"state", "organisation", "group"}  # "the bank's loan"
        return tuple(actor for actor in owners if actor.kind in helped and not is_giver(actor))
    kinds = ("person", "group", "organisation") if hit.kind in REPROACHES else ("person", "group")
    return tuple(actor for actor in owners if actor.kind in kinds and not is_of_the_law(actor))


def _suffering(sentence: Sentence, hit: Hit) -> int:
    """The word that says that the subject of its clause is whom a noun is against or for: `was | hit | with a lawsuit`, `faces a probe`, `sought a bailout`; -1 without one."""
    words = _NEEDING if hit.kind == "aid" else _SUFFERING
    if hit.kind == "sanction":
        words |= _PAYING  # "agreed to pay a fine"
    first = max(sentence.clauses[sentence.clause_at(hit.start)].start, hit.start - GROUP_REACH)
    return next((at for at in range(first, hit.start) if sentence.words[at] in words), -1)


def _is_only_beside(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause takes no part in what a noun names: `The coin rose after the election`."""
    if hit.kind not in _BESIDE_SUBJECT:
        return False
    words, at = sentence.words, hit.start - 1
    while (
        at >= 0
        and hit.start - at <= GROUP_REACH
        and words[at] not in PREPOSITIONS
        and words[at] not in BESIDE
        and not sentence.finite[at]
    ):
        at -= 1
    if hit.kind == "election":
        return at >= 0 and words[at] in BESIDE
    if hit.kind == "protest":  # who stands there "during a protest" mostly takes part
        return at >= 0 and words[at] in BESIDE and words[at] != "during"
    if hit.kind == "trial":  # "lawmakers said at a hearing"
        return at >= 0 and words[at] in ("at", "during")
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    verb = sentence.first_finite(clause.start, hit.start)
    return at >= 0 and words[at] == "in" and words[verb] in BE  # "he was mocked in an article"


def is_done_by_subject(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause does what a noun of force names: `launched an attack`, but not `condemned the attack`."""
    if hit.kind != "attack":
        return True
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    verb = sentence.first_finite(clause.start, hit.start)  # "For the most part, people deplored the attack"
    return not _DOING.isdisjoint(sentence.words[verb if verb < hit.start else clause.start : hit.start])


def has_own_verb(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun in the plural is itself the subject of a present behind "as" or the like: `dug in as | protests | sweep the region`."""
    words = sentence.words
    if words[hit.end - 1][-1] != "s" or words[hit.end : hit.end + 1] == [] or words[hit.end] not in INFINITIVES:
        return False
    return not _WHILE.isdisjoint(words[max(0, hit.start - _GROUP) : hit.start])


def _opens_coordinate(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun is itself the subject of its clause behind "and": `it is looking into the matter, and a lawsuit has been filed`."""
    index = sentence.clause_at(hit.start)
    clause, first_word = sentence.clauses[index], sentence.words[sentence.clauses[index - 1].start]
    first = sentence.first_finite(clause.start, clause.end)
    return clause.kind is Kind.COORDINATE and hit.end <= first < clause.end and first_word != "whose"


def _is_received(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause receives whoever visits: `received the envoy for an official visit`, but not `was received during her visit`."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(hit.start)]
    at = next((at for at in range(clause.start, hit.start) if words[at] in _RECEIVING), -1)
    return at > clause.start and words[at - 1] not in BE


def _is_harm(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause suffers what a noun names: `Twelve people were killed in the attack`, `fighters were pinned down by artillery fire`."""
    before = _clause_before(sentence, hit)
    near = before[-GROUP_REACH:]
    faced = next((word in FACING for word in reversed(near) if word in FACING or word in PREPOSITIONS), False)
    return not HARMED.isdisjoint(before) or "by" in near or faced


def _clause_before(sentence: Sentence, hit: Hit) -> list[str]:
    return sentence.words[sentence.clauses[sentence.clause_at(hit.start)].start : hit.start]


def _is_ousting(hit: Hit) -> bool:
    """Whether who loses an office by a noun is the one behind "of", and not the one who acts: `announced the removal of the general`."""
    return hit.pattern.lemma in _OUSTINGS


def _speaker_before(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who speaks on an occasion by a reporting verb that stands before its subject: `..., said analyst Itay Michaeli in a statement`."""
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    verb = sentence.first_finite(clause.start, hit.start)
    if hit.kind != "speech" or verb == hit.start:
        return ()
    return inverted_speakers(sentence, verb, [placed for placed in actors if placed.end <= hit.start])
