"""Whom a trigger is directed at: the actors behind it.

Belongs here: objects, the prepositions behind a noun. Does not: subjects (subjects.py), by whom it is done (agents.py), which role each has (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.beside_dates import behind_dates
from transforms.events.clauses.borders import Kind, is_participle
from transforms.events.clauses.embedded import is_embedded_noun
from transforms.events.clauses.placed_actors import Placed, before_articles, is_owner
from transforms.events.clauses.relatives import object_relative
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense, VerbGroup
from transforms.events.dating.crossings import has_infinitive
from transforms.events.roles.antecedents import described
from transforms.events.roles.asked import asked_by_subjunctive, told_of
from transforms.events.roles.enumerations import (
    OWNING,
    between_actors,
    is_apposition,
    is_home,
    joins_as_well,
    names_group,
)
from transforms.events.roles.lists import complete_list, is_joined_over_words
from transforms.events.roles.premodifiers import end_of_nouns, is_state_of_thing
from transforms.events.roles.purposes import is_of_purpose
from transforms.events.roles.subjects import GROUP_REACH
from transforms.events.roles.topics import is_topic
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    BE,
    BEFORE_CRIMES,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    INFINITIVES,
    POSSESSIVES,
    PREPOSITIONS,
    REPORTING,
    SUBJECT_PRONOUNS,
)
from transforms.vocabulary import word_set

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
_WEAK: Final = frozenset({"at", "for", "of", "on", "over"})  # behind a noun they say what that is about
_NAMED_BY_OF: Final = frozenset({"kingdom", "people", "province", "republic", "state"})  # which these are, "of" says
_FAR_REACHING: Final = frozenset({"aid", "agreement", "attack", "investigation", "resignation", "sanction", "speech"})
_PLACE_PREPOSITIONS: Final = frozenset({"in", "near", "at", "outside", "inside", "across", "around"})
OBJECT_REACH: Final = 14  # tokens behind a trigger in which its object begins
JOINTS: Final = frozenset({"and", ",", "the", "with", "or"})
_OWNED_REACH: Final = 2  # tokens from the "'s" of an owner to what it owns, an adjective between
# behind what these tell of a meeting stand those who take part: "talks have taken place between", "brought together"
_UNITING: Final = BE | HAVE | word_set("clauses", "uniting")
_HELD_AT: Final = frozenset({"meeting", "agreement", "call"})
# of these the object of a verb whose subject they are only feels the effect: "the visit angered Malta"
_WITHOUT_EFFECT: Final = _HELD_AT | {"visit", "speech", "election", "vote", "exercise", "publication"}
_OF_OTHERS: Final = frozenset({Kind.REPORT, Kind.COORDINATE})  # clauses that begin with a doer of their own
_GIVEN: Final = frozenset({"aid"})  # types whose receiver stands behind "to", however far off
# types with or to those who are named: of `a deal with a U.S. drug maker`, `a probe under U.S. law` the state is no part
_WITH_WHOM: Final = frozenset({"aid", "agreement", "call", "charge", "investigation", "meeting", "speech", "visit"})
_ASKED: Final = frozenset({"what", "how", "why", "whether"})  # behind these another clause begins
# what is said or done about a thing is not directed at the body that it is named after
_NOT_OF_THINGS: Final = frozenset({"demand", "election", "legislation", "publication", "speech", "vote"})
_TOLD: Final = frozenset({"announce", "declare", "say", "state"})  # who is spoken of in what is told is no hearer
_OF_LAWS: Final = frozenset({"legislation", "vote"})
_AIMED: Final = frozenset({"against", "on"})
_ABOUT_THINGS: Final = frozenset({"about", "at", "for", "in", "of", "on", "over", "without"})
# types that befall persons themselves, not what they own
BEFALLING: Final = frozenset({"arrest", "charge", "death", "release", "trial", "verdict", "warrant"})
_BEFALLING_NOUNS: Final = word_set("clauses", "befalling_nouns")
# types that a court or an accuser makes
REPROACHES: Final = frozenset({"verdict", "charge", "arrest", "trial", "accusation"})


def objects_behind(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The actors that a trigger is directed at: the first behind it, with those joined to it."""
    words = sentence.words
    if asked := asked_by_subjunctive(sentence, hit, actors):
        return (asked.actor,)
    if told := told_of(sentence, hit, actors):
        return told
    limit = _end_of_reach(sentence, hit)
    reach = [placed for placed in actors if hit.end <= placed.start < limit]
    inside = [placed for placed in actors if hit.start < placed.start and placed.end <= hit.end]
    out = [placed for placed in inside if not (_is_of_phrase(hit, placed) or _only_describes(hit, placed))]
    if hit.pattern.lemma == "blame":
        reach = _blamed(words, reach)
    for placed in reach:
        if placed.start >= limit:
            break
        if out and is_home(words, placed):
            continue
        between = between_actors(words, out[-1], placed) if out else []
        joined = out and len(between) <= 2 and between != ["the"] and JOINTS.issuperset(between)
        joined = joined or out and is_joined_over_words(sentence, out, placed) or joins_as_well(between)
        if out and not joined:
            break
        if not out and (not _is_directed(sentence, placed.start, hit) or is_owner(words, placed)):
            continue
        if not out and (_is_seat(words, hit, placed) or _owns_next(words, placed, reach, hit)):
            continue
        if not out and hit.kind in _WITH_WHOM and is_state_of_thing(sentence, placed):
            limit = end_of_nouns(sentence, placed.end)
            continue
        if not out and hit.kind in _NOT_OF_THINGS and _is_of_thing(sentence, hit, placed):
            continue
        if hit.kind == "demand" and has_infinitive(sentence, hit.end, placed.start):
            break  # "called on the industry to allow retailers"
        if out and (is_apposition(words, out[-1], placed) or _is_office(hit, out[-1], placed)):
            continue
        if not out and hit.kind in REPROACHES and _is_where_filed(words, hit.end, placed, limit):
            continue
        out = [*(item for item in out if not names_group(item, placed)), placed]
    return tuple(placed.actor for placed in complete_list(sentence, out, actors))


