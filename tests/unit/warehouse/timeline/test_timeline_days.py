"""Which days of a subject matter, and what is told of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import polars as pl
import pytest

from warehouse.asking.query_words import asks_for_words
from warehouse.connection import Warehouse
from warehouse.models import run_models
from warehouse.queries import EventFilter, query_pattern
from warehouse.timeline import RENDERERS, build_timeline, render
from warehouse.timeline.days.build import without_event
from warehouse.timeline.days.salience import (
    ANNOUNCED,
    CROWDED_DAYS,
    HEARD,
    LOOKED_BACK_ON,
    STILL_NEWS,
    STORY,
    chosen_days,
    days_by_salience,
    days_within,
    voices_of_days,
)
from warehouse.timeline.days.statements import CLAIMS, PUBLISHED, claims_of_publication, statements_of
from warehouse.timeline.days.tell import Statement, rarity_of_words, telling_sentences

PATTERN = query_pattern("dam") or ""
OPENED, INSPECTED, PUBLISHED_ON = date(2021, 3, 1), date(2021, 3, 5), date(2021, 3, 9)
TEXT = "The dam opened on 1 March. Inspectors came on 5 March. The dam is full. Nobody lives there."


def articles_of(*texts: str, titles: tuple[str | None, ...] = ()) -> pl.DataFrame:
    rows = [
        (f"a{number}", titles[number] if titles else None, text, f"outlet {number % 3}", None, PUBLISHED_ON, "metadata")
        for number, text in enumerate(texts)
    ]
    names = ["article_id", "title", "text", "source", "url", "published_date", "published_basis"]
    types = [pl.String, pl.String, pl.String, pl.String, pl.String, pl.Date, pl.String]
    return pl.DataFrame(rows, schema=dict(zip(names, types, strict=True)), orient="row")


def named_in(articles: pl.DataFrame, words: dict[str, date]) -> pl.DataFrame:
    rows = [
        (article_id, text.index(said), said, day, "relative")
        for article_id, text in articles.select("article_id", "text").iter_rows()
        for said, day in words.items()
        if said in text
    ]
    names = {
        "article_id": pl.String,
        "text_start": pl.Int64,
        "date_text": pl.String,
        "day": pl.Date,
        "basis": pl.String,
    }
    return pl.DataFrame(rows, schema=names, orient="row")


def statements(articles: pl.DataFrame) -> pl.DataFrame:
    return statements_of(articles, named_in(articles, {"1 March": OPENED, "5 March": INSPECTED}), PATTERN)


def salience_of(statements: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    return days_by_salience(voices_of_days(statements, articles, PATTERN))


def test_a_sentence_speaks_of_the_days_it_names_and_else_of_its_publication_where_it_names_the_subject():
    found = statements(articles_of(TEXT)).select("sentence", "day", "basis", "is_on_subject").rows()
    assert found == [
        ("The dam opened on 1 March.", OPENED, "relative", True),
        ("Inspectors came on 5 March.", INSPECTED, "relative", False),
        ("The dam is full.", PUBLISHED_ON, PUBLISHED, True),
    ]


def test_a_date_belongs_to_the_article_and_sentence_in_which_it_stands():
    articles = articles_of("No day. The dam opened on 1 March.", "The dam is full.")
    assert statements(articles).select("article_id", "day").rows() == [("a0", OPENED), ("a1", PUBLISHED_ON)]


def test_a_day_named_with_the_subject_outweighs_one_beside_it_and_one_of_publication():
    articles = articles_of(TEXT)
    assert salience_of(statements(articles), articles)["day"].to_list() == [
        OPENED,
        INSPECTED,
        PUBLISHED_ON,
    ]


def test_a_headline_on_the_subject_speaks_for_the_day_of_publication():
    plain = articles_of(TEXT)
    headed = articles_of(TEXT, titles=("Full dam",))
    strengths = [
        dict(salience_of(statements(each), each).select("day", "salience").iter_rows())[PUBLISHED_ON]
        for each in (plain, headed)
    ]
    assert strengths[0] < strengths[1]


def voices_of(*voices: tuple[str, date]) -> pl.DataFrame:
    rows = [(article_id, day, "explicit", True) for article_id, day in voices]
    return pl.DataFrame(rows, schema=["article_id", "day", "basis", "is_on_subject"], orient="row")


def weighed(*voices: tuple[str, date]) -> dict[date, float]:
    named = sorted({article_id for article_id, _ in voices})
    articles = pl.DataFrame(
        {"article_id": named, "title": None, "published_date": PUBLISHED_ON}, schema_overrides={"title": pl.String}
    )
    found = salience_of(voices_of(*voices), articles)
    return dict(found.select("day", "salience").iter_rows())


def test_an_article_counts_once_for_a_day_however_often_it_names_it():
    assert weighed(("a0", OPENED), ("a0", OPENED), ("a1", INSPECTED), ("a2", INSPECTED)) == {INSPECTED: 2, OPENED: 1}


def test_a_chronicle_of_many_days_shares_its_voice_among_them():
    first = date(2015, 1, 1)  # longer ago than a story
    chronicle = [("chronicle", first + timedelta(number)) for number in range(1, 2 * CROWDED_DAYS + 1)]
    found = weighed(("short", first), *chronicle)
    assert found[first] == 1
    assert found[first + timedelta(5)] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("days_ago", "strength"),
    [
        (1, 1.0),
        (STILL_NEWS, 1.0),
        (STILL_NEWS + 1, LOOKED_BACK_ON),
        (STORY, LOOKED_BACK_ON),
        (STORY + 1, 1.0),
        (-1, ANNOUNCED),
    ],
)
def test_who_names_a_day_weeks_later_counts_more_and_who_announces_it_or_looks_back_for_years_does_not(
    days_ago, strength
):
    named = PUBLISHED_ON - timedelta(days_ago)
    assert weighed(("a0", named)) == {named: strength}


def days(*strengths: float) -> pl.DataFrame:
    rows = [(OPENED + timedelta(number), strength, 1, True) for number, strength in enumerate(strengths)]
    return pl.DataFrame(rows, schema=["day", "salience", "n_articles", "is_on_subject"], orient="row")


@pytest.mark.parametrize(
    ("strengths", "limit", "n_chosen"),
    [
        ((90, 9, 8, 8, 7, 7, 6, 6, 3, 2.9, 1), None, 10),  # two fifths of the fifth
        ((90, 9, 8), None, 3),
        ((90, 9, 8), 2, 2),
        ((), None, 0),
    ],
)
def test_without_a_limit_the_days_that_stand_out_are_chosen(strengths, limit, n_chosen):
    chosen = chosen_days(days(*strengths) if strengths else days(1).clear(), limit)
    assert chosen.height == n_chosen


def test_a_day_that_a_few_articles_name_without_a_word_on_the_subject_is_of_another_story():
    off_subject = days(9, 8, 7).with_columns(is_on_subject=pl.lit(False), n_articles=pl.Series([HEARD, HEARD - 1, 1]))
    assert chosen_days(off_subject, None)["day"].to_list() == [OPENED]
    assert chosen_days(off_subject, 2).height == 2


def test_only_days_of_the_period_are_chosen():
    chosen = chosen_days(days_within(days(5, 4, 3, 2), OPENED + timedelta(1), OPENED + timedelta(2)), 10)
    assert chosen["day"].to_list() == [OPENED + timedelta(1), OPENED + timedelta(2)]


def said(*sentences: str) -> list[Statement]:
    return [Statement(f"a{n}", 0, sentence, 1.0, "explicit", None) for n, sentence in enumerate(sentences)]


def test_the_sentence_that_says_what_most_say_is_told_and_no_other_that_repeats_it():
    about = said(
        "The old dam on the Vara river broke on Monday and flooded three villages.",
        "On Monday the old dam on the Vara river broke and flooded three villages below it.",
        "A football club from the capital sold its best striker abroad on Monday.",
    )
    told = [text for text, _ in telling_sentences(about, 2, rarity_of_words(about))]
    assert "dam" in told[0]
    assert len(told) == 2
    assert "football" in told[1]


@pytest.mark.parametrize(
    "worse",
    [
        "Why did the old dam on the Vara river break above the villages?",
        "We saw the old dam on the Vara river break above the villages.",
        "It was the old dam on the Vara river that broke above the villages.",
        "Posted by : Ola | May 31 , 2011 4:40 PM | Report abuse Now the old dam on the Vara river broke above the villages.",
    ],
)
def test_a_sentence_that_asks_speaks_or_points_back_is_told_after_one_that_stands_alone(worse):
    plain = "Engineers said the old dam on the Vara river broke above the villages."
    about = said(worse, plain)
    assert telling_sentences(about, 1, {})[0][0] == plain


def test_the_order_of_statements_does_not_matter():
    about = said(
        TEXT, "The dam was opened by the mayor.", "The dam holds water for a year.", "Rain filled the dam soon."
    )
    rarity = rarity_of_words(about)
    assert telling_sentences(about, 3, rarity) == telling_sentences(about[::-1], 3, rarity)


@pytest.fixture(scope="module")
def many_reports():
    """A warehouse of 60 articles on a dam, with their dates and events, as `timeline --articles` makes it."""
    import json
    from datetime import UTC, datetime

    from transforms.articles import read_documents
    from transforms.articles.document import Document
    from transforms.schema import DATE_EXPRESSIONS
    from transforms.temporal import tag_frame
    from warehouse.load import write_articles, write_stage

    lines = [
        {
            "id": f"dam/{number}",
            "published": (OPENED + timedelta(number % 9)).isoformat(),
            "source": f"outlet {number % 5}",
            "title": f"Dam, report {number}",
            "text": f"The Vara dam broke on 1 March 2021 and flooded the {number}th village. "
            f"Reporter {number} walked {number} miles and met {number * 7} people, {number * 13} sheep and the mayor. "
            + ("The dam was inspected on 5 March 2021. " if number % 3 == 0 else ""),
        }
        for number in range(60)
    ]
    document = Document("dam.jsonl", "\n".join(map(json.dumps, lines)).encode())
    warehouse = Warehouse(":memory:")
    read = read_documents([document])
    write_articles(warehouse, read.articles, read.rejected, "run", datetime(2021, 4, 1, tzinfo=UTC))
    write_stage(warehouse, DATE_EXPRESSIONS, read.articles, tag_frame(read.articles), "1")
    with warehouse.writing() as connection:
        run_models(connection)
    return warehouse


def test_many_articles_give_the_days_they_name_with_their_evidence(many_reports):
    with many_reports.reading() as db:
        timeline = build_timeline(db, EventFilter(query="dam", limit=2), sentences=1, by_day=True)
    assert [entry.start_date for entry in timeline.entries] == [OPENED, INSPECTED]
    first = timeline.entries[0]
    assert "broke" in first.summary[0].text
    assert (first.n_articles, first.precision, first.edtf, first.n_sources) == (60, "day", "2021-03-01", 5)
    quote = first.evidence[0]
    assert first.summary[0].mention_id == quote.mention_id
    assert quote.sentence[slice(*quote.date_words)] == quote.date_text


@pytest.mark.parametrize("output_format", sorted(RENDERERS))
def test_days_can_be_drawn_in_every_format(many_reports, output_format):
    with many_reports.reading() as db:
        timeline = build_timeline(db, EventFilter(query="dam"), by_day=True)
    assert "broke" in render(timeline, output_format)


def test_as_of_shows_what_had_been_published(many_reports):
    with many_reports.reading() as db:
        asked = EventFilter(query="dam", as_of=OPENED + timedelta(8))
        timeline = build_timeline(db, asked, by_day=True)
    published = [quote.published_date for entry in timeline.entries for quote in entry.evidence]
    assert published
    assert max(published) <= OPENED + timedelta(8)


@pytest.mark.parametrize(
    ("since", "until", "n_days", "n_articles", "n_sources"),
    [
        (None, None, 9, 60, 5),
        (INSPECTED, INSPECTED, 1, 27, 5),  # 20 name it, 7 more were published on it
        (date(2022, 1, 1), None, 0, 0, 0),
    ],
)
def test_articles_count_that_speak_of_the_days_asked_for(many_reports, since, until, n_days, n_articles, n_sources):
    with many_reports.reading() as db:
        asked = EventFilter(query="dam", since=since, until=until)
        made_from = build_timeline(db, asked, by_day=True).generated_from
    assert (made_from.n_events, made_from.n_articles, made_from.n_sources) == (n_days, n_articles, n_sources)


@pytest.mark.parametrize(
    ("words", "is_told"), [("1 June 2022", True), ("31 December 2026", True), ("1 January 2099", False)]
)
def test_a_day_many_years_behind_the_latest_article_is_no_day_of_the_subject(words, is_told):
    articles = articles_of("The dam opened on 1 March.", f"The dam is let until {words}.")
    ahead = datetime.strptime(words, "%d %B %Y").date()
    named = named_in(articles, {"1 March": OPENED, words: ahead})
    found = salience_of(statements_of(articles, named, PATTERN), articles)
    assert found["day"].to_list() == [OPENED, ahead][: 1 + is_told]


@pytest.mark.parametrize(
    "asked", [{}, {"query": "dam", "actor": "Nobody"}, {"query": "dam", "status": "planned"}, {"query": "volcano"}]
)
def test_a_filter_on_events_and_a_subject_of_few_articles_give_events(many_reports, asked):
    with many_reports.reading() as db:
        timeline = build_timeline(db, EventFilter(**asked), by_day=True)
    assert timeline.everything == ()


def test_what_is_announced_for_a_day_counts_less_than_what_is_reported_of_it():
    articles = articles_of("The dam opened on 1 March.", "The dam opens on 20 March.")
    ahead = PUBLISHED_ON + timedelta(days=11)
    named = named_in(articles, {"1 March": OPENED, "20 March": ahead})
    found = salience_of(statements_of(articles, named, PATTERN), articles)
    assert found["day"].to_list() == [OPENED, ahead]
    assert found["salience"][1] < found["salience"][0]


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        (
            "( Update 3:28 a.m. Friday in Oslo , 9:28 p.m. ET ) Ferries are back , he said .",
            "Ferries are back",
        ),
        ("May 31 , 2011 at 6:39 pm | Ferries are back .", "Ferries are back"),
        ("It 's what ferries ( and trams ) do .", "It's what ferries do"),
        ("Prices rose 3.5 percent (in May).", "Prices rose 3.5 percent"),
        ("(2011)", "(2011)"),
    ],
)
def test_a_sentence_heads_a_day_without_the_time_stamp_and_the_blanks_of_its_article(sentence: str, headline: str):
    statement = Statement("a1", 0, sentence, 1.0, "explicit", None)
    assert without_event(date(2011, 5, 31), [(sentence, statement)]).headline == headline


@pytest.mark.parametrize(
    "first",
    [
        "Why did the old dam on the Vara river break?",
        "Its wall was the oldest on the Vara river.",
        "-- May 31 , 2011 2:46 PM Ahh , got it .",
        "Old dams might fly over the Vara river!",
        "3) The debate on the dam is on Friday night.",
        "Shown here is the old dam on the Vara river on Monday.",
    ],
)
def test_a_day_is_headed_by_the_first_of_its_sentences_that_stands_alone(first):
    told = [(text, Statement("a1", 0, text, 1.0, "explicit", None)) for text in (first, "The old dam broke on Monday.")]
    assert without_event(date(2011, 5, 31), told).headline == "The old dam broke"
    assert without_event(date(2011, 5, 31), told[:1]).headline.split()[-1].rstrip(".") in first


def test_a_day_is_headed_by_a_sentence_that_names_it_rather_than_by_one_of_its_publication():
    aside = Statement("a1", 0, "The old dam was never a beauty of the valley.", 1.0, "published", None)
    deed = Statement("a2", 0, "The old dam broke on Monday.", 1.0, "relative", "Monday")
    told = [(each.sentence, each) for each in (aside, deed)]
    assert without_event(date(2011, 5, 31), told).headline == "The old dam broke"
    assert without_event(date(2011, 5, 31), told[:1]).headline == aside.sentence.rstrip(".")


def test_texts_that_name_no_day_claim_what_their_sentences_would():
    articles = articles_of("The dam is full. Nobody lives there.", "Damp walls. No more.", "It broke: the DAM!")
    none_named = named_in(articles, {})
    claims = claims_of_publication(articles, PATTERN)
    assert claims.rows() == statements_of(articles, none_named, PATTERN).select(CLAIMS).rows()
    assert claims["article_id"].to_list() == ["a0", "a2"]


@pytest.mark.parametrize(
    ("query", "only_words"), [("dam, quake*", True), ("dam wall", False), ("dam, oil-spill", False)]
)
def test_a_phrase_is_more_than_words(query, only_words):
    assert asks_for_words(query) == only_words
