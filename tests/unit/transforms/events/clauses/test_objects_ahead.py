"""Objects that stand before their verb, in what a relative clause describes."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "roles"),
    [
        ("The sanctions that Malta imposed in May hurt trade.", "sanction", "2022-05-01", {("Malta", "source")}),
        ("Norway ignored sanctions Malta imposed in May.", "sanction", "2022-05-01", {("Malta", "source")}),
        (
            "The fine that the regulator imposed on Borg Oil in May was paid.",
            "sanction",
            "2022-05-01",
            {("regulator", "source"), ("Borg Oil", "target")},
        ),
        (
            "The troops that Malta sent to Norway in 2010 left.",
            "deployment",
            "2010-01-01",
            {("Malta", "source"), ("Norway", "target")},
        ),
        (
            "The aid that Norway pledged to Malta in 2010 never came.",
            "aid",
            "2010-01-01",
            {("Norway", "source"), ("Malta", "target")},
        ),
        (
            "Norway ignored sanctions the Arab League imposed in May.",
            "sanction",
            "2022-05-01",
            {("Arab League", "source")},
        ),
        (
            "The talks were marred by the arrest warrant that the Norfield High Court issued in May.",
            "warrant",
            "2022-05-01",
            {("Norfield High Court", "source")},
        ),
        ("Norway ignored the report Malta published in May.", "publication", "2022-05-01", {("Malta", "source")}),
        (
            "The bill, which parliament passed on Monday, is long.",
            "legislation",
            "2023-03-20",
            {("parliament", "source")},
        ),
    ],
)
def test_a_verb_may_have_its_object_before_it(mentions_of, roles_of, sentence, event_type, start, roles):
    found = mentions_of(sentence)
    assert roles_of(found, event_type) == [roles]
    assert [str(item["start_date"]) for item in found if item["event_type"] == event_type] == [start]


@pytest.mark.parametrize(
    "sentence",
    [
        "The laws we passed help people.",
        "Norway said that Malta imposed in May what it wanted.",
        "The duties to which Malta agreed are high.",
        "The sanctions that Malta imposes are strict.",
        "The talks are on a plan that - if approved - would save jobs.",
    ],
)
def test_talk_of_things_is_no_deed(mentions_of, sentence):
    types = {item["event_type"] for item in mentions_of(sentence)}
    assert not types & {"legislation", "sanction", "agreement", "vote"}


def test_who_stands_before_such_an_object_did_not_do_it(mentions_of, roles_of):
    found = mentions_of("Norway praised the troops Malta sent to Italy on Monday.")
    assert roles_of(found, "deployment") == [{("Malta", "source"), ("Italy", "target")}]


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "name"),
    [
        ("The speech that Anna Vella gave in Norfield on Monday was long.", "speech", "2023-03-20", "Anna Vella"),
        ("Norway praised the truce that the rebels declared on Monday.", "ceasefire", "2023-03-20", "rebels"),
        ("The election that Anna Vella won in 2010 was fair.", "election", "2010-01-01", "Anna Vella"),
        ("A statement that Malta issued on Monday was short.", "speech", "2023-03-20", "Malta"),
        ("The interview, which Karl Borg gave in May, was short.", "speech", "2022-05-01", "Karl Borg"),
    ],
)
def test_who_gives_or_holds_what_a_noun_names_does_so_on_the_day_told(
    mentions_of, roles_of, sentence, event_type, start, name
):
    found = mentions_of(sentence)
    assert [{actor for actor, _ in roles} for roles in roles_of(found, event_type)] == [{name}]
    assert [str(item["start_date"]) for item in found if item["event_type"] == event_type] == [start]


def test_what_a_statement_tells_is_not_what_gave_it(mentions_of, roles_of):
    found = mentions_of("Norway said in a statement that Malta led in May.")
    assert roles_of(found, "speech") == [{("Norway", "speaker")}]
