"""Expressions that take their meaning from the rest of the text."""

from datetime import date

import pytest

from transforms.temporal import tag

PUBLISHED = date(2023, 3, 21)


def values(text, **options):
    return {one.text: one.value for one in tag(text, options.pop("published", PUBLISHED), **options)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Norfield Inc said it agreed to be sold to Borg Corp in January.", "2023-01"),
        ("Norfield Inc said it agreed to buy Borg Corp in May.", "2023-05"),
    ],
)
def test_a_month_of_what_is_done_by_being_agreed_is_the_nearest(text: str, value: str) -> None:
    assert [one.value for one in tag(text, date(2023, 3, 20))] == [value]


def test_a_weekday_told_of_as_ahead_stays_ahead_unless_something_was_done_on_it():
    text = (
        "The vote will be held on Sunday. What the states had left open by Sunday is long. The crew sailed on Sunday."
    )
    found = [one.value for one in tag(text, date(2011, 10, 21))]
    assert found == ["2011-10-23", "2011-10-23", "2011-10-16"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The firms agreed to an extension of their contract on Thursday.", "2023-03-16"),
        ("The firms agreed to extend their contract on Thursday.", "2023-03-16"),
        ("Norfield Inc agreed to be sold to Borg Corp on Thursday.", "2023-03-16"),
        ("The firms agreed to resume their talks on Thursday.", "2023-03-23"),
        ("The firm threatened to sell its unit on Thursday.", "2023-03-23"),
        ("The Vellan minister visits Norfield on Thursday.", "2023-03-23"),
        ("He spoke of his visits to the town on Thursday.", "2023-03-16"),
        ("Norfield, which reports results on Thursday, has fallen behind.", "2023-03-23"),
        ("Vella holds a referendum on Thursday.", "2023-03-23"),
        ("A new governor takes over on Thursday.", "2023-03-23"),
        ("The oil could reach the coast by Thursday.", "2023-03-23"),
        ("Police held ten people ahead of elections on Thursday.", "2023-03-23"),
        ("The minister spoke ahead of Senate hearings Thursday.", "2023-03-23"),
        ("The bank closed ahead of schedule Thursday.", "2023-03-16"),
        ("Nobody expected it, but on Thursday he resigned.", "2023-03-16"),
        ("She will sue the firm, and on Thursday her lawyer wrote to it.", "2023-03-16"),
        ("She will sue the firm, and on Thursday her lawyer will write to it.", "2023-03-23"),
    ],
)
def test_a_weekday_lies_where_the_words_before_it_point(text, value):
    assert values(text) == {"Thursday": value}


def test_later_on_a_weekday_is_the_one_nearest_to_publication():
    # said on a Monday, in a text that came out past midnight
    assert values("The board will meet later on Monday.") == {"later on Monday": "2023-03-20"}


def test_a_sentence_in_the_past_that_a_weekday_opens_is_of_the_last_one():
    text = "A vote is expected on Wednesday. On Wednesday, the council narrowly passed the law."
    assert [one.value for one in tag(text, date(2012, 11, 4))] == ["2012-11-07", "2012-10-31"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In April, Malta imposed sanctions on Rome.", "April", "2022-04"),
        ("It rained. On May 3 the court freed him.", "May 3", "2022-05-03"),
        ("In April, the company will open a plant.", "April", "2023-04"),
        ("Borg was found guilty on Oct. 23.", "Oct. 23", "2022-10-23"),
        ("The judge set a trial date of Dec. 16.", "Dec. 16", "2023-12-16"),
        ("The judge set a December trial for him.", "December", "2023-12"),
        ("It expects profit to double in the year to January.", "January", "2024-01"),
        ("Its sales rose in the year to January.", "January", "2023-01"),
        ("The agency first raised the alarm in May.", "May", "2022-05"),
        ("Nothing was known of the leak until May, when a worker spoke up.", "May", "2022-05"),
        ("As of August 31, the fund has 2 million members.", "August 31", "2022-08-31"),
        ("The ban will be in force as of August 31.", "August 31", "2023-08-31"),
        ("The fund's lease runs through January.", "January", "2024-01"),
        ("Bids are due no later than January 15.", "January 15", "2024-01-15"),
        ("He was held on bail and ordered to return to court on Sept. 7.", "Sept. 7", "2023-09-07"),
        ("July 4 is election day in the United States.", "July 4", "2023-07-04"),
        ("It announced an agreement to acquire the bank in May.", "May", "2023-05"),
        ("Accession would still be held at the summit on May 24.", "May 24", "2023-05-24"),
    ],
)
def test_a_month_or_day_lies_where_its_sentence_points(text, words, value):
    assert values(text)[words] == value


def test_a_quarter_of_that_year_lies_in_the_year_of_the_text():
    text = "It starts in the first quarter of 2013 and ends in the second quarter of that year."
    assert values(text)["the second quarter of that year"] == "2013-Q2"


