"""The extractor over frames: exact offsets, independence, other languages, hostile texts."""

import pytest

from transforms.schema import EVENT_MENTIONS, STATUSES

TEXTS = [
    "Emoji \U0001f680 first.\r\n\r\nÉmile Dupont visited Zürich on Monday. He met the mayor, who resigned in 2019.",
    "THE REBELS ATTACKED THE TOWN OF SAN LUIS ON 3 MARCH 2023. POLICE ARRESTED TWO MEN WHO DIDN'T RESIST. THE U.S. ARMY'S TROOPS LEFT.",
    "“We reject this,” the minister said on Friday. The court’s ruling came a day after protests in Lima.",
]


def test_offsets_give_exactly_the_words(articles_of, extractor) -> None:
    frame = articles_of(*TEXTS)
    texts = dict(frame.select("article_id", "text").iter_rows())
    mentions = extractor.extract(frame)
    assert mentions["article_id"].n_unique() == len(TEXTS)
    for mention in mentions.iter_rows(named=True):
        text = texts[mention["article_id"]]
        assert text[mention["trigger_start"] : mention["trigger_end"]] == mention["trigger"]
        assert mention["trigger"] in text[mention["sentence_start"] : mention["sentence_end"]]
        if mention["date_text"] is not None:
            assert text[mention["date_text_start"] : mention["date_text_end"]] == mention["date_text"]


def test_rows_fit_their_table_and_ids_are_unique(articles_of, extractor) -> None:
    mentions = EVENT_MENTIONS.conform(extractor.extract(articles_of(*TEXTS)))
    assert mentions["mention_id"].n_unique() == len(mentions)
    assert set(mentions["status"]) <= set(STATUSES) - {"hypothetical"}
    assert mentions["confidence"].is_between(0, 1).all()


def test_a_word_is_one_event_however_it_may_be_read(mentions_of) -> None:
    text = "In 1993, gunmen were blamed for kidnapping a banker in the city, and a court on 12 March 2023 sentenced two of them for the kidnapping in 1993."
    ids = [mention["mention_id"] for mention in mentions_of(text)]
    assert ids
    assert len(ids) == len(set(ids))


def test_a_noun_behind_its_light_verb_is_no_verb_of_its_own(mentions_of) -> None:
    (mention,) = mentions_of("Karl Borg held talks with his counterpart in Rome on Monday.")
    assert (mention["status"], mention["edtf"]) == ("happened", "2023-03-20")


def test_an_article_is_read_without_its_neighbours(articles_of, extractor) -> None:
    together = extractor.extract(articles_of(*TEXTS))
    for index in range(len(TEXTS)):
        frame = articles_of(*TEXTS)
        alone = extractor.extract(frame.slice(index, 1))
        assert alone.equals(together.filter(together["article_id"] == f"a{index}"))


@pytest.mark.parametrize(("lang", "found"), [("en", True), (None, True), ("de", False), ("es", False)])
def test_only_english_has_triggers(lang: str | None, found: bool, articles_of, extractor) -> None:
    assert (len(extractor.extract(articles_of(TEXTS[1], lang=lang))) > 0) is found


def test_an_empty_frame_gives_an_empty_table(articles_of, extractor) -> None:
    assert extractor.extract(articles_of()).schema == EVENT_MENTIONS.polars_schema


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        '"' * 300_000,
        "(" * 100_000 + ")" * 100_000,
        "attack " * 60_000,
        "visited on Monday, " * 20_000,
        "The attack of the attack of " * 15_000,
        "that " * 100_000,
        "and the, " * 60_000,
        "1" * 300_000,
        "A." * 150_000,
        "\U0001f680" * 100_000,
        "said on Monday that " * 20_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_end(text: str, articles_of, extractor) -> None:
    mentions = extractor.extract(articles_of(text))
    assert all(
        text[row["trigger_start"] : row["trigger_end"]] == row["trigger"] for row in mentions.iter_rows(named=True)
    )
