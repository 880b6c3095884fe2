"""Declared sources, run after run: what the tables hold when servers, feeds, pages and files behave and misbehave."""

from __future__ import annotations

import gzip
import json
import os
import time
from collections.abc import Callable

import pytest
from desk import QUICK, Desk
from web_server import Handler, Server, feed, feed_item, page

from orchestration.clock import utc_now
from orchestration.sources.kept import KeptBytes
from orchestration.sweep import sweep

FULL_TEXT = "&lt;p&gt;" + "The whole report stands in the feed and needs no page behind it. " * 30 + "&lt;/p&gt;"
STATES = "select split_part(origin, '/', -1), state from raw.source_items order by 1"
REJECTED = "select split_part(origin, '/', -1), reason from raw.rejected_articles order by all"


def declare_feed(desk: Desk, server: Server, more: str = "") -> None:
    desk.declare(f'[sources.post]\nkind = "feed"\nurl = "{server.url("/feed")}"\nallow_private = true\n{more}\n')


def declare_pages(desk: Desk, server: Server, *paths: str, more: str = "", fetching: str = QUICK) -> None:
    urls = json.dumps([server.url(path) for path in paths])
    desk.declare(f'[sources.pages]\nkind = "web"\nurls = {urls}\nallow_private = true\n{more}\n', fetching)


def test_a_summary_leads_to_its_page_and_a_full_item_does_not(desk: Desk, server: Server):
    server.play(
        "/feed", feed(feed_item(server.url("/a")), feed_item(server.url("/b"), FULL_TEXT)), "application/rss+xml"
    )
    server.play(
        "/a",
        page(),
    )
    declare_feed(desk, server)
    counts = desk.run()
    assert (counts.n_new, counts.n_refused) == (2, 0)
    assert (server.asked("/a"), server.asked("/b")) == (1, 0)
    assert desk.rows(
        "select split_part(url, '/', -1), published_basis, published_offset, text like '%engineers%' from raw.articles order by 1"
    ) == [
        ("a", "metadata", "+02:00", True),
        ("b", "feed", "+00:00", False),
    ]


