"""What stands around a report on its page: dates that say when it was written, who publishes it, headlines of others.

Belongs here: headers, datelines, lists of links, repeated headlines. Does not: dates of events (dating/read.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from transforms.events.texts.glued_headers import is_stamp
from transforms.events.texts.sentences import Span
from transforms.temporal import DateExpression, Precision
from transforms.vocabulary import word_set

_REACH: Final = 120  # characters at the start of a text in which a header stands
_AGENCY_LINE: Final = re.compile(
    r"[^.\n]{0,110}?(?:\(\s?(?:Reuters|AP|AFP|CNN|UPI|Xinhua|DPA|IANS)\s?\)\s?(?:-|--|–|—)|\b(?:EDT|EST|BST|GMT|UTC|CET)\b)"
)
_DATELINE: Final = re.compile(
    r"\s*(?:(?:[A-Z][^()\n]{2,60})?\(([^()\n]{2,40})\)\s?|(?:Reuters|AP|AFP|UPI|Xinhua|DPA|IANS)\s)(?:-|--|–|—)\s"
)
_DAY_LINE: Final = re.compile(r"\s*date\s*$|[^a-z]*$")
_LINKS: Final = re.compile(
    rf"^[ \t]*(?:{'|'.join(sorted(word_set('sentences', 'link_headings')))})[ \t]*:?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ENDS: Final = frozenset('.!?"”')
_SHORTEST: Final = 20  # characters of a headline that stands on its page twice
_OUTLET: Final = re.compile(
    r"\s(?:[-–—|]|--)\s[^-–—|]*$"
)  # behind a headline: "Two men jailed - Norfield District Attorney"
_BEHIND: Final = re.compile(r"\s*(?:--|—|–|\||\[TEXT\])")


def header_end(text: str) -> int:
    """The offset behind an agency's line such as `Tue Aug 30, 2011 7:33 am EDT (Reuters) -`; 0 when there is none."""
    match = _AGENCY_LINE.match(text[: _REACH + 40])
    return match.end() if match else 0


def is_header(text: str, expression: DateExpression, published: date | None, end: int) -> bool:
    """Whether a date only heads the text, as `date 2023-03-21` or `SAN SALVADOR, 3 JAN 90 --` do; `end` is the text's header end."""
    if expression.start < end or is_stamp(text, expression.start, expression.end):
        return True
    interval = expression.interval
    if expression.start > _REACH or interval is None or published is None or interval.precision is not Precision.DAY:
        return False
    if abs((interval.start - published).days) > 1 or expression.signal == "on":
        return False
    before = text[: expression.start]
    return bool(re.fullmatch(r"\s*date\s*", before)) or (
        bool(_DAY_LINE.match(before)) and bool(_BEHIND.match(text, expression.end))
    )


def find_dateline(text: str) -> Span:
    """The dateline that opens a report, whose place and outlet are no actors: `GENEVA, Feb. 6 (Reuters) - ...`, `(Reuters) - ...`; an empty span where there is none."""
    match = _DATELINE.match(text)
    return Span(*match.span()) if match else Span(0, 0)


def find_links(text: str, sentences: Sequence[Span]) -> frozenset[int]:
    """The numbers of the lines that only head other articles: those without a full stop below "Latest posts" and its like."""
    headings = [match.start() for match in _LINKS.finditer(text)]
    numbers: set[int] = set()
    listing = False
    for number, span in enumerate(sentences) if headings else ():
        if headings and span.end > headings[0]:
            listing = True
            headings.pop(0)
        elif text[span.end - 1] in _ENDS:
            listing = False
        if listing:
            numbers.add(number)
    return frozenset(numbers)


def find_repeated(text: str, sentences: Sequence[Span]) -> frozenset[int]:
    """The numbers of the lines without a full stop that stand in the text before: pages give their headline twice, perhaps with the outlet behind it."""
    told: set[str] = set()
    numbers: set[int] = set()
    for number, span in enumerate(sentences):
        if text[span.end - 1] in _ENDS or span.end - span.start < _SHORTEST:
            continue
        line = text[span.start : span.end]
        if line in told:
            numbers.add(number)
        told.update((line, _OUTLET.sub("", line)))
    return frozenset(numbers)
