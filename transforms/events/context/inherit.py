"""Dates that a hit has from another sentence of its article.

Belongs here: which dated mention an undated one may take its day from. Does not: dates of the hit's own sentence (dating/read.py).
Only what the text itself ties together inherits (annotation rule 5: a date of a neighbouring clause of the same happening).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.verbs import Tense
from transforms.events.context.trips import trip_of, trips_of
from transforms.events.dating.read import Dating
from transforms.events.event_kinds import STATEMENTS
from transforms.events.status.statuses import Status
from transforms.events.words.function_words import AT_OCCASIONS, DEFINITE, INDEFINITE_ARTICLES, POSSESSIVES
from transforms.temporal import OF_DAYS, Basis, Interval, Precision
from transforms.vocabulary import word_set

_OCCASIONS: Final = frozenset({"speech", "meeting", "call", "trial", "visit", "protest"})
_OF_THE_DAY: Final = STATEMENTS | {"protest"}
_SAYINGS: Final = STATEMENTS | {"call", "publication", "meeting"}
_DETERMINED: Final = DEFINITE | POSSESSIVES
_AT: Final = frozenset({"at", "during", "in", "after", "following"})
_BESIDE: Final = frozenset({"sidelines", "fringes", "margins"})
_OTHERS: Final = frozenset({"others", "another"})
_WHERE_SAID: Final = word_set("clauses", "said_elsewhere")
_BEFORE_PRESS: Final = frozenset({"conference", "briefing", "briefings", "reporters"})
_BACKGROUND_NOUNS: Final = frozenset({"annual", "previous", "recent", "party"})
_MODIFIERS: Final = 4  # tokens between an occasion and its article
_NEIGHBOURS: Final = 6  # candidates before and behind one that are looked at for a date to share
_FRESH_DAYS: Final = 10  # the news of a report is no older; older dates belong to its background
_BACKGROUND: Final = frozenset({Kind.RELATIVE, Kind.CONTENT, Kind.TEMPORAL, Kind.SUBORDINATE})
_BEFORE_NOW: Final = frozenset(
    {
        "recently",
        "earlier",
        "previously",
        "already",
        "long",
        "once",
        "ago",
        "past",
        "repeatedly",
        "last",
        "initially",
        "originally",
        "formerly",
    }
)
_THEN: Final = frozenset({"when", "after", "before", "since", "until"})
_LEAD_SENTENCES: Final = 4
_TOLD: Final = (Tense.PAST, Tense.PARTICIPLE)


@dataclass(slots=True)
class _Index:
    """The fresh dated candidates of an article, by what undated ones may share with them."""

    occasions: dict[str, Candidate] = field(default_factory=dict)
    events: dict[tuple[str, str], list[Candidate]] = field(default_factory=dict)
    sayings: dict[str, list[Candidate]] = field(default_factory=dict)
    said: list[Candidate] = field(default_factory=list)

    def add(self, item: Candidate) -> None:
        """Note one dated candidate; of several about one event and day only the first."""
        hit = item.hit
        if hit.kind in _OCCASIONS and hit.verb is None:
            self.occasions.setdefault(item.sentence.words[hit.end - 1], item)
        for name in _names(item):
            known = self.events.setdefault((hit.pattern.lemma, name), [])
            if len(known) < 2 and all(_day(other) != _day(item) for other in known):
                known.append(item)
        for name in _doers(item) if hit.kind in _SAYINGS else ():
            self.sayings.setdefault(name, []).append(item)
        if hit.kind in _SAYINGS:
            self.said.append(item)


def inherit_dates(candidates: Sequence[Candidate], sayings: Mapping[str, Dating], published: date | None) -> None:
    """Date undated candidates, in place, by the first rule that finds a dated one to follow."""
    index = _Index()
    for item in candidates:
        if item.dating is not None and item.status is not Status.PLANNED and _is_fresh(item.dating, published):
            index.add(item)
    earlier = _agreed_occasions(item for item in candidates if item.status is Status.HAPPENED)
    planned = _agreed_occasions(item for item in candidates if item.status is Status.PLANNED)
    on_a_day = [item for item in index.said if item.dating and item.dating.interval.precision is Precision.DAY]
    days = {_day(item) for item in on_a_day}
    of_the_day = on_a_day[0] if len(days) == 1 and on_a_day[0].sentence_index < _LEAD_SENTENCES else None
    trips = trips_of(candidates)
    spoken = {day.interval for day in sayings.values()}
    day_of_lead = next(iter(sayings.values())) if len(spoken) == 1 and len(days) < 2 else None
    for item in candidates:
        if item.dating is None and item.status is Status.PLANNED:
            source = _occasion(item, planned) or trip_of(item, trips)
            item.dating = inherited(source) if source is not None else None
        if item.dating is None and item.status is Status.HAPPENED and not is_earlier(item):
            source = _occasion(item, index.occasions) or _same_event(item, index) or _occasion(item, earlier)
            elsewhere = _has_own_occasion(item, index)
            if source is None and not elsewhere and _is_told_in_turn(item):
                source = _same_speaker(item, index) or _day_of_report(item, of_the_day)
            if source is not None:
                item.dating = inherited(source)
            elif not elsewhere:
                item.dating = _from_saying(item, sayings) or _held_that_day(item, day_of_lead)
    _share_dates(candidates)
    for item in candidates:
        if published is not None and _is_inherited_from_ahead(item, published):
            item.dating = None


def _is_inherited_from_ahead(item: Candidate, published: date) -> bool:
    """Whether what happened got a day to come from others: the visit before the one that is planned."""
    dating = item.dating
    if dating is None or dating.basis is not Basis.INHERITED or item.status is not Status.HAPPENED:
        return False
    return dating.interval.start > published


def _share_dates(candidates: Sequence[Candidate]) -> None:
    """Date, in place, undated candidates by a dated neighbour: the occasion of a statement, and further cases of one happening."""
    for index, item in enumerate(candidates):
        if item.dating is None and item.status is Status.HAPPENED:
            near = candidates[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS]
            source = next((other for other in near if other.dating is not None and _shares_day(item, other)), None)
            item.dating = inherited(source) if source is not None else None


def _shares_day(item: Candidate, other: Candidate) -> bool:
    return _is_occasion_of(item, other) or _is_occasion_of(other, item) or _is_further(item, other)


def _is_occasion_of(noun: Candidate, statement: Candidate) -> bool:
    """Whether a noun is the occasion of a statement in its clause: `In an address to parliament, he blasted the law`."""
    words, hit = noun.sentence.words, noun.hit
    if hit.verb is not None or hit.kind not in _OCCASIONS or statement.sentence is not noun.sentence:
        return False
    if statement.hit.kind not in STATEMENTS or statement.hit.verb is None:
        return False
    opening = next(
        (at for at in range(hit.start - 1, max(-1, hit.start - 4), -1) if words[at] in INDEFINITE_ARTICLES), 0
    )
    return opening > 0 and words[opening - 1] in AT_OCCASIONS and _is_told_in_turn(statement)


def _is_further(item: Candidate, other: Candidate) -> bool:
    """Whether a hit tells further cases of the dated happening before it: `The court jailed four men in May. Eight others were acquitted`."""
    if other.hit.event_type != item.hit.event_type or other.status is not Status.HAPPENED:
        return False
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    further = not _OTHERS.isdisjoint(item.sentence.words[clause.start : item.hit.start])
    return further and 0 <= item.sentence_index - other.sentence_index <= 2


def is_earlier(item: Candidate) -> bool:
    """Whether a hit's clause says that it was before the news of the day: `had already been found guilty`, `recently resigned`."""
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    words = item.sentence.words[clause.start : clause.end]
    return item.hit.verb is not None and words[0] == "since" or not _BEFORE_NOW.isdisjoint(words)


