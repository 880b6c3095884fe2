"""Who takes an office, who leaves it and who is removed, in words that mostly mean something else."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "edtf", "roles"),
    [
        (
            "Norfield Inc said on Monday it had appointed Anna Borg as chief executive.",
            "appointment",
            None,
            {("Norfield Inc", "source"), ("Anna Borg", "target")},
        ),
        (
            "Norfield Inc said it nominated Karl Vella, a former banker, to lead the board.",
            "appointment",
            None,
            {("Norfield Inc", "source"), ("Karl Vella", "target")},
        ),
        (
            "The company named Anna Borg, its former finance chief, as president on Monday.",
            "appointment",
            "2023-03-20",
            {("company", "source"), ("Anna Borg", "target")},
        ),
        (
            "Norfield Bank replaced its chief executive on Monday.",
            "appointment",
            "2023-03-20",
            {("Norfield Bank", "source")},
        ),
        (
            "Anna Borg became the first woman to lead Norfield Bank in 2007.",
            "appointment",
            "2007",
            {("Anna Borg", "source")},
        ),
        ("Anna Borg is resigning as chief executive of Norfield Inc.", "resignation", None, {("Anna Borg", "source")}),
        ("Governor Karl Vella is resigning on March 31.", "resignation", "2023-03-31", {("Karl Vella", "source")}),
        ("Commandant Karl Vella retired on Monday.", "resignation", "2023-03-20", {("Karl Vella", "source")}),
        (
            "Anna Borg will retire from the board at the end of April.",
            "resignation",
            "2023-04-21~/2023-04-30~",
            {("Anna Borg", "source")},
        ),
        (
            "Rebels ousted Karl Vella on March 9.",
            "resignation",
            "2023-03-09",
            {("Rebels", "source"), ("Karl Vella", "target")},
        ),
        (
            "Karl Vella became the city's first Norwegian mayor in 2010.",
            "appointment",
            "2010",
            {("Karl Vella", "source")},
        ),
        ("Anna Borg served until Karl Vella took over in 2005.", "appointment", "2005", {("Karl Vella", "source")}),
        ("The Taliban were ousted in December 2001.", "resignation", "2001-12", {("Taliban", "target")}),
    ],
)
def test_who_takes_or_leaves_an_office_is_found_with_the_day(sentence, event_type, edtf, roles, mentions_of) -> None:
    mentions = [item for item in mentions_of(sentence) if item["event_type"] == event_type]
    assert [item["edtf"] for item in mentions] == [edtf]
    assert roles <= {(actor["name"], actor["role"]) for actor in mentions[0]["actors"]}


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Norfield Inc continues to appoint judges of its own.", "appointment"),
        ("A company named Borg Holdings sold the plant in 2010.", "appointment"),
        ("Norfield Bank replaced its cash machines on Monday.", "appointment"),
        ("Norfield Bank is looking for ways to replace its chief executive.", "appointment"),
        ("Anna Borg became the first woman to win the race in 2007.", "appointment"),
        ("Karl Vella became the first governor to sign such a law in 2010.", "appointment"),
        ("Anna Borg took over the wheel on Monday.", "appointment"),
        ("Anna Borg took over $900,000 from ten investors in 2010.", "appointment"),
        ("The case against Karl Vella was dismissed in January.", "resignation"),
        ("Karl Vella was dismissed from the lawsuit in January.", "resignation"),
        ("Villagers are resigned to shortages.", "resignation"),
        ("Karl Vella retired on lap 12 on Sunday.", "resignation"),
        ("Karl Vella worked at the plant until he retired in 1995.", "resignation"),
        ("Norfield Inc retired the brand in 2010.", "resignation"),
        ("Karl Vella ousted the champion in the second round on Monday.", "resignation"),
        ("Tenants were ousted from the block on Monday.", "resignation"),
    ],
)
def test_the_same_words_name_no_change_of_office_elsewhere(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {item["event_type"] for item in mentions_of(sentence)}
