"""Which words in capitals are no names: adjectives, parts of addresses, codes of shares, headings, zones of clock times.

Belongs here: what rules out a name, and where the name of a thing ends. Does not: what a capitalised word is (units.py).
"""

from __future__ import annotations

import re
from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import classify
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

MIN_HEADING: Final = 5  # letters of a word in capitals that is no acronym but a heading inside the text
_ADDRESS_MARKS: Final = ("/", ".", "@", "#", "=")  # right before a word these make it a part of an address
_BYLINE: Final = "By"
_QUESTION: Final = "Q"  # in the transcript of a press conference
_HOME: Final = ("-based", "-born", "-headquartered")
MAX_HOME: Final = 3  # words of "New York City-based"
MAX_HOME_WORDS: Final = 6  # words of "Salt Lake City, Utah-based"
_WITHIN_HOME: Final = (" ", ", ")
LETTERS_OF_STATE: Final = 2
LETTERS_OF_EXCHANGE: Final = 2
_POSTAL_CODES: Final = word_set("sentences", "postal_codes")
# with a small letter for a class of shares: "NRFb.TO", "NRF_p.DE"
_WITH_CLASS: Final = re.compile(r"[A-Z]{2,}_?[a-z]")
_ABBREVIATIONS: Final = word_set("sentences", "abbreviations") | word_set("sentences", "states")
_DESCRIBING_ENDINGS: Final = frozenset(
    {"first", "wide", "style", "era", "only", "free", "like", "related", "powered", "driven", "badged", "branded"}
)
_ORDERS: Final = frozenset({"Order", "Orders"})  # "Executive Order 13985"
MAX_THING: Final = 5  # words of the name of a thing that a role word opens
_HALVES_OF_DAY: Final = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m."})
_NO_NAMES: Final = Flag.COMPANY | Flag.INITIAL | Flag.GROUP_MODIFIER | Flag.ROLE_MODIFIER


def describes(word: str) -> bool:
    """Whether a hyphened word is an adjective for all its capitals: "AI-first", "EU-wide"."""
    return word.rpartition("-")[2] in _DESCRIBING_ENDINGS


def is_home(word: str) -> bool:
    """Whether a word says where somebody is at home: "California-based"."""
    return word.endswith(_HOME)


def is_known_by_home(tokens: Tokens, head: int) -> bool:
    """Whether "the" and a home are all that stands before a noun: "the Atlanta-based company", "the Stamford, Connecticut-based company"."""
    at = head - 1
    if at < 1 or not tokens.plain[head] or not is_home(tokens.raw[at]):
        return False
    while at > head - MAX_HOME_WORDS and tokens.gaps[at] in _WITHIN_HOME and tokens.flags[at - 1] & Flag.UPPER:
        if tokens.small(at - 1) == "the":
            break
        at -= 1
    return tokens.gaps[at] == " " and tokens.small(at - 1) == "the"


