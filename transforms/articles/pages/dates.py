"""The publication date of a page.

Belongs here: the readings a page offers, their order of trust, and the outlet's own calendar day. Does not: what a written date means (days/published.py).

Order of trust: JSON-LD datePublished, meta tags of publication, elements marked as publication date, the first `<time>` where the
address or the text agrees, the address, what is printed as the day of publication, htmldate's search of the page, a printed day alone, the dateline of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

import htmldate
from lxml.html import HtmlElement, tostring

from transforms.articles.days.published import published_from, published_in_path, published_on
from transforms.articles.days.written_days import written_day
from transforms.articles.document import UNDATED, Published
from transforms.articles.pages.data import PageData
from transforms.articles.vocabulary import vocabulary

META_NAMES: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "published_time",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "dc.date",
    "dcterms.created",
    "sailthru.date",
    "date",
)
DATA_NAMES: Final = ("data-datetime", "data-timestamp", "data-time", "data-date", "data-utime", "data-unixtime")
"""Attributes from which scripts write "2 hours ago"."""
SAME_MOMENT: Final = timedelta(minutes=1)
EARLIEST_OFFSET: Final = timedelta(hours=-12)
LATEST_OFFSET: Final = timedelta(hours=14)
AMERICAS_HOURS: Final = 10
"""From 10:00 UTC on it is the same day in all of America."""
MAX_PRINTED_LENGTH: Final = 80
MONTHS: Final = 12
MAX_DAY_LENGTH: Final = 24
"""A printed day with its weekday is hardly longer."""
_WIDEST_MONTH: Final = 16
"""Characters between day and year: the name of a month and signs."""
_OPENING: Final = 40
"""Characters at the beginning of a paragraph in which a date is its dateline."""
_HEADS: Final = re.compile(r"\s*(?:[-–—(|:/·•]|\Z)")
MAX_SEARCHED: Final = 2 * 2**20
"""So many characters of a page are searched for the outlet's own offset."""

_LOCAL_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?[+-](?!00:?00)\d\d:?\d\d")
_UTC: Final = re.compile(r"(?:Z|[+-]00:?00|GMT|UTC)$")
_MODIFIED: Final = ("article:modified_time", "og:updated_time", "last-modified")
_NOT_PUBLISHED: Final = frozenset({*_MODIFIED, "expires", "servertime"})
# far enough for any page, fixed so that the same page reads the same on any day
_LAST_DAY: Final = "2099-12-31"


def find_published(tree: HtmlElement, data: PageData, url: str | None, markup: str) -> Published:
    """When the page was published, by the most trusted reading."""
    filed = published_in_path(url or "", "url")
    for written in _machine_readable(tree, data):
        published = published_from(written, "metadata")
        if published.day is not None:
            return _in_outlet_time(published, filed, tree, markup) if _UTC.search(written) else published
    last_resort = (data.article_string("dateCreated"), data.first_meta(*_MODIFIED))
    readings = (*_found_in_page(tree, filed), *(published_from(written, "metadata") for written in last_resort))
    return next((reading for reading in readings if reading.day is not None), UNDATED)


def _machine_readable(tree: HtmlElement, data: PageData) -> Iterator[str]:
    yield data.article_string("datePublished") or ""
    yield from (data.meta[name] for name in META_NAMES if name in data.meta)
    yield from (_written_in(element) for element in tree.iter() if _marked_as_publication(element))


