"""Days that belong to the news of a sentence and not to its background."""

import pytest

from transforms.events.clauses.sentence import Sentence
from transforms.events.texts.sentences import Span


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ousted president Karl Borg was arrested on Monday.", {"resignation": None, "arrest": "2023-03-20"}),
        ("Kidnapped journalist Anna Borg was freed on Monday.", {"attack": None, "release": "2023-03-20"}),
        ("Convicted murderer Karl Borg died on Monday.", {"verdict": None, "death": "2023-03-20"}),
        ("Newly elected mayor Karl Borg resigned on Monday.", {"election": None, "resignation": "2023-03-20"}),
        ("Elected president in 2004, Karl Borg died on Monday.", {"election": "2004", "death": "2023-03-20"}),
        ("Police on Monday arrested ousted president Karl Borg.", {"arrest": "2023-03-20", "resignation": None}),
        ("Arrested on Monday, Karl Borg resigned.", {"arrest": "2023-03-20"}),
        ("The chief executive on Monday called the oil spill in the Gulf a warning.", {"disaster": None}),
        ("Norway on Monday unveiled a machine to combat the Vella oil spill.", {"disaster": None}),
        ("On Monday an earthquake struck Malta.", {"disaster": "2023-03-20"}),
        ("Twelve people were killed on Monday in the earthquake.", {"disaster": "2023-03-20"}),
        ("The explosion on Monday killed 12 people.", {"disaster": "2023-03-20"}),
        ("Malta on Monday confirmed the outbreak of cholera.", {"disaster": "2023-03-20"}),
        ("Vella Corp said it would post a loss in the quarter ended Feb 28.", {"publication": None}),
        ("Vella Corp posted a loss on Monday for the quarter ended Feb 28.", {"publication": "2023-03-20"}),
        ("The deadliest attack since 2004 killed 30 people in Malta.", {"attack": None}),
        ("It was their third attack since January, police said.", {"attack": None}),
        ("Oil has leaked every day since February's explosion on the rig.", {"disaster": "2023-02"}),
        ("Vella Bank is in talks with regulators over its role in selling bonds in 2007.", {"meeting": None}),
        ("The meeting between the envoy and the rebels follows a spate of thefts this week.", {"meeting": None}),
        ("The plan unraveled after an investigation into its 2007 leveraged buyout.", {"investigation": None}),
        ("Vella Inc commented on the program under the Norfield Reduction Act (2022), calling for reform.", {"demand": None}),
        ("The ban was prompted by an explosion on March 3.", {"legislation": "not told", "disaster": "2023-03-03"}),
        ("The explosion on the rig was caused by a leak on March 3.", {"disaster": "2023-03-03"}),
        (
            "Anna Vella comes to a news conference on the verdict against Karl Borg in this May 3, 2010 file photo.",
            {"speech": "2010-05-03", "verdict": None},
        ),
        ("Karl Borg speaks at a rally in this file photo taken May 3, 2010.", {"speech": "2010-05-03"}),
        ("Documents on the oil spill show concerns dating back to last June.", {"disaster": None}),
    ],
)  # fmt: skip
def test_the_day_of_the_news_passes_by_its_background(text: str, days: dict[str, str | None], mentions_of) -> None:
    found = {item["event_type"]: item["edtf"] for item in mentions_of(text)}
    assert {event_type: found.get(event_type, "not told") for event_type in days} == days


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Police arrested five men in Oslo between Friday and Sunday.", "2023-03-17", "2023-03-19"),
        ("Karl Borg was arrested between 2000 and 2005.", "2000-01-01", "2005-12-31"),
        ("From 2000 to 2005 rebels killed 300 people in Sfax.", "2000-01-01", "2005-12-31"),
        ("Rebels killed 300 people in Sfax from May 3, 2010 to June 8, 2011.", "2010-05-03", "2011-06-08"),
        ("The trial was moved from April 3 to June 8.", "2023-06-08", "2023-06-08"),
        ("Experts met in Oslo between March 3 and March 7.", "2023-03-03", "2023-03-07"),
        ("Experts will meet in Oslo between 31 August and 4 September.", "2023-08-31", "2023-09-04"),
    ],
)
def test_two_dates_are_one_span_where_the_words_before_them_bound_it(
    text: str, start: str, end: str, mentions_of
) -> None:
    assert [(str(item["start_date"]), str(item["end_date"])) for item in mentions_of(text)] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("Flights were grounded due to the storm on Monday.", "disaster", "2023-03-20"),
        ("Vella Oil agreed to pay for the fund after the sinking of its rig in April.", "disaster", "2022-04"),
        ("Malta will hold an inquiry into the crash in February.", "disaster", "2023-02"),
        ("Karl Borg is expected to resign over the spill in April.", "disaster", "2022-04"),
        ("Karl Borg plans to sue the firm over a fire that killed 12 people in April.", "disaster", "2022-04"),
        ("The council will meet to discuss the attack on Malta on Monday.", "attack", "2023-03-20"),
        ("Malta will withdraw its troops by July, after an attack in April killed 12.", "attack", "2022-04"),
        ("Karl Borg sent in troops to quell protests in Oslo on Monday.", "deployment", "2023-03-20"),
        ("Under Monday's agreement, Norway's forces will be able to close the port.", "agreement", "2023-03-20"),
    ],
)
def test_what_is_spoken_of_as_known_lies_behind(text: str, event_type: str, day: str, mentions_of) -> None:
    found = {(item["event_type"], item["status"], item["edtf"]) for item in mentions_of(text)}
    assert (event_type, "happened", day) in found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The crash that killed 12 people in 2006 led to new rules.", {"disaster": "2006"}),
        ("Rescuers recalled the earthquake that injured hundreds of people in March.", {"disaster": "2023-03"}),
        ("The inquiry into the crash that killed 12 people in 2006 ended.", {"investigation": None, "disaster": "2006"}),
        ("They claimed responsibility for the attack that killed 60 soldiers on Monday.", {"attack": "2023-03-20"}),
        ("Schools in Oslo were closed because of the floods last week.", {"disaster": "2023-03-13/2023-03-19"}),
        ("Because of the attack on Monday, the talks were called off.", {"attack": "2023-03-20", "meeting": None}),
        ("Karl Borg spoke on Monday, saying police had arrested his son.", {"arrest": None}),
        ("Karl Borg spoke on Monday, saying police arrested his son on Sunday.", {"arrest": "2023-03-19"}),
    ],
)  # fmt: skip
def test_what_is_only_mentioned_has_the_day_told_of_it(text: str, days: dict[str, str | None], mentions_of) -> None:
    found = {item["event_type"]: item["edtf"] for item in mentions_of(text)}
    assert {event_type: found.get(event_type, "not told") for event_type in days} == days


