"""Whether a phrase is part of a name or title where it stands: "Sunday Times", "June Carter", "60 Minutes".

Belongs here: names. Does not: other phrases that are no dates (validate.py).
"""

from __future__ import annotations

import re
from typing import Final

from transforms.temporal.beside import NEXT_WORD, REACH, word_before, word_behind
from transforms.temporal.lexicon import beside_words

_QUOTES: Final = "\"'`\u2018\u201c"
_WALK_BEHIND: Final = re.compile(r" (?:on|to|for|from|in|into|through|of) |[.,;:!?]")
# what follows the name of a march rather than the name of a month that stands without a preposition
_NAMED_BEHIND: Final = re.compile(
    r" (?:on|to|for|from|in|into|through|against|past|and|or|at|by|was|were|is|will|has|had|that|which|who|holds?|held"
    r"|draws|drew|began|begins|took|takes|ended|protests?|protesters|rally|rallies|organi[sz]ers|participants)\b|[.,;:!?\"\u201d]"
)
_SENTENCE_BEGINS: Final = re.compile(r"[.!?:\n\"\u201c(-]\s*$")
_PROGRAMMES: Final = frozenset({"programme", "program", "presenter", "presenters", "show", "newspaper"})
_WEEKLY: Final = ["This", "Week"]
_QUOTE_BEHIND: Final = re.compile(r"[.,!?]?[\"'\u2019\u201d](?!\w)")
_NEIGHBOUR_MONTH: Final = re.compile(
    r"(?:,? (?:and|or|to|through|until) (?:early |late )?|\s?[-\u2013]\s?)(?:april|june|july|august|september|october|november|december)\b"
)
_MONTH_BEFORE: Final = re.compile(r"(?:january|february|march|april)(?:,| and| or|,? to| through)? $")


def can_be_name(words: str) -> bool:
    """Whether the last word is capitalised, or written with a hyphen ("Six-Day")."""
    return words[words.rfind(" ") + 1].isupper() or "-" in words


def name_rejection(text: str, _lower: str, start: int, end: int) -> str | None:
    """Whether a capitalised word beside a capitalised phrase makes it a name: "Sunday Times", "Six-Day War", "Arab Spring"."""
    if _capitalised_behind(text, end) in beside_words("en", "name_behind"):
        return "part of a name"
    if _capitalised_before(text, start) in beside_words("en", "name_before"):
        return "part of a name"
    return None


