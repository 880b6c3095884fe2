"""Years that belong to names, spans of years, and days that belong to what others tell."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("The Foreign Policy Strategy 2016-19 was adopted by the council.", "vote", None),
        ("The visit by Karl Borg included the inauguration of a hub for the period 2017-2020.", "visit", None),
        ("The 1918-19 pandemic killed millions of people.", "disaster", "1918-01-01/1919-12-31"),
        ("Norway fought a war with Malta (1998-2000).", "attack", "1998-01-01/2000-12-31"),
        ("A report by the Borg Commission claims that rebels shot farmers in the May 3 attacks.", "publication", None),
        (
            "A report by the Borg Commission on Monday said that rebels shot farmers in May.",
            "publication",
            "2023-03-20",
        ),
    ],
)
def test_years_of_a_name_are_no_date(text, event_type, edtf, mentions_of) -> None:
    dates = [mention["edtf"] for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert all(found == edtf for found in dates) and (dates or edtf is None)


def test_what_the_present_tells_is_not_of_the_day_of_what_led_to_it(mentions_of) -> None:
    text = "\n".join(
        [
            "Norway expels two Maltese diplomats after Malta expelled two Norwegian diplomats yesterday.",
            "Police in Malta arrest ten people in Valletta.",
            "A court in Norway sentences Karl Borg to ten years in prison.",
            "Rebels attack a village in Malta, killing six people.",
            "Anna Vella resigns as finance minister of Malta.",
        ]
    )
    found = [mention for mention in mentions_of(text) if mention["event_type"] == "diplomatic_break"]
    days = {text[mention["trigger_start"] : mention["trigger_end"]]: mention["edtf"] for mention in found}
    assert days["expels"] == "2023-03-21"


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        (
            "At the 2021 Norfield Conference, held October 22-24 in Oslo, she called for reform.",
            "2021-10-22/2021-10-24",
        ),
        ("The 2022 Norfield Forum took place in Oslo on May 3-5.", "2022-05-03/2022-05-05"),
        ("The 2023 Norfield Summit, which will be held in June, is about trade.", "2023-06"),
        ("The 2022 Norfield Forum was a success, and she resigned on May 3.", "2022"),
    ],
)
def test_the_day_behind_an_occasion_that_a_year_names_is_of_that_year(sentence, edtf, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(sentence) if item["event_type"] == "meeting"] == [edtf]
