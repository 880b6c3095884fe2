"""Which word an actor hangs on: the head of its noun group, the second of two verbs, an infinitive, a phrase farther behind."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Parliament passed the Norfield Institute reform bill on Monday.", "vote", {("Parliament", "source")}),
        (
            "Shortly after the U.S. elections, the mayor, Karl Borg, warned on Monday that Malta might attack Italy.",
            "threat",
            {("Karl Borg", "source")},
        ),
        (
            "Norfield sold a third of its Egypt oil business on Monday to state-owned Maltese giant Vella Group.",
            "agreement",
            {("Norfield", "participant"), ("Vella Group", "participant")},
        ),
        (
            "Norfield Games Entertainment (NGE) Chief Executive Karl Borg spoke at the fair on Monday.",
            "speech",
            {("Karl Borg", "speaker")},
        ),
        ("A former Norfield Bank ( NRF.N ) trader was arrested on Monday.", "arrest", {("trader", "target")}),
        ("A Norfield jail cook was charged on Monday with theft.", "charge", set()),
        (
            "The bank said its adviser, Norfield Partners, had accused Malta on Monday of fraud.",
            "accusation",
            {("Norfield Partners", "source"), ("Malta", "target")},
        ),
    ],
)
def test_who_only_describes_the_noun_behind_takes_no_part(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Karl Borg left the bank on Monday under pressure from shareholders.",
            "resignation",
            {("Karl Borg", "source")},
        ),
        ("Karl Borg is resigning on Monday and going to Spain.", "resignation", {("Karl Borg", "source")}),
        (
            "Norfield Oil won approval on Monday of a settlement to resolve claims by investors.",
            "agreement",
            {("Norfield Oil", "participant")},
        ),
        (
            "Armed forces were deployed on Monday on a Norfield contractor's helicopters to respond.",
            "deployment",
            {("Armed forces", "target")},
        ),
        (
            "The union opposed plans to float shares in pursuit of Norfield Plc on Monday.",
            "rejection",
            {("union", "source")},
        ),
        (
            "A jury found on Monday that its Norfield software broke the law.",
            "verdict",
            {("jury", "source")},
        ),
        ("Karl Borg hinted at the deal's closing on Monday that jobs would go.", "agreement", set()),
    ],
)
def test_who_hangs_on_another_word_has_no_part(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Norfield Inc agreed on Monday to be bought by its rival Vella Plc.",
            "agreement",
            {("Norfield Inc", "participant"), ("Vella Plc", "participant")},
        ),
        (
            "Norfield Bank is in talks to buy lender Vella Financial.",
            "meeting",
            {("Norfield Bank", "participant"), ("Vella Financial", "participant")},
        ),
        (
            "An arrest warrant was issued for Karl Borg over unpaid debts by the Norfield District Court on Monday.",
            "warrant",
            {("Karl Borg", "target"), ("Norfield District Court", "source")},
        ),
        (
            "Karl Borg criticised the bank in a heated round of talks with Anna Vella on Monday.",
            "meeting",
            {("Karl Borg", "participant"), ("Anna Vella", "participant")},
        ),
        (
            "A court ruled on Monday that Norfield Bank had broken the law.",
            "verdict",
            {("court", "source"), ("Norfield Bank", "target")},
        ),
        (
            "Investors complained on Monday that Norfield's prices had risen.",
            "accusation",
            {("Investors", "source"), ("Norfield", "target")},
        ),
        (
            "Norfield Bank paid $3 million on Monday to settle a lawsuit by investors.",
            "charge",
            {("investors", "source"), ("Norfield Bank", "target")},
        ),
        (
            "Norfield Bank settled charges filed on Monday by Vella Inc.",
            "charge",
            {("Vella Inc", "source"), ("Norfield Bank", "target")},
        ),
        (
            "Norfield Bank paid $3 million on Monday to settle Norwegian and Dutch inquiries.",
            "investigation",
            {("Norway", "source"), ("Netherlands", "source"), ("Norfield Bank", "target")},
        ),
        (
            "Half of the nurses want to leave, according to a survey published on Monday by job agency, Norfield Inc.",
            "publication",
            {("Norfield Inc", "source")},
        ),
        (
            "Malta agreed a bailout with Norway on Monday.",
            "aid",
            {("Norway", "source"), ("Malta", "target")},
        ),
        (
            "Traders spoke of Malta's departure, Karl Borg, who heads the club of finance ministers, said on Monday.",
            "resignation",
            {("Malta", "source")},
        ),
        ("OSLO March 20 (Reuters) - Thousands protested on Monday.", "protest", {("Thousands", "source")}),
        (
            "A lawyer with the firm who spoke at the fair on Monday was sad.",
            "speech",
            {("lawyer", "speaker")},
        ),
    ],
)
def test_who_stands_farther_off_has_a_part_where_the_words_give_it(
    text, event_type, expected, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


def test_of_none_of_them_nothing_is_told(mentions_of) -> None:
    types = {item["event_type"] for item in mentions_of("The minister said none of the firms had breached the rules.")}
    assert "accusation" not in types
