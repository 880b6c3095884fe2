"""Which words of an article tell an event of their own: tolls, references back, headings, aims, words that follow far off."""

import pytest


def types(mentions) -> list[str]:
    return [mention["event_type"] for mention in mentions]


@pytest.mark.parametrize(
    ("text", "told", "left_out"),
    [
        ("Six people were killed on Monday after a roof collapsed in Malta.", "disaster", "death"),
        ("Twelve people died on Monday in a bus crash in Malta.", "disaster", "death"),
        ("Three guards were killed on Monday in a bomb attack in Malta.", "attack", "death"),
        ("The premier told reporters on Monday he had no plans to resign.", "rejection", ""),
        ("The ministry ordered members of the exiled royal family there to leave on Monday.", "demand", ""),
        ("A judge in Malta told the court on Monday she was forced to drink.", "speech", "demand"),
        ("The firm declined on Monday to comment on the plan.", "", "rejection"),
        ("The shops were closed on Monday, and the firm's profits declined in value.", "", "rejection"),
        ("Rebels have been meeting stiff resistance since Monday.", "", "meeting"),
        ("He was still fighting to hold on to power on Monday.", "", "attack"),
        ("The bond is demonstrated on Monday by the way they work.", "", "protest"),
    ],
)
def test_each_word_is_read_for_what_it_tells(text: str, told: str, left_out: str, mentions_of) -> None:
    found = types(mentions_of(text))
    assert not told or told in found
    assert left_out not in found


@pytest.mark.parametrize(
    ("text", "told", "left_out"),
    [
        ("Marchers in Malta called on Monday for the dismissal of the minister.", "", "resignation"),
        ("Traders there want the arrest of Karl Borg, the shop's owner.", "", "arrest"),
        ("The mayor spoke on Monday of ways to avoid a battle in Malta.", "", "attack"),
        ("Shopkeepers in Malta defied a night curfew on Monday.", "", "legislation"),
        ("Malta announced a night curfew on Monday.", "legislation", ""),
        ("Rebels in Malta laughed on Monday.", "", "attack"),
    ],
)
def test_what_is_wanted_or_kept_off_is_no_event(text: str, told: str, left_out: str, mentions_of) -> None:
    found = types(mentions_of(text))
    assert not told or told in found
    assert left_out not in found


@pytest.mark.parametrize(
    ("text", "event_type", "others"),
    [
        ("On Monday the nurse Anna Borg testified that Karl Zammit had called her.", "speech", "Karl Zammit"),
        ("Malta had sent forty doctors there before the earthquake struck on Monday.", "disaster", "Malta"),
    ],
)
def test_whoever_another_clause_is_about_takes_no_part(text: str, event_type: str, others: str, mentions_of) -> None:
    mention = next(m for m in mentions_of(text) if m["event_type"] == event_type)
    assert others not in {actor["name"] for actor in mention["actors"]}


def test_a_persons_name_is_not_taken_for_a_city_of_that_name(mentions_of) -> None:
    text = "The singer Paul Jackson toured Malta for years. Jackson died on Monday, and Jackson's doctor was arrested."
    assert "Jackson" not in {mention["place"] for mention in mentions_of(text)}


def test_a_named_persons_death_stays_beside_the_fighting(mentions_of) -> None:
    found = types(mentions_of("Karl Borg was killed on Monday during an attack on Malta."))
    assert "attack" in found
    assert "death" in found


def test_a_noun_that_names_again_what_was_told_counts_less(mentions_of) -> None:
    text = "President Anna Borg met Karl Zammit on Monday. Snow fell. The minister believes that Borg's meeting with Zammit was long."
    meetings = [mention for mention in mentions_of(text) if mention["event_type"] == "meeting"]
    assert meetings
    assert all(later["confidence"] < meetings[0]["confidence"] for later in meetings[1:])


