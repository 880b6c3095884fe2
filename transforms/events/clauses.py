"""Read the clauses of a sentence: tokens, clause borders.

Belongs here: light grammar that needs no model, around single words of a sentence. Does not: what the words mean (triggers.py, status.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Final

from transforms.events.sentences import Span
from transforms.events.vocabulary import word_set

_TOKEN: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’]t\b|(?:-[^\W_]+)*)|\d[\d.,:/]*\d|\d|['’](?:s|re|ve|ll|d|m)\b|``|''|--+|[^\w\s]|_",
    re.IGNORECASE,
)

DETERMINERS: Final = word_set("clauses", "determiners")
DEFINITE: Final = word_set("clauses", "definite")
POSSESSIVES: Final = word_set("clauses", "possessives")
PREPOSITIONS: Final = word_set("clauses", "prepositions")
ADJECTIVES: Final = word_set("clauses", "adjectives")
PRONOUNS: Final = word_set("clauses", "pronouns")
BE: Final = word_set("clauses", "be")
HAVE: Final = word_set("clauses", "have")
DO: Final = word_set("clauses", "do")
FUTURE: Final = word_set("clauses", "future")
MODALS: Final = word_set("clauses", "modals")
NEGATIONS: Final = word_set("clauses", "negations")
ADVERBS: Final = word_set("clauses", "adverbs")
REPORTING: Final = word_set("clauses", "reporting")
_BEFORE_NOUNS: Final = DETERMINERS | {"by", "of", "with", "from", "against", "for", "between", "among"}
_FINITE: Final = word_set("clauses", "finite")
_NOT_FINITE: Final = word_set("clauses", "not_finite")
_RELATIVES: Final = word_set("clauses", "relatives")
_TEMPORAL: Final = word_set("clauses", "temporal")
_SIMULTANEOUS: Final = word_set("clauses", "simultaneous")
_SUBORDINATORS: Final = word_set("clauses", "subordinators")
COORDINATORS: Final = word_set("clauses", "coordinators")
_BREAKS: Final = frozenset({";", ":", "—", "--", "---"})
_QUOTES: Final = frozenset({'"', "“", "”", "``", "''", "«", "»"})
_NO_PARTICIPLE: Final = frozenset(
    {
        "including",
        "according",
        "during",
        "following",
        "regarding",
        "concerning",
        "beijing",
        "morning",
        "evening",
        "spring",
        "king",
    }
)
_THAT_NOUNS: Final = frozenset(
    {"day", "year", "month", "week", "time", "night", "same", "one", "is", "morning", "point", "case"}
)
_SAID: Final = frozenset(
    {"said", "says", "say", "announced", "reported", "confirmed", "claimed", "believed", "believes"}
)
_OPENERS: Final = _BREAKS | _RELATIVES | _TEMPORAL | _SIMULTANEOUS | _SUBORDINATORS | COORDINATORS | {"(", ",", "that"}
_FACED: Final = word_set("clauses", "faced")
_FACED_LENGTH: Final = 5  # tokens behind "before" in which those stand whom somebody faces
_LOOK_AHEAD: Final = 7  # tokens in which a finite verb must follow for "and" to open a clause
_REPORT_END: Final = 8  # tokens behind a reporting verb within which a trailing reporting clause ends
_FRONTED: Final = (
    8  # tokens of a phrase before the first comma that may only open the clause: `In an interview on Friday, ...`
)
_AS_LENGTH: Final = 4  # tokens in which a finite verb must follow for "as" to open a clause, as in "as they arrived"
_REPORT_LENGTH: Final = 12  # tokens of a reporting clause that trails behind a comma


class Kind(StrEnum):
    """How a clause hangs on the one before it."""

    MAIN = "main"
    COORDINATE = "coordinate"
    RESUMED = "resumed"
    PARTICIPLE = "participle"
    SIMULTANEOUS = "simultaneous"
    PARENTHESIS = "parenthesis"
    RELATIVE = "relative"
    CONTENT = "content"
    TEMPORAL = "temporal"
    SUBORDINATE = "subordinate"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `start`..`end` (end exclusive) of a sentence."""

    start: int
    end: int
    kind: Kind


