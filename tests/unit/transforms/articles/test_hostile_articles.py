"""Whatever comes in, each document gives rows: articles or rejections, never an exception."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.articles import Document, read_document
from transforms.schema import REJECT_REASONS

GOLD = Path(__file__).parents[5] / "shared" / "gold"
PARAGRAPH = "<p>The minister said on Tuesday that the harbour would open again next week after the strike ended in the city.</p>"
HEAD = "<!doctype html><html><head><title>t</title></head><body>"


def rss(items: str, prolog: str = '<?xml version="1.0"?>') -> str:
    return f'{prolog}<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol" * 10}">' for n in range(12))
HOSTILE = {
    "nested tags": HEAD + "<div>" * 100_000 + PARAGRAPH * 5,
    "nested inline tags": HEAD + PARAGRAPH * 5 + "<b><i>" * 50_000,
    "too many elements": HEAD + PARAGRAPH * 5 + "<br>" * 50_000,
    "a flood of attributes": HEAD + PARAGRAPH * 5 + "<p " + " ".join(f"a{n}=1" for n in range(40_000)) + ">x</p>",
    "only angle brackets": HEAD + "<" * 500_000,
    "an open comment": HEAD + "<!--" + "- " * 200_000,
    "zero bytes in a page": HEAD + PARAGRAPH.replace(" ", " \x00") * 5,
    "nested JSON-LD": HEAD + '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + PARAGRAPH * 5,
    "JSON-LD of wrong types": HEAD
    + '<script type="application/ld+json">{"@type": 1, "datePublished": {"a": []}, "publisher": [1]}</script>'
    + PARAGRAPH * 5,
    "addresses that are none": HEAD
    + '<link rel="canonical" href="http://[::1"><meta property="og:url" content="http://[x]/a">'
    + PARAGRAPH * 5,
    "an entity bomb": rss(
        "<item><description>&a11;</description></item>", f"<?xml version='1.0'?><!DOCTYPE rss [{ENTITIES}]>"
    ),
    "an outside entity": rss(
        "<item><description>&x;</description></item>",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
    "a cut-off feed": rss("<item><title>x</title><description>one two")[:-40],
    "nested markup in a feed": rss("<item><description>" + "&lt;div&gt;" * 50_000 + "x</description></item>"),
    "open sections in a feed": rss("<item><description><![CDATA[" * 1_000),
    "nested JSON": '{"text": ' + "[" * 200_000,
    "a number of a million digits": '{"text": "a", "id": ' + "1" * 1_000_000 + "}",
    "wrong types in JSON": json.dumps(
        {"text": ["a"], "id": {}, "url": 3, "published": {"$date": []}, "title": None, "body": "b"}
    ),
    "a number that is none": '{"text": "a", "published": NaN, "id": Infinity}',
    "one long line": "word said " * 500_000,
    "only line ends": "a" + "\n" * 1_000_000,
    "capitals without a dateline": "A " * 200_000 + "March 21 (X",
    "a label and spaces": "date" + " " * 500_000,
    "half a surrogate pair in JSON": json.dumps(
        {"text": "a\ud83d", "title": "\udc00", "id": "\ud800", "html": "\ud800"}
    ),
    "half a surrogate pair in JSON-LD": HEAD
    + '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a \\ud83d", "publisher": "\\ud83d"}</script>'
    + PARAGRAPH * 5,
    "half a surrogate pair in a feed": rss(
        "<item><title>&#55357;</title><description>x &amp;#55357; &#xD800; y</description></item>"
    ),
    "half a surrogate pair in JSON markup": json.dumps({"html": "<p>a\ud83d</p>"}),
    "a file name as feed": "/etc/passwd",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_end_in_rows(name: str) -> None:
    result = read_document(Document(name, HOSTILE[name].encode()))
    assert result.articles.height + result.rejected.height == 1
    assert set(result.rejected["reason"]) <= set(REJECT_REASONS)


def test_outside_entities_are_never_read() -> None:
    result = read_document(Document("a.rss", HOSTILE["an outside entity"].encode()))
    assert "root:" not in "".join(result.articles["text"])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.rss", "a.gz", "a.xml"]))
def test_any_bytes_end_in_rows(content: bytes, origin: str) -> None:
    result = read_document(Document(origin, content))
    assert result.articles.height + result.rejected.height >= 1


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<rss>",
                "<item>",
                "&amp;",
                "{",
                '"text":',
                "}",
                "<!--",
                "-->",
                "2023-03-21",
                "\n",
                "\x00",
                "é",
            ]
        ),
        max_size=40,
    )
)
def test_any_mix_of_markup_ends_in_rows(parts: list[str]) -> None:
    content = "".join(parts).encode()
    for packed in (content, gzip.compress(content, mtime=0)):
        result = read_document(Document("x", packed))
        assert result.articles.height + result.rejected.height >= 1


@pytest.mark.skipif(not GOLD.exists(), reason="no ../shared/gold")
def test_every_saved_feed_gives_items_or_a_reason() -> None:
    for path in sorted((GOLD / "feeds").iterdir()):
        result = read_document(Document(path.name, path.read_bytes()))
        assert result.articles.height + result.rejected.height >= 1, path.name
