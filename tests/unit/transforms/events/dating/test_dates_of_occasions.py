"""When: what the occasion, the lead or the subject's verb says, and dates that only seem to belong to an event."""

import pytest


def dates_of(mentions, event_type: str):
    return [
        mention["start_date"] and (mention["start_date"].isoformat(), mention["end_date"].isoformat())
        for mention in mentions
        if mention["event_type"] == event_type
    ]


@pytest.mark.parametrize(
    ("text", "event_type", "start", "end"),
    [
        ("In the months of January to March 2020, 18 people died in Malta.", "death", "2020-01-01", "2020-03-31"),
        ("The last referendum in which farmers voted was in 1984 in Malta.", "election", "1984-01-01", "1984-12-31"),
        (
            "Despite winning the primary in January, Anna Borg lost the nomination to Karl Vella in February.",
            "appointment",
            "2023-02-01",
            "2023-02-28",
        ),
        ("Leaders left Rome, agreeing to meet again in November.", "meeting", "2023-11-01", "2023-11-30"),
        ("The king is to visit Rome on 12 January.", "visit", "2024-01-12", "2024-01-12"),
        (
            "Police in January raided the bank.[ID:nAB1CD2EF] In 2020, the bank paid a fine of 3 million euros.",
            "investigation",
            "2023-01-01",
            "2023-01-31",
        ),
        (
            "A summit will be held in Rome on 26 April. On the fringes of the summit, Karl Borg will hold talks with farmers.",
            "meeting",
            "2023-04-26",
            "2023-04-26",
        ),
        (
            "The Senate held a hearing on 4 January. Ships were late. Karl Borg apologised to lawmakers during the hearing.",
            "speech",
            "2023-01-04",
            "2023-01-04",
        ),
        (
            "Karl Borg tried to calm voters on Monday, saying that prices would fall. In a speech in Rome, Borg praised farmers.",
            "speech",
            "2023-03-20",
            "2023-03-20",
        ),
        (
            "European leaders promised on Monday to fight hunger. At a news conference in Rome, Anna Vella praised farmers.",
            "speech",
            "2023-03-20",
            "2023-03-20",
        ),
        (
            "U.S. farmers said on Monday that they were angry. Ships were late. The farmers condemned the plan.",
            "accusation",
            "2023-03-20",
            "2023-03-20",
        ),
        (
            "European leaders promised on Monday to fight hunger. In another speech, Anna Vella urged Malta to act.",
            "demand",
            "2023-03-20",
            "2023-03-20",
        ),
        ("The ministry published its report on January on Monday.", "publication", "2023-03-20", "2023-03-20"),
        ("Ministers held talks on the ceasefire on Monday.", "meeting", "2023-03-20", "2023-03-20"),
        ("It was on Monday that the court convicted Karl Borg.", "verdict", "2023-03-20", "2023-03-20"),
        ("It was only in 2019 that Malta signed the treaty.", "agreement", "2019-01-01", "2019-12-31"),
    ],
)
def test_the_date_is_that_of_the_occasion_or_of_the_verb(
    text: str, event_type: str, start: str, end: str, mentions_of
) -> None:
    assert set(dates_of(mentions_of(text), event_type)) == {(start, end)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        (
            "The bank's main owner said on Monday the new head of its large and old branch in Rome had declined to meet.",
            "rejection",
        ),
        ("The institute published its index of prices for February 10.", "publication"),
        ("Malta and Libya agreed to hold elections in Rome on 12 January.", "agreement"),
        ("Karl Borg stood before a Senate hearing on the oil spill, Washington, May 11, 2010.", "disaster"),
        (
            "The Senate held a hearing on 4 January. The Senate held a hearing on 5 January. Karl Borg apologised to lawmakers during the hearing.",
            "speech",
        ),
    ],
)
def test_what_may_be_another_day_is_none(text: str, event_type: str, mentions_of) -> None:
    assert set(dates_of(mentions_of(text), event_type)) == {None}


