"""A name of several words is a person's where something shows it, and an organisation's where nothing does."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Norfield sued Zelna Harvest on Monday.", "Zelna Harvest", "organisation"),
        ("Norfield sued Ravi Vella on Monday.", "Ravi Vella", "person"),
        ("Norfield sued Karl-Heinz Borg on Monday.", "Karl-Heinz Borg", "person"),
        ("Norfield sued Oruk bin Vella on Monday.", "Oruk bin Vella", "person"),
        ("Norfield sued Oruk El-Borg on Monday.", "Oruk El-Borg", "person"),
        ("Norfield sued Lianrong Zhao on Monday.", "Lianrong Zhao", "person"),
        ("Norfield sued ANNA BORG on Monday.", "ANNA BORG", "person"),
        ("Norfield sued Oruk Vellberg, 44, on Monday.", "Oruk Vellberg", "person"),
        ("Norfield sued Oruk Vellberg, who had left, on Monday.", "Oruk Vellberg", "person"),
        ("On Monday Oruk Vellberg was arrested in Oslo.", "Oruk Vellberg", "person"),
        ("Norfield sued its smaller rival Zelna on Monday.", "Zelna", "organisation"),
        ("Norfield sued Major Zelna on Monday.", "Zelna", "person"),
        ("Norfield sued lawyer Oruk Vellberg on Monday.", "Oruk Vellberg", "person"),
    ],
)
def test_a_name_is_a_persons_only_where_something_shows_it(text: str, name: str, kind: str, mentions_of) -> None:
    kinds = {actor["kind"] for mention in mentions_of(text) for actor in mention["actors"] if actor["name"] == name}
    assert kinds == {kind}


def test_a_name_that_a_title_shows_later_is_a_persons_from_the_beginning(mentions_of) -> None:
    text = "Norfield sued Oruk Vellberg on Monday. The lawyer Oruk Vellberg said he was innocent."
    [first, *_] = mentions_of(text)
    assert ("Oruk Vellberg", "person") in [(actor["name"], actor["kind"]) for actor in first["actors"]]


def test_an_organisation_that_nothing_introduces_may_be_it_later(mentions_of) -> None:
    mentions = mentions_of("Zelna Harvest grew fast. It sued Norfield on Monday.")
    assert [actor["name"] for mention in mentions for actor in mention["actors"] if actor["role"] == "source"] == [
        "Zelna Harvest"
    ]
