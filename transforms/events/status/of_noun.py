"""Whether what a noun names took place: `will hold talks`, `calls for a visit`, `fear of an attack`.

Belongs here: the verbs and nouns that govern a noun. Does not: events named by verbs (of_verb.py), when they were (dating/read.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.background import is_known
from transforms.events.dating.said_there import is_said_there
from transforms.events.event_kinds import ARRANGED, HARMFUL
from transforms.events.status.of_verb import BELIEVED, DONE_VERBS, HYPOTHETICAL, PLANNED_VERBS, is_told
from transforms.events.status.plans import GROUP, LOOK_BACK, SLATED, is_awaited, is_banned, tie_of, will_be
from transforms.events.status.predicates import CALLING, is_called_off, is_only_a_kind, is_set_to_begin
from transforms.events.status.reproaches import is_tried
from transforms.events.status.statuses import Status
from transforms.events.status.unreached import is_only_prospect, is_unreached
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    ADVERBS,
    AT_OCCASIONS,
    BE,
    COORDINATORS,
    DEFINITE,
    DETERMINERS,
    FUTURE,
    HAVE,
    INDEFINITE_ARTICLES,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
    is_in_ly,
)
from transforms.vocabulary import word_set

_PLANNED_NOUNS: Final = word_set("clauses", "planned_nouns")
_WEIGHING: Final = word_set("clauses", "weighing")
_WARDING: Final = word_set("clauses", "warding")
_FORBIDDING: Final = word_set("clauses", "forbidding")
_RULING: Final = frozenset({"rule", "ruled", "rules", "ruling"})
# what is there before somebody considers it ("is considering complaints")
_THERE_BEFORE: Final = frozenset({"accusation", "charge", "demand", "publication", "peace_plan"})
_NEW: Final = INDEFINITE_ARTICLES | {"new"}
_WISHES: Final = word_set("clauses", "wishes")
_CALL_REACH: Final = 3  # tokens behind "called" in which its "for" stands: `called on Monday for`
_ONGOING: Final = word_set("clauses", "ongoing_cues")
_INDEFINITE: Final = word_set("clauses", "indefinite")
_UNDER_WAY: Final = (
    ["are", "taking"],
    ["is", "taking"],
    ["are", "underway"],
    ["is", "underway"],
    ["are", "under"],
    ["is", "under"],
)
_GROUP_ENDS: Final = PREPOSITIONS | DETERMINERS | {"to"}
_LINKS: Final = frozenset(
    {"is", "are", "was", "were", "remains", "remained", "seems", "seemed", "looks", "looked", "appears"}
)
_POSSIBLE: Final = word_set("clauses", "possible_words")
_PREDICATE_REACH: Final = 5  # tokens behind a noun in which the verb stands that says it is possible
_ANY_REACH: Final = 6  # tokens before a noun in which its "any" stands
_IMAGINED: Final = word_set("clauses", "imagined") | word_set("clauses", "mentioned")
_AWAITING: Final = word_set("clauses", "awaiting")
_ASKING: Final = word_set("clauses", "asking")
_ASKS: Final = word_set("clauses", "urging")
_ASKING_REACH: Final = 6  # tokens before "to" in which stands who asks for it
_PERSUADED: Final = frozenset({"him", "her", "it", "them", "us", "me"})
_LEADING: Final = frozenset({"lead", "leads", "leading"})
_GOING_ON: Final = frozenset({"continuing", "ongoing"})
_WHERE: Final = frozenset({"at", "during", "after", "before", "since", "following"})
_NOW: Final = frozenset({"is", "are", "'s", "been", "remain", "remains"})
_RECORDS: Final = frozenset({"minutes", "transcript", "transcripts"})
_RECORD_REACH: Final = (
    9  # tokens before a noun in which the record of it stands: `minutes of the central bank's latest meeting`
)
_CAUSES: Final = frozenset({("due", "to"), ("because", "of"), ("wake", "of"), ("caused", "by"), ("hit", "by")})
_ACCORDING: Final = ("according", "to")
_PREPARED: Final = frozenset({("preparations", "for"), ("preparation", "for")})
_PLACES_FOR: Final = frozenset({("venue", "for"), ("venues", "for")})  # what is offered or chosen for it
_FACING: Final = frozenset({"face", "faces", "facing"})
_FACED: Final = frozenset({"election", "vote"})  # what lies ahead of those who face it
_TRYING: Final = word_set("clauses", "striving") | {"seek", "seeks", "sought", "try", "tries", "tried"}
_INSISTING: Final = word_set("clauses", "insisting")
_ENTAILING: Final = word_set("clauses", "entailing")
_CONDITION_REACH: Final = 8  # tokens behind a noun in which stands that it is a condition
_CONDITIONS: Final = frozenset({"condition", "precondition", "prerequisite"})
_UNDOING: Final = word_set("clauses", "undoing")
_LEAVING: Final = word_set("clauses", "leaving")
_RECALLING: Final = word_set("clauses", "recalling")
_VERB_REACH: Final = 3  # tokens behind "will" in which its verb stands: `will never forget`
_SPEAKERS: Final = frozenset({"i", "we", "you"})
_IS: Final = frozenset({"is", "are"})
_FAR_BACK: Final = 14  # tokens before a noun in which "will" stands, beyond those of LOOK_BACK
_SAID: Final = word_set("clauses", "said_at_occasions")
_MADE_BY: Final = frozenset({"in", "into", "by", "through", "under", "as"})
_THREATENING: Final = frozenset({"threaten", "threatens", "threatened"})


def status_of_noun(sentence: Sentence, hit: Hit) -> Status:
    """The status that the words around a noun give what it names."""
    words = sentence.words
    group = words[max(0, hit.start - GROUP) : hit.start]
    tie = tie_of(sentence, hit)
    if (
        tie in _CAUSES
        or is_known(sentence, hit)
        or _is_recorded(words[max(0, hit.start - _RECORD_REACH) : hit.start])
        or _is_said_there(sentence, hit)
        or is_said_there(sentence, hit)
    ):
        return Status.HAPPENED
    if hit.start and words[hit.start - 1] in _GOING_ON:  # "will clash with the continuing trial"
        return Status.ONGOING
    if tie == _ACCORDING and hit.kind == "investigation":
        return Status.HYPOTHETICAL  # "according to the investigation, he stole a car" only tells who says so
    if tie and _is_tied_to_thought(words, hit.start, *tie) or is_banned(*tie) or is_unreached(sentence, hit):
        return Status.HYPOTHETICAL
    if tie in _PLACES_FOR or is_only_prospect(sentence, hit) or is_only_a_kind(sentence, hit):
        return Status.HYPOTHETICAL
    if tie in _PREPARED and hit.kind in ARRANGED:
        return Status.PLANNED
    if is_called_off(sentence, hit) or _is_only_wanted(sentence, hit, tie):
        return Status.HYPOTHETICAL
    if not _PLANNED_NOUNS.isdisjoint(group):
        none = any(before == "no" and word in _PLANNED_NOUNS for before, word in pairwise(group))
        return Status.HYPOTHETICAL if none else Status.PLANNED  # "there are no scheduled talks"
    if _is_only_possible(sentence, hit):
        return Status.HYPOTHETICAL
    if not _INDEFINITE.isdisjoint(group) or _is_any_of(words, hit.start):
        return Status.HYPOTHETICAL if "alleged" not in group else Status.ALLEGED
    if words[hit.end : hit.end + 1] in (["that"], ["which"]) and words[hit.end + 1 : hit.end + 3] in _UNDER_WAY:
        return Status.ONGOING
    status = _of_governing_verb(sentence, hit)
    if status is Status.PLANNED and is_tried(sentence, hit):
        return Status.HAPPENED
    if status is Status.HAPPENED and _is_in(words, hit.start):
        return Status.ONGOING
    behind = words[hit.end : hit.end + (2 if words[hit.end : hit.end + 1] == [","] else 3)]
    if status is Status.HAPPENED and _ONGOING.intersection(group + behind):
        return Status.ONGOING  # "the talks, still in progress", but not "after the talks, Malta still has no deal"
    later = status is Status.HAPPENED and (is_awaited(sentence, hit) or _is_held_later(sentence, hit))
    return Status.PLANNED if later else status


def _is_tied_to_thought(words: list[str], at: int, tied: str, preposition: str) -> bool:
    """Whether what stands before the preposition of a noun only thinks of it: `signs of a strike`, but not `signs before the strike`; `information leading to the arrest`."""
    if preposition == "to" and tied in _LEADING and "information" in words[max(0, at - _RECORD_REACH) : at]:
        return True
    return tied in _IMAGINED and preposition not in _WHERE or preposition == "for" and tied in _ASKING


def _is_only_wanted(sentence: Sentence, hit: Hit, tie: tuple[str, ...]) -> bool:
    """Whether somebody only insists on what a noun names, or makes it a condition: `insisted on his resignation`, `set his resignation as a condition`."""
    if hit.kind in HARMFUL or hit.kind in _THERE_BEFORE:
        return False
    if tie[1:] == ("on",) and tie[0] in _INSISTING:
        return True
    behind = sentence.words[hit.end : hit.end + _CONDITION_REACH]
    return any(before == "a" and word in _CONDITIONS for before, word in pairwise(behind))


def _is_in(words: list[str], at: int) -> bool:
    """Whether somebody is in the middle of what a noun names: `is in advanced talks with the bank`."""
    first = at - 1 if words[at - 1] == "in" else at - 2
    if first < 1 or words[first] != "in":
        return False
    verb = first - 2 if words[first - 1] in ADVERBS and first > 1 else first - 1
    return words[verb] in _NOW


def _is_held_later(sentence: Sentence, hit: Hit) -> bool:
    """Whether what will be done is done during what a noun names: `are scheduled to discuss results during a conference call`."""
    index = sentence.clause_at(hit.start)
    clause, before = sentence.clauses[index], sentence.clauses[index - 1]
    if not index or sentence.words[clause.start] != "during" or hit.kind not in ARRANGED:
        return False
    if hit.start - clause.start > GROUP + 1:  # "during the talks, according to a statement"
        return False
    if (
        sentence.words[clause.start + 1] in DEFINITE | POSSESSIVES
    ):  # "will sign it during the visit", which may be under way
        return False
    words = sentence.words[before.start : before.end]
    return not FUTURE.isdisjoint(words) or any(verb in SLATED and to == "to" for verb, to in pairwise(words))


def _is_only_possible(sentence: Sentence, hit: Hit) -> bool:
    """Whether the verb behind a noun says that it may come: `an invasion remains distinctly possible`, `a strike is unlikely`."""
    words = sentence.words
    verb = sentence.first_finite(hit.end, min(hit.end + _PREDICATE_REACH, len(words)))
    behind = [word for word in words[verb + 1 : verb + 3] if not is_in_ly(word) or word in _POSSIBLE]
    return words[verb : verb + 1] != [] and words[verb] in _LINKS and behind[:1] != [] and behind[0] in _POSSIBLE


def _is_recorded(before: list[str]) -> bool:
    """Whether a noun was, for there is a record of it: `minutes of its March meeting are due on Friday`."""
    return any(word in _RECORDS and then in ("of", "from") for word, then in pairwise(before))


def _is_any_of(words: list[str], at: int) -> bool:
    """Whether "any" stands before the adjectives of a noun, however many: `any American or Israeli attack`."""
    reach = words[max(0, at - _ANY_REACH) : at]
    if "any" not in reach:
        return False
    between = reach[reach.index("any") + 1 :]
    return all(word[0].isalpha() for word in between) and _GROUP_ENDS.isdisjoint(between)


def _is_said_there(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody already spoke at a planned occasion: `said in a hastily scheduled call`."""
    words = sentence.words
    at = next((at for at in range(hit.start - 1, max(0, hit.start - LOOK_BACK), -1) if words[at] in PREPOSITIONS), 0)
    return words[at] in AT_OCCASIONS and words[at - 1] in _SAID


