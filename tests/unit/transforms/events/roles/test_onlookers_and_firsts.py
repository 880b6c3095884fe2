"""Who only looks on at what a noun names, who is meant by "the first to", and states of a union that act."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Norway rejected the ultimatum on Monday.", "demand", set()),
        (
            "Karl Borg criticised Norway on Monday in the aftermath of protests that left 40 people dead.",
            "protest",
            set(),
        ),
        (
            "Karl Borg did not trust President Anna Vella to comply with the peace plan, he said on Monday.",
            "peace_plan",
            set(),
        ),
        ("Karl Borg presented a peace plan on Monday.", "peace_plan", {("Karl Borg", "source")}),
        (
            "More than 1,000 mourners gathered on Saturday for the funeral of Joseph Borg.",
            "death",
            {("Joseph Borg", "target")},
        ),
        (
            "Malta passed the law on Monday despite protests from farmers.",
            "protest",
            {("farmers", "source")},
        ),
        ("Workers listened to Governor Anna Vella during a speech on Monday.", "speech", {("Anna Vella", "speaker")}),
        ("In a BBC interview on Monday, Karl Borg called for calm.", "speech", {("Karl Borg", "speaker")}),
        (
            "Police praised Attorney General Anna Vella's continued, brazen attacks on villages on Monday.",
            "attack",
            {("Anna Vella", "source")},
        ),
        ("It was the worst oil spill in US history, Karl Borg said on Monday.", "disaster", set()),
        (
            "Hundreds of nurses protested in Sfax on Monday against the arrest of Karl Borg.",
            "arrest",
            {("Karl Borg", "target")},
        ),
        ("Crowds marched in Sfax on Monday against a visit by Karl Borg.", "visit", {("Karl Borg", "source")}),
        (
            "The quake in Chile on Monday was the largest disaster outside the US for years.",
            "disaster",
            {("Chile", "target")},
        ),
    ],
)
def test_onlookers_have_no_part(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type)[:1] == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Anna Vella became the first prime minister to be arrested on Monday.", "arrest", {("Anna Vella", "target")}),
        (
            "Anna Vella is the first minister to visit Norway since 1990.",
            "visit",
            {("Anna Vella", "source"), ("Norway", "target")},
        ),
    ],
)
def test_the_first_to_do_something_is_who_is_told_to_be_it(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Texas is suing Borg Steel.", {("Texas", "source"), ("Borg Steel", "target")}),
        ("Texas has sued Borg Steel.", {("Texas", "source"), ("Borg Steel", "target")}),
        ("Texas was sued by Borg Steel on Monday.", {("Texas", "target"), ("Borg Steel", "source")}),
        ("Borg Steel was sued by Texas on Monday.", {("Texas", "source"), ("Borg Steel", "target")}),
        ("Air France was sued by pilots on Monday.", {("Air France", "target"), ("pilots", "source")}),
        ("In Texas, pilots sued Borg Steel on Monday.", {("pilots", "source"), ("Borg Steel", "target")}),
    ],
)
def test_states_of_a_union_and_airlines_act_by_their_own_names(text, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "charge") == [roles]


def test_a_law_of_one_state_of_a_union_is_not_that_of_the_union(mentions_of, roles_of) -> None:
    assert roles_of(mentions_of("California banned plastic bags on Monday."), "legislation") == [
        {("California", "source")}
    ]


def test_a_state_in_front_only_says_where_those_behind_it_meet(mentions_of, roles_of) -> None:
    found = roles_of(mentions_of("In Nigeria, Anna Vella and the team met union leaders on Monday."), "meeting")
    assert all(("Nigeria", "participant") not in roles for roles in found)
    assert any(("Anna Vella", "participant") in roles for roles in found)


def test_a_surname_that_is_also_a_firm_means_the_person_told_before(mentions_of, roles_of) -> None:
    text = "Former president Ilir Meta was charged on Monday. Meta was arrested in October."
    assert roles_of(mentions_of(text), "arrest") == [{("Ilir Meta", "target")}]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Farmers had been murdered, tortured and sexually assaulted in the war on Monday.",
            "attack",
            {("Farmers", "target")},
        ),
        (
            "A UN report on Monday accused Malta of abuses, including killing at least 20 farmers.",
            "attack",
            {("Malta", "source"), ("at least 20 farmers", "target")},
        ),
        ("At a hearing on Monday, several witnesses told of frenzied hours.", "trial", set()),
        ("The jury heard testimony from dozens of witnesses on Monday.", "trial", {("jury", "source")}),
    ],
)
def test_victims_accused_and_witnesses_are_what_they_are(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


def test_a_disaster_of_a_digest_did_not_befall_the_state_of_the_item_before_it(mentions_of, roles_of) -> None:
    text = "\n".join(
        [
            "A fire at a home in Toulon, France, kills three people.",
            "Two buses collided on the expressway before catching fire, killing 30 people.",
            "Norway expels two Maltese diplomats.",
            "A court in Norway sentences Karl Borg to ten years in prison.",
            "Rebels attack a village in Malta, killing six people.",
        ]
    )
    assert [("France", "target") in roles for roles in roles_of(mentions_of(text), "disaster")] == [True, False]
