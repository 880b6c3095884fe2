"""A warehouse with very many events, for measuring what people wait for.

usage: python -m tests.benchmarks.large_warehouse FILE [--events N]

Belongs here: generated rows, the same ones on every machine. Does not: measuring (bench_queries.py).
Names, places and outlets follow Zipf's law as in the news: a few are everywhere, most occur a handful of times.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Final

from transforms.events import load_ontology
from warehouse.connection import Warehouse
from warehouse.merging.history import update_event_versions
from warehouse.models import run_models

EVENTS: Final = 1_000_000
MENTIONS_PER_EVENT: Final = 1.5
EVENTS_PER_ARTICLE: Final = 5
FIRST_DAY: Final = "2015-01-01"
N_DAYS: Final = 3650
WORDS: Final = [
    "oil",
    "spill",
    "coast",
    "well",
    "rig",
    "court",
    "judge",
    "trial",
    "appeal",
    "verdict",
    "army",
    "border",
    "troops",
    "convoy",
    "bridge",
    "harbour",
    "minister",
    "budget",
    "tax",
    "reform",
    "bank",
    "loan",
    "strike",
    "union",
    "factory",
    "school",
    "teacher",
    "hospital",
    "doctor",
    "virus",
    "vaccine",
    "flood",
    "storm",
    "quake",
    "rescue",
    "aid",
    "camp",
    "refugee",
    "election",
    "ballot",
    "party",
    "leader",
    "speech",
    "summit",
    "treaty",
    "talks",
    "ceasefire",
    "embassy",
    "visit",
    "police",
    "protest",
    "square",
    "student",
    "church",
    "festival",
]

# Whole numbers below n from a row's number and a salt: `uniform` evenly, `zipf` the small ones most often.
_MACROS: Final = """
create temp macro uniform(number, salt, n) as (hash(number * 31 + salt) % n)::bigint;
create temp macro chance(number, salt) as (hash(number * 31 + salt) % 1000000) / 1000000.0;
create temp macro zipf(number, salt, n) as least(floor(n ** chance(number, salt))::bigint, n) - 1;
"""
_NUMBERED: Final = """
create temp table numbered as
select
    i,
    date '{first}' + uniform(i, 1, {days})::int as day,
    case when chance(i, 2) < 0.03 then 'unknown' when chance(i, 2) < 0.75 then 'day' when chance(i, 2) < 0.85 then 'days'
        when chance(i, 2) < 0.96 then 'month' else 'year' end as precision,
    'Actor ' || zipf(i, 3, 40000) as source, 'Actor ' || zipf(i, 4, 40000) as target, 'Place ' || zipf(i, 5, 8000) as place,
    'State ' || zipf(i, 5, 8000) % 190 as country, zipf(i, 5, 8000) % 90 / 1.0 as latitude, zipf(i, 5, 8000) % 180 / 1.0 as longitude,
    $types[zipf(i, 6, len($types)) + 1] as event_type,
    $words[zipf(i, 7, len($words)) + 1] || ' ' || $words[uniform(i, 8, len($words)) + 1] as topic
from range({events}) as numbers(i)
"""
_EVENTS: Final = """
insert into raw.events by name
select
    md5('event' || i) as event_id,
    event_type,
    ['happened', 'happened', 'happened', 'happened', 'happened', 'happened', 'planned', 'alleged', 'denied', 'ongoing'][uniform(i, 9, 10) + 1] as status,
    case precision when 'unknown' then null when 'month' then date_trunc('month', day) when 'year' then date_trunc('year', day) else day end::date as start_date,
    case precision when 'unknown' then null when 'month' then last_day(day) when 'year' then last_day(date_trunc('year', day)::date + 340)
        when 'days' then day + 2 else day end::date as end_date,
    precision,
    case precision when 'unknown' then null when 'month' then strftime(day, '%Y-%m') when 'year' then strftime(day, '%Y')
        when 'days' then strftime(day, '%Y-%m-%d') || '/' || strftime(day + 2, '%Y-%m-%d') else strftime(day, '%Y-%m-%d') end as edtf,
    case precision when 'unknown' then null else ['explicit', 'relative', 'published', 'narrative'][uniform(i, 10, 4) + 1] end as date_basis,
    [{{'name': source, 'role': 'source', 'kind': 'person', 'state': null}}, {{'name': target, 'role': 'target', 'kind': 'state', 'state': target}}] as actors,
    place, country, latitude, longitude,
    source || ' ' || replace(event_type, '_', ' ') || ' ' || topic || ' with ' || target as title,
    reports as n_mentions, reports as n_articles, least(reports, 12) as n_sources,
    day::timestamptz as first_reported_at, (day + 3)::timestamptz as last_reported_at, 0.5 + chance(i, 11) / 2 as confidence
