"""What the rest of the article says about a candidate: repeated words, repeated events, inherited dates.

Belongs here: everything across hits and sentences of one article. Does not: one event told in many sentences (transforms.merge does that).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.borders import Kind
from transforms.events.clause_cutting import Clause
from transforms.events.clauses import Sentence
from transforms.events.confidence import MIN_CONFIDENCE, Evidence, is_heading, score
from transforms.events.dating import Dating
from transforms.events.inherit import inherit_dates
from transforms.events.reading import Candidate
from transforms.events.references import refer_back
from transforms.events.status import Status
from transforms.events.verbs import Tense
from transforms.events.vocabulary import word_set
from transforms.temporal import Basis, Interval

_DIGEST_SHARE: Final = 0.4
_DIGEST_SHARE_OF_ALL: Final = 0.13
_DIGEST_VERBS: Final = 4
_NOW: Final = (Tense.PRESENT, Tense.PARTICIPLE, Tense.PROGRESSIVE, Tense.INFINITIVE)
_TOLLS: Final = frozenset({"kill", "die", "drown", "perish", "leave _ dead", "lose _ lives", "lose _ life"})
_NUMBERS: Final = word_set("groups", "numbers")
_COUNT_REACH: Final = 3  # words at the start of a group in which its number stands: "at least twelve people"
_BLASTS: Final = frozenset({"blast", "explosion"})
_STANCES: Final = frozenset({"accusation", "threat"})
_CASES: Final = frozenset({"charge", "arrest", "trial", "verdict", "release"})
_CARRYING_TYPES: Final = frozenset({"publication", "speech"})
_CARRIED_TYPES: Final = frozenset({"peace_plan", "ceasefire"})
_CLAUSE_BREAKS: Final = frozenset({";", "and", "but", "after", "before", "while", "as", "when"})
_CARRY_REACH: Final = 6  # tokens between a verb and the noun of its object
_NO_CARRIER: Final = frozenset({",", "that", "in", "at", "on", "about", "after", "during", "from", "before", "to"})
_STATEMENT_TYPES: Final = frozenset({"speech", "accusation", "demand", "rejection", "threat", "publication"})


def is_digest(candidates: Sequence[Candidate]) -> bool:
    """Whether an article tells its events in the historic present, as chronicles and news digests of a day do.

    Statements do not count: "the minister says" stands in reports of every kind.
    """
    verbs = [
        item.hit.verb
        for item in candidates
        if item.hit.verb is not None
        and _is_specific(item)
        and item.hit.event_type not in _STATEMENT_TYPES
        and not item.sentence.quoted[item.hit.start]
        and not item.sentence.words[-1][-1].isalnum()
    ]
    present = len({id(verb) for verb in verbs if verb.tense is Tense.PRESENT})
    past = len({id(verb) for verb in verbs if verb.tense is Tense.PAST})
    common = present >= max(_DIGEST_VERBS, _DIGEST_SHARE_OF_ALL * len(candidates))
    return common and present >= _DIGEST_SHARE * (present + past)


def _is_specific(item: Candidate) -> bool:
    """Whether somebody named or counted takes part: `the judge either approves or rejects it` tells a custom, not the news of a day."""
    return any(
        not actor.pronoun and (actor.kind != "group" and actor.surface[:1].isupper() or _is_specific_group(actor, role))
        for actor, role in item.roles
    )


def _is_specific_group(actor: ActorMention, role: str) -> bool:
    """Whether a group is of one state and acts, or is counted: `Israeli forces`, `at least 12 people`."""
    if actor.kind != "group":
        return False
    return _is_counted(actor) or actor.surface[:1].isupper() and actor.state is not None and role != "target"


def _read_blasts(candidates: Sequence[Candidate]) -> None:
    """Where an article has told of a bomb, its blasts are attacks."""
    bombed = False
    for item in candidates:
        bombed = bombed or item.hit.event_type == "attack" and "bomb" in item.hit.pattern.lemma
        if bombed and item.hit.event_type == "disaster" and item.hit.pattern.lemma in _BLASTS:
            item.hit = item.hit._replace(event_type="attack")


def judge(candidates: list[Candidate], sayings: Mapping[str, Dating], published: date | None) -> list[Candidate]:
    """Score the candidates, keep one for each type and clause, and drop what only refers back."""
    _read_blasts(candidates)
    inherit_dates(candidates, sayings, published)
    digest = is_digest(candidates)
    refrains: set[tuple[str, str]] = set()
    seen, later, current = set[str](), list[str](), -1
    for item in candidates:
        if item.sentence_index != current:
            current = item.sentence_index
            seen.update(later)
            later.clear()
        if digest and published is not None and _is_told_now(item):
            item.dating = _of_the_day(item, published)
        repeated = item.hit.event_type in seen
        sources = any(role in ("source", "speaker", "participant") for _, role in item.roles)
        evidence = Evidence(
            item.dating is not None and not (repeated and _refers_back(item)),
            len(item.roles),
            sources,
            repeated,
            _is_refrain(item, refrains),
            item.sentence_index,
            item.status,
            digest or item.in_entry,
        )
        item.score = score(item.sentence, item.hit, evidence)
        later.append(item.hit.event_type)
    refer_back(candidates, published)
    kept = _without_repetition(_without_parts(_without_carriers(_one_reading(candidates))))
    _name_befallen(kept)
    return kept


def _of_the_day(item: Candidate, published: date) -> Dating:
    """The day of a digest, for what happened overnight with the one before."""
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    overnight = "overnight" in item.sentence.words[clause.start : clause.end]
    days = Interval.of_days(published - timedelta(days=1), published) if overnight else Interval.of_day(published)
    return Dating(days, Basis.PUBLISHED, None, "told in the present tense of a digest of the day")


def _name_befallen(candidates: Iterable[Candidate]) -> None:
    """Give steps of a case that name nobody, in place, the person of the step told before: `The hearing is set for May`.

    In the same way a disaster that names nothing befell the state of the one told before.
    """
    befallen: dict[str, ActorMention] = {}
    for item in candidates:
        subject = "disaster" if item.hit.event_type == "disaster" else "case" if item.hit.event_type in _CASES else ""
        kind = "state" if subject == "disaster" else "person"
        named = next((actor for actor, role in item.roles if role == "target" and actor.kind == kind), None)
        if named is not None and subject:
            befallen[subject] = named
        if not item.roles and subject in befallen:
            item.roles = [(befallen[subject], "target")]


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
    if item.hit.event_type not in _STANCES or own_date:
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
        if item.hit.verb is None and told and item.hit.event_type not in _CARRYING_TYPES:
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
    """Without deaths that belong to the attack or disaster of their sentence or are that attack, and killings that a disaster did."""
    told: dict[int, set[str]] = {}
    attacks = set[tuple[int, int]]()
    for item in candidates:
        if item.score >= MIN_CONFIDENCE and not _is_toll(item):
            told.setdefault(item.sentence_index, set()).add(item.hit.event_type)
        if item.score >= MIN_CONFIDENCE and item.hit.event_type == "attack":
            attacks.add((item.sentence_index, item.hit.start))
    return [
        item
        for item in candidates
        if not _is_toll(item)
        or not _causes(item) & told.get(item.sentence_index, set())
        and (item.hit.event_type != "death" or (item.sentence_index, item.hit.start) not in attacks)
    ]


def _refers_back(item: Candidate) -> bool:
    """Whether a noun only names again what was told: its date is inherited, which is no evidence of its own then."""
    return (
        item.hit.verb is None and item.dating is not None and item.dating.basis is Basis.INHERITED and not item.in_entry
    )


def _is_toll(item: Candidate) -> bool:
    if item.hit.event_type not in ("death", "attack") or item.hit.pattern.lemma not in _TOLLS:
        return False
    return item.hit.pattern.lemma != "kill" or not any(
        actor.kind == "person" and actor.name[:1].isupper() and not _is_counted(actor) for actor, _ in item.roles
    )


def _is_counted(actor: ActorMention) -> bool:
    """Whether those who are meant are told by their number: `at least 12 people`, `One person`."""
    return any(word[0].isdigit() or word in _NUMBERS for word in actor.surface.lower().split()[:_COUNT_REACH])


def _causes(item: Candidate) -> set[str]:
    return {"attack", "disaster"} - {item.hit.event_type}


def _carries(item: Candidate, noun: Candidate) -> bool:
    if item.hit.event_type not in _CARRYING_TYPES or item.hit.verb is None:
        return False
    if noun.hit.event_type in _CARRIED_TYPES and 0 <= item.hit.start - noun.hit.end <= _CARRY_REACH:
        between = item.sentence.words[noun.hit.end : item.hit.start]
        return _CLAUSE_BREAKS.isdisjoint(between)
    words = item.sentence.words[item.hit.end : noun.hit.start]
    return 0 <= noun.hit.start - item.hit.end <= _CARRY_REACH and _NO_CARRIER.isdisjoint(words)


def _is_told_now(item: Candidate) -> bool:
    """Whether an undated candidate of a digest is told in the present, and not as what went before."""
    if item.dating is not None or item.status not in (Status.HAPPENED, Status.ONGOING):
        return False
    verb = item.hit.verb
    if verb is None and (is_heading(item.sentence) or item.sentence.words[-1][-1].isalnum()):
        return False
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    if verb is None:
        return not _is_of_before(item.sentence, clause)
    if verb.tense in _NOW:
        return True
    if verb.tense is Tense.PAST and clause.kind is Kind.CONTENT:
        return True
    return verb.tense is Tense.PERFECT and item.sentence.words[verb.start] in ("has", "have")


def _is_of_before(sentence: Sentence, clause: Clause) -> bool:
    """Whether the verb of a clause tells what went before: `Waugh was serving a sentence`, `a dispute that had led to clashes`."""
    verb = sentence.first_finite(clause.start, clause.end)
    words = sentence.words[verb : min(clause.end, verb + 2)]
    return words[:1] == ["had"] or words[:1] in (["was"], ["were"]) and words[-1].endswith("ing")


def _without_repetition(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate for each type and sentence: light verb and noun, or two words for one event, are one mention."""
    best: dict[tuple[int, str, Interval | None], Candidate] = {}
    for item in candidates:
        key = (item.sentence_index, item.hit.event_type, item.dating.interval if item.dating else None)
        known = best.get(key)
        if known is None:
            best[key] = item
        elif item.score > known.score:
            item.roles = _joined(item, known)
            best[key] = item
        else:
            known.roles = _joined(known, item)
    dated = {(index, kind) for index, kind, interval in best if interval is not None}
    return [item for key, item in best.items() if key[2] is not None or key[:2] not in dated]


def _joined(item: Candidate, other: Candidate) -> list[tuple[ActorMention, str]]:
    names = {actor.name for actor, _ in item.roles}
    return item.roles + [(actor, role) for actor, role in other.roles if actor.name not in names]
