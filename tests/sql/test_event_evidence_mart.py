"""The mart `event_evidence`: one row per event and quoted sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

DAY = date(2023, 3, 20)
SECOND = {"sentence_start": 1, "sentence_end": 2}


def said(mention_id: str, article_id: str = "a", **columns) -> dict:
    return {"mention_id": mention_id, "article_id": article_id, "sentence_end": 1, "confidence": 0.5, **columns}


def linked(*mentions: dict, articles: list[dict] | None = None) -> dict:
    """One event `e` that these mentions report."""
    return {
        "events": [{"event_id": "e"}],
        "articles": articles or [{"article_id": article_id} for article_id in {m["article_id"] for m in mentions}],
        "event_mentions": list(mentions),
        "event_links": [{"mention_id": m["mention_id"], "event_id": "e", "merge_reason": "same day"} for m in mentions],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Plain words. Xi arrived on Monday. More words.",
        "Déjà vu à l’Élysée — Xi arrived on Monday. «Да».",
        "🇷🇺🇨🇳👩‍👩‍👧 Xi arrived on Monday. 😀",
        "e\u0301 a\u0308 combining. Xi arrived on Monday.",
        "line one\r\n\r\nXi arrived on Monday.\r\nline three",
        "שלום עולם. Xi arrived on Monday. مرحبا",
        "北京。Xi arrived on Monday.他说",
    ],
)
def test_the_sentence_is_exactly_the_words_between_its_offsets(ask, text):
    sentence = "Xi arrived on Monday."
    start = text.index(sentence)
    given = linked(
        said("m", sentence_start=start, sentence_end=start + len(sentence)),
        articles=[{"article_id": "a", "text": text}],
    )
    assert ask(given, "select sentence from event_evidence") == [(sentence,)]


def test_every_column_comes_from_the_mention_its_article_or_its_link(ask):
    mention = said(
        "m", trigger="arrived", trigger_start=3, trigger_end=10, date_text="Monday", date_text_start=14, date_text_end=20,
        date_reason="the Monday before", date_basis="relative", start_date=DAY, end_date=DAY, precision="day", edtf="2023-03-20",
        status="alleged", attributed_to="a spokesman", sentence_end=21,
    )  # fmt: skip
    article = {
        "article_id": "a", "source": "Times", "title": "Xi in Moscow", "url": "https://example.org", "text": "Xi arrived on Monday.",
        "published_at": datetime(2023, 3, 21, 8, tzinfo=UTC), "published_date": date(2023, 3, 21), "published_basis": "dateline",
    }  # fmt: skip
    given = linked(mention, articles=[article])
    assert ask(given, "select * replace (published_at::varchar as published_at, known_at::varchar as known_at) from event_evidence") == [
        (
            "e", "m", "a", "Times", "Xi in Moscow", "https://example.org", "2023-03-21 08:00:00+00", "2023-03-21 08:00:00+00", date(2023, 3, 21), "dateline",
            "Xi arrived on Monday.", 0, 21, "arrived", 3, 10, "Monday", 14, 20, "the Monday before", "relative",
            DAY, DAY, "day", "2023-03-20", "alleged", "a spokesman", 0.5, "same day", 1,
        )
    ]  # fmt: skip


def test_an_article_without_outlet_and_headline_says_so(ask):
    given = linked(said("m"), articles=[{"article_id": "a", "source": None, "title": None}])
    assert ask(given, "select source, article_title from event_evidence") == [("unknown source", "untitled")]


def test_two_mentions_of_one_event_in_one_sentence_quote_it_once(ask):
    given = linked(said("m1", confidence=0.6), said("m2", confidence=0.9), said("m3", sentence_start=1, sentence_end=2))
    assert ask(given, "select mention_id from event_evidence order by all") == [("m2",), ("m3",)]


def test_one_sentence_is_quoted_for_each_event_it_reports(ask):
    given = linked(said("m1"), said("m2"))
    given["events"].append({"event_id": "e2"})
    given["event_links"][1]["event_id"] = "e2"
    assert ask(given, "select event_id, mention_id, evidence_rank from event_evidence") == [
        ("e", "m1", 1),
        ("e2", "m2", 1),
    ]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({**SECOND, "start_date": DAY, "end_date": DAY, "confidence": 0.1}, {"confidence": 0.9}),
        ({**SECOND, "confidence": 0.9}, {"confidence": 0.8}),
        ({"article_id": "b"}, {"article_id": "copy"}),
        ({"article_id": "b"}, {"article_id": "later"}),
        ({"article_id": "later"}, {"article_id": "never"}),
        ({"article_id": "a"}, {"article_id": "b"}),
        ({}, SECOND),
    ],
    ids=["dated", "surer", "original", "earlier", "published", "article id", "place in the text"],
)
@pytest.mark.parametrize("order", [1, -1])
def test_the_better_evidence_comes_first(ask, better, worse, order):
    day = datetime(2023, 3, 21, tzinfo=UTC)
    articles = [
        {"article_id": "a", "published_at": day},
        {"article_id": "b", "published_at": day},
        {"article_id": "copy", "published_at": day, "near_duplicate_of": "b"},
        {"article_id": "later", "published_at": day.replace(day=22)},
        {"article_id": "never", "published_at": None},
    ]
    mentions = [said("m-better", **better), said("m-worse", **worse)][::order]
    given = linked(*mentions, articles=articles)
    assert ask(given, "select mention_id, evidence_rank from event_evidence order by evidence_rank") == [
        ("m-better", 1),
        ("m-worse", 2),
    ]
