"""Files of many articles: lines, tables and web archives, whole, in parts, packed and damaged."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date, datetime
from hashlib import sha256

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from transforms.articles import Document, ReadResult, read_document, read_documents, split
from transforms.articles.formats import parts
from transforms.articles.formats.json_lines import read_lines

TEXT = "The harbour committee met on Monday and heard the engineers. " * 4
PAGE = f"<html><head><title>Committee meets</title></head><body><article><h1>Committee meets</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"


def read(content: bytes, name: str) -> ReadResult:
    return read_documents(split(io.BytesIO(content), name))


def archive(*records: tuple[str, str, bytes], packed: bool = True, status: str = "200 OK") -> bytes:
    """A WARC file of responses: address, Content-Type, body."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for address, media_type, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(address, "response", io.BytesIO(body), http_headers=headers))
    return file.getvalue()


CSV = f'Title;Text;Date;URL\nFirst;"{TEXT}";2023-03-21;https://a.example/1\n\nSecond;"two ""quoted""\nlines";2023-03-22;\nThird;;2023-03-23;\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_rows_of_a_csv_file_are_articles_whatever_its_delimiter_and_encoding(encoding: str):
    result = read(CSV.replace("First", "Erste Größe").encode(encoding), "a.csv")
    assert result.articles["title"].to_list() == ["Erste Größe", "Second"]
    assert result.articles["text"].to_list() == [TEXT, 'two "quoted"\nlines']
    assert result.articles["published_date"].to_list() == [date(2023, 3, 21), date(2023, 3, 22)]
    assert result.rejected.select("origin", "reason").rows() == [("a.csv#5", "no_text")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"name,age\nAna,3\n", "no_text"),
        (b"text,title\n", "no_article"),
        (b"\xff\x00\x01" * 50, "encoding"),
    ],
)
def test_a_csv_file_without_articles_is_refused_as_a_whole(content: bytes, reason: str):
    assert read(content, "a.csv").rejected["reason"].to_list() == [reason]


def test_the_rows_of_a_parquet_file_are_articles():
    rows = {
        "Headline": ["First", "Second", None],
        "text": [TEXT, "two", None],
        "published_at": [datetime(2023, 3, 21, 9), datetime(2023, 3, 22), None],
        "vector": [[1.0], [2.0], [3.0]],
    }
    file = io.BytesIO()
    pl.DataFrame(rows).write_parquet(file)
    for content, name in ((file.getvalue(), "a.parquet"), (gzip.compress(file.getvalue()), "a.parquet.gz")):
        result = read(content, name)
        assert result.articles.select("title", "published_date").rows() == [
            ("First", date(2023, 3, 21)),
            ("Second", date(2023, 3, 22)),
        ]
        assert result.rejected.select("origin", "reason").rows() == [(f"{name}#3", "no_text")]


def test_a_damaged_parquet_file_is_refused():
    assert read(b"PAR1" + b"\x00" * 50 + b"PAR1", "a.parquet").rejected["reason"].to_list() == ["malformed"]


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_a_web_archive_are_articles_under_their_addresses(packed: bool):
    records = [
        ("https://a.example/1?utm_source=x", "text/html; charset=utf-8", PAGE.encode()),
        ("https://a.example/style.css", "text/css", b"p {}"),
        ("https://a.example/2", "text/html", b"<html><p>Cookies?</p></html>"),
    ]
    result = read(archive(*records, packed=packed), "a.warc.gz" if packed else "a.warc")
    assert result.articles.select("url", "title", "source").rows() == [
        ("https://a.example/1", "Committee meets", "a.example")
    ]
    name = "a.warc.gz" if packed else "a.warc"
    assert result.articles["origin"].to_list() == [f"{name}#2"]
    assert result.rejected.select("origin", "reason").rows() == [(f"{name}#4", "no_article"), (name, "no_article")]


