"""Dates of other shapes than a day of the week: long ones, months, parts of periods, weekends, in every place of a sentence."""

import pytest

SHAPES = [
    ("on Monday", "2023-03-20"),
    ("over the weekend", "2023-03-18/2023-03-19"),
    ("on the evening of March 3", "2023-03-03"),
    ("in the early hours of Monday", "2023-03-20"),
    ("in the second half of 2011", "2011-41"),
    ("at the end of 2012", "2012-12"),
    ("in January and February", "2023-01-01/2023-02-28"),
    ("between March 2007 and January 2009", "2007-03-01/2009-01-31"),
    ("in late May", "2022-05-21~/2022-05-31~"),
    ("on March 3, 2021", "2021-03-03"),
    ("on March 3-5, 2021", "2021-03-03/2021-03-05"),
    ("on March 3, 4 and 5, 2021", "2021-03-03/2021-03-05"),
]


@pytest.mark.parametrize(
    "order",
    [
        "{D} the Supreme Court struck down the law.",
        "The Supreme Court {d} struck down the law.",
        "The Supreme Court struck down the law {d}.",
        "Nobody expected it, but {d} the Supreme Court struck down the law.",
    ],
)
def test_a_date_of_any_shape_dates_its_verb_in_any_place(order: str, mentions_of) -> None:
    days = {}
    for words, _ in SHAPES:
        text = order.format(d=words, D=words[0].upper() + words[1:])
        days[words] = {item["edtf"] for item in mentions_of(text) if item["event_type"] == "verdict"}
    assert days == {words: {edtf} for words, edtf in SHAPES}


@pytest.mark.parametrize(
    "words", ["on Monday", "over the weekend", "in May", "in 2011", "last month", "on March 3, 2021"]
)
def test_the_day_of_a_report_does_not_date_what_is_told(words: str, mentions_of) -> None:
    [attack] = mentions_of(f"The ministry said {words} the rebels attacked two pipelines.")
    assert attack["edtf"] is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Police searched his house, and on Friday Karl Borg was arrested.", {"investigation": None, "arrest": "2023-03-17"}),
        ("A driver was convicted on Monday of murdering a nurse in a crash.", {"verdict": "2023-03-20", "attack": None}),
        ("A driver was convicted on Monday of murdering a nurse in a crash in 2019.", {"verdict": "2023-03-20", "attack": "2019", "disaster": "2019"}),
        ("Karl Borg described the March 3 blaze and explosion at the mill.", {"disaster": "2023-03-03"}),
        ("Police searched his house and in May arrested Karl Borg.", {"investigation": None, "arrest": "2022-05"}),
        ("Norfield Monday said the board of Vella had approved the deal.", {"agreement": None}),
        ("Officials said that yesterday thousands of people protested in Norfield.", {"protest": "2023-03-20"}),
        ("Officials said that last year Amnesty International published a report.", {"publication": "2022"}),
        ("Norfield reported a higher quarterly profit earlier this month.", {"publication": "2023-03-01/2023-03-21"}),
        ("Norfield reported a higher quarterly profit in 2011.", {"publication": None}),
        ("Norfield announced over the weekend that it had completed the review.", {"speech": "2023-03-18/2023-03-19"}),
        ("Karl Borg appealed over the weekend for calm.", {"demand": "2023-03-18/2023-03-19"}),
        ("Workers went on strike in late January and early February.", {"protest": "2023-01-21~/2023-02-10~"}),
        ("The king signed the bill into law on Monday, and nobody knows why Anna Vella criticised Karl Borg.", {"legislation": "2023-03-20", "accusation": None}),
        ("On Monday Anna Vella explained how police arrested Karl Borg.", {"arrest": None}),
        ("Rebels attacked a village and late on Monday protested in Norfield.", {"attack": None, "protest": "2023-03-20"}),
        ("The fraud was uncovered during a drug probe, prosecutors said on the evening of March 3.", {"investigation": None}),
        ("Karl Borg will over the weekend meet Anna Vella.", {"meeting": "2023-03-25/2023-03-26"}),
        ("Karl Borg will on May 3 and 4 meet Anna Vella.", {"meeting": "2023-05-03/2023-05-04"}),
        ("It fell between May 2009 and June 2012, when Malta held an election.", {"election": "2012-06"}),
        ("He was in Oslo on Sunday and Monday, when Malta held an election.", {"election": "2023-03-19/2023-03-20"}),
        ("Norfield issued a statement over the weekend saying it had won.", {"speech": "2023-03-18/2023-03-19"}),
        ("Karl Borg was sworn in Wednesday for a second term.", {"appointment": "2023-03-15"}),
        ("Karl Borg was sworn in last week as president.", {"appointment": "2023-03-13/2023-03-19"}),
        ("Karl Borg was imprisoned earlier this month for fraud.", {"arrest": "2023-03-01/2023-03-21"}),
        ("Karl Borg was imprisoned for five months in 2011.", {"verdict": "2011"}),
        ("The ministry charged Norfield on the evening of March 3 with fraud.", {"charge": "2023-03-03"}),
        ("The ministry charged Norfield on March 3, 2021 with fraud.", {"charge": "2021-03-03"}),
        ("Karl Borg charged on Wednesday that the bank had covered it up.", {"accusation": "2023-03-15"}),
        ("Norfield two weeks ago named Karl Borg as its chief executive.", {"appointment": "2023-03-06/2023-03-12"}),
        ("The king declared a curfew three days ago in eight provinces.", {"legislation": "2023-03-18"}),
        ("The king declared three days of mourning.", {"legislation": None}),
        ("Karl Borg joined the board in March 2021.", {"appointment": "2021-03"}),
        ("Karl Borg visited Malta in January and May 2021.", {"visit": "2021-01"}),
    ],
)  # fmt: skip
def test_other_dates_are_left_to_what_they_date(text: str, days: dict[str, str | None], mentions_of) -> None:
    found = {item["event_type"]: item["edtf"] for item in mentions_of(text)}
    assert {event_type: found.get(event_type, "not told") for event_type in days} == days


@pytest.mark.parametrize("words", ["on Monday", "late on Monday", "last week", "on the evening of March 3"])
def test_who_did_something_before_did_what_a_date_opens_behind_and(words: str, mentions_of, roles_of) -> None:
    found = mentions_of(f"Karl Borg visited Malta and {words} met Anna Vella.")
    assert roles_of(found, "meeting") == [{("Karl Borg", "participant"), ("Anna Vella", "participant")}]
