"""Small words that decide whether and by whom something was done: likely, should, said no, against, goes on behind "and"."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The farmers are unlikely to sue Malta on Friday.", "charge"),
        ("Rebels are unlikely to take the mayor hostage in Malta.", "attack"),
        ("A guy named Karl Borg is the leader of the choir.", "appointment"),
        ("Sales should turn positive by May, Karl Borg said; he said on Monday Malta should turn green.", "demand"),
        ("Anna Borg said on Monday that workers should be excited.", "demand"),
        ("Karl Borg said on Monday that no decision was made on the plans.", "rejection"),
        ("Karl Borg learned from hearing “no” all day on Monday.", "trial"),
        ("Three people were killed on Monday in an explosion caused by a gas leak.", "attack"),
        ("Troops fire at a truck in Norfield on Monday.", "disaster"),
        ("The plan gives banks time to raise funds in Malta.", "aid"),
        ("Karl Borg asked not to be named on Monday.", "demand"),
        ("The Federal Bureau of Investigation launched raids in Malta on Monday.", "investigation"),
        ("A bottle was found, left on the desk of her office in Malta by a man.", "resignation"),
        ("Low prices encouraged shoppers in Malta to buy on Monday.", "demand"),
        ("No bank of Malta has been sued.", "charge"),
        ("There are no soldiers fighting in Malta on Monday.", "attack"),
        ("It was too soon to sue Malta, Karl Borg said on Monday.", "charge"),
        ("If that bill becomes law, Malta will pay.", "legislation"),
        ("Elected officials of Malta like trains.", "election"),
        ("The loss was due to charges in the quarter of 3 million dollars for trains.", "charge"),
        ("Karl Borg said of the cuts approved by Congress on Monday that they were fine.", "speech"),
        ("Shares of Borg Steel shot past their record on Monday in Malta.", "attack"),
        ("Karl Borg said Malta should begin seeing growth.", "demand"),
        ("Stocks rose 3 percent on Monday in a spring rally of the index from a low on March 9.", "protest"),
        ("The July contract expired on Monday in Malta.", "agreement"),
        ("The group is resigning itself to lower prices in Malta.", "resignation"),
        ("The minister waits for the soon-to-be released figures in Malta.", "publication"),
        ("Karl Borg insisted on Thursday there was no risk in Malta.", "demand"),
        ("Norfield Rail Inc had requested a meeting on Monday.", "meeting"),
        ("People from Malta commuted to Rome on Monday.", "release"),
        ("Embargoed until Monday, March 27, 2023 in Malta.", "sanction"),
        ("The study is preliminary until published in a journal.", "publication"),
        ("Children in Malta have an equal shot on Monday.", "attack"),
        ("Ministers, resigned to their fate, went home on Monday.", "resignation"),
        ("The council acted on Monday to meet both the threats that Malta poses and others.", "meeting"),
        ("Norfield Rail will meet its urgent freight needs on Monday.", "meeting"),
        ("I told you I'd appoint people of Malta to the council.", "demand"),
        ("The prosecutor asked for a fine of 500 euros on Monday in Malta.", "sanction"),
        ("The judge heard a motion for a new trial on Monday in Malta.", "trial"),
    ],
)
def test_small_words_unmake_an_event(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}


def test_an_awaited_speech_is_planned(mentions_of) -> None:
    [mention] = mentions_of("Farmers in Malta were awaiting a speech by Karl Borg.")
    assert mention["status"] == "planned"


def test_the_day_on_which_somebody_was_told_is_not_that_of_what_was_told(mentions_of) -> None:
    mentions = mentions_of("Karl Borg told reporters in Rome on Monday Malta would sue Norfield Rail Inc.")
    assert [mention["start_date"] for mention in mentions if mention["event_type"] == "charge"] == [None]


def test_an_earthquake_is_meant_also_where_markets_fall(mentions_of) -> None:
    found = mentions_of("Prices and shares fell after the March 11 earthquake and tsunami in Malta.")
    assert "disaster" in {mention["event_type"] for mention in found}


def test_what_is_likely_is_planned(mentions_of) -> None:
    [mention] = mentions_of("The farmers are likely to sue Malta on Friday.")
    assert mention["status"] == "planned"


@pytest.mark.parametrize(
    ("sentence", "event_type", "start"),
    [
        ("Borg Steel made an offer in March 2022 to buy Norfield Rail Inc.", "agreement", None),
        ("Hackers attacked ships by a flaw in systems first disclosed in May 2022.", "attack", None),
        ("According to the indictment, on March 6 a car was seen in Malta.", "charge", None),
        ("Karl Borg faces trial Thursday in Malta for fraud.", "trial", "2023-03-23"),
    ],
)
def test_a_date_belongs_to_the_word_it_stands_with(sentence, event_type: str, start: str | None, mentions_of) -> None:
    starts = [mention["start_date"] for mention in mentions_of(sentence) if mention["event_type"] == event_type]
    assert [str(day) if day else None for day in starts] == [start]


@pytest.mark.parametrize(
    ("sentence", "event_type", "role", "names"),
    [
        ("Borg Steel was hit with a lawsuit on Monday by farmers.", "charge", "target", {"Borg Steel"}),
        ("Borg Steel gave few details of the attacks on Monday.", "attack", "source", set()),
        ("The Norfield Court sentenced Karl Borg for murdering Anna Borg.", "attack", "source", {"Karl Borg"}),
        ("There was a car bombing near Rome, Italy, on Monday.", "attack", "source", set()),
        ("Norfield Rail accused its partners of fraud in Malta.", "accusation", "target", {"its partners"}),
        ("Norfield Rail fired its British boss Karl Borg in March.", "resignation", "target", {"Karl Borg"}),
        (
            "Deputy Secretary of State for Asian Affairs Dr. Karen Borgward will visit Malta.",
            "visit",
            "source",
            {"Karen Borgward"},
        ),
        (
            "Karl Borg said the fund would cut its forecast and criticized ministers on Monday.",
            "accusation",
            "source",
            {"Karl Borg"},
        ),
        (
            "Prosecutors filed an indictment with the Norfield Court against Karl Borg on Monday.",
            "charge",
            "target",
            {"Karl Borg"},
        ),
        (
            "The Secretary for Democracy and Human Rights Uzra Borgward travelled to Malta on Monday.",
            "visit",
            "source",
            {"Uzra Borgward"},
        ),
    ],
)
def test_who_did_it_to_whom(sentence: str, event_type: str, role: str, names: set[str], mentions_of) -> None:
    found = {
        actor["name"]
        for mention in mentions_of(sentence)
        if mention["event_type"] == event_type
        for actor in mention["actors"]
        if actor["role"] == role
    }
    assert found == names


def test_a_short_form_of_a_verb_is_no_name(mentions_of) -> None:
    mentions = mentions_of("We’ve met the king of Malta. I’m told Anna Borg sued Malta on Monday.")
    names = {actor["name"] for mention in mentions for actor in mention["actors"]}
    assert names.isdisjoint({"We’ve", "I’m"})


def test_a_month_right_behind_a_past_verb_is_the_last_one(mentions_of) -> None:
    [mention] = mentions_of("The council proposed in December that Malta should leave the bloc.")
    assert (str(mention["start_date"]), str(mention["end_date"])) == ("2022-12-01", "2022-12-31")


def test_the_year_of_an_occasions_name_dates_nothing_else(mentions_of) -> None:
    [mention] = mentions_of('Karl Borg threatened to sue Malta at the 2023 "World of Trains" fair.')
    assert mention["start_date"] is None


def test_a_heading_tells_no_event_by_a_verb_at_its_end(mentions_of) -> None:
    assert mentions_of("Armed conflicts and attacks\n\nKarl Borg likes trains in Malta.") == []
