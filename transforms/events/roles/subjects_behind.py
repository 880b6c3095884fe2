"""The subject of a clause that a noun opens: "At a news conference in Berlin, Merkel stressed ...".

Belongs here: subjects behind a noun. Does not: subjects before a verb or a noun (subjects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.fronts import front_of
from transforms.events.clauses.placed_actors import Placed, before_articles
from transforms.events.clauses.sentence import Sentence
from transforms.events.event_kinds import HARMFUL
from transforms.events.roles.enumerations import coordinated
from transforms.events.roles.subjects import GROUP_REACH, subject_before
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import AUXILIARIES, BESIDE, PREPOSITIONS

_BESIDE_OR_WITH: Final = BESIDE | {"with"}
_INFLICTED: Final = HARMFUL | {"arrest", "protest"}


def subject_behind(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The subject of a clause that a noun opens: `At a news conference in Berlin, Merkel stressed ...`, but not `Following the attack, Merkel ...`."""
    index = sentence.clause_at(hit.start)
    clause = sentence.clauses[index]
    if hit.kind in _INFLICTED and sentence.words[clause.start] in _BESIDE_OR_WITH:
        return ()  # "With the murder of Borg, workers have lost a leader"
    if sentence.words[hit.end : hit.end + 1] != [] and sentence.words[hit.end] in AUXILIARIES:
        return ()  # "The meeting was a failure, Borg said"
    if hit.kind in _INFLICTED and sentence.first_finite(clause.start, hit.start) < hit.start:
        return ()  # "As soon as he was told of the arrests, Borg ordered an inquiry"
    first = hit.end
    bare = sentence.first_finite(hit.end, clause.end) == clause.end
    if bare and [item.kind for item in sentence.clauses[index + 1 : index + 3]] == [Kind.RELATIVE, Kind.RESUMED]:
        first = sentence.clauses[index + 2].start
    limit = sentence.first_finite(first + 1, len(sentence.words))
    if over_date := _behind_fronted_date(sentence, hit, limit, actors):
        return over_date
    if limit == len(sentence.words) or "," not in sentence.words[first:limit] or hit.start - clause.start > GROUP_REACH:
        return ()
    if first > hit.end:
        return subject_before(sentence, limit, actors)
    comma = sentence.words.index(",", hit.end)
    following = sentence.clauses[sentence.clause_at(comma)].kind
    goes_on = sentence.clauses[sentence.clause_at(comma + 1)].kind is Kind.COORDINATE
    if (
        goes_on and sentence.words[comma + 1] == "and" and sentence.first_finite(hit.end, comma) < comma
    ):  # "Talks went on, and the mayor left"
        return ()
    if following is Kind.PARTICIPLE:  # "in an interview, adding that sales ..."
        return ()
    told = following is Kind.REPORT and front_of(sentence, hit.start) is None
    if told and sentence.first_finite(hit.end, comma) < comma:  # "the hearing will be on Friday, the mayor said"
        return ()
    inside = [placed for placed in actors if comma < placed.start and placed.end <= limit]
    return coordinated(sentence, inside) if inside else ()


def _behind_fronted_date(sentence: Sentence, hit: Hit, verb: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The subject between the date of a phrase that opens a clause and its verb: `In his speech on Monday | Borg | recalled`."""
    words, opening = sentence.words, sentence.clauses[sentence.clause_at(hit.start)].start
    near = words[opening] in PREPOSITIONS and hit.start - opening <= GROUP_REACH
    if not near or verb == len(words) or "," in words[hit.end : verb]:
        return ()
    inside = [item for item in actors if hit.end < item.start and item.end <= verb]
    ahead = next((item for item in inside if before_articles(words, item.start) in sentence.dated), None)
    return coordinated(sentence, [item for item in inside if item.start >= ahead.start]) if ahead else ()
