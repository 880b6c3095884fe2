"""The headline of an entry: the event's title, or what a quote says where that title alone says little.

Belongs here: which titles a quote tells better, and which quote can. Does not: titles themselves (transforms/merge/headlines.py), making a headline of a
sentence (condense.py), headlines of days (days/headings.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from transforms.merge import says_little, says_only_what
from transforms.temporal.tense import verb_cues
from warehouse.timeline.condense import headline_of
from warehouse.timeline.tell import is_question, is_speaking, quoted, self_contained, stands_alone, words_that
from warehouse.timeline.tidy import tidied

if TYPE_CHECKING:
    from warehouse.timeline.entries import Actor, Entry, Evidence, Sentence

BEFORE: Final = 36  # characters of a quote before its trigger that are shown
BEHIND: Final = 44  # and behind it
QUOTES_TRIED: Final = 5  # of an event, which one can head it
_CUT: Final = "…"
_SIGNS: Final = " ,;:-–—"
_ANOTHER_CLAUSE: Final = re.compile(r",\s(?:while|and|but)\s(?=[A-Z]|the\s|an?\s|its\s)|;\s")
_HELPERS: Final = re.compile(
    r"(?:\s(?:has|have|had|is|are|was|were|be|been|being|will|would|also|again|since|not|\w+ly))*$"
)


def heading_of(title: str, evidence: Sequence[Evidence]) -> str:
    """The title of an event; with the words of its best quote where it says only what happened: `Election: “… days after the general election.”`."""
    if not says_only_what(title):
        return title
    quote = next((each for each in evidence if each.trigger is not None), None)
    return f"{title}: “{_around(quote)}”" if quote is not None else title


def told_by_quote(entry: Entry, only: Evidence | None = None) -> Entry:
    """The entry headed by what a quote says of it, where its title says little and a quote has it as its main clause.

    only: the one quote that can head it; None for all.

    "Norfield Bank agrees to deal" -> "Norfield Bank agreed to buy the mines of Borg Oil".
    """
    if not (says_little(entry.headline) or _CUT in entry.headline):
        return entry
    quotes = {quote.mention_id: quote for quote in entry.evidence}
    first = [quotes[each.mention_id] for each in entry.summary if each.mention_id in quotes]
    tried = {quote.mention_id: quote for quote in (*first, *entry.evidence[:QUOTES_TRIED])}
    for quote in (only,) if only else tried.values():
        if quote.status == entry.status and (line := _main_clause(quote)):
            return replace(entry, headline=with_full_names(line, entry.actors), summary=led_by(quote, entry.summary))
    return entry


def led_by(quote: Evidence, summary: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """A summary of as many sentences that begins with what a quote tells."""
    first = quoted(self_contained(quote.sentence), quote)
    others = [each for each in summary if each.text != first.text]
    return (first, *others)[: max(len(summary), 1)]


def with_full_names(line: str, actors: Iterable[Actor]) -> str:
    """A headline with the whole name of each person whom it calls by the last one."""
    for actor in actors:
        last = actor.name.split()[-1] if actor.kind == "person" else ""
        if last and last != actor.name and actor.name not in line:
            line = re.sub(
                rf"(?:^|(?P<before>\b[\w.’'-]+)\s){re.escape(last)}(?![\w-]|\s[A-Z])",
                partial(_in_full, actor.name),
                line,
                count=1,
            )
    return line


def _in_full(name: str, found: re.Match[str]) -> str:
    """A last name as the whole one, unless a title or a first name stands before it."""
    before = found["before"]
    if before is None:
        return name
    return found.group() if before[0].isupper() else f"{before} {name}"


def _main_clause(quote: Evidence) -> str | None:
    """The headline of a quote, or of one of its clauses, whose trigger is its verb; None where none is."""
    if quote.trigger is None or is_question(quote.sentence):
        return None
    trigger = quote.sentence[slice(*quote.trigger)]
    for part in dict.fromkeys((quote.sentence, _clause_of(quote.sentence, *quote.trigger))):
        line = headline_of(part, quote.date_text)
        if line is None or line.text.isupper() or not stands_alone(line.text) or is_speaking(line.text):
            continue
        before, found, behind = line.text.partition(trigger)
        if found and _is_subject(before) and not _earlier_told().match(behind) and not before.endswith(" had "):
            return line.text
    return None


@cache
def _earlier_told() -> re.Pattern[str]:
    """An object behind a verb that only another sentence tells: "denied | it again", "rejected | the claim"."""
    nouns = "|".join(sorted(words_that("told_before")))
    return re.compile(
        rf"\s(?:(?:it|this|these|them|him|her)|(?:the|this|these|such)\s(?:{nouns}))(?=\s(?:again|and|but|as|too)\b|[,;.:]|$)"
    )


def _clause_of(sentence: str, start: int, end: int) -> str:
    """The one of several clauses of a sentence in which these characters stand."""
    first = max((found.end() for found in _ANOTHER_CLAUSE.finditer(sentence, 0, start)), default=0)
    last = _ANOTHER_CLAUSE.search(sentence, end)
    return sentence[first : last.start() if last else len(sentence)]


def _is_subject(before: str) -> bool:
    """Whether the words before a trigger are a subject: no other verb stands there than those that help it, and nothing that a noun follows."""
    before = _HELPERS.sub("", before.rstrip())
    if not before or before.split()[-1].lower().removesuffix("'s") in words_that("unfinished") or before.endswith("'s"):
        return False
    return "-" not in before.split()[-1] and next(verb_cues("en", before, modals=True), None) is None


def _around(quote: Evidence) -> str:
    """The words of a quote around its trigger, whole ones."""
    assert quote.trigger is not None
    start, end = quote.trigger
    before, behind = quote.sentence[:start], quote.sentence[end:]
    if len(before) > BEFORE:
        before = _CUT + before[-BEFORE:].partition(" ")[2].lstrip(_SIGNS)
    if len(behind) > BEHIND:
        behind = behind[:BEHIND].rpartition(" ")[0].rstrip(_SIGNS) + _CUT
    return tidied(" ".join(f"{before}{quote.sentence[start:end]}{behind}".split()))
