"""What a page says about itself in its markup: meta tags, JSON-LD, canonical link.

Belongs here: collecting these. Does not: choosing among them (dates.py, titles.py).
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from transforms.articles.identity import WEB, host_of

MAX_NODES: Final = 5000
"""So many JSON-LD objects of one page are looked at."""
MAX_LINKS: Final = 10
ARTICLE_TYPES: Final = ("Article", "Posting", "Report", "VideoObject")
"""Ends of the schema.org types that describe the page's own article, best first."""

PAGE_TYPES: Final = ("Page",)
NOT_THE_PAGE: Final = ("WebSite", "Organization", "Person", "Comment", "Review", "ImageObject")
"""Ends of types whose dates are of something else."""


@dataclass(frozen=True, slots=True)
class PageData:
    """Meta tags by lower-case name, the JSON-LD object of the article (empty when none), the page's own address, the outlet."""

    meta: Mapping[str, str]
    article: Mapping[str, object]
    url: str | None
    site_name: str | None
    lang: str | None

    @property
    def authors(self) -> list[str]:
        """The names of the authors in the article's JSON-LD object."""
        given = self.article.get("author")
        people = given if isinstance(given, list) else [given]
        named = [person.get("name") if isinstance(person, dict) else person for person in people]
        flat = [name for one in named for name in (one if isinstance(one, list) else [one])]
        return [name for name in flat if isinstance(name, str)]

    def first_meta(self, *names: str) -> str | None:
        """The content of the first of these meta tags that the page has."""
        return next((self.meta[name] for name in names if name in self.meta), None)

    def article_string(self, key: str) -> str | None:
        """A string of the article's JSON-LD object."""
        value = self.article.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        return value.strip() or None if isinstance(value, str) else None


def page_data(tree: HtmlElement) -> PageData:
    """Everything the head and the embedded data of a parsed page say."""
    meta = _meta(tree)
    url = _canonical(tree, meta)
    article = _article_node(list(_json_ld_nodes(tree)), url)
    return PageData(meta, article, url, _site_name(meta, article, url), _declared_language(meta, article))


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _json_ld_nodes(tree: HtmlElement) -> Iterator[dict[str, object]]:
    waiting: deque[object] = deque()
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            waiting.append(_json_value(script.text or ""))
    n_nodes = 0
    while waiting and n_nodes < MAX_NODES:
        value = waiting.popleft()
        n_nodes += 1
        if isinstance(value, list):
            waiting.extend(value[:MAX_NODES])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)


def _json_value(text: str) -> object:
    try:
        value: object = json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _article_node(nodes: list[dict[str, object]], url: str | None) -> Mapping[str, object]:
    """The object that describes the page's own article: that of its address where several are of one type; else a dated one of a page, or of no known kind."""
    for ending in ARTICLE_TYPES:
        fitting = [node for node in nodes if _is_of(node, (ending,))]
        if fitting:
            return next((node for node in fitting if url and url in _addresses(node)), fitting[0])
    dated = [node for node in nodes if "datePublished" in node and not _is_of(node, NOT_THE_PAGE)]
    return next((node for node in dated if _is_of(node, PAGE_TYPES)), dated[0] if dated else {})


def _is_of(node: Mapping[str, object], endings: tuple[str, ...]) -> bool:
    """Whether the name of a type of the object ends so."""
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(endings) for name in named)


def _addresses(node: Mapping[str, object]) -> set[str]:
    """The addresses by which an object says of what page it is."""
    page = node.get("mainEntityOfPage")
    values = (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    return {value for value in values if isinstance(value, str)}


def _canonical(tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    """The canonical link, else og:url; a link to the front page, which some pages repeat everywhere, only when there is no other."""
    links = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    candidates = [candidate.strip() for candidate in (*links[:MAX_LINKS], meta.get("og:url") or "")]
    base = next(
        (candidate for candidate in candidates if candidate.startswith(WEB) and host_of(candidate)),
        "",
    )
    return next(
        (address for address in (_joined(base, candidate) for candidate in candidates) if _has_path(address)),
        base or None,
    )


def _joined(base: str, address: str) -> str:
    try:
        return str(urljoin(base, address))
    except ValueError:
        return ""


def _has_path(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _site_name(meta: Mapping[str, str], article: Mapping[str, object], url: str | None) -> str | None:
    if "og:site_name" in meta:
        return meta["og:site_name"]
    publisher = article.get("publisher")
    named = publisher.get("name") if isinstance(publisher, dict) else publisher
    if isinstance(named, str) and named.strip() and not named.startswith("http"):
        return named.strip()
    return host_of(url) or meta.get("application-name")


def _declared_language(meta: Mapping[str, str], article: Mapping[str, object]) -> str | None:
    declared = article.get("inLanguage")
    return meta.get("og:locale") or meta.get("content-language") or (declared if isinstance(declared, str) else None)
