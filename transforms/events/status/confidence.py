"""How likely a careful reader would put a hit on the timeline.

Belongs here: the evidence for and against a hit, as named weights. Does not: finding that evidence.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.event_kinds import STATEMENTS
from transforms.events.status.reproaches import is_accused_of
from transforms.events.status.statuses import Status
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DEFINITE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_in_ly,
    is_past_participle,
)
from transforms.vocabulary import read_vocabulary, word_set

MIN_CONFIDENCE: Final = 0.5

DATED: Final = 0.14
WITH_ACTOR: Final = 0.08
WITH_BOTH: Final = 0.04
LEAD: Final = 0.06
LATE_UNDATED: Final = -0.06
BARE_PLURAL: Final = -0.18
COMPOUND: Final = -0.16
PRESENT_TENSE: Final = -0.12
GERUND: Final = -0.05
LOOSE_GERUND: Final = -0.2
LOOSE_PRESENT: Final = -0.28
OWNED: Final = -0.08
HABITUAL: Final = -0.25
QUOTED: Final = -0.14
DENIED: Final = -0.25
CLAIMED: Final = -0.1
HEADING: Final = -0.24
QUESTION: Final = -0.15
PHRASE: Final = 0.05
PLAIN_PAST: Final = 0.05
NO_AGENT: Final = -0.05
REFRAIN: Final = -0.45
BARE: Final = -0.14
REFERS_BACK: Final = -0.1
TOPIC: Final = -0.3
NAMED: Final = -0.15
CRIME: Final = -0.3
OPENS_NAME: Final = -0.4
FIGURATIVE: Final = -0.55
VENUE: Final = -0.4
FIT: Final = -0.3
# types whose words seldom name anything else: fires and marches are nearly always what happened
_PLAIN_TYPES: Final = frozenset({"disaster", "protest"})
PLAIN_TYPE: Final = 0.08
_HABITUAL: Final = word_set("clauses", "habitual")
_MARKETS: Final = word_set("clauses", "markets")
_FORCE: Final = word_set("clauses", "force") | frozenset(
    word for name in ("armed", "violence", "weapons") for word in read_vocabulary("ontology")["lists"][name]
)
_FORCEFUL: Final = frozenset({"attack", "protest", "deployment", "withdrawal", "disaster", "death"})
_DEEDS: Final = frozenset({"attack", "death"})
_FIGURES: Final = word_set("clauses", "figures")
_HARMED: Final = word_set("clauses", "harmed")
_GOING_ON: Final = word_set("clauses", "going_on")
_VENUES: Final = word_set("clauses", "venues")
_FIT: Final = word_set("clauses", "fit_for")
_CRIMES: Final = word_set("clauses", "crimes")
_ANSWERED: Final = word_set("clauses", "answered_charges")
_CRIME_REACH: Final = 6  # tokens between what a court does and the crime that it names
_MARKET_WORDS: Final = 2  # in a sentence, besides the trigger itself
_OPENING: Final = frozenset({"that", "which", "who", "whose", "where", "when", "while", "if", "whether"})
_NO_NOUNS: Final = ADVERBS | AUXILIARIES | PREPOSITIONS | PRONOUNS | COORDINATORS | {"to"} | _OPENING
_SUBJECT_REACH: Final = 3  # tokens beside a noun in which its clause begins and its verb stands
_PAST: Final = word_set("clauses", "past_of_nouns")
_DONE_BESIDE: Final = frozenset({"after", "while"})  # what stands behind these is done: "said after visiting Malta"
_OCCASIONS: Final = frozenset({"visit", "meeting", "call", "agreement"})
_SHORTEST: Final = 3  # tokens of a line that can tell an event
_LEAD_SENTENCES: Final = 4


class Evidence(NamedTuple):
    """What is known about a hit when it is judged."""

    is_dated: bool
    n_actors: int
    has_source: bool
    is_by_state: bool
    is_repeated: bool
    is_refrain: bool
    sentence_index: int
    status: Status
    is_digest: bool
    is_headline: bool  # the sentence is a headline of which the text tells nothing more


def score(sentence: Sentence, hit: Hit, evidence: Evidence) -> float:
    """Confidence from 0 to 1."""
    total = hit.pattern.trigger.weight
    if hit.kind in _PLAIN_TYPES and (evidence.is_dated or evidence.n_actors):
        total += PLAIN_TYPE
    total += DATED if evidence.is_dated else 0.0
    total += WITH_ACTOR if evidence.n_actors else 0.0
    total += WITH_BOTH if evidence.n_actors > 1 else 0.0
    if evidence.sentence_index < _LEAD_SENTENCES:
        total += LEAD
    elif not evidence.is_dated:
        total += LATE_UNDATED
    total += _of_verb(sentence, hit, evidence) if hit.verb is not None else _of_noun(sentence, hit, evidence)
    total += REFRAIN if evidence.is_refrain else 0.0
    total += QUOTED if sentence.quoted[hit.start] else 0.0
    total += CLAIMED if evidence.status is Status.ALLEGED and not _is_in_case(sentence, hit) else 0.0
    total += DENIED if evidence.status is Status.DENIED else 0.0
    if is_heading(sentence) and not (evidence.is_headline and hit.verb is not None):
        total += HEADING + (TOPIC if evidence.is_digest and not evidence.is_dated else 0.0)
    total += QUESTION if sentence.words[-1] == "?" else 0.0
    total += FIGURATIVE if _is_figurative(sentence, hit) else 0.0
    total += PHRASE if hit.end - hit.start > 1 else 0.0
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    if not _HABITUAL.isdisjoint(sentence.words[clause.start : clause.end]):
        total += HABITUAL
    return round(min(max(total, 0.0), 0.99), 3)


def _is_in_case(sentence: Sentence, hit: Hit) -> bool:
    """Whether a deed is what somebody is charged with, which is more than talk: `charged with murdering a nurse`."""
    return hit.kind in _DEEDS and is_accused_of(sentence, hit)


def _of_present(sentence: Sentence, hit: Hit, evidence: Evidence) -> float:
    """The present tense tells news only in digests and headlines; elsewhere it describes, most of all in relative clauses."""
    in_relative = sentence.clauses[sentence.clause_at(hit.start)].kind is Kind.RELATIVE
    if (evidence.is_digest or evidence.is_headline) and not in_relative:
        return 0.05
    if _is_charged(hit) and evidence.n_actors and not in_relative:
        return NO_AGENT
    if hit.kind in STATEMENTS and (evidence.is_by_state or _is_performed(sentence, hit)):
        return PRESENT_TENSE  # "The United States urges all sides to talk": said and done at once
    return PRESENT_TENSE if evidence.is_dated and not in_relative else LOOSE_PRESENT


def _is_charged(hit: Hit) -> bool:
    """Whether the present tells a state that came of a deed: `is charged with murder`, `is being held in custody`."""
    assert hit.verb is not None
    held = hit.kind == "arrest" and hit.pattern.lemma == "hold"
    return hit.verb.passive and (held or hit.pattern.lemma == "charge")


def _is_performed(sentence: Sentence, hit: Hit) -> bool:
    """Whether a present verb does what it says: `we condemn the attack`, `I call on all sides`."""
    assert hit.verb is not None
    return hit.verb.start > 0 and sentence.words[hit.verb.start - 1] in ("we", "i")


def _is_figurative(sentence: Sentence, hit: Hit) -> bool:
    """Whether a sentence speaks of markets and nothing in it shows force besides the trigger: `Stocks stormed back to finish higher`.

    Nouns are meant as they stand (`oil rose after the attack`), but for rallies, stampedes and the like.
    """
    if hit.kind not in _FORCEFUL:
        return False
    if hit.verb is None and hit.kind != "protest" and sentence.words[hit.end - 1] not in _FIGURES:
        return False
    beside = (*range(hit.start), *range(hit.end, len(sentence.words)))
    words = {sentence.words[at] for at in beside if at not in sentence.dated}  # "on March 9" is no march
    return len(words & _MARKETS) >= _MARKET_WORDS and words.isdisjoint(_FORCE)


def is_heading(sentence: Sentence) -> bool:
    """Whether a line without a full stop and without a finite verb is only a heading."""
    words = sentence.words
    return len(words) < _SHORTEST or words[-1][-1].isalnum() and not any(sentence.finite)


def _of_verb(sentence: Sentence, hit: Hit, evidence: Evidence) -> float:
    assert hit.verb is not None
    if hit.verb.tense is Tense.PRESENT:
        return _of_present(sentence, hit, evidence)
    if hit.verb.tense is Tense.PARTICIPLE:
        beside = hit.verb.start > 0 and sentence.words[hit.verb.start - 1] in _DONE_BESIDE
        told = evidence.is_dated and hit.kind not in STATEMENTS or beside and hit.kind in _OCCASIONS
        return GERUND if told else LOOSE_GERUND
    if hit.verb.passive and not evidence.has_source:
        return NO_AGENT
    return PLAIN_PAST if hit.verb.tense is Tense.PAST else 0.0


def _of_noun(sentence: Sentence, hit: Hit, evidence: Evidence) -> float:
    words = sentence.words
    group = words[max(0, hit.start - 5) : hit.start]
    plural = words[hit.end - 1].endswith("s") and not words[hit.end - 1].endswith("ss")
    determined = not DEFINITE.isdisjoint(group) or not POSSESSIVES.isdisjoint(group)
    total = _determination(sentence, hit, plural, determined)
    if evidence.is_repeated and not evidence.is_dated and determined:
        total += REFERS_BACK
    if not POSSESSIVES.isdisjoint(group) and not evidence.is_dated:
        total += OWNED
    following = sentence.raw[hit.end] if hit.end < len(words) else ""
    if following[:1].isalpha() and following.islower() and _is_compound(sentence, hit):
        total += COMPOUND
    total += CRIME if _is_crime(sentence, hit) else 0.0
    total += VENUE if hit.end < len(words) and words[hit.end] in _VENUES else 0.0
    total += FIT if plural and words[hit.start - 1] == "for" and words[hit.start - 2] in _FIT else 0.0
    total += OPENS_NAME if _opens_name(sentence, hit) else 0.0
    total += NAMED if _is_part_of_name(sentence, hit) and not evidence.is_dated else 0.0
    return total


def _opens_name(sentence: Sentence, hit: Hit) -> bool:
    """Whether a name goes on behind a noun within ordinary words: `the War Materiel Ordinance`, `the Conference Board`."""
    raw, end = sentence.raw, hit.end
    if end >= len(raw) or end in sentence.dated or not raw[hit.start][:1].isupper() or not raw[end][:1].isupper():
        return False
    return not raw[hit.start].isupper() and sentence.capital_share < HEADLINE_SHARE


def _is_crime(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun without an article only names what somebody is charged with: `a count of second-degree murder`."""
    group = sentence.words[max(0, hit.start - _CRIME_REACH) : hit.start]
    bare = {"the", "this", "that"}.isdisjoint(group[-3:])
    answered = hit.kind == "charge" and not _ANSWERED.isdisjoint(group)  # "pleaded guilty to fraud charges"
    return bare and (answered or hit.kind == "attack" and not _CRIMES.isdisjoint(group))


