-- one row per date expression in an article
{{ config(materialized='view') }}

with date_expressions as (select * from {{ source('raw', 'date_expressions') }}),

final as (
    select
        *,
        earliest is not null as is_dated
    from date_expressions
)

select * from final