def attacks_rejection(text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "9/11" only names something ("the 9/11 Commission"), or is one of its kind ("another 9/11")."""
    if word_before(lower, start) in ("another", "next", "new", "own"):
        return "an event like it"
    return "part of a name" if _capitalised_behind(text, end) else None


def season_rejection(text: str, _lower: str, start: int, end: int) -> str | None:
    """Whether a capitalised season before a capitalised word is part of a name: "the Spring Meetings", "Winter Storm Gia"; news writes seasons small."""
    season = text[start:end].split()[-1]
    return "part of a name" if season[0].isupper() and _capitalised_behind(text, end) else None


def _capitalised_behind(text: str, end: int) -> str:
    """The next word in lower case when it is capitalised; an apostrophe may stand between ("Years' War")."""
    if text[end : end + 1] in ("'", "\u2019"):
        end += 1
    if not text[end + 1 : end + 2].isupper() or text[end] != " ":
        return ""
    match = NEXT_WORD.match(text, end, end + REACH)
    return match.group(1).lower() if match else ""


def _capitalised_before(text: str, start: int) -> str:
    """The word before in lower case when it is capitalised, with an "on" between ("Mail on Sunday")."""
    if text[start - 1 : start] != " ":
        return ""
    words = text[max(0, start - REACH) : start].split()[-2:]
    if len(words) == 2 and words[1] == "on" and words[0][0].isupper():
        return " ".join(words).lower()
    return words[-1].lower() if words and words[-1][0].isupper() else ""


def newspaper_rejection(text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "daily" is a newspaper: "the daily said", "the business daily", "the Korea Economic Daily"; before its name it is tagged (3 of 5, TempEval-3)."""
    if text[start].isupper() and (_capitalised_behind(text, end) or _capitalised_before(text, start)):
        return "a newspaper"
    if word_before(lower, start) in beside_words("en", "newspapers"):
        return "a newspaper"
    is_subject = word_before(lower, start) == "the" and word_behind(lower, end) in beside_words("en", "said")
    return "a newspaper" if is_subject else None


def programme_rejection(_text: str, lower: str, _start: int, end: int) -> str | None:
    """Whether a capitalised "Today" is a programme: "told the Today programme", "Today presenter John Borg"."""
    return "a programme" if word_behind(lower, end) in _PROGRAMMES else None


def title_rejection(text: str, lower: str, start: int, end: int) -> str | None:
    """Whether a phrase whose words are all capitalised is a title: in quotes ("60 Minutes"), or a broadcaster's ("ABC's This Week")."""
    words = text[start:end].split()
    before = word_before(lower, start) if words == _WEEKLY else ""
    if before == "on" or before.endswith(("'s", "’s")):
        return "a programme"
    if len(words) < 2 or text[start - 1 : start] not in _QUOTES or not text[start - 1 : start]:
        return None
    is_title = all(word[0].isupper() or word.isdigit() for word in words) and words[-1][0].isupper()
    return "a title" if is_title and _QUOTE_BEHIND.match(text, end) else None


def person_rejection(text: str, lower: str, start: int, end: int) -> str | None:
    """Whether a capitalised word follows and no preposition stands before: "June Carter"."""
    surname = text[end + 1 : end + 3]
    is_name = (
        text[end : end + 1] == " "
        and surname[:1].isupper()
        and surname[1:].islower()
        and word_before(lower, start) not in beside_words("en", "month_before")
    )
    return "a person" if is_name else None


def walk_rejection(text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "March" is a walk: "the march of the widows", "the march to the sea", "the Women's March was", "the Pride March"."""
    before = word_before(lower, start)
    is_walk = (
        before in beside_words("en", "march")
        or lower.startswith(" of the ", end)
        or (before == "the" and _WALK_BEHIND.match(lower, end) is not None)
        or (_is_name_before(text, start, before) and _NAMED_BEHIND.match(lower, end) is not None)
    )
    return "a walk" if is_walk else None


def _is_name_before(text: str, start: int, before: str) -> bool:
    """Whether a capitalised word inside a sentence, or a possessive, stands before: "the Women's March", but not "Reuters March" or "Since March"."""
    if not before or before in beside_words("en", "month_before") or before in beside_words("en", "month_right_behind"):
        return False
    if before.replace("\u2019", "'").endswith(("'s", "s'")):
        return True
    first = start - 1 - len(before)
    inside = _SENTENCE_BEGINS.search(text, max(0, first - REACH), first) is None
    return first > 0 and inside and text[first].isupper()


def _is_surname(lower: str, start: int, end: int) -> bool:
    """Whether "May" stands where no month would: no word before it that months follow, no month beside it ("April, May and June")."""
    before = word_before(lower, start).rstrip(".")
    if before in beside_words("en", "may_before"):
        return False
    if before.endswith(("'s", "\u2019s")) and word_behind(lower, end) in beside_words("en", "todays"):
        return False  # "the bank's May meeting"
    return not (_NEIGHBOUR_MONTH.match(lower, end) or _MONTH_BEFORE.search(lower, max(0, start - REACH), start))


def may_rejection(text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "may" is no month where it stands: a verb, or a surname."""
    words = lower[start:end]
    if words == "may" and _is_surname(lower, start, end):
        return "a verb or a name"
    if (
        words == "may"
        and _starts_sentence(lower, start)
        and (text[end + 1 : end + 2].islower() or word_behind(lower, end) == "i")
    ):
        return "a verb"
    return None


def _starts_sentence(lower: str, start: int) -> bool:
    before = lower[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in ".!?\"'“‘:"
