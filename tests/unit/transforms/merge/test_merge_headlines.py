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
FIRM = actor_name("Norfield Bank", "organisation", None)
UNION = actor_name("Norfield Workers Union", "organisation", None)
MINISTERS = [actor_name(f"Minister {letter}", "person", None) for letter in "ABCDE"]


TURKEY = actor_name("Turkey", "state", "Turkey")
RESCUERS = actor_name("rescuers", "group", None)
SON = actor_name("Vladimir Putin's son", "person", None)
NINE = actor_name("nine people", "group", None)


def members(actors: list[ActorName]) -> list[tuple[ActorName, int]]:
    return [(actor, 1) for actor in actors]


@pytest.mark.parametrize(
    ("event_type", "status", "acting", "targets", "place", "expected"),
    [
        ("visit", "happened", [XI], [RUSSIA], "Moscow", "Xi Jinping visits Russia"),
        ("visit", "planned", [XI], [RUSSIA], None, "Xi Jinping to visit Russia"),
        ("visit", "happened", [XI], [], "Moscow", "Xi Jinping visits Moscow"),
        ("visit", "happened", [XI], [PUTIN], "Moscow", "Xi Jinping visits Moscow"),
        ("visit", "happened", [], [], None, "Visit"),
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
        ("attack", "happened", [RUSSIA], [], "Russia", "Russia launches attack"),
        ("heist", "happened", [PUTIN], [], None, "Vladimir Putin: heist"),
        ("art_heist", "happened", [], [], None, "Art heist"),
    ],
)
def test_headlines_say_who_did_what_and_no_more(event_type, status, acting, targets, place, expected):
    assert headline(event_type, status, members(acting), members(targets), place) == expected


@pytest.mark.parametrize(
    ("event_type", "kind", "acting", "targets", "place", "expected"),
    [
        ("attack", "fighting", [], [CHINA, RUSSIA], None, "Fighting between China and Russia"),
        ("attack", "fighting", [], [STUDENTS], None, "Fighting with two students"),
        ("disaster", "earthquake", [], [TURKEY, RESCUERS], "Gaziantep", "Earthquake strikes Turkey"),
        ("disaster", "earthquake", [], [RESCUERS], "Gaziantep", "Earthquake strikes Gaziantep"),
        ("disaster", "", [], [RESCUERS], None, "Disaster"),
        ("legislation", "emergency", [PUTIN], [], None, "Vladimir Putin declares state of emergency"),
        ("peace_plan", "", [CHINA], [PUTIN], None, "China publishes peace plan"),
        ("publication", "results", [KREMLIN], [CHINA], None, "Kremlin reports results"),
        ("publication", "report", [KREMLIN], [], None, "Kremlin publishes report"),
        ("rejection", "denial", [XI], [CHINA], None, "Xi Jinping denies claims"),
        ("rejection", "", [PUTIN], [CHINA], None, "Vladimir Putin rejects China's position"),
        ("verdict", "sentence", [PUTIN], [], None, "Vladimir Putin is sentenced"),
        ("attack", "", [NINE], [], "Kherson", "Attack on nine people in Kherson"),
        ("attack", "", [actor_name("his army", "organisation", None)], [], None, "Attack"),
        ("trial", "", [], [actor_name("jury", "group", None)], None, "Trial"),
        ("meeting", "", [KREMLIN], [], None, "Kremlin meets"),
        ("speech", "", [PUTIN, KREMLIN], [CHINA], None, "Vladimir Putin gives a speech"),
        ("election", "", [PUTIN], [], "Moscow", "Election in Moscow"),
        ("election", "", [PUTIN], [], None, "Vladimir Putin stands in election"),
        ("election", "", [], [XI], None, "Xi Jinping stands in election"),
        ("election", "", [KREMLIN], [], None, "Election"),
        ("election", "win", [], [XI], "Beijing", "Xi Jinping wins election"),
        ("election", "win", [STUDENTS], [XI], None, "Xi Jinping wins election"),
        ("election", "win", [RUSSIA], [], None, "Russia holds election"),
        ("election", "win", [], [], "Moscow", "Election in Moscow"),
        ("attack", "strike", [RUSSIA], [], None, "Russia carries out strikes"),
        ("election", "", [PUTIN, RUSSIA], [], None, "Russia holds election"),
        ("resignation", "layoffs", [FIRM], [], None, "Norfield Bank cuts jobs"),
        ("resignation", "layoffs", [FIRM], [STUDENTS], None, "Norfield Bank lays off two students"),
        ("resignation", "layoffs", [FIRM], [PUTIN], "Rome", "Norfield Bank cuts jobs in Rome"),
        ("resignation", "exit", [FIRM], [], None, "Resignation"),
        ("resignation", "defection", [], [PUTIN], None, "Defections from Vladimir Putin"),
        ("resignation", "defection", [XI], [], None, "Xi Jinping defects"),
        ("warrant", "request", [XI], [PUTIN], None, "Xi Jinping seeks warrant against Vladimir Putin"),
        ("warrant", "request", [], [PUTIN], None, "Warrant sought against Vladimir Putin"),
        ("trial", "plea", [FIRM], [], None, "Norfield Bank enters plea"),
        ("trial", "plea", [PUTIN], [FIRM], None, "Vladimir Putin enters plea"),
        ("trial", "appeal", [FIRM], [], None, "Norfield Bank appeals"),
        ("trial", "appeal", [XI], [], None, "Xi Jinping appeals"),
        ("protest", "strike", [UNION], [], None, "Norfield Workers Union goes on strike"),
        ("protest", "strike", [FIRM], [], None, "Strike"),
        ("publication", "report", [], [FIRM], None, "Report on Norfield Bank published"),
    ],
)
def test_the_kind_of_event_and_of_actor_choose_the_words(event_type, kind, acting, targets, place, expected):
    assert headline(event_type, "happened", members(acting), members(targets), place, kind) == expected


