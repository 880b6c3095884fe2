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
        "The trader violated the arms embargo on Wednesday.",
        "NATO vessels began policing an arms embargo on Wednesday.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Norway sent a team of 34 experts to help Malta with the crisis on Monday.",
        "Norway dispatched relief teams to Malta on Monday after the quake.",
        "The planes dropped 14,000 meals over the valley on Monday.",
        "A convoy carrying 300 tonnes of medicines reached Norfield on Monday.",
        "The White House unveiled a $4 billion package on Monday to shore up the carmakers.",
        "The book tells of the federal bailout of Borg Insurance on Monday.",
    ],
)
def test_help_comes_in_many_shapes(text: str, mentions_of) -> None:
    assert [item for item in told(mentions_of(text)) if item[0] == "aid"] == [("aid", "happened", "2023-03-20")]


@pytest.mark.parametrize(
    "text",
    [
        "Borg Oil sent a team of engineers to meet customers after the crisis.",
        "Borg Cable dropped prices of medicine on Monday.",
        "The Treasury may lose money on the bailout of Borg Insurance.",
        "A convoy of journalists reached Norfield on Monday.",
    ],
)
def test_other_teams_and_convoys_bring_no_help(text: str, mentions_of) -> None:
    assert [item for item in told(mentions_of(text)) if item[0] == "aid"] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway sent military advisers to the rebels on Monday.", "deployment"),
        ("The government dispatched helicopter gunships to the south on Monday.", "deployment"),
        ("Malta and Norway unveiled deals worth 2 billion euros on Monday.", "agreement"),
        ("The researchers wrote on Monday in the journal Norfield Letters that the lake shrank.", "publication"),
        ("The picture comes from a video uploaded on a website on Monday.", "publication"),
        ("In an editorial on Monday, the Norfield Times hailed the pact.", "publication"),
    ],
)
def test_what_is_sent_unveiled_or_written_is_told(text: str, event: str, mentions_of) -> None:
    assert (event, "happened", "2023-03-20") in told(mentions_of(text))


@pytest.mark.parametrize(
    "text", ["Borg Mobile unveiled deals for customers.", "The Norfield Times editorial board met Borg."]
)
def test_offers_and_editors_are_no_deals_and_editorials(text: str, mentions_of) -> None:
    assert not {item[0] for item in told(mentions_of(text))} & {"agreement", "publication"}
