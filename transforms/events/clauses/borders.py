"""Where the clauses of a sentence begin, and how each hangs on the one before it.

Belongs here: what opens a clause, judged by words and the verbs around them. Does not: cutting a sentence into clauses (cutting.py).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from transforms.events.clauses import told
from transforms.events.clauses.beside_dates import behind_date, behind_dates
from transforms.events.clauses.insertions import DASHES, is_acronym, is_in_listing, is_listing, opens_credit
from transforms.events.clauses.verbs_ahead import (
    closes_opening,
    present_follows,
    verb_follows,
    verb_follows_apposition,
    verb_follows_phrase,
)
from transforms.events.words.function_words import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    INFINITIVES,
    NO_PARTICIPLE,
    PREPOSITIONS,
    REPORTING,
    is_adverb_since,
    is_in_ly,
)
from transforms.events.words.openers import (
    BREAKS,
    OPENERS,
    QUOTES,
    RELATIVES,
    SIMULTANEOUS,
    SUBJECTS,
    SUBORDINATORS,
    TEMPORAL,
)
from transforms.events.words.quantities import is_of_quantity
from transforms.events.words.word_table import WordTable
from transforms.vocabulary import word_set

_FINITE: Final = word_set("clauses", "finite")
_UNCHANGED: Final = word_set("clauses", "unchanged")
_NOT_FINITE: Final = word_set("clauses", "not_finite")
_THAT_NOUNS: Final = word_set("clauses", "that_nouns")
_SAID: Final = word_set("clauses", "said")
_TOLD_NOUNS: Final = word_set("clauses", "told_nouns")
_CLOSERS: Final = frozenset({")", '"', "”", "''", "»"})
_FACED: Final = word_set("clauses", "faced")
_FACED_LENGTH: Final = 5  # tokens behind "before" in which those stand whom somebody faces
_RULING: Final = frozenset({"ruled", "rules"})
_COURTS: Final = word_set("clauses", "courts")
_REPORT_END: Final = 8  # tokens behind a reporting verb within which a trailing reporting clause ends
_DESCRIBED_REPORT: Final = 18  # tokens of whoever reports with what is said of them between commas
_FRONTED: Final = (
    8  # tokens of a phrase before the first comma that may only open the clause: `In an interview on Friday, ...`
)
_BEFORE_PARTICIPLES: Final = frozenset({"after", "before", "since", "while", "when", "until"})
_SHORT_ING: Final = 4  # letters of "king", "sing" and their like, which are no participles
_SHORT_RELATIVE: Final = 2  # tokens of a relative clause that may lack its verb: `who, after the vote, ...`
_AS_LENGTH: Final = 6  # tokens in which a finite verb must follow for "as" to open a clause, as in "as they arrived"
# what stands behind "claimed" without being told by it, too: "claimed responsibility for the attack that killed 12"
_NEVER_TOLD: Final = frozenset(
    {"on", "in", ",", ".", "late", "early", "earlier", "to", "responsibility", "credit", "victory"}
)
_PARTICLES: Final = frozenset({"apart", "aside", "back", "down", "off", "out", "over", "through", "up", "."})
_TOLD_LENGTH: Final = 18  # tokens in which the verb of what is told without "that" must follow


class Kind(StrEnum):
    """How a clause hangs on the one before it."""

    MAIN = "main"
    COORDINATE = "coordinate"
    RESUMED = "resumed"
    PARTICIPLE = "participle"
    SIMULTANEOUS = "simultaneous"
    PARENTHESIS = "parenthesis"
    RELATIVE = "relative"
    CONTENT = "content"
    TEMPORAL = "temporal"
    SUBORDINATE = "subordinate"
    REPORT = "report"


# clauses that may stand before the one on which they hang
OPENING: Final = frozenset({Kind.TEMPORAL, Kind.SIMULTANEOUS, Kind.SUBORDINATE})
_WITH_VERB_BEHIND: Final = OPENING | {
    Kind.RELATIVE
}  # behind their comma the verb of the clause on which they hang may stand


class WordForm:
    """What the form of a word alone says, as bits; plain integers, because IntFlag is slow."""

    FINITE: Final = 1
    ENDS_IN_ED: Final = 2  # finite, unless it stands before a noun
    OPENER: Final = 4  # may open a clause
    REPORTS: Final = 8  # a clause without "that" may follow
    CLOSES: Final = 16  # the sentence goes on behind it
    TELLS: Final = 32  # whom somebody tells stands behind it, and what may follow without "that" behind a day
    UNCHANGED: Final = 64  # the past of these verbs is their base form, too


_TELLING: Final = WordForm.CLOSES | WordForm.REPORTS | WordForm.TELLS  # behind these a clause may begin


def _class(word: str) -> int:
    bits = WordForm.FINITE if word in _FINITE else 0
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_FINITE:
        bits |= WordForm.ENDS_IN_ED
    if word in OPENERS:
        bits |= WordForm.OPENER
    if word in _SAID:
        bits |= WordForm.REPORTS
    if told.tells(word):
        bits |= WordForm.TELLS
    if word in _UNCHANGED:
        bits |= WordForm.UNCHANGED
    return bits | WordForm.CLOSES if word in _CLOSERS else bits


WORD_FORMS: Final = WordTable(_class)


def closing_dash(words: list[str]) -> int:
    """The second of the only two dashes of a sentence, or 0: what stands between them is an insertion."""
    dashes = [index for index, word in enumerate(words) if word in DASHES]
    return dashes[1] if len(dashes) == 2 else 0


def holds_verb(words: list[str], kind: Kind, start: int, index: int) -> bool:
    """Whether a clause has its verb, whatever its form: `which includes the city`, `After storming the base, rebels withdrew`."""
    if kind is Kind.RELATIVE:
        return index - start > _SHORT_RELATIVE
    first = start + 1 + (words[start + 1 : start + 2] == ["not"])  # "While not backing Borg, Vella condemned them"
    return words[start] in _BEFORE_PARTICIPLES and first < len(words) and is_participle(words[first])


def is_participle(word: str) -> bool:
    """Whether a word in -ing is, by its form, the participle of a verb."""
    return word.endswith("ing") and len(word) > _SHORT_ING and word not in NO_PARTICIPLE


def possible_borders(words: list[str], forms: dict[int, int], dated: frozenset[int]) -> list[int]:
    """The tokens that may open a clause, in order: words that open clauses, what follows a bracket, and what a reporting verb and its day may tell."""
    borders = set[int]()
    for index, form in forms.items():
        if form & WordForm.OPENER:
            borders.add(index)
        if not form & _TELLING:
            continue
        if form & WordForm.CLOSES:
            borders.add(index + 1)
        if form & (WordForm.REPORTS | WordForm.TELLS):
            borders.update(told.beginnings(words, index, dated))
    borders.discard(len(words))
    return sorted(borders)


def border_at(
    words: list[str], finite: list[bool], index: int, kind: Kind, has_verb: bool, dated: frozenset[int]
) -> Kind | None:
    """The kind of the clause that opens at a token, or None when none does."""
    word = words[index]
    previous = words[index - 1] if index else ""
    if word in BREAKS:
        return None if word == ":" and is_in_listing(words, index) else Kind.MAIN
    if word == "(":
        return None if is_acronym(words, index) or is_listing(words, index) else Kind.PARENTHESIS
    if previous == ")":
        closed = index > 2 and is_acronym(words, index - 3) or is_in_listing(words, index - 1)
        return None if closed else Kind.RESUMED
    if word not in COORDINATORS and _is_behind_quotation(words, index):
        goes_on = kind is Kind.RELATIVE and finite[index] and word not in REPORTING
        return Kind.RESUMED if goes_on else Kind.REPORT  # "the bank, which says it did 'nothing,' sued"
    if word == ",":
        return _border_at_comma(words, finite, index, kind, has_verb, dated)
    if word in RELATIVES and index:
        return Kind.RELATIVE
    if word == "that":
        return _border_at_that(words, finite, index)
    if word in TEMPORAL and not is_adverb_since(words, index):
        return None if word == "before" and _is_in_front_of(words, index) else Kind.TEMPORAL
    if word in SIMULTANEOUS and not (word == "as" and is_of_quantity(words, index)):
        opens = word != "as" or verb_follows(words, finite, index + 1, _AS_LENGTH) or opens_credit(words, index)
        return Kind.SIMULTANEOUS if opens else None
    if word in SUBORDINATORS:
        return Kind.SUBORDINATE
    if word in COORDINATORS:
        if not has_verb and kind is Kind.TEMPORAL and finite[index + 1 : index + 2] == [True]:
            return Kind.RESUMED
        behind = _behind_front(words, index + 1, dated)
        follows = verb_follows(words, finite, behind) or verb_follows_apposition(words, finite, behind)
        follows = follows or previous == "," and verb_follows_phrase(words, finite, behind)
        goes_on = kind is Kind.CONTENT and finite[index + 1 : index + 2] == [True]
        has_verb = has_verb or kind is Kind.PARTICIPLE and previous == ","  # "killing two, and the army withdrew"
        return Kind.COORDINATE if (has_verb or goes_on) and follows else None
    if index and _is_told_subject(words, finite, index):
        return Kind.CONTENT if verb_follows(words, finite, index) else None
    if kind is Kind.RELATIVE and finite[index]:  # "which analysts say lost its lead"
        return None
    return _border_after_report(words, finite, index, dated)


def _is_told_subject(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether a pronoun behind a verb is the subject of what is told: `denied | he had paid`, `claims | it attacked the town`, but not `nor had they`."""
    before = words[index - 1]
    if words[index] == "it":
        return before in REPORTING
    return words[index] in SUBJECTS and finite[index - 1] and before not in AUXILIARIES


