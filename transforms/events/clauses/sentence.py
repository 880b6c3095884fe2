"""Read a sentence: its tokens, its finite verbs, its clauses.

Belongs here: what a sentence knows of its tokens, each worked out when first asked for. Does not: cutting it (cutting.py), what the words mean (triggers/find.py, status/of_verb.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, compress, count, repeat
from operator import itemgetter, methodcaller
from typing import Final

from transforms.events.clauses.borders import WORD_FORMS, WordForm
from transforms.events.clauses.cutting import Clause, cut_clauses, finite_verbs, first_among, quoted_words
from transforms.events.clauses.lazy import lazy
from transforms.events.texts.sentences import Span
from transforms.events.words.function_words import (
    BE,
    DETERMINERS,
    FUTURE,
    HAVE,
    INFINITIVES,
    MODALS,
    PREPOSITIONS,
    S_ENDINGS,
    is_in_ly,
)
from transforms.events.words.openers import QUOTES
from transforms.events.words.word_table import WordTable

# the look-ahead keeps the search from trying every choice at every space; the first two choices are later ones for most tokens, only faster
_TOKEN: Final = re.compile(
    r"(?=\S)([A-Za-z]++(?=[ ,\n])|[,.\"]|[A-Za-z]\.(?:[A-Za-z]\.)+|[^\W\d_][^\W\d_]*(?:['’][tT]\b|(?:-[^\W_]+)*)"
    r"|\d[\d.,:/]*\d|\d|['’](?:[sdmSDM]|[rRvV][eE]|[lL]{2})\b|``|''|--+|[^\w\s]|_)"
)

_VERBAL: Final = WordForm.FINITE | WordForm.ENDS_IN_ED
_MODAL_OR_NAME: Final = "may"
_ACRONYMS: Final = frozenset({"IS", "IT", "US", "WHO"})  # which in small letters are words of grammar
_BEFORE_SENTENCES: Final = QUOTES | frozenset({":", ";", "—", "-", "--", "---", "(", "[", "*", "•", "/"})
_PAPERS: Final = frozenset({"daily", "weekly", "monthly"})  # by these words papers are known
_OWNED_BY_NOBODY: Final = MODALS | FUTURE | HAVE | BE | PREPOSITIONS | frozenset({"said", "says", "told", "announced"})
_CLOSING: Final = frozenset({"”", "''", "»"})
_BEFORE_CLOSING: Final = frozenset({",", ".", "!", "?"})
_ENDS: Final = QUOTES | frozenset({".", "!", "?"})  # of sentences that are no headlines
HEADLINE_SHARE: Final = 0.5  # of the tokens of a headline more than this begin with a capital


def _looks_like_verb(word: str) -> bool:
    """Whether a word with a capital has the form of a past verb or of an adverb: `Diversified`, `Connolly`."""
    small = word.lower()
    if word.isupper() or not word[0].isupper() or small in _PAPERS:
        return False
    return WORD_FORMS[small] & _VERBAL != 0 or is_in_ly(small)


def _keep_names_in_s(pieces: list[str]) -> None:
    """Let the ending of a name be no owner's where a verb follows: `Moody's cut its rating`, `McDonald's said`, but not `Malta's lost war`.

    pieces: the tokens of a sentence at odd places, what stands between them at even ones; a name and its ending become one.
    """
    for at in range(len(pieces) - 4, 2, -2):
        if pieces[at] in S_ENDINGS and not pieces[at - 1] and pieces[at - 2][:1].isupper():
            verb, behind = pieces[at + 2].lower(), pieces[at + 4] if at + 4 < len(pieces) else ""
            acts = WORD_FORMS[verb] & _VERBAL and (behind in DETERMINERS or behind[:1].isupper() and verb[-2:] == "ed")
            if acts or verb in _OWNED_BY_NOBODY or not verb[0].isalnum():
                pieces[at - 2 : at + 1] = [pieces[at - 2] + pieces[at]]


_VERBLIKE: Final = WordTable(_looks_like_verb)
_OLDER_FORMS: Final = {"amidst": "amid", "amongst": "among", "whilst": "while"}  # the tables of words have the others


class Sentence:
    """One sentence with its tokens: words as written and in lower case, their offsets in the article; clauses are read when first asked for."""

    def __init__(self, text: str, span: Span) -> None:
        self.span = span
        self.dates: Sequence[tuple[int, int]] = ()
        self._pieces = _TOKEN.split(text[span.start : span.end])
        if not S_ENDINGS.isdisjoint(self._pieces):
            _keep_names_in_s(self._pieces)
        self.raw: list[str] = self._pieces[1::2]
        self.words: list[str] = list(map(str.lower, self.raw))
        if not _OLDER_FORMS.keys().isdisjoint(self.words):
            self.words = [_OLDER_FORMS.get(word, word) for word in self.words]

    def tell_dates(self, dates: Sequence[tuple[int, int]]) -> None:
        """Tell it where its date expressions stand, before anything but its words is asked for."""
        self.dates = dates
        if _MODAL_OR_NAME in self.words:
            self._keep_names()
        if not _ACRONYMS.isdisjoint(self.raw):
            self._keep_acronyms()
        if any(map(_VERBLIKE.__getitem__, self.raw)):
            self._keep_verblike_names()

    def _keep_names(self) -> None:
        """Let a month or a surname be no verb: `in May`, `Theresa May left`, but not `May we ask`, nor in a headline."""
        for token, word in enumerate(self.words):
            if word != _MODAL_OR_NAME or not self.raw[token].istitle():
                continue
            opens = token == 0 and self.words[1:2] != [] and self.words[1] not in ("'s", "’s")
            opens = opens and not WORD_FORMS[self.words[1]] & _VERBAL  # "May said"
            if token in self.dated or not opens and not self._is_headline():
                self.words[token] = self.raw[token]

    def _keep_acronyms(self) -> None:
        """Let an acronym be no pronoun or verb: `a WHO official`, `IS fighters`, but not in a sentence that shouts."""
        for token, word in enumerate(self.raw):
            if word in _ACRONYMS and any(map(str.islower, self.raw[max(0, token - 1) : token + 2])):
                self.words[token] = word

    def _keep_verblike_names(self) -> None:
        """Let a name inside a sentence be no verb and no adverb: `said Ian Connolly had left`, `the Norfield Diversified Fund sued`, but not in a headline."""
        if self._is_headline():
            return
        for token in compress(count(), map(_VERBLIKE.__getitem__, self.raw)):
            if token and self.raw[token - 1] not in _BEFORE_SENTENCES and self.words[token] != self.raw[token]:
                self.words[token] = self.raw[token].upper()  # no table of words holds capitals

    def _is_headline(self) -> bool:
        return self.capital_share > HEADLINE_SHARE and self.raw[-1] not in _ENDS

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.words)

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
        return sum(map(str.isupper, map(itemgetter(0), self.raw))) / len(self.raw)

    @lazy
    def quoted(self) -> list[bool]:
        """Whether each token is inside quotation marks."""
        if QUOTES.isdisjoint(self.vocabulary):
            return [False] * len(self.words)
        return quoted_words(self.words, inside=self._only_closes_quotation())

    def _only_closes_quotation(self) -> bool:
        """Whether its first quotation mark closes what an earlier sentence opened: `It will pass," Borg said in a statement`."""
        at = next(token for token, word in enumerate(self.words) if word in QUOTES)
        if self.words[at] in _CLOSING:
            return True
        if at == 0 or at + 1 == len(self.words) or self.words[at - 1] not in _BEFORE_CLOSING:
            return False
        return self.starts[at] == self.ends[at - 1] and self.starts[at + 1] > self.ends[at]

    @lazy
    def clauses(self) -> list[Clause]:
        """Its clauses in order, which together hold every token."""
        return cut_clauses(self.words, self._forms, self.finite, self._finite_at, self.dated)

    @lazy
    def _forms(self) -> dict[int, int]:
        forms = list(map(WORD_FORMS.__getitem__, self.words))
        return dict(compress(enumerate(forms), forms))

    @lazy
    def finite(self) -> list[bool]:
        """Whether each token can be the finite verb of a clause."""
        return finite_verbs(self.words, self._forms)

    @lazy
    def verbs_before(self) -> list[int]:
        """How many likely verbs of their own stand before each token, and in all: past forms, finite ones, infinitives behind "to"."""
        words, likely = self.words, list(self.finite)
        for at in compress(count(), map(methodcaller("endswith", "ed"), words)):
            if len(words[at]) > 4 and (not at or words[at - 1] != "by"):
                likely[at] = True
        for at in compress(count(1), map("to".__eq__, words[:-1])):
            if words[at] in INFINITIVES:
                likely[at] = True
        return list(accumulate(likely, initial=0))

    @lazy
    def _finite_at(self) -> list[int]:
        return list(compress(count(), self.finite))

    @lazy
    def _clause_of(self) -> list[int]:
        return list(
            chain.from_iterable(repeat(index, end - start) for index, (start, end, _) in enumerate(self.clauses))
        )

    def clause_at(self, token: int) -> int:
        """Index of the clause that holds a token."""
        try:
            return self._clause_of[token]
        except IndexError:  # behind the last one
            return self._clause_of[-1]

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after an offset."""
        return bisect_right(self.ends, offset)

    def first_finite(self, start: int, end: int) -> int:
        """The first finite verb among tokens `start`..`end` (end exclusive), or `end`."""
        return first_among(self._finite_at, start, end)
