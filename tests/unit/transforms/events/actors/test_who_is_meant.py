"""Words that look like parts of a name or of a noun group, and persons whom a pronoun can or cannot mean."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


def names(text: str) -> list[str]:
    return [actor.name for actor in find_actors(text, split_sentences(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Steven A. Borg spoke. Police arrested Borg.", ["Steven A. Borg", "Police", "Steven A. Borg"]),
        ("Police captured rebel leader Oleg Borg.", ["Police", "Oleg Borg"]),
        ("The court jailed opposition leader Oleg Borg on Monday.", ["court", "Oleg Borg"]),
        ("Rebels ousted President Oleg Borg in May.", ["Rebels", "Oleg Borg"]),
        ("Russia's jailed opposition leader Oleg Borg spoke.", ["Oleg Borg"]),
        ("Norfield Vice Chairman Jim Press spoke.", ["Jim Press"]),
        ("Norfield Chairman and Chief Executive Karl Borg spoke.", ["Karl Borg"]),
        ("The President and Prime Minister Anna Vella spoke.", ["President", "Anna Vella"]),
        ("Norfield co-CEO Karl Borg spoke.", ["Karl Borg"]),
        ("Chairman Emeritus Karl Borg spoke.", ["Karl Borg"]),
        ("Borg, 75, pleaded guilty.", ["Borg"]),
        ("Norfield bought ABN AMRO in 2007.", ["Norfield", "ABN AMRO"]),
        ("Home Depot said it will open shops.", ["Home Depot", "Home Depot"]),
        ("British Columbia Premier Karl Borg spoke.", ["Karl Borg"]),
        ("The Sunday Times reported a theft.", ["Sunday Times"]),
        (
            "Norfield Corp sued Norfield Malta Ltd. Norfield said so.",
            ["Norfield Corp", "Norfield Malta Ltd", "Norfield Corp"],
        ),
        ("Norfield Inc grew, according to a company statement.", ["Norfield Inc", "Norfield Inc"]),
        ("Police searched the Stamford, Conn.-based firm.", ["Police"]),
    ],
)
def test_each_actor_of_a_sentence_is_named_once(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The defendant was caught. District Attorney Karl Borg spoke. He was sentenced on Monday.", "defendant"),
        ("Karl Borg fled to Malta. He was sentenced on Monday.", "Karl Borg"),
    ],
)
def test_who_is_sentenced_is_not_the_one_who_prosecutes(text: str, target: str, mentions_of) -> None:
    verdicts = [mention for mention in mentions_of(text) if mention["event_type"] == "verdict"]
    assert [[actor["name"] for actor in mention["actors"]] for mention in verdicts] == [[target]]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "The minister said he holds Karl Borg responsible for the attack on the town.",
            "attack",
            {("Karl Borg", "source")},
        ),
        (
            "The prosecutor is holding the defendant accountable for a brutal attack against a child.",
            "attack",
            {("defendant", "source"), ("child", "target")},
        ),
        (
            "The plan tells of its effects on women and girls and calls on the government to act.",
            "demand",
            {("government", "target")},
        ),
        ("The judge sued Malta, Gozo and Comino.", "charge", {("judge", "source"), ("Malta", "target")}),
        (
            "The council adopted a resolution on Malta, which calls on the government to act.",
            "demand",
            {("Malta", "target")},
        ),
        ("Persons ordered to leave Gozo appealed.", "demand", {("Persons", "target")}),
        (
            "Norfield answered by demanding that Malta drop its bid and accused Gozo of bad faith.",
            "accusation",
            {("Norfield", "source"), ("Gozo", "target")},
        ),
        ("Karl Borg announced Anna Vella's resignation on Friday.", "resignation", {("Anna Vella", "source")}),
        (
            "Critics questioned the logic of the president making a televised speech on Friday.",
            "speech",
            {("president", "speaker")},
        ),
        (
            "VALLETTA (Reuters) - Maltese carmaker Norfield ( NRF.N ) said it had asked a court to rule.",
            "demand",
            {("Norfield", "source"), ("court", "target")},
        ),
        (
            "Speaking to reporters at a briefing on Friday, Karl Borg told of the bank's plans.",
            "speech",
            {("Karl Borg", "speaker")},
        ),
        ("Norfield publishes its results on Friday.", "publication", {("Norfield", "source")}),
        ("It is part of the bill the Senate votes on Wednesday.", "vote", {("Senate", "source")}),
        (
            "Norfield named Karl Borg, general manager of its plants, as its new chief executive on Monday.",
            "appointment",
            {("Norfield", "source"), ("Karl Borg", "target")},
        ),
        (
            "The minister called on the music industry to allow retailers to sell songs.",
            "demand",
            {("minister", "source")},
        ),
    ],
)
def test_whoever_stands_beside_a_verb_need_not_be_its_subject(text, event_type, roles, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert found
    assert roles <= {(actor["name"], actor["role"]) for actor in found[0]["actors"]}
    sources = {actor["name"] for actor in found[0]["actors"] if actor["role"] == "source"}
    assert sources == {name for name, role in roles if role == "source"}


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("We will never forget the historic visit by President Karl Borg to Gozo in 1963.", "visit", ["happened"]),
        ("The minister will discuss the visit to Gozo in May.", "visit", ["planned"]),
        ("Norfield considered suing the bank.", "charge", []),
        ("Norfield started suing the bank.", "charge", ["happened"]),
        ("In a referendum I would vote for it.", "election", []),
        ("Karl Borg is accused of stabbing Anna Vella with a knife.", "attack", ["alleged"]),
        ("Even if lawmakers fail to reach a deal, nothing would change on May 2.", "agreement", []),
        ("The bank's board of directors remains committed to paying dividends.", "agreement", []),
        ("Growth fell from 3 percent in 2022, a Norfield poll showed.", "election", []),
        ("Norfield later backed out of that agreement.", "agreement", []),
        ("Three hikers were killed by a lightning strike.", "attack", []),
        ("Karl Borg said Malta should not raise such concerns.", "demand", []),
        ("Karl Borg said Malta should not join the union.", "demand", ["happened"]),
        ("There are no plans for an extraordinary meeting of the union.", "meeting", []),
        ("Talks with the bank failed to yield an agreement.", "agreement", []),
        ("The plan would go to the president and be signed into law.", "legislation", []),
        ("The announcement of new members is expected on Friday, Karl Borg said.", "speech", ["planned"]),
        ("His trial, set to start on Friday, is the first.", "trial", ["planned"]),
        ("Karl Borg was named in court papers as the head of a gang.", "appointment", []),
        ("Staff leaving the firm's offices in Malta declined to comment.", "resignation", []),
    ],
)
def test_what_is_only_considered_or_recalled_has_the_right_status(text, event_type, expected, mentions_of) -> None:
    assert [m["status"] for m in mentions_of(text) if m["event_type"] == event_type] == expected


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The panel is part of a deal struck between Malta and Gozo in January.", "agreement", ["2023-01"]),
        ("Shareholders will vote on the terms at meetings on April 8.", "vote", ["2023-04-08"]),
        ("Sales fell after the November earthquake in Malta.", "disaster", ["2022-11"]),
        ("His speech opened the way for the bank's decision in November to buy bonds.", "speech", [None]),
        ("The minister will address the nation about the spill on Friday.", "speech", ["2023-03-24"]),
        ("The minister will address the nation about the spill on Friday.", "disaster", []),
        ("The union will decide to cut output at its meeting on Friday.", "meeting", ["2023-03-24"]),
        ("Karl Borg pleaded guilty to fraud charges in 2012.", "trial", ["2012"]),
        ("Karl Borg, not a voter this year, told the council that Malta must act.", "demand", [None]),
        ("Norfield Bank, a lender being acquired by Borg Bank, on Monday said it lost money.", "agreement", []),
        (
            "Shoppers will spend more this season, according to a survey published by Norfield Bank.",
            "publication",
            [None],
        ),
    ],
)
def test_a_date_stays_with_the_words_it_stands_beside(text, event_type, expected, mentions_of) -> None:
    assert [m["edtf"] for m in mentions_of(text) if m["event_type"] == event_type] == expected


def test_who_is_praised_for_it_did_it(mentions_of) -> None:
    found = mentions_of("The minister came to Gozo on Friday to congratulate Malta on signing the accord.")
    [agreement] = [mention for mention in found if mention["event_type"] == "agreement"]
    assert agreement["actors"][0]["name"] == "Malta"


def test_an_acronym_that_is_also_a_title_ends_a_sentence() -> None:
    text = "Norfield was sued by the SEC. Meanwhile, SEC. Karl Borg resigned."
    assert [text[span.start : span.end] for span in split_sentences(text)] == [
        "Norfield was sued by the SEC.",
        "Meanwhile, SEC. Karl Borg resigned.",
    ]


def test_a_state_that_only_describes_a_company_is_not_hit_by_a_disaster(mentions_of) -> None:
    [leak] = mentions_of("U.S. oil company Norfield found oil near the site of a November leak.")
    assert leak["event_type"] == "disaster"
    assert "United States" not in [actor["name"] for actor in leak["actors"]]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Vella took over as chief executive of the bank on Monday.",
        "Anna Vella replaced Karl Borg as finance minister on Monday.",
        "Karl Borg was replaced by Anna Vella on Monday.",
    ],
)
def test_who_takes_office_appoints_nobody(text: str, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert [(actor["name"], actor["role"]) for actor in mention["actors"]] == [("Anna Vella", "source")]


@pytest.mark.parametrize(
    ("text", "event_type", "name"),
    [
        ("Italy declared an emergency on Monday. The government pledged aid to farmers.", "aid", "Italy"),
        ("In nearby Malta, the government ordered the men on Monday to leave.", "demand", "Malta"),
        ("Norwegian prices rose. A government report showed on Monday that wages fell.", "publication", "Norway"),
        (
            "Borg Steel ( BST.N ), the largest Swiss maker of rails, reported a loss on Monday.",
            "publication",
            "Borg Steel",
        ),
        ("Anna Waugh, the Norwegian envoy for Malta, resigned on Monday.", "resignation", "Anna Waugh"),
    ],
)
def test_a_government_is_its_state_and_an_apposition_no_further_actor(text, event_type, name, mentions_of) -> None:
    [mention] = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "source"] == [name]


@pytest.mark.parametrize(
    ("text", "event_type", "names"),
    [
        ("The ministry said that police arrested Karl Borg on Monday.", "arrest", {"police", "Karl Borg"}),
        ("The ministry said that rebels attacked the town on Monday.", "attack", {"rebels"}),
        ("Malta sent no delegates to the summit in Rome on Monday.", "meeting", {"Malta"}),
        (
            "The Federal Department of Foreign Affairs wrote on Monday. The Department condemned the attack in Mali.",
            "accusation",
            {"Federal Department of Foreign Affairs"},
        ),
        ("Kappel Pharmaceuticals rose. Kappel sued the state on Monday.", "charge", {"Kappel Pharmaceuticals"}),
    ],
)
def test_who_acts_behind_that_and_by_a_short_name(text: str, event_type: str, names: set[str], mentions_of) -> None:
    [mention] = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert {actor["name"] for actor in mention["actors"]} == names


def test_what_a_group_claims_of_itself_is_alleged(mentions_of) -> None:
    [mention] = mentions_of("The group claims it killed 200 soldiers on Sunday.")
    assert (mention["status"], mention["edtf"]) == ("alleged", "2023-03-19")
