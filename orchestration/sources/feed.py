"""One feed as a source of documents: its new items, and the pages behind mere summaries.

Belongs here: the order of these steps. Does not: reading feeds (transforms.articles.formats.feeds), fetching (fetching/).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from orchestration.sources.declared import FeedSource
from orchestration.sources.fetching import Answer, FetchError
from orchestration.sources.items import Fetched, Item, Visit
from orchestration.sources.pages import Wanted, failure, is_admitted, is_due, read_pages, still_to_be_had
from transforms.articles import Document, RefusedError
from transforms.articles.formats.feed_links import FeedLink, read_links


def read_feed_source(source: FeedSource, visit: Visit) -> Iterator[Document | Fetched | Item]:
    """Pages first, then the feed without the items whose pages were read, then the feed's item.

    A feed of which a page is still to be had is asked as if it were unknown, or the page would be forgotten with the next 304.
    """
    known = visit.known.get(source.url) if not visit.has_pages_to_ask_again else None
    try:
        answer = visit.fetcher.fetch(source.url, *(known.conditions if known else (None, None)))
    except FetchError as error:
        yield from failure(source.url, error, None)
        return
    if answer.is_unchanged and known is not None:
        yield Item.unchanged(source.url, known)
        return
    raw_hash = visit.kept.keep(answer.content)
    item = Item.answered(source.url, answer, raw_hash)
    if known is not None and known.raw_hash == raw_hash:
        yield item.as_unchanged(known.n_articles)
        return
    yield from _read(source, visit, answer, item)


def _read(source: FeedSource, visit: Visit, answer: Answer, item: Item) -> Iterator[Document | Fetched | Item]:
    links = _links(source, answer)
    due = [page for page in map(_wanted, links) if is_due(page, visit.known.get(page.address), visit.now)]
    due += still_to_be_had(visit, {source.url, *(link.address for link in links)})
    is_complete = len(due) <= source.max_pages
    read = {link.address for link in links if (known := visit.known.get(link.address)) and known.state == "read"}
    for found in read_pages(islice(due, source.max_pages), visit, source.outlet):
        if isinstance(found, Item):
            read |= {found.origin} if found.state == "read" else set()
        yield found
    fetched = Fetched(source.url, item.raw_hash or "", "feed", answer.address, answer.media_type, source.outlet)
    yield fetched.document(answer.content, frozenset(read))
    yield fetched
    yield item if is_complete else item.to_be_asked_again()


def _links(source: FeedSource, answer: Answer) -> list[FeedLink]:
    """The items whose pages are wanted; none of a feed that cannot be read: reading it as a document says why."""
    if source.pages == "never":
        return []
    try:
        links = read_links(answer.content, answer.media_type)
    except RefusedError:
        return []
    wanted = (link for link in links if source.pages == "always" or link.is_summary)
    unique = {link.address: link for link in wanted if is_admitted(source, link.address)}
    return list(unique.values())


def _wanted(link: FeedLink) -> Wanted:
    return Wanted(link.address, link.listing, link.changed)