def test_a_chronicle_tells_in_the_present(mentions_of) -> None:
    text = "\n".join(
        (
            "March 15 - Police arrest a man in Benghazi.",
            "March 16 - Rebels capture a town in the east.",
            "March 17 - The Maltese parliament votes to authorise a no-fly zone.",
        )
    )
    found = {mention["event_type"]: mention["start_date"].isoformat() for mention in mentions_of(text)}
    assert found.items() >= {"arrest": "2023-03-15", "vote": "2023-03-17"}.items()


def test_days_with_their_year_before_lines_make_a_chronicle_without_any_sign_behind_them(mentions_of) -> None:
    text = (
        "8 February 2020 Dr Karl Borg is charged with fraud.\nHe is released on bail.\n"
        "11 January 2021 A jury hears the first witness.\n7 November 2021 Dr Borg is found guilty of fraud."
    )
    found = {mention["event_type"]: mention["edtf"] for mention in mentions_of(text)}
    assert found.items() >= {"charge": "2020-02-08", "release": "2020-02-08", "verdict": "2021-11-07"}.items()


def test_a_day_to_come_makes_an_infinitive_a_plan(mentions_of) -> None:
    mention = next(
        m
        for m in mentions_of("Both sides hope for the treaty to enter into force on May 1, 2023.")
        if m["event_type"] == "agreement"
    )
    assert (mention["status"], mention["start_date"].isoformat()) == ("planned", "2023-05-01")


def test_a_digest_tells_of_its_day_and_overnight_of_the_night_before(mentions_of) -> None:
    text = (
        "Germany condemns Belarus. France expels two envoys. Serbia arrests a general. Malta signs a treaty with Italy. "
        "An overnight drone attack on Odesa kills three people. The army says that it seized a town in the east. "
        "Thousands of Maltese gather in Valletta to protest against the law."
    )
    found = {
        m["event_type"]: (m["start_date"].isoformat(), m["end_date"].isoformat())
        for m in mentions_of(text)
        if m["start_date"]
    }
    assert found["arrest"] == ("2023-03-21", "2023-03-21")
    assert found["protest"] == ("2023-03-21", "2023-03-21")
    attacks = [
        (m["start_date"].isoformat(), m["end_date"].isoformat())
        for m in mentions_of(text)
        if m["event_type"] == "attack"
    ]
    assert ("2023-03-20", "2023-03-21") in attacks
    assert ("2023-03-21", "2023-03-21") in attacks


def test_people_told_by_their_number_make_a_digest_too(mentions_of) -> None:
    text = (
        "Six people are killed in strikes on a power plant in Rome.\n"
        "At least 12 people are arrested during raids in Malta.\n"
        "Three soldiers are kidnapped near the border.\n"
        "Two bankers are jailed for fraud.\n"
        "Karl Borg, who was serving a sentence for charges of hacking, leads the list."
    )
    found = {item["event_type"]: (item["edtf"], item["date_basis"]) for item in mentions_of(text)}
    assert found["arrest"] == ("2023-03-21", "published")
    assert found["verdict"] == ("2023-03-21", "published")


def test_who_is_killed_is_told_once(mentions_of) -> None:
    found = mentions_of("One person was killed and six others were injured in drone strikes on a school.")
    assert [item["event_type"] for item in found] == ["attack"]
    found = mentions_of("A man stabbed two people in Rome on Monday.")
    assert [item["event_type"] for item in found] == ["attack"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Karl Borg denied that soldiers attacked the village on Monday.", "denied"),
        ("Karl Borg denied he attacked the village on Monday.", "denied"),
        ("Karl Borg did not deny that soldiers attacked the village on Monday.", "alleged"),
        ("Karl Borg admitted soldiers attacked the village on Monday.", "happened"),
    ],
)
def test_a_denial_holds_for_what_stands_in_its_content(text: str, status: str, mentions_of) -> None:
    assert [m["status"] for m in mentions_of(text) if m["event_type"] == "attack"] == [status]
