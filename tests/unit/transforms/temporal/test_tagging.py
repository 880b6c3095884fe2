from datetime import date

import pytest

from transforms.temporal import tag

TUESDAY = date(2023, 3, 21)


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The delegation landed on Monday.", "Monday", "2023-03-20"),
        ("The delegation landed on Tuesday.", "Tuesday", "2023-03-21"),
        ("The delegation will land on Friday.", "Friday", "2023-03-24"),
        ("Prices fell last month.", "last month", "2023-02"),
        ("The treaty was signed two years ago.", "two years ago", "2021"),
        ("They met on 24 February.", "24 February", "2023-02-24"),
        ("They met on December 30.", "December 30", "2022-12-30"),
        ("They first met on March 20, 2013.", "March 20, 2013", "2013-03-20"),
        ("The strike lasted three days.", "three days", "P3D"),
        ("Sales rose in the third quarter of 1990.", "the third quarter of 1990", "1990-Q3"),
    ],
)
def test_an_expression_gets_the_value_a_reader_gives_it(sentence, words, value):
    [expression] = tag(sentence, TUESDAY)
    assert (expression.text, expression.value) == (words, value)
    assert sentence[expression.start : expression.end] == words


def test_a_duration_before_an_event_carries_the_signal():
    [expression] = tag("He travelled two days after the warrant was issued.", TUESDAY)
    assert (expression.type, expression.value, expression.signal) == ("DURATION", "P2D", "after")
