"""Collect from named files and declared sources: read what is new in each, store it, note what each gave.

Belongs here: the order of reading and noting. Does not: finding and fetching (sources/), SQL (warehouse).
A batch's articles are committed before what is remembered of their files and addresses: a run that is killed reads some again, and loses none.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import polars as pl

from orchestration.batches import batched
from orchestration.clock import utc_now
from orchestration.parallel import ARTICLES_WORTH_PROCESSES, start_processes
from orchestration.progress import Progress, Silent
from orchestration.sources import Source, Sources, read_named
from orchestration.sources.declared import FolderSource
from orchestration.sources.feed import read_feed_source
from orchestration.sources.fetching import Fetcher, is_anywhere, is_public
from orchestration.sources.files import is_gone, path_of
from orchestration.sources.folder import read_folder, read_retried
from orchestration.sources.items import Fault, Fetched, Item, KnownItem, Visit
from orchestration.sources.kept import KeptBytes
from orchestration.sources.outlets import outlet_of
from orchestration.sources.own import own_files
from orchestration.sources.web import read_web_source
from orchestration.steps import compare_articles, store_documents
from orchestration.tally import Piece, Tally, fetched_row, item_row
from transforms.articles import Document, Listing, RefusedError
from transforms.articles.formats.feed_links import read_links, without_text
from transforms.errors import UserError
from transforms.schema import FETCHED_DOCUMENTS, SOURCE_ITEMS
from warehouse.beside import path_beside
from warehouse.connection import Warehouse
from warehouse.load import NOTHING_READ, LoadCounts
from warehouse.loading.conflicts import freed_conflicts
from warehouse.loading.rejects import forget_accepted, is_address
from warehouse.loading.source_state import (
    begin_source,
    end_source,
    fetched_documents,
    files_by_source,
    known_items,
    outlets_of_files,
    waits,
    write_items,
)

_log = logging.getLogger(__name__)


MAX_DETAIL = 300
NAMED_FILES = ""
"""The source of files that the user named, which no declared source can be called."""
FETCHED = ".fetched"


def collect_files(
    warehouse: Warehouse, paths: Sequence[Path], run_id: str, progress: Progress | None = None, *, again: bool = False
) -> LoadCounts:
    """Read what is new in files and folders that the user named; again: all of it.

    Raises:
        SourceError: a path does not exist or cannot be read.
    """
    progress = progress or Silent()
    progress.begin("Reading articles", None)
    known = {} if again else _known(warehouse, NAMED_FILES)
    counts = _store(
        warehouse, NAMED_FILES, read_named(paths, known, own_files(warehouse.path)), run_id, progress, reread=again
    ).counts
    counts += _retry_freed(warehouse, None, run_id, progress)
    compare_articles(warehouse, progress)
    return counts


def collect(
    warehouse: Warehouse, declared: Sources, chosen: Mapping[str, Source], run_id: str, progress: Progress | None = None
) -> LoadCounts:
    """Read what is new in the chosen sources, one after the other; a source that fails stops no other."""
    progress = progress or Silent()
    total = NOTHING_READ
    left_alone = _hosts_left_alone(warehouse)
    with ExitStack() as stack:
        fetchers = {
            is_private: stack.enter_context(
                Fetcher(declared.fetching, is_anywhere if is_private else is_public, left_alone=left_alone)
            )
            for is_private in {
                source.allow_private for source in chosen.values() if not isinstance(source, FolderSource)
            }
        }
        for name, source in chosen.items():
            progress.begin(f"Reading {name}", None)
            pieces = _to_the_fault(_pieces(warehouse, declared, name, source, fetchers))
            total += _store_source(warehouse, name, source, pieces, run_id, progress)
    total += _retry_freed(warehouse, declared, run_id, progress)
    compare_articles(warehouse, progress)
    return total


def retry_files(
    warehouse: Warehouse,
    declared: Sources | None,
    origins: Sequence[str],
    run_id: str,
    progress: Progress | None = None,
) -> LoadCounts:
    """Read files that were refused once more, each as its source reads it; a row of what is refused no longer goes.

    declared: the sources as they are declared now; of a source that is not, the outlet is that of the articles that it gave.
    """
    progress = progress or Silent()
    total = NOTHING_READ
    refused: list[str] = []
    for name, of_source in files_by_source(warehouse, origins).items():
        progress.begin(f"Reading {name or 'files'} again", None)
        source = declared.sources.get(name) if declared else None
        given = {} if source or name == NAMED_FILES else outlets_of_files(warehouse, of_source)
        outlet = partial(outlet_of, source, declared.folder) if declared and source else given.get
        pieces = (piece for origin in of_source for piece in _of_outlet(read_retried(path_of(origin)), outlet))
        tally = _store(warehouse, name, pieces, run_id, progress)
        total += tally.counts
        refused += tally.refused
    forget_accepted(warehouse, origins, refused)
    compare_articles(warehouse, progress)
    return total


def _retry_freed(warehouse: Warehouse, declared: Sources | None, run_id: str, progress: Progress) -> LoadCounts:
    """Read once more the files that were refused for an id of another article, where that one's file was corrected since."""
    if not warehouse.exists():
        return NOTHING_READ
    with warehouse.reading() as db:
        freed = [origin for origin in freed_conflicts(db) if not is_address(origin) and not is_gone(origin)]
    return retry_files(warehouse, declared, freed, run_id, progress) if freed else NOTHING_READ