@pytest.mark.parametrize(
    ("text", "n_demands"),
    [
        ("Iran should halt its nuclear work, Anna Borg said on Monday.", 1),
        ("The government must do more to help the poor, Anna Borg said on Monday.", 1),
        ("Malta must have known about it, Anna Borg said on Monday.", 0),
        ("Investors should expect lower returns, Anna Borg said on Monday.", 0),
        ("Norway said on Monday Malta should halt the work.", 1),
    ],
)
def test_a_demand_may_name_who_makes_it_at_its_end(text: str, n_demands: int, mentions_of) -> None:
    found = [item["edtf"] for item in mentions_of(text) if item["event_type"] == "demand"]
    assert found == ["2023-03-20"] * n_demands


def test_that_behind_a_noun_opens_a_relative_clause_before_a_past_verb() -> None:
    def kinds(text: str) -> list[str]:
        return [clause.kind.value for clause in Sentence(text, Span(0, len(text))).clauses]

    assert kinds("The crash that killed 12 people led to new rules.") == ["main", "relative"]
    assert kinds("Police said that killed soldiers were buried.") == ["main", "content"]


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("From 21 to 25 March, Anna Borg will be in Malta on a working visit.", "visit", "2023-03-21/2023-03-25"),
        ("Anna Borg is to arrive in Malta today on a two-day visit.", "visit", "2023-03-21/2023-03-22"),
        ("Leaders will gather in Oslo this week for the G20 summit.", "meeting", "2023-03-21/2023-03-26"),
    ],
)
def test_what_somebody_will_be_somewhere_for_is_planned(text: str, event_type: str, edtf: str, mentions_of) -> None:
    assert (event_type, "planned", edtf) in {
        (item["event_type"], item["status"], item["edtf"]) for item in mentions_of(text)
    }


def test_a_year_behind_a_trial_is_that_of_the_deed(mentions_of) -> None:
    found = {
        item["event_type"]: item["edtf"]
        for item in mentions_of("Borg is on trial over the killing of a nurse in 2007.")
    }
    assert found == {"trial": None, "attack": "2007"}


def test_a_programme_called_today_is_no_day(mentions_of) -> None:
    found = mentions_of("The mayor told the BBC's Today programme that the strike was a disgrace.")
    assert {item["edtf"] for item in found} == {None}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Monday's attack will delay the reopening of the bridge.", "attack"),
        ("The explosion on Monday will cost the insurers 40 million euros.", "disaster"),
        ("Monday's quake will change how houses are built.", "disaster"),
    ],
)
def test_the_weekday_of_what_nobody_plans_has_passed(text: str, event_type: str, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [(mention["status"], mention["edtf"]) for mention in found] == [("happened", "2023-03-20")]


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("Karl Borg resigned in January and was later arrested.", "arrest", None),
        ("Karl Borg has denied the claims, but he resigned in January.", "rejection", None),
        ("One of the talks that we had last night was around the Norfield oil spill.", "disaster", None),
        ("Officials on Monday measured the damage wrought by the oil spill.", "disaster", None),
        ("Anna Vella presented the oil spill investigation last week.", "disaster", None),
        # what a day holds
        ("Karl Borg resigned in January and was arrested by police.", "arrest", "2023-01"),
        ("Karl Borg was received by Vella on Monday and later met the mayor.", "meeting", "2023-03-20"),
        ("An oil spill on Monday killed fish.", "disaster", "2023-03-20"),
    ],
)
def test_what_came_later_or_is_only_dealt_with_has_no_date_of_other_verbs(text, event_type, edtf, mentions_of) -> None:
    assert {m["edtf"] for m in mentions_of(text) if m["event_type"] == event_type} in (
        {edtf},
        set() if edtf is None else {edtf},
    )


def test_an_adjective_may_stand_before_the_year_of_an_event(mentions_of):
    found = mentions_of("The talks are the first since the deadly 2005 explosion at the Borg refinery in Norfield.")
    assert [str(item["start_date"]) for item in found if item["event_type"] == "disaster"] == ["2005-01-01"]
