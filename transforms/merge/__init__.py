"""One event, many reports: event mentions of many articles in, events and links out.

Start reading at merging.py. Belongs here: what makes two reports one event and what the event says. Does not: finding mentions (transforms/events),
storing events (warehouse).
"""

from transforms.merge.cells import CELLS_OF_KEY, CROWD_OF_CELL, CROWD_WITHOUT_MONTH
from transforms.merge.headlines import says_little, says_only_what
from transforms.merge.history import event_history
from transforms.merge.mentions import AFTER, ARTICLE_FIELDS, BEFORE, READ_MENTIONS, WORDING, conformed
from transforms.merge.merging import (
    Cores,
    HandOut,
    Merged,
    MergedAll,
    MergedPortion,
    events_of,
    find_hosts,
    found_cores,
    merge_all,
    merge_mentions,
    merge_portion,
    told_reports,
)
from transforms.merge.names import is_named
from transforms.merge.numbering import AFTER_CHARACTERS, BEFORE_CHARACTERS, numbered_words
from transforms.merge.portions import MENTIONS_PER_PORTION, Portion, types_in_portions
from transforms.merge.version import merge_version
from transforms.merge.vocabulary import types_known_by_kind

__all__ = [
    "AFTER",
    "AFTER_CHARACTERS",
    "ARTICLE_FIELDS",
    "BEFORE",
    "BEFORE_CHARACTERS",
    "CELLS_OF_KEY",
    "CROWD_OF_CELL",
    "CROWD_WITHOUT_MONTH",
    "MENTIONS_PER_PORTION",
    "READ_MENTIONS",
    "WORDING",
    "Cores",
    "HandOut",
    "Merged",
    "MergedAll",
    "MergedPortion",
    "Portion",
    "conformed",
    "event_history",
    "events_of",
    "find_hosts",
    "found_cores",
    "is_named",
    "merge_all",
    "merge_mentions",
    "merge_portion",
    "merge_version",
    "numbered_words",
    "says_little",
    "says_only_what",
    "told_reports",
    "types_in_portions",
    "types_known_by_kind",
]
