"""A subject of any shape is the doer wherever its clause stands: described between commas, with phrases behind it, with a name like a verb."""

import pytest

SUBJECTS = {
    "Ian Connolly": {"Ian Connolly"},
    "Judge Alan Mulally": {"Alan Mulally"},
    "the Norfield Diversified Fund": {"Norfield Diversified Fund"},
    "Jan Said Vella": {"Jan Said Vella"},
    "Ian Vella, president of the association of the card makers of Norfield,": {"Ian Vella"},
    "Ian Vella, an economist with the Norfield Institute, a place of learning,": {"Ian Vella"},
    "Ian Vella, chief economist at Norfield Bank in Valletta, Malta,": {"Ian Vella"},
    "Ian Vella, the first witness called by the government,": {"Ian Vella"},
    "Ian Vella, who is trailing in the polls,": {"Ian Vella"},
    "Norfield Bank, which lends money to farmers and fishermen,": {"Norfield Bank"},
    "Norfield Bank, Malta Steel and Ian Vella": {"Norfield Bank", "Malta Steel", "Ian Vella"},
    "Ian Vella and Jan Tarr": {"Ian Vella", "Jan Tarr"},
}
FRAMES = {
    "alone": "{subject} criticised Karl Borg on Monday.",
    "behind and": "The mayor went home, and {subject} criticised Karl Borg on Monday.",
    "told": "The mayor said {subject} had criticised Karl Borg on Monday.",
    "told with that": "The mayor said that {subject} had criticised Karl Borg on Monday.",
    "behind an opening clause": "While the mayor waited, {subject} criticised Karl Borg on Monday.",
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_a_subject_of_any_shape_is_the_doer_in_every_clause(frame, mentions_of) -> None:
    texts = [frame.format(subject=subject) for subject in SUBJECTS]
    texts = [text[0].upper() + text[1:] for text in texts]
    found = {
        texts[int(mention["article_id"][1:])]: {
            actor["name"] for actor in mention["actors"] if actor["role"] == "source"
        }
        for mention in mentions_of(*texts)
        if mention["event_type"] == "accusation"
    }
    assert found == dict(zip(texts, SUBJECTS.values(), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor went home, and analysts at the bank in Rome criticised Borg on Monday.", {"analysts"}),
        ("The mayor went home, and Tarr on Tuesday criticised Karl Borg.", {"Tarr"}),
        ("Tarr and Vella criticised Karl Borg on Monday.", {"Tarr", "Vella"}),
        ("Tarr, Norfield and Vella criticised Karl Borg on Monday.", {"Tarr", "Norfield", "Vella"}),
        ("Meanwhile Vella criticised Karl Borg on Monday.", {"Vella"}),
        ("The club criticised Karl Borg on Monday.", {"club"}),
        ("Forbes magazine criticised Karl Borg on Monday.", {"Forbes magazine"}),
        ("A weapons expert criticised Karl Borg on Monday.", {"expert"}),
        ("Several bidders criticised Karl Borg on Monday.", {"Several bidders"}),
    ],
)
def test_who_criticises(text, expected, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert {actor["name"] for actor in mention["actors"] if actor["role"] == "source"} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bankers close to the deal said on Monday that it was fair.",
        "The two firms are close to an agreement, Borg said.",
    ],
)
def test_what_others_are_only_close_to_is_no_event(text, mentions_of) -> None:
    assert mentions_of(text) == []


def test_a_shareholder_only_says_whose_meeting_it_is(mentions_of) -> None:
    (mention,) = mentions_of("The firm's shareholder meeting is scheduled to take place on Tuesday.")
    assert not any("shareholder" in actor["name"] for actor in mention["actors"])


