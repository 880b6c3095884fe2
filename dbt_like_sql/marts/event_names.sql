-- one row per event and name of an actor
with timeline as (select * from {{ ref('timeline') }}),

named as (
    select
        unnest(actor_names) as actor_name,
        event_key
    from timeline
),

final as (
    select
        actor_name,
        event_key
    from named
    -- the rows of a name lie together
    order by actor_name, event_key
)

select * from final
