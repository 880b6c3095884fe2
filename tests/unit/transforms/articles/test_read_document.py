"""Documents of every format become rows; whatever is wrong becomes a rejection."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from datetime import UTC, date, datetime

import pytest
import zstandard

from transforms.articles import Document, ReadResult, read_document, read_documents
from transforms.schema import ARTICLES, REJECTED_ARTICLES

TEXT = """ date 2023-03-21 Volga Courier

Harbour strike ends after nine days

Dock workers in the port went back to work on Tuesday after a vote held the evening before.
"""
PAGE = """<!doctype html><html lang="en-GB"><head><title>Harbour strike ends | Volga Courier</title>
<meta property="og:site_name" content="Volga Courier"><meta property="og:title" content="Harbour strike ends">
<meta property="article:published_time" content="2023-03-21T23:30:00-05:00">
<link rel="canonical" href="https://courier.example/2023/03/21/harbour?utm_source=x">
<script>alert("never shown")</script></head><body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Harbour strike ends</h1>
<p>Dock workers in the port went back to work on Tuesday after a vote held the evening before, their union said in a statement.</p>
<p>The strike had stopped grain exports for nine days and cost the harbour an estimated four million in fees, the operator said.</p>
<p>Both sides agreed to talk again in the autumn about night shifts, which had been the cause of the dispute since last year.</p>
</article></body></html>"""
LINE = {
    "id": "a1",
    "published": "2023-03-21",
    "title": "Harbour strike ends",
    "text": " date 2023-03-21 Dock workers  returned.\r\n",
}
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Volga Courier</title><language>en-gb</language>
<item><title>Strike ends</title><link>https://courier.example/strike</link><pubDate>Tue, 21 Mar 2023 23:30:00 -0500</pubDate>
<description>&lt;p&gt;Dock workers returned.&lt;/p&gt;&lt;p&gt;Exports resume.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title>Nothing more</title><link>https://courier.example/none</link></item></channel></rss>"""


def read(content: str | bytes, origin: str = "folder/file", media_type: str | None = None) -> ReadResult:
    raw = content.encode() if isinstance(content, str) else content
    return read_document(Document(origin, raw, media_type))


def only_article(result: ReadResult) -> dict[str, object]:
    assert result.rejected.rows(named=True) == []
    (row,) = result.articles.rows(named=True)
    return row


def only_reason(result: ReadResult) -> str:
    assert result.articles.height == 0
    (row,) = result.rejected.rows(named=True)
    assert row["detail"]
    return str(row["reason"])


@pytest.mark.parametrize("content", [TEXT, PAGE, json.dumps(LINE), FEED, ""])
def test_frames_have_the_columns_and_types_of_their_tables(content: str) -> None:
    result = read(content)
    assert result.articles.schema == ARTICLES.polars_schema
    assert result.rejected.schema == REJECTED_ARTICLES.polars_schema
    ARTICLES.conform(result.articles)
    REJECTED_ARTICLES.conform(result.rejected)


def test_a_text_file_keeps_every_character_and_gives_date_outlet_and_headline() -> None:
    row = only_article(read(TEXT))
    assert row["text"] == TEXT
    assert row["title"] == "Harbour strike ends after nine days"
    assert row["source"] == "Volga Courier"
    assert (row["published_date"], row["published_basis"]) == (date(2023, 3, 21), "header")
    assert row["lang"] == "en"


def test_a_page_gives_main_text_and_metadata_without_scripts_and_menus() -> None:
    row = only_article(read(PAGE))
    assert [line.split()[0] for line in str(row["text"]).split("\n")] == ["Dock", "The", "Both"]
    assert "alert" not in str(row["text"]) and "World" not in str(row["text"])
    assert (row["title"], row["source"], row["lang"]) == ("Harbour strike ends", "Volga Courier", "en")
    assert row["url"] == "https://courier.example/2023/03/21/harbour"


def test_the_day_of_publication_is_the_outlets_own_and_the_moment_is_utc() -> None:
    row = only_article(read(PAGE))
    assert row["published_date"] == date(2023, 3, 21)
    assert row["published_at"] == datetime(2023, 3, 22, 4, 30, tzinfo=UTC)
    assert row["published_basis"] == "metadata"


def test_a_json_line_keeps_its_id_and_every_character_of_its_text() -> None:
    row = only_article(read(json.dumps(LINE)))
    assert (row["article_id"], row["text"]) == ("a1", LINE["text"])
    assert (row["published_date"], row["published_at"]) == (date(2023, 3, 21), datetime(2023, 3, 21, tzinfo=UTC))


def test_a_feed_gives_one_article_per_item_with_text_and_a_rejection_for_the_others() -> None:
    result = read(FEED, "feeds/courier.rss")
    (row,) = result.articles.rows(named=True)
    assert row["text"] == "Dock workers returned.\nExports resume."
    assert (row["source"], row["lang"], row["published_basis"]) == ("Volga Courier", "en", "feed")
    assert (row["published_date"], row["published_at"]) == (date(2023, 3, 21), datetime(2023, 3, 22, 4, 30, tzinfo=UTC))
    assert result.rejected.select("origin", "reason").rows() == [("feeds/courier.rss#2", "no_text")]


