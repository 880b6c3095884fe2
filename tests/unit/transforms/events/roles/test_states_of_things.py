"""States, bodies and doers that stand beside a thing, and have no part in what another word names."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Norfield Corp began an investigation into its compliance with the U.S. Foreign Corrupt Practices Act.",
            "investigation",
            {("Norfield Corp", "source")},
        ),
        (
            "On Monday Norfield Corp pledged $2 million in aid to U.S. food relief organizations.",
            "aid",
            {("Norfield Corp", "source"), ("relief organizations", "target")},
        ),
        (
            "On Monday Norfield Corp pledged $2 million in aid to the U.S. on Sunday.",
            "aid",
            {("Norfield Corp", "source"), ("United States", "target")},
        ),
        (
            "Norfield Corp bought a stake in the Spanish power firm.",
            "agreement",
            {("Norfield Corp", "participant")},
        ),
        ("On Monday Karl Borg visited Swiss relief projects.", "visit", {("Karl Borg", "source")}),
        (
            "On Monday Karl Borg travelled to the Egyptian city of Aswan.",
            "visit",
            {("Karl Borg", "source"), ("Egypt", "target")},
        ),
        (
            "On Monday Karl Borg met U.S. officials.",
            "meeting",
            {("Karl Borg", "participant"), ("United States", "participant")},
        ),
    ],
)
def test_a_state_before_a_thing_that_it_only_describes_has_no_part(
    text, event_type, roles, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "On Monday Russia launched a military attack on Ukraine.",
            [{("Russia", "source"), ("Ukraine", "target")}],
        ),
        ("On Monday rebels took 20 people hostage.", [{("rebels", "source"), ("20 people", "target")}]),
        ("On Monday NATO attacks helped break an assault by Borg's forces.", [{("NATO", "source")}]),
    ],
)
def test_who_does_one_deed_of_force_does_not_do_the_one_beside_it(text, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "attack") == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Karl Borg and Anna Vella face arrest warrants issued on Monday.",
            {("Karl Borg", "target"), ("Anna Vella", "target")},
        ),
        (
            "The court issued arrest warrants on Monday for Karl Borg and Anna Vella.",
            {("court", "source"), ("Karl Borg", "target"), ("Anna Vella", "target")},
        ),
    ],
)
def test_who_faces_a_warrant_did_not_issue_it(text, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "warrant") == [roles]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Vella was fired on Monday. (Additional reporting by Karl Borg ; Editing by John Borg)",
        "(Corrects the day on which Anna Vella was fired to Monday) (Reporting by Karl Borg)",
    ],
)
def test_who_reported_and_edited_an_article_did_nothing_in_it(text, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "resignation") == [{("Anna Vella", "target")}]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Norfield's U.S. marketing summit in Rome in August drew hundreds.", "meeting", {("Norfield", "participant")}),
        (
            "On Monday Karl Borg, a lawyer with Norfield Bank who admitted fraud, was sentenced to two years in prison.",
            "verdict",
            {("Karl Borg", "target")},
        ),
    ],
)
def test_what_only_tells_whose_or_where_somebody_is_has_no_part(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        (
            "Anna Borg tried to deflect pressure on Malta to agree an increase in its bailout funds on Sunday.",
            "agreement",
        ),
        ("Russia launched 45 missiles on residential areas on Monday, killing seven people.", "weapons_test"),
    ],
)
def test_what_is_only_pressed_for_is_not_agreed_and_what_hits_towns_is_no_test(text, event_type, mentions_of) -> None:
    assert event_type not in {item["event_type"] for item in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Thousands held a protest in Cairo on Monday.", "protest", {("Thousands", "source")}),
        ("Workers protested in Bremen, Germany, on Monday.", "protest", {("Workers", "source")}),
        (
            "Protests against the government went on in Cairo on Monday.",
            "protest",
            {("government", "target"), ("Egypt", "target")},
        ),
        ("A bus crash in Cairo on Monday killed ten people.", "disaster", {("ten people", "target")}),
        ("A flood hit Egypt on Monday.", "disaster", {("Egypt", "target")}),
    ],
)
def test_a_state_is_struck_where_it_is_named_itself_or_protested_against(
    text, event_type, roles, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("The strong jobs report from Monday should end talk of Fed easing.", "publication", set()),
        ("On Monday the deal lifted the shares of Norwegian banks.", "agreement", set()),
        ("The bailout faced hurdles in the Senate on Monday.", "aid", set()),
        ("A German court ruling on Monday lifted shares.", "verdict", {("German court", "source")}),
        ("A report by the Norfield Institute released on Monday showed gains.", "publication", {("Norfield Institute", "source")}),
    ],
)  # fmt: skip
def test_whoever_is_only_near_a_noun_did_not_do_it(text, event_type, roles, mentions_of, roles_of) -> None:
    assert [found for found in roles_of(mentions_of(text), event_type) if found != roles] == []


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Karl Borg called on Monday for reforms ahead of an upper house election.", "demand", {("Karl Borg", "source")}),
        ("Karl Borg spoke on Monday at a Norfield Bank conference.", "speech", {("Karl Borg", "speaker")}),
        ("Karl Borg called on the government on Monday to resign.", "demand", {("Karl Borg", "source"), ("government", "target")}),
    ],
)  # fmt: skip
def test_nothing_is_asked_of_a_body_that_only_describes_a_thing(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Taiwan's Norfield Optronics signed an accord with Vella Gas on Monday.", None),
        ("Taiwan's Norfield Optronics signed an accord with Vella Gas in Oslo on Monday.", "Oslo"),
        ("Police in Malta arrested Karl Borg on Monday.", "Malta"),
    ],
)
def test_a_state_is_no_place_for_owning_a_firm(sentence, place, mentions_of) -> None:
    (mention,) = mentions_of(sentence)
    assert mention["place"] == place
