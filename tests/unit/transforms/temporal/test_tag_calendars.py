"""Dates as the languages of the world write them: full ones, "3 days ago", years of other calendars, digits of other scripts."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date, format_timedelta

from transforms.temporal import tag

PUBLISHED = date(2023, 3, 21)
DAYS = [date(2015, 1, 3), date(2015, 5, 9), date(2016, 10, 28)]
LANGUAGES = [
    "en",
    "es",
    "de",
    "fr",
    "it",
    "pt",
    "nl",
    "ru",
    "uk",
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr",
    "bs",
    "bg",
    "mk",
    "ro",
    "hu",
    "fi",
    "sv",
    "da",
    "nb",
    "is",
    "et",
    "lv",
    "lt",
    "el",
    "tr",
    "az",
    "kk",
    "ky",
    "hy",
    "ka",
    "he",
    "ar",
    "ur",
    "fa",
    "hi",
    "bn",
    "mr",
    "ta",
    "ml",
    "kn",
    "gu",
    "pa",
    "th",
    "lo",
    "vi",
    "id",
    "ms",
    "zh",
    "ja",
    "ko",
    "sw",
    "af",
    "ca",
    "gl",
    "cy",
    "sq",
]

# "vor" and "il y a" stand outside the expression (KRAUTS, French TimeBank); "שבועיים" and "flynyddoedd" say their number or unit in other ways
COUNTED_OTHERWISE = {"de", "fr", "he", "cy"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_full_date_is_that_day_and_no_other_in_every_language(lang):
    for day in DAYS:
        for style in ("long", "full"):
            written = format_date(day, style, locale=lang)
            values = {one.value for one in tag(written, PUBLISHED, lang)}
            assert day.isoformat() in values, written
            assert {value for value in values if value and len(value) > len("2015")} == {day.isoformat()}, written


@pytest.mark.parametrize("lang", sorted({*LANGUAGES, "mr", "te", "eu"} - COUNTED_OTHERWISE))
@pytest.mark.parametrize(
    ("days", "unit", "value"),
    [(3, "day", "2023-03-18"), (14, "week", "2023-W10"), (91, "month", "2022-12"), (3653, "year", "2013")],
)
def test_so_many_days_weeks_months_and_years_ago_are_counted_in_every_language(lang, days, unit, value):
    words = format_timedelta(timedelta(days=-days), unit, threshold=99, add_direction=True, locale=lang)
    assert [one.value for one in tag(words, PUBLISHED, lang)] == [value], words


@pytest.mark.parametrize(
    ("lang", "sentence", "words", "value"),
    [
        ("th", "เขาลาออกเมื่อวันที่ 9 พฤษภาคม พ.ศ. 2558", "9 พฤษภาคม พ.ศ. 2558", "2015-05-09"),
        ("th", "ในเดือนมีนาคม 2559 มีการเลือกตั้ง", "เดือนมีนาคม 2559", "2016-03"),
        ("th", "ลงนามเมื่อ 13/12/2560", "13/12/2560", "2017-12-13"),
        ("th", "เมื่อวานนี้ศาลตัดสินแล้ว", "เมื่อวานนี้", "2023-03-20"),
        ("ja", "平成29年12月13日に辞任した。", "平成29年12月13日", "2017-12-13"),
        ("ja", "令和元年に発足した。", "令和元年", "2019"),
        ("ja", "２０１５年３月２０日に会談した。", "２０１５年３月２０日", "2015-03-20"),
        ("zh", "民國106年3月20日,總統訪問。", "民國106年3月20日", "2017-03-20"),
        ("fa", "او ۲۰ مارس ۲۰۱۵ استعفا داد", "۲۰ مارس ۲۰۱۵", "2015-03-20"),
        ("ar", "استقال في ٢٠ مارس ٢٠١٥", "٢٠ مارس ٢٠١٥", "2015-03-20"),
        ("hi", "उन्होंने २० मार्च २०१५ को इस्तीफा दिया", "२० मार्च २०१५", "2015-03-20"),
        ("zh", "他三天前辞职。", "三天前", "2023-03-18"),
        ("zh", "他十二年前辞职。", "十二年前", "2011"),
        ("ja", "彼は3ヶ月前に辞任した。", "3ヶ月前", "2022-12"),
        ("ko", "그는 5일 전에 사임했다.", "5일 전", "2023-03-16"),
        ("ms", "Dia meletak jawatan 10 tahun lalu.", "10 tahun lalu", "2013"),
        ("hu", "A miniszter a múlt héten lemondott.", "múlt héten", "2023-W11"),
        ("el", "Η κυβέρνηση έπεσε πέρυσι.", "πέρυσι", "2022"),
        ("ar", "استقال الوزير العام الماضي", "العام الماضي", "2022"),
        ("he", "השר התפטר ביום שני", "ביום שני", "2023-03-20"),
        ("hi", "मंत्री ने पिछले महीने इस्तीफा दिया", "पिछले महीने", "2023-02"),
        ("ky", "Ал 2015-ж., 3-январь күнү кетти", "3-январь", "2015-01-03"),
    ],
)
def test_years_of_other_calendars_and_digits_of_other_scripts_are_ours(lang, sentence, words, value):
    assert (words, value) in [(one.text, one.value) for one in tag(sentence, PUBLISHED, lang)]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("ar", "في عام 1444 هجري"), ("fa", "سال ۱۴۰۲ آغاز شد"), ("ne", "साल २०७९ मा")],
)
def test_years_that_begin_inside_of_ours_are_not_taken_for_ours(lang, sentence):
    assert [one.value for one in tag(sentence, PUBLISHED, lang)] == []


def test_a_weekday_behind_its_day_is_that_day():
    assert [one.value for one in tag("They met on 20 March 2015, Friday, in Lund.", PUBLISHED)] == ["2015-03-20"] * 2