def test_a_feed_that_has_not_changed_is_answered_with_304_and_gives_nothing(desk: Desk, server: Server):
    def play(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == '"1"':
            handler.send(b"", status=304)
        else:
            handler.send(feed(feed_item(server.url("/a"))).encode(), ETag='"1"')

    server.play("/feed", play)
    server.play("/a", page())
    declare_feed(desk, server)
    desk.run()
    counts = desk.run()
    assert counts.n_read == 0
    assert (server.asked("/feed"), server.asked("/a")) == (2, 1)
    assert desk.rows("select run_id, n_items, n_unchanged, n_new, n_failures from raw.source_runs order by 1") == [
        ("run-1", 2, 0, 1, 0),
        ("run-2", 1, 1, 0, 0),
    ]


def test_a_feed_without_etag_is_read_again_only_when_its_bytes_differ(desk: Desk, server: Server):
    server.play("/a", page())
    server.play("/b", page("the lighthouse"))
    server.play("/feed", feed(feed_item(server.url("/a"))))
    declare_feed(desk, server)
    desk.run()
    assert desk.run().n_read == 0
    server.play("/feed", feed(feed_item(server.url("/b")), feed_item(server.url("/a"))))
    assert desk.run().n_new == 1
    assert server.asked("/a") == 1


def test_a_page_that_fails_leaves_the_summary_and_is_asked_again(desk: Desk, server: Server):
    server.play("/feed", feed(feed_item(server.url("/a"))), ETag='"1"')
    server.play("/a", lambda handler: handler.send(b"", status=500))
    declare_feed(desk, server)
    desk.run()
    assert desk.rows("select text, version from raw.articles") == [("In short.", 1)]
    assert desk.rows(REJECTED) == [("a", "unreachable")]
    server.play("/a", page())
    desk.run()
    [(text, version, published)] = desk.rows("select text, version, published_date::varchar from raw.articles")
    assert "engineers" in text
    assert (version, published) == (2, "2023-03-21")
    assert desk.rows(REJECTED) == []


def test_a_page_without_an_article_leaves_the_summary(desk: Desk, server: Server):
    server.play("/feed", feed(feed_item(server.url("/a"), "The committee met and decided.")))
    server.play("/a", "<html><body><p>Please log in.</p></body></html>")
    declare_feed(desk, server)
    desk.run()
    assert desk.rows("select text, published_basis from raw.articles") == [("The committee met and decided.", "feed")]


def test_a_page_whose_feed_item_changed_is_a_new_version_of_the_same_article(desk: Desk, server: Server):
    server.play("/feed", feed(feed_item(server.url("/a"))))
    server.play("/a", page("the harbour"))
    declare_feed(desk, server)
    desk.run()
    server.play("/feed", feed(feed_item(server.url("/a")).replace("08:00:00", "09:30:00")))
    server.play("/a", page("the new harbour"))
    counts = desk.run()
    assert (counts.n_new, counts.n_changed) == (0, 1)
    [(n_articles, version, text)] = desk.rows("select count(*), max(version), max(text) from raw.articles")
    assert (n_articles, version) == (1, 2)
    assert "new harbour" in text
    assert desk.rows("select version from raw.article_versions order by 1") == [(1,), (2,)]


@pytest.mark.parametrize(
    ("play", "reason", "state"),
    [
        (lambda handler: handler.send(b"", status=500), "unreachable", "failed"),
        (lambda handler: handler.send(b"", status=429, Retry_After="3600"), "unreachable", "failed"),
        (lambda handler: handler.send(b"", status=404), "unreachable", "refused"),
        (lambda handler: handler.send(b"", status=403), "disallowed", "refused"),
        (lambda handler: handler.send(b"", status=302, Location="/a"), "unreachable", "refused"),
        (lambda handler: handler.send(b"", status=302, Location="file:///etc/passwd"), "disallowed", "refused"),
        (lambda handler: handler.send(b"x" * 2**21), "too_large", "refused"),
        (lambda handler: handler.send(gzip.compress(bytes(2**22)), Content_Encoding="gzip"), "too_large", "refused"),
        (lambda handler: handler.send(b""), "empty", "read"),
        (lambda handler: handler.send(b"%PDF-1.7 ..."), "unsupported", "read"),
        (lambda handler: handler.send(b"<html><p>Cookies?</p></html>"), "no_article", "read"),
    ],
    ids=["500", "429", "404", "403", "loop", "file", "large", "bomb", "empty", "pdf", "no article"],
)
def test_whatever_goes_wrong_with_a_page_is_in_the_tables(
    desk: Desk, server: Server, play: Callable[[Handler], None], reason: str, state: str
):
    server.play("/a", play)
    server.play("/good", page())
    declare_pages(desk, server, "/good", "/a")
    counts = desk.run()
    assert (counts.n_kept, counts.n_refused) == (1, 1)
    assert desk.rows(REJECTED) == [("a", reason)]
    assert desk.rows(STATES) == [("a", state), ("good", "read")]
    n_failed = int(state != "read")
    assert desk.rows("select n_failures, last_failure is not null from raw.source_runs") == [(n_failed, bool(n_failed))]


def test_robots_txt_and_private_addresses_are_refused_in_the_tables(desk: Desk, server: Server):
    server.play("/closed/a", page())
    declare_pages(desk, server, "/closed/a")
    desk.run()
    assert desk.rows("select reason, detail from raw.rejected_articles") == [
        ("disallowed", "the host's robots.txt forbids it")
    ]
    declare_pages(desk, server, "/b")
    desk.text = desk.text.replace("allow_private = true", "")
    n_asked = len(server.requests)
    desk.run()
    assert len(server.requests) == n_asked
    assert desk.rows("select reason from raw.rejected_articles where detail like '%no public address%'") == [
        ("disallowed",)
    ]


def test_a_slow_drip_ends_with_the_deadline_and_stops_no_other_page(desk: Desk, server: Server):
    def drip(handler: Handler) -> None:
        handler.begin()
        while True:
            handler.wfile.write(b"<p>")
            time.sleep(0.05)

    server.play("/a", drip)
    server.play("/good", page())
    fetching = QUICK.replace("deadline_seconds = 10", "deadline_seconds = 1\nattempts = 1")
    declare_pages(desk, server, "/a", "/good", fetching=fetching)
    counts = desk.run()
    assert (counts.n_kept, desk.rows(REJECTED)) == (1, [("a", "unreachable")])


@pytest.mark.parametrize(
    ("encoding", "media_type"),
    [
        ("windows-1251", "text/html; charset=utf-8"),
        ("utf-8", "text/html; charset=windows-1252"),
        ("windows-1251", "text/html"),
    ],
)
def test_a_wrong_charset_does_not_garble_the_text(desk: Desk, server: Server, encoding: str, media_type: str):
    words = "Комиссия порта собралась в понедельник и выслушала инженеров, которые рассказали о состоянии причалов. "
    meta = f'<meta charset="{encoding}">'
    markup = f"<html><head>{meta}<title>Комиссия порта собралась</title></head><body><article><p>{words * 3}</p><p>{words * 2}</p></article></body></html>"
    server.play("/a", markup.encode(encoding), media_type)
    declare_pages(desk, server, "/a")
    desk.run()
    [(text, lang)] = desk.rows("select text, lang from raw.articles")
    assert words.strip() in text
    assert lang == "ru"


def test_sitemaps_indexes_packed_ones_and_news_sitemaps_lead_to_their_pages(desk: Desk, server: Server):
    news = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        f"<url><loc>{server.url('/a')}</loc><news:news><news:publication_date>2023-03-19T23:30:00-05:00</news:publication_date>"
        "<news:title>Harbour committee meets</news:title></news:news></url>"
        f"<url><loc>{server.url('/sport/b')}</loc></url></urlset>"
    )
    index = f"<sitemapindex><sitemap><loc>{server.url('/news.xml.gz')}</loc></sitemap></sitemapindex>"
    undated = page().replace("<meta property='article:published_time' content='2023-03-21T10:00:00+02:00'>", "")
    server.play("/index.xml", index, "application/xml")
    server.play("/news.xml.gz", gzip.compress(news.encode()), "application/gzip")
    server.play("/a", undated)
    desk.declare(
        f'[sources.map]\nkind = "web"\nsitemaps = ["{server.url("/index.xml")}"]\nexclude = ["*/sport/*"]\nallow_private = true\n'
        'outlet = "Harbour Post"\n'
    )
    assert desk.run().n_new == 1
    assert desk.rows("select source, published_date::varchar, published_basis, published_offset from raw.articles") == [
        ("Harbour Post", "2023-03-19", "feed", "-05:00")
    ]
    assert server.asked("/sport/b") == 0
    assert desk.run().n_read == 0
    assert server.asked("/a") == 1


