"""Force and accidents in relative clauses, before dates, behind names, and as subjects that open a sentence."""

import pytest

_FORCE = ("attack", "disaster", "death")


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Rebels were behind the raid that destroyed a house on Monday.", "attack"),
        ("The firm left after the storm that hit Malta on Monday.", "disaster"),
        ("The premier praised the court that sentenced Borg on Monday.", "verdict"),
        ("He wrote of the uprising that ousted President Borg on Monday.", "resignation"),
        ("A rig exploded March 20, killing six workers.", "disaster"),
        ("Two pipelines exploded on Monday.", "disaster"),
        ("Fighting also raged in the town of Norfield on Monday.", "attack"),
        ("Meanwhile, fighting raged in Norfield on Monday.", "attack"),
        ("He joined the force that finally toppled President Borg on Monday.", "resignation"),
        ("The two men were each found guilty of fraud on Monday.", "verdict"),
        ("Fighting was reported in Norfield on Monday.", "attack"),
        ("There has been fighting in Norfield since Monday.", "attack"),
        ("There has been an explosion in Malta on Monday.", "disaster"),
        ("The firm closed after the Gulf of Vella oil spill on Monday.", "disaster"),
        ("The clashes on Monday followed days of talks.", "attack"),
        ("Norfield came under attack by government troops on Monday.", "attack"),
        ("The convoy came under heavy mortar fire on Monday.", "attack"),
        ("Twelve people were shot to death on Monday.", "attack"),
        ("Anna Borg died of a heart attack on Monday.", "death"),
        ("Six soldiers were wounded in an exchange of fire on Monday.", "attack"),
        ("NATO aircraft struck tanks near Norfield on Monday.", "attack"),
        ("The raids destroyed a military compound in Norfield on Monday.", "attack"),
        ("Rebels launched an armed insurrection against President Borg on Monday.", "attack"),
        ("The regime embarked on a bloody crackdown on protesters on Monday.", "attack"),
        ("The town was retaken by the government on Monday.", "attack"),
        ("Marines boarded a tanker off Malta on Monday.", "attack"),
        ("Gunfire was heard in Norfield on Monday.", "attack"),
        ("The headquarters of the agency collapsed on Monday, killing six people.", "disaster"),
        ("President Borg arrived in Malta on Monday with a shipment of aid.", "visit"),
        ("An explosion in Norfield that killed six workers led to a probe.", "disaster"),
    ],
)
def test_force_is_found_in_every_shape_of_clause(text: str, event_type: str, mentions_of) -> None:
    found = [m for m in mentions_of(text) if m["event_type"] == event_type]
    assert [m["edtf"] for m in found] in (["2023-03-20"], ["2023-03-20/2023-03-21"], [None])


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Monday that banned groups would be watched.",
        "It paid the costs of the Gulf of Mexico oil spill.",
        "He was still fighting to hold on to power on Monday.",
        "Fighting is no answer to the problems of Norfield.",
        "The board came under fire on Monday from shareholders.",
        "The currency came under attack on Monday from speculators.",
        "The strike hit the airport on Monday, the pilots' union said.",
        "Shares of the company collapsed to a new low on Monday.",
        "Borg boarded a flight to Malta on Monday.",
        "The party launched a revolt against its leader in parliament on Monday.",
    ],
)
def test_what_only_sounds_like_force_is_none(text: str, mentions_of) -> None:
    assert not [m for m in mentions_of(text) if m["event_type"] in _FORCE]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Police opened fire on a crowd on Monday, killing six people.", {"six people"}),
        ("The blast that killed the mayor of Norfield shook Malta.", {"mayor of Norfield"}),
        ("The Norfield rig exploded on Monday, killing 11 workers.", {"11 workers"}),
    ],
)
def test_those_whom_it_befalls_are_named(text: str, victims: set, mentions_of) -> None:
    (mention,) = (m for m in mentions_of(text) if m["event_type"] in _FORCE)
    assert {actor["name"] for actor in mention["actors"] if actor["role"] == "target"} >= victims


