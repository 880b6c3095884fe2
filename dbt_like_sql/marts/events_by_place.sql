-- one row per place in which events took place
with timeline as (select * from {{ ref('timeline') }}),

counted as (
    select
        place,
        count(*) as n_events,
        count(*) filter (where status = 'happened') as n_happened,
        min(start_date) as first_date,
        max(end_date) as last_date
    from timeline
    where place is not null
    group by place
),

final as (
    select
        place,
        -- as warehouse/asking/filters.py compares names
        ' ' || trim(regexp_replace(lower(strip_accents(place)), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as name_words,
        n_events,
        n_happened,
        first_date,
        last_date
    from counted
    order by n_events desc, place
)

select * from final
