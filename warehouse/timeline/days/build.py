"""Build a timeline of days: read, weigh the days, choose, tell.

Belongs here: the steps, and a day as an Entry. Does not: what each step decides (salience.py, tell.py), drawing (../render/).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl

from transforms.merge import says_little
from transforms.temporal.interval import Precision
from warehouse.asking.query_words import asks_for_words, query_pattern
from warehouse.timeline.build import ReadEvents
from warehouse.timeline.dates import When
from warehouse.timeline.days.events import MainEvents, events_told, main_events
from warehouse.timeline.days.headings import heading_of_day, headline, is_announced, is_heading, is_sure, news_days
from warehouse.timeline.days.read import articles_on_subject, asks_for_days, named_days
from warehouse.timeline.days.salience import chosen_days, days_by_salience, days_within, voices_of_days
from warehouse.timeline.days.statements import CLAIMS, NONE_NAMED, PUBLISHED, claims_of_publication, statements_of
from warehouse.timeline.days.tell import (
    BESIDE_SUBJECT,
    SAID_OF_DAY,
    UNDATED,
    Statement,
    likeness_of,
    rarity_of_words,
    telling_sentences,
)
from warehouse.timeline.entries import DAY_ID, Coverage, Entry, Evidence, Timeline
from warehouse.timeline.heading import told_by_quote
from warehouse.timeline.tell import content_words, quoted

if TYPE_CHECKING:
    import duckdb

    from warehouse.queries import EventFilter

REPORT: Final = "report"  # the event type of a day on which no event of a known type was found
STATED: Final = "the sentence names the day"
SAID_WHEN_PUBLISHED: Final = "the day of publication: the sentence names no day"
FRESH: Final = 2  # days after which a report of a day looks back on it
REPEATED: Final = 0.6  # cosine of the words of two sentences, from which on they say the same
SPOKEN_OF: Final = 5  # articles; without a limit, a day that fewer name needs a sentence that surely tells it
HEADINGS_TRIED: Final = 6  # sentences that tell a day best, among which its heading is looked for

Row = Mapping[str, Any]


class _Subject(NamedTuple):
    """Articles on a subject, what they say about days, those that name none and were not cut into sentences yet, and which speaks of which day."""

    articles: pl.DataFrame
    statements: pl.DataFrame
    uncut: pl.DataFrame
    voices: pl.DataFrame


_Told = tuple[str, Statement]


class _Day(NamedTuple):
    """What is said of a day, the sentences that tell it best, and the one that can head it; `articles` are those that say it, by id."""

    articles: Mapping[str, Row]

    said: Sequence[Statement]
    told: Sequence[tuple[str, Statement]]
    heading: tuple[str, Statement] | None


def timeline_of_days(
    db: duckdb.DuckDBPyConnection,
    filter: EventFilter,
    title: str,
    sentences: int,
    read_events: ReadEvents | None = None,
) -> Timeline | None:
    """The days that articles on the subject name most, each with what they say about it; None when the filter or the articles ask for events.

    read_events: called before events are looked up, where these are still to be extracted: with the ids of the articles that are quoted and
        where their last quotes end.

    Raises:
        WarehouseError: the marts cannot be read; the message names the remedy.
    """
    articles = articles_on_subject(db, filter) if asks_for_days(filter) else None
    if articles is None:
        return None
    subject = _subject(db, articles, filter.query or "")
    voices = days_within(subject.voices, filter.since, filter.until)
    inside = days_by_salience(voices)
    chosen = chosen_days(inside, filter.limit)
    told, main = _told_and_main(db, filter, subject, chosen["day"], sentences, read_events)
    texts = {day: [text for text, _ in each.told] for day, each in told.items()}
    events = events_told(db, main, texts, filter.as_of)
    entries = _entries(chosen, told, events, only_sure=filter.limit is None)
    coverage = Coverage(
        n_events=inside.height,
        n_left_out=inside.height - len(entries),
        counts_days=True,
        **_speaking(articles, voices),
    )
    return Timeline(title, tuple(entries), (), filter.as_of, coverage)


def _told_and_main(
    db: duckdb.DuckDBPyConnection,
    filter: EventFilter,
    subject: _Subject,
    days: pl.Series,
    sentences: int,
    read_events: ReadEvents | None,
) -> tuple[dict[date, _Day], MainEvents]:
    """What is told of some days, and their main events, which DuckDB looks for meanwhile where they need not be extracted first."""
    pattern = query_pattern(filter.query) or ""
    if read_events:
        told = _told_days(subject, days, pattern, sentences)
        read_events(_last_quotes(statement for day in told.values() for _, statement in day.told))
        return told, main_events(db, filter, days)
    with db.cursor() as other, ThreadPoolExecutor(1) as beside:
        main = beside.submit(main_events, other, filter, days)
        return _told_days(subject, days, pattern, sentences), main.result()


def _speaking(articles: pl.DataFrame, voices: pl.DataFrame) -> dict[str, int]:
    """How many articles and outlets speak of some days."""
    speaking = articles.filter(pl.col("article_id").is_in(voices["article_id"].implode()))
    return {"n_articles": speaking.height, "n_sources": speaking["source"].drop_nulls().n_unique()}


def _subject(db: duckdb.DuckDBPyConnection, articles: pl.DataFrame, query: str) -> _Subject:
    pattern = query_pattern(query) or ""
    named = named_days(db, articles)
    # the words of a phrase may stand in two sentences
    uncut = articles.join(named, on="article_id", how="anti") if asks_for_words(query) else articles.clear()
    statements = statements_of(articles.join(uncut, on="article_id", how="anti"), named, pattern)
    claims = pl.concat([statements.select(CLAIMS), claims_of_publication(uncut, pattern)])
    return _Subject(articles, statements, uncut, voices_of_days(claims, articles, pattern))


def _last_quotes(quoted: Iterable[Statement]) -> dict[str, int]:
    """Where the last quote of each article ends, by article id."""
    ends: dict[str, int] = {}
    for statement in quoted:
        end = statement.sentence_start + len(statement.sentence)
        ends[statement.article_id] = max(end, ends.get(statement.article_id, 0))
    return ends


def _told_days(subject: _Subject, days: pl.Series, pattern: str, sentences: int) -> dict[date, _Day]:
    published = subject.uncut.filter(pl.col("published_date").is_in(days.implode()))
    statements = pl.concat([subject.statements, statements_of(published, NONE_NAMED, pattern)])
    about = statements.filter(pl.col("day").is_in(days.implode()))
    saying = subject.articles.filter(pl.col("article_id").is_in(about["article_id"].unique().implode())).drop("text")
    rows: dict[str, Row] = {row["article_id"]: row for row in saying.iter_rows(named=True)}
    said = said_of_days(rows, about, days.to_list())
    rarity = rarity_of_words(statement for statements in said.values() for statement in statements)
    news = news_days(statements.filter(pl.col("sentence").is_in(about["sentence"].implode())), subject.articles)
    of_shown = {sentence for sentence, day in news if day in said}
    found = {}
    for day, each in said.items():
        telling = telling_sentences(each, max(sentences, HEADINGS_TRIED), rarity)
        own = {told[1].sentence: (told[1].sentence, day) in news for told in telling}
        # a sentence that is news of another day of the timeline heads that one
        fit = [told for told in telling if own[told[1].sentence] or told[1].sentence not in of_shown]
        heading = heading_of_day(fit, [own[told[1].sentence] for told in fit], sentences)
        found[day] = _Day(rows, each, telling[:sentences], heading)
    return found


def _entries(
    chosen: pl.DataFrame, days: Mapping[date, _Day], events: Mapping[date, Entry], *, only_sure: bool
) -> list[Entry]:
    """The days as entries in order of time; only_sure: without those of which nothing heads or, where few speak of them, surely tells what came about."""
    greatest = max(chosen["salience"].to_list(), default=1.0)
    entries = []
    for day, salience, n_articles in chosen.sort("day").select("day", "salience", "n_articles").iter_rows():
        articles, said, told, heading = days.get(day, _Day({}, (), (), None))
        event = events.get(day)
        event, lead = _heading_event(event, told, heading)
        if only_sure and event is None and not (lead and (n_articles >= SPOKEN_OF or is_sure(lead))):
            continue
        # what bears out the headline stands first below it
        if lead:
            told = led_by(lead, told)
        entry = event or without_event(day, told, lead)
        evidence = [evidence_of(day, statement, articles[statement.article_id]) for _, statement in told]
        entries.append(
            replace(
                entry,
                summary=tuple(quoted(text, quote) for (text, _), quote in zip(told, evidence, strict=True)),
                evidence=_joined(evidence, entry.evidence),
                n_articles=n_articles,
                importance=round(salience / greatest, 6),
                **reported_by(articles, said),
            )
        )
    return entries


def led_by(lead: _Told, told: Sequence[_Told]) -> list[_Told]:
    """As many sentences, of which the first is the given one and no other repeats it."""
    words = content_words(lead[0])
    others = [each for each in told if likeness_of(content_words(each[0]), words) < REPEATED]
    return [lead, *others][: max(len(told), 1)]


def _heading_event(
    event: Entry | None, told: Sequence[_Told], heading: _Told | None
) -> tuple[Entry | None, _Told | None]:
    """The event that heads a day, where a sentence told of it tells the event, and that sentence; no event and the heading of the day where none does."""
    if event is None:
        return None, heading
    quotes = {(quote.article_id, quote.sentence): quote for quote in event.evidence}
    lead = next((each for each in told if (each[1].article_id, each[1].sentence) in quotes), None)
    if lead:
        event = told_by_quote(event, quotes[lead[1].article_id, lead[1].sentence])
    # one report alone may be of an aside
    if heading and event.n_mentions == 1 and heading[1].date_text:
        return None, heading
    # a sentence tells more than a title that says little, or an event of which no other sentence tells
    if lead is None or says_little(event.headline):
        fit = heading if heading in told else lead
        first = fit or next((each for each in told if is_heading(each[0])), heading)
        return (None, first) if first and is_heading(first[0]) else (event, lead)
    return event, lead


def said_of_days(
    articles: Mapping[str, Row], statements: pl.DataFrame, days: Sequence[date]
) -> dict[date, list[Statement]]:
    """What is said of each of these days. articles: rows by id; statements: as statements_of gives them."""
    said: dict[date, list[Statement]] = {}
    about = statements.filter(pl.col("day").is_in(list(days)))
    for row in about.iter_rows(named=True):
        share = UNDATED if row["basis"] == PUBLISHED else SAID_OF_DAY if row["is_on_subject"] else BESIDE_SUBJECT
        said.setdefault(row["day"], []).append(
            Statement(
                article_id=row["article_id"],
                sentence_start=row["sentence_start"],
                sentence=row["sentence"],
                share=share,
                basis=row["basis"],
                date_text=row["date_text"],
                looks_back=(articles[row["article_id"]]["published_date"] - row["day"]).days > FRESH,
            )
        )
    return said


def without_event(
    day: date, told: Sequence[tuple[str, Statement]], heading: tuple[str, Statement] | None = None
) -> Entry:
    """An entry for a day on which no event of a known type was found; the heading, or else its first sentence, heads it."""
    first = heading or heading_of_day(told) or next(iter(told), None)
    return Entry(
        event_id=f"{DAY_ID}{day.isoformat()}",
        dated=When(day, day, Precision.DAY.value, basis=told[0][1].basis if told else PUBLISHED),
        headline=headline(first[0], first[1].date_text) if first else "",
        event_type=REPORT,
        type_label=REPORT,
        status="planned" if first and is_announced(first[0], first[1].date_text) else "happened",
        confidence=0.5,
    )


def evidence_of(day: date, statement: Statement, article: Row) -> Evidence:
    """A sentence about a day as evidence."""
    at = statement.sentence.find(statement.date_text) if statement.date_text else -1
    return Evidence(
        mention_id=f"{statement.article_id}:{statement.sentence_start}",
        article_id=statement.article_id,
        sentence=statement.sentence,
        when=When(day, day, Precision.DAY.value, basis=statement.basis),
        source=article["source"],
        article_title=article["title"],
        url=article["url"],
        published_date=article["published_date"],
        published_basis=article["published_basis"],
        date_words=(at, at + len(statement.date_text)) if statement.date_text and at >= 0 else None,
        date_text=statement.date_text,
        date_reason=STATED if statement.date_text else SAID_WHEN_PUBLISHED,
    )


def _joined(told: Sequence[Evidence], of_event: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What the summary quotes, then what else reports the event."""
    quoted = {(quote.article_id, quote.sentence) for quote in told}
    return (*told, *(quote for quote in of_event if (quote.article_id, quote.sentence) not in quoted))


def reported_by(rows: Mapping[str, Row], statements: Sequence[Statement]) -> dict[str, Any]:
    """The fields of an entry that say who reported the day, and when first and last."""
    articles = [rows[article_id] for article_id in {each.article_id for each in statements}]
    sources = tuple(sorted({row["source"] for row in articles if row["source"]}))
    published = [row["published_date"] for row in articles]
    return {
        "n_mentions": len(statements),
        "n_sources": len(sources),
        "sources": sources,
        "first_reported_date": min(published, default=None),
        "last_reported_date": max(published, default=None),
    }
