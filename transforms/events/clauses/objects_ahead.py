"""Objects that stand before their verb: "the sanctions that Malta imposed in May", "the troops Malta sent to Norway".

Belongs here: where such an object ends. Does not: relative clauses about persons (relatives.py), objects behind a verb (roles/objects.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.beside_dates import before_date, behind_date
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    before_helpers,
)
from transforms.vocabulary import word_set

_PRONOUNS: Final = frozenset({"that", "which", "whom"})
_REACH: Final = 7  # tokens of a subject between such an object and its verb
_GIVING: Final = word_set("clauses", "giving")
_GIVING_REACH: Final = 9  # tokens from the pronoun of such a clause to its verb
_TOLD: Final = word_set("clauses", "told_nouns")  # behind these "that" mostly opens what is told
_ISSUED: Final = frozenset({"issued", "made", "delivered"})
_PARTICLES: Final = frozenset({"in", "up", "out", "off", "on", "over"})
_NO_SUBJECT: Final = PREPOSITIONS - {"of"}
_NO_NOUNS: Final = COORDINATORS | DETERMINERS | ADVERBS | PREPOSITIONS | {"when", "while", "where", "as", "than", "to"}
_SPEAKERS: Final = frozenset({"we", "i", "you", "they"})  # "the laws we passed": only with its day is it told as news


def object_ahead(sentence: Sentence, head: int) -> int:
    """The last token of the object that a verb has before it, or -1: `the | sanctions | that Malta imposed in May`, `| sanctions | Malta imposed in May`."""
    words = sentence.words
    start = before_helpers(words, before_date(words, head, sentence.dated))
    if start < 2 or not _lacks_object(sentence, head):
        return -1
    at = start - 1
    while at > 0 and start - at <= _REACH and words[at] not in _PRONOUNS:
        if sentence.finite[at] or words[at] in _NO_SUBJECT or words[at] == ",":
            return -1
        if not _is_name(sentence, at):
            break
        at -= 1
    named = at < start - 1
    at -= named and words[at] in DETERMINERS
    if named and words[at] not in _PRONOUNS:  # "sanctions | Malta imposed", "sanctions | the Arab League imposed"
        is_noun = words[at].isalpha() and sentence.raw[at].islower() and words[at] not in _NO_NOUNS
        return at if is_noun and not _is_undated_talk(sentence, start, head) else -1
    return -1 if _is_undated_talk(sentence, start, head) else _before_pronoun(sentence, start)


def _is_undated_talk(sentence: Sentence, start: int, head: int) -> bool:
    return sentence.words[start - 1] in _SPEAKERS and sentence.dated.isdisjoint(range(head + 1, head + 4))


def giving_verb(sentence: Sentence, end: int) -> int:
    """The verb by which somebody holds or gives what a noun names that ends before a token, in its relative clause; -1 where there is none: `the talks | that Malta held on Monday`."""
    words = sentence.words
    if words[end : end + 1] == [","]:
        end += 1
    if end + 2 >= len(words) or words[end] not in _PRONOUNS:
        return -1
    verb = next((at for at in range(end + 2, min(end + _GIVING_REACH, len(words))) if words[at] in _GIVING), -1)
    if verb < 0 or object_ahead(sentence, verb) != end - 1 - (words[end - 1] == ","):
        return -1
    tells = words[end] == "that" and words[end - 1] in _TOLD and words[verb] not in _ISSUED
    return -1 if tells or _has_particle(words, verb) else verb  # "said in a statement that Malta led in May"


def _has_particle(words: list[str], verb: int) -> bool:
    """Whether an adverb that belongs to a verb stands behind it: `gave in on Monday`, but not `gave in Norfield`."""
    particle, behind = (*words[verb + 1 : verb + 3], "", "")[:2]
    return particle in _PARTICLES and (behind in PREPOSITIONS or not behind[:1].isalnum())


def behind_object_ahead(sentence: Sentence, first: int, verb: int) -> int:
    """The token behind such an object, with which the subject of the verb begins, where another verb stands before it in the clause from `first` on; else 0: `Norway ignored the report | Malta published`."""
    at = object_ahead(sentence, verb)
    return at + 1 if at > first and sentence.first_finite(first, at) < at else 0


def _is_name(sentence: Sentence, at: int) -> bool:
    return sentence.raw[at][:1].isupper() or sentence.words[at] in SUBJECT_PRONOUNS


def _before_pronoun(sentence: Sentence, start: int) -> int:
    """The token before the pronoun that opens a relative clause whose subject ends before `start`; -1 where there is none."""
    words = sentence.words
    for at in range(start - 1, max(0, start - _REACH), -1):
        if words[at] in _PRONOUNS:
            noun = at - 2 if words[at - 1] == "," else at - 1
            is_noun = noun >= 0 and words[noun].isalpha() and words[noun] not in _NO_NOUNS
            return noun if at < start - 1 and is_noun else -1
        if sentence.finite[at] or words[at] in _NO_SUBJECT or not words[at][0].isalnum() or words[at] == "if":
            return -1  # "a deal that - if approved -"
    return -1


def _lacks_object(sentence: Sentence, head: int) -> bool:
    """Whether nothing stands behind a verb that could be its object: `imposed in May`, `pledged to Norway`, but not `pledged to help`."""
    words = sentence.words
    behind = behind_date(head + 1, sentence.dated)
    if behind >= len(words) or not words[behind][0].isalnum() or sentence.finite[behind]:
        return True
    if words[behind] == "to":
        following = words[behind + 1 : behind + 2]
        return following != [] and (following[0] in DETERMINERS or sentence.raw[behind + 1][0].isupper())
    return words[behind] in PREPOSITIONS
