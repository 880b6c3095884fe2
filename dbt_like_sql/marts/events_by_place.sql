-- one row per place and country in which events took place
with timeline as (select * from {{ ref('timeline') }}),

spots as (
    select
        place,
        country,
        latitude,
        longitude,
        count(*) as n_events,
        count(*) filter (where status = 'happened') as n_happened,
        min(start_date) as first_date,
        max(end_date) as last_date
    from timeline
    where place is not null
    group by place, country, latitude, longitude
),

counted as (
    select
        place,
        country,
        -- of several places of one name in a country the one with most events
        first(latitude order by latitude is null, n_events desc, latitude, longitude) as latitude,
        first(longitude order by latitude is null, n_events desc, latitude, longitude) as longitude,
        sum(n_events)::bigint as n_events,
        sum(n_happened)::bigint as n_happened,
        min(first_date) as first_date,
        max(last_date) as last_date
    from spots
    group by place, country
),

final as (
    select
        place,
        country,
        latitude,
        longitude,
        -- as warehouse/asking/filters.py compares names
        ' ' || trim(regexp_replace(lower(strip_accents(place)), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as name_words,
        n_events,
        n_happened,
        first_date,
        last_date
    from counted
    order by n_events desc, place, country
)

select * from final
