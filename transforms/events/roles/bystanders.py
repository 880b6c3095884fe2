"""Who has no part in what only stands beside their clause: `Shelling killed three people despite a truce`.

Belongs here: actors that a noun behind "despite" and the like cannot have, outlets behind headlines. Does not: which actors a hit has otherwise (find.py, setting.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.actors.words.known import adjectives_of
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_actors import before_articles
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.judged import judging_verb, verb_before
from transforms.events.event_kinds import STATEMENTS
from transforms.events.status.plans import tie_of
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import BE, DETERMINERS, PREPOSITIONS, is_participle_form
from transforms.vocabulary import word_set

_BESIDE: Final = frozenset({"despite", "amid", "since", "after", "under"})
_FIGHTING: Final = word_set("clauses", "fighting_parties")
_OFFICIAL: Final = word_set("groups", "of_the_state")
_STRUCK: Final = word_set("clauses", "struck")
_PROTESTING: Final = word_set("clauses", "protesting")
_SPARKING: Final = word_set("clauses", "sparking")
_SPARKED: Final = frozenset({"protest", "investigation", "charge", "trial", "arrest", "election", "resignation"})
_BEHOLDING: Final = word_set("clauses", "beholding")
_BEFALLING: Final = frozenset(
    {"attack", "disaster", "trial", "charge", "investigation", "sanction", "warrant", "verdict", "vote"}
)  # `survived the attack`, `escaped trial`: those have a part
_GATHERINGS: Final = word_set("clauses", "gatherings")
_VICTIMS: Final = word_set("clauses", "victims")
_PARTS: Final = (("role",), ("involvement",), ("part",), ("hand",), ("responsibility",), ("complicity",), ("blame",))
_DENYING: Final = word_set("clauses", "denying")
_DENIED_REACH: Final = 9  # tokens between the verb of a denial and what was done
_NAMING: Final = (["called"], ["calls"], ["calling"])
_KNOWN: Final = frozenset({"the", "this", "these", "that", "those", "his", "her", "their", "its"})
_COURTS: Final = word_set("clauses", "courts")
_BEYOND_COURTS: Final = frozenset({"agreement", "attack"})  # types that courts only deal with
_CALLED_BY_NAME: Final = frozenset({"investigation"})
_CALLING: Final = DETERMINERS | {"nationwide", "of"}
_DASHES: Final = frozenset({"-", "–", "—", "|"})
_OUTLET_LENGTH: Final = 7  # tokens at the end of a headline: "- Office of the District Attorney"
_WITHIN_NAMES: Final = frozenset({"of", "the", "for", "and"})
_WITNESSES: Final = frozenset({"witness", "witnesses", "experts"})  # who is heard in court is not tried
_GROUP: Final = 4  # tokens of the group between a verb and its noun


def without_bystanders(
    sentence: Sentence, hit: Hit, roles: list[tuple[ActorMention, str]]
) -> list[tuple[ActorMention, str]]:
    """The roles without the outlet behind a headline; of a deal or an attack without courts, of a meeting without the state that it is about, of a protest without the person whose name it has; of a truce beside another happening without those before it who are neither a state nor a force."""
    outlet = _outlet_start(sentence, hit)
    roles = [(actor, role) for actor, role in roles if actor.start < outlet] if outlet else roles
    if hit.kind in _BEYOND_COURTS:
        roles = [(actor, role) for actor, role in roles if role == "target" or not _only_judges(hit, actor)]
    if hit.kind == "trial":
        roles = [(actor, role) for actor, role in roles if actor.surface.split()[-1].lower() not in _WITNESSES]
    if hit.kind == "meeting":
        return _without_topic(sentence, roles)
    if hit.kind in _CALLED_BY_NAME:
        return [(actor, "target" if _names_noun(sentence, hit, actor) else role) for actor, role in roles]
    if hit.kind == "protest":
        return [(actor, role) for actor, role in roles if not _names_noun(sentence, hit, actor)]
    if hit.kind == "attack" and hit.verb is None:
        return [(actor, role) for actor, role in roles if role != "source" or not _is_victim(sentence, hit, actor)]
    if hit.kind != "ceasefire" or hit.verb is not None or tie_of(sentence, hit)[1:2] == ():
        return roles
    if tie_of(sentence, hit)[1] not in _BESIDE:
        return roles
    first = sentence.starts[hit.start]
    return [(actor, role) for actor, role in roles if actor.start >= first or _can_fight(actor)]


def _only_judges(hit: Hit, actor: ActorMention) -> bool:
    """Whether somebody only judges what others do: `a court approved the settlement`, `the jury found it was murder`, but not `Judge charged with murder`."""
    person = actor.kind == "person" and hit.kind == "attack"
    return not person and not _COURTS.isdisjoint(actor.surface.lower().split())


def _without_topic(sentence: Sentence, roles: list[tuple[ActorMention, str]]) -> list[tuple[ActorMention, str]]:
    """Without the state of which a meeting of others is only called: `Leaders attending a | Libya | conference`."""
    others = [(actor, role) for actor, role in roles if not _names_meeting(sentence, actor)]
    return others or roles


def _names_noun(sentence: Sentence, hit: Hit, actor: ActorMention) -> bool:
    """Whether a noun is only called by the name of a person right before it: `the | Karl Borg | protests`."""
    if hit.verb is not None or actor.kind != "person" or actor.pronoun or not actor.name[:1].isupper():
        return False
    first = sentence.token_at(actor.start)
    return sentence.token_at(actor.end - 1) + 1 == hit.start and sentence.words[first - 1] in _CALLING


def _is_victim(sentence: Sentence, hit: Hit, actor: ActorMention) -> bool:
    """Whether those who stand somewhere before a noun of force are people who suffer it: `kill civilians, including a strike on Norfield`."""
    return actor.surface.split()[-1].lower() in _VICTIMS and sentence.token_at(actor.end - 1) + 2 < hit.start


def _names_meeting(sentence: Sentence, actor: ActorMention) -> bool:
    if actor.kind != "state" or actor.pronoun or actor.surface in adjectives_of(actor.name):
        return False
    first, end = sentence.token_at(actor.start), sentence.token_at(actor.end - 1) + 1
    before, behind = sentence.words[first - 1 : first], sentence.words[end : end + 2]
    if "-" in "".join(sentence.words[first:end]):  # "the Israel-Hamas talks"
        return False
    named = not DETERMINERS.isdisjoint(before) and not _GATHERINGS.isdisjoint(behind[:1])
    return named and behind[1:] not in (["with"], ["between"])


def _outlet_start(sentence: Sentence, hit: Hit) -> int:
    """The offset of the dash or bar behind a headline and before who publishes it: `Two men jailed for fraud | - Norfield District Attorney`; 0 where there is none."""
    words, raw = sentence.words, sentence.raw
    if not words[-1][-1].isalnum() or _DASHES.isdisjoint(words[-_OUTLET_LENGTH:]):
        return 0
    dash = max(at for at, word in enumerate(words) if word in _DASHES)
    named = all(word[0].isupper() or word in _WITHIN_NAMES for word in raw[dash + 1 :])
    return sentence.starts[dash] if named and hit.end <= dash else 0


def _can_fight(actor: ActorMention) -> bool:
    named = actor.kind != "group" and actor.name[:1].isupper()
    return named or not _FIGHTING.isdisjoint(actor.surface.lower().split())


def is_struck(actor: ActorMention) -> bool:
    """Whether whoever stands before a noun of force is only what was hit: `the embassy bombing`."""
    return actor.kind == "organisation" and actor.name.split()[-1].lower() in _STRUCK


def is_outside(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause only judges or brought about what others do: `praised the appointment of Waugh`, `the arrest of Waugh sparked protests`."""
    if is_behind_passive(sentence, hit) or _is_protested_against(sentence, hit):
        return True
    return hit.kind not in STATEMENTS and outsider_verb(sentence, hit) >= 0


