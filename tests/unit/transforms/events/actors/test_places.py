"""Places and which of several of one name is meant."""

import pytest

from transforms.events.actors import Places, find_places
from transforms.events.texts.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "surface", "name", "country"),
    [
        ("He arrived in Paris.", "Paris", "Paris", "France"),
        ("He arrived in London.", "London", "London", "United Kingdom"),
        ("He arrived in London, in Canada.", "London", "London", "Canada"),
        ("Ships in the Black Sea.", "Black Sea", "Black Sea", None),
        ("Crowds filled Independence Square.", "Independence Square", "Independence Square", None),
        ("Fires in the U.S. spread.", "U.S.", "United States", "United States"),
        ("Cairo's airport closed.", "Cairo", "Cairo", "Egypt"),
        ("He lives in St. Petersburg.", "St. Petersburg", "St. Petersburg", "Russia"),
        ("CLASHES NEAR SAN SALVADOR.", "SAN SALVADOR", "San Salvador", "El Salvador"),
        ("Envoys of the UAE met.", "UAE", "United Arab Emirates", "United Arab Emirates"),
    ],
)
def test_a_place_has_its_state(text: str, surface: str, name: str, country: str | None) -> None:
    assert (surface, name, country) in [(p.surface, p.name, p.country) for p in find_places(text)]


@pytest.mark.parametrize(
    "text",
    [
        "George Washington slept here.",
        "It was Senator Lincoln.",
        "nothing in small letters, not even paris",
        "However, it rained.",
        "Gozo Street Racing is a club of Fifth District Attorney Anna Borg.",
    ],
)
def test_persons_and_ordinary_words_are_no_places(text: str) -> None:
    assert find_places(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rebels took the town of Eastquay.", ["Eastquay"]),
        ("Rebels took the village of Anna Marouf on Thursday.", ["Anna Marouf"]),
        ("They met in the resort of Sharm el-Sheikh.", ["Sharm el-Sheikh"]),
        ("They met in the port of Puerta del Oro.", ["Puerta del Oro"]),
        ("They met in the village of Eastquay, Lebanon.", ["Eastquay", "Lebanon"]),
        ("They burnt the town of Eastquay's Old Market.", ["Eastquay"]),
        ("They entered the town of Eastquay President Borg said.", ["Eastquay"]),
        ("They reached the outskirts of town.", []),
        ("It was a habit of Eastquay.", []),
    ],
)
def test_the_noun_of_a_settlement_tells_that_an_unknown_name_is_a_place(text: str, named: list[str]) -> None:
    assert [place.name for place in find_places(text)] == named


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They met in Gafsa.", [("Gafsa", "Tunisia", (34.4, 8.8))]),
        ("They met near Sidi Bouzid, he said.", [("Sidi Bouzid", "Tunisia", (35.0, 9.5))]),
        ("They met in San Francisco del Rincón.", [("San Francisco del Rincón", "Mexico", (21.0, -101.9))]),
        ("They met in Springfield, Ill., on Monday.", [("Springfield", "United States", (39.8, -89.6))]),
        ("They met in Springfield, Massachusetts.", [("Springfield", "United States", (42.1, -72.6)), ("Massachusetts", "United States", None)]),
        ("They met in London, in Canada.", [("London", "Canada", (43.0, -81.2)), ("Canada", "Canada", None)]),
        ("They met in Kiev.", [("Kiev", "Ukraine", (50.5, 30.5))]),
        ("They met in Umm Norfield, Iraq.", [("Umm Norfield", "Iraq", None), ("Iraq", "Iraq", None)]),
        ("Fighters entered Eastquay province.", [("Eastquay", None, None)]),
        ("Fighters left the Eastquay Hadar district.", [("Eastquay Hadar", None, None)]),
        ("Fighters entered Kurdish villages and a Muslim village.", []),
        ("They met in March, in Spring and in Gafsa Borg's office.", []),
    ],
)  # fmt: skip
def test_a_place_lies_in_a_state_and_a_town_at_known_degrees(text: str, places: list) -> None:
    """Degrees to a tenth; states and regions have none."""
    found = [
        (p.name, p.country, None if p.latitude is None or p.longitude is None else (round(p.latitude, 1), round(p.longitude, 1)))
        for p in find_places(text)
    ]  # fmt: skip
    assert found == places


def test_offsets_give_the_surface_of_every_place() -> None:
    text = "“Köln’s mayor” flew 🛩 from Berlin to São Paulo, then to New York’s airport."
    found = find_places(text)
    assert [text[p.start : p.end] for p in found] == [p.surface for p in found]
    assert {"Berlin", "São Paulo", "New York"} <= {p.surface for p in found}


