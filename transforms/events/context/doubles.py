"""One word that triggers read as several types, of which one is meant, and words that only tell of what another announces or charges.

Belongs here: which type of the same word gives way to which, and which word to another. Does not: several words of one type for one event (judge.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.clauses.borders import Kind
from transforms.events.status.confidence import MIN_CONFIDENCE
from transforms.events.status.statuses import Status
from transforms.events.triggers.needed_words import completing_word
from transforms.events.words.function_words import COORDINATORS
from transforms.temporal import Basis
from transforms.vocabulary import word_set

# What gives way, by the type that is meant where a word can be both.
_GIVES_WAY: Final[Mapping[str, frozenset[str]]] = {
    "attack": frozenset({"disaster", "protest"}),  # "a drone struck a building"
    "arrest": frozenset({"attack"}),
    "diplomatic_break": frozenset(
        {"resignation", "protest", "rejection", "meeting", "speech", "demand"}
    ),  # "expelled the ambassador"
    "appointment": frozenset({"election"}),  # "was elected by parliament"
    "verdict": frozenset({"legislation", "demand", "accusation"}),  # "the judge ordered him to leave"
    "charge": frozenset({"accusation", "demand"}),  # "ordered them to stand trial"
    "agreement": frozenset({"speech"}),
    "publication": frozenset({"speech", "legislation"}),
    "sanction": frozenset({"speech", "appointment", "aid"}),
    "legislation": frozenset({"aid", "demand"}),  # "the regulator ordered airlines to stop flights"
    "peace_plan": frozenset({"publication", "speech", "aid"}),  # "unveiled a road map to peace"
    "aid": frozenset({"speech"}),  # "announced a grant of 5 million euros"
    "demand": frozenset({"speech", "threat"}),  # "warned them to stay away"
    "call": frozenset({"demand", "speech"}),  # "a call with analysts planned for Friday"
    "election": frozenset({"withdrawal"}),  # "lost control of the House"
}
_COMPLETED: Final[Mapping[str, frozenset[str]]] = {
    "sanction": frozenset({"legislation"})
}  # "extended its ban on imports"
_NOT_DONE: Final = frozenset({Status.HYPOTHETICAL, Status.PLANNED})
_AGREEING: Final = frozenset({"agree", "agreed", "agrees"})  # what is agreed is decided: "agreed to extend sanctions"
_VOTING: Final = word_set("clauses", "voting")
_VOTING_REACH: Final = 6  # tokens beside a verb in which stands the body that votes
_ALSO_VOTES: Final = frozenset({"election", "rejection"})
_WHOLE: Final = frozenset({"congress", "knesset", "legislature", "parliament"})  # of which a bill that passed is law
_PACTS: Final = word_set("clauses", "pacts")
_LAWS: Final = frozenset({"act", "decree", "law", "laws"})
_TRADED: Final = word_set("clauses", "traded")
_ACCUSATIONS: Final = frozenset({"accusation", "charge"})  # "a lawsuit accusing Malta" is read as either
_ACCUSING: Final = frozenset({"accuse", "accused", "accuses"})
_STATING_CASE: Final = frozenset({"accusing", "alleging", "charging", "claiming"})
_BY_OBJECT: Final = frozenset({"sanction", "vote"})
_SPOKEN_OF: Final = frozenset({"discuss", "confer on"})  # which tell what was talked about, on the phone as at a table
_TALKS: Final = frozenset({"call", "meeting", "visit"})
_REACH: Final = 8  # tokens behind a word in which stands what it is done to


def without_objects(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without nouns that only complete a verb of their type, whose status and date count: `decided on Friday to lift sanctions`."""
    completed = {
        (item.sentence_index, at, kind)
        for item in candidates
        if item.hit.verb is not None
        and item.hit.verb.governor not in _AGREEING
        and (item.score >= MIN_CONFIDENCE or item.status in _NOT_DONE)
        and (at := completing_word(item.sentence, item.hit.end, item.hit.pattern)) >= 0
        for kind in (item.hit.event_type, *_COMPLETED.get(item.hit.event_type, ()))
    }
    if not completed:
        return list(candidates)
    return [
        item
        for item in candidates
        if item.hit.verb is not None or (item.sentence_index, item.hit.end - 1, item.hit.event_type) not in completed
    ]


