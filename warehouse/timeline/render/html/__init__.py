"""A timeline as one self-contained HTML file: no network, opens from disk.

Belongs here: filling template.html and the file's Content-Security-Policy. Does not: layout (timeline.css), behaviour (*.js), quotes (quotes.py).
Everything is readable without scripts; they add the drawn axis and the filters. Jinja2 escapes all words; links are http(s) or none.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, StrictUndefined, Template

from transforms.articles.own import OWN_GENERATOR
from warehouse.timeline import focus
from warehouse.timeline.entries import Entry, Timeline
from warehouse.timeline.group import by_group
from warehouse.timeline.order import Year, by_year_and_month
from warehouse.timeline.render.html.axis import axis_data
from warehouse.timeline.render.html.quotes import MAX_QUOTES, pieces, reason_words
from warehouse.timeline.render.marks import HAPPENED, PRECISION_MARKS, STATUS_MARKS, counted, precision_mark, reporters
from warehouse.timeline.render.notes import coverage_line, day_words, left_out_line
from warehouse.timeline.render.plain import HEADLINE_LENGTH, NAME_LENGTH, plain, web_link
from warehouse.timeline.render.style import Style

STYLES: Final = "timeline.css"
_AXIS: Final = ("scale.js", "view.js", "layout.js", "draw.js", "pointer.js", "axis.js")
_LIST: Final = ("quotes.js", "room.js", "filters.js")
SCRIPTS: Final = (*_AXIS, *_LIST, "timeline.js")
FOLDED_BACKGROUND: Final = 8  # entries; so many before the story are folded, so that the story comes first
MAX_CHOICES: Final = 200  # options of one filter list, the most frequent ones


def render(timeline: Timeline, style: Style) -> str:
    """The timeline as one HTML document."""
    script = "\n".join(_asset(name) for name in SCRIPTS)
    css = _asset(STYLES)
    background, years = _apart(timeline)
    return _template().render(
        timeline=timeline,
        background=background,
        n_background=sum(len(month.entries) for year in background for month in year.months),
        years=years,
        groups=by_group(timeline),
        indexes={entry.event_id: index for index, entry in enumerate(timeline.everything)},
        coverage=coverage_line(timeline),
        left_out=left_out_line(timeline),
        precision_marks=[
            mark for mark in PRECISION_MARKS if mark.name in {precision_mark(e.dated).name for e in timeline.everything}
        ],
        status_marks=[
            mark
            for name, mark in {"happened": HAPPENED, **STATUS_MARKS}.items()
            if name in {e.status for e in timeline.everything}
        ],
        choices=_choices(timeline.everything),
        data=axis_data(timeline),
        css=css,
        script=script,
        policy=_policy(css, script),
        generator=OWN_GENERATOR,
    )


def _apart(timeline: Timeline) -> tuple[list[Year], list[Year]]:
    """The years before the story, which the page folds when they hold many entries, and the years from there on; none where there are groups."""
    if timeline.groups:
        return [], []
    years = by_year_and_month(timeline.entries)
    main = focus.story(timeline.entries)
    earlier = [year for year in years if main and int(year.name) < main.start.year]
    if sum(len(month.entries) for year in earlier for month in year.months) < FOLDED_BACKGROUND:
        return [], years
    return earlier, years[len(earlier) :]


def _policy(css: str, script: str) -> str:
    """Nothing may be loaded, and nothing runs but the file's own script, told by its hash."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(css)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _choices(entries: Iterable[Entry]) -> dict[str, list[tuple[str, int]]]:
    """What the filter lists offer: name and number of entries, the most frequent first."""
    types: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for entry in entries:
        types[entry.type_label] += 1
        actors.update({plain(actor.name, NAME_LENGTH) for actor in entry.actors})
        sources.update({plain(source, NAME_LENGTH) for source in entry.sources})
    return {"type": _ranked(types), "actor": _ranked(actors), "source": _ranked(sources)}


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_CHOICES]


def _asset(name: str) -> str:
    return (files("warehouse.timeline.render.html") / name).read_text(encoding="utf-8")


# Nothing is shown of the line breaks between the parts of an entry; to the browser they were a quarter of what it reads.
_BETWEEN_TAGS: Final = re.compile(r"(?<=[>}])\n\s*(?=[<{])")


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(_FILTERS)
    environment.globals.update({"max_quotes": MAX_QUOTES})
    macros, doctype, page = _asset("template.html").partition("<!doctype html>")
    return environment.from_string(_BETWEEN_TAGS.sub("", macros) + doctype + page)


_FILTERS: Final[dict[str, Any]] = {
    "plain": plain,
    "headline": lambda text: plain(text, HEADLINE_LENGTH),
    "name": lambda text: plain(text, NAME_LENGTH),
    "link": web_link,
    "mark": precision_mark,
    "pieces": pieces,
    "reason": reason_words,
    "counted": counted,
    "reporters": reporters,
    "status_mark": lambda status: STATUS_MARKS.get(status),
    "day": day_words,
    "more_quotes": lambda entry: entry.n_more_quotes + max(len(entry.evidence) - MAX_QUOTES, 0),
}
