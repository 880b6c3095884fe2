"""Whole sentences of news, class by class: every expression that they hold, and nothing else.

The sentences lie in news_sentences.txt, a line each: `sentence => words=value; words=value`.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from transforms.temporal import tag

PUBLISHED = date(2016, 10, 12)  # a Wednesday
SENTENCES = Path(__file__).with_name("news_sentences.txt")


def cases() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        sentence, arrow, expected = line.partition(" =>")
        if arrow:
            pairs = (part.rpartition("=") for part in expected.split(";") if part.strip())
            yield sentence, [(words.strip(), value.strip()) for words, _, value in pairs]


@pytest.mark.parametrize(("sentence", "expected"), list(cases()))
def test_every_expression_of_a_sentence_is_found_with_its_value(sentence, expected):
    assert [(one.text, one.value) for one in tag(sentence, PUBLISHED)] == expected
