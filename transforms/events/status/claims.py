"""Whether an event is only claimed: denied, alleged, or what somebody is accused of.

Belongs here: words of claims around a hit. Does not: tense and mood (of_verb.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.cutting import Clause
from transforms.events.clauses.sentence import Sentence
from transforms.events.status.of_verb import PLANNED_VERBS
from transforms.events.status.reproaches import is_accused_of
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import COORDINATORS, NEGATIONS, PREPOSITIONS, SUBJECT_PRONOUNS
from transforms.vocabulary import word_set

_DENIED: Final = word_set("clauses", "denied")
_DISMISSED: Final = word_set("clauses", "dismissed")
_HAVING: Final = frozenset({"having", "being", "been", "ever"})
# types whose denial says that they were not; help, a release or a hearing that is denied is refused
_DENIABLE: Final = frozenset(
    {
        "attack",
        "ceasefire",
        "meeting",
        "call",
        "agreement",
        "death",
        "disaster",
        "deployment",
        "exercise",
        "weapons_test",
        "withdrawal",
        "arrest",
        "diplomatic_break",
        "peace_plan",
    }
)
_CLAIMS: Final = word_set("clauses", "claiming")
_CLAIMED_OR_DENIED: Final = _CLAIMS | _DENIED
_TALK: Final = word_set("clauses", "talk")
_IDEAS: Final = frozenset({"idea", "notion", "suggestion", "suggestions", "possibility", "report", "reports"})
_CALLED: Final = word_set("clauses", "called_claims")
_ALLEGEDLY: Final = frozenset({"allegedly", "purportedly"})
_GOING_ON: Final = frozenset({Kind.COORDINATE, Kind.RESUMED})
_GONE_ON_FROM: Final = _GOING_ON | {Kind.MAIN, Kind.CONTENT}
_JOINING: Final = COORDINATORS | {","}
_YET_TO_SAY: Final = word_set("clauses", "yet_to_say")
_CLAIM_NOUNS: Final = word_set("clauses", "claim_nouns")
_CONTESTED: Final = frozenset({"attack", "arrest", "death", "withdrawal", "release", "deployment"})
_PARTIES: Final = word_set("clauses", "parties")
_SAID: Final = frozenset({"say", "says", "said", "report", "reports", "reported"})
_NOT_DENIED_REACH: Final = (
    3  # tokens before a denial in which a word says that it was not made: `did not immediately deny`
)
_CLAIM_REACH: Final = 7  # tokens before a noun in which the allegation stands whose content it is


def is_denied(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody denies it: `denied that troops had attacked`, `denied the attack`, `dismissed speculation that he would resign`, but not `did not deny that they had`."""
    denial = _told_with(_DENIED, sentence, hit)
    if denial is None:
        denial = _denied_as_object(sentence, hit)
    if denial is None and _is_rumoured(sentence, hit, _TALK | _IDEAS):
        denial = _told_with(_DISMISSED, sentence, hit)
    if denial is None and (noun := _noun_of_claim(sentence, hit, _TALK | _IDEAS)):
        verb = sentence.words[noun - 1]
        denial = noun - 1 if verb in _DENIED | _DISMISSED else None
    return denial is not None and not _is_negated(sentence, denial)


def _denied_as_object(sentence: Sentence, hit: Hit) -> int | None:
    """The verb that denies what stands right behind it: `denied having met Waugh`, `denied the killing`, but not `denied him parole`, which refuses it."""
    words = sentence.words
    if hit.verb is not None:
        at = hit.start - 1
        while at > 0 and words[at] in _HAVING:
            at -= 1
        is_gerund = words[hit.start].endswith("ing") or at < hit.start - 1
        return at if is_gerund and at >= 0 and words[at] in _DENIED else None
    if hit.kind not in _DENIABLE:
        return None
    at = hit.start - 1
    while at >= 0 and hit.start - at <= _CLAIM_REACH and words[at] not in PREPOSITIONS and words[at] not in _DENIED:
        at -= 1
    return at if at >= 0 and words[at] in _DENIED else None


