"""Corpora of news often set every sign apart ("May 14 , 2010"): such texts have the dates of the texts they were made of."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.temporal import tag

DAY = date(2011, 7, 4)


def read(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.value) for found in tag(text, DAY, "en")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The talks of May 14 , 2010 were short .", "May 14 , 2010", "2010-05-14"),
        ("They met on Friday , May 14 , 2010 .", "Friday , May 14 , 2010", "2010-05-14"),
        ("On Thursday , 30 June , they met .", "Thursday , 30 June", "2011-06-30"),
        ("BORGHOLM | Tue Sep 27 , 2011 6:47 pm EDT BORGHOLM ( Norfield ) -", "Tue Sep 27 , 2011 6:47 pm EDT", "2011-09-27T18:47"),
        ("In May , 2010 , they left .", "May , 2010", "2010-05"),
        ("They met on New Year 's Day .", "New Year 's Day", "2011-01-01"),
        ("They met at 10 o 'clock .", "10 o 'clock", "2011-07-04T10:00"),
        ("After Friday 's vote they met .", "Friday", "2011-07-01"),
    ],
)  # fmt: skip
def test_a_date_may_have_its_signs_set_apart(text, words, value):
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    ["The early 2010 , 20 people said , was better .", "On May 14 , 20 people died .", "In 2010 , 12 people died ."],
)
def test_a_number_behind_the_comma_is_no_part_of_the_date(text):
    assert [words for words, _ in read(text)] == [words for words, _ in read(text.replace(" ,", ","))]


@pytest.mark.parametrize("text", ["The rent of $ 1990 was due .", "It is too much for today 's pupils ."])
def test_money_and_these_times_are_no_dates_either(text):
    assert read(text) == []
