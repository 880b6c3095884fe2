"""What the dates of a text about the past mean: they count from its own dates, in order."""

from datetime import date

import pytest

from transforms.temporal import Basis, tag

PUBLISHED = date(2023, 3, 21)
HISTORY = (
    "The siege began in March 1854. In June the ships arrived. In 1855 the harbour fell. By April the town was empty. "
    "The fleet left on 3 May 1855. Two days later the governor fled. That year the treaty of 1856 was prepared. The following month peace came."
)


def values(text, **options):
    return {one.text: one.value for one in tag(text, options.pop("published", PUBLISHED), **options)}


def test_a_text_about_the_past_counts_from_its_own_dates():
    found = values(HISTORY)
    assert found["June"] == "1854-06"
    assert found["April"] == "1855-04"
    assert found["Two days later"] == "1855-05-05"


def test_entries_of_a_chronicle_follow_each_other():
    text = "Oct. 26, 2020 - Police meet the firm.\nNov. 7 - They meet again.\nJan. 5: The firm pays."
    assert list(values(text).values()) == ["2020-10-26", "2020-11-07", "2021-01-05"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In the spring of 1781 the fort was besieged. By 9 October it fell.", "9 October", "1781-10-09"),
        ("In 1066 William landed on 28 September. The north rose in 1069.", "28 September", "1066-09-28"),
        ("In 1066 William landed. On 28 September the abbey reopens, as it did in 2021.", "28 September", "2023-09-28"),
    ],
)
def test_a_text_that_begins_long_ago_stays_there_unless_it_names_its_own_time(text, words, value):
    assert values(text)[words] == value


def test_the_time_at_which_an_entry_of_a_live_report_was_written_is_no_time_of_what_it_tells():
    text = (
        "Borg forms a new government on Saturday.\n(Updated 6:15 p.m. (0115 in Cairo)) Vella left. She ate at 7:30 p.m."
    )
    found = values(text)
    assert found["6:15 p.m."] == "2023-03-21T18:15"
    assert found["7:30 p.m."] == "2023-03-21T19:30"


def test_a_short_account_of_long_ago_counts_from_its_own_dates():
    found = values("The siege began on 14 March 1655. The next day the mill burned. On 2 June the town gave in.")
    assert found == {"14 March 1655": "1655-03-14", "The next day": "1655-03-15", "2 June": "1655-06-02"}


def test_what_somebody_looks_ahead_to_moves_no_narrative():
    text = "In May 1952 the council met. It hoped for peace by next summer. In August the guns fell silent."
    assert values(text, mode="narrative")["August"] == "1952-08"


def test_a_year_named_in_passing_moves_no_narrative():
    text = (
        HISTORY
        + " Papers declassified in 1922 tell why. On 9 June the last ships left. In 1857 the town was rebuilt, in 1858 sold, in 1859 burnt."
    )
    found = tag(text, PUBLISHED)
    assert next(one.value for one in found if one.text == "9 June") == "1856-06-09"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In 1854 war came. Two years ago, he wrote, all was well. In August ships came.", "August", "1854-08"),
        ("In January 1831 they rose, and they fought until October.", "October", "1831-10"),
        (
            "The fleet lay in Norfield from March 1945. From October it had lain off Vella. On 4 July 1945 it sailed.",
            "October",
            "1944-10",
        ),
        (
            "In May 1940 he fled. By 1938 it was known. In August of that year he had warned her. In June 1940 he fell.",
            "August of that year",
            "1938-08",
        ),
        (
            "In May 1940 he fled. The law of 1938 failed. Two years later it was forgotten. In June 1941 he fell.",
            "Two years later",
            "1940",
        ),
        ("In 1830 the king fled. The following spring the revolt spread.", "The following spring", "1831-SP"),
        ("In 1830 the king fled. The previous autumn he had been warned.", "The previous autumn", "1829-FA"),
        ("In 1854 war came. That May ships came.", "That May", "1854-05"),
        ("In 1854 war came. That same October ships came.", "That same October", "1854-10"),
        (
            "In 1854 war came. The town fell in the early part of the next decade.",
            "the early part of the next decade",
            "186",
        ),
    ],
)
def test_a_narrative_counts_from_what_it_tells_and_stays_before_what_it_tells_next(text, words, value):
    assert values(text, mode="narrative")[words] == value


def test_narrative_dates_say_that_they_are():
    assert {one.basis for one in tag(HISTORY, PUBLISHED) if one.text in ("June", "Two days later")} == {Basis.NARRATIVE}


def test_a_day_alone_in_a_narrative_is_the_next_one():
    text = (
        HISTORY
        + " In 1857 the town was rebuilt. On 20 June 1857 it burnt; on the 28th it was left, and by the 2nd it was empty."
    )
    found = values(text)
    assert (found["the 28th"], found["the 2nd"]) == ("1857-06-28", "1857-07-02")


def test_nights_count_in_histories_only():
    assert values(HISTORY + " They sailed at night.")["night"] == "XXXX-XX-XXTNI"
    assert values("They sailed at night.") == {}


def test_this_month_of_a_narrative_is_the_writers():
    found = tag(HISTORY + " This March 10, a stone was set up.", PUBLISHED)
    assert next(one.value for one in found if one.text == "This March 10") == f"{PUBLISHED.year}-03-10"
