"""Names of persons, organisations, states and groups as they stand in news sentences."""

import pytest

from transforms.events.actors import ActorMention, find_actors
from transforms.events.texts.sentences import split_sentences


def actors(text: str) -> list[ActorMention]:
    return find_actors(text, split_sentences(text))


@pytest.mark.parametrize(
    ("text", "surface", "name", "kind", "state"),
    [
        (
            "French President Emmanuel Macron spoke.",
            "French President Emmanuel Macron",
            "Emmanuel Macron",
            "person",
            "France",
        ),
        (
            "The Burundi president, Pierre Nkurunziza, died.",
            "Burundi president, Pierre Nkurunziza",
            "Pierre Nkurunziza",
            "person",
            "Burundi",
        ),
        (
            "Antony Blinken, the US Secretary of State, left.",
            "Antony Blinken, the US Secretary of State",
            "Antony Blinken",
            "person",
            "United States",
        ),
        ("Talks with Gen. Omar Kanaan failed.", "Gen. Omar Kanaan", "Omar Kanaan", "person", None),
        ("Ursula von der Leyen arrived.", "Ursula von der Leyen", "Ursula von der Leyen", "person", None),
        ("They met Prince Mohammed bin Salman.", "Prince Mohammed bin Salman", "Mohammed bin Salman", "person", None),
        ("They met King Felipe VI in May.", "King Felipe VI", "King Felipe VI", "person", None),
        (
            "The Chinese Foreign Ministry protested.",
            "Chinese Foreign Ministry",
            "Chinese Foreign Ministry",
            "organisation",
            "China",
        ),
        (
            "China's Foreign Ministry protested.",
            "China's Foreign Ministry",
            "Chinese Foreign Ministry",
            "organisation",
            "China",
        ),
        (
            "The Department of Health and Human Services sued.",
            "Department of Health and Human Services",
            "Department of Health and Human Services",
            "organisation",
            None,
        ),
        ("Aid came from the UN on Friday.", "UN", "United Nations", "organisation", None),
        ("The Kremlin denied it.", "Kremlin", "Kremlin", "organisation", "Russia"),
        ("The Turkish government fell.", "Turkish government", "Turkish government", "organisation", "Turkey"),
        ("On Friday, the House passed it.", "House", "House", "organisation", None),
        ("The Maltese House passed it.", "Maltese House", "Maltese House", "organisation", "Malta"),
        (
            "Thousands of demonstrators marched.",
            "Thousands of demonstrators",
            "Thousands of demonstrators",
            "group",
            None,
        ),
        ("A mine killed two Turkish soldiers.", "two Turkish soldiers", "two Turkish soldiers", "group", "Turkey"),
        (
            "Anti-government protesters cheered.",
            "Anti-government protesters",
            "Anti-government protesters",
            "group",
            None,
        ),
        (
            "The Office of the Attorney General sued Borg.",
            "Office of the Attorney General",
            "Office of the Attorney General",
            "organisation",
            None,
        ),
        (
            "The Centers for Care & Ageing Services sued Borg.",
            "Centers for Care & Ageing Services",
            "Centers for Care & Ageing Services",
            "organisation",
            None,
        ),
        ("Sun Capital met Norfield Steel.", "Sun Capital", "Sun Capital", "organisation", None),
        ("Police met Nadira Abu Vella.", "Nadira Abu Vella", "Nadira Abu Vella", "person", None),
        ("U.S. Marshals held him.", "U.S. Marshals", "U.S. Marshals", "group", "United States"),
        ("Norfield's CEOs met.", "Norfield's CEOs", "Norfield's CEOs", "group", None),
        ("Rockets hit Israel again.", "Israel", "Israel", "state", "Israel"),
        ("Moscow accused them of lying.", "Moscow", "Russia", "state", "Russia"),
        ("It follows talks between Moscow and others.", "Moscow", "Russia", "state", "Russia"),
        ("The Russian attack went on.", "Russian", "Russia", "state", "Russia"),
    ],
)
def test_a_noun_group_is_one_actor_with_name_kind_and_state(
    text: str, surface: str, name: str, kind: str, state: str | None
) -> None:
    found = [(a.surface, a.name, a.kind, a.state) for a in actors(text)]
    assert (surface, name, kind, state) in found


