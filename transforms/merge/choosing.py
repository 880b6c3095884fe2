"""Choose the event that a report tells among those that it may tell.

Belongs here: the choice, what undated reports need, the reason in words. Does not: finding the candidates (cells.py), comparing two reports (agreement.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from transforms.merge.agreement import Agreement, Judge
from transforms.merge.groups import UNKNOWN_STORY, Group, Ledger
from transforms.merge.once import befell_same, is_once, may_recall
from transforms.merge.sites import struck_by_name

# By how much the best candidate of a report that names no day must lead the next, lest it be a guess.
CLEAR_LEAD = 0.5
# An undated report must agree on more than one actor; less is enough for what the same actors seldom do twice.
UNDATED_POINTS = 3.0
SINGULAR_POINTS = 2.5
SUFFERED_POINTS = 2.0
BY_NAME_POINTS = 1.5
RARE_POINTS = 1.5
# What each report of an event is worth for another one of a rare type, up to so many.
RENOWN_POINTS = 0.3
WELL_KNOWN = 5
# And for one beyond these: of two well-known events on one day, the one that more tell of.
FURTHER_RENOWN_POINTS = 0.001
# Of two events that fit a report alike, one of which so many times as many tell is meant.
FAR_MORE = 2
# The same word for it in both.
SAME_WORD_POINTS = 0.75
# The same words for it in both, which one writer wrote: more than all that two could share otherwise.
SAME_WORDS_POINTS = 6.0

Fitting = list[tuple[Group, Agreement]]


def fitting(report: Group, events: Iterable[Group], judge: Judge, least: float, town: float | None = None) -> Fitting:
    """The events with which a report agrees by at least so many points.

    town: the points that are enough where both tell the same place, smaller than a country, and one of them names nobody in particular.
    """
    found: Fitting = []
    wordings = report.wordings
    needed = least if town is None else min(least, town)
    for event in events:
        if wordings and not wordings.isdisjoint(event.wordings) and (told := _repeated(event, report, judge)):
            found.append((event, told))
            continue
        agreement = judge.agreement(event, report, needed)
        if agreement is None or (agreement.others and _tell_of_others(event, report, judge)):
            continue
        local = town is not None and agreement.same_place and agreement.silent and not judge.is_country(event.place)
        if agreement.points >= (town if local and town is not None else least):
            found.append((event, agreement))
    return found


def _repeated(event: Group, report: Group, judge: Judge) -> Agreement | None:
    """How far a report agrees with an event that it tells in the same words; null where they contradict each other, or where these may be a set phrase: of months and years, and of nobody in particular."""
    agreement = judge.agreement(event, report)
    if agreement is None or (agreement.silent and report.dated and report.n_days > 1):
        return None
    return agreement._replace(points=agreement.points + SAME_WORDS_POINTS, same_words=True)


def _tell_of_others(event: Group, report: Group, judge: Judge) -> bool:
    """Whether two reports that tell of nobody alike tell two events: two who speak do, and two to whom it happens where no article tells of both."""
    told_together = event.story == report.story != UNKNOWN_STORY
    return judge.traits.addressed or (judge.traits.suffered and not told_together)


def fitting_span(report: Group, events: Iterable[Group], judge: Judge, least: float) -> Fitting:
    """The events with which a report of a span agrees: of what befalls somebody, a person by full name is enough, who is seldom sentenced or sworn in twice in one year."""
    if is_once(report, judge):
        return [
            (event, told)
            for event, told in fitting(report, events, judge, 0.0)
            if told.points >= least or befell_same(event, report, judge)
        ]
    if not judge.traits.suffered:
        return fitting(report, events, judge, least)
    found = fitting(report, events, judge, min(least, BY_NAME_POINTS))
    return [
        (event, told)
        for event, told in found
        if told.points >= least or event.kind == report.kind and _is_by_full_name(told, judge)
    ]


def _is_by_full_name(agreement: Agreement, judge: Judge) -> bool:
    """Whether what two reports share is a person by full name."""
    shared = agreement.actor
    return shared >= 0 and judge.actors[shared].kind == "person" and len(judge.actors[shared].words) > 1


def least_undated(judge: Judge) -> float:
    """The points that an undated report needs."""
    if judge.traits.rare:
        return RARE_POINTS
    if judge.traits.singular:
        return SUFFERED_POINTS if judge.traits.suffered else SINGULAR_POINTS
    return UNDATED_POINTS


def fitting_undated(report: Group, events: Iterable[Group], judge: Judge) -> Fitting:
    """The events with which an undated report agrees well enough; the same word for what somebody in particular did says that it is the same."""
    least, is_recalled = least_undated(judge), may_recall(report, judge)
    found: Fitting = []
    wordings = report.wordings
    for event in events:
        if wordings and not wordings.isdisjoint(event.wordings) and (told := _repeated(event, report, judge)):
            found.append((event, told))
            continue
        same_word = SAME_WORD_POINTS if judge.traits.worded and event.stem == report.stem else 0.0
        once = is_recalled and befell_same(event, report, judge)
        agreement = judge.agreement(event, report, 0.0 if once else least - same_word)
        if agreement is None or (agreement.others and _tell_of_others(event, report, judge)):
            continue
        if once or agreement.points + (0.0 if agreement.silent else same_word) >= least:
            found.append((event, agreement))
    return found


def best_recalled(report: Group, found: Fitting, judge: Judge) -> tuple[Group, Agreement] | None:
    """Of several events that fit a report alike, the best known one that a report of what befalls somebody once can recall: dated before undated, then the one of which most tell."""
    if not may_recall(report, judge):
        return None
    known = [pair for pair in found if befell_same(pair[0], report, judge)]
    return max(known, key=lambda pair: (pair[0].dated, *pair[0].weight()), default=None)


def may_fit_undated(report: Group, judge: Judge) -> bool:
    """Whether an undated report tells enough to agree with any other, or stands in words that others may repeat."""
    return bool(report.wordings or may_recall(report, judge)) or judge.may_agree(
        report, least_undated(judge) - (SAME_WORD_POINTS if judge.traits.worded else 0.0)
    )


def with_renown(found: Fitting, judge: Judge) -> Fitting:
    """The same for reports of rare types, and of what befalls somebody seldom, that do not tell when, or not where: an event that many told is the one that a report means which says no more than its kind."""
    traits = judge.traits
    if not (traits.rare or traits.once_of_person or (traits.singular and traits.suffered)):
        return found
    return [(event, told._replace(points=told.points + _renown(event.size))) for event, told in found]


def _renown(n_reports: int) -> float:
    return RENOWN_POINTS * (min(n_reports, WELL_KNOWN) - 1) + FURTHER_RENOWN_POINTS * max(n_reports - WELL_KNOWN, 0)


def choose(found: Sequence[tuple[Group, Agreement]], lead: float, sure: float = inf) -> tuple[Group, Agreement] | None:
    """The best fitting event, unless another is not behind by more than `lead` points: then a report joins none rather than a guessed one.

    sure: the points from which it joins the first of equals all the same.
    """
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    ranked = sorted(found, key=lambda pair: (-pair[1].points, pair[0].leader))
    first, second = ranked[0][1].points, ranked[1][1].points
    return ranked[0] if first - second > lead or first >= sure else None


def standing_out(found: Sequence[tuple[Group, Agreement]]) -> tuple[Group, Agreement] | None:
    """The best fitting event; of equals the one of which far more reports tell than of the next, else none."""
    ranked = sorted(found, key=lambda pair: (-pair[1].points, -pair[0].size, pair[0].leader))
    equals = [pair for pair in ranked if pair[1].points == ranked[0][1].points]
    stands_out = len(equals) == 1 or (equals and equals[0][0].size >= FAR_MORE * equals[1][0].size)
    return ranked[0] if stands_out else None


def joined(report: Group, found: tuple[Group, Agreement] | None, when: str, judge: Judge, ledger: Ledger) -> bool:
    """Join a report to the chosen event, if there is one; whether there was."""
    if found is None:
        return False
    event, agreement = found
    ledger.join(event, report, reason(agreement, when, judge), judge.is_country(event.place))
    if judge.traits.unnamed:
        _learn_struck(event, report, judge)
    return True


def _learn_struck(event: Group, report: Group, judge: Judge) -> None:
    """Let an event that names nothing that was struck know what one of its reports names."""
    if not struck_by_name(event.targets, judge.actors):
        event.add_targets(struck_by_name(report.targets, judge.actors))


def reason(agreement: Agreement, when: str, judge: Judge) -> str:
    """Why two reports of different articles are one event."""
    shared = "same words" if agreement.same_words else "same place"
    if agreement.actor >= 0:
        shared = f"{judge.actors.actors[agreement.actor].name} in both"
    return f"same type, {when}, {shared}"
