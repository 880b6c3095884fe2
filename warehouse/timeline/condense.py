"""Make a headline of a sentence: the clause that tells what came about on the day, without asides and what else is told beside it.

Belongs here: leaving out parts of one English sentence so that a whole clause is left. Does not: leaving out the day (undated.py), which sentence heads
an entry (days/headings.py, heading.py), titles of events (transforms/merge/headlines.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from transforms.temporal.lexicon import cue_words
from transforms.temporal.scan import spelled
from transforms.temporal.tense import verb_cues
from warehouse.timeline.tell import any_of, is_cut_off, self_contained, words_that
from warehouse.timeline.tidy import tidied
from warehouse.timeline.undated import MARK, SIGNS, undated, unmarked

LONGEST: Final = 125  # characters of a headline
LONGEST_WHOLE: Final = (
    165  # characters of one that could not be shorter: a long line is read rather than one that breaks off
)
SHORTEST: Final = 24  # characters; a shorter rest of a sentence tells too little
TELLER_COSTS: Final = 15  # characters that are given up to say who said it
CLAIM_COSTS: Final = 45  # and who said what will, may or should come
LEAST_BEFORE_PHRASE: Final = 45  # characters
FEWEST_WORDS: Final = 3
PHRASE_COSTS: Final = 40  # characters that are rather given up than that a sentence is cut within a clause
LINES_KEPT: Final = 4096  # headlines remembered: a sentence is asked whether it can head, and then for its headline
SUBJECT: Final = 80  # characters before a verb in which it stands

_SUBJECT: Final = re.compile(rf"[^,]{{3,{SUBJECT}}}(?=, )")
_NEXT: Final = re.compile(rf", (?:{MARK} )?(?=([a-z]+)\b)")
# "to sell and hand | over"; "and, years later"; ", hurt | by"
_OPEN: Final = re.compile(r"\b(?:said|says)$|\b(?:and|or)\s[a-z]+$|\band,\s|,\s[a-z]+(?:\s[a-z]+)?$")
# "met with Joe Borg | to speak of"
_WITH_SOMEBODY: Final = re.compile(r"\b(?:with|in|at)(?:\s[A-Z][\w.’'-]*){1,6}$")
_IN_LINE: Final = re.compile(r"\bin\s[a-z]+$")  # "in line | with"
_PARTICIPLE: Final = re.compile(r"(?:[A-Z]?[a-z]+(?:ed|ing)|known|seen)\s")
_INFINITIVE: Final = re.compile(r"\b(?:to|they|he|she|it|we|not|yet)\s[a-z]+$")
# no verbs, whatever their endings: "the United States", "dollar-denominated"
_NO_VERBS: Final = re.compile(r"\b(?:(?<!^)[A-Z][\w’']*|\w+(?:-\w+)+)")
_NAMING: Final = frozenset({"plans"})  # the cue of nouns that tell no time by themselves: "a plan for"


class Headline(NamedTuple):
    """A headline, and whether the words for the day stand in the clause that it tells: what it leaves out may be what was on that day."""

    text: str
    is_of_day: bool


@lru_cache(maxsize=LINES_KEPT)
def headline_of(sentence: str, date_words: str | None = None) -> Headline | None:
    """A whole clause of at most LONGEST_WHOLE characters, if possible of LONGEST, that says what the sentence tells; None where none is found.

    date_words: the words of the sentence by which its date is known, which a headline beside a date need not repeat.

    "Norfield Bank ( NRF.L ), the second largest, said on Monday it would close, citing losses." -> "Norfield Bank said it would close".
    """
    words = " ".join((date_words or "").split())
    line = undated(sentence, words)
    first = None
    for part in (line, *_clauses_of_day(line)):
        if (found := _shortened(part)) is None:
            continue
        text = unmarked(found)
        is_of_day = MARK in found or _said_on_day(part) or words in text or words not in self_contained(sentence)
        told = Headline(text[0].upper() + text[1:], is_of_day)
        if is_of_day:
            return told
        first = first or told
    return first


def _said_on_day(line: str) -> bool:
    """Whether the day is that on which somebody said what a sentence tells."""
    teller = _teller_behind().search(line)
    return teller is not None and MARK in teller.group()


def _clauses_of_day(line: str) -> Iterator[str]:
    """The clauses of which something else tells the time or the cause, and in which the day stands: "fell after | Borg Oil said on Monday it would close"."""
    teller = _teller_behind().search(line)
    end = teller.start() if teller else len(line)
    for found in _joined_clauses().finditer(line, 0, end):
        clause = line[found.end() : end]
        subject = clause.split(maxsplit=1)[0]
        is_subject = subject[0].isupper() or subject in ("a", "an", "the")
        if MARK in clause and is_subject and _has_verb(clause.partition(", ")[0]):
            yield clause


def beginning_of(sentence: str, date_words: str | None = None) -> str:
    """The words of a sentence of which no clause is short enough, as far as a headline may be long, behind them a sign that they break off."""
    line = undated(sentence, " ".join((date_words or "").split()))
    line = unmarked(_without_insertion(_without_front(line)))
    line = line[:1].upper() + line[1:] or tidied(sentence)
    return line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0].rstrip(SIGNS) + "…"


def _shortened(line: str) -> str | None:
    """What is left of a sentence as a headline; None where nothing fits."""
    found = _teller_behind().search(line)
    for longest in (LONGEST, LONGEST_WHOLE):
        body = line[: found.start()] if found else line
        alone = _fitting(body, longest)
        if found is None or alone is None:
            if alone:
                return alone
            continue
        teller = _teller(found)
        told = _fitting(body, longest, teller)
        worth = CLAIM_COSTS if not words_that("claiming").isdisjoint(body.split()) else TELLER_COSTS
        return alone if told is None or len(told) + worth < len(alone) else told + teller
    return None


def _fitting(line: str, longest: int, behind: str = "") -> str | None:
    """The first of the shorter forms of a line that is no longer, and no fragment, with these words behind it."""
    for text in _reduced(line, longest):
        whole = unmarked(text + behind)
        if len(whole) <= longest and len(whole.split()) >= FEWEST_WORDS and not is_cut_off(whole):
            return text
    return None


def _teller(found: re.Match[str]) -> str:
    """Who said it, in as few words as that takes; nothing where only "she" did."""
    mark = f" {MARK}" if MARK in found.group() else ""
    who = found["who"]
    if who is None:
        return found.group()
    return f", {who} {found['said']}{mark}" if who not in words_that("dangling") else mark


def _reduced(line: str, longest: int) -> Iterator[str]:
    """A clause without what stands before its subject, between subject and verb, and then also what its end tells beside it."""
    for leave_out in (_without_front, _without_relatives, _without_insertion):
        yield line
        line = leave_out(line)
    yield line
    yield from (line[:end].rstrip(SIGNS) for end in _places(line, longest) if _can_end(line[:end]))


def _places(line: str, longest: int) -> list[int]:
    """Where a line can be cut, that first which leaves most; less is left rather than that a clause is cut."""
    costs = {found.start(): 0 for found in _parts().finditer(line, SHORTEST)}
    commas = (found.start() for found in re.finditer(", ", line))
    costs |= {end: 0 for end in commas if end >= SHORTEST and _goes_on(line[end + 2 :])}
    phrases = (found.start() for found in _phrases().finditer(line, LEAST_BEFORE_PHRASE))
    costs = {end: PHRASE_COSTS for end in phrases if not _asks_for_more(line[:end], line[end:])} | costs
    return sorted((end for end in costs if end <= longest), key=lambda end: costs[end] - end)


def _without_front(line: str) -> str:
    """The line without a clause before its subject: "As prices fell, the bank ..."."""
    front, _, rest = line.partition(", ")
    opening, follows = (part.split()[0] if part.split() else "" for part in (front, rest))
    if opening.lower() not in words_that("fronts") or follows.lower() in words_that("dangling"):
        return line
    is_subject = follows[:1].isupper() or follows in ("a", "an", "the")
    subject, _, beside = rest.partition(", ")
    tells = _has_verb(subject) or beside.startswith(("a ", "an ", "the ", "who ")) and _has_verb(beside)
    return rest if is_subject and tells else line


def _without_relatives(line: str) -> str:
    """The line without what is said of somebody between commas: "Vella, who was ill, resigned"."""
    return _relatives().sub("", line)


def _without_insertion(line: str) -> str:
    """The line without what two commas part off behind its subject: "Vella, the minister of finance, resigned"."""
    subject = _SUBJECT.match(line)
    if subject is None or _has_verb(subject.group()) or line.partition(" ")[0].lower() in words_that("fronts"):
        return line
    ends = (found for found in _NEXT.finditer(line, subject.end() + 1) if _has_verb(f"{found[1]} "))
    end = next(ends, None)
    return f"{subject.group()} {line[end.end() :]}" if end else line


def _can_end(line: str) -> bool:
    """Whether a line that is cut here is a clause: it has a verb, asks for nothing, and opens nothing that it does not end."""
    line = line.rstrip(SIGNS)
    quotes = line.count('"') % 2 or line.count("“") != line.count("”")
    if quotes or is_cut_off(line) or _OPEN.search(line):
        return False
    *_, last = _clauses(line, "opening_clause", "saying")
    # "that Borg, who was ill, | resigned": the verb of one clause may stand behind another
    _, *clauses = _clauses(line, "opening_clause")
    if not _has_verb(last) or not all(
        _has_verb(each) or _n_verbs(next_) > 1 for each, next_ in pairwise([*clauses, ""])
    ):
        return False
    subject, _, relative = line.partition(" which " if " which " in line else " who ")
    if relative and not _has_verb(subject) and _n_verbs(relative) < 2:
        return False
    first, *others = line.split(", ")
    own = first.partition(" ")[2] if _PARTICIPLE.match(first) else first
    return _has_verb(own) or bool(others) and _has_verb(others[-1]) and not _PARTICIPLE.match(others[-1])


def _n_verbs(line: str) -> int:
    return sum(word in words_that("helping") for word in line.split()) + sum(
        1 for _ in verb_cues("en", line, modals=False)
    )


def _has_verb(line: str) -> bool:
    """Whether a verb in the past stands in a line, or one that helps others; or in lines of chronicles, one in the present."""
    if not words_that("helping").isdisjoint(line.split()):
        return True
    cues = verb_cues("en", _NO_VERBS.sub("X", line), modals=True)
    return any(cue not in _NAMING for cue in cues) or _third_person().search(line) is not None


def _goes_on(rest: str) -> bool:
    """Whether a clause of its own follows behind a comma, and not the verb of the one before."""
    return rest.partition(" ")[0] not in {"to"} | words_that("helping") and _has_verb(rest.partition(", ")[0])


def _asks_for_more(line: str, rest: str) -> bool:
    """Whether a phrase may belong to the last word of a line: "was charged | with", "wants to sell | for", "asked a judge | to"."""
    if (
        rest.startswith(" to ")
        and not _WITH_SOMEBODY.search(line)
        or rest.startswith(" with ")
        and _IN_LINE.search(line)
    ):
        return True
    *_, before, last = ["", *line.split()]
    if _INFINITIVE.search(line) or before in words_that("claiming"):
        return True
    return next(verb_cues("en", last, modals=True), None) is not None


@cache
def _third_person() -> re.Pattern[str]:
    """A verb in -s: one behind a name, or behind a noun before what is no preposition."""
    nouns = any_of("behind_nouns")
    return re.compile(
        rf"\b(?:[A-Z][\w'’.-]*\s[a-z]{{2,}}s\s(?!(?:of|and)\s)|[a-z]+\s[a-z]{{2,}}s\s(?!{nouns}\s|\w+(?:ing|ed)\b))"
    )


@cache
def _teller_behind() -> re.Pattern[str]:
    """Who says a sentence, at its end: ", the bank said in a statement", ", Vella, its chairman, told reporters", ", according to a source"."""
    said = rf"(?:{any_of('telling')}|told\s[^,]{{3,40}})"
    who = rf",\s(?!{any_of('no_teller')}\b)(?P<who>[^,]{{2,70}}(?:,[^,]{{2,60}},)?)"
    where = rf"(?:\s{any_of('behind_telling')}\b[^,]{{0,60}})?(?:\s{MARK})?(?:,\s\w+ing\s[^,]{{0,120}})?(?:\s{MARK})?"
    return re.compile(rf"{who}\s(?P<said>{said}){where}$|,\saccording\sto\s.{{3,120}}$")


def _clauses(line: str, *openings: str) -> list[str]:
    """What stands before, between and behind the words of some lists behind which a verb must come."""
    return [clause.replace(" dated ", " ") for clause in _clause_openings(openings).split(line)]


@cache
def _clause_openings(names: tuple[str, ...]) -> re.Pattern[str]:
    """Words behind which a verb must come; "as a condition", "as president" need none."""
    naming = rf"(?<=\sas)(?=\s(?:{any_of('naming_behind_as')}|the\s\w+\sof)\b)"
    return re.compile(rf"\s(?:{'|'.join(map(any_of, names))})(?!{naming})\s")


@cache
def _joined_clauses() -> re.Pattern[str]:
    """Words with which a clause begins that tells a cause or a time."""
    return re.compile(rf",?\s(?:{any_of('joining_clause')}|–|and(?=\s{MARK}))\s(?=\S+\s\S)")


@cache
def _relatives() -> re.Pattern[str]:
    return re.compile(rf",\s(?:which|who|whom|whose)\s[^,{MARK}]{{3,120}},(?=\s[a-z])")


@cache
def _parts() -> re.Pattern[str]:
    """Where a part begins that another verb or a subject of its own makes."""
    verb = rf"(?:\w+ed|{spelled(cue_words('en', 'past'))}|{any_of('helping')})"
    span = rf"(?:,?\s(?:(?:{any_of('counting')}|\d+)\s)*{any_of('spans')})?"
    starts = (
        r"\s–\s",
        r";\s",
        rf"{span}\s(?:after|before)\s",
        rf",?\s{any_of('parting')}\s",
        r",\s(?:the|its|his|her)\s(?![^,]*\sand\s)[^,]*$",
        rf",\s(?:{any_of('parting_behind_comma')}|\w{{3,}}ing|\w{{3,}}ed)\s",
        rf",?\s(?:and|but)\s(?={verb}\s)",
        r",\s(?:and|but|so|or)\s",
    )
    return re.compile("|".join(starts))


@cache
def _phrases() -> re.Pattern[str]:
    """Where a phrase begins of which nothing that it stands behind is in need."""
    phrase = rf"(?:{any_of('adjoining')}\s(?!wh)|(?=[a-z]+ed\sby\s)|(?=to\s[a-z]+\s))"
    return re.compile(rf"(?<!ing)(?<!\bas\swell)(?<!\bas\smuch)\s{phrase}")
