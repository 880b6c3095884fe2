"""Which hosts and names are one outlet."""

from __future__ import annotations

import random

import pytest

from transforms.articles.outlets import Claim, outlets_of, site_of

CASES = {
    "a feed's title belongs to the host of its links": {
        ("quarryherald.example", "The Quarry Herald"): "The Quarry Herald",
        ("quarryherald.example", "quarryherald.example"): "The Quarry Herald",
    },
    "hosts for telephones and regions are the site itself": {
        ("m.saltmarsh-echo.co.uk", "m.saltmarsh-echo.co.uk"): "saltmarsh-echo.co.uk",
        ("kent.saltmarsh-echo.co.uk", "kent.saltmarsh-echo.co.uk"): "saltmarsh-echo.co.uk",
        ("saltmarsh-echo.co.uk", "saltmarsh-echo.co.uk"): "saltmarsh-echo.co.uk",
    },
    "sections have feeds of their own": {
        ("harbourpost.example", "Harbour Post - World"): "Harbour Post",
        ("harbourpost.example", "Sport | The Harbour Post"): "Harbour Post",
        ("harbourpost.example", "harbourpost.example"): "Harbour Post",
    },
    "sections of a paper that its address shortens": {
        ("nvtimes.example", "Northern Valley Times: World"): "Northern Valley Times",
        ("nvtimes.example", "Northern Valley Times: Europe"): "Northern Valley Times",
        ("nvtimes.example", "nvtimes.example"): "Northern Valley Times",
    },
    "the letters of a name": {
        ("wbc.example", "Western Broadcasting Company"): "WBC News",
        ("wbc.example", "WBC News"): "WBC News",
    },
    "names of others on a site stay apart": {
        ("portalis.example", "Portalis News"): "Portalis News",
        ("portalis.example", "Ferrol Wire"): "Ferrol Wire",
        ("portalis.example", "portalis.example"): "Portalis News",
    },
    "a site with two strangers' names is called by neither": {
        ("mirrorarchive.example", "Ferrol Wire"): "Ferrol Wire",
        ("mirrorarchive.example", "Quarry Gazette"): "Quarry Gazette",
        ("mirrorarchive.example", "mirrorarchive.example"): "mirrorarchive.example",
    },
    "a collection of many sites' articles names none of them": {
        ("lakesidejournal.example", "Morning Digest"): "Morning Digest",
        ("tinmarket.example", "Morning Digest"): "Morning Digest",
        ("tinmarket.example", "tinmarket.example"): "tinmarket.example",
    },
    "a name without an address is that of the site which is known by it": {
        ("", "Quarry Herald"): "Quarry Herald",
        ("quarryherald.example", "The Quarry Herald"): "Quarry Herald",
        ("quarryherald.example", "Quarry Herald"): "Quarry Herald",
        ("", "The Quarry Herald"): "Quarry Herald",
        ("", "quarryherald.example"): "Quarry Herald",
    },
    "a name without an address is that of the one site which is called just so": {
        ("", "The Quarry Herald"): "Quarry-Herald",
        ("127.0.0.1", "Quarry-Herald"): "Quarry-Herald",
        ("m.quarryherald.example", "m.quarryherald.example"): "Quarry-Herald",
        ("", "Quarry Herald of Ferrol"): "Quarry Herald of Ferrol",
    },
    "two sites of one name leave it open whose a text is": {
        ("", "Quarry Herald"): "Quarry Herald",
        ("quarryherald.co.uk", "quarryherald.co.uk"): "quarryherald.co.uk",
        ("quarryherald.ca", "quarryherald.ca"): "quarryherald.ca",
    },
    "everybody's blog is an outlet of its own": {
        ("tidewatch.wordpress.com", "tidewatch.wordpress.com"): "Tide Watch",
        ("tidewatch.wordpress.com", "Tide Watch"): "Tide Watch",
        ("moorland.wordpress.com", "moorland.wordpress.com"): "moorland.wordpress.com",
    },
    "a common word in an address is nobody's name": {
        ("news.example", "Ferrol News"): "Ferrol News",
        ("news.example", "Quarry News"): "Quarry News",
    },
    "machines without a domain are no site": {
        ("127.0.0.1", "Quarry Herald"): "Quarry Herald",
        ("127.0.0.1", "127.0.0.1"): "127.0.0.1",
        ("localhost", "localhost"): "localhost",
    },
}


@pytest.mark.parametrize("told", CASES.values(), ids=CASES)
def test_sources_of_one_site_are_one_outlet(told):
    claims = [Claim(*claim) for claim in told]
    assert outlets_of(claims) == dict(zip(claims, told.values(), strict=True))


def test_the_order_and_the_number_of_claims_do_not_matter():
    claims = [Claim(*claim) for told in CASES.values() for claim in told]
    expected = outlets_of(claims)
    for seed in range(20):
        shuffled = claims * 2
        random.Random(seed).shuffle(shuffled)
        assert outlets_of(shuffled) == expected


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.quarryherald.com.au", "quarryherald.com.au"),
        ("de.quarryherald.com", "quarryherald.com"),
        ("tidewatch.blogspot.com", "tidewatch.blogspot.com"),
        ("a.b.quarry.example", "quarry.example"),
        ("press.dept.admin.ch", "dept.admin.ch"),
        ("192.0.2.7", ""),
        ("desk", ""),
    ],
)
def test_a_host_belongs_to_the_site_that_somebody_registered(host, site):
    assert site_of(host) == site
