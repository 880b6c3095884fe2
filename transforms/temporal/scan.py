"""Find the stretches of a text that consist of date words: the fast first look.

Belongs here: one compiled pattern per language and the stretches it gives. Does not: what a stretch means (grammar).
Every repeat in the pattern is bounded or possessive, so that hostile texts take linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from transforms.temporal.ago import NUMBER as NUMBER_IN_FRAME
from transforms.temporal.ago import frames, number_in_frame
from transforms.temporal.calendars import ERA_DATE, western_digits
from transforms.temporal.lexicon import ANCHORS, LANGUAGES, LEADS, TAILS, Lexicon, lexicon

_SPACE: Final = r"(?:[ \t\u00a0]{1,3}+|[ \t]?\r?\n)"
# the last one is how corpora that set every sign apart write: "May 14 , 2010"
GAP: Final = rf"(?:{_SPACE}|[,\u060c]{_SPACE}?|(?:{_SPACE})?[-/\u2010-\u2013](?:{_SPACE})?|(?=['\u2019])| ,{_SPACE})"
_GLUES: Final = {" ": _SPACE, "'": " ?'", "\u2019": " ?\u2019"}  # "New Year's Day", "New Year 's Day"
COLON_CLOCK: Final = r"\d{1,2}(?::\d\d){1,2}(?: ?[ap](?:m|\.m\b\.?))?|\d{1,2} ?[ap](?:m\b|\.m\b\.?)"
NUMERIC_DATE: Final = r"[12]\d{3}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?z?)?|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![.,/]\d)|\d{1,2}-\d{1,2}-[12]\d{3}(?!-)"
# the day known by its digits alone, month first as where it is told of
DAY_OF_ATTACKS: Final = r"(?<![\d/.,-])9/11(?![\d/])"
# "on the 9th he left": a day whose month the text has named
DAY_ALONE: Final = r"[1-3]?\d(?:st|nd|rd|th)(?= ?(?:[.,;:)\u2013\u2014\n]|\Z)| (?:and|but|he|she|they|it|the|his|her|their|with|as|after|before|to|in|at|was|were|had|when)\b)"
OTHER_ORDINAL: Final = r"\d{1,2}(?:\.(?= )|[ºª°])"
CJK_DATE: Final = r"(?:\d{4} ?[年년] ?)?\d{1,2} ?[月월] ?\d{1,2} ?[日일]|\d{4} ?[年년] ?\d{1,2} ?[月월]|\d{4} ?[年년]"
# "am 20.03.", "vom 3.5. an": where no year follows, a month of two digits or a preposition tells it from other numbers
SHORT_DATES: Final = {
    "de": r"\d{1,2}\.(?:0[1-9]|1[0-2])\.(?!\d)|(?:(?<=am.)|(?<=vom.)|(?<=bis.)|(?<=zum.)|(?<=ab.)|(?<=den.)|(?<=dem.)|(?<=seit.))\d{1,2}\.(?:[1-9]|1[0-2])\.(?!\d)"
}
# the year and what it may have behind it where it stands first: "2011. március 3.", "2011 m. kovo 3 d.", "2011. gada 3. martā"
YEARS_FIRST: Final = {"hu": r"\.?", "lt": r"(?: m\.)?", "lv": r"\.?(?: gada)?"}
DECADES: Final = {"de": r"(?:1\d|20)?\d0er"}
DECADE: Final = r"(?:1\d|20|[1-9])?\d0['\u2019]?s"
# "2100 GMT", "at 1000 hours": what news agencies write
AGENCY_CLOCK: Final = r"(?<=\bat[ \n])(?:[01]\d|2[0-4])[0-5]\d(?=[ \n]hours\b)|(?:[01]\d|2[0-4])[0-5]\d(?= (?:gmt|utc|local time|bst|cest|cet|ist|jst|msk|[ecmp][ds]t)\b)"
CLOCKS: Final = {
    "en": rf"{COLON_CLOCK}|\d{{1,2}}\.\d\d ?[ap](?:m\b|\.m\b\.?)|{AGENCY_CLOCK}",
    "es": rf"\d{{1,2}}[.:]\d\d(?= (?:horas|h\b|gmt|hora))|(?<=\blas )\d{{1,2}}\.\d\d(?![.,]?\d| ?%)|{COLON_CLOCK}",
    "fr": rf"(?:[01]?\d|2[0-4]) ?h(?: ?\d\d)?\b|(?:[01]?\d|2[0-3]) heures(?: \d\d)?|{COLON_CLOCK}",
    "de": rf"\d{{1,2}}(?:[.:]\d\d)? uhr(?: \d\d)?|{COLON_CLOCK}",
}
ORDINALS: Final = {
    "en": r"\d{1,3}(?:st|nd|rd|th)",
    "es": r"\d{1,2}[ºª]",
    "fr": r"1er|\d{1,3}e",
    "de": r"\d{1,3}\.(?= )",
}
ERA_FIRST: Final = r"a(?:d|\.d\.) \d{1,4}"
FISCAL_YEAR: Final = r"fy ?['\u2019]?(?:(?:19|20)\d\d|\d\d)"
ERA_YEAR: Final = r"\d{1,5} ?(?:b\.c\.(?:e\.)?|bce?|a\.d\.|ad|c\.e\.|ce)"
YEAR: Final = r"1[0-9]\d\d|2[01]\d\d"
YEARS: Final = {"th": r"1[0-9]\d\d|2[0-6]\d\d"}
NUMBER: Final = r"\d{1,3}(?:,\d{3}){1,2}|\d{1,5}(?:\.\d{1,2})?(?: \d/\d)?"
COMMA_NUMBER: Final = r"\d{1,3}(?:\.\d{3}){1,2}|\d{1,5}(?:[.,]\d{1,2})?"
DECIMAL_COMMAS: Final = frozenset({"de", "es", "fr"})
_NEVER: Final = "(?!)"
_END: Final = r"(?![^\W_])"
_UNSPACED: Final = frozenset({"zh", "ja", "ko", "th"})  # nothing or a particle stands between a word and the next
_ELIDING: Final = frozenset({"fr"})  # nothing stands between "l'" and "année"
_MORE: Final = frozenset("m")
_MORE_BEHIND: Final = frozenset({"es"})  # "un año más"
_SPELLS_YEARS: Final = frozenset({"en"})
LEAD_REACH: Final = 80  # characters in front of an anchor that can belong to it


def spelled(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, common beginnings shared, longest first.

    A space in a form matches any single gap of white space, an apostrophe also one that stands apart.
    """
    tree: dict[str, dict[str, object]] = {}
    for form in forms:
        node: dict[str, object] = tree  # type: ignore[assignment]
        for char in form:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    return _branches(tree) or _NEVER  # type: ignore[arg-type]