def _is_told_in_turn(item: Candidate) -> bool:
    """Whether a hit stands in the main line of the report, not in its background: no relative or content clause."""
    clauses, at = item.sentence.clauses, item.sentence.clause_at(item.hit.start)
    if at and clauses[0].kind in _BACKGROUND | {Kind.SIMULTANEOUS} and item.sentence.words[0] in _THEN:
        return False
    while at and clauses[at].kind is Kind.COORDINATE:
        at -= 1
    return clauses[at].kind not in _BACKGROUND


def _is_fresh(dating: Dating, published: date | None) -> bool:
    precise = _is_narrow(dating.interval)
    return precise and (published is None or abs((published - dating.interval.start).days) <= _FRESH_DAYS)


def _is_narrow(days: Interval) -> bool:
    """Whether days are a part of a week or month, such as those of `this week` up to publication."""
    if days.precision in OF_DAYS:
        return True
    whole = {
        Precision.WEEK: Interval.of_week(days.start),
        Precision.MONTH: Interval.of_month(days.start.year, days.start.month),
    }
    unit = whole.get(days.precision)
    return unit is not None and days.n_days < unit.n_days


def _day(item: Candidate) -> Interval | None:
    return item.dating.interval if item.dating else None


def inherited(source: Candidate) -> Dating:
    """The dating of a candidate that has it from another one."""
    assert source.dating is not None
    words = " ".join(source.sentence.raw[source.hit.start : source.hit.end])
    day = source.dating
    return Dating(day.interval, Basis.INHERITED, day.expression, f"as {words!r} elsewhere in the article: {day.reason}")


