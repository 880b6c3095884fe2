"""Days beside an event that are those of another deed: of an arrest before, of a crime, of what a court was asked."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("His assets were frozen following his December 11 arrest.", "sanction", None),
        ("His assets were frozen following his December 11 arrest.", "arrest", "2022-12-11"),
        ("Karl Borg spoke to the press after Monday's hearing.", "speech", "2023-03-20"),
        ("Karl Borg was convicted of the 1990 murder of his wife.", "verdict", None),
        ("A MAN IS CONVICTED OF 1990 REVENGE MURDER OF FRIEND", "verdict", None),
        ("Karl Borg was convicted of murder in 1990.", "verdict", "1990"),
        ("Karl Borg was indicted on charges stemming from a fire in May 2021.", "charge", None),
        ("Karl Borg was arrested on Monday on charges related to a fire in May 2021.", "arrest", "2023-03-20"),
        ("The court on Monday overturned the 2009 conviction of Karl Borg.", "verdict", "2023-03-20"),
        ("The court quashed the 2009 sentence of Karl Borg.", "verdict", None),
        ("The council on February 26 referred Borg's crackdown on protesters to the court.", "attack", None),
        ("Borg's crackdown on protesters was referred to the court in February.", "attack", None),
        ("Borg's crackdown on protesters began in February.", "attack", "2023-02"),
    ],
)
def test_the_day_of_another_deed_is_not_taken(text, event_type, edtf, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(text) if item["event_type"] == event_type] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("On Monday, Karl Borg declared that an emergency exists in Malta and ordered federal assistance.", "aid"),
        ("On Monday, Karl Borg announced that he would resign and named Anna Vella as minister.", "appointment"),
    ],
)
def test_a_teller_who_goes_on_behind_what_is_told_does_so_on_that_day(mentions_of, sentence, event_type):
    mention = next(item for item in mentions_of(sentence) if item["event_type"] == event_type)
    assert str(mention["start_date"]) == "2023-03-20"
    assert ("Karl Borg", "source") in {(actor["name"], actor["role"]) for actor in mention["actors"]}


@pytest.mark.parametrize(
    ("sentence", "event_type", "edtf"),
    [
        ("Norfield Inc fired the manager it hired in 2010.", "resignation", None),
        ("Anna Borg has quit the firm she founded in 1995.", "resignation", None),
        ("Karl Vella resigned from the party he later led in 1988.", "resignation", None),
        ("Anna Borg has struck a deal to buy the shop she opened in a garage in 1984.", "agreement", None),
        ("Rebels attacked the town they lost in May 2020.", "attack", None),
        ("Norfield Inc fired on Monday the manager it hired in 2010.", "resignation", "2023-03-20"),
        ("Norfield Inc fired the manager it hired in 2010 on Monday.", "resignation", "2023-03-20"),
        ("The army said it attacked the rebels on Sunday.", "attack", "2023-03-19"),
    ],
)
def test_a_date_behind_who_only_describes_a_noun_is_of_that_clause(sentence, event_type, edtf, mentions_of) -> None:
    days = [mention["edtf"] for mention in mentions_of(sentence) if mention["event_type"] == event_type]
    assert days == [edtf]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Prosecutors on Monday tied the general to the bombings.", None),
        ("A report on Monday linked the general to attacks on villages.", None),
        ("Prosecutors tied the general to the bombings on March 3.", "2023-03-03"),
    ],
)
def test_a_deed_that_somebody_is_tied_to_was_before_that_day(sentence, edtf, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(sentence) if item["event_type"] == "attack"] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Norfield Inc received 27 orders, up from just two in February.", None),
        ("Norfield Inc won orders for 260 planes, down from 300 planes in January, its website said.", None),
        ("Norfield Inc received 27 orders in February, up from just two.", "2023-02"),
    ],
)
def test_what_is_compared_with_another_month_is_not_of_that_month(sentence, edtf, mentions_of):
    assert [item["edtf"] for item in mentions_of(sentence) if item["event_type"] == "agreement"] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("In February, Norfield Inc announced plans to buy Vella Energy.", None),
        ("Norfield Inc announced in February plans to buy Vella Energy.", None),
        ("Norfield Inc announced plans to buy Vella Energy in May.", "2023-05"),
        ("Norfield Inc in May plans to buy Vella Energy.", "2023-05"),
    ],
)
def test_the_month_in_which_plans_were_told_of_is_not_that_of_what_is_planned(sentence, edtf, mentions_of):
    found = [item for item in mentions_of(sentence) if item["event_type"] == "agreement"]
    assert [(item["status"], item["edtf"]) for item in found] == [("planned", edtf)]


@pytest.mark.parametrize(
    ("sentence", "event_type", "edtf"),
    [
        ("Vella Energy objected on Monday to Norfield's takeover of its rival.", "agreement", None),
        ("The ministers agreed on Monday to a ceasefire in Malta.", "ceasefire", "2023-03-20"),
        ("On Monday Karl Borg travelled to the summit in Malta.", "meeting", "2023-03-20"),
        ("In a letter on Monday, the mayor asked for more details on the deal with Norfield Inc.", "agreement", None),
        ("Sales rose 4 percent in the fourth quarter, helped by the takeover of Vella Energy.", "agreement", None),
        ("He pleaded guilty on Monday to theft with a prior conviction.", "verdict", None),
        ("A lawyer for Norfield on Monday challenged a damages award to a widow.", "verdict", None),
        ("In light of the accident, Norfield Inc on Monday closed its mine.", "disaster", None),
        ("The merger could cut its costs in May.", "agreement", None),
        ("The chairman, who expects the merger to add to its profit in May, was in Malta.", "agreement", None),
        ("The merger closed in February.", "agreement", "2023-02"),
        ("Shareholders criticised the bailout plan on Monday.", "aid", None),
        ("Norfield's plan to buy Vella Energy hit a snag on Monday.", "agreement", None),
        ("The premier will meet on Thursday with a panel probing the fire.", "investigation", None),
        ("He described the leak at the plant on Monday as a disaster.", "disaster", "2023-03-20"),
        (
            'In a letter published in the Norfield Times on Monday headlined "Go", Borg denied it.',
            "publication",
            "2023-03-20",
        ),
    ],
)
def test_what_a_sentence_only_mentions_is_not_of_its_day(sentence, event_type, edtf, mentions_of) -> None:
    days = {item["edtf"] for item in mentions_of(sentence) if item["event_type"] == event_type}
    assert days <= {edtf}


@pytest.mark.parametrize(
    "sentence",
    [
        "Jurors on Monday found him guilty of two counts of arson and of one count of attempted murder.",
        "Karl Borg was convicted and found sane on Monday in the murder and attempted murder of his brothers.",
        "Karl Borg, 30, goes on trial on Monday for murdering a sailor with a kitchen knife.",
        "Karl Borg was arraigned on Monday for throwing a bomb into a shop, hiding a rifle and stabbing a clerk.",
    ],
)
def test_a_deed_was_before_the_day_on_which_somebody_answers_for_it(sentence, mentions_of) -> None:
    assert {item["edtf"] for item in mentions_of(sentence) if item["event_type"] == "attack"} <= {None}


def test_the_year_of_another_summit_is_not_that_of_the_one_spoken_of(mentions_of) -> None:
    text = "Borg attended the summit in 1990, his aide said. Karl Borg was the biggest loser of the summit, she said."
    assert {item["edtf"] for item in mentions_of(text) if item["sentence_start"] > 40} <= {None}


@pytest.mark.parametrize(
    ("sentence", "event_type", "edtf"),
    [
        ("Norway charged three bankers with fraud but anger grew on Monday in the capital.", "charge", None),
        ("The union pressed for more talks, saying output fell in February.", "demand", None),
        ("Police searched the house and arrested two men on Monday.", "arrest", "2023-03-20"),
        ("Police closed the road and later arrested two men on Monday.", "arrest", "2023-03-20"),
        ("The deal, announced on Monday by Borg and Vella, saves 300 jobs.", "agreement", "2023-03-20"),
    ],
)
def test_a_day_stays_in_the_clause_that_tells_of_something_else(sentence, event_type, edtf, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(sentence) if item["event_type"] == event_type] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The bank settled a lawsuit on Monday over its mortgage lending.", "agreement"),
        ("The committee backed a wage deal on Monday after a long strike.", "vote"),
        ("Karl Borg told a parliamentary inquiry on Monday that he knew nothing.", "speech"),
    ],
)
def test_a_verb_shares_the_day_with_the_noun_that_it_is_done_to(sentence, event_type, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(sentence) if item["event_type"] == event_type] == ["2023-03-20"]
