"""The headline of a page.

Belongs here: the readings a page offers and the vote among them. Does not: headlines of text files (formats/plain_text.py).
Pages repeat their headline in h1, JSON-LD, og:title and title, each sometimes shortened, decorated with the outlet's name or written for
search engines: the reading that most of the others confirm is the headline readers saw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from transforms.articles.identity import host_of
from transforms.articles.pages.data import PageData

MAX_TITLE_LENGTH: Final = 400
MAX_NAVIGATION: Final = 200
"""So many links of the navigation are looked at."""
MAX_H1: Final = 5
"""Later h1 elements head lists and boxes."""
H1_WEIGHT: Final = 1.5
"""The h1 is what readers see."""
META_WEIGHT: Final = 1.0
REPEATED_WEIGHT: Final = 0.25
"""twitter:title is mostly a copy of og:title."""

_SEPARATOR: Final = re.compile(r"\s+(?:[-–—|:»›·•/<>~]|::)\s+|\s*[|»›ㅣ｜]\s*|--+")
_EDGE: Final = re.compile(r"[-–—|:/»›·•(\[)\]]")
_CUT_SHORT: Final = re.compile(r"(?:[:,;–—-]|…|\.\.\.)$")
_FRONT_PAGE: Final = re.compile(r"/|(?:https?:)?//[^/?#]+/?")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD: Final = re.compile(r"\w+")

_Reading = tuple[str, float]


def find_title(tree: HtmlElement, data: PageData) -> str | None:
    """The headline most readings confirm; without the outlet's name; null when the page has none."""
    names = _outlet_names(tree, data)
    sections = _sections(tree, data)
    readings = [(_without_outlet(title, names, sections), weight) for title, weight in _readings(tree, data)]
    readings = [(title, weight) for title, weight in readings if title and _key(title) not in names]
    readings = [(title, weight) for title, weight in readings if not _CUT_SHORT.search(title)] or readings
    if not readings:
        return None
    return max(readings, key=lambda reading: _votes(reading[0], readings))[0]


def _readings(tree: HtmlElement, data: PageData) -> Iterator[_Reading]:
    for heading in islice(tree.iter("h1"), MAX_H1):
        yield _clean(heading.text_content()), H1_WEIGHT
    yield _clean(data.article_string("headline")), META_WEIGHT
    yield _clean(data.meta.get("og:title")), META_WEIGHT
    yield _clean(data.meta.get("twitter:title")), REPEATED_WEIGHT
    yield _clean(tree.findtext(".//title")), META_WEIGHT


def _clean(title: str | None) -> str:
    # entities that were escaped twice stand in many meta tags
    words = " ".join(_INVISIBLE.sub("", unescape(title or "")).split())
    return words if len(words) <= MAX_TITLE_LENGTH else ""


def _key(title: str) -> str:
    return "".join(_WORD.findall(title.casefold()))


def _votes(title: str, readings: list[_Reading]) -> float:
    """The weight of the readings that confirm this one."""
    return sum(weight for other, weight in readings if _confirms(other, title))


def _confirms(other: str, title: str) -> bool:
    """Whether another reading says the same, the same with a part before or behind it, or the same until it breaks off."""
    if _key(other) == _key(title) or _breaks_off(other, title):
        return True
    rest = other.replace(title, "", 1).strip() if title in other else ""
    return bool(rest) and len(rest) < len(title) and bool(_EDGE.match(rest[0]) or _EDGE.match(rest[-1]))


def _breaks_off(other: str, title: str) -> bool:
    """Whether another reading is the title's beginning; what a separator cuts off is no part of the title."""
    rest = title[len(other) :].strip() if title.startswith(other) else ""
    return bool(rest) and 2 * len(other) > len(title) and not _EDGE.match(rest[0])


def _outlet_names(tree: HtmlElement, data: PageData) -> frozenset[str]:
    host = host_of(data.url)
    label = max(host.split("."), key=len)
    logos = [
        _clean(heading.text_content()) for heading in islice(tree.iter("h1"), MAX_H1) if _links_to_front_page(heading)
    ]
    named = (data.site_name, data.meta.get("application-name"), host, label, *logos)
    return frozenset(key for key in map(_key, filter(None, named)) if key)


def _links_to_front_page(heading: HtmlElement) -> bool:
    """Such an h1 is the outlet's logo."""
    link = next(heading.iter("a"), None)
    address = (link.get("href") or "").strip() if link is not None else ""
    return _FRONT_PAGE.fullmatch(address) is not None


def _sections(tree: HtmlElement, data: PageData) -> frozenset[str]:
    """What the page calls its section, and those to which its navigation leads."""
    links = (link for part in tree.iter("nav") for link in part.iter("a"))
    named = (data.meta.get("article:section"), data.article_string("articleSection"))
    told = (*named, *(link.text_content() for link in islice(links, MAX_NAVIGATION)))
    return frozenset(key for key in map(_key, filter(None, told)) if key)


def _without_outlet(title: str, names: frozenset[str], sections: frozenset[str]) -> str:
    """The title without the parts at its ends that name the outlet, and its section beside them."""
    if not names:
        return title
    beside = frozenset[str]()
    while (cut := _last_separator(title)) is not None and _is_known(title[cut.end() :], names, beside):
        title, beside = title[: cut.start()].rstrip(), sections
    beside = frozenset()
    while (cut := _SEPARATOR.search(title)) is not None and _is_known(title[: cut.start()], names, beside):
        title, beside = title[cut.end() :].lstrip(), sections
    return title


def _is_known(part: str, names: frozenset[str], sections: frozenset[str]) -> bool:
    return _names_outlet(part, names) or _key(part) in sections


def _last_separator(title: str) -> re.Match[str] | None:
    return max(_SEPARATOR.finditer(title), key=lambda found: found.start(), default=None)


def _names_outlet(part: str, names: frozenset[str]) -> bool:
    key = _key(part)
    return bool(key) and any(
        key == name or (len(key) > 3 and (key in name or name in key and len(name) > 3)) for name in names
    )
