from __future__ import annotations

from itertools import product

import pytest

from transforms.merge.headlines import headline, templates
from transforms.merge.names import ActorName, actor_name

XI = actor_name("Xi Jinping", "person", "China")
PUTIN = actor_name("Vladimir Putin", "person", "Russia")
CHINA = actor_name("China", "state", "China")
RUSSIA = actor_name("Russia", "state", "Russia")
KREMLIN = actor_name("Kremlin", "organisation", "Russia")
POLICE = actor_name("police", "group", None)
STUDENTS = actor_name("two students", "group", None)
MINISTERS = [actor_name(f"Minister {letter}", "person", None) for letter in "ABCDE"]


def members(actors: list[ActorName]) -> list[tuple[ActorName, int]]:
    return [(actor, 1) for actor in actors]


@pytest.mark.parametrize(
    ("event_type", "status", "acting", "targets", "place", "expected"),
    [
        ("visit", "happened", [XI], [RUSSIA], "Moscow", "Xi Jinping visits Russia"),
        ("visit", "planned", [XI], [RUSSIA], None, "Xi Jinping to visit Russia"),
        ("visit", "happened", [XI], [], "Moscow", "Xi Jinping visits Moscow"),
        ("visit", "happened", [XI], [PUTIN], "Moscow", "Xi Jinping visits Moscow"),
        ("visit", "happened", [], [], None, "Official visit"),
        ("visit", "happened", [XI, CHINA], [RUSSIA], None, "Xi Jinping visits Russia"),
        ("meeting", "happened", [XI, PUTIN], [], "Moscow", "Xi Jinping and Vladimir Putin meet in Moscow"),
        ("meeting", "happened", [XI, PUTIN, KREMLIN], [], None, "Xi Jinping and Vladimir Putin meet"),
        ("meeting", "happened", [XI], [], None, "Xi Jinping holds talks"),
        ("meeting", "planned", [XI], [], None, "Xi Jinping to meet"),
        ("meeting", "happened", MINISTERS, [], None, "Minister A, Minister B and 3 others meet"),
        ("arrest", "happened", [POLICE], [STUDENTS], None, "Police arrest two students"),
        ("arrest", "happened", [], [STUDENTS], None, "Two students are arrested"),
        ("arrest", "planned", [], [PUTIN], None, "Vladimir Putin to be arrested"),
        (
            "arrest",
            "happened",
            [POLICE],
            [actor_name("Three people", "group", None)],
            None,
            "Police arrest three people",
        ),
        (
            "meeting",
            "happened",
            [actor_name("ministers of the alliance", "group", None)],
            [],
            None,
            "Ministers of the alliance meet",
        ),
        ("death", "happened", [], [PUTIN], "Sochi", "Vladimir Putin dies in Sochi"),
        ("death", "happened", [], [], "Russia", "Deaths in Russia"),
        ("attack", "happened", [RUSSIA], [], "Russia", "Attack by Russia"),
        ("heist", "happened", [PUTIN], [], None, "Vladimir Putin: heist"),
        ("art_heist", "happened", [], [], None, "Art heist"),
    ],
)
def test_headlines_say_who_did_what_and_no_more(event_type, status, acting, targets, place, expected):
    assert headline(event_type, status, members(acting), members(targets), place) == expected


def test_actors_whom_few_mentions_name_do_not_stand_in_the_headline():
    assert headline("visit", "happened", [(XI, 5), (PUTIN, 1)], [(RUSSIA, 4)], None) == "Xi Jinping visits Russia"


@pytest.mark.parametrize("event_type", sorted(templates()))
def test_every_type_has_a_headline_for_whatever_is_known(event_type):
    known = product(([], [XI], [XI, PUTIN]), ([], [STUDENTS]), (None, "Moscow"), ("happened", "planned"))
    for acting, targets, place, status in known:
        title = headline(event_type, status, members(acting), members(targets), place)
        assert title[:1].isupper()
        assert not set(title) & set("{}<>|")
