"""Tell by the neighbouring words whether a name acts or is a place.

Belongs here: what stands right before and behind a noun group. Does not: what stands farther off in the clause (clauses/).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.phrases import match_known
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import PREPOSITIONS
from transforms.vocabulary import read_vocabulary, word_set

_PLACE_WORDS: Final = word_set("actions", "place_words")
_PREPOSITIONS: Final = word_set("actions", "prepositions")
_SETTLEMENTS: Final = word_set("actions", "settlements")
_FACING: Final = word_set("actions", "facing")
_FACING_WITH_ON: Final = word_set("actions", "facing_with_on")
_DAYS: Final = word_set("actions", "days")
_BEFORE_DAYS: Final = frozenset({"on", "late", "early", "earlier", "later"})
_WHICH: Final = frozenset({"last", "this", "next"})
_OPENING_APPOSITIONS: Final = word_set("actions", "opening_appositions")
_WAS: Final = frozenset({"was", "is"})
_HELPERS: Final = frozenset({"is", "was", "has", "had"})
_DEEDS: Final = word_set("actions", "deeds")
_DONE_TO_PERSONS: Final = word_set("actions", "done_to_persons")
_PARTICIPLES: Final = ("ed", "ing")
_UNITS: Final = frozenset(
    {"week", "month", "year", "quarter", "summer", "autumn", "fall", "winter", "spring", "weekend"}
)
_BEFORE_VERBS: Final = frozenset(
    {"also", "then", "later", "now", "already", "still", "only"}
)  # between subject and verb
_PAPERS: Final = frozenset(read_vocabulary("organisations")["refers"]["newspaper"]) | {"Express", "Mail", "Mirror"}
_NATIONALS: Final = (["national"], ["native"])
MAX_APPOSITION: Final = 16  # words between the commas behind a name
MAX_ADVERBS: Final = 2  # or days between an actor and its verb: "has repeatedly said", "on Monday said"


def after_place_word(tokens: Tokens, index: int) -> bool:
    """Whether a preposition of place stands right before a word, or "the city of" and its like."""
    word = tokens.before(index)
    return word in _PLACE_WORDS or word == "of" and tokens.before(index - 1) in _SETTLEMENTS


def after_preposition(tokens: Tokens, index: int) -> bool:
    """Whether any preposition stands right before a word or the article before it."""
    word = tokens.before(index)
    return word in _PREPOSITIONS or word == "the" and tokens.before(index - 1) in _PREPOSITIONS


def acts(tokens: Tokens, index: int, firm: bool = False) -> bool:
    """Whether a verb that actors do follows at once and stands at a word; with `firm` only one that ordinary things do not."""
    return tokens.plain[index] and deed_at(tokens, index, firm)


def deed_at(tokens: Tokens, index: int, firm: bool = False) -> bool:
    """Whether a verb that actors do stands at a word, perhaps behind adverbs and days; with `firm` only one that ordinary things do not."""
    for step in range(MAX_ADVERBS):
        if index >= len(tokens) or step and not tokens.plain[index]:
            return False
        flags = tokens.flags[index]
        if flags & Flag.DEED:
            return bool(flags & Flag.FIRM_DEED) or not firm
        behind = _behind_day(tokens, index)
        if behind > index:
            index = behind
            continue
        word = tokens.raw[index]
        if not firm and word.endswith("ed") and word.islower():
            return True
        if not word.endswith("ly"):
            return False
        index += 1
    return False


def has_helped_deed(tokens: Tokens, index: int) -> bool:
    """Whether behind an auxiliary at a word stands a verb that actors do and ordinary things do not: "Texas | is suing", "Texas | has sued"."""
    if index + 1 >= len(tokens) or not tokens.plain[index] or tokens.raw[index] not in _HELPERS:
        return False
    verb = tokens.raw[index + 1]
    forms = (verb, verb.removesuffix("ing"), verb.removesuffix("ing") + "es", verb.removesuffix("ing") + "s")
    return any(form in _DEEDS for form in forms)


def suffers(tokens: Tokens, index: int) -> bool:
    """Whether at a word is told what is only done to persons: "Borg | was arrested"."""
    if index + 1 >= len(tokens) or tokens.raw[index] not in _WAS:
        return False
    return tokens.raw[index + 1] in _DONE_TO_PERSONS


def _behind_day(tokens: Tokens, index: int) -> int:
    """The word behind the day or span that stands at a word, perhaps with "on"; the word itself where none does: `this month`, `late last year`."""
    first = index + 1 if tokens.small(index) in _BEFORE_DAYS else index
    word = tokens.after(first) if first > index else tokens.small(first)
    if word in _WHICH:
        return first + 2 if tokens.after(first + 1) in _UNITS or tokens.after(first + 1) in _DAYS else index
    return first + 1 if word in _DAYS else index


def stands_for_state(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a capital stands for its state: it acts, is acted with, or owns, and is not where something is."""
    before = tokens.before(first)
    if before in _FACING or before == "on" and tokens.before(first - 1) in _FACING_WITH_ON:
        return True
    if before in _PREPOSITIONS or _ends_name(tokens, first):
        return False
    if before == "and" and tokens.flags[first - 2] & Flag.GAZETTEER and tokens.before(first - 2) in _FACING:
        return True
    if tokens.flags[last - 1] & Flag.POSSESSIVE or acts(tokens, last):
        return True
    return tokens.after(last) == "and" and bool(tokens.flags[last + 1] & Flag.GAZETTEER) and acts(tokens, last + 2)


