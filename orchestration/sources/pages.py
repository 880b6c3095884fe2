"""Pages that a feed, a sitemap or a list leads to.

Belongs here: which of them are due, fetching them, and what became of each. Does not: finding their addresses (feed.py, web.py).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from typing import Final

from orchestration.sources.declared import FeedSource, WebSource
from orchestration.sources.fetching import Answer, FetchError
from orchestration.sources.items import Fetched, Item, KnownItem, Visit
from transforms.articles import Document, Listing
from transforms.articles.identity import WEB

MAX_FAILED_RUNS: Final = 5
"""After so many runs in which a page could not be had it is given up; `dateline retry --rejected` asks again."""
AHEAD_PER_CONNECTION: Final = 2
"""So many pages are fetched ahead of the one that is read."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The address of a page, what led to it says of it, and when it changed (as written there)."""

    address: str
    listing: Listing
    changed: str | None = None


def is_admitted(source: FeedSource | WebSource, address: str) -> bool:
    """Whether the globs of the source admit the address."""
    included = not source.include or any(fnmatchcase(address, glob) for glob in source.include)
    return included and not any(fnmatchcase(address, glob) for glob in source.exclude)


def is_due(wanted: Wanted, known: KnownItem | None, now: datetime, recheck: timedelta | None = None) -> bool:
    """Whether a page is to be asked for: a new one, one that changed, one that failed and may be asked again, one not seen for `recheck`."""
    if known is None:
        return True
    if known.state == "failed":
        return known.retry_at is None or known.retry_at <= now
    if wanted.changed is not None and wanted.changed != known.listed:
        return True
    return known.state == "read" and recheck is not None and known.checked_at + recheck <= now


def still_to_be_had(visit: Visit, besides: Collection[str]) -> list[Wanted]:
    """Pages that failed before and that nothing names any more; of what named them only the date is remembered."""
    failed = ((address, known) for address, known in visit.known.items() if known.state == "failed")
    return [
        Wanted(address, Listing(published=known.listed), known.listed)
        for address, known in failed
        if address not in besides and address.startswith(WEB) and is_due(Wanted(address, Listing()), known, visit.now)
    ]


def read_pages(wanted: Iterable[Wanted], visit: Visit, outlet: str | None) -> Iterator[Document | Fetched | Item]:
    """Fetch pages, several hosts at once: of each the document and what is kept of it, then its item; in the given order."""
    with ThreadPoolExecutor(visit.connections) as pool:
        waiting: deque[tuple[Wanted, Future[Answer | FetchError]]] = deque()
        for page in wanted:
            waiting.append((page, pool.submit(_fetched, page, visit)))
            if len(waiting) > AHEAD_PER_CONNECTION * visit.connections:
                yield from _result(*waiting.popleft(), visit, outlet)
        while waiting:
            yield from _result(*waiting.popleft(), visit, outlet)


def failure(
    origin: str, error: FetchError, known: KnownItem | None, listed: str | None = None
) -> Iterator[Document | Item]:
    """What is noted of an address that could not be had: it failed, or it is given up."""
    may_pass = error.is_passing and (known.n_failures if known else 0) + 1 < MAX_FAILED_RUNS
    yield Document(origin, b"", refused=(error.reason, error.detail))
    yield Item(origin, "failed" if may_pass else "refused", error.detail, listed=listed, retry_at=error.retry_at)


def _fetched(page: Wanted, visit: Visit) -> Answer | FetchError:
    known = visit.known.get(page.address)
    try:
        return visit.fetcher.fetch(page.address, *(known.conditions if known else (None, None)))
    except FetchError as error:
        return error
    except Exception as error:  # one address that nobody thought of must not stop the others
        return FetchError("unreachable", f"cannot be fetched: {type(error).__name__}: {error}"[:200])


def _result(
    page: Wanted, future: Future[Answer | FetchError], visit: Visit, outlet: str | None
) -> Iterator[Document | Fetched | Item]:
    answer, known = future.result(), visit.known.get(page.address)
    if isinstance(answer, FetchError):
        yield from failure(page.address, answer, known, page.changed)
        return
    if answer.is_unchanged and known is not None:
        yield Item.unchanged(page.address, known, listed=page.changed)
        return
    raw_hash = visit.kept.keep(answer.content)
    item = Item.answered(page.address, answer, raw_hash, listed=page.changed)
    if known is not None and known.raw_hash == raw_hash:
        yield item.as_unchanged(known.n_articles)
        return
    fetched = Fetched(page.address, raw_hash, "page", answer.address, answer.media_type, outlet, page.listing)
    yield fetched.document(answer.content)
    yield fetched
    yield item
