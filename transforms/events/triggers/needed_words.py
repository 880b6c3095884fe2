"""The words that a trigger needs behind it.

Belongs here: whether one of `after` follows, an infinitive, the occasion of `at`. Does not: the other conditions on words (find.py), on actors (roles/needs.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.beside_dates import behind_dates, behind_undated, is_period
from transforms.events.clauses.borders import OPENING, Kind
from transforms.events.clauses.objects_ahead import object_ahead
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.triggers.patterns import INFINITIVE, INFINITIVE_MARK, REFUSAL_MARK, Pattern
from transforms.events.words.function_words import (
    BE,
    COORDINATORS,
    DETERMINERS,
    FUTURE,
    INFINITIVES,
    MODALS,
    PREPOSITIONS,
    S_ENDINGS,
)
from transforms.events.words.inflection import Form
from transforms.vocabulary import word_set

_AFTER: Final = 7  # tokens in which a word of `after` must follow
_DATE_REACH: Final = (
    4  # tokens in which a date begins that is not counted: "charged him on the evening of May 3 with fraud"
)
_DONE: Final = Form.PAST | Form.PARTICIPLE
_AHEAD: Final = 14  # tokens before a verb in which its object may stand
_ALSO_VERBS: Final = word_set("clauses", "also_verbs")
_TOLD: Final = frozenset(
    {"that", ":", '"', "“", "``", "how", "what", "where", "who", "why", "whether", "i", "he", "she", "we", "they"}
)  # behind these nobody is told to do it
_OWN_INFINITIVE: Final = word_set("clauses", "own_infinitive")  # "told it in an interview due to be published"
_INFINITIVE_REACH: Final = 11  # tokens in which the "to" of an infinitive must follow
_ASIDE_REACH: Final = 24  # with the dates and brackets between
_AT_REACH: Final = 9  # tokens in which the phrase with a word of `at` must follow
_OCCASION_PREPOSITIONS: Final = frozenset(
    {"in", "at", "on", "to", "before", "during", "via", "after", "through", "from", "by", "over"}
)
_IN_NAMES: Final = frozenset({"summit", "conference", "convention", "press"})  # "the Conference Board"
_TOLD_AHEAD: Final = frozenset({Kind.MAIN, Kind.COORDINATE, Kind.RESUMED})
_INTENDING: Final = frozenset({"will", "shall", "would", "'ll", "’ll"})
_NEGATING: Final = frozenset({"not", "never", "n't", "n’t"})
_REFUSING: Final = FUTURE | {
    "would",
    "could",
    "can",
    "is",
    "are",
    "am",
    "do",
    "does",
}  # "is not ready", "does not recognise"
_BEHIND_BE: Final = frozenset({"behind", "responsible", "guilty"})
_CONTRACTED: Final = ("n't", "n’t")  # "won't"
_RELATIVES: Final = frozenset({"who", "whose", "which", "where"})
_AUXILIARIES: Final = MODALS | FUTURE | {"is", "are", "was", "were", "has", "have", "had"}


def is_followed(sentence: Sentence, end: int, pattern: Pattern) -> bool:
    """Whether one of the words that must follow does; an infinitive may stand farther off, but no other verb between."""
    words = sentence.words
    if (needed := _find_needed(sentence, end, pattern)) >= 0:
        return not (pattern.is_verb and _is_told(sentence, end, needed, pattern))
    if has_object_ahead(sentence, end, pattern):
        return True
    if pattern.actor_before:
        return any(words[at] in pattern.after for at in told_ahead(sentence, end - 1, pattern.actor_before))
    if INFINITIVE not in pattern.after:
        return False
    reach = range(end, min(_end_of_infinitives(sentence, end), len(words) - 1))
    at = next((at for at in reach if words[at] == "to" and words[at + 1] not in DETERMINERS), end - 1)
    if (
        at < end
        or words[at - 1] in _OWN_INFINITIVE
        or not _TOLD.isdisjoint(words[end:at])
        or words[at + 1].endswith("ing")
        and words[at + 1] not in INFINITIVES
    ):
        return False  # "told the panel: ... to", "committed to serving"
    return sentence.first_finite(end, at) == at and sentence.raw[at + 1].islower()


def has_object_ahead(sentence: Sentence, end: int, pattern: Pattern) -> bool:
    """Whether the word that must follow a verb is its object, which a relative clause describes: `the sanctions | that Malta imposed`."""
    return _needed_ahead(sentence, end, pattern) >= 0


def _needed_ahead(sentence: Sentence, end: int, pattern: Pattern) -> int:
    if pattern.rest or not pattern.form & _DONE or not pattern.is_verb:
        return -1
    if pattern.after.isdisjoint(sentence.words[max(0, end - _AHEAD) : end - 1]):
        return -1
    at = object_ahead(sentence, end - 1)
    return at if at >= 0 and sentence.words[at] in pattern.after else -1


def _end_of_infinitives(sentence: Sentence, end: int) -> int:
    """The token behind those in which an infinitive must follow, not counting dates and brackets: `told the Bank of Vella (BV.N) | on Friday | to sell`."""
    words, left, aside = sentence.words, _INFINITIVE_REACH, False
    for at in range(end, min(end + _ASIDE_REACH, len(words))):
        aside = aside and words[at - 1] != ")" or words[at] == "("
        left -= not aside and at not in sentence.dated
        if not left:
            return at + 1
    return end + _ASIDE_REACH


def told_ahead(sentence: Sentence, at: int, verbs: frozenset[str]) -> list[int]:
    """The "must", "should" and the like of what somebody says where the verb of saying stands behind it: `Malta | must leave, Borg said`."""
    return [
        at for at in _told_before(sentence, at) if sentence.words[at] in verbs and _is_said_of_subject(sentence, at)
    ]


def _is_said_of_subject(sentence: Sentence, at: int) -> bool:
    """Whether such a word is the verb of who stands before it: `Malta | must leave`, `rebels were | behind it`, but not `the men | behind it`, `the firm's | need`."""
    word, before = sentence.words[at], sentence.words[at - 1] if at else ""
    if word == "should":
        return not sentence.quoted[at]
    if word == "need":
        return before.endswith("s") and before not in S_ENDINGS
    if word in _BEHIND_BE or word.endswith("ing"):
        return before in BE
    return not (word.endswith("ed") and before in BE)  # "the clients are ignored"


def has_intent_ahead(sentence: Sentence, at: int, verbs: frozenset[str]) -> bool:
    """Whether what is told before a verb of saying announces one of these verbs, or that nobody will do it: `Malta will | retaliate, Borg said`, `will not | withdraw`."""
    words = sentence.words
    for told in _told_before(sentence, at)[1:]:
        if words[told - 1] in _INTENDING and INFINITIVE_MARK + words[told] in verbs:
            return True
        modal = words[told - 2] if words[told - 1] in _NEGATING else words[told - 1]
        negated = modal != words[told - 1] and modal in _REFUSING or modal.endswith(_CONTRACTED)
        if negated and REFUSAL_MARK + words[told] in verbs:
            return True
    return False


def _told_before(sentence: Sentence, at: int) -> range:
    """The tokens of the clause that somebody tells before the verb of saying at a token; none where nothing stands there."""
    index = sentence.clause_at(at)
    if index == 0 or sentence.clauses[index].kind is not Kind.REPORT:
        return range(0)
    hung = OPENING | {Kind.RELATIVE, Kind.PARTICIPLE}  # "Malta will strike | if attacked, Borg said"
    told = next((clause for clause in sentence.clauses[index - 1 :: -1] if clause.kind not in hung), None)
    if told is None or told.kind not in _TOLD_AHEAD:  # "the idea that Malta should pay, two sources said"
        return range(0)
    return range(told.start, told.end)


def completing_word(sentence: Sentence, end: int, pattern: Pattern) -> int:
    """The token that makes a verb name an event: `imposed | sanctions`, `the | sanctions | that Malta imposed`; -1 where the verb does so itself."""
    if not pattern.after:
        return -1
    found = _find_needed(sentence, end, pattern)
    return found if found >= 0 else _needed_ahead(sentence, end, pattern)


def _find_needed(sentence: Sentence, end: int, pattern: Pattern) -> int:
    """The first of the words that must follow, or -1; behind "to" it is a verb: `pledged to support`."""
    words = sentence.words
    near = sentence.dated and not sentence.dated.isdisjoint(range(end, end + _DATE_REACH))
    last = behind_undated(end, _AFTER, sentence.dated) if near else end + _AFTER
    if pattern.after.isdisjoint(words[end:last]) and "to" not in words[end - 1 : last]:
        return -1
    for at in range(end, min(last, len(words))):
        word, behind_to = words[at], words[at - 1] == "to"
        if is_period(words, at, sentence.dated):
            continue
        if word in pattern.after and not (behind_to and word in _ALSO_VERBS):
            return at
        if behind_to and INFINITIVE_MARK + word in pattern.after:
            return at
    return -1


def _is_told(sentence: Sentence, end: int, at: int, pattern: Pattern) -> bool:
    """Whether the word that must follow is the subject of what a verb tells: `concluded the deal was a sale`, but not `the firms that signed the deal were`."""
    words = sentence.words
    if pattern.kind == "threat" and at > behind_dates(words, end, sentence.dated):  # "warned the firm it would sue"
        return False
    if pattern.form & Form.ING or words[at] in _AUXILIARIES or _AUXILIARIES.isdisjoint(words[at + 1 : at + 2]):
        return False
    told = not any(word in PREPOSITIONS or word in COORDINATORS for word in words[end:at])
    return told and sentence.clauses[sentence.clause_at(end - 1)].kind is not Kind.RELATIVE


def has_occasion(sentence: Sentence, start: int, occasions: frozenset[str]) -> bool:
    """Whether one of these words stands behind a preposition, within one noun group: `said in a rare televised address`; names before it are not counted."""
    words, preposition = sentence.words, -1
    near = start + _AT_REACH
    names = 0 if "according" in words[start:near] else sum(word[0].isupper() for word in sentence.raw[start:near])
    for at in range(start, min(near + names, len(words))):
        if words[at] in FUTURE or words[at] in MODALS or words[at] in _RELATIVES:
            return False  # "said it would tell more in an interview", "said Borg, who came from a rally"
        if at >= near and sentence.raw[at][0].isupper():
            continue  # "said Anna Vella, a director of the Norfield Conference Board"
        if not words[at][0].isalnum():
            preposition = -1
        elif words[at] in _OCCASION_PREPOSITIONS and not (
            words[at] == "by" and at > start and words[at - 1].endswith("ed")
        ):
            preposition = at
        elif words[at] not in occasions or words[at - 1] == "to" and words[at] in _ALSO_VERBS:
            continue  # "promised steps to address the crisis"
        elif words[at] in _IN_NAMES and sentence.raw[at][0].isupper() and _opens_name(sentence, at):
            continue  # "said Anna Vella, who manages funds at Summit Investment Partners"
        elif preposition >= 0 and at - preposition <= _AFTER:
            return True
    return False


def _opens_name(sentence: Sentence, at: int) -> bool:
    """Whether a longer name goes on behind a word with a capital: `Summit | Investment`, but not `the Norfield Conference Tuesday night`, nor in a headline."""
    goes_on = sentence.raw[at + 1 : at + 2] != [] and sentence.raw[at + 1][0].isupper() and at + 1 not in sentence.dated
    return goes_on and sentence.capital_share <= HEADLINE_SHARE
