"""Deals, settlements and talks: between whom they are, and who only speaks or decides of them."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "edtf", "names"),
    [
        ("Norfield Bank settled with Borg Airlines in 2010.", "agreement", "2010", {"Norfield Bank", "Borg Airlines"}),
        (
            "Norfield Inc agreed with Vella Group on Monday to share the costs.",
            "agreement",
            "2023-03-20",
            {"Norfield Inc", "Vella Group"},
        ),
        (
            "Norfield Jets won a $7 billion order for planes from Borg Airlines on Monday.",
            "agreement",
            "2023-03-20",
            {"Norfield Jets", "Borg Airlines"},
        ),
        (
            "Norfield Oil sealed a tie-up with Vella Group on Monday.",
            "agreement",
            "2023-03-20",
            {"Norfield Oil", "Vella Group"},
        ),
        (
            "Malta's parliament praised the deal signed in February between Norway and Italy.",
            "agreement",
            "2023-02",
            {"Norway", "Italy"},
        ),
        ("The king praised the plan agreed in February.", "agreement", "2023-02", set()),
        (
            "Norfield Foods was acquired by Vella Group in 2010.",
            "agreement",
            "2010",
            {"Norfield Foods", "Vella Group"},
        ),
        (
            "Norway's minister told reporters after talks with his Italian counterpart on Monday.",
            "meeting",
            "2023-03-20",
            {"Norway's minister", "Italian counterpart"},
        ),
        ("Karl Borg headed a delegation to Rome on Monday.", "visit", "2023-03-20", {"Karl Borg"}),
        (
            "Malta and other states withdrew their monitors in May 2012.",
            "withdrawal",
            "2012-05",
            {"Malta", "other states", "their monitors"},
        ),
        ("India stopped exports of cotton in January.", "sanction", "2023-01", {"India"}),
        ("In 2010 Norfield Bank settled a probe into its loans.", "agreement", "2010", {"Norfield Bank"}),
        ("Norfield Inc won court approval of the plan on Monday.", "verdict", "2023-03-20", {"Norfield Inc"}),
        (
            "Norfield Inc recently signed a letter of intent with Vella Group.",
            "agreement",
            None,
            {"Norfield Inc", "Vella Group"},
        ),
        ("The price was laid out in a contract signed with Vella Group in 2010.", "agreement", "2010", {"Vella Group"}),
        ("Norfield Inc agreed a short extension with Vella Group.", "agreement", None, {"Norfield Inc", "Vella Group"}),
        ("The deal came after days of talks between the two firms.", "meeting", None, {"two firms"}),
        ("Anna Borg, while visiting Malta, said she was ready.", "visit", None, {"Anna Borg", "Malta"}),
        ("Norway will host a summit of Arctic states in May.", "meeting", "2023-05", {"Norway", "Arctic states"}),
        ("Anna Borg has met twice with Karl Vella.", "meeting", None, {"Anna Borg", "Karl Vella"}),
        (
            "The Arab League suspended Syria on Monday.",
            "diplomatic_break",
            "2023-03-20",
            {"Arab League", "Syria"},
        ),
        ("The United States has frozen $30 billion in Libyan assets.", "sanction", None, {"United States"}),
        ("Norfield Inc won permission from a judge on Monday to close.", "verdict", "2023-03-20", {"Norfield Inc"}),
        ("Norfield Inc won shareholder approval on Monday for its offer.", "vote", "2023-03-20", {"Norfield Inc"}),
    ],
)
def test_deals_are_found_with_their_day_and_parties(sentence, event_type, edtf, names, mentions_of) -> None:
    mentions = [item for item in mentions_of(sentence) if item["event_type"] == event_type]
    assert [item["edtf"] for item in mentions] == [edtf]
    assert {actor["name"] for actor in mentions[0]["actors"]} == names


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("You may enjoy the view while visiting Rome.", "visit"),
        ("Leaders spoke of the risk of talks that fail.", "meeting"),
        ("Norfield Inc is contemplating the sale of a minority stake.", "agreement"),
        ("Settlers settled with their families in the valley in 1850.", "agreement"),
        ("The party agreed with opening doors to investors.", "agreement"),
        ("Norfield Inc sold 2 million units in March.", "agreement"),
        ("The climbers reached the summit of Mount Norfield on Monday.", "meeting"),
        ("Borg Airlines suspended flights to Malta on Monday.", "diplomatic_break"),
        ("Norfield Inc made an effort to win shareholder approval.", "vote"),
        ("Norfield Inc again rejected the deal on Monday for undervaluing it.", "agreement"),
        ("Among other reasons for rejecting the deal, Norfield Inc named its costs on Monday.", "agreement"),
    ],
)
def test_the_same_words_name_no_deal_elsewhere(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {item["event_type"] for item in mentions_of(sentence)}


@pytest.mark.parametrize(
    ("text", "event_type", "parties"),
    [
        (
            "Borg Oil agreed to sell Vella Gas to Norfield Inc on Monday.",
            "agreement",
            "Borg Oil, Vella Gas, Norfield Inc",
        ),
        (
            "Borg Oil agreed to sell Vella Gas to its rival Norfield Inc on Monday.",
            "agreement",
            "Borg Oil, Vella Gas, Norfield Inc",
        ),
        (
            "Borg Oil announced a deal on Monday under which it will sell Vella Gas to Norfield Inc.",
            "agreement",
            "Borg Oil, Vella Gas, Norfield Inc",
        ),
        (
            "A deal under which Borg Oil will sell Vella Gas to Norfield Inc was signed on Monday.",
            "agreement",
            "Borg Oil, Vella Gas, Norfield Inc",
        ),
        ("Borg Oil signed a deal on Monday under which the U.S. market would open.", "agreement", "Borg Oil"),
        ("Talks in which Malta and Norway took part ended on Monday.", "meeting", "Malta, Norway"),
        ("Talks on fish, in which Malta and Norway took part, were held on Monday.", "meeting", "Malta, Norway"),
        ("Karl Borg called Anna Vella to a meeting on Monday.", "meeting", "Anna Vella, Karl Borg"),
        ("Malta invited Norway to talks in Oslo on Monday.", "meeting", "Malta, Norway"),
        ("Anna Vella was called to a meeting with Karl Borg on Monday.", "meeting", "Anna Vella, Karl Borg"),
        ("Norfield, BA and Borg Air met on Monday.", "meeting", "Norfield, BA, Borg Air"),
        ("Borg Oil met its rival Norfield Inc on Monday.", "meeting", "Borg Oil, Norfield Inc"),
        ("Borg Oil and its partner Norfield Inc met on Monday.", "meeting", "Borg Oil, Norfield Inc"),
        ("Malta and Norway spoke. Both countries met Vella Inc on Monday.", "meeting", "Malta, Norway, Vella Inc"),
        ("The partners BA, Norfield and Borg Air met on Monday.", "meeting", "Norfield, BA, Borg Air"),
        (
            "Malta held talks with the carmakers Borg Motors and Vella Motors.",
            "meeting",
            "Malta, Borg Motors, Vella Motors",
        ),
    ],
)
def test_all_parties_are_found_wherever_their_sentence_names_them(text, event_type, parties, mentions_of) -> None:
    (mention,) = (item for item in mentions_of(text) if item["event_type"] == event_type)
    assert {actor["name"] for actor in mention["actors"]} == set(parties.split(", "))
