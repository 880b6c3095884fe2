-- one row per event and outlet that reports it
with reports as (select * from {{ ref('int_event_reports') }}),

final as (
    select
        event_id,
        source_name as source,
        count(distinct article_id) as n_articles,
        count(*) as n_mentions,
        min(published_at) as first_reported_at,
        max(published_at) as last_reported_at,
        arg_min(article_title, (published_at, article_id)) as first_article_title,
        arg_min(url, (published_at, article_id)) as first_url
    from reports
    group by event_id, source_name
    order by event_id, source_name
)

select * from final
