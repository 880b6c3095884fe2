"""Where the actors of one hit stand.

Belongs here: the positions. Does not: who stands there (find.py).
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.events.actors import ActorMention


class Arguments(NamedTuple):
    """The actors of one hit by position, before roles are given."""

    subject: tuple[ActorMention, ...]
    object: tuple[ActorMention, ...]
    agent: tuple[ActorMention, ...]