def _branches(node: dict[str, object]) -> str:
    branches = [
        _GLUES.get(char, re.escape(char)) + _branches(below)  # type: ignore[arg-type]
        for char, below in sorted(node.items())
        if char
    ]
    if not branches:
        return ""
    ending = "" in node
    if len(branches) == 1 and not ending:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ending else "")


def number_pattern(lang: str) -> str:
    """A pattern for numbers in digits; what a comma and a point mean depends on the language."""
    return COMMA_NUMBER if lang in DECIMAL_COMMAS else NUMBER


def _spelled_years(words: Lexicon) -> Iterator[str]:
    """The beginnings of spelled years, "nineteen thirty" and "nineteen-thirty": a number from 13 to 20 and tens behind it; only languages that write years so have some."""
    if words.lang not in _SPELLS_YEARS:
        return
    numbers = [(form, word.value) for form, found in words.forms.items() for word in found if word.letter == "N"]
    hundreds = [form for form, value in numbers if isinstance(value, int) and 13 <= value <= 20]
    tens = [form for form, value in numbers if isinstance(value, int) and 10 <= value < 100]
    yield from (f"{hundred}{glue}{ten}" for hundred in hundreds for glue in " -" for ten in tens)


def ago_pattern(lang: str) -> str:
    """A pattern for "3 days ago" as a language without a vocabulary file says it; one that never fits where its frames are not known."""
    number = number_in_frame(lang)
    spaces = f"{_SPACE}?" if lang in _UNSPACED else _SPACE
    by_length = sorted(frames(lang) if lang not in LANGUAGES else (), key=len, reverse=True)
    filled = (
        re.escape(frame).replace(rf"\{NUMBER_IN_FRAME}", number).replace(r"\ ", spaces)
        + ("" if frame.endswith(NUMBER_IN_FRAME) else word_end(lang))
        for frame in by_length
    )
    return "|".join(filled) or _NEVER


def word_end(lang: str) -> str:
    """A pattern for the end of a word."""
    return "" if lang in _UNSPACED else _END


def year_first(lang: str) -> str:
    """A pattern for a year with its month and perhaps its day behind it; only for languages that write dates so."""
    months = spelled(lexicon(lang).spellings(frozenset("M")))
    return rf"(?:{YEAR}){YEARS_FIRST[lang]}{_SPACE}(?:\d{{1,2}}\.{_SPACE})?{months}(?:{_SPACE}\d{{1,2}}(?!\d))?"


