-- one row per event as it was known during one span of time
{{ config(materialized='view') }}

with event_versions as (select * from {{ source('raw', 'event_versions') }}),

final as (
    select
        *,
        valid_to is null as is_known_now
    from event_versions
)

select * from final