def _is_part_of_name(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun only belongs to a name within ordinary words: `to fulfil the Paris Agreement on climate`."""
    raw, at = sentence.raw, hit.start
    if at < 2 or not raw[hit.end - 1][:1].isupper() or raw[hit.end - 1].isupper() or not raw[at - 1][:1].isupper():
        return False
    return sentence.capital_share < HEADLINE_SHARE


def _determination(sentence: Sentence, hit: Hit, plural: bool, determined: bool) -> float:
    """A bare noun names a kind of event rather than an event, unless it is the subject: `Protests spread to the south`."""
    words = sentence.words
    if (
        determined
        or hit.kind == "disaster"
        and not _HARMED.isdisjoint(sentence.vocabulary)  # "Two people are killed as wildfires spread"
        or "a" in words[max(0, hit.start - 5) : hit.start]
        or "an" in words[max(0, hit.start - 5) : hit.start]
    ):
        return 0.0
    if plural and _goes_on(sentence, hit):
        return 0.0
    verb = _verb_of_subject(sentence, hit)
    if not plural:  # "Fighting raged in", but not "Fighting is no answer"
        return 0.0 if words[hit.end - 1].endswith("ing") and _is_told_by(words, hit.end, verb) else BARE
    return 0.0 if verb >= 0 else BARE_PLURAL


def _goes_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether a sentence opens with a noun whose verb says that it goes on: `Protests continue in Malta`, but not `Protests often continue`."""
    opens = hit.start - sentence.clauses[sentence.clause_at(hit.start)].start <= 1
    following = sentence.words[hit.end : hit.end + 2]
    return opens and following != [] and following[0] in _GOING_ON and following[1:] != ["to"]


def _is_told_by(words: list[str], end: int, verb: int) -> bool:
    """Whether a past verb stands right behind a noun, past adverbs: `Fighting | also raged`."""
    past = verb >= 0 and (words[verb][-2:] == "ed" or words[verb] in _PAST)
    return past and all(word in ADVERBS for word in words[end:verb])


def _verb_of_subject(sentence: Sentence, hit: Hit) -> int:
    """The finite verb right behind a noun at the beginning of its clause; -1 where none is."""
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    end = min(clause.end, hit.end + _SUBJECT_REACH)
    verb = sentence.first_finite(hit.end, end)
    return verb if hit.start - clause.start <= _SUBJECT_REACH and verb < end else -1


def _is_compound(sentence: Sentence, hit: Hit) -> bool:
    following = sentence.words[hit.end]
    return (
        following not in _NO_NOUNS
        and hit.end not in sentence.dated
        and not following.endswith("ing")
        and not is_past_participle(following)
        and not is_in_ly(following)
        and not sentence.finite[hit.end]
        and sentence.clauses[sentence.clause_at(hit.start)].kind is not Kind.REPORT
    )
