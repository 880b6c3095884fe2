"""What happened overnight: in the night before publication.

Belongs here: whether "overnight" tells when a hit was, and the days that this means. Does not: nights with a day of their own, which are dates (transforms/temporal).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.dating.read import Dating
from transforms.events.words.function_words import COORDINATORS, PREPOSITIONS
from transforms.temporal import Basis, Interval

_GROUP: Final = 5  # tokens of a noun group before its noun: `an overnight Russian drone attack`


def is_overnight(item: Candidate) -> bool:
    """Whether the clause of a hit says that it was overnight: as an adverb, or before the noun that names it; `overnight rates` have no night."""
    words, hit = item.sentence.words, item.hit
    if "overnight" not in item.sentence.vocabulary:
        return False
    clause = item.sentence.clauses[item.sentence.clause_at(hit.start)]
    for at in range(clause.start, clause.end):
        if words[at] != "overnight":
            continue
        behind = words[at + 1] if at + 1 < len(words) else "."
        ends = not behind[:1].isalnum() or behind in PREPOSITIONS or behind in COORDINATORS
        opens = at == clause.start and item.sentence.raw[at][:1].isupper() and hit.start != at + 1
        if ends or opens or hit.verb is None and 0 < hit.start - at <= _GROUP:
            return True
    return False


def night_before(published: date) -> Dating:
    """The day of publication with the one before."""
    days = Interval.of_days(published - timedelta(days=1), published)
    return Dating(days, Basis.RELATIVE, None, "overnight, in the night before publication")
