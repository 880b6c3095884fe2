"""Words of articles as people write them: without the blanks between the parts of a word, and without what a page puts before a report.

Belongs here: text -> text that is shown. Does not: which sentences are shown (tell.py, days/tell.py), quotes that others look up, which stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

# Texts prepared for machines keep words and signs apart; no language writes a blank before a comma.
# The engine is fastest with a pattern that begins with one character.
_IN_TOKENS: Final = re.compile(r"\s(?:[,.](?=\s|$)(?<=\w\s.)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|'')")
_OPENED: Final = "``"  # a quotation, in tokens
_BLANK_BEFORE: Final = re.compile(
    r"(?<!\s)\s++(?=[,.;:!?%)\]](?:[\s,.;:!?)\]'\"”’]|$)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)|(?<=[(\[$£€])\s+"
)
_IN_SINGLE_QUOTES: Final = re.compile(r"(?<!`)`\s*([^`']{1,200}?)\s?'(?=[\s,.;:!?)]|$)")
_DOUBLE_QUOTES: Final = ((re.compile(r"^''\s+"), ""), (re.compile(r"``\s*"), "“"), (re.compile(r"(?<!\s)\s*+''"), "”"))

_WEEKDAY: Final = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s*,?\s*)?"
MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = rf"{_WEEKDAY}(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})\s*,?\s+\d{{4}}"
_CLOCK: Final = r"\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s*[A-Z]{2,4}\b)?"
_MOMENT: Final = rf"{_DAY}\s*(?:[|;,:]|-(?=\s))?\s*(?:(?:last\s+)?updated\s+at\s+|at\s+(?=[^|]{{0,20}}\|))?{_CLOCK}"
_BYLINE: Final = r"by\s[^\d|:]{3,60}?\s"
_OPENING: Final = rf"(?:^|^{_BYLINE}|\|\s*|updated\s*(?::|at)\s*(?:\d\d:\d\d\s+[A-Z]{{2,4}}\s*,\s*)?)"
# "... GENEVA | Mon May 18, 2009 6:14 pm EDT ", "24 June 2010 Last updated at 14:59 GMT Help ", "January 31, 2011 at 6:39 pm | "
_STAMP: Final = re.compile(rf"{_OPENING}{_MOMENT}(?:\s+Help\b)?\s*\|?\s*", re.IGNORECASE)
# "(Updated 9:02 a.m.) ", "(Update 3:28 a.m. Thursday in Cairo, 8:28 p.m. ET) ", "(Updated 9:02 a.m. (1602 in Cairo)) "
_UPDATE: Final = re.compile(
    r"^\(\s*updated?\b(?=[^()]{0,80}\d)[^()]{0,160}(?:\(\s*\d[^()]{0,40}\)\s*\)?|\))\s*", re.IGNORECASE
)
# "Anna Vella | 09:51 UK time, Friday, 28 May 2010 "
_BLOG: Final = re.compile(rf"^[^|:]{{2,40}}\|\s*\d{{1,2}}:\d\d(?:\s+\w+\s+time)?\s*,\s*{_DAY}\s+(?=\w)", re.IGNORECASE)
# "Posted by: Dan | September 19, 2008 2:57 PM | Report abuse", "-- June 02, 2010 2:46 PM", "April 8, 2011 at 12:05 pm | Reply", "At 10:12 pm on 11 Jun 2009, borg wrote:", "May 25th, 2011 2:16 pm ET I think"
_ABUSE: Final = "abuse"
_COMMENT: Final = re.compile(
    rf"\bposted by\s*:|\breport {_ABUSE}\b|\d\s*[ap]m\s*\|\s*reply\b|\bat\s+{_CLOCK}\s+on\s+{_DAY}\s*,[^:]{{1,40}}\bwrote\s*:|^{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th),\s*\d{{4}}\s+\d{{1,2}}:\d\d",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(rf"(?:^|\||--)\s*{_MOMENT}|{_COMMENT.pattern}", re.IGNORECASE)
STAMP_WITHIN: Final = 300  # characters; behind so many, the time of a page stands before no report
FEWEST_WORDS: Final = 5  # words; fewer behind a stamp are no report


def tidied(text: str) -> str:
    """The text without the blanks that keep its signs and parts of words apart; a text that has none of these as it is."""
    return closed_up(text) if in_tokens(text) else text


def in_tokens(text: str) -> bool:
    """Whether the text's words and signs stand apart, as machines split them."""
    return _OPENED in text or _IN_TOKENS.search(text) is not None


def closed_up(text: str) -> str:
    """A part of a text in tokens, without the blanks between them."""
    for quote, mark in _DOUBLE_QUOTES:
        text = quote.sub(mark, text)
    text = _IN_SINGLE_QUOTES.sub(r"‘\1’", text.replace(r"\/", "/"))
    return _BLANK_BEFORE.sub("", text)


def without_stamp(line: str) -> str:
    """The line from behind the time at which a page says that it was written, where a report follows."""
    line = line[found.end() :] if (found := _UPDATE.match(line) or _BLOG.match(line)) else line
    if ":" not in line[:STAMP_WITHIN]:
        return line
    stamp = _STAMP.search(line, 0, STAMP_WITHIN)
    report = line[stamp.end() :] if stamp else ""
    return line if len(report.split()) < FEWEST_WORDS or _COMMENT.search(line) else report


def is_signed(text: str) -> bool:
    """Whether the text is what a page puts around reports: a signature with day and clock time, a reader's comment."""
    # each of its patterns asks for one of these
    return (":" in text or "|" in text or _ABUSE in text.lower()) and _SIGNED.search(text) is not None
