"""Articles as HTML pages.

Belongs here: a page -> Article. Does not: how its text (page_text.py), date (page_dates.py), headline (page_titles.py) and embedded
data (page_data.py) are found.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from transforms.articles.document import Article
from transforms.articles.identity import canonical_url
from transforms.articles.language import language_code
from transforms.articles.page_data import PageData, page_data
from transforms.articles.page_dates import find_published
from transforms.articles.page_text import find_text, parse, sane_markup
from transforms.articles.page_titles import find_title
from transforms.articles.text_dates import published_by_words_or_address


def read_page(markup: str, origin: str) -> Article:
    """The page's article.

    Raises:
        RefusedError: `no_article` when the page has no main text, `malformed` when it cannot be parsed, `too_large`.
    """
    markup = sane_markup(markup)
    tree = parse(markup)
    data = page_data(tree)
    url = canonical_url(_own_address(data, origin))
    title = find_title(tree, data)
    text = find_text(markup, title, data)
    published = find_published(tree, data, url, markup)
    if published.day is None:
        published = published_by_words_or_address(text, url)
    return Article(
        origin=origin,
        text=text,
        title=title,
        url=url,
        source=data.site_name,
        lang=_language(tree, data),
        published=published,
    )


def _own_address(data: PageData, origin: str) -> str | None:
    return data.url or (origin if origin.startswith(("http://", "https://")) else None)


def _language(tree: HtmlElement, data: PageData) -> str | None:
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return language_code(declared) or language_code(data.lang)
