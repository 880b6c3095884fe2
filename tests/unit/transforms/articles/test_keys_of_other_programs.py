"""JSON, CSV and Parquet as other programs write them: the same article, whatever its parts are called and wherever they lie."""

from __future__ import annotations

import io
import json

import polars as pl
import pytest

from transforms.articles import ReadResult, read_documents, split

TEXT = "Karl Vella visited Norfield on Monday. He met the mayor of Norfield and signed an accord on ports."
TITLE = "Vella in Norfield"
URL = "https://borg.example/vella"
AT = "2023-03-21T10:00:00Z"
HTML = f"<p>{TEXT}</p>\n<p>More follows.</p>"


def read(content: bytes, name: str) -> ReadResult:
    return read_documents(split(io.BytesIO(content), name))


NEWS_SERVICES = {
    "a search of headlines": {
        "status": "ok",
        "totalResults": 1,
        "articles": [
            {
                "source": {"id": None, "name": "Borg News"},
                "author": "Ann Reed",
                "title": TITLE,
                "description": "Short",
                "url": URL,
                "publishedAt": AT,
                "content": TEXT,
            }
        ],
    },
    "descriptions alone": {
        "pagination": {"limit": 1},
        "data": [
            {
                "author": "Ann Reed",
                "title": TITLE,
                "description": TEXT,
                "url": URL,
                "source": "Borg News",
                "published_at": "2023-03-21T10:00:00+00:00",
            }
        ],
    },
    "a crawler": {
        "authors": ["Ann Reed"],
        "date_download": "2023-04-22 10:00:00",
        "date_modify": "2023-03-22 12:00:00",
        "date_publish": "2023-03-21 10:00:00",
        "description": "Short",
        "maintext": TEXT,
        "source_domain": "Borg News",
        "title": TITLE,
        "url": URL,
    },
    "schema.org": {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": AT,
        "dateModified": "2023-03-22",
        "articleBody": TEXT,
        "author": {"@type": "Person", "name": "Ann Reed"},
        "publisher": {"@type": "Organization", "name": "Borg News"},
        "url": URL,
    },
    "fields within": {
        "response": {
            "status": "ok",
            "results": [
                {
                    "id": "world/vella",
                    "webPublicationDate": AT,
                    "webTitle": TITLE,
                    "webUrl": URL,
                    "fields": {"bodyText": TEXT, "byline": "Ann Reed", "publication": "Borg News"},
                }
            ],
        }
    },
    "an archive of abstracts": {
        "response": {
            "docs": [
                {
                    "abstract": "Short",
                    "web_url": URL,
                    "lead_paragraph": TEXT,
                    "source": "Borg News",
                    "headline": {"main": TITLE, "kicker": None},
                    "pub_date": "2023-03-21T10:00:00+0000",
                    "byline": {"original": "By Ann Reed"},
                }
            ]
        }
    },
    "lists in objects": {
        "articles": {
            "results": [
                {
                    "uri": "77",
                    "date": "2023-03-21",
                    "time": "10:00:00",
                    "dateTimePub": AT,
                    "url": URL,
                    "title": TITLE,
                    "body": TEXT,
                    "source": {"uri": "borg.example", "title": "Borg News"},
                    "authors": [{"uri": "a", "name": "Ann Reed"}],
                }
            ]
        }
    },
    "hits of an index": {
        "took": 3,
        "hits": {
            "total": {"value": 1},
            "hits": [
                {
                    "_index": "news",
                    "_id": "e2",
                    "_source": {
                        "Title": TITLE,
                        "Body": TEXT,
                        "Published": AT,
                        "Link": URL,
                        "Outlet": "Borg News",
                        "Author": "Ann Reed",
                    },
                }
            ],
        },
    },
    "a parsed feed": {
        "title": TITLE,
        "summary": "Short",
        "content": [{"type": "text/html", "value": f"<p>{TEXT}</p>"}],
        "published": "Tue, 21 Mar 2023 10:00:00 GMT",
        "published_parsed": [2023, 3, 21, 10, 0, 0, 1, 80, 0],
        "link": URL,
        "author": "Ann Reed",
        "source": {"title": "Borg News"},
    },
    "a text extractor": {
        "title": TITLE,
        "author": "Ann Reed",
        "date": "2023-03-21",
        "filedate": "2024-01-01",
        "raw_text": "x",
        "text": TEXT,
        "source": URL,
        "source-hostname": "Borg News",
    },
    "a data base": {
        "_id": {"$oid": "64"},
        "headline": TITLE,
        "body": TEXT,
        "pubDate": {"$date": {"$numberLong": "1679392800000"}},
        "link": URL,
        "source": "Borg News",
        "byline": "By Ann Reed",
    },
    "one within another": {
        "data": {
            "article": {
                "title": TITLE,
                "text": TEXT,
                "published_at": 1679392800,
                "url": URL,
                "publisher": "Borg News",
                "author": "Ann Reed",
            }
        }
    },
}


