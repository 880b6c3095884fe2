"""Chronicles whose years stand as headings over their days."""

import pytest

_IN_ONE_LINE = (
    "Here is a chronology: August 2004: Karl Borg wins the election in Norfield. 2008: June 9: Borg visits Oslo. "
    "December 16: Borg signs an accord with Malta. 2009: January 5: Borg is arrested."
)
_IN_LINES = (
    "2007\nJuly 3: Karl Borg wins the election.\n2008\nJune 9: Borg visits Oslo.\n2009\nMay 1: Borg is arrested."
)
_BY_MONTHS = "January 2007 - Karl Borg wins the election.\nMarch 4 - Borg visits Oslo.\nMay 2008 - Borg is arrested."


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            _IN_ONE_LINE,
            {"election": "2004-08", "visit": "2008-06-09", "agreement": "2008-12-16", "arrest": "2009-01-05"},
        ),
        (_IN_LINES, {"election": "2007-07-03", "visit": "2008-06-09", "arrest": "2009-05-01"}),
        (_BY_MONTHS, {"election": "2007-01", "visit": "2007-03-04", "arrest": "2008-05"}),
    ],
)
def test_a_day_under_a_year_is_of_that_year(text, days, mentions_of) -> None:
    assert {item["event_type"]: item["edtf"] for item in mentions_of(text)} == days