def _first_of_clause(sentence: Sentence, token: int) -> int:
    """The token with which the clause of another one begins, also before a bracket behind which it only goes on: `will join (by video) a meeting`."""
    index = sentence.clause_at(token)
    clauses = sentence.clauses
    if index > 1 and clauses[index].kind is Kind.RESUMED and clauses[index - 1].kind is Kind.PARENTHESIS:
        index -= 2
    return clauses[index].start


def _of_governing_verb(sentence: Sentence, hit: Hit) -> Status:
    """The status of the verb before a noun in its clause: `will hold talks`, `plans a visit`, `could face charges`."""
    words = sentence.words
    first = _first_of_clause(sentence, hit.start)
    following = words[hit.end : hit.end + 4]
    before = range(hit.start - 1, max(first - 1, hit.start - LOOK_BACK), -1)
    governing = next((at for at in before if sentence.finite[at]), -1)
    if governing >= 0 and _is_undone(sentence, governing, hit):
        return Status.HYPOTHETICAL  # "cancelled a visit planned for Monday"
    if will_be(sentence, hit) or is_set_to_begin(sentence, hit):
        return Status.PLANNED
    if following and following[0] in MODALS or following[1:2] == ["would"] and following[0] in _SPEAKERS:
        return Status.HYPOTHETICAL  # "in a referendum I would vote for it"
    for at in before:
        word = words[at]
        if word == "," and words[at + 1] in COORDINATORS:
            break
        if word in FUTURE:
            return Status.HAPPENED if _is_recalled(words, at, hit) else Status.PLANNED
        if word in MODALS:
            told = word == "would" and is_told(sentence, at) and words[at + 1] not in HAVE
            return Status.PLANNED if told else Status.HYPOTHETICAL
        if _is_not_in(words, at, hit):
            return Status.DENIED
        if _is_kept_from(sentence, at, hit):
            return Status.HYPOTHETICAL
        if (
            word == "to"
            and at + 1 < hit.start
            and words[at + 1] not in PREPOSITIONS
            and words[at + 1] not in DETERMINERS
            and not words[at + 1].endswith("s")
        ):
            return _of_infinitive(sentence, hit, at, first)
        if word in _FACING and hit.kind in _FACED:
            return Status.PLANNED
        if word in _AWAITING and not _is_aside(words, at, hit):
            return Status.PLANNED if words[at - 1] != "no" else Status.HYPOTHETICAL  # "no plans for a meeting"
        if word in _WISHES or _calls_for(words, at) or _is_weighed(words, at, hit):
            return Status.HYPOTHETICAL
        if sentence.finite[at]:
            return _by_helpers(sentence, at, hit)
    return Status.PLANNED if _is_purpose_ahead(sentence, hit, first) else Status.HAPPENED


