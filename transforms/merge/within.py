"""Join the mentions by which one article tells one event: headline, lead and later sentences.

Belongs here: agreement within one article, where less is needed than between articles. Does not: joining articles (cores.py, hosts.py).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.merge.agreement import Agreement, Judge
from transforms.merge.describing import describe_two, describes, may_describe, name_one_person, names
from transforms.merge.groups import UNKNOWN_DAY, Group, Ledger
from transforms.merge.places import PlaceRelation
from transforms.merge.vocabulary import merging_words

# What two mentions of one article must have in common: somebody in particular who did it, or less than that and the same word or time.
WITHIN_POINTS = 1.25
# The same word for the event ("the visit ... his visit").
SAME_WORD_POINTS = 0.75
# Dates that overlap, when both have one.
SAME_TIME_POINTS = 0.5
# Within so many characters of another mention of the event.
NEAR_POINTS = 0.5
NEAR_CHARACTERS = 300
# The same kind or country, for what is known by these.
SITE_POINTS = 1.0
# What ended so many days before publication is background, of which an article mostly speaks with its date or by name.
BACKGROUND_DAYS = 366
# In an article with more events of one type than this, a mention is compared with the latest only, which keeps endless texts linear.
MOST_COMPARED = 40


@dataclass(slots=True, eq=False)
class _Event:
    """One event of the article: its mentions as a group, and where their triggers stand, in order."""

    group: Group
    positions: list[int]
    joined: list[Group] = field(default_factory=list)

    def distance(self, position: int) -> int:
        """Characters to the nearest of its mentions."""
        at = bisect_left(self.positions, position)
        return min(abs(position - there) for there in self.positions[max(0, at - 1) : at + 1])


class _Beside(NamedTuple):
    """How a mention stands to an event, whoever they tell of.

    other_kind: each tells its kind, and these are two. dated: both have dates, and these overlap. undated: neither has one.
    """

    same_word: bool
    other_kind: bool
    near: bool
    dated: bool
    undated: bool


def join_within(mentions: Sequence[Group], judge: Judge, ledger: Ledger) -> list[Group]:
    """The events of one type that one article tells.

    mentions: one group per mention; they are changed, and the ledger notes who was taken in. The most precise and most telling mentions come first;
    each joins the event that it fits best, of equal ones the nearest in the text.
    """
    events: list[_Event] = []
    one_person = judge.traits.described and name_one_person(mentions, judge)
    for mention in sorted(mentions, key=Group.rank):
        found = _best(mention, events[-MOST_COMPARED:], judge, one_person)
        if found is None:
            events.append(_Event(mention, [mention.position]))
        else:
            event, agreement = found
            insort(event.positions, mention.position)
            event.joined.append(mention)
            ledger.join(event.group, mention, _reason(agreement, judge), judge.is_country(event.group.place))
            if one_person and describes(event.group, judge) and names(mention, judge):
                event.group.recast(mention)
    return [event.group for event in events]


def _best(mention: Group, events: Sequence[_Event], judge: Judge, one_person: bool) -> tuple[_Event, Agreement] | None:
    fitting = [
        (event, agreement) for event in events if (agreement := _fit(mention, event, judge, one_person)) is not None
    ]
    if not fitting:
        return None
    return max(
        fitting, key=lambda pair: (round(pair[1].points, 1), -pair[0].distance(mention.position), -pair[0].group.leader)
    )


def _fit(mention: Group, event: _Event, judge: Judge, one_person: bool) -> Agreement | None:
    """How well a mention fits an event, with the points for word and time; null when it does not. one_person: all who are told by name are one."""
    group = event.group
    dated = mention.dated and group.dated
    if (dated and not mention.overlaps(group)) or (not dated and mention.planned != group.planned):
        return None
    agreement = judge.agreement(group, mention)
    if agreement is None or (agreement.unlike and judge.traits.addressed) or judge.moved_on(group, mention):
        return None
    if judge.traits.suffered and describe_two(mention, group, judge):
        return None
    if event.joined and any(judge.agreement(other, mention) is None for other in event.joined[-MOST_COMPARED:]):
        return None
    beside = _beside(mention, event)
    if not dated and _elsewhere(mention, group, beside.near, judge):
        return None
    if agreement.silent and _is_news_beside_background(mention, group, judge):
        return None
    # two that only stand in the news of one day may be two pieces of it
    told_alike = beside.same_word or (dated and not (mention.assumed and group.assumed))
    described = one_person and told_alike and agreement.unlike and may_describe(mention, group, judge)
    if not (described or _enough(agreement, judge, beside)):
        return None
    extra = SAME_WORD_POINTS * beside.same_word + SAME_TIME_POINTS * dated + NEAR_POINTS * beside.near
    agreement = agreement._replace(points=agreement.points + extra)
    return agreement if agreement.silent or agreement.points >= WITHIN_POINTS else None


def _is_news_beside_background(mention: Group, group: Group, judge: Judge) -> bool:
    """Whether an event is long past and a mention without a date need not mean it; of crimes and courts, whose old cases are the news, it does."""
    if mention.dated or not group.dated or mention.published_first == UNKNOWN_DAY or judge.traits.described:
        return False
    return mention.published_first - group.end >= BACKGROUND_DAYS


def _elsewhere(mention: Group, group: Group, near: bool, judge: Judge) -> bool:
    """Whether two mentions of what spreads for months need not be of one case, for all that is said of it in an article is of its kind.

    Each must tell of the other's country, and of no other town; one that names no country follows only what stands beside it.
    """
    if not judge.traits.unnamed or merging_words().long.isdisjoint((mention.kind, group.kind)):
        return False
    if judge.places.relation(mention.place, group.place) is PlaceRelation.APART:
        return True
    told, known = judge.lands(mention), judge.lands(group)
    return told.isdisjoint(known) and not near


def _beside(mention: Group, event: _Event) -> _Beside:
    group = event.group
    other_kind = bool(mention.kind and group.kind) and mention.kind != group.kind
    near = event.distance(mention.position) <= NEAR_CHARACTERS
    dated, undated = mention.dated and group.dated, not (mention.dated or group.dated)
    return _Beside(mention.stem == group.stem, other_kind, near, dated, undated)


def _enough(agreement: Agreement, judge: Judge, beside: _Beside) -> bool:
    """Whether what two mentions share is more than their type: a name and the time or the word, or, where one names nobody in particular, word or nearness.

    Two that tell of different people without names are not one event by their day alone, nor two of different kinds by standing near each other.
    """
    same_word, near, dated, undated = beside.same_word, beside.near, beside.dated, beside.undated
    if judge.traits.unnamed:
        return agreement.points >= SITE_POINTS or same_word or near or dated or undated
    if not agreement.silent:
        return same_word or dated or undated
    if judge.traits.addressed:
        return False
    if agreement.unlike and not agreement.empty:
        return near and (same_word or not dated)
    share_nothing = not agreement.empty and agreement.actor < 0 and not agreement.same_place
    return same_word or (near and not (share_nothing and beside.other_kind))


def _reason(agreement: Agreement, judge: Judge) -> str:
    if agreement.actor >= 0:
        return f"same article, same type, {judge.actors[agreement.actor].name} in both"
    shared = "same place" if agreement.same_place else "nothing contradicts"
    return f"same article, same type, {shared}"
