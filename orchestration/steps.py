"""The journey of an article through the rooms, step by step: read, date, extract, merge, build.

Belongs here: which step reads and writes what, in which batches. Does not: Dagster (assets/), rules (transforms), SQL (warehouse).
Every step works only on what is new or was made by another version, commits batch by batch, and may be killed and repeated at any point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import polars as pl

from orchestration.batches import batched
from orchestration.clock import utc_now
from orchestration.parallel import Made, in_lots, map_batches, map_portions
from orchestration.progress import Progress, Silent
from orchestration.sources.files import is_gone
from transforms.articles import NEAR_DUPLICATE_JACCARD, Document, compared_articles, read_documents
from transforms.events import Extractor, extract_readable
from transforms.readable import Readable
from transforms.schema import DATE_EXPRESSIONS, EVENT_MENTIONS, Table
from transforms.temporal import TAGGER_VERSION, tag_readable
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.load import NOTHING_READ, LoadCounts, Refusals, write_articles, write_stage
from warehouse.loading.backfill import Period, articles_per_day, forget_reading
from warehouse.loading.near_duplicates import articles_to_compare, write_near_duplicates
from warehouse.loading.outlets import name_outlets
from warehouse.loading.portions import StoredArticles, articles_to_read
from warehouse.loading.stored_dates import with_date_expressions
from warehouse.merging.history import update_event_versions
from warehouse.merging.merge import merge_events as merge_stored
from warehouse.merging.merge import merge_once
from warehouse.merging.write import EventCounts
from warehouse.models import is_noted, make_models, note_made
from warehouse.queries import EventFilter
from warehouse.rights import replace_with
from warehouse.sql_models.project import load_project
from warehouse.sql_models.refresh import Build, refresh_models
from warehouse.timeline import build_timeline, render
from warehouse.timeline.choose import MAX_ENTRIES

ARTICLES_PER_BATCH = 500
# opening and closing the file takes as long as reading a few articles: what is read is written in lots, and no more than a lot is lost
ARTICLES_PER_WRITE = 2_000
# dates are found so fast that fewer articles are read before other processes have started
ARTICLES_WORTH_DATING_APART = 1_500
# of an engine that waits for a server: what it has paid for is soon written
ARTICLES_PER_ANSWER = 20
PAGE_TITLE = "What happened when"
PAGE = "timeline_page"
_CODE = {".py", ".toml", ".html", ".css", ".js"}  # what a page is drawn by

# first and last day of publication; None: all
Days = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing some documents gave: counts, the `reject_id` of what was refused, and the number of articles found by origin."""

    counts: LoadCounts
    refused: tuple[str, ...]
    found: Mapping[str, int]


def store_documents(warehouse: Warehouse, documents: list[Document], run_id: str, *, reread: bool = False) -> Stored:
    """Read some documents and store their articles and refusals, all or none; reread: they have not changed since they were read."""
    if not documents:
        return Stored(NOTHING_READ, (), {})
    read = read_documents(documents)
    counts = write_articles(warehouse, read.articles, read.rejected, run_id, utc_now(), reread=reread, is_gone=is_gone)
    refused = (*read.rejected["reject_id"], *counts.conflicts)
    return Stored(counts, refused, Counter(read.articles["origin"]))


def compare_articles(warehouse: Warehouse, progress: Progress | None = None) -> None:
    """What only all articles together tell: which are of one outlet, and which repeat another one."""
    name_outlets(warehouse)
    mark_near_duplicates(warehouse, progress)


def mark_near_duplicates(warehouse: Warehouse, progress: Progress | None = None) -> int:
    """Mark the articles that repeat another one, when there are new ones; returns the rows changed."""
    progress = progress or Silent()
    progress.begin("Comparing articles", None)
    # the hashes by which articles are compared hold for one version of polars
    version = f"{NEAR_DUPLICATE_JACCARD} {pl.__version__}"
    articles = articles_to_compare(warehouse, version, progress.advance)
    if articles.is_empty():
        return 0
    return write_near_duplicates(warehouse, compared_articles(articles), version)


