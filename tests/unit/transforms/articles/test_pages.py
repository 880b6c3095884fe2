"""What is believed of a page: headline, date, address, outlet."""

from __future__ import annotations

import json
from datetime import date

import pytest

from transforms.articles.document import Article
from transforms.articles.pages.read import read_page

PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "Dock workers in the harbour went back to work on Tuesday after a vote held the evening before, their union said.",
        "The strike had stopped grain exports for nine days and cost the port an estimated four million, the operator said.",
        "Both sides agreed to talk again in the autumn about night shifts, which had been the cause of the dispute.",
    )
)


def page(head: str = "", body: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}<article>{PARAGRAPHS}</article></body></html>"


def read(head: str = "", body: str = "", origin: str = "page.html") -> Article:
    return read_page(page(head, body), origin)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


NEWS = '{"@graph": [{"@type": "WebPage", "datePublished": "2019-01-01"}, {"@type": ["NewsArticle"], "datePublished": "%s", "headline": "%s"}]}'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Strike ends | Courier</title>" + meta("og:site_name", "Courier"), "", "Strike ends"),
        ("<title>Courier - Strike ends</title>" + meta("og:site_name", "Courier"), "", "Strike ends"),
        ("<title>Strike ends - Harbour - Courier</title>", "<h1>Strike ends</h1>", "Strike ends"),
        ("<title>Strike ends</title>" + meta("og:title", "Strike ends"), "<h1>Newsletter</h1>", "Strike ends"),
        (meta("og:title", "Harbour: all we know about the strike"), "<h1>Strike &shy;ends</h1>", "Strike ends"),
        ("<title>Courier » Strike ends</title>", '<h1><a href="/"><b>Courier</b></a></h1>', "Strike ends"),
        (
            json_ld(NEWS % ("2023-03-21", "Strike ends")) + "<title>Strike ends: live</title>",
            "<h1>Live</h1>",
            "Strike ends",
        ),
        ("<title>Strike ends :: Courier</title>" + meta("og:site_name", "Courier"), "", "Strike ends"),
        ("<title>Strike ends / Courier</title>" + meta("og:site_name", "Courier"), "", "Strike ends"),
        ("<title>Strike ends &lt; Courier</title>" + meta("og:site_name", "Courier"), "", "Strike ends"),
        (
            "<title>Courier - Ports - Strike ends</title>" + meta("og:site_name", "Courier"),
            "<nav><a href='/ports'>Ports</a></nav>",
            "Strike ends",
        ),
        (
            "<title>Strike ends | Ports | Courier</title>"
            + meta("og:site_name", "Courier")
            + meta("article:section", "Ports"),
            "",
            "Strike ends",
        ),
        ("<title>Ports - Strike ends</title>" + meta("article:section", "Ports"), "", "Ports - Strike ends"),
        ("", "", None),
    ],
)
def test_the_headline_is_what_most_readings_confirm_without_the_outlets_name(
    head: str, body: str, title: str | None
) -> None:
    assert read(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "day", "basis"),
    [
        (
            json_ld(NEWS % ("2023-03-21", "x")) + meta("article:published_time", "2023-01-01"),
            "",
            "2023-03-21",
            "metadata",
        ),
        (
            meta("article:published_time", "2023-03-21T10:00:00Z"),
            "<time datetime='2020-01-01'></time>",
            "2023-03-21",
            "metadata",
        ),
        (json_ld("{broken") + meta("dc.date.issued", "2023-03-21"), "", "2023-03-21", "metadata"),
        ("", "<span itemprop='datePublished'>21 March 2023</span>", "2023-03-21", "metadata"),
        ("", "<time pubdate datetime='2023-03-21'>Tuesday</time>", "2023-03-21", "metadata"),
        ("<link rel=canonical href='https://a.example/2023/03/21/strike'>", "", "2023-03-21", "url"),
        (
            "<link rel=canonical href='https://a.example/2023/03/21/strike'>",
            "<time datetime='2023-03-22 05:00'>22</time>",
            "2023-03-22",
            "metadata",
        ),
        ("", "<p class=date>Published on March 21, 2023</p>", "2023-03-21", "header"),
        (
            meta("last-modified", "Sat, 17 Feb 2024 16:02:01 GMT"),
            "<p class=date>Published on March 21, 2023</p>",
            "2023-03-21",
            "header",
        ),
        (
            json_ld(
                '[{"@type": "WebSite", "datePublished": "2010-01-01"}, {"@type": "WebPage", "datePublished": "2023-03-21"}]'
            ),
            "",
            "2023-03-21",
            "metadata",
        ),
        (
            "<link rel=canonical href='https://a.example/strike'>"
            + json_ld(
                '[{"@type": "NewsArticle", "url": "https://a.example/other", "datePublished": "2024-06-01"},'
                ' {"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://a.example/strike"}, "datePublished": "2023-03-21"}]'
            ),
            "",
            "2023-03-21",
            "metadata",
        ),
        ("", "<p>Updated 24 March 2023 09:10 | First published 21 March 2023 21:44</p>", "2023-03-21", "header"),
        ("", "<div>Submitted by <i>desk</i> on Mon, 04/03/2023 - 09:00</div>", "2023-04-03", "header"),
        ("", "<time data-timestamp='1679392800'>2 hours ago</time>", "2023-03-21", "metadata"),
        ("", "<font size=1>21-Mar-2023</font><br>", "2023-03-21", "header"),
        ("", "<span class=ago>2 hours ago</span>", None, "none"),
        ("", "", None, "none"),
    ],
)
def test_dates_are_believed_in_the_order_of_trust(head: str, body: str, day: str | None, basis: str) -> None:
    published = read(head, body).published
    assert (published.day, published.basis) == (date.fromisoformat(day) if day else None, basis)