def _marked_as_publication(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    marked = "datepublished" in (element.get("itemprop") or "").lower()
    return marked or (element.tag == "time" and "pubdate" in element.attrib)


def _written_in(element: HtmlElement) -> str:
    marked = (element.get(name) for name in ("datetime", "content", *DATA_NAMES))
    return (next(filter(None, marked), None) or element.text or "").strip()


def _found_in_page(tree: HtmlElement, filed: Published) -> Iterator[Published]:
    """The first `<time>` where address or htmldate agree to a day (both are often a day off by time zone), then the others in their order of trust."""
    searched = _by_htmldate(tree)
    times = (published_from(_written_in(element), "metadata") for element in tree.iter("time"))
    first_time = next((found for found in times if found.day is not None), UNDATED)
    for other in (filed, searched):
        if (
            first_time.day is not None
            and other.day is not None
            and abs(first_time.day - other.day) <= timedelta(days=1)
        ):
            yield first_time
    yield filed
    yield _printed_as_publication(tree)
    yield searched
    yield first_time
    yield _printed_alone(tree)


def _printed_as_publication(tree: HtmlElement) -> Published:
    """The first printed day that the page calls that of publication: `Updated 15 March 2024 | First published 12 March 2024`; numbers need a weekday to tell month from day."""
    for text in _short_texts(tree):
        label = _label().search(text)
        day = written_day(text[label.end() :]) if label is not None else None
        if day is not None:
            return published_on(day, "header")
    return UNDATED


def _printed_alone(tree: HtmlElement) -> Published:
    """The first printed text that is a day and nothing more."""
    for text in _short_texts(tree):
        if len(text.strip()) <= MAX_DAY_LENGTH and (day := written_day(text)) is not None:
            return published_on(day, "header")
    return UNDATED


def _short_texts(tree: HtmlElement) -> Iterator[str]:
    """The texts with digits that are too short for prose, in their order."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "title"):
            for text in (element.text, element.tail):
                if text and len(text) <= MAX_PRINTED_LENGTH and any(sign.isdigit() for sign in text):
                    yield text


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(vocabulary().date_headers.published, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{labels})\b\W{{0,3}}", re.IGNORECASE)


def _by_htmldate(tree: HtmlElement) -> Published:
    for element in list(tree.iter("meta")):
        name = element.get("http-equiv") or element.get("name") or element.get("property") or ""
        if name.lower() in _NOT_PUBLISHED and element.getparent() is not None:
            element.getparent().remove(element)
    try:
        found = htmldate.find_date(tree, original_date=True, max_date=_LAST_DAY)
    except Exception:  # a search of hostile input fails in ways its documentation does not name; no date is an answer
        return UNDATED
    published = published_from(found, "header")
    if published.day is None or _is_filled_in(tree, published.day) or _is_told_in_prose(tree, published.day):
        return UNDATED
    return _as_printed(published, tree)


def _as_printed(published: Published, tree: HtmlElement) -> Published:
    """The same with day and month the other way round where the page prints only that day: the search guesses which number is the month."""
    day = published.day
    if day is None or day.day > MONTHS or day.day == day.month:
        return published
    other, printed = day.replace(month=day.day, day=day.month), set(_printed_days(tree))
    return published_on(other, "header") if other in printed and day not in printed else published


def _is_filled_in(tree: HtmlElement, day: date) -> bool:
    """Whether only the year or the month of a first day is on the page, as in `Copyright 2023`: the search fills in what is missing."""
    if day.day != 1:
        return False
    month, name, year = rf"0?{day.month}(?!\d)", r"[^\W\d_]{3,}", rf"{day.year}(?!\d)"
    first, near = r"(?<!\d)0?1(?!\d)", r"[^\d<>]{1,5}"
    forms = (
        rf"{first}{near}(?:{month}|{name}){near}{year}",  # 1er janvier 2023, 01/01/2023
        rf"{name}[\s.]{{1,3}}{first}[^\d<>©]{{1,5}}{year}",  # January 1st, 2023
        rf"(?<!\d){year}[^\d<>]{{1,3}}{month}[^\d<>]{{1,3}}{first}",  # 2023-01-01, 2023年1月1日
        rf"(?<!\d){year}\W{{1,3}}{name}\W{{1,3}}{first}",  # 2023. január 1.
        rf"(?<!\d){day:%Y%m%d}",
    )
    page = tostring(tree, encoding="unicode")[:MAX_SEARCHED]
    return not any(re.search(form, page) for form in forms)


def _is_told_in_prose(tree: HtmlElement, day: date) -> bool:
    """Whether a day stands only inside of sentences, which tell of it: `The treaty of 3 May 2011 binds both countries`."""
    written = re.compile(rf"(?<!\d)0?{day.day}(?!\d).{{1,{_WIDEST_MONTH}}}(?<!\d){day.year}(?!\d)", re.DOTALL)
    machine = (day.isoformat(), day.strftime("%Y%m%d"), day.strftime("%Y/%m/%d"))
    told = False
    for element in tree.iter():
        if any(form in value for value in element.attrib.values() for form in machine):
            return False
        for text in (element.text, element.tail):
            match = written.search(text[:MAX_SEARCHED]) if text and isinstance(element.tag, str) else None
            if match is not None and (len(text or "") <= MAX_PRINTED_LENGTH or _opens_text(text or "", match)):
                return False
            told = told or match is not None
    return told


def _opens_text(text: str, match: re.Match[str]) -> bool:
    """Whether a date heads a paragraph: `BERLIN, 3 May 2011 - The minister ...`."""
    return match.start() <= _OPENING and _HEADS.match(text, match.end()) is not None


def _in_outlet_time(published: Published, filed: Published, tree: HtmlElement, markup: str) -> Published:
    """The same moment on the outlet's own calendar, where a UTC time hides it and page or address show it."""
    if published.at is None or published.at.time() == datetime.min.time():
        return published
    local = _same_moment(published.at, markup)
    if local is not None:
        return Published(local.day, published.at, published.basis, local.offset)
    day = _day_filed(published.at, filed) or _day_before(published.at, tree)
    return Published(day or published.day, published.at, published.basis, published.offset)


def _same_moment(at: datetime, markup: str) -> Published | None:
    """The page writes the same moment once more, with the outlet's offset."""
    for match in _LOCAL_MOMENT.finditer(markup[:MAX_SEARCHED]):
        local = published_from(match[0], "metadata")
        if local.at is not None and abs(local.at - at) < SAME_MOMENT:
            return local
    return None


def _day_filed(at: datetime, filed: Published) -> date | None:
    """The address names a day that it was somewhere on earth at this moment."""
    earliest, latest = (at + EARLIEST_OFFSET).date(), (at + LATEST_OFFSET).date()
    return filed.day if filed.day is not None and earliest <= filed.day <= latest else None


def _day_before(at: datetime, tree: HtmlElement) -> date | None:
    """In the Americas it was still the day before, and that day is printed and the UTC day is not.

    The day after is not sought in this way: many pages print the day on which they are looked at.
    """
    if at.hour >= AMERICAS_HOURS:
        return None
    before = at.date() - timedelta(days=1)
    printed = set(_printed_days(tree))
    return before if before in printed and at.date() not in printed else None


def _printed_days(tree: HtmlElement) -> Iterator[date]:
    yield from filter(None, map(written_day, _short_texts(tree)))
