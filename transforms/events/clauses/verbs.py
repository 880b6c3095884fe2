"""Read the verb group around a verb: tense, voice, negation.

Belongs here: auxiliaries and what they make of a verb. Does not: clause borders (borders.py), what the tense says about an event (status/of_verb.py).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from transforms.events.clauses.beside_dates import before_aside, before_date, before_inserted_date, behind_date
from transforms.events.clauses.fronts import front_of, opens_passive
from transforms.events.clauses.reduced import is_behind_object
from transforms.events.clauses.relatives import object_relative
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BEFALLING,
    COORDINATORS,
    DETERMINERS,
    FUTURE,
    HAVE,
    INFINITIVES,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    REPORTING,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_floating,
    is_in_ly,
    is_participle_form,
)
from transforms.events.words.inflection import Form
from transforms.events.words.quantities import opens_number
from transforms.vocabulary import word_set

_BOTH: Final = "both"
_IN_GROUP: Final = AUXILIARIES | NEGATIONS | ADVERBS | {"to", "each"}


_SHARED_REACH: Final = 24  # tokens between an auxiliary and the second verb that it stands with
_ORDERING: Final = frozenset({"then", "later", "subsequently", "eventually", "also"})
# Behind these "to" opens a verb, whichever it is.
_AIMS: Final = word_set("clauses", "planned_verbs") | word_set("clauses", "goals") | word_set("clauses", "aims")

_INSERTION: Final = 24  # tokens within which an inserted participle's phrase ends
_SOURCE_REACH: Final = 8  # tokens between "according" and the verb of what is quoted
_SHOWN: Final = word_set("clauses", "shown")
_OFFICES: Final = word_set("clauses", "made_officers")
_OFFICE_HEADS: Final = frozenset(role.split()[-1] for role in word_set("titles", "roles"))
_OFFICE_WORDS: Final = 4  # of such an office: "deputy finance director"
_NO_OFFICE: Final = DETERMINERS | PREPOSITIONS | COORDINATORS
_BEFORE_GIVER: Final = frozenset({",", ";", "that", "to", "and"})  # these end what a participle says
_OFFICE_REACH: Final = 8  # tokens behind such a participle in which it is told by whom
_SHOWN_REACH: Final = 10  # tokens between such a participle and the verb of what it describes
_TRANSITIVE: Final = word_set("clauses", "transitive")
_NEVER_SUFFERED: Final = word_set("clauses", "never_suffered")
_NEVER_BARE: Final = word_set("clauses", "never_bare")
_MADE: Final = word_set("clauses", "made")
_MAKING: Final = word_set("clauses", "making")
_BEHIND_MADE: Final = frozenset({",", ".", ";", "to", "that", "which", "when", "after", "as"})
_BEHIND_BEFALLING: Final = frozenset({"to", "as", "after", "along", "together", "when", "while", "since", "."})
_WITH_TERM: Final = frozenset({"sentenced", "jailed", "imprisoned"})
_SUBJECTS: Final = SUBJECT_PRONOUNS | {"you", "who"}
_OPENERS: Final = _SUBJECTS | {"that", "which"}  # behind these a verb is the one of their clause
_LIKELY: Final = frozenset({"likely", "unlikely"})  # no adverbs before an infinitive
_JOINTS: Final = frozenset({"and", ",", "then", "but"})
_BEHIND_PASSIVE: Final = frozenset(
    {
        ",",
        ".",
        ";",
        "and",
        "but",
        "to",
        "as",
        "after",
        "when",
        "while",
        "because",
        "later",
        "again",
        "held",
        "detained",
        "jailed",
    }
)
_PASSIVE_REPORTS: Final = word_set("clauses", "told_so") | word_set("clauses", "supposed")


class Tense(StrEnum):
    """Tense and mood of a verb group, as far as status and dating need it."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    MODAL = "modal"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


class VerbGroup(NamedTuple):
    """The verb at `head` with its auxiliaries from token `start`; `governor` is the word before "to" of an infinitive."""

    start: int
    head: int
    tense: Tense
    passive: bool
    negated: bool
    governor: str


