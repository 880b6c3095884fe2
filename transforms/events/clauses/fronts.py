"""Phrases that open a clause with a participle of their own: "In a report published on Monday, Amnesty accused".

Belongs here: where such a phrase ends. Does not: the subject behind it (roles/subjects.py), who did what the participle tells (roles/of_verb.py).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from transforms.events.clauses.borders import is_participle
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_participle_form,
    is_past_participle,
)

_OPENING: Final = frozenset({"at", "by", "during", "for", "from", "in", "on", "through", "to", "under", "with"})
_BEFORE_DEEDS: Final = frozenset({"by", "in", "upon"})
_NOUN_REACH: Final = (
    5  # tokens from the article of such a phrase to its participle: "in a long critical report published"
)
_LENGTH: Final = 16  # tokens of such a phrase
_NO_NOUNS: Final = AUXILIARIES | PREPOSITIONS | DETERMINERS | SUBJECT_PRONOUNS | {"who", "that", ","}
_RELATIVES: Final = frozenset({"who", "which", "that"})


class Front(NamedTuple):
    """A phrase that opens a clause: its participle, and the comma behind it."""

    participle: int
    comma: int


def front_of(sentence: Sentence, token: int) -> Front | None:
    """The phrase with a participle that opens the clause of a token; None where none does."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(token)]
    first = clause.start + 2 if words[clause.start : clause.start + 2] == ["according", "to"] else clause.start + 1
    if words[first - 1] not in _OPENING or words[first : first + 1] == [] or words[first] not in DETERMINERS:
        return None
    participle = sentence.first_finite(first + 1, min(first + _NOUN_REACH, clause.end))
    if participle >= min(first + _NOUN_REACH, clause.end) or participle < first + 2:
        return None
    if not is_participle_form(words[participle]) or words[participle - 1] in _NO_NOUNS:
        return None
    if not sentence.raw[participle - 1].islower():  # "In a report Norfield issued in May, it said"
        return None
    behind = words[participle + 1] if participle + 1 < clause.end else ""
    if behind not in PREPOSITIONS and behind != "to" and behind != "out" and participle + 1 not in sentence.dated:
        return None
    end = min(clause.end + 1, len(words), clause.start + _LENGTH)  # a report may open at the comma
    comma = next((at for at in range(participle + 1, end) if words[at] == ","), 0)
    if not comma or sentence.first_finite(participle + 1, comma) < comma or comma - 1 == participle:
        return None
    return Front(participle, comma)


def opens_passive(sentence: Sentence) -> bool:
    """Whether a sentence opens with a past participle that has no object: `Interviewed on the radio, Waugh said`."""
    words = sentence.words
    if not is_past_participle(words[0]) or words[1:2] == [] or "," not in sentence.vocabulary:
        return False
    return words[1] in PREPOSITIONS or words[1] == "to" or 1 in sentence.dated


def opening_participle(sentence: Sentence) -> int:
    """The participle in -ing with which a sentence opens, perhaps behind a preposition: `By | signing the pact, Malta`; -1 where none does."""
    first = int(sentence.words[0] in _BEFORE_DEEDS and len(sentence.words) > 1)
    return first if is_participle(sentence.words[first]) and not sentence.finite[first] else -1


def behind_opening_participle(sentence: Sentence) -> tuple[int, int] | None:
    """The comma behind the participle with which a sentence opens, and the first verb behind that: `Addressing a rally on Monday | , Waugh | urged them to vote`, `Jailed in 2005 | , Waugh | fled`."""
    words = sentence.words
    passive = opens_passive(sentence)
    if not passive and opening_participle(sentence) < 0:
        return None
    verb = sentence.first_finite(1, len(words))
    comma = next((at for at in range(1, verb) if words[at] == ","), 0)
    if not comma or verb == len(words) or not _RELATIVES.isdisjoint(words[1:comma]):
        return None
    if passive and "," in words[comma + 1 : verb]:  # "Hired by Borg, Vella and Lund, she left"
        return None
    return comma, verb
