-- one row per refused input
{{ config(materialized='view') }}

with rejected_articles as (select * from {{ source('raw', 'rejected_articles') }}),

final as (
    select
        *,
        rejected_at::date as rejected_date
    from rejected_articles
)

select * from final
