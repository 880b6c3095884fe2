"""Plain sentences of the news: the event that each tells is found, with its day."""

from pathlib import Path

import pytest

from transforms.events import load_ontology

LINES = [
    line.split(": ", 1)
    for line in (Path(__file__).parent / "news_of_every_type.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def told(mentions_of) -> dict[str, set[tuple[str, str, str | None]]]:
    """The type, status and day of each mention, by sentence."""
    found: dict[str, set[tuple[str, str, str | None]]] = {text: set() for _, text in LINES}
    texts = list(found)
    for mention in mentions_of(*texts):
        text = texts[int(mention["article_id"][1:])]
        found[text].add((mention["event_type"], mention["status"], mention["edtf"]))
    return found


@pytest.mark.parametrize(("event_type", "text"), LINES)
def test_the_event_of_a_plain_sentence_is_found_with_its_day(event_type, text, told) -> None:
    assert {(event_type, "happened", "2023-03-20"), (event_type, "ongoing", "2023-03-20")} & told[text]


def test_every_type_has_its_sentences() -> None:
    assert {event_type for event_type, _ in LINES} == set(load_ontology().types)
