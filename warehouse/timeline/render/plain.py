"""Make words from articles harmless to show.

Belongs here: what every format for people takes out of foreign text. Does not: the escaping of one format (in its own module).
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

HEADLINE_LENGTH: Final = 240  # characters; a longer one is not a headline
NAME_LENGTH: Final = 120
SENTENCE_LENGTH: Final = 2_000  # characters; as long as a sentence can be (transforms.events.texts.sentences)
URL_LENGTH: Final = 2_000
ELLIPSIS: Final = "…"

# Escape sequences of terminals: CSI, OSC (up to BEL or ST), and two-character ones, in 7-bit and 8-bit form.
_ESCAPES: Final = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# Marks that reorder or hide text: embeddings, overrides, isolates, directional marks, tags; lone surrogates, which no file can hold; and
# what Unicode says is no character, which XML and so SVG cannot hold.
_HIDDEN: Final = re.compile(
    "[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SPACE: Final = re.compile(r"\s+")


def plain(text: str | None, length: int = SENTENCE_LENGTH) -> str:
    """The text on one line: no control characters, no terminal sequences, no marks that reorder it, at most `length` characters."""
    if not text:
        return ""
    if len(text) <= length and _is_plain(text):
        return text.strip()
    # a cut before cleaning keeps hostile lengths cheap; cleaning only ever shortens
    return clip(without_controls(text[: 4 * length + 4096]).strip(), length)


def without_controls(text: str) -> str:
    """The text with single spaces for white space and control characters, without terminal sequences and hidden marks."""
    if _is_plain(text):
        return text
    return _SPACE.sub(" ", _CONTROLS.sub(" ", _HIDDEN.sub("", _ESCAPES.sub("", text))))


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and "  " not in text


def clip(text: str, length: int) -> str:
    """The text, or its beginning with an ellipsis; cut between words where there is a space."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    space = cut.rfind(" ", length // 2)
    return (cut[:space] if space > 0 else cut).rstrip() + ELLIPSIS


def web_link(url: str | None) -> str | None:
    """The address when it is safe to link to: http or https with a host, no spaces or control characters; else None."""
    if not url or len(url) > URL_LENGTH or url != plain(url, URL_LENGTH) or re.search(r"[\s<>\"'`\\]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None