def test_a_doubtful_event_names_one_side_only_unless_the_other_is_the_host():
    assert headline("attack", "happened", members([RUSSIA]), members([CHINA]), None, "", 0.55) == "Attack on China"
    assert headline("visit", "happened", members([XI]), members([RUSSIA]), None, "", 0.55) == "Xi Jinping visits Russia"
    assert headline("attack", "happened", members([RUSSIA]), members([CHINA]), None, "", 0.9) == "Russia attacks China"


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_an_actor_without_a_name_does_not_stand_in_the_headline(blank):
    nobody = members([actor_name(blank, "person", None)])
    assert headline("visit", "happened", nobody, members([RUSSIA]), None) == "Visit to Russia"
    assert headline("visit", "happened", members([RUSSIA]), nobody, None) == "Russia goes on a visit"


def test_actors_whom_few_mentions_name_do_not_stand_in_the_headline():
    assert headline("visit", "happened", [(XI, 5), (PUTIN, 1)], [(RUSSIA, 4)], None) == "Xi Jinping visits Russia"


def test_a_crowd_that_most_mentions_name_is_told_rather_than_somebody_whom_few_name():
    marchers, strikers = actor_name("Thousands of marchers", "group", None), actor_name("strikers", "group", None)
    acting = [(marchers, 6), (strikers, 4), (XI, 1)]
    assert headline("protest", "happened", acting, [], "Moscow") == "Thousands of marchers protest in Moscow"
    assert headline("protest", "happened", [(marchers, 2), (XI, 2)], [], None) == "Xi Jinping protests"


def test_who_protests_in_a_state_does_not_therefore_protest_against_it():
    targets = members([RUSSIA])
    assert headline("protest", "happened", members([STUDENTS]), targets, "Moscow") == "Two students protest in Moscow"
    abroad = headline("protest", "happened", members([STUDENTS]), targets, "Ankara")
    assert abroad == "Two students protest against Russia"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Protesters", "Police and protesters meet"), ("Egyptians", "Police and Egyptians meet")],
)
def test_an_ordinary_word_that_began_a_sentence_is_small_within_a_headline(name, expected):
    assert (
        headline("meeting", "happened", members([POLICE, actor_name(name, "group", None)]), [], None, "x") == expected
    )


@pytest.mark.parametrize("event_type", sorted(name for name in templates() if "." not in name))
def test_every_type_has_a_headline_for_whatever_is_known(event_type):
    known = product(([], [XI], [XI, PUTIN]), ([], [STUDENTS]), (None, "Moscow"), ("happened", "planned"))
    for acting, targets, place, status in known:
        title = headline(event_type, status, members(acting), members(targets), place)
        assert title[:1].isupper()
        assert not set(title) & set("{}<>|")


