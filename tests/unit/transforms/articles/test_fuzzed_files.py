"""Damaged files of every format, invented by hypothesis: each gives articles or reasons, and nothing crashes."""

from __future__ import annotations

import gzip
import io
import json

import polars as pl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_large_files import CSV, PAGE, TEXT, archive

from transforms.articles import RefusedError, read_documents, read_sitemap, split
from transforms.articles.formats.feed_links import read_links
from transforms.schema import ARTICLES, REJECT_REASONS


def _parquet() -> bytes:
    file = io.BytesIO()
    pl.DataFrame({"title": ["First", "Second"], "text": [TEXT, "two"], "date": ["2023-03-21", None]}).write_parquet(
        file
    )
    return file.getvalue()


RSS = (
    "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Post</title><item><title>Committee</title>"
    "<link>https://a.example/1</link><description>&lt;p&gt;In short…&lt;/p&gt;</description><pubDate>Tue, 21 Mar 2023 08:00:00 GMT</pubDate>"
    "</item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title><entry><title>A</title><link href='https://a.example/2'/>"
    "<updated>2023-03-21T08:00:00Z</updated><content type='html'>&lt;b&gt;Text&lt;/b&gt;</content></entry></feed>"
)
SITEMAP = "<urlset><url><loc>https://a.example/1</loc><lastmod>2023-03-21</lastmod></url></urlset>"
SEEDS = {
    "a.xml": RSS.encode(),
    "b.atom": ATOM.encode(),
    "c.html": PAGE.encode(),
    "d.csv": CSV.encode(),
    "e.parquet": _parquet(),
    "f.warc": archive(("https://a.example/1", "text/html", PAGE.encode()), packed=False),
    "g.warc.gz": archive(("https://a.example/1", "text/html", PAGE.encode())),
    "h.jsonl": b"".join(json.dumps({"id": str(n), "text": TEXT}).encode() + b"\n" for n in range(3)),
    "i.json": json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_html": "<p>x"}]}
    ).encode(),
    "j.txt": f"Committee meets\n\nBERLIN, March 21 (Wire) - {TEXT}".encode(),
    "k.jsonl.gz": gzip.compress(json.dumps({"text": TEXT}).encode(), mtime=0),
}
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """The bytes with some cut out, doubled, overwritten or put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60)))
        put_in = draw(
            st.one_of(
                st.binary(max_size=20),
                st.sampled_from(
                    [
                        b"<",
                        b">",
                        b"&#x0;",
                        b"]]>",
                        b'"',
                        b"\x00",
                        b"\xff\xfe",
                        b"\n",
                        b"<!DOCTYPE x [<!ENTITY e 'e'>]>",
                        b"{" * 40,
                    ]
                ),
                st.just(content[start:end] * 2),
            )
        )
        content = content[:start] + put_in + content[end:]
    return content


def test_text_that_begins_like_an_archive_is_none() -> None:
    content = (
        b'filedesc://{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_html": "<p>x"}]}'
    )
    result = read_documents(split(io.BytesIO(content), "i.json"))
    assert result.articles.height + result.rejected.height == 1


@pytest.mark.parametrize("name", sorted(SEEDS))
@few
@given(data=st.data())
def test_a_damaged_file_gives_articles_or_reasons(name: str, data: st.DataObject):
    content = data.draw(damaged(SEEDS[name]))
    result = read_documents(split(io.BytesIO(content), name))
    assert result.articles.height + result.rejected.height > 0 or name.endswith((".warc", ".gz"))
    assert set(result.rejected["reason"]) <= set(REJECT_REASONS)
    ARTICLES.conform(result.articles.with_columns(version=1))
    assert "".join(result.articles["text"]).encode("utf-8") is not None


@few
@given(
    content=st.one_of(
        damaged(SITEMAP.encode()), damaged(RSS.encode()), damaged(SEEDS["i.json"]), st.binary(max_size=200)
    )
)
@example(content=b"<urlset>" + b"<url>" * 5000)
def test_damaged_sitemaps_and_feeds_give_addresses_or_a_reason(content: bytes):
    for read in (read_sitemap, read_links):
        try:
            found = read(content)
        except RefusedError as error:
            assert error.reason in REJECT_REASONS
        else:
            assert all(entry.address.startswith("http") for entry in found)
