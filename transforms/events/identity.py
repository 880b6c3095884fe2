"""Ids of mentions.

Belongs here: what makes two mentions the same one. Does not: ids of events (transforms.merge).
"""

from __future__ import annotations

from hashlib import sha256


def mention_id(article_id: str, trigger_start: int, trigger_end: int, event_type: str) -> str:
    """The id of a mention: the same article, words and type give the same id on any machine and from any extractor."""
    return sha256(f"{article_id}\0{trigger_start}\0{trigger_end}\0{event_type}".encode()).hexdigest()[:24]
