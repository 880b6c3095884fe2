"""The explorer over the sample articles: no filter that somebody can choose there, and no page of its events, fails."""

from __future__ import annotations

import html
import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "unit" / "warehouse" / "explorer"))

from served import serving

pytestmark = pytest.mark.xdist_group("sample")

# the values of each parameter that occur in the sample, those of most events first
VALUES = {
    "actor": "select actor_name from actor_activity order by n_events desc, actor_name limit 30",
    "type": "select event_type from timeline group by all order by count(*) desc, event_type",
    "place": "select place from timeline where place is not null group by all order by count(*) desc, place limit 20",
    "status": "select distinct status from timeline order by all",
    "basis": "select distinct date_basis from timeline where date_basis is not null order by all",
    "precision": "select distinct precision from timeline order by all",
    "min_sources": "select distinct n_sources from timeline order by all",
    "from": "select distinct strftime(start_date, '%Y-%m') from timeline where start_date is not null order by all desc limit 12",
    "to": "select distinct strftime(end_date, '%Y-%m') from timeline where end_date is not null order by all desc limit 12",
    "as_of": "select distinct strftime(last_reported_at, '%Y-%m-%d') from timeline where day(last_reported_at) in (3, 17) order by all",
    "query": "select unnest(['Xi', 'United States', 'peace*', 'said, told', 'Moscow', 'president', 'war', 'a', 'nothing of the kind'])",
}

# what a list says of an event, which its page must say too
KNOWN = ("event_id", "headline", "status", "start_date", "end_date", "n_sources", "n_mentions")


@pytest.fixture(scope="module")
def site(sample) -> Iterator[httpx.Client]:
    with serving(sample.warehouse) as base, httpx.Client(base_url=base, timeout=60) as client:
        yield client


@pytest.mark.parametrize("name", VALUES)
def test_every_filter_of_the_sample_opens_on_every_page(site, name):
    for (value,) in site.get("/api/sql", params={"sql": VALUES[name]}).json()["rows"]:
        asked, n_shown, last = {name: value}, 0, ""
        while asked:
            page = site.get("/", params=asked)
            assert page.status_code == 200, (asked, page.text)
            n_shown += page.text.count('<li class="entry')
            following = re.search(r'rel="next" href="/\?([^"]*)"', page.text)
            last, asked = page.text, dict(httpx.QueryParams(following[1].replace("&amp;", "&"))) if following else {}
        n_events = site.get("/api/summary", params={name: value}).json()["n_events"]
        assert n_shown == n_events, (name, value)
        assert n_events or "No events match" in last


def test_figures_of_an_actor_are_those_of_the_timeline_that_its_page_leads_to(site):
    asked = "select actor_name from actor_activity order by length(actor_name), actor_name limit 60"
    rows = site.get("/api/sql", params={"sql": asked}).json()["rows"]
    for (name,) in [*rows, ["Tayyip Erdogan"], ["Recep Tayyip Erdogan"], ["Russia"]]:
        found = site.get("/api/actor", params={"name": name}).json()
        page = site.get("/actor", params={"name": name}).text
        leads_to = re.search(r'<a class="button primary" href="(/[^"]*)">Timeline of ([\d,]+) events?</a>', page)
        timeline = site.get(leads_to[1].replace("&amp;", "&")).text
        n_events = found["actor"]["n_events"]
        assert int(leads_to[2].replace(",", "")) == found["summary"]["n_events"] == n_events, name
        assert re.search(r'id="count" role="status">([\d,]+)', timeline)[1].replace(",", "") == str(n_events), name
        assert sum(kind["n_events"] for kind in found["summary"]["event_types"]) == n_events, name
        partners = {partner["name"]: partner["n_events"] for partner in found["partners"]}
        assert name not in partners
        assert max(partners.values(), default=0) <= n_events, name


@pytest.mark.parametrize("day", ["2023-02-26", "2023-03-17"])
def test_events_of_a_past_day_open_as_they_were_known_then(site, day):
    listed = site.get("/api/events", params={"as_of": day, "limit": 500}).json()["events"]
    page = site.get("/", params={"as_of": day, "limit": 500}).text
    links = re.findall(r'<a class="headline" href="([^"]*)">', page)
    addresses = {re.search(r"/events/(\w+)", link)[1]: link for link in links}
    assert addresses.keys() == {event["event_id"] for event in listed}
    assert len(links) == len(listed) > 50
    for event in listed:
        address = addresses[event["event_id"]]
        answer = site.get(f"/api{address}")
        assert answer.status_code == 200, address
        known = answer.json()["event"]
        assert [known[name] for name in KNOWN] == [event[name] for name in KNOWN], address
    opened = site.get(links[0])
    assert f"As it was known on {day}" in opened.text


def test_a_bar_says_how_many_begin_in_its_time_and_leads_to_these_and_what_goes_on_then(site):
    bars = re.findall(r'<a href="(/\?from=[^"]*)" tabindex="-1"><title>(.*?)</title>', site.get("/").text)
    assert len(bars) > 10
    for address, title in bars:
        said = re.fullmatch(r"(.+): ([\d,]+) events? begins?(, .+)?; show all of this time", title)
        asked = dict(httpx.QueryParams(address.replace("&amp;", "&").removeprefix("/?")))
        listed = site.get("/api/events", params={**asked, "limit": 500}).json()["events"]
        assert sum(event["start_date"] >= asked["from"] for event in listed) == int(said[2].replace(",", "")), title


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"actor": ['"Xi Jinping"', "Putin"], "from": "2023-03"},
        {"type": "diplomacy", "status": ["happened", "planned"], "min_sources": 2},
        {"query": "it's, peace*", "to": "2023-03-20", "as_of": "2023-03-22"},
        {"place": "Moscow", "basis": "relative", "precision": "day"},
    ],
)
def test_the_command_under_a_timeline_gives_the_same_events(sample, site, asked):
    page = site.get("/", params={"limit": 500, **asked}).text
    shown = re.search(r"in the terminal: <code[^>]*>dateline timeline(.*?)</code>", page)
    arguments = shlex.split(html.unescape(shown[1]))
    done = sample.dateline("timeline", *arguments, "--limit", "500", "--format", "json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    ids = {entry["event_id"] for entry in told["entries"] + told["undated"]}
    assert ids <= set(re.findall(r'<a class="headline" href="/events/(\w+)', page))
    assert ids