@pytest.mark.parametrize(
    "text",
    [
        "Icahn, referring to the sale of the mill, criticised Karl Borg on Monday.",
        "Icahn, in a statement, criticised Karl Borg on Monday.",
        "Icahn, based in San Ramon, California, criticised Karl Borg on Monday.",
        "Icahn of Lipper criticised Karl Borg on Monday.",
    ],
)
def test_an_unknown_word_that_opens_a_sentence_is_a_name_where_only_it_can_be_the_subject(text, mentions_of) -> None:
    mention = next(item for item in mentions_of(text) if item["event_type"] == "accusation")
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "source"] == ["Icahn"]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Icahn was arrested in Oslo on Monday.", "arrest", {"Icahn"}),
        ("EU commissioner Karl Borg resigned on Monday.", "resignation", {"Karl Borg"}),
        ("Italy's Foreign Minister Franco Vella resigned on Monday.", "resignation", {"Franco Vella"}),
        ("Billionaire investor Karl Borg resigned on Monday.", "resignation", {"Karl Borg"}),
    ],
)
def test_who_is_arrested_or_resigns(text, event_type, expected, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert mention["event_type"] == event_type
    assert {actor["name"] for actor in mention["actors"] if actor["kind"] != "state"} == expected


@pytest.mark.parametrize(
    "subject",
    [
        "Rebel leaders",
        "Student leaders",
        "Separatist rebels",
        "Protest leaders",
        "Environmental activists",
        "Research firms",
    ],
)
def test_a_group_keeps_what_it_is_called_where_a_sentence_begins(subject, mentions_of) -> None:
    (mention,) = mentions_of(f"{subject} criticised Karl Borg on Monday.")
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "source"] == [subject]


def test_a_name_behind_a_long_office_is_the_subject_in_what_is_told(mentions_of) -> None:
    text = "The mayor went home, and the Maltese ambassador to the United Nations, Anna Tarr, criticised Karl Borg on Monday."
    (mention,) = mentions_of(text)
    assert "Anna Tarr" in {actor["name"] for actor in mention["actors"] if actor["role"] == "source"}


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("The 28-member bloc fined Norfield Oil on Monday.", "sanction", ("28-member bloc", "source")),
        ("A three-judge panel fined Norfield Oil on Monday.", "sanction", ("three-judge panel", "source")),
        ("A gang member was arrested on Monday.", "arrest", ("gang member", "target")),
        ("A member of the gang was arrested on Monday.", "arrest", ("member of the gang", "target")),
        ("EU member states signed the treaty on Monday.", "agreement", ("EU member states", "participant")),
        ("Police arrest two men in Sliema and impose a curfew.", "legislation", ("Police", "source")),
        ("The bodies of six people, including two boys, were found on Monday.", "death", ("six people", "target")),
    ],
)
def test_the_whole_of_a_subject_takes_part(text, event_type, role, mentions_of, roles_of) -> None:
    (roles,) = roles_of(mentions_of(text), event_type)
    assert role in roles


def test_some_of_those_who_were_found_are_not_told_as_all(mentions_of, roles_of) -> None:
    text = "The bodies of six people, including two boys, were found on Monday."
    assert roles_of(mentions_of(text), "death") == [{("six people", "target")}]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("At the invitation of Mr Vella, she paid a visit to Malta on Monday.", set()),
        ("At the invitation of Mr Vella, Karl Borg arrived in Malta on Monday.", {"Karl Borg"}),
        ("Mr Vella said he arrived in Malta on Monday.", {"Vella"}),
    ],
)
def test_a_pronoun_for_somebody_unnamed_is_no_other_person(text, sources, mentions_of, roles_of) -> None:
    [roles] = roles_of(mentions_of(text), "visit")
    assert {name for name, role in roles if role == "source"} == sources


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("On Monday Karl Borg filed a federal civil rights and ADA lawsuit against Norfield Inc.", "charge", {("Karl Borg", "source"), ("Norfield Inc", "target")}),
        ("On Monday Karl Borg attended Norfield's technology and media conference.", "meeting", {("Karl Borg", "participant"), ("Norfield", "participant")}),
    ],
)  # fmt: skip
def test_what_only_says_of_what_kind_a_noun_is_does_not_own_it(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]
