"""Who says "I", and who is meant by a man without a name."""

import polars as pl
import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


def pronouns(text: str, title: str | None = None) -> list[tuple[str, str]]:
    found = find_actors(text, split_sentences(text), title)
    return [(actor.surface, actor.name) for actor in found if actor.surface in ("I", "me", "my")]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Statement by President Karl Borg on the Truce", "I welcome the truce. It took me years.", [("I", "Karl Borg"), ("me", "Karl Borg")]),
        ("President Borg Statement on the Truce", "I urge all parties to talk.", [("I", "Borg")]),
        ("Talks in Oslo", "Karl Borg, Secretary of State\n\nI welcome the truce.", [("I", "Karl Borg")]),
        ("Remarks by President Karl Borg", "PRESIDENT BORG: I signed it.\n\nQUESTION: May I ask?\n\nTHE PRESIDENT: I did.", [("I", "Karl Borg"), ("I", "Karl Borg")]),
        ("Remarks by President Karl Borg and Premier Anna Vella", "PRESIDENT BORG: I agree.\n\nPREMIER VELLA: I do, too.", [("I", "Karl Borg"), ("I", "Anna Vella")]),
        ("Statement by President Karl Borg", "As Anna Vella said, “I was there.” I was not.", [("I", "Karl Borg")]),
        ("Borg wins election in Malta", "“I am glad,” Karl Borg said. I was there.", []),
        ("Statement by President Karl Borg", "My husband was there. I saw my visit to Rome as a duty.", [("I", "Karl Borg"), ("my", "Karl Borg")]),
    ],
)  # fmt: skip
def test_in_statements_and_transcripts_the_speaker_is_i(title, text, expected) -> None:
    assert pronouns(text, title) == expected


def test_the_speaker_of_a_statement_does_what_he_says_he_did(extractor, articles_of) -> None:
    articles = articles_of("I signed a law on pensions on Monday.")
    articles = articles.with_columns(title=pl.lit("Statement by President Karl Borg"))
    (mention,) = extractor.extract(articles).to_dicts()
    assert (mention["event_type"], [actor["name"] for actor in mention["actors"]]) == ("legislation", ["Karl Borg"])


def names(text: str) -> list[str]:
    return [actor.name for actor in find_actors(text, split_sentences(text)) if actor.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was convicted of fraud. Karl Robert Borg, 46, was found guilty. The defendant was jailed.", ["Karl Robert Borg"] * 3),
        ("OSLO - A former school teacher pleaded guilty. Anna Vella, 33, of Oslo, was arrested in May.", ["Anna Vella"] * 2),
        ("A 30-year-old Oslo man was jailed. The city is quiet. Karl Robert Borg, 30, was caught in May.", ["Karl Robert Borg"] * 2),
        ("MAN JAILED FOR FRAUD\n\nA man was jailed on Monday. Karl Robert Borg, 46, was caught in May.", ["Karl Robert Borg"] * 3),
        ("The judge identified the defendant as Karl Robert Borg, 22, of Oslo. He was jailed.", ["judge", "Karl Robert Borg", "Karl Robert Borg", "Karl Robert Borg"]),
        ("A judge jailed two men. Karl Robert Borg, 46, was caught in May.", ["judge", "Karl Robert Borg"]),
        ("A second man was jailed. Karl Robert Borg, 46, was caught in May.", ["second man", "Karl Robert Borg"]),
        ("A man was jailed. The city was quiet. Karl Robert Borg, 46, won a prize.", ["man", "Karl Robert Borg"]),
    ],
)  # fmt: skip
def test_whom_a_report_names_next_is_the_man_it_begins_with(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karl Borg, 45, was shot. The 45-year-old died.", ["Karl Borg", "Karl Borg"]),
        ("President Karl Borg was shot. The 45-year-old died.", ["Karl Borg", "Karl Borg"]),
        ("Karl Borg, 45, met Anna Vella, 33, in Oslo. The 33-year-old left.", ["Karl Borg", "Anna Vella", "Anna Vella"]),
        ("A 45-year-old was arrested.", ["45-year-old"]),
        ("Foreign Minister Karl Borg came. The minister met Anna Vella.", ["Karl Borg", "Karl Borg", "Anna Vella"]),
        ("Foreign Minister Karl Borg and Finance Minister Jan Falk came. The minister left.", ["Karl Borg", "Jan Falk", "minister"]),
    ],
)  # fmt: skip
def test_an_age_or_the_last_word_of_an_office_means_its_only_holder(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norfield Inc reported a loss. The carmaker blamed the strike.", ["Norfield Inc", "Norfield Inc"]),
        (
            "Norfield Inc and Vella Corp merged. The carmaker blamed the strike.",
            ["Norfield Inc", "Vella Corp", "carmaker"],
        ),
    ],
)
def test_a_kind_of_firm_means_the_only_firm_of_an_article(text: str, expected: list[str]) -> None:
    found = find_actors(text, split_sentences(text))
    assert [actor.name for actor in found if actor.kind == "organisation"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since he took office in 2011, Karl Borg has met many.", ["Karl Borg", "Karl Borg"]),
        ("Two years after she was elected, Anna Vella resigned.", ["Anna Vella", "Anna Vella"]),
        ("After he was shot, his father Karl Borg spoke.", ["Karl Borg"]),
        ("Anna Vella came. After she met them, Karl Borg left.", ["Anna Vella", "Anna Vella", "Karl Borg"]),
    ],
)
def test_a_pronoun_that_opens_a_sentence_may_mean_the_subject_behind(text: str, expected: list[str]) -> None:
    assert names(text) == expected
