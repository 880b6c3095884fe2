"""Verbs that share a passive or an object, subjects behind openings and insertions, and those whom a weapon belongs to."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Those rebels who come to Norfield will be identified, arrested and prosecuted.", "charge", ({("rebels", "target")}, "planned")),
        ("Three rebels will be caught, charged and jailed, Karl Borg said.", "charge", ({("Three rebels", "target")}, "planned")),
        ("Karl Borg was taken from his post and appointed head of Norfield Steel.", "appointment", ({("Karl Borg", "target")}, "happened")),
        ("Karl Borg was not arrested but fined by a court.", "sanction", ({("Karl Borg", "target"), ("court", "source")}, "happened")),
        # a verb of its own
        ("Karl Borg was praised in May and appointed three judges.", "appointment", ({("Karl Borg", "source"), ("three judges", "target")}, "happened")),
    ],
)  # fmt: skip
def test_a_participle_behind_and_shares_the_passive_and_the_future_before_it(
    text, event_type, expected, mentions_of, roles_of
) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [(roles, mention["status"]) for roles, mention in zip(roles_of(found, event_type), found, strict=True)] == [
        expected
    ]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Agents arrested and later charged a broker on Monday.", "arrest", {("Agents", "source"), ("broker", "target")}),
        ("Police came as Karl Borg was fleeing and arrested him.", "arrest", {("Police", "source"), ("Karl Borg", "target")}),
        ("A Maltese broker detained along with four clerks is being tried.", "arrest", {("Maltese broker", "target")}),
        ("Karl Borg and Rita Vella were handed a suspended prison sentence.", "verdict", {("Karl Borg", "target"), ("Rita Vella", "target")}),
        ("President Rita Vella appointed lawyer Tom Borg justice minister.", "appointment", {("Rita Vella", "source"), ("Tom Borg", "target")}),
    ],
)  # fmt: skip
def test_two_verbs_and_two_objects_keep_their_parts(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("In his speech on Monday Karl Borg recalled the flood.", "speech", {("Karl Borg", "speaker")}),
        ("At a news conference in Rome on Monday Rita Holm left.", "speech", {("Rita Holm", "speaker")}),
        ("After Monday's news conference, Norfield Bank's Karl Borg left.", "speech", {("Karl Borg", "speaker")}),
        ("As soon as he was told of the arrests, Karl Borg ordered a review.", "arrest", set()),
        ("Rita Holm, speaking to reporters after talks with Karl Borg, rejected it.", "rejection", {("Rita Holm", "source")}),
        ("Norfield Steel, a Maltese miner, and its rival Kestrel Metals sued Libya.", "charge", {("Norfield Steel", "source"), ("Kestrel Metals", "source"), ("Libya", "target")}),
        ("Karl Borg, a lawyer from Malta, and Rita Vella sued Boeing.", "charge", {("Karl Borg", "source"), ("Rita Vella", "source"), ("Boeing", "target")}),
        ("Regulators in Malta and Cyprus fined Boeing.", "sanction", {("Regulators", "source"), ("Boeing", "target")}),
        ("Norfield agreed to be bought by Kestrel Capital and Borg Partners.", "agreement", {("Norfield", "participant"), ("Kestrel Capital", "participant"), ("Borg Partners", "participant")}),
    ],
)  # fmt: skip
def test_a_subject_is_found_behind_openings_and_insertions(text, event_type, roles, mentions_of, roles_of) -> None:
    assert [found for found in roles_of(mentions_of(text), event_type) if found] == ([roles] if roles else [])


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A bomb planted by separatists wounded two guards on Monday.", {("separatists", "source"), ("two guards", "target")}),
        ("An attack by gunmen that killed three guards took place on Friday.", {("gunmen", "source"), ("three guards", "target")}),
    ],
)  # fmt: skip
def test_a_weapon_is_its_users_and_an_attack_hurts_whom_its_clause_names(text, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "attack") == [roles]
