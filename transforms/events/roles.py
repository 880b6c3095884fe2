"""Who did it and to whom: the actors of a hit by their position in the clause.

Belongs here: subject, object, by-phrase, possessor, the prepositions behind a noun. Does not: finding actors or their full names (actors/).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from transforms.events.actors import ActorMention
from transforms.events.actors.known import adjectives_of
from transforms.events.clauses import ADVERBS, COORDINATORS, NO_PARTICIPLE, PREPOSITIONS, REPORTING, Kind, Sentence
from transforms.events.confidence import STATEMENTS
from transforms.events.ontology import Roles
from transforms.events.triggers import Hit
from transforms.events.vocabulary import word_set

_SHARES_SUBJECT: Final = (
    Kind.PARTICIPLE,
    Kind.COORDINATE,
    Kind.RESUMED,
    Kind.SIMULTANEOUS,
    Kind.TEMPORAL,
    Kind.PARENTHESIS,
)
_TARGET_PREPOSITIONS: Final = frozenset(
    {
        "on",
        "against",
        "to",
        "with",
        "for",
        "at",
        "toward",
        "towards",
        "over",
        "into",
        "upon",
        "from",
        "between",
        "among",
        "of",
    }
)
_PLACE_PREPOSITIONS: Final = frozenset({"in", "near", "at", "outside", "inside", "across", "around"})
_OF_IS_SOURCE: Final = frozenset(
    {"visit", "resignation", "withdrawal", "meeting", "protest", "speech", "exercise", "deployment", "vote"}
)
_OBJECT_REACH: Final = 14  # tokens behind a trigger in which its object begins
_GROUP_REACH: Final = 6  # tokens before a noun in which its possessor or nationality stands
_STANDS_FOR_STATE: Final = frozenset(
    {"government", "governments", "administration", "authorities", "officials", "diplomats", "negotiators"}
)
_SHORT_ING: Final = 4  # letters of "king", "sing" and their like, which are no participles
_ISSUED: Final = frozenset({"warrant", "verdict", "charge"})
_JOINTS: Final = frozenset({"and", ",", "the", "with", "or"})
_BESIDE: Final = frozenset(
    {"after", "before", "since", "amid", "following", "despite", "because", "over", "about", "during", "until"}
)
_INFLICTED: Final = frozenset({"attack", "protest", "disaster", "death", "arrest"})
_DOING: Final = word_set("clauses", "doing")
_HARMED: Final = word_set("clauses", "harmed")
_OPENED: Final = frozenset({Kind.COORDINATE, Kind.SIMULTANEOUS, Kind.TEMPORAL})
_NO_SUBJECT: Final = (
    ADVERBS | COORDINATORS | PREPOSITIONS | {"when", "while", "who", "which", "that", "to", "has", "have", "had"}
)
_OUSTINGS: Final = frozenset(
    {"removal", "ouster", "dismissal", "firing", "sacking", "toppling", "overthrow", "removal from office"}
)
_WITH: Final = frozenset(
    {"with", "despite", "amid", "without"}
)  # before an actor and its participle: `despite Borg pushing for`
_INVERSION: Final = 3  # tokens behind a reporting verb in which a speaker that follows it begins
_TELLING: Final = frozenset(
    {"saying", "reporting", "warning", "adding", "telling", "insisting", "claiming", "arguing", "alleging", "believing"}
)
_ADDRESSING: Final = frozenset({"told", "tell", "tells"})  # who stands behind these is spoken to
_MAX_ACTORS: Final = 6


class Placed(NamedTuple):
    """An actor mention at tokens `start`..`end` (end exclusive) of its sentence."""

    actor: ActorMention
    start: int
    end: int


class Arguments(NamedTuple):
    """The actors of one hit by position, before roles are given."""

    subject: tuple[ActorMention, ...]
    object: tuple[ActorMention, ...]
    agent: tuple[ActorMention, ...]


def place_actors(sentence: Sentence, actors: Sequence[ActorMention]) -> list[Placed]:
    """The actors of a sentence with their tokens."""
    placed = [Placed(actor, sentence.token_at(actor.start), sentence.token_at(actor.end - 1) + 1) for actor in actors]
    return [item for item in placed if not _is_ticker(sentence.words, item)]


def _is_ticker(words: list[str], placed: Placed) -> bool:
    """Whether an actor is only a code in brackets behind a company's name: `Credit Suisse (CSGN.VX)`."""
    if placed.start == 0 or words[placed.start - 1] != "(":
        return False
    behind = words[placed.end : placed.end + 3]
    return behind[:1] == [")"] or "." in behind[:1] and ")" in behind