def read_verb_group(sentence: Sentence, head: int, form: int) -> VerbGroup:
    """The verb group of a token that is known to be a verb of the given forms."""
    words = sentence.words
    start, auxiliaries = before_inserted_date(words, head, sentence.dated), list[str]()
    if start > 1 and words[start - 1] in _PASSIVE_REPORTS and words[start - 2] in BE:
        start -= 1  # "were reported killed"
    while start > 0 and head - start < 7 and _is_in_group(words, start - 1):
        start -= 1
        auxiliaries.append(words[start])
        if words[start] == "to":
            break
    helpers, first = set(auxiliaries), start
    if helpers <= _ORDERING and (shared := _shared_helper(sentence, head, form)) >= 0:
        helpers, first = {words[shared]}, shared
    elif form & Form.PARTICIPLE and not helpers & AUXILIARIES and (be := _shared_passive(sentence, head)) >= 0:
        helpers, first = _helpers_until(words, be, but="but" in words[head - 2 : head])
    passive = bool(form & (Form.PARTICIPLE | Form.PAST)) and _is_passive(sentence, head, form, helpers)
    first = before_aside(words, first) if "to" in helpers else first
    before = range(before_date(words, first, sentence.dated) - 1, -1, -1)  # "is expected later on Friday to plead"
    words_before = (word for at in before if (word := words[at]) in _LIKELY or not is_adverb(word))
    governor = next(words_before, "") if "to" in helpers else ""
    return VerbGroup(start, head, _tense(form, helpers, passive), passive, bool(helpers & NEGATIONS), governor)


def _is_in_group(words: list[str], at: int) -> bool:
    """Whether a word belongs to the verb behind it: `has been | formally | charged`, `were | each | found guilty`."""
    if not at and words[0] == _BOTH:
        return False  # "Both have denied it"
    return words[at] in _IN_GROUP or is_in_ly(words[at]) or is_floating(words, at)


def _shared_helper(sentence: Sentence, head: int, form: int) -> int:
    """The auxiliary, or the "to", that a verb behind "and" shares with the one before; -1 where there is none: `will host and deliver remarks`, `is expected to be unveiled and become law`."""
    words = sentence.words
    joint = head - 1
    while joint > 0 and words[joint] in _ORDERING:  # "to lease and | then | buy"
        joint -= 1
    if not form & Form.BASE or joint < 0 or words[joint] not in COORDINATORS:
        return -1
    first = sentence.clauses[sentence.clause_at(head)].start
    for at in range(joint - 1, max(first, head - _SHARED_REACH) - 1, -1):
        # "asked a judge to revoke his bail and detain him"
        if words[at] == "to" and (
            words[at + 1] in INFINITIVES or words[at + 2] in DETERMINERS or _opens_aim(sentence, at)
        ):
            return at
        if sentence.finite[at] and (at == 0 or words[at - 1] not in BE):
            return at if words[at] in FUTURE or words[at] in MODALS else -1
    return -1


def _helpers_until(words: list[str], be: int, *, but: bool) -> tuple[set[str], int]:
    """The auxiliaries that end at a form of "be", and the first of them; what is denied of the one verb holds of the one behind `but`."""
    first = be
    while first > 0 and words[first] != "to" and _is_in_group(words, first - 1):
        first -= 1
    helpers = set(words[first : be + 1])
    return helpers - NEGATIONS if but else helpers, first


def _opens_aim(sentence: Sentence, at: int) -> bool:
    """Whether "to" stands between what somebody is about and a verb: `plans | to | restructure`, but not `plans to date`, `an offer to Malta`."""
    following = sentence.raw[at + 1]
    return (
        at > 0
        and sentence.words[at - 1] in _AIMS
        and following.isalpha()
        and following.islower()
        and at + 1 not in sentence.dated
    )


def _is_passive(sentence: Sentence, head: int, form: int, helpers: set[str]) -> bool:
    if helpers & BE and form & Form.PARTICIPLE:
        return True
    if helpers & HAVE or not form & Form.PARTICIPLE or object_relative(sentence, head, head) >= 0:
        return False
    if (front := front_of(sentence, head)) is not None and front.participle == head:
        return True
    if is_behind_object(sentence, head) or not head and opens_passive(sentence):
        return True
    words = sentence.words
    behind = behind_date(head + 1, sentence.dated)  # "announced Sunday by the Treasury"
    following = words[behind : behind + 1]
    if words[head] in _NEVER_SUFFERED:
        return False
    if _is_given_office(sentence, head):
        return True
    if _has_agent(words, head, behind) or _is_inserted(sentence, head):
        return True
    if _tells_on_day(sentence, behind):
        return False
    if words[head] in _NEVER_BARE and _is_bare(sentence, head, behind):
        return True
    has_number = opens_number(words, behind)
    ends = not has_number and (not following or following[0] in PREPOSITIONS or following[0] in _BEHIND_BEFALLING)
    if words[head] in _WITH_TERM and behind > head + 1:  # "Man sentenced three years in prison"
        ends = True
    if words[head] in BEFALLING and ends and words[head - 1] not in _SUBJECTS:  # "the man they arrested in Rome"
        return True
    if _is_reduced(sentence, head, behind) or words[head] in _SHOWN and _is_shown(sentence, head):
        return True
    if words[head - 1] in COORDINATORS or not (_has_verb_before(sentence, head) or _is_of_source(sentence, head)):
        return False
    return _lacks_object(words, head, behind) or not (has_number or PREPOSITIONS.isdisjoint(words[head + 1 : head + 2]))


