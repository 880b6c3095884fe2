"""Digests of a day: what shows that a text is one, and what in it is of that day."""

from datetime import date

import pytest

from transforms.schema import ARTICLES

DAY = date(2023, 3, 21)


@pytest.fixture
def titled(extractor):
    """The mentions of one article under a headline."""

    def read(title: str, text: str) -> list[dict[str, object]]:
        row = {"article_id": "a", "title": title, "text": text, "published_date": DAY, "lang": "en"}
        return extractor.extract(ARTICLES.frame([row])).to_dicts()

    return read


SHORT = "Police in Malta arrest banker Karl Borg.\nThe Libyan parliament appoints Anna Vella as governor."


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Events of 21 March 2023", {"2023-03-21"}),
        ("Events of 20 March 2023", {None}),
        ("A banker and a governor", {None}),
    ],
)
def test_under_a_headline_of_its_day_two_items_make_a_digest(title, days, titled) -> None:
    found = {item["event_type"]: item["edtf"] for item in titled(title, SHORT)}
    assert {found.get("arrest"), found.get("appointment")} == days


ITEMS = (
    "Rome blasts\nA car bomb kills six people in Rome.\nThe army seizes the town of Hilltop.\n"
    "At least 18 people are killed in an explosion at a glue factory in Malta.\n"
    "Five people are killed after a bus and a truck collided near Tripoli.\n"
    "Three sailors are killed and dozens are hurt after wildfires sweep across Gozo.\n"
    "2023 Hilltop school kidnapping\nGunmen abduct 20 pupils in Hilltop.\nThe court jails two officers.\n"
)


def test_a_bomb_of_one_item_does_not_make_another_items_explosion_an_attack(titled) -> None:
    at = ITEMS.index("explosion")
    (found,) = (item for item in titled("", ITEMS) if item["trigger_start"] == at)
    assert found["event_type"] == "disaster"


@pytest.mark.parametrize("word", ["collided", "wildfires"])
def test_what_killed_those_told_of_now_was_that_day(word, titled) -> None:
    at = ITEMS.index(word)
    (found,) = (item for item in titled("", ITEMS) if item["trigger_start"] == at)
    assert (found["event_type"], found["edtf"]) == ("disaster", "2023-03-21")


def test_the_topic_over_an_item_is_no_event_of_its_own(titled) -> None:
    at = ITEMS.index("kidnapping")
    assert at not in {item["trigger_start"] for item in titled("", ITEMS)}


def test_the_year_of_a_topic_dates_no_item(titled) -> None:
    at = ITEMS.index("abduct")
    (found,) = (item for item in titled("", ITEMS) if item["trigger_start"] == at)
    assert found["edtf"] == "2023-03-21"


@pytest.mark.parametrize(("noun", "dates"), [("the election", ["2023-03-21"]), ("the recent election", [])])
def test_what_was_recently_is_not_of_the_day(noun, dates, titled) -> None:
    item = f"Malta appoints Anna Vella after {noun}.\n"
    days = [found["edtf"] for found in titled("", ITEMS + item) if found["event_type"] == "election"]
    assert days == dates


@pytest.mark.parametrize(("link", "dates"), [("over", [None]), ("during", ["2023-03-21"])])
def test_the_ground_of_the_news_is_not_of_the_day(link, dates, titled) -> None:
    item = f"Malta recalls its envoy {link} the protests in Tunis.\n"
    assert [found["edtf"] for found in titled("", ITEMS + item) if found["event_type"] == "protest"] == dates


def test_a_verb_that_several_triggers_name_counts_once(mentions_of) -> None:
    report = (
        "The bank was fined in 2021.\nThe bank sold its unit in 2022.\nA judge dismissed the case.\n"
        "The jury decides on Monday. The fund may sue if the court rules against Karl Borg."
    )
    assert all(m["date_basis"] != "published" for m in mentions_of(report))


@pytest.mark.parametrize(
    ("item", "event_type"),
    [
        ("Malta rebuilds its port after the Libyan airstrikes.", "attack"),
        ("A curfew begins in Sfax following unrest after a mosque fire.", "disaster"),
        ("An inquiry concludes that two rockets struck the ship.", "attack"),
    ],
)
def test_what_is_known_or_only_found_out_is_not_of_the_day(item: str, event_type: str, titled) -> None:
    mentions = titled("Events of 21 March 2023", f"{SHORT}\n{item}")
    assert "2023-03-21" not in {mention["edtf"] for mention in mentions if mention["event_type"] == event_type}


@pytest.mark.parametrize(
    ("title", "text", "days"),
    [
        ("Six things that happened at sea", ITEMS, {"2023-03-21"}),
        ("Follow our step-by-step timeline of the Vella affair", ITEMS, {None}),
        ("FACTBOX: Six accidents of Malta", ITEMS, {None}),
        ("Accidents of Malta", "Chronology of the week\n" + ITEMS, {None}),
        ("Accidents of Malta", "Here is a timeline of accidents in Malta:\n" + ITEMS, {None}),
        ("Accidents of Malta", "The army gave no timeline for a withdrawal.\n" + ITEMS, {"2023-03-21"}),
        ("Timeline of the Vella affair Tuesday 21 March 2023 10.25 GMT", ITEMS, {None}),
        ("Events of 21 March 2023", "Timeline of the Vella affair\n" + ITEMS, {"2023-03-21"}),
        (
            "Accidents of Malta",
            "May 3, 2021 - A tanker sinks.\nMay 5, 2021 - Police arrest Karl Borg.\nMay 9, 2021 - Anna Vella resigns.\n\n\n"
            + ITEMS,
            {None},
        ),
    ],
)
def test_what_a_timeline_lists_without_days_is_not_of_the_day_it_was_published(title, text, days, titled) -> None:
    at = {text.index(word) for word in ("seizes", "abduct")}
    assert {item["edtf"] for item in titled(title, text) if item["trigger_start"] in at} == days


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ("Prosecutors in Norway charge 98 people over violent protests against the vote of last week.\n", "2023-03-21"),
        ("On Sunday, prosecutors in Norway charge 98 people over violent protests.\n", "2023-03-19"),
    ],
)
def test_a_day_behind_the_news_of_a_digest_is_of_what_it_is_about(item, day, titled) -> None:
    assert [found["edtf"] for found in titled("", ITEMS + item) if found["event_type"] == "charge"] == [day]


def test_in_a_digest_what_the_news_followed_and_what_still_goes_on_are_not_of_its_day(mentions_of):
    text = (
        "Malta lifts the curfew in Norfield after Anna Vella's appointment as minister.\n"
        "A judge orders the arrest of Karl Borg, who is being prosecuted for fraud in Oslo.\n"
        "Rebels attack a convoy in Norfield, killing nine soldiers.\n"
        "Norway recalls its ambassador to Malta.\n"
        "Police in Oslo arrest Ole Lund."
    )
    days = {item["event_type"]: item["start_date"] for item in mentions_of(text)}
    assert days["appointment"] is None
    assert days["charge"] is None
    assert str(days["attack"]) == "2023-03-21"
