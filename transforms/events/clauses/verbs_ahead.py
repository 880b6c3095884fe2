"""Whether a clause that would open at a token has its verb: right ahead, behind phrases, behind an apposition.

Belongs here: looking ahead for the verb. Does not: where clauses begin (borders.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.words.function_words import ADVERBS, COORDINATORS, DETERMINERS, INFINITIVES, PREPOSITIONS
from transforms.events.words.openers import OPENERS, QUOTES, RELATIVES, SIMULTANEOUS, SUBORDINATORS, TEMPORAL
from transforms.events.words.quantities import opens_number
from transforms.vocabulary import word_set

_FRONTS: Final = TEMPORAL | SIMULTANEOUS | SUBORDINATORS
_MEASURED: Final = 5  # tokens with which a sentence opens that may measure what follows: "Less than two days after"
_ACRONYM: Final = 3  # tokens of a short name in brackets
_LOOK_AHEAD: Final = 7  # tokens in which a finite verb must follow for "and" to open a clause
_PHRASED: Final = 14  # tokens of a subject with its phrases: `Karl Borg of the court of appeals in Norfield`
_APPOSED: Final = 18  # tokens of an apposition or of a relative clause between the commas of a subject
_STOPS: Final = QUOTES | frozenset({";", "that"})
_HOLDING: Final = frozenset({"while", "although", "though", "because", "whereas"})
_PRESENT: Final = INFINITIVES | word_set("clauses", "plain_present")
_SEVERAL: Final = frozenset({"they", "we", "you", "i", "people", "police", "men", "women", "children"})
_NO_SUBJECT: Final = DETERMINERS | {"to", "and", "or"}
_BEHIND_PRESENT: Final = DETERMINERS | {"that", "to", "it", "them", "him", "her", "no", "more", "further", "both"}
_BEFORE_AS: Final = frozenset({"as", "such", "so", "known", "same", "well", "regarded", "seen"})
_BEHIND_AS: Final = frozenset({"many", "much", "few", "well", "of", "a", "an", "part", "early", "late", "high", "low"})


def _pair_follows(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether two joined by "and" and their verb follow: `after a storm hit the coast, | Norway and Malta held talks`."""
    between = words[index : index + _LOOK_AHEAD]
    joint = between.index("and") if "and" in between else 0
    if not joint or "," in between[:joint] or not PREPOSITIONS.isdisjoint(between[:joint]):
        return False
    return verb_follows(words, finite, index + joint + 1)


def closes_opening(words: list[str], finite: list[bool], comma: int, dated: frozenset[int]) -> bool:
    """Whether a pair and its verb follow a comma, or one closes the clause that opens the sentence: `While she waited, | protests against the king began`."""
    opens = not _FRONTS.isdisjoint(words[:2]) or any(words[at] in TEMPORAL for at in range(2, min(comma, _MEASURED)))
    whole = opens and all(words[at] != "," or at in dated for at in range(comma))
    over = whole and PREPOSITIONS.isdisjoint(words[comma + 1 : comma + 2])
    long = over and verb_follows(words, finite, comma + 1, 2 * _LOOK_AHEAD, over_phrases=True)
    return long or _pair_follows(words, finite, comma + 1)


def verb_follows_apposition(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether a finite verb follows right behind an apposition: `and another policymaker, Juergen Stark, also resigned`, `said Stark, who is ill, resigned`."""
    opening = next((at for at in range(index + 1, min(len(words), index + _PHRASED)) if words[at] == ","), 0)
    if not opening or not PREPOSITIONS.isdisjoint(words[index : index + 1]) or True in finite[index : opening + 2]:
        return False
    described = False
    for at in range(opening + 1, min(len(words) - 1, opening + _APPOSED)):
        described = described or words[at] in RELATIVES
        if words[at] == ",":
            behind = at + 2 if words[at + 1] in ADVERBS else at + 1
            if finite[behind : behind + 1] == [True]:
                return True
            if words[at + 1] in PREPOSITIONS:
                return False
        elif words[at] in _STOPS or finite[at] and not described and not _is_of_agent(words, at):
            return False
    return False


def verb_follows_phrase(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether a verb with its object follows behind a subject with its phrases: `, and analysts at the bank in Rome criticised the plan`."""
    if not PREPOSITIONS.isdisjoint(words[index : index + 1]):
        return False
    for at in range(index + 1, min(len(words) - 1, index + _PHRASED)):
        word = words[at]
        if finite[at]:
            return word[-2:] != "ed" or words[at + 1] not in PREPOSITIONS and words[at + 1][0].isalnum()
        if word == "," or word in _STOPS or word in OPENERS:
            return False
    return False


def present_follows(words: list[str], index: int) -> bool:
    """Whether several who act in the present follow: `Although the board rejected the offer, | analysts still expect | a deal`, `, | they hold the town`."""
    for at in range(index + 1, min(len(words) - 1, index + _LOOK_AHEAD)):
        subject = words[at - 1] if words[at - 1] not in ADVERBS else words[at - 2]
        if words[at] in _PRESENT and words[at + 1] in _BEHIND_PRESENT and words[at - 1] not in _NO_SUBJECT:
            return subject in _SEVERAL or subject.endswith("s") and not subject.endswith(("ss", "us", "is"))
        if not words[at][0].isalnum() or words[at] in PREPOSITIONS:
            return False
    return False


def _is_of_agent(words: list[str], index: int) -> bool:
    """Whether a form in -ed is a participle by the "by" behind it: `the first witness called by the government`."""
    return words[index][-2:] == "ed" and words[index + 1 : index + 2] == ["by"]


def _opens_other(words: list[str], index: int) -> bool:
    """Whether a word opens a clause whose verb is not that of the one before it: `reported a fall in profit | as its buyers held back`."""
    if words[index] != "as":
        return words[index] in _HOLDING
    return words[index - 1] not in _BEFORE_AS and not _BEHIND_AS.issuperset(words[index + 1 : index + 2])


def verb_follows(
    words: list[str], finite: list[bool], index: int, reach: int = _LOOK_AHEAD, *, over_phrases: bool = False
) -> bool:
    """Whether a finite verb follows before the next border; `over_phrases` also looks behind prepositions."""
    position, last = index - 1, index + reach
    while (position := position + 1) < min(len(words), last):
        word = words[position]
        if finite[position]:
            return True
        if word == "(" and words[position + 2 : position + 3] == [")"]:  # "Norfield Bank (NB) | agreed"
            position, last = position + _ACRONYM - 1, last + _ACRONYM
            continue
        if word in (",", ";", "(", "."):
            return False
        if opens_number(words, position):
            continue
        if over_phrases and position > index and _opens_other(words, position):
            return False
        if not over_phrases and (word in COORDINATORS or (word in PREPOSITIONS and word != "of")):
            return False
    return False
