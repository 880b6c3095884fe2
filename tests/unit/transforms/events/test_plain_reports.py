"""Sentences as agencies write them: what each tells, and of what day."""

import pytest


def found(mentions) -> list[tuple[str, str, str | None]]:
    return [(mention["event_type"], mention["status"], mention["edtf"]) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Borg Steel reported a smaller quarterly loss on Monday.", ("publication", "happened", "2023-03-20")),
        ("Borg Steel reported a loss in 2021.", ("publication", "happened", None)),
        (
            "Borg Steel posted a fall in profit on Monday as its buyers held back.",
            ("publication", "happened", "2023-03-20"),
        ),
        ("A government report showed on Monday that prices rose.", ("publication", "happened", "2023-03-20")),
        ("Rebels shelled a market on Monday.", ("attack", "happened", "2023-03-20")),
        ("Malta struck a refugee camp on Monday.", ("attack", "happened", "2023-03-20")),
        ("The army launched an operation against rebels on Monday.", ("attack", "happened", "2023-03-20")),
        ("Malta and the rebels agreed to a truce on Monday.", ("ceasefire", "happened", "2023-03-20")),
        ("The government withdrew from the treaty on Monday.", ("diplomatic_break", "happened", "2023-03-20")),
        ("Taxi drivers marched through the capital on Monday.", ("protest", "happened", "2023-03-20")),
        ("The union dismissed the offer on Monday.", ("rejection", "happened", "2023-03-20")),
        ("Borg Steel sold its stake in Norfield Bank on Monday.", ("agreement", "happened", "2023-03-20")),
        ("President Karl Borg spoke on Monday by phone with Anna Waugh.", ("call", "happened", "2023-03-20")),
        ("President Karl Borg spoke with Anna Waugh on Monday.", ("call", "happened", "2023-03-20")),
        ("President Karl Borg spoke with reporters on Monday.", ("speech", "happened", "2023-03-20")),
        ("Karl Borg discussed the plan with Anna Waugh on Monday.", ("meeting", "happened", "2023-03-20")),
        ("Malta is bolstering its military presence in the gulf.", ("deployment", "ongoing", None)),
        ("Malta dispatched detectives to Rome on Monday.", ("deployment", "happened", "2023-03-20")),
        ("Karl Borg took over the daily operations on Monday.", ("appointment", "happened", "2023-03-20")),
        ("A pipeline exploded in Malta on Monday, killing four.", ("disaster", "happened", "2023-03-20")),
        ("A constitutional convention voted on Monday to end the war.", ("vote", "happened", "2023-03-20")),
        (
            "Norfield saw signs of rust before the 3 March explosion aboard the rig.",
            ("disaster", "happened", "2023-03-03"),
        ),
        (
            "Karl Borg will need skill when he takes over at Norfield Bank in April.",
            ("appointment", "planned", "2023-04"),
        ),
        (
            "The Norfield Times reported on Monday that the bank was near ruin.",
            ("publication", "happened", "2023-03-20"),
        ),
        ("Borg Steel cut its profit forecast on Monday.", ("publication", "happened", "2023-03-20")),
        ("Borg Steel accepted the offer of Norfield on Monday.", ("agreement", "happened", "2023-03-20")),
        ("Malta formally joined NATO on Monday.", ("agreement", "happened", "2023-03-20")),
        ("Norway recognized the government of Malta on Monday.", ("agreement", "happened", "2023-03-20")),
        ("The army said it targeted the airport of Gozo on Monday.", ("attack", "happened", "2023-03-20")),
        ("The plan ran into criticism on Monday.", ("accusation", "happened", "2023-03-20")),
        ("Karl Borg told Maltese television on Monday he was well.", ("speech", "happened", "2023-03-20")),
        ("Aid was flown to the island on Monday.", ("aid", "happened", "2023-03-20")),
        ("Karl Borg came to power shortly after the 1994 genocide.", ("appointment", "happened", "1994")),
        ("Karl Borg resigned, effective May 1.", ("resignation", "planned", "2023-05-01")),
        ("The fire was still being investigated, police in Malta said.", ("investigation", "ongoing", None)),
        ("Malta was quick to condemn the raid on Monday.", ("accusation", "happened", "2023-03-20")),
        ("Borg Steel paid a fine of 3 million euros on Monday.", ("sanction", "happened", "2023-03-20")),
        ("Five people are killed in a fire on Monday in Malta.", ("disaster", "happened", "2023-03-20")),
        (
            "The envoy suggested on Monday that Malta was at risk and urged Norway to act.",
            ("demand", "happened", "2023-03-20"),
        ),
        ("Norway urges all parties in Malta to talk.", ("demand", "happened", None)),
        ("The Norfield Bank released its strategy on Monday.", ("publication", "happened", "2023-03-20")),
        ("Karl Borg joined calls on Monday for a vote.", ("demand", "happened", "2023-03-20")),
        ("On a visit to Malta on Monday, Karl Borg praised the port.", ("visit", "happened", "2023-03-20")),
        ("In a speech to bankers on Monday, Karl Borg praised the port.", ("speech", "happened", "2023-03-20")),
        ("Malta and Norway are in talks to end the war.", ("meeting", "ongoing", None)),
        ("Shareholders of Norfield approved the merger on Monday.", ("vote", "happened", "2023-03-20")),
        ("Three hikers were killed by a lightning strike on Monday.", ("disaster", "happened", "2023-03-20")),
        ("Karl Borg was named minister and will start on 30 March.", ("appointment", "happened", None)),
        ("Shares of Norfield fell before its board meets on Friday.", ("meeting", "planned", "2023-03-24")),
        ("The minister praised police for arresting the gang on Monday.", ("arrest", "happened", "2023-03-20")),
    ],
)
def test_what_an_agency_reports(text: str, told: tuple[str, str, str | None], mentions_of) -> None:
    assert told in found(mentions_of(text))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta offered a reward on Monday for information leading to the arrest of the gunmen.", "arrest"),
        ("Malta and Norway signed a pact on Monday, setting up a free trade zone of six million people.", "release"),
        ("Borg Steel said on Monday that it has not begun discussions with Norfield.", "meeting"),
        ("Borg Stores blamed warm weather on Monday for its loss.", "accusation"),
        ("Malta said on Monday it would strike the port unless the rebels left.", "attack"),
        ("The men of Malta were charged with verifying the count on Monday.", "charge"),
        ("Karl Borg said on Monday he would have fired Anna Waugh.", "resignation"),
        ("Malta returned the bodies of soldiers who were killed in action on Monday.", "attack"),
        ("The ministers agreed on Monday to work on arresting the gunmen.", "arrest"),
    ],
)
def test_what_need_not_come_is_no_event(text: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


def test_a_toll_of_a_digest_dates_no_disaster(mentions_of) -> None:
    digest = (
        "Malta expels an envoy of Norway. Gunmen kill five soldiers in Mali. Peru arrests two ministers. A bus crashes in Chile.\n"
        "The death toll of the winter storm in Canada rises to 34."
    )
    disasters = [(m["place"], m["edtf"]) for m in mentions_of(digest) if m["event_type"] == "disaster"]
    assert ("Chile", "2023-03-21") in disasters
    assert ("Canada", "2023-03-21") not in disasters


def test_a_war_that_a_veteran_was_in_takes_no_part(mentions_of) -> None:
    [mention] = mentions_of("Karl Borg, an Iraq War veteran and activist, resigned on Monday.")
    assert [actor["name"] for actor in mention["actors"]] == ["Karl Borg"]
