"""What goes wrong in one source, or at one address of it, stops no other."""

from __future__ import annotations

import pytest
from desk import QUICK, Desk
from web_server import Server, page

from warehouse.loading.rejects import ask_again
from warehouse.upkeep.health import FAILED_READINGS_TOLD, warehouse_findings
from warehouse.upkeep.status import last_readings


def test_a_source_that_cannot_be_read_to_its_end_stops_no_other(desk: Desk, server: Server):
    """Its bytes cannot be kept, because a file stands where their folder should be."""
    (desk.folder / "a.txt").write_text("Talks in Oslo\n\nThe minister met the council.")
    (desk.folder / "bytes").write_text("no folder")
    server.play("/a", page())
    pages = f'[sources.pages]\nkind = "web"\nurls = ["{server.url("/a")}"]\nallow_private = true\n'
    desk.declare(f'{pages}[sources.later]\nkind = "folder"\npaths = ["a.txt"]\n', f'{QUICK}kept_in = "bytes"\n')
    assert desk.run().n_new == 1
    assert desk.rows("select source, n_failures, last_failure like 'reading stopped here:%' from raw.source_runs") == [
        ("pages", 1, True),
        ("later", 0, None),
    ]
    (desk.folder / "bytes").unlink()
    assert desk.run().n_new == 1


@pytest.mark.parametrize("address", ["http://xn--/", "http://[::1", "http://a..example/", "http://127.0.0.1:99999999/"])
def test_an_address_that_is_none_stops_no_other_of_its_sitemap(desk: Desk, server: Server, address: str):
    server.play("/a", page())
    pages = "".join(f"<url><loc>{listed}</loc></url>" for listed in (address, server.url("/a")))
    server.play("/map", f"<urlset>{pages}</urlset>", media_type="text/xml")
    desk.declare(f'[sources.map]\nkind = "web"\nsitemaps = ["{server.url("/map")}"]\nallow_private = true\n')
    assert desk.run().n_new == 1


@pytest.mark.parametrize("address", ["http://xn--/", "http://a..example/"])
def test_an_address_that_is_none_stops_no_other_of_its_source(desk: Desk, server: Server, address: str):
    server.play("/a", page())
    desk.declare(
        f'[sources.pages]\nkind = "web"\nurls = ["{address}", "{server.url("/a")}"]\nallow_private = true\n'
        f'[sources.feed]\nkind = "feed"\nurl = "{address}"\n[sources.map]\nkind = "web"\nsitemaps = ["{address}"]\n'
    )
    counts = desk.run()
    assert (counts.n_new, counts.n_refused) == (1, 3)


def told_of_failures(desk: Desk, declared: list[str] | None = None) -> list[str]:
    return [finding.what for finding in warehouse_findings(desk.warehouse, declared) if "failed" in finding.what]


def test_a_source_of_which_nothing_was_ever_had_is_a_warning_from_the_first_reading(desk: Desk):
    desk.declare('[sources.wire]\nkind = "feed"\nurl = "http://127.0.0.1:9/feed.xml"\nallow_private = true\n')
    desk.run()
    [what] = told_of_failures(desk, ["wire"])
    assert what.startswith("the source wire failed whenever it was read: http://127.0.0.1:9/feed.xml: ")
    assert told_of_failures(desk, ["others"]) == []
    with desk.warehouse.reading() as db:
        [reading] = last_readings(db)
    assert (reading["last_success_at"], reading["n_failed_readings"]) == (None, 1)


def test_a_source_that_worked_before_is_a_warning_after_some_failures_and_none_when_it_works_again(desk: Desk):
    file = desk.folder / "a.txt"
    file.write_text("Talks in Oslo\n\nThe minister met the council.")
    desk.declare('[sources.papers]\nkind = "folder"\npaths = ["a.txt"]\n')
    desk.run()
    file.rename(desk.folder / "away.txt")
    for n_failed in range(1, FAILED_READINGS_TOLD + 1):
        desk.run()
        assert bool(told_of_failures(desk)) == (n_failed >= FAILED_READINGS_TOLD)
    with desk.warehouse.reading() as db:
        [reading] = last_readings(db)
    assert reading["last_success_at"] < reading["finished_at"]
    assert reading["n_failed_readings"] == FAILED_READINGS_TOLD
    (desk.folder / "away.txt").rename(file)
    desk.run()
    assert told_of_failures(desk) == []


