"""What goes wrong in one source, or at one address of it, stops no other."""

from __future__ import annotations

import pytest
from desk import QUICK, Desk
from web_server import Server, page


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
def test_an_address_that_is_none_stops_no_other_of_its_source(desk: Desk, server: Server, address: str):
    server.play("/a", page())
    desk.declare(
        f'[sources.pages]\nkind = "web"\nurls = ["{address}", "{server.url("/a")}"]\nallow_private = true\n'
        f'[sources.feed]\nkind = "feed"\nurl = "{address}"\n[sources.map]\nkind = "web"\nsitemaps = ["{address}"]\n'
    )
    counts = desk.run()
    assert (counts.n_new, counts.n_refused) == (1, 3)
