"""The last sentence of a quotation: its only quotation mark closes what an earlier sentence opened."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        'It would be in the interests of all owners," Karl Borg said in a statement.',
        'We are on the same page," Anna Vella told the paper in an interview in Norfield.',
        "It would be in the interests of all owners ,'' Karl Borg said in a statement.",
        "It would be in the interests of all owners,” Karl Borg said in a statement.",
        'Will it pass?" Karl Borg said in a statement.',
    ],
)
def test_what_follows_the_end_of_a_quotation_is_not_quoted(mentions_of, sentence):
    mention = next(item for item in mentions_of(sentence) if item["event_type"] == "speech")
    assert mention["confidence"] > 0.6


@pytest.mark.parametrize(
    ("closed", "opened"),
    [
        ("Today's sentence is just,\" Borg said.", "Today's sentence is just, Borg said."),
        ('The strike shut the plant," Borg said.', "The strike shut the plant, Borg said."),
    ],
)
def test_what_stands_before_the_end_of_a_quotation_is_quoted(mentions_of, closed, opened):
    quoted, plain = mentions_of(closed), mentions_of(opened)
    assert {item["event_type"] for item in quoted} <= {item["event_type"] for item in plain}
    assert all(item["confidence"] < plain[0]["confidence"] for item in quoted)


def test_a_mark_behind_a_word_is_no_end_of_a_quotation(mentions_of):
    sentence = 'The worst oil spill in the history of Malta was finally" killed" on Monday.'
    assert [item["confidence"] for item in mentions_of(sentence)] == [
        item["confidence"] for item in mentions_of(sentence.replace('finally" ', 'finally "'))
    ]