PICTURES = [(f"https://a.example/{n}.png", "image/png", b"\x89PNG") for n in range(3)]
LETTER = ("https://a.example/letter", "application/pdf; version=1.4", b"%PDF")
MANY_KINDS = [(f"https://a.example/{n}", f"video/x-{n}", b"\x00") for n in range(20)]
STORY = ("https://a.example/1", "text/html", PAGE.encode())


@pytest.mark.parametrize(
    ("records", "status", "n_articles", "detail"),
    [
        (
            [STORY, *PICTURES, LETTER],
            "200 OK",
            1,
            "4 of 5 archived answers cannot hold an article: 3 image/png, 1 application/pdf",
        ),
        (PICTURES, "200 OK", 0, "3 of 3 archived answers cannot hold an article: 3 image/png"),
        ([STORY], "404 Not Found", 0, "1 of 1 archived answers cannot hold an article: 1 status 404"),
        (MANY_KINDS, "200 OK", 0, "1 video/x-7, 12 others"),
        ([], "200 OK", 0, "an archive of 1 records without an answer"),
        ([("https://a.example/2", "", PAGE.encode())], "200 OK", 1, None),
    ],
    ids=["pictures beside a story", "only pictures", "not found", "many kinds", "nothing", "no type"],
)
def test_archived_answers_that_cannot_hold_an_article_are_counted_in_one_row(
    records: list[tuple[str, str, bytes]], status: str, n_articles: int, detail: str | None
):
    result = read(archive(*records, status=status), "a.warc.gz")
    assert result.articles.height == n_articles
    assert result.rejected.select("origin", "reason").rows() == [("a.warc.gz", "no_article")] * (detail is not None)
    assert all(row.endswith(detail or "") for row in result.rejected["detail"])


def test_an_archive_that_breaks_off_gives_what_it_holds_and_says_so():
    whole = archive(*[(f"https://a.example/{n}", "text/html", PAGE.encode()) for n in range(3)], packed=False)
    result = read(whole[:-300], "a.warc")
    assert result.articles.height == 2
    assert result.rejected.select("origin", "reason").rows() == [("a.warc#4", "unreadable")]


def test_a_packed_archive_that_breaks_off_gives_the_pages_before_the_break():
    whole = archive(*((f"https://a.example/{number}", "text/html", PAGE.encode()) for number in range(3)))
    result = read(whole[:-60], "a.warc.gz")
    assert result.articles["url"].to_list() == ["https://a.example/0", "https://a.example/1"]
    assert result.rejected["reason"].to_list() == ["unreadable"]


def articles_written(indent: int | None, opening: str, between: str, closing: str) -> str:
    articles = [{"title": name, "text": f"{name}. {TEXT}"} for name in ("First", "Second", "Third")]
    return opening + between.join(json.dumps(article, indent=indent) for article in articles) + closing


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.json", "a.txt"])
@pytest.mark.parametrize(
    "content",
    [
        articles_written(None, "[", ", ", "]"),
        articles_written(None, "\ufeff[\n", ",\n", "\n]\n"),
        articles_written(2, "[\n", ",\n", "\n]\n"),
        articles_written(2, "", "\n", "\n"),
        articles_written(2, "\n", "\n\n", ""),
    ],
    ids=["list on a line", "list of lines", "list laid out", "objects laid out", "objects laid out, apart"],
)
def test_lists_and_objects_of_several_lines_are_read_whatever_the_file_is_called(content: str, name: str):
    result = read(gzip.compress(content.encode()) if name.endswith(".gz") else content.encode(), name)
    assert result.articles["title"].to_list() == ["First", "Second", "Third"]
    assert result.rejected.is_empty()


