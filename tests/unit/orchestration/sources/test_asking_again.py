"""What could not be had, asked again in later runs: when, how often, and what becomes of it."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest
from desk import Desk
from test_collecting import FULL_TEXT, REJECTED, declare_feed, declare_pages
from web_server import Handler, Server, feed, feed_item, page

from orchestration.clock import utc_now
from warehouse.loading.rejects import ask_again
from warehouse.loading.source_state import source_summary


def test_a_page_that_failed_is_asked_again_though_its_feed_has_not_changed_or_dropped_it(desk: Desk, server: Server):
    server.play("/feed", feed(feed_item(server.url("/a")), feed_item(server.url("/b"))))
    for path in ("/a", "/b"):
        server.play(path, lambda handler: handler.send(b"", status=503))
    declare_feed(desk, server)
    desk.run()
    server.play("/a", page("the harbour"))
    desk.run()
    server.play("/feed", feed(feed_item(server.url("/a"))))
    server.play("/b", page("the lighthouse"))
    desk.run()
    assert desk.rows("select right(url, 1), version, text like '%engineers%' from raw.articles order by 1") == [
        ("a", 2, True),
        ("b", 2, True),
    ]
    assert desk.rows(REJECTED) == []


def test_a_page_whose_address_only_changes_its_tracking_parameters_is_fetched_once(desk: Desk, server: Server):
    declare_feed(desk, server)
    for campaign in ("morning", "noon", "night"):
        tracked = f"/a?utm_source=rss&utm_campaign={campaign}&id=7"
        server.play(tracked, page("the harbour"))
        server.play("/feed", feed(feed_item(server.url(tracked).replace("&", "&amp;"))))
        desk.run()
    assert desk.rows("select count(*), max(version) from raw.articles") == [(1, 1)]
    assert desk.rows("select count(*) from raw.source_items where origin like '%/a?%'") == [(1,)]
    assert desk.rows(REJECTED) == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_a_wait_is_asked_by_no_run_before_it_is_over(desk: Desk, server: Server, status: int):
    pages = f'[sources.pages]\nkind = "web"\nurls = ["{server.url("/b")}"]\nallow_private = true\n'
    declare_feed(desk, server, more=pages)
    server.play("/b", page("the lighthouse"))
    server.play("/feed", lambda handler: handler.send(b"", status=status, Retry_After="7200"))
    for _ in range(6):
        desk.run()
    assert (server.asked("/feed"), server.asked("/b"), server.asked("/robots.txt")) == (1, 0, 1)
    [waiting] = source_summary(desk.warehouse, utc_now()).filter(source="post").iter_rows(named=True)
    assert timedelta(hours=1.9) < waiting["waits_until"] - utc_now() <= timedelta(hours=2)
    assert "asks to be left alone until" in waiting["last_failure"]

    server.play("/feed", feed(feed_item(server.url("/a"), FULL_TEXT)), "application/rss+xml")
    desk.change("update raw.source_items set retry_at = retry_at - interval 3 hours")
    assert desk.run().n_new == 2
    assert source_summary(desk.warehouse, utc_now())["waits_until"].to_list() == [None, None]
    assert desk.rows(REJECTED) == []


def test_a_page_that_keeps_failing_is_given_up(desk: Desk, server: Server):
    server.play("/a", lambda handler: handler.send(b"", status=503))
    declare_pages(desk, server, "/a")
    for _ in range(6):
        desk.run()
    assert desk.rows("select state, n_failures from raw.source_items") == [("refused", 5)]
    n_asked = server.asked("/a")
    desk.run()
    assert server.asked("/a") == n_asked


def test_a_refused_page_that_is_tried_again_and_accepted_is_refused_no_longer(desk: Desk, server: Server):
    server.play("/feed", feed(feed_item(server.url("/a"), text="")), ETag='"1"')
    server.play("/a", "<html><p>Please log in.</p></html>")
    server.play("/b", lambda handler: handler.send(b"", status=404))
    declare_feed(desk, server)
    desk.text += f'[sources.pages]\nkind = "web"\nurls = ["{server.url("/b")}"]\nallow_private = true\n'
    desk.run()
    assert desk.rows(REJECTED) == [("a", "no_article"), ("b", "unreachable")]
    server.play("/a", page("the harbour"))
    server.play("/b", page("the lighthouse"))
    assert desk.run().n_read == 0
    ask_again(desk.warehouse)
    assert desk.run().n_new == 2
    assert desk.rows(REJECTED) == []


def test_a_feed_that_was_gone_and_is_back_is_asked_and_read_as_if_it_were_new(desk: Desk, server: Server):
    conditions: list[str | None] = []

    def play(handler: Handler) -> None:
        conditions.append(handler.headers.get("If-None-Match"))
        if is_gone:
            handler.send(b"", status=410, ETag='"1"')
        elif conditions[-1] == '"1"':
            handler.send(b"", status=304)
        else:
            handler.send(feed(feed_item(server.url("/a"), FULL_TEXT)).encode(), ETag='"1"')

    server.play("/feed", play)
    declare_feed(desk, server)
    for is_gone in (False, True, True, False, False):
        desk.run()
        assert desk.rows(REJECTED) == ([("feed", "unreachable")] if is_gone else [])
        assert desk.rows("select count(*), max(version) from raw.articles") == [(1, 1)]
    assert conditions == [None, '"1"', None, None, '"1"']


def test_a_warehouse_that_was_moved_without_its_kept_bytes_says_what_mends_it_and_both_ways_do(
    desk: Desk, server: Server
):
    server.play("/a", page())
    declare_pages(desk, server, "/a")
    desk.run()
    kept = next(desk.folder.glob("*.fetched"))
    elsewhere = kept.rename(desk.folder / "left behind")
    before = desk.rows("select article_id, text, version from raw.articles")
    assert desk.reread().n_refused == 1
    [(reason, detail)] = desk.rows("select reason, detail from raw.rejected_articles")
    assert reason == "unreadable"
    assert f"in {kept}): copy that folder" in detail and "`dateline retry --rejected`" in detail
    assert desk.rows("select article_id, text, version from raw.articles") == before
    ask_again(desk.warehouse)
    desk.run()
    assert server.asked("/a") == 2
    assert desk.rows(REJECTED) == []
    shutil.rmtree(kept)
    desk.reread()
    elsewhere.rename(kept)
    assert desk.reread().n_refused == 0
    assert desk.rows(REJECTED) == []
