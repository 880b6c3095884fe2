"""Places of a date from which it dates a whole sentence: `It was on Monday that`, `February 1: Waugh announces`.

Belongs here: dates at the beginning or end of a sentence. Does not: which words they date otherwise (attachment.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import BE, PREPOSITIONS

_BEFORE_SET: Final = frozenset({"on", "in", "at", "only", "not", "until", "just", "back", "around", "during"})


def is_set_before(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a date is set before all that it dates: `It was on Monday that`, `It was not until May that`."""
    words, at = sentence.words, placed.start - 1
    while at > 0 and words[at] in _BEFORE_SET:
        at -= 1
    return words[placed.end : placed.end + 1] == ["that"] and at > 0 and words[at] in BE and words[at - 1] == "it"


def ends_sentence(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a day closes the sentence behind a comma, as the captions of photographs do."""
    closing = sentence.words[placed.end :]
    return (
        placed.start > 0
        and sentence.words[placed.start - 1] == ","
        and all(word in (".", ")", '"') for word in closing)
    )


def opens_report(sentence: Sentence, placed: PlacedDate, own: int) -> bool:
    """Whether a day opens a sentence whose first clause only reports the hit's: `Yesterday, police said they had arrested a man`."""
    words, first = sentence.words, placed.start
    opens = first == 0 or first == 1 and (words[0] in PREPOSITIONS or words[placed.end : placed.end + 1] == [","])
    return opens and own == 1 and sentence.clauses[1].kind is Kind.CONTENT


def opens_next(sentence: Sentence, placed: PlacedDate, own: int) -> bool:
    """Whether a date stands before the verb of a clause behind "and" or "but", which it dates alone: `searched his house, and on Friday he was arrested`."""
    clause = sentence.clauses[sentence.clause_at(placed.start)]
    if clause.kind is not Kind.COORDINATE or clause.start <= sentence.clauses[own].start:
        return False
    return placed.start <= sentence.first_finite(clause.start, clause.end) < clause.end


def heads_entry(sentence: Sentence, placed: PlacedDate, own: int) -> bool:
    """Whether a date alone before a colon tells when the clause behind it was: `February 1: Waugh announces two talks in May`."""
    return (
        own == 1 and placed.start == 0 and sentence.clauses[1].start == placed.end and sentence.words[placed.end] == ":"
    )
