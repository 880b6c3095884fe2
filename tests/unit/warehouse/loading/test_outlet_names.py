"""The outlets of stored articles by the names that count."""

from __future__ import annotations

from itertools import permutations

from warehouse_rows import article, load_articles, rows_of

from orchestration.steps import compare_articles, extract_mentions, merge_events, store_documents, tag_dates
from transforms.articles import Document
from transforms.events import RuleExtractor
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.loading.outlets import name_outlets

FEED = article("f", url="https://www.quarryherald.example/f", source="The Quarry Herald")
PAGE = article("p", url="https://m.quarryherald.example/p", source="m.quarryherald.example")
OTHER = article("o", url="https://tinmarket.example/o", source="tinmarket.example")


def outlets(db):
    return rows_of(db, "select article_id, outlet from raw.articles order by all")


def test_pages_take_the_name_of_their_site_in_whatever_order_they_come():
    for order in permutations([FEED, PAGE, OTHER]):
        db = Warehouse(IN_MEMORY)
        for row in order:
            load_articles(db, row)
            name_outlets(db)
        assert outlets(db) == [("f", None), ("o", None), ("p", "The Quarry Herald")]


def test_naming_again_changes_nothing(db):
    load_articles(db, FEED, PAGE)
    assert (name_outlets(db), name_outlets(db)) == (1, 0)


def test_a_page_that_is_read_again_keeps_the_name_and_a_new_name_of_the_site_is_taken(db):
    load_articles(db, FEED, PAGE)
    name_outlets(db)
    load_articles(db, PAGE)
    assert outlets(db)[-1] == ("p", "The Quarry Herald")
    load_articles(db, article("f", url=FEED["url"], source="Quarry Herald and Echo", title="Another title"))
    name_outlets(db)
    assert outlets(db) == [("f", None), ("p", "Quarry Herald and Echo")]


def page(host: str, name: str | None) -> Document:
    """An article's page, which says its outlet or not."""
    meta = f'<meta property="og:site_name" content="{name}">' if name else ""
    text = "Prime Minister Karin Oslo resigned on Monday, her office said in the capital. " + "Rain is expected. " * 20
    markup = (
        f'<html><head><title>Oslo resigns, {host} reports</title><link rel="canonical" href="https://{host}/2023/oslo">{meta}'
        f'<meta property="article:published_time" content="2023-03-21T08:00:00Z"></head>'
        f"<body><article><h1>Oslo resigns, {host} reports</h1><p>{text}</p></article></body></html>"
    )
    return Document(f"https://{host}/2023/oslo", markup.encode())


def test_an_event_counts_an_outlet_once_however_its_hosts_call_it(db):
    extractor = RuleExtractor()
    reported = []
    for document in (page("m.quarryherald.example", None), page("quarryherald.example", "The Quarry Herald")):
        store_documents(db, [document], "r")
        compare_articles(db)
        tag_dates(db, "r")
        extract_mentions(db, extractor, "r")
        merge_events(db, "r")
        reported += rows_of(db, "select event_type, n_sources, n_articles from raw.events order by all")
    assert reported == [("resignation", 1, 1), ("resignation", 1, 2)]
