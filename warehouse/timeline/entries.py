"""What a timeline is made of: entries, the sentences that tell them, the evidence behind them.

Belongs here: the values that builders fill and renderers read. Does not: choosing (choose.py), wording of dates (dates.py), any format (render/).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from warehouse.timeline.coordinates import coordinates_in_words, place_in_words
from warehouse.timeline.dates import When

# What the marts write where an article has no outlet or no headline; quotes then name none, and nobody counts it.
UNNAMED: Final = frozenset({"unknown source", "untitled"})
DAY_ID: Final = "day-"  # begins the id of an entry that is a day, before the day itself


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it or to whom: full name, role (source, target, participant, speaker), kind and the state they act for."""

    name: str
    role: str | None = None
    kind: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a summary, quoted from an article, with the outlet it stands in."""

    text: str
    source: str | None = None
    article_id: str | None = None
    mention_id: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence of one article that reports the event.

    `trigger` and `date_words` are character offsets (start, end) inside `sentence`; None where the words stand outside of it.
    `when` is the date as this sentence alone gives it, `date_reason` how it was worked out.
    """

    mention_id: str
    article_id: str
    sentence: str
    when: When
    source: str | None = None
    article_title: str | None = None
    url: str | None = None
    published_date: date | None = None
    published_basis: str | None = None
    trigger: tuple[int, int] | None = None
    date_words: tuple[int, int] | None = None
    date_text: str | None = None
    date_reason: str | None = None
    status: str | None = None
    attributed_to: str | None = None
    confidence: float = 0.0
    merge_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: one event, when it was, how sure that is, and what supports it.

    `importance` (0 to 1) decides which entries stay when a limit cuts; `type_label` is `event_type` for people. `evidence` holds the best
    quotes, `n_more_quotes` counts the others. `group` is the one of the timeline's groups that the entry stands in; None where the timeline has none.
    """

    event_id: str
    dated: When
    headline: str
    event_type: str
    type_label: str
    status: str
    summary: tuple[Sentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    place: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    n_mentions: int = 0
    n_articles: int = 0
    n_sources: int = 0
    sources: tuple[str, ...] = ()
    first_reported_date: date | None = None
    last_reported_date: date | None = None
    evidence: tuple[Evidence, ...] = ()
    n_more_quotes: int = 0
    confidence: float = 0.0
    importance: float = 0.0
    group: str | None = None

    @property
    def start_date(self) -> date | None:
        """First day of the interval; None when undated."""
        return self.dated.start

    @property
    def end_date(self) -> date | None:
        """Last day of the interval, inclusive; None when undated."""
        return self.dated.end

    @property
    def full_place(self) -> str | None:
        """Where it was, in people's words: `Gafsa, Tunisia`; None when that is not known."""
        return place_in_words(self.place, self.country)

    @property
    def coordinates(self) -> str | None:
        """Where that lies, in people's words: `34.43° N, 8.78° E`; None when that is not known."""
        return coordinates_in_words(self.latitude, self.longitude)

    @property
    def precision(self) -> str:
        """How exactly the interval is known."""
        return self.dated.precision

    @property
    def edtf(self) -> str | None:
        """The interval in EDTF (ISO 8601-2); None when undated."""
        return self.dated.edtf

    @property
    def date_basis(self) -> str | None:
        """How the date is known; None when undated."""
        return self.dated.basis

    @property
    def when(self) -> str:
        """The date in people's words: `20-22 March 2023`, `undated`."""
        return self.dated.words


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a timeline was made from: events that the filter lets through, events left out by the limit, articles and outlets quoted.

    counts_days: the entries are days, `n_events` and `n_left_out` count these, and `n_articles` and `n_sources` whatever speaks of them.
    """

    n_events: int = 0
    n_left_out: int = 0
    n_articles: int = 0
    n_sources: int = 0
    counts_days: bool = False

    @property
    def counted(self) -> str:
        """What `n_events` and `n_left_out` count, in one word."""
        return "day" if self.counts_days else "event"


def count_outlets(entries: Iterable[Entry]) -> int:
    """How many outlets these entries name."""
    return len({source for entry in entries for source in entry.sources} - UNNAMED)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened when: `entries` in order of time, `undated` apart; `as_of` is the day whose knowledge it shows (None: everything known).

    `groups` names what the entries are told apart by, in the order in which it is shown: actors, types, places, or two subjects.
    `is_comparison`: the groups are two subjects, to be shown side by side, and what belongs to both.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    undated: tuple[Entry, ...] = ()
    as_of: date | None = None
    generated_from: Coverage = field(default_factory=Coverage)
    groups: tuple[str, ...] = ()
    is_comparison: bool = False

    @property
    def everything(self) -> tuple[Entry, ...]:
        """Dated entries in order, then the undated ones."""
        return self.entries + self.undated
