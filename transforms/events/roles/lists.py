"""Lists of actors behind a trigger: "met Borg and a Norfield executive", "by Borg, a lawyer from Malta, and the bank".

Belongs here: who belongs to a list that goes on behind its first actor. Does not: which actor is the first one (objects.py), lists before a verb (enumerations.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.premodifiers import are_nouns
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import ADVERBS, DETERMINERS, OWNER_ENDINGS, PREPOSITIONS
from transforms.events.words.openers import RELATIVES_OF_NAMES

_BEFORE_PARTIES: Final = (["between"], ["among"], ["with"])
_JOINING: Final = frozenset({"and", "or"})
_BEHIND_LISTS: Final = PREPOSITIONS | ADVERBS | {"to", "who", "which", "as", "while", "when", "where", "because"}
_INSERTION: Final = 16  # words of what is said of somebody before the list goes on
_MAX_DESCRIBING: Final = 3  # words before the last actor of a list that describe it: "and a senior railway executive"


def is_joined_over_words(sentence: Sentence, listed: Sequence[Placed], placed: Placed) -> bool:
    """Whether "and" joins an actor to a list over an article and words that describe it: `met Borg and a | Norfield executive`, `Borg and Oslo-based | Norfield`."""
    words, at = sentence.words, listed[-1].end
    if words[at] == "," and len(listed) > 1:  # behind a single one the comma opens another clause
        at += 1
    if words[at] not in _JOINING or not _closes(sentence, placed):
        return False
    at += 2 if words[at + 1] in DETERMINERS else 1
    return 0 <= placed.start - at <= _MAX_DESCRIBING and are_nouns(sentence, at, placed.start, owns=False)


def complete_list(sentence: Sentence, listed: list[Placed], actors: Sequence[Placed]) -> list[Placed]:
    """A list without what is only said of its last actor, and with who is joined to that one behind it: `Borg, a lawyer from Malta, and Vella`."""
    while len(listed) > 1 and _is_said_of(sentence, listed[-2], listed[-1]):
        listed = listed[:-1]
    for placed in actors:
        near = listed and listed[-1].end < placed.start < listed[-1].end + _INSERTION
        if near and _closes(sentence, placed) and _goes_on_behind_insertion(sentence, listed[-1], placed):
            return [*listed, placed]
    return listed


def _goes_on_behind_insertion(sentence: Sentence, last: Placed, placed: Placed) -> bool:
    """Whether "and" joins an actor to another over what is said of that one between commas: `Borg, a lawyer from Malta, and | Vella`."""
    words = sentence.words
    joint = placed.start - 2 if words[placed.start - 1] in DETERMINERS else placed.start - 1
    if words[joint] != "and" or words[joint - 1] != "," or joint - 1 <= last.end:
        return False
    opens = words[last.end] == "," and words[last.end + 1] in DETERMINERS | RELATIVES_OF_NAMES
    if not opens and "," not in words[last.start : last.end]:
        return False
    return words[last.end + 1] in RELATIVES_OF_NAMES or sentence.first_finite(last.end, joint) == joint


def _closes(sentence: Sentence, last: Placed) -> bool:
    """Whether neither a verb nor another noun follows the last actor of a list: `met Vella and a Norfield executive | on Monday`, but not `and an executive | said`."""
    end = last.end
    if end >= len(sentence.words) or end in sentence.dated:
        return True
    if not sentence.words[end][0].isalnum() or sentence.words[end] in _BEHIND_LISTS:
        return True
    start = sentence.clauses[sentence.clause_at(last.start)].start
    return (
        sentence.finite[end] and sentence.first_finite(start, end) == end
    )  # "talks between Borg and an executive | began"


def _is_said_of(sentence: Sentence, before: Placed, last: Placed) -> bool:
    """Whether the last words of a list behind a bare comma describe the one before: `Borg, a unit of Norfield`, `Vella, Norfield's chairman`."""
    words = sentence.words
    between = words[before.end : last.start]
    if between[:1] != [","] or len(between) > 2 or not DETERMINERS.issuperset(between[1:]):
        return False
    if last.end < len(words) and words[last.end] in _JOINING:
        return False  # "the union, the bank and a regulator whom nothing names"
    if sentence.raw[before.end - 1].islower() and not sentence.raw[last.end - 1].islower():
        return False  # "a trade group, the Norfield Association": the name says more
    owns = last.end < len(words) and words[last.end] in OWNER_ENDINGS
    return len(between) > 1 or owns or sentence.raw[last.end - 1].islower()


def opens_with_parties(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun that opens its clause is itself the subject there, with its parties behind it: `Talks between Borg and Vella, a lawyer, went on`."""
    words, opening = sentence.words, sentence.clauses[sentence.clause_at(hit.start)].start
    opens = hit.start == opening or hit.start == opening + 1 and words[opening] in DETERMINERS
    return opens and hit.verb is None and words[hit.end : hit.end + 1] in _BEFORE_PARTIES
