"""News of firms: who presents where, what analysts write, orders, results and the calls about them."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "status", "edtf"),
    [
        ("Anna Borg will present at the Norfield Investor Conference on May 3.", "speech", "planned", "2023-05-03"),
        ("Norfield Inc officials told shareholders on Monday that sales rose.", "speech", "happened", "2023-03-20"),
        (
            "Minister Karl Borg told reporters on Monday on the sidelines of a conference that the debt was safe.",
            "speech",
            "happened",
            "2023-03-20",
        ),
        ("Borg Bank said in a research note on Monday that shares may fall.", "publication", "happened", "2023-03-20"),
        ("Norfield Inc will file its quarterly results on May 3.", "publication", "planned", "2023-05-03"),
        ("Norfield Inc received a $3 million order from the navy on Monday.", "agreement", "happened", "2023-03-20"),
        ("Norfield Inc has secured an order from Malta.", "agreement", "happened", None),
        ("Norfield Inc held its first quarter 2022 results conference call.", "call", "happened", None),
        ("The firm had been due to show its plans at the conference on March 3.", "meeting", "planned", "2023-03-03"),
    ],
)
def test_news_of_firms_is_found_with_its_day(sentence, event_type, status, edtf, mentions_of) -> None:
    found = [(item["status"], item["edtf"]) for item in mentions_of(sentence) if item["event_type"] == event_type]
    assert found == [(status, edtf)]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Norfield Inc received a court order on Monday.", "agreement"),
        ("Norfield Inc received an order to leave the building on Monday.", "agreement"),
        ("Anna Borg presented the prize at the conference on Monday.", "speech"),
        ("Karl Borg told reporters on Monday that sales rose.", "speech"),
    ],
)
def test_the_same_words_are_no_such_news_elsewhere(sentence, event_type, mentions_of) -> None:
    assert event_type not in {item["event_type"] for item in mentions_of(sentence)}
