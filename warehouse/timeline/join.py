"""Join entries of adjacent days that tell one event: talks of Monday and talks of Tuesday are talks of two days.

Belongs here: what is one line for a reader though the reports did not merge. Does not: merging reports into events (transforms/merge).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from transforms.merge.vocabulary import merging_words
from transforms.temporal.interval import Precision
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry

Key = tuple[str, str, frozenset[str], str | None]


def joined(entries: Sequence[Entry]) -> list[Entry]:
    """The entries in order of time, with those of a type that lasts joined where actors, place and status agree and the days touch.

    The joined entry is the most important one of them, from its first to its last day, with the evidence of all.
    """
    runs: dict[Key, list[list[Entry]]] = {}
    told: list[Entry | list[Entry]] = []
    for entry in entries:
        key = _key(entry)
        if key is None:
            told.append(entry)
        elif (found := runs.get(key)) and _touches(found[-1], entry):
            found[-1].append(entry)
        else:
            run = [entry]
            runs.setdefault(key, []).append(run)
            told.append(run)
    return [_joined(each) if isinstance(each, list) else each for each in told]


def _key(entry: Entry) -> Key | None:
    """What entries must have in common to be joined; None for those that stand alone."""
    lasts = entry.event_type in merging_words().types["lasting"]
    if not (lasts and entry.start_date and entry.dated.is_exact and entry.actors):
        return None
    return entry.event_type, entry.status, frozenset(actor.name for actor in entry.actors), entry.place


def _touches(run: Iterable[Entry], entry: Entry) -> bool:
    last = max(each.end_date for each in run if each.end_date)
    return entry.start_date is not None and (entry.start_date - last).days <= 1


def _joined(run: Sequence[Entry]) -> Entry:
    if len(run) == 1:
        return run[0]
    main = max(run, key=lambda entry: (entry.importance, entry.event_id))
    evidence = tuple(quote for entry in (main, *(each for each in run if each is not main)) for quote in entry.evidence)
    first = min(entry.start_date for entry in run if entry.start_date)
    last = max(entry.end_date for entry in run if entry.end_date)
    precision = Precision.DAY if first == last else Precision.DAYS
    reported = [day for entry in run for day in (entry.first_reported_date, entry.last_reported_date) if day]
    sources = tuple(sorted({source for entry in run for source in entry.sources}))
    return replace(
        main,
        dated=When(first, last, precision.value, basis=main.date_basis),
        evidence=evidence,
        n_more_quotes=sum(entry.n_more_quotes for entry in run),
        sources=sources,
        n_sources=max(len(sources), *(entry.n_sources for entry in run)),
        n_mentions=sum(entry.n_mentions for entry in run),
        n_articles=max(len({quote.article_id for quote in evidence}), *(entry.n_articles for entry in run)),
        first_reported_date=min(reported, default=None),
        last_reported_date=max(reported, default=None),
    )
