"""Dates beside other events and other clauses: reactions, declarations, ends of visits."""

import pytest


def found(mentions, event_type: str) -> list[tuple[str, str]]:
    return [
        (str(mention["start_date"]), str(mention["end_date"]))
        for mention in mentions
        if mention["event_type"] == event_type
    ]


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "end"),
    [
        (
            "Norway published a peace plan for Sudan last month, which was rejected by Khartoum.",
            "rejection",
            "2023-02-01",
            "2023-03-21",
        ),
        (
            "The king said on Monday that Jordan was suspending its participation in the treaty.",
            "diplomatic_break",
            "2023-03-20",
            "2023-03-20",
        ),
        ("The king ended a three-day visit to Rome on Monday.", "visit", "2023-03-18", "2023-03-20"),
        ("At the end of a two-day meeting on Monday, the bank kept its rates.", "meeting", "2023-03-19", "2023-03-20"),
        ("The board of Vella Bank concluded its two-day meeting on Monday.", "meeting", "2023-03-19", "2023-03-20"),
        (
            "Vella Bank, at the close of a two-day policy meeting on Monday, kept its rates.",
            "meeting",
            "2023-03-19",
            "2023-03-20",
        ),
        ("The ministers held closed two-day talks on Monday.", "meeting", "2023-03-20", "2023-03-21"),
        ("The bank's two-day meeting ends on Thursday.", "meeting", "2023-03-22", "2023-03-23"),
        ("The bank's two-day meeting that ended on Monday was calm.", "meeting", "2023-03-19", "2023-03-20"),
        ("The ministers began a two-day meeting on Monday to end the crisis.", "meeting", "2023-03-20", "2023-03-21"),
        ("The ministers hold a two-day meeting to end the crisis on Monday.", "meeting", "2023-03-27", "2023-03-28"),
    ],
)
def test_clauses_of_one_sentence_date_each_other(sentence, event_type, start, end, mentions_of) -> None:
    assert found(mentions_of(sentence), event_type) == [(start, end)]


def test_a_reaction_without_a_dated_event_has_no_date(mentions_of) -> None:
    assert found(mentions_of("Norway has a plan for Sudan, which was rejected by Khartoum."), "rejection") in (
        [],
        [("None", "None")],
    )


@pytest.mark.parametrize(
    ("sentence", "kept", "dropped"),
    [
        ("Macron and Merkel signed two joint statements in Paris on Monday.", "agreement", "speech"),
        ("Norway and Peru have agreed to restore diplomatic relations.", "agreement", "election"),
        ("China's parliament elected Xi Jinping as president on Monday.", "appointment", "election"),
        ("Jordan suspended its participation in the treaty on Monday.", "diplomatic_break", "resignation"),
    ],
)
def test_the_object_of_a_verb_chooses_the_type(sentence, kept, dropped, mentions_of) -> None:
    types = {mention["event_type"]: mention["status"] for mention in mentions_of(sentence)}
    assert types.get(kept) == "happened"
    assert dropped not in types


def test_issuing_a_statement_is_no_agreement(mentions_of) -> None:
    types = [mention["event_type"] for mention in mentions_of("The ministry issued a statement in Paris on Monday.")]
    assert "agreement" not in types


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The king, who arrived on Monday and leaves on Wednesday, is president of the league.", "resignation"),
        ("The court issued a warrant for the general's arrest on Monday.", "arrest"),
        ("Macron and Merkel walked out of the cathedral on Monday.", "protest"),
        ("People live in towns that were struck by Monday's earthquakes.", "protest"),
        ("The peace plan that Norway published on Monday has ten points.", "publication"),
    ],
)
def test_words_that_only_sound_like_an_event_are_none(sentence, event_type, mentions_of) -> None:
    assert found(mentions_of(sentence), event_type) == []


def test_a_plan_has_the_date_of_its_publication(mentions_of) -> None:
    mentions = mentions_of("The peace plan that Norway published on Monday has ten points.")
    assert found(mentions, "peace_plan") == [("2023-03-20", "2023-03-20")]


