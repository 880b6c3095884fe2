"""Articles by their day of publication, to be read again.

Belongs here: which articles a period holds, and forgetting that stages have read them. Does not: reading them (orchestration/steps.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from transforms.schema import ARTICLES, DATE_EXPRESSIONS, EVENT_MENTIONS, EVENTS, EXTRACTIONS
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.errors import WarehouseError

# merging too: an engine may tell another time what it did not tell before
_STAGES: Final = (DATE_EXPRESSIONS.name, EVENT_MENTIONS.name, EVENTS.name)


@dataclass(frozen=True, slots=True)
class Period:
    """Days of publication, both inclusive.

    Raises:
        WarehouseError: the last day lies before the first.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise WarehouseError(f"the period ends before it begins: {self.first} to {self.last}")


def articles_per_day(db: Warehouse, period: Period) -> dict[date, int]:
    """The number of articles that were published on each day of the period that has any."""
    with db.reading() as connection:
        rows = connection.execute(
            f"select published_date, count(*) from {raw_name(ARTICLES)} where published_date between ? and ? group by all order by all",
            [period.first, period.last],
        )
        return dict(rows.fetchall())


def forget_reading(db: Warehouse, period: Period) -> None:
    """Have every stage read the articles of the period again. What they gave stays until it is replaced."""
    with db.writing() as connection:
        connection.execute(
            f"delete from {raw_name(EXTRACTIONS)} where list_contains(?::varchar[], stage) and article_id in"
            f" (select article_id from {raw_name(ARTICLES)} where published_date between ? and ?)",
            [list(_STAGES), period.first, period.last],
        )
