"""Make a headline of a sentence: what it tells, without the day, asides, and what else is told beside it.

Belongs here: leaving out parts of one English sentence so that a whole clause is left. Does not: which sentence heads an entry (days/headings.py,
heading.py), titles of events (transforms/merge/headlines.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from transforms.temporal.tense import verb_cues
from warehouse.timeline.tell import is_cut_off, self_contained, words_that
from warehouse.timeline.tidy import MONTH, tidied

LONGEST: Final = 125  # characters of a headline
SHORTEST: Final = 24  # characters; a shorter rest of a sentence tells too little
TELLER_COSTS: Final = 15  # characters that are given up to say who said it
CLAIM_COSTS: Final = 45  # and who said what will, may or should come
LEAST_BEFORE_PHRASE: Final = 45  # characters
FEWEST_WORDS: Final = 3
PHRASE_COSTS: Final = 40  # characters that are rather given up than that a sentence is cut within a clause
SUBJECT: Final = 80  # characters before a verb in which it stands

_MARK: Final = "\N{SYMBOL FOR UNIT SEPARATOR}"  # where the words for the day stood
_ASIDE: Final = re.compile(r"\s*(?:\([^()]{0,120}\)|\[[^][]{0,120}\])")
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE: Final = rf"(?:{_WEEKDAY},?\s)?(?:{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?"
_DAY: Final = (
    rf"(?:[Ee]arly\s|[Ll]ate\s|[Ee]arlier\s|[Ll]ater\s)?(?:[Oo]n\s(?:{_DATE}|{_WEEKDAY})|{_WEEKDAY})"
    r"(?:\s(?:night|morning|evening|afternoon))?(?![\w'’-])"
)
_ALSO: Final = r"(?:Also|Meanwhile|However|Separately|But|And|Then|Finally)"
_OPENING: Final = re.compile(rf"^(?:{_ALSO},?\s)?{_DAY},?\s(?=\S)|^{_ALSO},\s")
_SAYS_WHEN: Final = re.compile(r"\d|[A-Z]|\b(?:last|this|next|yesterday|ago)\b")  # not "days" of "days before"
_TODAY: Final = re.compile(r"\s(?:earlier\s)?today(?=\s|,|$)")
_AGE: Final = re.compile(r",\s\d{1,3},")
_SAID: Final = r"(?:said|says|reported|announced|added|showed|argued|told\s[^,]{3,40})"
# "..., the bank said in a statement", "..., Vella, its chairman, told reporters", "..., according to a source"
_TELLER: Final = re.compile(
    r",\s(?!(?:and|but|while|which|who|as|after|when|or|with)\b)(?P<who>[^,]{2,70}(?:,[^,]{2,60},)?)\s"
    rf"(?P<said>{_SAID})(?:\s(?:in|on|at|to|late|earlier|citing|via|adding|asking)\b[^,]{{0,60}})?(?:\s{_MARK})?(?:,\s\w+ing\s[^,]{{0,120}})?(?:\s{_MARK})?$|,\saccording\sto\s.{{3,120}}$"
)
_SUBJECT: Final = re.compile(rf"[^,]{{3,{SUBJECT}}}(?=, )")
_NEXT: Final = re.compile(rf", (?:{_MARK} )?(?=([a-z]+)\b)")
# words behind which a verb must come; "as a condition", "as president" need none
_CLAUSE: Final = re.compile(
    r"\s(?:said|says|that|which|who|when|while|if|because|although|where|after|before|as(?!\s(?:an?|its|his|her|chief|of|part|president|chairman|chairwoman|head|well|much|many|far|early|late|high|low|soon|the\s\w+\sof)\b))\s"
)
# "to sell and hand | over"; "and, years later"; ", hurt | by"
_OPEN: Final = re.compile(r"\b(?:said|says)$|\b(?:and|or)\s[a-z]+$|\band,\s|,\s[a-z]+(?:\s[a-z]+)?$")
# "met with Joe Borg | to speak of"
_WITH_SOMEBODY: Final = re.compile(r"\b(?:with|in|at)(?:\s[A-Z][\w.’'-]*){1,6}$")
_PARTICIPLE: Final = re.compile(r"(?:[A-Z]?[a-z]+(?:ed|ing)|known|seen)\s")
_INFINITIVE: Final = re.compile(r"\bto\s[a-z]+$")
_ENDS: Final = " ,;:–-"
# ", hours" of "hours after"
_SPAN: Final = r"(?:,?\s(?:(?:only|just|about|some|a|two|three|four|five|six|\d+)\s)*(?:hour|day|week|month|year)s?)?"
_THIRD_PERSON: Final = re.compile(r"(?:\b[A-Z][\w'’.-]*|[a-z]s?)\s[a-z]{2,}s\s")


class Headline(NamedTuple):
    """A headline, and whether the words for the day stand in the clause that it tells: what it leaves out may be what was on that day."""

    text: str
    is_of_day: bool


def headline_of(sentence: str, date_words: str | None = None) -> Headline | None:
    """A whole clause of at most LONGEST characters that says what the sentence tells; None where none is found.

    date_words: the words of the sentence by which its date is known, which a headline beside a date need not repeat.

    "Norfield Bank ( NRF.L ), the second largest, said on Monday it would close, citing losses." -> "Norfield Bank said it would close".
    """
    words = " ".join((date_words or "").split())
    line = _plain(sentence, words)
    found = _shortened(line)
    if found is None:
        return None
    text = _unmarked(found)
    return Headline(
        text[0].upper() + text[1:], _MARK in found or words in text or words not in self_contained(sentence)
    )


def _fits(line: str) -> bool:
    line = _unmarked(line)
    return len(line) <= LONGEST and len(line.split()) >= FEWEST_WORDS and not is_cut_off(line)


def _plain(sentence: str, date_words: str) -> str:
    """The sentence without asides in brackets, ages and days; with a mark where the given words stood."""
    line = _ASIDE.sub("", tidied(self_contained(sentence))).replace(" -- ", " – ").rstrip(". ")
    if _SAYS_WHEN.search(date_words):
        line = _when(date_words).sub(f" {_MARK} ", line)
    line = _OPENING.sub(_mark_again, line.lstrip("# "), count=1)
    line = _TODAY.sub("", line)
    line = _AGE.sub("", _any_day().sub(_mark_again, line)).replace(" ,", ",").replace(",,", ",")
    return " ".join(line.split()).strip(_ENDS)


def _mark_again(found: re.Match[str]) -> str:
    return f" {_MARK} " if _MARK in found.group() else ""


def _unmarked(line: str) -> str:
    return " ".join(line.replace(_MARK, " ").split()).replace(" ,", ",")


@cache
def _no_day_behind() -> str:
    """A pattern for a place behind which a day says more than when: "since Monday", "the Monday talks", "is on Monday"."""
    return "".join(rf"(?<!\b{word})" for word in sorted(words_that("no_day_behind")))


@cache
def _any_day() -> re.Pattern[str]:
    """A pattern for words that say on which day something was: "on Monday", "late on 3 May 2010"; not "Monday and Tuesday"."""
    another = rf"(?!,?\s(?:and|or|to)\s(?:on\s)?(?:{_WEEKDAY}|{MONTH}\s\d))"
    return re.compile(rf"{_no_day_behind()}\s{_DAY}{another}")


def _when(date_words: str) -> re.Pattern[str]:
    """These words, where they say when something was and not how long or whose it is."""
    words = re.escape(date_words)
    return re.compile(
        rf"{_no_day_behind()}\s(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater)\s)?(?:(?:in|on)\s)?{words}(?:(?<=\d{{4}}),(?=\s(?!and|but|\w+ing)))?(?=\s|,|$)"
        rf"|^(?:{_ALSO},?\s)?(?:(?:In|On|in|on)\s)?{words},?\s"
    )


def _shortened(line: str) -> str | None:
    """What is left of a sentence as a headline; None where nothing fits."""
    found = _TELLER.search(line)
    if found is None:
        return next((text for text in _reduced(line) if _fits(text)), None)
    body, teller = line[: found.start()], _teller(found)
    alone = next((text for text in _reduced(body) if _fits(text)), None)
    told = next((text for text in _reduced(body) if _fits(text + teller)), None)
    worth = CLAIM_COSTS if not words_that("claiming").isdisjoint(body.split()) else TELLER_COSTS
    if alone is None or told is None or len(told) + worth < len(alone):
        return alone
    return told + teller


def _teller(found: re.Match[str]) -> str:
    """Who said it, in as few words as that takes; nothing where only "she" did."""
    mark = f" {_MARK}" if _MARK in found.group() else ""
    who = found["who"]
    if who is None:
        return found.group()
    return f", {who} {found['said']}{mark}" if who not in words_that("dangling") else mark


def _reduced(line: str) -> Iterator[str]:
    """A clause without what stands before its subject, between subject and verb, and then also what its end tells beside it."""
    for leave_out in (_without_front, _without_insertion):
        yield line
        line = leave_out(line)
    yield line
    yield from (line[:end].rstrip(_ENDS) for end in _places(line) if _can_end(line[:end]))


def _places(line: str) -> list[int]:
    """Where a line can be cut, that first which leaves most; less is left rather than that a clause is cut."""
    costs = {found.start(): 0 for found in _parts().finditer(line, SHORTEST)}
    commas = (found.start() for found in re.finditer(", ", line))
    costs |= {end: 0 for end in commas if end >= SHORTEST and _goes_on(line[end + 2 :])}
    phrases = (found.start() for found in _phrases().finditer(line, LEAST_BEFORE_PHRASE))
    costs = {end: PHRASE_COSTS for end in phrases if not _asks_for_more(line[:end], line[end:])} | costs
    return sorted((end for end in costs if end <= LONGEST), key=lambda end: costs[end] - end)


def _without_front(line: str) -> str:
    """The line without a clause before its subject: "As prices fell, the bank ..."."""
    front, _, rest = line.partition(", ")
    opening, follows = (part.split()[0] if part.split() else "" for part in (front, rest))
    if opening.lower() not in words_that("fronts") or follows.lower() in words_that("dangling"):
        return line
    is_subject = follows[:1].isupper() or follows in ("a", "an", "the")
    return rest if is_subject and _has_verb(rest.partition(", ")[0]) else line


def _without_insertion(line: str) -> str:
    """The line without what two commas part off behind its subject: "Vella, the minister of finance, resigned"."""
    subject = _SUBJECT.match(line)
    if subject is None or _has_verb(subject.group()):
        return line
    ends = (found for found in _NEXT.finditer(line, subject.end() + 1) if _has_verb(f"{found[1]} "))
    end = next(ends, None)
    return f"{subject.group()} {line[end.end() :]}" if end else line


def _can_end(line: str) -> bool:
    """Whether a line that is cut here is a clause: it has a verb, asks for nothing, and opens nothing that it does not end."""
    line = line.rstrip(_ENDS)
    quotes = line.count('"') % 2 or line.count("“") != line.count("”")
    if (
        quotes
        or is_cut_off(line)
        or _OPEN.search(line)
        or not _has_verb(_CLAUSE.split(line)[-1].replace(" dated ", " "))
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
    return next(verb_cues("en", line, modals=True), None) is not None or _THIRD_PERSON.search(line) is not None


def _goes_on(rest: str) -> bool:
    """Whether a clause of its own follows behind a comma."""
    return not rest.startswith("to ") and _has_verb(rest.partition(", ")[0])


def _asks_for_more(line: str, rest: str) -> bool:
    """Whether a phrase may belong to the last word of a line: "was charged | with", "wants to sell | for", "asked a judge | to"."""
    if rest.startswith(" to ") and not _WITH_SOMEBODY.search(line):
        return True
    return (
        _INFINITIVE.search(line) is not None or next(verb_cues("en", line.split()[-1], modals=True), None) is not None
    )


@cache
def _parts() -> re.Pattern[str]:
    """Where a part begins that another verb or a subject of its own makes."""
    parting, behind_comma = ("|".join(sorted(words_that(name))) for name in ("parting", "parting_behind_comma"))
    verb = r"(?:\w+ed|was|were|is|are|has|have|had|said|will|would)"
    return re.compile(
        rf"\s–\s|;\s|{_SPAN}\s(?:after|before)\s|,?\s(?:{parting})\s|,\s(?:the|its|his|her)\s(?![^,]*\sand\s)[^,]*$|,\s(?:{behind_comma}|\w{{3,}}ing|\w{{3,}}ed)\s|,?\s(?:and|but)\s(?={verb}\s)|,\s(?:and|but|so|or)\s"
    )


@cache
def _phrases() -> re.Pattern[str]:
    """Where a phrase begins of which nothing that it stands behind is in need."""
    adjoining = "|".join(sorted(words_that("adjoining")))
    return re.compile(
        rf"(?<!ing)(?<!\bas\swell)(?<!\bas\smuch)\s(?:(?:{adjoining})\s(?!wh)|(?=[a-z]+ed\sby\s)|(?=to\s[a-z]+\s))"
    )
