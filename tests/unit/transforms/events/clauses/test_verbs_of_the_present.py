"""Present forms that could be nouns: who does what to people in the sentences of digests."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Malta's intelligence agency arrests two staff members of a bank.",
            "arrest",
            {"source", "target"},
        ),
        ("Police in Kenya arrest opposition leader Karl Borg.", "arrest", {"source", "target"}),
        ("Authorities in Nepal detain five climbers.", "arrest", {"source", "target"}),
        (
            "A court in Lima sentences former president Karl Borg to ten years in prison.",
            "verdict",
            {"source", "target"},
        ),
    ],
)
def test_who_stands_behind_a_lone_verb_is_its_object(text, event_type, roles, mentions_of, roles_of) -> None:
    entries = "Malta signs a treaty with Italy. France expels two envoys. Serbia frees a general. "
    found = roles_of(mentions_of(entries + text), event_type)
    assert any({role for _, role in actors} == roles for actors in found)


def test_a_noun_beside_another_verb_stays_a_noun(mentions_of) -> None:
    assert all(not item["actors"] for item in mentions_of("The number of arrests two weeks ago rose."))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta, Chad and Norway formally withdraw from the bloc.", "diplomatic_break"),
        ("The rebels release 20 hostages.", "release"),
        ("The rebels release three hostages on Monday.", "release"),
        ("Ministers officially meet Anna Borg in Rome.", "meeting"),
        ("Rebels reportedly attack the town of Vella.", "attack"),
        ("The leaders of Malta and Norway jointly open talks in Rome.", "meeting"),
        (
            "A jet flying as Vella Airlines Flight 331 collides with a helicopter over Rome, killing 20 people.",
            "disaster",
        ),
    ],
)
def test_a_present_form_stands_behind_adverbs_and_numbered_names(text, event_type, mentions_of) -> None:
    assert event_type in {item["event_type"] for item in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta and Norway said the family visit was postponed.", "visit"),
        ("Norfield said on March 3 strikes would follow.", "attack"),
    ],
)
def test_a_noun_behind_a_word_in_ly_or_a_date_stays_a_noun(text, event_type, mentions_of) -> None:
    assert event_type not in {item["event_type"] for item in mentions_of(text) if item["status"] == "happened"}


@pytest.mark.parametrize(
    ("opening", "is_told"),
    [
        ("Interpol reports", True),
        ("The International Organization for Migration reports", True),
        ("The United Nations refugee agency reports", True),
        ("Media reports", False),
        ("The agency's reports", False),
        ("Norway denies reports", False),
    ],
)
def test_reports_that_is_a_verb_behind_whoever_reports(opening: str, is_told: bool, mentions_of) -> None:
    entries = "Malta signs a treaty with Italy. France expels two envoys. Serbia frees a general. "
    found = mentions_of(f"{entries}{opening} that villagers are starving in the north.")
    assert ("publication" in {mention["event_type"] for mention in found}) is is_told


@pytest.mark.parametrize(
    ("text", "event_type"), [("UN condemns attack on school", "attack"), ("Borg denounces arrest of Vella", "arrest")]
)
def test_a_noun_without_its_article_is_no_verb_behind_one(text: str, event_type: str, mentions_of, roles_of) -> None:
    (roles,) = roles_of(mentions_of(text), event_type)
    assert "source" not in {role for _, role in roles}


def test_that_may_point_at_an_object(mentions_of) -> None:
    (vote, *_) = mentions_of("Lawmakers voted that deal down in January.")
    assert (vote["event_type"], vote["edtf"]) == ("vote", "2023-01")
