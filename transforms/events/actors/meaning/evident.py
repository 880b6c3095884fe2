"""Whether a word at a sentence's beginning, which only its capital shows, is somebody's name: by what it does, what befalls it, its age.

Belongs here: what makes such a word a name. Does not: whose name it is (coreference.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.noun_groups import NounGroup
from transforms.events.actors.groups.standing import acts, is_described_between_commas, suffers
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import classify
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import read_vocabulary, word_set

_NO_NAMES: Final = ("ly", "ing", "ed")  # endings of ordinary words at a sentence's beginning
_COMMON: Final = frozenset(read_vocabulary("capitals")["common"].split())
_OF_PERSONS: Final = word_set("names", "particles_of_persons")
_OF_FATHERS: Final = frozenset({"Abu", "Bin", "Bint", "Ibn", "Umm"})  # these, also with a capital
_ORDINARY: Final = Flag.ACRONYM | Flag.STARTER | Flag.NOUN | Flag.THING  # "Central Park" is nobody
_ARTICLES: Final = ("Al-", "El-", "al-", "el-")  # before Arabic surnames
MAX_NAME: Final = 5  # words of a name beside which another one acts


def is_evident(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a single capitalised word at a sentence's beginning is a name: an acronym, an owner, or one that acts."""
    if tokens.small(group.head.first) in _COMMON and not tokens.flags[group.head.first] & Flag.ACRONYM:
        return False  # "Tougher rules took effect", where "rules" is no verb
    if tokens.flags[group.head.first] & (Flag.ACRONYM | Flag.POSSESSIVE | Flag.FAMOUS) or has_age(tokens, group):
        return True
    last = group.head.last
    return acts(tokens, last, firm=True) or _is_described_name(tokens, group) or _acts_with_others(tokens, group)


def _is_described_name(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a word that the text has with its capital only is told what it is: "Norfield, a maker of rails, sued", but not "Oddly, a man, who"."""
    if not is_described_between_commas(tokens, group.head.last) or tokens.flags[group.head.first] & Flag.STARTER:
        return False
    return bool(tokens.flags[group.head.first] & Flag.GIVEN) or _is_no_word(tokens, group)


def _is_no_word(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a word at a sentence's beginning stands nowhere with a small letter, nor has an ending of ordinary words."""
    word = tokens.small(group.head.first)
    return not word.endswith(_NO_NAMES) and f" {word}" not in tokens.text


def _acts_with_others(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a word is a name by what it does with or for others, or suffers: "Borg and Vella met", "Borg of Norfield said", "Borg was arrested", but not "Oil and Gas rose"."""
    at = group.head.last
    if tokens.flags[group.head.first] & Flag.STARTER or at + 1 >= len(tokens) or not _is_no_word(tokens, group):
        return False
    if tokens.plain[at] and suffers(tokens, at):
        return True
    if tokens.gaps[at] == ", " and tokens.flags[at] & Flag.UPPER:
        at = _behind_capitals(tokens, at)
    joint = tokens.raw[at] if at + 1 < len(tokens) and tokens.plain[at] else ""
    belongs = joint == "of" and not tokens.raw[group.head.first].endswith("s")  # "Users of Norfield"
    if not (joint == "and" or belongs) or not tokens.flags[at + 1] & Flag.UPPER:
        return False
    return acts(tokens, _behind_capitals(tokens, at + 1), firm=True)


def _behind_capitals(tokens: Tokens, first: int) -> int:
    """The word behind those with capitals that follow one another from a word on."""
    at = first + 1
    while at < len(tokens) and at - first < MAX_NAME and tokens.plain[at] and tokens.flags[at] & Flag.UPPER:
        at += 1
    return at


def is_told_as_person(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a name of several words that has neither a title nor a first name is a person's by its words or what is said of it: "Wei Zhang", "Norz bin Vella", "ANNA BORG", "Norz Vella, 44,", "Norz Vella, who", "Norz Vella was arrested"."""
    last = group.head.last
    if tokens.flags[last - 1] & Flag.SURNAME_FIRST and not tokens.flags[last - 1] & _ORDINARY:
        return True
    inner = tokens.raw[group.head.first + 1 : last]
    if not (_OF_PERSONS.isdisjoint(inner) and _OF_FATHERS.isdisjoint(inner)) or tokens.raw[last - 1].startswith(
        _ARTICLES
    ):
        return True
    if tokens.flags[group.head.first] & Flag.ACRONYM and _is_given_in_capitals(tokens.bare(group.head.first)):
        return True
    follows = last < len(tokens) and tokens.small(last) == "who" and tokens.gaps[last].strip() in ("", ",")
    return follows or has_age(tokens, group) or tokens.plain[last] and suffers(tokens, last)


def _is_given_in_capitals(word: str) -> bool:
    """Whether a word in capitals is a first name."""
    named = classify(word.title())
    return named is not None and bool(named.flags & Flag.GIVEN)


def has_age(tokens: Tokens, group: NounGroup) -> bool:
    """Whether an age between commas follows a name: "Borg, 75, pleaded guilty"."""
    last = group.head.last
    if tokens.gaps[last] != ", " or last + 1 >= len(tokens) or not tokens.is_age(last):
        return False
    return tokens.gaps[last + 1][:1] == ","
