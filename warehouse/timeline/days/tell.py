"""Tell a day: the sentences that say what most sentences about it say.

Belongs here: choosing sentences. Does not: which days (salience.py), whether a sentence stands alone and which words carry meaning (../tell.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import heapify, heappop, heappush, nsmallest
from math import log
from typing import Final, NamedTuple

from warehouse.timeline.tell import (
    content_words,
    is_cut_off,
    is_no_news,
    is_question,
    is_speaking,
    names_other_time,
    self_contained,
    stands_alone,
)
from warehouse.timeline.tidy import is_signed

CENTRAL_WORDS: Final = 60  # the words most said of a day; rarer ones are details that would drown them
SAME: Final = 0.3  # cosine of two sentences' words above which the second one adds too little
FEWEST_WORDS: Final = 3  # words that carry meaning; a sentence with fewer tells nothing
GOOD_WORDS: Final = (8, 60)  # words; shorter sentences lack the what, longer ones bury it
SHORT_SHARE: Final = 0.7
LONG_SHARE: Final = 0.5
DANGLING_SHARE: Final = 0.8  # for a sentence that needs the one before it
SPEAKING_SHARE: Final = 0.8  # for quotations and what somebody says of himself
ASKING_SHARE: Final = 0.3  # for questions, and for who declined to comment: they tell nothing
SIGNED_SHARE: Final = 0.1  # for what a page puts around reports: who wrote it, and when
CUT_OFF_SHARE: Final = 0.1  # for what breaks off in the middle
OTHER_TIME_SHARE: Final = (
    0.6  # for what names no day but a month or year: it may tell of that, not of its day of publication
)
LOOKING_BACK_SHARE: Final = 1.15  # for a report from later: it knows what mattered
RARITY_POWER: Final = (
    0.25  # how much more a rare word says than a common one; 0 is nothing, 1 is inverse document frequency
)
WORTH_DIGITS: Final = 9  # below these, worths differ by the order of a sum only
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
    looks_back: bool = False


class _Candidate(NamedTuple):
    text: str
    words: dict[str, float]  # a vector of length 1
    statement: Statement


def rarity_of_words(statements: Iterable[Statement]) -> dict[str, float]:
    """How much each word tells, from the sentences about all days of a timeline: a word of every sentence tells nothing."""
    counts: Counter[str] = Counter()
    texts = {statement.sentence for statement in statements}
    for text in texts:
        counts.update(content_words(text))
    return {word: log(1 + len(texts) / count) ** RARITY_POWER for word, count in counts.items()}


def telling_sentences(
    statements: Iterable[Statement], n_sentences: int, rarity: Mapping[str, float]
) -> list[tuple[str, Statement]]:
    """The sentences, made to stand on one line, that tell a day best, best first; none that repeats another.

    rarity: as rarity_of_words gives it; words that it does not hold count as 1.
    """
    candidates = _candidates(statements, rarity)
    central = _central_words(candidates)
    chosen: list[_Candidate] = []
    for candidate in _best_first(candidates, central):
        if len(chosen) == n_sentences:
            break
        if all(likeness_of(candidate.words.keys(), other.words.keys()) < SAME for other in chosen):
            chosen.append(candidate)
    return [(each.text, each.statement) for each in chosen]


def _candidates(statements: Iterable[Statement], rarity: Mapping[str, float]) -> list[_Candidate]:
    """Each text once, with the statement that counts most: agencies' sentences stand in many articles."""
    found: dict[str, _Candidate] = {}
    for statement in sorted(statements, key=lambda each: (-each.share, each.article_id, each.sentence_start)):
        text = self_contained(statement.sentence)
        words = content_words(text) if text not in found else frozenset[str]()
        if len(words) >= FEWEST_WORDS:
            found[text] = _Candidate(text, _unit_vector(words, rarity), statement)
    return list(found.values())


def _unit_vector(words: frozenset[str], rarity: Mapping[str, float]) -> dict[str, float]:
    # in a fixed order: a sum of fractions depends on it
    weights = {word: rarity.get(word, 1.0) for word in sorted(words)}
    norm = sum([weight * weight for weight in weights.values()]) ** 0.5
    return {word: weight / norm for word, weight in weights.items()}


def _central_words(candidates: Sequence[_Candidate]) -> dict[str, float]:
    """The words nearest the centroid of all sentences, each sentence of length 1 times its share."""
    weights: defaultdict[str, float] = defaultdict(float)
    for candidate in candidates:
        for word, weight in candidate.words.items():
            weights[word] += candidate.statement.share * weight
    return dict(nsmallest(CENTRAL_WORDS, weights.items(), key=lambda item: (-round(item[1], 9), item[0])))


def _best_first(candidates: Sequence[_Candidate], central: Mapping[str, float]) -> Iterator[_Candidate]:
    """Candidates by worth, equals by text; the form of a sentence, which only lessens its worth, is looked at when it might be next."""
    # a worth that is at most so great comes before one that is so great: only then all equals are known
    queue = [(-_nearness(each, central), False, each.text, place) for place, each in enumerate(candidates)]
    heapify(queue)
    while queue:
        worth, is_known, text, place = heappop(queue)
        if is_known:
            yield candidates[place]
        else:
            fitness = _fitness(text, is_dated=candidates[place].statement.date_text is not None)
            heappush(queue, (round(worth * fitness, WORTH_DIGITS), True, text, place))


def _nearness(candidate: _Candidate, central: Mapping[str, float]) -> float:
    nearness = sum([weight * central[word] for word, weight in candidate.words.items() if word in central])
    return round(nearness * (LOOKING_BACK_SHARE if candidate.statement.looks_back else 1.0), WORTH_DIGITS)


def _fitness(text: str, *, is_dated: bool) -> float:
    """What share of its worth a sentence keeps for its form, and for the time that it names where it names no day."""
    n_words = len(text.split())
    length = SHORT_SHARE if n_words < GOOD_WORDS[0] else LONG_SHARE if n_words > GOOD_WORDS[1] else 1.0
    speaking = SPEAKING_SHARE if is_speaking(text) else 1.0
    asking = ASKING_SHARE if is_question(text) or is_no_news(text) else 1.0
    signed = SIGNED_SHARE if is_signed(text) else CUT_OFF_SHARE if is_cut_off(text) else 1.0
    timely = 1.0 if is_dated or not names_other_time(text) else OTHER_TIME_SHARE
    return length * speaking * asking * signed * timely * (1.0 if stands_alone(text) else DANGLING_SHARE)


def likeness_of(some: Set[str], others: Set[str]) -> float:
    """Cosine of two sets of words, 0 to 1; 0 when one is empty."""
    return len(some & others) / (len(some) * len(others)) ** 0.5 if some and others else 0.0
