"""Groups of mentions that are held to be one event, and the order in which they are formed.

Belongs here: what a group knows, how it takes in another, the canonical order. Does not: which groups are joined (within.py, cores.py, hosts.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.merge.vocabulary import vague_kinds

UNDATED = -1
UNKNOWN_DAY = -1
UNNUMBERED = -1
UNKNOWN_STORY = -1
NO_WORDINGS = frozenset[int]()


@dataclass(slots=True, eq=False)
class Group:
    """Mentions of one event.

    start, end: the days that all its dated mentions share, as ordinals, UNDATED when none is dated. Because every two of its intervals overlap,
    they share at least one day, so that a group never holds two different days; only a known span holds days of its own besides. acting, targets, place: as its most telling mention gives them,
    gaps filled from the others: numbers in the tables of actors and places (place -1: not given). published: days of publication, first and last.
    told: how much its founder tells of who and where. position, stem: offset and word stem of the trigger that founded it. kind: the kind of event within its
    type, "" when no trigger names it. counted: which of a numbered series it is, "" when not told. leader: the row of the mention that formed it. span: the first and last day of a known span ("a three-day visit"), when one was told.
    size: how many reports it took in, and itself. number: of what it tells of who, where and which, as the one that compares it counts (agreement.py);
    UNNUMBERED until it is asked for. story: of the article that its founder stands in, by its place among those of the type; UNKNOWN_STORY for cores, which several may tell. wordings: of all its mentions, as numbers.
    """

    leader: int
    start: int
    end: int
    acting: tuple[int, ...]
    targets: tuple[int, ...]
    place: int
    published_first: int
    published_last: int
    planned: bool
    assumed: bool
    told: int
    confidence: float
    position: int
    stem: str
    kind: str
    counted: str
    span: tuple[int, int] | None = None
    size: int = 1
    number: int = UNNUMBERED
    story: int = UNKNOWN_STORY
    wordings: frozenset[int] = NO_WORDINGS

    @property
    def dated(self) -> bool:
        """Whether any of its mentions is dated."""
        return self.start != UNDATED

    @property
    def n_days(self) -> int:
        """How many days its interval has; only for dated groups."""
        return self.end - self.start + 1

    def overlaps(self, other: Group) -> bool:
        """Whether two dated groups share a day."""
        return self.start <= other.end and other.start <= self.end

    def take_in(self, other: Group, country: bool) -> None:
        """Make the mentions of another group its own; `country` tells that the place known so far is a whole country, so that a place within it says more."""
        if (other.start, other.end) != (self.start, self.end):
            self._see_dates(other)
        self.size += other.size
        if other.wordings:
            self.wordings |= other.wordings
        self.span = self.span or other.span
        if self.number != other.number or self.number == UNNUMBERED:
            self._learn(other, country)
        if (other.published_first, other.published_last) != (self.published_first, self.published_last):
            self._see_published(other)
        self.planned = self.planned and other.planned
        self.assumed = self.assumed and other.assumed

    def recast(self, other: Group) -> None:
        """Tell of those of whom one of its mentions tells: by name, where its own only describe them."""
        self.acting, self.targets = other.acting, other.targets
        self.number = UNNUMBERED

    def add_targets(self, targets: tuple[int, ...]) -> None:
        """Know of more to whom or to what it was done."""
        if targets:
            self.targets += targets
            self.number = UNNUMBERED

    def _see_dates(self, other: Group) -> None:
        if other.dated and not self.dated:
            self.start, self.end = other.start, other.end
        elif other.dated and self.overlaps(other):
            self.start, self.end = max(self.start, other.start), min(self.end, other.end)

    def _learn(self, other: Group, country: bool) -> None:
        if other.kind and self.kind in vague_kinds():
            self.kind = other.kind
        self.counted = self.counted or other.counted
        self.acting = self.acting or other.acting
        self.targets = self.targets or other.targets
        if self.place < 0 or (country and other.place >= 0):
            self.place = other.place
        self.number = UNNUMBERED

    def _see_published(self, other: Group) -> None:
        if other.published_first == UNKNOWN_DAY:
            return
        if self.published_first == UNKNOWN_DAY:
            self.published_first, self.published_last = other.published_first, other.published_last
            return
        self.published_first = min(self.published_first, other.published_first)
        self.published_last = max(self.published_last, other.published_last)

    def weight(self) -> tuple[int, int]:
        """Sorts groups by how many reports they took in; no two are equal."""
        return self.size, self.leader

    def rank(self) -> tuple[bool, int, bool, int, float, int, int]:
        """Its place in the canonical order.

        Shortest interval first (undated last), days that the text gives before days of publication, then what tells most, is surest, was published
        first. Rows are numbered by mention id, so that no two ranks are equal and the order depends on nothing but the mentions.
        """
        dated = self.start != UNDATED
        n_days = self.end - self.start + 1 if dated else 0
        return (not dated, n_days, self.assumed, -self.told, -self.confidence, self.published_first, self.leader)


class Ledger:
    """Which mention was taken in by which, and why."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}
        self._reasons: dict[int, str] = {}

    def join(self, event: Group, report: Group, reason: str, country: bool) -> None:
        """Take a report into an event; `country` as in Group.take_in."""
        self._parents[report.leader] = event.leader
        self._reasons[report.leader] = reason
        event.take_in(report, country)

    def founder(self, row: int) -> int:
        """The mention that founded the core of a mention."""
        while row in self._parents:
            row = self._parents[row]
        return row

    def reason(self, row: int) -> str | None:
        """Why a mention was taken in; null for founders."""
        return self._reasons.get(row)
