"""Codes of shares beside firms: they hide no subject, no list and no day, and no offset moves."""

import pytest

from transforms.events.texts.share_codes import without_share_codes


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Banks have been cutting jobs and on Sunday, Norfield Corp NRFa.N sued Karl Vella.",
            "charge",
            {("Norfield Corp", "source"), ("Karl Vella", "target")},
        ),
        (
            "Norfield Communications ( NF.N ) and two unions have signed a deal.",
            "agreement",
            {("Norfield Communications", "participant"), ("two unions", "participant")},
        ),
        (
            "Malta on Sunday sued Norfield Bank ( NRB.N ), Borg Corp ( BRG.VX ) and Vella Inc (NYSE: VEL).",
            "charge",
            {("Malta", "source"), ("Norfield Bank", "target"), ("Borg Corp", "target"), ("Vella Inc", "target")},
        ),
        (
            "Norfield Pictures Inc NRP.N, a maker of films, sued Borg Corp 6758.T on Sunday.",
            "charge",
            {("Norfield Pictures Inc", "source"), ("Borg Corp", "target")},
        ),
    ],
)
def test_codes_hide_no_firm(text, event_type, roles, mentions_of, roles_of):
    [mention] = [item for item in mentions_of(text) if item["event_type"] == event_type]
    assert roles_of([mention], event_type) == [roles]
    assert text[mention["trigger_start"] : mention["trigger_end"]] == mention["trigger"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Norfield Corp ( NRF.N ) rose", "Norfield Corp           rose"),
        ("Norfield Corp. NRFa.N rose", "Norfield Corp.        rose"),
        ("Norfield (TSX: NRF; NYSE: NRF) rose", "Norfield                       rose"),
        ("The index .NRFX rose", "The index       rose"),
        ("the U.S economy, the U.N. and D.C. at 10.30", "the U.S economy, the U.N. and D.C. at 10.30"),
        ("the Norfield Bank (NRB) and (a.k.a. Borg)", "the Norfield Bank (NRB) and (a.k.a. Borg)"),
        ("THE TALKS.HE LEFT", "THE TALKS.HE LEFT"),
    ],
)
def test_codes_are_blanked_and_nothing_else(text, plain):
    assert without_share_codes(text) == plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "Shares rose as Norfield Group ( NRF.L ) agreed to buy Vella Brands Inc.",
            "agreed",
            {"Norfield Group", "Vella Brands Inc"},
        ),
        (
            "A source said on Monday Norfield Co (NRF.N) agreed to buy Vella Group.",
            "agreed",
            {"Norfield Co", "Vella Group"},
        ),
        (
            "Analysts welcomed the plan and Norfield Co (NRF.N) signed a deal with Vella Group on Monday.",
            "signed",
            {"Norfield Co", "Vella Group"},
        ),
        (
            "Borg Bank said profit fell and Norfield Co (NRF.N) cut 500 jobs.",
            "cut",
            {"Norfield Co"},
        ),
    ],
)
def test_a_firm_with_the_code_of_its_share_is_the_subject_of_a_clause_of_its_own(
    text: str, trigger: str, names: set[str], mentions_of
) -> None:
    found = {item["trigger"]: {actor["name"] for actor in item["actors"]} for item in mentions_of(text)}
    assert found.get(trigger) == names


def test_a_bracket_that_tells_more_still_ends_a_noun_group(mentions_of) -> None:
    text = "Borg Bank praised the plan and the deal (which Norfield Co signed on Monday)."
    assert [item["event_type"] for item in mentions_of(text)] == ["agreement"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Norfield Bank hired former Vella Bank ( VEL.N ) executive Karl Borg as head of insurance on Monday.",
            {"Norfield Bank", "Karl Borg"},
        ),
        (
            "Norfield Bank will appoint Vella Inc (VEL.N) executive Karl Borg as its new chief executive.",
            {"Norfield Bank", "Karl Borg"},
        ),
        (
            "Norfield Bank has hired Vella Bank's ( VEL.N ) Asia banking head Anna Borg.",
            {"Norfield Bank", "Anna Borg"},
        ),
    ],
)
def test_a_firm_with_the_code_of_its_share_only_describes_whoever_is_named_behind_it(
    text: str, names: set[str], mentions_of
) -> None:
    found = [
        {actor["name"] for actor in item["actors"]} for item in mentions_of(text) if item["event_type"] == "appointment"
    ]
    assert found == [names]
