-- one row per event, ready to read
{{ config(indexes=[{'columns': ['event_id']}]) }}

with events as (select * from {{ ref('stg_events') }}),

sources_per_event as (select * from {{ ref('sources_per_event') }}),

event_sources as (
    select
        event_id,
        list(source order by source) as sources
    from sources_per_event
    group by event_id
),

quotes as (select * from {{ ref('event_evidence') }}),

said as (
    select
        event_id,
        string_agg(distinct sentence, ' ') as sentences
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
        named.n_mentions,
        named.n_articles,
        named.n_sources,
        coalesce(event_sources.sources, []) as sources,
        named.first_reported_at,
        named.last_reported_at,
        named.confidence,
        list_sort(list_distinct(string_split_regex(
            lower(concat_ws(' ', named.title, said.sentences)), '[^\p{L}\p{N}]+'
        ))) as word_list
    from named
    left join event_sources using (event_id)
    left join said using (event_id)
),

final as (
    select
        * exclude (word_list),
        ' ' || trim(array_to_string(word_list, ' ')) || ' ' as words
    from listed
    -- an index finds the rows of some events; those that are asked for most lie together
    order by n_sources desc, n_articles desc, confidence desc, event_id
)

select * from final