@pytest.mark.parametrize(
    ("text", "event_type", "victims"),
    [
        ("Anna Borg died in a car crash on Monday.", "disaster", {"Anna Borg"}),
        ("Twelve people died when a bomb exploded in Norfield on Monday.", "attack", {"Twelve people"}),
        ("At least 30 people lost their lives in a bus accident on Monday.", "disaster", {"At least 30 people"}),
        ("Two people were killed in a drive-by shooting on Monday.", "attack", {"Two people"}),
        ("Ten people were killed by shelling in Norfield on Monday.", "attack", {"Ten people"}),
        ("Ten rebels died in the fighting on Monday.", "attack", {"Ten rebels"}),
        ("Twenty protesters were killed by the army on Monday.", "attack", {"Twenty protesters"}),
    ],
)
def test_deaths_leave_whom_they_befell_to_their_cause(text, event_type, victims, mentions_of) -> None:
    (mention,) = (m for m in mentions_of(text) if m["event_type"] in _FORCE)
    assert mention["event_type"] == event_type
    assert {actor["name"] for actor in mention["actors"] if actor["role"] == "target"} == victims


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The man arrested in Rome on Monday is a banker.", {"arrest": "2023-03-20"}),
        ("Six sailors seized by pirates in January are still held.", {"attack": "2023-01"}),
        ("A man jailed in 2009 has been freed.", {"arrest": "2009", "release": None}),
        ("The lender bought by a bank on Monday said it lost money.", {}),
    ],
)
def test_a_date_before_an_auxiliary_is_that_of_the_participle_in_the_subject(text, dates, mentions_of) -> None:
    found = {m["event_type"]: m["edtf"] for m in mentions_of(text)}
    assert {key: found[key] for key in dates} == dates


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Thousands of police officers lined the streets on Monday.", "deployment"),
        ("The army was called in on Monday to restore order.", "deployment"),
        ("Two Norwegian destroyers entered the Black Sea on Monday.", "deployment"),
        ("Malta stepped up patrols along the border on Monday.", "deployment"),
        ("Malta reinforced its garrison in Vella on Monday.", "deployment"),
        ("The army regained control of Norfield on Monday.", "attack"),
        ("Soldiers mutinied in Norfield on Monday.", "attack"),
        ("Security forces cracked down on protesters on Monday.", "attack"),
        ("Insurgents drove back forces loyal to Borg on Monday.", "attack"),
        ("The army repelled a rebel attack on Monday.", "attack"),
        ("Protesters threw rocks at police on Monday.", "protest"),
        ("Rioters set fire to cars on Monday.", "protest"),
        ("Violence in Norfield claimed six lives on Monday.", "attack"),
        ("Six pilgrims were crushed to death on Monday.", "death"),
        ("A plane disappeared from radar on Monday.", "disaster"),
        ("The river burst its banks on Monday.", "disaster"),
        ("Heavy rain flooded parts of Norfield on Monday.", "disaster"),
        ("Mount Vella erupted on Monday.", "disaster"),
        ("The first contingent of troops left for Malta on Monday.", "deployment"),
        ("Malta tested a missile on Monday.", "weapons_test"),
    ],
)
def test_moves_of_forces_are_found(text: str, event_type: str, mentions_of) -> None:
    assert [m["edtf"] for m in mentions_of(text) if m["event_type"] == event_type] == ["2023-03-20"]


@pytest.mark.parametrize(
    "text",
    [
        "Fans lined the streets of Norfield on Monday.",
        "The firm stepped up sales along the border on Monday.",
        "The founder regained control of the company on Monday.",
        "The illness tested his patience on Monday.",
        "The government cracked down on tax fraud on Monday.",
        "Complaints flooded the office of the mayor on Monday.",
        "His luggage disappeared at the airport on Monday.",
        "The army pushed back the deadline for rebels on Monday.",
    ],
)
def test_crowds_sales_and_firms_move_no_forces(text: str, mentions_of) -> None:
    assert not [m for m in mentions_of(text) if m["event_type"] in (*_FORCE, "deployment", "weapons_test")]
