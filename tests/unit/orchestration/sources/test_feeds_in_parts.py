"""Feeds in parts: how far back they are read, by which addresses, and when an older part cannot be had."""

from __future__ import annotations

import json

import pytest
from desk import Desk
from web_server import Server

LONG = "The ferry company and its crews spoke all night and agreed on the wages of the coming winter. " * 20
ORIGINS = "select distinct split_part(origin, '/', -1) from raw.articles"
N_ARTICLES = "select count(*) from raw.articles"


def atom(server: Server, numbers: list[int], next_path: str | None = None, relation: str = "next") -> str:
    link = f"<link rel='{relation}' href='{next_path}'/>" if next_path else ""
    entries = "".join(
        f"<entry><title>Wages {n}</title><id>tag:norfield.example,2023:{n}</id><link href='{server.url(f'/{n}')}'/>"
        f"<updated>2023-03-21T08:00:00Z</updated><content type='text'>Report {n}. {LONG}</content></entry>"
        for n in numbers
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Norfield Courier</title>{link}{entries}</feed>"


def rss(server: Server, numbers: list[int], next_path: str | None = None) -> str:
    link = f"<atom:link rel='next' href='{next_path}'/>" if next_path else ""
    items = "".join(
        f"<item><title>Wages {n}</title><link>{server.url(f'/{n}')}</link><description>Report {n}. {LONG}</description></item>"
        for n in numbers
    )
    return (
        "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Norfield Courier</title>"
        f"{link}{items}</channel></rss>"
    )


def json_feed(_: Server, numbers: list[int], next_path: str | None = None) -> str:
    items = [{"id": str(n), "title": f"Wages {n}", "content_text": f"Report {n}. {LONG}"} for n in numbers]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Norfield Courier", "items": items}
    return json.dumps(feed | ({"next_url": next_path} if next_path else {}))


def declare(desk: Desk, server: Server, more: str = "") -> None:
    desk.declare(f'[sources.courier]\nkind = "feed"\nurl = "{server.url("/feed")}"\nallow_private = true\n{more}\n')


def failures(desk: Desk) -> list[tuple[int, str | None]]:
    return desk.rows("select n_failures, last_failure from raw.source_runs order by run_id desc limit 1")


@pytest.mark.parametrize("write", [atom, rss, json_feed])
def test_a_feed_is_read_back_through_its_parts_and_then_only_to_what_was_read_before(desk: Desk, server: Server, write):
    server.play("/feed", write(server, [6, 5], "/feed?page=2"))
    server.play("/feed?page=2", write(server, [4, 3], "/feed?page=3"))
    server.play("/feed?page=3", write(server, [2, 1]))
    declare(desk, server)
    assert desk.run().n_new == 6
    assert desk.run().n_read == 0
    server.play("/feed", write(server, [9, 8], "/feed?page=2"))
    server.play("/feed?page=2", write(server, [7, 6], "/feed?page=3"))
    server.play("/feed?page=3", write(server, [5, 4], "/feed?page=4"))
    assert desk.run().n_new == 3
    assert (server.asked("/feed?page=2"), server.asked("/feed?page=3")) == (2, 1)
    assert desk.rows(N_ARTICLES) == [(9,)]
    assert desk.rows(ORIGINS) == [("feed",)]


def test_kept_parts_are_read_again_as_parts_of_their_feed(desk: Desk, server: Server):
    server.play("/feed", json_feed(server, [2], "/feed?page=2"))
    server.play("/feed?page=2", json_feed(server, [1]))
    declare(desk, server)
    desk.run()
    counts = desk.reread()
    assert (counts.n_kept, counts.n_new, counts.n_changed) == (2, 0, 0)


def test_archived_parts_are_followed_as_the_next_ones_are(desk: Desk, server: Server):
    server.play("/feed", atom(server, [2], "/2022.xml", "prev-archive"))
    server.play("/2022.xml", atom(server, [1]))
    declare(desk, server)
    assert desk.run().n_new == 2


@pytest.mark.parametrize(("max_parts", "n_new"), [(1, 1), (3, 3)])
def test_no_more_parts_are_read_than_the_source_says(desk: Desk, server: Server, max_parts: int, n_new: int):
    server.play("/feed", rss(server, [100], "/feed?page=1"))
    for n in range(1, 20):
        server.play(f"/feed?page={n}", rss(server, [100 - n], f"/feed?page={n + 1}"))
    declare(desk, server, f"max_parts = {max_parts}")
    assert desk.run().n_new == n_new


@pytest.mark.parametrize("next_path", ["/feed", "/back"])
def test_parts_that_lead_back_to_the_feed_end_it(desk: Desk, server: Server, next_path: str):
    server.play("/feed", rss(server, [1], next_path))
    server.play("/back", lambda handler: handler.send(b"", status=302, Location="/feed"))
    declare(desk, server)
    assert desk.run().n_new == 1
    assert failures(desk) == [(0, None)]


def test_an_older_part_that_fails_is_asked_for_by_the_next_run(desk: Desk, server: Server):
    server.play("/feed", rss(server, [2], "/feed?page=2"))
    server.play("/feed?page=2", lambda handler: handler.send(b"", status=500))
    declare(desk, server)
    assert desk.run().n_new == 1
    [(n_failures, words)] = failures(desk)
    assert n_failures == 1
    assert words is not None
    assert "/feed?page=2, an older part of the feed" in words
    assert "the next run asks again" in words
    server.play("/feed?page=2", rss(server, [1]))
    assert desk.run().n_new == 1
    assert failures(desk) == [(0, None)]


@pytest.mark.parametrize(
    ("status", "body"), [(404, ""), (200, "<html><body><p>Nothing here.</p></body></html>"), (200, "x" * 2**21)]
)
def test_a_part_that_is_no_feed_is_said_once_and_costs_nothing_else(desk: Desk, server: Server, status: int, body: str):
    server.play("/feed", rss(server, [2], "/feed?page=2"))
    server.play("/feed?page=2", lambda handler: handler.send(body.encode(), status=status))
    declare(desk, server)
    assert desk.run().n_new == 1
    [(n_failures, words)] = failures(desk)
    assert n_failures == 1
    assert "max_parts = 1" in (words or "")
    desk.run()
    assert failures(desk) == [(0, None)]
    assert server.asked("/feed?page=2") == 1


def test_a_part_that_robots_txt_closes_is_not_asked_for(desk: Desk, server: Server):
    server.play("/robots.txt", "User-agent: *\nDisallow: /older", "text/plain")
    server.play("/feed", rss(server, [2], "/older"))
    server.play("/older", rss(server, [1]))
    declare(desk, server)
    assert desk.run().n_new == 1
    assert server.asked("/older") == 0


def test_summaries_in_older_parts_lead_to_pages_while_the_run_may_fetch_some(desk: Desk, server: Server):
    for n in range(1, 5):
        server.play(f"/{n}", f"<html><body><article><h1>Wages {n}</h1><p>Page {n}. {LONG}</p></article></body></html>")
    server.play("/feed", rss(server, [4, 3], "/feed?page=2").replace(LONG, "In short."))
    server.play("/feed?page=2", rss(server, [2, 1]).replace(LONG, "In short."))
    declare(desk, server, "max_pages = 3")
    desk.run()
    assert [server.asked(f"/{n}") for n in range(1, 5)] == [0, 1, 1, 1]
    desk.run()
    assert [server.asked(f"/{n}") for n in range(1, 5)] == [1, 1, 1, 1]
    assert desk.rows("select count(*), count(*) filter (where text like 'Page %') from raw.articles") == [(4, 4)]