def _agreed_occasions(candidates: Iterable[Candidate]) -> dict[str, Candidate]:
    """The occasions whose dated mentions all agree on the days, by the noun that names them."""
    found: dict[str, Candidate] = {}
    disputed = set[str]()
    for item in candidates:
        if item.hit.verb is not None or item.hit.kind not in _OCCASIONS or item.dating is None:
            continue
        first = found.setdefault(item.sentence.words[item.hit.end - 1], item)
        if not _is_narrow(item.dating.interval) or _day(first) != _day(item):
            disputed.add(item.sentence.words[item.hit.end - 1])
    return {word: item for word, item in found.items() if word not in disputed}


def _occasion(item: Candidate, occasions: Mapping[str, Candidate]) -> Candidate | None:
    """The dated occasion that the hit's clause names again: `apologised during the hearing`."""
    if occasions.keys().isdisjoint(item.sentence.vocabulary):
        return None
    words = item.sentence.words
    clauses, index_of = item.sentence.clauses, item.sentence.clause_at(item.hit.start)
    first = 0 if clauses[index_of].kind in (Kind.COORDINATE, Kind.RESUMED) else clauses[index_of].start
    for at in range(max(first, 2), min(clauses[index_of].end + 6, len(words))):
        other = occasions.get(words[at])
        if other is None or other.sentence is item.sentence or item.hit.start <= at < item.hit.end:
            continue
        opening = next((back for back in range(at - 1, max(0, at - _MODIFIERS), -1) if words[back] in _DETERMINED), 0)
        beside = opening > 1 and words[opening - 1] == "of" and words[opening - 2] in _BESIDE
        if opening and (words[opening - 1] in _AT or beside):
            return other
    return None


def _same_event(item: Candidate, index: _Index) -> Candidate | None:
    """A dated mention by the same word with a common actor, when all such mentions agree on the day."""
    if item.hit.kind in STATEMENTS:
        return None
    same = [other for name in _names(item) for other in index.events.get((item.hit.pattern.lemma, name), ())]
    if _is_told_in_present(item):  # "Malta expels two envoys after Norway expelled two on Monday"
        same = [other for other in same if other.hit.verb is None or other.hit.verb.tense is not Tense.PAST]
    return same[0] if len({_day(other) for other in same}) == 1 else None


def _is_told_in_present(item: Candidate) -> bool:
    """Whether a full sentence, and no headline, tells something in the present."""
    verb = item.hit.verb
    return verb is not None and verb.tense is Tense.PRESENT and not item.sentence.words[-1][-1].isalnum()


