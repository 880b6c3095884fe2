"""Headlines made of sentences: whole clauses, without when and what is told beside."""

from __future__ import annotations

import pytest

from warehouse.timeline.condense import LONGEST, LONGEST_WHOLE, headline_of


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("NORFIELD (Reuters) - Borg Oil Plc ( BRG.N ) bought two mines on Monday.", "Borg Oil Plc bought two mines"),
        ("On Tuesday, the council of Norfield opened the dam.", "The council of Norfield opened the dam"),
        ("Late on 3 May 2010, Vella was arrested in Norfield.", "Vella was arrested in Norfield"),
        ("Anna Vella, 54, was named head of the bank.", "Anna Vella was named head of the bank"),
        ("The bank has lost money since Monday.", "The bank has lost money since Monday"),
        ("The bank met its May 3 deadline.", "The bank met its May 3 deadline"),
        ("The dam broke, the mayor of Norfield said on Monday.", "The dam broke, the mayor of Norfield said"),
        ("The dam broke, she said.", "The dam broke"),
        ("Vella, 54, a former judge, was named head of the bank.", "Vella, a former judge, was named head of the bank"),
        ("As of today, the bank has ten branches.", "As of today, the bank has ten branches"),
    ],
)
def test_a_short_sentence_heads_without_days_ages_and_asides(sentence, headline):
    found = headline_of(sentence)
    assert found and found.text == headline


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        (
            "Norfield Bank, the second largest lender of the island and its oldest, said it would close ten branches in the valley, citing losses.",
            "Norfield Bank said it would close ten branches in the valley, citing losses",
        ),
        (
            "As prices fell across the islands and the mines of the valley closed, the council of Norfield agreed to buy the mines of Borg Oil.",
            "The council of Norfield agreed to buy the mines of Borg Oil",
        ),
        (
            "The council of Norfield voted to close the mines, while the owners of the three largest mines in the valley asked a court for more time.",
            "The council of Norfield voted to close the mines, while the owners of the three largest mines in the valley asked a court",
        ),
        (
            "The owners of the three largest mines asked a court in Norfield for more time, days before the council was to vote on the closure of all.",
            "The owners of the three largest mines asked a court in Norfield for more time",
        ),
        (
            "Borg Oil and Vella Energy agreed on a common price for the oil of the valley in the first round of talks in the small town of Norfield.",
            "Borg Oil and Vella Energy agreed on a common price for the oil of the valley in the first round of talks",
        ),
        (
            "The mines of the valley will have to close before the summer because nobody buys their coal, the head of the council said, citing losses.",
            "The mines of the valley will have to close before the summer because nobody buys their coal, the head of the council said",
        ),
        (
            "The island-based bank, a lender to many kinds of mines in the valley, including those whose owners have debts of their own, was sold to Borg Oil.",
            "The island-based bank was sold to Borg Oil",
        ),
    ],
)
def test_a_long_sentence_ends_with_a_whole_clause(sentence, headline):
    found = headline_of(sentence)
    assert (found and found.text) == headline
    assert len(headline or "") <= LONGEST


def test_a_sentence_that_no_shorter_clause_tells_may_be_longer_but_not_of_any_length():
    order = 'The judge ordered the owners of the mines to give the council "a written list of all the mines that they hold in the {} of Norfield"'
    found = headline_of(f"{order.format('valley')}.")
    assert found and found.text == order.format("valley")
    assert LONGEST < len(found.text) <= LONGEST_WHOLE
    assert headline_of(f"{order.format('valleys, the hills and the plains round the lake')}.") is None


@pytest.mark.parametrize("sentence", ["Borg Oil extended on Monday by", "The council said it was to", ""])
def test_what_breaks_off_makes_no_headline(sentence):
    assert headline_of(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "words", "headline", "is_of_day"),
    [
        ("The firm was sold last year and thrives.", "last year", "The firm was sold and thrives", True),
        ("In July, Borg Oil closed its mines.", "July", "Borg Oil closed its mines", True),
        ("The council met, the mayor said on Monday.", "Monday", "The council met, the mayor said", True),
        (
            "The council of Norfield will have to sell the three largest mines of the valley at a loss, two years after it bought them from their owners on May 3.",
            "May 3",
            "The council of Norfield will have to sell the three largest mines of the valley at a loss",
            False,
        ),
        (
            "Shares in the smaller banks of the island and its neighbours fell for a third day in a row after Norfield Bank said on Monday it would close, citing losses.",
            "Monday",
            "Norfield Bank said it would close, citing losses",
            True,
        ),
    ],
)
def test_words_for_the_day_are_left_out_and_their_clause_is_known(sentence, words, headline, is_of_day):
    assert headline_of(sentence, words) == (headline, is_of_day)
