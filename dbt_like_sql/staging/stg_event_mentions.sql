-- one row per event as one sentence reports it
{{ config(materialized='view') }}

with event_mentions as (select * from {{ source('raw', 'event_mentions') }}),

final as (
    select
        *,
        start_date is not null as is_dated,
        sentence_end - sentence_start as sentence_length
    from event_mentions
)

select * from final
