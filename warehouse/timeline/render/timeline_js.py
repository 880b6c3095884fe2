"""A timeline as the JSON that TimelineJS reads (Knight Lab, https://timeline.knightlab.com/docs/json-format.html).

Belongs here: its fields and the HTML that stands in them. Does not: the project's own document (document.py).
A date has exactly the parts that are known: a month has no day. The bar of what is no single day ends with the last day of its interval.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from transforms.temporal.interval import Precision
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry, Sentence, Timeline
from warehouse.timeline.render.marks import STATUS_MARKS
from warehouse.timeline.render.notes import coverage_line
from warehouse.timeline.render.plain import HEADLINE_LENGTH, NAME_LENGTH, plain, web_link
from warehouse.timeline.render.style import Style

_TO_THE_MONTH: Final = frozenset({Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF})
_TO_THE_YEAR: Final = frozenset({Precision.YEAR, Precision.DECADE, Precision.CENTURY})


def render(timeline: Timeline, style: Style) -> str:
    """The timeline as indented JSON; what has no date stands on the title slide, because a slide needs one."""
    document = {"title": _title(timeline), "events": [_slide(entry) for entry in timeline.entries], "scale": "human"}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _title(timeline: Timeline) -> dict[str, Any]:
    lines = [coverage_line(timeline), *(f"Without a date: {entry.headline}" for entry in timeline.undated)]
    return {"text": {"headline": _safe(timeline.title, HEADLINE_LENGTH), "text": _paragraphs(map(_safe, lines))}}


def _slide(entry: Entry) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": plain(entry.event_id, NAME_LENGTH),
        "start_date": _start(entry.dated),
        "display_date": entry.when,
        "text": {"headline": _safe(entry.headline, HEADLINE_LENGTH), "text": _text(entry)},
        "group": _safe(entry.group or entry.type_label, NAME_LENGTH),
        "autolink": False,
    }
    if entry.end_date and not (entry.precision == Precision.DAY and entry.start_date == entry.end_date):
        slide["end_date"] = _parts(entry.end_date)
    return slide


def _start(when: When) -> dict[str, int]:
    parts = _parts(when.start or date.min)
    if when.precision in _TO_THE_YEAR and _begins_year(when):
        return {"year": parts["year"]}
    if when.precision in _TO_THE_MONTH | _TO_THE_YEAR and parts["day"] == 1:
        return {"year": parts["year"], "month": parts["month"]}
    return parts


def _begins_year(when: When) -> bool:
    return when.start is not None and (when.start.month, when.start.day) == (1, 1)


def _parts(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(entry: Entry) -> str:
    status = STATUS_MARKS.get(entry.status)
    said = [f"{status.name}: {status.meaning}"] if status else []
    return _paragraphs([*map(_safe, said), *(_quoted(sentence, _link(entry, sentence)) for sentence in entry.summary)])


def _link(entry: Entry, sentence: Sentence) -> str | None:
    urls = (quote.url for quote in entry.evidence if quote.mention_id == sentence.mention_id)
    return web_link(next(urls, None))


def _quoted(sentence: Sentence, link: str | None) -> str:
    source = _safe(sentence.source, NAME_LENGTH)
    if link:
        source = f'<a href="{html.escape(link)}" rel="noreferrer">{source or "article"}</a>'
    return _safe(sentence.text) + (f" ({source})" if source else "")


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines if line)


def _safe(text: str | None, length: int | None = None) -> str:
    """Words as HTML shows them: TimelineJS puts these fields into its page as they are."""
    return html.escape(plain(text) if length is None else plain(text, length))
