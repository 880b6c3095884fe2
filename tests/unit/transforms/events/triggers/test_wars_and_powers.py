"""Wars and fights that break out, who comes to power, states joined by "and"."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "when", "expected"),
    [
        ("Civil war broke out in Libya in February 2011.", "attack", "2011-02", set()),
        ("Fighting has broken out in Tripoli.", "attack", None, set()),
        ("Fighting broke out on Monday between rebels and troops.", "attack", "2023-03-20", {"rebels", "troops"}),
        ("Thirty Maltese soldiers were injured on Monday, some by small-arms fire.", "attack", "2023-03-20", {"Thirty Maltese soldiers"}),
        ("The Labour Party came to power in 1994.", "appointment", "1994", {"Labour Party"}),
        ("The United Kingdom and United States signed a pact on Monday.", "agreement", "2023-03-20", {"United Kingdom", "United States"}),
        ("State Street Corp signed a pact with Malta on Monday.", "agreement", "2023-03-20", {"State Street", "Malta"}),
    ],
)  # fmt: skip
def test_wars_powers_and_pairs_of_states_are_told(text, event_type, when, expected, mentions_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert (found["edtf"], {actor["name"] for actor in found["actors"]}) == (when, expected)


def test_a_war_of_prices_is_none(mentions_of) -> None:
    assert mentions_of("A price war broke out among shops on Monday.") == []