def test_a_source_of_which_one_file_is_missing_has_not_failed(desk: Desk):
    (desk.folder / "a.txt").write_text("Talks in Oslo\n\nThe minister met the council.")
    desk.declare('[sources.papers]\nkind = "folder"\npaths = ["a.txt", "b.txt"]\n')
    desk.run()
    desk.run()
    assert told_of_failures(desk) == []


@pytest.mark.parametrize("named_by", ["urls", "a sitemap"])
def test_a_source_all_of_whose_pages_are_given_up_goes_on_failing_until_they_are_asked_again(
    desk: Desk, server: Server, named_by: str
):
    pages = "".join(f"<url><loc>{server.url('/' + name)}</loc></url>" for name in "ab")
    server.play("/map", f"<urlset>{pages}</urlset>", media_type="text/xml")
    which = (
        f'urls = ["{server.url("/a")}", "{server.url("/b")}"]'
        if named_by == "urls"
        else f'sitemaps = ["{server.url("/map")}"]'
    )
    desk.declare(f'[sources.pages]\nkind = "web"\n{which}\nallow_private = true\n')
    for n_failed in (1, 2, 3):
        desk.run()
        with desk.warehouse.reading() as db:
            [reading] = last_readings(db)
        assert (reading["last_success_at"], reading["n_failed_readings"]) == (None, n_failed)
    assert "all 2 are given up" in reading["last_failure"]
    assert "retry --rejected" in reading["last_failure"]
    assert desk.rows("select count(*) from raw.rejected_articles") == [(2,)]
    server.play("/a", page())
    ask_again(desk.warehouse)
    assert desk.run().n_new == 1
    desk.run()
    assert told_of_failures(desk) == []


def test_a_source_whose_pages_were_all_had_and_need_no_second_look_has_not_failed(desk: Desk, server: Server):
    server.play("/a", page())
    desk.declare(
        f'[sources.pages]\nkind = "web"\nurls = ["{server.url("/a")}", "{server.url("/b")}"]\nallow_private = true\n'
    )
    for _ in range(3):
        desk.run()
    assert told_of_failures(desk) == []
    with desk.warehouse.reading() as db:
        [reading] = last_readings(db)
    assert reading["last_success_at"] == reading["finished_at"]


def test_a_feed_or_sitemap_that_is_not_there_says_where_its_address_stands(desk: Desk, server: Server):
    desk.declare(
        f'[sources.feed]\nkind = "feed"\nurl = "{server.url("/feed")}"\nallow_private = true\n'
        f'[sources.map]\nkind = "web"\nsitemaps = ["{server.url("/map")}"]\nallow_private = true\n'
    )
    desk.run()
    words = "the server answers 404 Not Found; check the address in sources.toml"
    assert desk.rows("select distinct detail from raw.rejected_articles") == [(words,)]


def test_a_list_that_is_there_again_is_no_failure_any_longer(desk: Desk, server: Server):
    server.play("/a", page())
    desk.declare('[sources.pages]\nkind = "web"\nlists = ["list.txt"]\nallow_private = true\n')
    desk.run()
    failed = "select count(*) from raw.source_items where state = 'failed'"
    assert desk.rows(failed) == [(1,)]
    (desk.folder / "list.txt").write_text(server.url("/a"))
    assert desk.run().n_new == 1
    assert desk.rows(failed) == [(0,)]


def test_a_feed_item_without_text_whose_page_cannot_be_had_is_refused_once(desk: Desk, server: Server):
    item = "<item><title>{0}</title><link>{1}</link><description>{2}</description></item>"
    bare = item.format("Borg visits", server.url("/gone"), "")
    told = item.format("Vella speaks", server.url("/away"), "Anna Vella spoke in Norfield on Monday.")
    server.play("/feed", f'<rss version="2.0"><channel>{bare}{told}</channel></rss>', media_type="text/xml")
    desk.declare(f'[sources.wire]\nkind = "feed"\nurl = "{server.url("/feed")}"\nallow_private = true\n')
    for read in (desk.run, desk.reread):
        read()
        assert desk.rows("select title from raw.articles") == [("Vella speaks",)]
        assert desk.rows("select origin from raw.rejected_articles order by all") == [
            (server.url("/away"),),
            (server.url("/gone"),),
        ]
