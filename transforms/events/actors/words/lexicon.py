"""The words that actors are made of, looked up by how they are written.

Belongs here: what a single word can be. Does not: the tables of names (known.py), reading texts (tokens.py, groups/units.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import Known, known_names, shouted_names, terms
from transforms.events.words.word_table import WordTable
from transforms.vocabulary import read_vocabulary, word_set

WORD_CACHE: Final = 65_536  # distinct words kept classified: more than a day's news uses
SPELLED_OUT: Final = 4  # letters of a day or month in capitals ("JULY"); shorter ones may be acronyms
MAX_WORD: Final = 60  # characters; nothing longer is a word


@dataclass(frozen=True, slots=True)
class Word:
    """One word: without its possessive ending, in small letters, what it can be, and the phrases it begins.

    `alone` is what it means as a known name by itself, `seconds` are the second words of the longer names it begins: nearly all are ruled out by these.
    """

    text: str
    lower: str
    flags: int
    names: tuple[tuple[tuple[str, ...], Known], ...]
    terms: tuple[tuple[tuple[str, ...], int], ...]
    alone: Known | None
    seconds: frozenset[str]


PRONOUNS: Final = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "herself": "female",
    "they": "plural", "them": "plural", "their": "plural", "themselves": "plural",
    "it": "thing", "its": "thing", "itself": "thing",
}  # fmt: skip
DETERMINERS: Final = (
    "the",
    "a",
    "an",
    "his",
    "her",
    "its",
    "their",
    "this",
    "that",
    "these",
    "those",
    "our",
    "my",
    "your",
)
_POSSESSIVES: Final = ("'s", "’s")
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_INITIAL: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\.?|[A-Z]-[A-Z]\w*")  # "J", "J.R.", and the "D-Calif" of senators
_DESCRIBING: Final = tuple("-" + word for word in word_set("groups", "hyphenated"))
_OPPOSING: Final = tuple(word + "-" for word in word_set("groups", "prefixes"))
_PEOPLE_ENDINGS: Final = tuple(word_set("groups", "people_endings"))
_NOT_PEOPLE: Final = word_set("groups", "not_people")
MAKER: Final = "-maker"
HELD_ONCE: Final = "ex-"  # before an office or a group: "the ex-president"
_MAKERS_OF_NO_FIRM: Final = word_set("organisations", "makers_of_no_firm")
_NOT_NAMES: Final = tuple(word_set("capitals", "endings"))


@cache
def _exact() -> dict[str, int]:
    """Flags of words that count as written."""
    names, organisations, capitals = (read_vocabulary(name) for name in ("names", "organisations", "capitals"))
    return _table(
        (names["male"].split(), Flag.GIVEN),
        (names["female"].split(), Flag.GIVEN),
        (names["surname_first"].split(), Flag.SURNAME_FIRST),
        (names["famous"].split(), Flag.FAMOUS),
        (names["suffixes"], Flag.SUFFIX),
        (organisations["heads"], Flag.ORG_HEAD),
        (organisations["openers"], Flag.OPENER),
        (organisations["company_suffixes"], Flag.COMPANY),
        (capitals["times"], Flag.TIME),
        (capitals["things"], Flag.THING),
        (capitals["surnames"], Flag.SURNAME),
        (read_vocabulary("groups")["peoples"]["adjectives"], Flag.PEOPLE_ADJECTIVE),
    )


@cache
def _small() -> dict[str, int]:
    """Flags of words whatever their case."""
    names, titles, groups, actions = (read_vocabulary(name) for name in ("names", "titles", "groups", "actions"))
    return _table(
        (titles["honorifics"], Flag.HONORIFIC),
        (titles["royal"], Flag.ROYAL),
        (titles["abbreviated"], Flag.ABBREVIATED),
        (titles["modifiers"], Flag.ROLE_MODIFIER),
        (titles["adjectival"], Flag.ADJECTIVAL),
        (titles["verbal"], Flag.VERBAL),
        (groups["modifiers"], Flag.GROUP_MODIFIER),
        (groups["numbers"], Flag.NUMBER),
        (groups["quantifiers"], Flag.QUANTIFIER),
        (groups["measures"], Flag.MEASURE),
        (names["particles"], Flag.PARTICLE),
        (actions["deeds"], Flag.DEED | Flag.FIRM_DEED),
        (actions["auxiliaries"], Flag.DEED),
        (read_vocabulary("clauses")["finite"], Flag.DEED),
        (actions["verb_leads"], Flag.VERB_LEAD),
        (read_vocabulary("capitals")["starters"].split(), Flag.STARTER),
        (read_vocabulary("capitals")["nouns"].split(), Flag.STARTER | Flag.NOUN),
        (DETERMINERS, Flag.DETERMINER),
        (PRONOUNS, Flag.PRONOUN),
    )


_YEAR: Final = re.compile(r"(?:19|20)(?:0[1-9]|[1-9]\d)")  # a number of people has a comma: "2,012 police"


def _table(*rows: tuple[object, int]) -> dict[str, int]:
    table: dict[str, int] = {}
    for words, flag in rows:
        for word in words:  # type: ignore[attr-defined]
            table[word] = table.get(word, 0) | flag
    return table


def classify(token: str) -> Word | None:
    """What a token can be; None for ordinary words in small letters."""
    return CLASSIFIED[token]


def _classified(token: str) -> Word | None:
    if len(token) > MAX_WORD:
        return None
    text, flags = _without_possessive(token)
    lower = text.lower()
    flags |= _small().get(lower, 0) | _exact().get(text, 0)
    flags |= _shape(text) | _joined_given(text)
    if flags & Flag.ACRONYM and len(text) >= SPELLED_OUT:
        flags |= _exact().get(text.title(), 0) & Flag.TIME  # "FRIDAY, JULY 15"
    phrases = terms().get(lower, ())
    if flags & Flag.ABBREVIATED and not flags & Flag.UPPER:
        flags, phrases = flags & ~Flag.ABBREVIATED, tuple(row for row in phrases if row[0])
    if not flags and lower.endswith(_PEOPLE_ENDINGS) and lower not in _NOT_PEOPLE:
        phrases = (((), Flag.GROUP),)
    if not flags and lower.endswith(MAKER) and lower not in _MAKERS_OF_NO_FIRM:
        phrases = (((), Flag.ORG_NOUN),)  # "chip-maker"
    if lower.startswith(HELD_ONCE):
        phrases = phrases or _of_holders(lower[len(HELD_ONCE) :])
        flags &= ~(Flag.GROUP_MODIFIER | Flag.ROLE_MODIFIER) if phrases else ~0
    # "People's" begins the name of a state
    names = known_names().get(token) or known_names().get(text, ())
    return _word(text, lower, flags, names, phrases)


def _joined_given(text: str) -> int:
    """That a word is two names joined of which the first is a first name: "Karl-Heinz", "Anna-Maria"."""
    first, _, second = text.partition("-")
    return _exact().get(first, 0) & Flag.GIVEN if second.istitle() else 0


def _of_holders(lower: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """The terms for persons and groups that begin with a word: of "ex-president"."""
    return tuple(row for row in terms().get(lower, ()) if row[1] in (Flag.ROLE, Flag.GROUP))


CLASSIFIED: Final = WordTable(_classified)
"""What each token can be, as `classify` says it: for whole texts."""


@lru_cache(maxsize=WORD_CACHE)
def classify_shouted(token: str) -> Word | None:
    """What a token of a sentence in capitals can be: its capital says nothing, so that only the tables and its ending tell a name."""
    if len(token) > MAX_WORD:
        return None
    text, flags = _without_possessive(token)
    calm, titled = classify(text.lower()), text.title()
    exact = _exact().get(titled, 0)
    names = shouted_names().get(text, ())
    flags |= Flag.SHOUTED | (calm.flags if calm else 0) | exact & (Flag.GIVEN | Flag.TIME)
    phrases = calm.terms if calm else ()
    if exact & Flag.ORG_HEAD and not flags & (Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN):
        phrases = (*phrases, ((), Flag.ORG_NOUN))
    ordinary = calm or exact or text.lower().endswith(_NOT_NAMES) or not text.isalpha()
    if flags & Flag.GIVEN or not ordinary:
        flags |= Flag.UPPER
    return _word(text, text.lower(), flags, names, phrases)


def _without_possessive(token: str) -> tuple[str, int]:
    if token[-2:].lower() in _POSSESSIVES:
        text = token[:-2].rstrip()
        return text[:-1] if text[-1:] == "." and text.count(
            "."
        ) == 1 else text, Flag.POSSESSIVE  # "Inc.'s", not "U.S.'s"
    return token, 0


def _word(
    text: str,
    lower: str,
    flags: int,
    names: tuple[tuple[tuple[str, ...], Known], ...],
    phrases: tuple[tuple[tuple[str, ...], int], ...],
) -> Word | None:
    for _, flag in phrases:
        flags |= flag
    if names:
        flags |= Flag.GAZETTEER
    if not flags & ~Flag.POSSESSIVE:
        return None
    alone = next((known for rest, known in names if not rest), None)
    return Word(text, lower, flags, names, phrases, alone, frozenset(rest[0] for rest, _ in names if rest))


def _shape(text: str) -> int:
    """What the letters themselves tell."""
    if text[:1].isdigit():
        ordinal = Flag.ORDINAL if _ORDINAL.fullmatch(text) else 0
        counts = text[-1:].isdigit() and not _YEAR.fullmatch(text)
        return ordinal | (Flag.NUMBER if counts else 0) | _hyphen_shape(text)
    if not text[:1].isupper():
        return _hyphen_shape(text)
    if _INITIAL.fullmatch(text):
        return Flag.UPPER | Flag.INITIAL
    return Flag.UPPER | (Flag.ACRONYM if text.isupper() and text.isalnum() else 0) | _hyphen_shape(text)


def _hyphen_shape(text: str) -> int:
    """Hyphenated words describe people ("anti-government", "US-led", "36-year-old") unless they are names ("al-Assad")."""
    if "-" not in text:
        return 0
    lower = text.lower()
    if lower.startswith(_OPPOSING) or lower.endswith(_DESCRIBING):
        return Flag.GROUP_MODIFIER | Flag.ROLE_MODIFIER
    if len(text) > 4 and text[2] == "-" and text[3].isupper():
        return Flag.UPPER
    return 0
