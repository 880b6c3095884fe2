"""Lengths of prison terms, "within days", years of forecasts and dates before a subject that a relative clause describes."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "days"),
    [
        (
            "Judge Ann Hill sentenced Karl Borg to 15 years after his conviction on May 3, 2011.",
            "verdict",
            [None, "2011-05-03"],
        ),
        (
            "Karl Borg was sentenced two days after he was convicted on May 3, 2011.",
            "verdict",
            ["2011-05-05", "2011-05-03"],
        ),
        ("Norfield Bank cut its forecasts to $90 from $93 in 2007.", "publication", [None]),
        (
            "The council will vote on Monday, with the bill expected to be signed into law by Karl Borg within days.",
            "legislation",
            [None],
        ),
        (
            "Vella said that on May 3, 2011, Karl Borg, who was drunk, stabbed a man.",
            "attack",
            ["2011-05-03"],
        ),
        (
            "On Feb. 10, 1998, Karl Borg was convicted of fraud. He was sentenced to a year in jail. "
            "On Jan. 7, 2002, Borg was sentenced to two years.",
            "verdict",
            ["1998-02-10", None, "2002-01-07"],
        ),
        (
            "On Monday Borg declared an emergency and ordered federal aid due to a storm beginning on March 4, 2023.",
            "aid",
            ["2023-03-20"],
        ),
        (
            "On Jan. 17, 2009, Karl Borg was convicted of one count each of robbery, kidnapping, and theft in Malta.",
            "attack",
            [None],
        ),
        ("Members of Metalworkers Local 1050, which has 830 members, ratified the contract.", "agreement", [None]),
    ],
)
def test_only_what_dates_an_event_gives_its_day(text, event_type, days, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [str(mention["start_date"]) if mention["start_date"] else None for mention in found] == days
