"""Entries as lines of a list: what `entry_lines` in parts.html shows of each, in its order.

Belongs here: the words of a line and where they lead. Does not: HTML. The values are worked out here because looking them up from inside
a template, one by one, took as long as all the rest of a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from urllib.parse import quote, urlencode

from warehouse.timeline.entries import Actor, Entry
from warehouse.timeline.render.marks import STATUS_MARKS, counted, precision_mark, reporters
from warehouse.timeline.render.plain import HEADLINE_LENGTH, NAME_LENGTH, plain

SHOWN_ACTORS: Final = 6
_UNSURE: Final = {"vague": "exact day not known", "window": "one day of these"}
_OF_THE_REPORT: Final = "day of the report"


class Line(NamedTuple):
    """One entry of a list. All words are plain text; `href`s are addresses of the explorer.

    mark: the name of the precision's mark. unsure: what there is to say against the date. standing: the status and its meaning, None when it
    happened. told: sentences with their outlets. actors: what stands before each, its name and its page. others: what stands after them.
    """

    status: str
    mark: str
    when: str
    unsure: tuple[str, ...]
    href: str
    headline: str
    standing: tuple[str, str] | None
    told: tuple[tuple[str, str], ...]
    kind: str
    place: str
    actors: tuple[tuple[str, str, str], ...]
    others: str
    reports: str


def lines(entries: Iterable[Entry], as_of: str = "") -> list[Line]:
    """The lines of some entries; with `as_of` they lead to what was known of each then."""
    then = f"?{urlencode({'as_of': as_of})}" if as_of else ""
    return [_line(entry, then) for entry in entries]


def _line(entry: Entry, then: str) -> Line:
    mark = precision_mark(entry.dated).name
    n_others = len(entry.actors) - SHOWN_ACTORS
    reports = reporters(entry.n_sources, entry.n_articles)
    return Line(
        entry.status,
        mark,
        entry.when,
        tuple(_unsure(mark, entry.date_basis)),
        f"/events/{quote(entry.event_id)}{then}",
        plain(entry.headline, HEADLINE_LENGTH),
        standing(entry.status),
        tuple((plain(sentence.text), plain(sentence.source, NAME_LENGTH)) for sentence in entry.summary),
        plain(entry.type_label, NAME_LENGTH),
        plain(entry.place, NAME_LENGTH),
        tuple(_actors(entry.actors)),
        f" and {n_others} more" if n_others > 0 else "",
        reports if entry.n_sources in (0, entry.n_articles) else f"{reports}, {counted(entry.n_articles, 'article')}",
    )


def _unsure(mark: str, basis: str | None) -> Iterator[str]:
    if words := _UNSURE.get(mark):
        yield words
    if basis == "published":
        yield _OF_THE_REPORT


def standing(status: str) -> tuple[str, str] | None:
    """The name of a status and what it means ("" where nobody says); None for what happened, which needs no badge."""
    if status == "happened":
        return None
    mark = STATUS_MARKS.get(status)
    return (mark.name, mark.meaning) if mark else (status, "")


def _actors(actors: tuple[Actor, ...]) -> Iterator[tuple[str, str, str]]:
    before = ""
    for actor in actors[:SHOWN_ACTORS]:
        yield before, plain(actor.name, NAME_LENGTH), f"/actor?name={quote(actor.name, safe='')}"
        before = ", "
