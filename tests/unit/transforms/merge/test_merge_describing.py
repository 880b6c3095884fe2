from __future__ import annotations

import pytest
from merge_rows import Actor, articles_frame, mention, mentions_frame, together

from transforms.merge import merge_mentions

ARTICLES = articles_frame(("a1", "Norfield Post", "2023-03-21"), ("a2", "Vella Times", "2023-03-22"))
MAN: Actor = ("Norfield man", "target", "person", None)
DEALER: Actor = ("car dealer", "target", "person", None)
YOUNG: Actor = ("19-year-old Norfield man", "target", "person", None)
OLD: Actor = ("61-year-old man", "target", "person", None)
THREE_OTHERS: Actor = ("Three others", "target", "group", None)
OFFICE: Actor = ("President of Norfield", "target", "person", None)
TWO_MEN: Actor = ("two men", "target", "group", None)
BORG: Actor = ("Jonas Borg", "target", "person", None)
LONE_BORG: Actor = ("Borg", "target", "person", None)
VELLA: Actor = ("Maria Vella", "target", "person", None)
JUDGE: Actor = ("Anna Kranz", "source", "person", None)
LEAD, BODY, END = 0, 900, 1800

Told = tuple[str | None, list[Actor], int]


def told(event_type: str, *reports: Told, article_id: str = "a1") -> list[dict[str, object]]:
    return [
        mention(f"{article_id}-{number}", article_id, event_type, when, actors, at=at)
        for number, (when, actors, at) in enumerate(reports)
    ]


def n_events(rows: list[dict[str, object]]) -> int:
    return len(together(merge_mentions(mentions_frame(rows), ARTICLES).links))


@pytest.mark.parametrize(
    ("event_type", "reports"),
    [
        ("charge", [(None, [MAN], LEAD), ("2023-03-21", [BORG], BODY)]),
        ("charge", [("2023-03-21", [MAN, DEALER], LEAD), (None, [BORG], BODY)]),
        ("verdict", [(None, [MAN], LEAD), ("2023-03-21", [BORG, JUDGE], BODY), (None, [LONE_BORG], END)]),
        ("verdict", [("2023-03-21", [MAN], LEAD), (None, [BORG], BODY), (None, [LONE_BORG], END)]),
        ("death", [("2023-03-20", [BORG], LEAD), (None, [MAN], BODY)]),
        # by the office alone
        ("death", [("2023-03-20", [BORG], LEAD), (None, [OFFICE], BODY)]),
        ("arrest", [("2023-03-21", [YOUNG], LEAD), (None, [MAN], LEAD + 80)]),
    ],
)
def test_an_article_describes_the_only_person_whom_it_names(event_type, reports):
    assert n_events(told(event_type, *reports)) == 1


@pytest.mark.parametrize(
    ("event_type", "reports"),
    [
        # two are named: either may be meant
        ("charge", [(None, [MAN], LEAD), ("2023-03-21", [BORG], BODY), ("2023-03-21", [VELLA], END)]),
        ("charge", [(None, [TWO_MEN], LEAD), ("2023-03-21", [BORG], BODY)]),
        ("arrest", [("2023-03-20", [MAN], LEAD), ("2023-03-21", [BORG], BODY)]),
        # of two ages, or others than those told of before
        ("arrest", [("2023-03-21", [YOUNG], LEAD), ("2023-03-21", [OLD], LEAD + 80)]),
        ("verdict", [(None, [TWO_MEN], LEAD), (None, [THREE_OTHERS], LEAD + 80)]),
        # a visitor is not described but named at once
        (
            "visit",
            [(None, [("minister", "source", "person", None)], LEAD), (None, [BORG[:1] + ("source", *BORG[2:])], BODY)],
        ),
    ],
)
def test_a_description_that_may_mean_somebody_else_tells_an_event_of_its_own(event_type, reports):
    assert n_events(told(event_type, *reports)) == len(reports)


def test_an_event_told_first_by_a_description_meets_others_by_the_name():
    first = told("charge", ("2023-03-21", [MAN], LEAD), (None, [BORG], BODY))
    second = told("charge", ("2023-03-21", [BORG], LEAD), article_id="a2")
    other = told("charge", ("2023-03-21", [VELLA], LEAD), article_id="a2")
    assert n_events(first + second) == 1
    assert n_events(first + other) == 2
