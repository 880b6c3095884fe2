"""A surname that is an ordinary word, a role or a month stands for the person whom the article names in full, and the word stays a word elsewhere."""

import pytest

SURNAMES = [
    "White",
    "Long",
    "Young",
    "King",
    "Dean",
    "Baker",
    "Carpenter",
    "Bishop",
    "Best",
    "Good",
    "Little",
    "Power",
    "Law",
    "Hope",
]


@pytest.mark.parametrize(
    "frame",
    [
        "{} criticised Karl Borg on Monday.",
        "On Monday, {} criticised Karl Borg.",
        "Police said {} had criticised Karl Borg on Monday.",
        "Karl Borg was criticised by {} on Monday.",
        "Mr {} criticised Karl Borg on Monday.",
        "{}, who is 54, criticised Karl Borg on Monday.",
    ],
)
def test_a_surname_like_a_word_is_its_bearer(frame, mentions_of) -> None:
    texts = [f"Robert {name}, a banker, lives in Oslo. {frame.format(name)}" for name in SURNAMES]
    sources = [
        [actor["name"] for actor in mention["actors"] if actor["role"] == "source"]
        for mention in sorted(mentions_of(*texts), key=lambda item: int(item["article_id"][1:]))
    ]
    assert sources == [[f"Robert {name}"] for name in SURNAMES]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theresa May lives in London. May criticised Karl Borg on Monday.", {"Theresa May"}),
        ("Theresa May lives in London. Police said May had criticised Karl Borg on Monday.", {"Theresa May"}),
        ("Theresa May lives in London. In May, ministers criticised Karl Borg.", {"ministers"}),
        ("Robert White lives in Oslo. The White House criticised Karl Borg on Monday.", {"White House"}),
        ("Robert King lives in Oslo. King Abdullah criticised Karl Borg on Monday.", {"King Abdullah"}),
        ("Robert Dean lives in Oslo. The dean criticised Karl Borg on Monday.", {"dean"}),
        ("Robert Young lives in Oslo. Young voters criticised Karl Borg on Monday.", {"Young voters"}),
    ],
)
def test_who_criticises_beside_one_of_such_a_name(text, expected, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert {actor["name"] for actor in mention["actors"] if actor["role"] == "source"} == expected
