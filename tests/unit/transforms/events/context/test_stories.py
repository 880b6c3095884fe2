"""Days of deeds that are told over several sentences, and of those that somebody is accused of."""

import pytest

STORY = "On May 3, 2010, Karl Borg followed Anna Vella home. "


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        (STORY + "He waited in the yard. Borg then stabbed Vella.", "attack", "2010-05-03"),
        (STORY + "Borg is accused of pulling out a knife and stabbing Vella.", "attack", "2010-05-03"),
        (STORY + "Borg stabbed her in the hall. Vella died at the scene.", "death", "2010-05-03"),
        ("At around 9:30 p.m. on May 3, 2010, Karl Borg drove home. Borg then shot Vella.", "attack", "2010-05-03"),
        (
            "On May 3, 2010, Karl Borg drove a bus. Borg fainted at the wheel. Borg crashed the bus into trees.",
            "disaster",
            "2010-05-03",
        ),
        (STORY + "A stranger stabbed Dan Hill.", "attack", None),
        (STORY + "Borg later stabbed Vella.", "attack", None),
        (STORY + "Vella had been stabbed before.", "attack", None),
        ("On May 3, 2010, Karl Borg was convicted of fraud. Borg stabbed Vella.", "attack", None),
        ("Karl Borg was born on May 3, 1970. Borg stabbed Vella.", "attack", None),
        (STORY + "In 2011 he moved away. Borg stabbed Vella.", "attack", None),
    ],
)
def test_a_deed_has_the_day_that_its_story_opens_with(text, event_type, day, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [str(mention["start_date"]) if mention["start_date"] else None for mention in found] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On May 3, 2010, Karl Borg is accused of stabbing a nurse.", "2010-05-03"),
        ("At around 9 p.m. on May 3, 2010, Karl Borg is accused of stabbing a nurse in Malta.", "2010-05-03"),
        ("On May 3, 2010, Karl Borg was accused of stabbing a nurse.", None),
        ("On May 3, 2010, prosecutors charged Karl Borg with stabbing a nurse.", None),
    ],
)
def test_a_day_before_those_who_stand_accused_is_that_of_the_deed(text, day, mentions_of) -> None:
    (deed,) = [mention for mention in mentions_of(text) if mention["event_type"] == "attack"]
    assert (str(deed["start_date"]) if deed["start_date"] else None) == day
    assert deed["status"] == "alleged"
