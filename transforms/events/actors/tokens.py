"""Cut a text into words with what each can be.

Belongs here: words, the gaps between them, and which words begin a sentence. Does not: groups of words (units.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from transforms.events.actors.lexicon import Word, classify
from transforms.events.sentences import Span

# "U.S.-led", "O'Brien", "al-Assad", "AT&T"; a possessive "'s" belongs to its word, also when a space stands before it
_TOKEN: Final = re.compile(
    r"((?:[^\W\d_]\.){2,}(?:-[^\W_]+)*(?: ?['’]s\b)?|[^\W_]+(?:(?:[-'’&]|[.,](?=\d))[^\W_]+)*(?: ['’]s\b)?)"
)
_INITIAL_DOTS: Final = (". ", ".", ".\n")
_OPENING: Final = '"“‘«([•*–—:;!?'


@dataclass(slots=True)
class Tokens:
    """The words of a text: `words[i]` is None for ordinary ones; `gaps[i]` stands before word i; `firsts` begin sentences."""

    text: str
    raw: list[str]
    words: list[Word | None]
    gaps: list[str]
    starts: list[int]
    firsts: frozenset[int]
    sentence_starts: list[int]

    def __len__(self) -> int:
        return len(self.raw)

    def start(self, index: int) -> int:
        """Offset of a word's first character."""
        return self.starts[index]

    def end(self, index: int) -> int:
        """Offset after a word, without its possessive ending."""
        word = self.words[index]
        return self.starts[index] + len(word.text if word else self.raw[index])

    def bare(self, index: int) -> str:
        """A word without its possessive ending."""
        word = self.words[index]
        return word.text if word else self.raw[index]

    def flags(self, index: int) -> int:
        """What a word can be; 0 for ordinary words and outside the text."""
        if not 0 <= index < len(self.words):
            return 0
        word = self.words[index]
        return word.flags if word else 0

    def joined(self, index: int) -> bool:
        """Whether only white space parts a word from the one before, in the same sentence."""
        if index >= len(self.raw) or index in self.firsts:
            return False
        gap = self.gaps[index]
        return gap == " " or gap.isspace()

    def dotted(self, index: int) -> bool:
        """Whether a full stop and a space part a word from the one before, in the same sentence ("Gen. Smith")."""
        return index < len(self.raw) and index not in self.firsts and self.gaps[index] in _INITIAL_DOTS

    def soft_start(self, index: int) -> bool:
        """Whether a word begins a sentence or stands behind an opening quote, bracket, dash or colon."""
        gap = self.gaps[index].strip()
        return index in self.firsts or (bool(gap) and gap[-1] in _OPENING)

    def sentence(self, index: int) -> int:
        """The number of the sentence a word stands in."""
        return bisect_right(self.sentence_starts, self.starts[index]) - 1


def tokenise(text: str, sentences: Sequence[Span]) -> Tokens:
    """The words of a text."""
    pieces = _TOKEN.split(text)
    offsets = list(accumulate(map(len, pieces)))
    raw, starts = pieces[1::2], offsets[0:-1:2]
    begins = [span.start for span in sentences]
    firsts = frozenset(bisect_left(starts, begin) for begin in begins)
    return Tokens(text, raw, list(map(classify, raw)), pieces[0::2], starts, firsts, begins)
