"""What English expressions mean in a report published on Tuesday 21 March 2023."""

from datetime import date

import pytest

from transforms.temporal import Basis, Precision, tag

PUBLISHED = date(2023, 3, 21)

CASES = {
    "weekdays": [
        ("The delegation landed on Monday.", "Monday", "2023-03-20"),
        ("The delegation landed on Tuesday.", "Tuesday", "2023-03-21"),
        ("The delegation will land on Friday.", "Friday", "2023-03-24"),
        ("New figures will be released on Wednesday.", "Wednesday", "2023-03-22"),
        ("The summit will be held in the flooded city on Saturday.", "Saturday", "2023-03-25"),
        ("The bill, which will cost millions, passed on Friday.", "Friday", "2023-03-17"),
        ("Ministers met last Tuesday.", "last Tuesday", "2023-03-14"),
        ("Ministers met on Tuesday last week.", "Tuesday last week", "2023-03-14"),
        ("Ministers meet again on Friday of next week.", "Friday of next week", "2023-03-31"),
        ("The pilot was last seen two weeks ago Friday.", "two weeks ago Friday", "2023-03-03"),
        ("The ceasefire expires on Sunday.", "Sunday", "2023-03-26"),
        ("The probe lands on Sunday.", "Sunday", "2023-03-26"),
        ("The bridge should open by mid-year.", "mid-year", "2023"),
        ("It was to open in mid-year 2010.", "mid-year 2010", "2010"),
        ("They signed a multi-year contract.", "multi-year", "PXY"),
        ("An hour earlier the alarm had rung.", "An hour", "PT1H"),
        ("The gallery closes on Thursday.", "Thursday", "2023-03-23"),
        ("Talks begin in the week of March 27.", "the week of March 27", "2023-W13"),
        ("They expect an answer next Monday.", "next Monday", "2023-03-27"),
        ("The hearing is scheduled for Thursday morning.", "Thursday morning", "2023-03-23TMO"),
        ("The plant shut down at 9 a.m. Monday.", "9 a.m. Monday", "2023-03-20T09:00"),
    ],
    "this, last and next unit": [
        ("Prices fell last month.", "last month", "2023-02"),
        ("Prices fell earlier this year.", "earlier this year", "2023"),
        ("A vote is due early next week.", "early next week", "2023-W13"),
        ("No prize was won this decade.", "this decade", "202"),
    ],
    "quarters, halves and fiscal years": [
        ("Sales rose in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"),
        ("The firm posted a first-quarter loss.", "first-quarter", "2023-Q1"),
        ("Exports slowed in Q3 2021.", "Q3 2021", "2021-Q3"),
        ("Exports slowed in the second half of 2022.", "the second half of 2022", "2022-H2"),
        ("Spending grew in fiscal 2021.", "fiscal 2021", "2021"),
    ],
    "months and days": [
        ("They met on 24 February.", "24 February", "2023-02-24"),
        ("They met on December 30.", "December 30", "2022-12-30"),
        ("They first met on March 20, 2013.", "March 20, 2013", "2013-03-20"),
        ("They first met on the 4th of May 1999.", "the 4th of May 1999", "1999-05-04"),
        ("The bridge opened in late November.", "late November", "2022-11"),
        ("The bridge opened in May 2010.", "May 2010", "2010-05"),
        ("The bridge opened in October last year.", "October last year", "2022-10"),
        ("The bank's May meeting was quiet.", "May", "2022-05"),
        ("Norfield's March sales rose.", "March", "2023-03"),
        ("The record is dated 2023-03-17.", "2023-03-17", "2023-03-17"),
        ("The record is dated 2023-03-17T10:35:00Z.", "2023-03-17T10:35:00Z", "2023-03-17T10:35"),
        ("The record is dated 17/03/2023.", "17/03/2023", "2023-03-17"),
    ],
    "days by name": [
        ("The envoy left yesterday.", "yesterday", "2023-03-20"),
        ("The envoy leaves tomorrow evening.", "tomorrow evening", "2023-03-22TEV"),
        ("The envoy left the day before yesterday.", "the day before yesterday", "2023-03-19"),
        ("The envoy left last night.", "last night", "2023-03-20TNI"),
        ("The shops shut on Christmas Eve.", "Christmas Eve", "2022-12-24"),
        ("Easter 2021 fell in April.", "Easter 2021", "2021-04-04"),
    ],
    "years, decades, centuries": [
        ("The road was built in 1987.", "1987", "1987"),
        ("The castle, founded 1472, burned down.", "1472", "1472"),
        ("The road was built in the fifties.", "the fifties", "195"),
        ("The road was built in the late 1970s.", "the late 1970s", "197"),
        ("The road was built in the 19th century.", "the 19th century", "18"),
        ("The city was sacked in 410 AD.", "410 AD", "0410"),
        ("The war began in nineteen thirty-nine.", "nineteen thirty-nine", "1939"),
    ],
    "counted": [
        ("Oil will be burnt up to 2050.", "2050", "2050"),
        ("The dam should be full two months from now.", "two months from now", "2023-05"),
        ("Hail fell in the last week of January.", "the last week of January", "2023-01"),
        ("Arrivals fell in the week ended March 3.", "the week", "2023-W09"),
        ("The treaty was signed two years ago.", "two years ago", "2021"),
        ("The treaty was signed about ten days ago.", "about ten days ago", "2023-03-11"),
        ("The treaty was signed twenty-one months ago.", "twenty-one months ago", "2021-06"),
        ("The treaty was signed a decade ago.", "a decade ago", "2013"),
    ],
    "durations": [
        ("The strike lasted three days.", "three days", "P3D"),
        ("The strike lasted several weeks.", "several weeks", "PXW"),
        ("They fought for two and a half years.", "two and a half years", "P2Y6M"),
        ("It was shut for two-and-a-half years.", "two-and-a-half years", "P2Y6M"),
        ("Rain fell over the past three months.", "the past three months", "P3M"),
        ("A 14-day truce held.", "14-day", "P14D"),
    ],
    "repetition": [
        ("The council meets every Thursday.", "every Thursday", "XXXX-WXX-4"),
        ("The band plays twice a month.", "a month", "P1M"),
        ("The paper appears daily.", "daily", "P1D"),
        ("They are paid twice each month.", "each month", "P1M"),
    ],
    "vague times": [
        ("The bridge is now closed.", "now", "PRESENT_REF"),
        ("The bridge was recently closed.", "recently", "PAST_REF"),
        ("Nobody knows the future.", "the future", "FUTURE_REF"),
    ],
    "seasons and weekends": [
        ("The mission ended last autumn.", "last autumn", "2022-FA"),
        ("The mission ended in the summer of 2015.", "the summer of 2015", "2015-SU"),
        ("Fighting flared over the weekend.", "the weekend", "2023-W11-WE"),
    ],
}


