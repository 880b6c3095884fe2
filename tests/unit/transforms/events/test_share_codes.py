"""Codes of shares beside firms: they hide no subject, no list and no day, and no offset moves."""

import pytest

from transforms.events.share_codes import without_share_codes


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
