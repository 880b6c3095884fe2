"""Whether what a noun names is still to come: scheduled, awaited, part of what will be.

Belongs here: words around a noun that put it ahead. Does not: tense and mood of verbs (of_verb.py), which status follows (of_noun.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.event_kinds import ARRANGED, SCHEDULED
from transforms.events.status.of_verb import is_told
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    FUTURE,
    HAVE,
    INFINITIVES,
    MODALS,
    PREPOSITIONS,
    is_adverb,
    is_in_ly,
)
from transforms.vocabulary import word_set

LOOK_BACK: Final = 8  # tokens before a noun in which its verb stands
GROUP: Final = 3  # tokens before a noun that belong to its group
_INCLUDES: Final = frozenset({"include", "feature", "comprise", "involve"})
_HOLDS: Final = word_set("clauses", "holding_occasions")
_GIVEN_REACH: Final = (
    9  # tokens behind a noun in which a clause says who will hold it: `a speech the minister will deliver`
)
SLATED: Final = frozenset({"scheduled", "planned", "slated"})
_EXPECTED: Final = SLATED | {"expected", "due"}
# how one goes towards what is arranged: "ahead of the vote", "is heading into an election"
_AHEAD_OF: Final = frozenset(
    {("ahead", "of"), ("head", "into"), ("heads", "into")}
    | {(word, to) for word in ("heading", "headed") for to in ("into", "toward", "towards", "for")}
)
_TREATING: Final = word_set("clauses", "treating")
_BANS: Final = word_set("clauses", "bans")
_FORBIDDING: Final = frozenset({"on", "against"})
_UNTIL: Final = frozenset({"before", "until", "till"})
_COMES: Final = frozenset({"comes", "come"})
_DEALS_WITH: Final = word_set("clauses", "deals_with")
_SUBJECT_REACH: Final = 18  # tokens between an occasion and the verb of its clause: `talks between Borg and the minister of trade, Anna Vella, will focus on`
_HELD: Final = word_set("clauses", "held")
_TOLD_REACH: Final = 8  # tokens behind a noun in which the verb of its clause stands
_TAKES_PLACE: Final = word_set("clauses", "takes_place")
_OPENS_CLAUSE: Final = frozenset({"that", "which", "who", ";"})
_COPED_WITH: Final = frozenset({"after", "from", "over", "to"})  # tie what will be to what has happened


def lies_ahead(sentence: Sentence, hit: Hit) -> bool:
    """Whether other things are told to be "ahead of" what an arranged noun names: `laid out his view ahead of a state visit`."""
    return hit.verb is None and hit.kind in ARRANGED and tie_of(sentence, hit) in _AHEAD_OF


def is_awaited(sentence: Sentence, hit: Hit) -> bool:
    """Whether something is or will be before, until or, if it is arranged, after what a noun names: `will remain until the meeting`, `comes a week before a summit`."""
    index = sentence.clause_at(hit.start)
    opener = sentence.words[sentence.clauses[index].start]
    if not index or opener not in _UNTIL and (opener != "after" or hit.kind not in SCHEDULED):
        return False
    before, first = sentence.clauses[index - 1], sentence.clauses[index].start
    if hit.start - first > LOOK_BACK or sentence.first_finite(first + 1, hit.start) < hit.start:
        return False
    verb = sentence.first_finite(before.start, before.end)
    if opener == "before" and hit.kind in ARRANGED and not _COMES.isdisjoint(sentence.words[before.start : before.end]):
        return True
    if verb == before.end:
        return False
    open_still = opener == "before" and hit.kind in SCHEDULED and sentence.words[verb + 1] not in HAVE
    return sentence.words[verb] in FUTURE or open_still and sentence.words[verb] in MODALS


def tie_of(sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    """The word before the preposition of a noun, and that preposition: `due to` of `due to the storm`, `request for` of `his request for a meeting`."""
    words = sentence.words
    at = hit.start - 1
    while (
        at > 0
        and hit.start - at <= GROUP
        and words[at] not in PREPOSITIONS
        and words[at] != "to"
        and words[at][0].isalnum()
        and not sentence.finite[at]  # "a judge in Malta approved the deal"
    ):
        at -= 1
    return (words[at - 1], words[at]) if at > 0 and (words[at] in PREPOSITIONS or words[at] == "to") else ()


def is_treated(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun is only what others speak or decide about: `a speech about the attack`, `a hearing on the spill`."""
    tie = tie_of(sentence, hit)
    return tie[1:] == ("about",) or tie[1:] == ("on",) and tie[0] in _TREATING or is_banned(*tie)


def is_banned(tied: str = "", preposition: str = "") -> bool:
    """Whether a noun names a kind of thing that is forbidden or governed, by the word before it and its preposition: `a ban on protests`, `a law against strikes`."""
    return preposition in _FORBIDDING and tied in _BANS


def _is_scheduled(following: list[str]) -> bool:
    """Whether the words behind a noun say that it is to come; "due to" before a noun gives a cause."""
    if not SLATED.isdisjoint(following):
        return True
    if "due" not in following:
        return False
    behind = following[following.index("due") + 1 :]
    return behind[:1] != ["to"] or behind[1:2] == [] or behind[1] in INFINITIVES


