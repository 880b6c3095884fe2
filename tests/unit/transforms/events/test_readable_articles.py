"""An article that cannot be read never stops the others of its batch."""

from __future__ import annotations

import polars as pl
import pytest

from transforms.errors import UserError
from transforms.events import RuleExtractor, UnreadableArticleError, extract_readable


class Fragile(RuleExtractor):
    """The rule extractor, but for articles whose text says what to do."""

    def extract(self, articles: pl.DataFrame) -> pl.DataFrame:
        texts = dict(articles.select("article_id", "text").iter_rows())
        for text in texts.values():
            if text.startswith("mend"):
                raise UserError("mend this")
            if text.startswith("break"):
                raise RecursionError("too deep")
        if named := {article_id: "no answer" for article_id, text in texts.items() if text.startswith("name")}:
            raise UnreadableArticleError(named)
        return super().extract(articles)


GOOD = "President Ana Duarte visited Peru on 3 May 2021."


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
def test_the_rest_of_a_batch_is_read(articles_of, extractor, texts, unreadable):
    read = extract_readable(Fragile(), articles_of(*texts))
    assert read.unreadable == unreadable
    good = articles_of(*texts).filter(pl.col("text") == GOOD)
    assert read.mentions.drop("extractor_version").equals(extractor.extract(good).drop("extractor_version"))


def test_what_the_user_can_mend_stops_the_batch(articles_of):
    with pytest.raises(UserError, match="mend this"):
        extract_readable(Fragile(), articles_of(GOOD, "mend"))
