"""Clauses that others interrupt or that open with a date: which verb has which subject and which day."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The man who attacked the embassy was arrested on Monday.", "arrest", {("man", "target")}),
        ("The man who attacked the embassy was arrested on Monday.", "attack", {("man", "source"), ("embassy", "target")}),
        ("Protesters who gathered in the square demanded on Sunday that the president resign.", "demand", {("Protesters", "source"), ("president", "target")}),
        ("The woman who said she was attacked by soldiers met the minister on Monday.", "meeting", {("woman", "participant"), ("minister", "participant")}),
        ("As Anna Vella reports, union leaders called off a strike on Monday.", "protest", {("union leaders", "source")}),
        ("In May, Malta sent a relief convoy to Rome.", "aid", {("Malta", "source"), ("relief convoy", "target")}),
        ("The minister on Monday blamed rebels for the attack in Rome.", "attack", {("rebels", "source")}),
        ("Karl Borg on Monday blamed the unrest in Malta on Anna Vella.", "accusation", {("Karl Borg", "source"), ("Anna Vella", "target")}),
        ("Leaders meeting in Rome on Monday asked for help to persuade Karl Borg.", "meeting", {("Leaders", "participant")}),
        ("The trial of Karl Borg's personal doctor opened on Monday.", "trial", {("doctor", "target")}),
        ("Violence has continued, with activists reporting battles between troops and defectors on Sunday.", "attack", {("troops", "target"), ("defectors", "target")}),
        ("Norfield Corp, which makes pumps and filters sold in Malta, sued Italy on Monday.", "charge", {("Norfield Corp", "source"), ("Italy", "target")}),
        ("Norfield Corp, which Karl Borg founded and Anna Vella runs, sued Italy on Monday.", "charge", {("Norfield Corp", "source"), ("Italy", "target")}),
        ("At least 82 were killed, officials said as dawn broke.", "death", {("At least 82", "target")}),
    ],
)  # fmt: skip
def test_a_verb_behind_an_interruption_keeps_its_own_subject(text, event_type, expected, mentions_of, roles_of) -> None:
    assert expected in roles_of(mentions_of(text), event_type)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The man who attacked the embassy was arrested on Monday.", {"attack": None, "arrest": "2023-03-20"}),
        ("Karl Borg, who visited Malta and met Anna Vella, was arrested on Monday.", {"visit": None, "meeting": None, "arrest": "2023-03-20"}),
        ("Officials who met the rebels in June signed a peace deal on Sunday.", {"meeting": "2022-06", "agreement": "2023-03-19"}),
        ("In January, police shot dead two men and in February they arrested a politician.", {"attack": "2023-01", "arrest": "2023-02"}),
        ("Last year, Malta banned oil imports from Syria and in February it imposed sanctions on Iran.", {"sanction": "2023-02"}),
        ("Soldiers shot dead three people during a visit by a U.N. team on Monday.", {"attack": "2023-03-20", "visit": "2023-03-20"}),
        ("Karl Borg today made a trio of appointments to his team.", {"appointment": "2023-03-21"}),
        ("A drilling rig blew up and sank off Malta on Monday.", {"disaster": "2023-03-20"}),
        ("Militants blew up a bridge on Monday.", {"attack": "2023-03-20"}),
        ("On May 3, a court ruled in favour of Karl Borg.", {"verdict": "2022-05-03"}),
        ("Just as it was recovering from the May 12 quake, a storm hit Malta.", {"disaster": "2022-05-12"}),
        ("The minister on Monday condemned the attack in Rome.", {"accusation": "2023-03-20", "attack": None}),
        ("The minister on Monday praised the appointment of Karl Borg.", {"appointment": None}),
        ("Under the deal announced on Monday, Norfield Inc will own half of Borg Bank.", {"agreement": "2023-03-20"}),
    ],
)  # fmt: skip
def test_each_verb_has_the_day_of_its_own_clause(text, expected, mentions_of) -> None:
    found = {item["event_type"]: item["edtf"] for item in mentions_of(text)}
    assert {event_type: found.get(event_type, "not told") for event_type in expected} == expected


def test_who_suffers_since_a_protest_began_is_not_who_protests(mentions_of, roles_of) -> None:
    text = "Two soldiers have been killed since protests against the minister began in February."
    assert [role for role in roles_of(mentions_of(text), "protest")] in ([], [{("minister", "target")}])


@pytest.mark.parametrize(
    ("text", "event_type", "not_source"),
    [
        ("Karl Borg tried to stop the protests in Rome on Monday.", "protest", "Karl Borg"),
        ("For the most part, residents expressed outrage at the shooting.", "attack", "residents"),
    ],
)
def test_who_ends_or_deplores_what_others_do_does_not_do_it(
    text, event_type, not_source, mentions_of, roles_of
) -> None:
    [roles] = roles_of(mentions_of(text), event_type)
    assert (not_source, "source") not in roles


def test_a_blast_is_an_attack_where_a_bombing_was_told(mentions_of) -> None:
    blast = "The blast in Nairobi was at noon on Monday."
    assert [item["event_type"] for item in mentions_of(blast)] == ["disaster"]
    assert {item["event_type"] for item in mentions_of("Car bombings struck two embassies. " + blast)} == {"attack"}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [("Protesters came under fire in Aleppo on Monday.", "attack"), ("The minister came under fire over the report on Monday.", "accusation")],
)  # fmt: skip
def test_who_comes_under_fire_is_shot_at_or_criticised(text, event_type, mentions_of) -> None:
    assert [item["event_type"] for item in mentions_of(text)] == [event_type]
