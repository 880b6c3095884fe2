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
        ("Anna Borg is rounding up the odds on Monday.", "arrest"),
        ("The posters of the new left party were praised on Monday.", "resignation"),
        ("The report on Malta, which Karl Borg read, was released on Monday.", "release"),
        ("Malta imposed a three-year freeze on spending on Monday.", "sanction"),
        ("The panel will be charged with balancing the budget of Malta.", "charge"),
        ("A trial of the pill against diabetes ended on Monday in Malta.", "trial"),
        ("Karl Borg was named in the proxy statement on Monday.", "speech"),
        ("The deal confirms the appeal of the league to airlines.", "demand"),
        ("Karl Borg vowed on Monday to fight calls for a tax.", "attack"),
    ],
)
def test_words_of_business_name_no_event(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Karl Borg was sentenced on Monday following his guilty plea in July.", "trial"),
        ("The court of Malta declined on Monday to hear the appeal of Karl Borg.", "verdict"),
        ("Anna Borg declined the invitation of Malta on Monday.", "rejection"),
        ("Karl Borg suggested on Monday that Malta should leave the bloc.", "demand"),
        ("Karl Borg told Anna Borg on Monday that Malta needs to act.", "demand"),
        ("Rebels shot up to ten villagers in Malta on Monday.", "attack"),
        ("The king gave an address in Rome on Monday.", "speech"),
        ("The president dismissed the minister on Monday as head of the army.", "resignation"),
        ("The fund will lend up to 6 billion euros to Malta.", "aid"),
        ("Karl Borg did not mention the summit in Rome on Monday.", "meeting"),
        ("Karl Borg said on Monday that Malta must be willing to talk.", "demand"),
        ("Police rounded up twelve farmers on Monday in Malta.", "arrest"),
        ("The minister left the party on Monday.", "resignation"),
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
        ("The trip will focus on trade with Malta.", "visit", "planned"),
        ("The programme will include talks with the minister of trade, Karl Borg, and a visit.", "visit", "planned"),
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


@pytest.mark.parametrize(
    ("text", "event_type", "actors"),
    [
        (
            "Norfield Rail NRFR.UL sued Borg Steel Inc BRGS.PK on Monday.",
            "charge",
            {("Norfield Rail", "source"), ("Borg Steel Inc", "target")},
        ),
        (
            "Northern Steel Corp grew. The plant will be open by then, NS said in a statement.",
            "speech",
            {("Northern Steel Corp", "speaker")},
        ),
        ("The banks bailed out by the state of Malta on Monday are sound.", "aid", {("banks", "target")}),
        (
            "Karl Borg rejected claims by Anna Borg on Monday.",
            "rejection",
            {("Karl Borg", "source"), ("Anna Borg", "target")},
        ),
        ("The comments from Karl Borg on Monday were angry.", "speech", {("Karl Borg", "speaker")}),
        (
            "Karl Borg said trade was hurt and called for reforms on Monday.",
            "demand",
            {("Karl Borg", "source")},
        ),
    ],
)
def test_who_takes_part_in_company_news(text: str, event_type: str, actors: set[tuple[str, str]], mentions_of) -> None:
    found = {
        (actor["name"], actor["role"])
        for mention in mentions_of(text)
        if mention["event_type"] == event_type
        for actor in mention["actors"]
    }
    assert actors <= found


def test_whom_a_gerund_behind_by_hits_does_nothing(mentions_of) -> None:
    mentions = mentions_of("Karl Borg was convicted on Monday of killing a man by hitting Anna Borg's car.")
    assert ("Anna Borg", "source") not in {(a["name"], a["role"]) for mention in mentions for a in mention["actors"]}


def test_a_city_is_no_party_to_a_meeting_there(mentions_of) -> None:
    [mention] = mentions_of("Officials of Malta met in the small port city of Norfield on Monday.")
    assert "Norfield" not in {actor["name"] for actor in mention["actors"]}


def test_headlines_of_other_articles_are_no_events_of_this_one(mentions_of) -> None:
    text = (
        "Karl Borg was arrested on Monday in Rome.\n\nLatest Posts\nMan Sentenced to Ten Years for Murder of Teacher\n"
        "June 9, 2026\nPolice Arrest Twelve Farmers in Norfield\n\nAnna Borg was charged with fraud on Monday."
    )
    assert sorted(mention["trigger"] for mention in mentions_of(text)) == ["arrested", "charged"]


def test_a_justice_is_somebody_one_stands_before(mentions_of) -> None:
    [mention] = mentions_of("Karl Borg pleaded guilty to fraud before Justice Stone on March 6, 2023.")
    assert str(mention["start_date"]) == "2023-03-06"


def test_charges_are_brought_against_somebody(mentions_of) -> None:
    (mention,) = mentions_of("Charges were brought on Monday against Anna Zammit.")
    assert (mention["event_type"], [actor["name"] for actor in mention["actors"]]) == ("charge", ["Anna Zammit"])
