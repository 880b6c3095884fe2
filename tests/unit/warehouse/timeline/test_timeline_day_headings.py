"""Which sentence heads a day, and what a heading that only announces says of it."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from warehouse.timeline.days.build import without_event
from warehouse.timeline.days.headings import heading_of_day, is_announced, news_days
from warehouse.timeline.days.tell import Statement
from warehouse.timeline.tell import names_other_time

DAY = date(2011, 5, 30)
BROKE = "The old dam broke on Monday."


def told(*sentences: str) -> list[tuple[str, Statement]]:
    return [(text, Statement("a1", 0, text, 1.0, "relative", "Monday")) for text in sentences]


@pytest.mark.parametrize(
    ("sentence", "announces"),
    [
        ("The council will on Monday open the old dam.", True),
        ("The old dam could break if workers strike on Monday.", True),
        ("On Monday the council will open the old dam.", True),
        ("The old dam is to be opened on Monday.", True),
        ("The old dam will be closed, the mayor of Norfield said on Monday.", False),
        ("The council opened the old dam on Monday, and will close it again.", False),
        ("The old dam breaks on Monday.", False),
    ],
)
def test_a_day_is_announced_by_the_tense_of_the_verb_beside_it(sentence, announces):
    assert is_announced(sentence, "Monday") == announces


def test_a_sentence_without_words_for_a_day_announces_none():
    assert not is_announced("The old dam will be closed.", None)


@pytest.mark.parametrize(
    "first",
    [
        "The council will on Monday open the old dam.",
        "The following are reports on the old dam of Monday.",
        "2 -- THE OLD DAM On Monday the dam of Norfield broke.",
    ],
)
def test_what_is_announced_or_opens_a_list_heads_no_day_of_which_something_is_told(first):
    assert heading_of_day(told(first, BROKE)) == told(BROKE)[0]


def test_a_day_of_which_everything_is_announced_is_planned():
    ahead = told("The council will on Monday open the old dam.")
    assert [without_event(DAY, each).status for each in (ahead, told(BROKE))] == ["planned", "happened"]


def test_a_sentence_is_news_of_the_latest_of_its_days_that_had_come_and_of_those_named_with_it():
    days = [date(2011, 5, day) for day in (2, 28, 29, 31, 31)]
    words = ["2 May", "May 28/29", "May 28/29", "Tuesday", "Tuesday"]
    statements = pl.DataFrame({"article_id": "a1", "sentence": [*"ssss", "t"], "day": days, "date_text": words})
    articles = pl.DataFrame({"article_id": ["a1"], "published_date": [DAY]})
    assert news_days(statements, articles) == {("s", days[1]), ("s", days[2]), ("t", days[4])}


def test_of_equal_sentences_the_one_that_is_news_of_the_day_heads_it():
    both = told("The council met on Friday over the dam that broke on Monday.", BROKE)
    assert heading_of_day(both, [False, True]) == both[1]
    assert heading_of_day(both) == both[0]


@pytest.mark.parametrize(
    "other",
    [
        "Norfield paid a fine for the old dam in June.",
        "The owners of the old dam hid leaks between 2005 and 2009.",
        "Borg Power bought the old dam last year.",
        "The old dam was mended two years ago.",
    ],
)
def test_a_sentence_that_names_no_day_but_another_time_heads_a_day_last(other):
    undated = [(text, Statement("a1", 0, text, 1.0, "published", None)) for text in (other, "The old dam broke.")]
    heading = heading_of_day(undated)
    assert heading and heading[0] == "The old dam broke."


@pytest.mark.parametrize("text", ["The old dam may break.", "The dam holds 2005 tonnes.", "The mayor will last."])
def test_words_that_only_look_like_a_time_name_none(text):
    assert not names_other_time(text)