@pytest.mark.parametrize(
    "text",
    [
        "He arrived in Moscow.",
        "However, nothing happened.",
        "Meanwhile, prices rose.",
        "The treaty was ready on Monday.",
        "Snow fell near Lyon.",
        "It was a United States-led plan.",
        "It was a Hutu-organized raid.",
        "Undue haste should be avoided.",
        "It was a Category 5 hurricane.",
        "It passed the Level 2 test.",
    ],
)
def test_places_days_and_ordinary_words_are_no_actors(text: str) -> None:
    assert actors(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("President Xi Jinping left. Xi said so.", "Xi", "Xi Jinping"),
        ("Vladimir Putin left. Mr. Putin said so.", "Mr. Putin", "Vladimir Putin"),
        ("Chinese President Xi Jinping left. The Chinese leader said so.", "Chinese leader", "Xi Jinping"),
        ("French President Emmanuel Macron left. The French president said so.", "French president", "Emmanuel Macron"),
        (
            "The International Criminal Court (ICC) ruled. The ICC is in the Netherlands.",
            "ICC",
            "International Criminal Court",
        ),
        ("The Constitutional Court met. Later the court adjourned.", "court", "Constitutional Court"),
        ("Angela Merkel spoke. She left early.", "She", "Angela Merkel"),
    ],
)
def test_short_forms_and_references_get_the_full_name(text: str, surface: str, name: str) -> None:
    assert (surface, name) in [(a.surface, a.name) for a in actors(text)]


def test_the_second_of_two_ministers_acts_for_the_state_of_the_first() -> None:
    found = actors("Israeli Prime Minister Ariel Berg and Defense Minister Shaul Marom left.")
    assert [(actor.name, actor.state) for actor in found] == [("Ariel Berg", "Israel"), ("Shaul Marom", "Israel")]


def test_a_text_without_sentences_or_words_has_no_actors() -> None:
    assert find_actors("", []) == []
    assert [actor.name for actor in find_actors("talks with Ahmed Khan", [])] == ["Ahmed Khan"]


def test_offsets_give_the_surface_and_mentions_never_overlap() -> None:
    text = "“U.S. President Joe Biden’s aides”\n\nBiden, who met King Salman’s envoys, told the UN (United Nations) and 36-year-old María Peña’s lawyer."
    found = actors(text)
    assert [text[a.start : a.end] for a in found] == [a.surface for a in found]
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))


def test_a_verb_of_a_headline_begins_no_name(mentions_of) -> None:
    found = mentions_of(
        "Maltese Leader Criticizes Borg's Plan\nThe premier criticized the plan. Borg visits London on Friday."
    )
    assert "Criticizes Borg" not in {actor["name"] for mention in found for actor in mention["actors"]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Karl Borg spoke at the Consumer Electronics Show on Monday.", ["Karl Borg"]),
        ("Malta signed the Minority Rights Treaty on Monday.", ["Malta"]),
        ("Karl Borg told Reuters Insider television that Anna Vella left.", ["Karl Borg", "Reuters", "Anna Vella"]),
        ("Major General Karl Hill was arrested.", ["Karl Hill"]),
        ("NRF-driven attacks killed Anna Vella.", ["Anna Vella"]),
        ("Kestrel paid for a major Olympics deal.", ["Kestrel"]),
        ("Karl Borg, the Minister of Foreign Affairs of Malta, met Anna Vella.", ["Karl Borg", "Malta", "Anna Vella"]),
    ],
)
def test_a_word_for_an_office_before_a_thing_or_an_outlet_is_nobody(text: str, names: list[str]) -> None:
    assert [actor.name for actor in find_actors(text, split_sentences(text))] == names
