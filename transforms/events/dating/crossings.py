"""What it costs a date to reach a hit in another clause.

Belongs here: the borders of clauses between a date and a hit. Does not: what stands between them within one clause (attachment.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.inserted import goes_on_in_relative
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.teller_again import teller_goes_on
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import ADVERBS, HAVE, INFINITIVES, REPORTING, is_in_ly
from transforms.vocabulary import word_set

OTHER_CLAUSE: Final = 100  # distance of each clause border
_SAYINGS: Final = word_set("clauses", "sayings")
_SHARING: Final = frozenset({Kind.COORDINATE, Kind.PARTICIPLE, Kind.RESUMED, Kind.SIMULTANEOUS, Kind.PARENTHESIS})
_DESCRIBED_REACH: Final = 2  # tokens between a noun and the participle that describes it
_CLOSED: Final = frozenset({Kind.RELATIVE, Kind.TEMPORAL, Kind.CONTENT, Kind.SUBORDINATE})


def crossing_cost(sentence: Sentence, own: int, other: int) -> int | None:
    """What it costs a date to cross the clause borders to a hit, or None when one of them keeps it out."""
    clauses = sentence.clauses
    if other > own:
        turned = clauses[own].kind is Kind.RELATIVE and sentence.words[clauses[own + 1].start] == "but"
        if turned:
            return None
        if clauses[other].kind is Kind.RESUMED and (clauses[own].kind in _CLOSED or goes_on_in_relative(sentence, own)):
            return None
        kinds = [clauses[index].kind for index in range(own + 1, other + 1)]
        kinds = [
            kind
            for at, kind in enumerate(kinds)
            if kind is not Kind.RELATIVE or kinds[at + 1 : at + 2] != [Kind.RESUMED]
        ]
        return sum(map(_cost, kinds)) if all(kind in _SHARING for kind in kinds) else None
    if own == other + 1 and _is_opening_phrase(sentence, other):
        return OTHER_CLAUSE
    closed = clauses[other].kind in _CLOSED and not _is_resumed(sentence, other)
    if closed or clauses[other].kind is Kind.REPORT:
        return OTHER_CLAUSE if _goes_on(sentence, own, other) else None
    index, cost = own, 0
    while index > other:
        kind = clauses[index].kind
        if kind not in _SHARING:
            return None
        cost += _cost(kind)
        opening = sentence.words[clauses[index].start : clauses[index].start + 2]
        beside_report = opening[0] == "but" or opening[-1] in _SAYINGS and not _is_perfect(sentence, index - 1)
        beside_report = beside_report or _is_of_teller(sentence, index)
        index -= 1
        while beside_report and index > other and clauses[index].kind is Kind.CONTENT:
            index -= 1
        while kind is Kind.RESUMED and index > other and _is_whole(sentence, index):
            index -= 1
    return cost


def is_of_next(sentence: Sentence, hit: Hit, placed: PlacedDate, own: int, other: int) -> bool:
    """Whether a date behind a hit is kept by a clause that tells of something else: `pressed for more action, | saying growth was weak this year`, `was arrested | but doubts grew on Friday`."""
    return any(_keeps_date(sentence, hit, placed, index) for index in range(own + 1, other + 1))


def _keeps_date(sentence: Sentence, hit: Hit, placed: PlacedDate, index: int) -> bool:
    clause = sentence.clauses[index]
    if clause.kind is Kind.PARTICIPLE:  # of a noun, it may describe just that: "the deal, announced on Monday"
        opens = clause.start + (sentence.words[clause.start] == ",")
        if sentence.raw[opens][:1].isupper():
            return False  # "a meeting in Jackson Hole, Wyoming, on Friday"
        return hit.verb is not None or clause.start - hit.end > _DESCRIBED_REACH
    if clause.kind is not Kind.COORDINATE:
        return False
    verb = sentence.first_finite(clause.start, clause.end)
    before = sentence.words[clause.start + 1 : verb]
    if verb < clause.end and not all(word in ADVERBS or is_in_ly(word) for word in before):
        return True
    return has_infinitive(sentence, clause.start, placed.start)


def _is_opening_phrase(sentence: Sentence, index: int) -> bool:
    """Whether an "after" or "since" without a verb only opens the clause behind it: `Since May | , the bank has lent them $3 million`."""
    clause, following = sentence.clauses[index], sentence.clauses[index + 1]
    opens = clause.kind is Kind.TEMPORAL and following.kind is Kind.RESUMED
    return opens and sentence.first_finite(0, clause.end) == clause.end


def _is_resumed(sentence: Sentence, index: int) -> bool:
    """Whether a clause that somebody tells has its verb behind a relative one: `said that | on May 3 Borg, | who was drunk, | stabbed a man`."""
    kinds = [clause.kind for clause in sentence.clauses[index : index + 3]]
    return kinds == [Kind.CONTENT, Kind.RELATIVE, Kind.RESUMED] and not _is_whole(sentence, index)


def _is_of_teller(sentence: Sentence, index: int) -> bool:
    """Whether a clause goes on from who told what stands before it: `On Monday, Borg said it will close | and named a successor`."""
    before, clause = sentence.clauses[index - 1], sentence.clauses[index]
    verb = sentence.first_finite(clause.start, clause.end)
    if before.kind is not Kind.CONTENT or verb != clause.start + 1:
        return False
    return teller_goes_on(sentence, before.start, clause.start, verb)


def _is_perfect(sentence: Sentence, index: int) -> bool:
    """Whether a clause tells what somebody had done, so that a participle behind "and" goes on from it: `that he had called his men and urged them`."""
    clause = sentence.clauses[index]
    verb = sentence.first_finite(clause.start, clause.end)
    return verb < clause.end and sentence.words[verb] in HAVE


def _goes_on(sentence: Sentence, own: int, other: int) -> bool:
    """Whether a clause only adds a verb to the closed one before it: `who was arrested on Monday | and charged with murder`."""
    clause = sentence.clauses[own]
    if own != other + 1 or clause.kind is not Kind.COORDINATE or sentence.clauses[other].kind is Kind.REPORT:
        return False
    verb = sentence.words[clause.start + 1 : clause.start + 2]
    told = sentence.clauses[other].kind is Kind.CONTENT and not REPORTING.isdisjoint(verb)
    return sentence.finite[clause.start + 1 : clause.start + 2] == [True] and not told


def _is_whole(sentence: Sentence, index: int) -> bool:
    """Whether a closed clause has its verb, so that what follows resumes the one before it: not `that 12 men, mostly farmers, | had died`."""
    clause = sentence.clauses[index]
    if clause.kind not in _CLOSED:
        return False
    return clause.kind is not Kind.CONTENT or sentence.first_finite(clause.start + 1, clause.end) < clause.end


def _cost(kind: Kind) -> int:
    """A clause that is taken up again behind an insertion is the same clause."""
    return 0 if kind is Kind.RESUMED else OTHER_CLAUSE


def has_infinitive(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an infinitive with "to" stands among tokens `start`..`end` (end exclusive)."""
    words = sentence.words
    return any(words[at] == "to" and words[at + 1] in INFINITIVES for at in range(max(0, start), end - 1))
