"""The headline of an entry: the event's title, or what a quote says where that title alone says nothing.

Belongs here: titles that name neither who nor where, words around a trigger. Does not: titles themselves (transforms/merge/headlines.py), headlines of days (days/build.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from transforms.merge import says_only_what
from warehouse.timeline.tidy import tidied

if TYPE_CHECKING:
    from warehouse.timeline.entries import Evidence

BEFORE: Final = 36  # characters of a quote before its trigger that are shown
BEHIND: Final = 44  # and behind it
_CUT: Final = "…"
_SIGNS: Final = " ,;:-–—"


def heading_of(title: str, evidence: Sequence[Evidence]) -> str:
    """The title of an event; with the words of its best quote where it says only what happened: `Election: “… days after the general election.”`."""
    if not says_only_what(title):
        return title
    quote = next((each for each in evidence if each.trigger is not None), None)
    return f"{title}: “{_around(quote)}”" if quote is not None else title


def _around(quote: Evidence) -> str:
    """The words of a quote around its trigger, whole ones."""
    assert quote.trigger is not None
    start, end = quote.trigger
    before, behind = quote.sentence[:start], quote.sentence[end:]
    if len(before) > BEFORE:
        before = _CUT + before[-BEFORE:].partition(" ")[2].lstrip(_SIGNS)
    if len(behind) > BEHIND:
        behind = behind[:BEHIND].rpartition(" ")[0].rstrip(_SIGNS) + _CUT
    return tidied(" ".join(f"{before}{quote.sentence[start:end]}{behind}".split()))