def test_a_file_of_lines_comes_in_parts_that_keep_its_line_numbers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parts, "PART_BYTES", 300)
    lines = [json.dumps({"id": str(number), "text": f"Text number {number}. {TEXT}"}) for number in range(1, 20)]
    lines[6] = "{broken"
    lines[8] = ""
    content = "\n".join(lines).encode()
    assert len(list(split(io.BytesIO(content), "a.jsonl"))) > 5
    for packed, name in (
        (content, "a.jsonl"),
        (gzip.compress(content), "a.jsonl.gz"),
        (zstandard.compress(content), "a.zst"),
    ):
        result = read(packed, name)
        assert result.articles["article_id"].to_list() == [str(n) for n in range(1, 20) if n not in (7, 9)]
        assert result.rejected["origin"].to_list() == [f"{name}#7"]


def test_a_line_without_end_is_refused_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parts, "MAX_LINE_BYTES", 1000)
    lines = [
        json.dumps({"id": "1", "text": "short"}),
        json.dumps({"id": "2", "text": "x" * 5000}),
        json.dumps({"id": "3", "text": "short"}),
    ]
    result = read("\n".join(lines).encode(), "a.jsonl")
    assert result.articles["article_id"].to_list() == ["1", "3"]
    assert result.rejected.select("origin", "reason").rows() == [("a.jsonl#2", "too_large")]


PACKERS = {".gz": lambda content: gzip.compress(content, 1), ".zst": zstandard.compress}
MANY_LINES = "".join(
    json.dumps({"id": str(n), "text": f"{n} {sha256(str(n).encode()).hexdigest()} {TEXT}"}) + "\n"
    for n in range(20_000)
).encode()
MANY_ROWS = b"id,text\n" + b"".join(
    b'%d,"%s"\n' % (n, sha256(str(n).encode()).hexdigest().encode()) for n in range(20_000)
)


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize(("content", "name"), [(MANY_LINES, "a.jsonl"), (MANY_ROWS, "a.csv")])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_of_a_packed_file_that_is_cut_off_all_whole_lines_before_the_cut_are_read(
    suffix: str, content: bytes, name: str, share: float
):
    packed = PACKERS[suffix](content)
    result = read(packed[: int(len(packed) * share)], name + suffix)
    assert result.articles["article_id"].to_list() == [str(n) for n in range(result.articles.height)]
    # a packer writes in blocks, so that the last rows before the cut may stand in one that is not whole
    assert share - 0.1 < result.articles.height / 20_000 < share + 0.1
    assert result.rejected.select("origin", "reason").rows() == [(name + suffix, "unreadable")]
    assert "cut off" in result.rejected["detail"][0]


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize(
    ("appended", "n_refused"),
    [
        (lambda pack: pack(b'{"text": "b"}\n'), 0),
        (lambda pack: pack(b""), 0),
        (lambda pack: pack(b'{"text": "b"}\n' * 50)[:6], 1),
        (lambda _: b"no member at all", 1),
    ],
    ids=["a member", "an empty member", "a cut member", "other bytes"],
)
def test_what_stands_behind_a_packed_member_is_read_or_refused(suffix, appended, n_refused):
    pack = PACKERS[suffix]
    result = read(pack(b'{"text": "a"}\n') + appended(pack), "a.jsonl" + suffix)
    assert result.articles.height >= 1
    assert result.articles.height == 1 + (appended(pack) == pack(b'{"text": "b"}\n'))
    assert result.rejected["reason"].to_list() == ["unreadable"] * n_refused


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_packed_text_that_is_cut_off_is_refused(suffix: str):
    result = read(PACKERS[suffix](f"Title\n\n{TEXT}".encode())[:-9], "a.txt" + suffix)
    assert result.articles.is_empty()
    assert result.rejected["reason"].to_list() == ["unreadable"]


def test_a_bomb_is_stopped_while_it_is_read_as_a_stream():
    bomb = gzip.compress(b'{"text": "x"}\n' + b" " * 2**26)
    result = read(bomb, "a.jsonl.gz")
    assert "too_large" in result.rejected["reason"].to_list()


def test_a_table_or_archive_that_was_fetched_is_read_from_its_bytes():
    assert read_document(Document("https://a.example/a.csv", CSV.encode(), "text/csv")).articles.height == 2
    assert (
        read_document(Document("a.warc", archive(("https://a.example/1", "text/html", PAGE.encode())))).articles.height
        == 1
    )


