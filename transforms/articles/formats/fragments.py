"""Pieces of HTML to paragraphs of plain text.

Belongs here: markup of feed items and of JSON values -> text with a newline between paragraphs. Does not: whole pages (pages/read.py).
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree, html

_MARKUP: Final = re.compile(r"<[A-Za-z/!]|&[#\w]+;")
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
_UNREAD: Final = frozenset(
    ["script", "style", "noscript", "iframe", "object", "embed", "template", "svg", "head", "form", "button"]
)
_SPACES: Final = re.compile(r"[^\S\n]+")
_BREAKS: Final = re.compile(r" ?\n\s*")


def paragraphs_of(markup: str) -> str:
    """The words of a piece of HTML, one paragraph a line; scripts, styles and forms are left out. Plain text passes through."""
    if not _MARKUP.search(markup):
        return markup.strip()
    try:
        root = html.fromstring(
            f"<div>{markup}</div>", parser=html.HTMLParser(encoding=None, remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    return tidy("".join(_words(root)))


def tidy(text: str) -> str:
    """One space between words, one newline between paragraphs."""
    return _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip()


def _words(root: html.HtmlElement) -> list[str]:
    """The words in document order, by events and not by recursion: markup may be nested 100,000 deep."""
    parts: list[str] = []
    n_unread = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            n_unread += tag in _UNREAD
            parts.append("\n" if tag in _BLOCKS else "")
            parts.append(element.text or "" if not n_unread else "")
        else:
            n_unread -= tag in _UNREAD
            parts.append("\n" if tag in _BLOCKS else "")
            parts.append(element.tail or "" if not n_unread and element is not root else "")
    return parts
