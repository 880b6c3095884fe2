"""What a written publication date means."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from transforms.articles.days.published import published_from, published_in_path
from transforms.articles.days.written_days import written_day
from transforms.articles.document import UNDATED


@pytest.mark.parametrize(
    ("written", "day", "at"),
    [
        ("2023-03-21", "2023-03-21", "2023-03-21T00:00"),
        ("20230321", "2023-03-21", "2023-03-21T00:00"),
        ("2023-03-21T23:30:00-05:00", "2023-03-21", "2023-03-22T04:30"),
        ("2023-03-21T01:00:00+0900", "2023-03-21", "2023-03-20T16:00"),
        ("2023-03-21T10:00:00.123456789Z", "2023-03-21", "2023-03-21T10:00:00.123456"),
        ("2023-03-21 10:00:00 +0200", "2023-03-21", "2023-03-21T08:00"),
        ("2023-03-21T10:00+01:00[Europe/Berlin]", "2023-03-21", "2023-03-21T09:00"),
        ("Tue, 21 Mar 2023 23:30:00 -0500", "2023-03-21", "2023-03-22T04:30"),
        ("Tue, 21 Mar 2023 23:30:00 EST", "2023-03-21", "2023-03-22T04:30"),
        ("21 Mar 23 10:00 GMT", "2023-03-21", "2023-03-21T10:00"),
        (1679392800, "2023-03-21", "2023-03-21T10:00"),
        (1679392800000, "2023-03-21", "2023-03-21T10:00"),
        ("1679392800", "2023-03-21", "2023-03-21T10:00"),
        ("1679392800.0", "2023-03-21", "2023-03-21T10:00"),
        (1679392800.5, "2023-03-21", "2023-03-21T10:00:00.500000"),
        (1679392800123456, "2023-03-21", "2023-03-21T10:00:00.123456"),
        (1679392800000000000, "2023-03-21", "2023-03-21T10:00"),
        (-1000000000, "1938-04-24", "1938-04-24T22:13:20"),
        (20230321, "2023-03-21", "2023-03-21T00:00"),
        (20230321101500, "2023-03-21", "2023-03-21T10:15"),
        ("20230321101500", "2023-03-21", "2023-03-21T10:15"),
        ("202303211015", "2023-03-21", "2023-03-21T10:15"),
        ("20230321T101500Z", "2023-03-21", "2023-03-21T10:15"),
        ("2023.3.21", "2023-03-21", "2023-03-21T00:00"),
        ("2023. 03. 21.", "2023-03-21", "2023-03-21T00:00"),
        ("2023/3/1", "2023-03-01", "2023-03-01T00:00"),
        ("March 21, 2023", "2023-03-21", "2023-03-21T00:00"),
    ],
)
def test_timestamps_give_the_outlets_day_and_the_utc_moment(written: object, day: str, at: str) -> None:
    published = published_from(written, "metadata")
    assert published.day == date.fromisoformat(day)
    assert published.at == datetime.fromisoformat(at).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2023",
        "2023-03",
        "March 2023",
        "yesterday",
        "0001-01-01T00:00:00",
        "1970-01-01T00:00:00Z",
        0,
        12,
        2023,
        202303,
        45006,
        -5,
        10**400,
        "2023-02-30",
        "9" * 40,
        "x" * 10**6,
        None,
        True,
        [],
        1e300,
    ]
    + [float("nan"), "99999999999999999999", "03/04/2023"],
)
def test_what_names_no_day_or_two_gives_no_date(written: object) -> None:
    assert published_from(written, "metadata") == UNDATED


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2023-03-21-xi-arrives.txt", "2023-03-21"),
        ("wire_20230321.txt", "2023-03-21"),
        ("https://a.example/2023/03/21/harbour", "2023-03-21"),
        ("https://a.example/world/2023/mar/21/harbour", "2023-03-21"),
        ("https://a.example/2023/3/1/harbour", "2023-03-01"),
        ("https://a.example/id-1234567890/2023-03-21", "2023-03-21"),
        ("https://a.example/2023/43/harbour", None),
        ("https://a.example/2023/13/45/harbour", None),
        ("https://a.example/2023/03/harbour", None),
        ("https://a.example/120230321", None),
        ("report.txt", None),
    ],
)
def test_paths_date_articles_only_when_they_name_a_day(path: str, day: str | None) -> None:
    found = published_in_path(path, "url").day
    assert found == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Tuesday, 21st of March 2023", "2023-03-21"),
        ("19. Oktober 2019, 19:08 Uhr", "2019-10-19"),
        ("le 1er avril 2020", "2020-04-01"),
        ("21 de marzo de 2023", "2023-03-21"),
        ("21 марта 2023 г.", "2023-03-21"),
        ("2023年3月21日 10:00", "2023-03-21"),
        ("2023년 3월 21일", "2023-03-21"),
        ("2023. március 21.", "2023-03-21"),
        ("19.10.2019, 05:00", "2019-10-19"),
        ("12/22/2023 05:00 AM EST", "2023-12-22"),
        ("22/12/2023", "2023-12-22"),
        ("03/04/2023", None),
        ("Mon, 04/03/2023", "2023-04-03"),
        ("Dienstag 04/03/2023", None),
        ("Tue, 03/12/2024", None),
        ("31 February 2023", None),
        ("14 listopada 2023", None),
        ("21 March", None),
    ],
)
def test_printed_dates_are_read_in_many_languages_unless_two_readings_are_open(printed: str, day: str | None) -> None:
    assert written_day(printed) == (date.fromisoformat(day) if day else None)
