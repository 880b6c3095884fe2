-- an event that no quoted sentence supports
select timeline.*
from {{ ref('timeline') }} as timeline
left join {{ ref('event_evidence') }} as evidence using (event_id)
where evidence.event_id is null
