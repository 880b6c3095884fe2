"""Pages by address as a source of documents: addresses in sources.toml, in lists, in sitemaps.

Belongs here: collecting the addresses that are due, newest first. Does not: reading sitemaps (transforms.articles.formats.sitemaps), fetching (pages.py).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from orchestration.sources.declared import WebSource
from orchestration.sources.fetching import FetchError, of_declared
from orchestration.sources.files import origin_of
from orchestration.sources.items import Fault, Fetched, Item, KnownItem, Visit
from orchestration.sources.pages import Wanted, failure, is_admitted, is_due, read_pages, still_to_be_had
from transforms.articles import Document, Listing, RefusedError, SitemapEntry, read_addresses, read_sitemap
from transforms.articles.identity import WEB

MAX_SITEMAPS: Final = 1000
"""At most so many sitemaps of one source are fetched in one run."""

GIVEN_UP: Final = (
    "no page could be had, and all {n_pages} are given up; `dateline retry --rejected` lets them be asked for again"
)


def read_web_source(source: WebSource, folder: Path, visit: Visit) -> Iterator[Document | Fetched | Item | Fault]:
    """The pages that are due, at most `max_pages`, then the items of the lists and sitemaps that named them; a fault when all pages are given up.

    folder: where relative paths of lists start.
    """
    addresses = _Addresses(source, visit)
    yield from addresses.of_lists(folder)
    yield from addresses.of_sitemaps()
    addresses.take_up_what_failed()
    due = sorted(addresses.due.values(), key=lambda page: page.changed or "", reverse=True)
    if not due and (n_pages := addresses.count_given_up()):
        yield Fault(GIVEN_UP.format(n_pages=n_pages))
        return
    is_complete = len(due) <= source.max_pages
    yield from read_pages(due[: source.max_pages], visit, source.outlet)
    for item in addresses.sitemaps:
        yield item if is_complete else item.to_be_asked_again()


class _Addresses:
    """The pages that are due, and the sitemaps that were read on the way to them."""

    def __init__(self, source: WebSource, visit: Visit) -> None:
        self._source = source
        self._visit = visit
        self._recheck = timedelta(hours=source.recheck_hours) if source.recheck_hours else None
        self.due: dict[str, Wanted] = {}
        self.sitemaps: list[Item] = []
        self.seen: set[str] = set()
        self._named: set[str] = set()
        for address in source.urls:
            self._consider(Wanted(address, Listing()))

    def of_lists(self, folder: Path) -> Iterator[Document | Item]:
        """Take up the addresses in text files; yields what is wrong with a file."""
        for name in self._source.lists:
            path = folder / Path(name).expanduser()
            try:
                addresses = read_addresses(path.read_text("utf-8", errors="replace"))
            except OSError as error:
                yield Item(origin_of(path), "failed", f"{error.strerror}; check the path in sources.toml")
                continue
            known = self._visit.known.get(origin_of(path))
            if known and known.state == "failed":  # it is there again
                yield Item(origin_of(path), "read")
            for address in addresses:
                self._consider(Wanted(address, Listing()))

    def of_sitemaps(self) -> Iterator[Document | Item]:
        """Take up the pages of sitemaps, and of those that they name until enough pages are due; yields what is wrong with a sitemap."""
        waiting = deque(SitemapEntry(address, is_sitemap=True) for address in self._source.sitemaps)
        while waiting and len(self.seen) < MAX_SITEMAPS and len(self.due) < self._source.max_pages:
            entry = waiting.popleft()
            if entry.address in self.seen:
                continue
            self.seen.add(entry.address)
            try:
                children = self._read_sitemap(entry)
            except FetchError as error:
                is_declared = entry.address in self._source.sitemaps
                yield from failure(entry.address, of_declared(error) if is_declared else error, None)
            except RefusedError as error:
                yield from failure(entry.address, FetchError(error.reason, error.detail), None)
            else:
                waiting.extend(sorted(children, key=lambda child: child.changed or "", reverse=True))

    def _read_sitemap(self, entry: SitemapEntry) -> list[SitemapEntry]:
        """Take up the pages that a sitemap names, unless it is as it was when all of them were had; the sitemaps that it names."""
        known = self._known_whole(entry.address)
        if known and entry.changed and entry.changed == known.listed:
            return []
        answer = self._visit.fetcher.fetch(entry.address, *(known.conditions if known else (None, None)))
        if answer.is_unchanged and known:
            self.sitemaps.append(Item.unchanged(entry.address, known, listed=entry.changed))
            return []
        entries = read_sitemap(answer.content, answer.media_type)
        children = [child for child in entries if child.is_sitemap]
        item = Item.answered(entry.address, answer, self._visit.kept.keep(answer.content), listed=entry.changed)
        # an index often stays the same while the sitemaps that it names change
        self.sitemaps.append(item.to_be_asked_again() if children else item)
        for page in entries:
            if not page.is_sitemap:
                self._consider(Wanted(page.address, page.listing, page.changed))
        return children

    def _known_whole(self, address: str) -> KnownItem | None:
        """The sitemap as it is known, where it needs no second look: all its pages were had, none is to be checked again, and it names no sitemaps."""
        known = self._visit.known.get(address)
        is_whole = known and known.raw_hash and not self._recheck and not self._visit.has_pages_to_ask_again
        return known if is_whole else None

    def take_up_what_failed(self) -> None:
        """Take up pages that failed before and that no list names any more, once all sitemaps have been seen."""
        if len(self.due) >= self._source.max_pages:
            return
        for page in still_to_be_had(self._visit, {*self.due, *self.seen}):
            self._consider(page)

    def count_given_up(self) -> int:
        """The number of pages that are asked for no more, when they are all that this source has; a sitemap that did not change names its pages unread."""
        known = {
            address: item.state
            for address, item in self._visit.known.items()
            if address in self._named
            or (self._source.sitemaps and address.startswith(WEB) and address not in self.seen)
        }
        return len(known) if all(state == "refused" for state in known.values()) else 0

    def _consider(self, page: Wanted) -> None:
        self._named.add(page.address)
        if is_admitted(self._source, page.address) and is_due(
            page, self._visit.known.get(page.address), self._visit.now, self._recheck
        ):
            self.due.setdefault(page.address, page)
