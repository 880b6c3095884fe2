"""Find the places of a text.

Belongs here: which words name a place and which of several places of that name is meant. Does not: the tables (gazetteer.py), where an event took place (events).
An ambiguous name is the most populous place of that name, unless the text names the state of another one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import attrgetter
from typing import Final, NamedTuple

from transforms.events.actors.flags import Flag
from transforms.events.actors.gazetteer import (
    LISTED_WEIGHT,
    STATE_WEIGHT,
    Reading,
    first_words_of_states,
    longest_by_first_word,
    places,
)
from transforms.events.actors.lexicon import classify
from transforms.events.actors.mention import ActorMention
from transforms.events.function_words import OWNER_ENDINGS
from transforms.events.vocabulary import read_vocabulary, word_set
from transforms.events.word_table import WordTable

# plain ASCII letters come first in every choice, for the engine walks those fastest
_WORD: Final = re.compile(r"((?:[A-Za-z]|[^\W\d_])(?:\.(?:[^\W\d_]\.)+|[A-Za-z0-9]*+[^\W_]*+(?:['’-][^\W_]+)*+))")
_TOUCHING: Final = (" ", ". ")  # between words of one name
_HEADS: Final = frozenset(read_vocabulary("places")["heads"]["last"])
_IN_OFFICES: Final = frozenset({"District", "Street", "City", "Prison"})  # names of offices and firms have these, too
_GIVEN: Final = frozenset(read_vocabulary("names")["male"].split()) | frozenset(
    read_vocabulary("names")["female"].split()
)
_OF_FIRMS: Final = (
    word_set("organisations", "legal_forms")
    | word_set("organisations", "of_firms")
    | word_set("organisations", "company_suffixes")
)
_RANKS: Final = word_set("organisations", "ranks")
_RANKED: Final = word_set("organisations", "ranked_nouns")
_PLACE_WORDS: Final = word_set("actions", "place_words")
_NO_PLACES: Final = Flag.ROLE | Flag.GROUP | Flag.ORG_HEAD | Flag.COMPANY | Flag.GIVEN | Flag.GAZETTEER | Flag.HONORIFIC
_CALLED: Final = frozenset({"person", "organisation"})
_HOUSES: Final = ("Bank of ", "House of ", "Embassy of ", "Consulate of ")
_COMMON: Final = frozenset(
    read_vocabulary("capitals")["starters"].split() + read_vocabulary("capitals")["nouns"].split()
)
_TIMES: Final = word_set("capitals", "times")
_TITLES: Final = word_set("titles", "honorifics") | word_set("titles", "abbreviated") | word_set("titles", "roles")
_OF_THE_LAW: Final = word_set("titles", "of_the_law")
_OF_TITLES: Final = frozenset(word for title in _TITLES for word in title.split())
MAX_ACRONYM: Final = 2  # letters; a longer word in capitals may be a name
SURROUNDINGS: Final = 50  # characters around a stretch: more than the longest name of a place
MAX_HEADED: Final = 4  # words of a place that only its last word tells ("Tahrir Square")


class PlaceMention(NamedTuple):
    """One place of a text that names a place: character offsets, the words, its usual name, the state it lies in (None: in none or unknown)."""

    start: int
    end: int
    surface: str
    name: str
    country: str | None
    inner: bool = False  # a part of how somebody is called: "the University of Malta", "New York Mayor Borg"
    office: bool = False  # a state that only tells whose office somebody holds: "Italy's minister, Karl Borg"


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """One word: as written, without its possessive ending, as names of places are spelled; `opens`: may begin "Tahrir Square"; the `names` it begins."""

    text: str
    bare: str
    spelling: str
    upper: bool
    opens: bool
    names: tuple[tuple[tuple[str, ...], str], ...]


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
            self._known[start, end] = [
                self._mention(hit)
                for hit in _find(self._text, *_with_surroundings(self._text, start, end))
                if start <= hit.start < end and not self._is_in_name(hit)
            ]
        return self._known[start, end]

    def _actor_at(self, hit: _Found) -> ActorMention | None:
        before = bisect_right(self._actors, hit.start, key=attrgetter("start")) - 1
        return self._actors[before] if before >= 0 and hit.start < self._actors[before].end else None

    def _is_in_name(self, hit: _Found) -> bool:
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
        if hit.end == actor.end and actor.kind == "organisation" and _ends_name(actor, hit):
            return True
        return actor.kind == "organisation" and actor.start < hit.start and hit.end < actor.end and not actor.pronoun

    def _mention(self, hit: _Found) -> PlaceMention:
        reading = self._choose(hit.readings)
        actor = self._actor_at(hit)
        state = reading.weight == STATE_WEIGHT
        inner = actor is not None and _is_inner(actor, hit, state)
        office = inner and state and actor is not None and actor.kind == "person" and not actor.pronoun
        surface = self._text[hit.start : hit.end]
        return PlaceMention(hit.start, hit.end, surface, reading.name, reading.country, inner, office)

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
            firsts = [hit.readings[0] for hit in _find(self._text, 0, len(self._text))]
            self._states = frozenset(reading.country for reading in firsts if reading.weight == STATE_WEIGHT)
        return self._states


def _says_where(actor: ActorMention, hit: _Found) -> bool:
    """Whether a place says where an office of the law is by which alone somebody is called: `the Chicago District Attorney`, but not "San" in `San Clemente prosecutor`."""
    if actor.kind != "person" or actor.pronoun or actor.name.rpartition(" ")[2].lower() not in _OF_THE_LAW:
        return False
    behind = actor.surface[hit.end - actor.start :].lower().split()
    return behind != [] and (behind[0] in _OF_TITLES or behind[0] in OWNER_ENDINGS)


def _is_by_name(actor: ActorMention) -> bool:
    """Whether a mention gives a person's name and no more: `the mayor of Berlin` is a person in whose mention a place stands."""
    return actor.kind == "person" and not actor.pronoun and set(actor.surface.split()) <= set(actor.name.split())


