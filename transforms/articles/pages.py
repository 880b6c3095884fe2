"""Articles as HTML pages.

Belongs here: a page -> Article, main text by trafilatura. Does not: its date (page_dates.py), headline (page_titles.py), embedded data (page_data.py).
"""

from __future__ import annotations

from typing import Final

import trafilatura
from lxml.html import HtmlElement

from transforms.articles.document import Article, RefusedError
from transforms.articles.identity import canonical_url
from transforms.articles.language import language_code
from transforms.articles.page_data import PageData, page_data
from transforms.articles.page_dates import find_published
from transforms.articles.page_titles import find_title

MAX_PAGE_CHARACTERS: Final = 10 * 2**20
MIN_TEXT_CHARACTERS: Final = 120
"""Less text than this is a caption, a cookie notice or an error message."""


def read_page(markup: str, origin: str) -> Article:
    """The page's article.

    Raises:
        RefusedError: `no_article` when the page has no main text, `malformed` when it cannot be parsed, `too_large`.
    """
    if len(markup) > MAX_PAGE_CHARACTERS:
        raise RefusedError("too_large", f"a page of more than {MAX_PAGE_CHARACTERS // 2**20} million characters")
    tree = _parse(markup)
    data = page_data(tree)
    url = canonical_url(_own_address(data, origin))
    published = find_published(tree, data, url, markup)
    title = find_title(tree, data)
    text = _without_headline(_main_text(tree), title)
    if len(text) < MIN_TEXT_CHARACTERS:
        raise RefusedError("no_article", f"no article found in the page ({len(text)} characters of text)")
    return Article(
        origin=origin,
        text=text,
        title=title,
        url=url,
        source=data.site_name,
        lang=_language(tree, data),
        published=published,
    )


def _parse(markup: str) -> HtmlElement:
    try:
        tree = trafilatura.load_html(markup.replace("\x00", ""))
    except Exception as error:  # a parser of hostile input fails in ways its documentation does not name
        raise RefusedError("malformed", f"the page cannot be parsed: {type(error).__name__}") from error
    if tree is None:
        raise RefusedError("no_article", "no article: not an HTML page")
    return tree


def _main_text(tree: HtmlElement) -> str:
    try:
        document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception as error:  # as above
        raise RefusedError("malformed", f"the text cannot be extracted: {type(error).__name__}") from error
    text = getattr(document, "text", None)
    return text.strip() if isinstance(text, str) else ""


def _without_headline(text: str, title: str | None) -> str:
    """The headline stands in its own column; repeated as first paragraph it would be read as a sentence."""
    first, _, rest = text.partition("\n")
    return rest if title is not None and first.split() == title.split() else text


def _own_address(data: PageData, origin: str) -> str | None:
    return data.url or (origin if origin.startswith(("http://", "https://")) else None)


def _language(tree: HtmlElement, data: PageData) -> str | None:
    return language_code(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")) or language_code(
        data.lang
    )
