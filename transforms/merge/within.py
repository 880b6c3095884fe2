"""Join the mentions by which one article tells one event: headline, lead and later sentences.

Belongs here: agreement within one article, where less is needed than between articles. Does not: joining articles (across.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.merge.agreement import Agreement, Judge
from transforms.merge.groups import Group

# What two mentions of one article must have in common: a shared actor or target of any kind, or the same town.
WITHIN_POINTS = 1.0
# In an article with more events of one type than this, a mention is compared with the latest only, which keeps endless texts linear.
MOST_COMPARED = 40


def join_within(mentions: Sequence[Group], judge: Judge) -> list[Group]:
    """The events of one type that one article tells.

    mentions: one group per mention; they are changed. Less is asked than between articles: a shared actor, or one side that names none.
    """
    events: list[Group] = []
    for mention in sorted(mentions, key=Group.rank):
        found = _best(mention, events[-MOST_COMPARED:], judge)
        if found is None:
            events.append(mention)
        else:
            event, agreement = found
            event.take_in(mention, _reason(agreement, judge), judge.is_country(event.place))
    return events


def _best(mention: Group, events: Sequence[Group], judge: Judge) -> tuple[Group, Agreement] | None:
    """The event that a mention fits best; of equal ones the nearest in the text."""
    fitting = [(event, agreement) for event in events if (agreement := _fit(mention, event, judge)) is not None]
    if not fitting:
        return None
    return max(fitting, key=lambda pair: (round(pair[1].points, 1), -_distance(mention, pair[0]), -pair[0].leader))


def _fit(mention: Group, event: Group, judge: Judge) -> Agreement | None:
    dated = mention.dated and event.dated
    if (dated and not mention.overlaps(event)) or (not dated and mention.planned != event.planned):
        return None
    agreement = judge.agreement(event, mention)
    if agreement is None or not (agreement.points >= WITHIN_POINTS or agreement.silent):
        return None
    return agreement


def _distance(mention: Group, event: Group) -> int:
    return min(abs(here - there) for here in mention.positions for there in event.positions)


def _reason(agreement: Agreement, judge: Judge) -> str:
    if agreement.actor >= 0:
        return f"same article, same type, {judge.actors[agreement.actor].name} in both"
    return (
        "same article, same type, same place"
        if agreement.same_place
        else "same article, same type, nothing contradicts"
    )
