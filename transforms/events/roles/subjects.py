"""The subject of a verb or of a noun's clause: which actors of a sentence stand as such.

Belongs here: insertions, participles and fronted phrases around a subject. Does not: which actors beside each other belong together (enumerations.py),
objects, agents and roles (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import OPENING, Kind, is_participle
from transforms.events.clauses.fronts import behind_opening_participle, front_of, opening_participle
from transforms.events.clauses.inserted import (
    is_apposed_clause,
    is_inserted,
    joined_over_insertion,
    without_apposition,
    without_included,
    without_told_of,
)
from transforms.events.clauses.objects_ahead import behind_object_ahead
from transforms.events.clauses.placed_actors import Placed, is_owner
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.teller_again import teller_goes_on
from transforms.events.roles.antecedents import described, described_before
from transforms.events.roles.enumerations import (
    coordinated,
    enumerated,
    has_preposition,
    is_joined,
    is_listed_in_phrase,
)
from transforms.events.roles.own_subjects import first_bare_verb, has_own_subject, stands_alone
from transforms.events.words.function_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    OWNER_ENDINGS,
    PREPOSITIONS,
    REPORTING,
)
from transforms.vocabulary import word_set

_OPENED: Final = frozenset({Kind.COORDINATE, Kind.SIMULTANEOUS, Kind.TEMPORAL})
_SHARES_SUBJECT: Final = _OPENED | {Kind.PARTICIPLE, Kind.RESUMED, Kind.PARENTHESIS}
# before an actor and its participle: `despite Borg pushing for`
_WITH: Final = frozenset({"with", "despite", "amid", "without"})
TELLING: Final = word_set("clauses", "telling_beside")
_SENDS: Final = word_set("clauses", "sends")
_ASKING_FORMS: Final = word_set("clauses", "asking_participles")
_BEHIND_PARTICIPLES: Final = frozenset({"of", "by", "with", "for"})
_SAYINGS: Final = word_set("clauses", "sayings") | {"demanded", "asked", "praised", "appealed"}
_ONE_PERSON: Final = frozenset({"he", "she"})
_BODIES: Final = word_set("organisations", "common_nouns")
_LAW: Final = word_set("titles", "of_the_law")
GROUP_REACH: Final = 6  # tokens before a noun in which its possessor or nationality stands


def is_of_the_law(actor: ActorMention) -> bool:
    """Whether somebody tries or catches others, and is hardly tried: `prosecutors`, `Judge Waugh`."""
    return not _LAW.isdisjoint(actor.surface.lower().split())


def subject_before(sentence: Sentence, before: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The actors that stand as subject before a token: in its clause, else in the clause whose subject it shares."""
    index, verb = sentence.clause_at(before), before
    if before and sentence.words[before - 1] in _ONE_PERSON and not any(item.end == before for item in actors):
        return ()  # "At the invitation of Mr Borg, she will travel": nobody whom she means was named
    for verb_of in (_sending, _behind_opening, _first_participle, first_bare_verb):
        if (other := verb_of(sentence, index, before)) >= 0:
            return subject_before(sentence, other, actors)
    if behind_front := _subject_behind_front(sentence, before, actors) or _subject_behind_participle(
        sentence, before, actors
    ):
        return behind_front
    clause = sentence.clauses[index]
    resumes = clause.kind is Kind.RESUMED and clause.start == before  # "who attacked the embassy | was arrested"
    before_it = () if resumes else _right_before(sentence, clause.start, before, actors)
    beside = [item for item in before_it if _words_allow_subject(sentence.words, item.start, before)]
    if beside and is_listed_in_phrase(sentence.words, beside[-1], actors):
        beside = []
    ahead = min(beside[-1].start, behind_object_ahead(sentence, clause.start, before)) if beside else 0
    if beside and (ahead or not (sentence.finite[before] and _is_governed(sentence, beside[-1], index, actors))):
        # "told reporters | three people had died"
        own = clause.kind is Kind.CONTENT or _is_only_teller(sentence, clause.kind, clause.start, before)
        first = clause.start if own and clause.start <= beside[-1].start else ahead
        *others, last = _without_kinds([item for item in actors if first <= item.start and item.end <= before])
        if over := joined_over_insertion(sentence.words, last, others):
            return (over.actor, last.actor)
        return enumerated(sentence.words, last, [item for item in others if item.end <= last.start])
    bare = sentence.words[clause.start] == ";" and before == clause.start + 1  # "Karl Borg, a judge; died on Monday"
    if (bare or before == clause.start) and index and clause.kind is Kind.MAIN:
        before = clause.start
        index -= 1
    while index >= 0:
        found = _subject_in(sentence, index, before, verb, actors)
        if found is not None:
            return found
        before = sentence.clauses[index].start
        index -= 1
    return ()


