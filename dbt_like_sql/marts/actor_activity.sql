-- one row per actor
with event_actors as (select * from {{ ref('int_event_actors') }}),

timeline as (select * from {{ ref('timeline') }}),

counted as (
    select
        event_actors.actor_name,
        -- as warehouse/asking/filters.py compares names
        ' ' || trim(regexp_replace(lower(strip_accents(event_actors.actor_name)), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as name_words,
        mode(event_actors.kind order by event_actors.kind) as kind,
        mode(event_actors.state order by event_actors.state) as state,
        list_max(map_values(histogram(event_actors.state))) as n_of_state,
        count(*) as n_events,
        count(*) filter (where list_contains(event_actors.roles, 'source')) as n_as_source,
        count(*) filter (where list_contains(event_actors.roles, 'target')) as n_as_target,
        list_sort(list(distinct timeline.event_type)) as event_types,
        min(timeline.start_date) as first_date,
        max(timeline.end_date) as last_date,
        max(timeline.last_reported_at) as last_reported_at
    from event_actors
    join timeline using (event_id)
    group by event_actors.actor_name
),

final as (
    select
        actor_name,
        name_words,
        kind,
        -- a person is of one state also where few reports say so; what few say of an organisation of many states is of their occasion
        case when kind in ('person', 'state') or 2 * n_of_state >= n_events then state end as state,
        n_events,
        n_as_source,
        n_as_target,
        event_types,
        first_date,
        last_date,
        last_reported_at
    from counted
    order by n_events desc, actor_name
)

select * from final
