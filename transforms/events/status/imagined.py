"""Whether a hit is only thought of: a condition, done by nobody, awaited, proposed, timeless.

Belongs here: clauses and participles whose event need not be. Does not: tense and mood of verbs (of_verb.py), what governs nouns (of_noun.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.cutting import Clause
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.status.of_verb import PLANNED_VERBS
from transforms.events.status.reproaches import before_gerund, is_ground
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    BEFORE_CRIMES,
    DETERMINERS,
    FUTURE,
    INFINITIVES,
    MODALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from transforms.vocabulary import word_set

_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
_ABOUT: Final = frozenset({"in", "for", "of", "from", "about", "against", "without", "into", "than", "to", "on"})
_CONDITIONAL: Final = frozenset({"would", "could", "might"})
_BEFORE_INVERTED: Final = frozenset({",", "that", "and", "but", "because", "as"})
_SUBJECTS: Final = SUBJECT_PRONOUNS - {"it"}
_INVERTED_REACH: Final = 9  # tokens before a verb in which such a "had" stands
_REPROACHES: Final = (
    "accus",
    "charg",
    "convict",
    "guilty",
    "sentenc",
    "jail",
    "arrest",
    "fined",
    "apolog",
    "responsib",
    "blam",
    "criticis",
    "criticiz",
)
_DONE: Final = (*_REPROACHES, "congratul", "prais", "commend", "thank")  # for what somebody has done
_CHARGES: Final = (*_REPROACHES, "trial", "indict", "suspicion", "plead")
_CONSIDERING: Final = word_set("clauses", "considering")
_DIFFERING: Final = word_set("clauses", "differing")
_GOVERNING_REACH: Final = 6  # tokens before a participle in which the verb that governs it stands
_DASHES: Final = frozenset({"-", "--", "\u2013", "\u2014"})
_GOALS: Final = word_set("clauses", "goals")
_INCLUDING: Final = frozenset({"include", "includes"})
_GOAL_REACH: Final = 6  # tokens before a word in -ing in which stands of what goals it is one
_UNTIL: Final = frozenset({"before", "until", "till", "when"})
_DEPENDING: Final = word_set("clauses", "depending")
_WISHING: Final = word_set("clauses", "wishing")
_BARE_REACH: Final = 3  # tokens before a verb in its base form in which stands who asks for it, without "that"
_WISH_REACH: Final = 6  # tokens before a content clause in which stands who asks for it
_BASE_LIKE: Final = (Tense.PRESENT, Tense.PAST)  # "demands | he quit"
_IS: Final = frozenset({"is", "are"})
_ONCE: Final = frozenset({"once", "when"})
_SIGNS: Final = word_set("clauses", "signs")
_NO_SIGN: Final = frozenset({"no", "little", "without", "scant", "any"})
_NOBODY: Final = word_set("clauses", "nobody")
_SUBJECT_REACH: Final = 4  # tokens at the start of a clause in which its subject begins


def is_only_thought_of(sentence: Sentence, hit: Hit) -> bool:
    """Whether the clause of a hit, or its own form, says that it need not be."""
    index = sentence.clause_at(hit.start)
    return (
        is_conditional(sentence, index)
        or _is_inverted(sentence, hit)
        or _is_done_by_nobody(sentence, index, hit)
        or _is_awaited_participle(sentence, hit)
        or _is_timeless(sentence, index, hit)
        or _is_goal(sentence.words, hit)
        or _is_proposed(sentence, hit)
        or _is_bare_charge(sentence, hit)
        or is_ground(sentence, hit)
        or _is_wished(sentence, index, hit)
        or _has_no_sign(sentence, index, hit)
    )


def _has_no_sign(sentence: Sentence, clause_index: int, hit: Hit) -> bool:
    """Whether nothing speaks for what a clause tells: `no evidence that he attacked the base`, `gave no sign he will resign`."""
    if _SIGNS.isdisjoint(sentence.vocabulary):
        return False
    words, clause = sentence.words, sentence.clauses[clause_index]
    first = clause.start - 1 if clause.kind is Kind.CONTENT else clause.start
    at = next((at for at in range(max(first, 1), hit.start - 1) if words[at] in _SIGNS), 0)
    if not at or clause.kind is Kind.CONTENT and at > clause.start + 1:
        return False
    return not _NO_SIGN.isdisjoint(words[max(0, at - 2) : at]) and words[at + 1] not in PREPOSITIONS | {"to", ",", "."}


def is_conditional(sentence: Sentence, clause_index: int) -> bool:
    """Whether a clause opens with "if" or the like, or goes on behind one that does."""
    clause = sentence.clauses[clause_index]
    if clause.kind is Kind.COORDINATE and clause_index:  # "if they disarm and cut all ties"
        opener = sentence.words[sentence.clauses[clause_index - 1].start]
        return opener in _CONDITIONS and sentence.words[clause.start + 1 : clause.start + 2] != ["then"]
    if clause.kind is Kind.RESUMED:
        clause = _interrupted(sentence, clause_index)
    return not _CONDITIONS.isdisjoint(sentence.words[clause.start : clause.start + 2])


def _interrupted(sentence: Sentence, resumed: int) -> Clause:
    """The subordinate clause that goes on behind an insertion, or the one at an index itself: `if he, as a member, | asked for it`."""
    for clause in sentence.clauses[max(0, resumed - 2) : resumed]:
        if clause.kind is Kind.SUBORDINATE and sentence.first_finite(clause.start, clause.end) == clause.end:
            return clause
    return sentence.clauses[resumed]


def _is_inverted(sentence: Sentence, hit: Hit) -> bool:
    """Whether "had" before the subject makes a condition: `Had Vella been jailed, he would`, but not `had him jailed`."""
    verb, words = hit.verb, sentence.words
    if verb is None or _CONDITIONAL.isdisjoint(sentence.vocabulary) or "had" not in sentence.vocabulary:
        return False
    first = max(0, verb.start - _INVERTED_REACH)
    at = next((at for at in range(verb.head - 1, first - 1, -1) if words[at] == "had"), -1)
    if at < 0 or at + 1 >= verb.head or sentence.first_finite(at + 2, verb.head) < verb.start:
        return False
    opens = at == 0 or words[at - 1] in _BEFORE_INVERTED or sentence.clauses[sentence.clause_at(at)].start == at
    opens = opens or words[at - 1] == "even" and sentence.clauses[sentence.clause_at(at - 1)].start == at - 1
    if words[at - 1 : at] == ["that"] and "been" not in words[at : verb.head]:  # "the party that had him jailed"
        return False
    named = words[at + 1] in DETERMINERS or sentence.raw[at + 1][:1].isupper()
    return words[at + 1] in _SUBJECTS or opens and (named or words[at + 1] == "it")


def _is_done_by_nobody(sentence: Sentence, clause_index: int, hit: Hit) -> bool:
    """Whether the subject of a verb is nobody: `no bank has been sued`, `there are no soldiers fighting`."""
    words, verb = sentence.words, hit.verb
    if verb is None or _NOBODY.isdisjoint(sentence.vocabulary):
        return False
    clause = sentence.clauses[clause_index]
    shares = clause.kind is Kind.COORDINATE and clause_index and words[clause.start] == "or"
    start = sentence.clauses[clause_index - 1].start if shares else clause.start  # "None of them rose or asked for it"
    at = next((at for at in range(start, min(verb.start, start + _SUBJECT_REACH)) if words[at] in _NOBODY), -1)
    if at < 0 or words[at + 1] in (".", "doubt", "longer", "sooner", "matter"):  # "No. 2"
        return False
    if not shares and sentence.first_finite(at, verb.start) < verb.start:
        return False
    if words[at - 1] in PREPOSITIONS and "," in words[at : verb.start]:  # "With no word from Malta, rebels attacked"
        return False
    first = sentence.first_finite(start, at)
    return first == at or words[first - 1] == "there"


def _is_awaited_participle(sentence: Sentence, hit: Hit) -> bool:
    """Whether a bare participle only says on what something depends: `preliminary until published`, `when arrested`."""
    verb, words = hit.verb, sentence.words
    if verb is None or verb.tense is not Tense.PAST or not verb.head:
        return False
    if words[verb.head - 1] in _ONCE and verb.start >= verb.head - 1:  # "once published, will be sent"
        return not FUTURE.isdisjoint(words)
    return verb.start == verb.head and words[verb.start - 1] in _DEPENDING


def _is_wished(sentence: Sentence, clause_index: int, hit: Hit) -> bool:
    """Whether a clause in the base form tells what somebody asks for: `recommended that they sign it`, `suggested that the EU lift sanctions`, but not `that it lifted them`."""
    if _WISHING.isdisjoint(sentence.vocabulary):
        return False
    clause, words = sentence.clauses[clause_index], sentence.words
    first = hit.start if hit.verb is None else hit.verb.start
    told = clause.kind is Kind.CONTENT
    if told:
        opens = sentence.clauses[clause_index - 1].start if clause_index else 0
        reach = words[max(opens, clause.start - _WISH_REACH) : clause.start]
    else:  # "recommended shareholders vote against it"
        reach = words[max(clause.start, first - _BARE_REACH) : max(0, first - 1)]
    if _WISHING.isdisjoint(reach) or told and sentence.first_finite(clause.start + 1, first) < first:
        return False
    if hit.verb is None:
        return told and not INFINITIVES.isdisjoint(words[clause.start + 1 : hit.end])
    return words[first] == "be" or hit.verb.tense in _BASE_LIKE and words[hit.verb.head] in INFINITIVES


def _is_proposed(sentence: Sentence, hit: Hit) -> bool:
    """Whether a participle behind a preposition only names a purpose or an idea: `a plan for ending the war`; a crime told in court is more."""
    words, verb = sentence.words, hit.verb
    if verb is None or verb.tense is not Tense.PARTICIPLE:
        return False
    if verb.start == 0:  # "Invading the island will prove a mistake"
        first = sentence.first_finite(hit.end, len(words))
        return first < len(words) and words[first] in FUTURE | MODALS and "," not in words[:first]
    if not _CONSIDERING.isdisjoint(_words_governing(sentence, verb.start)):
        return True  # "proposed at the summit adopting a tax"
    if words[verb.start - 1] == "over":  # "squabbled over launching an attack", but "criticised over firing workers"
        return not _DIFFERING.isdisjoint(_words_governing(sentence, verb.start))
    if words[before_gerund(sentence, verb.start)] not in _ABOUT:
        return False
    return not any(word.startswith(_DONE) for word in words[: verb.start])


def _is_goal(words: list[str], hit: Hit) -> bool:
    """Whether a word in -ing behind a dash or "include" says what the noun before that aims at: `The goal - toppling Borg - remains`, `Priorities include concluding a deal`."""
    if hit.start < 2 or not words[hit.start].endswith("ing"):
        return False
    if words[hit.start - 1] in _INCLUDING:
        return not _GOALS.isdisjoint(words[max(0, hit.start - _GOAL_REACH) : hit.start])
    return words[hit.start - 1] in _DASHES and words[hit.start - 2] in _GOALS


def _is_bare_charge(sentence: Sentence, hit: Hit) -> bool:
    """Whether a crime is only what somebody is tried for, and no deed is told: `charged him with murder`, `on trial for kidnapping`."""
    if hit.verb is not None or hit.kind != "attack" or not is_bare_crime(sentence, hit):
        return False
    return any(word.startswith(_CHARGES) for word in sentence.words[: hit.start - 1])


def is_bare_crime(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun only names what somebody is charged with: `was charged with murder on Monday`, `on trial for murder`."""
    return hit.start > 0 and sentence.words[hit.start - 1] in BEFORE_CRIMES


