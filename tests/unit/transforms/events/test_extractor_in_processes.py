"""An extractor is sent to other processes when there are many articles."""

from __future__ import annotations

import pickle

import polars as pl

from transforms.events import RuleExtractor


def test_an_extractor_that_was_sent_to_another_process_extracts_the_same():
    extractor = RuleExtractor()
    sent = pickle.loads(pickle.dumps(extractor))
    article = pl.DataFrame(
        {
            "article_id": ["a"],
            "title": ["Visit"],
            "text": ["President Ana Duarte visited Peru on 3 May 2021."],
            "published_date": ["2021-05-04"],
            "lang": ["en"],
        }
    ).with_columns(pl.col("published_date").str.to_date())
    assert sent.extract(article).equals(extractor.extract(article))
    assert sent.extract(article).height
