"""A timeline as a calendar file (iCalendar, RFC 5545): an all-day event per entry, a journal note for what has no date.

Belongs here: its components and properties. Does not: the escaping and folding of lines (library icalendar).
What is known only roughly fills its whole interval, says so in its summary and is TENTATIVE; so is what did not plainly happen.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Calendar, Event, Journal

from warehouse.timeline.entries import Entry, Sentence, Timeline
from warehouse.timeline.render.marks import STATUS_MARKS
from warehouse.timeline.render.plain import HEADLINE_LENGTH, NAME_LENGTH, plain, web_link
from warehouse.timeline.render.style import Style

PRODUCT: Final = "-//Dateline//Timeline//EN"
# The stamp of an entry that no dated report supports; a clock would make the same timeline two files.
NEVER: Final = date(1970, 1, 1)


def render(timeline: Timeline, style: Style) -> str:
    """The timeline as one VCALENDAR; lines end with CR LF, as the format asks for."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", plain(timeline.title, HEADLINE_LENGTH))
    for entry in timeline.everything:
        calendar.add_component(_component(entry))
    return bytes(calendar.to_ical()).decode("utf-8")


def _component(entry: Entry) -> Event | Journal:
    component: Event | Journal = Event() if entry.start_date else Journal()
    component.add("uid", f"{plain(entry.event_id, NAME_LENGTH)}@dateline")
    component.add("dtstamp", datetime.combine(entry.last_reported_date or NEVER, time(), UTC))
    component.add("summary", _summary(entry))
    component.add("description", "\n".join(_lines(entry)))
    component.add("categories", [plain(name, NAME_LENGTH) for name in (entry.group, entry.type_label) if name])
    if isinstance(component, Event):
        _place_in_time(component, entry)
        if entry.full_place:
            component.add("location", plain(entry.full_place, NAME_LENGTH))
        if entry.latitude is not None and entry.longitude is not None:
            component.add("geo", (entry.latitude, entry.longitude))
    if link := next(filter(None, (web_link(quote.url) for quote in entry.evidence)), None):
        component.add("url", link)
    component.add("x-dateline-precision", entry.precision)
    if entry.edtf:
        component.add("x-dateline-edtf", entry.edtf)
    return component


def _place_in_time(event: Event, entry: Entry) -> None:
    event.add("dtstart", entry.start_date)
    # the end is the day after the last one; the calendar itself ends with 9999-12-31
    if entry.end_date and entry.end_date < date.max:
        event.add("dtend", entry.end_date + timedelta(days=1))
    event.add("status", "CONFIRMED" if entry.dated.is_exact and entry.status == "happened" else "TENTATIVE")
    event.add("transp", "TRANSPARENT")


def _summary(entry: Entry) -> str:
    headline = plain(entry.headline, HEADLINE_LENGTH)
    notes = [entry.status] if entry.status in STATUS_MARKS else []
    if not entry.dated.is_exact:
        notes.append(f"some time: {entry.when}" if entry.start_date else entry.when)
    return f"{headline} ({', '.join(notes)})" if notes else headline


def _lines(entry: Entry) -> list[str]:
    return [entry.when, *(_quoted(sentence) for sentence in entry.summary)]


def _quoted(sentence: Sentence) -> str:
    source = plain(sentence.source, NAME_LENGTH)
    return plain(sentence.text) + (f" ({source})" if source else "")
