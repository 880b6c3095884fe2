"""Occasions on which something was said or decided, behind what is to be done: `promised to close the camp in a speech on Monday`.

Belongs here: whether an occasion or a paper is that of the saying, not of what is said to come. Does not: which status follows (status/of_noun.py), which date (read.py, reading.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.past_months import is_weekday
from transforms.events.event_kinds import SPOKEN
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    ADVERBS,
    AT_OCCASIONS,
    DETERMINERS,
    FUTURE,
    INDEFINITE_ARTICLES,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
)
from transforms.temporal import Interval
from transforms.vocabulary import word_set

_DECIDING: Final = word_set("clauses", "deciding")
_FORETELLING: Final = word_set("clauses", "foretelling") | _DECIDING
_DONE_THERE: Final = word_set("clauses", "done_there")  # "promised to speak at a meeting on Monday"
_PAPERS: Final = word_set("clauses", "documents") | {"interview", "filing", "article", "report", "speech", "call"}
_HELD: Final = SPOKEN | {"meeting", "protest"}
_WEEK: Final = timedelta(days=7)
AHEAD: Final = (Tense.FUTURE, Tense.INFINITIVE, Tense.MODAL)
_GROUP: Final = 4  # tokens between the preposition of an occasion and its noun
_REACH: Final = 16  # tokens from such a preposition back to the verb of what is to be done
_SAID_REACH: Final = 8  # tokens from there back to the verb of saying
_PAPER_REACH: Final = 8  # tokens from a paper to its date


def is_said_there(sentence: Sentence, hit: Hit) -> bool:
    """Whether an occasion is where somebody promised, decided or told what is to come: `said he would resign in an interview`, but not `said he would speak at a meeting`."""
    if hit.verb is not None or hit.kind not in _HELD:
        return False
    words = sentence.words
    reach = range(hit.start - 1, max(0, hit.start - 1 - _GROUP), -1)
    at = next((at for at in reach if words[at] in PREPOSITIONS), 0)
    if not at or words[at] not in AT_OCCASIONS or INDEFINITE_ARTICLES.isdisjoint(words[at + 1 : at + 2]):
        return False
    return _is_told_before(sentence, at, told=hit.kind in SPOKEN)


def _is_told_before(sentence: Sentence, at: int, *, told: bool) -> bool:
    """Whether what is to be done, before a token, was decided by the verb before it or, if `told`, said: `promised to | close`, `said it would | close`."""
    words = sentence.words
    for verb in range(at - 1, max(1, at - _REACH), -1):
        before = words[verb - 1]
        if words[verb] in (",", ";"):
            return False
        if before == "to" and sentence.raw[verb].islower() and words[verb] not in DETERMINERS:
            governor = verb - 3 if words[verb - 2] in NEGATIONS else verb - 2
            if words[verb] in _DONE_THERE:
                return False
            if words[governor] in _DECIDING:
                return True
            continue
        if before in FUTURE or before in MODALS or before in NEGATIONS or before in ADVERBS:
            if before in ADVERBS and before not in NEGATIONS or words[verb] in ADVERBS:
                continue
            said = words[max(0, verb - _SAID_REACH) : verb - 1]
            return told and words[verb] not in _DONE_THERE and not _FORETELLING.isdisjoint(said)
    return False


def is_of_paper(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind what is to be done is that of the paper in which it was said: `said it would kill them in a video released on Monday`."""
    verb = hit.verb
    if verb is None or verb.tense not in AHEAD or sentence.words[verb.head] in _DONE_THERE:
        return False
    return _opening_of_paper(sentence, placed) >= hit.end


def _opening_of_paper(sentence: Sentence, placed: PlacedDate) -> int:
    """The preposition of a paper or talk before a date in which was told what is to come, or -1."""
    words = sentence.words
    for at in range(placed.start - 1, max(0, placed.start - _PAPER_REACH), -1):
        if words[at] in _PAPERS:
            opens = next((back for back in range(at - 1, max(0, at - _GROUP), -1) if words[back] == "in"), -1)
            told = opens > 0 and words[opens + 1] in INDEFINITE_ARTICLES and _is_told_before(sentence, opens, told=True)
            return opens if told else -1
    return -1


def put_back(
    sentence: Sentence, hits: Sequence[Hit], dates: list[PlacedDate], published: date | None
) -> list[PlacedDate]:
    """The dates of a sentence; a weekday read as one to come, for what is to be done, is the one before where it is that of the saying."""
    if published is None or not any(_is_next_weekday(item, published) for item in dates):
        return dates
    return [
        _week_before(item) if _is_next_weekday(item, published) and _was_told(sentence, hits, item) else item
        for item in dates
    ]


def _is_next_weekday(placed: PlacedDate, published: date) -> bool:
    interval = placed.expression.interval
    if interval is None or not is_weekday(placed.expression) or placed.expression.text.lower().startswith("next"):
        return False
    return 0 < (interval.start - published).days <= _WEEK.days


def _was_told(sentence: Sentence, hits: Sequence[Hit], placed: PlacedDate) -> bool:
    near = (hit for hit in hits if hit.verb is None and hit.end <= placed.start <= hit.end + _PAPER_REACH)
    return _opening_of_paper(sentence, placed) >= 0 or any(is_said_there(sentence, hit) for hit in near)


def _week_before(placed: PlacedDate) -> PlacedDate:
    expression = placed.expression
    assert expression.interval is not None
    day = Interval.of_day(expression.interval.start - _WEEK)
    reason = f"{expression.reason}; the one before, on which it was said"
    return placed._replace(expression=expression._replace(interval=day, value=day.edtf, reason=reason))
