from __future__ import annotations

import re
from itertools import combinations

import pytest

from transforms.spelling import spelled, spelling, spellings

ONE_NAME = [
    ["gaddafi", "gadhafi", "qaddafi", "kadafi", "khadafi", "ghaddafi", "gadaffi", "kadhafi", "qadhafi", "gaddafy"],
    ["muammar", "moammar", "moammer", "mouammar"],
    ["mohammed", "muhammad", "mohamed", "mohammad", "muhammed"],
    ["hussein", "hussain", "hossein"],
    ["assad", "asad"],
    ["abdullah", "abdallah", "abdellah"],
    ["abdulaziz", "abdelaziz"],
    ["osama", "usama"],
    ["yanukovych", "yanukovich"],
    ["zelensky", "zelenskiy", "zelenskyy", "zelenskii"],
    ["hilary", "hillary"],
    ["khaled", "khalid"],
]


@pytest.mark.parametrize("names", ONE_NAME)
def test_the_transliterations_of_one_name_are_spelled_alike_and_found_by_the_pattern_of_each(names):
    assert len({spelling(name) for name in names}) == 1
    for one in names:
        assert all(re.search(spellings(f" {one} "), f" {other} ") for other in names)


def test_no_two_of_these_names_are_spelled_alike():
    assert len({spelling(names[0]) for names in ONE_NAME}) == len(ONE_NAME)


@pytest.mark.parametrize(
    "names",
    [
        ("lee", "le"),
        ("li", "ly"),
        ("ross", "ros"),
        ("khan", "kan"),
        ("kerry", "gerry"),
        ("baker", "baqer"),
        ("robin", "rubin"),
        ("houston", "huston"),
        ("hudson", "hodson"),
        ("klein", "klain"),
        ("dillon", "dhillon"),
        ("mahmoud", "muhammad"),
        ("gamal", "kamal"),
        ("2000", "200"),
        ("smith", "smit"),
    ],
)
def test_names_of_different_people_stay_apart(names):
    for one, other in combinations(names, 2):
        assert spelling(one) != spelling(other)


def test_words_keep_their_places_and_blanks():
    assert spelled(" moammar al gadhafi ") == spelled(" muammar al gaddafi ")
    assert spelled(" moammar ").startswith(" ")
    assert spelled(" moammar ").endswith(" ")
