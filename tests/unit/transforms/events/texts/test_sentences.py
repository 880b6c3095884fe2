"""Sentence boundaries."""

import pytest

from transforms.events.texts.sentences import MAX_SENTENCE, split_sentences


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Khan met Gen. Ali in St. Louis. They spoke.", ["Mr. Khan met Gen. Ali in St. Louis.", "They spoke."]),
        ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
        ("Sen. Anna Vella, R-Va. , called for it.", ["Sen. Anna Vella, R-Va. , called for it."]),
        ("Sen. Anna Vella, R-Va.\n, called for it.", ["Sen. Anna Vella, R-Va.\n, called for it."]),
        (
            "They met in Washington, D.C. Secretary Borg and Anna Vella agreed.",
            ["They met in Washington, D.C.", "Secretary Borg and Anna Vella agreed."],
        ),
        (
            "The U.S. Secretary of State met D.C. Mayor Anna Vella.",
            ["The U.S. Secretary of State met D.C. Mayor Anna Vella."],
        ),
        ("He flew to the U.S. The visit lasted a week.", ["He flew to the U.S.", "The visit lasted a week."]),
        ("J. Smith arrived on Jan. 5 at 5 p.m. He left.", ["J. Smith arrived on Jan. 5 at 5 p.m.", "He left."]),
        ('"Why now?" she asked. "Because." He left.', ['"Why now?" she asked.', '"Because."', "He left."]),
        ("It grew 3.5 per cent. No. 5 fell.", ["It grew 3.5 per cent.", "No. 5 fell."]),
        (
            "rejected by the United States.US officials agreed.",
            ["rejected by the United States.", "US officials agreed."],
        ),
        ("The deal was signed.[1] The ministers left.", ["The deal was signed.[1]", "The ministers left."]),
        ("Talks open in Geneva\n\nMinisters met on Monday.", ["Talks open in Geneva", "Ministers met on Monday."]),
        ("BORDERS STILL CLOSED The ministers left.", ["BORDERS STILL CLOSED", "The ministers left."]),
        ("US GDP Growth fell.", ["US GDP Growth fell."]),
        (
            "Rebels take the town of Hill in the north A mother fled.",
            ["Rebels take the town of Hill in the north", "A mother fled."],
        ),
        (
            "The laboratory said that it was the influenza A virus.",
            ["The laboratory said that it was the influenza A virus."],
        ),
        ("The blessing of all this is that He is with us.", ["The blessing of all this is that He is with us."]),
        ("Talks failed .\nMinisters left .", ["Talks failed .", "Ministers left ."]),
        ("see example.com for more. Then go.", ["see example.com for more.", "Then go."]),
        ("They met in Washington, D.C. Minister Vella left.", ["They met in Washington, D.C.", "Minister Vella left."]),
        ("He lives near Richmond, Va. Borg left.", ["He lives near Richmond, Va.", "Borg left."]),
        ("He met D.C. Mayor Vella. He left.", ["He met D.C. Mayor Vella.", "He left."]),
        ("He works at Borg & Sons, Inc. Chairman Borg left.", ["He works at Borg & Sons, Inc. Chairman Borg left."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_wrapped_by_hand_are_one_sentence() -> None:
    text = "THE ARMY COMMAND HAS REPORTED THAT ABOUT FIFTY PEOPLE WERE TAKEN\nFROM THEIR HOMES IN THE NORTH.  THE GOVERNOR CALLED FOR HELP AND SENT\nTROOPS."
    assert len(sentences(text)) == 2


def test_a_heading_without_a_full_stop_does_not_run_into_the_next_line() -> None:
    assert sentences("Summary\nMinisters met on Monday.") == ["Summary", "Ministers met on Monday."]
    heading = "DRIVER CHARGED AFTER TWO WOMEN WERE HURT IN CAR PARK"
    assert sentences(f"{heading}\nHe was charged on Monday.") == [heading, "He was charged on Monday."]
    topic = "The strike of the farmers and the bakers of Malta"
    line = "Malta declares an end to the strike, which the farmers had begun two months ago in Mellieha."
    assert sentences(f"{topic}\n{line}") == [topic, line]


def test_no_sentence_is_longer_than_the_limit_and_no_word_is_lost() -> None:
    text = "word " * 5_000
    pieces = sentences(text)
    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert " ".join(pieces).split() == text.split()
