"""Say whom "he", "she" and "they" mean.

Belongs here: pronouns within the same and the previous sentence. Does not: names and noun groups (coreference.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.events.actors.coreference import Referent
from transforms.events.actors.lexicon import PRONOUNS


@dataclass(slots=True)
class Candidate:
    """A mention that a later pronoun may mean."""

    referent: Referent
    sentence: int
    subject: bool


def antecedent(word: str, sentence: int, candidates: list[Candidate]) -> Referent | None:
    """Whom a pronoun means: a subject before it in its sentence, else the previous sentence's subject, else the nearest one that fits."""
    wanted = PRONOUNS[word]
    fitting = [c for c in candidates if c.sentence >= sentence - 1 and _fits(c.referent, wanted)]
    for choice in (
        [c for c in fitting if c.subject and c.sentence == sentence],
        [c for c in fitting if c.subject],
        fitting,
    ):
        if choice:
            return choice[-1].referent
    return None


def _fits(referent: Referent, wanted: str) -> bool:
    if wanted == "plural":
        return referent.kind == "group"
    return referent.kind == "person" and referent.gender in (None, wanted)
