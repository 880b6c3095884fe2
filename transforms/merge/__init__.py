"""One event, many reports: event mentions of many articles in, events and links out.

Start reading at merging.py. Belongs here: what makes two reports one event and what the event says. Does not: finding mentions (transforms/events),
storing events (warehouse).
"""

from transforms.merge.history import event_history
from transforms.merge.merging import Merged, merge_mentions

__all__ = ["Merged", "event_history", "merge_mentions"]
