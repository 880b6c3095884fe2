"""One address, one answer: whatever the server does, the right outcome, and never an address that must not be reached."""

from __future__ import annotations

import gzip
import time
from ipaddress import ip_address

import pytest
from web_server import Handler, Server

from orchestration.sources.declared import Fetching
from orchestration.sources.fetching import Fetcher, FetchError, is_anywhere, is_public
from orchestration.sources.fetching.addresses import IPAddress
from orchestration.sources.fetching.fetch import LONGEST_WAIT, _retry_after

BOMB = gzip.compress(bytes(2**26))
LOOPBACK = ip_address("127.0.0.1")
SETTINGS = Fetching(
    seconds_between_requests=0,
    backoff_seconds=0,
    timeout_seconds=5,
    deadline_seconds=1,
    max_megabytes=1,
    max_redirects=3,
)


def only_this_server(address: IPAddress) -> bool:
    """As for a public server: it may be reached, and what is private may not."""
    return address == LOOPBACK or is_public(address)


def refusal(address: str, may_reach=only_this_server, settings: Fetching = SETTINGS) -> FetchError:
    with Fetcher(settings, may_reach) as fetcher, pytest.raises(FetchError) as raised:
        fetcher.fetch(address)
    return raised.value


def test_it_names_itself_and_says_what_it_knows(server: Server):
    server.play("/a", "hello", ETag='"2"')
    with Fetcher(SETTINGS, only_this_server) as fetcher:
        answer = fetcher.fetch(server.url("/a"), etag='"1"', modified="Tue, 21 Mar 2023 08:00:00 GMT")
    assert (answer.content, answer.etag, answer.is_unchanged) == (b"hello", '"2"', False)
    headers = server.last_headers("/a")
    assert headers["User-Agent"].startswith("Dateline/")
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"1"', "Tue, 21 Mar 2023 08:00:00 GMT")


def test_304_means_unchanged(server: Server):
    server.play("/a", lambda handler: handler.send(b"", status=304))
    with Fetcher(SETTINGS, only_this_server) as fetcher:
        assert fetcher.fetch(server.url("/a"), etag='"1"').is_unchanged


@pytest.mark.parametrize("status", [500, 503, 429, 408])
def test_what_may_pass_is_asked_again_as_often_as_the_settings_say(server: Server, status: int):
    server.play("/a", lambda handler: handler.send(b"", status=status))
    error = refusal(server.url("/a"))
    assert (error.reason, error.is_passing, server.asked("/a")) == ("unreachable", True, 3)
    assert str(status) in error.detail


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "unreachable"), (410, "unreachable"), (403, "disallowed"), (401, "disallowed")]
)
def test_what_will_not_pass_is_asked_once(server: Server, status: int, reason: str):
    server.play("/a", lambda handler: handler.send(b"", status=status))
    error = refusal(server.url("/a"))
    assert (error.reason, error.is_passing, server.asked("/a")) == (reason, False, 1)


def test_a_short_retry_after_is_waited_for(server: Server):
    def busy_at_first(handler: Handler) -> None:
        if server.asked("/a") == 1:
            times.append(time.monotonic())
            handler.send(b"", status=429, Retry_After="1")
        else:
            times.append(time.monotonic())
            handler.send(b"now")

    times: list[float] = []
    server.play("/a", busy_at_first)
    with Fetcher(SETTINGS, only_this_server) as fetcher:
        assert fetcher.fetch(server.url("/a")).content == b"now"
    assert times[1] - times[0] >= 0.95


def test_a_host_that_asks_for_a_long_wait_is_left_alone_for_the_rest_of_the_run(server: Server):
    server.play("/a", lambda handler: handler.send(b"", status=429, Retry_After="3600"))
    server.play("/b", "hello")
    with Fetcher(SETTINGS, only_this_server) as fetcher:
        for path in ("/a", "/b"):
            with pytest.raises(FetchError) as raised:
                fetcher.fetch(server.url(path))
            assert raised.value.is_passing and raised.value.retry_at is not None
    assert (server.asked("/a"), server.asked("/b")) == (1, 0)


def test_redirects_are_followed_and_the_last_address_is_told(server: Server):
    server.play("/a", lambda handler: handler.send(b"", status=302, Location="/b"))
    server.play("/b", "hello")
    with Fetcher(SETTINGS, only_this_server) as fetcher:
        answer = fetcher.fetch(server.url("/a"))
    assert (answer.address, answer.content) == (server.url("/b"), b"hello")


def test_redirects_that_run_in_a_circle_or_too_far_end(server: Server):
    server.play("/a", lambda handler: handler.send(b"", status=302, Location="/b"))
    server.play("/b", lambda handler: handler.send(b"", status=302, Location="/a"))
    for number in range(9):
        server.play(f"/{number}", lambda handler, n=number: handler.send(b"", status=301, Location=f"/{n + 1}"))
    assert "circle" in refusal(server.url("/a")).detail
    assert "more than 3 redirects" in refusal(server.url("/0")).detail


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:{port}/a",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:{port}/a",
        "http://[::ffff:10.0.0.1]/a",
        "http://0.0.0.0:{port}/a",
        "http://2130706434:{port}/a",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
    ],
)
def test_a_redirect_to_an_address_that_must_not_be_reached_is_refused(server: Server, target: str):
    location = target.format(port=server.server_port)
    server.play("/a", lambda handler: handler.send(b"", status=302, Location=location))
    server.play("/secret", "secret")
    error = refusal(server.url("/a"))
    assert error.reason == "disallowed" or "resolved" in error.detail


