"""Who gives and who gets what comes "from" somebody: "Malta received a loan from the fund", "a subpoena from the court".

Belongs here: nouns with "from" behind them. Does not: verbs whose subject receives (read.py), the other prepositions behind a noun (objects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.subjects import subject_before
from transforms.events.triggers.find import Hit
from transforms.vocabulary import word_set

_COMING_FROM: Final = frozenset(
    {"accusation", "aid", "charge", "demand", "investigation", "rejection", "sanction", "speech", "threat", "warrant"}
)
_GETTING: Final = word_set("clauses", "getting")


class Transfer(NamedTuple):
    """Who gives and who gets what a noun names."""

    givers: tuple[ActorMention, ...]
    receivers: tuple[ActorMention, ...]


def transfer_of(
    sentence: Sentence,
    hit: Hit,
    owners: tuple[ActorMention, ...],
    behind: tuple[ActorMention, ...],
    actors: Sequence[Placed],
) -> Transfer | None:
    """Who gives and who gets what comes from those behind a noun; None where nothing comes from them.

    Who owns it gets it, "Malta's loan from the fund", else the subject of a verb of getting: "received a subpoena from the court".
    """
    words = sentence.words
    if not behind or hit.kind not in _COMING_FROM or words[hit.end : hit.end + 1] != ["from"]:
        return None
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    gets = not _GETTING.isdisjoint(words[clause.start : hit.start])
    receivers = owners or (subject_before(sentence, hit.start, actors) if gets else ())
    return Transfer(behind, tuple(actor for actor in receivers if actor not in behind))
