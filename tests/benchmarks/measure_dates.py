"""How well dates are read, against the gold sets, and how fast.

Belongs here: figures as numbers, for the tagger and for dateparser's `search_dates`. Does not: printing them (bench_dates.py), floors (gate.py).
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from tests.benchmarks.gold import GOLD, gold_records, scorer
from transforms.temporal import tag

SETS = ("en-news", "en-histories", "es-news", "de-news", "fr-news")
QUALITIES = ("strict_F1", "relaxed_F1", "value_F1", "type_F1")
BULK = GOLD / "bulk" / "articles-20k.jsonl.gz"
BULK_STEP = 4  # every fourth article: 17 MB, enough for a stable figure
SEARCH_STEP = 100  # dateparser is slower by orders of magnitude
TURNS = 20

Reader = Callable[[str, date | None, str], list[dict[str, Any]]]


def ours(text: str, published: date | None, lang: str) -> list[dict[str, Any]]:
    """The tagger's expressions as the scorer reads them."""
    return [
        {"start": one.start, "end": one.end, "type": one.type, "value": one.value} for one in tag(text, published, lang)
    ]


def dateparser_search(text: str, published: date | None, lang: str) -> list[dict[str, Any]]:
    """What `dateparser.search.search_dates` finds, as the scorer reads it."""
    from dateparser.search import search_dates

    settings = dateparser_settings(published)
    found, at = [], 0
    for words, moment in search_dates(text, languages=[lang], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append({"start": start, "end": at, "type": "DATE", "value": moment.date().isoformat()})
    return found


def dateparser_cut(text: str, published: date | None, lang: str) -> list[dict[str, Any]]:
    """The same, each find cut to the year, month or day that dateparser itself says it read: a fairer value."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=[lang], settings=dateparser_settings(published))
    found = dateparser_search(text, published, lang)
    for one in found:
        period = parser.get_date_data(text[one["start"] : one["end"]]).period
        one["value"] = one["value"][: {"year": 4, "month": 7}.get(period, 10)]
    return found


def dateparser_settings(published: date | None) -> dict[str, Any]:
    """The settings that fit news: past dates, counted from the publication."""
    if published is None:
        return {"PREFER_DATES_FROM": "past"}
    return {
        "PREFER_DATES_FROM": "past",
        "RELATIVE_BASE": datetime(published.year, published.month, published.day),
    }


def quality(name: str, reader: Reader = ours) -> dict[str, float]:
    """The scorer's figures for one gold set."""
    gold = gold_records(f"temporal/{name}")
    predicted = {
        key: {"timexes": reader(record["text"], date.fromisoformat(record["dct"]), record["lang"])}
        for key, record in gold.items()
    }
    figures, _ = scorer("temporal/score_dates").score(gold, predicted)
    return {key: figures[key] for key in QUALITIES}


def weekdays_right() -> float:
    """The share of real weekday phrases whose day is right."""
    records = gold_records("events/weekdays").values()
    right = 0
    for record in records:
        days = [
            one.interval.start.isoformat()
            for one in tag(record["text"], date.fromisoformat(record["date"]))
            if one.interval
        ]
        right += record["event_date"] in days[:1]
    return right / len(records)


def bulk_texts(step: int) -> Iterator[tuple[str, date | None]]:
    """Every `step`-th article of the bulk set with its publication day."""
    with gzip.open(BULK, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, step):
            record = json.loads(line)
            published = record.get("published")
            yield record["text"], date.fromisoformat(published[:10]) if published else None


def megabytes_per_second(*timed: tuple[Reader, int]) -> list[float]:
    """Speed of readers on one core, in MB of UTF-8 text per second of processor time; each reads every `step`-th article of the bulk set.

    They take turns, so that a busy machine slows all of them alike.
    """
    texts = [list(bulk_texts(step)) for _, step in timed]
    seconds = [0.0] * len(timed)
    for (reader, _), own in zip(timed, texts, strict=True):
        reader(*own[0], "en")  # loads vocabularies and compiles patterns
        reader("They met before Passover.", own[0][1], "en")  # loads the table of holidays
    for turn in range(TURNS):
        for index, (reader, _) in enumerate(timed):
            started = time.process_time()
            for text, published in texts[index][turn::TURNS]:
                reader(text, published, "en")
            seconds[index] += time.process_time() - started
    return [sum(len(text.encode()) for text, _ in own) / 1e6 / spent for own, spent in zip(texts, seconds, strict=True)]


def figures() -> dict[str, float]:
    """Every figure that has a floor: `en-news.value_F1`, ..., `weekdays.right`. Speed depends on the machine and has none."""
    found = {f"{name}.{key}": value for name in SETS for key, value in quality(name).items()}
    return found | {"weekdays.right": weekdays_right()}