def _has_agent(words: list[str], head: int, behind: int) -> bool:
    """Whether "by" follows a participle, behind its date or an adverb: `approved unanimously | by the Senate`."""
    at = behind
    while at == behind and at < len(words) and is_in_ly(words[at]):
        at += 1
    return words[at : at + 1] == ["by"]


def _is_given_office(sentence: Sentence, head: int) -> bool:
    """Whether a participle behind a comma tells by whom somebody got an office: `Vella, | appointed chief justice by Borg, resigned`."""
    words, office = sentence.words, "".join(sentence.raw[head + 1 : head + 2])
    if words[head] not in _OFFICES or words[head - 1] != "," or not office.islower():
        return False
    by = next((at for at in range(head + 1, min(head + _OFFICE_REACH, len(words) - 1)) if words[at] == "by"), head)
    return by > head and by + 1 not in sentence.dated and _BEFORE_GIVER.isdisjoint(words[head + 1 : by])


def _lacks_object(words: list[str], head: int, behind: int) -> bool:
    """Whether nothing that could be an object stands behind a verb and its date: `a poll published last month.`, `a law passed last year that bans it`."""
    following = words[behind : behind + 1]
    if behind == head + 1 or not following:
        return False
    if words[head] in _TRANSITIVE and following[0] in (",", ".", ";"):
        return True
    if words[head] not in _MAKING or words[head - 1] not in _MADE:
        return False
    no_object = following[0] in PREPOSITIONS or following[0] in COORDINATORS or following[0].endswith("ing")
    return no_object or following[0] in _BEHIND_MADE


def _is_bare(sentence: Sentence, head: int, behind: int) -> bool:
    """Whether a form in -ed behind a noun has no object: `the fines imposed in 2005 over late payments`, but not `Malta imposed on Monday a fine`.

    behind: the token behind the date that may stand right behind the verb.
    """
    words = sentence.words
    if not sentence.raw[head - 1].islower() or words[head - 1] in _OPENERS or not words[head - 1].isalpha():
        return False  # "the fines that Malta imposed on Norway"
    if words[behind : behind + 1] == [] or words[behind] not in PREPOSITIONS:
        return False
    if behind + 1 in sentence.dated:
        behind = behind_date(behind + 1, sentence.dated)
    return behind + 1 >= len(words) or _may_end(sentence, behind) or sentence.finite[behind]


def _has_verb_before(sentence: Sentence, head: int) -> bool:
    """Whether the clause of a verb has a finite one before it; `led by the king` is none: `the team, led by the king, met`."""
    words, finite = sentence.words, sentence.finite
    first = sentence.clauses[sentence.clause_at(head)].start
    return any(finite[at] and (words[at + 1] != "by" or words[at - 1] in BE) for at in range(first, head))


def _tells_on_day(sentence: Sentence, at: int) -> bool:
    """Whether a preposition at a token opens only a date, behind which a verb has what is told: `charged on Monday that he lied`, but not `minutes released on Monday that showed`."""
    words = sentence.words
    behind = behind_date(at + 1, sentence.dated)
    tells = words[behind : behind + 1] == ["that"] and sentence.finite[behind + 1 : behind + 2] != [True]
    return behind > at + 1 and tells and words[at] in PREPOSITIONS


def _is_of_source(sentence: Sentence, head: int) -> bool:
    """Whether a verb describes what is quoted: `according to data released on Saturday`."""
    first = sentence.clauses[sentence.clause_at(head)].start
    before = sentence.words[max(first, head - _SOURCE_REACH) : head]
    return "according" in before and "," not in before[before.index("according") :]


def _is_reduced(sentence: Sentence, head: int, behind: int) -> bool:
    """Whether only a date stands between a verb and the next finite one, whose subject it then describes: `a survey released on Friday showed`.

    behind: the token behind the date that may stand right behind the verb.
    """
    words, finite = sentence.words, sentence.finite
    if behind == head + 1 and words[behind : behind + 1] in (["on"], ["in"]):
        behind = behind_date(behind + 1, sentence.dated)
    dated = behind > head + 1 and behind - 1 in sentence.dated and words[head - 1] not in _OPENERS
    return dated and finite[behind : behind + 1] == [True]


