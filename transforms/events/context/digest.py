"""Texts that tell the news of one day in the present tense: chronicles and news digests.

Belongs here: whether an article is a digest, and what in it is told of its day. Does not: lists of dated entries (chronicle.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.candidate import Candidate
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.cutting import Clause
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.read import Dating
from transforms.events.event_kinds import CAUSES_OF_DEATH, STATEMENTS
from transforms.events.status.confidence import is_heading
from transforms.events.status.statuses import Status
from transforms.events.words.function_words import PREPOSITIONS
from transforms.events.words.quantities import is_number
from transforms.temporal import Basis, Interval, tag
from transforms.vocabulary import word_set

_SHARE: Final = 0.4
_SHARE_OF_ALL: Final = 0.13
_VERBS: Final = 4
_VERBS_OF_SHORT: Final = 3  # where nothing is told in the past, and half of the sentences in the present
_VERBS_UNDER_DAY: Final = 2  # where the headline gives the day
_NOW: Final = (Tense.PRESENT, Tense.PARTICIPLE, Tense.PROGRESSIVE, Tense.INFINITIVE)
_COUNT_REACH: Final = 3  # words at the start of a group in which its number stands: "at least twelve people"
_MAIN: Final = frozenset({Kind.MAIN, Kind.COORDINATE, Kind.RESUMED})
_STATEMENT_TYPES: Final = STATEMENTS | {"publication"}
_LASTING: Final = frozenset({"being", "faces", "face", "serves", "serve"})
_OWNER: Final = 4  # tokens before a noun in which its owner stands: "the previous governor's resignation"
_BEFORE_NOW: Final = frozenset({"recent", "previous", "earlier", "last"})
_TOLD_NOW: Final = frozenset({"are", "have", "do"})
_LED_TO: Final = frozenset({"over", "despite", "amid", "since"})
_LEFT_REACH: Final = 8  # tokens before a noun in which stands what it left: `an end to its two-month virus outbreak`
_AFTER: Final = frozenset({"after", "following", "amid"})
_OF_OFFICE: Final = frozenset({"appointment", "resignation"})  # "lifts the curfew after her appointment"
_FINDINGS: Final = word_set("clauses", "findings")
_LEFT_BY: Final = word_set("clauses", "left_by")
_RETROSPECT: Final = re.compile(rf"\b(?:{'|'.join(sorted(word_set('clauses', 'retrospects')))})\b", re.IGNORECASE)
_LONGEST_HEADING: Final = 100  # characters


def is_digest(candidates: Sequence[Candidate], title: str, published: date | None) -> bool:
    """Whether an article tells its events in the historic present, as chronicles and news digests of a day do.

    Statements do not count: "the minister says" stands in reports of every kind. Under a headline that gives the day of publication fewer verbs are enough.
    """
    verbs = {
        (item.sentence.span.start, item.hit.verb.head): item.hit.verb.tense  # several triggers may name one verb
        for item in candidates
        if item.hit.verb is not None
        and _is_specific(item)
        and item.hit.kind not in _STATEMENT_TYPES
        and not item.sentence.quoted[item.hit.start]
        and not item.sentence.words[-1][-1].isalnum()
    }
    tenses = list(verbs.values())
    present, past = tenses.count(Tense.PRESENT), tenses.count(Tense.PAST)
    if present < _VERBS_UNDER_DAY or present < _SHARE * (present + past):
        return False
    if present >= max(_VERBS, _SHARE_OF_ALL * len(candidates)) or _gives_day(title, published):
        return True
    sentences = {item.sentence.span.start for item in candidates}
    return present >= _VERBS_OF_SHORT and not past and 2 * present >= len(sentences)


def looks_back(candidates: Sequence[Candidate], title: str, text: str, published: date | None) -> bool:
    """Whether a text in the present tense tells of many days: a timeline, be it called so or known by its entries."""
    if _RETROSPECT.search(title):
        return True
    if _gives_day(title, published):
        return False
    headings = (line for line in text.splitlines() if line.endswith(":") or line[-1:].isalnum())
    named = any(_RETROSPECT.search(line) for line in headings if len(line) <= _LONGEST_HEADING)
    return named or any(item.in_entry for item in candidates)


def _gives_day(title: str, published: date | None) -> bool:
    """Whether a headline names the day of publication with its year: `Current events of 2025 October 31`."""
    if published is None or str(published.year) not in title:
        return False
    days = (item.interval for item in tag(title, published))
    return any(day is not None and day.start == day.end == published for day in days)


def _is_specific(item: Candidate) -> bool:
    """Whether somebody named or counted takes part: `the judge either approves or rejects it` tells a custom, not the news of a day."""
    return any(
        not actor.pronoun and (actor.kind != "group" and _is_named(actor) or _is_specific_group(actor, role))
        for actor, role in item.roles
    )


def _is_named(actor: ActorMention) -> bool:
    """Whether an actor has a name, perhaps behind a role: `banker Karl Borg`."""
    return actor.surface[:1].isupper() or actor.kind == "person" and actor.name[:1].isupper()


def _is_specific_group(actor: ActorMention, role: str) -> bool:
    """Whether a group is of one state and acts, or is counted: `Israeli forces`, `at least 12 people`."""
    if actor.kind != "group":
        return False
    return is_counted(actor) or actor.surface[:1].isupper() and actor.state is not None and role != "target"


def is_counted(actor: ActorMention) -> bool:
    """Whether those who are meant are told by their number: `at least 12 people`, `One person`."""
    return any(map(is_number, actor.surface.lower().split()[:_COUNT_REACH]))


def of_the_day(published: date) -> Dating:
    """The day of a digest."""
    return Dating(Interval.of_day(published), Basis.PUBLISHED, None, "told in the present tense of a digest of the day")


def happens_now(item: Candidate) -> bool:
    """Whether what a digest tells of with "when" took place: `Twelve people are injured | when a bus hits a wall`."""
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    present = item.hit.verb is not None and item.hit.verb.tense is Tense.PRESENT
    return present and item.status is Status.HYPOTHETICAL and _is_cause(item, clause)


def is_present_before(item: Candidate, published: date) -> bool:
    """Whether a verb in the present has a day before that of its digest, which is another word's: `charge 98 people over protests against the vote | last week`."""
    verb, dating = item.hit.verb, item.dating
    if verb is None or dating is None or dating.expression is None or dating.basis is Basis.INHERITED:
        return False
    if verb.tense is not Tense.PRESENT or item.status is not Status.HAPPENED:
        return False
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    is_behind = dating.expression.start > item.sentence.starts[item.hit.start]  # not "In May 2002, he is hired"
    return is_behind and dating.interval.end < published and clause.kind in _MAIN