@pytest.mark.parametrize(("sentence", "words", "value"), [case for cases in CASES.values() for case in cases])
def test_an_expression_gets_the_value_a_reader_gives_it(sentence, words, value):
    found = {expression.text: expression.value for expression in tag(sentence, PUBLISHED)}
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    "sentence",
    [
        "May I come in?",
        "Protesters began the Long March to the capital.",
        "The Women's March drew thousands, and so did the Pride March.",
        "Thousands joined the widows' March to the capital.",
        "She may fall and break a second cup.",
        "The fall of the city shocked the world.",
        "A 44-year-old man was held.",
        "Resolution 1441 passed with 1500 votes.",
        "The ticket costs $1990.",
        "Chapter 12 has 99 pages.",
        "He lives at 1600 Elm Tree Avenue.",
        "June Carter met April Jones.",
        "It cost EUR 2000.",
        "Most members are in their sixties.",
        "Jan Novak and Sun Li agreed.",
        "Three quarters of the seats were empty.",
        "USA Today and the Mail on Sunday broke the story.",
        "The Sunday Times recalled Bloody Sunday and the Prague Spring.",
        "He missed the Spring Meetings, the Autumn Statement and Winter Storm Gia.",
        "The Six-Day War and the Hundred Years' War are taught.",
        "Theresa May may resign, and May said so.",
        "He scored in the second half of the match.",
        "Fire spread in the early hours.",
        "A current account opened here yields more.",
        "They put up an ad 14 metres high.",
        "The senator wrote SB 1437 and House Bill 2019.",
        "The tablet TNX-1300 costs less than the 812 1274 makes.",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(sentence):
    assert tag(sentence, PUBLISHED) == []


@pytest.mark.parametrize(
    ("sentence", "start", "end", "precision"),
    [
        ("Prices fell last month.", date(2023, 2, 1), date(2023, 2, 28), Precision.MONTH),
        ("He came on Monday.", date(2023, 3, 20), date(2023, 3, 20), Precision.DAY),
        ("He came in 1987.", date(1987, 1, 1), date(1987, 12, 31), Precision.YEAR),
        ("He came in the 1990s.", date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE),
        ("He came over the weekend.", date(2023, 3, 18), date(2023, 3, 19), Precision.DAYS),
        ("He came last week.", date(2023, 3, 13), date(2023, 3, 19), Precision.WEEK),
    ],
)
def test_an_interval_is_never_finer_than_what_was_written(sentence, start, end, precision):
    [expression] = tag(sentence, PUBLISHED)
    interval = expression.interval
    assert interval is not None
    assert (interval.start, interval.end, interval.precision) == (start, end, precision)


@pytest.mark.parametrize("sentence", ["He was born on 30 February.", "It runs to 31 April 2020.", "It was 25:61 p.m."])
def test_days_and_times_that_do_not_exist_have_no_interval(sentence):
    assert all(one.interval is None or one.precision is not Precision.DAY for one in tag(sentence, PUBLISHED))


def test_without_a_publication_day_only_what_the_text_dates_is_resolved():
    expressions = tag("He came on Monday. He had left on 3 May 2001.", None)
    assert [(one.text, one.value) for one in expressions] == [("Monday", None), ("3 May 2001", "2001-05-03")]


def test_a_duration_before_an_event_carries_the_signal():
    [expression] = tag("He travelled two days after the warrant was issued.", PUBLISHED)
    assert (expression.type, expression.value, expression.signal) == ("DURATION", "P2D", "after")


def test_the_reason_tells_people_how_a_weekday_was_worked_out():
    [expression] = tag("He came on Monday.", PUBLISHED)
    assert expression.reason == "'Monday', published Tuesday 2023-03-21: the latest Monday on or before = 2023-03-20"
    assert expression.basis is Basis.RELATIVE


def test_an_unknown_mode_is_refused():
    with pytest.raises(ValueError, match="mode must be one of auto, news, narrative"):
        tag("Today", PUBLISHED, mode="poem")
