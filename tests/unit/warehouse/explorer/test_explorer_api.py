"""The JSON API: what it answers, what it refuses, and that its description is true."""

from __future__ import annotations

import io
from datetime import date

import httpx
import jsonschema
import polars as pl
import pytest
from openapi_spec_validator import validate
from referencing import Registry, Resource
from served import FIRST, GONE, MERGED, N_VISITS, serving
from warehouse_rows import article, build, load_articles

from warehouse.asking.filters import EventFilter
from warehouse.connection import Warehouse
from warehouse.queries import timeline_rows

CALLS = {
    "/api/events": "?limit=3",
    "/api/events/{event_id}": "",
    "/api/summary": "?actor=xi",
    "/api/types": "",
    "/api/actors": "?query=xi",
    "/api/actor": "?name=Xi Jinping",
    "/api/sources": "",
    "/api/source": "?name=The Ledger",
    "/api/articles": "?source=The Ledger&limit=5",
    "/api/article": "?id=a-e-visit-00",
    "/api/sql": "?sql=select * from timeline limit 2",
    "/api/status": "",
}


@pytest.fixture(scope="session")
def description(site):
    return site.get("/api/openapi.json").json()


def test_the_description_is_valid_openapi_3_1(description):
    assert description["openapi"].startswith("3.1")
    validate(description)


def test_a_status_that_no_event_has_is_not_offered(site):
    assert "hypothetical" not in site.get("/api/openapi.json").text
    refused = site.get("/api/events?status=x").json()["error"]
    assert "there are alleged, denied, happened, ongoing, planned" in refused
    assert site.get("/api/events?status=hypothetical").json()["n_events"] == 0


def test_every_documented_address_is_tried_here(description):
    assert set(description["paths"]) == set(CALLS)