def _is_set(following: list[str]) -> bool:
    """Whether what a noun names is set or expected for later: `His trial, set to start on Tuesday`, `a deal expected to close in May`, but not `a deal expected to create jobs`."""
    at = 1 if following[:1] == [","] else 0
    if following[at : at + 2] == ["expected", "to"]:
        return not _TAKES_PLACE.isdisjoint(following[at + 2 : at + 3])
    return following[at : at + 1] == ["set"] and following[at + 1 : at + 2] in (["to"], ["for"])


def _is_expected(sentence: Sentence, hit: Hit) -> bool:
    """Whether the clause that a noun opens says that it is expected: `The announcement of new members is expected on Friday`."""
    words, index = sentence.words, sentence.clause_at(hit.start)
    clause = sentence.clauses[index]
    if hit.start - clause.start > GROUP or not PREPOSITIONS.isdisjoint(words[clause.start : hit.start]):
        return False
    verb = sentence.first_finite(hit.end, clause.end)
    return verb < clause.end - 1 and words[verb] in ("is", "are") and words[verb + 1] in _EXPECTED


def _will_be_held(sentence: Sentence, hit: Hit) -> bool:
    """Whether a clause behind a noun says who will hold it: `excerpts from a speech the minister will deliver`."""
    reach = sentence.words[hit.end : hit.end + _GIVEN_REACH]
    if hit.kind not in ARRANGED or not reach or not reach[0][0].isalpha() or reach[0] in PREPOSITIONS:
        return False
    return any(word in FUTURE and then in _HOLDS for word, then in pairwise(reach))


def _will_deal(sentence: Sentence, hit: Hit) -> bool:
    """Whether an occasion is the subject of what will happen there, however long its name: `The visits to Malta and Norway will centre on trade`."""
    words = sentence.words
    first = sentence.clauses[sentence.clause_at(hit.start)].start
    if hit.kind not in ARRANGED or hit.start - first > GROUP or sentence.first_finite(first, hit.start) < hit.start:
        return False
    if not PREPOSITIONS.isdisjoint(words[first : hit.start]):
        return False
    end = min(len(words), hit.end + _SUBJECT_REACH)
    verb = sentence.first_finite(hit.end, end)
    if verb == end or words[verb] not in FUTURE or not _OPENS_CLAUSE.isdisjoint(words[hit.end : verb]):
        return False
    behind = next((word for word in words[verb + 1 :] if not is_adverb(word) and not is_in_ly(word)), "")
    return behind in _DEALS_WITH | _TAKES_PLACE


def _is_announced_part(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a noun is a part, however far behind, of what will be: `The programme will include talks with the minister, John Waugh, and a visit`."""
    verb = sentence.first_finite(start, at)
    if verb >= at - 1 or sentence.words[verb] not in FUTURE or sentence.words[verb + 1] not in _INCLUDES:
        return False
    return sentence.first_finite(verb + 1, at) == at


def _is_told_to_start(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody said that what a noun names would take place: `said | the talks would resume on Friday`, but not `The talks would resume if`."""
    words, first = sentence.words, sentence.clauses[sentence.clause_at(hit.start)].start
    verb = sentence.first_finite(hit.end, min(len(words) - 2, hit.end + _TOLD_REACH))
    if hit.start - first > GROUP + 1 or verb >= len(words) - 2 or words[verb] != "would":
        return False
    if not PREPOSITIONS.isdisjoint(words[first : hit.start]) or not _OPENS_CLAUSE.isdisjoint(words[hit.end : verb]):
        return False
    behind = [word for word in words[verb + 1 :] if not is_adverb(word) and not is_in_ly(word)]
    if behind[:1] == ["be"] and _HELD.isdisjoint(behind[1:2]):
        return False  # "said an invasion would be a disaster", "said the attacks would be investigated"
    return not _TAKES_PLACE.isdisjoint(behind[:1]) and is_told(sentence, verb + 1)


def will_be(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words behind a noun, or the verb of its clause, say that it will be: `talks will begin`, `a visit scheduled for May`."""
    words = sentence.words
    if hit.kind == "disaster" and not _COPED_WITH.isdisjoint(tie_of(sentence, hit)[1:]):
        return False  # "the response to the spill will continue"
    following = words[hit.end : hit.end + 4]
    starts = any(word in FUTURE and then in _TAKES_PLACE for word, then in pairwise(words[hit.end : hit.end + 6]))
    deals = hit.kind in ARRANGED and following[:1] == ["will"] and not _DEALS_WITH.isdisjoint(following)
    if (
        starts
        or deals
        or _will_deal(sentence, hit)
        or _is_scheduled(following)
        or _is_set(following)
        or _will_be_held(sentence, hit)
    ):
        return True
    if _is_expected(sentence, hit) or _is_told_to_start(sentence, hit):
        return True
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    later = following[:1] and following[0] in MODALS
    return not later and _is_announced_part(sentence, clause.start, hit.start)
