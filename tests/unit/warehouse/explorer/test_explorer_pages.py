"""Pages: each opens, says what to do where there is nothing, and gives hostile words no chance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

import httpx
import pytest
from hostile_strings import HOSTILE
from served import FIRST, serving
from warehouse_rows import article, build, event, load_articles, load_mentions, load_story, mention
from warehouse_rows import link as link_row

from transforms.schema import EVENT_LINKS, EVENTS
from warehouse.connection import Warehouse
from warehouse.merging.history import update_event_versions
from warehouse.merging.write import write_events

PAGES = {
    "/": "All events",
    "/?actor=xi&from=2023-02": "Xi, from 1 February 2023",
    "/?as_of=2023-03-22": "as known on 2023-03-22",
    "/?after=undated~e-undated": "Timeline",
    f"/events/{FIRST}": "How the date was worked out",
    f"/events/{FIRST}?as_of=2023-03-22": "As it was known on",
    "/events/e-plan": "39.91° N, 116.40° E",
    "/article?id=a-e-visit-00": "names an event",
    f"/article?id=a-e-visit-00&event={FIRST}": "the evidence",
    "/articles": "Articles",
    "/articles?source=The Ledger": "The Ledger",
    "/articles?query=title of": "Title of",
    "/?actor=Jinpang": "did you mean",
    "/?type=Visit,peace plan&status=Happened": "Visit or peace plan that happened",
    "/actors": "Xi Jinping",
    "/actors?query=put": "Vladimir Putin",
    "/actor?name=Xi Jinping": "As source".lower(),
    "/sources": "Eastern Post",
    "/sql": "Examples",
    "/sql?sql=select event_id, actors from timeline": "Parquet",
    "/api": "/api/events",
}
HOSTILE_PAGES = [
    "/?type=attack",
    "/events/e-hostile",
    "/article?id=a-e-hostile",
    "/articles",
    "/actors",
    "/sources",
    f"/actor?name={HOSTILE[0]}",
    f"/?query={HOSTILE[0]}&actor={HOSTILE[6]}",
    f"/?status={HOSTILE[0]}",
    f"/?{HOSTILE[0]}=1",
    f"/{HOSTILE[0]}",
    f"/sql?sql={HOSTILE[0]}",
    "/sql?sql=select title, actors, place from timeline where event_id = 'e-hostile'",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_and_shows_what_it_is_about(site, path):
    answer = site.get(path)
    assert answer.status_code == 200
    assert PAGES[path] in answer.text


@pytest.mark.parametrize("path", [*PAGES, *HOSTILE_PAGES])
def test_every_link_of_a_page_leads_somewhere(site, path):
    links = set(re.findall(r'(?:href|src)="(/[^"#]*)', site.get(path).text))
    for link in links:
        answer = site.head(link.replace("&amp;", "&").replace("&#39;", "'"))
        assert answer.status_code < 400, (link, answer.status_code)


@pytest.mark.parametrize("path", [*PAGES, *HOSTILE_PAGES])
def test_every_link_to_a_place_in_a_page_finds_it(site, path):
    html = site.get(path).text
    for address, anchor in set(re.findall(r'href="(/[^"#]*)?#([^"]+)"', html)):
        page = site.get(address.replace("&amp;", "&").replace("&#39;", "'")).text if address else html
        assert f'id="{unquote(anchor)}"' in page, (address, anchor)


@pytest.mark.parametrize("path", HOSTILE_PAGES)
def test_hostile_words_stay_words(site, path):
    html = site.get(path).text
    without_values = re.sub(r'"[^"]*"', "", html)
    assert re.findall(r"<script[^>]*>", html) == re.findall(r'<script src="/static/[^>]*>', html)
    assert not re.search(r"<(?:img|iframe|object|embed|base|svg onload|math|style)\b", html)
    assert not re.search(r"<[^>]*\son\w+\s*=", without_values)
    assert not re.search(r'(?:href|src|action)="\s*(?:javascript|data):', html, re.IGNORECASE)


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/status", "/api/nothing", "/static/explorer.css", "/?status=x"])
def test_every_answer_carries_the_headers_that_keep_others_away(site, path):
    headers = site.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil", ""])
def test_a_name_that_only_points_here_is_refused(site, host):
    answer = site.get("/api/events", headers={"Host": host})
    assert answer.status_code == 400
    assert "localhost" in answer.text


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:1", "127.0.0.1", "127.0.0.1:8765", "[::1]:8765", "192.168.0.7"]
)
def test_this_machine_is_known_by_its_names_and_numbers(site, host):
    assert site.get("/api/status", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(site, method):
    assert site.request(method, "/").status_code == 405
    assert site.request(method, "/api/events").status_code == 405


def test_a_filter_that_cannot_be_keeps_what_was_filled_in(site):
    answer = site.get("/?query=peace&from=someday&status=happened")
    assert answer.status_code == 400
    assert 'value="someday"' in answer.text
    assert 'value="peace"' in answer.text
    assert "write 2023, 2023-03 or 2023-03-20" in answer.text
    assert '<a class="button" href="/">Show all events</a>' in answer.text


def test_a_type_that_is_spelled_like_none_is_answered_with_where_they_stand(site):
    answer = site.get("/?type=foo")
    assert answer.status_code == 400
    assert "the filter Type and /api/types list them" in answer.text


def test_a_filter_without_hits_says_what_to_do(site):
    answer = site.get("/?actor=Nobody Known")
    assert answer.status_code == 200
    assert "No events match" in answer.text
    assert "did you mean" not in answer.text


def test_a_misspelled_name_leads_to_the_one_that_is_meant(site):
    html = site.get("/?actor=Putjin&place=Nowhere&status=happened").text
    address = re.search(r'No event names “.*Putjin.*did you mean <a href="([^"]+)"[^>]*>Vladimir Putin</a>', html)
    assert address
    assert "actor=Vladimir+Putin" in address[1]
    assert "place=Nowhere" in address[1]
    assert "status=happened" in address[1]


def test_of_several_names_the_misspelled_one_is_told_above_what_the_others_find(site):
    html = site.get("/?actor=Putjin&actor=Xi+Jinping").text
    assert re.search(r'No event names “.*Putjin.*did you mean <a href="[^"]+actor=Vladimir\+Putin', html)
    assert 'class="entries"' in html
    answer = site.get("/api/events?actor=Putjin&actor=Xi+Jinping").json()
    assert answer["n_events"] > 0
    assert "Vladimir Putin" in answer["unknown_names"]["Putjin"]
    assert site.get("/api/events?actor=Xi+Jinping").json()["unknown_names"] == {}


@pytest.mark.parametrize("value", ["\0", "Xi\0Jinping", '"\0"'])
@pytest.mark.parametrize(
    "asked", ["/?query", "/?actor", "/?place", "/?type", "/?from", "/?after", "/actor?name", "/actors?query", "/articles?source"]
)  # fmt: skip
def test_a_character_that_ends_words_elsewhere_is_one_like_others(site, asked, value):
    path, name = asked.split("?")
    for address in (path, "/api/events" if path == "/" else f"/api{path}"):
        assert site.get(address, params={name: value}).status_code in (200, 400, 404)


@pytest.mark.parametrize(
    ("periods", "shown"),
    [
        ([("1969-01-01", "1969-12-31", "year"), ("2011-08-20", "2011-08-20", "day")], "1969 to 20 Aug 2011"),
        ([("2011-08-20", "2011-08-20", "day"), ("2021-01-01", "2021-12-31", "year")], "20 Aug 2011 to 2021"),
        # of those that begin or end alike the most exact one tells
        ([("2011-01-01", "2011-12-31", "year"), ("2011-01-01", "2011-01-31", "month")], "Jan 2011 to 2011"),
        ([("2011-01-01", "2011-12-31", "year"), ("2011-12-31", "2011-12-31", "day")], "2011 to 31 Dec 2011"),
        ([("2011-03-20", "2011-03-22", "days")], "20 Mar 2011 to 22 Mar 2011"),
        ([("2011-01-01", "2011-12-31", "year"), (None, None, "unknown")], "2011"),
        ([(None, None, "unknown")], ""),
    ],
)
def test_both_ends_of_what_an_actor_did_are_shown_as_exactly_as_they_are_known(tmp_path, periods, shown):
    def dated(number: int, start: str | None, end: str | None, precision: str) -> dict[str, object]:
        days = [day and date.fromisoformat(day) for day in (start, end)]
        basis = "explicit" if start else None
        actors = [{"name": "Emil Vella", "role": "source", "kind": "person", "state": None}]
        return event(f"e{number}", start_date=days[0], end_date=days[1], precision=precision, edtf=None, date_basis=basis, actors=actors)  # fmt: skip

    db = Warehouse(tmp_path / "one.duckdb")
    load_story(db, [dated(number, *period) for number, period in enumerate(periods)])
    with serving(db.path) as base:
        page, table = (httpx.get(base + path).text for path in ("/actor?name=Emil Vella", "/actors"))
    line = re.search(r'<p class="coverage">person(?: · )?(.*?)</p>', page)
    assert line
    assert line[1] == shown
    for end in shown.split(" to "):
        assert f'minor">{end}</td>' in table


def test_sql_that_fails_shows_the_statement_and_why(site):
    answer = site.get("/sql?sql=select nothing from timeline")
    assert answer.status_code == 400
    assert "select nothing from timeline</textarea>" in answer.text
    assert "bad SQL" in answer.text


def test_the_steps_lead_from_the_words_to_the_interval(site):
    steps = re.findall(
        r"<li><h3>(.*?)</h3><div><p class=\"found\" dir=\"auto\">(.*?)</p>", site.get(f"/events/{FIRST}").text
    )
    assert [name for name, _ in steps] == ["The words", "Counted from", "The rule", "Gives"]
    found = dict(steps)
    assert "Monday" in found["The words"]
    assert "21 Mar 2023" in found["Counted from"]
    assert found["Gives"] == "1 January 2023"


N_REPORTS = 45  # more than the mart packs with the event, and than a page of quotes holds


@pytest.fixture(scope="module")
def often_reported(tmp_path_factory) -> Iterator[httpx.Client]:
    """One event with a written-out date, which a single report has; all others, some of them surer, count it from their publication."""
    db = Warehouse(tmp_path_factory.mktemp("often") / "often.duckdb")
    actors = [
        {"name": "Norfield", "role": "source", "kind": "state", "state": "Norfield"},
        {"name": "Ada Borg", "role": "target", "kind": "person", "state": "Vella"},
        *({"name": f"Envoy {n}", "role": "participant", "kind": "person", "state": None} for n in range(12)),
    ]
    articles = [article(f"a{n:02d}", source=f"Outlet {n % 7}" if n else None) for n in range(N_REPORTS)]
    mentions = [mention(each["article_id"]) for each in articles]
    mentions[5] |= {"date_basis": "explicit", "date_text": "20 March 2023", "date_reason": "as written"}
    visit = event("e1", actors=actors, date_basis="explicit", n_mentions=N_REPORTS, n_articles=N_REPORTS, n_sources=8)
    load_articles(db, *articles)
    load_mentions(db, articles, mentions)
    links = [link_row(said["mention_id"], "e1") for said in mentions]
    write_events(db, EVENTS.frame([visit]), EVENT_LINKS.frame(links), "run-1")
    update_event_versions(db)
    build(db)
    with serving(db.path) as base, httpx.Client(base_url=base, timeout=60) as client:
        yield client


@pytest.mark.parametrize("address", ["/events/e1", "/events/e1?after=20", "/events/e1?after=40"])
def test_each_page_of_the_evidence_explains_the_date_by_the_report_that_is_known_as_the_event_is(
    often_reported, address
):
    html = often_reported.get(address).text

    assert "exact day, written out" in html
    assert "“20 March 2023”" in html
    assert "nothing: the date is written out" in html


def test_the_page_of_an_event_names_all_its_outlets_and_actors(often_reported):
    html = often_reported.get("/events/e1").text

    for n in range(7):
        assert f'/articles?source=Outlet+{n}"' in html
    assert '<span class="soft">unknown source</span>' in html
    for n in range(12):
        assert f">Envoy {n}</a>" in html


@pytest.mark.parametrize(
    ("name", "said"),
    [("Norfield", "source"), ("Ada Borg", "target, Vella")],
)
def test_a_state_is_not_said_to_act_for_itself(often_reported, name, said):
    assert f'{name}</a> <span class="soft">{said}</span>' in often_reported.get("/events/e1").text


def test_the_words_that_are_marked_are_those_of_the_offsets(site):
    html = site.get("/article?id=a-e-visit-00").text
    assert re.search(r'<mark class="trigger"[^>]*><a href="/events/e-visit-00">arrived</a></mark>', html)
    assert re.search(r'<mark class="date"[^>]*>Monday</mark>', html)


def test_without_a_warehouse_the_page_says_how_to_make_one(tmp_path):
    with serving(tmp_path / "none.duckdb") as base:
        page, data = httpx.get(base), httpx.get(f"{base}/api/events")
    assert page.status_code == data.status_code == 503
    assert "dateline run" in page.text
    assert "dateline run" in data.json()["error"]


def test_a_warehouse_that_comes_later_is_found(tmp_path):
    path = tmp_path / "later.duckdb"
    with serving(path) as base:
        assert httpx.get(base).status_code == 503
        build(Warehouse(path))
        page = httpx.get(base, timeout=60)
    assert page.status_code == 200
    assert "No events yet" in page.text


def test_a_file_that_is_no_warehouse_is_said_so(tmp_path):
    path = tmp_path / "text.duckdb"
    path.write_text("this is no database")
    with serving(path) as base:
        answer = httpx.get(base)
    assert answer.status_code == 503
    assert "not a readable DuckDB file" in answer.text
