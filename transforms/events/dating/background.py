"""Words of a sentence's background, which the day of its news passes by: `the ousted president`, `called the spill a warning`, `the quarter ended May 31`.

Belongs here: what is told as known already, and the dates of accounts and records. Does not: dates of other words (elsewhere.py).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.event_kinds import HARMFUL
from transforms.events.status.plans import GROUP, tie_of
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DEFINITE,
    DETERMINERS,
    FUTURE,
    INFINITIVES,
    MODALS,
    OWNER_ENDINGS,
    POSSESSIVES,
    PREPOSITIONS,
    REPORTING,
    is_past_participle,
)
from transforms.temporal import OF_DAYS, Precision
from transforms.vocabulary import word_set

_GROUP: Final = 7  # tokens from the word that governs a noun to the noun
_CAUSING: Final = word_set("clauses", "causing")
_DEALING: Final = frozenset({"to", "on", "with", "for", "around"})  # "a response to the spill", "a hearing on the fire"
_SUFFERED: Final = word_set("clauses", "suffered_by")
_PACTS: Final = frozenset({"agreement", "ceasefire", "peace_plan", "legislation"})
_OVER: Final = (("after",), ("since",), ("following",), ("over",), ("into",))
_INQUIRIES: Final = word_set("clauses", "inquiries")
_DISCUSSED: Final = word_set("clauses", "looked_back_on")
_DID: Final = frozenset({"left", "led", "hit", "struck", "cost", "was", "were", "began", "broke", "sank", "took"})
_NOT_YET: Final = word_set("clauses", "planned_nouns") | word_set("clauses", "indefinite")
_ACCOUNTS: Final = word_set("clauses", "accounts")
_ENDED: Final = frozenset({"ended", "ending", "through", "to"})
_SUPERLATIVES: Final = word_set("clauses", "superlatives")
_RECORD_REACH: Final = 8  # tokens before "since" in which stands what has not been so since
_NO_NOUNS: Final = BE | COORDINATORS | DETERMINERS | PREPOSITIONS | REPORTING | {"to", "not", ",", "out", "off", "up"}
_OPENING: Final = DETERMINERS | {"newly", "recently", "alleged", "former"}
_CAUSES: Final = frozenset({"because", "due", "owing"})
_SAYING: Final = word_set("clauses", "saying_beside")
_DATING_BACK: Final = frozenset({"dating", "dates", "dated"})
_TO_FROM: Final = frozenset({"to", "from"})
_FOLLOWING: Final = frozenset({"follows", "followed", "precedes", "preceded"})
_CAUSED: Final = tuple([word, "by"] for word in ("prompted", "caused", "triggered", "sparked", "provoked", "preceded"))
_STILL: Final = 10  # days before publication in which what goes on may have a day of its own
_PICTURES: Final = frozenset({"photo", "photograph", "picture", "image"})
_PICTURE_REACH: Final = 4  # tokens between a date and the word for what was taken then
_ABOUT: Final = frozenset({"against", "over", "about", "on"})
_NAMED_BY_YEARS: Final = word_set("clauses", "named_by_years")
_DASHES: Final = frozenset({"-", "–"})
_QUOTES: Final = frozenset({'"', "”", "''"})
_AFTERWARDS: Final = frozenset({"later", "subsequently", "eventually"})
_PAST: Final = frozenset({"in", "on", "by", "at"})


def passes_by(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date belongs to other news than what a hit only mentions, or to no news at all."""
    return (
        _is_premodifier(sentence, hit, placed)
        or _is_known_disaster(sentence, hit, placed)
        or _is_of_account(sentence, placed)
        or _is_of_record(sentence, placed)
        or _is_of_followed(sentence, hit, placed)
        or _is_of_cause(sentence, hit, placed)
        or _is_of_speaking(sentence, hit, placed)
        or _is_of_deed(sentence, hit, placed)
        or _is_of_earlier(sentence, hit, placed)
        or _is_of_picture(sentence, hit, placed)
        or _is_of_title(sentence, hit, placed)
    )