def test_a_mark_of_byte_order_before_the_first_line_loses_no_article():
    line = b'{"id": "1", "title": "T", "text": "Malta voted on Monday."}\n'
    read = list(read_lines(b"\xef\xbb\xbf" + line + line.replace(b'"1"', b'"2"'), "news.jsonl"))
    assert [type(each).__name__ for each in read] == ["Article", "Article"]


GOOD_LINE = json.dumps({"text": TEXT})


@pytest.mark.parametrize(
    ("line", "n_articles"),
    [
        ('{"text": "a", "published": 12345678901234567890}', 1),
        (f'{{"text": "a", "published": {"9" * 400}}}', 1),
        ('{"text": "a", "published": "12345678901234567890"}', 1),
        ('{"text": "a", "published": -1e300}', 1),
        ('{"text": "a", "published": {"$date": [{}]}}', 1),
        ('{"text": "a\\ud800", "title": "\\ud800", "id": "\\udfff"}', 1),
        ('{"text": "a", "title": 5, "source": {"name": {"name": []}}, "author": [[1], {"name": 2}]}', 1),
        ('{"text": "a", "title": {"title": 5}, "url": ["x"], "lang": {"name": "\\ud800"}}', 1),
        ('{"text": 5}', 0),
        ('{"text": {"a": "b"}}', 0),
        ('{"text": {"text": {"text": {"text": {"text": {"text": {"a": "b"}}}}}}}', 0),
        ('{"articles": []}', 0),
        ('{"data": {"data": {"data": {"data": {"data": {"data": {"text": "b"}}}}}}}', 0),
        ('{"text": [5], "id": ' + "9" * 5_000 + "}", 0),
    ],
)
@pytest.mark.parametrize("form", ["{0}\n{1}\n{2}\n", "[{0}, {1}, {2}]"], ids=["lines", "list"])
def test_a_strange_value_costs_at_most_its_own_row(line: str, n_articles: int, form: str):
    content = form.format(GOOD_LINE, line, GOOD_LINE.replace("harbour", "market")).encode()
    result = read(content, "a.json" if form.startswith("[") else "a.jsonl")
    assert result.articles.height == 2 + n_articles
    assert result.rejected["origin"].str.ends_with("#2").to_list() == [True] * (1 - n_articles)


@pytest.mark.parametrize(
    ("column", "strange"),
    [
        ("published_at", pa.array([0, 2**62, 0], pa.timestamp("us"))),
        ("published_at", pa.array([0, 2**30, 0], pa.date32())),
        ("title", pa.array([b"a", b"\xff", b"c"]).view(pa.string())),
    ],
    ids=["a moment", "a day", "words"],
)
def test_a_value_of_a_parquet_file_that_nobody_can_read_costs_its_own_row(column: str, strange: pa.Array):
    file = io.BytesIO()
    pq.write_table(pa.table({"text": ["one", "two", "three"], column: strange}), file)
    result = read(file.getvalue(), "a.parquet")
    assert result.articles["text"].to_list() == ["one", "three"]
    assert result.rejected.select("origin", "reason").rows() == [("a.parquet#2", "malformed")]


def test_moments_in_nanoseconds_date_the_rows_of_a_parquet_file():
    file = io.BytesIO()
    moment = 1_679_389_200_000_000_001
    pq.write_table(pa.table({"text": ["one"], "published_at": pa.array([moment], pa.timestamp("ns"))}), file)
    assert read(file.getvalue(), "a.parquet").articles["published_date"].to_list() == [date(2023, 3, 21)]


def test_lines_cut_from_a_list_may_end_in_its_commas():
    line = '{"text": "The port of Norfield was closed on Monday, the mayor said."},\n'
    result = read((line * 3).encode(), "a.jsonl")
    assert (result.articles.height, result.rejected.height) == (3, 0)
