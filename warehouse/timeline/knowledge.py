"""What was known of an event on a past day.

Belongs here: an entry as the reports up to a day support it. Does not: which events had been reported by then (warehouse/queries.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry, Evidence


def as_known(entry: Entry, day: date) -> Entry:
    """The entry with the evidence that had been published by the end of a day; its date, status and counts as that evidence gives them.

    Evidence without a publication date stays: nothing says that it came later. So does an entry that would lose all of it.
    """
    known = tuple(quote for quote in entry.evidence if quote.published_date is None or quote.published_date <= day)
    if not known or len(known) == len(entry.evidence):
        return entry
    sources = tuple(sorted({quote.source for quote in known if quote.source}))
    published = [quote.published_date for quote in known if quote.published_date]
    return replace(
        entry,
        dated=_date(entry, known),
        status=_status(entry, known),
        evidence=known,
        n_mentions=len(known),
        n_articles=len({quote.article_id for quote in known}),
        n_sources=len({quote.source for quote in known}),
        sources=sources,
        last_reported_date=max(published, default=entry.last_reported_date),
    )


def _date(entry: Entry, known: Sequence[Evidence]) -> When:
    """Today's date of the event where a known report gives it, else that of the best dated report."""
    dates = [quote.when for quote in known if quote.when.start]
    same = [when for when in dates if (when.start, when.end) == (entry.start_date, entry.end_date)]
    return entry.dated if same else next(iter(dates), When())


def _status(entry: Entry, known: Sequence[Evidence]) -> str:
    statuses = [quote.status for quote in known if quote.status]
    return entry.status if entry.status in statuses or not statuses else statuses[0]
