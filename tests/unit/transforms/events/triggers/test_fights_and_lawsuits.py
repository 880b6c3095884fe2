"""Fighting that nouns tell, fights that are none, and suits that are brought, beside words that only look like them."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("It was the second day of an offensive by the security forces against villages.", "offensive"),
        ("Residents fled as the Norwegian army offensive entered its fourth day.", "army offensive"),
        ("Thousands have fled an army offensive against the rebels in northern Malta.", "army offensive"),
        ("Fresh clashes have broken out in Malta despite the passing of a deadline.", "clashes"),
        ("The fighting in Malta has entered its third week.", "fighting"),
        ("The battles at the two towns broke out a day before the deadline.", "battles"),
        (
            "Troops loyal to Borg launched counter-offensives against the towns on Sunday.",
            "launched counter-offensives",
        ),
        ("Gunmen took control over the city on Sunday.", "took control over"),
        ("Two boats exchanged small-arms fire near Malta on Sunday.", "exchanged small-arms fire"),
        ("The guards fired at four tankers on Sunday.", "fired at"),
        ("The army says a commando brigade targeted operatives near the border on Sunday.", "targeted"),
        ("Two drug gangs fought over territory in Malta on Sunday.", "fought"),
        ("Rebels fought government troops in Malta on Sunday.", "fought"),
    ],
)
def test_fighting_is_found_by_its_nouns_and_verbs(text: str, trigger: str, mentions_of) -> None:
    assert trigger in [m["trigger"] for m in mentions_of(text) if m["event_type"] == "attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Norfield Corp is battling Borg Corp in the mobile market.",
        "Engineers battled extreme cold to mend the pipeline.",
        "The lender has been battling losses since Sunday.",
        "Members of Congress fought hard for the bill on Sunday.",
        "The department fought attempts to change the rule on Sunday.",
        "Norfield Corp fought alongside other funds on Sunday.",
        "Vella tried a junk shot on Sunday.",
        "Luxury spending was hit by a government crackdown on gifts on Sunday.",
        "The news sparked a huge rally on Sunday.",
        "Analysts said the rally stalled on Sunday.",
        "A flood of deals hit the market on Sunday.",
        "The czar tries to control the flood of illegal drugs into Malta.",
    ],
)
def test_business_and_effort_are_no_fighting_no_protest_and_no_disaster(text: str, mentions_of) -> None:
    assert not [m for m in mentions_of(text) if m["event_type"] in ("attack", "protest", "disaster", "deployment")]


@pytest.mark.parametrize(
    ("text", "event_type", "actors"),
    [
        ("Norfield Corp launched a suit in a court in Malta on Sunday.", "charge", {"Norfield Corp"}),
        ("Malta brought civil actions against Norfield Corp on Sunday.", "charge", {"Malta", "Norfield Corp"}),
        ("The lawsuit was filed by Anna Borg on Sunday.", "charge", {"Anna Borg"}),
        ("A civil action against Norfield Corp was filed on Sunday.", "charge", {"Norfield Corp"}),
        ("The trustee filed complaints against Anna Borg in bankruptcy court on Sunday.", "charge", {"Anna Borg"}),
        ("His convictions were thrown out on Sunday.", "verdict", set()),
        ("An appeals court revived the lawsuit against Norfield Corp on Sunday.", "verdict", {"Norfield Corp"}),
        ("Thousands of workers attended a rally in Malta on Sunday.", "protest", set()),
        ("Borg told a rally in Malta on Sunday that he would resign.", "protest", set()),
        ("A flood killed five people in Malta on Sunday.", "disaster", set()),
    ],
)
def test_suits_rallies_and_floods_are_found(text: str, event_type: str, actors: set[str], mentions_of) -> None:
    (mention,) = (m for m in mentions_of(text) if m["event_type"] == event_type)
    assert mention["edtf"] == "2023-03-19"
    assert {actor["name"] for actor in mention["actors"]} >= actors


def test_the_passing_of_a_deadline_is_no_death(mentions_of) -> None:
    assert not [m for m in mentions_of("He wrote after the passing of the deadline.") if m["event_type"] == "death"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm sells software for data capture, Borg said on Sunday.",
        "The plant was built for the capture of methane on Sunday.",
        "The debt meltdown began in Malta on Sunday.",
        "Borg said on Sunday that he knew nothing of phone hacking.",
        "Deputy District Attorney Anna Borg is prosecuting this case.",
        "The case was investigated by the Norfield Police Department.",
        "Norwegian police amassed 100 pages of reports on Borg.",
        "The report by Anna Borg, which was released on Sunday, is long.",
    ],
)
def test_what_is_caught_melted_or_released_is_not_always_an_event(text: str, mentions_of) -> None:
    unwanted = ("arrest", "disaster", "attack", "charge", "investigation", "deployment", "release")
    assert not [m for m in mentions_of(text) if m["event_type"] in unwanted]


@pytest.mark.parametrize(
    ("text", "event_type", "actors"),
    [
        ("The army confirmed the capture of two rebel leaders on Sunday.", "arrest", {"two rebel leaders"}),
        ("The reactor meltdown began at the nuclear plant in Malta on Sunday.", "disaster", {"Malta"}),
        ("Prosecutors said Anna Borg was prosecuted on Sunday.", "charge", {"Anna Borg"}),
        ("The driver was released on Sunday, about 20 minutes later.", "release", {"driver"}),
        ("Norfield Bank released the minutes of its March meeting.", "publication", {"Norfield Bank"}),
        ("Gunmen linked to Borg killed a nurse on Sunday.", "attack", {"Gunmen", "nurse"}),
        ("Militants linked to al-Qaeda killed ten people on Sunday.", "attack", {"Militants", "ten people"}),
        ("They spoke of the outbreak, which has killed ten people since Sunday.", "disaster", {"ten people"}),
    ],
)
def test_their_neighbours_are_found(text: str, event_type: str, actors: set[str], mentions_of) -> None:
    found = [m for m in mentions_of(text) if m["event_type"] == event_type]
    assert any({actor["name"] for actor in m["actors"]} >= actors for m in found)


def test_forces_allied_with_others_take_a_town_in_the_present_tense(mentions_of) -> None:
    text = "Tribal forces allied with the Norwegian Army take control of the town of Norfield in Malta on Sunday."
    assert [m["trigger"] for m in mentions_of(text)] == ["take control of"]
