"""Tell a day: the sentences that say what most sentences about it say.

Belongs here: choosing sentences. Does not: which days (salience.py), whether a sentence stands alone and which words carry meaning (../tell.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from warehouse.timeline.tell import content_words, self_contained, stands_alone

CENTRAL_WORDS: Final = 60  # the words most said of a day; rarer ones are details that would drown them
SAME: Final = 0.3  # cosine of two sentences' words above which the second one adds too little
FEWEST_WORDS: Final = 3  # words that carry meaning; a sentence with fewer tells nothing
GOOD_WORDS: Final = (8, 60)  # words; shorter sentences lack the what, longer ones bury it
SHORT_SHARE: Final = 0.7
LONG_SHARE: Final = 0.5
DANGLING_SHARE: Final = 0.8  # for a sentence that needs the one before it
# How much a sentence counts for what is said of a day.
SAID_OF_DAY: Final = 1.0
UNDATED: Final = 0.6
BESIDE_SUBJECT: Final = 0.5


class Statement(NamedTuple):
    """A sentence of an article about a day; `share` is how much it counts for what is said of the day."""

    article_id: str
    sentence_start: int
    sentence: str
    share: float
    basis: str
    date_text: str | None


class _Candidate(NamedTuple):
    worth: float
    text: str
    words: frozenset[str]
    statement: Statement


def telling_sentences(statements: Sequence[Statement], n_sentences: int) -> list[tuple[str, Statement]]:
    """The sentences, made to stand on one line, that tell a day best, best first; none that repeats another."""
    words = _distinct(statements)
    central = _central_words(words)
    norm = sum(weight * weight for weight in central.values()) ** 0.5 or 1.0
    candidates = [
        _Candidate(
            sum(central[word] for word in said & central.keys()) / norm / len(said) ** 0.5 * _fitness(text),
            text,
            said,
            statement,
        )
        for text, (said, statement) in words.items()
    ]
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda each: (-each.worth, each.text)):
        if len(chosen) == n_sentences:
            break
        if all(likeness_of(candidate.words, other.words) < SAME for other in chosen):
            chosen.append(candidate)
    return [(each.text, each.statement) for each in chosen]


def _distinct(statements: Sequence[Statement]) -> dict[str, tuple[frozenset[str], Statement]]:
    """Each text once, with its words and the statement that counts most: agencies' sentences stand in many articles."""
    found: dict[str, tuple[frozenset[str], Statement]] = {}
    for statement in sorted(statements, key=lambda each: (-each.share, each.article_id, each.sentence_start)):
        text = self_contained(statement.sentence)
        if text not in found:
            words = content_words(text)
            if len(words) >= FEWEST_WORDS:
                found[text] = (words, statement)
    return found


def _central_words(words: dict[str, tuple[frozenset[str], Statement]]) -> dict[str, float]:
    """The words nearest the centroid of all sentences, each sentence of length 1 times its share."""
    weights: defaultdict[str, float] = defaultdict(float)
    for said, statement in words.values():
        for word in said:
            weights[word] += statement.share / len(said) ** 0.5
    ranked = sorted(weights.items(), key=lambda item: (-round(item[1], 9), item[0]))
    return dict(ranked[:CENTRAL_WORDS])


def _fitness(text: str) -> float:
    """What share of its worth a sentence keeps for its form."""
    n_words = len(text.split())
    length = SHORT_SHARE if n_words < GOOD_WORDS[0] else LONG_SHARE if n_words > GOOD_WORDS[1] else 1.0
    return length * (1.0 if stands_alone(text) else DANGLING_SHARE)


def likeness_of(some: frozenset[str], others: frozenset[str]) -> float:
    """Cosine of two sets of words, 0 to 1; 0 when one is empty."""
    return len(some & others) / (len(some) * len(others)) ** 0.5 if some and others else 0.0