def read_again(
    warehouse: Warehouse, declared: Sources, chosen: Mapping[str, Source], run_id: str, progress: Progress | None = None
) -> LoadCounts:
    """Read all files and all kept bytes of the chosen sources once more, with the reader as it is now, without asking the network."""
    progress = progress or Silent()
    total = NOTHING_READ
    for name, source in chosen.items():
        if isinstance(source, FolderSource):
            progress.begin(f"Reading {name} again", None)
            pieces = _to_the_fault(
                _of_outlet(
                    read_folder(source, declared.folder, {}, own_files(warehouse.path)),
                    partial(outlet_of, source, declared.folder),
                )
            )
            total += _store_source(warehouse, name, source, pieces, run_id, progress, reread=True)
    rows = fetched_documents(warehouse, list(chosen))
    progress.begin("Reading kept pages again", rows.height)
    kept = kept_bytes(warehouse, declared)
    pages = frozenset(rows.filter(pl.col("fetched_as") == "page")["origin"])
    documents = (_kept_document(row, kept, pages) for row in rows.iter_rows(named=True))
    for batch in batched(documents):
        stored = store_documents(warehouse, batch, run_id, reread=True)
        total += stored.counts
        forget_accepted(warehouse, pages & {document.origin for document in batch}, stored.refused)
        progress.advance(len(batch))
    compare_articles(warehouse, progress)
    return total


def kept_bytes(warehouse: Warehouse, declared: Sources) -> KeptBytes:
    """The folder of fetched bytes: as sources.toml says, else beside the warehouse."""
    named = declared.fetching.kept_in
    if named:
        return KeptBytes(declared.folder / Path(named).expanduser())
    # a warehouse that gets a folder of its own, because another one is named like it, has kept bytes in the one of that
    return KeptBytes(path_beside(warehouse.path, FETCHED), warehouse.path.with_suffix(FETCHED))


def _hosts_left_alone(warehouse: Warehouse) -> dict[str, datetime]:
    """The hosts that have asked for a wait (Retry-After) which is not over, and its end."""
    hosts: dict[str, datetime] = {}
    for address, until in waits(warehouse, utc_now()).iter_rows():
        host = urlsplit(address).hostname
        if host:
            hosts[host] = max(until, hosts.get(host, until))
    return hosts


def _pieces(
    warehouse: Warehouse, declared: Sources, name: str, source: Source, fetchers: Mapping[bool, Fetcher]
) -> Iterator[Piece]:
    known = _known(warehouse, name)
    if isinstance(source, FolderSource):
        found = read_folder(source, declared.folder, known, own_files(warehouse.path))
        return _of_outlet(found, partial(outlet_of, source, declared.folder))
    fetcher = fetchers[source.allow_private]
    visit = Visit(known, fetcher, kept_bytes(warehouse, declared), declared.fetching.connections, utc_now())
    if source.kind == "feed":
        return read_feed_source(source, visit)
    return read_web_source(source, declared.folder, visit)


