-- one row per mention of an event
{{ config(materialized='view') }}

with event_links as (select * from {{ source('raw', 'event_links') }}),

final as (select * from event_links)

select * from final
