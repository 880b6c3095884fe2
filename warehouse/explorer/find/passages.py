"""A text cut where marked words begin and end.

Belongs here: overlapping marks over one text. Does not: HTML (templates), which words are marked (callers).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from warehouse.timeline.render.plain import without_controls

SHOWN_CHARACTERS: Final = 400_000


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words of a text: offsets, a kind (sentence, trigger, date), what they say, and the event or mention they lead to."""

    start: int
    end: int
    kind: str
    note: str = ""
    event_id: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text under the same marks. `anchors` name the marks that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = field(default=())

    @property
    def kinds(self) -> str:
        """The kinds of the marks, each once, as classes."""
        return " ".join(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def event_id(self) -> str:
        """The event that the words lead to: that of the shortest mark."""
        leading = [mark for mark in self.marks if mark.event_id]
        return min(leading, key=lambda mark: mark.end - mark.start).event_id if leading else ""

    @property
    def note(self) -> str:
        """What the marks say."""
        return "; ".join(dict.fromkeys(mark.note for mark in self.marks if mark.note))


def passages(text: str, marks: Iterable[Mark], shown: int = SHOWN_CHARACTERS) -> Iterator[Passage]:
    """The first `shown` characters of a text in pieces, line breaks kept; control characters and hidden marks are taken out."""
    end = min(len(text), shown)
    ordered = sorted(_inside(marks, end), key=lambda mark: (mark.start, -mark.end))
    cuts = sorted({0, end, *(mark.start for mark in ordered), *(mark.end for mark in ordered)})
    active: list[Mark] = []
    following = 0
    for start, stop in zip(cuts, cuts[1:], strict=False):
        active = [mark for mark in active if mark.end > start]
        begun = following
        while following < len(ordered) and ordered[following].start <= start:
            active.append(ordered[following])
            following += 1
        anchors = tuple(mark.anchor for mark in ordered[begun:following] if mark.anchor)
        yield Passage(_readable(text[start:stop]), tuple(active), anchors)


def _inside(marks: Iterable[Mark], end: int) -> Iterator[Mark]:
    for mark in marks:
        if 0 <= mark.start < mark.end <= end:
            yield mark


def _readable(text: str) -> str:
    return "\n".join(without_controls(line) for line in text.split("\n"))