class Sentence:
    """One sentence with its tokens: words as written and in lower case, their offsets in the article; clauses are read when first asked for."""

    def __init__(self, text: str, span: Span, dates: Sequence[tuple[int, int]]) -> None:
        self.span = span
        self._text = text
        self._dates = dates
        written = text[span.start : span.end]
        lower = written.lower()
        # a few letters become two in lower case, which would move the tokens behind them
        self.words: list[str] = (
            _TOKEN.findall(lower) if len(lower) == len(written) else [item.lower() for item in _TOKEN.findall(written)]
        )
        self.vocabulary: frozenset[str] = frozenset(self.words)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _TOKEN.finditer(self._text, self.span.start, self.span.end)]

    @cached_property
    def raw(self) -> list[str]:
        """The tokens as written."""
        return [self._text[start:end] for start, end in self._spans]

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each token."""
        return [start for start, _ in self._spans]

    @cached_property
    def ends(self) -> list[int]:
        """The offset behind each token."""
        return [end for _, end in self._spans]

    @cached_property
    def dated(self) -> frozenset[int]:
        """The tokens of its date expressions."""
        if not self._dates:
            return frozenset()
        starts = self.starts
        inside = (range(bisect_left(starts, first), bisect_left(starts, last)) for first, last in self._dates)
        return frozenset(chain.from_iterable(inside))

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each token is inside quotation marks."""
        return _quoted(self.words)

    @cached_property
    def clauses(self) -> list[Clause]:
        """Its clauses in order, which together hold every token."""
        return _clauses(self.words, self.finite, self.dated)

    @cached_property
    def finite(self) -> list[bool]:
        """Whether each token can be the finite verb of a clause."""
        return _finite(self.words)

    @cached_property
    def _clause_of(self) -> list[int]:
        return [index for index, clause in enumerate(self.clauses) for _ in range(clause.start, clause.end)]

    def clause_at(self, token: int) -> int:
        """Index of the clause that holds a token."""
        return self._clause_of[token] if token < len(self._clause_of) else len(self.clauses) - 1

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after an offset."""
        return bisect_right(self.ends, offset)

    def first_finite(self, start: int, end: int) -> int:
        """The first finite verb among tokens `start`..`end` (end exclusive), or `end`."""
        return next((at for at in range(start, min(end, len(self.finite))) if self.finite[at]), end)


def _quoted(words: list[str]) -> list[bool]:
    if _QUOTES.isdisjoint(words):
        return [False] * len(words)
    inside, flags = False, []
    for word in words:
        if word in _QUOTES:
            inside = word in ("“", "``", "«") or (word == '"' and not inside)
        flags.append(inside)
    return flags


def _finite(words: list[str]) -> list[bool]:
    """Finite verbs by their form: a past in -ed, or a form of the table."""
    flags, previous = [], ""
    for word in words:
        past = word.endswith("ed") and len(word) > 3 and word not in _NOT_FINITE and previous not in _BEFORE_NOUNS
        flags.append(past or word in _FINITE)
        previous = word
    return flags


def _clauses(words: list[str], finite: list[bool], dated: frozenset[int]) -> list[Clause]:
    clauses: list[Clause] = []
    start, kind, has_verb = 0, Kind.MAIN, False
    after_report = -1
    for index, word in enumerate(words):
        if word in _SAID:
            after_report = index + _REPORT_LENGTH
        border = None
        if word in _OPENERS or index <= after_report or (index and words[index - 1] == ")"):
            border = _border(words, finite, index, kind, has_verb, dated)
        if border is not None and index > start:
            clauses.append(Clause(start, index, kind))
            start, kind, has_verb = index, border, False
        elif border is not None:
            kind = border
        has_verb = has_verb or finite[index]
    clauses.append(Clause(start, len(words), kind))
    return clauses


def _border(
    words: list[str], finite: list[bool], index: int, kind: Kind, has_verb: bool, dated: frozenset[int]
) -> Kind | None:
    """The kind of the clause that opens at a token, or None when none does."""
    word = words[index]
    previous = words[index - 1] if index else ""
    if word in _BREAKS:
        return Kind.MAIN
    if word == "(":
        return Kind.PARENTHESIS
    if previous == ")":
        return Kind.RESUMED
    if word == ",":
        return _border_at_comma(words, finite, index, kind, has_verb)
    if word in _RELATIVES and index:
        return Kind.RELATIVE
    if word == "that":
        return _border_at_that(words, finite, index)
    if word in _TEMPORAL:
        return None if word == "before" and _is_in_front_of(words, index) else Kind.TEMPORAL
    if word in _SIMULTANEOUS:
        return Kind.SIMULTANEOUS if word != "as" or _verb_follows(words, finite, index + 1, _AS_LENGTH) else None
    if word in _SUBORDINATORS:
        return Kind.SUBORDINATE
    if word in COORDINATORS:
        if not has_verb and kind is Kind.TEMPORAL and finite[index + 1 : index + 2] == [True]:
            return Kind.RESUMED
        return Kind.COORDINATE if has_verb and _verb_follows(words, finite, index + 1) else None
    return _border_after_report(words, finite, index, dated)


def _is_in_front_of(words: list[str], index: int) -> bool:
    """Whether "before" is a place: `appeared before the judge`."""
    group = words[index + 1 : index + 1 + _FACED_LENGTH]
    end = next((at for at, word in enumerate(group) if word in PREPOSITIONS or not word[0].isalnum()), len(group))
    return not _FACED.isdisjoint(group[:end])


def _border_at_comma(words: list[str], finite: list[bool], index: int, kind: Kind, has_verb: bool) -> Kind | None:
    following = words[index + 1] if index + 1 < len(words) else ""
    if following.endswith("ing") and len(following) > 4 and following not in _NO_PARTICIPLE:
        return Kind.PARTICIPLE
    if index + 1 < len(words) and finite[index + 1]:
        return Kind.REPORT if following in REPORTING and kind is not Kind.RELATIVE else Kind.RESUMED
    if _is_trailing_report(words, index + 1, has_verb):
        return Kind.REPORT
    if (
        kind in (Kind.TEMPORAL, Kind.SIMULTANEOUS, Kind.SUBORDINATE, Kind.RELATIVE)
        and has_verb
        and _verb_follows(words, finite, index + 1)
    ):
        return Kind.RESUMED
    return None


def _border_at_that(words: list[str], finite: list[bool], index: int) -> Kind | None:
    following = words[index + 1] if index + 1 < len(words) else ""
    if index == 0 or not following or following in _THAT_NOUNS or words[index - 1] in PREPOSITIONS:
        return None
    return Kind.RELATIVE if finite[index + 1] and following not in REPORTING else Kind.CONTENT


def _border_after_report(words: list[str], finite: list[bool], index: int, dated: frozenset[int]) -> Kind | None:
    """A content clause without "that": `The army said on Sunday | twelve soldiers were killed`."""
    if (
        index in dated
        or index < 2
        or words[index] in ("on", "in", ",", ".", "late", "early", "earlier", "to")
        or words[index] in _QUOTES
    ):
        return None
    back = index - 1
    while back > 0 and (back in dated or words[back] in ("on", "late", "early", "earlier")):
        back -= 1
    said = words[back] in (
        "said",
        "says",
        "say",
        "announced",
        "reported",
        "confirmed",
        "claimed",
        "believed",
        "believes",
    )
    return Kind.CONTENT if said and _verb_follows(words, finite, index, _REPORT_LENGTH, over_phrases=True) else None


def _is_trailing_report(words: list[str], index: int, has_verb: bool) -> bool:
    """Whether only a reporting clause stands behind a comma, as in `the road is closed, police said on Monday`."""
    if not has_verb and index <= _FRONTED:
        return False
    for position in range(index, min(len(words), index + _REPORT_LENGTH)):
        if words[position] == ",":
            return False
        if words[position] in REPORTING:
            rest = words[position + 1 : position + _REPORT_END]
            return has_verb or "," in rest or len(rest) < _REPORT_END - 1
    return False


def _verb_follows(
    words: list[str], finite: list[bool], index: int, reach: int = _LOOK_AHEAD, *, over_phrases: bool = False
) -> bool:
    """Whether a finite verb follows before the next border; `over_phrases` also looks behind prepositions."""
    for position in range(index, min(len(words), index + reach)):
        word = words[position]
        if finite[position]:
            return True
        if word in (",", ";", "(", "."):
            return False
        if not over_phrases and (word in COORDINATORS or (word in PREPOSITIONS and word != "of")):
            return False
    return False
