"""Cut a text into words with what each can be.

Belongs here: words, the gaps between them, and which words begin a sentence. Does not: groups of words (groups/units.py), texts in capitals (casing.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, count
from typing import Final

from transforms.events.actors.words.casing import without_capitals
from transforms.events.actors.words.lexicon import CLASSIFIED, Word
from transforms.events.texts.sentences import Span
from transforms.events.words.word_table import WordTable
from transforms.vocabulary import word_set

# "U.S.-led", "O'Brien", "al-Assad", "AT&T", "1,200"; a possessive "'s" belongs to its word, also when a space or the stop of "Inc." stands before it;
# most words end before a space and a letter, and are done there
_TOKEN: Final = re.compile(
    r"(\w[a-zA-Z0-9]*+(?:(?= [A-Za-z])|\w*+(?:(?=[-'’&.,])(?:[-'’&]\w++|[.,]\d++|(?:\.\w\b)++\.?))*+(?:[ .]['’]s\b)?+))"
)
_FULL_STOP: Final = ". "
_INITIAL_DOTS: Final = (_FULL_STOP, ".", ".\n")
_OPENING: Final = '"“‘«([•*–—-:;!?`'
_WITHIN_NAMES: Final = frozenset({" & ", "' ", "’ ", "+ "})  # "Standard & Poor", "Magistrates' Court", "OPEC+ members"
_DOTTED_FORMS: Final = word_set("organisations", "dotted_forms")
_AGE_DIGITS: Final = 2
_PADDING: Final = 16  # words that do not exist behind the last one, so that looking ahead needs no check


def _is_plain(gap: str) -> bool:
    return gap.isspace() or gap in _WITHIN_NAMES


_PLAIN: Final = WordTable(_is_plain)


@dataclass(slots=True)
class Tokens:
    """The words of a text.

    `words[i]` is None for ordinary ones, `flags[i]` what a word can be (0 for ordinary ones), `gaps[i]` what stands before it, `plain[i]` whether only
    white space parts it from the word before it in its sentence; `firsts` (`beginnings` in order) begin sentences. `flags` and `plain` may be asked for up to sixteen words
    before the first and behind the last word.
    """

    text: str
    raw: list[str]
    words: list[Word | None]
    flags: list[int]
    gaps: list[str]
    plain: list[bool]
    starts: list[int]
    firsts: frozenset[int]
    beginnings: list[int]
    sentence_starts: list[int]
    # by a word, where it first stands before each other one
    _before: dict[str, dict[str, int]] = field(default_factory=dict)
    # by a word, the words that stand right behind it inside sentences
    _inside: dict[str, set[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.raw)

    def end(self, index: int) -> int:
        """Offset after a word, without its possessive ending."""
        word = self.words[index]
        return self.starts[index] + len(word.text if word else self.raw[index])

    def bare(self, index: int) -> str:
        """A word without its possessive ending; empty behind the last word."""
        if index >= len(self.raw):
            return ""
        word = self.words[index]
        return word.text if word else self.raw[index]

    def first_of_pair(self, index: int) -> int:
        """Where a word stands for the first time before the one that is behind it at an index."""
        word = self.raw[index]
        if word not in self._before:
            firsts = self._before[word] = dict[str, int]()
            for at, other in enumerate(self.raw):
                if other == word:
                    firsts.setdefault(self.bare(at + 1), at)
        return self._before[word][self.bare(index + 1)]

    def goes_together(self, index: int) -> bool:
        """Whether a word stands before the one behind it inside a sentence, too, where only names have capitals: "Best Buy"."""
        word = self.raw[index]
        if word not in self._inside:
            places = (at for at, other in enumerate(self.raw) if other == word and not self.soft_start(at))
            self._inside[word] = {self.bare(at + 1) for at in places}
        return self.bare(index + 1) in self._inside[word]

    def small(self, index: int) -> str:
        """A word in small letters without its possessive ending; empty outside the text."""
        if not 0 <= index < len(self.raw):
            return ""
        word = self.words[index]
        return word.lower if word else self.raw[index].lower()

    def before(self, index: int) -> str:
        """The word right before a word in its sentence, in small letters; empty when there is none."""
        if not self.plain[index]:
            return ""
        word = self.words[index - 1]
        return word.lower if word else self.raw[index - 1].lower()

    def after(self, index: int) -> str:
        """The word at `index` in small letters when it follows the one before it at once; empty otherwise."""
        if not self.plain[index]:
            return ""
        word = self.words[index]
        return word.lower if word else self.raw[index].lower()

    def dotted(self, index: int) -> bool:
        """Whether a full stop and a space part a word from the one before, in the same sentence ("Gen. Smith")."""
        return index < len(self.raw) and self.gaps[index] in _INITIAL_DOTS and index not in self.firsts

    def is_age(self, index: int) -> bool:
        """Whether a word has the digits of somebody's age: the 75 of "Borg, 75, pleaded guilty"."""
        return self.raw[index].isdigit() and len(self.raw[index]) <= _AGE_DIGITS

    def sentence_first(self, index: int) -> int:
        """The first word of the sentence that a word stands in."""
        after = bisect_right(self.beginnings, index)
        return self.beginnings[after - 1] if after else 0

    def sentence_of(self, index: int) -> int:
        """The number of the sentence that a word stands in."""
        return bisect_right(self.beginnings, index) - 1

    def soft_start(self, index: int) -> bool:
        """Whether a word begins a sentence or stands behind an opening quote, bracket, dash or colon."""
        gap = self.gaps[index].strip()
        return index in self.firsts or (bool(gap) and gap[-1] in _OPENING)


def tokenise(text: str, sentences: Sequence[Span]) -> Tokens:
    """The words of a text."""
    pieces = _TOKEN.split(text)
    offsets = list(accumulate(map(len, pieces)))
    raw, gaps, starts = pieces[1::2], pieces[0::2], offsets[0:-1:2]
    firsts = [bisect_left(starts, span.start) for span in sentences]
    words = without_capitals(text, sentences, firsts, raw, list(map(CLASSIFIED.__getitem__, raw)))
    flags = [0 if word is None else word.flags for word in words]
    flags += [0] * _PADDING
    plain = list(map(_PLAIN.__getitem__, gaps[:-1]))
    for index in compress(count(), map(_FULL_STOP.__eq__, gaps[:-1])):
        if raw[index - 1] in _DOTTED_FORMS and raw[index].islower():  # "Norfield Corp. said"
            plain[index] = True
    for first in firsts:
        if first < len(plain):
            plain[first] = False
    if plain:
        plain[0] = False
    return Tokens(
        text,
        raw,
        words,
        flags,
        gaps,
        plain + [False] * _PADDING,
        starts,
        frozenset(firsts),
        firsts,
        [span.start for span in sentences],
    )
