"""Headers that no line break parts from their report, and captions of photographs."""

import datetime as dt

import pytest

from transforms.events.texts.sentences import split_sentences
from transforms.temporal import tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bombing hits port of Malta Saturday 14 May 2005 00.01 BST Norway condemned it.",
            ["Bombing hits port of Malta Saturday 14 May 2005 00.01 BST", "Norway condemned it."],
        ),
        (
            "Team arrives for the talks OSLO | Tue Mar 21, 2023 11:27 pm IST OSLO (Reuters) - Borg resigned.",
            ["Team arrives for the talks OSLO | Tue Mar 21, 2023 11:27 pm IST", "OSLO (Reuters) -", "Borg resigned."],
        ),
        (
            "Photograph: Karl Borg/AP/PA Anna Borg spoke.",
            ["Photograph: Karl Borg/AP/PA", "Anna Borg spoke."],
        ),
        ("OSLO (Reuters) - Borg resigned.", ["OSLO (Reuters) - Borg resigned."]),
        ("OSLO, March 21 (AP) -- Borg resigned.", ["OSLO, March 21 (AP) -- Borg resigned."]),
        ("The hearing began at 10:15 a.m. EDT Thursday.", ["The hearing began at 10:15 a.m. EDT Thursday."]),
        ("Troops came at 9.30 GMT on 12 July 2010.", ["Troops came at 9.30 GMT on 12 July 2010."]),
    ],
)
def test_a_report_begins_behind_the_headers_glued_to_it(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in split_sentences(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Borg urges calm in the port Tuesday 21 March 2023 16.18 GMT Karl Borg has urged Malta to talk.",
        "Floods reach the port By Anna Borg OSLO, March 21 (Reuters) - Floods have killed 20 people in Malta.",
        "Malta seen ending the talks OSLO | Tue Mar 21, 2023 11:27 pm IST OSLO (Reuters) - Norway has invaded Malta.",
    ],
)
def test_the_time_stamp_of_a_page_dates_no_event(text: str, mentions_of) -> None:
    assert {item["edtf"] for item in mentions_of(text)} == {None}


def test_the_verbs_of_a_headline_put_no_day_of_the_report_ahead(mentions_of) -> None:
    text = "Team arrives for talks in the port Oslo, Norway (CNN) -- An airstrike Monday on Malta killed 11 men."
    assert {(item["status"], item["edtf"]) for item in mentions_of(text)} == {("happened", "2023-03-20")}


def test_the_caption_of_a_photograph_is_no_dateline() -> None:
    caption = "March 20: A boat makes its way through oil.\nOSLO -- Borg spoke on Tuesday."
    dateline = "OSLO, March 20 -- Borg spoke on Tuesday."
    days = [tag(text, dt.date(2023, 3, 21))[-1].interval.start for text in (caption, dateline)]
    assert days == [dt.date(2023, 3, 21), dt.date(2023, 3, 14)]