def opens_line(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word only opens a byline or what a reporter asks: "By Karl Borg", "Q Governor Borg was sentenced"."""
    if tokens.raw[index] == _BYLINE:
        return bool(tokens.flags[index + 1] & Flag.GIVEN)
    return tokens.raw[index] == _QUESTION and index in tokens.firsts and tokens.gaps[index + 1] == " "


def is_zone(tokens: Tokens, index: int) -> bool:
    """Whether a word in capitals is the zone of a clock time: "7pm CT", "10:00 GMT"."""
    before = tokens.raw[index - 1].lower() if index else ""
    if before[:1].isdigit() and before.endswith("m") or before in _HALVES_OF_DAY:
        return True
    return tokens.plain[index] and before.isdigit() and tokens.gaps[index - 1] == ":"


def is_no_name(tokens: Tokens, index: int, flags: int) -> bool:
    """Whether a single capitalised word is a part of an address, a heading in capitals, a company's ending or "CA" behind a city."""
    gap = tokens.gaps[index]
    if flags & _NO_NAMES or gap[-1:] in _ADDRESS_MARKS or is_share_code(tokens, index):
        return True
    if gap == ", " and tokens.gaps[index + 1][:1] == "." and tokens.small(index) in _ABBREVIATIONS:
        return True  # "the Stamford, Conn.-based firm"
    if not flags & Flag.ACRONYM or flags & Flag.SHOUTED:
        return False
    if index in tokens.firsts and _is_spelled_small(tokens, index):
        return True
    if gap == ", " and len(tokens.raw[index]) == LETTERS_OF_STATE and tokens.flags[index - 1] & Flag.UPPER:
        return tokens.raw[index] in _POSTAL_CODES or not _is_listed(tokens, index)
    before = tokens.flags[index - 1] if tokens.plain[index] else 0
    after = tokens.flags[index + 1] if tokens.plain[index + 1] else 0
    return bool((before | after) & Flag.ACRONYM) and len(tokens.raw[index]) >= MIN_HEADING


def _is_listed(tokens: Tokens, index: int) -> bool:
    """Whether "and" and another name follow a word behind a comma, which is one of several then: "Norfield, BA and Vella"."""
    return tokens.after(index + 1) == "and" and tokens.plain[index + 2] and bool(tokens.flags[index + 2] & Flag.UPPER)


def _is_spelled_small(tokens: Tokens, index: int) -> bool:
    """Whether a word in capitals before a name is a heading, for the text has it in small letters, too: "EXPULSION Iraq's cabinet", "the expulsion"."""
    followed = tokens.plain[index + 1] and bool(tokens.flags[index + 1] & Flag.UPPER)
    return followed and len(tokens.raw[index]) >= MIN_HEADING and f" {tokens.small(index)}" in tokens.text


def is_share_code(tokens: Tokens, index: int) -> bool:
    """Whether a word is the code of a share with that of its exchange: "Norfield Corp NRF.N", "Norfield Air NRFA.UL"."""
    word = tokens.raw[index]
    if "." in word:
        return word.isupper() and word.index(".") > 1 and len(word) - word.index(".") <= LETTERS_OF_EXCHANGE + 1
    if index + 1 >= len(tokens) or tokens.gaps[index + 1] != ".":
        return False
    if not tokens.flags[index] & Flag.ACRONYM and not _WITH_CLASS.fullmatch(word):
        return False
    behind = tokens.raw[index + 1]
    return len(behind) <= LETTERS_OF_EXCHANGE and behind.isupper() and index + 1 not in tokens.firsts


def is_heading(tokens: Tokens, index: int, at: int) -> bool:
    """Whether a run is words in capitals that begin with no first name: a heading inside the text."""
    if tokens.flags[index] & Flag.SHOUTED or not all(tokens.flags[i] & Flag.ACRONYM for i in range(index, at)):
        return False
    if all(len(tokens.raw[i]) < MIN_HEADING for i in range(index, at)) and index not in tokens.firsts:
        return False  # "bought ABN AMRO"
    first = classify(tokens.raw[index].title())
    return first is None or not first.flags & Flag.GIVEN


def opens_home(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word begins the name of a place that only says where somebody is: "North Carolina-based"."""
    for at in range(index + 1, index + MAX_HOME):
        if not tokens.plain[at] or not tokens.flags[at] & Flag.UPPER or tokens.flags[at - 1] & Flag.POSSESSIVE:
            return False
        if is_home(tokens.raw[at]):
            return True
    return False


def thing_end(tokens: Tokens, index: int) -> int:
    """Where the name of a thing ends that a word for an office or a role opens: "Executive Order 13985", "Consumer Electronics Show"; 0 where it names nothing."""
    if tokens.raw[index + 1] in _ORDERS:
        return index + 2
    if not tokens.flags[index] & Flag.ADJECTIVAL or tokens.flags[index] & Flag.SHOUTED:
        return 0
    end = index + 1
    while end < index + MAX_THING and tokens.plain[end] and tokens.flags[end] & (Flag.UPPER | Flag.GIVEN) == Flag.UPPER:
        end += 1
    thing = tokens.flags[end - 1] & (Flag.THING | Flag.SURNAME) == Flag.THING
    return end if thing and end > index + 1 else 0


def may_be_shouted_name(tokens: Tokens, index: int, flags: int, followed: bool) -> bool:
    """In a text of capitals: whether a title stands before a word, or it is a first name that more follows."""
    before = tokens.flags[index - 1] if tokens.plain[index] or tokens.dotted(index) else 0
    return bool(before & (Flag.ROLE | Flag.HONORIFIC)) or followed and bool(flags & Flag.GIVEN)
