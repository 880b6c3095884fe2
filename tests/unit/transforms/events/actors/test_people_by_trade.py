"""People whom a text calls by what they do: a guard, two programmers, a bank's security guard; and the words that are something else there."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A bank security guard was arrested on Monday.", "bank security guard"),
        ("Two programmers were arrested on Monday.", "Two programmers"),
        ("An anaesthetist was arrested on Monday.", "anaesthetist"),
        ("Three bricklayers were arrested on Monday.", "Three bricklayers"),
        ("Schoolgirl Anna Borg was arrested on Monday.", "Anna Borg"),
        ("Guy Borg was arrested on Monday.", "Guy Borg"),
    ],
)
def test_whoever_is_called_by_a_trade_takes_part(text: str, target: str, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "arrest") == [{(target, "target")}]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Pirate attacks killed three people in Malta on Monday.", "attack", {("three people", "target")}),
        ("The court convicts Karl Borg of theft.", "verdict", {("court", "source"), ("Karl Borg", "target")}),
        ("Rebels attacked a guard tower on Monday.", "attack", {("Rebels", "source")}),
        ("The volunteer fire brigade sued Malta on Monday.", "charge", {("Malta", "target")}),
    ],
)
def test_a_trade_that_only_describes_is_nobody(text: str, event_type: str, roles: set, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A strike by U.S. refinery workers shut two plants.", "U.S. refinery workers"),
        ("UK steel workers marched in May.", "UK steel workers"),
    ],
)
def test_the_short_name_of_a_state_stands_before_a_trade_as_its_adjective_does(text: str, name: str) -> None:
    (actor,) = find_actors(text, split_sentences(text))
    assert (actor.name, actor.kind) == (name, "group")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Under Borg's leadership, the bank grew.", ["Borg", "bank"]),
        ("China's leadership rejected the plan.", ["Chinese leadership"]),
    ],
)
def test_the_power_of_somebody_is_no_body(text: str, names: list[str]) -> None:
    assert [actor.name for actor in find_actors(text, split_sentences(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The teachers union rejected the offer.", ["teachers union"]),
        ("Malta sued the Norfield drivers' union.", ["Malta", "Norfield drivers' union"]),
        ("A students group marched.", ["students group"]),
        ("Workers and unions marched.", ["Workers", "unions"]),
    ],
)
def test_a_body_of_those_right_before_it_is_one_actor(text: str, names: list[str]) -> None:
    assert [actor.name for actor in find_actors(text, split_sentences(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("OSLO (Reuters) - Private equity firm Borg Partners sued Malta.", ["equity firm", "Borg Partners", "Malta"]),
        ("OSLO (Reuters) - Major automakers sued Malta.", ["automakers", "Malta"]),
        ("OSLO (Reuters) - Private Anna Borg was killed.", ["Anna Borg"]),
    ],
)
def test_a_rank_that_describes_behind_a_dateline_is_nobody(text: str, names: list[str]) -> None:
    assert [actor.name for actor in find_actors(text, split_sentences(text))] == names
