"""Find the places of a text.

Belongs here: which of several places of a name is meant, and which names are rather a part of somebody's. Does not: the names (names.py), where an event took place (roles/where.py).
An ambiguous name is the most populous place of that name, unless the text names the state of another one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from transforms.events.actors.mention import ActorMention
from transforms.events.actors.places.gazetteer import (
    LISTED_WEIGHT,
    STATE_WEIGHT,
    Reading,
    first_words_of_states,
    names_of_parts,
)
from transforms.events.actors.places.names import HEADS, TITLES, PlaceName, find_names
from transforms.events.words.function_words import OWNER_ENDINGS
from transforms.vocabulary import word_set

_OF_FIRMS: Final = (
    word_set("organisations", "legal_forms")
    | word_set("organisations", "of_firms")
    | word_set("organisations", "company_suffixes")
)
_RANKS: Final = word_set("organisations", "ranks")
_RANKED: Final = word_set("organisations", "ranked_nouns")
_ABROAD: Final = word_set("groups", "abroad")
_CALLED: Final = frozenset({"person", "organisation"})
_HOUSES: Final = ("Bank of ", "House of ", "Embassy of ", "Consulate of ")
_OF_THE_LAW: Final = word_set("titles", "of_the_law")
_OF_TITLES: Final = frozenset(word for title in TITLES for word in title.split())
_KIND_BEHIND: Final = re.compile(r" (?:island )?(?:country|island|nation|republic|state|territory|city|town) of ")
SURROUNDINGS: Final = 50  # characters around a stretch: more than the longest name of a place


class PlaceMention(NamedTuple):
    """One place of a text that names a place: character offsets, the words, its usual name, the state it lies in (None: in none or unknown).

    latitude, longitude: degrees north and east (WGS 84), None for states, regions and places without known coordinates.
    """

    start: int
    end: int
    surface: str
    name: str
    country: str | None
    inner: bool = False  # a part of how somebody is called: "the University of Malta", "New York Mayor Borg"
    office: bool = False  # a state that only tells whose office somebody holds: "Italy's minister, Karl Borg"
    latitude: float | None = None
    longitude: float | None = None


def find_places(text: str) -> list[PlaceMention]:
    """The places of a text in order, never overlapping. Linear in the length of the text."""
    return Places(text).within(0, len(text))


class Places:
    """The places of one text, looked for where somebody asks: few sentences tell an event whose place is wanted.

    actors: whom it mentions, in order, never overlapping; a word of a person's or firm's name is no place ("Jackson died").
    """

    def __init__(self, text: str, actors: Sequence[ActorMention] = ()) -> None:
        self._text = text
        self._actors = actors
        self._known: dict[tuple[int, int], list[PlaceMention]] = {}
        self._may: dict[str | None, bool] = {}
        self._states: frozenset[str | None] | None = None

    def within(self, start: int, end: int) -> list[PlaceMention]:
        """The places that begin between two offsets, in order."""
        if (start, end) not in self._known:
            hits = find_names(self._text, *_with_surroundings(self._text, start, end))
            starts = {hit.start for hit in hits}
            self._known[start, end] = [
                self._mention(hit)
                for hit in hits
                if start <= hit.start < end and not self._is_in_name(hit) and self._end_of_kind(hit) not in starts
            ]
        return self._known[start, end]

    def _actor_at(self, hit: PlaceName) -> ActorMention | None:
        before = bisect_right(self._actors, hit.start, key=attrgetter("start")) - 1
        return self._actors[before] if before >= 0 and hit.start < self._actors[before].end else None

    def _is_in_name(self, hit: PlaceName) -> bool:
        actor = self._actor_at(hit)
        if actor is None:
            return False
        if actor.kind == "organisation" and (actor.start, actor.end) == (hit.start, hit.end) and _is_city(hit):
            return not self._text.startswith("the ", hit.start - len("the "))  # "sued Amazon", "fires in the Amazon"
        if _says_where(actor, hit):
            return False
        if actor.led or _is_by_name(actor) or hit.end < actor.end and _is_firm(actor):
            return True
        if hit.start == actor.start and _is_behind_trade(actor) or _is_of_person(actor, hit):
            return True
        if hit.start == actor.start and _acts_abroad(actor, hit):
            return True
        if hit.end == actor.end and actor.kind == "organisation" and _ends_name(actor, hit):
            return True
        return actor.kind == "organisation" and actor.start < hit.start and hit.end < actor.end and not actor.pronoun

    def _end_of_kind(self, hit: PlaceName) -> int:
        """Where the name begins of what lies in a region that only describes it: "the Caribbean nation of | Haiti"; -1 for other words."""
        kind = _KIND_BEHIND.match(self._text, hit.end) if hit.readings and not _is_state(hit) else None
        return kind.end() if kind else -1

    def _mention(self, hit: PlaceName) -> PlaceMention:
        actor = self._actor_at(hit)
        reading = _of_longer_name(actor, hit) or self._in_named_part(hit) or self._choose(hit.readings)
        state = reading.weight == STATE_WEIGHT
        inner = actor is not None and _is_inner(actor, hit, state)
        office = inner and state and actor is not None and actor.kind == "person" and not actor.pronoun
        surface = self._text[hit.start : hit.end]
        return PlaceMention(
            hit.start, hit.end, surface, reading.name, reading.country, inner, office, *(reading.at or (None, None))
        )

    def _in_named_part(self, hit: PlaceName) -> Reading | None:
        """The reading that lies in the part of the United States named behind it: "Springfield, Illinois", "Springfield, Ill."."""
        if not self._text.startswith(", ", hit.end):
            return None
        behind = hit.end + len(", ")
        return next(
            (
                reading
                for reading in hit.readings
                if reading.part and self._text.startswith(names_of_parts()[reading.part], behind)
            ),
            None,
        )

    def _choose(self, readings: tuple[Reading, ...]) -> Reading:
        """The most populous reading, unless the text names the state of another one and not of this one."""
        first = readings[0]
        if first.weight == STATE_WEIGHT or not any(self._may_name(other.country) for other in readings[1:]):
            return first
        named = self._named_states()
        return first if first.country in named else next((item for item in readings if item.country in named), first)

    def _may_name(self, state: str | None) -> bool:
        if state not in self._may:
            self._may[state] = any(word in self._text for word in first_words_of_states().get(state, ()))
        return self._may[state]

    def _named_states(self) -> frozenset[str | None]:
        if self._states is None:
            firsts = [hit.readings[0] for hit in find_names(self._text, 0, len(self._text))]
            self._states = frozenset(reading.country for reading in firsts if reading.weight == STATE_WEIGHT)
        return self._states


def _is_state(hit: PlaceName) -> bool:
    return hit.readings[0].weight == STATE_WEIGHT


def _of_longer_name(actor: ActorMention | None, hit: PlaceName) -> Reading | None:
    """The state whose name the words of another one open: "| the Islamic Republic | of Afghanistan"; None for other places."""
    if actor is None or actor.kind != "state" or actor.state is None or not hit.readings or not _is_state(hit):
        return None
    opens = hit.start == actor.start and actor.surface[hit.end - actor.start :].startswith(" of ")
    return Reading(actor.state, actor.state, STATE_WEIGHT) if opens else None


def _says_where(actor: ActorMention, hit: PlaceName) -> bool:
    """Whether a place says where an office of the law is by which alone somebody is called: `the Chicago District Attorney`, but not "San" in `San Clemente prosecutor`."""
    if actor.kind != "person" or actor.pronoun or actor.name.rpartition(" ")[2].lower() not in _OF_THE_LAW:
        return False
    behind = actor.surface[hit.end - actor.start :].lower().split()
    return behind != [] and (behind[0] in _OF_TITLES or behind[0] in OWNER_ENDINGS)


def _is_by_name(actor: ActorMention) -> bool:
    """Whether a mention gives a person's name and no more: `the mayor of Berlin` is a person in whose mention a place stands."""
    return actor.kind == "person" and not actor.pronoun and set(actor.surface.split()) <= set(actor.name.split())


