"""When: which date belongs to which event, and none where the text gives none."""

from datetime import date

import pytest


def interval(mentions, event_type: str):
    mention = next(mention for mention in mentions if mention["event_type"] == event_type)
    return mention["start_date"] and (mention["start_date"].isoformat(), mention["end_date"].isoformat()), mention[
        "date_basis"
    ]


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "end", "basis"),
    [
        ("The prime minister resigned on Monday.", "resignation", "2023-03-20", "2023-03-20", "relative"),
        ("Malta held a referendum in May 2011.", "election", "2011-05-01", "2011-05-31", "explicit"),
        ("Last month, the ministry published a report.", "publication", "2023-02-01", "2023-02-28", "relative"),
        ("The king arrived in Rome on Monday on a three-day visit.", "visit", "2023-03-20", "2023-03-22", "relative"),
        ("Macron is to visit Cairo on Thursday.", "visit", "2023-03-23", "2023-03-23", "relative"),
        ("Macron met publishers this week.", "meeting", "2023-03-20", "2023-03-21", "relative"),
        ("Police arrested a man in late February.", "arrest", "2023-02-21", "2023-02-28", "relative"),
        ("Rebels attacked the town over the weekend.", "attack", "2023-03-18", "2023-03-19", "relative"),
        ("Over the weekend, Karl Borg resigned.", "resignation", "2023-03-18", "2023-03-19", "relative"),
        ("Riots broke out in Rome in May.", "protest", "2022-05-01", "2022-05-31", "relative"),
        ("Karl Borg visited Rome in May.", "visit", "2022-05-01", "2022-05-31", "relative"),
        ("Talks will open in Rome in May.", "meeting", "2023-05-01", "2023-05-31", "relative"),
        (
            "The king arrived in Rome on Monday, just days after prosecutors charged his brother with fraud.",
            "charge",
            "2023-03-13",
            "2023-03-20",
            "event",
        ),
        (
            "Protesters block a road during a demonstration, in Lima, Peru, March 4, 2023.",
            "protest",
            "2023-03-04",
            "2023-03-04",
            "explicit",
        ),
        (
            "Malta condemned last month's raid on the paper and the arrest of its owner Karl Borg.",
            "arrest",
            "2023-02-01",
            "2023-02-28",
            "relative",
        ),
        ("A court convicted him on Friday of the attack in 2019.", "verdict", "2023-03-17", "2023-03-17", "relative"),
        (
            "Malta has been calm since 2005, when Libya withdrew its ambassador.",
            "diplomatic_break",
            "2005-01-01",
            "2005-12-31",
            "explicit",
        ),
        (
            "The bank kept its rates at its first meeting of 2023 last week.",
            "meeting",
            "2023-03-13",
            "2023-03-19",
            "relative",
        ),
        (
            "Mr Borg, at a press conference after yesterday's hearing, said the case was closed.",
            "speech",
            "2023-03-20",
            "2023-03-20",
            "relative",
        ),
        ("Officials praised the October 23 ceasefire agreement.", "ceasefire", "2022-10-23", "2022-10-23", "relative"),
        ("The king visited Rome earlier this month.", "visit", "2023-03-01", "2023-03-21", "relative"),
        ("The king will visit Rome later this month.", "visit", "2023-03-21", "2023-03-31", "relative"),
        (
            "Borg was sentenced to prison on Friday for killing a guard.",
            "verdict",
            "2023-03-17",
            "2023-03-17",
            "relative",
        ),
        (
            "President Karl Borg flew to Rome for the general assembly, which took place last week.",
            "visit",
            "2023-03-13",
            "2023-03-19",
            "relative",
        ),
        (
            "Norfield reported higher adjusted earnings on Monday.",
            "publication",
            "2023-03-20",
            "2023-03-20",
            "relative",
        ),
        ("Norfield reported unaudited results on Monday.", "publication", "2023-03-20", "2023-03-20", "relative"),
        (
            "They mourned the November 5, 2009, shooting in Malta.",
            "attack",
            "2009-11-05",
            "2009-11-05",
            "explicit",
        ),
        (
            "As a result of Saturday's unrest, twenty people were arrested.",
            "arrest",
            "2023-03-18",
            "2023-03-18",
            "relative",
        ),
        (
            "Borg appeared before the judge on Monday and is expected to plead guilty on Thursday.",
            "trial",
            "2023-03-20",
            "2023-03-20",
            "relative",
        ),
    ],
)
def test_the_governing_date_is_the_events(
    sentence: str, event_type: str, start: str, end: str, basis: str, mentions_of
) -> None:
    assert interval(mentions_of(sentence), event_type) == ((start, end), basis)


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Twelve soldiers were killed in an ambush, the army said on Sunday.", "attack"),
        ("The prime minister has resigned.", "resignation"),
        ("Macron, who was born in 1977, condemned the decision.", "accusation"),
        ('France condemned the decision and said: "Today we are sad."', "accusation"),
        ("The council votes to withdraw its mission from Malta on December 31, 2026.", "vote"),
        ("The ministry published budgets up to 2025.", "publication"),
        ("The panel submitted a request for papers, scheduled for this week.", "demand"),
        ("The envoy will meet members of the government elected in January 2020.", "meeting"),
        ("Critics blamed the mayor for taking bribes in 2009.", "accusation"),
        ("Borg, the fugitive arrested by Maltese police, lost an appeal on Monday.", "arrest"),
        ("A court sentenced Borg to prison on Friday for driving his car into a crowd of protesters.", "attack"),
    ],
)
def test_no_day_is_invented(sentence: str, event_type: str, mentions_of) -> None:
    assert interval(mentions_of(sentence), event_type)[0] is None


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        (
            "The genocide of 1994 changed Rwanda. Peace came years later. Borg mourned the genocide in Rwanda.",
            "genocide",
            "1994-01-01",
        ),
        (
            "The president of Malta will visit Rome on Monday. The palace is old. The president of Malta will then visit Rome again.",
            "visit",
            "2023-03-27",
        ),
    ],
)
def test_what_refers_back_has_the_date_of_what_it_means(text: str, trigger: str, start: str, mentions_of) -> None:
    dates = [mention["start_date"] for mention in mentions_of(text) if mention["trigger"] == trigger]
    assert len(dates) == 2
    assert {day and day.isoformat() for day in dates} == {start}