def _is_of_person(actor: ActorMention, hit: _Found) -> bool:
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


def _is_firm(actor: ActorMention) -> bool:
    """Whether a name is that of a firm, a paper or the like, which may hold the name of a place: "Washington Mutual Inc", "the Boston Globe", "Malta's biggest bank"."""
    words = actor.surface.replace(".", "").split()
    if actor.kind == "organisation" and not _RANKED.isdisjoint(words) and any(w.endswith(("'s", "’s")) for w in words):
        return not _RANKS.isdisjoint(words)
    return actor.kind == "organisation" and not _OF_FIRMS.isdisjoint(actor.surface.replace(".", "").split())


def _is_city(hit: _Found) -> bool:
    """Whether a place is neither a state nor a street, a square and the like: "Downing Street"."""
    if not hit.readings or hit.readings[0].weight == STATE_WEIGHT:
        return False
    return hit.readings[0].name.rpartition(" ")[2] not in _HEADS


def _ends_name(actor: ActorMention, hit: _Found) -> bool:
    """Whether the place that ends an organisation's name says nothing of where it is: "the Bank of China", "Norfield Germany", but not "the University of Malta"."""
    before = actor.surface[: hit.start - actor.start]
    if not before.endswith(" "):
        return False
    region = hit.readings != () and hit.readings[0].weight == LISTED_WEIGHT  # "Western Balkans"
    return before.split()[-1][0].isupper() and not region or actor.surface.startswith(_HOUSES)


def _is_inner(actor: ActorMention, hit: _Found, state: bool) -> bool:
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


def _find(text: str, first: int, last: int) -> list[_Found]:
    """The places between two offsets; each with at least one reading."""
    pieces = _WORD.split(text[first:last])
    offsets = list(accumulate(map(len, pieces), initial=first))
    words, gaps, starts = list(map(_WORDS.__getitem__, pieces[1::2])), pieces[0::2], offsets[1::2]
    found: list[_Found] = []
    free = 0
    for at in compress(count(), map(attrgetter("upper"), words)):
        if at < free or not (words[at].names or _runs_on(words, gaps, at + 1) or _is_in_slot(words, gaps, at)):
            continue
        length, readings = _match(words, gaps, at)
        if length:
            last = at + length - 1
            end = starts[last] + len(words[last].bare)
            name = readings or (Reading(" ".join(text[starts[at] : end].split()), None, 0),)
            found.append(_Found(starts[at], end, name))
            free = last + 1
    return found


def _read_word(text: str) -> _Word:
    bare = text[:-2] if text.endswith(("'s", "’s")) else text
    upper, spelling = text[0].isupper(), _spelling(bare)
    opens = upper and text.lower() not in _COMMON and text not in _TIMES
    table = longest_by_first_word()
    # "People's Republic of China"
    return _Word(text, bare, spelling, upper, opens, table.get(spelling) or table.get(text, ()) if upper else ())


_WORDS: Final = WordTable(_read_word)


def _spelling(word: str) -> str:
    """A word as names are written: in capitals only where it is an acronym or a place is written so."""
    if len(word) <= MAX_ACRONYM or not word.isupper() or word in longest_by_first_word():
        return word
    return word.title()