def test_private_addresses_are_refused_unless_they_are_allowed(server: Server):
    server.play("/a", "hello")
    error = refusal(server.url("/a"), is_public)
    assert (error.reason, error.is_passing) == ("disallowed", False)
    assert "allow_private = true" in error.detail
    assert not server.requests
    with Fetcher(SETTINGS, is_anywhere) as fetcher:
        assert fetcher.fetch(server.url("/a")).content == b"hello"


def test_the_connection_goes_to_the_very_address_that_was_checked(server: Server):
    """A host that first names a public address and then a private one gains nothing: each connection uses what it checked."""
    answers = [[LOOPBACK], [LOOPBACK], [ip_address("127.0.0.2")]]
    server.play("/robots.txt", "", media_type="text/plain", Connection="close")
    server.play("/a", "hello", Connection="close")
    with Fetcher(SETTINGS, only_this_server, lambda host, port: answers.pop(0)) as fetcher:
        assert fetcher.fetch(f"http://outlet.example:{server.server_port}/a").content == b"hello"
        with pytest.raises(FetchError) as raised:
            fetcher.fetch(f"http://outlet.example:{server.server_port}/a")
    assert raised.value.reason == "disallowed"
    assert server.asked("/a") == 1


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("64:ff9b:1::808:808", True),
        ("64:ff9b:1::a00:1", False),
        ("64:ff9b:1:a00:1::808:808", False),
        ("2002:7f00:1::", False),
        ("2002:c0a8:101::1", False),
        ("2002:808:808::1", True),
        ("::ffff:8.8.8.8", True),
        ("::10.0.0.1", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("fec0::1", False),
        ("feff:ffff::1", False),
        ("3fff::1", False),
        ("5f00::1", False),
        ("2001:db8::1", False),
        ("100.127.255.254", False),
        ("192.0.0.9", False),
        ("192.0.0.170", False),
        ("192.88.99.1", False),
        ("198.19.255.254", False),
        ("240.0.0.1", False),
    ],
)
def test_public_addresses_are_told_from_all_others(address: str, expected: bool):
    assert is_public(ip_address(address)) is expected


def test_robots_txt_is_respected_and_must_be_known(server: Server):
    server.play("/closed/a", "secret")
    assert refusal(server.url("/closed/a")).reason == "disallowed"
    assert server.asked("/closed/a") == 0
    server.play("/robots.txt", lambda handler: handler.send(b"", status=500))
    server.play("/a", "hello")
    error = refusal(server.url("/a"))
    assert (error.reason, error.is_passing, server.asked("/a")) == ("unreachable", True, 0)


def test_a_host_without_robots_txt_allows_everything(server: Server):
    del server.plays["/robots.txt"]
    server.play("/a", "hello")
    with Fetcher(SETTINGS, only_this_server) as fetcher:
        assert fetcher.fetch(server.url("/a")).content == b"hello"


def drip_body(handler: Handler) -> None:
    handler.begin()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def drip_headers(handler: Handler) -> None:
    for _ in range(100):
        handler.wfile.write(b"H")
        handler.wfile.flush()
        time.sleep(0.1)


@pytest.mark.parametrize("drip", [drip_body, drip_headers])
def test_an_answer_that_drips_ends_with_the_deadline(server: Server, drip):
    server.play("/a", drip)
    error = refusal(server.url("/a"), settings=SETTINGS.model_copy(update={"attempts": 1}))
    assert (error.reason, error.is_passing) == ("unreachable", True)
    assert "deadline_seconds" in error.detail


def send_without_end(handler: Handler) -> None:
    handler.begin()
    while True:
        handler.wfile.write(b"x" * 2**16)


@pytest.mark.parametrize(
    "play",
    [
        send_without_end,
        lambda handler: handler.send(b"x" * (2**20 + 1)),
        lambda handler: handler.send(BOMB, Content_Encoding="gzip"),
    ],
    ids=["endless", "declared", "bomb"],
)
def test_an_answer_that_is_too_large_is_left_off(server: Server, play):
    server.play("/a", play)
    error = refusal(server.url("/a"), settings=SETTINGS.model_copy(update={"deadline_seconds": 30}))
    assert (error.reason, error.is_passing, server.asked("/a")) == ("too_large", False, 1)


def test_packed_answers_are_unpacked_and_damaged_ones_refused(server: Server):
    server.play("/a", gzip.compress(b"hello"), Content_Encoding="gzip")
    server.play("/b", b"\x1f\x8bnonsense", Content_Encoding="gzip")
    server.play("/c", b"hello", Content_Encoding="br")
    with Fetcher(SETTINGS, only_this_server) as fetcher:
        assert fetcher.fetch(server.url("/a")).content == b"hello"
    assert refusal(server.url("/b")).reason == "unreadable"
    assert refusal(server.url("/c")).reason == "unreadable"


def test_a_host_that_keeps_failing_is_left_alone(server: Server):
    for number in range(20):
        server.play(f"/{number}", lambda handler: handler.send(b"", status=500))
    with Fetcher(SETTINGS, only_this_server) as fetcher:
        for number in range(20):
            with pytest.raises(FetchError):
                fetcher.fetch(server.url(f"/{number}"))
    assert len(server.requests) < 15


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "http://", "not an address", "http://a b/", "javascript:alert(1)", "http://[::1"]
)
def test_what_is_no_web_address_is_refused(address: str):
    assert refusal(address).reason in ("disallowed", "unreachable")


def test_a_host_that_is_not_there_is_unreachable():
    error = refusal("http://nowhere.invalid/", settings=SETTINGS.model_copy(update={"attempts": 1}))
    assert (error.reason, error.is_passing) == ("unreachable", True)


@pytest.mark.parametrize("written", ["99999999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_wait_beyond_all_reason_is_a_long_one(written):
    assert _retry_after(written) == LONGEST_WAIT
