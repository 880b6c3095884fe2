"""Who holds or gives what a noun names by the relative clause behind it: "the talks that Malta held with Norway".

Belongs here: the subjects of such clauses. Does not: their verbs (clauses/objects_ahead.py), the other actors of nouns (of_noun.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses.objects_ahead import giving_verb
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.arguments import Arguments
from transforms.events.roles.subjects import subject_before
from transforms.events.triggers.hit import Hit


def with_givers(sentence: Sentence, hit: Hit, actors: Sequence[Placed], arguments: Arguments) -> Arguments:
    """The arguments of a hit with those who hold or give what a noun names, instead of who stands before it: `Norway praised the truce that | the rebels | declared`."""
    verb = giving_verb(sentence, hit.end) if hit.verb is None else -1
    givers = subject_before(sentence, verb, actors) if verb >= 0 else ()
    return arguments._replace(subject=givers) if givers else arguments