from (select *, 1 + uniform(i, 12, {more}) as reports from numbered)
"""
_ARTICLES: Final = """
insert into raw.articles by name
select
    'a' || i as article_id, 'https://news.example/' || i as url, 'Outlet ' || zipf(i, 13, 800) as source, 'Report ' || i as title,
    'The ' || $words[uniform(i, 14, len($words)) + 1] || ' of Place ' || zipf(i, 15, 8000) || ' and the ' || $words[zipf(i, 16, len($words)) + 1]
        || ' were the matter of a long day, as Actor ' || zipf(i, 17, 40000) || ' told reporters on Monday.' as text,
    'en' as lang, (date '{first}' + uniform(i, 18, {days})::int)::timestamptz as published_at,
    date '{first}' + uniform(i, 18, {days})::int as published_date, 'metadata' as published_basis, md5('article' || i) as content_hash,
    'generated' as origin, now() as fetched_at, 'generated' as run_id
from range({articles}) as numbers(i)
"""
_MENTIONS: Final = """
insert into raw.event_mentions by name
select
    md5('mention' || i) as mention_id, 'a' || uniform(i, 19, {articles}) as article_id, events.event_type, events.status, events.start_date,
    events.end_date, events.precision, events.edtf, events.date_basis, 'Monday' as date_text, 4 as date_text_start, 10 as date_text_end,
    'generated' as date_reason, events.actors, events.place, events.country, events.latitude, events.longitude, 'The' as trigger, 0 as trigger_start, 3 as trigger_end, 0 as sentence_start,
    90 as sentence_end, null as attributed_to, 0.8 as confidence, 'generated' as extractor_version
from range({mentions}) as numbers(i) join raw.events as events on events.event_id = md5('event' || (i % {events}))
order by uniform(i, 19, {articles}), i  -- the mentions of an article are written together
"""
_LINKS: Final = """
insert into raw.event_links by name
select md5('mention' || i) as mention_id, md5('event' || (i % {events})) as event_id, 'generated' as merge_reason from range({mentions}) as numbers(i)
"""


def make_large_warehouse(path: Path, n_events: int = EVENTS) -> Warehouse:
    """Fill a new warehouse at `path` with `n_events` events and build the models on it."""
    sizes = {
        "first": FIRST_DAY,
        "days": N_DAYS,
        "events": n_events,
        "articles": n_events // EVENTS_PER_ARTICLE,
        "mentions": int(n_events * MENTIONS_PER_EVENT),
        "more": round(2 * MENTIONS_PER_EVENT - 1),
    }
    words = {"types": sorted(load_ontology().types), "words": WORDS}
    warehouse = Warehouse(path)
    with warehouse.writing() as db:
        for macro in _MACROS.strip().split(";\n"):
            db.execute(macro)
        for sql in (_NUMBERED, _EVENTS, _ARTICLES, _MENTIONS, _LINKS):
            used = {name: value for name, value in words.items() if f"${name}" in sql}
            db.execute(sql.format(**sizes), used)
    update_event_versions(warehouse)
    with warehouse.writing() as db:
        run_models(db)
    return warehouse


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="the warehouse to make; must not exist")
    parser.add_argument("--events", type=int, default=EVENTS, help="how many events")
    options = parser.parse_args()
    if options.file.exists():
        parser.error(f"{options.file} exists: name a new file")
    begun = time.perf_counter()
    make_large_warehouse(options.file, options.events)
    size = options.file.stat().st_size / 1e6
    print(f"{options.file}: {options.events:,} events, {size:,.0f} MB, {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
