"""Read the clauses of a sentence: tokens, clause borders.

Belongs here: light grammar that needs no model, around single words of a sentence. Does not: what the words mean (triggers.py, status.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate, chain
from typing import Final, NamedTuple

from transforms.events.lazy import lazy
from transforms.events.sentences import Span
from transforms.events.vocabulary import word_set
from transforms.events.word_table import WordTable

# the look-ahead keeps the search from trying every choice at every space; the first two choices are later ones for most tokens, only faster
_TOKEN: Final = re.compile(
    r"(?=\S)([A-Za-z]++(?=[ ,\n])|[,.\"]|[A-Za-z]\.(?:[A-Za-z]\.)+|[^\W\d_][^\W\d_]*(?:['’][tT]\b|(?:-[^\W_]+)*)"
    r"|\d[\d.,:/]*\d|\d|['’](?:[sdmSDM]|[rRvV][eE]|[lL]{2})\b|``|''|--+|[^\w\s]|_)"
)

HEADLINE_SHARE: Final = 0.5  # of the tokens of a headline more than this begin with a capital
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
INFINITIVES: Final = word_set("clauses", "infinitives")
_BEFORE_NOUNS: Final = DETERMINERS | {"by", "of", "with", "from", "against", "for", "between", "among"}
_FINITE: Final = word_set("clauses", "finite")
_NOT_FINITE: Final = word_set("clauses", "not_finite")
_RELATIVES: Final = word_set("clauses", "relatives")
_TEMPORAL: Final = word_set("clauses", "temporal")
_SIMULTANEOUS: Final = word_set("clauses", "simultaneous")
_SUBORDINATORS: Final = word_set("clauses", "subordinators")
COORDINATORS: Final = word_set("clauses", "coordinators")
_BREAKS: Final = frozenset({";", ":", "—", "--", "---"})
_DASHES: Final = frozenset({"—", "--", "---", "–"})
_QUOTES: Final = frozenset({'"', "“", "”", "``", "''", "«", "»"})
NO_PARTICIPLE: Final = frozenset(
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
        "acting",
    }
)
_THAT_NOUNS: Final = frozenset(
    {"day", "year", "month", "week", "time", "night", "same", "one", "is", "morning", "point", "case"}
)
_SAID: Final = frozenset(
    {"said", "says", "say", "announced", "reported", "confirmed", "claimed", "believed", "believes"}
)
_OPENERS: Final = _BREAKS | _RELATIVES | _TEMPORAL | _SIMULTANEOUS | _SUBORDINATORS | COORDINATORS | {"(", ",", "that"}
_CLOSERS: Final = frozenset({")", '"', "”", "''", "»"})
_FACED: Final = word_set("clauses", "faced")
_FACED_LENGTH: Final = 5  # tokens behind "before" in which those stand whom somebody faces
_LOOK_AHEAD: Final = 7  # tokens in which a finite verb must follow for "and" to open a clause
_REPORT_END: Final = 8  # tokens behind a reporting verb within which a trailing reporting clause ends
_FRONTED: Final = (
    8  # tokens of a phrase before the first comma that may only open the clause: `In an interview on Friday, ...`
)
_SHORT_RELATIVE: Final = 2  # tokens of a relative clause that may lack its verb: `who, after the vote, ...`
_AS_LENGTH: Final = 4  # tokens in which a finite verb must follow for "as" to open a clause, as in "as they arrived"
_TOLD_LENGTH: Final = 18  # tokens in which the verb of what is told without "that" must follow
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


class Clause(NamedTuple):
    """Tokens `start`..`end` (end exclusive) of a sentence."""

    start: int
    end: int
    kind: Kind


class Sentence:
    """One sentence with its tokens: words as written and in lower case, their offsets in the article; clauses are read when first asked for."""

    def __init__(self, text: str, span: Span, dates: Sequence[tuple[int, int]] = ()) -> None:
        self.span = span
        # where its date expressions stand; they may be told later, as long as only its words were asked for
        self.dates = dates
        self._pieces = _TOKEN.split(text[span.start : span.end])
        self.raw: list[str] = self._pieces[1::2]
        self.words: list[str] = list(map(str.lower, self.raw))
        self.vocabulary: frozenset[str] = frozenset(self.words)

    @lazy
    def _offsets(self) -> list[int]:
        return list(accumulate(map(len, self._pieces), initial=self.span.start))

    @lazy
    def starts(self) -> list[int]:
        """The offset of each token."""
        return self._offsets[1:-1:2]

    @lazy
    def ends(self) -> list[int]:
        """The offset behind each token."""
        return self._offsets[2::2]

    @lazy
    def dated(self) -> frozenset[int]:
        """The tokens of its date expressions."""
        if not self.dates:
            return frozenset()
        starts = self.starts
        inside = (range(bisect_left(starts, first), bisect_left(starts, last)) for first, last in self.dates)
        return frozenset(chain.from_iterable(inside))

    @lazy
    def capital_share(self) -> float:
        """The share of its tokens that begin with a capital."""
        return sum(word[:1].isupper() for word in self.raw) / len(self.raw)

    @lazy
    def quoted(self) -> list[bool]:
        """Whether each token is inside quotation marks."""
        return [False] * len(self.words) if _QUOTES.isdisjoint(self.vocabulary) else _quoted(self.words)

    @lazy
    def clauses(self) -> list[Clause]:
        """Its clauses in order, which together hold every token."""
        return _clauses(self, self._classes)

    @lazy
    def _classes(self) -> list[int]:
        return list(map(_CLASSES.__getitem__, self.words))

    @lazy
    def finite(self) -> list[bool]:
        """Whether each token can be the finite verb of a clause."""
        return _finite(self.words, self._classes)

    @lazy
    def verbs_before(self) -> list[int]:
        """How many likely verbs of their own stand before each token, and in all: past forms, finite ones, infinitives behind "to"."""
        words, finite = self.words, self.finite
        likely = (
            finite[at]
            or word.endswith("ed")
            and len(word) > 4
            or at > 0
            and words[at - 1] == "to"
            and word in INFINITIVES
            for at, word in enumerate(words)
        )
        return list(accumulate(likely, initial=0))

    @lazy
    def _finite_at(self) -> list[int]:
        return [index for index, finite in enumerate(self.finite) if finite]

    @lazy
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
        verbs = self._finite_at
        following = bisect_left(verbs, start)
        return verbs[following] if following < len(verbs) and verbs[following] < end else end


def _quoted(words: list[str]) -> list[bool]:
    inside, flags = False, []
    for word in words:
        if word in _QUOTES:
            inside = word in ("“", "``", "«") or (word == '"' and not inside)
        flags.append(inside)
    return flags


class _Class:
    """What the form of a word alone says, as bits; plain integers, because IntFlag is slow."""

    FINITE = 1
    ENDS_IN_ED = 2  # finite, unless it stands before a noun
    OPENER = 4  # may open a clause
    REPORTS = 8  # a clause without "that" may follow
    CLOSES = 16  # the sentence goes on behind it


def _class(word: str) -> int:
    bits = _Class.FINITE if word in _FINITE else 0
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_FINITE:
        bits |= _Class.ENDS_IN_ED
    if word in _OPENERS:
        bits |= _Class.OPENER
    if word in _SAID:
        bits |= _Class.REPORTS
    return bits | _Class.CLOSES if word in _CLOSERS else bits


_CLASSES: Final = WordTable(_class)


def _finite(words: list[str], classes: list[int]) -> list[bool]:
    """Finite verbs by their form: a past in -ed, or a form of the table."""
    finite, ends_in_ed = _Class.FINITE, _Class.ENDS_IN_ED
    flags = [bits & finite != 0 for bits in classes]
    for index in [index for index, bits in enumerate(classes) if bits & ends_in_ed]:
        if not index or words[index - 1] not in _BEFORE_NOUNS:
            flags[index] = True
    return flags


def _clauses(sentence: Sentence, classes: list[int]) -> list[Clause]:
    words, finite, dated = sentence.words, sentence.finite, sentence.dated
    clauses: list[Clause] = []
    start, kind = 0, Kind.MAIN
    closing = 0 if _DASHES.isdisjoint(sentence.vocabulary) else _closing_dash(words)
    for index in _possible_borders(words, classes, dated):
        has_verb = sentence.first_finite(start, index) < index
        border: Kind | None
        if index == closing and kind is Kind.PARENTHESIS:
            border = Kind.RESUMED
        elif closing and words[index] in _DASHES and index < closing and not has_verb:
            border = Kind.PARENTHESIS
        else:
            border = _border(words, finite, index, kind, has_verb or _holds_verb(kind, start, index), dated)
        if (
            border is Kind.REPORT
            and finite[index + 1 : index + 2] == [True]
            and sentence.first_finite(0, index) == index
        ):
            border = Kind.RESUMED  # `The fund, citing losses, said`: nothing is told yet
        if border is None:
            continue
        if index > start:
            clauses.append(Clause(start, index, kind))
            start = index
        kind = border
    clauses.append(Clause(start, len(words), kind))
    return clauses


def _closing_dash(words: list[str]) -> int:
    """The second of the only two dashes of a sentence, or 0: what stands between them is an insertion."""
    dashes = [index for index, word in enumerate(words) if word in _DASHES]
    return dashes[1] if len(dashes) == 2 else 0


def _holds_verb(kind: Kind, start: int, index: int) -> bool:
    """Whether a relative clause has its verb, whatever its form: `which includes the city`."""
    return kind is Kind.RELATIVE and index - start > _SHORT_RELATIVE


def _possible_borders(words: list[str], classes: list[int], dated: frozenset[int]) -> list[int]:
    """The tokens that may open a clause, in order: words that open clauses, what follows a bracket, and what a reporting verb and its day may tell."""
    borders = set[int]()
    telling = _Class.OPENER | _Class.CLOSES | _Class.REPORTS
    for index in [index for index, bits in enumerate(classes) if bits & telling]:
        bits = classes[index]
        if bits & _Class.OPENER:
            borders.add(index)
        if bits & _Class.CLOSES:
            borders.add(index + 1)
        if bits & _Class.REPORTS:
            end = index + 1
            while end - index < _REPORT_LENGTH and end < len(words) and _may_stand_behind_report(words, end, dated):
                end += 1
            borders.update(range(index + 1, end + 1))
    borders.discard(len(words))
    return sorted(borders)


def _may_stand_behind_report(words: list[str], index: int, dated: frozenset[int]) -> bool:
    """Whether a word can stand between a reporting verb and what it tells: the day on which it was said."""
    return index in dated or words[index] in ("on", "late", "early", "earlier")


def _border(
    words: list[str], finite: list[bool], index: int, kind: Kind, has_verb: bool, dated: frozenset[int]
) -> Kind | None:
    """The kind of the clause that opens at a token, or None when none does."""
    word = words[index]
    previous = words[index - 1] if index else ""
    if word in _BREAKS:
        return Kind.MAIN
    if word == "(":
        return None if _is_acronym(words, index) else Kind.PARENTHESIS
    if previous == ")":
        return None if index > 2 and _is_acronym(words, index - 3) else Kind.RESUMED
    if word not in COORDINATORS and _is_behind_quotation(words, index):
        return Kind.REPORT
    if word == ",":
        return _border_at_comma(words, finite, index, kind, has_verb, dated)
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
        follows = _verb_follows(words, finite, index + 1) or _verb_follows_apposition(words, finite, index + 1)
        told = kind is Kind.CONTENT and finite[index + 1 : index + 2] == [True]
        return Kind.COORDINATE if (has_verb or told) and follows else None
    return _border_after_report(words, finite, index, dated)


def _is_acronym(words: list[str], index: int) -> bool:
    """Whether a bracket holds one word that only abbreviates the name before it, and no agency's: `the ministry (FDFA) said`, but not `ROME (Reuters) -`."""
    closed = words[index] == "(" and words[index + 2 : index + 3] == [")"]
    return closed and index + 3 < len(words) and words[index + 3] not in _DASHES and words[index + 3] != "-"


