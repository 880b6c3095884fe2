"""Look-ups of single words that are worked out once for each word.

Belongs here: keeping what was worked out, within bounds. Does not: what is worked out of a word (the modules that read words).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

MAX_WORDS: Final = 65_536  # distinct words kept: more than a day's news uses
MAX_LENGTH: Final = 60  # characters; longer ones are no words, and are not kept

Value = TypeVar("Value")


class WordTable(dict[str, Value]):
    """What `read` makes of each word, worked out when it is first asked for: `table[word]`.

    A plain dictionary is what a look-up costs least with; when it is full it starts anew, so that memory stays flat.
    """

    def __init__(self, read: Callable[[str], Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> Value:
        value = self._read(word)
        if len(word) <= MAX_LENGTH:
            if len(self) >= MAX_WORDS:
                self.clear()
            self[word] = value
        return value
