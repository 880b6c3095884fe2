"""An article that cannot be read never stops the others of its batch."""

from __future__ import annotations

import polars as pl
import pytest

from transforms.errors import UserError
from transforms.readable import UnreadableArticleError, read_apart
from transforms.schema import DATE_EXPRESSIONS
from transforms.temporal import tag_frame, tag_readable

GOOD = "President Ana Duarte visited Peru on 3 May 2021."


def fragile(articles: pl.DataFrame) -> pl.DataFrame:
    """Finds dates, but for articles whose text says what to do."""
    texts = dict(articles.select("article_id", "text").iter_rows())
    for text in texts.values():
        if text.startswith("mend"):
            raise UserError("mend this")
        if text.startswith("break"):
            raise RecursionError("too deep")
    if named := {article_id: "no answer" for article_id, text in texts.items() if text.startswith("name")}:
        raise UnreadableArticleError(named)
    return tag_frame(articles)


def articles_of(*texts: str) -> pl.DataFrame:
    columns = {"article_id": [f"a{n}" for n in range(len(texts))], "text": texts}
    return pl.DataFrame(columns, schema={"article_id": pl.String, "text": pl.String}).with_columns(
        published_date=pl.lit(None, pl.Date), lang=pl.lit("en")
    )


@pytest.mark.parametrize(
    ("texts", "unreadable"),
    [
        ((), {}),
        ((GOOD,), {}),
        ((GOOD, "break", GOOD), {"a1": "RecursionError: too deep"}),
        (("break", "break"), {"a0": "RecursionError: too deep", "a1": "RecursionError: too deep"}),
        ((GOOD, "name", GOOD, "name"), {"a1": "no answer", "a3": "no answer"}),
        ((GOOD, "name", "break", GOOD), {"a1": "no answer", "a2": "RecursionError: too deep"}),
    ],
)
def test_the_rest_of_a_batch_is_read(texts, unreadable):
    read = read_apart(DATE_EXPRESSIONS, fragile, articles_of(*texts))
    assert read.unreadable == unreadable
    assert read.rows["article_id"].to_list() == [f"a{n}" for n, text in enumerate(texts) if text == GOOD]


def test_what_the_user_can_mend_stops_the_batch():
    with pytest.raises(UserError, match="mend this"):
        read_apart(DATE_EXPRESSIONS, fragile, articles_of(GOOD, "mend"))


def test_dates_of_a_batch_that_holds_no_text_for_one_article_are_still_found():
    read = tag_readable(articles_of(GOOD, None, GOOD))
    assert read.rows["article_id"].to_list() == ["a0", "a2"]
    assert list(read.unreadable) == ["a1"]
