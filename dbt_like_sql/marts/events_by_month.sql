-- one row per month and event type in which such an event began, for events known to the month or better
with timeline as (select * from {{ ref('timeline') }}),

placed as (
    select * from timeline
    where date_trunc('month', start_date) = date_trunc('month', end_date)
),

final as (
    select
        date_trunc('month', start_date)::date as month,
        event_type,
        count(*) as n_events,
        count(*) filter (where status = 'happened') as n_happened,
        sum(n_mentions)::bigint as n_mentions,
        max(n_sources) as max_sources
    from placed
    group by month, event_type
    order by month, event_type
)

select * from final
