"""Triggers with grammar: what names an event and what only looks like it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The foreign minister visited Ankara on Monday.", "visit"),
        ("Macron paid an official visit to Cairo on Friday.", "visit"),
        ("Ministers from Peru and Chile meet in Lima today.", "meeting"),
        ("The two leaders held talks in Geneva on Monday.", "meeting"),
        ("Scholz spoke by phone with Erdogan on Friday.", "call"),
        ("Norway and Sweden signed a defence agreement on Monday.", "agreement"),
        ("Brazil presented a peace plan on Monday.", "peace_plan"),
        ("The rebels declared a ceasefire on Saturday.", "ceasefire"),
        ("Chad expelled the German ambassador on Saturday.", "diplomatic_break"),
        ("Sunak gave a speech in Belfast on Friday.", "speech"),
        ("The president addressed parliament on Monday.", "speech"),
        ("The ministry published a report on Thursday.", "publication"),
        ("The United Nations called on both sides to stop on Monday.", "demand"),
        ("France condemned the decision on Monday.", "accusation"),
        ("North Korea threatened to test a bomb on Monday.", "threat"),
        ("Iran rejected the offer on Monday.", "rejection"),
        ("A court issued an arrest warrant for the general on Friday.", "warrant"),
        ("Prosecutors charged the mayor with fraud on Friday.", "charge"),
        ("Police arrested twelve students on Friday.", "arrest"),
        ("The governor surrendered to police on Friday.", "arrest"),
        ("The trial of the banker opened in Milan on Monday.", "trial"),
        ("A judge sentenced the driver to nine years in prison on Monday.", "verdict"),
        ("The kidnappers released the two hostages on Monday.", "release"),
        ("Police launched an investigation into the fire on Monday.", "investigation"),
        ("Gunmen killed three villagers in an ambush on Monday.", "attack"),
        ("A car bomb exploded outside the ministry on Monday.", "attack"),
        ("France deployed 300 soldiers to the border on Monday.", "deployment"),
        ("The two navies began a joint military exercise on Monday.", "exercise"),
        ("The army test-fired a missile on Monday.", "weapons_test"),
        ("Ethiopia withdrew its troops from the town on Monday.", "withdrawal"),
        ("Malta held a referendum in May 2011.", "election"),
        ("The senate voted to censure the minister on Monday.", "vote"),
        ("The king appointed a new prime minister on Monday.", "appointment"),
        ("The prime minister resigned on Monday.", "resignation"),
        ("The president signed a law on pensions on Monday.", "legislation"),
        ("Thousands of people protested in Lisbon on Monday.", "protest"),
        ("The former president died on Monday.", "death"),
        ("An earthquake hit the island on Monday.", "disaster"),
        ("Canada imposed sanctions on nine officials on Monday.", "sanction"),
        ("Japan pledged 30 million dollars in aid to Malawi on Monday.", "aid"),
    ],
)
def test_a_plain_report_of_an_event_is_found(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type in [mention["event_type"] for mention in mentions_of(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He suffered a cardiac arrest.",
        "The minister said the road was long.",
        "Officials told reporters that prices rose.",
        "The battery is charged with solar power.",
        "The patients took part in a clinical trial of the vaccine.",
        "The album was released by a small label.",
        "Protests often turn violent in the capital.",
        "If sanctions were imposed, prices would rise.",
        "He would resign if the vote failed.",
        "The company meets the requirements of the law.",
        "The newly elected mayor owns a farm.",
        "He bought a house near the peace plan office?",
    ],
)
def test_words_without_the_grammar_of_an_event_give_no_mention(sentence: str, mentions_of) -> None:
    assert mentions_of(sentence) == []


def test_a_light_verb_and_its_noun_are_one_mention(mentions_of) -> None:
    mentions = mentions_of("Lula paid a visit to Lisbon on Monday.")
    assert [mention["event_type"] for mention in mentions] == ["visit"]


def test_whoever_announces_an_event_makes_no_second_one(mentions_of) -> None:
    mentions = mentions_of("The ministry announced a ceasefire on Monday.")
    assert [mention["event_type"] for mention in mentions] == ["ceasefire"]


@pytest.mark.parametrize(
    ("sentence", "event_type", "status"),
    [
        ("Finance officials of Malta and Rome meet on Wednesday to discuss the budget.", "meeting", "planned"),
        ("The central bank will raise rates at its next policy meeting.", "meeting", "planned"),
        ("Macron visited Cairo on Monday.", "visit", "happened"),
        ("Macron will visit Cairo next week.", "visit", "planned"),
        ("Macron plans to visit Cairo in April.", "visit", "planned"),
        ("Macron is to visit Cairo on Thursday.", "visit", "planned"),
        ("The trial is scheduled for May.", "trial", "planned"),
        ("The leaders will hold talks in Oslo next month.", "meeting", "planned"),
        ("Police are investigating the fire.", "investigation", "ongoing"),
        ("Police allegedly attacked the village on Monday.", "attack", "alleged"),
    ],
)
def test_status_follows_tense_and_mood(sentence: str, event_type: str, status: str, mentions_of) -> None:
    found = {mention["event_type"]: mention["status"] for mention in mentions_of(sentence)}
    assert found.get(event_type) == status


@pytest.mark.parametrize(
    ("sentence", "event_type", "roles"),
    [
        ("Germany condemned Belarus on Monday.", "accusation", {("Germany", "source"), ("Belarus", "target")}),
        ("Belarus was condemned by Germany on Monday.", "accusation", {("Germany", "source"), ("Belarus", "target")}),
        (
            "India and Pakistan signed a treaty on Monday.",
            "agreement",
            {("India", "participant"), ("Pakistan", "participant")},
        ),
        (
            "Olaf Scholz, speaking in Berlin, urged Serbia to act on Monday.",
            "demand",
            {("Olaf Scholz", "source"), ("Serbia", "target")},
        ),
        (
            '"We will grow," said analyst Anna Borg at a conference in Rome.',
            "speech",
            {("Anna Borg", "speaker")},
        ),
        (
            "Ahmed Mohamed, a boy from Malta, was arrested by police on Monday.",
            "arrest",
            {("Ahmed Mohamed", "target"), ("police", "source")},
        ),
        (
            "Anna Borg told Reuters the government rejected the plan on Monday.",
            "rejection",
            {("government", "source")},
        ),
        (
            "Anna Borg, a former diver who had left the boat, told a federal panel on Monday that the alarm had failed.",
            "speech",
            {("Anna Borg", "speaker"), ("federal panel", "target")},
        ),
        (
            "Protesters hoping to meet the Maltese minister attacked his guards on Monday.",
            "attack",
            {("Protesters", "source")},
        ),
        ("A car bomb exploded in Valletta on Monday, killing 12 people.", "attack", {("12 people", "target")}),
        ("Karl Borg was shot and killed on Monday.", "death", {("Karl Borg", "target")}),
        ("The case, which began with the arrest of Karl Borg, is over.", "arrest", {("Karl Borg", "target")}),
        ("Second driver charged with manslaughter on Monday.", "charge", {("Second driver", "target")}),
    ],
)
def test_the_passive_turns_roles_round_and_participants_share_theirs(
    sentence: str, event_type: str, roles: set, mentions_of
) -> None:
    mention = next(mention for mention in mentions_of(sentence) if mention["event_type"] == event_type)
    assert roles <= {(actor["name"], actor["role"]) for actor in mention["actors"]}


@pytest.mark.parametrize(
    ("sentence", "event_type", "named"),
    [
        ("After a jury trial in Rome, two Maltese guards were convicted on Monday.", "verdict", "two Maltese guards"),
        ("It came after Karl Borg, a federal judge, ordered the release of the men on Monday.", "verdict", "Karl Borg"),
        (
            "Anna Zammit quit last year, and another policymaker, Karl Borg, also resigned on Monday.",
            "resignation",
            "Karl Borg",
        ),
        ("President Karl Borg announced the removal of several generals on Monday.", "resignation", "Karl Borg"),
        ("Six people died and ten others were hurt on Monday when a bus crashed in Malta.", "disaster", "Six people"),
        ("A White House spokesman rejected the plan on Monday.", "rejection", "White House"),
        ("On Monday, Karl Borg, an aide who served in Malta for five years, died.", "death", "Karl Borg"),
        ("The press saw notes of a phone call made by Karl Borg to Anna Zammit on Monday.", "call", "Karl Borg"),
        (
            "The Maltese Armed Forces said that they seized control of the bank on Monday.",
            "attack",
            "Maltese Armed Forces",
        ),
        ("Italian PM Karl Borg rejected the plan on Monday.", "rejection", "Karl Borg"),
        ("There was little hope despite President Karl Borg pushing for talks on Monday.", "demand", "Karl Borg"),
        ("At a press conference that drew dozens of guests, Karl Borg spoke of hope on Monday.", "speech", "Karl Borg"),
    ],
)
def test_who_did_it_is_found_behind_openings_and_appositions(
    sentence: str, event_type: str, named: str, mentions_of
) -> None:
    found = [mention for mention in mentions_of(sentence) if mention["event_type"] == event_type]
    assert named in {actor["name"] for mention in found for actor in mention["actors"]}


def test_a_state_in_the_name_of_a_sea_is_no_actor(mentions_of) -> None:
    [mention] = mentions_of("An oil spill fouled the Gulf of Mexico on Monday.")
    assert mention["actors"] == []
    assert mention["place"] == "Gulf of Mexico"


def test_parties_are_no_places_where_another_is_named(mentions_of) -> None:
    [mention] = mentions_of("Talks between Italy and France were held in Valletta on Monday.")
    assert mention["place"] == "Valletta"


def test_whoever_acts_after_an_attack_did_not_attack(mentions_of) -> None:
    mentions = mentions_of("Following an attack on the embassy in Malta on Monday, the ministry closed its offices.")
    assert "ministry" not in {a["name"] for m in mentions if m["event_type"] == "attack" for a in m["actors"]}


def test_a_charge_has_its_own_day(mentions_of) -> None:
    dates = {m["event_type"]: m["date_text"] for m in mentions_of("Karl Borg was charged with murder on Monday.")}
    assert dates["charge"] == "Monday"


def test_a_ticker_in_brackets_is_no_actor(mentions_of) -> None:
    names = {
        a["name"] for m in mentions_of("The head of Credit Suisse (CSGN.VX) denied it on Monday.") for a in m["actors"]
    }
    assert names
    assert "CSGN" not in names
