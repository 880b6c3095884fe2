"""Who speaks behind the verb of speech: `"It will grow," said analyst Itay Michaeli`.

Belongs here: subjects behind a reporting verb. Does not: subjects before their verb (subjects.py), who a reporting clause names (status/claims.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.enumerations import enumerated
from transforms.events.words.function_words import PREPOSITIONS, REPORTING

_INVERSION: Final = 3  # tokens behind a reporting verb in which a speaker that follows it begins
_ADDRESSING: Final = frozenset({"told", "tell", "tells"})  # who stands behind these is spoken to


def inverted_speakers(sentence: Sentence, verb: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The speaker behind a reporting verb: `"It will grow," said analyst Itay Michaeli at a conference`."""
    word = sentence.words[verb]
    if word not in REPORTING or word in _ADDRESSING:
        return ()
    clause = sentence.clauses[sentence.clause_at(verb)]
    opens = verb - clause.start <= 1 and sentence.words[clause.start] in (",", word, '"', "”", "''")
    if clause.kind is not Kind.REPORT and not opens or _goes_on_to_tell(sentence, verb):
        return ()
    behind = [placed for placed in actors if verb < placed.start <= verb + _INVERSION]
    before = [placed for placed in actors if clause.start <= placed.start < verb]
    if before or not behind or any(item in PREPOSITIONS for item in sentence.words[verb + 1 : behind[0].start]):
        return ()
    return enumerated(sentence.words, behind[0], [])


def _goes_on_to_tell(sentence: Sentence, verb: int) -> bool:
    """Whether what stands behind a verb of speech is told by whoever is described before it: `Waugh, a former minister, said | the banks must pay`."""
    index = sentence.clause_at(verb)
    clause, behind = sentence.clauses[index], sentence.clauses[index + 1 : index + 2]
    return clause.kind is Kind.RESUMED and clause.end == verb + 1 and [item.kind for item in behind] == [Kind.CONTENT]
