"""What is near, possible, not fixed yet or only forbidden is no event, and does not take the day of the verb beside it."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta and Norway are nearing an agreement.", "agreement"),
        ("The two sides neared a deal on Monday.", "agreement"),
        ("Norfield Inc is close to a deal with Borg Corp.", "agreement"),
        ("Norfield Inc is on the verge of an agreement with Borg Corp.", "agreement"),
        ("Karl Borg said he was confident of a deal with Norway.", "agreement"),
        ("Ministers were optimistic about an agreement with Malta.", "agreement"),
        ("Worries about an election in Malta hit stocks.", "election"),
        ("A deal with Norfield Inc could be announced on Monday, sources said.", "agreement"),
        ("An agreement between Malta and Norway might fall apart.", "agreement"),
        ("Traders believe that a deal with Norway would be reached.", "agreement"),
        ("Troops filled the town in an attempt to stave off further protests.", "protest"),
        ("A court hearing for Karl Borg has not been set.", "trial"),
        ("A meeting has not yet been arranged.", "meeting"),
        ("His trial has yet to begin.", "trial"),
        ("The talks between Malta and Norway have not resumed.", "meeting"),
        ("The election has not yet been held.", "election"),
        ("No date has been set for the trial.", "trial"),
        ("Parliament has yet to set a date for the election.", "election"),
        ("The scale used to measure earthquakes is unusual.", "disaster"),
        ("Insurance against floods is expensive.", "disaster"),
        ("The city imposed a ban on protests on Monday.", "protest"),
        ("Parliament passed a law against demonstrations on Monday.", "protest"),
        ("The court upheld restrictions on rallies on Monday.", "protest"),
        ("Markets fell on Tuesday as prospects faded for a military overthrow of Karl Borg.", "resignation"),
        ("Fears have grown of an attack on Malta.", "attack"),
        ("Norway threatened nuclear and missile strikes against Malta on Monday.", "attack"),
        ("The vote is to go ahead on Wednesday, and there are no scheduled talks with Norfield Inc.", "meeting"),
        ("Officials met in Valletta on Tuesday as floods threaten the harvest.", "threat"),
        ("The government announced measures as floods threaten the harvest.", "threat"),
        ("Karl Borg said hopes were slowly fading for a release of the hostages.", "release"),
        ("The outcome -- toppling Karl Borg -- is certain.", "resignation"),
        ("Vella said that the Monday ceasefire will not take place.", "ceasefire"),
        ("The vote on the accord did not happen on Monday.", "vote"),
        ("The priorities for this year include concluding a deal with Norfield Inc.", "agreement"),
        ("Karl Borg urged shareholders to act, aiming to force it to reopen talks with Norfield.", "meeting"),
        ("Prosecutors asked a judge to revoke his bail and detain Karl Borg on Monday.", "arrest"),
        ("The contract between Norfield Inc and the union expired on Monday.", "agreement"),
        ("There is no evidence that Karl Borg attacked the base on Monday.", "attack"),
        ("There was little sign that troops had left Norfield on Monday.", "withdrawal"),
        ("Karl Borg gave no indication he will resign on Monday.", "resignation"),
        ("Karl Borg received a warning he would be tried at a court in Oslo.", "visit"),
        ("The museum is proud to announce a festival on May 3.", "speech"),
        ("Norfield Inc is giving up, conceding defeat to a rival technology.", "election"),
        ("The board elected to defer his pay on Monday.", "appointment"),
        ("Strong confidence demonstrated through sales on Monday helped Norfield Inc.", "protest"),
        ("The survey was conducted between March 3 and March 7.", "publication"),
        ("The settlement struck with workers on Monday ends the case.", "protest"),
        ("The goal - ousting Karl Borg - remains the same.", "resignation"),
        ("Norway moved a step closer to imposing sanctions on Malta on Monday.", "sanction"),
        ("Norway moved a step closer on Monday to signing a treaty with Malta.", "agreement"),
        ("The board came nearer to dismissing Anna Vella on Monday.", "resignation"),
        ("Karl Borg sought to organise a summit in Oslo on Monday.", "meeting"),
        ("Karl Borg is trying to organise a summit in Oslo this week.", "meeting"),
        ("Anna Vella offered the town hall on Monday as a venue for the summit.", "meeting"),
        ("The judge shot down the request on Monday.", "attack"),
        ("Rebels shot down the proposal on Monday.", "attack"),
    ],
)
def test_what_is_near_possible_or_not_fixed_is_no_event(text, event_type, mentions_of) -> None:
    assert [m["trigger"] for m in mentions_of(text) if m["event_type"] == event_type] == []


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("The deal between Malta and Norway could boost trade.", "agreement", None),
        ("The agreement signed by Malta and Norway on Monday has not been ratified.", "agreement", "2023-03-20"),
        ("Talks held on Monday between Malta and Norway have not been resumed.", "meeting", "2023-03-20"),
        ("A ceasefire between the rebels and the army may not hold.", "ceasefire", None),
        ("Police launched a crackdown on protesters on Monday.", "attack", "2023-03-20"),
        ("The rebels' answer - attacking the base on Monday - came fast.", "attack", "2023-03-20"),
        ("The city imposed a ban on protests on Monday.", "legislation", "2023-03-20"),
        ("Malta lifted a ban on demonstrations on Monday.", "legislation", "2023-03-20"),
    ],
)
def test_what_is_known_took_place_and_a_ban_has_its_day(text, event_type, day, mentions_of) -> None:
    found = [(m["status"], m["edtf"]) for m in mentions_of(text) if m["event_type"] == event_type]
    assert found == [("happened", day)]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Karl Borg on Monday met rebel leaders fighting to oust Anna Vella.", "resignation"),
        ("Karl Borg on Monday met lawyers working to free Anna Vella.", "release"),
        ("Officers tried to topple Anna Vella on Monday.", "resignation"),
        ("Malta on Monday signed a deal allowing troops to leave Norfield.", "withdrawal"),
        ("The king on Monday signed a law allowing police to arrest preachers.", "arrest"),
        ("The council on Monday insisted on the immediate resignation of Anna Vella.", "resignation"),
        ("Rebels on Monday rejected a plan that did not involve Anna Vella's resignation.", "resignation"),
        ("Rebels on Monday set the resignation of Anna Vella as a condition for talks.", "resignation"),
    ],
)
def test_what_is_only_striven_for_allowed_or_insisted_on_has_not_come_about(text, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The court ruled for Karl Borg, allowing him to leave office on Monday.", "resignation"),
        ("Protesters gathered on Monday to demand the resignation of Anna Vella.", "demand"),
        ("The operation on Monday involved the arrest of 30 men.", "arrest"),
    ],
)
def test_what_came_of_it_has_come_about(text: str, event_type: str, mentions_of) -> None:
    assert event_type in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("Karl Borg denied speculation that he would resign on Monday.", "resignation", "denied"),
        ("Karl Borg dismissed the idea that troops would withdraw from Norfield on Monday.", "withdrawal", "denied"),
        ("Karl Borg dismissed talk he had resigned on Monday.", "resignation", "denied"),
        ("Karl Borg did not deny that he would resign on Monday.", "resignation", "planned"),
        ("There is no doubt that rebels attacked the base on Monday.", "attack", "happened"),
        ("With no word from Malta, rebels attacked the base on Monday.", "attack", "happened"),
        ("Norway faces an election on Sunday.", "election", "planned"),
        ("Norway faced an election on Sunday.", "election", "happened"),
        ("Rebels shot down a helicopter over the base on Monday.", "attack", "happened"),
    ],
)
def test_what_is_denied_is_no_plan_and_what_is_beyond_doubt_took_place(text, event_type, status, mentions_of) -> None:
    assert [item["status"] for item in mentions_of(text) if item["event_type"] == event_type] == [status]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The senate backed plans to restructure and buy Norfield Bank.", "agreement"),
        ("The army gave up its plan to surround the village and then attack it.", "attack"),
        ("The army dropped plans to march to Valletta and attack the port.", "attack"),
    ],
)
def test_a_second_verb_of_a_plan_has_not_come_about_either(text, event_type, mentions_of):
    assert {item["status"] for item in mentions_of(text) if item["event_type"] == event_type} <= {"planned"}


def test_what_was_done_afterwards_was_done(mentions_of):
    found = [
        (item["event_type"], item["status"])
        for item in mentions_of("Rebels met in Norfield and then attacked the port.")
    ]
    assert ("attack", "happened") in found
