"""The explorer: web pages and a JSON API over one warehouse, read-only.

Start reading at app.py. A request goes: address (pages/ or api.py) -> checked parameters (params.py) -> answer (find/, from store.py) -> template or
document. Belongs here: everything between HTTP and the warehouse. Does not: what a filter means (warehouse/asking/filters.py), words for dates
(warehouse/timeline/dates.py), the `dateline explore` command (orchestration).
"""

from __future__ import annotations

from warehouse.explorer.app import create_app

__all__ = ["create_app"]