def _same_speaker(item: Candidate, index: _Index) -> Candidate | None:
    """The last dated statement of the same speaker, else one of the lead: what a report of a speech quotes was said there."""
    if item.hit.kind not in STATEMENTS or (item.hit.verb is not None and item.hit.verb.tense not in _TOLD):
        return None
    for name in _speakers(item):
        said = index.sayings.get(name, [])
        earlier = bisect_left(said, item.sentence_index, key=lambda other: other.sentence_index)
        if earlier:
            return said[earlier - 1]
        if said and said[0].sentence is not item.sentence and said[0].sentence_index < _LEAD_SENTENCES:
            return said[0]
    return None


def _has_own_occasion(item: Candidate, index: _Index) -> bool:
    """Whether a statement was made on an occasion that the article does not date: `criticised in the phone call`, `wrote in a letter`."""
    words = item.sentence.words
    if _WHERE_SAID.isdisjoint(item.sentence.vocabulary):
        return False
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    return any(
        words[at] in _WHERE_SAID
        and words[at] not in index.occasions
        and not _AT.isdisjoint(words[max(0, at - _MODIFIERS) : at])
        for at in range(clause.start, clause.end)
    )


def _from_saying(item: Candidate, sayings: Mapping[str, Dating]) -> Dating | None:
    """The day on which the lead says the same speaker spoke, for what stands in the main line of the report."""
    told = item.hit.verb is None or item.hit.verb.tense in _TOLD
    if item.hit.kind not in STATEMENTS or not told or not _is_told_in_turn(item):
        return None
    day = next((sayings[name] for name in _speakers(item) if name in sayings), None)
    return day and Dating(day.interval, Basis.INHERITED, day.expression, f"spoke then, the lead says: {day.reason}")


def _held_that_day(item: Candidate, day: Dating | None) -> Dating | None:
    """The day of the lead for an occasion of the report: `At a news conference, she stressed ...`, `she told a briefing`."""
    words, start = item.sentence.words, item.hit.start
    opens = 2 <= start <= _MODIFIERS and words[0] in _AT and words[1] in INDEFINITE_ARTICLES
    opens = opens and item.hit.kind in _OCCASIONS and item.hit.verb is None
    if day is None or not opens and not _is_told_to_press(item):
        return None
    return Dating(day.interval, Basis.INHERITED, day.expression, f"on the day of the report: {day.reason}")


def _is_told_to_press(item: Candidate) -> bool:
    """Whether something is said where reporters listen, so that it is news of the day: `told a news conference`, `said in a briefing`."""
    hit, sentence = item.hit, item.sentence
    if hit.kind != "speech" or hit.verb is not None and hit.verb.tense not in _TOLD:
        return False
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    if clause.kind in _BACKGROUND or not _BEFORE_NOW.isdisjoint(sentence.words[clause.start : clause.end]):
        return False
    at = next((at for at in range(hit.start, clause.end) if sentence.words[at] in _BEFORE_PRESS), -1)
    if hit.verb is None and _AT.isdisjoint(sentence.words[max(0, at - _MODIFIERS) : at]):
        return False  # "gave the president's daily briefing"
    return at >= 0 and sentence.words[at - 1] not in _BACKGROUND_NOUNS


def _day_of_report(item: Candidate, of_the_day: Candidate | None) -> Candidate | None:
    """The one day that a short report is about: where all its fresh sayings agree, its plain past statements and protests are of that day."""
    if item.hit.kind not in _OF_THE_DAY or item.hit.verb is None or item.hit.verb.tense is not Tense.PAST:
        return None
    return of_the_day


def _names(item: Candidate) -> list[str]:
    """The names of a hit's actors, each once, in the order of their roles: which of two dated mentions is followed must not be chance."""
    return list(dict.fromkeys(actor.name for actor, _ in item.roles))


def _doers(item: Candidate) -> set[str]:
    return {actor.name for actor, role in item.roles if role != "target"}


def _speakers(item: Candidate) -> list[str]:
    return [actor.name for actor, role in item.roles if role in ("source", "speaker")]