def is_told_now(item: Candidate) -> bool:
    """Whether an undated candidate of a digest is told in the present, and not as what went before."""
    if item.dating is not None or item.status not in (Status.HAPPENED, Status.ONGOING):
        return False
    verb = item.hit.verb
    if verb is None and (is_heading(item.sentence) or item.sentence.words[-1][-1].isalnum()):
        return False
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    if verb is None:
        before = item.sentence.words[max(clause.start, item.hit.start - _LEFT_REACH) : item.hit.start]
        if not _LEFT_BY.isdisjoint(before):
            return False  # "the toll of the storm rises to 34", "declares an end to its virus outbreak"
        if _is_of_before(item.sentence, clause) or _is_known(item):
            return False
        return _BEFORE_NOW.isdisjoint(item.sentence.words[max(clause.start, item.hit.start - _OWNER) : item.hit.start])
    if verb.tense in _NOW:
        group = item.sentence.words[verb.start : verb.head + 1]
        lasting = verb.tense is Tense.PROGRESSIVE or not _LASTING.isdisjoint(group)
        return clause.kind is not Kind.RELATIVE or not lasting  # "who is being tried"
    if verb.tense is Tense.PAST and (clause.kind is Kind.CONTENT or _is_cause(item, clause)):
        return not _is_found_out(item.sentence, clause)
    return verb.tense is Tense.PERFECT and item.sentence.words[verb.start] in ("has", "have")


def is_background(item: Candidate) -> bool:
    """Whether a noun only tells what led to the news: `expels twelve officials over the arrest of a consul`; what kills on a day is its news."""
    words, start = item.sentence.words, item.hit.start
    if item.hit.verb is not None:
        return False
    reach = range(start - 1, max(-1, start - _LEFT_REACH), -1)
    at = next((at for at in reach if words[at] in PREPOSITIONS and words[at] != "of"), 0)
    led = _LED_TO if item.hit.kind in CAUSES_OF_DEATH else _LED_TO | {"following"}
    if item.hit.kind in _OF_OFFICE:
        led = led | {"after"}
    return words[at] in led and item.sentence.first_finite(at, start) == start


def _is_cause(item: Candidate, clause: Clause) -> bool:
    """Whether a clause tells what did what the present tells before it: `Six people are killed | after a bus and a truck collided`."""
    if (
        item.hit.kind not in CAUSES_OF_DEATH
        or clause.kind not in (Kind.TEMPORAL, Kind.SIMULTANEOUS)
        or not clause.start
    ):
        return False
    return item.sentence.words[clause.start] in ("after", "when", "as") and _tells_now(item.sentence, clause.start)


def _tells_now(sentence: Sentence, end: int) -> bool:
    """Whether the first verb before a token is of the present: `are killed`, `dies`."""
    verb = sentence.first_finite(0, end)
    return verb < end and sentence.words[verb] in ("is", "are")


def _is_known(item: Candidate) -> bool:
    """Whether a noun stands behind "after" as what was told before, or as what led to what did: `after the U.S. airstrikes`, `following unrest | after a bombing`."""
    sentence, at = item.sentence, item.hit.start
    behind = [n for n in range(at) if sentence.words[n] in _AFTER]
    if item.hit.kind not in CAUSES_OF_DEATH or not behind or sentence.first_finite(behind[-1], at) < at:
        return False
    return len(behind) > 1 or sentence.words[behind[-1] + 1] == "the"


def _is_found_out(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause tells what somebody finds out only now: `An inquiry concludes that | rockets struck the ship`."""
    return clause.kind is Kind.CONTENT and not _FINDINGS.isdisjoint(
        sentence.words[max(0, clause.start - 2) : clause.start + 1]
    )


def _is_of_before(sentence: Sentence, clause: Clause) -> bool:
    """Whether the verb of a clause tells what went before: `Waugh was serving a sentence`, `a dispute that had led to clashes`, `a soldier | who went missing | during a drill`."""
    index = sentence.clause_at(clause.start)
    if index and clause.kind is Kind.SIMULTANEOUS and sentence.words[clause.start] == "during":
        clause = sentence.clauses[index - 1]
    verb = sentence.first_finite(clause.start, clause.end)
    words = sentence.words[verb : min(clause.end, verb + 2)]
    if clause.kind is Kind.RELATIVE and words and words[0] not in _TOLD_NOW and words[0][-1] != "s":
        return True
    return words[:1] == ["had"] or words[:1] in (["was"], ["were"]) and words[-1].endswith("ing")