def test_dates_of_the_noun_told_of_by_what_follows_it(mentions_of) -> None:
    for text in (
        "She was caught in the heavy shooting that took place on 11 March.",
        "The multiple murder that took place on 11 March shocked Malta.",
        "A panel was made last week to solve the double murder perpetrated on 11 March in Malta.",
        "A bomb attack on the pipeline, which caused a large spill, was carried out on 11 March.",
        "The attack took place at 2100 on 11 March.",
        "He died on 11 March as a consequence of a terrorist attack.",
    ):
        assert interval(mentions_of(text), "attack")[0] == ("2023-03-11", "2023-03-11"), text


def test_a_year_that_only_counts_gives_way_to_the_day(mentions_of) -> None:
    text = "The army today carried out its sixth attack this year against the pipeline."
    assert interval(mentions_of(text), "attack")[0] == ("2023-03-21", "2023-03-21")


def test_who_is_quoted_spoke_on_the_day_of_the_quotation(mentions_of) -> None:
    text = "Anna Borg denied any wrongdoing. A magazine quoted Borg on Saturday as saying that she was calm."
    assert interval(mentions_of(text), "rejection") == (("2023-03-18", "2023-03-18"), "inherited")


def test_the_date_of_a_header_is_no_events_date(mentions_of) -> None:
    text = " date 2023-03-21 The prime minister resigned after a vote.\n\nMinisters were surprised."
    assert interval(mentions_of(text), "resignation")[0] is None


def test_a_speaker_goes_on_saying_things_on_the_same_day(mentions_of) -> None:
    text = (
        "Olaf Scholz on Monday urged Serbia to act. Roads were busy. Scholz also condemned the attack on the village."
    )
    assert interval(mentions_of(text), "accusation") == (("2023-03-20", "2023-03-20"), "inherited")


def test_the_lines_of_a_chronicle_have_the_dates_of_their_entries(mentions_of) -> None:
    text = "March 1 - Protesters block roads.\nMarch 5 - The army enters the city.\n-- Rebels capture the airport.\nMarch 9 - The president resigns."
    found = [(mention["event_type"], mention["start_date"]) for mention in mentions_of(text)]
    assert ("attack", date(2023, 3, 5)) in found
    assert ("resignation", date(2023, 3, 9)) in found


def test_entries_of_a_chronicle_need_no_lines_of_their_own(mentions_of) -> None:
    text = (
        "Malta sank into crisis within a year. 3 May : Rebels capture the airport 19 July: Italy closes its embassy in "
        'Valletta after riots August 8-9 - Protesters block roads. "We urge Borg to go," Anna Vella said.'
    )
    found = {(mention["event_type"], mention["edtf"], mention["status"]) for mention in mentions_of(text)}
    assert found >= {
        ("attack", "2022-05-03", "happened"),
        ("diplomatic_break", "2022-07-19", "happened"),
        ("protest", "2022-08-08/2022-08-09", "happened"),
    }


