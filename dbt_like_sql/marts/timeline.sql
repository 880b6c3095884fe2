-- one row per event, ready to read
with events as (select * from {{ ref('stg_events') }}),

reports as (select * from {{ ref('int_event_reports') }}),

event_actors as (select * from {{ ref('int_event_actors') }}),

event_sources as (
    select
        event_id,
        list_sort(list(distinct source_name)) as sources
    from reports
    group by event_id
),

event_actor_names as (
    select
        event_id,
        list(actor_name order by actor_position, actor_name) as actor_names
    from event_actors
    group by event_id
),

final as (
    select
        events.event_id,
        events.event_type,
        events.status,
        events.start_date,
        events.end_date,
        events.precision,
        events.edtf,
        events.date_basis,
        events.title,
        events.actors,
        coalesce(event_actor_names.actor_names, []) as actor_names,
        events.place,
        events.n_mentions,
        events.n_articles,
        events.n_sources,
        coalesce(event_sources.sources, []) as sources,
        events.first_reported_at,
        events.last_reported_at,
        events.confidence
    from events
    left join event_sources using (event_id)
    left join event_actor_names using (event_id)
    order by events.start_date nulls last, events.end_date, events.precision, events.event_id
)

select * from final
