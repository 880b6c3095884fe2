"""What the drawn axis needs to know of each entry.

Belongs here: the data that the page's script reads. Does not: drawing (axis.js), the list of entries (template.html).
"""

from __future__ import annotations

from typing import Any, Final

from warehouse.timeline import focus
from warehouse.timeline.entries import Entry, Timeline
from warehouse.timeline.render.marks import precision_mark, reporters
from warehouse.timeline.render.plain import HEADLINE_LENGTH, NAME_LENGTH, plain

HOVER_LENGTH: Final = 320  # characters of the sentence shown on hover
MAX_NAMES: Final = 50  # actors or outlets of one entry that filters know


def axis_data(timeline: Timeline) -> dict[str, Any]:
    """The entries in page order, and the first and last day of the whole and of the story.

    Days are counted as Python's `date.toordinal` does (1 is 1 January of year 1).
    """
    return {
        "whole": _ordinals(focus.whole(timeline.entries)),
        "story": _ordinals(focus.story(timeline.entries)),
        "entries": [_entry(entry) for entry in timeline.everything],
    }


def _ordinals(stretch: focus.Stretch | None) -> list[int] | None:
    return [stretch.start.toordinal(), stretch.end.toordinal()] if stretch else None


def _entry(entry: Entry) -> dict[str, Any]:
    first = entry.summary[0] if entry.summary else None
    return {
        "start": entry.start_date.toordinal() if entry.start_date else None,
        "end": entry.end_date.toordinal() if entry.end_date else None,
        "mark": precision_mark(entry.dated).name,
        "status": entry.status,
        "when": entry.when,
        "headline": plain(entry.headline, HEADLINE_LENGTH),
        "sentence": plain(first.text, HOVER_LENGTH) if first else "",
        "outlet": plain(first.source, NAME_LENGTH) if first else "",
        "type": entry.type_label,
        "actors": sorted({plain(actor.name, NAME_LENGTH) for actor in entry.actors[:MAX_NAMES]}),
        "sources": sorted({plain(source, NAME_LENGTH) for source in entry.sources[:MAX_NAMES]}),
        "nSources": entry.n_sources,
        "reporters": reporters(entry.n_sources, entry.n_articles),
        "importance": entry.importance,
    }
