"""The ontology: complete, checked, and open to users."""

import pytest

from transforms.events import OntologyError, RuleExtractor, load_ontology
from transforms.schema import EVENT_MENTIONS

FAMILIES = {
    "diplomacy": {"visit", "meeting", "call", "agreement", "peace_plan", "ceasefire", "diplomatic_break"},
    "statement": {"speech", "publication", "demand", "accusation", "threat", "rejection"},
    "justice": {"warrant", "charge", "arrest", "trial", "verdict", "release", "investigation"},
    "conflict": {"attack", "deployment", "exercise", "weapons_test", "withdrawal"},
    "politics": {"election", "vote", "appointment", "resignation", "legislation"},
    "society": {"protest", "death", "disaster"},
    "economy": {"sanction", "aid"},
}
LAUNCH = """
[launch]
family = "economy"
label = "Launch"
definition = "A product is launched."
example = "The company launched a phone."
[[launch.triggers]]
verbs = ["launch"]
weight = 0.7
after = ["phone"]
"""

STRIKE = """
[strike]
family = "society"
like = "protest"
label = "Strike"
definition = "Workers stop working to press a demand."
example = "Drivers went on strike on Monday."
[[strike.triggers]]
verbs = ["go on strike"]
nouns = ["strike"]
weight = 0.7
"""


def test_every_type_of_the_guidelines_is_there_in_its_family() -> None:
    families: dict[str, set[str]] = {}
    for event_type in load_ontology().types.values():
        families.setdefault(event_type.family, set()).add(event_type.id)
    assert families == FAMILIES


@pytest.mark.parametrize("event_type", load_ontology().types.values(), ids=lambda item: item.id)
def test_the_example_of_a_type_is_read_as_that_type(event_type, articles_of, extractor) -> None:
    mentions = extractor.extract(articles_of(event_type.example))
    assert event_type.id in mentions["event_type"].to_list()


def test_a_user_adds_a_type_without_code(articles_of) -> None:
    mentions = RuleExtractor(load_ontology(LAUNCH)).extract(
        articles_of("Acme Corporation launched a new phone in Paris on 3 March 2023.")
    )
    assert "launch" in mentions["event_type"].to_list()
    assert mentions.schema == EVENT_MENTIONS.polars_schema


@pytest.mark.parametrize(
    ("sentence", "found"), [("The board said Malta must pay.", True), ("It said it must rain.", False)]
)
def test_words_of_a_list_may_have_to_stand_behind_an_actor(sentence: str, found: bool, articles_of) -> None:
    own = (
        LAUNCH
        + '[lists]\nmusts = ["must"]\n[[launch.triggers]]\nverbs = ["say"]\nweight = 0.9\nactor_before = ["$musts"]\n'
    )
    mentions = RuleExtractor(load_ontology(own)).extract(articles_of(sentence))
    assert ("launch" in mentions["event_type"].to_list()) is found


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("Drivers of Norfield went on strike on Monday.", ["strike"]),
        ("A strike by pilots in May was called off.", []),
        ("Demonstrators marched through Valletta on Monday.", ["protest"]),
    ],
)
def test_a_type_that_is_like_another_takes_over_its_words_and_is_read_as_it(sentence, types, articles_of) -> None:
    mentions = RuleExtractor(load_ontology(STRIKE)).extract(articles_of(sentence))
    assert mentions["event_type"].to_list() == types


def test_a_user_changes_one_field_and_keeps_the_triggers() -> None:
    changed = load_ontology('[visit]\nlabel = "State visit"\n').types["visit"]
    assert changed.label == "State visit"
    assert changed.triggers == load_ontology().types["visit"].triggers


def test_a_user_may_replace_the_triggers_of_a_type() -> None:
    text = '[visit]\nreplace_triggers = true\n[[visit.triggers]]\nverbs = ["call in"]\n'
    assert [trigger.verbs for trigger in load_ontology(text).types["visit"].triggers] == [("call in",)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[visit]\nfamilly = "x"', ["visit", "familly", "family"]),
        ('[visit]\n[[visit.triggers]]\nverbs = ["go"]\nwait = 0.5', ["visit", "wait", "weight"]),
        ('[launch]\nfamily = "economy"', ["launch", "label"]),
        ('[launch]\nfamily = "economy"\nlike = "lunch"', ["launch", "like", "lunch", "attack"]),
        ('[visit]\nlike = "meeting"', ["visit", "like"]),
        ("visit = 3", ["visit"]),
        ('[visit]\n[[visit.triggers]]\nverbs = ["go"]\nweight = 2', ["visit", "weight"]),
        ("[visit]\n[[visit.triggers]]\nweight = 0.5", ["visit", "triggers"]),
        ('[visit]\n[[visit.triggers]]\nverbs = ["go"]\nnear = ["$nowhere"]', ["visit", "near", "$nowhere"]),
        ('[visit]\n[[visit.triggers]]\nverbs = "go"', ["visit", "triggers.0.verbs", "a list is needed", '["go"]']),
        ("[visit]\ncameo = [42]", ["visit", "cameo.0", "a text is needed", "not as 42"]),
        ("[visit]\n[[visit.triggers]]\nweight = 0.5", ["triggers.0: needs `verbs` or `nouns`"]),
        ("[visit.triggers]\nverbs = ['go']", ["visit", "[[visit.triggers]]"]),
        ("[visit]\ntriggers = 3", ["visit", "[[visit.triggers]]"]),
        ("[launch]\ntriggers = ['lift off']", ["launch", "[[launch.triggers]]"]),
        ("lists = 3", ["lists: must be a table"]),
        ("[visit", ["TOML"]),
        ('[lists]\ntroops = "army"', ["troops"]),
    ],
)
def test_an_error_is_one_line_that_names_the_type_and_the_field(text: str, words: list[str]) -> None:
    with pytest.raises(OntologyError) as caught:
        load_ontology(text)
    message = str(caught.value)
    assert "\n" not in message
    assert [word for word in words if word not in message] == []


def test_the_version_follows_the_ontology() -> None:
    assert RuleExtractor().version == RuleExtractor().version
    assert RuleExtractor(load_ontology(LAUNCH)).version != RuleExtractor().version
