"""What is read too boldly: kin as the one named, struggles and demands as deeds, stamps of readers as days, names with a blank in them."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels killed Karl Borg's youngest son on Monday.", "Karl Borg's youngest son"),
        ("Rebels killed Karl Borg 's eldest daughter on Monday .", "Karl Borg's eldest daughter"),
        ("Rebels captured Karl Borg's younger brother on Monday.", "Karl Borg's younger brother"),
        ("Rebels killed Karl Borg's estranged wife on Monday.", "Karl Borg's estranged wife"),
        ("Rebels killed Karl Borg on Monday.", "Karl Borg"),
    ],
)
def test_kin_of_somebody_named_are_not_that_person(text: str, name: str, mentions_of) -> None:
    [mention] = mentions_of(text)
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "target"] == [name]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "The minister accused Malta on Monday of leaving rebels without money to continue their campaign to unseat Borg.",
            {"accusation"},
        ),
        ("Rebels on Monday continued their fight to topple President Borg.", set()),
        ("President Borg will not bow to demands he quit.", set()),
        ("President Borg will not bow to calls that he resign.", set()),
        ("President Borg quit on Monday.", {"resignation"}),
        ("Ships under sanctions left the port on Monday.", set()),
        ("On Monday the agency raised its pandemic risk level.", set()),
        ("Refugees came on Monday from areas within shelling range of Borg's troops.", set()),
        ("A patient gave birth earlier this month to a premature baby.", set()),
        ("Malta gave the envoys on Monday a month to leave.", {"diplomatic_break"}),
        ("Troops fired indiscriminately at marchers on Sunday.", {"attack"}),
    ],
)
def test_what_is_only_wanted_or_near_by_is_no_event(text: str, types: set[str], mentions_of) -> None:
    assert {item["event_type"] for item in mentions_of(text)} == types


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They are right. June 8, 2022 at 6:30 pm | Reply The army attacked a village.", [None]),
        ("They are right .\nJune 8 , 2022 at 6:30 pm | Reply The army attacked a village .", [None]),
        ("They are right.\nJune 8, 2022 at 6:30 pm | The army attacked a village.", [None]),
        ("The army attacked a village on June 8, 2022 at 6:30 pm.", ["2022-06-08"]),
    ],
)
def test_the_stamp_below_what_a_reader_wrote_dates_nothing(text: str, days: list[str | None], mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(text)] == days


def test_a_weekday_behind_the_dateline_of_a_text_in_tokens_is_the_last_one(mentions_of) -> None:
    text = "Town braces for team that arrives soon Norfield , Malta ( CNN ) -- An airstrike Wednesday in the port of Norfield killed 11 men ."
    assert [item["edtf"] for item in mentions_of(text) if item["event_type"] == "attack"] == ["2023-03-15"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Borg 's troops left .", "Borg's troops"),
        ("Karl Borg ’s troops left .", "Karl Borg’s troops"),
        ("Karl Fraser of Imperial College London said so.", "Karl Fraser"),
    ],
)
def test_names_are_whole_and_without_blanks_before_their_possessive(text: str, name: str) -> None:
    assert find_actors(text, split_sentences(text))[0].name == name


def test_a_capital_behind_the_name_of_a_college_is_no_state() -> None:
    text = "Karl Fraser of Imperial College London said so."
    assert "United Kingdom" not in {item.name for item in find_actors(text, split_sentences(text))}


def test_whom_somebody_defects_to_leaves_no_office(mentions_of, roles_of) -> None:
    found = mentions_of("Interior Minister Karl Younes defected to the rebels on Monday.")
    assert roles_of(found, "resignation") == [{("Karl Younes", "source")}]
