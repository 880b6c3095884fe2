"""The tree and the main text of a page.

Belongs here: parsing hostile markup within limits, extraction by trafilatura, and whether what it found is the article. Does not:
metadata (data.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

import trafilatura
from lxml.html import HtmlElement

from transforms.articles.document import RefusedError
from transforms.articles.formats.fragments import paragraphs_of
from transforms.articles.pages.data import PageData


@dataclass(frozen=True, slots=True)
class Settings:
    """How trafilatura extracts."""

    fast: bool = False
    favor_precision: bool = False
    favor_recall: bool = False


EXTRACTIONS: Final = (Settings(), Settings(favor_precision=True), Settings(fast=True), Settings(favor_recall=True))
"""Tried in this order while the text is too short or misses the topic of the page."""
MIN_TEXT_CHARACTERS: Final = 120
"""Less text than this is a caption, a cookie notice or an error message."""
MIN_TOPIC_SHARE: Final = 0.3
"""A text that uses less of its page's topic is a cookie notice or an appeal for money."""
MIN_TOPIC_WORD: Final = 4
MUCH_MORE: Final = 2
"""A text in the page's data that is so much longer than what is shown holds what is hidden."""
MAX_PAGE_CHARACTERS: Final = 10 * 2**20
MAX_ELEMENTS: Final = 30_000
"""A long report has 3,000 elements; far beyond that the time that extraction takes grows faster than the page."""
MAX_ATTRIBUTES: Final = 1000
"""A tag with more attributes is damage or malice, and the parser compares each with each."""

_WORD: Final = re.compile(r"\w+")
_LONG_TAG: Final = re.compile(r"<[A-Za-z][^<>]{10000,}")


def sane_markup(markup: str) -> str:
    """The page without null characters and floods of attributes.

    Raises:
        RefusedError: `too_large` for a page beyond the limit.
    """
    if len(markup) > MAX_PAGE_CHARACTERS:
        raise RefusedError("too_large", f"a page of more than {MAX_PAGE_CHARACTERS // 2**20} million characters")
    return _LONG_TAG.sub(_without_flood, markup.replace("\x00", ""))


def parse(markup: str) -> HtmlElement:
    """The tree of a page.

    Raises:
        RefusedError: `malformed` when it cannot be parsed, `no_article` when it is no page, `too_large` beyond the limit.
    """
    try:
        tree = trafilatura.load_html(markup)
    except Exception as error:  # a parser of hostile input fails in ways its documentation does not name
        raise RefusedError("malformed", f"the page cannot be parsed: {type(error).__name__}") from error
    if tree is None:
        raise RefusedError("no_article", "no article: not an HTML page")
    if sum(1 for _ in islice(tree.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS:
        raise RefusedError("too_large", f"a page of more than {MAX_ELEMENTS} elements")
    return tree


def find_text(markup: str, title: str | None, data: PageData) -> str:
    """The main text, one paragraph a line; where it is too short or misses the topic, the reading of other settings that fits best.

    Raises:
        RefusedError: `no_article` when no setting finds enough text, `malformed` when extraction fails.
    """
    topic = _topic(title, data)
    best = ""
    for settings in EXTRACTIONS:
        best = max(best, _extracted(markup, settings), key=lambda text: (_is_long_enough(text), _share(topic, text)))
        if _is_long_enough(best) and _share(topic, best) >= MIN_TOPIC_SHARE:
            break
    embedded = paragraphs_of(data.article_string("articleBody") or "")
    if len(embedded) >= MUCH_MORE * len(best) and _share(topic, embedded) >= MIN_TOPIC_SHARE:
        # what the page shows is its beginning, before a paywall or a script that fetches the rest
        best = embedded
    if not _is_long_enough(best):
        raise RefusedError("no_article", f"no article found in the page ({len(best)} characters of text)")
    return _without_headline(best, title)


def _without_flood(tag: re.Match[str]) -> str:
    return "<span" if tag[0].count("=") > MAX_ATTRIBUTES else tag[0]


def _topic(title: str | None, data: PageData) -> frozenset[str]:
    """The longer words of headline and summary."""
    summary = data.first_meta("og:description", "description") or ""
    return frozenset(word for word in _words(f"{title or ''} {summary}") if len(word) >= MIN_TOPIC_WORD)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _is_long_enough(text: str) -> bool:
    return len(text) >= MIN_TEXT_CHARACTERS


def _share(topic: frozenset[str], text: str) -> float:
    return len(topic & set(_words(text))) / len(topic) if topic else 1.0


def _extracted(markup: str, settings: Settings) -> str:
    tree = parse(markup)  # anew, because extraction changes the tree
    try:
        document = trafilatura.bare_extraction(
            tree,
            fast=settings.fast,
            favor_precision=settings.favor_precision,
            favor_recall=settings.favor_recall,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
        )
    except Exception as error:  # as above
        raise RefusedError("malformed", f"the text cannot be extracted: {type(error).__name__}") from error
    text = getattr(document, "text", None)
    return text.strip() if isinstance(text, str) else ""


def _without_headline(text: str, title: str | None) -> str:
    """The headline stands in its own column; repeated as first paragraph it would be read as a sentence."""
    first, _, rest = text.partition("\n")
    return rest if rest and title is not None and first.split() == title.split() else text
