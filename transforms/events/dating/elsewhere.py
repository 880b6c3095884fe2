"""Dates near a hit that belong to other words: to what is decided, compared, reproached, or only mentioned in passing.

Belongs here: one rule for each way in which a date is another's. Does not: how far a date is from the words that it dates (attachment.py).
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Final

from transforms.events.clauses.embedded import governing_participle
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense, VerbGroup
from transforms.events.dating.past_months import is_bare, is_named_day, is_weekday
from transforms.events.event_kinds import SCHEDULED, SPOKEN, STATEMENTS
from transforms.events.status.plans import SLATED
from transforms.events.status.reproaches import is_reproach
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    ADVERBS,
    AT_OCCASIONS,
    AUXILIARIES,
    BE,
    BEFORE_CRIMES,
    DETERMINERS,
    INFINITIVES,
    PREPOSITIONS,
    REPORTING,
    is_in_ly,
    is_past_participle,
)
from transforms.events.words.openers import QUOTES
from transforms.events.words.quantities import is_number
from transforms.temporal import Precision
from transforms.vocabulary import read_vocabulary, word_set

_GROUP: Final = 7  # tokens before a noun that belong to its phrase
_COMPARING: Final = frozenset({"over", "than", "versus", "vs", "against", "v", "below", "above"})
_COMPARED: Final = frozenset(
    {("up", "from"), ("down", "from"), ("rose", "from"), ("fell", "from"), ("increase", "from"), ("decrease", "from")}
    | {("compared", "with"), ("compared", "to")}
)
_LEVELS: Final = frozenset({"level", "levels"})  # "cut a third of jobs from 2010 levels"
_MOVED: Final = word_set("clauses", "moved")
_COMPARED_REACH: Final = 8  # tokens before a date in which a comparison begins: `up from $22 billion in 2006`
_APPOINTED: Final = SLATED | {"due"}
_REPROACHES: Final = frozenset({"accusation", "charge", "verdict", "arrest", "trial", "sanction", "warrant"})
_DECIDED: Final = word_set("clauses", "decided")
_JUST_PASSED: Final = 60  # days; what lies further back is more likely meant for its day to come
_OFFERS: Final = word_set("clauses", "offers")
_PLANS: Final = frozenset({"plans", "offers", "bids", "proposals"})
_UNDONE: Final = word_set("clauses", "undone")
_TALKS: Final = SPOKEN | {"meeting"}
_DISCUSSING: Final = word_set("clauses", "discussing")
_TIES: Final = PREPOSITIONS | {"to"}  # "close to the deal"
_RESULTS: Final = frozenset(read_vocabulary("ontology")["lists"]["results"])
_FORECASTS: Final = frozenset({"forecast", "outlook", "guidance", "estimate"})
_OF_FORECASTS: Final = frozenset({Precision.YEAR, Precision.HALF, Precision.QUARTER})
_FIGURES: Final = word_set("clauses", "measured_months")
_SIDES: Final = frozenset({"earlier", "later"})
_FROM_NOW: Final = _SIDES | {"last", "this", "next"}
_FIGURES_REACH: Final = 3  # tokens behind a month in which stand the figures that are of it
_RESULT_REACH: Final = 10  # tokens behind "reported" in which stands what a company earned
_SHOWING: Final = word_set("clauses", "showing")
_MADE_KNOWN: Final = frozenset({"announced", "unveiled", "disclosed", "revealed"})
_ASKED: Final = frozenset({"why", "how"})
_NO_NOUNS: Final = BE | DETERMINERS | PREPOSITIONS | {"has", "as", "us", "his"}
_APPOSING: Final = frozenset({"a", "an", "the", "not", "now", "then", "once"})  # open an apposition
_ARISING: Final = word_set("clauses", "arising")
_ASIDE: Final = frozenset({"despite", "without", "besides", "beyond", "unlike"})


def is_of_decision(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date before what is decided says when that was: `On Monday the council decided to amend the law`, `an offer in October to buy it`."""
    verb, words = hit.verb, sentence.words
    if verb is None or placed.start >= verb.start:
        return False
    offered = placed.start > 1 and words[placed.start - 2] in _OFFERS and verb.tense is Tense.INFINITIVE
    if verb.governor in _PLANS:
        return offered or is_bare(placed.expression) and _is_of_plans(sentence, hit, verb)
    return offered or verb.governor in _DECIDED or verb.governor in _OFFERS


def _is_of_plans(sentence: Sentence, hit: Hit, verb: VerbGroup) -> bool:
    """Whether a verb in the past tells of several plans, whose day stands before what is planned: `In May Norfield announced plans to buy it`."""
    noun = next(at for at in range(verb.start - 1, -1, -1) if sentence.words[at] == verb.governor)
    told = sentence.first_finite(sentence.clauses[sentence.clause_at(hit.start)].start, noun)
    return told < noun and is_past_participle(sentence.words[told])