def _to_the_fault(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of a source, up to a fault that nobody thought of: it is said, and the other sources are read."""
    try:
        yield from pieces
    except Exception as error:
        _log.debug("a source could not be read to its end", exc_info=True)
        said = str(error) if isinstance(error, UserError) else f"{type(error).__name__}: {error}"
        yield Fault(f"reading stopped here: {said}"[:MAX_DETAIL])


def _store_source(
    warehouse: Warehouse,
    name: str,
    source: Source,
    pieces: Iterable[Piece],
    run_id: str,
    progress: Progress,
    *,
    reread: bool = False,
) -> LoadCounts:
    """Store the pieces of a declared source, and note how far its reading has come; reread: they have not changed."""

    def note(tally: Tally) -> None:
        end_source(warehouse, run_id, name, tally.columns, tally.last_failure, utc_now())

    begin_source(warehouse, run_id, name, source.kind, source.group, utc_now())
    tally = _store(warehouse, name, pieces, run_id, progress, note, reread=reread)
    note(tally)
    return tally.counts


def _store(
    warehouse: Warehouse,
    source: str,
    pieces: Iterable[Piece],
    run_id: str,
    progress: Progress,
    note: Callable[[Tally], None] = lambda _: None,
    *,
    reread: bool = False,
) -> Tally:
    """Store pieces a batch at a time; `note` is told after each what they have given so far. reread: they have not changed."""
    tally, n_new = Tally(), 0
    for batch in batched(pieces):
        documents = [piece for piece in batch if isinstance(piece, Document)]
        stored = store_documents(warehouse, documents, run_id, reread=reread)
        n_new += stored.counts.n_new + stored.counts.n_changed
        if n_new >= ARTICLES_WORTH_PROCESSES:
            # for the steps to come, while this one goes on
            start_processes()
        now = utc_now()
        items = tally.add(batch, stored)
        _forget_accepted(warehouse, items, tally.refused)
        fetched = [fetched_row(piece, source, run_id, now) for piece in batch if isinstance(piece, Fetched)]
        write_items(
            warehouse,
            SOURCE_ITEMS.frame([item_row(item, source, now) for item in items if _is_worth_noting(item, source)]),
            FETCHED_DOCUMENTS.frame(fetched),
        )
        note(tally)
        progress.advance(len(documents))
    return tally


def _is_worth_noting(item: Item, source: str) -> bool:
    """Whether when it was looked at matters to anybody."""
    return source != NAMED_FILES or not item.is_unchanged


def _forget_accepted(warehouse: Warehouse, items: Iterable[Item], refused: Sequence[str]) -> None:
    """What was refused before of files and addresses that were read now, and is not refused again, is refused no longer."""
    read = {item.origin: item.first_line for item in items if item.state != "failed" and not item.is_unchanged}
    if read:
        forget_accepted(warehouse, read, refused, read)


def _known(warehouse: Warehouse, source: str) -> dict[str, KnownItem]:
    frame = known_items(warehouse, source).drop("source", "detail", "read_at")
    return {row.pop("origin"): KnownItem(**row) for row in frame.iter_rows(named=True)}


def _of_outlet(pieces: Iterable[Document | Item], outlet: Callable[[str], str | None]) -> Iterator[Document | Item]:
    """The same pieces; a document has the outlet that is told for its origin."""
    for piece in pieces:
        yield replace(piece, outlet=outlet(piece.origin)) if isinstance(piece, Document) else piece


def _kept_document(row: dict[str, str | None], kept: KeptBytes, pages: frozenset[str]) -> Document:
    """A kept answer as it was read first: a feed without the items whose pages were fetched."""
    origin, raw_hash = str(row["origin"]), str(row["raw_hash"])
    content = kept.read(raw_hash)
    if content is None:
        words = (
            f"its kept bytes are missing or damaged ({raw_hash} in {kept.folder}): copy that folder from where the warehouse lay"
            " and run --reread again, or fetch it anew with `dateline retry --rejected`"
        )
        return Document(origin, b"", refused=("unreadable", words))
    listing = Listing(row["listed_title"], row["listed_published"], row["listed_summary"])
    fetched = Fetched(
        origin, raw_hash, str(row["fetched_as"]), row["address"] or origin, row["media_type"], row["outlet"], listing
    )
    return fetched.document(
        content, pages | _items_without_text(content) if row["fetched_as"] == "feed" else frozenset()
    )


def _items_without_text(feed: bytes) -> frozenset[str]:
    try:
        return without_text(read_links(feed))
    except RefusedError:  # reading it as a document says why
        return frozenset()
