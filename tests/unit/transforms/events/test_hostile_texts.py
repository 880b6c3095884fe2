"""Texts that nobody wrote to be read: each ends, and every offset is exact."""

import random

import pytest

NEWS = 'President Karl Borg arrived in Rome on Monday for talks. "We will attack," a general told reporters on 3 May 2020. '

# words and signs that rules look at, in no order
BAG = (
    "Moody's Borg's 3M US-China South Korea-US White May director U.S.-backed -based who which that and of by with , . ( ) \" : 's ' in on at "
    "Monday May 2012 3 said was arrested criticised met after before while two days ago yesterday the a EU Karl Borg Robert White Norfield Bank "
    "visit attack talks treaty is has been will to not denied accused killing having"
)


def filled(words: str, length: int) -> str:
    return (words * (length // len(words) + 1))[:length]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(filled(NEWS, 400_000), id="one long line of news"),
        pytest.param(
            filled("the army attacked the town on Monday and ", 200_000), id="one sentence of events and dates"
        ),
        pytest.param(filled("Karl Borg and Anna Vella met ", 200_000), id="one sentence of names"),
        pytest.param("a" * 2_000_000, id="one word"),
        pytest.param('"' * 1_000_000, id="only quotation marks"),
        pytest.param(filled("“”'’``''", 1_000_000), id="only quotation marks of many kinds"),
        pytest.param("(" * 100_000 + "The army attacked the town." + ")" * 100_000, id="nested brackets"),
        pytest.param(filled("[{(", 300_000), id="brackets that never close"),
        pytest.param(filled("on May 3, 2020, ", 200_000), id="only dates"),
        pytest.param(filled("attack ", 200_000), id="only triggers"),
        pytest.param("A 45-year-old died. " + filled("A-", 500_000), id="a name without end beside an age"),
        pytest.param("PRESIDENT BORG: I came.\n" + filled("AB \n", 200_000), id="only labels of speakers"),
        pytest.param(filled("A man was jailed. ", 100_000), id="only men without a name"),
        pytest.param(
            filled("Robert White met Karl Borg. White led US-China talks. ", 400_000), id="only surnames like words"
        ),
        pytest.param(filled(".[ID:x]", 300_000), id="only ends of sentences"),
        pytest.param("“The rebels attacked the town and met nobody,” said", id="cut off behind who said it"),
        pytest.param("The trial of Karl Borg has", id="cut off behind an auxiliary"),
        pytest.param("The court sued Norfield Corp. ", id="cut off behind the form of a firm and a space"),
        pytest.param("Sales fell 0.6 1/2-year 2002, the court said", id="a number with two fractions"),
    ],
)
def test_hostile_texts_end_with_exact_offsets(text: str, mentions_of) -> None:
    for mention in mentions_of(text):
        assert text[mention["trigger_start"] : mention["trigger_end"]] == mention["trigger"]
        assert mention["sentence_start"] <= mention["trigger_start"] < mention["trigger_end"] <= mention["sentence_end"]
        if mention["date_text"]:
            assert text[mention["date_text_start"] : mention["date_text_end"]] == mention["date_text"]


def test_a_long_line_of_news_still_tells_its_events(mentions_of) -> None:
    mentions = mentions_of(filled(NEWS, 20_000))
    assert sum(mention["event_type"] == "visit" for mention in mentions) > 100


def test_a_sentence_may_be_cut_off_behind_any_word(mentions_of) -> None:
    openings = "While Anna Vella met him on Monday, as many as 20 people died. Two days after he resigned, police in Rome arrested her."
    words = f"{NEWS} The trial of Karl Borg has not been set and talks on a truce have yet to begin, he said. {openings}".split()
    texts = [" ".join(words[first:end]) for end in range(1, len(words)) for first in range(max(0, end - 12), end)]
    for mention in mentions_of(*texts):
        text = texts[int(mention["article_id"][1:])]
        assert text[mention["trigger_start"] : mention["trigger_end"]] == mention["trigger"]


def test_words_may_stand_in_any_order(mentions_of) -> None:
    bag = BAG.split()
    draw = random.Random(7)
    texts = [" ".join(draw.choices(bag, k=draw.randint(1, 16))) for _ in range(3000)]
    for mention in mentions_of(*texts):
        text = texts[int(mention["article_id"][1:])]
        assert text[mention["trigger_start"] : mention["trigger_end"]] == mention["trigger"]
