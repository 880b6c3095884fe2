-- one row per event, ready to read
{{ config(indexes=[{'columns': ['event_id']}, {'columns': ['lookup_key']}]) }}

with events as (select * from {{ ref('stg_events') }}),

sources_per_event as (select * from {{ ref('sources_per_event') }}),

event_sources as (
    select
        event_id,
        list(source order by source) as sources
    from sources_per_event
    group by event_id
),

evidence as (select * from {{ ref('event_evidence') }}),

quotes as (
    select
        event_id,
        evidence_rank,
        sentence,
        -- in this order for warehouse/asking/packed.py
        json_array(
            evidence_rank, mention_id, article_id, source, article_title, url, published_date, published_basis, sentence,
            sentence_start, sentence_end, trigger_start, trigger_end, date_text, date_text_start, date_text_end, date_reason,
            date_basis, start_date, end_date, precision, edtf, status, attributed_to, confidence, merge_reason,
            (known_at at time zone 'UTC')::date
        )::varchar as quote
    from evidence
),

said as (
    select
        event_id,
        -- sorted as texts, which costs a quarter of an aggregate in order
        array_to_string(list_sort(list(distinct sentence)), ' ') as sentences,
        -- as many as a timeline shows at most
        array_to_string(list_sort(list(quote) filter (where evidence_rank <= 40)), ',') as best_quotes
    from quotes
    group by event_id
),

named as (
    select
        *,
        list_filter(list_transform(actors, lambda actor: actor.name), lambda name: name is not null) as names
    from events
),

listed as (
    select
        named.event_id,
        named.event_type,
        named.status,
        named.start_date,
        named.end_date,
        named.precision,
        named.edtf,
        named.date_basis,
        named.title,
        named.actors,
        -- each name once, where it stands first
        list_filter(named.names, lambda name, position: list_position(named.names, name) = position) as actor_names,
        named.place,
        named.country,
        named.latitude,
        named.longitude,
        named.n_mentions,
        named.n_articles,
        named.n_sources,
        coalesce(event_sources.sources, []) as sources,
        named.first_reported_at,
        named.last_reported_at,
        named.confidence,
        named.first_reported_date,
        named.last_reported_date,
        coalesce(said.best_quotes, '') as best_quotes,
        concat_ws(' ', named.title, said.sentences) as texts
    from named
    left join event_sources using (event_id)
    left join said using (event_id)
),

split as (
    select
        * exclude (texts),
        string_split_regex(lower(strip_accents(texts)), '[^\p{L}\p{N}]+') as word_list,
        regexp_matches(texts, '[\p{L}\p{N}]\p{M}*[''’]\p{M}*[\p{L}\p{N}]') as has_apostrophes
    from listed
),

final as (
    select
        * exclude (word_list, has_apostrophes, best_quotes, first_reported_date, last_reported_date),
        -- a capital marks where a word begins: what is looked for is found in one go
        ' ' || trim(array_to_string(
            list_transform(word_list, lambda word: upper(left(word, 1)) || substring(word, 2)), ' '
        )) || ' ' as words,
        has_apostrophes,
        md5_number_lower(event_id) as event_key,
        -- as many digits as an index needs to tell nearly all events apart: of longer numbers it reads twice as much to find one
        (md5_number_lower(event_id) % 16777216)::integer as lookup_key,
        -- in this order for warehouse/asking/packed.py
        '[' || json_array(
            event_id, event_type, status, start_date, end_date, precision, edtf, date_basis, title, actors, place,
            country, latitude, longitude, n_mentions, n_articles, n_sources, sources, first_reported_date, last_reported_date, confidence
        )::varchar || ',[' || best_quotes || ']]' as packed
    from split
    -- an index finds the rows of some events; those that are asked for most lie together
    order by n_sources desc, n_articles desc, confidence desc, event_id
)

select * from final
