-- one row per word of the title or of a quoted sentence of an event, wherever it stands
with events as (select * from {{ ref('stg_events') }}),

evidence as (select * from {{ ref('event_evidence') }}),

texts as (
    select
        event_id,
        title as text
    from events
    union all
    -- what several articles quote alike is one text
    select
        event_id,
        sentence as text
    from evidence
    group by event_id, sentence
),

said as (
    select
        -- once an event: of each word it would be worked out again
        md5_number_lower(event_id) as event_key,
        -- sorted as texts, which costs a quarter of an aggregate in order; other signs than blanks and hyphens part words that are no phrase
        array_to_string(list_sort(list(text)), ' | ') as texts
    from texts
    group by event_id
),

split as (
    select
        event_key,
        string_split_regex(
            regexp_replace(
                -- in capitals first: some letters have two small ones
                lower(upper(strip_accents(texts))), '[\s\p{Pd}]*[^\p{L}\p{N}\s\p{Pd}][^\p{L}\p{N}]*', ' | ', 'g'
            ),
            '[\s\p{Pd}]+'
        ) as word_list
    from said
),

placed as (
    select
        unnest(word_list) as word,
        event_key,
        unnest(range(len(word_list))) as position
    from split
),

final as (
    select
        word,
        event_key,
        position::integer as position
    from placed
    where word not in ('', '|')
    -- the rows of a word lie together
    order by word, event_key, position
)

select * from final
