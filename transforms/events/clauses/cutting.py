"""Cut a sentence into clauses.

Belongs here: finite verbs, quotations and clauses over the tokens of one sentence. Does not: where a clause begins (borders.py), the sentence (sentence.py).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, NamedTuple

from transforms.events.clauses.borders import (
    OPENING,
    Kind,
    WordForm,
    border_at,
    closing_dash,
    holds_verb,
    is_participle,
    possible_borders,
)
from transforms.events.clauses.insertions import DASHES, is_credit
from transforms.events.clauses.verbs_ahead import verb_follows
from transforms.events.words.function_words import (
    ADVERBS,
    AUXILIARIES,
    BEFORE_BASES,
    DETERMINERS,
    DETERMINING_WORDS,
    PREPOSITIONS,
    REPORTING,
    is_bare_subject,
    is_floating,
    is_participle_form,
)
from transforms.events.words.openers import QUOTES
from transforms.vocabulary import read_vocabulary, word_set

_VERBAL_PREFIXES: Final = word_set("clauses", "verbal_prefixes")
_BEFORE_NOUNS: Final = DETERMINERS | {"by", "of", "with", "from", "against", "for", "between", "among"}
# behind these "that" opens what is told, or is an article
_NO_ANTECEDENTS: Final = (
    REPORTING | word_set("clauses", "told_nouns") | PREPOSITIONS | DETERMINERS | AUXILIARIES | ADVERBS | BEFORE_BASES
)
_OPENS_RELATIVE_OBJECT: Final = (
    PREPOSITIONS
    | DETERMINING_WORDS
    | word_set("groups", "numbers")
    | {"dozens", "hundreds", "thousands", "scores", "people", "nearly", "almost", "up", "him", "them", "us", "it"}
)
_FINITE: Final = WordForm.FINITE | WordForm.ENDS_IN_ED
_MEASURED: Final = word_set("clauses", "measured")
_RESULTS: Final = frozenset(read_vocabulary("ontology")["lists"]["results"])
_RELATIVES: Final = word_set("clauses", "relatives") | {"that"}
_BEFORE_OTHERS: Final = PREPOSITIONS | DETERMINERS | BEFORE_BASES  # what follows is no finite verb of its own
# by names of their own: Python 3.11 takes 0.1 to 0.3 us to look up a member of an enumeration
_PARENTHESIS: Final = Kind.PARENTHESIS
_RELATIVE: Final = Kind.RELATIVE
_REPORT: Final = Kind.REPORT
_TEMPORAL: Final = Kind.TEMPORAL
_NEEDS_VERB: Final = frozenset({Kind.MAIN, Kind.COORDINATE, Kind.CONTENT, Kind.RESUMED})
# behind a verb with its object, or its day: not "wounded in", "held by"
_REPORTS: Final = frozenset({"reports", "claims"})
_KINDS_OF_REPORT: Final = word_set("clauses", "kinds_of_report")
_JUDGED: Final = word_set("clauses", "judged_of_that")
_WAS: Final = frozenset({"was", "is"})
_SINGLED: Final = 6  # tokens before "that" in which "it was" stands
_SUBJECT_REACH: Final = 12  # tokens of a subject with which a sentence opens
_OPENS_OBJECT: Final = DETERMINERS | {"that", "on", "him", "her", "it", "them"}


class Clause(NamedTuple):
    """Tokens `start`..`end` (end exclusive) of a sentence."""

    start: int
    end: int
    kind: Kind


def quoted_words(words: list[str], inside: bool = False) -> list[bool]:
    """Whether each token is inside quotation marks; inside: whether the first one is already."""
    flags = []
    for word in words:
        if word in QUOTES:
            inside = word in ("“", "``", "«") or (word == '"' and not inside)
        flags.append(inside)
    return flags


def finite_verbs(words: list[str], forms: dict[int, int]) -> list[bool]:
    """Whether each token can be a finite verb by its form: a past in -ed, or a form of the table."""
    flags = [False] * len(words)
    for index, form in forms.items():
        if not form & _FINITE:
            continue
        before = words[index - 1] if index else ""
        # "will cut", "decided to put", "a tense set of talks"
        if form & WordForm.UNCHANGED and (before in BEFORE_BASES or words[index + 1 : index + 2] == ["of"]):
            continue
        if _describes(words, index, before):
            continue
        if words[index] in _MEASURED and not _RESULTS.isdisjoint(words[index + 1 : index + 3]):
            continue
        opens_noun = before in _BEFORE_NOUNS and not (
            is_floating(words, index - 1) or is_bare_subject(words, index - 1)
        )
        flags[index] = bool(form & WordForm.FINITE) or not opens_noun or _is_of_relative(words, forms, index)
    for word in _REPORTS.intersection(words):
        at = words.index(word)
        flags[at] = flags[at] or is_credit(words, at) or _tells(words, at, flags)
    return flags


def _tells(words: list[str], at: int, flags: list[bool]) -> bool:
    """Whether "reports" or "claims" before "that" is the verb with which a sentence opens: `Interpol | reports that`, but not `media reports that`, `denied claims that`."""
    if not 0 < at <= _SUBJECT_REACH or words[at + 1 : at + 2] != ["that"] or any(flags[:at]):
        return False
    before = words[at - 1]
    named = before.isalnum() and before not in _BEFORE_OTHERS and before not in _KINDS_OF_REPORT
    return named and not before.endswith(("ed", "ing")) and words[0] not in PREPOSITIONS


def _describes(words: list[str], index: int, before: str) -> bool:
    """Whether the form of a past verb is none by what is before it: `Oslo-based`, `U.S.-backed`, `Having signed it, Waugh left`, but not `re-elected`."""
    if "-" in words[index] and words[index].partition("-")[0] not in _VERBAL_PREFIXES:
        return True
    if before == "-" and index > 1 and words[index - 2].endswith("."):
        return True
    return before == "having" or before == "been" and words[index - 2] == "having"


def _is_of_relative(words: list[str], forms: dict[int, int], index: int) -> bool:
    """Whether a form in -ed behind "that" is the verb of a relative clause: `the crash that killed 12 men`, `the court that jailed Borg`, but not `said that killed men were buried`."""
    if index < 2 or words[index - 1] != "that" or index + 1 >= len(words):
        return False
    noun, following = words[index - 2], words[index + 1]
    if not noun.isalpha() or noun in _NO_ANTECEDENTS or noun.endswith("ed"):
        return False
    if following in _OPENS_RELATIVE_OBJECT or following[0].isdigit() or _is_singled_out(words, index - 1):
        return True
    article = words[index - 3] if index > 2 else ""
    return article in DETERMINERS and not any(forms.get(at, 0) & _FINITE for at in range(index + 1, len(words)))


def cut_clauses(
    words: list[str], forms: dict[int, int], finite: list[bool], verbs: list[int], dated: frozenset[int]
) -> list[Clause]:
    """The clauses of a sentence in order, which together hold every token.

    forms: what the form of a word says, by token, where it says anything (borders.WORD_FORMS); finite: whether it can be a finite verb; verbs: the tokens that can;
    dated: those of its date expressions.
    """
    clauses: list[Clause] = []
    start, kind = 0, Kind.MAIN
    closing = 0 if DASHES.isdisjoint(words) else closing_dash(words)
    borders = possible_borders(words, forms, dated)
    if not _RELATIVES.isdisjoint(words):
        borders = sorted({*borders, *verbs})
    for index in borders:
        has_verb = first_among(verbs, start, index) < index
        border: Kind | None
        if (
            index == closing
            and kind is _PARENTHESIS
            or has_verb
            and kind is _RELATIVE
            and _closes_relative(words, finite, verbs, clauses, index)
        ):
            border = Kind.RESUMED
        elif closing and words[index] in DASHES and index < closing and not has_verb:
            border = Kind.PARENTHESIS
        elif kind is _TEMPORAL and not has_verb and _only_opens(words, finite, verbs, start, index):
            border = Kind.RESUMED
        else:
            beside = kind is Kind.SIMULTANEOUS and first_among(verbs, 0, start) < start
            has_verb = has_verb or beside or holds_verb(words, kind, start, index)
            border = border_at(words, finite, index, kind, has_verb, dated)
        if border is _REPORT and finite[index + 1 : index + 2] == [True] and first_among(verbs, 0, index) == index:
            border = Kind.RESUMED  # `The fund, citing losses, said`: nothing is told yet
        if border is _REPORT and kind in OPENING and first_among(verbs, 0, start) == start:
            border = Kind.RESUMED  # `On Monday, after a storm hit the coast, the rebels declared a truce`
        if border is None:
            continue
        if index > start:
            clauses.append(Clause(start, index, kind))
            start = index
        kind = border
    clauses.append(Clause(start, len(words), kind))
    return clauses


def _closes_relative(words: list[str], finite: list[bool], verbs: list[int], clauses: list[Clause], index: int) -> bool:
    """Whether a verb is that of the clause which a relative clause without commas interrupts: `The man who attacked the embassy | was arrested`."""
    if not finite[index] or not clauses or clauses[-1].kind not in _NEEDS_VERB:
        return False
    interrupted = clauses[-1]
    if first_among(verbs, interrupted.start, interrupted.end) < interrupted.end:
        return False
    last = verbs[bisect_left(verbs, index) - 1]
    if words[last] in REPORTING:  # "who said it was late"
        return False
    between = [word for word in words[last + 1 : index] if word not in ADVERBS and word not in AUXILIARIES]
    if not between:  # "which the two sides signed was", but not "who had been held"
        return words[index] in AUXILIARIES and words[last] not in AUXILIARIES and index == last + 1
    if words[index - 1] in _BEFORE_OTHERS or not words[index - 1][0].isalnum():
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    return words[index] in AUXILIARIES or words[index] in REPORTING or following in _OPENS_OBJECT


def _only_opens(words: list[str], finite: list[bool], verbs: list[int], start: int, index: int) -> bool:
    """Whether the comma at `index` closes a phrase that only opens the sentence, begun at `start`: `On Monday, a day | after the vote | , she resigned`."""
    if words[index] != "," or first_among(verbs, 0, index) < index or is_participle(words[start + 1]):
        return False
    return verb_follows(words, finite, index + 1, over_phrases=True)


def _is_singled_out(words: list[str], that: int) -> bool:
    """Whether a sentence says by "it was" who did what stands behind "that": `It was Malta | that rejected it`."""
    if words[that - 1] in _JUDGED or is_participle_form(words[that - 1]):
        return False  # "it was clear that banned groups had met"
    return any(words[at] == "it" and words[at + 1] in _WAS for at in range(max(0, that - _SINGLED), that - 1))


def first_among(tokens: list[int], start: int, end: int) -> int:
    """The first of some tokens, given in order, that is among `start`..`end` (end exclusive), or `end`."""
    following = bisect_left(tokens, start)
    return tokens[following] if following < len(tokens) and tokens[following] < end else end
