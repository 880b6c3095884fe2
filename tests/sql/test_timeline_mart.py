"""The mart `timeline`: one row per event, ready to read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest

from warehouse.asking.packed import EVENT_FIELDS, QUOTE_FIELDS, QUOTES_PACKED, unpacked

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


def test_words_are_those_of_the_title_and_of_all_quotes_each_with_one_capital(ask):
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
    assert sorted(set(words.split())) == ["2010", "Bp", "End", "Ends", "Oil", "Ol", "S", "Spill", "Spilt", "The"]
    assert words.startswith(" ") and words.endswith(" ")


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        ("Borg opens a dam", "It is 'full', he said.", False),
        ("Borg's dam", "It is full.", True),
        ("Borg opens a dam", "It isn’t full.", True),
        ("Borg opens a dam", "Cafe\u0301's end.", True),
    ],
)
def test_it_is_told_whether_apostrophes_stand_within_words(ask, title, sentence, expected):
    given = {
        "articles": [{"article_id": "a", "text": sentence}],
        "event_mentions": [{"mention_id": "m", "article_id": "a", "sentence_start": 0, "sentence_end": len(sentence)}],
        "event_links": [{"mention_id": "m", "event_id": "e"}],
        "events": [{"event_id": "e", "title": title}],
    }
    assert ask(given, "select has_apostrophes from timeline") == [(expected,)]


def test_an_event_without_any_report_is_still_a_row(ask):
    given = {"events": [{"event_id": "e", "title": "Talks"}]}
    assert ask(given, "select event_id, sources, actor_names, words from timeline") == [("e", [], [], " Talks ")]


def test_what_is_packed_says_what_the_marts_say(ask):
    """Of times the days, in UTC; and of very many quotes the best ones."""
    day, late = date(2023, 3, 20), datetime(2023, 3, 21, 23, 30, tzinfo=UTC)
    actor = {"name": 'Xi "Jinping"\n\\', "role": "source", "kind": "person", "state": None}
    mentions = [
        {
            "mention_id": f"m{n}", "article_id": "a", "sentence_start": n, "sentence_end": n + 4, "confidence": 0.1 + n / 100, "trigger_start": n,
            "start_date": day, "end_date": day,
        }
        for n in range(QUOTES_PACKED + 3)
    ]  # fmt: skip
    alone = {"mention_id": "alone", "article_id": "a", "sentence_end": 4}
    given = {
        "articles": [{"article_id": "a", "text": "Öl \x01 “" * 20, "published_at": late, "published_date": day}],
        "event_mentions": [*mentions, alone],
        "event_links": [{"mention_id": each["mention_id"], "event_id": "e"} for each in mentions]
        + [{"mention_id": "alone", "event_id": "f"}],
        "events": [
            {
                "event_id": "e", "title": "Talks", "actors": [actor], "start_date": day, "end_date": day,
                "first_reported_at": late, "last_reported_at": late,
            },
            {"event_id": "f", "title": "Visit", "confidence": 0.1 + 0.2},
        ],
    }  # fmt: skip
    packed = [unpacked(each) for (each,) in ask(given, "select packed from timeline order by event_id")]
    events = ask(given, f"select {_days(EVENT_FIELDS)} from timeline order by event_id")
    best = f"select {_days(QUOTE_FIELDS)} from event_evidence where evidence_rank <= {QUOTES_PACKED} order by event_id, evidence_rank"
    assert [tuple(told.event.values()) for told in packed] == events
    assert [tuple(quote.values()) for told in packed for quote in told.quotes] == ask(given, best)
    assert [len(told.quotes) for told in packed] == [QUOTES_PACKED, 1]


def _days(columns: Iterable[str]) -> str:
    return ", ".join(f"({name} at time zone 'UTC')::date" if name.endswith("_at") else name for name in columns)
