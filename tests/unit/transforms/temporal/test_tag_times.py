"""Bare times of day: on which day they lie."""

from datetime import date

import pytest

from transforms.temporal import tag

TUESDAY = date(2023, 3, 21)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ministers met on Sunday. They parted at 11 p.m.", "2023-03-19T23:00"),
        ("Borg Oil reports results on 4 May. Its shares fell 3 percent in early afternoon trading.", "2023-03-21TAF"),
        (
            "Borg Oil fell on Friday. Its shares rose a little in late morning trade on the Norfield exchange.",
            "2023-03-21TMO",
        ),
        ("Borg Oil won the case on Friday and rose 3 percent in late afternoon trading.", "2023-03-17TAF"),
        ("Borg Oil won on 2 March. Its shares rose in early afternoon trade on Friday.", "2023-03-17TAF"),
        ("He will meet them on Sunday. Thank you. (Applause.)\nEND 5:20 P.M. EST", "2023-03-21T17:20"),
        ("11:14 A.M. EST\nTHE PRESIDENT: We met on Sunday.\n11:32 A.M. EST", "2023-03-21T11:32"),
        ("Programme of 4 May:\n9:00 a.m.\nWelcome by the mayor", "2023-05-04T09:00"),
    ],
)
def test_a_bare_time_lies_on_the_last_day_or_where_markets_and_transcripts_tell_it_on_that_of_publication(text, value):
    times = [found.value for found in tag(text, TUESDAY) if found.type == "TIME"]
    assert times[-1] == value


def test_on_a_saturday_what_markets_did_is_told_of_the_last_day_named():
    text = "Borg Oil won on Friday. Its shares rose 3 percent in late afternoon trading."
    assert tag(text, date(2023, 3, 18))[-1].value == "2023-03-17TAF"
