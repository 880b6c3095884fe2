"""The mart `timeline`: one row per event, ready to read."""

from __future__ import annotations

import pytest

XI = {"name": "Xi Jinping", "role": "source", "kind": "person", "state": "China"}
PUTIN = {"name": "Vladimir Putin", "role": "target", "kind": "person", "state": "Russia"}
NOBODY = {"name": None, "role": "source", "kind": "group", "state": None}


def reported(*reports: tuple[str, str, str | None]) -> dict:
    """Events with mentions: (event, article, source) each."""
    articles = {article: source for _, article, source in reports}
    return {
        "articles": [{"article_id": article, "source": source} for article, source in articles.items()],
        "event_mentions": [
            {"mention_id": f"m{n}", "article_id": article, "sentence_end": 1}
            for n, (_, article, _) in enumerate(reports)
        ],
        "event_links": [{"mention_id": f"m{n}", "event_id": event} for n, (event, _, _) in enumerate(reports)],
        "events": [{"event_id": event} for event in dict.fromkeys(event for event, _, _ in reports)],
    }


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([("e", "a1", "Times")], ["Times"]),
        ([("e", "a1", "Times"), ("e", "a2", "Echo"), ("e", "a3", "Times")], ["Echo", "Times"]),
        ([("e", "a1", "Times"), ("e", "a1", "Times")], ["Times"]),
        ([("e", "a1", None), ("e", "a2", None), ("e", "a3", "Echo")], ["Echo", "unknown source"]),
    ],
)
def test_sources_are_the_sorted_names_of_the_outlets_each_once(ask, reports, expected):
    assert ask(reported(*reports), "select sources from timeline") == [(expected,)]


def test_an_event_keeps_to_its_own_sources(ask):
    given = reported(("e1", "a1", "Times"), ("e2", "a2", "Echo"), ("e2", "a1", "Times"))
    assert ask(given, "select event_id, sources from timeline order by all") == [
        ("e1", ["Times"]),
        ("e2", ["Echo", "Times"]),
    ]


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        ([], []),
        ([XI, PUTIN], ["Xi Jinping", "Vladimir Putin"]),
        ([PUTIN, XI, {**PUTIN, "role": "source"}], ["Vladimir Putin", "Xi Jinping"]),
        ([NOBODY, XI, NOBODY], ["Xi Jinping"]),
    ],
)
def test_actor_names_stand_once_each_in_the_order_of_the_actors(ask, actors, expected):
    given = {"events": [{"event_id": "e", "actors": actors}]}
    assert ask(given, "select actors, actor_names from timeline") == [(actors, expected)]


def test_rows_that_are_asked_for_most_lie_together_the_best_reported_first(ask):
    counts = {"b-surer": (1, 1, 0.9), "one outlet": (1, 5, 0.9), "most": (3, 3, 0.5), "more": (2, 9, 0.9), "a-surer": (1, 1, 0.9), "unsure": (1, 1, 0.2)}  # fmt: skip
    events = [
        {"event_id": name, "n_sources": n_sources, "n_articles": n_articles, "confidence": confidence}
        for name, (n_sources, n_articles, confidence) in counts.items()
    ]
    assert ask({"events": events}, "select event_id from timeline") == [
        ("most",), ("more",), ("one outlet",), ("a-surer",), ("b-surer",), ("unsure",),
    ]  # fmt: skip


def test_words_are_those_of_the_title_and_of_all_quotes_in_small_letters_each_once(ask):
    given = {
        "articles": [{"article_id": "a", "text": "Öl spilt. THE OIL-SPILL’S end (2010)!"}],
        "event_mentions": [
            {"mention_id": "m1", "article_id": "a", "sentence_start": 0, "sentence_end": 9},
            {"mention_id": "m2", "article_id": "a", "sentence_start": 10, "sentence_end": 37},
        ],
        "event_links": [{"mention_id": "m1", "event_id": "e"}, {"mention_id": "m2", "event_id": "e"}],
        "events": [{"event_id": "e", "title": "BP ends oil_spill"}],
    }
    [(words,)] = ask(given, "select words from timeline")
    assert words.split() == ["2010", "bp", "end", "ends", "oil", "s", "spill", "spilt", "the", "öl"]
    assert words.startswith(" ") and words.endswith(" ")


def test_an_event_without_any_report_is_still_a_row(ask):
    given = {"events": [{"event_id": "e", "title": "Talks"}]}
    assert ask(given, "select event_id, sources, actor_names, words from timeline") == [("e", [], [], " talks ")]
