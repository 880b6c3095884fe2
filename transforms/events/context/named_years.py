"""Occasions that a year names and a day behind them dates: "the 2012 Norfield Forum, held on October 22-24".

Belongs here: the day of such an occasion, and the year of that day. Does not: years that are only part of a name (dating/attributive.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.dating.past_months import is_bare, of_year
from transforms.events.event_kinds import SCHEDULED
from transforms.temporal import OF_DAYS, Precision

_HELD: Final = frozenset({"held", "taking", "took", "takes", "running", "ran"})
_REACH: Final = 12  # tokens between such an occasion and its day
_FINE: Final = OF_DAYS | {Precision.MONTH}


def with_days_of_named_years(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without verbs that only say when a named occasion is; in place, it gets their day, and the day its year."""
    dropped = set[int]()
    for _, group in groupby(candidates, key=lambda item: item.sentence_index):
        told = list(group)
        for named in (item for item in told if _is_named_by_year(item)):
            for other in _of_same_day(named, told):
                if other.hit.event_type == named.hit.event_type:
                    named.dating, named.status = other.dating, other.status
                    dropped.add(id(other))
                elif _is_held_then(named, other):
                    named.dating = other.dating
    return [item for item in candidates if id(item) not in dropped]


def _is_named_by_year(item: Candidate) -> bool:
    """Whether a noun for an occasion has only the year before its name: `the 2012 Norfield Forum`."""
    dating, hit = item.dating, item.hit
    if hit.verb is not None or hit.kind not in SCHEDULED or dating is None or dating.expression is None:
        return False
    if dating.interval.precision is not Precision.YEAR:
        return False
    year = bisect_left(item.sentence.starts, dating.expression.start)
    name = item.sentence.raw[year + 1 : hit.end]
    return year < hit.start and all(word[:1].isupper() for word in name)


def _is_held_then(named: Candidate, other: Candidate) -> bool:
    """Whether only that it is held stands between a named occasion and the day that another candidate has: `the 2012 Norfield Forum, held on May 3, she said`."""
    assert other.dating is not None and other.dating.expression is not None
    sentence, end = named.sentence, named.hit.end
    day = bisect_left(sentence.starts, other.dating.expression.start)
    verb = sentence.first_finite(end, day)
    return not _HELD.isdisjoint(sentence.words[end:day]) and (verb == day or sentence.words[verb] in _HELD)


def _of_same_day(named: Candidate, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """What the same sentence tells with a bare day near behind a named occasion, that day now in the year of the name."""
    assert named.dating is not None
    ends, starts = named.sentence.ends[named.hit.end - 1], named.sentence.starts
    reach = starts[min(len(starts) - 1, named.hit.end + _REACH)]
    for item in told:
        day = item.dating
        if item is named or day is None or day.expression is None or day.interval.precision not in _FINE:
            continue
        if is_bare(day.expression) and ends <= day.expression.start <= reach:
            item.dating = day._replace(interval=of_year(day.interval, named.dating.interval.start.year))
            yield item
