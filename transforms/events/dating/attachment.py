"""Which date belongs to which hit: how far a date is from a hit in words and clauses.

Belongs here: the grammar between a date expression and the words it dates. Does not: what the date means (read.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.objects_ahead import giving_verb
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.after_phrases import ends_after_phrase
from transforms.events.dating.attributive import GROUP, describes, is_attributive
from transforms.events.dating.background import passes_by
from transforms.events.dating.consequences import is_of_consequence
from transforms.events.dating.contact_relatives import is_of_contact_relative
from transforms.events.dating.crossings import OTHER_CLAUSE, crossing_cost, is_of_next
from transforms.events.dating.date_positions import ends_sentence, heads_entry, is_set_before, opens_next, opens_report
from transforms.events.dating.elsewhere import (
    is_appointed,
    is_aside,
    is_asked,
    is_cited,
    is_compared,
    is_embedded,
    is_of_apposition,
    is_of_crime,
    is_of_decision,
    is_of_its_subject_matter,
    is_of_its_verdict,
    is_of_main_verb,
    is_of_noun,
    is_of_outcome,
    is_of_participle,
    is_of_results,
    is_of_subject,
    is_reduced,
    is_topic,
)
from transforms.events.dating.judged import is_of_judgement
from transforms.events.dating.later_days import is_of_later
from transforms.events.dating.mentioned import is_background, is_only_mentioned
from transforms.events.dating.occasions import is_of_occasion, is_of_setting
from transforms.events.dating.past_months import is_named_day
from transforms.events.dating.since_phrases import ends_with_since
from transforms.events.status.describing import is_beside_described, is_of_governed_noun
from transforms.events.status.plans import is_treated
from transforms.events.status.reproaches import is_deed_of_day, is_reproach
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    BE,
    DETERMINERS,
    FUTURE,
    INFINITIVES,
    MODALS,
    PREPOSITIONS,
)
from transforms.temporal import OF_DAYS, Precision
from transforms.vocabulary import word_set

OTHER_VERB: Final = 12  # distance of each verb between a date and a hit: a date belongs to the verb beside it
_BEFORE: Final = 2  # a date behind the words it dates is the rule, one before them the exception
_FRONT: Final = 4  # tokens at the start of a clause in which a date dates the whole clause
_ATTENDING: Final = frozenset(
    {"visit", "speech"}
)  # types whose verb takes place at what a relative clause behind it dates
_ATTENDED_REACH: Final = 12  # tokens between such a verb and the relative clause
_OF_OTHERS: Final = frozenset({"into", "over", "about"})  # "the inquiry into the crash that killed 12"
_OF_REACH: Final = 3  # tokens between a noun and a date tied to it by "of"
_HAPPENS: Final = word_set("clauses", "happens")
_STRIKES: Final = word_set("clauses", "strikes")
_WHEN: Final = frozenset({"when", "where"})
_AT_DAY_OF: Final = frozenset({"after", "following", "at", "during", "in", "on", "amid"})
_AFTER: Final = frozenset({"after", "following"})
_SESSIONS: Final = word_set("clauses", "sessions")
_SETTING: Final = frozenset({"at", "in", "by", "during", "on", "with", "under"})
_OUTCOMES: Final = frozenset({"result", "wake", "aftermath", "course"})
_LENGTHS: Final = frozenset({"hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"})
_DONE: Final = word_set("clauses", "said_done")
_ON: Final = frozenset({"in", "on", "was", "were"})
_MAKING_LAW: Final = frozenset({"sign", "pass", "enact", "adopt", "approve"})
_LAWS: Final = frozenset({"act", "law", "code", "constitution"})
_SUBJECT_REACH: Final = 8  # tokens at the start of a clause in which the noun of its subject stands


def distance(sentence: Sentence, hit: Hit, placed: PlacedDate) -> int | None:
    """How far a date is from a hit; None when it cannot date it."""
    if sentence.quoted[placed.start] and not sentence.quoted[hit.start]:
        return None
    own, other = sentence.clause_at(hit.start), sentence.clause_at(placed.start)
    gap = placed.start - hit.end if placed.start >= hit.end else hit.start - placed.end + _BEFORE
    attributive = is_attributive(sentence, placed)
    if is_topic(sentence, hit, placed, attributive=attributive) or is_of_results(sentence, hit, placed):
        return None
    if attributive:
        if describes(sentence, placed, hit):
            return gap
        beside = _is_after_that(sentence, hit, placed)
        return gap + OTHER_CLAUSE if beside else None
    if is_explained(sentence, placed, own) or _is_equated(sentence, hit, placed):
        return gap
    if _names_law_made(sentence, hit, placed):
        return gap + OTHER_CLAUSE
    if own == other + 1 and is_set_before(sentence, placed):
        return gap
    told_of = _is_told_of(sentence, hit, own, other)
    n_verbs = _verbs_between(sentence, hit, placed)
    behind = placed.start >= hit.end
    if hit.verb is None and behind and is_treated(sentence, hit):
        return None
    if hit.verb is None and not behind and own == other and n_verbs and _is_past_its_verb(sentence, hit, placed):
        return None
    lost = is_embedded(sentence, hit, placed) or n_verbs and is_background(sentence, hit)
    if _is_elsewhere(sentence, hit, placed) or behind and not told_of and lost:
        return None
    gap += OTHER_VERB * n_verbs
    if own == other or ends_with_since(sentence, hit, placed):
        return gap + OTHER_VERB * _is_of_name(sentence, hit, placed)
    if told_of or _is_declared(sentence, hit, own, other):
        return gap + OTHER_VERB
    crossed = _crossed(sentence, hit, placed, own, other)
    return None if crossed is None else gap + crossed


def _crossed(sentence: Sentence, hit: Hit, placed: PlacedDate, own: int, other: int) -> int | None:
    """What the borders of clauses between a hit and a date add to their distance; None where they part them."""
    if heads_entry(sentence, placed, own):
        return 0
    if other > own and (_looks_ahead(sentence, hit, placed, other) or opens_next(sentence, placed, own)):
        return None
    if (
        ends_sentence(sentence, placed)
        or opens_report(sentence, placed, own)
        or ends_after_phrase(sentence, hit, placed)
    ):
        return OTHER_CLAUSE
    if other > own and is_of_next(sentence, hit, placed, own, other):
        return None
    return crossing_cost(sentence, own, other)


def _has_own_length(sentence: Sentence, hit: Hit) -> bool:
    """Whether the hit's own clause says in how long, and no day before it counts: `to pass on Monday and to be signed within days`."""
    words = sentence.words
    if "within" not in sentence.vocabulary:
        return False
    end = sentence.clauses[sentence.clause_at(hit.start)].end
    at = next((at for at in range(hit.end, end - 1) if words[at] == "within" and words[at + 1] in _LENGTHS), -1)
    return at >= 0 and sentence.first_finite(hit.end, at) == at


