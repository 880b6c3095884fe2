"""Headlines of entries whose title alone would say nothing."""

from __future__ import annotations

import pytest

from warehouse.timeline.dates import When
from warehouse.timeline.entries import Evidence
from warehouse.timeline.heading import heading_of

LONG = (
    "Traders in the capital expect the central bank to ease again at its next review, days after the general election "
    "that nobody expects the governing party to lose, whatever the polls have said."
)


def quote(sentence: str, trigger: str | None) -> Evidence:
    at = sentence.index(trigger) if trigger else 0
    return Evidence(
        mention_id="m1",
        article_id="a1",
        sentence=sentence,
        when=When(None, None, "unknown"),
        trigger=(at, at + len(trigger)) if trigger else None,
    )


@pytest.mark.parametrize(
    ("title", "sentence", "trigger", "heading"),
    [
        (
            "Election",
            LONG,
            "general election",
            "Election: “…at its next review, days after the general election that nobody expects the governing party to…”",
        ),
        (
            "Meeting",
            "Formal talks are to be held on Tuesday.",
            "talks",
            "Meeting: “Formal talks are to be held on Tuesday.”",
        ),
        ("Law enacted", "It was\nsigned  into law .", "signed", "Law enacted: “It was signed into law.”"),
        ("Meeting", "Formal talks are to be held.", None, "Meeting"),
        ("Meeting in Rome", LONG, "general election", "Meeting in Rome"),
        ("Xi Jinping visits Russia", LONG, "general election", "Xi Jinping visits Russia"),
    ],
)
def test_a_title_that_names_nobody_is_told_by_its_quote(title, sentence, trigger, heading):
    assert heading_of(title, [quote(sentence, trigger)]) == heading


def test_a_title_without_any_quote_stays_as_it_is():
    assert heading_of("Election", []) == "Election"