def _is_of_person(actor: ActorMention, hit: PlaceName) -> bool:
    """Whether a place is a word of a person's own name behind a title: "President Anna Berg Hassan"."""
    if actor.kind != "person" or actor.pronoun or " " not in actor.name or not actor.surface.endswith(actor.name):
        return False
    return hit.start >= actor.end - len(actor.name)


def _is_behind_trade(actor: ActorMention) -> bool:
    """Whether a trade stands before the name of a firm, whose state is not where something is: "U.S. planemaker Vella"."""
    trade = actor.surface[: -len(actor.name)]
    if actor.kind != "organisation" or not actor.surface.endswith(actor.name):
        return False
    return trade[-2:-1].islower() and not trade.endswith(("'s ", "’s "))


def _acts_abroad(actor: ActorMention, hit: PlaceName) -> bool:
    """Whether a state only says whose those are who are seldom at home when they make news: `U.S. troops`, but not `U.S. police`."""
    if actor.kind not in ("group", "organisation") or not hit.readings or hit.readings[0].weight != STATE_WEIGHT:
        return False
    return hit.end < actor.end and actor.surface.rpartition(" ")[2].lower() in _ABROAD


def _is_firm(actor: ActorMention) -> bool:
    """Whether a name is that of a firm, a paper or the like, which may hold the name of a place: "Washington Mutual Inc", "the Boston Globe", "Malta's biggest bank"."""
    words = actor.surface.replace(".", "").split()
    if actor.kind == "organisation" and not _RANKED.isdisjoint(words) and any(w.endswith(("'s", "’s")) for w in words):
        return not _RANKS.isdisjoint(words)
    return actor.kind == "organisation" and not _OF_FIRMS.isdisjoint(actor.surface.replace(".", "").split())


