"""Words of news in their everyday senses: trips, calls, warnings, strikes, businesses that are left, efforts against a fire."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Dozens of lenders quit the industry on Monday.", "resignation"),
        ("Borg Steel quit the phone business on Monday.", "resignation"),
        ("Authorities issued a tsunami warning on Monday.", "threat"),
        ("Officials warned on Monday that the river could burst its banks.", "threat"),
        ("The ministry warned on Monday that thousands could starve.", "threat"),
        ("The airline warned on Monday that flights may be cancelled.", "threat"),
        ("The airline cancelled 100 flights on Monday because of a strike.", "attack"),
        ("Drivers were allowed a free trip over the bridge on Monday.", "visit"),
        ("The bus was on a trip to Rome on Monday.", "visit"),
        ("The tourist flew to Rome on Monday.", "visit"),
        ("The firm cut the price of phone calls on Monday.", "call"),
        ("The mayor told reporters by phone on Monday that it was cold.", "call"),
        ("A call to the lawyer on Monday was not returned.", "demand"),
        ("The bill called on Monday for troops to leave.", "meeting"),
        ("The firm is close to meeting demand for its cars.", "meeting"),
        ("The firm had trouble meeting orders on Monday.", "meeting"),
        ("The driver was treated for minor injuries and released on Monday.", "release"),
        ("The firm launched image search on Monday.", "investigation"),
        ("The inquiry found on Monday that police had lied.", "investigation"),
        ("The treaty calls for Malta to withdraw.", "demand"),
        ("The fish were beheaded on the dock on Monday.", "attack"),
        ("Crews tried to put out the fire on Monday.", "disaster"),
        ("Officials expect to plug the leak by Friday.", "disaster"),
    ],
)
def test_an_everyday_sense_is_no_event(text: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The minister quit on Monday.", "resignation"),
        ("Dozens of lawmakers quit the party on Monday.", "resignation"),
        ("Karl Borg, who quit on Monday, smiled.", "resignation"),
        ("Malta warned on Monday that it would strike Norway.", "threat"),
        ("The airline cancelled 100 flights because of a strike by pilots on Monday.", "protest"),
        ("A strike at the port ended on Monday.", "protest"),
        ("The minister flew to Rome on Monday.", "visit"),
        ("Karl Borg held a phone call with Anna Vella on Monday.", "call"),
        ("Police launched a search for the boy on Monday.", "investigation"),
        ("Malta called on Monday for troops to leave.", "demand"),
        ("Firefighters battled the blaze on Monday.", "disaster"),
        ("A report showed on Monday that hunger had grown.", "publication"),
        ("A leaked report said on Monday that the army had lost 200 men.", "publication"),
        ("The inquiry found on Monday that police had lied.", "publication"),
        ("Inflation rose to 2 percent, Eurostat said on Monday.", "publication"),
    ],
)
def test_the_same_words_in_the_sense_of_news_are_one(text: str, event_type: str, mentions_of) -> None:
    found = {(mention["event_type"], mention["edtf"]) for mention in mentions_of(text)}
    assert (event_type, "2023-03-20") in found


def test_who_makes_a_peace_proposal_is_its_source_and_who_rejects_it_its_target(mentions_of, roles_of) -> None:
    found = mentions_of("Malta rejected a ceasefire proposal from Norway on Monday.")
    assert roles_of(found, "peace_plan") == [{("Norway", "source"), ("Malta", "target")}]
