"""Who did it and to whom: the roles of a hit's actors.

Belongs here: roles by position and type, states that others stand for. Does not: where the actors stand (find.py), finding their full names (actors/).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.actors.places.gazetteer import LISTED_WEIGHT, places
from transforms.events.actors.words.known import names_state
from transforms.events.ontology import Roles
from transforms.events.roles.arguments import Arguments
from transforms.events.roles.objects import REPROACHES
from transforms.events.roles.subjects import is_of_the_law
from transforms.events.triggers.hit import Hit
from transforms.vocabulary import word_set

DOING: Final = frozenset({"source", "speaker", "participant"})  # roles of those who do what a type names
_STANDS_FOR_STATE: Final = word_set("clauses", "stand_for_state")
_ISSUED: Final = frozenset({"warrant", "verdict", "charge"})
_RECEIVED: Final = frozenset(
    {"aid", "visit", "speech", "vote"}
)  # types of whose trigger the subject may be the one who receives
_HEARING: Final = word_set("clauses", "hearing_bodies")
_MAX_ACTORS: Final = 6


def doer_of(roles: Roles) -> str:
    """The role of whoever does what a type names."""
    return {"participants": "participant", "speaker-target": "speaker"}.get(roles, "source")


def assign_roles(arguments: Arguments, hit: Hit, roles: Roles) -> list[tuple[ActorMention, str]]:
    """Actors with roles; the passive turns subject and agent round."""
    passive = hit.verb is not None and hit.verb.passive
    subject, target = ("source", "target")
    if roles == "participants":
        subject = target = "participant"
    elif roles == "speaker-target":
        subject = "speaker"
    elif roles == "target" and (hit.verb is None or passive or hit.pattern.trigger.undergoes):
        subject = "target"
    agent = "source" if subject == "target" else subject
    if hit.pattern.trigger.alone:
        return _unique(_each(arguments.agent if passive else arguments.subject, agent))
    if hit.verb is None and arguments.agent and hit.kind == "aid":
        subject = "target"  # "its bailout by the state"
    if hit.pattern.trigger.undergoes and hit.kind in _RECEIVED:  # "received loans from the fund", "received the envoy"
        turned = passive and hit.kind != "aid"  # "the envoy was received by the king"
        receivers, givers = (arguments.agent, arguments.subject) if turned else (arguments.subject, arguments.object)
        return _unique(_each(receivers, "target") + _each(givers or arguments.agent, subject))
    if (
        passive and not arguments.subject and (arguments.agent or hit.kind in REPROACHES)
    ):  # "A bookkeeper was jailed for stealing from employers"
        return _unique(_each(arguments.agent, agent))
    if passive or hit.pattern.trigger.undergoes:
        pairs = [(actor, target) for actor in arguments.subject] + [(actor, agent) for actor in arguments.agent]
        pairs += [
            (actor, target) for actor in arguments.object if not arguments.subject and actor not in arguments.agent
        ]
    else:
        pairs = [(actor, _of_owner(actor, hit, subject)) for actor in arguments.subject]
        # "slammed claims by the bank"
        beside = target if hit.verb is not None and arguments.subject else agent
        pairs += [(actor, beside) for actor in arguments.agent]
        pairs += [(actor, target) for actor in arguments.object if actor not in arguments.agent]
    return _unique(pairs)


def _each(actors: tuple[ActorMention, ...], role: str) -> list[tuple[ActorMention, str]]:
    return [(actor, role) for actor in actors]


def _of_owner(actor: ActorMention, hit: Hit, role: str) -> str:
    """The role of whoever owns a noun: a court's warrant is by the court, a general's warrant against the general; a judge holds a trial."""
    if hit.verb is None and hit.kind == "trial":
        return "source" if is_of_the_law(actor) or _holds_hearings(actor) else role
    issues = hit.verb is None and hit.kind in _ISSUED and actor.kind == "organisation"
    return "source" if issues else role


def _holds_hearings(actor: ActorMention) -> bool:
    """Whether an actor is a body that hears others, and is hardly tried: `the Senate Banking Committee`, `US Congress`."""
    return actor.kind == "organisation" and not _HEARING.isdisjoint(actor.name.lower().split())


def represented(actor: ActorMention) -> ActorMention:
    """The state itself where a government, its officials or the like stand for it (annotation: states as countries)."""
    if actor.state is None or actor.kind not in ("organisation", "group"):
        return actor
    *before, last = actor.name.split()
    if last.lower() not in _STANDS_FOR_STATE:
        return actor
    if last == "Administration" and len(before) > 1:  # "U.S. Energy Information Administration"
        return actor
    named = [word for word in before if word[:1].isupper()]
    if last == "government" and any(place.weight == LISTED_WEIGHT for place in places().get(" ".join(named), ())):
        return actor  # "the Texas government"
    stately = any(names_state(named[at:]) for at in range(len(named)))
    if actor.kind == "group" and named and not stately:  # "Federal Reserve officials"
        return actor
    return actor._replace(name=actor.state, kind="state")


def _unique(pairs: list[tuple[ActorMention, str]]) -> list[tuple[ActorMention, str]]:
    seen: dict[str, tuple[ActorMention, str]] = {}
    for actor, role in pairs:
        for one in (actor._replace(joint=None), actor.joint) if actor.joint else (actor,):
            meant = represented(one)
            seen.setdefault(meant.name, (meant, role))
    return list(seen.values())[:_MAX_ACTORS]