def test_places_of_a_part_are_those_that_reading_the_whole_text_gives() -> None:
    text = (
        "Crowds filled Independence Square in Kyiv. New York’s mayor then left for London. He lives in London, Canada. "
        "The Black Sea coast near St. Petersburg was calm. George Washington slept there, and in Rio de Janeiro."
    )
    whole, parts = find_places(text), Places(text)
    for span in split_sentences(text):
        assert parts.within(*span) == [place for place in whole if span.start <= place.start < span.end]
    assert len(whole) > 5


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Vella will visit the House of Malta in Oslo.", "Oslo"),
        ("Rebels attacked the Bank of America in Denver.", "Denver"),
        ("Anna Vella visited the Bank of China.", None),
        ("Students of the University of Oslo protested in Bergen.", "Bergen"),
        ("Students of the University of Oslo protested.", "Oslo"),
        ("A judge sentenced Karl Borg in U.S. District Court in Denver.", "Denver"),
        ("Anna Vella met Italy's minister of tourism, Karl Borg.", None),
        ("Anna Vella met U.S. Secretary of State Karl Borg in Geneva.", "Geneva"),
        ("Norfield agreed to acquire Florida Rock Industries.", None),
        ("A man was arrested in San Luis Obispo on Monday.", "San Luis Obispo"),
        ("A man was arrested in Newport Beach.", "Newport Beach"),
        ("Karl Borg was arrested on Monday at a camp in Quantico, Virginia.", "Quantico"),
        ("A friend visited Karl Borg at the camp of the U.S. Marine Corps in Quantico, Virginia.", "Quantico"),
        ("A man was arrested in Newport Police Sergeant Karl Borg said.", "Newport"),
        ("Karl Borg was released on Monday from San Quentin State Prison.", "San Quentin State Prison"),
        ("Karl Borg arrived in Tunis by train from Poland on Monday.", "Tunis"),
        ("Karl Borg arrived from Poland on Monday.", None),
    ],
)  # fmt: skip
def test_where_something_was_is_no_part_of_a_name_nor_cut_short(text: str, place: str | None, mentions_of) -> None:
    assert {mention["place"] for mention in mentions_of(text)} == {place}


def test_a_prison_is_not_whom_somebody_frees(mentions_of) -> None:
    [release] = mentions_of("Karl Borg was released from Norfield Prison on Monday.")
    assert [actor["name"] for actor in release["actors"]] == ["Karl Borg"]


@pytest.mark.parametrize(
    ("text", "place", "roles"),
    [
        ("Jefferson County sued Karl Borg.", "Jefferson County", {("Jefferson County", "source"), ("Karl Borg", "target")}),
        ("Orange County prosecutors charged Karl Borg.", "Orange County", {("Orange County prosecutors", "source"), ("Karl Borg", "target")}),
        ("The Chicago District Attorney charged Karl Borg.", "Chicago", {("Chicago District Attorney", "source"), ("Karl Borg", "target")}),
        ("Police charged Karl Borg in Orange County.", "Orange County", {("Police", "source"), ("Karl Borg", "target")}),
        ("A San Clemente prosecutor charged Karl Borg.", None, {("San Clemente prosecutor", "source"), ("Karl Borg", "target")}),
    ],
)  # fmt: skip
def test_a_county_acts_and_is_where_its_offices_are(
    text: str, place: str | None, roles: set, mentions_of, roles_of
) -> None:
    found = mentions_of(text)
    assert [mention["place"] for mention in found] == [place]
    assert roles_of(found, "charge") == [roles]


@pytest.mark.parametrize(
    ("headline", "place"),
    [
        ("MAN CONVICTED OF ASSAULTING WOMAN WITH CAR NEAR STATION.", None),
        ("PRIEST CONVICTED OF ASSAULTING MALE STUDENT.", None),
        ("MAN CONVICTED OF ASSAULTING WOMAN IN BROOKLYN.", "Brooklyn"),
        ("MAN CONVICTED OF ASSAULTING WOMAN IN RICE FIELD. The field grows rice only.", None),
    ],
)
def test_ordinary_words_in_capitals_are_no_places(headline: str, place: str | None, mentions_of) -> None:
    assert {mention["place"] for mention in mentions_of(headline) if mention["event_type"] == "verdict"} == {place}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake hit the Caribbean nation of Haiti on Monday.", "Haiti"),
        ("A flood hit the Amazon on Monday.", "Amazon"),
        ("Karl Borg visited the Islamic Republic of Afghanistan on Monday.", "Afghanistan"),
        ("Karl Borg visited the Islamic Republic on Monday.", "Iran"),
    ],
)
def test_a_longer_name_says_which_state_is_meant(text: str, expected: str, mentions_of) -> None:
    assert [mention["place"] for mention in mentions_of(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("A Maltese court on Tuesday ordered the arrest of Anna Borg.", None, "Malta"),
        ("The Cypriot parliament passed the budget on Monday.", None, "Cyprus"),
        ("Maltese police arrested an Italian banker on Monday.", None, "Malta"),
        ("An Italian banker was arrested on Monday.", None, None),
        ("Maltese police arrested a banker in Sfax on Monday.", "Sfax", "Tunisia"),
        ("Italian jets bombed a depot on Monday.", None, None),
    ],
)
def test_what_is_done_at_home_has_its_country_without_a_place(
    text: str, place: str | None, country: str | None, mentions_of
) -> None:
    assert {(mention["place"], mention["country"]) for mention in mentions_of(text)} == {(place, country)}
