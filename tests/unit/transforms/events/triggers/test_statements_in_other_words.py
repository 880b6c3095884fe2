"""Statements told in less common words, before the verb of saying, or around whoever makes them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Malta will not withdraw its troops, Defence Minister Anna Borg said on Monday.", "rejection"),
        ('"We will not negotiate with terrorists," President Joseph Vella said on Monday.', "rejection"),
        ("Malta will never recognise the new government, President Joseph Vella said on Monday.", "rejection"),
        ("Malta is not ready to talk to the rebels, its president said on Monday.", "rejection"),
        ("Malta won't sign the accord, Anna Borg told lawmakers on Monday.", "rejection"),
        ("Malta will strike back if it is attacked, President Joseph Vella said on Monday.", "threat"),
        ('"Malta will retaliate," Anna Borg warned on Monday.', "threat"),
        ("Malta has violated the treaty, Libya said on Monday.", "accusation"),
        ("Malta failed to protect its people, the UN said on Monday.", "accusation"),
        ("Malta was behind the leak, Libya's president said on Monday.", "accusation"),
        ("Malta must give the land back before troops enter the town, Anna Borg said on Monday.", "demand"),
    ],
)
def test_what_is_told_before_the_verb_of_saying_makes_the_statement(
    sentence: str, event_type: str, mentions_of
) -> None:
    found = [mention for mention in mentions_of(sentence) if mention["event_type"] == event_type]
    assert [str(mention["start_date"]) for mention in found] == ["2023-03-20"]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Rates will not fall, the bank said on Monday.", "rejection"),
        ("The team will not accept defeat easily, the coach said on Monday.", "rejection"),
        ("The storm will strike Malta, forecasters said on Monday.", "threat"),
        ("The men behind the bank live in Malta, Karl Borg said on Monday.", "accusation"),
        ("Borg Bank's need for cash is great, Anna Vella said on Monday.", "demand"),
        ("The clients are ignored, Karl Borg said on Monday.", "accusation"),
        ("Malta should not sell the mine, Karl Borg said on Monday.", "rejection"),
        ("Scientists linked the virus to bats on Monday.", "accusation"),
        ("The Norfield Times Co said on Monday that it would sell its offices.", "publication"),
        ("Malta declared war on obesity on Monday.", "threat"),
        ("The court threw out the plan on Monday.", "rejection"),
        ("While dismissing some claims, Judge Karl Borg let the suit go on.", "rejection"),
        ("The bank contradicted itself on Monday.", "rejection"),
        ("Karl Borg argued for an hour with his wife on Monday.", "demand"),
        ("The firm sent letters to customers on Monday.", "publication"),
    ],
)
def test_the_same_words_in_another_sense_state_nothing(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Borg Bank, Mayor Joseph Vella said on Monday, has been irresponsible.", ["Joseph Vella"]),
        ("While not absolving Borg Bank of blame, Malta condemned the sale on Monday.", ["Malta"]),
        ("Not absolving Borg Bank of blame, Malta condemned the sale on Monday.", ["Malta"]),
        ("The minister was criticised over the sale, the Norfield Times reported on Monday.", []),
        ("The minister was criticised over the sale by Libya, the Norfield Times reported on Monday.", ["Libya"]),
    ],
)
def test_who_makes_a_reproach_is_neither_whom_it_meets_nor_who_reports_it(
    sentence: str, sources: list[str], mentions_of
) -> None:
    [found] = [mention for mention in mentions_of(sentence) if mention["event_type"] == "accusation"]
    assert [actor["name"] for actor in found["actors"] if actor["role"] == "source"] == sources