def _is_premodifier(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a passive participle only describes the noun behind it, and the date is that of a verb: `Ousted president Karl Borg was arrested on Monday`, `freed arrested men on Monday`."""
    verb, words = hit.verb, sentence.words
    if verb is None or hit.end != verb.head + 1 or not is_past_participle(words[verb.head]):
        return False
    clause, before = sentence.clauses[sentence.clause_at(hit.start)], verb.head - 1
    if hit.end + 1 >= clause.end or hit.end in sentence.dated or sentence.finite[hit.end]:
        return False
    if not words[hit.end].isalpha() or words[hit.end] in _NO_NOUNS:
        return False
    while before >= clause.start and words[before] in _OPENING:
        before -= 1
    if before >= clause.start:
        governed = sentence.finite[before] and words[before] not in AUXILIARIES and before == verb.head - 1
        return governed and sentence.raw[hit.end].islower() and words[before] not in REPORTING
    main = sentence.first_finite(hit.end, clause.end)
    return main < clause.end and (placed.start > main or "," not in words[placed.end : main])


def _is_known_disaster(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date before a disaster known already, or of an inquiry into it, belongs to what only deals with it: `on Tuesday called the spill a warning`, `announced on Monday a response to the floods`, `presented its spill inquiry on Monday`."""
    if hit.verb is not None or hit.kind not in ("disaster", "attack"):
        return False
    if hit.kind == "disaster" and not _INQUIRIES.isdisjoint(sentence.words[hit.end : hit.end + 1]):
        return True
    if placed.start >= hit.start:
        return False
    governor = _governor_of(sentence, hit, placed.end)
    if governor < 0 or not _is_definite(sentence, governor, hit):
        return False
    words, word = sentence.words, sentence.words[governor]
    if word == "by":
        return words[governor - 1] in _SUFFERED and words[governor - 2] not in BE
    if hit.kind != "disaster":
        return False
    if word in PREPOSITIONS or word == "to":
        return word in _DEALING
    return word not in _CAUSING and word not in REPORTING


def is_known(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun is spoken of as known: what nobody plans, as what others deal with, or a pact by which others act: `agreed to pay after the fire`, `will resign over the spill`, `Under the deal, they will pay`."""
    group = sentence.words[max(0, hit.start - GROUP) : hit.start]
    if hit.verb is not None or not _NOT_YET.isdisjoint(group):
        return False
    definite = not DEFINITE.isdisjoint(group) or not POSSESSIVES.isdisjoint(group)
    if hit.kind in HARMFUL:
        return _is_dealt_with(sentence, hit, definite=definite)
    opens = sentence.clauses[sentence.clause_at(hit.start)].start
    under = sentence.words[opens] == "under" and hit.start - opens <= GROUP + 1
    return definite and hit.kind in _PACTS and under


def _is_dealt_with(sentence: Sentence, hit: Hit, *, definite: bool) -> bool:
    """Whether others act over an attack, a disaster or a death; one not known before tells itself what it did: `will sue over a fire that killed 12`."""
    words, tie = sentence.words, tie_of(sentence, hit)
    told = words[hit.end : hit.end + 1] in (["that"], ["which"]) and sentence.finite[hit.end + 1 : hit.end + 2] == [
        True
    ]
    if not definite and not (told and words[hit.end + 1] not in FUTURE | MODALS):
        return False
    if tie[1:] in _OVER or tie[1:] == ("about",) and (told or hit.kind != "attack"):
        return True
    return any(word in _DISCUSSED for word in words[max(0, hit.start - GROUP - 1) : hit.start])


def is_past_subject(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date stands between a noun and its verb in the past: `will pay, after an attack in April killed 12`."""
    words, end = sentence.words, placed.end
    if hit.verb is not None or not hit.end < placed.start <= hit.end + GROUP + 2 or end >= len(words):
        return False
    past = words[end].endswith("ed") or words[end] in _DID
    return past and sentence.finite[end] and sentence.clause_at(hit.start) == sentence.clause_at(end)


def is_sudden(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a noun names what nobody plans, so that a weekday beside it has passed: `Tuesday's attack will delay the reopening`, but not `A storm will hit Malta on Friday`."""
    beside = placed.start < hit.start or sentence.first_finite(hit.end, placed.start) == placed.start
    return hit.verb is None and hit.kind in HARMFUL and beside


def _is_of_account(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a date only ends what accounts are of: `a loss in the quarter ended Aug 31`, `the three months to September`."""
    words, at = sentence.words, placed.start - 1
    if at > 0 and words[at] in _PAST:
        at -= 1
    return at > 0 and words[at] in _ENDED and words[at - 1] in _ACCOUNTS


def _is_of_followed(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date is that of what a noun's verb says it came after: `The meeting follows a vote this week`, `The ban was prompted by an accident on May 2`, `concerns dating back to June`."""
    words = sentence.words
    if not _DATING_BACK.isdisjoint(words[max(0, placed.start - 3) : placed.start]):
        return words[placed.start - 1] in _TO_FROM and hit.end != placed.start - 2
    if hit.verb is not None or placed.start < hit.end:
        return False
    verb = sentence.first_finite(hit.end, placed.start)
    if words[verb + 1 : verb + 3] in _CAUSED and words[verb] in BE:
        return placed.start > verb + 3 and hit.kind not in HARMFUL  # "The blast was caused by a leak on Monday"
    return verb < placed.start - 1 and words[verb] in _FOLLOWING and words[verb - 1] not in BE


def _is_of_cause(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date in front is that of the cause which a sentence opens with: `Because of the attack on Monday, the talks were called off`."""
    words, start = sentence.words, sentence.clauses[sentence.clause_at(placed.start)].start
    if hit.start < placed.end or start + 2 >= placed.start or words[start] not in _CAUSES:
        return False
    return words[start + 1] in ("of", "to") and "," in words[placed.end : hit.start]


def _is_of_speaking(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date in front is that of what somebody did while saying what had been before: `spoke on Saturday, saying police had arrested his son`."""
    if hit.verb is None or hit.verb.tense is not Tense.PERFECT or placed.start >= hit.start:
        return False
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    return placed.end <= clause.start and not _SAYING.isdisjoint(sentence.words[clause.start : hit.verb.start])


def _is_of_deed(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a month or year behind a trial says when the deed was: `is on trial over the killing of a nurse in 2007`."""
    words = sentence.words
    if hit.verb is not None or hit.kind != "trial" or words[hit.start - 1] != "on" or placed.start < hit.end + 3:
        return False
    return words[hit.end] in ("over", "for", "in") and placed.expression.precision in (Precision.MONTH, Precision.YEAR)


def _is_of_earlier(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date is that of what was before a verb with "later", or of another clause behind "but": `resigned in May and was later arrested`, `has denied it, | but he resigned in May`."""
    verb, words = hit.verb, sentence.words
    if verb is None:
        return False
    if placed.start >= hit.end:
        between = words[hit.end : placed.start]
        return verb.tense is Tense.PERFECT and "but" in between
    if placed.expression.precision in OF_DAYS:  # "was received on Monday and later met the mayor"
        return False
    joined = placed.end < verb.head and not COORDINATORS.isdisjoint(words[placed.end : verb.head])
    group = range(max(placed.end, verb.start - 1), verb.head)
    return joined and any(words[at] in _AFTERWARDS and at not in sentence.dated for at in group)


def _is_of_picture(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date says when a picture was taken, in which a noun is only what it is about: `comes to speak about | the warrant, in this May 3, 2010 file photo`."""
    words, end = sentence.words, placed.end
    beside = {*words[max(0, placed.start - _PICTURE_REACH) : placed.start], *words[end : end + _PICTURE_REACH]}
    about = not _ABOUT.isdisjoint(words[max(0, hit.start - _GROUP) : hit.start])
    return hit.verb is None and about and not _PICTURES.isdisjoint(beside)


def _is_of_title(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether years only belong to the name before them: `under the Inflation Reduction Act (2022)`, `the Foreign Policy Strategy | 2016-19`, `a budget for the period | 2017-2020`."""
    if placed.expression.precision is not Precision.YEAR:
        return False
    words, raw = sentence.words, sentence.raw
    first, end = _span_of_years(sentence, placed)
    before = first - 1
    if before < 1:
        return False
    if words[before] == "period":
        return hit.verb is None
    if words[before] in _NAMED_BY_YEARS:
        return raw[before][0].isupper() and not hit.start <= before < hit.end
    in_brackets = words[before] == "(" and words[end : end + 1] == [")"]
    if end - first > 1:  # "fought a war with Malta (1998-2000)", but not "the program “Borg” (2014-2020)"
        return in_brackets and raw[before - 1] in _QUOTES
    return in_brackets and hit.end != before and raw[before - 1][0].isupper()


def _span_of_years(sentence: Sentence, placed: PlacedDate) -> tuple[int, int]:
    """The tokens of a year with the one that a dash ties to it: `2016 - 19`."""
    words, first, end = sentence.words, placed.start, placed.end
    if first > 1 and words[first - 1] in _DASHES and first - 2 in sentence.dated:
        first -= 2
    if words[end : end + 1] != [] and words[end] in _DASHES and end + 1 in sentence.dated:
        end += 2
    return first, end


def is_long_over(sentence: Sentence, hit: Hit, placed: PlacedDate, published: date | None) -> bool:
    """Whether a date lies long before what still goes on: `is in talks to settle a case over sales in 2007`."""
    interval, expression = placed.expression.interval, placed.expression
    if published is None or interval is None:
        return False
    if interval.end < published and _is_joined(sentence, hit, placed):
        return True
    if expression.signal in ("since", "from"):
        return False
    present = hit.verb is None or hit.verb.tense is Tense.PRESENT
    return present and (published - interval.end).days > _STILL


def _is_joined(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a date is that of a deed to which "and" joins what goes on: `settled in May and is suing Borg`."""
    if placed.expression.signal == "since" or hit.verb is None or placed.end > hit.start:
        return False
    ahead = sentence.first_finite(0, placed.start) < placed.start
    return ahead and sentence.words[placed.end] in ("and", "but")


def _is_of_record(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether "since" only says how long nothing was alike: `the deadliest attack since 2004`, `its biggest fall since May`."""
    if placed.expression.signal != "since":
        return False
    words, since = sentence.words, placed.start - 1
    while since > 0 and words[since] != "since":
        since -= 1
    for at in range(since - 1, max(-1, since - _RECORD_REACH), -1):
        if words[at] in _SUPERLATIVES and words[at - 1] != "at":  # "has killed at least 12 people since May"
            return True
        if sentence.finite[at]:
            return False
    return False


def _governor_of(sentence: Sentence, hit: Hit, first: int) -> int:
    """The verb or preposition that governs a noun behind token `first` in its clause; -1 where none does."""
    words, start = sentence.words, max(first, sentence.clauses[sentence.clause_at(hit.start)].start)
    for at in range(hit.start - 1, max(start, hit.start - _GROUP) - 1, -1):
        word = words[at]
        if word in PREPOSITIONS or word == "to" or sentence.finite[at]:
            return at
        if word in INFINITIVES and at and words[at - 1] == "to" or word[-3:] == "ing" and words[at + 1] in DETERMINERS:
            return at
        if not word[0].isalnum() and word not in OWNER_ENDINGS:
            return -1
    return -1


def _is_definite(sentence: Sentence, governor: int, hit: Hit) -> bool:
    """Whether a noun's group says that it is known: by an article, an owner or a name."""
    group = sentence.words[governor + 1 : hit.start]
    if not group:
        return False
    known = not DEFINITE.isdisjoint(group) or not POSSESSIVES.isdisjoint(group) or not OWNER_ENDINGS.isdisjoint(group)
    return known or group[0] not in DETERMINERS and sentence.raw[governor + 1][0].isupper()
