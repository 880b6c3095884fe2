"""Find the names of places in a text.

Belongs here: which words name a place, known or told by the words around it. Does not: which of several places of that name is meant (read.py), the tables (gazetteer.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import attrgetter
from typing import Final

from transforms.events.actors.places.gazetteer import LISTED_WEIGHT, Reading, longest_by_first_word, places, towns
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import classify
from transforms.events.words.word_table import WordTable
from transforms.vocabulary import read_vocabulary, word_set

# plain ASCII letters come first in every choice, for the engine walks those fastest
_WORD: Final = re.compile(r"((?:[A-Za-z]|[^\W\d_])(?:\.(?:[^\W\d_]\.)+|[A-Za-z0-9]*+[^\W_]*+(?:['’-][^\W_]+)*+))")
_TOUCHING: Final = (" ", ". ")  # between words of one name
HEADS: Final = frozenset(read_vocabulary("places")["heads"]["last"])
_IN_OFFICES: Final = frozenset({"District", "Street", "City", "Prison"})  # names of offices and firms have these, too
_GIVEN: Final = frozenset(read_vocabulary("names")["male"].split()) | frozenset(
    read_vocabulary("names")["female"].split()
)
_PLACE_WORDS: Final = word_set("actions", "place_words")
_SETTLEMENTS: Final = word_set("actions", "settlements")
_KINDS: Final = word_set("actions", "places_behind_names")
_PARTICLES: Final = frozenset(read_vocabulary("names")["particles"])
_NO_PLACES: Final = Flag.ROLE | Flag.GROUP | Flag.ORG_HEAD | Flag.COMPANY | Flag.GIVEN | Flag.GAZETTEER | Flag.HONORIFIC
_COMMON: Final = frozenset(
    read_vocabulary("capitals")["starters"].split() + read_vocabulary("capitals")["nouns"].split()
)
_TIMES: Final = word_set("capitals", "times")
TITLES: Final = word_set("titles", "honorifics") | word_set("titles", "abbreviated") | word_set("titles", "roles")
_NOT_IN_CAPITALS: Final = word_set("organisations", "not_in_capitals")
MIN_SHOUTED: Final = 4  # letters of a word in capitals that is no acronym
MAX_ACRONYM: Final = 2  # letters; a longer word in capitals may be a name
MAX_HEADED: Final = 4  # words of a place that only its last word tells ("Tahrir Square")


@dataclass(slots=True)
class PlaceName:
    """A name between two offsets of a text and the places that are called so, the most populous first."""

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


def find_names(text: str, first: int, last: int) -> list[PlaceName]:
    """The places between two offsets; each with at least one reading."""
    pieces = _WORD.split(text[first:last])
    offsets = list(accumulate(map(len, pieces), initial=first))
    words, gaps, starts = list(map(_WORDS.__getitem__, pieces[1::2])), pieces[0::2], offsets[1::2]
    found: list[PlaceName] = []
    free = 0
    for at in compress(count(), map(attrgetter("upper"), words)):
        if at < free or not (words[at].names or _may_be_told(words, gaps, at)):
            continue
        length, readings = _match(words, gaps, at)
        shouted = length == 1 and words[at].text.isupper() and _is_shouted(words, at)
        if length and not (shouted and _is_ordinary(text, words[at].text)):  # "ASSAULTED A WOMAN WITH CAR"
            last = at + length - 1
            end = starts[last] + len(words[last].bare)
            name = readings or (Reading(" ".join(text[starts[at] : end].split()), None, 0),)
            found.append(PlaceName(starts[at], end, name))
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


def _is_shouted(words: list[_Word], at: int) -> bool:
    """Whether the word before or behind is in capitals, too, and neither an acronym nor a place: "MALE | PARISHIONER", but not "NICE, France"."""
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return any(word.text.isupper() and len(word.text) >= MIN_SHOUTED and not word.names for word in beside)


def _is_ordinary(text: str, word: str) -> bool:
    """Whether a name in capitals reads as an ordinary word, of itself or because the text has it in small letters."""
    return word in _NOT_IN_CAPITALS or f" {word.lower()} " in text


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
        town = _town(words, gaps, at)
        if town[0] > len(name):  # "in San Francisco del Rincón" is not in San Francisco
            return town
        readings = places()[key]
        longer = _slot_end(words, gaps, at, at + len(name)) - at  # "in Newport Beach" is not in Newport
        return (len(name), readings) if longer == len(name) or readings[0].weight >= LISTED_WEIGHT else (longer, ())
    if length:
        return length, ()
    for told in (_addressed, _town, _before_kind):
        length, readings = told(words, gaps, at)
        if length:
            return length, readings
    return _told_settlement(words, gaps, at), ()


def _may_be_told(words: list[_Word], gaps: list[str], at: int) -> bool:
    """Whether the words around one may tell that it begins the name of a place."""
    is_before_kind = at + 1 < len(words) and words[at + 1].text in _KINDS
    return is_before_kind or _runs_on(words, gaps, at + 1) or _is_in_slot(words, gaps, at)


def _is_in_slot(words: list[_Word], gaps: list[str], at: int) -> bool:
    """Whether a word stands behind a preposition of place or the noun of a settlement."""
    return at > 0 and gaps[at] == " " and words[at - 1].text in _PLACE_WORDS or _is_settlement(words, at)


def _addressed(words: list[_Word], gaps: list[str], at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length of an unknown name behind a preposition of place or the noun of a settlement, and that it lies in the country of the known one behind its comma: "in Kenosha, Wisconsin"."""
    end = _end_of_unknown(words, gaps, at)
    if end == at or not _is_in_slot(words, gaps, at):
        return 0, ()
    within = end if words[end].names else _end_of_unknown(words, gaps, end)  # "in Bhandara, Maharashtra, India"
    match = next((item for item in words[within].names if _same(words, gaps, within, item[0])), None)
    if match is None or words[within + len(match[0]) - 1].text != words[within + len(match[0]) - 1].bare:
        return 0, ()
    named, country = " ".join(word.bare for word in words[at:end]), places()[match[1]][0].country
    known = tuple(reading for reading in towns(named) if reading.country == country)
    return end - at, known or (Reading(named, country, 0),)