def _match(words: list[_Word], gaps: list[str], at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length in words of the place that begins at a word (0 for none) and its readings (none when only its last word tells)."""
    length = _match_headed(words, gaps, at) if words[at].opens else 0
    for name, key in words[at].names:
        if len(name) > 1 and not _same(words, gaps, at, name):
            continue
        if len(name) < length:
            break
        if not _stands_alone(words, gaps, at, len(name)):
            return 0, ()
        readings = places()[key]
        longer = _slot_end(words, gaps, at, at + len(name)) - at  # "in Newport Beach" is not in Newport
        return (len(name), readings) if longer == len(name) or readings[0].weight >= LISTED_WEIGHT else (longer, ())
    return (length, ()) if length else _addressed(words, gaps, at)


def _is_in_slot(words: list[_Word], gaps: list[str], at: int) -> bool:
    """Whether a word stands behind a preposition of place."""
    return at > 0 and gaps[at] == " " and words[at - 1].text in _PLACE_WORDS


def _addressed(words: list[_Word], gaps: list[str], at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length of an unknown name behind a preposition of place, and that it lies in the country of the known one behind its comma: "in Kenosha, Wisconsin"."""
    end = _end_of_unknown(words, gaps, at)
    if end == at or not _is_in_slot(words, gaps, at):
        return 0, ()
    within = end if words[end].names else _end_of_unknown(words, gaps, end)  # "in Bhandara, Maharashtra, India"
    match = next((item for item in words[within].names if _same(words, gaps, within, item[0])), None)
    if match is None or words[within + len(match[0]) - 1].text != words[within + len(match[0]) - 1].bare:
        return 0, ()
    named = " ".join(word.bare for word in words[at:end])
    return end - at, (Reading(named, places()[match[1]][0].country, 0),)


def _end_of_unknown(words: list[_Word], gaps: list[str], at: int) -> int:
    """The word behind the comma that closes a name which begins at a word; the word itself where none does."""
    last = at
    while (
        last < min(at + MAX_HEADED, len(words)) and (last == at or gaps[last] == " ") and _may_be_of_place(words[last])
    ):
        last += 1
    return last if at < last < len(words) and gaps[last] == ", " else at


def _may_be_of_place(word: _Word) -> bool:
    """Whether an unknown word may be part of a place's name: no title, month or acronym."""
    if not word.upper or not word.opens or word.text != word.bare or word.text.isupper():
        return False
    known = classify(word.text)
    return known is None or not known.flags & _NO_PLACES


def _slot_end(words: list[_Word], gaps: list[str], at: int, end: int) -> int:
    """Where the name behind a preposition of place ends that goes on from a known one: "in San Luis Obispo", but not "in Paris Judge Borg"."""
    if not _is_in_slot(words, gaps, at):
        return end
    last = end
    while last < min(at + MAX_HEADED, len(words)) and gaps[last] == " " and words[last].upper:
        word = words[last]
        if not _may_be_of_place(word) or any(len(n) == 1 for n, _ in word.names):
            return end
        last += 1
    return end if _runs_on(words, gaps, last) else last


def _same(words: list[_Word], gaps: list[str], at: int, name: tuple[str, ...]) -> bool:
    return at + len(name) <= len(words) and all(
        words[at + offset].spelling == name[offset] and gaps[at + offset].strip() in ("", ".")
        for offset in range(1, len(name))
    )


def _stands_alone(words: list[_Word], gaps: list[str], at: int, length: int) -> bool:
    """Whether a place's name is not a part of a longer name of a person or organisation: "George Washington", "Jordan Peterson"."""
    if at and words[at - 1].upper and gaps[at] in _TOUCHING:
        before = words[at - 1].text
        if before in _GIVEN or before.lower() in _TITLES:
            return False
    return not (length == 1 and words[at].text in _GIVEN and _runs_on(words, gaps, at + 1))


def _match_headed(words: list[_Word], gaps: list[str], at: int) -> int:
    """The length in words of a place that only its last word tells: "Tahrir Square"."""
    for index in range(at + 1, at + MAX_HEADED):
        if not _runs_on(words, gaps, index) or _owns(words, gaps, index - 1):
            return 0
        if words[index].bare in _HEADS:
            return 0 if _opens_office(words, gaps, index) else index - at + 1
    return 0


def _owns(words: list[_Word], gaps: list[str], at: int) -> bool:
    """Whether a name ends with its possessive: "Malta's Sadr City", "Norfield's Gulf of Mexico rig", but not "St. James's Park"."""
    if words[at].text == words[at].bare:
        return False
    behind = at + 1
    return bool(words[at].names) or any(
        len(name) > 1 and _same(words, gaps, behind, name) for name, _ in words[behind].names
    )


def _opens_office(words: list[_Word], gaps: list[str], head: int) -> bool:
    """Whether a name goes on behind the head of a place, as in "Brooklyn District Attorney" and "National City Corp", but not "Fifth Street Monday"."""
    if words[head].bare not in _IN_OFFICES or not _runs_on(words, gaps, head + 1):
        return False
    return words[head + 1].text not in _TIMES and not words[head + 1].text.isupper()


def _runs_on(words: list[_Word], gaps: list[str], index: int) -> bool:
    """Whether a capitalised word follows the one before it with only a space between them."""
    return index < len(words) and words[index].upper and gaps[index] in _TOUCHING
