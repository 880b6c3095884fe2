"""What option values mean."""

from __future__ import annotations

from datetime import date

import pytest

from orchestration.cli.options import first_day, last_day
from transforms.errors import UserError


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-03-20", date(2023, 3, 20), date(2023, 3, 20)),
        (" 2023-03-20 ", date(2023, 3, 20), date(2023, 3, 20)),
        (None, None, None),
    ],
)
def test_a_period_begins_on_its_first_day_and_ends_on_its_last(words, first, last):
    assert first_day("--from", words) == first
    assert last_day("--to", words) == last


@pytest.mark.parametrize("words", ["", "March", "2023-13", "2023-02-30", "20-03-2023", "0000", "2023-03-20T00:00"])
def test_what_is_no_date_is_refused_with_the_forms_that_are(words):
    with pytest.raises(UserError, match="--from .*2023-03-20"):
        first_day("--from", words)
