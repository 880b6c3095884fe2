"""Headlines of entries whose title alone would say nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warehouse.timeline.dates import When
from warehouse.timeline.entries import Actor, Entry, Evidence, Sentence
from warehouse.timeline.heading import heading_of, told_by_quote, with_full_names

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


def entry(title: str, *quotes: Evidence) -> Entry:
    return Entry(
        event_id="e1",
        dated=When(None, None, "unknown"),
        headline=title,
        event_type="agreement",
        type_label="agreement",
        status="happened",
        summary=(Sentence("As told.", mention_id="m0"),),
        actors=(Actor("Anna Vella", "source", "person"), Actor("Borg Oil", "target", "organisation")),
        evidence=tuple(replace(each, status="happened") for each in quotes),
    )


@pytest.mark.parametrize(
    ("title", "sentence", "trigger", "headline"),
    [
        (
            "Borg Oil agrees to deal",
            "Borg Oil has agreed to sell its mines.",
            "agreed",
            "Borg Oil has agreed to sell its mines",
        ),
        (
            "Anna Vella leaves office",
            "Vella resigned as head of the bank.",
            "resigned",
            "Anna Vella resigned as head of the bank",
        ),
        (
            "Anna Vella enters plea",
            "The board of Borg Oil was dismissed, while the head of the mines and Vella pleaded guilty.",
            "pleaded guilty",
            "The head of the mines and Anna Vella pleaded guilty",
        ),
        ("Borg Oil agrees to deal", "The shares fell after Borg Oil agreed to sell its mines.", "agreed", None),
        ("Borg Oil agrees to deal", "It has agreed to sell its mines.", "agreed", None),
        ("Borg Oil agrees to deal", "Has Borg Oil agreed to sell its mines?", "agreed", None),
        (
            "Borg Oil makes announcement",
            "The head of the mines spoke of the announcement of the sale.",
            "announcement",
            None,
        ),
        ("Anna Vella visits Norfield", "Vella visited Norfield and its mines.", "visited", None),
        ("Borg Oil denies claims", "A chief of Borg Oil denied it again in Norfield.", "denied", None),
        ("Borg Oil denies claims", "Borg Oil denied the claim and named a rival.", "denied", None),
        ("Borg Oil denies claims", "Borg Oil denied the claim of Vella Bank.", "denied", "Borg Oil denied the claim of Vella Bank"),
        ("Borg Oil agrees to deal", "Borg Oil had agreed to sell its mines.", "agreed", None),
        ("Anna Vella and Joe Borg meet", "Vella met the head of Borg Oil in Norfield.", "met", None),
    ],
)  # fmt: skip
def test_a_title_that_says_little_gives_way_to_a_quote_whose_verb_tells_the_event(title, sentence, trigger, headline):
    told = told_by_quote(entry(title, quote(sentence, trigger)))
    assert told.headline == (headline or title)
    assert told.summary[0].text == (sentence if headline and ", while" not in sentence else told.summary[0].text)


def test_a_report_of_another_status_heads_no_entry():
    planned = replace(
        entry("Borg Oil agrees to deal", quote("Borg Oil agreed to sell its mines.", "agreed")), status="planned"
    )
    assert told_by_quote(planned).headline == "Borg Oil agrees to deal"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Vella resigned", "Anna Vella resigned"),
        ("Judges sentenced Vella to a year", "Judges sentenced Anna Vella to a year"),
        ("President Vella resigned", "President Vella resigned"),
        ("Vella Energy closed a mine of Vella", "Vella Energy closed a mine of Anna Vella"),
        ("Anna Vella met Joe Vella", "Anna Vella met Joe Vella"),
    ],
)
def test_persons_are_called_by_their_whole_names(line, named):
    assert with_full_names(line, [Actor("Anna Vella", "source", "person")]) == named
