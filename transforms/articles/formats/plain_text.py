"""Articles as plain text, one a file.

Belongs here: headline, date and outlet of a text file. Does not: what dates a text (days/text_dates.py).
The text is the whole file as decoded, header lines included, so that offsets count its characters exactly as given.
"""

from __future__ import annotations

import re
from typing import Final

from transforms.articles.bylines import byline_of
from transforms.articles.days.published import published_in_path
from transforms.articles.days.text_dates import DateLine, find_date_line
from transforms.articles.document import Article, Published, RefusedError
from transforms.articles.own import check_text

MAX_HEADLINE_LENGTH: Final = 200
MAX_SOURCE_WORDS: Final = 4
"""What follows the date in a header is the outlet while it is this short, else the headline."""
N_LINES: Final = 12

_SENTENCE_END: Final = re.compile(r"""[.;:,]["'”’»)]*$""")
_BYLINE: Final = re.compile(r"^[ \t]*(?:By|BY|Von|Par|Por)[ \t]+([A-ZÀ-Þ][^\n.:;]{2,60})$", re.MULTILINE)
_ABBREVIATION_END: Final = re.compile(r"(?:\b[A-Z]\.|\.\.\.|…)$")


def read_text(text: str, origin: str) -> Article:
    """The file as one article.

    Raises:
        RefusedError: `empty` when there is nothing but white space, `own_page`.
    """
    if not text or text.isspace():
        raise RefusedError("empty", "nothing but white space")
    check_text(text)
    filed = published_in_path(origin.replace("\\", "/").rpartition("/")[2], "file name")
    dated = find_date_line(text, filed.day)
    source, title = _source_and_title(text, dated)
    return Article(
        origin=origin, text=text, title=title, source=source, byline=_byline(text), published=_published(dated, filed)
    )


def _byline(text: str) -> str | None:
    """A line of its own near the beginning: `By Jane Doe`."""
    match = _BYLINE.search(text, 0, N_LINES * MAX_HEADLINE_LENGTH)
    return byline_of([match[1]]) if match else None


def _published(dated: DateLine, filed: Published) -> Published:
    return dated.published if dated.published.day is not None else filed


def _source_and_title(text: str, dated: DateLine) -> tuple[str | None, str | None]:
    headline = _headline(text, dated)
    if not dated.rest or len(dated.rest) > MAX_HEADLINE_LENGTH:
        return dated.source, headline
    if headline is not None or len(dated.rest.split()) <= MAX_SOURCE_WORDS:
        return dated.rest, headline
    return dated.source, dated.rest if _reads_like_headline(dated.rest) else None


def _headline(text: str, dated: DateLine) -> str | None:
    """The first line that is not the date line, where it reads like a headline and a blank line (or the date line) follows."""
    lines = text[: 2 * MAX_HEADLINE_LENGTH * N_LINES].split("\n")[:N_LINES]
    for number, line in enumerate(lines):
        if number == dated.number and dated.source is None and dated.published.basis == "header":
            continue
        if not line.strip():
            continue
        following = lines[number + 1].strip() if number + 1 < len(lines) else None
        ends = following == "" or number + 1 == dated.number
        return line.strip() if ends and _reads_like_headline(line.strip()) else None
    return None


def _reads_like_headline(line: str) -> bool:
    if len(line) > MAX_HEADLINE_LENGTH or len(line.split()) < 2:
        return False
    return not _SENTENCE_END.search(line) or _ABBREVIATION_END.search(line) is not None