def _behind_front(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The first token from one on behind a date that only opens the clause: `and in February | it expanded`, `and last year , | it rose`."""
    behind = behind_dates(words, index, dated)
    return behind + 1 if behind > index and words[behind : behind + 1] == [","] else behind


def _is_behind_quotation(words: list[str], index: int) -> bool:
    """Whether a quotation ended right before, which whoever speaks it follows: `"It is over," Issa, who heads the panel, said`."""
    if index < 2 or words[index - 1] not in _CLOSERS or words[index - 2] != ",":
        return False
    before = words[:index].count('"')  # one alone closes what the sentence before opened
    return words[index - 1] != '"' or before % 2 == 0 or words.count('"') == 1


def _is_in_front_of(words: list[str], index: int) -> bool:
    """Whether "before" is a place: `appeared before the judge`."""
    group = words[index + 1 : index + 1 + _FACED_LENGTH]
    end = next((at for at, word in enumerate(group) if word in PREPOSITIONS or not word[0].isalnum()), len(group))
    return not _FACED.isdisjoint(group[:end])


def _border_at_comma(
    words: list[str], finite: list[bool], index: int, kind: Kind, has_verb: bool, dated: frozenset[int]
) -> Kind | None:
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in _CLOSERS or index in dated:  # "on May 12, 2013"
        return None
    if kind is Kind.REPORT and not has_verb:  # `"It is over," Issa, the chairman, said`
        return Kind.RESUMED if finite[index + 1 : index + 2] == [True] else None
    if is_participle(following):
        return Kind.PARTICIPLE
    if index + 1 < len(words) and finite[index + 1]:
        tells = following in REPORTING and (index - 1 in dated or not told.has_object(words, index + 1))
        return Kind.REPORT if tells and kind is not Kind.RELATIVE else Kind.RESUMED
    if index + 1 in dated or index + 2 in dated and following in PREPOSITIONS:
        behind = behind_date(index + 2, dated)
        if finite[behind : behind + 1] == [True]:  # `the mayor, who is ill, on Monday called on them`
            return Kind.RESUMED
        ends = kind is Kind.RELATIVE and has_verb and words[behind : behind + 1] in ([], ["."])
        if ends and index + 2 in dated and _is_unbroken(words, index):  # `freed the mayor, who was ill, on Monday`
            return Kind.RESUMED
    if (
        _is_trailing_report(words, finite, index + 1, has_verb, dated)
        or has_verb
        and _is_described_report(words, finite, index)
    ):
        return Kind.REPORT
    if (
        kind in _WITH_VERB_BEHIND
        and has_verb
        and (
            verb_follows(words, finite, index + 1)
            or kind in OPENING
            and (
                closes_opening(words, finite, index, dated)
                or verb_follows_apposition(words, finite, index + 1)
                or present_follows(words, index + 1)
            )
        )
    ):
        return Kind.RESUMED
    return None


def _is_unbroken(words: list[str], index: int) -> bool:
    """Whether no comma stands between a comma and the relative pronoun before it, so that it closes the relative clause."""
    before = next((word for word in reversed(words[:index]) if word == "," or word in RELATIVES), ",")
    return before != ","


def _border_at_that(words: list[str], finite: list[bool], index: int) -> Kind | None:
    following = words[index + 1] if index + 1 < len(words) else ""
    if index == 0 or not following or following in _THAT_NOUNS or words[index - 1] in PREPOSITIONS:
        return None
    if words[index - 1] in ("if", "whether", "unless"):
        return None  # "if that bill becomes law"
    if _points_at_object(words, finite, index):
        return None
    if finite[index + 1] and following not in REPORTING or _has_adverb_and_verb(words, finite, index):
        return Kind.RELATIVE
    describes = not finite[index - 1] and words[index - 1] not in REPORTING and _is_present(words, finite, index + 1)
    return Kind.RELATIVE if describes else Kind.CONTENT


def _points_at_object(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether "that" only points at the object of the verb before it: `voted that deal | down in May`, but not `feared that prices fell`."""
    if not finite[index - 1] or words[index - 1] in REPORTING:
        return False
    return words[index + 2 : index + 3] != [] and words[index + 2] in _PARTICLES and True not in finite[index + 1 :]


def _has_adverb_and_verb(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether the only verb behind a "that" follows it with an adverb between: `the force that finally toppled him`, but not `fears that newly elected mayors left`."""
    if finite[index - 1] or words[index - 1] in REPORTING or words[index - 1] in _TOLD_NOUNS:
        return False
    at = index + 1
    while at < len(words) - 1 and is_in_ly(words[at]):
        at += 1
    return at > index + 1 and finite[at] and words[at] not in REPORTING and True not in finite[at + 1 :]


def _is_present(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether a word is a verb's third person with nothing that would be a verb of its own behind it: `a platform that brings gains`."""
    word = words[index]
    return word[-1:] == "s" and word[:-1] in INFINITIVES and finite[index + 1 : index + 2] != [True]


def _border_after_report(words: list[str], finite: list[bool], index: int, dated: frozenset[int]) -> Kind | None:
    """A content clause without "that": `The army said on Sunday | twelve soldiers were killed`."""
    if index in dated or index < 2 or words[index] in _NEVER_TOLD or words[index] in QUOTES:
        return None
    if finite[index] and words[index - 2] in BE and words[index - 1] in REPORTING:
        return None  # "two soldiers were reported killed"
    follows = told.begins(words, index, dated) and (
        verb_follows(words, finite, index, _TOLD_LENGTH, over_phrases=True)
        or verb_follows_apposition(words, finite, index)
    )
    return Kind.CONTENT if follows else None


def _is_trailing_report(
    words: list[str], finite: list[bool], index: int, has_verb: bool, dated: frozenset[int]
) -> bool:
    """Whether only a reporting clause stands behind a comma, as in `the road is closed, police said on Monday`."""
    if not has_verb and index <= _FRONTED:
        return False
    for position in range(index, min(len(words), index + told.REPORT_LENGTH)):
        if words[position] == ",":
            return False
        is_noun = words[position - 1] in DETERMINERS and finite[position + 1 : position + 2] != [True]
        rules = words[position] in _RULING and not _COURTS.isdisjoint(words[index:position])
        named = words[position] == "states" and words[position - 1] == "united"
        if (words[position] in REPORTING and not named or rules) and not is_noun:  # not "published a report"
            rest = words[behind_dates(words, position + 1, dated) :][: _REPORT_END - 1]
            if not has_verb and not DETERMINERS.isdisjoint(
                rest[:1]
            ):  # `amid tension in the region, they declared a truce`
                return False
            return has_verb or "," in rest or len(rest) < _REPORT_END - 1
    return False


def _is_described_report(words: list[str], finite: list[bool], index: int) -> bool:
    """Whether whoever reports it stands behind a comma, described between two more: `the road is closed, | the mayor, Karl Borg, said`."""
    end = min(len(words) - 1, index + _DESCRIBED_REPORT)
    commas = [at for at in range(index + 1, end) if words[at] == ","]
    if len(commas) != 2 or not finite[commas[1] + 1]:
        return False
    verb = commas[1] + 2 if words[commas[1] + 1] in HAVE else commas[1] + 1
    if words[verb : verb + 1] == [] or words[verb] not in REPORTING:
        return False
    if True in finite[index : commas[1]]:
        return False
    return commas[0] > index + 1 and "and" not in words[index : commas[1]]
