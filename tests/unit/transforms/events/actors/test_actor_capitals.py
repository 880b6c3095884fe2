"""Texts whose capitals say nothing, and texts that no person wrote."""

import pytest

from transforms.events.actors import find_actors, find_places
from transforms.events.actors.places.gazetteer import places
from transforms.events.actors.words.known import states
from transforms.events.texts.sentences import Span, split_sentences


def found(text: str) -> list[tuple[str, str, str]]:
    return [(actor.surface, actor.name, actor.kind) for actor in find_actors(text, split_sentences(text))]


def test_a_report_in_capitals_gives_persons_groups_states_and_organisations() -> None:
    text = (
        "MAJOR RENE CARRANZA SAID TODAY THAT TERRORISTS OF THE FMLN ATTACKED TWO SOLDIERS NEAR THE SALVADORAN BORDER."
    )
    assert found(text) == [
        ("MAJOR RENE CARRANZA", "Rene Carranza", "person"),
        ("TERRORISTS OF THE FMLN", "terrorists of the fmln", "group"),
        ("TWO SOLDIERS", "two soldiers", "group"),
        ("SALVADORAN", "El Salvador", "state"),
    ]


def test_a_headline_in_capitals_at_each_word_gives_only_names() -> None:
    text = "Xi Arrives in Moscow for Crucial Talks With Putin\n\nChinese President Xi Jinping arrived on Monday."
    assert [name for _, name, _ in found(text)] == ["Xi Jinping", "Putin", "Xi Jinping"]


@pytest.mark.parametrize(
    "text",
    [
        "BERLIN (Reuters) - Prices rose.",
        "NEW YORK, May 3 - Shares fell.",
        "See https://example.org/Products for more.",
        "It cost US$9.7 billion.",
        "A general election is due.",
        "We fund research.",
        "On Mondays nothing happens.",
        "A South American frog.",
        "Growth slows. NEED TO DEAL WITH CRISIS Later it slows more.",
        "She lives in Salinas, CA, with a cat.",
    ],
)
def test_datelines_addresses_money_and_verbs_are_no_actors(text: str) -> None:
    assert [name for _, name, _ in found(text) if name != "Reuters"] == []


HOSTILE = {
    "no space": "A" * 200_000,
    "hyphens": "a-" * 50_000 + "b",
    "brackets": "(" * 100_000 + "Xi" + ")" * 100_000,
    "quotes": '"' * 100_000 + "“" * 100_000,
    "initials": "J. " * 50_000,
    "particles": "van der " * 30_000 + "Berg",
    "one name": "Ministry of " * 20_000,
    "modifiers": "former senior " * 20_000 + "president",
    "namesakes": "John Smith met Mary Smith. Smith said Smith. " * 3_000,
    "courts": " ".join(f"The Ab{'x' * (i % 50)}{i} Court met. The court said." for i in range(5_000)),
    "emoji": "👩‍👩‍👧 Xi Jinping’s 🇨🇳 e\u0301tat \u202ePutin\u202c " * 2_000,
    "nothing": "",
    "spaces": " \n\t" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_give_exact_ordered_mentions(name: str) -> None:
    text = HOSTILE[name]
    for sentences in (split_sentences(text), [Span(0, len(text))] if text else []):
        mentions = find_actors(text, sentences)
        assert all(text[m.start : m.end] == m.surface for m in mentions)
        assert all(left.end <= right.start for left, right in zip(mentions, mentions[1:], strict=False))
    spots = find_places(text)
    assert all(text[p.start : p.end] == p.surface for p in spots)


def test_every_place_lies_in_a_state_of_the_table() -> None:
    countries = {reading.country for readings in places().values() for reading in readings}
    assert countries - {None} <= set(states())
    assert places()["Lyon"][0].country == "France"


def test_a_firm_in_capitals_keeps_the_words_before_its_legal_form() -> None:
    assert found("NORFIELD BORG SA sued Malta.") == [
        ("NORFIELD BORG SA", "NORFIELD BORG SA", "organisation"),
        ("Malta", "Malta", "state"),
    ]


def test_a_known_name_with_a_sign_for_and_is_also_known_spelled_out() -> None:
    assert found("Standard and Poor's sued Malta.")[0] == ("Standard and Poor", "Standard & Poor's", "organisation")
