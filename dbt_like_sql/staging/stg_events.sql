-- one row per event in the world
{{ config(materialized='view') }}

with events as (select * from {{ source('raw', 'events') }}),

final as (
    select
        *,
        start_date is not null as is_dated,
        first_reported_at::date as first_reported_date,
        last_reported_at::date as last_reported_date
    from events
)

select * from final