def test_a_palace_in_which_people_meet_is_no_participant(mentions_of) -> None:
    (meeting,) = [
        m for m in mentions_of("Wang Yi met Vladimir Putin in the Kremlin on Monday.") if m["event_type"] == "meeting"
    ]
    assert {actor["name"] for actor in meeting["actors"]} == {"Wang Yi", "Vladimir Putin"}


@pytest.mark.parametrize(
    ("text", "event_type", "days"),
    [
        (
            "A court sentenced four soldiers to death on Monday. Eight others were sentenced to prison terms.",
            "verdict",
            [("2023-03-20", "2023-03-20")] * 2,
        ),
        (
            "French President Emmanuel Macron condemned the law on Monday. "
            "In an address to parliament, Macron accused the opposition of treason.",
            "speech",
            [("2023-03-20", "2023-03-20")],
        ),
    ],
)
def test_neighbouring_sentences_of_one_happening_share_its_day(text, event_type, days, mentions_of) -> None:
    assert found(mentions_of(text), event_type) == days


def test_the_outlet_of_a_dateline_is_no_actor(mentions_of) -> None:
    mentions = mentions_of("ROME, March 20 (Harbour Wire) - A new earthquake has killed six people in Turkey.")
    assert mentions
    assert "Harbour Wire" not in {actor["name"] for mention in mentions for actor in mention["actors"]}


def test_a_step_of_a_case_that_names_nobody_concerns_the_same_person(mentions_of) -> None:
    mentions = mentions_of("Police arrested Boris Petrov on Monday. The trial opened on Tuesday in the capital.")
    (trial,) = [mention for mention in mentions if mention["event_type"] == "trial"]
    assert [actor["name"] for actor in trial["actors"]] == ["Boris Petrov"]


def test_a_warrant_of_a_court_is_by_the_court(mentions_of) -> None:
    (warrant,) = [
        mention
        for mention in mentions_of("The visit followed the International Criminal Court's arrest warrant last week.")
        if mention["event_type"] == "warrant"
    ]
    assert ("International Criminal Court", "source") in {(a["name"], a["role"]) for a in warrant["actors"]}


def test_the_agent_of_a_relative_clause_is_no_actor_of_what_it_describes(mentions_of) -> None:
    mentions = mentions_of("China published a peace plan on Friday, which was rejected by the United States.")
    (plan,) = [mention for mention in mentions if mention["event_type"] == "peace_plan"]
    assert [actor["name"] for actor in plan["actors"]] == ["China"]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Shares fell on Monday, two days after prosecutors charged Karl Borg with fraud.", "charge", "2023-03-18"),
        ("Agencies cut the rating on Monday, a day after Karl Borg, its head, stepped down.", "resignation", "2023-03-19"),
        ("Karl Borg flew to Paris on January 20, a day after being elected president.", "election", "2023-01-19"),
    ],
)  # fmt: skip
def test_a_length_before_after_counts_from_the_day_beside_it(text, event_type, expected, mentions_of) -> None:
    [found] = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert (found["edtf"], found["date_basis"]) == (expected, "event")


@pytest.mark.parametrize(
    ("text", "event_type", "edtf", "expected"),
    [
        ("Two days after Karl Borg resigned on Monday, 13 March, police in Oslo arrested two men.", "arrest", "2023-03-15", {"police", "two men"}),
        ("Days after Karl Borg resigned on Monday, police arrested two men.", "arrest", "2023-03-20/2023-03-21", {"police", "two men"}),
        ("A day after Karl Borg resigned on 13 March, rescuers from Norway freed two men.", "release", "2023-03-14", {"rescuers", "Norway", "two men"}),
    ],
)  # fmt: skip
def test_what_came_after_has_its_own_day_and_doer_whatever_stands_in_its_subject(
    text, event_type, edtf, expected, mentions_of
) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert (found["edtf"], {actor["name"] for actor in found["actors"]}) == (edtf, expected)
