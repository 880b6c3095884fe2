"""Firms that bear the names of places, and the places of those names."""

import pytest


@pytest.mark.parametrize(
    ("text", "names", "place"),
    [
        ("The union sued Amazon on Monday.", {"union", "Amazon"}, None),
        ("Amazon sued Apple on Monday.", {"Amazon", "Apple"}, None),
        ("Boeing sued Toyota in Oslo on Monday.", {"Boeing", "Toyota"}, "Oslo"),
        ("The regulator fined Santander on Monday.", {"regulator", "Santander"}, None),
        ("The regulator fined Phoenix on Monday.", {"regulator", "Phoenix"}, None),
        ("Workers at Amazon went on strike on Monday.", {"Workers"}, None),
        ("NHS England published a report on Monday.", {"NHS England"}, "England"),
        ("Norfield Inc Scotland sued NHS England on Monday.", {"Norfield Inc Scotland", "NHS England"}, "England"),
        ("Norfield Corp was bought by East West Bank on Monday.", {"Norfield Corp", "East West Bank"}, None),
        # firms whose names an adjective opens, and what only is somewhere
        ("American Apparel Inc sued Canadian Rail Corp on Monday.", {"American Apparel Inc", "Canadian Rail Corp"}, None),
        ("Norfield Inc bought the Chinese operations of Vella Corp on Monday.", {"Norfield Inc", "Vella Corp"}, None),
        ("Karl Borg and Anna Vella signed a Memorandum of Understanding on Monday.", {"Karl Borg", "Anna Vella"}, None),
        # the places themselves
        ("Fires broke out in the Amazon on Monday.", set(), "Amazon"),
        ("Police arrested a man in Santander on Monday.", {"Police", "man"}, "Santander"),
        ("Karl Borg visited Santander on Monday.", {"Karl Borg"}, "Santander"),
        ("The regulator sued Wisconsin's governor on Monday.", {"regulator", "Wisconsin's governor"}, None),
        ("The minister visited Downing Street on Monday.", {"minister", "Downing Street"}, "Downing Street"),
    ],
)  # fmt: skip
def test_a_firm_is_no_place_and_a_place_no_firm(text, names, place, mentions_of) -> None:
    [mention] = mentions_of(text)
    assert ({actor["name"] for actor in mention["actors"]}, mention["place"]) == (names, place)


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Norfield Axle & Steel Holdings Inc", "Norfield Axle"),
        ("American Axle & Steel Holdings Inc", "American Axle"),
        ("Norfield Apparel Holdings Inc", "Norfield Apparel"),
        ("Norfield Foods Group AG", "Norfield Foods"),
    ],
)
def test_a_firm_is_known_by_its_name_without_what_it_holds(whole, short, mentions_of, roles_of) -> None:
    text = f"{whole} opened a plant. {short} sued Karl Borg on Monday."
    assert roles_of(mentions_of(text), "charge") == [{(whole, "source"), ("Karl Borg", "target")}]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Iberia and British Airways signed a deal on Monday.", {"Iberia", "British Airways"}),
        ("Delta Air Lines and Northwest Airlines signed a deal on Monday.", {"Delta Air Lines", "Northwest Airlines"}),
        ("Vella and Norfield Telecom signed a deal on Monday.", {"Vella", "Norfield Telecom"}),
        ("Norfield Savings and Loan Bank signed a deal with Malta.", {"Norfield Savings and Loan Bank", "Malta"}),
        ("Borg and Vella Group LLC signed a deal on Monday.", {"Borg and Vella Group LLC"}),
        (
            "Borg and Vella Group LLC signed a deal on Monday. Shares of Vella rose, and Borg fell.",
            {"Borg", "Vella Group LLC"},
        ),
        ("Pacific Gas and Electric signed a deal with Malta.", {"Pacific Gas and Electric", "Malta"}),
        ("Best Buy signed a deal with Malta. Analysts had praised Best Buy.", {"Best Buy", "Malta"}),
        ("Best Buy signed a deal with Malta.", {"Buy", "Malta"}),
    ],
)
def test_firms_beside_each_other_are_two_and_a_name_keeps_its_first_word(text, names, mentions_of) -> None:
    (mention,) = (item for item in mentions_of(text) if item["event_type"] == "agreement")
    assert {actor["name"] for actor in mention["actors"]} == names
    assert mention["place"] is None


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("The Oslo-based company", "Vella Inc"),
        ("The Stamford, Connecticut-based company", "Vella Inc"),
        ("The San Ramon, California-based company", "Vella Inc"),
        ("An Oslo-based company", "Oslo-based company"),
        ("The Oslo-based supplier", "Vella Inc"),
        ("The Oslo-based fund", "Oslo-based fund"),
        ("The Oslo-based group", "Oslo-based group"),
    ],
)
def test_a_company_is_known_by_its_home_too(who, name, mentions_of) -> None:
    found = mentions_of(f"Vella Inc cut its forecast on Monday. {who} sued Karl Borg on Friday.")
    (mention,) = (item for item in found if item["event_type"] == "charge")
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "source"] == [name]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("NRF Euroborg", "organisation"),
        ("Teck Comborg (TCKb.TO)", "organisation"),
        ("Borg & Vella", "organisation"),
        ("Volks Vella (VOWG_p.DE)", "organisation"),
        ("ANNA BORG", "person"),
        ("A.J. Vella", "person"),
        ("Teck Comborg", "organisation"),
        ("Norfield Electric Vehicle Co", "organisation"),
        ("Norfield Research", "organisation"),
        ("Vella Ratings", "organisation"),
        ("Consumer Reports", "organisation"),
        ("Vella's Corp", "organisation"),
        ("Coach Inc", "organisation"),
        ("Norfield North America Inc", "organisation"),
        ("Travelers Companies Inc", "organisation"),
        ("Kohl's Corp", "organisation"),
        ("Telecom Italia ( TLIT.MI )", "organisation"),
    ],
)
def test_acronyms_signs_and_codes_of_shares_are_of_firms(name, kind, mentions_of) -> None:
    [mention] = mentions_of(f"The regulator and {name} sued Malta on Monday.")
    assert [actor["kind"] for actor in mention["actors"] if actor["name"] in name] == [kind]