def _right_before(sentence: Sentence, start: int, before: int, actors: Sequence[Placed]) -> list[Placed]:
    """The actors that end at a token, from where it is said what they are: `managers at | the firm Norfield | face trial`."""
    beside = [item for item in actors if item.end == before]
    if not beside or not sentence.words[beside[-1].start - 1].isalpha():
        return beside
    joined = _without_kinds([item for item in actors if start <= item.start and item.end <= before])
    return [item for item in joined if item.end == before] or beside


def _is_only_teller(sentence: Sentence, kind: Kind, start: int, verb: int) -> bool:
    """Whether a clause behind a comma has one teller alone, to whom nobody before the comma is joined: `it sacked workers | , a court ruled`."""
    words = sentence.words
    return kind is Kind.REPORT and words[start] == "," and COORDINATORS.isdisjoint(words[start:verb])


def _subject_behind_front(sentence: Sentence, before: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The subject between a phrase with a participle of its own and the first verb behind it: `In a letter published on Monday, Waugh urged them`."""
    front = front_of(sentence, before)
    if front is None or before < front.comma or sentence.first_finite(front.comma, before) < before:
        return ()
    inside = [item for item in actors if front.comma < item.start and item.end <= before]
    return coordinated(sentence, _without_kinds(inside)) if inside else ()


def _subject_behind_participle(sentence: Sentence, before: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The subject behind the comma that closes the participle with which its sentence opens: `Addressing a rally on Monday, Waugh urged them to vote`."""
    span = behind_opening_participle(sentence) if before in (0, opening_participle(sentence)) else None
    inside = [item for item in actors if span[0] < item.start and item.end <= span[1]] if span else []
    inside = [item for item in inside if not is_owner(sentence.words, item)]
    free = next((item for item in inside if not has_preposition(sentence.words, item.start)), None)
    near = span is not None and free is not None and free.start - span[0] <= GROUP_REACH
    return coordinated(sentence, _without_kinds(inside)) if near else ()


def _subject_in(
    sentence: Sentence, index: int, before: int, verb: int, actors: Sequence[Placed]
) -> tuple[ActorMention, ...] | None:
    """The actors before a token that a clause has as subject of a verb in it or behind it, none where there is no subject; None where the clause before it has it."""
    clause, words = sentence.clauses[index], sentence.words
    if before == clause.end and (
        is_inserted(sentence, index)
        or _is_phrase_of_time(sentence, index, actors)
        or _is_row(sentence, index)
        or is_apposed_clause(sentence, index)
    ):
        return None
    if clause.kind is Kind.CONTENT and index and teller_goes_on(sentence, clause.start, before, verb):
        return None
    limit = _first_verb(sentence, clause.start, before)
    # "said growth was slow and demanded reforms": who says the one demands the other
    asks = clause.kind is Kind.CONTENT and words[verb] in _SAYINGS and clause.end < verb
    inside = _before_verb(words, clause.start, limit, actors)
    inside = [item for item in inside if not _is_address(sentence, item, actors)]
    inside = without_told_of(sentence, index, limit, inside)
    if before == clause.end:
        inside = without_apposition(words, clause.start, before, inside)
    if asks and all(words[item.end] in OWNER_ENDINGS for item in inside):
        inside = []  # "said Malta's war was over and urged rebels to stop"
    if inside and _goes_on_with_and(sentence, clause.start, limit, inside[-1]):
        inside = _without_object(words, inside)
        if not inside and clause.kind is Kind.RELATIVE and words[limit - 2] == "," and index:
            return None  # "sided with banks, which include Borg Bank, and dismissed the case"
    if inside:
        return coordinated(sentence, _before_participle(words, _without_kinds(inside)))
    if clause.kind is Kind.RELATIVE:
        return described(words, clause.start, actors)
    if index == 1 and clause.kind is Kind.RESUMED and sentence.clauses[0].kind in OPENING and stands_alone(sentence):
        return ()
    reports = clause.kind is Kind.REPORT and index and words[clause.start] == ","
    if reports and sentence.finite[clause.start + 1 : clause.start + 2] == [True]:
        teller = described_before(
            words, clause.start, actors
        )  # "Borg, who was blamed after the blast, said in a statement"
        bare = sentence.first_finite(sentence.clauses[index - 1].start, clause.start) == clause.start
        return teller or (None if bare else ())
    of_themselves = clause.kind is Kind.CONTENT and "they" in words[clause.start : clause.start + 2]
    if clause.kind not in _SHARES_SUBJECT and not asks and not of_themselves or index == 0:
        return ()
    return () if clause.kind in _OPENED and has_own_subject(sentence, clause.start, limit) else None


def _is_phrase_of_time(sentence: Sentence, index: int, actors: Sequence[Placed]) -> bool:
    """Whether a clause has neither verb nor subject and only tells when, inside what is said of a subject: `Malta, tired of fighting | after the wars in Iraq and Syria | , ruled it out`."""
    clause, words = sentence.clauses[index], sentence.words
    if not index or clause.kind is not Kind.TEMPORAL or sentence.first_finite(clause.start, clause.end) < clause.end:
        return False
    inside = next((item for item in actors if clause.start <= item.start < clause.end), None)
    if inside is not None and not has_preposition(words, inside.start):
        return False  # "after Karl Borg, a judge, ordered it"
    before = sentence.clauses[index - 1]
    if before.kind is Kind.RELATIVE:
        return True
    return any(before.start <= item.start < before.end and words[item.end] == "," for item in actors)


def _sending(sentence: Sentence, index: int, before: int) -> int:
    """The verb by which somebody sends what a participle tells: `Waugh wrote to the chairman requesting a delay`; -1 without one."""
    words, start = sentence.words, sentence.clauses[index].start
    if words[before] not in _ASKING_FORMS or words[before - 1] in PREPOSITIONS:
        return -1
    verb = sentence.first_finite(start, before)
    return verb if verb < before and words[verb] in _SENDS and sentence.first_finite(verb + 1, before) == before else -1


def _is_row(sentence: Sentence, index: int) -> bool:
    """Whether two clauses are participles in a row, which have one subject: `, killing six people, injuring ten others`."""
    return _opening_participle(sentence, index) >= 0 and _opening_participle(sentence, index + 1) >= 0


def _opening_participle(sentence: Sentence, index: int) -> int:
    """The participle that opens a clause of its kind, or -1."""
    words, clause = sentence.words, sentence.clauses[index]
    first = clause.start + 1 if words[clause.start] == "," else clause.start
    return first if clause.kind is Kind.PARTICIPLE and first < clause.end and is_participle(words[first]) else -1


def _first_participle(sentence: Sentence, index: int, before: int) -> int:
    """The participle that opens a clause and with which another one shares its subject: `killing six people and injuring ten`; -1 without one."""
    words, first = sentence.words, _opening_participle(sentence, index)
    return first if first < before - 1 and words[before - 1] in COORDINATORS and is_participle(words[before]) else -1


def _behind_opening(sentence: Sentence, index: int, before: int) -> int:
    """The verb whose subject a participle shares that opens the sentence: `After storming the base, rebels withdrew`; -1 without one."""
    clauses = sentence.clauses
    if before != clauses[index].start + 1 or not is_participle(sentence.words[before]) or index + 1 == len(clauses):
        return -1
    following = clauses[index + 1]
    verb = sentence.first_finite(following.start + 2, following.end)
    return verb if following.kind is Kind.RESUMED and verb < following.end else -1


def _before_verb(words: list[str], start: int, limit: int, actors: Sequence[Placed]) -> list[Placed]:
    """The actors from the start of a clause to its verb, but for pronouns that only own and a phrase that opens it."""
    inside = [item for item in actors if start <= item.start and item.end <= limit and not is_owner(words, item)]
    return _behind_front(words, start, limit, without_included(words, start, inside))


def _ends_in_noun(actor: ActorMention) -> bool:
    return actor.surface.split()[-1].islower()


def _is_head(actor: ActorMention) -> bool:
    """Whether a name right behind an actor only says of what that is the head: `the coach of the club | Norfield United`."""
    return " of " in actor.surface and _ends_in_noun(actor)


def _tells_what(kind: ActorMention, named: ActorMention) -> bool:
    """Whether an actor right before a name only says what or whose that is: `retailer | Norfield Stores`, `Borg Steel | Karl Borg`, but not `Air Force | C-17`."""
    if kind.kind not in ("organisation", "person"):
        return False
    is_noun = _ends_in_noun(kind) or kind.surface.lower() in _BODIES  # "Retailer" where a sentence begins
    return is_noun or kind.kind == "organisation" and named.kind == "person"


def _without_kinds(inside: list[Placed]) -> list[Placed]:
    """The actors before a verb, each together with the one right beside it of which it is the head, or that only says what it is."""
    joined: list[Placed] = []
    for item in inside:
        before = joined[-1] if joined and joined[-1].end == item.start and item.actor.surface[:1].isupper() else None
        if before is not None and _is_head(before.actor):
            joined[-1] = before._replace(end=item.end)
        elif before is not None and _tells_what(before.actor, item.actor):
            joined[-1] = item._replace(start=before.start)
        else:
            joined.append(item)
    return joined


def _is_address(sentence: Sentence, item: Placed, actors: Sequence[Placed]) -> bool:
    """Whether a state between commas only says where the place before it is: `A car bombing near Aden, Yemen, killed three`."""
    words, before = sentence.words, item.start - 1
    if item.actor.kind != "state" or before < 1 or words[before] != "," or words[item.end : item.end + 1] != [","]:
        return False
    return sentence.raw[before - 1][:1].isupper() and not any(other.end == before for other in actors)


def _goes_on_with_and(sentence: Sentence, start: int, verb: int, last: Placed) -> bool:
    """Whether "and" joins a verb to an earlier one, so that the actor before it is no subject: `The plan explores effects on girls and calls on ...`."""
    words = sentence.words
    at = verb - 2 if words[verb - 2 : verb - 1] == [","] else verb - 1
    return words[verb - 1] == "and" and last.end in (at, at + 1) and last.start - start > 1 and sentence.finite[verb]


def _without_object(words: list[str], inside: list[Placed]) -> list[Placed]:
    """The actors before a verb without the last one and those that are enumerated with it."""
    first = len(inside) - 1
    while first and is_joined(words, inside[first - 1], inside[first]):
        first -= 1
    return [item for item in inside[:first] if not has_preposition(words, item.start)]


def _behind_front(words: list[str], start: int, limit: int, inside: list[Placed]) -> list[Placed]:
    """Of the actors before a verb those behind a phrase that only opens the clause, if there are any: `After the jury trial, two officers were ...`."""
    opening = start + 1 if words[start] in (",", "and", "but", '"', "“", "``") and start + 1 < limit else start
    participle = start == 0 and words[0].endswith("ed") and words[0] not in ADVERBS
    gerund = start == 0 and is_participle(words[words[0] == "not"])  # "Accusing the senators of fraud, Waugh resigned"
    fronted = participle or gerund or words[opening] in PREPOSITIONS
    if not fronted or "," not in words[opening:limit] or "," in words[limit - 1 : limit + 1]:
        return inside
    comma = words.index(",", opening)
    if participle and inside and inside[-1].end <= comma:
        return []  # "Drafted by Waugh, the rule arrived late"
    behind = [placed for placed in inside if placed.start > comma]
    return [item for item in behind if not has_preposition(words, item.start)] and behind or inside


def _is_governed(sentence: Sentence, last: Placed, index: int, actors: Sequence[Placed]) -> bool:
    """Whether the participle of another actor of a clause governs one right before a verb."""
    words, start = sentence.words, sentence.clauses[index].start
    inside = [item for item in actors if start <= item.start and item.end <= last.end]
    if any(_is_described(words[item.end : item.end + 2]) for item in inside[:-1]):
        return True  # "A man accused of beating his wife was freed"
    return len(inside) > 1 and all(item.end != last.end for item in _before_participle(words, inside))


def _is_described(behind: list[str]) -> bool:
    """Whether the words behind an actor are a past participle with its preposition, and no verb of saying: `accused of`, `owned by`."""
    if len(behind) < 2:
        return False
    return behind[0].endswith("ed") and behind[0] not in REPORTING and behind[1] in _BEHIND_PARTICIPLES


def _before_participle(words: list[str], inside: list[Placed]) -> list[Placed]:
    """Of the actors before a verb those that no participle of another one governs: `Rebels seeking to oust the president have taken the town`."""
    for at, placed in enumerate(inside[:-1]):
        behind = words[placed.end]
        if placed.actor.kind == "state" or placed.actor.pronoun:  # "Swiss banking"; "their handling"
            continue
        if is_participle(behind) and behind not in TELLING:  # "officials saying troops had attacked"
            return inside[: at + 1]
    return inside


def _words_allow_subject(words: list[str], start: int, verb: int) -> bool:
    """Whether an actor right before a verb is its subject: no preposition before it, save "with" before a participle."""
    if not has_preposition(words, start):
        return start == 0 or words[start - 1] != ","
    if words[start - 1] == "for" and words[verb : verb + 1] == ["to"]:
        return True  # "pressed for the minister to resign"
    if verb >= len(words) or not words[verb].endswith("ing"):
        return False
    at = start - 2 if words[start - 1] in DETERMINERS else start - 1
    return words[start - 1] in _WITH or words[at] == "of"  # "questioned the logic of the president making a speech"


def _first_verb(sentence: Sentence, start: int, before: int) -> int:
    """The first finite verb from a token on: what stands behind it is no subject."""
    return sentence.first_finite(start + 1, before)
