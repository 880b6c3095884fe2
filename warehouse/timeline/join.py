"""Join entries that tell one event: talks of Monday and talks of Tuesday are talks of two days, the death of a week is that of a day in it, and one line stands once for one time.

Belongs here: what is one line for a reader though the reports did not merge. Does not: merging reports into events (transforms/merge).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from transforms.merge import says_only_what
from transforms.merge.vocabulary import merging_words
from transforms.temporal.interval import Precision
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry

Key = tuple[str, str, frozenset[str], str | None]
FAR_MORE: Final = 2  # times as many articles tell of the day that vaguer reports mean
BESIDE_DAYS: Final = 2
VERY_MANY: Final = 5  # times as many articles tell of the day beside which another one is a slip
# Nobody suffers these on two days running; charges of several authorities may come so.
ONE_DAY: Final = frozenset({"arrest", "resignation", "appointment", "verdict", "release"})
# For so long what goes on for months is spoken of, while so many times as many articles tell of the day on which it began.
ECHO_DAYS: Final = 365
ECHO_TIMES: Final = 4
SAYINGS: Final = frozenset({"speech"})
KNOWN_TRIGGERS: Final = 4096  # of which the kind is remembered: each entry is asked several times
_KILLING: Final = "killing"  # of attacks (merging.toml), which others tell as a death


def joined(entries: Sequence[Entry]) -> list[Entry]:
    """The entries in order of time, with those of a type that lasts joined where actors, place and status agree and the days touch.

    The joined entry is the most important one of them, from its first to its last day, with the evidence of all. What befell somebody once, and is told of
    a day and also of the week, month or year around it, is told of that day alone.
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
    lines = _without_repeats([_joined(each) if isinstance(each, list) else each for each in told])
    return _without_second_readings(_without_echoes(_without_vaguer(lines)))


def _without_second_readings(entries: list[Entry]) -> list[Entry]:
    """The entries without those whose only quote tells a more important one of the same days, too: by the same words, or as a saying of what it says.

    One order is no ruling and charge; who refuses in an interview need not stand there a second time for speaking.
    """
    quoted: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        if entry.evidence and entry.start_date:
            first = entry.evidence[0]
            quoted.setdefault((first.article_id, first.sentence, entry.start_date, entry.end_date), []).append(entry)
    merged: dict[str, Entry | None] = {}
    for same in quoted.values():
        ranked = sorted(same, key=lambda entry: (entry.event_type in SAYINGS, -entry.importance, entry.event_id))
        for place, entry in enumerate(ranked):
            if entry.n_mentions == 1 and any(_tells_too(entry, better) for better in ranked[:place]):
                merged[entry.event_id] = None
    return _replaced(entries, merged)


def _tells_too(entry: Entry, better: Entry) -> bool:
    """Whether an entry of the same sentence tells nothing beside a better one."""
    trigger, other = entry.evidence[0].trigger, better.evidence[0].trigger
    is_saying = entry.event_type in SAYINGS and better.event_type not in SAYINGS
    return trigger is not None and (is_saying or trigger == other)


def _without_repeats(entries: list[Entry]) -> list[Entry]:
    """The entries without those that say of the same time what a more important one says in the same words."""
    first: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        first.setdefault((entry.headline, entry.status, entry.start_date, entry.end_date), []).append(entry)
    merged: dict[str, Entry | None] = {}
    for same in first.values():
        if len(same) > 1 and same[0].start_date and not says_only_what(same[0].headline):
            main = max(same, key=lambda entry: (entry.importance, entry.event_id))
            merged |= _taken_in(main, [entry for entry in same if entry is not main])
    return _replaced(entries, merged)


def _without_vaguer(entries: list[Entry]) -> list[Entry]:
    """The entries, with those that are told again more exactly, or of the same days, joined to the one that does so."""
    alike: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        if entry.start_date and (key := _once(entry)):
            alike.setdefault(key, []).append(entry)
    merged: dict[str, Entry | None] = {}
    for same in alike.values():
        exact = [entry for entry in same if entry.dated.is_exact]
        main = _outstanding(exact)
        if main and len(same) > 1:
            others = [entry for entry in same if entry is not main and (_holds(entry, main) or _is_slip(entry, main))]
            merged |= _taken_in(main, others)
    return _replaced(entries, merged)


def _without_echoes(entries: list[Entry]) -> list[Entry]:
    """The entries without those of days on which a spill or an epidemic was only spoken of: the one that began before takes them in."""
    going_on = {entry.event_id: kind for entry in entries if entry.start_date and (kind := _ongoing(entry))}
    merged: dict[str, Entry | None] = {}
    for main in sorted(entries, key=lambda entry: (-entry.n_articles, entry.event_id)):
        if main.event_id in going_on and main.event_id not in merged:
            others = [
                entry
                for entry in entries
                if entry.event_id not in merged
                and going_on.get(entry.event_id) == going_on[main.event_id]
                and _is_echo(entry, main)
            ]
            merged |= _taken_in(main, others) if others else {}
    return _replaced(entries, merged)


def _ongoing(entry: Entry) -> str:
    """The kind of an entry of what goes on for months; empty for others."""
    kind = _kind(entry)
    return kind if kind in merging_words().ongoing else ""


def _is_echo(entry: Entry, main: Entry) -> bool:
    """Whether an entry tells, of a later day, what befell the same place, or a firm by name, as one of which far more articles tell."""
    assert entry.start_date and main.start_date
    known = main.n_articles >= ECHO_TIMES * max(entry.n_articles, 1)
    later = 0 < (entry.start_date - main.start_date).days <= ECHO_DAYS
    return known and later and (entry.headline == main.headline or not _firms(entry).isdisjoint(_firms(main)))