def test_each_bad_line_is_rejected_by_its_number_and_the_good_ones_are_kept() -> None:
    lines = [json.dumps(LINE), "{broken", "", '{"id": "b", "title": "no text"}', "[1]", json.dumps(LINE | {"id": "a2"})]
    result = read("\n".join(lines), "x.jsonl")
    assert result.articles["article_id"].to_list() == ["a1", "a2"]
    assert result.rejected.select("origin", "reason").rows() == [
        ("x.jsonl#2", "malformed"),
        ("x.jsonl#4", "no_text"),
        ("x.jsonl#5", "malformed"),
    ]


@pytest.mark.parametrize(
    "pack", [gzip.compress, zstandard.compress, lambda raw: gzip.compress(zstandard.compress(raw), mtime=0)]
)
@pytest.mark.parametrize("content", [TEXT, PAGE, json.dumps(LINE), FEED])
def test_packed_documents_read_like_plain_ones(pack, content: str) -> None:
    plain, packed = read(content), read(pack(content.encode()))
    assert packed.articles.equals(plain.articles)


def tar_of(name: str) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(name))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "origin", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t", "a.html", "empty"),
        (b"\xef\xbb\xbf", "a.jsonl", "empty"),
        (gzip.compress(b"", mtime=0), "a.txt.gz", "empty"),
        (bytes(range(256)) * 40, "a.txt", "encoding"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "a.txt", "unsupported"),
        (bytes(range(8)) + b"DUCK\x40" + bytes(64), "w.duckdb", "unsupported"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "plan.ics", "unsupported"),
        (b"ARROW1\0\0" + bytes(64), "a.arrow", "unsupported"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/b\r\n", "a.mhtml", "unsupported"),
        (b"Received: from a.example by b.example\r\nSubject: Port closed\r\n\r\nText", "a.eml", "unsupported"),
        (tar_of("a.txt"), "a.tar", "unsupported"),
        (gzip.compress(tar_of("a.txt"), mtime=0), "a.tar.gz", "unsupported"),
        (b"\xff\xfeodd", "a.txt", "encoding"),
        (b"<html><body><p>Cookies?</p></body></html>", "a.html", "no_article"),
        (b"<!doctype html><html><body><nav><a href=/>Home</a></nav></body></html>", "a.html", "no_article"),
        (b"<rss><channel><item><title>cut of", "a.rss", "no_text"),
        (b"<?xml version='1.0'?><catalog><book/></catalog>", "a.xml", "malformed"),
        (b"<rss version='2.0'><channel><title>t</title></channel></rss>", "a.xml", "no_article"),
        (b'{"id": 1}', "a.json", "no_text"),
        (b"[]", "a.json", "no_article"),
        (b'{"items": []}', "a.json", "no_article"),
        (b"not json", "a.jsonl", "malformed"),
        (b"\x1f\x8b\x08garbage", "a.gz", "unreadable"),
        (b"\x28\xb5\x2f\xfdgarbage", "a.zst", "unreadable"),
        (gzip.compress(bytes(64 * 2**20), mtime=0), "bomb.gz", "too_large"),
        (zstandard.compress(bytes(64 * 2**20)), "bomb.zst", "too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(content: bytes, origin: str, reason: str) -> None:
    assert only_reason(read(content, origin)) == reason


def test_of_an_archive_it_is_said_that_it_is_to_be_unpacked() -> None:
    refused = read(gzip.compress(tar_of("a.txt"), mtime=0), "a.tar.gz").rejected
    assert "a tar archive, to be unpacked" in refused["detail"][0]


def test_a_text_with_the_mark_of_a_database_is_read() -> None:
    assert read("The big DUCK of Norfield\n\nIt swam on Monday.").articles.height == 1


@pytest.mark.parametrize(
    ("content", "origin", "media_type", "title"),
    [
        (PAGE, "page.txt", None, "Harbour strike ends"),
        (json.dumps(LINE), "line.html", None, "Harbour strike ends"),
        (json.dumps([LINE]), "list", "text/plain", "Harbour strike ends"),
        (json.dumps(LINE, indent=1), "one.txt", None, "Harbour strike ends"),
        (FEED.replace('<?xml version="1.0"?>', ""), "feed.html", None, "Strike ends"),
        ("{curly} words\n\nin a text", "note.txt", None, "{curly} words"),
    ],
)
def test_the_format_is_told_by_the_bytes_before_the_name(
    content: str, origin: str, media_type: str | None, title: str
) -> None:
    assert read(content, origin, media_type).articles["title"].to_list() == [title]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    text = "Grève à Marseille\n\nLes dockers ont voté lundi soir, après neuf jours, la fin de la grève dans le port. Le préfet s’en réjouit déjà.\n"
    assert only_article(read(text.encode(encoding), "a.txt"))["text"] == text


def test_a_page_is_read_in_the_encoding_it_declares_unless_its_bytes_are_utf_8() -> None:
    page = PAGE.replace("<title>", '<meta charset="iso-8859-2"><title>').replace("Dock workers", "Załoga Łódź")
    assert "Załoga Łódź" in str(only_article(read(page.encode("iso-8859-2")))["text"])
    assert "Załoga Łódź" in str(only_article(read(page.encode("utf-8")))["text"])


def test_many_documents_give_one_result_in_their_order() -> None:
    documents = [Document("a", TEXT.encode()), Document("b", b""), Document("c", json.dumps(LINE).encode())]
    result = read_documents(documents)
    assert result.articles["origin"].to_list() == ["a", "c"]
    assert result.rejected["origin"].to_list() == ["b"]


def test_a_document_without_bytes_is_refused_as_its_source_says() -> None:
    result = read_document(Document("a", b"", refused=("unreadable", "permission denied")))
    assert only_reason(result) == "unreadable"


def test_a_line_in_no_encoding_is_refused_alone() -> None:
    lines = [
        json.dumps(LINE).encode(),
        b'{"text": "\xff\x00\xfe\x81"}',
        '{"id": "é", "text": "Grève à la mairie, dès mardi"}'.encode("cp1252"),
    ]
    result = read(b"\n".join(lines), "x.jsonl")
    assert result.articles["article_id"].to_list() == ["a1", "é"]
    assert result.rejected.select("origin", "reason").rows() == [("x.jsonl#2", "encoding")]


def test_json_lines_in_utf_16_are_read() -> None:
    assert only_article(read((json.dumps(LINE) + "\n").encode("utf-16"), "x.jsonl"))["text"] == LINE["text"]


@pytest.mark.parametrize("indent", [None, 1])
def test_the_items_of_a_json_feed_get_its_title_and_language(indent: int | None) -> None:
    item = {"id": "i1", "content_html": "<p>Dock workers returned.</p>", "date_published": "2023-03-21T23:30:00-05:00"}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Volga Courier",
        "language": "en-GB",
        "items": [item],
    }
    row = only_article(read(json.dumps(feed, indent=indent), "feed.json"))
    assert (row["text"], row["source"], row["lang"]) == ("Dock workers returned.", "Volga Courier", "en")
    assert row["published_date"] == date(2023, 3, 21)


def json_feed(*items: dict[str, object]) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Volga Courier", "items": list(items)})


def rss_feed(*items: dict[str, str]) -> str:
    written = "".join(
        f"<item>{''.join(f'<{name}>{value}</{name}>' for name, value in item.items())}</item>" for item in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>{written}</channel></rss>'


def ids(content: str, origin: str) -> list[str]:
    return read(content, origin).articles["article_id"].to_list()


ITEM_TEXT = "Dock workers in Norfield returned."
FEED_ADDRESS = "https://courier.example/feed"
PAGE_ADDRESS = "https://courier.example/a"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (json_feed({"id": "1", "url": PAGE_ADDRESS, "content_text": ITEM_TEXT}), json_feed({"id": "x-1", "url": PAGE_ADDRESS, "content_text": ITEM_TEXT})),
        (rss_feed({"guid": "1", "link": PAGE_ADDRESS, "description": ITEM_TEXT}), rss_feed({"guid": "x", "link": PAGE_ADDRESS, "description": ITEM_TEXT})),
        (json_feed({"id": 7, "content_text": ITEM_TEXT}), json_feed({"id": 7, "content_text": ITEM_TEXT + " Borg thanked them."})),
        (rss_feed({"guid": "7", "description": ITEM_TEXT}), rss_feed({"guid": "7", "description": ITEM_TEXT + " Borg thanked them."})),
        (rss_feed({"guid": "tag:a,7", "description": ITEM_TEXT}), json_feed({"id": "tag:a,7", "content_text": ITEM_TEXT})),
    ],
)  # fmt: skip
def test_an_item_of_a_feed_is_one_article_by_its_address_or_else_by_its_id(one: str, other: str) -> None:
    assert ids(one, FEED_ADDRESS) == ids(other, FEED_ADDRESS)


@pytest.mark.parametrize("feed", [json_feed, rss_feed])
def test_a_plain_id_is_one_article_in_one_feed_alone(feed) -> None:
    item = {"id": "7", "content_text": ITEM_TEXT} if feed is json_feed else {"guid": "7", "description": ITEM_TEXT}
    assert ids(feed(item), FEED_ADDRESS) != ids(feed(item), "https://herald.example/feed")
    # a copy of a feed may lie in any file: there its words tell
    assert ids(feed(item), "a/feed.xml") == ids(feed(item), "b/feed.xml")