def _is_shown(sentence: Sentence, head: int) -> bool:
    """Whether only a phrase of place stands between a participle and the next finite verb: `a video posted on a website on Monday showed`."""
    words = sentence.words
    following = words[head + 1 : head + 2]
    if not head or words[head - 1] in _OPENERS or following != ["online"] and PREPOSITIONS.isdisjoint(following):
        return False
    end = sentence.clauses[sentence.clause_at(head)].end
    verb = sentence.first_finite(head + 1, min(end, head + _SHOWN_REACH))
    between = words[head + 1 : verb]
    return verb < min(end, head + _SHOWN_REACH) and "," not in between and COORDINATORS.isdisjoint(between)


def _is_inserted(sentence: Sentence, head: int) -> bool:
    """Whether a participle between commas only describes the subject of the verb behind them: `The banks, sued over the deal, fought back`."""
    words = sentence.words
    if not head or words[head - 1] != "," or words[head + 1 : head + 2] == [] or words[head + 1] not in PREPOSITIONS:
        return False
    closing = next((at for at in range(head + 2, min(len(words), head + _INSERTION)) if words[at] == ","), 0)
    return closing > 0 and sentence.finite[closing + 1 : closing + 2] == [True] and words[closing + 1] not in REPORTING


def _shared_passive(sentence: Sentence, head: int) -> int:
    """The form of "be" that a participle behind "and" shares with one before it; -1 where there is none: `was shot and killed`, `will be jailed, released in May and deported`."""
    words = sentence.words
    joint = head - 1
    while joint > 0 and is_adverb(words[joint]):
        joint -= 1
    if joint < 2 or words[joint] not in _JOINTS or not _goes_on_passive(sentence, head):
        return -1
    for at in range(joint - 1, max(0, joint - _SHARED_REACH), -1):
        if is_participle_form(words[at]) and words[at - 1] in BE:
            return at - 1
        if is_participle_form(words[at]) and words[at - 1] in _JOINTS:
            continue  # one more of the row
        if sentence.finite[at] or words[at] in _OPENERS:
            return -1
    return -1


def _goes_on_passive(sentence: Sentence, head: int) -> bool:
    """Whether a participle can only be passive: its verb always has an object and none stands behind it, but for an office: `was fired and | named head of the fund`."""
    words = sentence.words
    if words[head] in _OFFICES and _names_office(sentence, head + 1):
        return True
    if words[head] not in _TRANSITIVE and words[head] not in BEFALLING:  # "was appointed in 2003 and resigned in 2005"
        return False
    return _may_end(sentence, head + 1) or _goes_on_in_row(words, head + 1)


def _names_office(sentence: Sentence, at: int) -> bool:
    """Whether an office without article and holder stands at a token: `head of the fund`, `finance director`."""
    words, raw = sentence.words, sentence.raw
    for index in range(at, min(at + _OFFICE_WORDS, len(words))):
        if words[index] in _OFFICE_HEADS:
            return "".join(raw[index + 1 : index + 2])[:1].islower() or index + 1 >= len(words) - 1
        if not words[index].isalpha() or words[index] in _NO_OFFICE:
            return False
    return False


def _goes_on_in_row(words: list[str], at: int) -> bool:
    """Whether "and" or a comma at a token joins one more participle: `were murdered, tortured | and sexually assaulted`."""
    if at >= len(words) or words[at] not in _JOINTS:
        return False
    following = at + 1
    while following < len(words) and is_adverb(words[following]):
        following += 1
    return following < len(words) and is_participle_form(words[following])


def _may_end(sentence: Sentence, at: int) -> bool:
    """Whether no object stands at a token, so that a participle before it may be passive."""
    words = sentence.words
    return at >= len(words) or at in sentence.dated or words[at] in PREPOSITIONS or words[at] in _BEHIND_PASSIVE


def _tense(form: int, helpers: set[str], passive: bool) -> Tense:
    if "to" in helpers:
        return Tense.INFINITIVE
    if helpers & FUTURE:
        return Tense.FUTURE
    if helpers & MODALS:
        return Tense.MODAL
    if helpers & HAVE:
        return Tense.PERFECT
    if form & Form.ING and not form & (Form.PAST | Form.BASE):
        return Tense.PROGRESSIVE if helpers & BE else Tense.PARTICIPLE
    if passive:
        return (
            Tense.PRESENT
            if helpers & {"is", "are", "am", "'s", "’s", "being"} and not helpers & {"was", "were"}
            else Tense.PAST
        )
    if "did" in helpers or "didn't" in helpers or form & (Form.PAST | Form.PARTICIPLE):
        return Tense.PAST
    return Tense.PRESENT
