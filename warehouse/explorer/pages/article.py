"""The page of one article: its text with the dates and the events in it marked.

Belongs here: values of article.html. Does not: reading (find/articles.py), cutting the text (find/passages.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from warehouse.explorer.find.articles import ArticleFound, article_found
from warehouse.explorer.find.passages import SHOWN_CHARACTERS, Mark, passages
from warehouse.explorer.html import render
from warehouse.explorer.pages.frame import frame
from warehouse.explorer.params import ArticleParams
from warehouse.explorer.store import Store


def article_page(store: Store, params: ArticleParams) -> str:
    """The HTML of the page."""
    found = article_found(store, params.id)
    return render(
        "article.html",
        article=found,
        text=list(passages(found.text, _marks(found, params.event))),
        is_cut=len(found.text) > SHOWN_CHARACTERS,
        shown=SHOWN_CHARACTERS,
        params=params,
        **frame(store, "Articles"),
    )


def _marks(found: ArticleFound, event_id: str) -> Iterator[Mark]:
    for each in found.dates:
        yield Mark(each.start, each.end, "date", f"{each.type.lower()}: {each.when.words}")
    for mention in found.mentions:
        note = f"{mention.title} ({mention.when.words})"
        anchor = f"m-{mention.mention_id}"
        yield Mark(
            mention.offsets.trigger_start, mention.offsets.trigger_end, "trigger", note, mention.event_id, anchor
        )
        if mention.event_id == event_id:
            yield Mark(mention.offsets.sentence_start, mention.offsets.sentence_end, "sentence")
