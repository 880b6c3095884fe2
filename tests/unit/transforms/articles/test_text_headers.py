"""Date headers, datelines and headlines of text files."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.articles.document import Article, RefusedError
from transforms.articles.formats.plain_text import read_text

BODY = "Ministers from nine countries met in the old harbour building and agreed to meet again."


def read(text: str, name: str = "note.txt") -> Article:
    return read_text(text, f"in/{name}")


@pytest.mark.parametrize(
    ("first_lines", "name", "day", "basis"),
    [
        (" date 2023-03-21 Ministers met", "note.txt", "2023-03-21", "header"),
        ("Date: 2023-03-21", "note.txt", "2023-03-21", "header"),
        ("Published: March 21, 2023", "note.txt", "2023-03-21", "header"),
        ("Ministers meet\n\n21 March 2023", "note.txt", "2023-03-21", "header"),
        ("2023-03-21", "2020-01-01.txt", "2023-03-21", "header"),
        ("MOSCOW, March 21, 2023 (Harbour Wire) - Ministers met.", "note.txt", "2023-03-21", "dateline"),
        ("THE HAGUE, 21 March 2023 — Ministers met.", "note.txt", "2023-03-21", "dateline"),
        (
            "Ministers meet\n\nBy A. Writer\nSao Paulo, March 21, 2023 (AB) -- Ministers met.",
            "note.txt",
            "2023-03-21",
            "dateline",
        ),
        ("WASHINGTON, Feb. 24 (Harbour Wire) - Ministers met.", "2023-02-25.txt", "2023-02-24", "dateline"),
        ("WASHINGTON, Dec. 31 (Harbour Wire) - Ministers met.", "2023-01-01.txt", "2022-12-31", "dateline"),
        (
            "WASHINGTON, Feb. 24 (Harbour Wire) - Since March 2, 2022 and June 2022.",
            "note.txt",
            "2022-02-24",
            "dateline",
        ),
        ("Ministers meet", "20230321-meeting.txt", "2023-03-21", "file name"),
        ("Ministers meet", "note.txt", None, "none"),
        ("On March 21 - the day it rained - ministers met in 2023.", "note.txt", None, "none"),
        ("The date 2023-03-21 was chosen by ministers.", "note.txt", None, "none"),
        ("WASHINGTON, Feb. 30 (Harbour Wire) - In March 2023.", "note.txt", None, "none"),
    ],
)
def test_text_files_are_dated_by_header_then_dateline_then_name(
    first_lines: str, name: str, day: str | None, basis: str
) -> None:
    published = read(f"{first_lines}\n\n{BODY}\n", name).published
    assert (published.day, published.basis) == (date.fromisoformat(day) if day else None, basis)


@pytest.mark.parametrize(
    ("text", "title", "source"),
    [
        (f"Ministers meet in the harbour\n\n{BODY}", "Ministers meet in the harbour", None),
        (f"\n\nWill ministers meet?\r\n\r\n{BODY}", "Will ministers meet?", None),
        (f" date 2023-03-21 Volga Courier\n\nMinisters meet\n\n{BODY}", "Ministers meet", "Volga Courier"),
        (f" date 2023-03-21 Ministers of nine countries meet\n\n{BODY}", "Ministers of nine countries meet", None),
        (f" date 2023-03-21 {BODY} {BODY} {BODY}", None, None),
        (f"Ministers meet\n\nOSLO, March 21, 2023 (Harbour Wire) - {BODY}", "Ministers meet", "Harbour Wire"),
        (f"OSLO, March 21, 2023 (Harbour Wire) - {BODY}\n\nMore.", None, "Harbour Wire"),
        (f"{BODY}\n\n{BODY}", None, None),
        ("Ministers meet", None, None),
    ],
)
def test_a_headline_is_a_short_first_line_with_a_blank_line_behind_it(
    text: str, title: str | None, source: str | None
) -> None:
    article = read(text)
    assert (article.title, article.source, article.text) == (title, source, text)


def test_white_space_is_no_article() -> None:
    with pytest.raises(RefusedError, match="white space"):
        read("\u2003\n")