def _is_protested_against(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun is what the subject protests against, wherever and whenever: `protested in Tunis on Tuesday against | the arrest`."""
    words, at = sentence.words, before_articles(sentence.words, hit.start)
    first = sentence.clauses[sentence.clause_at(hit.start)].start
    return at >= 0 and words[at] == "against" and not _PROTESTING.isdisjoint(words[first:at])


def is_behind_passive(sentence: Sentence, hit: Hit) -> bool:
    """Whether a phrase with an inquiry only tells over what something was done to the subject: `was fined as a result of | two inquiries`, `was sacked after an inquiry`."""
    if hit.kind != "investigation" or hit.verb is not None or tie_of(sentence, hit) == ():
        return False
    words, index = sentence.words, sentence.clause_at(hit.start)
    first = sentence.clauses[index].start
    if sentence.clauses[index].kind is Kind.TEMPORAL and index and sentence.first_finite(first, hit.start) == hit.start:
        first = sentence.clauses[index - 1].start
    return any(
        words[at] in BE and is_participle_form(words[at + 1]) and sentence.finite[at]
        for at in range(first, hit.start - 1)
    )


def outsider_verb(sentence: Sentence, hit: Hit) -> int:
    """The verb before a noun whose subject has no part in it; -1 where there is none."""
    verb = judging_verb(sentence, hit)
    if verb < 0 and hit.kind not in _BEFALLING:
        verb = verb_before(sentence, hit, _BEHOLDING)
    if verb < 0:
        verb = denial_of_part(sentence, hit)
    if verb < 0 and _is_given_name(sentence, hit):
        verb = hit.start - 2  # "called the protests a revolution", but not "called a protest"
    return _sparking_verb(sentence, hit) if verb < 0 and hit.kind in _SPARKED else verb


def denial_of_part(sentence: Sentence, hit: Hit) -> int:
    """The verb by which somebody denies a part in what a noun names: `denied any role in the massacre`; -1 where there is none."""
    words = sentence.words
    if tie_of(sentence, hit)[:1] not in _PARTS:
        return -1
    reach = range(hit.start - 1, max(0, hit.start - 1 - _DENIED_REACH), -1)
    return next((verb for verb in reach if words[verb] in _DENYING), -1)


def _is_given_name(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun right behind "called the" is only given a name."""
    words = sentence.words
    return words[hit.start - 2 : hit.start - 1] in _NAMING and words[hit.start - 1] in _KNOWN


def _sparking_verb(sentence: Sentence, hit: Hit) -> int:
    words = sentence.words
    for at in range(hit.start - 1, max(0, hit.start - 1 - _GROUP), -1):
        if words[at] in _SPARKING:
            return -1 if words[at - 1] in BE else at
        if words[at] in PREPOSITIONS and words[at] != "of":  # "a wave of protests"
            return -1
    return -1


def can_protest(actor: ActorMention) -> bool:
    """Whether whoever only stands in the clause of a protest may have taken part in it: people, but no ministry, no state and no force."""
    return actor.kind in ("person", "group") and _OFFICIAL.isdisjoint(actor.surface.lower().split())