def test_a_span_ends_behind_its_beginning():
    found = values("The king fled in January 1929. His foe held the city from 17 January to 13 October, no longer.")
    assert found["13 October"] == "1929-10-13"
    assert values("It is shut Oct. 3 through Feb. 2.")["Feb. 2"] == "2023-02-02"
    assert values("Between April 16, 2021, and April 30, they drove.")["April 30"] == "2021-04-30"
    assert values("Sales quadrupled from May 2021 to May.")["May"] == "2022-05"


def test_a_title_before_a_name_hides_no_verb_behind_it():
    text = "In January, as Dr. Weir and others of his ward slept, a barn was burned."
    assert values(text, published=date(2022, 10, 25))["January"] == "2022-01"


@pytest.mark.parametrize(
    "lead",
    [
        "BOSTON (Reuters) - ",
        "The deal of 14 March 2023 was signed. ",
        "Of 2022 and 2023, 2022 and 2023, 2022 and 2023: ",
        "The summit on 26 and 27 March brings twenty ministers together. ",
        "The candidate spoke about her 2023 campaign. ",
    ],
)
def test_news_that_looks_back_stays_news(lead):
    background = "It was founded in 1998, sold in 2003, split in 2009 and merged in 2012. "
    assert values(lead + background + "It plans to move in May.")["May"] == "2023-05"


def test_a_report_that_looks_back_in_the_present_counts_from_its_publication():
    years = "The valley flooded in 1993, in 1997, in 2002, in 2005 and in 2013. "
    report = "The dam is old and its gates are rusty. The owner says it has no money. It is to close on April 20."
    history = "The dam was old and its gates were rusty. The owner had no money. It was closed on April 20."
    assert values(years + report)["April 20"] == "2023-04-20"
    assert values(years + history)["April 20"] == "2013-04-20"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The Sept. 11 attacks changed it.", date(2005, 7, 19), "2001-09-11"),
        ("It shut after the September 11 terrorist attacks.", date(2012, 9, 20), "2001-09-11"),
        (
            "The outrages of September 11th were recalled in the post-September 11 debate.",
            date(2005, 7, 19),
            "2001-09-11",
        ),
        ("The board met on September 11.", date(2005, 10, 19), "2005-09-11"),
        ("He feared the September 11 attacks of the press.", date(1999, 10, 19), "1999-09-11"),
    ],
)
def test_a_day_known_by_what_happened_on_it_is_that_day(text, published, value):
    assert {one.value for one in tag(text, published)} == {value}


def test_the_mode_can_be_set_by_hand():
    assert values("In 1854 war came. In August ships came.", mode="narrative")["August"] == "1854-08"
    assert values("In 1854 war came. In August ships came.", mode="news")["August"] == "2022-08"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He was shot on 4 July 2019. That day the port closed.", "That day", "2019-07-04"),
        ("He was shot on 4 July 2019. The following month the port closed.", "The following month", "2019-08"),
        ("He was shot on 4 July 2019. Three weeks later the port closed.", "Three weeks later", "2019-W30"),
        ("He was shot on 4 July 2019 and buried the next day.", "the next day", "2019-07-05"),
        ("The polls of May 2012 were lost. Later that year he resigned.", "Later that year", "2012"),
        ("Net rose in the third quarter of 2022 from $2 million a year earlier.", "a year earlier", "2021-Q3"),
        (
            "Net fell in the first half from $2 million in the same period last year.",
            "the same period last year",
            "2022-H1",
        ),
        ("He won in 2012, and that May he married.", "that May", "2012-05"),
        ("The firm has 300 shops, up from 280 a year ago.", "a year ago", "2022"),
        ("Mills were closed in the quarter ended Oct. 31. It was a bad year.", "the quarter", "2022-Q3"),
        (
            "Third quarter sales rose. Next it awaits the first quarter of 2024. Costs fell from a year earlier.",
            "a year earlier",
            "2021-Q3",
        ),
        ("The bridge was opened in March 2013. Eight days later it was shut.", "Eight days later", None),
        ("The strike began in February 2022. The same day talks were called off.", "The same day", "2022-02-XX"),
        ("She was chosen in October 2014 and left the following May.", "the following May", "2015-05"),
        ("The mill burned in March 2013. It had opened the previous June.", "the previous June", "2012-06"),
        (
            "Third-quarter net fell after a strong second quarter. Overseas it grew. Costs rose from a year ago.",
            "a year ago",
            "2021-Q3",
        ),
    ],
)
def test_an_anaphor_counts_from_the_last_date_of_its_size(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("BEIJING, March 20 (Xinhua) -- The envoy landed on Sunday.", "Sunday", "2023-03-19"),
        ("MOSCOW, 20 March 2023 - The envoy landed yesterday.", "yesterday", "2023-03-19"),
        ("ROME, March 20, 2023 /Newswire/ -- The envoy landed yesterday.", "yesterday", "2023-03-19"),
        ("Rome, Italy - March 20, 2023 / Borg Steel /\n\nThe envoy landed yesterday.", "yesterday", "2023-03-19"),
        ("For Immediate Release: March 20, 2023\nThe envoy landed yesterday.", "yesterday", "2023-03-19"),
    ],
)
def test_a_dateline_corrects_the_reference_day(text, words, value):
    assert values(text)[words] == value