@pytest.mark.parametrize("answer", NEWS_SERVICES.values(), ids=NEWS_SERVICES)
@pytest.mark.parametrize("form", ["a file", "a line of many"])
def test_the_answer_of_a_news_service_is_read_with_all_its_parts(answer: dict[str, object], form: str):
    line = json.dumps(answer)
    result = read(line.encode(), "a.json") if form == "a file" else read(f"{line}\n{line}\n".encode(), "a.jsonl")
    row = result.articles.row(-1, named=True)
    assert result.rejected.is_empty()
    assert (row["title"], row["text"], row["url"], row["source"], row["byline"], str(row["published_date"])) == (
        TITLE,
        TEXT,
        URL,
        "Borg News",
        "Ann Reed",
        "2023-03-21",
    )


@pytest.mark.parametrize(
    ("names", "values"),
    [
        (["Title", "Text", "Date", "Source"], [TITLE, TEXT, "March 21, 2023", "Borg News"]),
        (["HEADLINE", "Article Body", "Published At", "Outlet"], [TITLE, TEXT, AT, "Borg News"]),
        (["news_title", "news_text", "news_date", "publisher"], [TITLE, TEXT, "21.03.2023", "Borg News"]),
        (["Título", "Texto", "Fecha", "Fuente"], [TITLE, TEXT, "2023-03-21", "Borg News"]),
        (["title", "article", "pubdate", "source.name"], [TITLE, TEXT, "1679392800.0", "Borg News"]),
        (["title", "content", "timestamp", "publication"], [TITLE, TEXT, "1679392800000", "Borg News"]),
    ],
)
def test_columns_are_known_in_any_spelling(names: list[str], values: list[str]):
    table = pl.DataFrame({name: [value] for name, value in zip(names, values, strict=True)})
    packed = io.BytesIO()
    table.write_parquet(packed)
    for content, name in ((table.write_csv().encode(), "a.csv"), (packed.getvalue(), "a.parquet")):
        row = read(content, name).articles.row(0, named=True)
        assert (row["title"], row["text"], str(row["published_date"]), row["source"]) == (
            TITLE,
            TEXT,
            "2023-03-21",
            "Borg News",
        )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"text": HTML}, HTML),
        ({"content": HTML}, f"{TEXT}\nMore follows."),
        ({"content": {"rendered": HTML}}, f"{TEXT}\nMore follows."),
        ({"content": [TEXT, "More follows."]}, f"{TEXT}\nMore follows."),
        ({"paragraphs": [{"text": TEXT}, {"text": "More follows."}]}, f"{TEXT}\nMore follows."),
        ({"body": "a < b\n\n  c"}, "a < b\n\n  c"),
        ({"content": TEXT, "text": ""}, TEXT),
        ({"description": TEXT, "body": None, "url": URL, "date": "2023-03-21"}, TEXT),
    ],
)
def test_a_text_is_kept_as_given_and_markup_beside_it_becomes_paragraphs(value: dict[str, object], text: str):
    assert read(json.dumps(value).encode(), "a.json").articles["text"].to_list() == [text]


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ({"heading": TITLE, "lines": TEXT}, "(heading, lines)"),
        ({"url": URL, "title": TITLE, "seendate": "20230321T101500Z"}, "(url, title, seendate)"),
        # what describes a program or a set of data is no article
        ({"name": "charts", "description": TEXT, "version": "1.0"}, "(name, description, version)"),
        ({"title": TITLE, "documents": ["a.pdf"]}, "(title, documents)"),
        ({"title": TITLE, "comments": {"text": TEXT}}, "(title, comments)"),
        ({f"key{number}": number for number in range(40)}, "key11, ...)"),
    ],
)
def test_an_object_without_a_text_is_refused_by_its_keys(value: dict[str, object], named: str):
    result = read(json.dumps(value).encode(), "a.json")
    assert result.articles.is_empty()
    [(reason, detail)] = result.rejected.select("reason", "detail").rows()
    assert reason == "no_text"
    assert named in detail


def test_a_table_without_texts_is_refused_by_its_columns():
    [(reason, detail)] = read(b"heading,day\nA,2023-03-21\n", "a.csv").rejected.select("reason", "detail").rows()
    assert (reason, "(heading, day)" in detail) == ("no_text", True)


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ({"url": URL}, "borg.example"),
        ({"url": URL, "publisher": "Borg News"}, "Borg News"),
        ({"url": URL, "source": "https://borg.example"}, "borg.example"),
        ({}, None),
    ],
)
def test_the_host_of_the_address_is_the_outlet_where_nothing_else_names_one(
    value: dict[str, object], source: str | None
):
    assert read(json.dumps({"text": TEXT, **value}).encode(), "a.json").articles["source"].to_list() == [source]