@pytest.mark.parametrize(
    ("written", "elsewhere", "day"),
    [
        ("2023-03-22T03:30:00Z", "<time datetime='2023-03-21T22:30:00-0500'></time>", "2023-03-21"),
        (
            "2023-03-22T03:30:00+00:00",
            "<script>var shown = {'date': '2023-03-21T22:30:00-05:00'}</script>",
            "2023-03-21",
        ),
        ("2023-03-22T03:30:00Z", "<link rel=canonical href='https://a.example/2023/03/21/strike'>", "2023-03-21"),
        ("2023-03-21T20:30:00Z", "<link rel=canonical href='https://a.example/2023/03/22/strike'>", "2023-03-22"),
        ("2023-03-22T20:30:00Z", "<link rel=canonical href='https://a.example/2023/03/21/strike'>", "2023-03-22"),
        ("2023-03-22T03:30:00Z", "<time datetime='2023-03-21T10:30:00-05:00'>another article</time>", "2023-03-22"),
        ("2023-03-22T03:30:00Z", "</head><body><span>March 21, 2023 10:30 PM</span>", "2023-03-21"),
        ("2023-03-22T03:30:00Z", "</head><body><i>March 21, 2023</i><i>March 22, 2023</i>", "2023-03-22"),
        ("2023-03-22T13:30:00Z", "</head><body><span>March 21, 2023</span>", "2023-03-22"),
        ("2023-03-22T20:30:00Z", "</head><body><span>Thursday, March 23, 2023</span>", "2023-03-22"),
        ("2023-03-22T03:30:00+03:00", "<link rel=canonical href='https://a.example/2023/03/21/strike'>", "2023-03-22"),
    ],
)
def test_a_utc_time_is_put_on_the_outlets_calendar_where_the_page_shows_it(
    written: str, elsewhere: str, day: str
) -> None:
    assert read(meta("article:published_time", written) + elsewhere).published.day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("head", "origin", "url", "source"),
    [
        (
            "<link rel=canonical href='/strike?utm_medium=x#top'>" + meta("og:url", "https://www.a.example/other"),
            "p",
            "https://www.a.example/strike",
            "a.example",
        ),
        (
            "<link rel=canonical href='https://a.example/'>" + meta("og:url", "https://a.example/strike"),
            "p",
            "https://a.example/strike",
            "a.example",
        ),
        ("", "https://a.example/strike", "https://a.example/strike", "a.example"),
        ("<link rel=canonical href='http://[::1'>" + meta("og:url", "http://[bad"), "p", None, None),
        (json_ld('{"@type": "NewsArticle", "publisher": {"name": "Volga Courier"}}'), "p", None, "Volga Courier"),
    ],
)
def test_address_and_outlet_come_from_the_page_then_from_where_it_was_fetched(
    head: str, origin: str, url: str | None, source: str | None
) -> None:
    article = read(head, origin=origin)
    assert (article.url, article.source) == (url, source)


def test_a_page_whose_loudest_text_misses_the_topic_still_gives_its_article() -> None:
    appeal = (
        "<p>We believe that everyone needs good journalism, so please give us as little as one coin a month today.</p>"
        * 9
    )
    head = meta("og:title", "Dock workers end harbour strike") + meta(
        "og:description", "Union vote ends grain exports dispute"
    )
    article = read_page(
        f"<html><head>{head}</head><body><main>{PARAGRAPHS}</main><div class=a>{appeal}</div></body></html>", "p"
    )
    assert article.text.startswith("Dock workers in the harbour")