def without_doubles(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without the types of a word that give way to another type of it."""
    read: dict[tuple[int, int], list[Candidate]] = {}
    for item in candidates:
        if item.score >= MIN_CONFIDENCE:
            read.setdefault((item.sentence_index, item.hit.start), []).append(item)
    given = {key: _giving_way(items) for key, items in read.items() if len(items) > 1}
    if not given:
        return list(candidates)
    return [
        item for item in candidates if item.hit.event_type not in given.get((item.sentence_index, item.hit.start), ())
    ]


def without_announcements(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without announcements of what is an event itself: `Malta announced that it will send troops`, `announced the arrest of two men`."""
    told: dict[int, list[Candidate]] = {}
    for item in candidates:
        if item.score >= MIN_CONFIDENCE and item.status is not Status.HYPOTHETICAL and item.hit.kind != "speech":
            told.setdefault(item.sentence_index, []).append(item)
    return [
        item
        for item in candidates
        if not _is_announcement(item)
        or not any(_is_announced(item, other) for other in told.get(item.sentence_index, ()))
    ]


def without_grounds(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without accusations that only say what a charge before them is for: `sued the bank, | accusing it of fraud`, `the indictment | accused him of`."""
    charged: dict[int, list[Candidate]] = {}
    for item in candidates:
        if item.score >= MIN_CONFIDENCE and item.hit.kind == "charge":
            charged.setdefault(item.sentence_index, []).append(item)
    return [
        item
        for item in candidates
        if item.hit.kind not in _ACCUSATIONS
        or not any(_is_ground_of(item, other) for other in charged.get(item.sentence_index, ()))
    ]


def without_calls_again(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without undated talks that only tell what a call told before was about: `spoke by phone. | Borg and Vella discussed the truce`."""
    kept: list[Candidate] = []
    last: Candidate | None = None
    for item in candidates:
        if last is not None and last.hit.kind == "call" and _is_about_call(item, last):
            continue
        if item.hit.kind in _TALKS and item.score >= MIN_CONFIDENCE:
            last = item
        kept.append(item)
    return kept


def _is_about_call(item: Candidate, call: Candidate) -> bool:
    """Whether a verb tells what the two of a call discussed, and gives no day of its own."""
    if item.hit.kind != "meeting" or item.hit.pattern.lemma not in _SPOKEN_OF:
        return False
    own_date = item.dating is not None and item.dating.basis is not Basis.INHERITED
    names = {actor.name for actor, _ in item.roles}
    return not own_date and len(names) > 1 and names <= {actor.name for actor, _ in call.roles}


def _is_ground_of(item: Candidate, charge: Candidate) -> bool:
    """Whether an accusation is the participle behind a charge or has its noun as the subject: no other verb stands between, nor an "and" right before it."""
    start, words = item.hit.start, item.sentence.words
    of_noun = words[start] in _ACCUSING and item.hit.kind == "accusation" and charge.hit.verb is None
    if words[start] not in _STATING_CASE and not of_noun:
        return False
    if charge.hit.end > start or words[start - 1] in COORDINATORS:
        return False
    return item.sentence.first_finite(charge.hit.end, start) == start


def _is_announcement(item: Candidate) -> bool:
    return item.hit.kind == "speech" and item.hit.pattern.lemma == "announce"


def _is_announced(item: Candidate, other: Candidate) -> bool:
    """Whether a candidate stands in the object or the clause that an announcement brings."""
    if item.hit.verb is None or item.hit.verb.passive or other.hit.start < item.hit.end:
        return False
    clauses = item.sentence.clauses
    own, its = item.sentence.clause_at(item.hit.start), item.sentence.clause_at(other.hit.start)
    return its == own or its == own + 1 and clauses[its].kind is Kind.CONTENT


def _giving_way(items: Sequence[Candidate]) -> set[str]:
    """The types of one word that give way; whether a ban is a sanction, and a bill that passed is a law, its object tells."""
    types = {item.hit.event_type for item in items}
    given = {given for kept in types for given in _GIVES_WAY.get(kept, ()) if given in types}
    if "disaster" in given and any(
        item.hit.kind == "disaster" and item.hit.pattern.trigger.intransitive for item in items
    ):
        given = given - {"disaster"} | {"attack"}  # "the rig blew up"
    if "vote" in types and not types.isdisjoint(_ALSO_VOTES):
        given.update(_ALSO_VOTES if _is_by_vote(items[0]) else {"vote"} if "election" in types else ())
    if "legislation" in types and "agreement" in types:  # "is to take effect", but "signed a tax agreement"
        pacts = _tells_of_pact(items[0])
        given.add("agreement" if all(item.hit.pattern.rest for item in items) and not pacts else "legislation")
    if "legislation" in types and not types.isdisjoint(_BY_OBJECT):
        hit, words = items[0].hit, items[0].sentence.words
        behind = words[hit.start : hit.end + _REACH]
        if "vote" in types and not (_LAWS.isdisjoint(behind) and _has_voter(items[0], _WHOLE)):
            given.add("legislation" if _LAWS.isdisjoint(behind) else "vote")
        if "sanction" in types:
            given.add("sanction" if _TRADED.isdisjoint(behind) else "legislation")
    return given


def _tells_of_pact(item: Candidate) -> bool:
    """Whether a pact stands before a verb: `the treaty took effect`, but not `has to deal with cuts that took effect`."""
    before = item.sentence.words[: item.hit.start]
    return any(word in _PACTS and before[at - 1 : at] != ["to"] for at, word in enumerate(before))


def _is_by_vote(item: Candidate) -> bool:
    """Whether a body that votes does it: `parliament rejected the plan`, `was rejected by the Senate`."""
    return _has_voter(item, _VOTING)


def _has_voter(item: Candidate, bodies: frozenset[str]) -> bool:
    """Whether one of these bodies stands before a verb or noun, or behind its "by"."""
    hit, words = item.hit, item.sentence.words
    if hit.verb is not None and hit.verb.passive:
        return not bodies.isdisjoint(words[hit.end : hit.end + _VOTING_REACH])
    return not bodies.isdisjoint(words[max(0, hit.start - _VOTING_REACH) : hit.start])
