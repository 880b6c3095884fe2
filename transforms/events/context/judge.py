"""What the rest of the article says about a candidate: repeated words, repeated events, inherited dates.

Belongs here: everything across hits and sentences of one article. Does not: one event told in many sentences (transforms.merge does that).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.candidate import Candidate
from transforms.events.clauses.verbs import Tense
from transforms.events.context.announced import carry_plans
from transforms.events.context.blasts import has_named_victim, read_blasts
from transforms.events.context.digest import (
    happens_now,
    is_background,
    is_digest,
    is_present_before,
    is_told_now,
    looks_back,
    of_the_day,
)
from transforms.events.context.doubles import (
    without_announcements,
    without_calls_again,
    without_doubles,
    without_grounds,
    without_objects,
)
from transforms.events.context.headlines import is_headline_alone
from transforms.events.context.inherit import inherit_dates
from transforms.events.context.named_years import with_days_of_named_years
from transforms.events.context.overnight import is_overnight, night_before
from transforms.events.context.references import refer_back
from transforms.events.context.tellings import number_tellings
from transforms.events.dating.read import Dating
from transforms.events.event_kinds import CAUSES_OF_DEATH
from transforms.events.roles.read import DOING
from transforms.events.status.confidence import MIN_CONFIDENCE, Evidence, is_heading, score
from transforms.events.status.statuses import Status
from transforms.temporal import Basis, Interval
from transforms.vocabulary import word_set

_TOLLS: Final = frozenset({"kill", "die", "drown", "perish", "leave _ dead", "lose _ lives", "lose _ life"})
_HARMS: Final = frozenset({"kill", "injure", "wound"})
_HURTS: Final = frozenset({"injure", "hurt"})
_WIDE: Final = word_set("clauses", "wide")
_STANCES: Final = frozenset({"accusation", "threat"})
_OF_SEVERAL: Final = frozenset({"one", "another", "others", "both", "each", "two", "three", "some", "none"})
_SENTENCING: Final = frozenset({"sentence", "resentence"})
_CONVICTING: Final = frozenset({"convict", "conviction", "find guilty", "find _ guilty"})
_CASES: Final = frozenset({"charge", "arrest", "trial", "verdict", "release"})
_CARRYING_TYPES: Final = frozenset({"publication", "speech"})
_HEARD: Final = frozenset({"tell", "address", "assure"})  # whose object only hears it: "told a rally"
_CARRIED_TYPES: Final = frozenset({"peace_plan", "ceasefire"})
_CLAUSE_BREAKS: Final = frozenset({";", "and", "but", "after", "before", "while", "as", "when"})
_AHEAD_AND_BEHIND: Final = {Status.PLANNED: Status.HAPPENED, Status.HAPPENED: Status.PLANNED}
_ONE_BY_ONE: Final = frozenset(
    {"appointment", "meeting", "resignation", "visit"}
)  # who did it once may do it again: not "agreed to buy"
_CARRY_REACH: Final = 6  # tokens between a verb and the noun of its object
_NO_CARRIER: Final = frozenset({",", "that", "in", "at", "on", "about", "after", "during", "from", "before", "to"})


def judge(
    candidates: list[Candidate],
    sayings: Mapping[str, Dating],
    published: date | None,
    title: str = "",
    n_headers: int = 0,
    text: str = "",
) -> list[Candidate]:
    """Score the candidates, keep one for each type and clause, and drop what only refers back; the lead comes behind `n_headers` sentences."""
    digest = is_digest(candidates, title, published)
    of_one_day = digest and not looks_back(candidates, title, text, published)
    if digest:  # the topics over its items have years, too: "2025 Hilltop school kidnapping"
        candidates = [item for item in candidates if not is_heading(item.sentence)]
    read_blasts(candidates, digest=digest)
    candidates = with_days_of_named_years(candidates)
    inherit_dates(candidates, sayings, published)
    if not digest:
        carry_plans(candidates)
    headline = is_headline_alone(text)
    refrains: set[tuple[str, str]] = set()
    seen, later, current = set[str](), list[str](), -1
    for item in candidates:
        if item.sentence_index != current:
            current = item.sentence_index
            seen.update(later)
            later.clear()
        told_now = _date_by_now(item, published, digest=of_one_day)
        repeated = item.hit.event_type in seen
        evidence = Evidence(
            is_dated=told_now or item.dating is not None and not (repeated and _refers_back(item)),
            n_actors=len(item.roles) + item.is_located,
            has_source=any(role in DOING for _, role in item.roles),
            is_by_state=any(role == "source" and actor.kind == "state" for actor, role in item.roles),
            is_repeated=repeated,
            is_refrain=_is_refrain(item, refrains),
            sentence_index=item.sentence_index - n_headers,
            status=item.status,
            is_digest=digest or item.in_entry,
            is_headline=headline,
        )
        item.score = score(item.sentence, item.hit, evidence)
        later.append(item.hit.event_type)
    refer_back(candidates, published)
    return _told_once(candidates, digest=digest)


def _told_once(candidates: list[Candidate], *, digest: bool) -> list[Candidate]:
    """One candidate for each event of a clause, those of a case with whom it befell."""
    read = without_grounds(without_announcements(without_doubles(without_objects(_one_reading(candidates)))))
    read = without_calls_again(read)
    kept = _without_repetition(_without_parts(_without_carriers(read)))
    _name_befallen(kept, digest=digest)
    return kept


def _date_by_now(item: Candidate, published: date | None, *, digest: bool) -> bool:
    """Date what happened overnight, and in a digest what it tells of its day; whether the digest does."""
    if digest and happens_now(item):
        item.status = Status.HAPPENED
    if item.dating is None and published is not None and item.status is Status.HAPPENED and is_overnight(item):
        item.dating = night_before(published)
    if digest and published is not None and is_present_before(item, published):
        item.dating = None
    told_now = digest and published is not None and is_told_now(item)
    if told_now and published is not None and not is_background(item):
        item.dating = of_the_day(published)
    return told_now


def _name_befallen(candidates: Iterable[Candidate], *, digest: bool) -> None:
    """Give steps of a case that name nobody, in place, the person of the step told before: `The hearing is set for May`.

    In the same way a disaster that names nothing befell the state of the one told before, but for a digest, whose items are of one place after the other.
    """
    befallen: dict[str, ActorMention] = {}
    for item in candidates:
        subject = "disaster" if item.hit.kind == "disaster" else "case" if item.hit.kind in _CASES else ""
        kind = "state" if subject == "disaster" else "person"
        named = next((actor for actor, role in item.roles if role == "target" and actor.kind == kind), None)
        if named is not None and subject:
            befallen[subject] = named
        of_others = _is_of_one(item) or digest and subject == "disaster"
        if not item.roles and subject in befallen and not of_others:
            item.roles = [(befallen[subject], "target")]


def _is_of_one(item: Candidate) -> bool:
    """Whether the subject of a step is one of several whom the text leaves without a name: `One was charged with theft`."""
    verb = item.hit.verb
    return verb is not None and verb.start > 0 and item.sentence.words[verb.start - 1] in _OF_SEVERAL


def _one_reading(candidates: list[Candidate]) -> list[Candidate]:
    """The likeliest reading of each word as each type: "kidnapping" may be verb and noun, but is one event."""
    best: dict[tuple[int, str, int], Candidate] = {}
    for item in candidates:
        key = (item.sentence_index, item.hit.event_type, item.hit.start)
        if key not in best or item.score > best[key].score:
            best[key] = item
    return list(best.values())


def _is_refrain(item: Candidate, refrains: set[tuple[str, str]]) -> bool:
    """Whether an undated accusation repeats one by the same speaker: what somebody keeps saying is one stance, not many events."""
    own_date = item.dating is not None and item.dating.basis is not Basis.INHERITED
    if item.hit.kind not in _STANCES or own_date:
        return False
    keys = {(item.hit.event_type, actor.name) for actor, role in item.roles if role in ("source", "speaker")}
    known = not keys.isdisjoint(refrains)
    refrains.update(keys)
    return known


def _without_carriers(candidates: list[Candidate]) -> list[Candidate]:
    """Without verbs that only carry another event: who publishes a peace plan or announces a ceasefire makes that event, not two.

    The carried event keeps the date of its verb where it has none itself.
    """
    nouns: dict[int, list[Candidate]] = {}
    for item in candidates:
        told = item.score >= MIN_CONFIDENCE
        if item.hit.verb is None and told and item.hit.kind not in _CARRYING_TYPES:
            nouns.setdefault(item.sentence_index, []).append(item)
    kept = []
    for item in candidates:
        carried = [
            noun for noun in nouns.get(item.sentence_index, ()) if _carries(item, noun) and _same_day(item, noun)
        ]
        if not carried:
            kept.append(item)
        for noun in carried:
            noun.dating = noun.dating or item.dating
    return kept


def _same_day(item: Candidate, other: Candidate) -> bool:
    """Whether two candidates can be of one day: last week's summary of a call of last year is no part of the call."""
    return item.dating is None or other.dating is None or item.dating.interval == other.dating.interval