def _is_behind_quotation(words: list[str], index: int) -> bool:
    """Whether a quotation ended right before, which whoever speaks it follows: `"It is over," Issa, who heads the panel, said`."""
    if index < 2 or words[index - 1] not in _CLOSERS or words[index - 2] != ",":
        return False
    before = words[:index].count('"')  # one alone closes what the sentence before opened
    return words[index - 1] != '"' or before % 2 == 0 or words.count('"') == 1


def _is_in_front_of(words: list[str], index: int) -> bool:
    """Whether "before" is a place: `appeared before the judge`."""
    group = words[index + 1 : index + 1 + _FACED_LENGTH]
    end = next((at for at, word in enumerate(group) if word in PREPOSITIONS or not word[0].isalnum()), len(group))
    return not _FACED.isdisjoint(group[:end])


def _border_at_comma(
    words: list[str], finite: list[bool], index: int, kind: Kind, has_verb: bool, dated: frozenset[int]
) -> Kind | None:
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in _CLOSERS:
        return None
    if kind is Kind.REPORT and not has_verb:  # `"It is over," Issa, the chairman, said`
        return Kind.RESUMED if finite[index + 1 : index + 2] == [True] else None
    if following.endswith("ing") and len(following) > 4 and following not in NO_PARTICIPLE:
        return Kind.PARTICIPLE
    if index + 1 < len(words) and finite[index + 1]:
        return Kind.REPORT if following in REPORTING and kind is not Kind.RELATIVE else Kind.RESUMED
    if index + 1 in dated or index + 2 in dated and following in PREPOSITIONS:
        behind = index + 2
        while behind in dated:
            behind += 1
        if finite[behind : behind + 1] == [True]:  # `the mayor, who is ill, on Monday called on them`
            return Kind.RESUMED
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
    while back > 0 and _may_stand_behind_report(words, back, dated):
        back -= 1
    return (
        Kind.CONTENT
        if words[back] in _SAID and _verb_follows(words, finite, index, _TOLD_LENGTH, over_phrases=True)
        else None
    )


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


def _verb_follows_apposition(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether a finite verb follows right behind an apposition: `and another policymaker, Juergen Stark, also resigned`."""
    opening = next((at for at in range(index + 1, min(len(words), index + _LOOK_AHEAD)) if words[at] == ","), 0)
    closing = next((at for at in range(opening + 1, min(len(words), opening + _LOOK_AHEAD)) if words[at] == ","), 0)
    if not opening or not closing or not PREPOSITIONS.isdisjoint(words[index : index + 1]):
        return False
    behind = closing + 2 if words[closing + 1 : closing + 2] and words[closing + 1] in ADVERBS else closing + 1
    return True in finite[behind : behind + 1] and True not in finite[index:closing]


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
