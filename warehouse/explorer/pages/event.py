"""The page of one event: what, when and how that was worked out step by step, and every sentence that reports it.

Belongs here: values of event.html, the steps in words. Does not: reading (find/events.py), rules of dates (transforms.temporal).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from warehouse.asking.periods import last_day
from warehouse.explorer.find.articles import text_of
from warehouse.explorer.find.events import EventFound, ReportedDate, event_found
from warehouse.explorer.find.passages import Mark, Passage, passages
from warehouse.explorer.html import render
from warehouse.explorer.pages.frame import frame
from warehouse.explorer.params import EventParams
from warehouse.explorer.store import Store
from warehouse.timeline.dates import BASES, When
from warehouse.timeline.entries import UNNAMED, Evidence
from warehouse.timeline.render.marks import counted
from warehouse.timeline.render.notes import day_words

# What a date is counted from, by basis.
REFERENCES: Final = {
    "explicit": "nothing: the date is written out",
    "narrative": "another date in the text",
    "event": "another event that the text dates",
    "inherited": "the date of the paragraph or the headline; the sentence has none of its own",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step from the words to the interval: what it does, what it found, and more about it."""

    name: str
    found: str
    more: str = ""


def event_page(store: Store, params: EventParams, event_id: str) -> str:
    """The HTML of the page."""
    found = event_found(store, event_id, params.after, last_day("as_of", params.as_of or None))
    text = text_of(store, found.best.article_id) if found.best else None
    return render(
        "event.html",
        found=found,
        entry=found.entry,
        steps=list(steps(found)),
        best=found.best,
        text=_passages(text, found.best, found.best_at) if text and found.best else None,
        params=params,
        bases=BASES,
        unnamed=UNNAMED,
        **frame(store, "Timeline"),
    )


def steps(found: EventFound) -> Iterator[Step]:
    """How the event got its date, from the words of the best report to the interval."""
    entry, best = found.entry, found.best
    if best is None:
        return
    if best.date_text:
        yield Step("The words", f"“{best.date_text}”", "As the sentence has them, or the words it refers to.")
    else:
        yield Step("The words", "none", "No words in the sentence say when.")
    yield Step("Counted from", *_reference(best))
    if best.date_reason:
        yield Step("The rule", best.date_reason)
    yield Step("Gives", best.when.words, _interval(best.when))
    if len(found.reported) > 1:
        others = "; ".join(f"{words} ({counted(n, 'mention')})" for words, n in _as_shown(found.reported).items())
        yield Step(
            "All reports", entry.when, f"The event takes the most precise interval that its reports support: {others}."
        )
    elif (best.when.start, best.when.end) != (entry.start_date, entry.end_date):
        yield Step("The event", entry.when, _interval(entry.dated))


def _as_shown(reported: Iterable[ReportedDate]) -> Counter[str]:
    """Mentions by the date in words, in the order given: dates that are known in different ways look the same."""
    counts: Counter[str] = Counter()
    for each in reported:
        counts[each.when.words] += each.n_mentions
    return counts


def _reference(best: Evidence) -> tuple[str, str]:
    basis = best.when.basis
    published = day_words(best.published_date) if best.published_date else "no known day"
    known = f"published {published}" + (f", as its {best.published_basis} says" if best.published_basis else "")
    if basis in ("relative", "published") or (basis is None and best.published_date):
        return f"the day of publication, {published}", f"The article was {known}."
    if basis == "inherited" and best.date_words:
        return "the date that heads the entry or paragraph", f"The article was {known}."
    return REFERENCES.get(basis or "", "nothing: the article has no date"), f"The article was {known}."


def _interval(when: When) -> str:
    if when.start is None:
        return "No interval: an unknown date stays unknown."
    return f"{when.iso} · precision {when.precision} · EDTF {when.edtf}"


def _passages(text: str, best: Evidence, at: int) -> list[Passage]:
    marks = [Mark(at, at + len(best.sentence), "sentence", anchor="evidence")]
    for kind, words in (("trigger", best.trigger), ("date", best.date_words)):
        if words:
            marks.append(Mark(at + words[0], at + words[1], kind))
    return list(passages(text, marks))
