"""Build a timeline from the warehouse: ask, choose, tell, order.

Belongs here: the steps from a filter to a Timeline, and reading rows of the marts `timeline` and `event_evidence` into entries.
Does not: SQL (warehouse/queries.py), importance (choose.py), summaries (tell.py), drawing (render/).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from transforms.collector import without_collector
from warehouse.timeline.choose import fairly_sure, most_important, ranking, with_importance
from warehouse.timeline.dates import When
from warehouse.timeline.entries import UNNAMED, Actor, Coverage, Entry, Evidence, Sentence, Timeline, count_outlets
from warehouse.timeline.group import compared
from warehouse.timeline.heading import heading_of, told_by_quote
from warehouse.timeline.join import joined
from warehouse.timeline.order import in_order
from warehouse.timeline.retold import without_dated, without_retold
from warehouse.timeline.tell import summary_of
from warehouse.timeline.title import EVERYTHING, title_of, title_of_comparison

if TYPE_CHECKING:
    import duckdb

    from warehouse.asking.packed import Told
    from warehouse.queries import EventFilter

DEFAULT_SENTENCES: Final = 2

Row = Mapping[str, Any]
ReadEvents = Callable[[Mapping[str, int] | None], None]


# thousands of small objects are made, none of which form cycles
@without_collector()
def build_timeline(
    db: duckdb.DuckDBPyConnection,
    filter: EventFilter,
    *,
    title: str | None = None,
    limit: int | None = None,
    sentences: int = DEFAULT_SENTENCES,
    by_day: bool = False,
    read_events: ReadEvents | None = None,
) -> Timeline:
    """The timeline of the events that a filter lets through.

    title: what the filter asks for, in words, when None.
    limit: at most so many entries, the most important ones; `filter.limit` when None, and the knee of importance when that is None too.
    sentences: at most so many sentences in the summary of an entry.
    by_day: where many articles treat the subject of a query, the entries are the days that they name most; this reads all their texts.
    read_events: called once, before events are looked up, where these are still to be extracted: with the ids of the articles whose events
        are needed and the number of characters up to which, or None for all.

    Raises:
        WarehouseError: the marts cannot be read; the message names the remedy.
    """
    if by_day and filter.query:
        from warehouse.timeline.days import timeline_of_days

        asked = filter if limit is None else replace(filter, limit=limit)
        if of_days := timeline_of_days(db, asked, title or title_of(filter), sentences, read_events):
            return of_days
    if read_events:
        read_events(None)
    return _timeline_of_events(
        db,
        filter,
        title=title or title_of(filter),
        wanted=filter.limit if limit is None else limit,
        sentences=sentences,
    )


def _timeline_of_events(
    db: duckdb.DuckDBPyConnection, filter: EventFilter, *, title: str, wanted: int | None, sentences: int
) -> Timeline:
    """The timeline of the most important events: `wanted` of them, or those before the knee."""
    from warehouse.asking.salient import salient_rows
    from warehouse.queries import told_events

    found = salient_rows(db, replace(filter, limit=None), ranking(), wanted or 0)
    weighed = with_importance(found.events)
    chosen = most_important(fairly_sure(weighed) if wanted is None else weighed, wanted)
    importance = dict(chosen.select("event_id", "importance").iter_rows())
    unchanged = set(chosen.filter(pl.col("valid_to").is_null())["event_id"]) if filter.as_of else None
    if found.told is not None:
        told = [each for each in found.told if each.event["event_id"] in importance]
    else:
        rows = () if filter.as_of else chosen["row"]  # those of a past day lie in another mart
        told = told_events(db, importance, filter.as_of, unchanged, rows)
    timeline = assemble(
        told, importance, title=title, as_of=filter.as_of, sentences=sentences, said=_said(told, filter.query)
    )
    coverage = replace(
        timeline.generated_from,
        n_events=found.n_events,
        n_left_out=found.n_events - len(told),
        n_articles=len(_articles_of(db, told, filter.as_of)),
    )
    return replace(timeline, generated_from=coverage)


def build_comparison(
    db: duckdb.DuckDBPyConnection,
    filter: EventFilter,
    subjects: tuple[str, str],
    *,
    sentences: int = DEFAULT_SENTENCES,
    read_events: ReadEvents | None = None,
) -> Timeline:
    """The timelines of two subjects as one: of an actor, where one of that name is known, else of words as in `EventFilter.query`.

    filter: what holds for both; its actor and query are not looked at.

    Raises:
        WarehouseError: the marts cannot be read; the message names the remedy.
    """
    from warehouse.queries import reporting_articles, timeline_rows

    if read_events:
        read_events(None)
    one, other = (_about(db, filter, subject) for subject in subjects)
    events = [
        set(timeline_rows(db, replace(about, limit=None), columns="event_id")["event_id"]) for about in (one, other)
    ]
    drawn = [build_timeline(db, about, sentences=sentences) for about in (one, other)]
    title = title_of_comparison(filter, subjects)
    both = compared(drawn[0], drawn[1], subjects, title, (events[0], events[1]), filter.limit)
    quoted = {quote.article_id for entry in both.everything for quote in entry.evidence}
    cut = [entry.event_id for entry in both.everything if entry.n_more_quotes]
    articles = quoted | reporting_articles(db, cut, filter.as_of)
    return replace(both, generated_from=replace(both.generated_from, n_articles=len(articles)))


def _articles_of(db: duckdb.DuckDBPyConnection, told: Iterable[Told], as_of: date | None) -> set[str]:
    """The articles that report the events, those included whose quotes are not among the best."""
    from warehouse.asking.packed import QUOTES_PACKED
    from warehouse.queries import reporting_articles

    # with fewer quotes these are all: an event has more mentions than quotes where a sentence holds two of them
    cut = [each.event["event_id"] for each in told if len(each.quotes) >= QUOTES_PACKED]
    quoted = {quote["article_id"] for _, quotes in told for quote in quotes}
    return quoted | reporting_articles(db, cut, as_of)


def _about(db: duckdb.DuckDBPyConnection, filter: EventFilter, subject: str) -> EventFilter:
    from warehouse.asking.filters import actor_names
    from warehouse.asking.user_sql import missing_marts

    of_actor = replace(filter, actor=subject, query=None)
    with missing_marts():
        return of_actor if actor_names(db, of_actor) else replace(filter, actor=None, query=subject)


def assemble(
    told: Iterable[Told],
    importance: Mapping[str, float],
    *,
    title: str = EVERYTHING,
    as_of: date | None = None,
    sentences: int = DEFAULT_SENTENCES,
    said: Set[str] = frozenset(),
) -> Timeline:
    """A timeline of events with their evidence; `importance` by event id, `as_of` is the day whose knowledge they hold.

    said: sentences that summaries are made from, where an event has any of them: what somebody asked for.
    """
    entries = [_summarised(each, importance[each.event["event_id"]], sentences, said) for each in told]
    dated, undated = in_order(entries)
    lines = without_retold(joined(dated))
    others = without_dated(undated, lines)
    return Timeline(
        title, tuple(map(told_by_quote, lines)), tuple(map(told_by_quote, others)), as_of, _coverage(entries)
    )


def told_entry(told: Told, importance: float) -> Entry:
    """One entry, without a summary."""
    return read_entry({**told.event, "importance": importance}, map(read_quote, told.quotes))


def read_entry(row: Row, evidence: Iterable[Evidence], summary: tuple[Sentence, ...] = ()) -> Entry:
    """One entry from one row of mart `timeline` with its `importance` and the best quotes of that event in order of rank."""
    quotes = tuple(evidence)
    return Entry(
        event_id=row["event_id"],
        dated=_when(row),
        headline=heading_of(row["title"], quotes),
        event_type=row["event_type"],
        type_label=row["event_type"].replace("_", " "),
        status=row["status"],
        summary=summary,
        actors=tuple(Actor(each["name"], each["role"], each["kind"], each["state"]) for each in row["actors"] or ()),
        place=row["place"],
        country=row["country"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        n_mentions=row["n_mentions"],
        n_articles=row["n_articles"],
        n_sources=row["n_sources"],
        sources=tuple(source for source in row["sources"] or () if source),
        first_reported_date=_day(row["first_reported_at"]),
        last_reported_date=_day(row["last_reported_at"]),
        evidence=quotes,
        n_more_quotes=max(row["n_mentions"] - len(quotes), 0),
        confidence=row["confidence"],
        importance=row["importance"],
    )


def _said(told: Iterable[Told], query: str | None) -> Set[str]:
    """The quoted sentences that hold a word of the query."""
    from warehouse.asking.query_words import query_pattern

    pattern = query_pattern(query)
    if pattern is None:
        return frozenset()
    quoted = {quote["sentence"] for _, quotes in told for quote in quotes if quote["sentence"]}
    sentences = pl.Series(list(quoted), dtype=pl.String)
    return frozenset(sentences.filter(sentences.str.contains(pattern)))


def _summarised(told: Told, importance: float, sentences: int, said: Set[str]) -> Entry:
    """One entry with a summary."""
    evidence = tuple(map(read_quote, told.quotes))
    names = [actor["name"] for actor in told.event["actors"] or ()]
    telling = [quote for quote in evidence if quote.sentence in said] or evidence
    summary = summary_of(telling, sentences, names, told.event["status"])
    return read_entry({**told.event, "importance": importance}, evidence, summary)


def read_evidence(rows: Iterable[Row]) -> dict[str, tuple[Evidence, ...]]:
    """The quotes of each event in order of rank: event_id -> quotes, from rows of mart `event_evidence`."""
    by_event: defaultdict[str, list[tuple[int, Evidence]]] = defaultdict(list)
    for row in rows:
        by_event[row["event_id"]].append((row["evidence_rank"], read_quote(row)))
    return {
        event_id: tuple(
            evidence for _, evidence in sorted(quotes, key=lambda ranked: (ranked[0], ranked[1].mention_id))
        )
        for event_id, quotes in by_event.items()
    }


def read_quote(row: Row) -> Evidence:
    """One row of mart `event_evidence`."""
    return Evidence(
        mention_id=row["mention_id"],
        article_id=row["article_id"],
        sentence=row["sentence"] or "",
        when=_when(row),
        source=_named(row["source"]),
        article_title=_named(row["article_title"]),
        url=row["url"],
        published_date=row["published_date"],
        published_basis=row["published_basis"],
        trigger=_inside(row, row["trigger_start"], row["trigger_end"]),
        date_words=_inside(row, row["date_text_start"], row["date_text_end"]),
        date_text=row["date_text"],
        date_reason=row["date_reason"],
        status=row["status"],
        attributed_to=row["attributed_to"],
        confidence=row["confidence"],
        merge_reason=row["merge_reason"],
    )


def _named(name: str | None) -> str | None:
    return None if name in UNNAMED else name


def _inside(row: Row, start: int | None, end: int | None) -> tuple[int, int] | None:
    """Offsets of the article's text as offsets of the row's sentence; None when the words stand outside of it."""
    first = row["sentence_start"]
    if start is None or end is None or not first <= start <= end <= row["sentence_end"]:
        return None
    return start - first, end - first


def _when(row: Row) -> When:
    return When.of_columns(row["start_date"], row["end_date"], row["precision"], row.get("edtf"), row["date_basis"])


def _day(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _coverage(entries: list[Entry]) -> Coverage:
    return Coverage(
        n_events=len(entries),
        n_articles=len({quote.article_id for entry in entries for quote in entry.evidence}),
        n_sources=count_outlets(entries),
    )
