"""Say whom "he", "her" and "they" mean.

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
    quoted: bool


def antecedent(word: str, sentence: int, quoted: bool, candidates: list[Candidate]) -> Referent | None:
    """Whom a pronoun means: a subject before it in its sentence, else the previous sentence's subject, else the nearest one that fits.

    Inside a quotation only what is said in quotations counts: "he" there is hardly the one who speaks.
    """
    wanted = PRONOUNS[word]
    fitting = [
        c for c in candidates if c.sentence >= sentence - 1 and _fits(c.referent, wanted) and (c.quoted or not quoted)
    ]
    here = [c for c in fitting if c.sentence == sentence]
    before = [c for c in fitting if c.sentence < sentence]
    if wanted == "thing":
        here, before = [c for c in here if c.subject], [c for c in before if c.subject]
    for choice in ([c for c in here if c.subject], [c for c in before if c.subject][:1], here, before):
        if choice:
            return choice[-1].referent
    return None


def _fits(referent: Referent, wanted: str) -> bool:
    if wanted == "plural":
        return referent.kind == "group"
    if wanted == "thing":
        return referent.kind in ("organisation", "state")
    return referent.kind == "person" and referent.gender in (None, wanted)