def _is_of_thing(sentence: Sentence, hit: Hit, placed: Placed) -> bool:
    """Whether a body behind a preposition only says of what kind the noun behind it is: `without the | Fed | audit`, `ahead of an | upper house | election`; of what is voted on it always does."""
    if placed.actor.kind != "organisation" or placed.actor.pronoun or end_of_nouns(sentence, placed.end) == placed.end:
        return False
    at = before_articles(sentence.words, placed.start)
    if hit.kind in _OF_LAWS and sentence.words[at] not in _AIMED:
        return True  # "passed the | Norfield | reform bill", but not "a ban on | Norfield | operations"
    if hit.kind == "legislation":
        return False
    return at >= 0 and sentence.words[at] in _ABOUT_THINGS


def names_parties(sentence: Sentence, hit: Hit) -> bool:
    """Whether those between whom it was done stand behind a participle, perhaps over its day: `a deal signed on May 3 | between Malta and Norway`."""
    words = sentence.words
    behind = behind_dates(words, hit.end, sentence.dated)
    return words[behind : behind + 1] in (["between"], ["with"], ["among"])


def _is_office(hit: Hit, before: Placed, placed: Placed) -> bool:
    """Whether a role right behind the one who is appointed says to what: `named Waugh chief executive`."""
    beside = placed.start == before.end and before.actor.kind == "person"
    surface = placed.actor.surface
    return beside and hit.kind == "appointment" and (surface[:1].islower() or surface.isupper())


def _is_seat(words: list[str], hit: Hit, placed: Placed) -> bool:
    """Whether somebody is only named to a body or by it: `her appointment to the board`, `sent the nomination to the Senate`."""
    named = hit.kind == "appointment" and hit.verb is None and placed.actor.kind != "person"
    return named and "to" in words[hit.end : placed.start]