def test_a_header_supplies_a_missing_reference_day():
    assert values(" date 2023-03-21\n\nThe envoy landed on Monday.", published=None)["Monday"] == "2023-03-20"


def test_a_day_in_the_middle_of_a_sentence_is_no_dateline():
    text = "On March 17, judges issued a warrant. The envoy landed on Monday."
    assert values(text)["Monday"] == "2023-03-20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit of 20-22 March 2023 ended.", {"20": "2023-03-20", "22 March 2023": "2023-03-22"}),
        ("It ran from March 3 to March 9.", {"March 3": "2023-03-03", "March 9": "2023-03-09"}),
        ("They met on January 25 and 29.", {"January 25": "2023-01-25", "29": "2023-01-29"}),
        ("He ruled in 1955-57.", {"1955": "1955", "57": "1957"}),
        ("It grew from May to August 1950.", {"May": "1950-05", "August 1950": "1950-08"}),
        ("They meet on November 5-6, 2014.", {"November 5": "2014-11-05", "6, 2014": "2014-11-06"}),
        ("They met on Feb. 15 and 16, 2011.", {"Feb. 15": "2011-02-15", "16, 2011": "2011-02-16"}),
        ("They met on March 3rd-5th 2009.", {"March 3rd": "2009-03-03", "5th 2009": "2009-03-05"}),
        ("Tuesday, May 3 and 4, 2011", {"Tuesday, May 3": "2011-05-03", "4, 2011": "2011-05-04"}),
        ("On May 3, 4 and 5, 2012, it met.", {"May 3": "2012-05-03", "4": "2012-05-04", "5, 2012": "2012-05-05"}),
        ("On May 3, 4, and 5, 2012, it met.", {"May 3": "2012-05-03", "4": "2012-05-04", "5, 2012": "2012-05-05"}),
        ("On May 3, 4 people died in 2012.", {"May 3": "2023-05-03", "2012": "2012"}),
    ],
)
def test_both_ends_of_a_range_share_what_is_said_once(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Xi arrived in Moscow on Monday. Xi's Monday visit will also cement ties.", "2023-03-20"),
        ("Xi arrived in Moscow on Monday. Xi’s Monday visit will also cement ties.", "2023-03-20"),
        ("Xi's Monday visit will cement ties.", "2023-03-27"),
        ("He arrived on Tuesday. Xi's Monday visit will cement ties.", "2023-03-27"),
        ("Xi arrived on Monday. The Monday session will cement ties.", "2023-03-27"),
    ],
)
def test_the_weekday_of_what_somebody_owns_is_the_one_told_before(text, value):
    assert tag(text, date(2023, 3, 21))[-1].value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He condemned today's bomb attack on the town.", ["2023-03-21"]),
        ("In today's world, attacks are rare.", []),
        ("The bomb went off at approximately 1100, killing two people.", []),
        ("The bus blew up on 5 March at 1000 hours.", ["2023-03-05T10:00"]),
        ("The union will decide to cut output at its meeting on Friday.", ["2023-03-24"]),
        ("The union cut output at its meeting on Friday.", ["2023-03-17"]),
    ],
)
def test_hours_are_no_years_and_what_happens_today_is_of_today(text, values):
    assert [expression.value for expression in tag(text, date(2023, 3, 21))] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He is the first since 1979, the year his father left.", "1979"),
        ("It was built in 1990, the year before the war.", "1990"),
        ("In 2008, the year of the crash, the bank failed.", "2008"),
        ("Sales rose in 2009, and the year was good.", "2023"),
        ("Sales fell in 2010. For the year, they rose.", "2023"),
        ("In 1994, this year's winner was born.", "2023"),
    ],
)
def test_a_year_named_right_before_is_the_one_that_more_is_said_of(text, value):
    assert tag(text, date(2023, 3, 21))[1].value == value


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Prices are likely to fall this summer.", date(2012, 1, 26), "2012-SU"),
        ("Even as Malta imposes a ban this summer, oil flows.", date(2012, 1, 26), "2012-SU"),
        ("The bank was fined this summer.", date(2011, 12, 26), "2011-SU"),
        ("The bank was fined this winter.", date(2012, 1, 26), "2012-WI"),
        ("The pipeline opens this winter.", date(2012, 7, 1), "2013-WI"),
    ],
)
def test_this_season_half_a_year_away_is_the_one_of_the_year(text, published, value):
    assert [one.value for one in tag(text, published)] == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2346 Norway sends aid.\n1334 The army is sending soldiers.\n0931 Malta sends ships.", []),
        ("1814 The army lands in Norfield.\n1815 The war ends.", ["1814", "1815"]),
        (
            "1338 People protest in Valletta.\n1334 The army is sending soldiers.\nIt says so.\n1024 Malta sends ships.",
            [],
        ),
        ("2012 Norfield wins.\n2010 Norfield is founded.", ["2012", "2010"]),
        ("0931 Malta sends ships.\nIn 1814 The Times wrote of it.", ["1814"]),
    ],
)
def test_the_clock_times_that_head_entries_of_a_live_report_are_no_years(text, found):
    assert [one.text for one in tag(text, PUBLISHED) if one.value and len(one.value) == 4] == found
