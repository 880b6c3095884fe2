"""Words in -ing that are nouns by what stands beside them: "Fighting also raged", "killed in a drive-by shooting".

Belongs here: subjects and deeds in -ing. Does not: the other words that can be verbs and nouns (word_classes.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import ADVERBS, DETERMINERS, PREPOSITIONS
from transforms.vocabulary import word_set

_DEEDS: Final = word_set("clauses", "deeds")
_DEED_REACH: Final = 3  # tokens before such a word in which the verb of harm stands
_IN_DEEDS: Final = frozenset({"in", "by", "from", "during"})
_AIMING: Final = frozenset({"at", "into", "on", "for", "against"})
_HARMED: Final = word_set("clauses", "done_in_deeds")
_TOLD: Final = frozenset({"was", "has"})
_OPENING: Final = frozenset({"meanwhile", "elsewhere", "later", "earlier"})
_WHERE: Final = frozenset({"in", "near", "around", "between", "outside", "across"})


def is_told_of(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word in -ing opens its clause as the subject: `Fighting also raged`, `Meanwhile, fighting raged`, but not `Ruling parties`."""
    words = sentence.words
    if not start and words[start] in _DEEDS and words[end : end + 1] != [] and words[end] in _WHERE:
        clause = sentence.clauses[sentence.clause_at(start)]
        verb = sentence.first_finite(end, clause.end)
        return verb < clause.end and "," not in words[end:verb]  # "Fighting in the north | left six people dead"
    while end < len(words) - 1 and words[end] in ADVERBS:
        end += 1
    if sentence.finite[end : end + 1] != [True] or words[end][-1] == "s" and words[end] not in _TOLD:
        return False
    return start == 0 or words[start - 1] == "," and words[start - 2] in _OPENING


def is_deed(sentence: Sentence, index: int) -> bool:
    """Whether a word of force in -ing names what harmed somebody: `killed in a drive-by | shooting`, `died in | shelling`, but not `by shelling the town`."""
    words = sentence.words
    if words[index] not in _DEEDS or index < _DEED_REACH:
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    told_when = index + 1 in sentence.dated or following == "on" and index + 2 in sentence.dated
    if not told_when and following[:1].isalpha() and (following not in PREPOSITIONS or following in _AIMING):
        return False
    at = index - 2 if words[index - 2] in DETERMINERS else index  # "in a drive-by shooting"
    return words[at - 1] in _IN_DEEDS and words[at - 2] in _HARMED
