"""One clause in every tense and mood: what is planned, what is only claimed, what was not."""

import pytest

VERBS = [
    ("visit", "Karl Borg", ("visit", "visited", "visited", "visiting"), "Malta"),
    ("meeting", "Karl Borg", ("meet", "met", "met", "meeting"), "Anna Vella"),
    ("agreement", "Malta", ("sign", "signed", "signed", "signing"), "a trade agreement with Norway"),
    ("arrest", "the army", ("arrest", "arrested", "arrested", "arresting"), "Karl Borg"),
    ("warrant", "the court", ("issue", "issued", "issued", "issuing"), "an arrest warrant for Karl Borg"),
    ("attack", "Malta", ("attack", "attacked", "attacked", "attacking"), "a police station"),
    ("exercise", "Norway", ("hold", "held", "held", "holding"), "military exercises"),
    ("withdrawal", "Norway", ("withdraw", "withdrew", "withdrawn", "withdrawing"), "its troops from Malta"),
]


@pytest.mark.parametrize(
    ("order", "status", "day"),
    [
        ("{S} will {b} {O} on Friday.", "planned", "2023-03-24"),
        ("{S} will on Friday {b} {O}.", "planned", "2023-03-24"),
        ("{S} will next week {b} {O}.", "planned", "2023-03-27/2023-04-02"),
        ("{S} is expected on Friday to {b} {O}.", "planned", "2023-03-24"),
        ("Officials said on Sunday that {s} would {b} {O} on Friday.", "planned", "2023-03-24"),
        ("{S} would {b} {O} on Friday, officials said.", "planned", "2023-03-24"),
        ("{S} did on Monday {b} {O}.", "happened", "2023-03-20"),
        ("{S} is said to have {pp} {O} on Monday.", "alleged", "2023-03-20"),
        ("{S} is believed to have {pp} {O} in May.", "alleged", "2022-05"),
        ("{S} allegedly {v} {O} on Monday.", "alleged", "2023-03-20"),
    ],
)  # fmt: skip
def test_tense_and_mood_make_the_status(order: str, status: str, day: str, mentions_of) -> None:
    wrong = []
    for event_type, subject, (base, past, participle, gerund), rest in VERBS:
        words = {"S": subject[0].upper() + subject[1:], "s": subject, "b": base, "v": past, "pp": participle, "g": gerund, "O": rest}  # fmt: skip
        text = order.format(**words)
        found = {(item["event_type"], item["status"], item["edtf"]) for item in mentions_of(text)}
        if (event_type, status, day) not in found:
            wrong.append((text, found))
    assert wrong == []


@pytest.mark.parametrize(
    "order",
    [
        "{S} never {v} {O}.",
        "{S} has not {pp} {O}.",
        "{S} may have {pp} {O} on Monday.",
        "Officials said {s} had not {pp} {O}.",
        "If {s} {v} {O}, it would be a surprise.",
        "{S} refused to {b} {O}.",
    ],
)
def test_what_was_not_is_no_event(order: str, mentions_of) -> None:
    wrong = []
    for event_type, subject, (base, past, participle, gerund), rest in VERBS:
        words = {"S": subject[0].upper() + subject[1:], "s": subject, "b": base, "v": past, "pp": participle, "g": gerund, "O": rest}  # fmt: skip
        text = order.format(**words)
        told = [item["status"] for item in mentions_of(text) if item["event_type"] == event_type]
        if not {"happened", "planned", "ongoing"}.isdisjoint(told):
            wrong.append((text, told))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("Officials left without signing the trade agreement with Norway.", "agreement", None),
        ("Norfield Inc said it would tell more in an interview on Friday.", "speech", "planned"),
        ("I would urge all parties to talk.", "demand", "happened"),
        ("Malta is signing a trade agreement with Norway on Friday.", "agreement", "planned"),
        ("The panel recommended that shareholders approve the merger.", "agreement", None),
        ("The panel recommended shareholders vote against the merger.", "vote", None),
        ("Activists demanded that the police release Karl Borg.", "release", None),
        ("Activists demanded that the police release Karl Borg.", "demand", "happened"),
        ("The panel suggested that the EU lift sanctions on Malta.", "sanction", None),
        ("The panel suggested that the EU lifted sanctions on Malta in 2010.", "sanction", "happened"),
        ("The report, once published, will be sent to parliament.", "publication", None),
        ("Once elected, Karl Borg will resign as mayor.", "election", None),
        ("Once elected in 2010, Karl Borg resigned as mayor.", "election", "happened"),
        ("When the report is published, Karl Borg will resign.", "publication", None),
        ("The report will say that police killed 12 protesters.", "attack", "alleged"),
        ("The panel is expected to say that police killed 12 protesters.", "attack", "alleged"),
        ("The report says that police killed 12 protesters.", "attack", "happened"),
        ("The board is expected later on Friday to elect Karl Borg president.", "appointment", "planned"),
        ("Malta became the 61st country to sign the accords on Monday.", "agreement", "happened"),
        ("Karl Borg joined the rebels in calling for Anna Vella to step down.", "resignation", None),
        ("Malta joined Norway in urging Anna Vella to step down.", "resignation", None),
        ("Protests forced Anna Vella to step down.", "resignation", "happened"),
        ("Malta withdrew from the OAU in 1984.", "diplomatic_break", "happened"),
        ("Had Karl Borg been arrested, he would be in jail.", "arrest", None),
        (
            "The raid prompted joint calls from Malta and the European Union on Thursday for President Borg to step down.",
            "resignation",
            None,
        ),
        ("Even had President Borg resigned on Thursday, it would have met only one demand.", "resignation", None),
        ("Karl Borg would be in jail had he been arrested in May.", "arrest", None),
        ("Anna Vella said that had Karl Borg been sued, he could have lost.", "charge", None),
        ("Anna Vella had the rebels arrested on Monday, which would cost votes.", "arrest", "happened"),
    ],
)
def test_words_beside_a_verb_make_its_status(text, event_type, status, mentions_of) -> None:
    found = {item["event_type"]: item["status"] for item in mentions_of(text)}
    assert found.get(event_type) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norfield Inc is expected to begin delivering aid to Malta on Friday.", "planned"),
        ("Norway will start delivering aid to Malta on Friday.", "planned"),
        ("Norway began delivering aid to Malta on Monday.", "happened"),
    ],
)
def test_what_is_to_begin_is_planned(text, status, mentions_of) -> None:
    assert {item["status"] for item in mentions_of(text) if item["event_type"] == "aid"} == {status}
