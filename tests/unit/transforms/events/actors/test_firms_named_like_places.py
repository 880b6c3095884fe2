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
        # the places themselves
        ("Fires broke out in the Amazon on Monday.", {"Brazil"}, "Amazon"),
        ("Police arrested a man in Santander on Monday.", {"Police", "man"}, "Santander"),
        ("Karl Borg visited Santander on Monday.", {"Karl Borg"}, "Santander"),
        ("The regulator sued Wisconsin's governor on Monday.", {"regulator", "Wisconsin's governor"}, None),
        ("The minister visited Downing Street on Monday.", {"minister", "Downing Street"}, "Downing Street"),
    ],
)  # fmt: skip
def test_a_firm_is_no_place_and_a_place_no_firm(text, names, place, mentions_of) -> None:
    [mention] = mentions_of(text)
    assert ({actor["name"] for actor in mention["actors"]}, mention["place"]) == (names, place)
