"""Who gives and who gets what comes "from" somebody: "Malta received a loan from the fund", "a subpoena from the court".

Belongs here: nouns with "from" behind them, and bailouts. Does not: verbs whose subject receives (read.py), the other prepositions behind a noun (objects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.judgements import judged_beside
from transforms.events.roles.subjects import subject_before
from transforms.events.triggers.hit import Hit
from transforms.vocabulary import word_set

_COMING_FROM: Final = frozenset(
    {
        "accusation",
        "aid",
        "charge",
        "demand",
        "investigation",
        "protest",
        "rejection",
        "sanction",
        "speech",
        "threat",
        "warrant",
    }
)
_GETTING: Final = word_set("clauses", "getting")
LOANS: Final = frozenset({"loan package", "emergency loan"})
# words behind a noun in which it is told with whom it was agreed: "a bailout deal with the union"
_WITH_REACH: Final = 2
RESCUES: Final = LOANS | {"bailout", "bail-out", "rescue package"}
_GIVERS: Final = word_set("clauses", "givers")
_HELPING: Final = word_set("clauses", "helping")


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
    if hit.kind == "protest" and not any(actor.kind in ("person", "group") for actor in behind):
        return None  # "took the protest from Oslo to Bergen"
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    gets = not _GETTING.isdisjoint(words[clause.start : hit.start])
    receivers = owners or (subject_before(sentence, hit.start, actors) if gets else ())
    return Transfer(behind, tuple(actor for actor in receivers if actor not in behind))


def helped_or_judged(
    sentence: Sentence, hit: Hit, subject: tuple[ActorMention, ...], behind: tuple[ActorMention, ...]
) -> Transfer | None:
    """Who gives and gets a noun that the subject of its clause only gets, or passes on those behind it; None where it is neither a bailout nor a judgement."""
    if rescue := _rescue_of(sentence, hit, subject, behind):
        return rescue
    if judged := judged_beside(sentence, hit, subject):
        return Transfer(judged[0], judged[1] or tuple(item for item in behind if item not in subject))
    return None


def _rescue_of(
    sentence: Sentence, hit: Hit, subject: tuple[ActorMention, ...], behind: tuple[ActorMention, ...]
) -> Transfer | None:
    """Who gives and who gets a bailout by the subject of its clause; None where this gives it: `The ministers approved a bailout`, `Germany opposed it`.

    Others get what they agree "with" somebody, and states and firms what they only live with: `has been surviving on a bailout`, but not `Voters oppose a bailout`.
    """
    if hit.kind != "aid" or hit.pattern.lemma not in RESCUES or any(map(is_giver, subject)):
        return None
    getting = tuple(actor for actor in subject if actor.kind in ("state", "organisation"))
    if "with" in sentence.words[hit.end : hit.end + _WITH_REACH]:
        return Transfer(behind, getting)
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    if not _HELPING.isdisjoint(sentence.words[clause.start : hit.start]):
        return None
    return Transfer((), behind or getting)


def is_giver(actor: ActorMention) -> bool:
    """Whether an actor is of those who mostly give help: `the International Monetary Fund`, `euro zone ministers`."""
    return actor.name.split()[-1].lower() in _GIVERS