def find_arguments(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Arguments:
    """Subject, object and agent of a verb; of a noun the possessor or the subject of its clause, what it is done to, and its "by"."""
    if hit.verb is not None:
        start = hit.verb.start
        if speakers := _inverted(sentence, hit.start, actors):
            return Arguments(speakers, (), ())
        subject = subject_before(sentence, start, actors)
        if hit.event_type in STATEMENTS and not hit.verb.passive:
            subject = _who_can_speak(sentence, hit.verb.start, subject, actors)
        return Arguments(subject, _behind(sentence, hit, actors), _by(sentence, hit, actors))
    owners = _owners(sentence, hit, actors) or _speaker_before(sentence, hit, actors)
    if hit.event_type == "disaster":
        return Arguments(owners, (), ())
    behind = _behind(sentence, hit, actors)
    agent = _by(sentence, hit, actors)
    subject = owners or (
        ()
        if agent or _is_only_beside(sentence, hit)
        else subject_before(sentence, hit.start, actors) or _subject_behind(sentence, hit, actors)
    )
    following = sentence.words[hit.end] if hit.end < len(sentence.words) else ""
    if subject and not owners and not _is_done_by_subject(sentence, hit):
        return Arguments((), subject if _is_harm(sentence, hit) else behind, agent)
    if following == "of" and behind and not owners and hit.event_type in _OF_IS_SOURCE and not _is_ousting(hit):
        return Arguments(behind, (), agent)
    return Arguments(subject, behind, agent)


def _who_can_speak(
    sentence: Sentence, verb: int, subject: tuple[ActorMention, ...], actors: Sequence[Placed]
) -> tuple[ActorMention, ...]:
    """Of a subject those that are no mere adjectives of a thing: `the Russian vetoes encouraged the government`."""
    things = {
        placed.actor
        for placed in actors
        if placed.actor.surface in adjectives_of(placed.actor.name) and sentence.words[placed.end : verb]
    }
    return tuple(actor for actor in subject if actor not in things)


def _is_only_beside(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause takes no part in what a noun names: `The coin rose after the election`."""
    if hit.event_type != "election":
        return False
    words, at = sentence.words, hit.start - 1
    while at >= 0 and hit.start - at <= _GROUP_REACH and words[at] not in PREPOSITIONS and not sentence.finite[at]:
        at -= 1
    return at >= 0 and words[at] in _BESIDE


def _is_done_by_subject(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause does what a noun of force names: `launched an attack`, but not `condemned the attack`."""
    return hit.event_type != "attack" or not _DOING.isdisjoint(_clause_before(sentence, hit))


def _is_harm(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause suffers what a noun names: `Twelve people were killed in the attack`, `fighters were pinned down by artillery fire`."""
    before = _clause_before(sentence, hit)
    return not _HARMED.isdisjoint(before) or "by" in before[-_GROUP_REACH:]


def _clause_before(sentence: Sentence, hit: Hit) -> list[str]:
    return sentence.words[sentence.clauses[sentence.clause_at(hit.start)].start : hit.start]


def _is_ousting(hit: Hit) -> bool:
    """Whether who loses an office by a noun is the one behind "of", and not the one who acts: `announced the removal of the general`."""
    return hit.pattern.lemma in _OUSTINGS


def _speaker_before(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who speaks on an occasion by a reporting verb that stands before its subject: `..., said analyst Itay Michaeli in a statement`."""
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    verb = sentence.first_finite(clause.start, hit.start)
    if hit.event_type != "speech" or verb == hit.start:
        return ()
    return _inverted(sentence, verb, [placed for placed in actors if placed.end <= hit.start])


def _inverted(sentence: Sentence, verb: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The speaker behind a reporting verb: `"It will grow," said analyst Itay Michaeli at a conference`."""
    clause = sentence.clauses[sentence.clause_at(verb)]
    word = sentence.words[verb]
    opens = verb - clause.start <= 1 and sentence.words[clause.start] in (",", word, '"', "”", "''")
    if clause.kind is not Kind.REPORT and not opens or word not in REPORTING or word in _ADDRESSING:
        return ()
    behind = [placed for placed in actors if verb < placed.start <= verb + _INVERSION]
    before = [placed for placed in actors if clause.start <= placed.start < verb]
    if before or not behind or any(item in PREPOSITIONS for item in sentence.words[verb + 1 : behind[0].start]):
        return ()
    return _enumerated(sentence.words, behind[0], [])


def doer_of(roles: Roles) -> str:
    """The role of whoever does what a type names."""
    return {"participants": "participant", "speaker-target": "speaker"}.get(roles, "source")


def assign_roles(arguments: Arguments, hit: Hit, roles: Roles) -> list[tuple[ActorMention, str]]:
    """Actors with roles; the passive turns subject and agent round."""
    passive = hit.verb is not None and hit.verb.passive
    subject, target = ("source", "target")
    if roles == "participants":
        subject = target = "participant"
    elif roles == "speaker-target":
        subject = "speaker"
    elif roles == "target" and (hit.verb is None or passive or hit.pattern.trigger.undergoes):
        subject = "target"
    agent = "source" if subject == "target" else subject
    if passive or hit.pattern.trigger.undergoes:
        pairs = [(actor, target) for actor in arguments.subject] + [(actor, agent) for actor in arguments.agent]
        pairs += [
            (actor, target) for actor in arguments.object if not arguments.subject and actor not in arguments.agent
        ]
    else:
        pairs = [(actor, _of_owner(actor, hit, subject)) for actor in arguments.subject]
        pairs += [(actor, agent) for actor in arguments.agent]
        pairs += [(actor, target) for actor in arguments.object if actor not in arguments.agent]
    return _unique(pairs)


def _of_owner(actor: ActorMention, hit: Hit, role: str) -> str:
    """The role of whoever owns a noun: a court's warrant is by the court, a general's warrant against the general."""
    issues = hit.verb is None and hit.event_type in _ISSUED and actor.kind == "organisation"
    return "source" if issues else role


def represented(actor: ActorMention) -> ActorMention:
    """The state itself where a government, its officials or the like stand for it (annotation: states as countries)."""
    if (
        actor.state is None
        or actor.kind not in ("organisation", "group")
        or actor.name.split()[-1].lower() not in _STANDS_FOR_STATE
    ):
        return actor
    return actor._replace(name=actor.state, kind="state")


def _unique(pairs: list[tuple[ActorMention, str]]) -> list[tuple[ActorMention, str]]:
    seen: dict[str, tuple[ActorMention, str]] = {}
    for actor, role in pairs:
        actor = represented(actor)
        seen.setdefault(actor.name, (actor, role))
    return list(seen.values())[:_MAX_ACTORS]


def subject_before(sentence: Sentence, before: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The actors that stand as subject before a token: in its clause, else in the clause whose subject it shares."""
    index = sentence.clause_at(before)
    beside = [item for item in actors if item.end == before and words_allow_subject(sentence.words, item.start, before)]
    if beside and not (sentence.finite[before] and _is_governed(sentence, beside[-1], index, actors)):
        return _enumerated(sentence.words, beside[-1], [item for item in actors if item.end <= beside[-1].start])
    if before == sentence.clauses[index].start and index and sentence.clauses[index].kind is Kind.MAIN:
        index -= 1
    while index >= 0:
        clause = sentence.clauses[index]
        limit = _first_verb(sentence, clause.start, before)
        inside = [
            placed
            for placed in actors
            if clause.start <= placed.start and placed.end <= limit and not _is_owner(sentence.words, placed)
        ]
        inside = _behind_front(sentence.words, clause.start, limit, inside)
        if inside:
            return _coordinated(sentence, _before_participle(sentence.words, inside))
        resumes = index + 1 < len(sentence.clauses) and sentence.clauses[index + 1].kind is Kind.RESUMED
        if clause.kind is Kind.RELATIVE and resumes and index and before == clause.end:
            before = clause.start
            index -= 1
            continue
        if clause.kind is Kind.RELATIVE:
            return tuple(placed.actor for placed in actors if clause.start - 2 <= placed.end <= clause.start)[-1:]
        if clause.kind not in _SHARES_SUBJECT or index == 0:
            return ()
        if clause.kind in _OPENED and _has_own_subject(sentence, clause.start, limit):
            return ()
        before = sentence.clauses[index].start
        index -= 1
    return ()


def _has_own_subject(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether words that are no actor stand before a verb as its subject: `as their models appealed to buyers`."""
    before = [word for word in sentence.words[start:verb] if word not in _NO_SUBJECT and not word.endswith("ly")]
    return any(word[0].isalpha() for word in before) and sentence.finite[verb : verb + 1] == [True]


def _behind_front(words: list[str], start: int, limit: int, inside: list[Placed]) -> list[Placed]:
    """Of the actors before a verb those behind a phrase that only opens the clause, if there are any: `After the jury trial, two officers were ...`."""
    opening = start + 1 if words[start] in (",", "and", "but", '"', "“", "``") and start + 1 < limit else start
    if words[opening] not in PREPOSITIONS or "," not in words[opening:limit] or "," in words[limit - 1 : limit + 1]:
        return inside
    comma = words.index(",", opening)
    behind = [placed for placed in inside if placed.start > comma]
    return [item for item in behind if not _has_preposition(words, item.start)] and behind or inside


def _is_governed(sentence: Sentence, last: Placed, index: int, actors: Sequence[Placed]) -> bool:
    """Whether the participle of another actor of a clause governs one right before a verb."""
    start = sentence.clauses[index].start
    inside = [item for item in actors if start <= item.start and item.end <= last.end]
    return len(inside) > 1 and last not in _before_participle(sentence.words, inside)


def _before_participle(words: list[str], inside: list[Placed]) -> list[Placed]:
    """Of the actors before a verb those that no participle of another one governs: `Rebels seeking to oust the president have taken the town`."""
    for at, placed in enumerate(inside[:-1]):
        behind = words[placed.end]
        # "Swiss banking"; "their handling"
        if placed.actor.kind == "state" or placed.actor.pronoun or len(behind) <= _SHORT_ING:
            continue
        # "officials saying troops had attacked"
        if behind in _TELLING or behind in NO_PARTICIPLE:
            continue
        if behind.endswith("ing"):
            return inside[: at + 1]
    return inside


def words_allow_subject(words: list[str], start: int, verb: int) -> bool:
    """Whether an actor right before a verb is its subject: no preposition before it, save "with" before a participle."""
    if not _has_preposition(words, start):
        return start == 0 or words[start - 1] != ","
    return words[start - 1] in _WITH and verb < len(words) and words[verb].endswith("ing")


def _subject_behind(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The subject of a clause that a noun opens: `At a news conference in Berlin, Merkel stressed ...`, but not `Following the attack, Merkel ...`."""
    index = sentence.clause_at(hit.start)
    if hit.event_type in _INFLICTED and sentence.words[sentence.clauses[index].start] in _BESIDE:
        return ()
    clause = sentence.clauses[index]
    first = hit.end
    bare = sentence.first_finite(hit.end, clause.end) == clause.end
    if bare and [item.kind for item in sentence.clauses[index + 1 : index + 3]] == [Kind.RELATIVE, Kind.RESUMED]:
        first = sentence.clauses[index + 2].start
    limit = _first_verb(sentence, first, len(sentence.words))
    if (
        limit == len(sentence.words)
        or "," not in sentence.words[first:limit]
        or hit.start - clause.start > _GROUP_REACH
    ):
        return ()
    if first > hit.end:
        return subject_before(sentence, limit, actors)
    comma = sentence.words.index(",", hit.end)
    inside = [placed for placed in actors if comma < placed.start and placed.end <= limit]
    return _coordinated(sentence, inside) if inside else ()


def _first_verb(sentence: Sentence, start: int, before: int) -> int:
    """The first finite verb from a token on: what stands behind it is no subject."""
    return sentence.first_finite(start + 1, before)


def _coordinated(sentence: Sentence, inside: list[Placed]) -> tuple[ActorMention, ...]:
    """Of the actors before a verb those that are no part of a prepositional phrase; all of an enumeration."""
    words = sentence.words
    owning = ("'s", "’s", "'", "’")
    free = [
        item
        for item in inside
        if not _has_preposition(words, item.start) and words[item.end : item.end + 1] not in [[mark] for mark in owning]
    ]
    if not free:
        return (inside[-1].actor,)
    first = free[-1] if "," not in words[free[0].end : free[-1].end + 1] else free[0]
    chosen = list(_enumerated(words, first, [item for item in free if item.end <= first.start]))
    last = first
    for placed in [item for item in inside if item.start > first.start]:
        if not _joined(words, last, placed):
            break
        chosen.append(placed.actor)
        last = placed
    return tuple(chosen)


def _enumerated(words: list[str], last: Placed, before: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """An actor with those that an enumeration joins to it on its left."""
    chosen = [last]
    for placed in reversed(before):
        if not _joined(words, placed, chosen[0]):
            break
        chosen.insert(0, placed)
    return tuple(placed.actor for placed in chosen)


def _joined(words: list[str], left: Placed, right: Placed) -> bool:
    """Whether two actors are parts of one enumeration or of `ministers from Japan, China and Korea`."""
    between = words[left.end : right.start]
    return len(between) <= 3 and set(between) <= {",", "and", "the", "&", "or", "from"} and between != ["the"]


def _has_preposition(words: list[str], start: int) -> bool:
    at = start - 1
    while at >= 0 and words[at] in ("the", "a", "an", "his", "her", "their", "its"):
        at -= 1
    return (
        at >= 0
        and (words[at] in PREPOSITIONS or words[at] == "to")
        and words[at] not in ("after", "before", "since", "until", "as", "because")
    )


def _behind(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The actors that a trigger is directed at: the first behind it, with those joined to it."""
    words = sentence.words
    clause_end = sentence.clauses[sentence.clause_at(max(hit.start, hit.end - 1))].end
    least = hit.end if words[hit.end : hit.end + 1] == ["that"] else hit.end + 2
    limit = min(hit.end + _OBJECT_REACH, max(clause_end, least))
    reach = [placed for placed in actors if hit.end <= placed.start < limit]
    out: list[Placed] = [placed for placed in actors if hit.start < placed.start and placed.end <= hit.end]
    for placed in reach:
        between = words[out[-1].end : placed.start] if out else []
        joined = out and len(between) <= 2 and between != ["the"] and _JOINTS.issuperset(between)
        if out and not joined:
            break
        if not out and (not _is_directed(sentence, placed.start, hit) or _is_owner(words, placed)):
            continue
        out.append(placed)
    return tuple(placed.actor for placed in out)


def _is_owner(words: list[str], placed: Placed) -> bool:
    """Whether a pronoun only owns the object: `received her doctorate`."""
    if not placed.actor.pronoun or words[placed.start] not in ("his", "her", "its", "their"):
        return False
    following = words[placed.end] if placed.end < len(words) else ""
    return following[:1].isalpha() and following not in PREPOSITIONS | ADVERBS | COORDINATORS


def _is_directed(sentence: Sentence, start: int, hit: Hit) -> bool:
    """Whether an actor behind a hit is its object: by a preposition or right behind it, and no verb of saying between, as in `the talks told reporters`."""
    words, at = sentence.words, start - 1
    verb = sentence.first_finite(hit.end, start)
    if verb < start and words[verb] in REPORTING:
        return False
    while at >= hit.end and words[at] not in PREPOSITIONS:
        at -= 1
    if at < hit.end:
        return start - hit.end <= _GROUP_REACH
    if words[at] == "by":
        return False
    return words[at] in _TARGET_PREPOSITIONS or (hit.event_type == "visit" and words[at] in _PLACE_PREPOSITIONS)


def _by(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    words = sentence.words
    # "a call made by them": the participle says only that it was done
    first = hit.end + 1 if hit.verb is None and words[hit.end : hit.end + 1] and sentence.finite[hit.end] else hit.end
    for placed in actors:
        if hit.end <= placed.start < hit.end + _OBJECT_REACH:
            before = words[max(hit.end, placed.start - 3) : placed.start]
            # "a plan, which was rejected by them": the agent is the other verb's
            if "by" in before and sentence.first_finite(first, placed.start) == placed.start:
                return (placed.actor,)
    return ()


def _owners(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who a noun belongs to: `Xi's visit`, `Israeli airstrikes`, `US-China talks`."""
    words, out = sentence.words, list[Placed]()
    for placed in actors:
        if placed.end <= hit.start and hit.start - placed.end <= _GROUP_REACH:
            between = words[placed.end : hit.start]
            broken = any(
                word in PREPOSITIONS or word in (",", ";", "(", ")") or word in ("and", "that", "who")
                for word in between
            )
            if not broken and sentence.first_finite(placed.end, hit.start) == hit.start:
                out.append(placed)
    return tuple(placed.actor for placed in out[-2:])
