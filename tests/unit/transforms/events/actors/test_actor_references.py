"""Whom short forms, roles, nouns and pronouns mean within one article."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


def names(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(actor.surface, actor.name) for actor in find_actors(text, split_sentences(text), title)]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Bashar al-Assad spoke. His father, Hafez al-Assad, ruled before. Assad smiled.", "Assad", "Bashar al-Assad"),
        ("Bill Clinton spoke after Hillary Clinton. Mrs. Clinton smiled.", "Mrs. Clinton", "Hillary Clinton"),
        ("Ban Ki-moon arrived. Ban said so.", "Ban", "Ban Ki-moon"),
        ("Talks with Ursula von der Leyen went on. Von der Leyen smiled.", "Von der Leyen", "Ursula von der Leyen"),
        ("President Barack Obama spoke. The U.S. president said so.", "U.S. president", "Barack Obama"),
        ("Israel's prime minister, Golda Berg, spoke. The prime minister left.", "prime minister", "Golda Berg"),
        ("Apple chief executive Tim Cook spoke. The company agreed.", "company", "Apple"),
        ("Rebels of the Free Hill Army (FHA) came. The FHA fled.", "FHA", "Free Hill Army"),
        ("The European Commission met. Later the Commission adjourned.", "Commission", "European Commission"),
        ("The Maltese House of Commons met. Later the House adjourned.", "House", "House of Commons"),
        ("The Maltese House Budget Committee met. Later the House adjourned.", "House", "House"),
        (
            "Apple Inc. spoke. Nokia Corp. spoke. Guests of Apple Inc. left. The company agreed.",
            "company",
            "Apple Inc",
        ),
    ],
)
def test_a_short_form_means_the_one_named_in_full(text: str, surface: str, name: str) -> None:
    assert (surface, name) in names(text)


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Angela Merkel met Barack Obama. She left.", "She", "Angela Merkel"),
        ("Angela Merkel met Barack Obama. He left.", "He", "Barack Obama"),
        ("Vladimir Putin arrived. His visit was short.", "His", "Vladimir Putin"),
        ("Protesters gathered. They shouted.", "They", "Protesters"),
        ("North Korea said it had fired a missile.", "it", "North Korea"),
        ("Tim Cook said he was glad.", "he", "Tim Cook"),
        ("Barack Obama spoke. The powers told Tim Cook to leave and helped topple him.", "him", "Tim Cook"),
        ("Firms tried to help, she said. In Rome, residents who said they opposed it left.", "they", "residents"),
        ("Karl Borg Thursday blamed Marco Zammit. Our children suffer, he said.", "he", "Karl Borg"),
    ],
)
def test_a_pronoun_means_a_subject_that_fits(text: str, surface: str, name: str) -> None:
    assert (surface, name) in names(text)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Snow fell. He left.", "He"),
        ("Angela Merkel spoke. The room was cold. It was late. He left.", "He"),
        ("Barack Obama spoke: “Then he left.”", "he"),
    ],
)
def test_a_pronoun_without_somebody_who_fits_is_left_out(text: str, surface: str) -> None:
    assert surface not in [found for found, _ in names(text)]


def test_two_leaders_are_the_two_whom_the_sentence_before_names() -> None:
    assert names("Xi Jinping met Vladimir Putin. The two leaders dined.")[2:] == [
        ("two", "Xi Jinping"),
        ("leaders", "Vladimir Putin"),
    ]


def test_a_former_president_is_not_the_president_named_before() -> None:
    assert ("former president", "former president") in names("President Joe Biden spoke. A former president listened.")


def test_a_name_that_only_the_headline_gives_in_full_counts() -> None:
    assert names("Mr. Khan was freed.", "Court frees Imran Khan") == [("Mr. Khan", "Imran Khan")]


def test_articles_do_not_know_each_other() -> None:
    names("President Xi Jinping left.")
    assert names("Talks with Mr. Xi failed.") == [("Mr. Xi", "Xi")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norfield Inc reported a loss. A charge hit its Vella Systems unit. The company spoke.", "Norfield Inc"),
        ("Norfield Inc reported a loss. Sales at the Vella Systems division fell. The company spoke.", "Norfield Inc"),
        ("Norfield Inc reported a loss. Then Vella Systems Inc gained. The company spoke.", "Vella Systems Inc"),
    ],
)  # fmt: skip
def test_the_company_is_no_unit_of_another_one(text: str, name: str) -> None:
    assert find_actors(text, split_sentences(text))[-1].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norvite union called a strike on Monday. The union condemned the plan.", "Norvite union"),
        ("Members of the Norvite union met on Monday. The union condemned the plan.", "Norvite union"),
        ("The NRF board met on Monday. The 14-member board condemned the plan.", "NRF board"),
        ("The Borg administration fell on Monday. The administration condemned the plan.", "administration"),
        ("The No.1 bank fell on Monday. The bank condemned the plan.", "bank"),
    ],
)
def test_what_a_name_and_a_noun_name_together_is_meant_by_the_noun(text, name, mentions_of) -> None:
    (mention,) = (item for item in mentions_of(text) if item["event_type"] == "accusation")
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "source"] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The board appointed a new chief executive on Friday. Karl Borg, 52, will start in May.", "Karl Borg"),
        ("Vella Inc named a new chairman on Friday. Anna Borg, of Oslo, joins in May.", "Anna Borg"),
        ("The board appointed a new chairman on Friday. Anna Borg criticised the choice.", "new chairman"),
        ("The board met a new chairman on Friday and appointed a new director. Anna Borg left.", "new director"),
    ],
)
def test_an_office_is_given_to_whom_the_next_sentence_introduces(text, name, mentions_of) -> None:
    mention = next(item for item in mentions_of(text) if item["event_type"] == "appointment")
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "target"] == [name]


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("Karl Borg, 53, El Norfield, was found guilty by a jury.", "Karl Borg"),
        ("Karl Borg, 53, a neighbour, called the police.", "man"),
        ("Karl Borg was found guilty by a jury.", "man"),
    ],
)
def test_a_man_is_named_where_somebody_of_an_age_is_tried_soon_after(second, name, mentions_of) -> None:
    text = f"OSLO – A man was sentenced on Monday for fraud. The offer was a trap set by police. {second}"
    mention = next(item for item in mentions_of(text) if item["trigger"] == "sentenced")
    assert [actor["name"] for actor in mention["actors"]] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("French and German banks protested on Monday.", {"French banks", "German banks"}),
        (
            "The French and German teachers federations protested on Monday.",
            {"French teachers federations", "German teachers federations"},
        ),
        ("French and German officials protested on Monday.", {"France", "Germany"}),
        ("France and German banks protested on Monday.", {"France", "German banks"}),
    ],
)
def test_two_states_share_the_noun_behind_the_second(text, names, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert {actor["name"] for actor in mention["actors"]} == names


def test_a_house_vote_is_the_houses(mentions_of, roles_of) -> None:
    found = mentions_of("The bill failed in a House vote on Monday.")
    assert roles_of(found, "vote") == [{("House", "source")}]