def test_entries_to_come_stay_ahead_and_what_follows_the_last_one_is_not_of_it(mentions_of) -> None:
    text = "March 1 - Protesters block roads.\nMarch 5 - The army enters the city.\nApril 9 - Malta holds elections.\nThe president resigned."
    found = [(mention["event_type"], mention["edtf"], mention["status"]) for mention in mentions_of(text)]
    assert ("election", "2023-04-09", "planned") in found
    assert ("resignation", None, "happened") in found


def test_days_that_go_on_with_a_sentence_begin_no_entries(mentions_of) -> None:
    text = "The rebels attacked Valletta on May 3: Borg resigned, and by May 4 - Mother's day - and from May 5 - The day of the saint - Malta voted."
    assert [mention["edtf"] for mention in mentions_of(text) if mention["event_type"] == "resignation"] != [
        "2022-05-03"
    ]
    assert len({(mention["sentence_start"], mention["sentence_end"]) for mention in mentions_of(text)}) == 1


def test_without_a_publication_day_only_written_dates_count(mentions_of) -> None:
    text = "Malta held a referendum in May 2011. The prime minister resigned on Monday."
    mentions = mentions_of(text, published=None)
    assert interval(mentions, "election")[0] == ("2011-05-01", "2011-05-31")
    assert interval(mentions, "resignation")[0] is None


def test_what_is_demanded_at_a_dated_meeting_was_demanded_then(mentions_of) -> None:
    text = "A crowd gathered on Monday for the first council meeting. Many at the emotionally charged meeting called for the mayor to go."
    assert interval(mentions_of(text), "demand") == (("2023-03-20", "2023-03-20"), "inherited")


def test_what_was_said_in_a_letter_was_not_said_with_the_rest(mentions_of) -> None:
    text = "President Karl Borg condemned the strike on Monday. In a letter to the king, Borg blamed the union."
    found = [mention["start_date"] for mention in mentions_of(text) if mention["trigger"] == "blamed"]
    assert found == [None]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Gunmen attacked the town between 1100 and 1200 on Monday.", {("2023-03-20", "2023-03-20")}),
        ("Karl Borg visited Malta from March 13 to 15.", {("2023-03-13", "2023-03-15")}),
        ("The council met in Lyon in 1245.", {("1245-01-01", "1245-12-31")}),
    ],
)
def test_hours_are_no_years_and_days_no_hours(sentence: str, days: set, mentions_of) -> None:
    assert {(str(m["start_date"]), str(m["end_date"])) for m in mentions_of(sentence)} == days


def test_this_week_said_on_a_sunday_of_what_is_planned_is_the_week_that_begins(mentions_of) -> None:
    found = mentions_of("The law is to take effect this week.", published=date(2023, 3, 19))
    assert interval(found, "legislation")[0] == ("2023-03-19", "2023-03-25")


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("A lawsuit against the town was thrown out on Monday.", "charge"),
        ("An investigation found that sales rose in February above a year ago.", "publication"),
        ("A survey of the institute showed that sales rose in February.", "publication"),
        ("The king signed into law a bill pardoning officers accused of abuses committed in 1988.", "legislation"),
        ("The council pardoned rebels for crimes committed between 1980 and 2000.", "release"),
    ],
)
def test_the_end_of_a_case_and_a_comparison_date_nothing_else(sentence: str, event_type: str, mentions_of) -> None:
    assert all(m["start_date"] is None for m in mentions_of(sentence) if m["event_type"] == event_type)


def test_a_year_of_birth_dates_no_event(mentions_of) -> None:
    [found] = mentions_of("The board appointed Karl Borg (*1963) as the new director.")
    assert found["start_date"] is None


def test_what_happened_does_not_inherit_a_day_to_come(mentions_of) -> None:
    text = "Anna Vella will visit Rome on Friday. To this point, she had only visited Malta."
    found = {item["status"]: item["edtf"] for item in mentions_of(text) if item["event_type"] == "visit"}
    assert found == {"planned": "2023-03-24", "happened": None}


@pytest.mark.parametrize(
    "sentence", ["A winter storm killed 12 people in Texas.", "It was the fourth heatwave of the summer."]
)
def test_the_season_of_the_weather_is_no_date(sentence, mentions_of) -> None:
    assert [mention["edtf"] for mention in mentions_of(sentence)] == [None]


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "end"),
    [
        ("Malta signed the treaty this year.", "agreement", "2023-01-01", "2023-03-21"),
        ("Malta will sign the treaty this year.", "agreement", "2023-03-21", "2023-12-31"),
    ],
)
def test_of_the_present_year_an_event_has_the_part_on_its_side_of_publication(
    sentence, event_type, start, end, mentions_of
):
    (mention,) = [item for item in mentions_of(sentence) if item["event_type"] == event_type]
    assert (str(mention["start_date"]), str(mention["end_date"])) == (start, end)
