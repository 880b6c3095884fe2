from datetime import date

import pytest

from transforms.temporal import Interval, Precision, date_ranges, tag
from transforms.temporal.holidays import holiday
from transforms.temporal.lexicon import LANGUAGES, lexicon
from transforms.temporal.period import Period, day_after


@pytest.mark.parametrize(
    ("interval", "edtf"),
    [
        (Interval.of_day(date(2023, 3, 20)), "2023-03-20"),
        (Interval.of_year(987), "0987"),
        (Interval.of_month(410, 8), "0410-08"),
        (Period.of("quarter", date(2023, 7, 1)).interval, "2023-35"),
        (Period.of("half", date(2023, 7, 1)).interval, "2023-41"),
        (Period.of("decade", date(1990, 1, 1)).interval, "199X"),
        (Interval(date(2023, 2, 1), date(2023, 2, 28), Precision.MONTH, approximate=True), "2023-02~"),
        (Interval(date(2023, 3, 1), date(2023, 3, 9), Precision.DAYS, approximate=True), "2023-03-01~/2023-03-09~"),
    ],
)
def test_edtf_says_what_is_known(interval, edtf):
    assert interval.edtf == edtf


@pytest.mark.parametrize(
    ("unit", "day", "value", "first", "last"),
    [
        ("week", date(2023, 1, 1), "2022-W52", date(2022, 12, 26), date(2023, 1, 1)),
        ("weekend", date(2023, 3, 21), "2023-W12-WE", date(2023, 3, 25), date(2023, 3, 26)),
        ("month", date(2024, 2, 29), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("quarter", date(2023, 12, 31), "2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("season", date(2022, 12, 5), "2023-WI", date(2022, 12, 1), date(2023, 2, 28)),
        ("season", date(2023, 7, 5), "2023-SU", date(2023, 6, 1), date(2023, 8, 31)),
        ("decade", date(1999, 7, 5), "199", date(1990, 1, 1), date(1999, 12, 31)),
        ("century", date(1999, 7, 5), "19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_the_period_of_a_day(unit, day, value, first, last):
    period = Period.of(unit, day)
    assert (period.value, period.start, period.end) == (value, first, last)


@pytest.mark.parametrize(
    ("period", "value"),
    [
        (Period("year", -480), "BC0480"),
        (Period("month", -480 * 12 + 8), "BC0480-09"),
        (Period("season", -480 * 4 + 2), "BC0480-SU"),
        (Period("year", 9999), "9999"),
    ],
)
def test_years_outside_the_calendar_keep_their_value(period, value):
    assert period.value == value


def test_before_the_first_year_there_are_no_days():
    assert Period("year", -480).interval is None
    assert Period("year", 9999).interval == Interval.of_year(9999)


def test_a_day_that_the_month_lacks_becomes_its_last():
    assert day_after(date(2023, 1, 31), "month", 1) == date(2023, 2, 28)
    assert day_after(date(2024, 2, 29), "year", -1) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2023, 11, 23)),
        ("memorial_day", date(2023, 5, 29)),
        ("election_day", date(2022, 11, 8)),
        ("good_friday", date(2023, 4, 7)),
        ("easter", date(1818, 3, 22)),
        ("orthodox_easter", date(2013, 5, 5)),
        ("black_friday", date(2018, 11, 23)),
        ("cyber_monday", date(2018, 11, 26)),
        ("yom_kippur", date(1973, 10, 6)),
        ("whit_monday", date(2023, 5, 29)),
        ("repentance_day", date(2023, 11, 22)),
        ("memorial_sunday", date(2023, 11, 26)),
        ("mourning_sunday", date(2023, 11, 19)),
        ("passover", date(2016, 4, 23)),
        ("lunar_new_year", date(1968, 1, 30)),
        ("eid_al_fitr", date(2016, 7, 6)),
        ("diwali", date(2013, 11, 2)),
        ("nowruz", date(2015, 3, 21)),
    ],
)
def test_holidays_fall_where_the_calendar_has_them(name, day):
    assert holiday(name, day.year) == day


def test_every_holiday_of_the_vocabulary_has_a_day():
    names = {
        str(word.value)
        for lang in LANGUAGES
        for words in lexicon(lang).forms.values()
        for word in words
        if word.letter == "H"
    }
    assert all(holiday(name, 2016).year == 2016 for name in names)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The visit of 20-22 March 2023 ended.", "2023-03-20/2023-03-22"),
        ("He stayed from Monday to Wednesday.", "2023-03-20/2023-03-22"),
        ("It grew between 2014 and 2016.", "2014-01-01/2016-12-31"),
        ("It ran from March to May 2010.", "2010-03-01/2010-05-31"),
    ],
)
def test_two_ends_make_one_span(text, edtf):
    expressions = tag(text, date(2023, 3, 21))
    [span] = date_ranges(text, expressions)
    assert span.interval.edtf == edtf


def test_two_dates_side_by_side_are_no_span():
    text = "He came on Monday and left on Wednesday."
    assert date_ranges(text, tag(text, date(2023, 3, 21))) == []