def test_a_part_of_a_day_is_exactly_that_day(mentions_of) -> None:
    found = mentions_of("Malta and Libya signed a treaty late on Monday. Karl Borg resigned in early March.")
    assert [mention["edtf"] for mention in found] == ["2023-03-20", "2023-03-01~/2023-03-10~"]


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("Karl Borg died after a long illness on Friday.", "death", "2023-03-17"),
        ("Police arrested a man after a chase on Friday.", "arrest", "2023-03-17"),
        ("A plane crashed in Malta shortly after takeoff on Friday.", "disaster", "2023-03-17"),
        ("The boat sank soon after leaving port on March 3.", "disaster", "2023-03-03"),
        ("The minister resigned following a row with the owner of a bank on Friday.", "resignation", "2023-03-17"),
        ("Karl Borg died before reaching hospital on Friday.", "death", "2023-03-17"),
        ("A soldier died after being hit by a lorry on Friday.", "disaster", "2023-03-17"),
        ("The minister resigned after the party's defeat on Sunday.", "resignation", None),
        ("The minister resigned two days after a defeat on Sunday.", "resignation", None),
        ("Police arrested Karl Borg after an attack on Friday.", "arrest", None),
        ("Karl Borg resigned after a scandal in 2009.", "resignation", None),
        ("Norfield Inc began talks with Borg Corp after a 27 percent drop in its shares on Friday.", "meeting", None),
    ],
)
def test_a_day_behind_what_went_before_dates_the_verb(text, event_type, day, mentions_of) -> None:
    assert [m["edtf"] for m in mentions_of(text) if m["event_type"] == event_type] == [day]


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("Norfield Inc reported a rise in December sales.", "publication", None),
        ("Norfield Inc reported a 4 percent jump in February sales on Monday.", "publication", "2023-03-20"),
        ("Norfield Inc reported a rise in sales for February.", "publication", None),
        ("The ministry reported a fall in January exports.", "publication", None),
        ("The ministry published January trade figures on Monday.", "publication", "2023-03-20"),
        ("The ministry releases February housing starts data on Friday.", "publication", "2023-03-24"),
        ("The association said last month exports rose.", "publication", "2023-02"),
        ("Norfield Inc reported its results in January.", "publication", "2023-01"),
        ("Karl Borg urged Malta to present its plan for this year.", "demand", None),
        ("Lawmakers passed the 2022 budget.", "legislation", None),
        ("Lawmakers passed the 2022 budget on Monday.", "legislation", "2023-03-20"),
        ("Parliament in February passed the 2022 budget.", "legislation", "2023-02"),
    ],
)
def test_a_period_of_figures_or_plans_does_not_date_who_tells_of_them(text, event_type, day, mentions_of) -> None:
    assert [m["edtf"] for m in mentions_of(text) if m["event_type"] == event_type] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Protests broke out in several towns after Friday prayers.",
        "Police in Malta shot 20 people following Friday prayers in the capital.",
    ],
)
def test_what_happens_after_the_prayers_of_a_day_is_of_that_day(text: str, mentions_of) -> None:
    assert {mention["edtf"] for mention in mentions_of(text)} == {"2023-03-17"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The spring meeting of the Council of Norfield held on 10 March 2023 ended in a deal.", "2023-03-10"),
        ("During the spring meeting of the Council of Norfield, Karl Borg resigned.", "2023-03-01/2023-05-31"),
    ],
)
def test_a_season_only_names_a_meeting_whose_day_is_told(text, day, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(text) if item["event_type"] == "meeting"] == [day]


@pytest.mark.parametrize(
    ("sentence", "event_type", "edtf"),
    [
        ("Ministers condemned the attack at a meeting on Tuesday.", "attack", None),
        ("Leaders discussed the invasion of Malta at a summit in Norfield on Tuesday.", "attack", None),
        ("Lawyers discussed the arrest of Karl Borg at a hearing on Tuesday.", "arrest", None),
        ("Ministers condemned the attack in Norfield on Tuesday.", "attack", "2023-03-21"),
    ],
)
def test_what_was_judged_at_an_occasion_was_not_done_on_its_day(sentence, event_type, edtf, mentions_of):
    assert [item["edtf"] for item in mentions_of(sentence) if item["event_type"] == event_type] == [edtf]
