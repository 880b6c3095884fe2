-- one row per event and span of time in which the same was known of it; events_as_of(time) selects from it
{{ config(indexes=[{'columns': ['event_id']}]) }}

with event_versions as (select * from {{ ref('stg_event_versions') }}),

named as (
    select
        *,
        list_filter(list_transform(actors, lambda actor: actor.name), lambda name: name is not null) as names
    from event_versions
),

final as (
    select
        event_id,
        event_type,
        status,
        start_date,
        end_date,
        precision,
        edtf,
        date_basis,
        title,
        actors,
        -- each name once, where it stands first
        list_filter(names, lambda name, position: list_position(names, name) = position) as actor_names,
        place,
        country,
        latitude,
        longitude,
        n_mentions,
        n_articles,
        n_sources,
        sources,
        first_reported_at,
        last_reported_at,
        confidence,
        valid_from,
        valid_to
    from named
    -- an index finds the rows of some events; those that are asked for most lie together
    order by n_sources desc, n_articles desc, confidence desc, event_id, valid_from
)

select * from final