def _of_infinitive(sentence: Sentence, hit: Hit, at: int, first: int) -> Status:
    """The status by what stands before the "to" of a noun's verb, which is at `at`: `plans to hold talks`, `failed to reach an agreement`."""
    words = sentence.words
    governor = words[at - 1] if at else ""
    if governor == "yet":  # "has yet to give a time for the announcement"
        return Status.HYPOTHETICAL
    if governor in PLANNED_VERBS or governor in BE:
        return Status.PLANNED
    asked = not _ASKS.isdisjoint(words[max(first, at - _ASKING_REACH) : at])
    if asked and "'s" not in words[at : hit.start] and _is_brought_about(words[at + 1 : hit.start], hit):
        return Status.HYPOTHETICAL  # "asked the government to hold a hearing"
    if governor in _PERSUADED and words[at - 2] not in DONE_VERBS:
        return Status.HYPOTHETICAL  # "to convince him to give testimony"
    fails = governor in NEGATIONS or governor in _TRYING and hit.kind in ARRANGED
    if fails and _is_brought_about(words[at + 1 : hit.start], hit):
        return Status.HYPOTHETICAL  # "failed to yield an agreement", "is trying to organise a summit"
    return Status.HYPOTHETICAL if governor in HYPOTHETICAL else Status.HAPPENED


