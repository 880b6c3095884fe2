"""Articles as HTML pages.

Belongs here: a page -> Article, and who wrote it. Does not: how its text (text.py), date (dates.py), headline (titles.py) and embedded
data (data.py) are found, and which pages are none (walls.py).
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from transforms.articles.bylines import byline_of
from transforms.articles.days.text_dates import published_by_words_or_address
from transforms.articles.document import Article
from transforms.articles.identity import WEB, canonical_url, host_of
from transforms.articles.language import language_code
from transforms.articles.own import check_page
from transforms.articles.pages.data import PageData, page_data
from transforms.articles.pages.dates import find_published
from transforms.articles.pages.text import find_text, parse, sane_markup
from transforms.articles.pages.titles import find_title
from transforms.articles.pages.walls import check_wall

META_AUTHORS: Final = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "citation_author",
)
MAX_MARKED: Final = 5


def read_page(markup: str, origin: str) -> Article:
    """The page's article.

    Raises:
        RefusedError: `no_article` when the page has no main text or is what stands before an article (walls.py), `malformed` when it cannot be parsed, `too_large`, `own_page`.
    """
    markup = sane_markup(markup)
    tree = parse(markup)
    data = page_data(tree)
    check_page(data.meta)
    url = canonical_url(_own_address(data, origin))
    title = find_title(tree, data)
    text = find_text(markup, title, data)
    check_wall(title, text)
    published = find_published(tree, data, url, markup)
    if published.day is None:
        published = published_by_words_or_address(text, url)
    return Article(
        origin=origin,
        text=text,
        title=title,
        url=url,
        source=data.site_name or host_of(url) or None,
        byline=_byline(tree, data),
        lang=_language(tree, data),
        published=published,
    )


def _byline(tree: HtmlElement, data: PageData) -> str | None:
    """Who wrote it: as JSON-LD says, else the meta tags, else what is marked in the page."""
    return (
        byline_of(data.authors)
        or byline_of(data.meta[name] for name in META_AUTHORS if name in data.meta)
        or _marked(tree)
    )


def _marked(tree: HtmlElement) -> str | None:
    marked = (
        element for element in tree.iter() if element.get("rel") == "author" or element.get("itemprop") == "author"
    )
    return byline_of(" ".join(element.text_content().split()) for element in islice(marked, MAX_MARKED))


def _own_address(data: PageData, origin: str) -> str | None:
    return data.url or (origin if origin.startswith(WEB) else None)


def _language(tree: HtmlElement, data: PageData) -> str | None:
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return language_code(declared) or language_code(data.lang)
