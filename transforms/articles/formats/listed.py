"""What a feed or sitemap says of the page it leads to, where the page itself says less.

Belongs here: filling in an article from its listing, and an article from a listing alone. Does not: reading feeds and sitemaps.
"""

from __future__ import annotations

from dataclasses import replace

from transforms.articles.days.published import published_from
from transforms.articles.document import Article, Document
from transforms.articles.formats.fragments import paragraphs_of
from transforms.articles.identity import canonical_url


def with_listing(article: Article, document: Document) -> Article:
    """The article with the listed headline where it has none, and the listed date where its own was not in its metadata."""
    listed = document.listed
    published = article.published
    if published.basis != "metadata":
        told = published_from(listed.published, "feed")
        published = told if told.day is not None else published
    title = article.title or paragraphs_of(listed.title or "") or None
    return replace(article, title=title, published=published)


def article_of_listing(document: Document) -> Article:
    """The summary as the article, for a page that cannot be read."""
    listed = document.listed
    return Article(
        origin=document.origin,
        text=listed.summary or "",
        title=paragraphs_of(listed.title or "") or None,
        url=canonical_url(document.address or document.origin),
        published=published_from(listed.published, "feed"),
    )
