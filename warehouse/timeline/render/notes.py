"""Lines about a timeline as a whole, the same in every format for people.

Belongs here: what it covers, what was left out, as of when. Does not: entries.
"""

from __future__ import annotations

from datetime import date

from warehouse.timeline.dates import When
from warehouse.timeline.entries import Timeline
from warehouse.timeline.focus import Stretch
from warehouse.timeline.render.marks import articles_told, counted


def coverage_line(timeline: Timeline) -> str:
    """`14 events from 9 articles of 4 sources · as known on 18 March 2023`; `The 14 most important of 90 events` after a cut."""
    made_from = timeline.generated_from
    n_shown = len(timeline.everything)
    shown = counted(n_shown, made_from.counted)
    if made_from.n_left_out:
        number = f"{n_shown:,} " if n_shown > 1 else ""
        shown = f"The {number}most important of {counted(made_from.n_events, made_from.counted)},"
    line = f"{shown} from {articles_told(made_from.n_articles, made_from.n_sources)}"
    if timeline.as_of is None:
        return line
    return f"{line} · as known on {day_words(timeline.as_of)}"


def left_out_line(timeline: Timeline) -> str | None:
    """How many events or days the limit left out; None when it left out none."""
    made_from = timeline.generated_from
    if not made_from.n_left_out:
        return None
    left_out = counted(made_from.n_left_out, f"less important {made_from.counted}")
    return f"{left_out} left out: narrow the filter or raise --limit to see more."


def period_line(stretch: Stretch, width: int) -> str:
    """First and last day of a stretch at both ends of a line of `width` columns."""
    first, last = day_words(stretch.start), day_words(stretch.end)
    gap = width - len(first) - len(last)
    return first + " " * gap + last if gap > 2 else f"{first} to {last}"


def day_words(day: date) -> str:
    """A known day in short words."""
    return When(day, day, "day").short