def _words_governing(sentence: Sentence, verb: int) -> list[str]:
    """The words before a participle of its clause that no comma parts from it."""
    start = max(sentence.clauses[sentence.clause_at(verb)].start, verb - _GOVERNING_REACH)
    reach = sentence.words[start:verb]
    return reach[len(reach) - reach[::-1].index(",") :] if "," in reach else reach


def _is_timeless(sentence: Sentence, clause_index: int, hit: Hit) -> bool:
    """Whether a present verb only says when something else will be: `before parliaments vote on it`, `when he visits`, `When the report is published, he will`."""
    clause = sentence.clauses[clause_index]
    if hit.verb is None and opens_with_time(sentence, clause):
        verb = sentence.first_finite(hit.end, clause.end)
        happens = verb < clause.end - 1 and sentence.words[verb] in _IS
        return happens and sentence.words[verb + 1] not in PLANNED_VERBS and _is_followed_by_will(sentence, clause)
    if hit.verb is None or hit.verb.tense is not Tense.PRESENT:
        return False
    if _depends_on_once(sentence.words[clause.start : hit.verb.start]):
        return True
    return opens_with_time(sentence, clause)


def _is_followed_by_will(sentence: Sentence, clause: Clause) -> bool:
    return not FUTURE.isdisjoint(sentence.words[clause.end :])


def opens_with_time(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says when something else is: `when he takes over in April`."""
    return clause.kind in (Kind.TEMPORAL, Kind.SIMULTANEOUS) and sentence.words[clause.start] in _UNTIL


def _depends_on_once(before: list[str]) -> bool:
    """Whether the words before a verb make it a condition: `will retire once the board appoints another`, but not `once again the board rejects it`."""
    return any(
        word == "once" and then[0].isalpha() and then not in ("again", "more") for word, then in pairwise(before)
    )