def _blamed(words: list[str], reach: list[Placed]) -> list[Placed]:
    """Whom somebody blames: `blamed the unrest in Malta on the rebels`, `blamed the rebels for it`."""
    first = next((at for at, placed in enumerate(reach) if "on" in words[placed.start - 2 : placed.start]), 0)
    return reach[first:]


def _end_of_reach(sentence: Sentence, hit: Hit) -> int:
    """The token behind the last one with which an object of a hit may begin; who reports it or acts next is none: `were killed, | officials said`."""
    clauses, index = sentence.clauses, sentence.clause_at(max(hit.start, hit.end - 1))
    end = clauses[index].end
    if end == hit.end and index + 1 < len(clauses) and clauses[index + 1].kind in _OF_OTHERS:
        return end
    least = hit.end if sentence.words[hit.end : hit.end + 1] == ["that"] else hit.end + 2
    return min(hit.end + OBJECT_REACH, max(end, least))


def object_before(sentence: Sentence, verb: VerbGroup, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whom a relative clause is about that has its own subject: `the man whom police arrested`, `a woman he met in Boston`, `the panel he appointed`."""
    words, behind = sentence.words, verb.start - 1
    opening = -1 if verb.passive else object_relative(sentence, verb.start, verb.head)
    if opening >= 0:
        return described(words, opening, actors)
    if verb.passive or behind < 1 or words[behind] not in SUBJECT_PRONOUNS:
        return ()
    beside = (item for item in actors if item.end == behind and not item.actor.pronoun)
    return tuple(
        item.actor for item in beside if words[item.start] in DETERMINERS or words[item.start - 1] in DETERMINERS
    )


def _is_of_phrase(hit: Hit, placed: Placed) -> bool:
    """Whether an actor is only a word of a trigger: `joined forces`, `became president`."""
    before, _, word = placed.actor.surface.rpartition(" ")  # "voiced his opposition"
    alone = not before or before in POSSESSIVES
    return (
        alone
        and placed.actor.surface.islower()
        and any(choice is not None and word in choice for choice in hit.pattern.rest)
    )


def _only_describes(hit: Hit, placed: Placed) -> bool:
    """Whether a body without a name only says what kind the last word of a trigger is: `launched a | military | attack`."""
    body = placed.actor.kind == "organisation" and not placed.actor.pronoun
    return body and placed.end == hit.end - 1 and placed.actor.surface.islower()


def _owns_next(words: list[str], placed: Placed, reach: Sequence[Placed], hit: Hit) -> bool:
    """Whether a state only owns the one behind it: `sued Turkey's Norfield`, `met Malta's Waugh`; or a person one whom it befalls: `the trial of Waugh's doctor`."""
    if hit.verb is None and placed.actor.kind == "person" and words[placed.end : placed.end + 1] in OWNING:
        # "lawsuits since Borg's arrest": that is another's event
        return hit.kind in BEFALLING or not _BEFALLING_NOUNS.isdisjoint(words[placed.end + 1 : placed.end + 2])
    if placed.actor.kind != "state" or words[placed.end : placed.end + 1] not in OWNING:
        return False
    if any(item.start - placed.end == 1 and item.actor.kind == "person" for item in reach):
        return True
    return any(item.start - placed.end in (1, _OWNED_REACH) and item.actor.kind != "person" for item in reach)


def _is_where_filed(words: list[str], start: int, placed: Placed, limit: int) -> bool:
    """Whether a case only lies with somebody, and is against another: `an indictment with the court against Waugh`."""
    return "against" in words[placed.end : limit] and not {"with", "in", "at"}.isdisjoint(words[start : placed.start])


def _is_directed(sentence: Sentence, start: int, hit: Hit) -> bool:
    """Whether an actor behind a hit is its object: by a preposition or right behind it, and no verb of saying between, as in `the talks told reporters`."""
    words, at = sentence.words, start - 1
    if is_of_purpose(sentence, hit, start) or _is_of_second_verb(words, hit, start):
        return False
    verb = sentence.first_finite(hit.end, start)
    if verb < start and (words[verb] in REPORTING or _ends_reach(sentence, hit, verb)) or words[at] in _ASKED:
        return False
    while at >= hit.end and words[at] not in PREPOSITIONS:
        if words[at] == "to" and hit.kind in _GIVEN and words[at + 1] not in INFINITIVES:
            return True  # "pledged 3 million in aid to Malta"
        if words[at] == "but":  # "before a meeting on Tuesday, but analysts doubt it"
            return False
        at -= 1
    if at < hit.end:
        near = start - hit.end <= GROUP_REACH and words[hit.end - 1] != "by"
        if hit.verb is None and hit.kind not in _HELD_AT and "," in words[hit.end : start]:
            return False  # "After Monday's news conference, Waugh said"
        return near and not is_topic(sentence, hit, start)
    if is_topic(sentence, hit, start):
        return False
    if words[at] == "at" and hit.kind in _HELD_AT or words[at] == "against" and hit.kind == "speech":
        return False  # "met at the White House", "testified against the mayor"
    if at + 1 in sentence.dated and (hit.verb is None or "," in words[at + 1 : start]):
        return False  # "At a hearing on Friday, Waugh said", "In his speech on Friday Waugh said"
    if words[at] == "by" or words[at] in BEFORE_CRIMES and hit.kind in REPROACHES and hit.verb is not None:
        return False  # "sentenced for beating two friends"
    if hit.kind == "visit" and hit.verb is not None and words[at] == "from":
        return False  # "arrived in Valletta from Poland"
    if hit.kind == "speech" and hit.pattern.lemma in _TOLD and words[at] in ("from", "of"):
        return False  # "said on Monday hours of programmes from its studios will be shown"
    if hit.verb is not None and _is_nested(sentence, hit, at):
        return False
    return words[at] in _TARGET_PREPOSITIONS or (hit.kind == "visit" and words[at] in _PLACE_PREPOSITIONS)


def _is_nested(sentence: Sentence, hit: Hit, at: int) -> bool:
    """Whether a weak preposition at a token hangs on a noun behind another preposition, not on the verb: `disclosed its findings from a survey | of | Norfield workers`."""
    words = sentence.words
    if words[at] not in _WEAK or hit.kind in _FAR_REACHING or hit.pattern.lemma == "blame":
        return False
    if words[at] == "for" and hit.kind == "rejection" or words[at - 1] in _NAMED_BY_OF:
        return False  # "denied land for the building of a temple for them", "power to the republic of Malta"
    return any(words[before] in PREPOSITIONS and before + 1 not in sentence.dated for before in range(hit.end, at))


def _is_of_second_verb(words: list[str], hit: Hit, start: int) -> bool:
    """Whether a preposition behind a second participle has an actor, which is none of the first one's: `is quitting and going to | Spain`, but not `beating and robbing | Borg`."""
    if hit.verb is None:
        return False
    return any(
        words[at] in COORDINATORS
        and is_participle(words[at + 1])
        and (words[at + 2] in PREPOSITIONS or words[at + 2] == "to")
        for at in range(hit.end, start - 2)
    )


def _ends_reach(sentence: Sentence, hit: Hit, verb: int) -> bool:
    """Whether what stands behind a later verb of the clause is that verb's: `leaders meeting in Rome on Friday | asked Waugh to help`."""
    if hit.verb is not None:
        return hit.verb.tense is Tense.PARTICIPLE and verb > hit.end
    if is_embedded_noun(sentence, hit.start, hit.end):
        return True
    return _only_feels(sentence, hit, verb)


def feels_effect(sentence: Sentence, hit: Hit, placed: Placed) -> bool:
    """Whether an actor behind a visit or speech is the object of a verb whose subject this is: `The visit | angered | Malta`."""
    if hit.verb is not None or hit.kind not in ("visit", "speech"):
        return False
    verb = sentence.first_finite(hit.end, placed.start)
    return hit.end <= verb < placed.start and _only_feels(sentence, hit, verb)


def _only_feels(sentence: Sentence, hit: Hit, verb: int) -> bool:
    return hit.kind in _WITHOUT_EFFECT and _UNITING.isdisjoint(sentence.words[verb : verb + 2])
