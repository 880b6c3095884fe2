"""Make a large warehouse of invented news, for measuring: events over ten years, their mentions, articles with real offsets, all marts.

usage: python -m tests.benchmarks.make_warehouse FILE [--events 1000000]

The same size always gives the same rows. Skewed as news is: few actors, places, outlets and events have most of the reports. Two mentions per event and
ten per article on average; dates are days (seven in ten), spans, weeks, months, years or unknown.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import duckdb

from transforms.events import load_ontology
from transforms.schema import TABLES
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.models import run_models

MENTIONS_PER_EVENT = 2
MENTIONS_PER_ARTICLE = 10
N_PEOPLE = 40_000
N_STATES = 150
N_PLACES = 3_000
N_OUTLETS = 400

# uniform numbers in [0, 1) that depend on nothing but a row's number and a salt
_MACROS = """
    create or replace temp macro dice(i, salt) as (hash(i * 1000 + salt) % 1000003) / 1000003.0;
    create or replace temp macro skewed(i, salt, n) as floor(pow(dice(i, salt), 3) * n)::bigint;
    create or replace temp macro evenly(i, salt, n) as floor(dice(i, salt) * n)::bigint;
    create or replace temp macro syllable(i) as (['ba','ko','ri','ten','mar','lu','sha','vin','dor','pel','na','zhi','gor','ame','fi','sto','kha','ul','bren','yo'])[(i % 20)::bigint + 1];
    create or replace temp macro named(word) as upper(word[1]) || word[2:];
    create or replace temp macro person(i) as named(syllable(i) || syllable(i // 20)) || ' ' || named(syllable(i // 400) || syllable(i // 8000) || syllable(i * 7 + 3));
    create or replace temp macro state(i) as named(syllable(i) || syllable(i // 20 + 7)) || 'land';
    create or replace temp macro town(i) as named(syllable(i) || syllable(i // 20) || syllable(i // 400)) || (['ville', ' City', 'grad', 'burg'])[(i % 4)::bigint + 1];
    create or replace temp macro outlet(i) as (['The', 'Daily', 'Evening', 'New'])[(i % 4)::bigint + 1] || ' ' || named(syllable(i // 4) || syllable(i // 80))
        || ' ' || (['Times', 'Post', 'Wire', 'Herald', 'Observer'])[(i % 5)::bigint + 1];
"""

_EVENTS = """
    create or replace temp table made_events as
    with numbered as (
        select
            i,
            'e' || printf('%016x', hash(i)) as event_id,
            types[skewed(i, 1, len(types)) + 1] as event_type,
            date '2014-01-01' + (dice(i, 2) * 3650)::int as day,
            dice(i, 3) as how_exact,
            dice(i, 4) as how_known,
            dice(i, 5) as how_sure,
            skewed(i, 6, $people) as who,
            skewed(i, 7, $people) as whom,
            skewed(i, 8, $states) as land,
            case when dice(i, 9) < 0.6 then town(skewed(i, 10, $places)) end as place,
            dice(i, 11) < 0.4 as meets_a_person
        from range($events) as numbers(i), (select $types::varchar[] as types)
    ),
    dated as (
        select
            *,
            case
                when how_exact < 0.70 then 'day' when how_exact < 0.76 then 'days' when how_exact < 0.80 then 'week'
                when how_exact < 0.90 then 'month' when how_exact < 0.95 then 'year' else 'unknown'
            end as precision
        from numbered
    )
    select
        i, event_id, event_type, precision, place, day,
        case when how_sure < 0.8 then 'happened' when how_sure < 0.86 then 'ongoing' when how_sure < 0.94 then 'planned'
            when how_sure < 0.98 then 'alleged' else 'denied' end as status,
        case precision when 'unknown' then null when 'week' then date_trunc('week', day) when 'month' then date_trunc('month', day)
            when 'year' then date_trunc('year', day) else day end::date as start_date,
        case precision when 'unknown' then null when 'days' then day + 2 when 'week' then date_trunc('week', day) + interval 6 day
            when 'month' then last_day(day) when 'year' then date_trunc('year', day) + interval 1 year - interval 1 day else day end::date as end_date,
        case when precision = 'unknown' then null when how_known < 0.25 then 'explicit' when how_known < 0.7 then 'relative'
            when how_known < 0.78 then 'narrative' when how_known < 0.8 then 'event' when how_known < 0.9 then 'inherited' else 'published' end as date_basis,
        [
            {'name': person(who), 'role': 'source', 'kind': 'person', 'state': state(land)},
            if(meets_a_person,
                {'name': person(whom), 'role': 'target', 'kind': 'person', 'state': state(whom % $states)},
                {'name': state(whom % $states), 'role': 'target', 'kind': 'state', 'state': state(whom % $states)})
        ] as actors
    from dated
"""

_MENTIONS = """
    create or replace temp table made_mentions as
    with numbered as (
        -- each event once, then again the events that much is written of
        select m, if(m < $events, m, skewed(m, 21, $events)) as i from range($mentions) as numbers(m)
    ),
    placed as (
        select
            m, events.* exclude (day),
            -- articles are numbered by the time they were published: an event is reported within some weeks
            least(greatest((((day - date '2014-01-01') / 3660.0 + skewed(m, 22, 400) / 40000.0) * $articles)::bigint, 0), $articles - 1) as article,
            (['on Monday', 'last week', 'on Thursday', 'last month', 'this year', 'on 3 May', 'two days later', 'in spring'])[evenly(m, 23, 8) + 1] as date_text
        from numbered join made_events as events using (i)
    ),
    written as (
        select
            *,
            actors[1].name || ' carried out the ' || replace(event_type, '_', ' ') || ' with ' || actors[2].name || coalesce(' in ' || place, '') || ' ' || date_text
                || (['', ', officials said', ', according to two people with knowledge of the matter', ', the ministry confirmed in a statement'])[evenly(m, 24, 4) + 1] || '.' as sentence
        from placed
    )
    select
        * exclude (date_text),
        if(start_date is null, null, date_text) as date_text,
        replace(event_type, '_', ' ') as trigger,
        coalesce(sum(length(sentence) + 1) over (partition by article order by m rows between unbounded preceding and 1 preceding), 0)::bigint as sentence_start,
        position(replace(event_type, '_', ' ') in sentence) - 1 as trigger_at,
        position(date_text in sentence) - 1 as date_at
    from written
"""

_ARTICLES = """
    create or replace temp table made_articles as
    select
        article,
        'a' || printf('%016x', hash(article + 500000000)) as article_id,
        outlet(skewed(article, 31, $outlets)) as source,
        first(sentence order by m)[:60] as title,
        string_agg(sentence, ' ' order by m) as text,
        date '2014-01-01' + (article * 3660 / $articles)::int as published_date
    from made_mentions
    group by article
"""

_ROWS = {
    "articles": """
        select article_id, 'https://news.example/' || article_id as url, source, title, text, 'en' as lang, published_date::timestamptz as published_at,
            published_date, 'metadata' as published_basis, sha256(text) as content_hash, article_id || '.txt' as origin
        from made_articles order by article_id
    """,
    "event_mentions": """
        select 'm' || printf('%016x', hash(m + 900000000)) as mention_id, article_id, event_type, status, start_date, end_date, precision,
            null as edtf, date_basis, date_text, if(date_text is null, null, sentence_start + date_at) as date_text_start,
            if(date_text is null, null, sentence_start + date_at + length(date_text)) as date_text_end,
            '“' || date_text || '” counted from the day of publication, ' || published_date as date_reason,
            actors, place, trigger, sentence_start + trigger_at as trigger_start, sentence_start + trigger_at + length(trigger) as trigger_end,
            sentence_start, sentence_start + length(sentence) as sentence_end, 0.5 + dice(m, 41) / 2 as confidence, 'made' as extractor_version
        from made_mentions join made_articles using (article) order by mention_id
    """,
    "event_links": """
        select 'm' || printf('%016x', hash(m + 900000000)) as mention_id, event_id, 'same type, day and actors' as merge_reason
        from made_mentions order by mention_id
    """,
    "events": """
        with reports as (
            select i, count(*) as n_mentions, count(distinct article) as n_articles, count(distinct source) as n_sources,
                min(published_date)::timestamptz as first_reported_at, max(published_date)::timestamptz as last_reported_at
            from made_mentions join made_articles using (article) group by i
        )
        select event_id, event_type, status, start_date, end_date, precision,
            case precision when 'unknown' then null when 'month' then strftime(start_date, '%Y-%m') when 'year' then strftime(start_date, '%Y')
                when 'day' then start_date::varchar else start_date || '/' || end_date end as edtf,
            date_basis, actors, place,
            actors[1].name || ': ' || replace(event_type, '_', ' ') || ' with ' || actors[2].name || coalesce(' in ' || place, '') as title,
            n_mentions, n_articles, n_sources, first_reported_at, last_reported_at, 0.5 + dice(i, 42) / 2 as confidence
        from made_events join reports using (i) order by event_id
    """,
    "date_expressions": """
        select article_id, sentence_start + date_at as text_start, sentence_start + date_at + length(date_text) as text_end, date_text as text, 'DATE' as type,
            start_date::varchar as value, start_date as earliest, end_date as latest, precision, date_basis as basis
        from made_mentions join made_articles using (article) where date_text is not null order by article_id, text_start
    """,
    "runs": """
        select 'made' as run_id, timestamptz '2024-01-10 06:00:00+00' as started_at, timestamptz '2024-01-10 06:10:00+00' as finished_at, 'finished' as state,
            (select count(*) from made_articles) as n_read, (select count(*) from made_articles) as n_kept, (select count(*) from made_articles) as n_new,
            0 as n_refused, (select count(*) from made_mentions) as n_mentions, (select count(*) from made_events) as n_events, 600.0 as seconds
    """,
}


def make_warehouse(path: Path, n_events: int) -> None:
    """Fill a new warehouse of `n_events` events, marts included; what stood at the path is replaced."""
    path.unlink(missing_ok=True)
    with Warehouse(path).writing() as db:
        fill_tables(db, n_events)
        run_models(db)


def fill_tables(db: duckdb.DuckDBPyConnection, n_events: int) -> None:
    """Write the raw tables on a connection of `Warehouse.writing`."""
    n_mentions = n_events * MENTIONS_PER_EVENT
    sizes = {
        "events": n_events,
        "mentions": n_mentions,
        "articles": max(n_mentions // MENTIONS_PER_ARTICLE, 1),
        "people": N_PEOPLE,
        "states": N_STATES,
        "places": N_PLACES,
        "outlets": N_OUTLETS,
    }
    types = list(load_ontology().types)
    db.execute(_MACROS)
    for statement in (_EVENTS, _MENTIONS, _ARTICLES):
        named = {"types": types, **sizes}
        db.execute(statement, {name: value for name, value in named.items() if f"${name}" in statement})
    for table in TABLES:
        if table.name in _ROWS:
            db.execute(f"insert into {raw_name(table)} by name {_ROWS[table.name]}")


def main() -> None:
    """Make the file that is asked for, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    options = parser.parse_args()
    started = time.perf_counter()
    make_warehouse(options.file, options.events)
    size = options.file.stat().st_size / 1_000_000
    print(
        f"{options.file}: {options.events:,} events, {size:,.0f} MB, made in {time.perf_counter() - started:.0f} seconds"
    )


if __name__ == "__main__":
    main()