@pytest.mark.parametrize("path", CALLS)
def test_answers_are_what_the_description_says(site, description, path):
    answer = site.get(path.replace("{event_id}", FIRST) + CALLS[path])
    assert answer.status_code == 200, answer.text
    schema = description["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    registry = Registry().with_resource("urn:api", Resource.opaque(description))
    checked = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": f"urn:api{schema['$ref']}"}
    jsonschema.Draft202012Validator(checked, registry=registry).validate(answer.json())


@pytest.mark.parametrize(
    ("asked", "filter"),
    [
        ("", EventFilter()),
        ("actor=putin", EventFilter(actor="putin")),
        ("type=visit&from=2023-02", EventFilter(event_type="visit", since=date(2023, 2, 1))),
        ("type=diplomacy&to=2023-01-10", EventFilter(event_type="diplomacy", until=date(2023, 1, 10))),
        ("place=town 7&place=beijing", EventFilter(place=["town 7", "beijing"])),
        ("status=planned", EventFilter(status="planned")),
        ("precision=month&precision=unknown", EventFilter(precision=["month", "unknown"])),
        ("basis=relative&query=peace plan", EventFilter(basis="relative", query="peace plan")),
        ("min_sources=2", EventFilter(min_sources=2)),
        ("as_of=2023-03-22", EventFilter(as_of=date(2023, 3, 22))),
        ("as_of=2023-03-22&actor=xi", EventFilter(as_of=date(2023, 3, 22), actor="xi")),
    ],
)
def test_filters_mean_what_they_mean_on_the_command_line(site, story, asked, filter):
    with story.reading() as db:
        expected = timeline_rows(db, filter)["event_id"].to_list()
    answer = site.get(f"/api/events?{asked}&limit=500").json()
    assert [event["event_id"] for event in answer["events"]] == expected
    assert answer["n_events"] == len(expected)
    assert site.get(f"/api/summary?{asked}").json()["n_events"] == len(expected)


def test_pages_one_after_the_other_hold_every_event_once_and_in_order(site):
    whole = [event["event_id"] for event in site.get("/api/events?limit=500").json()["events"]]
    found, after = [], ""
    while after is not None:
        page = site.get("/api/events", params={"limit": 7, "after": after}).json()
        found += [event["event_id"] for event in page["events"]]
        after = page["next"]
    assert found == whole
    back, before = [], page["previous"]
    while before is not None:
        page = site.get("/api/events", params={"limit": 7, "before": before}).json()
        back = [event["event_id"] for event in page["events"]] + back
        before = page["previous"]
    assert back == whole[: len(back)]
    assert len(back) > N_VISITS - 7


def test_a_place_in_the_list_holds_when_its_event_is_gone(site):
    page = site.get("/api/events", params={"after": "2023-01-10~no-longer-there", "limit": 1}).json()
    assert page["events"][0]["start_date"] == "2023-01-11"


@pytest.mark.parametrize(
    ("beyond", "back", "expected"),
    [
        ({"after": "undated~zzzz"}, "previous", slice(-7, None)),
        ({"before": "0800-01-01~e"}, "next", slice(0, 7)),
    ],
)
def test_beyond_the_ends_of_the_list_a_way_leads_back(site, beyond, back, expected):
    whole = [event["event_id"] for event in site.get("/api/events?limit=500").json()["events"]]
    page = site.get("/api/events", params={"limit": 7, **beyond}).json()
    assert (page["n_events"], page["events"]) == (len(whole), [])
    place = {"before" if back == "previous" else "after": page[back]}
    there = site.get("/api/events", params={"limit": 7, **place}).json()
    assert [event["event_id"] for event in there["events"]] == whole[expected]
    html = site.get("/", params=beyond).text
    assert "No events match" not in html
    assert 'href="/?">First page</a>' in html


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        ("/api/events?statsu=planned", "did you mean status"),
        ("/api/actor?colour=red", "there is no parameter 'colour': there are name"),
        ("/api/events?status=plan", "planned"),
        ("/api/events?type=visits", "did you mean visit"),
        ("/api/events?from=March", "write 2023, 2023-03 or 2023-03-20"),
        ("/api/events?from=2023-05&to=2023-04", "ends before it begins"),
        ("/api/events?limit=0", "greater than or equal to 1"),
        ("/api/events?limit=1000000", "less than or equal"),
        ("/api/events?min_sources=two", "min_sources"),
        ("/api/events?after=yesterday", "`next`"),
        ("/api/events?as_of=soon", "2023-03-20"),
        ("/api/actors?after=x", "`next`"),
        ("/api/articles?after=x", "`next`"),
        ("/api/actor", "name is missing"),
        ("/api/sql", "sql is missing"),
        ("/api/sql?sql=--", "no SQL given"),
        ("/api/sql?sql=select+1&format=xml", "format"),
        ("/api/sql?sql=drop table timeline", "read-only"),
        ("/api/sql?sql=select 1; select 2", "one statement"),
        ("/api/sql?sql=from read_csv('/etc/passwd')", "nothing but the warehouse"),
        ("/api/sql?sql=copy timeline to '/tmp/x.csv'", "read-only"),
        ("/api/sql?sql=set threads=1", "read-only"),
        ("/api/sql?sql=attach '/tmp/x.duckdb'", "read-only"),
        ("/api/sql?sql=install httpfs", "read-only"),
        ("/api/sql?sql=select * from timelien", "did you mean timeline"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_with_the_remedy(site, address, remedy):
    answer = site.get(address)
    assert answer.status_code == 400
    assert remedy in answer.json()["error"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/events/nothing", 404),
        (f"/api/events/{GONE}", 410),
        ("/api/actor?name=Nobody", 404),
        ("/api/source?name=Nobody", 404),
        ("/api/article?id=nothing", 404),
        ("/api/nothing", 404),
        ("/events/nothing", 404),
        (f"/events/{GONE}", 410),
        ("/article?id=nothing", 404),
    ],
)
def test_what_is_not_there_is_said_so(site, address, status):
    answer = site.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/json" if "/api/" in address else "text/html")


@pytest.mark.parametrize("address", ["/events/{}", "/api/events/{}"])
def test_an_id_that_was_merged_away_leads_to_its_successor(site, address):
    answer = site.get(address.format(MERGED) + "?after=0")
    assert answer.status_code == 308
    assert answer.headers["location"] == address.format(FIRST) + "?after=0"
    assert site.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize("day", ["day-2023-01-01", "2023-01-01"])
@pytest.mark.parametrize(("prefix", "listed"), [("", "/"), ("/api", "/api/events")])
def test_the_id_of_a_day_leads_to_its_events(site, prefix, listed, day):
    answer = site.get(f"{prefix}/events/{day}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{listed}?from=2023-01-01&to=2023-01-01"
    assert "Xi Jinping visits town 0" in site.get(answer.headers["location"]).text
    assert site.get(f"{prefix}/events/day-2023-02-30").status_code == 400


@pytest.mark.parametrize("address", ["/events/nothing", "/events/sql", "/api/events/nothing"])
def test_an_unknown_id_is_answered_with_what_one_can_do_in_the_browser(site, address):
    words = site.get(address).text
    assert "look for it in the timeline" in words
    assert "dateline sql" not in words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", ["titled", "untitled"]),
        ("Café harb", ["untitled"]),
        ("cafe, harbour", ["untitled"]),
        ("afe", []),
        ("lighthouse", []),  # stands in the text of an article with a title
        ("afterwards", []),  # stands far behind the beginning
    ],
)
def test_articles_without_a_title_are_found_by_the_beginning_of_their_text(tmp_path, query, found):
    untitled = "The Café-Harbour reopened on Monday. " + "Nobody minds. " * 40 + "It closed afterwards."
    db = Warehouse(tmp_path / "articles.duckdb")
    load_articles(
        db,
        article("titled", title="Harbour reopens", text="The lighthouse is dark. Xi arrived on Monday."),
        article("untitled", title=None, text=untitled),
    )
    build(db)
    with serving(db.path) as base:
        listed = httpx.get(f"{base}/api/articles", params={"query": query}).json()["articles"]
        page = httpx.get(f"{base}/articles", params={"query": query}).text
    assert sorted(each["article_id"] for each in listed) == found
    assert ("The Café-Harbour reopened" in page) == ("untitled" in found)


