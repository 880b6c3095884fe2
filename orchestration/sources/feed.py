"""One feed as a source of documents: its new items, and the pages behind mere summaries.

Belongs here: the order of these steps. Does not: which parts a feed has (feed_parts.py), reading feeds (transforms.articles.formats.feeds),
fetching (fetching/).
"""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sources.declared import FeedSource
from orchestration.sources.feed_parts import MissingPart, feed_parts
from orchestration.sources.fetching import Answer, FetchError, of_declared
from orchestration.sources.items import Fault, Fetched, Item, KnownItem, Visit
from orchestration.sources.pages import Wanted, failure, is_admitted, is_due, read_pages, still_to_be_had
from transforms.articles import Document, RefusedError
from transforms.articles.formats.feed_links import FeedLink, read_links, without_text
from transforms.articles.identity import canonical_url


def read_feed_source(source: FeedSource, visit: Visit) -> Iterator[Document | Fetched | Item | Fault]:
    """Of each part of the feed the pages first, then the part without the items whose pages were read; the feed's item comes last.

    A feed of which a page is still to be had is asked as if it were unknown, or the page would be forgotten with the next 304.
    """
    known = visit.known.get(source.url) if not visit.has_pages_to_ask_again else None
    try:
        answer = visit.fetcher.fetch(source.url, *(known.conditions if known else (None, None)))
    except FetchError as error:
        yield from failure(source.url, of_declared(error), None)
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


def _read(source: FeedSource, visit: Visit, first: Answer, item: Item) -> Iterator[Document | Fetched | Item | Fault]:
    """The feed's pages one after the other, then pages that failed before and that none of them names; the item says whether all was had."""
    n_left, is_complete, named = source.max_pages, True, {source.url}
    for part in feed_parts(source, visit, first):
        if isinstance(part, MissingPart):
            is_complete = is_complete and not part.may_pass
            yield part.fault
            continue
        links = _links(source, part)
        named |= {link.address for link in links}
        known = _known_pages(visit, links)
        due = [page for page in map(_wanted, links) if is_due(page, known.get(page.address), visit.now)]
        is_complete = is_complete and len(due) <= n_left
        read = {address for address, page in known.items() if page.state == "read"}
        for found in read_pages(due[:n_left], visit, source.outlet):
            if isinstance(found, Item):
                read |= {found.origin} if found.state == "read" else set()
            yield found
        n_left = max(0, n_left - len(due))
        fetched = Fetched(
            source.url, visit.kept.keep(part.content), "feed", part.address, part.media_type, source.outlet
        )
        # an item without text has nothing but its page: where that cannot be had, its row says so once
        yield fetched.document(part.content, frozenset(read | without_text(links)))
        yield fetched
    failed_before = still_to_be_had(visit, named)
    yield from read_pages(failed_before[:n_left], visit, source.outlet)
    is_complete = is_complete and len(failed_before) <= n_left
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


def _known_pages(visit: Visit, links: list[FeedLink]) -> dict[str, KnownItem]:
    """What is known of the page of each link, by address; a page whose address had other tracking parameters is known."""
    before_query = {link.address.partition("?")[0] for link in links}
    canonical = {
        canonical_url(address): item
        for address, item in visit.known.items()
        if address.partition("?")[0] in before_query
    }
    known = {
        link.address: visit.known.get(link.address) or canonical.get(canonical_url(link.address)) for link in links
    }
    return {address: item for address, item in known.items() if item}


def _wanted(link: FeedLink) -> Wanted:
    return Wanted(link.address, link.listing, link.changed)