def _town(words: list[_Word], gaps: list[str], at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length of the name of a town behind a preposition of place, and the towns that are called so: "in Gafsa", but not "in March", "in Gafsa Borg"."""
    if not (words[at].opens and _is_in_slot(words, gaps, at)):
        return 0, ()
    end = at + 1
    while end < min(at + MAX_HEADED, len(words)) and gaps[end] == " " and words[end - 1].text == words[end - 1].bare:
        if not (words[end].upper and words[end].opens or words[end].text in _PARTICLES):
            break
        end += 1
    while end > at and not words[end - 1].upper:
        end -= 1
    if _runs_on(words, gaps, end):
        return 0, ()
    readings = towns(" ".join(word.bare for word in words[at:end]))
    return (end - at, readings) if readings else (0, ())


def _before_kind(words: list[_Word], gaps: list[str], at: int) -> tuple[int, tuple[Reading, ...]]:
    """The length of an unknown name that the noun behind it tells to be one of a place: "Ituri | province", but not "Kurdish villages"."""
    end = at
    while end < min(at + MAX_HEADED, len(words) - 1) and words[end].opens and gaps[end + 1] == " ":
        known = classify(words[end].text)
        if words[end].text != words[end].bare or known is not None and known.flags != Flag.UPPER:
            return 0, ()
        end += 1
        if words[end].text in _KINDS:
            return end - at, ()
    return 0, ()


def _is_settlement(words: list[_Word], at: int) -> bool:
    """Whether the noun of a settlement tells that a word names one: `the town of | Ayn Issa`."""
    return at > 1 and words[at - 1].text == "of" and words[at - 2].text in _SETTLEMENTS


def _told_settlement(words: list[_Word], gaps: list[str], at: int) -> int:
    """The length in words of an unknown name that only the noun before it tells to be a settlement."""
    if not _is_settlement(words, at):
        return 0
    end = at + words[at].opens
    while at < end < min(at + MAX_HEADED, len(words)) and words[end - 1].text == words[end - 1].bare:
        step = 2 if words[end].text in _PARTICLES and _runs_on(words, gaps, end + 1) else 1
        if gaps[end] != " " or not _goes_on_settlement(words[end + step - 1]):
            break
        end += step
    return end - at


def _goes_on_settlement(word: _Word) -> bool:
    """Whether a word may go on with the name of a settlement: "Marouf", "el-Sheikh"."""
    particle, _, rest = word.text.partition("-")
    return particle in _PARTICLES and rest[:1].isupper() or word.opens and word.text.lower() not in TITLES


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
        if before in _GIVEN or before.lower() in TITLES:
            return False
    return not (length == 1 and words[at].text in _GIVEN and _runs_on(words, gaps, at + 1))


def _match_headed(words: list[_Word], gaps: list[str], at: int) -> int:
    """The length in words of a place that only its last word tells: "Tahrir Square"."""
    for index in range(at + 1, at + MAX_HEADED):
        if not _runs_on(words, gaps, index) or _owns(words, gaps, index - 1):
            return 0
        if words[index].bare in HEADS:
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