def _without_parts(candidates: list[Candidate]) -> list[Candidate]:
    """Without deaths that belong to the attack or disaster of their sentence or are that attack, and killings that a disaster did.

    Whom they befell they leave to that attack or disaster.
    """
    told: dict[int, list[Candidate]] = {}
    attacks = set[tuple[int, int]]()
    named = set[tuple[int, int]]()  # sentences and clauses that only name a cause: "who died in the earthquake"
    for item in candidates:
        if item.score >= MIN_CONFIDENCE and not _is_toll(item):
            told.setdefault(item.sentence_index, []).append(item)
        elif item.hit.verb is None and item.hit.kind in CAUSES_OF_DEATH and item.hit.pattern.lemma not in _WIDE:
            named.add(_clause_of(item))
        if item.score >= MIN_CONFIDENCE and item.hit.kind == "attack":
            attacks.add((item.sentence_index, item.hit.start))
    kept = []
    for item in candidates:
        others = told.get(item.sentence_index, [])
        if not _is_toll(item) and not _is_only_hurt(item, others):
            kept.append(item)
            continue
        causes = [other for other in others if other.hit.kind in _causes(item)]
        if causes:
            _leave_victims(item, causes)
        elif item.hit.kind != "death" or (
            (item.sentence_index, item.hit.start) not in attacks and _clause_of(item) not in named
        ):
            kept.append(item)
    return kept


