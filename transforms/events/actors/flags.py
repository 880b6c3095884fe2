"""What a single word can be.

Belongs here: the bits. Does not: which words have them (lexicon.py).
"""

from __future__ import annotations


class Flag:
    """What a word can be, as bits, for one word can be several things; plain integers, because IntFlag is slow."""

    UPPER = 1 << 0  # begins with a capital
    STARTER = 1 << 1  # an ordinary word that begins sentences
    TIME = 1 << 2
    THING = 1 << 3  # last word of a law, an event, a place
    HONORIFIC = 1 << 4
    ROYAL = 1 << 5
    ROLE = 1 << 6
    GROUP = 1 << 7
    ORG_NOUN = 1 << 8  # "government", "ministry" in small letters
    ORG_HEAD = 1 << 9  # "Ministry", "Council"
    OPENER = 1 << 10  # an organisation's first word before "of"
    COMPANY = 1 << 11
    NUMBER = 1 << 12
    QUANTIFIER = 1 << 13
    DETERMINER = 1 << 14
    PARTICLE = 1 << 15
    GIVEN = 1 << 16  # a first name
    SURNAME_FIRST = 1 << 17
    PRONOUN = 1 << 18
    POSSESSIVE = 1 << 19
    SUFFIX = 1 << 20
    ROLE_MODIFIER = 1 << 21
    GROUP_MODIFIER = 1 << 22
    ABBREVIATED = 1 << 23  # a title that a full stop may follow
    GAZETTEER = 1 << 24  # begins a known name
    MEASURE = 1 << 25  # "thousands", "group" before "of"
    PEOPLE_ADJECTIVE = 1 << 26
    ACRONYM = 1 << 27
    INITIAL = 1 << 28
    SHOUTED = 1 << 29  # in a sentence of capitals only
    ORDINAL = 1 << 30  # "8th"
    ADJECTIVAL = 1 << 31  # describes when an ordinary noun follows ("general election")
    DEED = 1 << 32  # a verb that actors do, an auxiliary
    VERBAL = 1 << 34  # also a verb ("to head", "we fund")
    FAMOUS = 1 << 35  # a surname that needs no first name
    VERB_LEAD = 1 << 36  # a verb follows: "to", "will", "we"
    SURNAME = 1 << 37  # a surname as well as a thing ("Hill")
    NOUN = 1 << 38  # an ordinary noun or verb that begins sentences
    FIRM_DEED = 1 << 33  # a verb that only actors do