def test_a_run_takes_at_most_max_pages_newest_first_and_the_next_goes_on(desk: Desk, server: Server):
    for number in range(4):
        server.play(f"/{number}", page(f"quay {number}"))
    entries = "".join(
        f"<url><loc>{server.url(f'/{n}')}</loc><lastmod>2023-03-0{n + 1}</lastmod></url>" for n in range(4)
    )
    server.play("/map.xml", f"<urlset>{entries}</urlset>", ETag='"1"')
    desk.declare(
        f'[sources.map]\nkind = "web"\nsitemaps = ["{server.url("/map.xml")}"]\nmax_pages = 2\nallow_private = true\n'
    )
    desk.run()
    assert desk.rows("select right(url, 1) from raw.articles order by 1") == [("2",), ("3",)]
    desk.run()
    assert desk.rows("select count(*) from raw.articles") == [(4,)]


def test_lists_of_addresses_are_read_and_a_missing_list_is_a_failure(desk: Desk, server: Server):
    server.play("/a", page())
    (desk.folder / "list.txt").write_text(f"# harbour\n{server.url('/a')}\n")
    desk.declare('[sources.list]\nkind = "web"\nlists = ["list.txt", "gone.txt"]\nallow_private = true\n')
    assert desk.run().n_new == 1
    [(failure,)] = desk.rows("select last_failure from raw.source_runs")
    assert "gone.txt" in failure and "check the path" in failure


def test_kept_bytes_give_the_same_articles_again_without_the_network(desk: Desk, server: Server):
    server.play("/feed", feed(feed_item(server.url("/a")), feed_item(server.url("/b"), FULL_TEXT)))
    server.play("/a", page())
    declare_feed(desk, server)
    desk.run()
    columns = "article_id, url, source, title, text, lang, published_at, published_basis, content_hash, origin"
    before = desk.rows(f"select {columns} from raw.articles order by 1")
    desk.change("delete from raw.articles; delete from raw.article_versions")
    n_asked = len(server.requests)
    counts = desk.reread()
    assert (len(server.requests), counts.n_new) == (n_asked, 2)
    assert desk.rows(f"select {columns} from raw.articles order by 1") == before
    assert desk.reread().n_new == 0


def test_a_page_that_was_corrected_back_is_as_it_was_first_and_stays_so(desk: Desk, server: Server):
    declare_pages(desk, server, "/a", more="recheck_hours = 1e-9")
    for subject in ("the bridge", "the lighthouse", "the bridge"):
        server.play("/a", page(subject))
        assert desk.run().n_read == 1
    told = "select version, text like '%bridge%', run_id from raw.articles"
    assert desk.rows(told) == [(3, True, "run-3")]
    assert desk.run().n_read == 0
    assert desk.reread().n_changed == 0
    assert desk.rows(told) == [(3, True, "run-3")]