@pytest.mark.parametrize(
    ("head", "heading", "expected"),
    [
        # cut short in the meta tag
        (
            meta("og:title", "Ministers agree on a plan for clean ports:")
            + "<title>Ministers agree on a plan for clean ports:</title>",
            "Ministers agree on a plan for clean ports: what it costs",
            "Ministers agree on a plan for clean ports: what it costs",
        ),
        # broken off at a quotation mark
        (
            meta("og:title", "Marathon winner speaks of a") + "<title>Something else entirely here</title>",
            "Marathon winner speaks of a “miracle”",
            "Marathon winner speaks of a “miracle”",
        ),
        # entities escaped twice
        (
            meta("og:title", "&amp;#8222;Never&amp;#8220;: ministers part") + "<title>„Never“: ministers part</title>",
            "News",
            "„Never“: ministers part",
        ),
        # a heading of the menu, and a path of sections before the headline
        (
            "<title>www.a.example: The President / Speeches / Speech on the harbour act before the assembly of mayors</title>",
            "Navigation</h1><h1>Speech on the harbour act before the assembly of mayors",
            "Speech on the harbour act before the assembly of mayors",
        ),
    ],
)
def test_a_headline_is_whole_and_readable(head: str, heading: str, expected: str) -> None:
    markup = f"<html><head>{head}</head><body><h1>{heading}</h1>{PARAGRAPHS}</body></html>"
    assert read_page(markup, "p").title == expected


def test_the_byline_is_what_the_page_declares_first() -> None:
    declared = json_ld(
        '{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "By John Roe"}]}'
    )
    assert read(declared + meta("author", "Somebody Else")).byline == "Jane Doe; John Roe"
    assert read(meta("author", "Jane Doe")).byline == "Jane Doe"
    assert read("<meta property='article:author' content='https://social.example/jane'>").byline is None


PROSE = "The treaty of 3 May 2011 binds both countries until the end of the decade, the government said in a statement."


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (f"<p>{PROSE}</p>", None),
        (
            "<p>On 3 May 2011 Anna Borg will visit Norfield, the ministry said in a statement about her journeys.</p>",
            None,
        ),
        (f"<p class='date'>5 May 2011</p><p>{PROSE}</p>", "2011-05-05"),
        (f"<p>3 May 2011</p><p>{PROSE}</p>", "2011-05-03"),
        (f"<div data-day='2011-05-03'><p>{PROSE}</p></div>", "2011-05-03"),
        (
            "<p>NORFIELD, 3 May 2011 - Anna Borg visited the town and met its mayor, the ministry said on its page.</p>",
            "2011-05-03",
        ),
    ],
)
def test_a_day_of_which_only_a_sentence_tells_is_not_that_of_publication(body: str, day: str | None) -> None:
    found = read(body=body).published.day
    assert found == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("Copyright 2023", None),
        ("(c) 2019 Norfield Courier", None),
        ("&copy; 2001-2019 Vella Media. All rights reserved.", None),
        ("Chapter 1 &copy; 2019 Vella Media", None),
        ("Read since 2011", None),
        ("Printed in March 2019", None),
        ("&copy; 2019 Vella Media, 14 March 2019", "2019-03-14"),
        ("January 1, 2019", "2019-01-01"),
        ("1er janvier 2019", "2019-01-01"),
        ("1 de marzo de 2019", "2019-03-01"),
        ("01/01/2019", "2019-01-01"),
        ("2019-03-01", "2019-03-01"),
    ],
)
def test_a_year_or_month_at_the_foot_of_a_page_is_no_publication_date(foot: str, day: str | None) -> None:
    body = (
        "<p>The ferry to Norfield stops at the pier twice a day, and its crew of seven has asked for higher wages.</p>"
    )
    found = read(body=f"{body}<footer><p>{foot}</p></footer>").published.day
    assert found == (date.fromisoformat(day) if day else None)


def test_the_text_in_the_data_of_a_page_is_read_where_the_page_hides_most_of_it() -> None:
    whole = " ".join(f"Paragraph {number} tells of the port and of its strike in more words." for number in range(30))
    data = json_ld(json.dumps({"@type": "NewsArticle", "headline": "Strike in the port ends", "articleBody": whole}))
    assert read(data).text == whole
    beginning = json_ld(
        '{"@type": "NewsArticle", "headline": "Strike ends", "articleBody": "Dock workers in the harbour"}'
    )
    assert read(beginning).text.count("\n") == 2
