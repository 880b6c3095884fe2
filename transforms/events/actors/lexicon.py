"""The words that actors are made of, looked up by how they are written.

Belongs here: reading the word tables and answering what a single word can be. Does not: reading texts (tokens.py, units.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from transforms.events.vocabulary import read_vocabulary, word_set

WORD_CACHE: Final = 65_536  # distinct words kept classified: more than a day's news uses


class Flag:
    """What a word can be, as bits, for one word can be several things; plain integers, because IntFlag is slow."""

    UPPER = 1  # begins with a capital
    STARTER = 2  # an ordinary word that begins sentences
    TIME = 4
    THING = 8  # last word of a law, an event, a place
    HONORIFIC = 16
    ROYAL = 32
    ROLE = 64
    GROUP = 128
    ORG_NOUN = 256  # "government", "ministry" in small letters
    ORG_HEAD = 512  # "Ministry", "Council"
    OPENER = 1024  # an organisation's first word before "of"
    COMPANY = 2048
    NUMBER = 4096
    QUANTIFIER = 8192
    DETERMINER = 16384
    PARTICLE = 32768
    GIVEN = 65536  # a first name
    SURNAME_FIRST = 131072
    PRONOUN = 262144
    POSSESSIVE = 524288
    SUFFIX = 1048576
    ROLE_MODIFIER = 2097152
    GROUP_MODIFIER = 4194304
    ABBREVIATED = 8388608  # a title that a full stop may follow
    GAZETTEER = 16777216  # begins a known name
    MEASURE = 33554432
    WEAK = 67108864
    PEOPLE_ADJECTIVE = 134217728
    ACRONYM = 268435456
    INITIAL = 536870912


@dataclass(frozen=True, slots=True)
class Known:
    """What a known name stands for: `sort` is state, adjective, people, capital or organisation."""

    sort: str
    name: str
    state: str | None = None
    adjective: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One word: without its possessive ending, in small letters, what it can be, and the phrases it begins."""

    text: str
    lower: str
    flags: int
    names: tuple[tuple[tuple[str, ...], Known], ...] = ()
    terms: tuple[tuple[tuple[str, ...], int], ...] = ()


Phrases = dict[str, list[tuple[tuple[str, ...], Known]]]
Terms = dict[str, list[tuple[tuple[str, ...], int]]]

PRONOUNS: Final = {
    "he": "male",
    "she": "female",
    "they": "plural",
    "him": "male",
    "them": "plural",
    "himself": "male",
    "herself": "female",
}
_POSSESSIVES: Final = ("'s", "’s")


@cache
def states() -> dict[str, dict[str, Any]]:
    """The rows of the table of states by name."""
    return read_vocabulary("states")


@cache
def known_names() -> Phrases:
    """Known names by their first word, longest first."""
    phrases: Phrases = {}
    for name, row in states().items():
        adjective = next(iter(row.get("adjectives", [])), None)
        _add(phrases, [name, *row.get("aliases", [])], Known("state", name, name, adjective))
        _add(phrases, row.get("capitals", []), Known("capital", name, name, adjective))
        _add(phrases, row.get("people", []), Known("people", name, name, adjective))
        _add(
            phrases,
            [a for a in row.get("adjectives", []) if a not in row.get("aliases", [])],
            Known("adjective", name, name, adjective),
        )
    for name, row in read_vocabulary("organisations")["known"].items():
        known = Known("organisation", name, row.get("state"))
        _add(phrases, [name, *row.get("aliases", [])], known)
    for name in read_vocabulary("groups")["peoples"]["names"]:
        _add(phrases, [name], Known("people", name))
    for rows in phrases.values():
        rows.sort(key=lambda row: -len(row[0]))
    return phrases


def _add(phrases: Phrases, names: list[str], known: Known) -> None:
    """Enter names; the first meaning of the same words stays."""
    for name in names:
        first, *rest = name.split()
        rows = phrases.setdefault(first, [])
        if not any(words == tuple(rest) for words, _ in rows):
            rows.append((tuple(rest), known))


@cache
def terms() -> Terms:
    """Roles, groups and nouns for organisations by their first word in small letters, longest first."""
    table: Terms = {}
    for phrases, flag in (
        (read_vocabulary("titles")["roles"], Flag.ROLE),
        (read_vocabulary("titles")["abbreviated"], Flag.ROLE),
        (read_vocabulary("groups")["nouns"], Flag.GROUP),
        (read_vocabulary("organisations")["common_nouns"], Flag.ORG_NOUN),
    ):
        for phrase in phrases:
            first, *rest = phrase.split()
            table.setdefault(first, []).append((tuple(rest), flag))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


