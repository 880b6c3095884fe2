"""Words as the mart `event_words` has them: which events hold some words, alone or in a row.

Belongs here: SQL on that mart. Does not: what a query looks for, and how it is found in texts (query_words.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from sys import maxunicode
from typing import Final, NamedTuple

from warehouse.ddl import literal

_AS_STORED: Final = "lower(upper(strip_accents({})))"
# Behind a word stand at most one other sign, or several that count as one, before the next word.
_NEAR: Final = 2


class Word(NamedTuple):
    """A word of a term, or the beginning of one. follows_at_once: nothing but blanks and hyphens stands between it and the word before."""

    text: str
    is_whole: bool = True
    follows_at_once: bool = True


def holds_any(terms: Sequence[Sequence[Word]]) -> str:
    """The SQL condition that an event of the mart `timeline` holds the words of one of these terms, one right after the other; a term without any holds everywhere."""
    if not all(terms):
        return "true"
    whole = [words[0] for words in terms if len(words) == 1 and words[0].is_whole]
    found = (
        [f"select event_key from main.event_words where word in ({', '.join(map(_stored, whole))})"] if whole else []
    )
    found += [_in_a_row(words) for words in terms if len(words) > 1 or not words[0].is_whole]
    return f"event_key in ({' union all '.join(found)})"


def _in_a_row(words: Sequence[Word]) -> str:
    """The SQL that selects the events in which these words follow each other."""
    tables = ["main.event_words as word_0"]
    for n, word in enumerate(words[1:], 1):
        last, this = f"word_{n - 1}", f"word_{n}"
        follows = f"{this}.position = {last}.position + 1"
        if not word.follows_at_once:
            follows = f"{this}.position between {last}.position + 1 and {last}.position + {_NEAR}"
        tables.append(f"main.event_words as {this} on {this}.event_key = {last}.event_key and {follows}")
    conditions = " and ".join(_is_word(f"word_{n}.word", word) for n, word in enumerate(words))
    return f"select word_0.event_key from {' join '.join(tables)} where {conditions}"


def _is_word(column: str, word: Word) -> str:
    """The SQL condition that a column holds a word, or begins with it."""
    if word.is_whole:
        return f"{column} = {_stored(word)}"
    return f"{column} >= {_stored(word)} and {column} < {_stored(word)} || chr({maxunicode})"


def _stored(word: Word) -> str:
    """SQL for a word as the mart has it."""
    return _AS_STORED.format(literal(word.text))
