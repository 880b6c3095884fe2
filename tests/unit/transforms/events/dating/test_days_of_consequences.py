"""Days of what followed from a disaster, and years that are part of a name."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        (
            "Norfield Inc cut its outlook on Monday due to uncertainties including the yen and Malta's floods.",
            "disaster",
            None,
        ),
        ("Norfield Inc cut its outlook on Monday due to the floods in Malta.", "disaster", None),
        ("Just a month after the earthquake, on March 13th, the port reopened.", "disaster", None),
        ("It said it expected the earthquake to cut supplies in the second quarter.", "disaster", None),
        (
            "Though much was lost in the Maltese earthquake and tsunami, investors sold shares on Monday in fear of more.",
            "disaster",
            None,
        ),
        ("A trial over the big Maltese oil spill began on Monday.", "disaster", None),
        ("An earthquake affected thousands in Malta on Monday.", "disaster", "2023-03-20"),
        ("Twenty people died in an earthquake in Malta on Monday.", "disaster", "2023-03-20"),
        ("An earthquake killed 10 people and injured 20 in Malta on Monday.", "disaster", "2023-03-20"),
        ("On Monday twenty people were killed by floods in Malta.", "disaster", "2023-03-20"),
        ("Anna Borg today opened the Energy Forum 2023 in Geneva.", "meeting", "2023-03-21"),
        ("Anna Borg opened the Energy Forum 2021 in Geneva.", "meeting", "2021"),
    ],
)
def test_what_a_disaster_led_to_and_a_year_in_a_name_do_not_date_it(text, event_type, edtf, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(text) if item["event_type"] == event_type] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Norfield Inc settled a case with Borg last month and is suing Vella Ltd.", None),
        ("Norfield Inc is suing Vella Ltd in Valletta on Monday.", "2023-03-20"),
    ],
)
def test_what_still_goes_on_is_not_of_the_day_of_a_deed_beside_it(text, edtf, mentions_of) -> None:
    ongoing = [item for item in mentions_of(text) if item["event_type"] == "charge"]
    assert [item["edtf"] for item in ongoing] == [edtf]


def test_what_a_storm_brought_about_later_does_not_date_it(mentions_of) -> None:
    assert mentions_of("The storm pushed up jobless claims early this month.") == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Norfield Inc said it cut 30 percent of its management jobs from 2010 levels.", None),
        ("Norfield Inc said on Monday it had cut 300 jobs in 2010.", "2010"),
    ],
)
def test_what_is_cut_is_not_of_the_year_whose_level_it_is_measured_by(text, edtf, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(text) if item["event_type"] == "resignation"] == [edtf]
