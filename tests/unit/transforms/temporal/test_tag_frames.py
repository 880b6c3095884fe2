from datetime import date

import polars as pl
import pytest

from transforms.schema import DATE_EXPRESSIONS
from transforms.temporal import FOUND, FOUND_TYPE, TAGGER_VERSION, expressions_of, tag, tag_frame
from transforms.temporal.lexicon import LANGUAGES, lexicon
from transforms.vocabulary import VocabularyError

HISTORY = "The siege began in March 1854. In June ships arrived. Two days later, on 3 May 1855, that year, it fell."
ARTICLES = pl.DataFrame(
    {
        "article_id": ["a", "b", "c"],
        "text": ["He came on Monday.", "El lunes llegó.", "Nothing here."],
        "published_date": [date(2023, 3, 21), date(2023, 3, 21), None],
        "lang": [None, "es", "en"],
    },
    schema_overrides={"published_date": pl.Date},
)


def test_a_frame_of_articles_gives_the_declared_rows():
    rows = tag_frame(ARTICLES)
    assert rows.schema == DATE_EXPRESSIONS.polars_schema
    assert rows.select("article_id", "text", "value").rows() == [
        ("a", "Monday", "2023-03-20"),
        ("b", "El lunes", "2023-03-20"),
    ]
    assert rows.get_column("edtf").to_list() == ["2023-03-20", "2023-03-20"]


def test_expressions_come_back_from_their_rows():
    text = HISTORY + " Early in May 1860, after three weeks, on Yom Kippur 2001, at 10 p.m., about 2003, in 44 BC."
    articles = pl.DataFrame({"article_id": ["a", "b"], "text": [text, "None."], "published_date": None, "lang": "en"})
    rows = tag_frame(articles)
    found = articles.with_columns(pl.Series(FOUND, [rows.drop("article_id").to_dicts(), []], FOUND_TYPE))
    assert rows.height > 10
    assert list(expressions_of(found)) == [tag(text, None), []]
    assert list(expressions_of(articles)) == [None, None]


def test_no_articles_give_no_rows():
    assert tag_frame(ARTICLES.clear()).schema == DATE_EXPRESSIONS.polars_schema


def test_the_version_is_a_short_hash():
    assert len(TAGGER_VERSION) == 16
    assert int(TAGGER_VERSION, 16) >= 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_vocabulary_has_all_months_and_weekdays(lang):
    words = [word for meanings in lexicon(lang).forms.values() for word in meanings]
    assert {word.value for word in words if word.letter == "M"} == set(range(1, 13))
    assert {word.value for word in words if word.letter == "W"} == set(range(7))


def test_a_vocabulary_of_unknown_shape_is_refused(monkeypatch):
    monkeypatch.setattr("transforms.temporal.lexicon._tables", lambda lang: {"wekday": {"0": ["monday"]}})
    with pytest.raises(VocabularyError, match=r"dates_en.toml: \[wekday\] 0"):
        lexicon.__wrapped__("en")
