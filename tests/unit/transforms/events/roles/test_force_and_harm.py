"""Who does and who suffers what nouns of force name, and whom verbs of saying keep out."""

import pytest


def actors(mentions, event_type: str) -> set[tuple[str, str]]:
    mention = next(m for m in mentions if m["event_type"] == event_type)
    return {(actor["name"], actor["role"]) for actor in mention["actors"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels launched an attack on Monday on the town.", {("Rebels", "source")}),
        (
            "The killing of Anna Zammit by rebels on Monday drew tears.",
            {("Anna Zammit", "target"), ("rebels", "source")},
        ),
        ("Karl Borg condemned the attack on Monday on Anna Zammit.", {("Anna Zammit", "target")}),
        ("Anna Zammit spoke on Monday after the assassination of Karl Borg.", {("Karl Borg", "target")}),
        ("Twelve soldiers were killed on Monday in a shootout.", {("Twelve soldiers", "target")}),
        ("Ten fighters were pinned down on Monday by artillery fire.", {("Ten fighters", "target")}),
        ("A car bombing near Aden, Yemen, killed three people.", {("three people", "target")}),
    ],
)
def test_the_subject_acts_in_a_noun_of_force_only_by_a_verb_of_doing(text: str, told: set, mentions_of) -> None:
    assert actors(mentions_of(text), "attack") == told


@pytest.mark.parametrize(
    ("text", "event_type", "left_out"),
    [
        ("Managers who attended the meeting told Reuters on Monday they were pleased.", "meeting", "Reuters"),
        ("An aide involved in the negotiations told Reuters on Monday they had failed.", "meeting", "Reuters"),
        ("A closing statement said ministers were worried on Monday.", "speech", "nobody"),
        ("According to the Norfield Times, the army shot two dogs on Monday.", "attack", "Norfield Times"),
    ],
)
def test_whoever_is_told_or_told_of_takes_no_part(text: str, event_type: str, left_out: str, mentions_of) -> None:
    found = actors(mentions_of(text), event_type)
    assert left_out not in {name for name, _ in found}
    assert "target" not in {role for _, role in found}


def test_the_nearest_actor_of_a_speech_is_its_speaker(mentions_of) -> None:
    found = actors(mentions_of("The bank grew, said its head Anna Borg in a statement on Monday."), "speech")
    assert found == {("Anna Borg", "speaker")}


@pytest.mark.parametrize(
    "text", ["The king met three ministers on Monday in Rabat.", "Two presidents met in Rabat on Monday."]
)
def test_a_counted_group_is_somebody_unless_an_article_points_at_it(text: str, mentions_of) -> None:
    assert any("three ministers" in a or "Two presidents" in a for a, _ in actors(mentions_of(text), "meeting"))


@pytest.mark.parametrize(
    ("text", "event_type", "told"),
    [
        ("Gunmen killed at least five people on Monday.", "attack", {("Gunmen", "source"), ("at least five people", "target")}),
        ("Soldiers killed around 20 rebels on Monday.", "attack", {("Soldiers", "source"), ("around 20 rebels", "target")}),
        ("Police arrested over 20 protesters on Monday.", "arrest", {("Police", "source"), ("over 20 protesters", "target")}),
        ("A journalist killed about 30 miles from Quetta on Monday was buried.", "death", {("journalist", "target")}),
    ],
)  # fmt: skip
def test_a_number_behind_a_verb_is_its_object(text: str, event_type: str, told: set, mentions_of) -> None:
    assert actors(mentions_of(text), event_type) == told


@pytest.mark.parametrize(
    ("text", "event_types"),
    [
        ("Israel killed 20 people on Monday.", ["attack"]),
        ("Gunmen kill 20 people in Quetta.", ["attack"]),
        ("A bus left the road and crashed on Monday, killing two people.", ["disaster"]),
        ("The senators killed the bill on Monday.", []),
    ],
)
def test_who_kills_somebody_attacks_and_a_mishap_does_not(text: str, event_types: list, mentions_of) -> None:
    assert [mention["event_type"] for mention in mentions_of(text)] == event_types


@pytest.mark.parametrize(
    "whom",
    [
        "as many as 20 protesters", "up to 20 protesters", "at most 20 protesters", "more than a dozen rebels", "around a hundred demonstrators",
        "one of the gunmen", "some of the hostages", "at least two of the soldiers", "hundreds of villagers", "two of its members",
    ],
)  # fmt: skip
def test_a_group_is_told_with_the_words_that_count_it(whom: str, mentions_of) -> None:
    assert (whom, "target") in actors(mentions_of(f"The army arrested {whom} on Monday."), "arrest")
    assert (whom.capitalize(), "target") in actors(
        mentions_of(f"{whom.capitalize()} were arrested on Monday."), "arrest"
    )


def test_a_participle_behind_a_subject_is_its_verb(mentions_of) -> None:
    told = {("Rebels", "source"), ("Anna Zammit", "target")}
    assert (
        actors(mentions_of("Rebels from the north accused opposition leader Anna Zammit on Monday."), "accusation")
        == told
    )


@pytest.mark.parametrize(
    "text",
    [
        "Rebels raided Rabat on Monday, killing six people and abducting two nuns.",
        "Rebels raided Rabat on Monday, killing six people, injuring ten others and abducting two nuns.",
    ],
)
def test_participles_in_a_row_share_the_subject_before_them(text: str, mentions_of) -> None:
    found = actors(mentions_of(text), "attack")
    assert {name for name, role in found if role == "source"} == {"Rebels"}
    assert {("six people", "target"), ("two nuns", "target")} <= found


def test_a_disaster_befalls_the_state_behind_a_place_that_is_not_known(mentions_of) -> None:
    found = actors(mentions_of("A wildfire in Hilltop County, South Korea, spread on Monday."), "disaster")
    assert ("South Korea", "target") in found
