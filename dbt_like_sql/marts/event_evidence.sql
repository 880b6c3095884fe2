-- one row per event and quoted sentence
{{ config(indexes=[{'columns': ['event_id']}]) }}

with events as (select * from {{ ref('stg_events') }}),

links as (select * from {{ ref('stg_event_links') }}),

mentions as (select * from {{ ref('stg_event_mentions') }}),

articles as (select * from {{ ref('stg_articles') }}),

reports as (
    select
        links.event_id,
        links.mention_id,
        mentions.article_id,
        articles.source_name as source,
        articles.article_title,
        articles.url,
        articles.published_at,
        coalesce(articles.published_at, articles.fetched_at) as known_at,
        articles.published_date,
        articles.published_basis,
        substring(articles.text, mentions.sentence_start + 1, mentions.sentence_length) as sentence,
        mentions.sentence_start,
        mentions.sentence_end,
        mentions.trigger,
        mentions.trigger_start,
        mentions.trigger_end,
        mentions.date_text,
        mentions.date_text_start,
        mentions.date_text_end,
        mentions.date_reason,
        mentions.date_basis,
        mentions.start_date,
        mentions.end_date,
        mentions.precision,
        mentions.edtf,
        mentions.status,
        mentions.attributed_to,
        mentions.confidence,
        links.merge_reason,
        mentions.is_dated,
        articles.is_near_duplicate
    from links
    join mentions using (mention_id)
    join articles using (article_id)
),

-- two mentions of one event in one sentence quote it once, by the surer mention
quoted as (
    select * from reports
    qualify row_number() over (
        partition by event_id, article_id, sentence_start, sentence_end
        order by is_dated desc, confidence desc, mention_id
    ) = 1
),

ranked as (
    select
        * exclude (is_dated, is_near_duplicate),
        row_number() over (
            partition by event_id
            order by
                is_dated desc,
                confidence desc,
                is_near_duplicate,
                published_at nulls last,
                article_id,
                sentence_start,
                mention_id
        ) as evidence_rank
    from quoted
),

final as (
    select ranked.*
    from ranked
    join events using (event_id)
    -- an index finds the rows of some events; those that are asked for most lie together
    order by events.n_sources desc, events.n_articles desc, events.confidence desc, event_id, ranked.evidence_rank
)

select * from final
