"""What a trip, a party to a conflict, a moment and a ground of the news say about the events beside them."""

import pytest

TRIP = "Minister Anna Vella will travel on March 23 and 24 to Rabat. {}"


@pytest.mark.parametrize(
    "stop",
    ["She will visit the port.", "Vella will also meet with students there.", "In Rabat, she will visit a school."],
)
def test_what_is_planned_on_a_trip_has_its_days(stop, mentions_of) -> None:
    *_, found = mentions_of(TRIP.format(stop))
    assert (found["status"], found["edtf"], found["date_basis"]) == ("planned", "2023-03-23/2023-03-24", "inherited")


def test_what_others_plan_has_not(mentions_of) -> None:
    *_, found = mentions_of(TRIP.format("Karl Borg will visit the port."))
    assert found["edtf"] is None


def test_of_two_trips_on_different_days_none_dates_the_rest(mentions_of) -> None:
    *_, found = mentions_of(TRIP.format("She will travel to Oslo on March 30. She will visit the port."))
    assert found["edtf"] is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels said they had seized the town on Monday.", "alleged"),
        ("Nine people were killed in a raid on Monday, activists said.", "alleged"),
        ("Police said rebels killed nine soldiers on Monday.", "happened"),
        ("The rebels killed nine soldiers on Monday.", "happened"),
        ("The opposition said it would meet the mediators on Monday.", "planned"),
    ],
)
def test_what_only_a_party_to_a_conflict_says_is_a_claim(text, status, mentions_of) -> None:
    assert status in {found["status"] for found in mentions_of(text)}
    assert status == "alleged" or "alleged" not in {found["status"] for found in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("The United States is imposing sanctions on Malta.", "sanction", "happened"),
        ("Anna Vella is leaving the company.", "resignation", "planned"),
        ("Malta is holding talks with Tunisia.", "meeting", "ongoing"),
    ],
)
def test_the_progressive_tells_of_a_moment_or_of_a_span(text, event_type, status, mentions_of) -> None:
    assert [found["status"] for found in mentions_of(text) if found["event_type"] == event_type] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast killed nine workers on Monday. The rig caught fire and sank on Monday.", "disaster"),
        ("A blast killed nine workers on Monday. A bomb had been planted by militants.", "attack"),
    ],
)
def test_who_is_killed_by_a_blast_tells_what_else_the_article_tells(text, expected, mentions_of) -> None:
    assert mentions_of(text)[0]["event_type"] == expected


def test_of_two_verbs_the_one_that_took_place_is_the_mention(mentions_of) -> None:
    (found,) = mentions_of("Norfield Corp agreed on Monday to buy a 20 percent stake in Vellaton Corp.")
    assert (found["trigger"], found["status"]) == ("agreed", "happened")


@pytest.mark.parametrize(
    "text",
    [
        "A private survey released on Monday showed a fall in prices.",
        "Prices fell, according to data released on Monday.",
        "A team led by Anna Vella on Monday met with Karl Borg.",
        "Norfield last month agreed to buy Vellaton Corp.",
        "The hostages were set free on Monday.",
        "The assembly abolished the tax law on Monday.",
    ],
)
def test_verbs_beside_dates_and_participles_are_seen(text, mentions_of) -> None:
    assert [found["status"] for found in mentions_of(text)] == ["happened"]
    assert mentions_of(text)[0]["edtf"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rebels attacked the port overnight.", "2023-03-20/2023-03-21"),
        ("Overnight the police arrested nine men.", "2023-03-20/2023-03-21"),
        ("An overnight raid on the port killed nine men.", "2023-03-20/2023-03-21"),
        ("Malta signed an accord on overnight flights.", None),
        ("Rebels attacked the port overnight on Sunday.", "2023-03-19"),
    ],
)
def test_overnight_is_the_night_before_publication(text, days, mentions_of) -> None:
    assert mentions_of(text)[0]["edtf"] == days
