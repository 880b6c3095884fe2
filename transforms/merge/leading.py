"""Who stands in the headline of an event, and who is left out.

Belongs here: the choice among an event's actors by type, kind of actor and how often they are named; their number. Does not: the words (headlines.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from transforms.merge.names import KNOWN_NAMES, ActorName
from transforms.merge.places import countries_around
from transforms.merge.vocabulary import traits_of
from transforms.vocabulary import read_vocabulary, words_of

# Actors whom less than this share of the mentions of the foremost one name do not stand in the headline.
SALIENT_SHARE: Final = 0.5
# Somebody in particular stands there rather than others, unless less than this share of the mentions that name the others name them.
NAMED_SHARE: Final = 0.4

# Of an event that so many mentions tell, somebody whom one of them alone names, or less than this share, does not stand in the headline: roles are read wrong too often.
MANY_MENTIONS: Final = 4
WITNESSED_SHARE: Final = 0.2
# Of what crowds do, a person does not stand there unless so many of its mentions name them.
CROWD_SHARE: Final = 0.5

_OTHERS: Final = frozenset(
    {"other", "others"}
)  # "19 others", "two other people": besides those whom the sentence names

Member = tuple[ActorName, int]


@dataclass(frozen=True, slots=True)
class TitleRules:
    """The lists of `headlines.toml`; actors, targets: by type or "type.kind", the kinds of actors that can stand there, where not all can."""

    plural_first: frozenset[str]
    plural_last: frozenset[str]
    unfit: frozenset[str]
    unions: frozenset[str]
    actors: Mapping[str, frozenset[str]]
    targets: Mapping[str, frozenset[str]]
    personal: Mapping[str, int]
    bodies: Mapping[str, str]
    otherwise: Mapping[str, str]
    suffered_by_persons: frozenset[str]
    suffered_by_counted: frozenset[str]
    single: frozenset[str]
    at_home: frozenset[str]
    crowds: frozenset[str]


@cache
def title_rules() -> TitleRules:
    """The checked lists of `headlines.toml`.

    Raises:
        VocabularyError: a list is missing or holds something else than words.
    """
    document = read_vocabulary("headlines")
    groups, rules, fit = document.get("groups", {}), document.get("rules", {}), document.get("fit", {})
    return TitleRules(
        plural_first=_words("groups", groups, "plural_first"),
        plural_last=_words("groups", groups, "plural_last"),
        unfit=_words("groups", groups, "unfit"),
        unions=_words("groups", groups, "unions"),
        actors={event_type: _words("fit.actors", fit["actors"], event_type) for event_type in fit.get("actors", {})},
        targets={
            event_type: _words("fit.targets", fit["targets"], event_type) for event_type in fit.get("targets", {})
        },
        personal=rules.get("personal", {}),
        bodies=rules.get("bodies", {}),
        otherwise=rules.get("otherwise", {}),
        suffered_by_persons=_words("rules", rules, "suffered_by_persons"),
        suffered_by_counted=_words("rules", rules, "suffered_by_counted"),
        single=_words("rules", rules, "single"),
        at_home=_words("rules", rules, "at_home"),
        crowds=_words("rules", rules, "crowds"),
    )


def _words(section: str, table: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(words_of("headlines", section, table, key))


def leading(
    event_type: str, acting: Sequence[Member], targets: Sequence[Member], place: str | None, kind: str = ""
) -> tuple[list[ActorName], list[ActorName]]:
    """Those who stand in the headline as the ones who did it, and as the ones to whom it was done.

    acting, targets: the actors with the number of mentions that name them, main ones first. kind: as in `headline`.
    """
    rules = title_rules()
    if not targets:
        acting, targets = _moved(event_type, acting)
    if kind in traits_of(event_type).own and _told_person(targets) and not _told_person(acting):
        acting = ()  # whom others drove out
    people = _without_their_bodies(_salient(_fit(acting, _fitting(rules.actors, event_type, kind))))
    people = _persons_first(people, rules.personal.get(event_type, 0))[: 1 if event_type in rules.single else None]
    if not targets:
        return people, []
    others = _salient(_without_owners(_fit(targets, _fitting(rules.targets, event_type, kind))))
    others = _abroad(event_type, others, place)
    others = _hosts(event_type, others, place)
    own = {actor.state for actor in people if actor.state} if traits_of(event_type).addressed else set()
    return people, [target for target in others if target not in people and not _is_own(target, own)]


def witnessed(
    event_type: str, acting: Sequence[Member], targets: Sequence[Member], place: str | None, kind: str, n_mentions: int
) -> tuple[Sequence[Member], Sequence[Member]]:
    """The actors of whom enough of the mentions of an event tell; all where nobody else and no place is left to tell it by.

    acting, targets, place, kind: as in `leading`. Those to whom something befell stay: they are what the event is told apart by.
    """
    if n_mentions < MANY_MENTIONS:
        return acting, targets
    least, traits = max(WITNESSED_SHARE * n_mentions, 2), traits_of(event_type)
    by_others = traits.suffered and kind not in traits.own
    whom = targets if by_others else [member for member in targets if member[1] >= least]
    crowd = CROWD_SHARE * n_mentions if event_type in title_rules().crowds else 0
    who = [
        (actor, n)
        for actor, n in acting
        if n >= max(least, crowd if actor.kind == "person" else 0) or (traits.suffered and not by_others)
    ]
    return (who, whom) if who or whom or place else (acting, targets)


def _told_person(members: Sequence[Member]) -> bool:
    return any(actor.kind == "person" and actor.named for actor, _ in members)


def _fitting(kinds: Mapping[str, frozenset[str]], event_type: str, kind: str) -> frozenset[str] | None:
    """The kinds of actors that can stand in the headline of a kind of event, or else of its type; None where all can."""
    return kinds.get(f"{event_type}.{kind}", kinds.get(event_type))


def _is_own(target: ActorName, own: set[str]) -> bool:
    """Whether somebody would speak against the state that they speak for."""
    return target.kind == "state" and target.state in own


def _moved(event_type: str, acting: Sequence[Member]) -> tuple[Sequence[Member], Sequence[Member]]:
    """Those who did it, and those who were told as such though it was done to them ("Nine people were killed" told of nine people)."""
    rules = title_rules()
    if event_type in rules.suffered_by_persons:
        moved = [member for member in acting if member[0].kind == "person"]
    elif event_type in rules.suffered_by_counted:
        moved = [member for member in acting if member[0].kind == "group" and _is_counted(member[0])]
    else:
        return acting, ()
    return [member for member in acting if member not in moved], moved


def _fit(members: Sequence[Member], kinds: frozenset[str] | None) -> list[Member]:
    """Those of a kind that can stand there and with a name that says something outside its sentence."""
    return [
        member
        for member in members
        if (kinds is None or _kind(member[0].kind, member[0].name) & kinds) and not _is_unfit(member[0].name)
    ]


@lru_cache(KNOWN_NAMES)
def _is_unfit(name: str) -> bool:
    words = name.lower().split()
    return not words or words[0] in title_rules().unfit or not _OTHERS.isdisjoint(words[1:3])


@lru_cache(KNOWN_NAMES)
def _kind(kind: str, name: str) -> frozenset[str]:
    """What an actor is; a group in the plural also "people", a body of workers also "union"."""
    if kind == "organisation" and not title_rules().unions.isdisjoint(name.lower().split()):
        return frozenset((kind, "union"))
    return frozenset((kind, "people") if _is_plural_actor(kind, name) else (kind,))


def _salient(members: Sequence[Member]) -> list[ActorName]:
    """Those in particular, or the others where hardly a mention names anybody in particular; without those whom few mentions name."""
    if len(members) < 2:
        return [actor for actor, _ in members]
    named = [member for member in members if member[0].named]
    others = [member for member in members if not member[0].named]
    told = named if named and _most(named) >= NAMED_SHARE * _most(others) else others
    least = SALIENT_SHARE * _most(told)
    return [actor for actor, n in told if n >= least]


def _without_owners(members: Sequence[Member]) -> list[Member]:
    """Those to whom it was done without persons of whom it is also told that it was done to theirs: "Vella", beside "Vella's youngest son"."""
    owned = [actor.name for actor, _ in members if "'s " in actor.name]
    return [
        member
        for member in members
        if member[0].kind != "person" or not any(f"{member[0].name.split()[-1]}'s " in name for name in owned)
    ]


def _most(members: Sequence[Member]) -> int:
    return max((n for _, n in members), default=0)


def _persons_first(actors: list[ActorName], least: int) -> list[ActorName]:
    """Only the persons, where there are as many as it takes."""
    persons = [actor for actor in actors if actor.kind == "person"]
    return persons if least and len(persons) >= least else actors


def _hosts(event_type: str, targets: list[ActorName], place: str | None) -> list[ActorName]:
    """Of a visit, the states that are visited; others only where neither a state nor the place is known."""
    if not traits_of(event_type).hosted:
        return targets
    states = [target for target in targets if target.kind == "state"]
    return states or ([] if place else targets)


def _abroad(event_type: str, targets: list[ActorName], place: str | None) -> list[ActorName]:
    """The same without the state in which it took place, where every place has one: who protests in Cairo need not protest against Egypt."""
    if event_type not in title_rules().at_home or place is None:
        return targets
    home = countries_around(place)
    return [target for target in targets if target.kind != "state" or target.state not in home]


def _without_their_bodies(actors: Sequence[ActorName]) -> list[ActorName]:
    """The actors without the states and offices for which one of the others acts."""
    if len(actors) < 2:
        return list(actors)
    people = {actor.state for actor in actors if actor.kind == "person" and actor.state}
    covered = {"organisation": people, "state": people | {a.state for a in actors if a.kind == "organisation"}}
    return [actor for actor in actors if actor.state not in covered.get(actor.kind, ())]


def is_plural(subject: Sequence[ActorName]) -> bool:
    """Whether the verb of some actors is in the plural."""
    return len(subject) > 1 or any(_is_plural_actor(actor.kind, actor.name) for actor in subject)


def _is_plural_actor(kind: str, name: str) -> bool:
    return kind == "group" and _is_plural(name.lower().split())


def _is_plural(words: Sequence[str]) -> bool:
    rules = title_rules()
    words = words[: words.index("of")] if "of" in words[1:] else words
    return bool(words) and (words[-1].endswith(("s", "men")) or words[-1] in rules.plural_last or _counts(words[0]))


def _is_counted(group: ActorName) -> bool:
    """Whether a group is told by its number ("nine people", "hundreds of people")."""
    words = group.name.lower().split()
    return bool(words) and _counts(words[0])


def _counts(word: str) -> bool:
    return word in title_rules().plural_first or word[:1].isdigit()
