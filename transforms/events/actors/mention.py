"""What a mention of an actor is.

Belongs here: the value that the other modules of this package build and its callers read. Does not: how it is found.
"""

from __future__ import annotations

from typing import NamedTuple


class ActorMention(NamedTuple):
    """One place of a text that speaks of somebody who can act.

    `start` and `end` are character offsets of the whole noun group with titles and role words, and `surface` is those words. `name` is the fullest
    name that the article gives ("Xi" -> "Xi Jinping", "Moscow" -> "Russia"). `kind` is one of `schema.ACTOR_KINDS`; `state` is the state acted for.
    `joint` is the second of two whom one word means: "they".
    """

    start: int
    end: int
    surface: str
    name: str
    kind: str
    state: str | None
    pronoun: bool = False
    led: bool = False  # a state or body for which only its leaders stand, so that nothing is said to happen there
    joint: ActorMention | None = None
