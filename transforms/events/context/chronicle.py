"""Texts that are lists of dated entries: first the day, then what it brought.

Belongs here: where entries begin, and which sentences stand under which. Does not: dates inside sentences (dating/read.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from transforms.events.dating.past_months import is_bare, of_year
from transforms.events.dating.read import Dating
from transforms.events.texts.sentences import Span
from transforms.events.words.function_words import COORDINATORS, DETERMINERS, PREPOSITIONS
from transforms.temporal import OF_DAYS, Basis, DateExpression, Interval, Precision

MIN_ENTRIES: Final = 3
_PRECISE: Final = frozenset({Precision.DAY, Precision.DAYS, Precision.MONTH, Precision.YEAR})
_OPENING: Final = re.compile(r"[\s*•\-–—]*(?:(?:on|in)\s)?$", re.IGNORECASE)
_CLOSING: Final = re.compile(r"\s*(?:,\s*\d{4}\s*)?[\-–—:]")
# before a day inside of a line: these go on with the sentence; behind it: what an entry tells begins with a capital
_GOING_ON: Final = PREPOSITIONS | DETERMINERS | COORDINATORS | {"to", "until", "than", "since", "when"}
_TOLD: Final = re.compile(_CLOSING.pattern + r"\s+(?=[\"“'‘]?[A-Z])")
_CAPITAL: Final = re.compile(r"[ \t]+(?=[A-Z][a-z]*[ \t]+[\w'’]+[ \t]+\w)")  # and a sentence goes on behind it
_OVER: Final = re.compile(r"(?:^|\n|[.!?][\"”’]?\s)[\s*•#\-–—]*\Z")  # before a year over entries
_HEADED: Final = re.compile(r"\s*:|[ \t]*\n")  # behind one
_SPAN: Final = re.compile(r"\s?(?:[\-–—/]|to|and|until)\s?")  # between the first and the last day of an entry
_LAST_WORD: Final = re.compile(r"(\S+)\s+$")
_LONGEST_WORD: Final = 40  # characters before a day in which its last word is looked for


class Entry(NamedTuple):
    """The date of an entry, and where the words end that give it."""

    dating: Dating
    end: int

    def opens_with(self, expression: DateExpression | None) -> bool:
        """Whether a date expression is one of those that give its date."""
        first = self.dating.expression
        return expression is not None and first is not None and first.start <= expression.start < self.end


def cut_entries(text: str, sentences: Sequence[Span], expressions: Sequence[DateExpression]) -> Sequence[Span]:
    """The sentences, cut before each entry that stands inside of one: `US bans oil imports 12 November: Arab League suspends Syria`; the same ones where the text is no chronicle."""
    inside = [first.start for first, last in _spans(text, expressions) if _begins_inside(text, first, last)]
    if len(inside) < MIN_ENTRIES:
        return sentences
    starts = iter([*inside, len(text)])
    at, cut = next(starts), list[Span]()
    for start, end in sentences:
        while at < end:
            if at > start:
                cut.append(Span(start, start + len(text[start:at].rstrip())))
                start = at
            at = next(starts)
        cut.append(Span(start, end))
    return cut


def _spans(text: str, expressions: Sequence[DateExpression]) -> Iterator[tuple[DateExpression, DateExpression]]:
    """The date expressions that can be of an entry, each as its first and its last day: `June 9: `, `May 4/5 - `."""
    first: DateExpression | None = None
    for item, following in zip_longest(expressions, expressions[1:]):
        first = first or item
        if following is not None and _SPAN.fullmatch(text, item.end, following.start):
            continue
        if first.interval is not None and item.interval is not None and first.interval.precision in _PRECISE:
            yield first, item
        first = None


def _begins_inside(text: str, first: DateExpression, last: DateExpression) -> bool:
    """Whether days begin an entry even inside of a line: they neither go on with a sentence nor are they the time of the day of `1450: He said`."""
    dated = first.precision in OF_DAYS or first.precision is Precision.MONTH and first.basis is Basis.EXPLICIT
    if not dated or not _TOLD.match(text, last.end):
        return False
    before = _LAST_WORD.search(text, max(0, first.start - _LONGEST_WORD), first.start)
    return before is None or not (before[1].lower() in _GOING_ON or before[1].endswith((",", "/", "(")))


def read_entries(
    text: str, sentences: Sequence[Span], expressions: Sequence[DateExpression], published: date | None
) -> dict[int, Entry]:
    """The date of the entry that each sentence belongs to, by sentence index; empty when the text is no chronicle.

    Of what stands behind the last entry only so much belongs to it as to the longest one before, for a chronicle may be a box inside of a report.
    """
    opening = _openings(text, sentences, expressions)
    if len(opening) < MIN_ENTRIES:
        return {}
    firsts = sorted(opening)
    longest = max(following - first for first, following in pairwise(firsts))
    ends = [*firsts[1:], min(len(sentences), firsts[-1] + longest)]
    headings = _year_headings(text, expressions)
    entries: list[Entry] = []
    for first in firsts:
        days = opening[first]
        heading = bisect_left(headings, days[0].start, key=_start) - 1
        year = headings[heading] if heading >= 0 else None
        entries.append(_under_year(days, year) or _entry(days, entries[-1] if entries else None, published))
    return {
        index: entry for first, end, entry in zip(firsts, ends, entries, strict=True) for index in range(first, end)
    }


def _start(item: DateExpression) -> int:
    return item.start


def _year_headings(text: str, expressions: Sequence[DateExpression]) -> list[DateExpression]:
    """The years that stand over entries, alone in their line or before a colon: `2008: June 9: ...`."""
    return [
        item
        for item in expressions
        if item.precision is Precision.YEAR
        and item.basis is Basis.EXPLICIT
        and item.text.isdigit()
        and _OVER.search(text, max(0, item.start - _LONGEST_WORD), item.start)
        and _HEADED.match(text, item.end)
    ]


def _under_year(days: tuple[DateExpression, DateExpression], year: DateExpression | None) -> Entry | None:
    """The entry of a day or month that has its year from the heading over it; None where it has none."""
    item, last = days
    if year is None or year.interval is None or item.interval is None or item is not last:
        return None
    if item.basis is not Basis.RELATIVE or not is_bare(item):
        return None
    interval = of_year(item.interval, year.interval.start.year)
    reason = f"entry {item.text!r} of a chronicle, under {year.text}"
    return Entry(Dating(interval, Basis.INHERITED, item, reason), item.end)


def _openings(
    text: str, sentences: Sequence[Span], expressions: Sequence[DateExpression]
) -> dict[int, tuple[DateExpression, DateExpression]]:
    """The first and last day of each entry, by the sentence that they open."""
    opening: dict[int, tuple[DateExpression, DateExpression]] = {}
    index = 0
    for first, last in _spans(text, expressions):
        while index + 1 < len(sentences) and sentences[index].end <= first.start:
            index += 1
        if index in opening:
            continue
        if _OPENING.fullmatch(text, sentences[index].start, first.start) and (
            _CLOSING.match(text, last.end) or _heads_line(text, first, last)
        ):
            opening[index] = first, last
    return opening


def _heads_line(text: str, first: DateExpression, last: DateExpression) -> bool:
    """Whether a day with its year stands before a line without any sign: `8 February 2021 Dr Vella is charged`."""
    dated = first is last and first.basis is Basis.EXPLICIT and first.precision in OF_DAYS
    begins = first.start == 0 or text[first.start - 1] == "\n"
    return dated and begins and _CAPITAL.match(text, last.end) is not None


def _entry(days: tuple[DateExpression, DateExpression], before: Entry | None, published: date | None) -> Entry:
    """An entry's date; a day without a year lies before publication, for a chronicle looks back, unless it would then lie before the entry in front of it."""
    item, last = days
    interval = item.interval
    assert interval is not None
    if last is not item and last.interval is not None and interval.start < last.interval.end:
        interval = Interval(interval.start, last.interval.end, Precision.DAYS)
    if (
        published is not None
        and interval.start > published
        and item.basis is Basis.RELATIVE
        and interval.precision in OF_DAYS
    ):
        looking_back = Interval(_year_before(interval.start), _year_before(interval.end), interval.precision)
        if before is None or before.dating.interval.start <= looking_back.start:
            interval = looking_back
    words = item.text if last is item else f"{item.text} to {last.text}"
    return Entry(Dating(interval, Basis.INHERITED, item, f"entry {words!r} of a chronicle"), last.end)


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day)
