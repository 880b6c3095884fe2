"""Quotes of evidence with the words that matter marked.

Belongs here: cutting a quoted sentence at its trigger and its date words. Does not: HTML (template.html).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from warehouse.timeline.entries import Evidence
from warehouse.timeline.render.plain import ELLIPSIS, SENTENCE_LENGTH, plain, without_controls
from warehouse.timeline.tidy import closed_up, in_tokens

MAX_QUOTES: Final = 40  # quotes shown per event; more repeat the same

# Browsers break lines at the hyphens of such a date.
_ISO_DAYS: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


class Piece(NamedTuple):
    """A piece of a sentence; `kind` is `trigger`, `date` or empty."""

    text: str
    kind: str


def pieces(quote: Evidence) -> list[Piece]:
    """The sentence cut at the words that name the event and the words that date it; only what is shown is tidied, the offsets are those of the article."""
    sentence = quote.sentence[:SENTENCE_LENGTH]
    spans = {"trigger": quote.trigger, "date": quote.date_words}
    cuts = {0, len(sentence)} | {min(cut, len(sentence)) for span in spans.values() if span for cut in span}
    edges = sorted(cuts)
    shown = closed_up if in_tokens(sentence) else str
    found = [
        Piece(without_controls(shown(sentence[start:end])), _kind(spans, start, end))
        for start, end in zip(edges, edges[1:], strict=False)
    ]
    if len(quote.sentence) > SENTENCE_LENGTH:
        found.append(Piece(ELLIPSIS, ""))
    return found


def reason_words(reason: str) -> Markup:
    """How a date was worked out, with ISO dates that stay on one line."""
    return Markup(_ISO_DAYS.sub(r'<span class="nowrap">\g<0></span>', str(escape(plain(reason)))))


def _kind(spans: dict[str, tuple[int, int] | None], start: int, end: int) -> str:
    return next((kind for kind, span in spans.items() if span and span[0] <= start and end <= span[1]), "")
