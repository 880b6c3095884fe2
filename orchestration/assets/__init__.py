"""The asset graph: one asset per raw table, one per SQL model, the page and the run's own record.

Belongs here: what depends on what, and metadata. Does not: the work itself (orchestration/steps.py).
"""

from orchestration.assets.articles import articles
from orchestration.assets.backfill import days_read
from orchestration.assets.dates import date_expressions
from orchestration.assets.events import events
from orchestration.assets.history import event_versions
from orchestration.assets.mentions import event_mentions
from orchestration.assets.models import sql_models
from orchestration.assets.page import timeline_page
from orchestration.assets.runs import runs

ASSETS = [
    articles,
    date_expressions,
    event_mentions,
    events,
    event_versions,
    sql_models,
    timeline_page,
    runs,
    days_read,
]
