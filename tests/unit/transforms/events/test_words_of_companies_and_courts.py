"""Words in the news of companies, markets and courts that name an event elsewhere; and the same words where they do."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Karl Borg is charged with fraud, with sentencing enhancements for a loss of 2 million dollars.", "verdict"),
        ("Karl Borg was sentenced on Monday following his guilty plea in July.", "demand"),
        ("Anna Borg declined to name the farmers on Monday.", "rejection"),
        ("Loans declined to the lowest level since April, Malta said on Monday.", "rejection"),
        ("Borg Steel has a new outlook calling for a rise in sales of 3 percent.", "demand"),
        ("A trader in Malta, who requested anonymity, spoke of losses.", "demand"),
        ("Karl Borg did not return requests on Monday for comment.", "demand"),
        ("Karl Borg did not immediately return a phone call on Monday.", "call"),
        ("Figures on Monday suggested that Malta is on the mend.", "demand"),
        ('"That is no reason," shot back Karl Borg on Monday.', "attack"),
        ("Borrowing costs shot up in March in Malta.", "attack"),
        ("Police arrived at the address in Rome on Monday.", "speech"),
        ("Karl Borg slammed the brakes on Monday.", "accusation"),
        ("The president dismissed it on Monday as a game of the opposition.", "resignation"),
        ("Gold retreated on Monday from its record.", "withdrawal"),
        ("The broker executed trades for Karl Borg from March 2003 on.", "death"),
        ("The deal was killed by ministers on Monday.", "death"),
        ("Karl Borg showed on Monday the fall in total lending by banks in Malta.", "aid"),
        ("The blow caused the car of Anna Borg to land on the guardrail.", "visit"),
        ("The complete press release is available as a file from Borg Steel.", "publication"),
        ("The outage was a public relations disaster for Malta on Monday.", "disaster"),
        ('Anna Borg told CNN on Monday: "I\'m glad" to run the bank.', "demand"),
        ("Anna Borg told the paper on Monday that her plan to sell trains was sound.", "demand"),
        ("Borg Foods has committed itself to helping farmers.", "agreement"),
        ("The club offers a fine programme to support farmers in Malta.", "aid"),
        ("Karl Borg said on Monday that Malta should benefit from trade.", "demand"),
        ("Karl Borg said on Monday that Malta should be able to pay.", "demand"),
        ("For more information on Norfield, visit Norfield's site.", "visit"),
        ("To learn more about Malta, please visit norfield.com.", "visit"),
        ("Karl Borg did not issue a statement on Monday.", "speech"),
        ("Banks of Malta declined less on Monday.", "rejection"),
    ],
)
def test_words_of_business_name_no_event(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Karl Borg was sentenced on Monday following his guilty plea in July.", "trial"),
        ("The court of Malta declined on Monday to hear the appeal of Karl Borg.", "rejection"),
        ("Anna Borg declined the invitation of Malta on Monday.", "rejection"),
        ("Karl Borg suggested on Monday that Malta should leave the bloc.", "demand"),
        ("Karl Borg told Anna Borg on Monday that Malta needs to act.", "demand"),
        ("Rebels shot up to ten villagers in Malta on Monday.", "attack"),
        ("The king gave an address in Rome on Monday.", "speech"),
        ("The president dismissed the minister on Monday as head of the army.", "resignation"),
        ("The fund will lend up to 6 billion euros to Malta.", "aid"),
        ("Karl Borg did not mention the summit in Rome on Monday.", "meeting"),
        ("Karl Borg said on Monday that Malta must be willing to talk.", "demand"),
    ],
)
def test_the_same_words_name_one_elsewhere(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type in {mention["event_type"] for mention in mentions_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "event_type", "status"),
    [
        ("Anna Borg laid out her view ahead of a state visit by Karl Borg.", "visit", "planned"),
        ("These are excerpts from a speech Anna Borg will deliver in Rome.", "speech", "planned"),
        ("The bills are expected to be unveiled soon and become law by April.", "legislation", "planned"),
        ("The resignation of Karl Borg on Monday was due to poor health.", "resignation", "happened"),
        ("Ahead of the presidential election on Monday the parliament of Malta was calm.", "election", "happened"),
    ],
)
def test_what_lies_ahead_is_planned(sentence: str, event_type: str, status: str, mentions_of) -> None:
    assert status in {mention["status"] for mention in mentions_of(sentence) if mention["event_type"] == event_type}


@pytest.mark.parametrize(
    "text",
    [
        "Norfield, Inc. (NASDAQ: NRF), a leading maker of trains, today announced a new train.",
        "Norfield Rail (NYSE: NRF) (TSX: NRF) announced a new train on Monday.",
    ],
)
def test_a_company_is_named_and_not_its_code_at_an_exchange(text: str, mentions_of) -> None:
    names = {
        actor["name"] for mention in mentions_of(text) for actor in mention["actors"] if actor["role"] == "speaker"
    }
    assert len(names) == 1
    assert names <= {"Norfield Inc", "Norfield Rail"}


def test_a_justice_is_somebody_one_stands_before(mentions_of) -> None:
    [mention] = mentions_of("Karl Borg pleaded guilty to fraud before Justice Stone on March 6, 2023.")
    assert str(mention["start_date"]) == "2023-03-06"
