-- one row per article, in its latest version
{{ config(materialized='view') }}

with articles as (select * from {{ source('raw', 'articles') }}),

final as (
    select
        *,
        coalesce(outlet, source, 'unknown source') as source_name,
        coalesce(title, 'untitled') as article_title,
        near_duplicate_of is not null as is_near_duplicate
    from articles
)

select * from final
