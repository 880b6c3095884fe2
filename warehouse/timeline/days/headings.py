"""Head a day of which no event of a known type is told: the sentence that says best what came about on it.

Belongs here: which sentence can head a day, and how it is cut. Does not: which sentences tell a day (tell.py), whether they stand alone (../tell.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

import polars as pl

from transforms.temporal.tense import verb_cues
from warehouse.timeline.condense import beginning_of, headline_of
from warehouse.timeline.days.tell import BESIDE_SUBJECT, Statement
from warehouse.timeline.tell import (
    is_caption,
    is_cut_off,
    is_exclamation,
    is_introduction,
    is_no_news,
    is_question,
    is_speaking,
    names_other_time,
    stands_alone,
    words_that,
)
from warehouse.timeline.tidy import is_signed

# "(CNN, 8:28 p.m. ET) Some ..." and "Cairo, 6:39 pm | Some ...": hours without a day
_STAMP: Final = re.compile(r"^(?:\([^()]{0,60}\d[^()]{0,60}\)|[^|]{0,60}\d[:.]\d\d[^|]{0,20}\|)\s*")
# signs before a line of a list, a message that is quoted, a caption: "3 -- MAYOR ANNA BORG"
_LISTED: Final = re.compile(r"[>*•|–—-]|\d{1,2}\s?(?:\)|-{1,2}\s)")
# "0855 GMT", "5:55 a.m. EST"
_CLOCK: Final = re.compile(r"\d{1,4}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?")
# A tense is that of the words beside a day: "he will stay, Borg said on Monday"
_CLAUSE_END: Final = re.compile(r"[,;:]\s|--|[–—]")
_FUTURE: Final = frozenset({"future", "future_ending"})
_AHEAD: Final = _FUTURE | {"modal"}
_PAST: Final = frozenset({"past", "past_ending"})


def news_days(statements: pl.DataFrame, articles: pl.DataFrame) -> set[tuple[str, date]]:
    """Each sentence with the day that it is news of: of those that it names the latest that had come when it was published, else the first.

    Days that the same words name ("on May 8/9") are news together.

    statements: as statements_of gives them. articles: needs article_id, published_date.
    """
    come = pl.col("day") <= pl.col("published_date")
    news = pl.coalesce(pl.col("day").filter(come).max(), pl.col("day").min()).over("sentence")
    dated = statements.join(articles.select("article_id", "published_date"), on="article_id").with_columns(news=news)
    words = pl.col("date_text").filter(pl.col("day") == pl.col("news")).first().over("sentence")
    own = dated.filter((pl.col("day") == pl.col("news")) | (pl.col("date_text") == words))
    return set(own.select("sentence", "day").iter_rows())


def heading_of_day(
    telling: Sequence[tuple[str, Statement]], own: Sequence[bool] | None = None, n_told: int | None = None
) -> tuple[str, Statement] | None:
    """Of the sentences that tell a day best, the one that can head it; None without any.

    What names no day is of the day of publication as comments and asides are, most of all where it names a month or year, and a report of a deed
    mostly names its day; what is announced may not have come; a sentence that names several days is no news of each, and one whose headline leaves out
    the clause in which the day stands may tell of another.

    own: for each sentence, whether the day is the one that it is news of. n_told: so many of the sentences are told below the heading anyway.
    """
    owned = own or [True] * len(telling)
    faults = {
        place: _faults(text, statement, owns, n_told is None or place < n_told)
        for place, ((text, statement), owns) in enumerate(zip(telling, owned, strict=True))
        if is_heading(text)
    }
    best = min(faults, key=lambda place: (faults[place], place), default=None)
    return None if best is None else telling[best]


def _faults(text: str, statement: Statement, owns: bool, is_told: bool) -> tuple[bool, ...]:
    """What speaks against a sentence as the heading of a day, the worst first."""
    line = headline_of(text, statement.date_text)
    return (
        _is_of_other_time(text, statement),
        not _names_day(statement),
        is_announced(text, statement.date_text),
        not owns,
        not is_told,
        statement.share == BESIDE_SUBJECT,
        line is None or not line.is_of_day or _is_lasting(text, statement),
    )


def is_sure(told: tuple[str, Statement]) -> bool:
    """Whether a sentence on the subject says what came about on the day that it names: enough to show a day of which few speak."""
    text, statement = told
    line = headline_of(text, statement.date_text)
    is_of_day = line is not None and line.is_of_day and not _is_lasting(text, statement)
    return _names_day(statement) and statement.share != BESIDE_SUBJECT and is_of_day


def _names_day(statement: Statement) -> bool:
    """Whether a sentence names its day, and not only an hour of the day on which it was published."""
    return statement.date_text is not None and not _CLOCK.fullmatch(statement.date_text)


def _is_of_other_time(text: str, statement: Statement) -> bool:
    return not statement.date_text and names_other_time(text)


def _is_lasting(text: str, statement: Statement) -> bool:
    """Whether what is told only began on the day: `The mines have been closed since Monday`."""
    return any(f"{since} {statement.date_text}" in text for since in words_that("lasting"))


def is_announced(text: str, date_words: str | None) -> bool:
    """Whether the verb beside the words of a day tells what is to come or may: `The bank will on Monday name its board`, but not `They may leave, Borg said on Monday`."""
    at = text.find(date_words) if date_words else -1
    if at < 0:
        return False
    before = [cue for cue in verb_cues("en", _CLAUSE_END.split(text[:at])[-1], modals=True) if cue in _AHEAD | _PAST]
    if before:
        return before[-1] in _AHEAD
    behind = verb_cues("en", _CLAUSE_END.split(text[at:], maxsplit=1)[0], modals=False)
    return next((cue for cue in behind if cue in _FUTURE | _PAST), "") in _FUTURE


def is_heading(text: str) -> bool:
    """Whether the sentence tells something by itself: it asks nothing, exclaims nothing, quotes nobody, stands below no picture or above no list and needs no other."""
    unfit = is_no_news(text) or is_question(text) or is_exclamation(text) or is_speaking(text) or is_signed(text)
    unfit = unfit or text.count('"') % 2 == 1  # begins or ends within a quotation
    beside = is_caption(text) or is_introduction(text) or _LISTED.match(text)
    return stands_alone(text) and not unfit and not beside and not is_cut_off(text) and not text.isupper()


def headline(sentence: str, date_words: str | None = None) -> str:
    """What the sentence tells as a whole clause, or where none is found its words as far as a headline may be long."""
    text = _STAMP.sub("", sentence) or sentence
    if line := headline_of(text, date_words):
        return line.text
    return beginning_of(text, date_words)