def _is_of_name(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a year only ends the name of an occasion: `today opened the Energy | Forum 2022`."""
    named = hit.verb is None and placed.start == hit.end and sentence.raw[hit.end - 1][0].isupper()
    return named and placed.expression.precision is Precision.YEAR


def _is_elsewhere(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date belongs to other words than the hit's, wherever the hit stands in its clause."""
    of_noun = _belongs_to_noun(sentence, placed) and not _is_of_session(sentence, hit, placed)
    if of_noun and not hit.end <= placed.start <= hit.end + _OF_REACH:
        return True
    if placed.start < hit.start and (
        _has_own_length(sentence, hit)
        or is_background(sentence, hit)
        or is_reproach(sentence, hit)
        and not is_deed_of_day(sentence, hit, placed.start)
        or is_of_main_verb(sentence, hit, placed)
        or is_of_judgement(sentence, hit, placed)
    ):
        return True
    if placed.start >= hit.end and (
        is_of_its_verdict(sentence, hit, placed)
        or is_of_its_subject_matter(sentence, hit, placed)
        or is_reduced(sentence, hit, placed)
        or is_cited(sentence, hit, placed)
        or is_of_crime(sentence, hit, placed)
        or is_of_noun(sentence, hit, placed)
        or is_of_participle(sentence, hit, placed)
        or is_of_contact_relative(sentence, hit, placed)
        or is_of_later(sentence, hit, placed)
        or is_of_setting(sentence, hit, placed)
    ):
        return True
    return (
        is_of_decision(sentence, hit, placed)
        or is_of_consequence(sentence, hit, placed)
        or passes_by(sentence, hit, placed)
        or is_aside(sentence, hit, placed)
        or is_of_occasion(sentence, hit, placed)
        or is_beside_described(sentence, hit, placed)
        or is_of_governed_noun(sentence, hit, placed)
        or is_of_apposition(sentence, hit, placed)
        or is_asked(sentence, hit, placed)
        or is_of_outcome(sentence, hit, placed)
        or is_compared(sentence, placed)
        or is_appointed(sentence, hit, placed)
        or is_of_subject(sentence, hit, placed)
        or is_only_mentioned(sentence, hit, placed)
    )


def _names_law_made(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a year ends the name of the law that a verb makes: `signed the Voting Rights Act of | 1965`."""
    words, start = sentence.words, placed.start
    if hit.kind != "legislation" or hit.pattern.lemma not in _MAKING_LAW or start - hit.end < 2:
        return False
    named = words[start - 1] == "of" and words[start - 2] in _LAWS and sentence.raw[start - 2][:1].isupper()
    return named and placed.expression.precision is Precision.YEAR


def _belongs_to_noun(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether "of" ties a date to the noun before it: `the coup attempt of July 15`, but not `the early hours of Monday`."""
    words, start = sentence.words, placed.start
    return start > 1 and words[start - 1] == "of" and words[start - 2] not in _LENGTHS


def _is_of_session(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date is that of the session, or the paper, in which the clause that it opens was done: `At its meeting of 7 May, the council appointed Waugh`."""
    clause = sentence.clauses[sentence.clause_at(placed.start)]
    opens = sentence.words[clause.start] in _SETTING and placed.start - clause.start <= GROUP
    return opens and hit.verb is not None and hit.start > placed.start and sentence.words[placed.start - 2] in _SESSIONS


def _is_equated(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a subject is said to be at a date: `The last election in which the party stood was in 1984`."""
    words, start = sentence.words, placed.start
    if hit.verb is not None or placed.start < hit.end or words[start - 1] not in _ON:
        return False
    verb = start - 1 if words[start - 1] in BE else start - 2
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    opens = clause.kind in (Kind.MAIN, Kind.COORDINATE) and hit.start - clause.start < _SUBJECT_REACH
    return opens and words[verb] in BE and PREPOSITIONS.isdisjoint(words[clause.start : hit.start])


def _is_after_that(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a hit was at what a day describes: `at a press conference after yesterday's hearing`, but not `days after Monday's attack`."""
    words, at = sentence.words, placed.start - 1
    if at > 0 and words[at] in DETERMINERS:
        at -= 1
    if hit.verb is not None and hit.verb.tense is Tense.PRESENT:
        return False
    if placed.expression.precision not in OF_DAYS:
        return False
    told = (sentence.clauses[index] for index in range(sentence.clause_at(hit.start) + 1, sentence.clause_at(at) + 1))
    if hit.verb is None and any(clause.kind is Kind.CONTENT for clause in told):
        return False  # "the report says that rebels fled after Monday's attack"
    same = sentence.clause_at(at) == sentence.clause_at(hit.start) and hit.verb is not None
    opens = at == sentence.clauses[sentence.clause_at(at)].start and words[at] == "with"  # "With Monday's vote, ..."
    if words[at] in _AFTER and is_named_day(placed.expression):
        return False  # "his assets were frozen following his December 11 arrest"
    beside = words[at] in _AT_DAY_OF or opens or words[at] == "of" and words[at - 1] in _OUTCOMES
    return (same or hit.end <= at) and beside and words[at - 1] not in _LENGTHS


def is_explained(sentence: Sentence, placed: PlacedDate, own: int) -> bool:
    """Whether the hit's clause says what was at a date right before it: `since 2005, when Washington withdrew its ambassador`."""
    start = sentence.clauses[own].start
    words = sentence.words
    gap = words[placed.end : start]
    return placed.end <= start and words[start] in _WHEN and (not gap or gap == [","])


def _verbs_between(sentence: Sentence, hit: Hit, placed: PlacedDate) -> int:
    """Other verbs between a hit and a date; a date that opens its clause has its first verb free, and a noun what only says that it was done."""
    words = sentence.words
    if placed.start >= hit.end:
        first = hit.end
        while hit.verb is None and first < placed.start and words[first] in _DONE:
            first += 1
        last = placed.start
    else:
        first, last = placed.end, hit.verb.start if hit.verb is not None else hit.start
    n_verbs = sentence.verbs_before[last] - sentence.verbs_before[first] if first < last else 0
    clause = sentence.clauses[sentence.clause_at(placed.start)]
    if (
        placed.start < hit.start
        and placed.start - clause.start >= _FRONT
        and sentence.first_finite(clause.start, placed.start) < placed.start
    ):
        return n_verbs + 1 if hit.verb is not None else n_verbs
    return n_verbs if placed.start >= hit.end else max(0, n_verbs - 1)


def _is_past_its_verb(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date belongs to the verb before it, and a noun to one behind "and": `pleaded guilty in 2011 and are helping with the investigation`."""
    clause = sentence.clauses[sentence.clause_at(placed.start)]
    if placed.start - clause.start < _FRONT or sentence.first_finite(clause.start, placed.start) == placed.start:
        return False
    return sentence.words[placed.end : placed.end + 1] in (["and"], [","])


def _is_told_of(sentence: Sentence, hit: Hit, own: int, other: int) -> bool:
    """Whether a relative clause that opens right behind a noun says when it was: `the assembly, which took place this week`, or where somebody went: `flew to it`."""
    given = giving_verb(sentence, hit.end) if hit.verb is None and other == own + 1 else -1
    if given >= 0 and sentence.clause_at(given) == other:
        return True  # "the speech that she gave on Monday"
    if other != own + 1 or sentence.clauses[other].kind is not Kind.RELATIVE:
        return False
    start = sentence.clauses[other].start
    if hit.verb is not None and hit.kind not in _ATTENDING:
        return False
    if sentence.words[hit.end] in _OF_OTHERS:
        return False
    named = sentence.words[hit.end] in PREPOSITIONS and sentence.first_finite(hit.end, start) == start
    reach = _OF_REACH if hit.verb is None and not named else _ATTENDED_REACH
    told = sentence.words[start : start + GROUP]
    struck = hit.verb is None and told[1:2] != [] and told[1] in _STRIKES
    return start - hit.end <= reach and (struck or not _HAPPENS.isdisjoint(told))


def _is_declared(sentence: Sentence, hit: Hit, own: int, other: int) -> bool:
    """Whether a clause reports what its verb does at that moment: `said on Tuesday that it was suspending the treaty`."""
    clause = sentence.clauses[own]
    progressive = hit.verb is not None and hit.verb.tense is Tense.PROGRESSIVE
    return progressive and clause.kind is Kind.CONTENT and other == own - 1


def _looks_ahead(sentence: Sentence, hit: Hit, placed: PlacedDate, other: int) -> bool:
    """Whether "will" stands between a verb of now or before and a date: `was named minister and will start on 21 July`."""
    if hit.verb is None:
        return _goes_over_to_other(sentence, hit, other)
    if hit.verb.tense in (Tense.FUTURE, Tense.INFINITIVE, Tense.MODAL):
        return False
    return not FUTURE.isdisjoint(sentence.words[sentence.clauses[other].start : placed.start])


def _goes_over_to_other(sentence: Sentence, hit: Hit, other: int) -> bool:
    """Whether a noun's clause has its verb, and one behind "and" tells of something else: `The fire killed six people, and schools will reopen on Friday`."""
    own, clause = sentence.clauses[sentence.clause_at(hit.start)], sentence.clauses[other]
    words, verb = sentence.words, sentence.first_finite(clause.start, clause.end)
    if clause.kind is not Kind.COORDINATE or verb == clause.end or verb <= clause.start + 1:
        return False
    if sentence.first_finite(hit.end, own.end) == own.end or words[sentence.first_finite(hit.end, own.end)] in FUTURE:
        return False
    present = words[verb][-1:] == "s" and words[verb][:-1] in INFINITIVES
    return present or words[verb] in FUTURE | MODALS or words[clause.start] == "but"
