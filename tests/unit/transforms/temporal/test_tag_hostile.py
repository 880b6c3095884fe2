"""Offsets and endurance: any text, any length."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.temporal import tag
from transforms.temporal.lexicon import LANGUAGES, lexicon
from transforms.temporal.scan import lowered, runs

PUBLISHED = date(2023, 3, 21)
WORDS = sorted(lexicon("en").forms)
PIECES = st.sampled_from(
    [
        *WORDS,
        "20",
        "1999",
        "2023-03-20",
        "10:35",
        "'80s",
        "İ",
        "🎉",
        "e\u0301",
        "\r\n",
        "\u202b",
        ",",
        "-",
        "–",
        "/",
        ".",
        "  ",
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "🎉🎉 He came on Monday 🎉 and left yesterday.",
        "Cafe\u0301 opened on Monday.\r\n\r\nIt shut on 3 May 2001.\r\n",
        "İstanbul: İİİ He came on Monday.",
        "\u202bשלום\u202c He came on Monday, 20 March.",
        "\ufeffMonday",
        "ﬁrst of May 2001; “Monday”—Tuesday…",
    ],
)
def test_offsets_are_those_of_the_text_as_given(text):
    found = tag(text, PUBLISHED)
    assert found
    assert all(text[one.start : one.end] == one.text for one in found)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
@settings(max_examples=150, deadline=None)
def test_any_sequence_of_date_words_gives_ordered_exact_expressions(pieces, glue):
    text = glue.join(pieces)
    found = tag(text, PUBLISHED)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= after.start for one, after in zip(found, found[1:], strict=False))


@given(st.text(max_size=300), st.sampled_from([*LANGUAGES, "it", "ja", "xx"]))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_tagger(text, lang):
    for one in tag(text, PUBLISHED, lang):
        assert text[one.start : one.end] == one.text


def steps(text):
    """How often the scan stops at a candidate: the measure of its work that does not depend on the machine."""
    return sum(1 for _ in runs(lowered(text, "en"), "en"))


@pytest.mark.parametrize("unit", ["1", "the last ", "twenty ", "1, ", "of the ", "early ", "- ", "\n", "12:", "2000-"])
def test_endless_repetition_ends(unit):
    assert steps(unit * (300_000 // len(unit))) <= 100_000


@given(st.lists(PIECES, min_size=1, max_size=4), st.sampled_from(["", " "]), st.sampled_from([*LANGUAGES, "it"]))
@example(["eight", "fortnight"], " ", "en")
@settings(max_examples=25, deadline=None)
def test_long_repetitions_of_date_words_are_read_to_their_end(pieces, glue, lang):
    unit = glue.join(pieces) + glue
    text = unit * (20_000 // len(unit))
    found = tag(text, PUBLISHED, lang)
    assert all(text[one.start : one.end] == one.text for one in found)
    half = tag(text[: len(text) // 2], PUBLISHED, lang)
    assert len(found) <= 2 * len(half) + 4  # twice the text holds twice the dates, no more


def test_a_million_digits_are_no_date():
    assert tag("7" * 1_000_000, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Sales fell 0.6 1/2-year 2002.", PUBLISHED),
        ("It lasted 2² years and 1/0 days.", PUBLISHED),
        ("In Q3 31 BC it fell.", PUBLISHED),
        ("this weekend 2012 minute day", date(9999, 12, 31)),
        ("last week, yesterday, in 1 BC", date(1, 1, 1)),
    ],
)
def test_numbers_and_years_out_of_every_range_do_no_harm(text, published):
    assert all(text[one.start : one.end] == one.text for one in tag(text, published, "en"))