def is_of_past_decision(sentence: Sentence, hit: Hit, placed: PlacedDate, published: date | None) -> bool:
    """Whether a day behind what is decided, which has just passed, says when it was decided: `decided to resign on Monday`, but not `to meet on Monday`."""
    interval = placed.expression.interval
    if interval is None or published is None or hit.kind in SCHEDULED or placed.start < hit.end:
        return False
    if not 0 <= (published - interval.start).days <= _JUST_PASSED:
        return False
    bare = is_bare(placed.expression) or is_weekday(placed.expression)
    return bare and _governor_of(sentence, hit) in _DECIDED


def _governor_of(sentence: Sentence, hit: Hit) -> str:
    """The word before the infinitive that a hit is, or that has it as its object: `agreed | to lift sanctions`."""
    if hit.verb is not None:
        return hit.verb.governor
    words = sentence.words
    reach = range(hit.start - 2, max(0, hit.start - _GROUP), -1)
    return next((words[at - 1] for at in reach if words[at] == "to" and words[at + 1] in INFINITIVES), "")


def is_aside(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date stands in a phrase in front that tells of another happening: `Despite winning the primary in March, he lost the nomination`."""
    words, start = sentence.words, sentence.clauses[sentence.clause_at(hit.start)].start
    if "despite" in words[hit.end : placed.start]:  # "is resisting it despite a failed auction last week"
        return True
    if words[start] not in _ASIDE or placed.start - start < 2 or placed.start >= hit.start:
        return False
    comma = words.index(",", placed.end) if "," in words[placed.end : hit.start] else hit.start
    return comma < hit.start and "," not in words[start : placed.start]


def is_of_apposition(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date belongs to what a subject is said to be between commas: `Stern, not a voter this year, also said`."""
    words = sentence.words
    start = sentence.clauses[sentence.clause_at(placed.start)].start
    if (
        placed.start >= hit.start
        or words[placed.end : placed.end + 1] != [","]
        or "," not in words[start : placed.start]
    ):
        return False
    comma = max(at for at in range(start, placed.start) if words[at] == ",")
    return comma > start and words[comma + 1] in _APPOSING and comma + 1 < placed.start


def is_of_noun(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date stands right behind another noun for something decided, of another verb than a noun's own: `his speech paved the way for its decision in November`."""
    words, noun = sentence.words, placed.start - 2
    if hit.verb is not None or noun <= hit.end or words[noun] not in _OFFERS or words[noun + 1] not in PREPOSITIONS:
        return False
    return sentence.first_finite(hit.end, noun) < noun


def is_compared(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a date is only an end or a measure: `up to 2009`, `rose over last year`, `than in 2008`, but not `over the weekend`."""
    first = placed.start - (sentence.words[placed.start - 1 : placed.start] == ["a"])
    before = sentence.words[max(0, first - 2) : first]
    if before[-1:] == ["from"] and not _MOVED.isdisjoint(before):  # "the summit, postponed from December"
        return True
    if before[-1:] in (["from"], ["on"]) and not _LEVELS.isdisjoint(sentence.words[placed.end : placed.end + 1]):
        return True
    reach = sentence.words[max(0, first - _COMPARED_REACH) : first]
    compared = next((at for at, pair in enumerate(pairwise(reach)) if pair in _COMPARED), len(reach))
    if any(map(is_number, reach[compared:])) and "," not in reach[compared:]:
        return True
    if before[-1:] == ["over"] and placed.expression.precision is Precision.DAYS:
        return False
    return before in (["up", "to"], ["as", "in"]) or not _COMPARING.isdisjoint(before[-1:]) or before == ["than", "in"]


def is_appointed(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind what was done is that of something to come: `issued a request, scheduled for this week`."""
    return hit.verb is not None and hit.end <= placed.start - 2 and sentence.words[placed.start - 2] in _APPOINTED


def is_asked(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a day in front says when somebody told why or how a thing was: `On Monday Waugh explained why the arrest was wrong`, `why Borg resigned`."""
    between = sentence.words[placed.end : hit.start]
    if placed.start >= hit.start or _ASKED.isdisjoint(between):
        return False
    asked = max(at for at, word in enumerate(between) if word in _ASKED)
    told = hit.verb is None or hit.verb.tense is Tense.PAST
    return hit.verb is None or told and sentence.finite[placed.end + asked - 1] and "," not in between[asked:]


def is_cited(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind a comma is of what a source tells: `according to the investigation, on May 6 he stole a car`."""
    words = sentence.words
    group = words[max(0, hit.start - _GROUP) : hit.start]
    if (
        hit.verb is not None
        or placed.start < hit.end
        or "according" not in group
        or "," in group[group.index("according") :]
    ):
        return False
    return "," in words[hit.end : placed.start]


def is_of_outcome(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date says when a case came to its end, and not when it was brought: `A lawsuit against the town was thrown out on Tuesday`, or when a deed came before a court: `The crackdown was referred to the court in May`."""
    behind = sentence.words[hit.end : placed.start]
    if hit.verb is not None:
        return False
    return hit.kind in _REPROACHES and not _UNDONE.isdisjoint(behind) or ("referred", "to") in pairwise(behind)


def is_of_subject(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date only says for when something is that a verb behind it is about: `On Monday, the jobs report for August will be released`."""
    words, start = sentence.words, placed.start
    return (
        hit.verb is not None
        and start > 1
        and start < hit.start
        and words[start - 1] == "for"
        and words[start - 2].isalpha()
    )


def is_of_its_subject_matter(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a year or quarter only says what is to be spoken of: `a conference call to discuss its results for 2023`."""
    interval, behind = placed.expression.interval, sentence.words[hit.end : placed.start]
    if interval is None or interval.precision in (Precision.DAY, Precision.DAYS) or hit.kind not in _TALKS:
        return False
    return any(to == "to" and verb in _DISCUSSING for to, verb in pairwise(behind))


def is_of_results(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a quarter or year before a call or a meeting is that of the results told there: `its first quarter 2025 results conference call`."""
    if hit.kind not in _TALKS or placed.end >= hit.end or placed.expression.precision not in _OF_FORECASTS:
        return False
    between = sentence.words[placed.end : hit.end]
    return not _RESULTS.isdisjoint(between) and all(map(str.isalpha, between))


def is_of_its_verdict(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind a crime is that of the verb that answers it: `A man convicted of beating his wife was sentenced today`."""
    return is_reproach(sentence, hit) and sentence.first_finite(hit.end, placed.start) < placed.start


def is_reduced(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a participle only describes the noun before it, and the date belongs to the verb behind: `the lender being bought by a bank lost money on Monday`."""
    verb = hit.verb
    if verb is None or not verb.passive or sentence.words[verb.start] in BE and sentence.words[verb.start] != "being":
        return False
    bare = verb.start == verb.head or sentence.words[verb.start] == "being"
    own = placed.start - hit.end <= 1  # "a survey released on Friday showed"
    # "a bank bought by it, on Friday said", but not "two men arrested in Rome on Friday were"
    behind = not own and sentence.finite[placed.end : placed.end + 1] == [True]
    behind = behind and sentence.words[placed.end] not in AUXILIARIES
    behind = behind and not QUOTES.issuperset(sentence.words[placed.end + 1 : placed.end + 2])  # "headlined"
    return bare and (behind or sentence.first_finite(hit.end, placed.start) < placed.start)


def is_of_main_verb(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date stands before a noun that a participle only describes: `will spend more this season, according to a survey published by a bank`."""
    verb = hit.verb
    if verb is None or not verb.passive or verb.start != verb.head or not placed.end < hit.start:
        return False
    noun = sentence.words[hit.start - 1]
    if not noun.isalpha() or noun in _NO_NOUNS or hit.start - 1 in sentence.dated:
        return False
    return sentence.first_finite(0, hit.start) < hit.start


def is_of_participle(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a participle right behind a noun has the date: `pardoned officers accused of abuses committed in 1988`."""
    words, at = sentence.words, placed.start - 1
    if hit.verb is None:
        return False
    while at > hit.end and (words[at] in PREPOSITIONS or words[at] in ("and", "to") or at in sentence.dated):
        at -= 1
    first = at
    while first - 1 > hit.end and words[first - 1] in ADVERBS:  # "a flaw in Windows first disclosed two months ago"
        first -= 1
    if at <= hit.end + 1 or not is_past_participle(words[at]):
        return False
    before = words[first - 1]
    return before.isalpha() and before.endswith("s") and before not in _NO_NOUNS


def is_of_crime(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date behind a reproach says when the deed was: `faulted him for taking bribes in 2002`, `on charges stemming from a fire in May`, but not `charged him with fraud on Monday`."""
    interval = placed.expression.interval
    if hit.kind not in _REPROACHES or interval is None:
        return False
    if interval.precision in (Precision.DAY, Precision.DAYS) and not is_named_day(placed.expression):
        return False
    words = sentence.words
    if interval.precision is Precision.YEAR and words[placed.start - 1] in BEFORE_CRIMES:
        return words[placed.end : placed.end + 1] != [] and words[placed.end][0].isalpha()  # "convicted of 2004 murder"
    between = [word for word in words[hit.end : placed.start] if not is_in_ly(word)]  # "for fatally beating him"
    return any(
        before in BEFORE_CRIMES and word.endswith("ing") or before in _ARISING and word in _TIES
        for before, word in pairwise(between)
    )


def is_embedded(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a noun is only part of a subject whose verb the date belongs to: `A general leading the attack said on Friday ...`."""
    verb = sentence.first_finite(hit.end, placed.start)
    words, at = sentence.words, hit.start - 1
    if hit.verb is None and verb < placed.start and governing_participle(sentence, hit.start) >= 0:
        return True
    if hit.verb is not None or verb == placed.start or verb <= hit.end + 1 and words[verb] not in REPORTING:
        return False
    if verb == hit.end and words[verb] in _MADE_KNOWN:  # "Under the deal announced on Monday, ..."
        return False
    while (
        at >= 0
        and hit.start - at <= _GROUP
        and (words[at] in DETERMINERS or words[at].isalpha())
        and words[at] not in _TIES
    ):
        if words[at].endswith("ing"):
            return True
        at -= 1
    if at >= 0 and is_subject_behind(sentence, hit, at):
        return False
    return at >= 0 and words[at] in _TIES and words[at] not in AT_OCCASIONS


def is_subject_behind(sentence: Sentence, hit: Hit, opener: int) -> bool:
    """Whether a word that can be a preposition opens a clause, and a noun is its subject: `since protests against the king began in May`."""
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    verb = sentence.first_finite(hit.end, clause.end)
    return opener == clause.start and verb < clause.end and "," not in sentence.words[hit.end : verb]


def _is_day_of_report(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a day ends the clause that says where a thing was to be read: `the rate fell in May, data showed on Monday`, `data showed on Monday that it fell`."""
    behind = sentence.words[placed.end : placed.end + 1]
    closes = not behind or behind == ["that"] or not behind[0][0].isalnum()
    is_day = placed.expression.precision in (Precision.DAY, Precision.DAYS)
    return is_day and closes and sentence.words[hit.end : placed.start] in ([], ["on"], ["late", "on"])


def _measures(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a date stands before figures that it is of: `December sales`, `January trade figures`, but not `in January the sales fell`."""
    if sentence.words[placed.start] in _FROM_NOW:  # "said earlier this month auto exports rose"
        return False
    for word in sentence.words[placed.end : placed.end + _FIGURES_REACH]:
        if word in _FIGURES:
            return True
        if not word.isalpha() or word in _TIES or word in DETERMINERS:
            return False
    return False


def _is_of_object(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a month or year is that of what is asked or spoken of: `a rise in December sales`, `urged them to present a plan for this year`."""
    if placed.expression.precision in (Precision.DAY, Precision.DAYS, Precision.WEEK):
        return False
    return sentence.words[placed.start - 1] == "for" or _measures(sentence, placed)


def _moves_forecast(hit: Hit) -> bool:
    """Whether a forecast is cut, raised or confirmed, and years behind it are those that it is of."""
    moved, _, noun = hit.pattern.lemma.rpartition(" ")
    return bool(moved) and noun in _FORECASTS


def is_topic(sentence: Sentence, hit: Hit, placed: PlacedDate, *, attributive: bool) -> bool:
    """Whether a date says what a publication is about: `its report on January`, `the index for February 10`, `the July employment report`."""
    if hit.kind != "publication" or not placed.start:
        return placed.start > hit.start and hit.kind in STATEMENTS and _is_of_object(sentence, placed)
    if placed.start > hit.end and hit.verb is not None and sentence.words[hit.verb.head] in _SHOWING:
        return not _is_day_of_report(sentence, hit, placed)
    behind = sentence.words[hit.end : placed.start]
    if hit.verb is None and placed.start > hit.end and not _SHOWING.isdisjoint(behind):
        return True  # "The survey found that half got a bonus this year"
    period = placed.expression.precision not in (Precision.DAY, Precision.DAYS, Precision.WEEK)
    before = sentence.words[placed.start - 1]
    if period and placed.start > hit.start and _measures(sentence, placed):
        return True
    if placed.start >= hit.end and placed.expression.precision in _OF_FORECASTS and _moves_forecast(hit):
        return True  # "cut its forecast from $93 in 2007"
    if period and hit.verb is not None and not _RESULTS.isdisjoint(sentence.words[hit.start : hit.end + _RESULT_REACH]):
        # "reported a loss in 2012", "will report July sales": that of then, told later; not "earlier this month"
        return sentence.words[placed.start] not in _SIDES and (
            placed.expression.precision is not Precision.MONTH
            or placed.start > hit.start
            and (before == "for" or before not in PREPOSITIONS)
            and sentence.words[placed.start] not in _FROM_NOW
        )
    return before in ("for", "of", "during") and placed.start > hit.end or period and (attributive or before == "on")
