-- one row per mention of an event, with the article that reports it
{{ config(materialized='view') }}

with links as (select * from {{ ref('stg_event_links') }}),

mentions as (select * from {{ ref('stg_event_mentions') }}),

articles as (select * from {{ ref('stg_articles') }}),

final as (
    select
        links.event_id,
        links.mention_id,
        links.merge_reason,
        mentions.article_id,
        mentions.sentence_start,
        mentions.sentence_end,
        mentions.confidence,
        articles.source_name,
        articles.article_title,
        articles.url,
        articles.published_at
    from links
    join mentions using (mention_id)
    join articles using (article_id)
)

select * from final
