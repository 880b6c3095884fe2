-- one row per event and outlet that reports it
with reports as (select * from {{ ref('int_event_reports') }}),

per_article as (
    select
        event_id,
        source_name as source,
        article_id,
        any_value(published_at) as published_at,
        any_value(article_title) as article_title,
        any_value(url) as url,
        count(*) as n_mentions
    from reports
    group by event_id, source_name, article_id
),

final as (
    select
        event_id,
        source,
        count(*) as n_articles,
        sum(n_mentions)::bigint as n_mentions,
        min(published_at) as first_reported_at,
        max(published_at) as last_reported_at,
        first(article_title order by published_at nulls last, article_id) as first_article_title,
        first(url order by published_at nulls last, article_id) as first_url
    from per_article
    group by event_id, source
    order by event_id, source
)

select * from final
