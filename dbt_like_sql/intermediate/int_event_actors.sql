-- one row per actor of an event
{{ config(materialized='view') }}

with events as (select * from {{ ref('stg_events') }}),

listed as (
    select
        event_id,
        unnest(actors) as actor,
        unnest(range(len(actors))) as position
    from events
),

final as (
    select
        event_id,
        actor.name as actor_name,
        min(actor.kind) as kind,
        min(actor.state) as state,
        coalesce(list_sort(list(distinct actor.role) filter (where actor.role is not null)), []) as roles,
        min(position) as actor_position
    from listed
    where actor.name is not null
    group by event_id, actor.name
)

select * from final
