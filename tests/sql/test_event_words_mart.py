"""The marts `event_words` and `event_names`: by which words and names an event is found."""

from __future__ import annotations

GIVEN = {
    "articles": [
        {"article_id": "a", "text": "Öl spilt. THE OIL-SPILL’S end (2010)!"},
        {"article_id": "b", "text": "Öl spilt. The end."},
    ],
    "event_mentions": [
        {"mention_id": "m1", "article_id": "a", "sentence_start": 0, "sentence_end": 9},
        {"mention_id": "m2", "article_id": "a", "sentence_start": 10, "sentence_end": 37},
        {"mention_id": "m3", "article_id": "b", "sentence_start": 0, "sentence_end": 9},
    ],
    "event_links": [{"mention_id": f"m{number}", "event_id": "e"} for number in (1, 2, 3)],
    "events": [
        {
            "event_id": "e",
            "title": "BP ends oil_spill",
            "actors": [
                {"name": name, "role": "source", "kind": "organisation", "state": None} for name in ("BP", None, "BP", "Borg Oil")
            ],
        },
        {"event_id": "f", "title": "Talks"},
    ],
}  # fmt: skip


def words_of(ask, event_id: str) -> list[tuple[str, int]]:
    return ask(
        GIVEN,
        f"select word, position from event_words join timeline using (event_key) where event_id = '{event_id}' order by position",
    )


def test_words_stand_in_the_order_of_the_texts_in_small_letters_without_accents(ask):
    assert [word for word, _ in words_of(ask, "e")] == [
        "bp", "ends", "oil", "spill", "the", "oil", "spill", "s", "end", "2010", "ol", "spilt",
    ]  # fmt: skip


def test_only_words_that_blanks_or_hyphens_part_follow_each_other(ask):
    found = words_of(ask, "e")
    follow = [(word, other) for (word, at), (other, then) in zip(found, found[1:], strict=False) if then == at + 1]
    assert follow == [("bp", "ends"), ("ends", "oil"), ("the", "oil"), ("oil", "spill"), ("s", "end"), ("ol", "spilt")]


def test_an_event_without_any_report_has_the_words_of_its_title(ask):
    assert words_of(ask, "f") == [("talks", 0)]


def test_the_rows_of_a_word_lie_together(ask):
    rows = [word for (word,) in ask(GIVEN, "select word from event_words")]
    assert rows == sorted(rows)


def test_an_event_is_found_by_each_name_of_its_actors(ask):
    found = ask(GIVEN, "select actor_name, event_id from event_names join timeline using (event_key) order by all")
    assert found == [("BP", "e"), ("Borg Oil", "e")]
