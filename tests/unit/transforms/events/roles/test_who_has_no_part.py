"""Who stands beside an event and did nothing, or nothing of the kind: judges, buildings, authors, photographers."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A federal judge on Friday delayed the start of a massive trial.", {("federal judge", "source")}),
        ("At a hearing on Friday, Judge Karl Borg cited difficulties.", {("Karl Borg", "source")}),
        ("The Senate Banking Committee held a hearing on Friday.", {("Senate Banking Committee", "source")}),
        ("At a hearing on Friday, Karl Borg pleaded for mercy.", {("Karl Borg", "target")}),
        ("A judge in Malta opened the trial of Anna Borg on Friday.", {("Anna Borg", "target")}),
    ],
)
def test_judges_and_committees_hold_trials(text: str, roles: set[tuple[str, str]], mentions_of, roles_of) -> None:
    assert roles in roles_of(mentions_of(text), "trial")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ten people were killed in the embassy bombing on Monday.", {("Ten people", "target"), ("embassy", "target")}),
        ("The American Embassy bombings on Monday were condemned.", {("American Embassy", "target")}),
        ("The army attack on Monday killed six people.", {("army", "source"), ("six people", "target")}),
    ],
)
def test_a_building_before_an_attack_is_what_was_hit(text, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "attack") == [roles]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prices fell By Anna Borg and Karl Vella MALTA (Reuters) - Rebels fled.", ["Rebels"]),
        ("March 20 | By Anna Borg, CNN Rebels fled.", ["CNN Rebels"]),
        ("By Anna Borg's account, rebels fled.", ["Anna Borg", "rebels"]),
    ],
)
def test_who_wrote_a_report_is_no_actor(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_actors(text, split_sentences(text))] == names


@pytest.mark.parametrize(
    "credit",
    ["Photograph: Anna Borg/AP", "Photograph: Anna Borg/pool/EPA", "Photograph: AFP/Getty Images"],
)
def test_the_credit_of_a_picture_is_a_sentence_of_its_own(credit: str) -> None:
    text = f"{credit} Karl Vella used his visit to thank them."
    assert [text[span.start : span.end] for span in split_sentences(text)][0] == credit


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karl Vella met envoys. At his news conference on Friday, John Borg said no.", "John Borg"),
        ("In her speech on Friday, Anna Borg urged calm.", "Anna Borg"),
        ("Karl Vella left. At his news conference on Friday, he urged calm.", "Karl Vella"),
    ],
)
def test_an_owner_in_an_opening_phrase_is_the_subject_behind(text, speaker, mentions_of, roles_of) -> None:
    assert {(speaker, "speaker")} in roles_of(mentions_of(text), "speech")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Global leaders attending a Libya conference in Rome on Monday called on Borg to go.", {"Global leaders"}),
        ("The Israel talks with Syria began on Monday.", {"Israel", "Syria"}),
        ("A Libya meeting was held in Rome on Monday.", {"Libya"}),
        ("Libya met Malta at a summit in Rome on Monday.", {"Libya", "Malta"}),
        ("The Russia-Ukraine talks resumed on Monday.", {"Russia", "Ukraine"}),
    ],
)
def test_the_state_of_which_a_meeting_is_called_takes_no_part_beside_others(text, names, mentions_of) -> None:
    found = [item for item in mentions_of(text) if item["event_type"] == "meeting"]
    assert [{actor["name"] for actor in item["actors"]} for item in found] == [names]


@pytest.mark.parametrize(
    "judged",
    [
        "expressed concern over",
        "voiced alarm at",
        "was alarmed by",
        "was aware of",
        "was asked about",
        "played down",
        "learned of",
        "protested against",
        "was shocked by",
    ],
)
def test_whoever_only_feels_or_hears_of_an_arrest_did_not_make_it(judged: str, mentions_of, roles_of) -> None:
    text = f"Karl Borg {judged} the arrests on Monday."
    assert not any(name == "Karl Borg" for roles in roles_of(mentions_of(text), "arrest") for name, _ in roles)


def test_a_person_whose_name_an_investigation_has_is_its_target(mentions_of, roles_of) -> None:
    assert roles_of(mentions_of("The Karl Borg investigation began on Monday."), "investigation") == [
        {("Karl Borg", "target")}
    ]


def test_a_person_whose_name_a_protest_has_does_not_protest(mentions_of, roles_of) -> None:
    text = "Police shot Karl Borg, a clerk, in May. The Karl Borg protests broke out in Oslo on Monday."
    assert all(name != "Karl Borg" for roles in roles_of(mentions_of(text), "protest") for name, _ in roles)


@pytest.mark.parametrize("opening", ["About his visit to Rome", "After his visit to Rome", "Despite his visit to Rome"])
def test_an_owner_in_an_opening_phrase_is_the_subject_behind_it(opening: str, mentions_of, roles_of) -> None:
    text = f"President Carlo Vella met Karl Borg in Oslo. {opening}, Karl Borg said it had gone well."
    assert ("Karl Borg", "source") in roles_of(mentions_of(text), "visit")[0]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("President Karl al-Borg spoke. Anti-Borg protests broke out in Syria on Monday.", {"Karl al-Borg"}),
        ("Anti-American demonstrators marched in Kabul on Monday.", {"United States"}),
        ("Anti-government demonstrators marched in Kabul on Monday.", {"Afghanistan"}),
    ],
)
def test_a_protest_is_against_whom_its_name_says(text: str, targets: set[str], mentions_of, roles_of) -> None:
    (roles,) = roles_of(mentions_of(text), "protest")
    assert {name for name, role in roles if role == "target"} == targets


@pytest.mark.parametrize(
    ("text", "event_type", "names"),
    [
        ("Karl Borg's visit to Oslo on Monday cemented Malta's role in the north.", "visit", {"Karl Borg"}),
        ("Anna Vella's trip to Tokyo on Monday angered China.", "visit", {"Anna Vella"}),
        ("Karl Borg's speech in Oslo on Monday angered Norwegian fishermen.", "speech", {"Karl Borg"}),
        ("Karl Borg's visit to the Norfield plant on Monday pleased Malta.", "visit", {"Karl Borg", "Norfield"}),
    ],
)
def test_whoever_only_feels_what_a_visit_or_speech_does_takes_no_part(text, event_type, names, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [{actor["name"] for actor in mention["actors"]} for mention in found] == [names]


@pytest.mark.parametrize(
    ("text", "event_type", "name"),
    [
        ("Ministers defected to support the uprising seeking to oust Karl Borg.", "protest", "Karl Borg"),
        ("Monday's air strikes had halted an advance by Borg's forces.", "attack", "Borg's forces"),
    ],
)
def test_whom_another_verb_beside_a_noun_has_did_not_do_it(text, event_type, name, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert found
    assert all(actor["name"] != name or actor["role"] == "target" for one in found for actor in one["actors"])


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Members have invested in Norfield Corp, selected by NASA to build the station.", "appointment", {("Norfield Corp", "target"), ("NASA", "source")}),
        ("Norway tested a bomb after U.N.-imposed sanctions for a nuclear test on Monday.", "sanction", set()),
        ("Norway threatened Malta after U.N.-imposed sanctions on Monday.", "sanction", set()),
        ("Karl Borg held talks with Anna Vella and visiting Norwegian Foreign Minister Ian Holt on Monday.", "visit", {("Ian Holt", "source")}),
        ("The former Ropes & Gray associate was sentenced to 30 months in prison on Friday.", "verdict", {("former Ropes & Gray associate", "target")}),
        ("The other two - Karl Borg and Anna Vella - were arrested in Oslo on Monday.", "arrest", {("Karl Borg", "target"), ("Anna Vella", "target")}),
    ],
)  # fmt: skip
def test_who_stands_beside_a_participle_did_it_only_where_it_says_so(
    text, event_type, roles, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) in ([roles], [])


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Karl Borg attacked the regulator's lawsuit on Monday.", "accusation"),
        ("Norway detonated a device on Monday.", "weapons_test"),
        (
            "Norfield Corp reported on Monday its sixth straight quarter of profit growth, ahead of its biggest assault on rival Vella Inc.",
            "publication",
        ),
    ],
)
def test_a_lawsuit_is_attacked_in_words_and_a_state_detonates_a_device_as_a_test(text, event_type, mentions_of) -> None:
    assert event_type in [item["event_type"] for item in mentions_of(text)]
    assert "attack" not in [item["event_type"] for item in mentions_of(text)]


def test_a_quarterly_report_is_no_plan_to_report(mentions_of) -> None:
    (found,) = mentions_of("Norfield Inc, in its quarterly report on Monday, stood by its sales forecasts.")
    assert (found["event_type"], found["status"], found["edtf"]) == ("publication", "happened", "2023-03-20")


def test_a_disaster_in_a_list_is_not_where_the_next_one_was(mentions_of) -> None:
    found = mentions_of("He led relief efforts after the Asian tsunami, Hurricane Katrina and the Haiti earthquake.")
    assert [item["place"] for item in found if item["trigger"] == "tsunami"] in ([None], [])


@pytest.mark.parametrize(
    "text",
    [
        "Karl Borg dug in his heels as protests sweep Norfield this week.",
        "Karl Borg has left office while protests rage in Cairo this week.",
    ],
)
def test_who_acts_while_protests_go_on_does_not_protest(text, mentions_of) -> None:
    (mention,) = (item for item in mentions_of(text) if item["event_type"] == "protest")
    assert not [actor for actor in mention["actors"] if actor["name"] == "Karl Borg"]


@pytest.mark.parametrize(
    ("text", "event_type", "nobody"),
    [
        ("Karl Borg will attend the joint Spring Meetings on Monday.", "meeting", "Meetings"),
        ("The State Department released the Investment Climate Statements on Monday.", "speech", "Statements"),
        ("Karl Borg told the Norfield Reform Panel on Monday that he was late.", "meeting", "Panel"),
    ],
)
def test_an_occasion_is_no_party_to_itself(text, event_type, nobody, mentions_of):
    names = [
        actor["name"]
        for mention in mentions_of(text)
        if mention["event_type"] == event_type
        for actor in mention["actors"]
    ]
    assert not any(nobody in name for name in names)


@pytest.mark.parametrize(
    ("text", "event_type", "names"),
    [
        (
            "Although the Norfield board rejected the offer on Monday, analysts still expect a deal.",
            "rejection",
            {"Norfield board"},
        ),
        ("Though the union will vote down the offer, they want a new one.", "vote", {"union"}),
        ("After Malta attacked the rebels, residents fear a war.", "attack", {"Malta", "rebels"}),
        (
            "Karl Borg won an order from Vella Airlines, sources familiar with the deal said.",
            "agreement",
            {"Karl Borg", "Vella Airlines"},
        ),
    ],
)
def test_who_acts_behind_the_clause_that_opens_a_sentence_has_no_part_in_it(text, event_type, names, mentions_of):
    [found] = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert {actor["name"] for actor in found["actors"]} == names