def test_sql_rows_come_as_json_csv_and_parquet_alike(site):
    sql = "select event_id, start_date, actors, n_sources from timeline order by event_id limit 3"
    rows = site.get("/api/sql", params={"sql": sql}).json()
    parquet = pl.read_parquet(io.BytesIO(site.get("/api/sql", params={"sql": sql, "format": "parquet"}).content))
    csv = pl.read_csv(io.BytesIO(site.get("/api/sql", params={"sql": sql, "format": "csv"}).content))
    assert [column["name"] for column in rows["columns"]] == parquet.columns == csv.columns
    assert [row[0] for row in rows["rows"]] == parquet["event_id"].to_list() == csv["event_id"].to_list()
    assert rows["rows"][0][2][0]["name"] == parquet["actors"][0][0]["name"]
    assert rows["rows"][0][1] == str(csv["start_date"][0]) == str(parquet["start_date"][0])


def test_sql_shows_so_many_rows_and_says_that_there_are_more(site):
    answer = site.get("/api/sql?sql=select * from range(100000000)").json()
    assert answer["has_more"] is True
    assert len(answer["rows"]) == 500


@pytest.mark.parametrize(
    "endless",
    [
        "select sum(a.range * b.range) from range(10000000) as a, range(10000000) as b",
        "select range from range(10000000000) where md5(range::varchar) like 'fffff%'",
    ],
)
def test_sql_that_takes_too_long_is_stopped(story, endless):
    from warehouse.explorer.errors import BadRequestError
    from warehouse.explorer.find.sql import sql_found
    from warehouse.explorer.store import Store

    with pytest.raises(BadRequestError, match="stopped after"):
        sql_found(Store(story.path), endless, seconds=0.2)


def test_as_of_an_event_is_told_as_it_was_known(site):
    assert site.get(f"/api/events/{FIRST}?as_of=2023-03-21").status_code == 200
    assert "not known" in site.get(f"/api/events/{FIRST}?as_of=2023-03-20").json()["error"]


MANY_BYTES = pytest.mark.parametrize(
    "sql",
    [
        "select array_agg(range) from range(30000000)",
        "select repeat('x', 1000000) || range as words from range(300)",
        "select repeat('x', 1000) || range as words from range(900000)",
    ],
)


