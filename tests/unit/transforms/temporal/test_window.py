from datetime import date

import pytest

from transforms.temporal import Interval, window

WARRANT = Interval.of_day(date(2023, 3, 17))


@pytest.mark.parametrize(
    ("value", "signal", "edtf"),
    [
        ("P2D", "after", "2023-03-19"),
        ("P2D", "before", "2023-03-15"),
        ("PXD", "after", "2023-03-18/2023-03-24"),
        ("PXD", "before", "2023-03-10/2023-03-16"),
        ("PXW", "after", "2023-03-18/2023-04-17"),
        ("P1W", "after", "2023-03-20/2023-03-26"),
        ("P3M", "before", "2022-12"),
        ("P10Y", "before", "2013"),
        ("P0.5Y", "after", "2023-09"),
        ("P1.5Y", "before", "2021-09"),
        ("PT5H", "after", "2023-03-17/2023-03-18"),
    ],
)
def test_a_window_is_as_exact_as_the_words(value, signal, edtf):
    found = window(WARRANT, value, signal)
    assert found is not None and found.edtf == edtf


@pytest.mark.parametrize(("value", "signal"), [("P2D", "since"), ("2023-03-17", "after"), ("P999999Y", "after")])
def test_what_is_no_window_gives_none(value, signal):
    assert window(WARRANT, value, signal) is None