@cache
def _exact() -> dict[str, int]:
    """Flags of words that count as written."""
    names, organisations, capitals = (read_vocabulary(name) for name in ("names", "organisations", "capitals"))
    table: dict[str, int] = {}
    for words, flag in (
        (names["male"].split(), Flag.GIVEN),
        (names["female"].split(), Flag.GIVEN),
        (names["surname_first"].split(), Flag.SURNAME_FIRST),
        (names["suffixes"], Flag.SUFFIX),
        (organisations["heads"], Flag.ORG_HEAD),
        (organisations["openers"], Flag.OPENER),
        (organisations["company_suffixes"], Flag.COMPANY),
        (capitals["times"], Flag.TIME),
        (capitals["things"], Flag.THING),
        (read_vocabulary("groups")["peoples"]["adjectives"], Flag.PEOPLE_ADJECTIVE),
    ):
        for word in words:
            table[word] = table.get(word, 0) | flag
    return table


@cache
def _small() -> dict[str, int]:
    """Flags of words whatever their case."""
    names, titles, groups = (read_vocabulary(name) for name in ("names", "titles", "groups"))
    table: dict[str, int] = {}
    for words, flag in (
        (titles["honorifics"], Flag.HONORIFIC),
        (titles["royal"], Flag.ROYAL),
        (titles["abbreviated"], Flag.ABBREVIATED),
        (titles["modifiers"], Flag.ROLE_MODIFIER),
        (groups["modifiers"], Flag.GROUP_MODIFIER),
        (groups["numbers"], Flag.NUMBER),
        (groups["quantifiers"], Flag.QUANTIFIER),
        (groups["measures"], Flag.MEASURE),
        (groups["weak"], Flag.WEAK),
        (names["particles"], Flag.PARTICLE),
        (read_vocabulary("capitals")["starters"].split(), Flag.STARTER),
        (
            ["the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "our", "my", "your"],
            Flag.DETERMINER,
        ),
        (list(PRONOUNS), Flag.PRONOUN),
    ):
        for word in words:
            table[word] = table.get(word, 0) | flag
    return table


@lru_cache(maxsize=WORD_CACHE)
def classify(token: str) -> Word | None:
    """What a token can be; None for ordinary words in small letters."""
    text, flags = token, 0
    if token[-2:] in _POSSESSIVES:
        text, flags = token[:-2].rstrip(), Flag.POSSESSIVE
    lower = text.lower()
    flags |= _small().get(lower, 0) | _exact().get(text, 0)
    if text[:1].isupper():
        flags |= Flag.UPPER
        if len(text) == 1 or (len(text) < 5 and text[1::2].strip(".") == "" and text[0::2].isupper()):
            flags |= Flag.INITIAL
        elif text.isupper() and text.isalnum():
            flags |= Flag.ACRONYM
    elif text[:1].isdigit() and text[-1:].isdigit():
        flags |= Flag.NUMBER
    names = tuple(known_names().get(text, ()))
    terms_ = tuple(terms().get(lower, ()))
    for _, flag in terms_:
        flags |= flag
    if names:
        flags |= Flag.GAZETTEER
    if "-" in text:
        flags |= _hyphen_flags(text, lower)
    if not flags & ~Flag.POSSESSIVE:
        return None
    return Word(text, lower, flags, names, terms_)


def _hyphen_flags(text: str, lower: str) -> int:
    """Hyphenated words describe people ("anti-government", "US-led", "36-year-old") unless they are names."""
    if lower.startswith(("anti-", "pro-", "non-", "ex-")) or lower.endswith(_DESCRIBING):
        return Flag.GROUP_MODIFIER | Flag.ROLE_MODIFIER
    if text[0].islower() and len(text) > 4 and text[2] == "-" and text[3].isupper():
        return Flag.UPPER  # al-Assad, el-Sisi
    return 0


_DESCRIBING: Final = (
    "-led",
    "-backed",
    "-based",
    "-born",
    "-old",
    "-speaking",
    "-controlled",
    "-held",
    "-dominated",
    "-affiliated",
    "-linked",
    "-trained",
    "-aligned",
    "-sponsored",
    "-supported",
    "-funded",
    "-owned",
    "-appointed",
    "-elected",
)

SURNAME_LAST: Final = word_set("names", "leading_particles")