def _is_city(hit: PlaceName) -> bool:
    """Whether a place is neither a state nor a street, a square and the like: "Downing Street"."""
    if not hit.readings or hit.readings[0].weight == STATE_WEIGHT:
        return False
    return hit.readings[0].name.rpartition(" ")[2] not in HEADS


def _ends_name(actor: ActorMention, hit: PlaceName) -> bool:
    """Whether the place that ends an organisation's name says nothing of where it is: "the Bank of China", "Norfield Germany", but not "the University of Malta"."""
    before = actor.surface[: hit.start - actor.start]
    if not before.endswith(" "):
        return False
    if actor.surface.rpartition(" ")[2] in _OF_FIRMS:  # "East West Bank"
        return True
    region = hit.readings != () and hit.readings[0].weight == LISTED_WEIGHT  # "Western Balkans"
    return before.split()[-1][0].isupper() and not region or actor.surface.startswith(_HOUSES)


def _is_inner(actor: ActorMention, hit: PlaceName, state: bool) -> bool:
    """Whether a place is a part of a person's mention or of an organisation's name, as a state also of `a U.S. court`, but not a city of `a Berlin court`."""
    if actor.kind not in _CALLED or (actor.start, actor.end) == (hit.start, hit.end):
        return False
    return state or actor.kind == "person" or not actor.surface[actor.surface.rfind(" ") + 1 :].islower()


def _with_surroundings(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the words around it that a place inside it may depend on, cut at spaces."""
    first, last = max(0, start - SURROUNDINGS), min(len(text), end + SURROUNDINGS)
    if first:
        first = text.rfind(" ", max(0, first - SURROUNDINGS), first) + 1 or first
    if last < len(text) and (space := text.find(" ", last, last + SURROUNDINGS)) > 0:
        last = space
    return first, last
