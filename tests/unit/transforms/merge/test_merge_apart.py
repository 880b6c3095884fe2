"""Reports of one type and day that are two events: told of others, of other places, or against what their own article says."""

from __future__ import annotations

import pytest
from merge_rows import Actor, articles_frame, mention, mentions_frame, together

from transforms.merge import merge_mentions

ARTICLES = articles_frame(*[(f"a{n}", f"Outlet {n}", "2023-03-21") for n in range(1, 10)])
VELLA: Actor = ("Anna Vella", "source", "person", None)
PANEL: Actor = ("Norfield Parliament", "source", "organisation", None)
CROWD: Actor = ("protesters", "source", "group", None)
TO_BORG: Actor = ("Karl Borg", "target", "person", None)
MAN: Actor = ("Norfield man", "target", "person", None)
DRIVER: Actor = ("bus driver", "target", "person", None)
CHILE: Actor = ("Chile", "target", "state", "Chile")
MALTA: Actor = ("Malta", "target", "state", "Malta")
DAY = "2023-03-20"

Told = tuple[str, str | None, list[Actor], str | None]


def n_events(event_type: str, *told: Told, one_article: bool = False, basis: str = "relative") -> int:
    """How many events some mentions are, each of its own article or all of one, a paragraph apart."""
    rows = [
        mention(
            f"m{n}",
            "a1" if one_article else f"a{n}",
            event_type,
            when,
            actors,
            place=place,
            trigger=trigger,
            at=n * 200,
            basis=basis,
        )
        for n, (trigger, when, actors, place) in enumerate(told, start=1)
    ]
    return len(together(merge_mentions(mentions_frame(rows), ARTICLES).links))


@pytest.mark.parametrize(
    ("event_type", "first", "second", "n"),
    [
        # whom two call on does not make their demands one
        ("demand", ("urged", DAY, [VELLA, TO_BORG], None), ("calling on", DAY, [CROWD, TO_BORG], None), 2),
        ("demand", ("urged", DAY, [VELLA, TO_BORG], None), ("called on", DAY, [VELLA, TO_BORG], None), 1),
        ("demand", ("urged", DAY, [VELLA, TO_BORG], None), ("call on", DAY, [TO_BORG], None), 1),
        # a court sentences many on one day
        ("verdict", ("sentenced", DAY, [TO_BORG], "Madrid"), ("sentenced", DAY, [MAN], "Madrid"), 2),
        ("verdict", ("sentenced", DAY, [TO_BORG], "Madrid"), ("sentenced", DAY, [], "Madrid"), 1),
        ("verdict", ("sentenced", DAY, [MAN], "Madrid"), ("sentenced", DAY, [MAN], "Madrid"), 1),
        # one speaker is interviewed and gives a news conference; a statement may be made at either
        ("speech", ("news conference", DAY, [VELLA], None), ("interview", DAY, [VELLA], None), 2),
        ("speech", ("news conference", DAY, [VELLA], None), ("statement", DAY, [VELLA], None), 1),
        ("speech", ("testified", DAY, [VELLA], None), ("said in a debate", DAY, [VELLA], None), 2),
        # of several who act together one is enough, where only one report tells whom it befell
        ("warrant", ("subpoenaed", DAY, [PANEL, TO_BORG], None), ("subpoena", DAY, [PANEL, VELLA], None), 1),
        ("warrant", ("subpoenaed", DAY, [PANEL, TO_BORG], None), ("subpoena", DAY, [VELLA], None), 2),
        # something burns somewhere every day; a quake strikes where texts do not know its town
        ("disaster", ("crash", DAY, [CHILE], None), ("crashed", DAY, [], "Vella Lake"), 2),
        ("disaster", ("crash", DAY, [CHILE], "Vella Lake"), ("crashed", DAY, [], "Vella Lake"), 1),
        ("disaster", ("quake", DAY, [CHILE], None), ("earthquake", DAY, [], "Vella Lake"), 1),
    ],
)
def test_reports_of_one_day_are_one_event_only_where_they_tell_of_the_same_ones(event_type, first, second, n):
    assert n_events(event_type, first, second) == n_events(event_type, second, first) == n


def test_a_mention_joins_no_event_of_its_article_of_which_another_mention_contradicts_it():
    founder: Told = ("storm", DAY, [TO_BORG], "Vella Lake")
    in_chile, in_malta = ("storm", None, [CHILE], None), ("storm", None, [MALTA], None)
    assert n_events("disaster", founder, in_chile, one_article=True) == 1
    assert n_events("disaster", founder, in_malta, one_article=True) == 1
    assert n_events("disaster", founder, in_chile, in_malta, one_article=True) == 2


@pytest.mark.parametrize(
    ("basis", "second", "n"),
    [
        ("relative", ("face trial", DAY, [MAN], "Madrid"), 1),
        # the news of one day may be several pieces
        ("published", ("face trial", DAY, [DRIVER], None), 2),
    ],
)
def test_an_article_describes_whom_it_names_in_other_words_of_the_same_day(basis, second, n):
    first: Told = ("opening statements", DAY, [TO_BORG], None)
    assert n_events("trial", first, second, one_article=True, basis=basis) == n


@pytest.mark.parametrize(
    ("first", "second", "n"),
    [
        # a killing of others than who occupied, though it stands beside it
        (("occupied", DAY, [VELLA], None), ("assassination", None, [TO_BORG], None), 1),
        (("invasion", DAY, [VELLA], None), ("assassination", None, [TO_BORG], None), 2),
        (("invasion", DAY, [VELLA], None), ("assassination", None, [], None), 1),
        (("invasion", DAY, [VELLA], "Madrid"), ("assassination", None, [TO_BORG], "Madrid"), 1),
    ],
)
def test_two_kinds_of_attack_that_share_nobody_and_no_place_are_two_however_near_they_stand(first, second, n):
    assert n_events("attack", first, second, one_article=True) == n
