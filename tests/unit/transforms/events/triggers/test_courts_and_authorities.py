"""What courts, prosecutors and inspectors do: charges, rulings, inquiries and raids, and what only sounds like them."""

import pytest


def _found(mentions, event_type):
    return [(m["status"], m["edtf"]) for m in mentions if m["event_type"] == event_type]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The court, which sits in Norfield, struck down the law on Monday.", "verdict"),
        ("The Supreme Court, in a rare move, upheld the law on Monday.", "verdict"),
        ("A federal judge, citing a lack of evidence, threw out the case on Monday.", "verdict"),
        ("Prosecutors, who have watched the bank since 2010, charged Anna Borg on Monday.", "charge"),
        ("The suit, the first of its kind against the bank, was filed in federal court on Monday.", "charge"),
    ],
)
def test_the_subject_counts_over_what_is_inserted_behind_it(text, event_type, mentions_of) -> None:
    assert ("happened", "2023-03-20") in _found(mentions_of(text), event_type)


@pytest.mark.parametrize(
    "text",
    [
        "The court case was long, and the bank, which paid for it, decided on Monday to drop it.",
        "In court, Borg, who had fled, rejected the offer on Monday.",
        "The mayor, who used to be a judge, dismissed the rumours on Monday.",
    ],
)
def test_another_subject_counts_for_nothing(text, mentions_of) -> None:
    assert _found(mentions_of(text), "verdict") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Securities Commission on Monday charged Karl Borg, 58, two of his clerks and a dealer with fraud.", 1),
        (
            "The Department of Justice on Monday charged two banks in Norfield and a dealer in Vella with hiding data.",
            1,
        ),
        ("Several charges were filed on Monday concerning losses in the fund.", 1),
        ("An indictment was unsealed on Monday.", 1),
        ("The case was settled on Monday without any charges being filed.", 0),
        ("Restructuring charges were brought down on Monday.", 0),
    ],
)
def test_authorities_charge_whom_they_name_far_before_the_crime(text, found, mentions_of) -> None:
    assert len(_found(mentions_of(text), "charge")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Regulators in Europe began a joint inquiry into the bank on Monday.", 1),
        ("A parliamentary inquiry was launched on Monday.", 1),
        ("The leak on Monday prompted an internal investigation at the bank.", 1),
        ("The headquarters of Borg Bank were raided on Monday on suspicion of fraud.", 1),
        ("The Commission said it had raided the offices of several chip makers on Monday.", 1),
        ("The flat of a banker was searched on Monday.", 0),
        ("His apartment was raided by gunmen on Monday.", 0),
        ("No inquiry was opened on Monday.", 0),
    ],
)
def test_inquiries_that_begin_and_rooms_that_are_searched_are_investigations(text, found, mentions_of) -> None:
    assert len(_found(mentions_of(text), "investigation")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The sale of the car maker was upheld by an appeals court on Monday.", 1),
        ("The limits were blocked by the courts on Monday.", 1),
        ("The 9th Circuit upheld the judgment in favor of the bank on Monday.", 1),
        ("The WTO ruled on Monday that the subsidies were illegal.", 1),
        ("Anna Vella was denied bail on Monday.", 1),
        ("The bank secured an injunction against a newspaper on Monday.", 1),
        ("The plan was rejected on Monday by the union, which went to court.", 0),
        ("The bank said on Monday it was seeking to obtain an injunction.", 0),
        ("Karl Borg ruled for 40 years, and his trade policy was harsh.", 0),
        ("The deal was blocked by regulators on Monday.", 0),
    ],
)
def test_what_is_decided_by_a_court_is_a_verdict(text, found, mentions_of) -> None:
    assert len(_found(mentions_of(text), "verdict")) == found


@pytest.mark.parametrize(
    ("text", "event_type", "found"),
    [
        ("President Karl Borg issued a general amnesty on Monday.", "release", 1),
        ("The fund offered a tax amnesty on Monday.", "release", 0),
        ("They captured him alive on Monday and took him away.", "arrest", 1),
        ("They captured him on video on Monday.", "arrest", 0),
        ("The journalist was seized at the airport by police on Monday.", "arrest", 1),
        ("The journalist was seized at the airport by gunmen on Monday.", "arrest", 0),
        ("Several hundred employees marched to a labour bureau in the city on Monday.", "protest", 1),
        ("Rebels marched toward the city on Monday.", "protest", 0),
        ("The band marched down the avenue on Monday.", "protest", 0),
    ],
)
def test_people_are_freed_seized_and_march(text, event_type, found, mentions_of) -> None:
    assert len(_found(mentions_of(text), event_type)) == found