def tag_dates(
    warehouse: Warehouse,
    run_id: str,
    progress: Progress | None = None,
    days: Days = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> int:
    """Find the date expressions of all articles (of `days`) that the present tagger has not read; returns the rows written.

    An article whose dates cannot be read goes to `rejected_articles`, and the rest goes on; its events are still found, without dates.
    meanwhile: what this process does first, while others that are started already begin.
    """
    progress = progress or Silent()
    articles = articles_to_read(warehouse, DATE_EXPRESSIONS.name, TAGGER_VERSION, days)
    progress.begin("Finding dates", articles.height)
    batches = map_batches(tag_readable, articles, ARTICLES_PER_BATCH, worth_processes=ARTICLES_WORTH_DATING_APART)
    meanwhile()
    lots = in_lots(_counted(batches, progress), ARTICLES_PER_WRITE)
    return sum(_write_lot(warehouse, DATE_EXPRESSIONS, lot, TAGGER_VERSION, run_id) for lot in lots)


def extract_mentions(
    warehouse: Warehouse,
    extractor: Extractor,
    run_id: str,
    progress: Progress | None = None,
    read_to: Mapping[str, int] | None = None,
    days: Days = None,
) -> int:
    """Extract the events of all articles (or of `days`) that this extractor version has not read; returns the rows written.

    read_to: only these articles, by id, and of their texts only so many characters. An article that cannot be extracted goes to `rejected_articles`, and the rest goes on.
    """
    progress = progress or Silent()
    articles = _with_dates(articles_to_read(warehouse, EVENT_MENTIONS.name, extractor.version, days), read_to)
    progress.begin("Extracting events", articles.height)
    size, lot_size = (ARTICLES_PER_ANSWER, 1) if extractor.waits else (ARTICLES_PER_BATCH, ARTICLES_PER_WRITE)
    batches = map_batches(partial(extract_readable, extractor), articles, size, waits=extractor.waits)
    lots = in_lots(_counted(batches, progress), lot_size)
    return sum(_write_lot(warehouse, EVENT_MENTIONS, lot, extractor.version, run_id) for lot in lots)


def _with_dates(articles: StoredArticles, read_to: Mapping[str, int] | None) -> StoredArticles:
    """The articles with their date expressions; read_to: as `extract_mentions`."""
    if read_to is None:
        return replace(articles, completed=lambda portion: with_date_expressions(articles.db, portion, TAGGER_VERSION))
    read_to_end = pl.col("article_id").replace_strict(read_to, return_dtype=pl.UInt64)
    cut = pl.col("text").str.slice(0, read_to_end)
    return replace(
        articles,
        rows=articles.rows.filter(pl.col("article_id").is_in(list(read_to))),
        completed=lambda portion: with_date_expressions(articles.db, portion.with_columns(cut), TAGGER_VERSION),
    )


def _write_lot(
    warehouse: Warehouse, table: Table, lot: list[tuple[pl.DataFrame, Readable]], version: str, run_id: str
) -> int:
    """Store what a stage found in some batches, and which of their articles it could not read; returns the rows written."""
    articles = pl.concat([batch for batch, _ in lot])
    read = Readable.of_all(read for _, read in lot)
    return write_stage(warehouse, table, articles, read.rows, version, Refusals(read.unreadable, run_id, utc_now()))


def _counted(batches: Iterable[tuple[pl.DataFrame, Made]], progress: Progress) -> Iterator[tuple[pl.DataFrame, Made]]:
    for batch, made in batches:
        progress.advance(batch.height)
        yield batch, made


def merge_events(warehouse: Warehouse, run_id: str, progress: Progress | None = None) -> EventCounts:
    """Merge what is new or changed into the events and write those that differ."""
    progress = progress or Silent()
    progress.begin("Merging reports", None)
    counts = merge_stored(warehouse, run_id, hand_out=map_portions)
    progress.advance(counts.n_added + counts.n_changed)
    return counts


def remember_events(warehouse: Warehouse, progress: Progress | None = None) -> int:
    """Bring `event_versions` up to date with the events; returns how many events were told again."""
    progress = progress or Silent()
    progress.begin("Remembering what was known when", None)
    return update_event_versions(warehouse, progress.advance)


def build_models(warehouse: Warehouse, progress: Progress | None = None) -> Build:
    """Bring all SQL models up to date, visible all at once, and run their tests on the result."""
    progress = progress or Silent()
    progress.begin("Building SQL models", None)
    build = refresh_models(warehouse)
    progress.advance(len(build.models))
    return build


@dataclass(frozen=True, slots=True)
class Backfilled:
    """What a backfill did. articles: per day of publication that has any; n_date_expressions, n_mentions: rows written."""

    articles: dict[date, int]
    n_date_expressions: int
    n_mentions: int
    events: EventCounts


def backfill(
    warehouse: Warehouse,
    period: Period,
    reextract: bool,
    extractor: Extractor,
    run_id: str,
    progress: Progress | None = None,
) -> Backfilled:
    """Read the articles of a period that the present versions have not read, or all of them, and bring events and models up to date."""
    if reextract:
        forget_reading(warehouse, period)
    days = (period.first, period.last)
    n_date_expressions = tag_dates(warehouse, run_id, progress, days)
    n_mentions = extract_mentions(warehouse, extractor, run_id, progress, days=days)
    counts = merge_events(warehouse, run_id, progress)
    remember_events(warehouse, progress)
    build_models(warehouse, progress)
    return Backfilled(articles_per_day(warehouse, period), n_date_expressions, n_mentions, counts)


def write_page(warehouse: Warehouse, page: Path) -> int | None:
    """Write the timeline of everything as one HTML file, whole or not at all; returns the number of entries, None where the page stands there already."""
    with warehouse.reading() as db:
        if page.is_file() and is_noted(db, PAGE, _page_hash(page)):
            return None
        timeline = build_timeline(db, EventFilter(), title=PAGE_TITLE, limit=MAX_ENTRIES)
    partial = page.with_suffix(".partial")
    partial.write_text(render(timeline, "html"), encoding="utf-8")
    replace_with(partial, page)
    with warehouse.writing() as db:
        note_made(db, PAGE, _page_hash(page))
    return len(timeline.entries)


def _page_hash(page: Path) -> str:
    digest = sha256(page.read_bytes())
    for file in sorted(path for path in Path(str(files("warehouse.timeline"))).rglob("*") if path.suffix in _CODE):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def read_into_memory(documents: Iterable[Document]) -> Warehouse:
    """Articles and their dates in a warehouse that lives in memory only, with its staging models; `read_events` adds their events."""
    warehouse = Warehouse(IN_MEMORY)
    for batch in batched(documents):
        store_documents(warehouse, batch, IN_MEMORY)
    tag_dates(warehouse, IN_MEMORY, meanwhile=partial(_prepare, warehouse))
    return warehouse


def _prepare(warehouse: Warehouse) -> None:
    """What does not depend on the dates of the articles."""
    compare_articles(warehouse)
    with warehouse.writing() as db:
        make_models(db, load_project().of_layer("staging"))


def read_events(
    warehouse: Warehouse, extractor: Extractor, read_to: Mapping[str, int] | None = None, *, remembers: bool = True
) -> None:
    """The rest of the journey, from extracting to the models, for all articles of a warehouse in memory, or as far as `extract_mentions` says.

    remembers: also works out how each event was known at each moment, which only a question about a past day needs.
    """
    extract_mentions(warehouse, extractor, IN_MEMORY, read_to=read_to)
    merge_once(warehouse, IN_MEMORY)
    if remembers:
        remember_events(warehouse)
    with warehouse.writing() as db:
        make_models(db, load_project())