@cache
def _forward_pattern(lang: str) -> re.Pattern[str]:
    """A sign or space, an anchor, and what belongs to it behind.

    It begins with one set of characters, which is what makes the scan fast: the search skips whole words at a time.
    """
    words = lexicon(lang)
    number = rf"(?=[0-9])(?:{ORDINALS.get(lang, OTHER_ORDINAL)}|{number_pattern(lang)})"
    anchors = [*words.spellings(ANCHORS), *_spelled_years(words)]
    # each choice begins with one character, by which the engine skips it without a try
    dated = f"{ERA_FIRST}{_END}|{FISCAL_YEAR}{_END}|(?=[0-9])(?:(?:{_written(lang)}){_END}|{CJK_DATE})"
    # where nothing ends a word, "3月" must not take "3月20日"
    whole = f"(?=[0-9])(?:{CJK_DATE})|{ERA_DATE}|" if lang in _UNSPACED else ""
    ago = f"(?:{ago_pattern(lang)})|" if lang not in LANGUAGES else ""
    anchor = f"(?:{ago}{whole}{spelled(anchors)}{word_end(lang)}|{dated})"
    inner_end = rf"(?:{_END}|(?<=['\u2019]))" if lang in _ELIDING else _END
    inner = f"(?:{spelled(words.spellings(LEADS))}|{number}){inner_end}"
    tails = words.spellings(TAILS | _MORE if lang in _MORE_BEHIND else TAILS)
    tail = f"(?:(?:{spelled([*anchors, *tails])}){word_end(lang)}|{dated}|{number}{_END})"
    gap = rf"(?:{GAP}|(?<=['\u2019]))" if lang in _ELIDING else GAP
    front = "0-9a-z_" if lang in _UNSPACED else r"0-9a-z_\xdf-\u024f\u0370-\u1fff"
    return re.compile(rf"[^{front}]{anchor}(?:(?:{gap}{inner}){{0,4}}?{gap}{tail}){{0,8}}+")


def _written(lang: str) -> str:
    """A pattern for what digits alone date: `2023-03-20`, `10:35`, `1990s`, `480 BC`, `1990`."""
    day_alone = f"|{DAY_ALONE}" if lang == "en" else ""
    short = f"{SHORT_DATES[lang]}|" if lang in SHORT_DATES else ""
    first = f"{year_first(lang)}|" if lang in YEARS_FIRST else ""
    attacks = f"{DAY_OF_ATTACKS}|" if lang == "en" else ""
    return f"{first}{short}{attacks}{NUMERIC_DATE}|{CLOCKS.get(lang, COLON_CLOCK)}|{DECADES.get(lang, DECADE)}|{ERA_YEAR}|{YEARS.get(lang, YEAR)}{day_alone}"


@cache
def _backward_pattern(lang: str) -> re.Pattern[str]:
    """What belongs to an anchor in front of it, read from right to left."""
    lead = spelled(form[::-1] for form in lexicon(lang).spellings(LEADS))
    gap = rf"(?:['\u2018\u2019]?{_SPACE}(?:, ?)?|(?:{_SPACE})?[-/\u2010-\u2013](?:{_SPACE})?|,|(?=['\u2019]))"
    return re.compile(rf"(?:{gap}(?:{lead}|(?:ts|dn|dr|ht|re|[eºª°.])?[0-9](?:[0-9.,/]{{0,9}}[0-9])?){_END}){{0,8}}+")


@cache
def leading_joints(lang: str) -> re.Pattern[str]:
    """The words at the start of a stretch that no phrase begins with and none asks for: "of", "to"; "in", "on" and "at" before a digit or a name.

    Without them there are a fifth fewer different stretches to parse. In English only: elsewhere such words can begin a date ("a las seis").
    """
    if lang != "en":
        return re.compile("")
    forms = lexicon(lang).forms
    joints, prepositions = (
        [form for form, words in forms.items() if len(words) == 1 and words[0].letter in letters]
        for letters in ("o>&", "Q")
    )
    begun = tuple(form + " " for form in (*joints, *prepositions))
    longer = spelled(form for form in forms if form.startswith(begun))  # "to date"
    return re.compile(
        rf"(?:(?!{longer})(?:{spelled(joints)}|{spelled(prepositions)}(?={_SPACE}(?-i:[0-9A-Z]))){_SPACE})*+",
        re.IGNORECASE,
    )


def lowered(text: str, lang: str) -> str:
    """The text in lower case and with the digits 0 to 9, character for character: offsets in it are offsets in the text."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text.replace("\u0130", "I").lower()
    return lower if lang in LANGUAGES else western_digits(lower)


def runs(lower: str, lang: str) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of date words in a text in lower case."""
    backward, done = _backward_pattern(lang).match, 0
    for match in _forward_pattern(lang).finditer("\n" + lower):
        anchor, end = match.start(), match.end() - 1
        reach = anchor - LEAD_REACH
        lead = backward(lower[reach if reach > done else done : anchor][::-1])
        yield (anchor - lead.end() if lead else anchor), end
        done = end
