"""Who acts and who suffers beside participles, in headlines and in clauses without a subject of their own."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Two soldiers killed in Mali", "attack", {("Two soldiers", "target")}),
        ("Banker Anna Vella indicted over bribes", "charge", {("Anna Vella", "target")}),
        ("Norfield Inc fined for late filing", "sanction", {("Norfield Inc", "target")}),
        ("Banker Anna Vella jailed for fraud", "verdict", {("Anna Vella", "target")}),
        ("A court said 12 people allegedly killed in the attack were rebels.", "attack", {("12 people", "target")}),
        ("Police arrested Karl Borg on Friday.", "arrest", {("Police", "source"), ("Karl Borg", "target")}),
    ],
)
def test_a_participle_without_an_object_befalls_its_subject(text, event_type, expected, mentions_of, roles_of) -> None:
    assert expected in roles_of(mentions_of(text), event_type)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Karl Borg named chief executive of Norfield Bank", {("Karl Borg", "target")}),
        ("ANNA VELLA ELECTED CHAIR OF NORFIELD COALITION", {("Anna Vella", "target")}),
        ("Anna Vella Appointed Chief Financial Officer at Norfield Inc", {("Anna Vella", "target")}),
        ("Karl Borg named Anna Vella chief executive.", {("Karl Borg", "source"), ("Anna Vella", "target")}),
        ("Karl Borg named a new chief executive.", {("Karl Borg", "source"), ("new chief executive", "target")}),
        ("Norfield Bank named directors.", {("Norfield Bank", "source"), ("directors", "target")}),
    ],
)
def test_an_office_without_article_is_given_to_the_person_before_its_participle(
    text, roles, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), "appointment") == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("After attacking the base, rebels withdrew to the hills.", "attack", {("rebels", "source")}),
        ("After meeting Anna Vella, Karl Borg flew to Spain.", "meeting", {("Karl Borg", "participant"), ("Anna Vella", "participant")}),
        ("Rebels withdrew after attacking the soldiers.", "attack", {("Rebels", "source"), ("soldiers", "target")}),
        ("A teacher convicted of beating his wife was jailed today.", "arrest", {("teacher", "target")}),
        ("Karl Borg was sentenced for beating his wife by poisoning her tea.", "verdict", {("Karl Borg", "target")}),
        ("Karl Borg met the commission he appointed.", "appointment", {("Karl Borg", "source"), ("commission", "target")}),
        ("Two teens sentenced three years in prison", "verdict", {("Two teens", "target")}),
        ("It was investigated by Norfield Inc, a partnership between Borg Bank and Borg Steel.", "investigation", {("Norfield Inc", "source")}),
        ("A part-time bookkeeper was sentenced for stealing from her employers.", "verdict", {("part-time bookkeeper", "target")}),
        ("Karl Borg is a defendant in many lawsuits.", "charge", {("Karl Borg", "target")}),
        ("A third of Republicans on the panel voted for the bill.", "vote", {("Republicans", "source")}),
        ("Anna Vella praised the appointment of Karl Borg.", "appointment", {("Karl Borg", "target")}),
        ("The Fed holds a meeting on Thursday, but analysts expect no change.", "meeting", {("Federal Reserve", "participant")}),
        ("Lawmakers are pressing for Karl Borg to testify at a hearing next week.", "speech", {("Karl Borg", "speaker")}),
    ],
)  # fmt: skip
def test_a_clause_without_a_subject_of_its_own_takes_the_one_that_grammar_gives_it(
    text, event_type, expected, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Malta received a large rescue loan from the International Monetary Fund.", "aid", {("Malta", "target"), ("International Monetary Fund", "source")}),
        ("The agenda includes speeches by several Federal Reserve officials.", "speech", {("several Federal Reserve officials", "speaker")}),
        ("South Korean officials criticised the plan.", "accusation", {("South Korea", "source")}),
        ("On Monday Bank Leumi fired its chief executive.", "resignation", {("Bank Leumi", "source"), ("its chief executive", "target")}),
        ("Bank Chairman Karl Borg resigned on Friday.", "resignation", {("Karl Borg", "source")}),
        ("United Steelworkers sued Norfield Inc on Friday.", "charge", {("United Steelworkers", "source"), ("Norfield Inc", "target")}),
        ("Norfield Inc rose. It was after the Federal Reserve kept rates at its latest meeting.", "meeting", {("Federal Reserve", "participant")}),
        ("Karl Borg fell silent after Anton Vella asked him to leave.", "demand", {("Anton Vella", "source"), ("Karl Borg", "target")}),
        ("Norfield Inc and Borg Steel said that they had entered into an agreement.", "agreement", {("Norfield Inc", "participant"), ("Borg Steel", "participant")}),
        ("The regulator is looking into it, and at least one lawsuit has been filed accusing Norfield Inc of neglect.", "charge", {("Norfield Inc", "target")}),
        ("The United Steelworkers urged Karl Borg to go.", "demand", {("United Steelworkers", "source"), ("Karl Borg", "target")}),
        ("Houthi sources confirmed the death of Karl Borg in August.", "death", {("Karl Borg", "target")}),
        ("Police found Karl Borg at 45 Jay Street. He was arrested on Friday.", "arrest", {("Karl Borg", "target")}),
        ("Karl Norfield leads the city. Norfield LP is his firm. Norfield visited Malta on Friday.", "visit", {("Karl Norfield", "source"), ("Malta", "target")}),
    ],
)  # fmt: skip
def test_an_actor_is_who_the_whole_name_says(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type)[-1] == expected


@pytest.mark.parametrize(
    ("text", "event_type", "status", "edtf"),
    [
        ("The Senate is seen voting on the bill on Friday.", "vote", "planned", "2023-03-24"),
        ("On Thursday, the institute releases its index for August.", "publication", "planned", "2023-03-23"),
        ("On Monday, the jobs report for August will be released.", "publication", "planned", "2023-03-27"),
        ("Minutes of the central bank's March 15 meeting are due on Friday.", "meeting", "happened", "2023-03-15"),
        ("A man convicted of beating his wife was jailed on Monday.", "verdict", "happened", None),
        ("Karl Borg was sentenced to 12 years for fatally stabbing a friend in 2019.", "verdict", "happened", None),
        (
            "Malta declined comment on Monday on a U.S. corruption probe into Borg Bank.",
            "investigation",
            "happened",
            None,
        ),
        (
            "The number of workers fell in May, government data showed on Monday.",
            "publication",
            "happened",
            "2023-03-20",
        ),
        ("In an interview, Anna Vella said she expects the first half of 2024 to be soft.", "speech", "happened", None),
        ("Norfield Inc urges Malta to back its plan for a concert scheduled for April 29.", "demand", "happened", None),
        ("In addition, he will join (by video) a meeting of the council in Vienna.", "meeting", "planned", None),
        ("The bank asked others to submit their plans at a recent meeting.", "meeting", "happened", None),
        (
            "The survey, by a unit of Norfield Inc, found half took home a bonus this year.",
            "publication",
            "happened",
            None,
        ),
        ("Karl Borg voted against the merger on Monday.", "vote", "happened", "2023-03-20"),
        ("The fund poured cold water on speculation that it was preparing an aid package.", "aid", "alleged", None),
        ("Malta has no plans to issue a statement.", "speech", "denied", None),
        (
            "A study in October 2004 found that up to 100,000 people, mostly women and children, had died.",
            "death",
            "happened",
            None,
        ),
        (
            "A judge sentenced Karl Borg to two years in jail and a fine on Wednesday.",
            "verdict",
            "happened",
            "2023-03-15",
        ),
        ("The leaders meet in Malta on Sunday and Monday.", "meeting", "planned", "2023-03-26/2023-03-27"),
        (
            "Executives are scheduled to discuss results during a conference call on Tuesday.",
            "call",
            "planned",
            "2023-03-21",
        ),
        ("The shareholders voted to approve the deal in December 2008.", "vote", "happened", "2008-12"),
        ("Karl Borg was arrested during protests in Rome on Friday.", "arrest", "happened", "2023-03-17"),
        (
            "Karl Borg is resisting the plan despite a failed bond auction last week in Malta.",
            "rejection",
            "ongoing",
            None,
        ),
        ("Karl Borg spoke on a conference call to discuss results for 2022.", "call", "happened", None),
        ("Karl Borg will meet Anna Vella for talks on trade and pay a visit to Malta.", "visit", "planned", None),
        ("Karl Borg gave no hint in a keenly awaited speech.", "speech", "happened", None),
        ("February 1: Norfield Inc sues Karl Borg over the talks held in May.", "charge", "happened", "2023-02-01"),
    ],
)
def test_a_date_belongs_to_the_verb_that_it_opens_or_follows(text, event_type, status, edtf, mentions_of) -> None:
    found = [item for item in mentions_of(text) if item["event_type"] == event_type]
    assert [(item["status"], item["edtf"]) for item in found] == [(status, edtf)]


def test_a_protest_to_come_is_not_on_the_day_of_the_last_one(mentions_of) -> None:
    text = "Thousands protested in Lyon on Saturday and more protests are planned for the coming days."
    days = [(item["status"], item["edtf"]) for item in mentions_of(text)]
    assert ("happened", "2023-03-18") in days
    assert not any(status == "planned" and edtf for status, edtf in days)


def test_an_event_does_not_take_the_date_of_one_that_befell_others(mentions_of) -> None:
    text = (
        "Norfield's huge oil spill off Malta killed birds. It could be worse than the 1989 Borg Steel spill off Malta."
    )
    days = {item["trigger"]: item["edtf"] for item in mentions_of(text) if item["event_type"] == "disaster"}
    assert days == {"oil spill": None, "spill": "1989"}


def test_a_meeting_told_for_the_first_time_is_not_the_one_before(mentions_of) -> None:
    text = "The Fed said so after a two-day meeting. Minutes of the Fed's last meeting in December were calm."
    assert [item["edtf"] for item in mentions_of(text) if item["event_type"] == "meeting"] == [None, "2022-12"]


@pytest.mark.parametrize(
    ("text", "event_type", "target"),
    [
        ("The court issues arrest warrants for Karl Borg and Ali al-Vella, charged with fraud.", "charge", "Ali al-Vella"),
        ("The mayor blames Karl Borg, arrested on Monday.", "arrest", "Karl Borg"),
    ],
)  # fmt: skip
def test_a_participle_behind_the_object_of_a_present_describes_it(text, event_type, target, mentions_of) -> None:
    (mention,) = (item for item in mentions_of(text) if item["event_type"] == event_type)
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "target"] == [target]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Norfield Bank, hit by losses, appointed Karl Borg on Monday.",
            "appointment",
            {("Norfield Bank", "source"), ("Karl Borg", "target")},
        ),
        (
            "Norfield Bank, embroiled in a row, denied on Thursday that it had lied.",
            "rejection",
            {("Norfield Bank", "source")},
        ),
        (
            "Norfield freed Anna Vella, convicted of spying in Malta.",
            "verdict",
            {("Anna Vella", "target")},
        ),
    ],
)
def test_the_verb_behind_what_is_said_of_a_subject_is_its_own(
    text, event_type, expected, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]