def _clause_of(item: Candidate) -> tuple[int, int]:
    return item.sentence_index, item.sentence.clause_at(item.hit.start)


def _leave_victims(toll: Candidate, causes: Sequence[Candidate]) -> None:
    """Name those whom a toll tells of as those whom the nearest of its causes befell, in place, if that names nobody: `Anna Borg died in a crash`."""
    nearest = min(causes, key=lambda item: abs(item.hit.start - toll.hit.start))
    if toll.score < MIN_CONFIDENCE or any(role == "target" and actor.kind != "state" for actor, role in nearest.roles):
        return
    if abs(_clause_of(nearest)[1] - _clause_of(toll)[1]) > 1:
        return
    known = {actor.name for actor, _ in nearest.roles}
    nearest.roles += [
        (actor, role)
        for actor, role in toll.roles
        if role == "target" and actor.kind in ("person", "group") and actor.name not in known
    ]


def _refers_back(item: Candidate) -> bool:
    """Whether a noun only names again what was told: its date is inherited, which is no evidence of its own then."""
    return (
        item.hit.verb is None and item.dating is not None and item.dating.basis is Basis.INHERITED and not item.in_entry
    )


def _is_toll(item: Candidate) -> bool:
    if item.hit.kind not in ("death", "attack") or item.hit.pattern.lemma not in _TOLLS:
        return False
    return item.hit.pattern.lemma != "kill" or not has_named_victim(item)


def _is_only_hurt(item: Candidate, told: Sequence[Candidate]) -> bool:
    """Whether a sentence that tells of no other attack says who was hurt: `Ten people were injured when a bus overturned`."""
    if item.hit.kind != "attack" or item.hit.pattern.lemma not in _HURTS:
        return False
    return all(other.hit.kind != "attack" or other.hit.pattern.lemma in _HURTS for other in told)


def _causes(item: Candidate) -> frozenset[str]:
    return CAUSES_OF_DEATH - {item.hit.kind}


