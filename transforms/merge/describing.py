"""Mentions of one article that describe persons: the one whom others name ("a Norfield man was charged", and later "Borg was charged"), or two who are not the same ("a second man").

Belongs here: who can be described, and whom a description can mean. Does not: what else two mentions must share (within.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from transforms.merge.accounts import Side
from transforms.merge.agreement import Judge
from transforms.merge.groups import Group
from transforms.merge.names import Relation


def name_one_person(mentions: Iterable[Group], judge: Judge) -> bool:
    """Whether those by whom mentions are told apart, as far as they are told by name, are one person: then a description can mean nobody else."""
    named = {number for mention in mentions for number in judge.main_of(mention).named}
    return bool(named) and all(
        judge.actors[one].kind == "person" and judge.actors.relation(one, other) is Relation.SAME
        for one in named
        for other in named
    )


def describe_two(mention: Group, other: Group, judge: Judge) -> bool:
    """Whether two mentions are told apart by persons without a name who are not the same: of two ages, or "eight others" than those told of before."""
    one, two = judge.main_of(mention), judge.main_of(other)
    if one.named or two.named:
        return False
    ages, others = _ages(one, judge), _ages(two, judge)
    if ages and others:
        return ages.isdisjoint(others)
    return bool(one.all and two.all) and _are_others(one, judge) != _are_others(two, judge)


def _ages(side: Side, judge: Judge) -> frozenset[str]:
    """The numbers by which persons without a name are told ("36-year-old man")."""
    people = [judge.actors[number].words for number in side.all if judge.actors[number].kind == "person"]
    return frozenset(word for words in people if "old" in words for word in words if word.isdigit())


def _are_others(side: Side, judge: Judge) -> bool:
    return any(judge.actors[number].words[-1:] == ("others",) for number in side.all)


def may_describe(mention: Group, other: Group, judge: Judge) -> bool:
    """Whether one of two mentions tells by name of a person whom the other may describe."""
    return (describes(mention, judge) and names(other, judge)) or (names(mention, judge) and describes(other, judge))


def describes(mention: Group, judge: Judge) -> bool:
    """Whether a mention is told apart by persons without a name, and by nobody else."""
    main = judge.main_of(mention)
    actors = [judge.actors[number] for number in main.all]
    return bool(actors) and all(actor.kind == "person" and not actor.named for actor in actors)


def names(mention: Group, judge: Judge) -> bool:
    """Whether a mention is told apart by a person by name."""
    return any(judge.actors[number].kind == "person" for number in judge.main_of(mention).named)