def is_alleged(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody only claims it, or is accused of it."""
    told = _told_with(_CLAIMED_OR_DENIED, sentence, hit) is not None or _is_rumoured(sentence, hit)
    return (
        is_accused_of(sentence, hit)
        or told
        or _is_yet_to_be_said(sentence, hit)
        or _is_called_alleged(sentence, hit)
        or _is_told_by_party(sentence, hit)
    )


def _told_with(words: frozenset[str], sentence: Sentence, hit: Hit) -> int | None:
    """The first of these words whose content a hit is: `denied that ...`, `claimed that ...`."""
    index = sentence.clause_at(hit.start)
    if sentence.clauses[index].kind is not Kind.CONTENT or not index:
        return None
    before = sentence.clauses[index - 1]
    told = range(before.start, min(before.end, hit.start))
    return next((at for at in told if sentence.words[at] in words), None)


def _is_told_by_party(sentence: Sentence, hit: Hit) -> bool:
    """Whether only a party to a conflict, or who takes its side, says that there was an attack and the like: `the rebels said they had seized the town`."""
    if hit.kind not in _CONTESTED:
        return False
    told = reporting_clauses(sentence, hit)
    return any(_is_said_by_party(sentence.words[clause.start : clause.end]) for clause in told)


def reporting_clauses(sentence: Sentence, hit: Hit) -> list[Clause]:
    """The clauses beside a hit that say who reports it: the one before its content clause, and one trailing behind it."""
    clauses, index = sentence.clauses, sentence.clause_at(hit.start)
    before = clauses[index - 1 : index] if index and clauses[index].kind is Kind.CONTENT else []
    return [*before, *(clause for clause in clauses[index + 1 : index + 2] if clause.kind is Kind.REPORT)]


def _is_said_by_party(words: list[str]) -> bool:
    said = next((at for at, word in enumerate(words) if word in _SAID), 0)
    return not _PARTIES.isdisjoint(words[:said])


def _is_negated(sentence: Sentence, at: int) -> bool:
    return not NEGATIONS.isdisjoint(sentence.words[max(0, at - _NOT_DENIED_REACH) : at])


def _is_rumoured(sentence: Sentence, hit: Hit, talk: frozenset[str] = _TALK) -> bool:
    """Whether a hit is what is only talked of: `speculation that it was preparing an aid package`."""
    index = sentence.clause_at(hit.start)
    clause = sentence.clauses[index]
    if index > 0 and clause.kind is Kind.CONTENT and sentence.words[clause.start - 1] in talk:
        return True
    return _noun_of_claim(sentence, hit, talk) > 0


def _noun_of_claim(sentence: Sentence, hit: Hit, talk: frozenset[str]) -> int:
    """The noun right before the pronoun that is the subject of a verb, without "that": `dismissed | talk | it had held discussions`; 0 without one."""
    at = hit.verb.start - 2 if hit.verb is not None else 0
    is_subject = at > 0 and sentence.words[at + 1] in SUBJECT_PRONOUNS
    return at if is_subject and sentence.words[at] in talk else 0


def _is_yet_to_be_said(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody has yet to say it: `The report will say that police killed them`, `is expected to say that`."""
    index = sentence.clause_at(hit.start)
    start = sentence.clauses[index].start
    if index == 0 or sentence.clauses[index].kind is not Kind.CONTENT or sentence.words[start - 1] not in _YET_TO_SAY:
        return False
    before = sentence.words[max(0, start - 3) : start - 1]
    return before[-1:] == ["will"] or before[-1:] == ["to"] and before[0] in PLANNED_VERBS


def _is_called_alleged(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word beside a hit says that it is only claimed, or it is what an allegation is about: `allegations of fraud and murder`."""
    words = sentence.words
    if hit.verb is None:
        if _is_content_of_claim(words, hit.start):
            return True
        opens = sentence.clauses[sentence.clause_at(hit.start)].start
        if not _ALLEGEDLY.isdisjoint(words[opens : hit.start]):  # "allegedly carried out the attack"
            return True
    if hit.verb is not None and _goes_on_from_allegation(sentence, hit.verb.start):
        return True
    first = hit.verb.start if hit.verb is not None else hit.start
    near = words[max(0, first - 2) : hit.start]
    return not _CALLED.isdisjoint(near)


def _goes_on_from_allegation(sentence: Sentence, verb: int) -> bool:
    """Whether a verb without a subject of its own goes on from one that is only claimed: `allegedly took the money and | shot | the owner`."""
    words = sentence.words
    if _ALLEGEDLY.isdisjoint(sentence.vocabulary):
        return False
    before = verb - 1 if words[verb - 1] != "then" else verb - 2
    if before < 0 or words[before] not in _JOINING:
        return False
    clauses, index = sentence.clauses, sentence.clause_at(verb)
    while index and clauses[index].kind in _GOING_ON and clauses[index - 1].kind in _GONE_ON_FROM:
        index -= 1
    return not _ALLEGEDLY.isdisjoint(words[clauses[index].start : before])


def _is_content_of_claim(words: list[str], at: int) -> bool:
    """Whether nouns joined by "and" reach from an allegation to a noun: `allegations of fraud and murder`."""
    reach = words[max(0, at - _CLAIM_REACH) : at]
    opened = next((place for place, word in enumerate(reach) if word in _CLAIM_NOUNS), -1)
    if opened < 0 or reach[opened + 1 : opened + 2] != ["of"]:
        return False
    return all(word.isalpha() and word not in PREPOSITIONS or word == "," for word in reach[opened + 2 :])
