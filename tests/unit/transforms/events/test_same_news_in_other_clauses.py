"""The event of a plain sentence is found wherever the sentence stands: behind an opening clause, in what somebody says, before what follows."""

import pytest
from test_news_of_every_type import LINES

# words that begin a plain sentence and are no names; inside a sentence they have a small letter
OPENERS = frozenset(
    [
        "A",
        "After",
        "An",
        "At",
        "During",
        "Fighting",
        "He",
        "Her",
        "His",
        "Hundreds",
        "In",
        "It",
        "Lawmakers",
        "On",
        "Police",
        "Prosecutors",
        "Protesters",
        "Rebels",
        "Several",
        "She",
        "Some",
        "Soldiers",
        "Talks",
        "The",
        "Their",
        "They",
        "Thousands",
        "Three",
        "Troops",
        "Twelve",
        "Two",
        "Voters",
        "Workers",
    ]
)
FRAMES = {
    "an adverb": "Meanwhile, {inside}.",
    "what is said": "Karl Borg said that {inside}.",
    "what is said, without that": "Karl Borg said {inside}.",
    "who says it": "{alone}, Karl Borg said.",
    "a clause that opens": "While Anna Vella waited at home, {inside}.",
    "a clause behind and": "{alone}, and Karl Borg went home.",
    "but": "But {inside}.",
    "a relative clause": "{alone}, which surprised many.",
    "a participle": "{alone}, saying it was needed.",
    "a dateline": "CAIRO (Norfield News) -- {alone}.",
    "an agency": "Reuters reported that {inside}.",
    "sentences around it": "The week was long. {alone}. The week was over.",
}


def framed(text: str, frame: str) -> str:
    alone = text.removesuffix(".")
    inside = alone[0].lower() + alone[1:] if alone.split()[0] in OPENERS else alone
    return frame.format(alone=alone, inside=inside)


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_no_event_is_lost_by_what_stands_beside_its_clause(frame, mentions_of) -> None:
    texts = [framed(text, frame) for _, text in LINES]
    found = {(int(mention["article_id"][1:]), mention["event_type"]) for mention in mentions_of(*texts)}
    lost = [text for number, text in enumerate(texts) if (number, LINES[number][0]) not in found]
    assert lost == []
