"""Find who stands where around a hit.

Belongs here: which reading a hit gets. Does not: the readings themselves (of_verb.py, of_noun.py), which role each actor has (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.arguments import Arguments
from transforms.events.roles.joined_participles import hyphened_participle
from transforms.events.roles.objects import objects_behind
from transforms.events.roles.of_noun import arguments_of_noun
from transforms.events.roles.of_verb import arguments_of_verb
from transforms.events.roles.papers import addressees, is_paper
from transforms.events.roles.parties import with_further_parties
from transforms.events.triggers.hit import Hit


def find_arguments(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Arguments:
    """Subject, object and agent of a verb; of a noun the possessor or the subject of its clause, what it is done to, and its "by"."""
    found = with_further_parties(sentence, hit, _find(sentence, hit, actors), actors)
    named = [placed.actor for placed in actors if placed.end == hit.end]
    if not named:
        return found
    # "the Spring Meetings" are no party to the meeting that they are
    return Arguments(*(tuple(actor for actor in part if actor not in named) for part in found))


def _find(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Arguments:
    if (joined := hyphened_participle(sentence, hit)) > 0:
        by = tuple(placed.actor for placed in actors if placed.end == joined - 1)
        return Arguments(by, objects_behind(sentence, hit, actors), ())
    found = (
        arguments_of_noun(sentence, hit, actors)
        if hit.verb is None
        else arguments_of_verb(sentence, hit, hit.verb, actors)
    )
    if not is_paper(hit):
        return found
    published = hit.verb is not None and hit.verb.passive  # "complaints about it were first reported by them"
    subject = () if published and hit.kind == "publication" else found.subject
    return Arguments(subject, addressees(sentence, hit, found.object, actors), found.agent)
