"""Articles as rows of CSV and TSV files.

Belongs here: characters -> rows, also of files whose quotation marks do not match. Does not: encodings (encodings/read.py), what the keys mean
(keys.py), rows as documents (tables.py).

A quotation mark that is opened and never closed would make one field of all that follows. It shows where the file, or the opening mark of a
later row, comes before the closing one; then the row is bad, and the next line that is a row by itself is read as one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from transforms.articles.document import RefusedError
from transforms.articles.encodings.read import decoded_parts
from transforms.articles.formats.tables import BadRow, Row, keys_of

MAX_FIELD_CHARACTERS: Final = 32 * 2**20
MAX_UNCLOSED: Final = 100
"""So many marks that nothing closes are looked for a way around; each may cost a reading of the rest of the file."""
MAX_TESTED: Final = 1000
"""So many lines behind such a mark tell whether they are rows."""
DELIMITERS: Final = ",;\t|"
NEVER_IN_PROSE: Final = "\t|"
UNCLOSED: Final = "a quotation mark is opened and not closed in this row; close it, or double it where it is meant"

_LOOKED_AT: Final = 2**16
_DECLARED: Final = re.compile(r"""\ufeff?"?sep=(.)"?""", re.IGNORECASE)


def csv_rows(stream: io.BufferedReader[io.RawIOBase]) -> Iterator[Row]:
    """The rows of a CSV file, by the keys that its first line names; the first row below it has the number 2.

    Raises:
        RefusedError: `no_text` without a column of texts, `no_article` without rows, `malformed` where it is no CSV, `encoding`.
    """
    csv.field_size_limit(MAX_FIELD_CHARACTERS)
    # read() would throw away what it has when it comes to damage in packed bytes
    lines = _Lines(decoded_parts(iter(lambda: stream.read1(_LOOKED_AT), b"")))
    records = _Records(lines)
    names: list[str] | None = None
    number = 0
    for number, fields in enumerate(records, start=1):
        if isinstance(fields, BadRow):
            yield number, fields
        elif names is None:
            names = keys_of(fields) if fields else None
            records.n_columns = len(names or ())
        elif any(field.strip() for field in fields[len(names) :]):
            detail = f"{len(fields)} fields where the first line names {len(names)}; put a field with the delimiter in quotation marks"
            yield number, BadRow("".join(lines.taken).encode("utf-8", "replace"), detail)
        elif fields:
            yield number, {name: field for name, field in zip(names, fields, strict=False) if field.strip()}
    if number < 2:
        raise RefusedError("no_article", "a table without rows")


class _Lines:
    """The lines of a text that comes in parts; only the ends of lines that files have count, not those that Unicode has besides.

    taken: the lines since `begin`. is_at_end: one more was asked for than there are.
    """

    def __init__(self, parts: Iterator[str]) -> None:
        self._fresh = _lines_of(parts)
        self._returned: list[str] = []
        self.taken: list[str] = []
        self.is_at_end = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._returned.pop() if self._returned else next(self._fresh, None)
        if line is None:
            self.is_at_end = True
            raise StopIteration
        self.taken.append(line)
        return line

    def begin(self) -> None:
        self.taken, self.is_at_end = [], False

    def give_back(self, n_kept: int) -> None:
        """Let the lines since `begin`, except the first ones, be taken again."""
        self._returned.extend(reversed(self.taken[n_kept:]))
        self.taken, self.is_at_end = self.taken[:n_kept], False


class _Records:
    """The records of a CSV file: lists of fields, and bad rows. n_columns: how many fields a row has, once that is known."""

    def __init__(self, lines: _Lines) -> None:
        self._lines = lines
        self._delimiter = _delimiter(lines)
        self._strict = csv.reader(lines, delimiter=self._delimiter, strict=True)
        self._lenient = csv.reader(lines, delimiter=self._delimiter)
        self._n_unclosed = 0
        self.n_columns = 0

    def __iter__(self) -> Iterator[list[str] | BadRow]:
        while True:
            self._lines.begin()
            try:
                yield next(self._strict)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._around(error)

    def _around(self, error: csv.Error) -> list[str] | BadRow:
        """The record whose quotation marks are not as they should be: read leniently, or bad up to the next line that is a row."""
        lines = self._lines
        if "field limit" in str(error):
            return self._unclosed(error)
        if not lines.is_at_end:
            rows = self._rows_within()
            if rows and self._delimiter in NEVER_IN_PROSE:
                return self._bad(n_lines=rows[0])
            if self._is_opening(lines.taken):
                return self._bad(n_lines=rows[0] if rows else len(lines.taken) - 1)
        lines.give_back(0)
        try:
            fields = next(self._lenient)
        except csv.Error as worse:
            return self._unclosed(worse)
        return self._unclosed(error) if lines.is_at_end else fields

    def _rows_within(self) -> list[int]:
        """Which of the lines behind the first one are rows by themselves, when most of them are: then they are no words of one field."""
        taken = self._lines.taken[: 1 + MAX_TESTED]
        following = [number for number, line in enumerate(taken) if number and line.strip()]
        rows = [number for number in following if self._is_row(taken[number])]
        return rows if 2 * len(rows) > len(following) else []

    def _is_opening(self, taken: list[str]) -> bool:
        """Whether the mark that closed a field of several lines, and should not have, rather opens one of a later row."""
        opens = re.search(rf'(?:^|{re.escape(self._delimiter)})"', taken[-1]) if len(taken) > 1 else None
        return opens is not None and self._is_row(taken[-1], may_go_on=True)

    def _unclosed(self, error: csv.Error) -> BadRow:
        """The bad row of a mark that nothing closes. What follows is taken for rows when most of its lines are rows by themselves."""
        self._n_unclosed += 1
        if self._n_unclosed > MAX_UNCLOSED:
            raise RefusedError("malformed", f"not CSV: more than {MAX_UNCLOSED} quotation marks that nothing closes")
        rows = self._rows_within()
        if rows:
            return self._bad(n_lines=rows[0])
        if not self._lines.is_at_end:
            raise RefusedError("malformed", f"not CSV: {error}")
        return self._bad(n_lines=len(self._lines.taken))

    def _bad(self, n_lines: int) -> BadRow:
        self._lines.give_back(n_lines)
        return BadRow("".join(self._lines.taken).encode("utf-8", "replace"), UNCLOSED)

    def _is_row(self, line: str, may_go_on: bool = False) -> bool:
        """Whether a line by itself has as many fields as rows have; may_go_on: also when its last field goes on in the next line."""
        if self.n_columns < 2 and not line.startswith('"'):
            return False
        try:
            fields = next(csv.reader([line], delimiter=self._delimiter, strict=True))
        except csv.Error as error:
            goes_on = may_go_on and "end of data" in str(error)
            return goes_on and len(next(csv.reader([line], delimiter=self._delimiter))) <= self.n_columns
        return len(fields) == self.n_columns


def _lines_of(parts: Iterator[str]) -> Iterator[str]:
    text = io.IncrementalNewlineDecoder(None, translate=False)
    rest: list[str] = []
    n_rest = 0
    for part in chain((text.decode(part) for part in parts), [text.decode("", final=True)]):
        # without translation of line ends, iteration knows \n, \r and \r\n and leaves them as they are
        for line in io.StringIO(part, newline=""):
            rest.append(line)
            n_rest += len(line)
            if line.endswith(("\n", "\r")):
                yield "".join(rest)
                rest, n_rest = [], 0
        if n_rest > MAX_FIELD_CHARACTERS:
            raise RefusedError("too_large", f"a line of more than {MAX_FIELD_CHARACTERS // 2**20} million characters")
    if rest:
        yield "".join(rest)


def _delimiter(lines: _Lines) -> str:
    """The delimiter that the first line with words has most of, or that it declares as Excel does; such a line is no row."""
    first = next((line for line in lines if line.strip()), "")
    if declared := _DECLARED.fullmatch(first.strip()):
        return declared[1]
    lines.give_back(0)
    return max(DELIMITERS, key=first.count)