def _is_purpose_ahead(sentence: Sentence, hit: Hit, first: int) -> bool:
    """Whether somebody will be somewhere for what a noun names, farther before it than other verbs reach: `will be in Malta from Monday to Friday on a visit`."""
    tie = tie_of(sentence, hit)[1:]
    if hit.kind not in ARRANGED or tie != ("for",) and (tie != ("on",) or hit.kind != "visit"):
        return False
    words = sentence.words
    for at in range(hit.start - LOOK_BACK, max(first, hit.start - _FAR_BACK) - 1, -1):
        if words[at] in FUTURE or words[at] == "to" and words[at - 1] in _IS:
            return True
        if sentence.finite[at] or words[at] == ",":
            return False
    return False


def _is_weighed(words: list[str], at: int, hit: Hit) -> bool:
    """Whether a verb only thinks of a new deed, or rules it out: `is considering a summit`, `mulls air strikes`, `ruled out a truce`, but not `considered the attack`, `opposes a report`."""
    weighed = words[at] in _WEIGHING or words[at] == "out" and words[at - 1] in _RULING
    between = words[at + 1 : hit.start]
    if words[at - 1] in DETERMINERS:
        return False  # "broke up a banned march"
    warded = words[at] == "off" and words[at - 1] in _WARDING
    if (warded or words[at] in _FORBIDDING) and hit.kind not in _THERE_BEFORE:
        return PREPOSITIONS.isdisjoint(between) and DETERMINERS.isdisjoint(between[1:])  # "banned the march"
    if not weighed or hit.kind in _THERE_BEFORE or not _NEW.issuperset(between[:1]):
        return False
    return PREPOSITIONS.isdisjoint(between) and DETERMINERS.isdisjoint(between[1:])


