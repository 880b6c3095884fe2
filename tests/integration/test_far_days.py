"""Days at both ends of the calendar, in articles and asked for."""

from __future__ import annotations

import json

DAYS = ("0001-01-01", "0987-07-03", "2250-03-05", "9999-12-31")
FORMATS = ("text", "html", "svg", "ical", "timelinejs")
TEXTS = (
    *(("2023-03-29", f"President Borg met Prime Minister Lindt in Paris on {day}.") for day in DAYS),
    *((day, "King Kappel visited Oslo on Monday. He will visit Rome next year.") for day in DAYS),
    ("2023-03-29", "President Borg will meet Prime Minister Marsh in Rome on 12/31/9999."),
    ("2023-03-29", "King Kappel visited Oslo on 20 March 2023."),
)
ASKED = (
    *(["--to", "9999-12-31", "--format", drawn_as] for drawn_as in FORMATS),
    *([option, day] for option in ("--from", "--as-of") for day in ("0001-01-01", "0987-12", "2250", "9999-12-31")),
)


def test_far_days_stop_neither_runs_nor_timelines(folder):
    rows = [
        {"id": f"a{number}", "published": published, "title": f"T{number}", "text": text}
        for number, (published, text) in enumerate(TEXTS)
    ]
    (folder.path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = folder.dateline("run", "a.jsonl")
    assert done.returncode == 0, done.stderr
    assert folder.rows("select count(*) from raw.articles") == [(len(TEXTS),)]
    assert folder.rows("select max(end_date)::varchar from timeline") == [("9999-12-31",)]
    for options in ASKED:
        drawn = folder.dateline("timeline", *options)
        assert drawn.returncode == 0, (options, drawn.stderr)
    for words in ("987", "10000", "0000-01-01", "2023-02-30"):
        refused = folder.dateline("timeline", "--from", words)
        assert refused.returncode == 2
        assert "0001 to 9999" in refused.stderr