def _ends_name(tokens: Tokens, first: int) -> bool:
    """Whether a capital only ends the name of a body: "Imperial College London"."""
    named = (
        tokens.plain[first] and tokens.flags[first - 1] & Flag.UPPER and not tokens.flags[first - 1] & Flag.POSSESSIVE
    )
    return bool(named and tokens.flags[first - 1] & Flag.ORG_HEAD)


def lies_in_state(tokens: Tokens, index: int) -> bool:
    """Whether a comma and a state follow a name, which is a place then: "Irbil, Iraq"."""
    if index >= len(tokens) or tokens.gaps[index].strip() != ",":
        return False
    length, known = match_known(tokens, index)
    # "Norfield, Malta's biggest firm,"
    owns = bool(length) and bool(tokens.flags[index + length - 1] & Flag.POSSESSIVE)
    return known is not None and known.sort == "state" and not owns


def is_told_as_thing(tokens: Tokens, last: int) -> bool:
    """Whether "which" behind a name says that it is no person's: "Lion Air, which flies"."""
    return tokens.gaps[last].strip() == "," and tokens.small(last) == "which"


def is_described_between_commas(tokens: Tokens, index: int) -> bool:
    """Whether words between commas say what the name before `index` is, and a verb follows: "Norfield, a maker of rails, sued", "Norfield, Malta's biggest bank, was"."""
    if index + 1 >= len(tokens) or tokens.gaps[index] != ", " or not _opens_apposition(tokens, index):
        return False
    for at in range(index + 1, min(index + MAX_APPOSITION, len(tokens))):
        if at in tokens.firsts:
            return False
        if not tokens.plain[at] and tokens.gaps[at].strip() == "," and deed_at(tokens, at):
            return True
    return False


def _opens_apposition(tokens: Tokens, index: int) -> bool:
    """Whether a word begins what somebody is: "a", "which", "based", "South Korea's"."""
    word = tokens.small(index)
    if word in _OPENING_APPOSITIONS or word in _PREPOSITIONS or word.endswith(_PARTICIPLES):
        return True
    length, known = match_known(tokens, index)
    return known is not None and bool(tokens.flags[index + length - 1] & Flag.POSSESSIVE)


def is_led_verb(tokens: Tokens, index: int) -> bool:
    """Whether a word before it makes a noun a verb: "to head", "that guards the border", but not "that guards had left"."""
    if not tokens.flags[index - 1] & Flag.VERB_LEAD:
        return False
    behind = index + 1
    while behind < len(tokens) and tokens.raw[behind] in _BEFORE_VERBS:
        behind += 1
    if tokens.small(index - 1) != "that" or behind == len(tokens):
        return True
    return not (tokens.flags[behind] & Flag.DEED or tokens.raw[behind].endswith("ed"))


def is_sunday_paper(tokens: Tokens, index: int) -> bool:
    """Whether a day begins the name of a paper at a word: "the Sunday Times"."""
    return tokens.raw[index] == "Sunday" and tokens.bare(index + 1) in _PAPERS


def is_firm_of_sun(tokens: Tokens, index: int) -> bool:
    """Whether "Sun" begins a firm's name and is no day: "Sun Capital"."""
    following = tokens.flags[index + 1] if tokens.plain[index + 1] else 0
    return tokens.raw[index] == "Sun" and following & (Flag.UPPER | Flag.TIME | Flag.NUMBER) == Flag.UPPER


def is_national(tokens: Tokens, index: int) -> bool:
    """Whether a word behind a state's adjective is a person, and no adjective itself: "an Afghan national was", but not "the Afghan national army"."""
    if tokens.raw[index : index + 1] not in _NATIONALS or not tokens.plain[index]:
        return False
    behind = tokens.flags[index + 1] & (Flag.STARTER | Flag.NOUN | Flag.DEED | Flag.UPPER)
    ends = not tokens.plain[index + 1] or bool(behind & Flag.DEED) or behind == Flag.STARTER
    return ends or tokens.raw[index + 1].endswith("ed") or tokens.raw[index + 1] in PREPOSITIONS
