-- one row per event and quoted sentence
with reports as (select * from {{ ref('int_event_reports') }}),

mentions as (select * from {{ ref('stg_event_mentions') }}),

articles as (select * from {{ ref('stg_articles') }}),

-- two mentions of one event in one sentence quote it once, by the surer mention
quoted as (
    select
        event_id,
        mention_id,
        merge_reason
    from reports
    qualify row_number() over (
        partition by event_id, article_id, sentence_start, sentence_end
        order by confidence desc, mention_id
    ) = 1
),

final as (
    select
        quoted.event_id,
        quoted.mention_id,
        mentions.article_id,
        articles.source_name as source,
        articles.article_title,
        articles.url,
        articles.published_at,
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
        mentions.status,
        mentions.attributed_to,
        mentions.confidence,
        quoted.merge_reason,
        row_number() over (
            partition by quoted.event_id
            order by
                mentions.is_dated desc,
                mentions.confidence desc,
                articles.is_near_duplicate,
                articles.published_at nulls last,
                mentions.article_id,
                mentions.sentence_start,
                mentions.mention_id
        ) as evidence_rank
    from quoted
    join mentions using (mention_id)
    join articles using (article_id)
    order by quoted.event_id, evidence_rank
)

select * from final
