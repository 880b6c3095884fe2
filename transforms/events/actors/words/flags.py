"""What a single word can be.

Belongs here: the bits. Does not: which words have them (lexicon.py).
"""

from __future__ import annotations

from typing import Final


class Flag:
    """What a word can be, as bits, for one word can be several things; plain integers, because IntFlag is slow."""

    UPPER: Final = 1 << 0  # begins with a capital
    STARTER: Final = 1 << 1  # an ordinary word that begins sentences
    TIME: Final = 1 << 2
    THING: Final = 1 << 3  # last word of a law, an event, a place
    HONORIFIC: Final = 1 << 4
    ROYAL: Final = 1 << 5
    ROLE: Final = 1 << 6
    GROUP: Final = 1 << 7
    ORG_NOUN: Final = 1 << 8  # "government", "ministry" in small letters
    ORG_HEAD: Final = 1 << 9  # "Ministry", "Council"
    OPENER: Final = 1 << 10  # an organisation's first word before "of"
    COMPANY: Final = 1 << 11
    NUMBER: Final = 1 << 12
    QUANTIFIER: Final = 1 << 13
    DETERMINER: Final = 1 << 14
    PARTICLE: Final = 1 << 15
    GIVEN: Final = 1 << 16  # a first name
    SURNAME_FIRST: Final = 1 << 17
    PRONOUN: Final = 1 << 18
    POSSESSIVE: Final = 1 << 19
    SUFFIX: Final = 1 << 20
    ROLE_MODIFIER: Final = 1 << 21
    GROUP_MODIFIER: Final = 1 << 22
    ABBREVIATED: Final = 1 << 23  # a title that a full stop may follow
    GAZETTEER: Final = 1 << 24  # begins a known name
    MEASURE: Final = 1 << 30  # "thousands", "group" before "of"
    PEOPLE_ADJECTIVE: Final = 1 << 26
    ACRONYM: Final = 1 << 27
    INITIAL: Final = 1 << 28
    SHOUTED: Final = 1 << 29  # in a sentence of capitals only
    ORDINAL: Final = 1 << 25  # "8th"
    ADJECTIVAL: Final = 1 << 31  # describes when an ordinary noun follows ("general election")
    DEED: Final = 1 << 32  # a verb that actors do, an auxiliary
    VERBAL: Final = 1 << 34  # also a verb ("to head", "we fund")
    FAMOUS: Final = 1 << 35  # a surname that needs no first name
    VERB_LEAD: Final = 1 << 36  # a verb follows: "to", "will", "we"
    SURNAME: Final = 1 << 37  # a surname as well as a thing ("Hill")
    NOUN: Final = 1 << 38  # an ordinary noun or verb that begins sentences
    FIRM_DEED: Final = 1 << 33  # a verb that only actors do
