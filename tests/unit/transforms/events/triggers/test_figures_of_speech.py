"""Words of force that only paint a picture, and customs told in the present."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "The index stormed past 900 points as investors bought shares on Tuesday.",
        "The economy battled a recession for the third quarter in a row on Monday.",
        "The rally in crude prices went on for a third day on Monday.",
        "Car sales to companies fell by five percent in May.",
        "The airline filed for bankruptcy on Monday.",
        "The engine of growth was firing on all cylinders on Monday.",
        "Drivers rushed to buy vehicles on Friday before the rules changed.",
        "The leak of a document embarrassed the agency on Friday.",
    ],
)
def test_figures_of_speech_are_no_events(sentence, mentions_of):
    assert mentions_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Rebels attacked an oil pipeline on Monday, and crude prices rose by three percent.", "attack"),
        ("Thousands of people protested in Lima on Monday against rising prices and unemployment.", "protest"),
        ("Workers at two banks rallied on Monday over the price of bread, a union said.", "protest"),
        ("Troops were deployed to guard the central bank and the stock market on Monday.", "deployment"),
        ("Oil prices rose by two percent after the attack on Monday.", "attack"),
        ("A leak of gas at a plant killed nine people on Friday.", "disaster"),
    ],
)
def test_force_is_force_also_where_prices_are_spoken_of(sentence, event_type, mentions_of):
    assert event_type in {mention["event_type"] for mention in mentions_of(sentence)}


def test_customs_in_the_present_are_not_the_news_of_the_day(mentions_of):
    text = (
        "The council is little known. Members elect a chair, and the chair appoints the clerks. "
        "Lawyers file a lawsuit in the morning, and a judge rejects it or orders a trial. "
        "In a departure from other courts, its rulings are secret. A panel meets the minister, who visits the court."
    )
    assert [mention for mention in mentions_of(text) if mention["date_basis"] == "published"] == []