@MANY_BYTES
def test_sql_that_gives_too_many_bytes_is_refused_with_the_remedy(story, sql):
    from warehouse.errors import WarehouseError
    from warehouse.explorer.find.sql import FILE_BYTES, FILE_ROWS, sql_found
    from warehouse.explorer.store import Store

    with pytest.raises(WarehouseError, match="MB: ask for fewer rows"):
        sql_found(Store(story.path), sql, FILE_ROWS, seconds=300, max_bytes=FILE_BYTES)


@pytest.mark.parametrize("limit", ["SHOWN_BYTES", "FILE_BYTES"])
def test_a_cell_that_holds_too_many_bytes_is_refused_on_the_page_and_in_files(story, limit):
    from warehouse.errors import WarehouseError
    from warehouse.explorer.find import sql
    from warehouse.explorer.store import Store

    statement, most = "select repeat('x', 300000000) as words", getattr(sql, limit)
    with pytest.raises(WarehouseError, match="MB: ask for fewer rows"):
        sql.sql_found(Store(story.path), statement, seconds=300, max_bytes=most)


def test_a_cell_that_holds_too_many_bytes_for_a_page_is_refused_with_status_400(site):
    answer = site.get("/api/sql", params={"sql": "select repeat('x', 20000000) as words"})
    assert answer.status_code == 400
    assert "MB: ask for fewer rows" in answer.json()["error"]


def test_of_many_small_rows_the_first_are_shown(site):
    answer = site.get("/api/sql", params={"sql": "select repeat('x', 1000) as words from range(900000)"})
    assert answer.status_code == 200
    assert answer.json()["has_more"]


@pytest.mark.parametrize(
    "sql",
    ["select range from range(1000000000000)", "select count(*) from range(10000000) a, range(10000000) b"],
)
def test_the_time_limit_holds_while_rows_are_fetched_and_before(story, sql):
    from warehouse.explorer.errors import BadRequestError
    from warehouse.explorer.find.sql import sql_found
    from warehouse.explorer.store import Store

    with pytest.raises(BadRequestError, match="stopped after 0.2 seconds"):
        sql_found(Store(story.path), sql, 10**12, seconds=0.2, max_bytes=10**12)


def test_the_time_limit_holds_for_writing_rows_out_too(story):
    from warehouse.explorer.errors import BadRequestError
    from warehouse.explorer.find.sql import FILE_BYTES, FILE_ROWS, as_csv, sql_found
    from warehouse.explorer.store import Store

    nested = "select [range, range + 1] as pair, {'n': range} as n from range(1000000)"
    found = sql_found(Store(story.path), nested, FILE_ROWS, seconds=2.0, max_bytes=FILE_BYTES)
    with pytest.raises(BadRequestError, match="stopped after"):
        as_csv(found)


@pytest.mark.parametrize(("n_rows", "is_cut"), [(1_000_000, False), (1_000_001, True)])
def test_a_file_that_the_limit_of_rows_cut_says_so(site, n_rows, is_cut):
    answer = site.get("/api/sql", params={"sql": f"select range from range({n_rows})", "format": "parquet"})
    assert pl.read_parquet(io.BytesIO(answer.content)).height == 1_000_000
    assert (answer.headers.get("dateline-more-rows") == "true") is is_cut
    assert ("first-1000000-rows" in answer.headers["content-disposition"]) is is_cut


def test_csv_holds_no_formulas_and_blobs_stand_as_duckdb_writes_them(site):
    sql = r"""select '=1+1' as a, -1 as b, 'a=b' as c, '\x50\x4B\x03'::blob as d, ['\x00'::blob] as e, null as f, '@x'::enum('@x') as "=g" """
    csv = site.get("/api/sql", params={"sql": sql, "format": "csv"}).text
    assert csv.splitlines() == ["a,b,c,d,e,f,'=g", '\'=1+1,-1,a=b,PK\\x03,"[""\\\\x00""]",,\'@x']
    [row] = site.get("/api/sql", params={"sql": sql}).json()["rows"]
    assert row == ["=1+1", -1, "a=b", "PK\\x03", ["\\x00"], None, "@x"]
    assert "b&#39;" not in site.get("/sql", params={"sql": sql}).text.partition("<tbody>")[2]
