-- an event whose first day lies after its last day
select * from {{ ref('timeline') }}
where start_date > end_date
