from __future__ import annotations

import pytest

from transforms.events.ontology import load_ontology
from transforms.events.triggers.patterns import Lexicon, compile_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return compile_lexicon(load_ontology())


@pytest.mark.parametrize(
    "sentence",
    [
        "Borg resigned on Monday .",
        "Norfield said it will not withdraw its troops from Malta until talks are held .",
        "The bank took over Vella Steel and gave up its seat on the board .",
        "The river is long .",
    ],
)
def test_the_patterns_that_may_match_are_those_that_find_their_words_and_one_they_need_longer_ones_first(
    lexicon: Lexicon, sentence: str
) -> None:
    words = sentence.lower().split()
    vocabulary = frozenset(words)
    may_match = {
        word: [
            item
            for item in lexicon.beginnings[word].patterns
            if (not item.needed or item.needed & vocabulary) and all(not own or own & vocabulary for own in item.rest)
        ]
        for word in lexicon.words & vocabulary
    }
    assert lexicon.fitting(words) == {word: patterns for word, patterns in may_match.items() if patterns}
    assert all(
        len(one.rest) >= len(other.rest)
        for patterns in may_match.values()
        for one, other in zip(patterns, patterns[1:], strict=False)
    )
