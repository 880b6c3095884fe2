"""Days of what somebody is quoted by lie behind, days of what is only set ahead."""

from datetime import date

import pytest

from transforms.temporal import tag


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fund will pay, according to a court order on Monday.", "2013-06-17"),
        ("The fund would pay, according to a filing in September.", "2012-09"),
        ("The vote will be held on Monday, according to the schedule.", "2013-06-24"),
        ("A judge set a January 23 hearing date for the case.", "2014-01-23"),
        ("The judge has set a trial for March.", "2014-03"),
        ("The judge held a January 23 hearing.", "2013-01-23"),
    ],
)
def test_what_is_quoted_is_past_and_what_is_set_to_come(text, value):
    assert [item.value for item in tag(text, date(2013, 6, 18), "en")] == [value]
