from __future__ import annotations

import pytest

from transforms.events import load_ontology
from transforms.merge.headlines import templates
from transforms.merge.leading import title_rules
from transforms.merge.vocabulary import TRAITS, Traits, merging_words, traits_of
from transforms.vocabulary import VocabularyError, words_of

TYPES = set(load_ontology().types)


def test_every_type_of_the_ontology_has_headlines_of_its_own():
    assert {name for name in templates() if "." not in name} == TYPES | {"default"}


def test_headlines_of_kinds_are_of_kinds_that_merging_knows():
    kinds = {f"{event_type}.{kind}" for event_type, pairs in merging_words().kinds.items() for _, kind in pairs}
    rules = title_rules()
    of_actors = {f"{event_type}.{kind}" for event_type, kind in [*rules.bodies.items(), *rules.otherwise.items()]}
    assert {name for name in templates() if "." in name} <= kinds | of_actors
    assert {name for name in [*rules.actors, *rules.targets] if "." in name} <= set(templates())
    assert set(merging_words().kinds) <= TYPES


@pytest.mark.parametrize(
    ("event_type", "trigger", "kind"),
    [
        ("legislation", "lifted the state of emergency", "repeal"),
        ("legislation", "declared a state of emergency", "emergency"),
        ("disaster", "Two powerful earthquakes", "earthquake"),
        ("disaster", "aftershocks", "aftershock"),
        ("disaster", "struck", ""),
        ("publication", "reported a wider loss", "results"),
        ("publication", "reported", "report"),
        ("publication", "cut its profit forecast", "forecast"),
        ("publication", "opinion poll", "survey"),
        ("legislation", "declared a state of emergency", "emergency"),
        ("resignation", "cutting", "layoffs"),
        ("resignation", "laid off", "layoffs"),
        ("resignation", "left", "exit"),
        ("trial", "appealed", "appeal"),
        ("trial", "pled guilty", "plea"),
        ("rejection", "Denied", "denial"),
        ("visit", "earthquake", ""),
    ],
)
def test_a_trigger_names_the_kind_of_event(event_type, trigger, kind):
    assert merging_words().kind(event_type, trigger) == kind


@pytest.mark.parametrize("trait", TRAITS)
def test_traits_are_given_to_types_of_the_ontology_only(trait):
    assert merging_words().types[trait] <= TYPES


def test_a_type_has_the_traits_that_the_vocabulary_lists_and_unknown_types_have_none():
    assert traits_of("visit") == Traits(lasting=True, singular=True, placed=True, hosted=True, whole=True)
    assert traits_of("heist") == Traits()


@pytest.mark.parametrize("table", [{}, {"lasting": "visit"}, {"lasting": [1]}])
def test_a_vocabulary_of_the_wrong_shape_is_refused_by_name(table):
    with pytest.raises(VocabularyError, match=r"merging.toml: \[types\] lasting must be a list of words"):
        words_of("merging", "types", table, "lasting")