@pytest.mark.parametrize(
    ("text", "event_type", "found"),
    [
        ("Karl Borg was summoned on Monday to appear before the tribunal.", "warrant", 1),
        ("Malta summoned the ambassador of Norway on Monday over the ruling of a court.", "warrant", 0),
        ("Karl Borg was slapped with corruption charges on Monday.", "charge", 1),
        ("The bank was hit with impairment charges on Monday.", "charge", 0),
        ("Malta took Norway to the world court on Monday over the border.", "charge", 1),
        ("Karl Borg was remanded in custody on Monday.", "arrest", 1),
        ("Police caught the gunman on Monday in a village near Norfield.", "arrest", 1),
        ("Police caught up with the delay on Monday.", "arrest", 0),
        ("Karl Borg was recaptured on Monday after his escape from prison.", "arrest", 1),
        ("The jury began deliberations on Monday.", "trial", 1),
        ("The board began deliberations on Monday.", "trial", 0),
        ("Karl Borg made his first appearance in court on Monday.", "trial", 1),
        ("Karl Borg made his first appearance for Norfield on Monday.", "trial", 0),
        ("Lawyers for the bank filed an appeal on Monday.", "trial", 1),
        ("The court heard on Monday that the clerk had bought the gun.", "trial", 1),
        ("Karl Borg heard on Monday that he was no longer wanted.", "trial", 0),
        ("Karl Borg was ordered on Monday to pay $4 million in damages.", "verdict", 1),
        ("Karl Borg was ordered on Monday to leave the room.", "verdict", 0),
        ("A judge set bail at $1 million on Monday.", "verdict", 1),
        ("The court on Monday gave Karl Borg ten years in prison.", "verdict", 1),
        ("Karl Borg posted bail on Monday.", "release", 1),
        ("Karl Borg spoke on Monday after posting bail.", "release", 0),
        ("The bank came under investigation on Monday.", "investigation", 1),
        ("The president set up a commission on Monday to look into the crash.", "investigation", 1),
        ("The president set up a commission on Monday to promote trade.", "investigation", 0),
        ("Police seized documents from the office of the bank on Monday.", "investigation", 1),
        ("Students boycotted classes on Monday.", "protest", 1),
        ("Malta handed Karl Borg over to the tribunal on Monday.", "arrest", 1),
        ("Malta handed power over to the court on Monday.", "arrest", 0),
        ("A judge halted the sale on Monday.", "verdict", 1),
        ("The judge stayed at the hotel on Monday.", "verdict", 0),
        ("The sentence was handed down on Monday.", "verdict", 1),
        ("The goods were delivered on Monday.", "verdict", 0),
        ("The raids on three hedge funds on Monday shook Norfield.", "investigation", 1),
        ("The raid on bank deposits on Monday shook Norfield.", "investigation", 0),
        ("The rebel raid on the bank on Monday shook Norfield.", "investigation", 0),
        ("Anna Vella was among those charged on Monday.", "charge", 1),
        ("The fees are higher than those charged on Monday.", "charge", 0),
        ("In a second day of hearings on Monday, the commission heard of the loans.", "trial", 1),
        ("All charges against Karl Borg were dismissed on Monday.", "verdict", 1),
        ("The rumours were dismissed on Monday.", "verdict", 0),
        ("A mistrial was declared on Monday.", "verdict", 1),
        ("His sentence was cut to five years on Monday.", "verdict", 1),
        ("The price was cut to five euros on Monday.", "verdict", 0),
        ("Karl Borg was ordered on Monday to stand trial.", "verdict", 1),
        ("The charges were dropped on Monday.", "release", 1),
        ("Karl Borg was put behind bars on Monday.", "arrest", 1),
        ("The money was locked up on Monday.", "arrest", 0),
        ("Karl Borg was taken from his home by police on Monday.", "arrest", 1),
        ("Karl Borg was taken from his home by ambulance on Monday.", "arrest", 0),
        ("The prosecution rested on Monday in the trial of Karl Borg.", "trial", 1),
        ("An autopsy was carried out on Monday.", "investigation", 1),
        ("Farmers drove tractors into the capital on Monday.", "protest", 1),
    ],
)
def test_steps_of_a_case_and_of_a_protest_are_events(text, event_type, found, mentions_of) -> None:
    assert len(_found(mentions_of(text), event_type)) == found


@pytest.mark.parametrize(
    ("text", "event_type", "target"),
    [
        ("Karl Borg got life in prison on Monday.", "verdict", "Karl Borg"),
        ("Karl Borg left prison on Monday.", "release", "Karl Borg"),
        ("Karl Borg was in police custody on Monday.", "arrest", "Karl Borg"),
        ("Four suspects were in police custody on Monday.", "arrest", "Four suspects"),
        ("Two journalists were free on Monday after a year in prison.", "release", "Two journalists"),
        ("Two ministers are under investigation for fraud.", "investigation", "Two ministers"),
    ],
)
def test_it_happens_to_one_or_to_several(text, event_type, target, mentions_of) -> None:
    found = [m for m in mentions_of(text) if m["event_type"] == event_type]
    assert [(actor["name"], actor["role"]) for m in found for actor in m["actors"]] == [(target, "target")]


def test_a_sentence_to_pay_is_no_demand(mentions_of) -> None:
    found = mentions_of("Karl Borg was ordered by a judge on Monday to serve four years in jail.")
    assert [m["event_type"] for m in found] == ["verdict"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Police arrested 40 people during protests in Norfield on Monday.", []),
        ("Protesters pelted the minister with eggs on Monday.", ["Protesters"]),
        ("Prisoners rioted on Monday at a jail near Norfield.", ["Prisoners"]),
        ("Dozens of employees picketed the headquarters on Monday.", ["Dozens of employees"]),
        ("Security forces dispersed a crowd of protesters with tear gas on Monday.", ["Security forces"]),
    ],
)
def test_the_law_takes_no_part_in_what_it_acts_on(text, sources, mentions_of) -> None:
    found = [m for m in mentions_of(text) if m["event_type"] == "protest"]
    assert found
    assert [actor["name"] for m in found for actor in m["actors"] if actor["role"] == "source"] == sources


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The strike began on Monday.", 1),
        ("The strike entered its third week on Monday.", 1),
        ("The air strike began on Monday.", 0),
        ("The strike could end on Monday.", 0),
    ],
)
def test_a_strike_that_begins_or_lasts_is_a_protest(text, found, mentions_of) -> None:
    assert len(_found(mentions_of(text), "protest")) == found
