"""Articles and an extractor for the tests of events."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from transforms.events import RuleExtractor
from transforms.schema import ARTICLES

PUBLISHED = date(2023, 3, 21)  # a Tuesday


def article_frame(*texts: str, published: date | None = PUBLISHED, lang: str | None = "en") -> pl.DataFrame:
    rows = [
        {"article_id": f"a{index}", "text": text, "published_date": published, "lang": lang}
        for index, text in enumerate(texts)
    ]
    return ARTICLES.frame(rows)


@pytest.fixture(scope="session")
def articles_of() -> Callable[..., pl.DataFrame]:
    return article_frame


@pytest.fixture(scope="session")
def extractor() -> RuleExtractor:
    return RuleExtractor()


@pytest.fixture(scope="session")
def mentions_of(extractor: RuleExtractor) -> Callable[..., list[dict[str, object]]]:
    return lambda *texts, **options: extractor.extract(article_frame(*texts, **options)).to_dicts()


@pytest.fixture(scope="session")
def roles_of() -> Callable[..., list[set[tuple[str, str]]]]:
    """The names and roles of the actors of each mention of one type."""
    return lambda found, event_type: [
        {(actor["name"], actor["role"]) for actor in mention["actors"]}
        for mention in found
        if mention["event_type"] == event_type
    ]
