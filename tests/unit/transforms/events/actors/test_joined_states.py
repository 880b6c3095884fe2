"""Two states that a hyphen joins are two actors; a person or a firm of that name is one."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US-China summit took place in Berlin on Monday.", {"United States", "China"}),
        ("The U.S.-China trade talks took place in Berlin on Monday.", {"United States", "China"}),
        ("Israeli-Palestinian talks took place in Berlin on Monday.", {"Israel", "Palestine"}),
        ("The Franco-German summit took place in Berlin on Monday.", {"France", "Germany"}),
        ("Borg attended the Anglo-Irish summit in Berlin on Monday.", {"Borg", "United Kingdom", "Ireland"}),
        ("The South Korea-Japan summit took place in Berlin on Monday.", {"South Korea", "Japan"}),
        ("The Israel-Hamas talks took place in Cairo on Monday.", {"Israel", "Hamas"}),
        ("The Anglo-American Corp met Karl Borg on Monday.", {"Anglo-American Corp", "Karl Borg"}),
        ("A Franco-Algerian man met Karl Borg on Monday.", {"Franco-Algerian man", "Karl Borg"}),
        ("Iran-backed rebels met Karl Borg on Monday.", {"Iran-backed rebels", "Karl Borg"}),
    ],
)
def test_who_meets(text, expected, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert {actor["name"] for actor in mention["actors"]} == expected