def _carries(item: Candidate, noun: Candidate) -> bool:
    if item.hit.kind not in _CARRYING_TYPES or item.hit.verb is None or item.hit.pattern.lemma in _HEARD:
        return False
    if noun.hit.kind in _CARRIED_TYPES and 0 <= item.hit.start - noun.hit.end <= _CARRY_REACH:
        between = item.sentence.words[noun.hit.end : item.hit.start]
        return _CLAUSE_BREAKS.isdisjoint(between)
    words = item.sentence.words[item.hit.end : noun.hit.start]
    if item.hit.kind == "publication" and noun.hit.kind not in _CARRIED_TYPES and "of" in words:
        return False  # "released the minutes of its meeting"
    return 0 <= noun.hit.start - item.hit.end <= _CARRY_REACH and _NO_CARRIER.isdisjoint(words)


def _without_repetition(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate for each type and sentence: light verb and noun, or two words for one event, are one mention."""
    best: dict[tuple[int, str, int, Interval | None], Candidate] = {}
    for item, telling in zip(candidates, number_tellings(candidates), strict=True):
        key = (item.sentence_index, item.hit.event_type, telling, item.dating.interval if item.dating else None)
        known = best.get(key)
        if known is None:
            best[key] = item
        elif _is_better(item, known):
            item.roles = _joined(item, known)
            best[key] = item
        else:
            known.roles = _joined(known, item)
    dated: dict[tuple[int, str, int], list[Candidate]] = {}
    for key, item in best.items():
        if key[3] is not None:
            dated.setdefault(key[:3], []).append(item)
    kept = []
    for key, item in best.items():
        others = dated.get(key[:3], [])
        if key[3] is not None or not others or _is_another(item, others):
            kept.append(item)
        elif len(others) == 1 and _tells_victims(item):
            others[0].roles = _joined(others[0], item)
    return kept


def _is_another(item: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether an undated verb tells of one more event, for it lies ahead of the dated ones of its sentence or behind them: `Borg, hired in 1979, | will replace | Vella`."""
    if (
        item.hit.pattern.lemma in _SENTENCING and item.hit.verb is not None
    ):  # "was sentenced after his conviction in May"
        first = min(other.hit.start for other in others)
        return item.hit.start < first and all(other.hit.pattern.lemma in _CONVICTING for other in others)
    beside = _AHEAD_AND_BEHIND.get(item.status)
    if beside is None or item.hit.kind not in _ONE_BY_ONE:
        return False
    if item.hit.verb is None or item.hit.verb.tense in (Tense.INFINITIVE, Tense.PARTICIPLE):
        return False
    clause = item.sentence.clause_at(item.hit.start)
    return all(
        other.hit.verb is not None and other.status is beside and other.sentence.clause_at(other.hit.start) != clause
        for other in others
    )


def _tells_victims(item: Candidate) -> bool:
    """Whether a participle only says whom an attack hurt: `said rebels attacked a hotel on Monday, killing ten people`."""
    hit = item.hit
    if hit.kind != "attack" or hit.verb is None or hit.verb.tense is not Tense.PARTICIPLE:
        return False
    return hit.pattern.lemma in _HARMS and item.sentence.words[hit.start - 1 : hit.start] == [","]


def _is_better(item: Candidate, other: Candidate) -> bool:
    """Whether an item is the likelier mention: of two verbs one that is only thought of gives way to one that took place: `agreed to buy`."""
    thought = item.status is Status.HYPOTHETICAL, other.status is Status.HYPOTHETICAL
    if thought[0] is thought[1] or item.hit.verb is None or other.hit.verb is None:
        return item.score > other.score
    return thought[1]


def _joined(item: Candidate, other: Candidate) -> list[tuple[ActorMention, str]]:
    """The roles of one of two words for an event with those that only the other tells; who has attacked is told by one alone: `NATO's strikes broke an assault by rebels`.

    A noun that is only mentioned tells none: `sold its mine to Vella, | sources familiar with the deal | said`.
    """
    if other.hit.verb is None and other.status is Status.HYPOTHETICAL:
        return item.roles
    names = {actor.name for actor, _ in item.roles}
    done = item.hit.kind == "attack" and any(role == "source" for _, role in item.roles)
    told = [(actor, role) for actor, role in other.roles if not (done and role == "source")]
    return item.roles + [(actor, role) for actor, role in told if actor.name not in names]
