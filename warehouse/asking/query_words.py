"""Words and phrases of a query, as SQL conditions on events and on texts.

Letters are looked for without their accents, in texts that may have some; the mart `event_words` has words without.
Belongs here: what a query looks for and how it is found. Does not: SQL on the mart of words (word_index.py), whatever else a filter can ask (filters.py), which articles are on a subject (timeline/days/).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from itertools import pairwise

import duckdb

from transforms.accents import accented, base_of, plain
from warehouse.asking.as_of import known_by, known_then
from warehouse.asking.single_events import event_key, has_any, may_be_any, one_of
from warehouse.asking.word_index import Word, holds_any
from warehouse.ddl import literal

EVENTS_LOOKED_UP = 1_000  # whose texts are read one by one rather than with all others
EVENTS_LISTED = 20_000  # by id, in a condition

_WORD = re.compile(r"[^\W_]+")
_LISTED = re.compile(r'(?:"[^"]*"|[^,])+')  # what commas part, but for those in double quotes
_QUOTED = '"“”„ \t\n'
_BETWEEN_WORDS = re.compile(r"[\s\-\u2010-\u2015]+")
_BETWEEN_WORDS_OF_TEXTS = r"[\s\p{Pd}]+"  # Pd: hyphens and dashes
_LOOSE_ACCENTS = r"\x{300}-\x{36f}"  # behind their letters, as some texts have them
_APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`"
_NO_LETTER = rf"[^\pL\pN{_LOOSE_ACCENTS}]"


def says_any(db: duckdb.DuckDBPyConnection, query: str | None, as_of: date | None) -> str:
    """The SQL condition that the title or a quote of an event holds one of the terms of the query.

    Terms that are words, one or several in a row, are looked up in the mart `event_words`. Of others it tells which events may hold them, and the texts of these are read.
    """
    terms = _terms(query)
    if not terms:
        return "true"
    if as_of:
        return _said_then(query, says_any(db, query, None), as_of)
    in_words = [_words(term) for term in terms if _is_words(term)]
    others = [_words(term) for term in terms if not _is_words(term)]
    conditions = [holds_any(in_words)] if in_words else []
    if others:
        conditions.append(_says_other(db, holds_any(others), query))
    return f"({' or '.join(conditions)})"


def _said_then(query: str | None, said_now: str, as_of: date) -> str:
    """The SQL condition on versions of events that were known at the end of a day; `said_now`: that on events of today.

    Of an event in its last version all was known that is known today. The texts of the few others are read.
    """
    others = f"select event_id from main.event_history where {known_then(as_of)} and valid_to is not null"
    said = f"select event_id from main.event_evidence where {known_by(as_of)} and event_id in ({others}) and {says('sentence', query)}"
    return f"""(
        (valid_to is null and event_id in (select event_id from main.timeline where {said_now}))
        or (valid_to is not null and ({says("title", query)} or event_id in ({said})))
    )"""


def _says_other(db: duckdb.DuckDBPyConnection, holds_words: str, query: str | None) -> str:
    """The SQL condition that a text of an event holds a term of a query, where only events that hold some words in a row can."""
    asked = f"select event_id from main.timeline where {holds_words} limit {EVENTS_LOOKED_UP + 1}"
    found = [event_id for (event_id,) in db.execute(asked).fetchall()]
    if len(found) > EVENTS_LOOKED_UP:
        matching = _matching(query, holds_words, "event_id in (select event_id from held)")
    else:
        matching = _matching(query, may_be_any(map(event_key, found)), one_of(found))
    ids = db.execute(f"{matching} limit {EVENTS_LISTED + 1}").fetchall()
    # what was found once need not be looked for again
    return (
        has_any(event_key(event_id) for (event_id,) in ids)
        if len(ids) <= EVENTS_LISTED
        else f"event_id in ({matching})"
    )


def _matching(query: str | None, held: str, quoted: str) -> str:
    """The SQL that selects the events whose title or quotes hold a term of a query, of events and of quotes on one condition each."""
    return f"""
        with held as materialized (select event_id, title as text from main.timeline where {held}),
        quotes as materialized (select event_id, sentence as text from main.event_evidence where {quoted})
        select distinct event_id from (from held union all from quotes) where {says("text", query)}
    """


def asks_for_words(query: str | None) -> bool:
    """Whether all terms of a query are single words, or beginnings of them."""
    return all(_is_words(term) and len(_pieces(term)) == 1 for term in _terms(query))


def _is_words(term: str) -> bool:
    """Whether the words of an event tell all that is to be known of a term."""
    return all(_WORD.fullmatch(piece) and plain(piece) == "".join(map(base_of, piece)) for piece in _pieces(term))


def _words(term: str) -> list[Word]:
    """The words of a term as they follow each other."""
    spelled = plain(term)
    found = list(_WORD.finditer(spelled))
    between = [spelled[last.end() : this.start()] for last, this in pairwise(found)]
    words = [
        Word(word[0], follows_at_once=_BETWEEN_WORDS.fullmatch(signs) is not None)
        for word, signs in zip(found, [" ", *between], strict=False)
    ]
    return [*words[:-1], words[-1]._replace(is_whole=not term.endswith("*"))] if words else []


def _pieces(term: str) -> list[str]:
    """What blanks and hyphens part in a term; the term itself where it is nothing else."""
    spelled = term.removesuffix("*")
    return [piece for piece in _BETWEEN_WORDS.split(spelled) if piece] or [spelled]


def says(column: str, query: str | None, small: str | None = None) -> str:
    """The SQL condition that a column matches the pattern of a query; most texts of ASCII are ruled out by searches that take a third of its time.

    small: the column in small letters, where a relation has it; else it is worked out for each word.
    """
    terms = _terms(query)
    # a constant: the pattern in a parameter is worked out anew for each text
    matches = f"regexp_matches({column}, {literal(query_pattern(query) or '')})"
    if not all(map(_WORD.search, terms)):
        return matches
    held = [" and ".join(_holds(small or f"lower({column})", word) for word in _WORD.findall(term)) for term in terms]
    return f"(({' or '.join(held)} or strlen({column}) > length({column})) and {matches})"


def _holds(small: str, word: str) -> str:
    """The SQL condition that a text of ASCII, in small letters, holds the letters of a word."""
    return f"contains({small}, {literal(''.join(map(base_of, word)).lower())})"


def query_pattern(query: str | None) -> str | None:
    """A regular expression (RE2) for any of the words or phrases, as whole words, in any case and with any accents; between words a hyphen is as good as a blank."""
    terms = _terms(query)
    if not terms:
        return None
    return rf"(?i)(?:^|{_NO_LETTER})(?:{'|'.join(_term(term) for term in terms)})(?:{_NO_LETTER}|$)"


def _terms(query: str | None) -> list[str]:
    """What a query looks for, without quotes around it."""
    written = (term.strip(_QUOTED) for term in _LISTED.findall(unicodedata.normalize("NFC", query or "")))
    return list(dict.fromkeys(filter(None, written)))


def _term(term: str) -> str:
    """The pattern of a term."""
    ending = r"[\pL\pN\pM]*" if term.endswith("*") else ""
    return _BETWEEN_WORDS_OF_TEXTS.join("".join(map(_any, piece)) for piece in _pieces(term)) + ending


def _plain(character: str) -> str:
    if character in _APOSTROPHES:
        return f"[{_APOSTROPHES}]"
    return base_of(character) if character.isalnum() else rf"\x{{{ord(character):x}}}"


def _any(character: str) -> str:
    """The pattern of a character with any accent or none."""
    others = accented(base_of(character))
    return f"[{base_of(character)}{others}][{_LOOSE_ACCENTS}]*" if others else _plain(character)
