"""Reports that name a day on which a known disaster was spoken of, not the day on which it struck: "the spill" of a month later is still the spill.

Belongs here: which cores may be such echoes, and of which earlier core. Does not: the order in which cores look for their hosts (hosts.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from transforms.merge.agreement import Judge
from transforms.merge.choosing import WELL_KNOWN, Fitting, fitting
from transforms.merge.groups import Group
from transforms.merge.mentions import STEM_LENGTH
from transforms.merge.once import befell_same, is_once_in_life
from transforms.merge.vocabulary import merging_words, types_known_by_kind

# How long what goes on for months is spoken of, and what strikes once.
LONG_ECHO_DAYS: Final = 180
ECHO_DAYS: Final = 60
# So many times as many reports tell of what is echoed: of what strikes once, another one may soon follow.
LONG_ECHO_TIMES: Final = 4
ECHO_TIMES: Final = 10
# Kind and country, or the name of what was struck.
ECHO_POINTS: Final = 1.5


def may_echo(core: Group, judge: Judge) -> bool:
    """Whether a core of known days may tell of something on other days: of what goes on for months, of what strikes a country once where its founder names that and does not say that it struck, or of what befalls a person but once."""
    if not core.dated:
        return False
    return _goes_on(core) or _names_the_thing(core) if judge.traits.unnamed else _befell_but_once(core, judge)


def days_of_echo(core: Group) -> int:
    """How many days before a core what it echoes may lie."""
    return LONG_ECHO_DAYS if _goes_on(core) else ECHO_DAYS


def echoed(core: Group, events: Iterable[Group], judge: Judge) -> Fitting:
    """The well-known events of other days of which a core may tell."""
    if not judge.traits.unnamed:
        return _of_one_life(core, events, judge)
    times = LONG_ECHO_TIMES if _goes_on(core) else ECHO_TIMES
    least, first = max(WELL_KNOWN, times * core.size), core.start - days_of_echo(core)
    known = [
        event
        for event in events
        if _is_day(event) and _is_of_kind(core, event) and first <= event.start < core.start and event.size >= least
    ]
    return fitting(core, known, judge, ECHO_POINTS)


def _of_one_life(core: Group, events: Iterable[Group], judge: Judge) -> Fitting:
    """The best known of the events that befall a person but once, where far more tell of it than of this one: no day but its own is that of the death."""
    least = max(WELL_KNOWN, LONG_ECHO_TIMES * core.size)
    known = [event for event in events if event.size >= least and _is_day(event) and befell_same(core, event, judge)]
    return fitting(core, sorted(known, key=Group.weight)[-1:], judge, 0.0)


def _befell_but_once(core: Group, judge: Judge) -> bool:
    return _is_day(core) and not core.planned and is_once_in_life(core, judge)


def _is_of_kind(core: Group, event: Group) -> bool:
    """Whether two are of one kind, or both of what befalls one ship or plant: the spill began as an explosion."""
    return core.kind == event.kind or merging_words().accidents >= {core.kind, event.kind}


def _is_day(event: Group) -> bool:
    """Whether an event is known to the day; another one may itself be of a day behind it."""
    return event.dated and event.n_days == 1


def _names_the_thing(core: Group) -> bool:
    return core.stem in _stems().get(core.kind, ())


@cache
def _stems() -> dict[str, frozenset[str]]:
    """The stems of the names of what strikes a country once, by its kind."""
    words = merging_words()
    pairs = [pair for event_type in types_known_by_kind() for pair in words.kinds[event_type]]
    return {kind: frozenset(start[:STEM_LENGTH] for start, of in pairs if of == kind) for kind in words.recalled}


def _goes_on(core: Group) -> bool:
    return core.kind in merging_words().ongoing
