"""A timeline as CommonMark.

Belongs here: Markdown's headings, lists and escaping. Does not: wording of dates (dates.py), marks (marks.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warehouse.timeline.entries import Entry, Sentence, Timeline
from warehouse.timeline.group import by_group
from warehouse.timeline.order import by_year_and_month
from warehouse.timeline.render.marks import STATUS_MARKS, precision_mark, reporters
from warehouse.timeline.render.notes import coverage_line, left_out_line
from warehouse.timeline.render.plain import HEADLINE_LENGTH, NAME_LENGTH, plain, web_link
from warehouse.timeline.render.style import Style

# CommonMark lets a backslash stand before any ASCII punctuation; these mean something inside a line, `$` where pages show formulas.
_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>&~|$#!@]")
# At the beginning of a block: lists, rules, headings, numbered lists.
_BLOCK_START: Final = re.compile(r"^(?:[-+=:]|\d{1,9}(?=[.)]))")


def render(timeline: Timeline, style: Style) -> str:
    """The timeline as one Markdown document."""
    return "\n".join(_lines(timeline)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Foreign text on one line that Markdown shows as it is, wherever in a line it stands."""
    safe = _SPECIAL.sub(r"\\\g<0>", text)
    start = _BLOCK_START.match(safe)
    if start is None:
        return safe
    # a digit cannot be escaped, the full stop behind it can
    return f"\\{safe}" if not start.group()[0].isdigit() else f"{start.group()}\\{safe[start.end() :]}"


def _lines(timeline: Timeline) -> Iterator[str]:
    yield from (f"# {escaped(plain(timeline.title, HEADLINE_LENGTH))}", "", escaped(coverage_line(timeline)), "")
    if not timeline.everything:
        yield "No events match."
    if timeline.is_comparison:
        yield from _side_by_side(timeline)
    elif timeline.groups:
        for group in by_group(timeline):
            yield from (f"## {escaped(plain(group.name, NAME_LENGTH))}", "")
            for entry in (*group.entries, *group.undated):
                yield from _entry(entry)
            yield ""
    else:
        yield from _years(timeline)
    if note := left_out_line(timeline):
        yield f"*{escaped(note)}*"


def _years(timeline: Timeline) -> Iterator[str]:
    for year in by_year_and_month(timeline.entries):
        yield from (f"## {year.name}", "")
        for month in year.months:
            if month.name:
                yield from (f"### {month.name} {year.name}", "")
            for entry in month.entries:
                yield from _entry(entry)
            yield ""
    if timeline.undated:
        yield from ("## Without a date", "")
        for entry in timeline.undated:
            yield from _entry(entry)
        yield ""


def _side_by_side(timeline: Timeline) -> Iterator[str]:
    """A table with a column for each subject; what belongs to both stands in both."""
    first, last = timeline.groups[0], timeline.groups[-1]
    yield f"| When | {escaped(plain(first, NAME_LENGTH))} | {escaped(plain(last, NAME_LENGTH))} |"
    yield "| --- | --- | --- |"
    for entry in timeline.everything:
        told = _headline(entry)
        one, other = (told if entry.group != last else ""), (told if entry.group != first else "")
        yield f"| {precision_mark(entry.dated).sign} {escaped(entry.when)} | {one} | {other} |"
    yield ""


def _headline(entry: Entry) -> str:
    status = STATUS_MARKS.get(entry.status)
    doubt = f" *({status.name})*" if status else ""
    return f"{escaped(plain(entry.headline, HEADLINE_LENGTH))}{doubt} ({reporters(entry.n_sources, entry.n_articles)})"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"- {precision_mark(entry.dated).sign} **{escaped(entry.when)}**: {_headline(entry)}"
    urls = {quote.mention_id: quote.url for quote in entry.evidence}
    for sentence in entry.summary:
        yield f"  > {escaped(plain(sentence.text))}{_cited(sentence, urls.get(sentence.mention_id or ''))}"
        yield ""


def _cited(sentence: Sentence, url: str | None) -> str:
    name = escaped(plain(sentence.source, NAME_LENGTH))
    link = web_link(url)
    if not name:
        return f" ([article](<{link}>))" if link else ""
    return f" ([{name}](<{link}>))" if link else f" ({name})"