def _firms(entry: Entry) -> set[str]:
    return {actor.name for actor in entry.actors if actor.role == "target" and actor.kind == "organisation"}


def _taken_in(main: Entry, others: Sequence[Entry]) -> dict[str, Entry | None]:
    """What stands in the place of each of some entries of which the main one takes in the others, by event_id: None for those taken in."""
    return {
        **dict.fromkeys((entry.event_id for entry in others), None),
        main.event_id: _with_reports(main, others, main.dated),
    }


def _replaced(entries: Sequence[Entry], merged: Mapping[str, Entry | None]) -> list[Entry]:
    """The entries with what stands in their place, where anything does."""
    found = (merged.get(entry.event_id, entry) for entry in entries)
    return [entry for entry in found if entry is not None]


def _outstanding(exact: Sequence[Entry]) -> Entry | None:
    """The one that the vaguer ones tell: of several days, that of which far more articles tell."""
    main = max(exact, key=lambda entry: (entry.n_articles, entry.importance, entry.event_id), default=None)
    if main is None:
        return None
    same = (main.start_date, main.end_date)
    others = [entry for entry in exact if (entry.start_date, entry.end_date) != same and not _is_slip(entry, main)]
    return main if all(main.n_articles >= FAR_MORE * entry.n_articles for entry in others) else None


def _once(entry: Entry) -> tuple[str, ...] | None:
    """What is the same of entries that tell what somebody suffers or does only once; None where it may happen again."""
    kind = _kind(entry)
    if entry.event_type == "death" or entry.event_type == "attack" and kind == _KILLING:
        dead = sorted(actor.name for actor in entry.actors if actor.role == "target" and actor.kind == "person")
        return (_KILLING, entry.status, *dead) if dead else None
    if _is_undergone(entry.event_type, kind) and (target := _main_target(entry)):
        return entry.event_type, entry.status, kind, target
    if entry.event_type in merging_words().types["singular"] and entry.actors:
        return entry.event_type, entry.status, entry.headline
    return None


def _is_undergone(event_type: str, kind: str) -> bool:
    """Whether an event is known by those to whom it happens, whoever else an article names: an arrest, a bailout, an invasion."""
    words = merging_words()
    kinds_of_state = words.kind_traits["once_of_state"].get(event_type, frozenset())
    return (
        event_type in words.types["suffered"]
        or bool(kind)
        and (event_type in words.types["received"] or kind in kinds_of_state)
    )


def _main_target(entry: Entry) -> str | None:
    """Whom it befell: the first person named, or else whoever is named first."""
    targets = [actor for actor in entry.actors if actor.role == "target"]
    return next((actor.name for actor in (*(each for each in targets if each.kind == "person"), *targets)), None)


def _kind(entry: Entry) -> str:
    """The kind within its type that the words of the first quote tell; empty where they tell none."""
    first = next(iter(entry.evidence), None)
    if first is None or first.trigger is None:
        return ""
    start, end = first.trigger
    return _kind_told(entry.event_type, first.sentence[start:end])


@lru_cache(KNOWN_TRIGGERS)
def _kind_told(event_type: str, trigger: str) -> str:
    return merging_words().kind(event_type, trigger)


def _holds(entry: Entry, main: Entry) -> bool:
    """Whether the days of an entry hold those of another."""
    assert entry.start_date and entry.end_date and main.start_date and main.end_date
    return entry.start_date <= main.start_date and main.end_date <= entry.end_date


def _is_slip(entry: Entry, main: Entry) -> bool:
    """Whether few articles tell of a day beside that of an entry of which very many do: nobody resigns or is arrested twice in three days."""
    assert entry.start_date and main.start_date
    apart = abs((entry.start_date - main.start_date).days)
    if not entry.dated.is_exact or apart > BESIDE_DAYS or entry.event_type not in merging_words().types["suffered"]:
        return False
    return apart <= 1 and entry.event_type in ONE_DAY or main.n_articles >= VERY_MANY * max(entry.n_articles, 1)


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
    first = min(entry.start_date for entry in run if entry.start_date)
    last = max(entry.end_date for entry in run if entry.end_date)
    precision = Precision.DAY if first == last else Precision.DAYS
    others = [entry for entry in run if entry is not main]
    return _with_reports(main, others, When(first, last, precision.value, basis=main.date_basis))


def _with_reports(main: Entry, others: Sequence[Entry], dated: When) -> Entry:
    """An entry of the given days with the evidence and the counts of others beside its own."""
    run = (main, *others)
    evidence = tuple(quote for entry in run for quote in entry.evidence)
    reported = [day for entry in run for day in (entry.first_reported_date, entry.last_reported_date) if day]
    sources = tuple(sorted({source for entry in run for source in entry.sources}))
    return replace(
        main,
        dated=dated,
        evidence=evidence,
        n_more_quotes=sum(entry.n_more_quotes for entry in run),
        sources=sources,
        n_sources=max(len(sources), *(entry.n_sources for entry in run)),
        n_mentions=sum(entry.n_mentions for entry in run),
        n_articles=max(len({quote.article_id for quote in evidence}), *(entry.n_articles for entry in run)),
        first_reported_date=min(reported, default=None),
        last_reported_date=max(reported, default=None),
        importance=max(entry.importance for entry in run),
    )