def test_a_sweep_removes_old_bytes_that_nothing_refers_to_and_no_others(desk: Desk, server: Server):
    server.play("/a", page())
    declare_pages(desk, server, "/a")
    desk.run()
    kept = KeptBytes(desk.folder / "w.fetched")
    orphan, young = kept.keep(b"of a run that was killed"), kept.keep(b"of a run that goes on")
    unfinished = kept.folder / orphan[:2] / ".part"
    unfinished.write_bytes(b"half")
    two_days_ago = time.time() - 2 * 24 * 3600
    for path in kept.folder.glob("??/*"):
        os.utime(path, (two_days_ago, two_days_ago))
    kept.keep(b"of a run that goes on")
    found = sweep(desk.warehouse, kept, utc_now(), dry_run=True)
    assert found.n_files == 2
    assert kept.read(orphan)
    assert sweep(desk.warehouse, kept, utc_now()) == found
    assert (kept.read(orphan), kept.read(young), unfinished.exists()) == (None, b"of a run that goes on", False)
    desk.change("delete from raw.articles; delete from raw.article_versions")
    assert desk.reread().n_new == 1


def test_a_run_that_is_killed_between_articles_and_their_items_repeats_without_harm(desk: Desk, server: Server):
    server.play("/feed", feed(feed_item(server.url("/a"))))
    server.play("/a", page())
    declare_feed(desk, server)
    desk.run()
    articles = desk.rows("select * exclude (fetched_at, run_id) from raw.articles")
    desk.change(
        "delete from raw.source_items; delete from raw.fetched_documents; update raw.source_runs set finished_at = null"
    )
    desk.run()
    assert desk.rows("select * exclude (fetched_at, run_id) from raw.articles") == articles
    assert desk.rows("select count(*) from raw.source_items") == [(2,)]
    assert desk.rows("select count(*) from raw.fetched_documents") == [(2,)]


def test_the_items_of_a_json_feed_lead_to_their_pages(desk: Desk, server: Server):
    items = [
        {
            "id": "1",
            "url": server.url("/a"),
            "title": "Committee meets",
            "content_text": "In short.",
            "date_published": "2023-03-21T08:00:00Z",
        }
    ]
    server.play(
        "/feed",
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": items}),
        "application/feed+json",
    )
    server.play("/a", page())
    declare_feed(desk, server)
    assert desk.run().n_new == 1
    [(text, source)] = desk.rows("select text, split_part(origin, '/', -1) from raw.articles")
    assert "engineers" in text
    assert source == "a"


EMPTY_JSON_FEED = '{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": []}'


@pytest.mark.parametrize("pages", ["summaries", "never"])
@pytest.mark.parametrize("empty", [feed(), EMPTY_JSON_FEED])
def test_a_feed_that_has_no_items_for_a_while_is_read_and_loses_nothing(
    desk: Desk, server: Server, empty: str, pages: str
):
    server.play("/a", page())
    declare_feed(desk, server, f'pages = "{pages}"')
    n_articles = []
    for played in (empty, feed(feed_item(server.url("/a"))), empty):
        server.play("/feed", played)
        counts = desk.run()
        assert counts.n_refused == 0
        n_articles += desk.rows("select count(*) from raw.articles")
    assert n_articles == [(0,), (1,), (1,)]
    assert desk.reread().n_refused == 0
    assert desk.rows(REJECTED) == []
    assert desk.rows("select sum(n_failures) from raw.source_runs") == [(0,)]


def test_a_feed_that_turns_into_something_else_is_refused(desk: Desk, server: Server):
    declare_feed(desk, server)
    server.play("/feed", "<html><body><p>Please sign in.</p></body></html>")
    assert desk.run().n_refused == 1
    assert desk.rows(REJECTED) == [("feed", "no_article")]


@pytest.mark.parametrize(
    ("body", "is_sound"),
    [
        ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', True),
        ("<sitemapindex/>", True),
        ("<urlset><url><loc>/a</loc></url></urlset>", False),
        ("<html><body>Please sign in.</body></html>", False),
    ],
)
def test_only_a_sitemap_that_names_nothing_on_a_quiet_day_is_no_failure(
    desk: Desk, server: Server, body: str, is_sound: bool
):
    server.play("/news.xml", body, "application/xml")
    sitemaps = json.dumps([server.url("/news.xml")])
    desk.declare(f'[sources.pages]\nkind = "web"\nsitemaps = {sitemaps}\nallow_private = true\n')
    assert desk.run().n_refused == (not is_sound)