def _is_aside(words: list[str], at: int, hit: Hit) -> bool:
    """Whether a word of waiting has nothing to do with a noun: `a keenly awaited speech`, `submitted its plans at a recent meeting`."""
    if words[at] == "awaited" and words[at - 1].endswith("ly"):
        return True
    return words[at] in ("plan", "plans") and not _WHERE.isdisjoint(words[at + 1 : hit.start])


def _is_brought_about(between: list[str], hit: Hit) -> bool:
    """Whether what a noun names comes only by the verb before it: `reach an agreement`, but not `attend the summit`, `stop an attack`."""
    return hit.kind not in HARMFUL and DEFINITE.isdisjoint(between) and POSSESSIVES.isdisjoint(between)


def _is_recalled(words: list[str], future: int, hit: Hit) -> bool:
    """Whether what somebody will do is to think back of what a noun names: `we will never forget the visit`."""
    return not _RECALLING.isdisjoint(words[future + 1 : min(future + 1 + _VERB_REACH, hit.start)])


def _is_not_in(words: list[str], at: int, hit: Hit) -> bool:
    """Whether somebody is said not to be in talks: `is | not | currently in talks with Malta`."""
    if words[at] not in NEGATIONS or hit.kind != "meeting" or at == 0 or words[at - 1] not in BE:
        return False
    between = [word for word in words[at + 1 : hit.start] if not is_adverb(word) and not is_in_ly(word)]
    return between[:1] == ["in"] and PREPOSITIONS.isdisjoint(between[1:]) and DEFINITE.isdisjoint(between)


def _is_kept_from(sentence: Sentence, at: int, hit: Hit) -> bool:
    """Whether a negation makes a noun behind its verb no event: `did not issue a statement`, but not `did not attend the summit`."""
    words = sentence.words
    if words[at] not in NEGATIONS or words[at + 1] == "only" or hit.kind in HARMFUL:
        return False
    between = words[at + 1 : hit.start]
    if words[at + 1] in _ENTAILING:  # "a plan that does not involve his resignation"
        return True
    return PREPOSITIONS.isdisjoint(between) and DEFINITE.isdisjoint(between) and POSSESSIVES.isdisjoint(between)


def _calls_for(words: list[str], at: int) -> bool:
    """Whether what a verb calls for follows it, perhaps behind an insertion: `call, however, for`."""
    reach = _CALL_REACH if words[at + 1 : at + 2] != [","] else 2 * _CALL_REACH
    return words[at] in CALLING and "for" in words[at + 1 : at + 1 + reach]


def _by_helpers(sentence: Sentence, verb: int, hit: Hit) -> Status:
    """The status by what stands before the verb of a noun: `has not issued a statement`, `may have held talks`, `is said to have held talks`."""
    words, at = sentence.words, verb - 1
    while at >= 0 and (words[at] in HAVE or words[at] in BE or is_adverb(words[at])):
        if words[at] in NEGATIONS:
            break
        at -= 1
    if at < 0:
        return Status.HAPPENED
    if words[at] == "to" and words[at - 1] in BELIEVED and words[at + 1] in HAVE:
        return Status.ALLEGED
    if words[at] in FUTURE and _is_made_by(sentence, hit):
        return Status.PLANNED
    undone = words[at] in MODALS or _is_kept_from(sentence, at, hit)
    return Status.HYPOTHETICAL if undone else Status.HAPPENED


def _is_made_by(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun is where or by what something new will be done: `will be set out in an order`, but not `will be punished for an attack`."""
    tie, group = tie_of(sentence, hit), sentence.words[max(0, hit.start - GROUP) : hit.start]
    return (
        hit.kind not in HARMFUL and tie[1:] != () and tie[1] in _MADE_BY and not INDEFINITE_ARTICLES.isdisjoint(group)
    )


def _is_undone(sentence: Sentence, verb: int, hit: Hit) -> bool:
    """Whether the object of a verb did not take place by it: `cancelled the visit`, `pulled out of the accord`."""
    words = sentence.words
    if hit.kind == "agreement" and words[verb] in _LEAVING:
        return True
    if hit.kind in HARMFUL and words[verb] in _THREATENING:  # "threatened nuclear and missile strikes"
        return PREPOSITIONS.isdisjoint(words[verb : hit.start])
    return hit.kind in ARRANGED and words[verb] in _UNDOING and PREPOSITIONS.isdisjoint(words[verb : hit.start])
