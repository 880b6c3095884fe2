"""Money that is given, promises, sanctions that are only spoken of, envoys that are called in."""

import pytest


def told(mentions) -> list[tuple[str, str, str | None]]:
    return [(m["event_type"], m["status"], m["edtf"]) for m in mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Norway pledged $400m for Malta on Monday.",
        "Norway pledged $400m to help Malta on Monday.",
        "Norway pledged $400m towards rebuilding Malta on Monday.",
        "Norway pledged $300 million in aid to Malta on Monday.",
        "Norway gave $3 million in relief to Malta on Monday.",
        "Norway tripled its aid to Malta on Monday.",
    ],
)
def test_money_goes_to_whom_it_is_for(text: str, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert told([mention]) == [("aid", "happened", "2023-03-20")]
    assert {(a["name"], a["role"]) for a in mention["actors"]} == {("Norway", "source"), ("Malta", "target")}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The minister vowed to release the prisoners.", [("release", "planned", None)]),
        ("The president pledged on Monday to withdraw troops.", [("withdrawal", "planned", None)]),
        ("Anna Borg vowed on Monday to cut taxes.", []),
        ("Malta vowed on Monday to defeat the Norfield Army.", []),
        ("The bank offered to buy shares from investors on Monday.", []),
        ("The discounts that the bank offered to customers hurt profit.", []),
    ],
)
def test_a_promise_of_one_side_is_no_agreement(text: str, events: list, mentions_of) -> None:
    assert told(mentions_of(text)) == events


@pytest.mark.parametrize(
    "text",
    [
        "The EU exempted Malta from sanctions on Norwegian oil on Monday.",
        "The company evaded sanctions on Norway.",
        "The firm was exempt from tariffs on steel.",
        "The minister criticised sanctions on Norway on Monday.",
        "The cabinet approved a law on Monday that raises fines for speeding.",
        "Malta raised electricity tariffs by 18% on Monday.",
        "The regulator cut phone tariffs on Monday.",
    ],
)
def test_a_noun_for_sanctions_is_none_where_nobody_imposes_or_lifts_them(text: str, mentions_of) -> None:
    assert not [m for m in mentions_of(text) if m["event_type"] == "sanction"]


@pytest.mark.parametrize(
    "text",
    [
        "Malta summoned the Norwegian ambassador on Monday over the remarks.",
        "The Norwegian ambassador was summoned on Monday.",
    ],
)
def test_an_envoy_who_is_summoned_is_reproached(text: str, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert told([mention]) == [("accusation", "happened", "2023-03-20")]
    assert ("Norwegian ambassador", "target") in {(a["name"], a["role"]) for a in mention["actors"]}
