from __future__ import annotations

import pytest

from transforms.events import load_ontology
from transforms.merge.headlines import templates
from transforms.merge.vocabulary import TRAITS, MergingWords, Traits, VocabularyError, _words, merging_words

TYPES = set(load_ontology().types)


def test_every_type_of_the_ontology_has_headlines_of_its_own():
    assert set(templates()) == TYPES | {"default"}


@pytest.mark.parametrize("trait", TRAITS)
def test_traits_are_given_to_types_of_the_ontology_only(trait):
    assert getattr(merging_words(), trait) <= TYPES


def test_a_type_has_the_traits_that_the_vocabulary_lists_and_unknown_types_have_none():
    words: MergingWords = merging_words()
    assert words.traits("visit") == Traits(lasting=True, singular=True, placed=True, hosted=True)
    assert words.traits("heist") == Traits()


@pytest.mark.parametrize("document", [{}, {"types": {"lasting": "visit"}}, {"types": {"lasting": [1]}}])
def test_a_vocabulary_of_the_wrong_shape_is_refused_by_name(document):
    with pytest.raises(VocabularyError, match=r"merging.toml: \[types\] lasting must be a list of words"):
        _words(document, "types", "lasting")