@pytest.mark.parametrize(
    ("event_type", "kind", "acting", "targets", "expected"),
    [
        ("speech", "announcement", [KREMLIN], [], "Kremlin makes announcement"),
        ("speech", "interview", [XI], [], "Xi Jinping gives interview"),
        ("speech", "remarks", [XI], [STUDENTS], "Xi Jinping speaks to two students"),
        ("speech", "", [XI], [], "Xi Jinping gives a speech"),
        ("accusation", "condemnation", [CHINA], [RUSSIA], "China condemns Russia"),
        ("attack", "killing", [POLICE], [STUDENTS], "Police kill two students"),
        ("attack", "killing", [], [STUDENTS], "Two students are killed"),
        ("resignation", "exit", [XI], [PUTIN], "Xi Jinping leaves office"),
        ("resignation", "exit", [STUDENTS], [PUTIN], "Vladimir Putin leaves office"),
        ("resignation", "exit", [STUDENTS], [], "Two students leave office"),
        ("rejection", "", [XI], [], "Rejection by Xi Jinping"),
        ("legislation", "repeal", [XI], [], "Xi Jinping lifts law or order"),
        ("peace_plan", "mention", [XI], [RUSSIA], "Peace plan of Xi Jinping for Russia"),
        ("peace_plan", "offer", [XI], [RUSSIA], "Xi Jinping publishes peace plan for Russia"),
        ("protest", "uprising", [XI], [PUTIN], "Uprising against Vladimir Putin"),
        ("vote", "defeat", [CHINA], [], "China rejects measure"),
        ("threat", "warning", [CHINA], [RUSSIA], "China warns Russia"),
        ("charge", "suit", [FIRM], [KREMLIN], "Norfield Bank sues Kremlin"),
        ("charge", "suit", [], [FIRM], "Norfield Bank is sued"),
        ("appointment", "naming", [RUSSIA], [PUTIN], "Russia appoints Vladimir Putin"),
        ("appointment", "naming", [RUSSIA], [FIRM], "Appointment"),
        ("appointment", "taking", [PUTIN], [XI], "Vladimir Putin takes office"),
        ("appointment", "taking", [FIRM], [XI], "Xi Jinping takes office"),
        ("appointment", "", [PUTIN], [], "Vladimir Putin takes office"),
        ("publication", "warning", [FIRM], [], "Norfield Bank publishes warning"),
        ("publication", "projection", [FIRM], [], "Norfield Bank publishes forecast"),
        ("legislation", "grounding", [RUSSIA], [FIRM], "Russia grounds aircraft of Norfield Bank"),
    ],
)
def test_a_headline_says_which_kind_it_was(event_type, kind, acting, targets, expected):
    assert headline(event_type, "happened", members(acting), members(targets), None, kind) == expected


@pytest.mark.parametrize(
    ("event_type", "kind", "acting", "targets", "place", "n_mentions", "expected"),
    [
        (
            "attack",
            "strike",
            [(RUSSIA, 6), (KREMLIN, 1)],
            [(FIRM, 1)],
            "Ankara",
            9,
            "Russia carries out strikes in Ankara",
        ),
        ("attack", "strike", [(XI, 1)], [(FIRM, 1)], "Ankara", 9, "Strikes in Ankara"),
        ("attack", "strike", [(XI, 1)], [(FIRM, 1)], "Ankara", 3, "Xi Jinping strikes Norfield Bank in Ankara"),
        ("attack", "strike", [(XI, 1)], [(FIRM, 1)], None, 9, "Xi Jinping strikes Norfield Bank"),
        ("attack", "killing", [], [(PUTIN, 3), (SON, 3)], None, 9, "Vladimir Putin's son is killed"),
        ("protest", "", [(XI, 3)], [], "Ankara", 9, "Protest in Ankara"),
        ("protest", "", [(XI, 5)], [], "Ankara", 9, "Xi Jinping protests in Ankara"),
        ("arrest", "", [(POLICE, 1)], [(PUTIN, 1)], None, 9, "Vladimir Putin is arrested"),
        ("resignation", "exit", [(XI, 1)], [(PUTIN, 1)], None, 9, "Xi Jinping leaves office"),
    ],
)
def test_of_many_mentions_one_alone_does_not_tell_who_did_it(
    event_type, kind, acting, targets, place, n_mentions, expected
):
    assert headline(event_type, "happened", acting, targets, place, kind, 1.0, n_mentions) == expected
