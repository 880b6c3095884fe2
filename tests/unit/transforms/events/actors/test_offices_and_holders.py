"""Offices of several words, and several offices of one person."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Borg, chairman and chief executive, resigned.", ["Anna Borg"]),
        ("Anna Borg, president and founder of Norfield Foods, was arrested.", ["Anna Borg"]),
        ("They met Anna Borg, deputy prime minister and foreign minister of Malta.", ["Anna Borg"]),
        ("Anna Borg, Secretary of Culture, will sign.", ["Anna Borg"]),
        ("Anna Borg, Minister of Health, and Karl Vella, Secretary of Finance, met.", ["Anna Borg", "Karl Vella"]),
        ("Anna Borg, president, and ministers met.", ["Anna Borg", "ministers"]),
        ("Anna Borg, a Norfield board member and former president of Vella Bank, resigned.", ["Anna Borg"]),
        ("Anna Borg, a board member and former President and CEO of Vella Bank, resigned.", ["Anna Borg"]),
    ],
)
def test_offices_behind_a_name_are_no_further_actors(text: str, names: list[str]) -> None:
    found = [mention.name for mention in find_actors(text, split_sentences(text)) if not mention.pronoun]
    assert found == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Under Secretary for Economic Growth, Energy, and the Environment John B. Borg left.", ["John B. Borg"]),
        ("Special Envoy for Climate John Borg left.", ["John Borg"]),
        ("Deputy Secretary of State for Management and Resources Brian Vella left.", ["Brian Vella"]),
        ("Coordinator for the Middle East and North Africa Karl Vella left.", ["Karl Vella"]),
        ("Minister of Economy and Finances Piero Carlo Vella left.", ["Piero Carlo Vella"]),
        ("The Director of the CIA met Anna Borg.", ["Director of the CIA", "Anna Borg"]),
    ],
)
def test_what_an_office_is_for_stands_between_title_and_name(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_actors(text, split_sentences(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Former senator and Norfield governor Anna Borg resigned.", ["Anna Borg"]),
        ("Norfield board member and former president of Vella Bank Anna Borg resigned.", ["Anna Borg"]),
        ("The foreign minister and party leader Anna Borg met.", ["foreign minister", "Anna Borg"]),
        ("Malta's president and Norway's foreign minister Anna Borg met.", ["Malta's president", "Anna Borg"]),
    ],
)
def test_a_bare_office_before_another_is_of_whom_both_name(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_actors(text, split_sentences(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Borg, the Maltese Minister for Skills and Training, resigned.", ["Anna Borg"]),
        ("Anna Borg, State Secretary for Education, Research and Innovation, met Karl Vella.", ["Anna Borg", "Karl Vella"]),
        ("The Minister for Families and Seniors, Karl Vella, spoke.", ["Karl Vella"]),
        ("The Minister of Water and Sanitation spoke.", ["Minister of Water and Sanitation"]),
        ("Karl Vella, Director of Marketing at Norfield Inc, resigned.", ["Karl Vella", "Norfield Inc"]),
        ("The Director for Norfield and Borgville spoke.", ["Director", "Norfield", "Borgville"]),
    ],
)  # fmt: skip
def test_several_things_that_an_office_is_for_are_no_actors(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_actors(text, split_sentences(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Karl Vella, EVP and Chief People Officer of Norfield Bank, resigned.", ["Karl Vella"]),
        ("Norfield Chief Accounting Officer Karl Vella resigned.", ["Karl Vella"]),
        ("Norfield Inc named a chief growth officer.", ["Norfield Inc", "chief growth officer"]),
        ("The police chief met an officer.", ["police chief", "officer"]),
    ],
)
def test_a_chief_officer_of_anything_is_one_office(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_actors(text, split_sentences(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norfield County District Attorney (NCDA) Karl Borg left.", ["Karl Borg"]),
        ("The Chief Executive Officer (CEO) Karl Borg left.", ["Karl Borg"]),
        ("The Attorney General (AG) said that Karl Borg left.", ["Attorney General", "Karl Borg"]),
    ],
)
def test_an_acronym_between_office_and_name_parts_no_two_actors(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_actors(text, split_sentences(text))] == names


def test_a_regional_reserve_bank_is_one_organisation() -> None:
    text = "The Federal Reserve Bank of Chicago published a study, the Chicago Fed said."
    found = {mention.name for mention in find_actors(text, split_sentences(text))}
    assert found == {"Federal Reserve Bank of Chicago"}


@pytest.mark.parametrize(
    "text",
    [
        "Vella Inc.'s chief executive, James Borg, resigned on Monday.",
        "Vella Corp.'s James Borg resigned on Monday and its chairman is stepping in.",
    ],
)
def test_a_firm_whose_short_form_ends_in_a_stop_owns_its_officers(text: str, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "resignation") == [{("James Borg", "source")}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peter Tarr, managing director of Norfield Bank, lives in Oslo. The director criticised Karl Borg on Monday.",
            "Peter Tarr",
        ),
        (
            "Peter Tarr, an analyst with Norfield Bank, lives in Oslo. The analyst criticised Karl Borg on Monday.",
            "Peter Tarr",
        ),
        (
            "Peter Tarr, chief economist at Norfield, lives in Oslo. The economist criticised Karl Borg on Monday.",
            "Peter Tarr",
        ),
        ("Secretary of State Peter Tarr lives in Oslo. The Secretary criticised Karl Borg on Monday.", "Peter Tarr"),
        ("Under Secretary of State Peter Tarr lives in Oslo. The Secretary criticised Karl Borg.", "Secretary"),
        ("Vice President Peter Tarr lives in Oslo. The president criticised Karl Borg on Monday.", "president"),
    ],
)
def test_an_office_alone_means_the_only_one_who_has_it(text, expected, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "source"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The President and Prime Minister condemned the coup.", {"Karl Borg", "Anna Vella"}),
        ("The prime minister and president condemned the coup.", {"Karl Borg", "Anna Vella"}),
        ("A president and prime minister condemned the coup.", {"president", "prime minister"}),
    ],
)
def test_two_offices_share_one_article(text, expected, mentions_of) -> None:
    found = mentions_of(f"President Karl Borg met Prime Minister Anna Vella on Monday. {text}")
    (mention,) = (item for item in found if item["event_type"] == "accusation")
    assert {actor["name"] for actor in mention["actors"] if actor["role"] == "source"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They condemned the coup.", {"Karl Borg", "Anna Vella"}),
        ("They discussed trade. They condemned the coup.", {"Karl Borg", "Anna Vella"}),
        ("The army left. They condemned the coup.", set()),
    ],
)
def test_they_are_the_only_two_persons_of_the_sentence_before(text, expected, mentions_of) -> None:
    found = mentions_of(f"President Karl Borg met Prime Minister Anna Vella on Monday. {text}")
    (mention,) = (item for item in found if item["event_type"] == "accusation")
    assert {actor["name"] for actor in mention["actors"] if actor["role"] == "source"} == expected
