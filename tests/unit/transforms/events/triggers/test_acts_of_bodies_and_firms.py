"""What bodies, firms and courts do, said in the active and the passive; and the same words where nothing is done."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "roles"),
    [
        ("The coach was fired on Monday.", "resignation", "2023-03-20", {("coach", "target")}),
        (
            "Anna Borg was fired on March 9 by Karl Vella.",
            "resignation",
            "2023-03-09",
            {("Anna Borg", "target"), ("Karl Vella", "source")},
        ),
        ("Anna Borg was let go by the company on Friday.", "resignation", "2023-03-17", {("Anna Borg", "target")}),
        (
            "Norfield Inc laid off 300 workers in January.",
            "resignation",
            "2023-01-01",
            {("Norfield Inc", "source"), ("300 workers", "target")},
        ),
        ("About 300 workers were laid off in January.", "resignation", "2023-01-01", {("About 300 workers", "target")}),
        ("Norfield Inc said it had cut 375 jobs in January.", "resignation", "2023-01-01", {("Norfield Inc", "source")}),
        ("Norfield Inc announced 800 job cuts on Monday.", "resignation", "2023-03-20", {("Norfield Inc", "source")}),
        ("The Norfield Protocol was ratified by Russia in 2004.", "agreement", "2004-01-01", {("Russia", "participant")}),
        ("The convention was signed by 12 states in 1964.", "agreement", "1964-01-01", {("12 states", "participant")}),
        ("The plan was approved by the cabinet on Monday.", "vote", "2023-03-20", {("cabinet", "source")}),
        ("The report, adopted by the council on Monday, is long.", "vote", "2023-03-20", {("council", "source")}),
        ("The merger was backed by shareholders on Monday.", "vote", "2023-03-20", {("shareholders", "source")}),
        ("The start-up was bought by Norfield Inc in 2010.", "agreement", "2010-01-01", {("Norfield Inc", "participant")}),
        ("He was elected by parliament on Monday.", "appointment", "2023-03-20", {("parliament", "source")}),
        ("Karl Borg is due in court on Friday.", "trial", "2023-03-24", {("Karl Borg", "target")}),
        ("Karl Borg was in court on Monday accused of theft.", "trial", "2023-03-20", {("Karl Borg", "target")}),
        (
            "The bank named Anna Borg to run the unit on Monday.",
            "appointment",
            "2023-03-20",
            {("bank", "source"), ("Anna Borg", "target")},
        ),
        ("The bank named Anna Borg co-head of Asia on Monday.", "appointment", "2023-03-20", {("Anna Borg", "target")}),
        ("Anna Borg joined the board on Monday.", "appointment", "2023-03-20", {("Anna Borg", "source")}),
        ("Anna Borg was named to the board of the bank on Monday.", "appointment", "2023-03-20", {("Anna Borg", "target")}),
        ("Malta took over the chairmanship of the G7 in 2010.", "appointment", "2010-01-01", {("Malta", "source")}),
        ("Chief executive Anna Borg left Norfield Inc in March 2010.", "resignation", "2010-03-01", {("Anna Borg", "source")}),
        (
            "Anna Borg and Karl Vella discussed trade on Monday.",
            "meeting",
            "2023-03-20",
            {("Anna Borg", "participant"), ("Karl Vella", "participant")},
        ),
        ("Both delegations discussed trade in Rome on Friday.", "meeting", "2023-03-17", {("Both delegations", "participant")}),
        (
            "The commission will hear from Anna Borg on Thursday.",
            "speech",
            "2023-03-23",
            {("commission", "target"), ("Anna Borg", "speaker")},
        ),
        (
            "Anna Borg appeared before the Senate on Monday.",
            "speech",
            "2023-03-20",
            {("Anna Borg", "speaker"), ("Senate", "target")},
        ),
        (
            "Lawmakers questioned Anna Borg on Monday.",
            "speech",
            "2023-03-20",
            {("Lawmakers", "target"), ("Anna Borg", "speaker")},
        ),
        ("Anna Borg was grilled by lawmakers on Monday.", "speech", "2023-03-20", {("Anna Borg", "speaker")}),
        (
            "Anna Borg received Karl Vella in Rome on Monday.",
            "visit",
            "2023-03-20",
            {("Anna Borg", "target"), ("Karl Vella", "source")},
        ),
        (
            "Anna Borg was received by Karl Vella on Monday.",
            "visit",
            "2023-03-20",
            {("Anna Borg", "source"), ("Karl Vella", "target")},
        ),
        (
            "Anna Borg received Karl Vella for an official visit on Monday.",
            "visit",
            "2023-03-20",
            {("Anna Borg", "target"), ("Karl Vella", "source")},
        ),
        ("Anna Borg was welcomed at the White House on Monday.", "visit", "2023-03-20", {("Anna Borg", "source")}),
        ("The report was presented to parliament on 9 March.", "publication", "2023-03-09", {("parliament", "target")}),
        ("The panel presented its report to the mayor on Monday.", "publication", "2023-03-20", {("panel", "source")}),
        ("The Ministerial Council was held in Basel in December 2014.", "meeting", "2014-12-01", set()),
        ("Anna Borg is charged with fraud.", "charge", "None", {("Anna Borg", "target")}),
        ("His wife was also charged in the case on Monday.", "charge", "2023-03-20", {("His wife", "target")}),
        ("Karl Borg is being held on murder charges.", "arrest", "None", {("Karl Borg", "target")}),
        ("The ministers held the annual strategic dialogue on March 9.", "meeting", "2023-03-09", set()),
        (
            "Regulators seized Norfield Bank on Friday.",
            "sanction",
            "2023-03-17",
            {("Regulators", "source"), ("Norfield Bank", "target")},
        ),
        ("Norfield Bank was closed by regulators in 2008.", "sanction", "2008-01-01", {("Norfield Bank", "target")}),
        (
            "The ministers reiterated their condemnation of Russia's war.",
            "accusation",
            "None",
            {("ministers", "source"), ("Russia", "target")},
        ),
        (
            "Anna Borg, of Ohio, to be a judge, vice Karl Vella, Jr., retired.",
            "resignation",
            "None",
            {("Karl Vella", "source")},
        ),
        ("Some 300 jobs will be cut at Norfield Inc in 2025.", "resignation", "2025-01-01", set()),
        ("Norfield Inc made 300 workers redundant in January.", "resignation", "2023-01-01", {("300 workers", "target")}),
        ("Anna Borg was named co-chairman of Norfield Inc on Monday.", "appointment", "2023-03-20", {("Anna Borg", "target")}),
        ("The layoffs at Norfield Inc were announced on Monday.", "resignation", "2023-03-20", set()),
        ("Norfield Inc reduced its workforce by 300 in January.", "resignation", "2023-01-01", {("Norfield Inc", "source")}),
    ],
)  # fmt: skip
def test_acts_are_found_with_their_day_and_who_takes_part(
    sentence: str, event_type: str, start: str, roles: set[tuple[str, str]], mentions_of, roles_of
) -> None:
    found = [mention for mention in mentions_of(sentence) if mention["event_type"] == event_type]
    assert [str(mention["start_date"]) for mention in found] == [start]
    assert roles <= roles_of(found, event_type)[0]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The coach was fired on Monday.", "attack"),
        ("Anna Borg was let go by the company on Friday.", "release"),
        ("The economy shed 200,000 jobs in June, the agency said on Friday.", "resignation"),
        ("Job cuts will continue at Norfield Inc.", "resignation"),
        ("The lawyer was in court on Monday to hear more.", "trial"),
        ("The convention was adopted by the General Assembly in 1989.", "meeting"),
        ("The book discussed trade in 2010.", "meeting"),
        ("The council conferred on Monday the title of ambassador on Anna Borg.", "meeting"),
        ("Malta took over the chairmanship of the G7 in 2010.", "agreement"),
        ("Police questioned Anna Borg on Monday.", "speech"),
        ("The president left Russia on Monday.", "resignation"),
        ("The house is a meeting place for artists.", "meeting"),
        ("The protest song was a hit in 2010.", "protest"),
        ("The edge conferred by the rule helps banks of Malta.", "meeting"),
        ("Consumers' apprehension about prices rose in Malta.", "arrest"),
        ("The phone marks a dramatic departure for Norfield Inc.", "resignation"),
        ("It was the final shot of the Maltese bank.", "attack"),
        ("Homes were lost in the housing crash of 2008.", "disaster"),
        ("In tumours, activation of MET by Borg Labs was shown.", "meeting"),
        ("Anna Borg has been in negotiations for months with Bank of Malta.", "visit"),
        ("Sales rose, a group said on Monday, giving more evidence that a recovery was under way.", "speech"),
        ("The department of Malta opened the hearing on the ordinance on Monday.", "trial"),
        ("The weaker plants are likely to drop out of the market.", "resignation"),
        ("Norfield Inc invites all guests to visit its booth in Rome.", "visit"),
        ('"It was fine," said Anna Borg, who was in Rome for a summit.', "speech"),
        ("Police said forces held her because she had entered Malta illegally.", "attack"),
        ("Norfield Inc handles customer inquiries.", "investigation"),
        ("The bank's units will report to Anna Borg.", "publication"),
        ("The refugees will receive donated clothes.", "aid"),
        ("Money managers are allocating only a small portion of their funds to gold.", "aid"),
        ("The man was drinking and talking with several people on March 9.", "meeting"),
        ("The hall is used for press conferences and concerts.", "speech"),
        ("Staff will be available to answer questions.", "speech"),
        ("Norfield Inc said it needs investors to approve the sale.", "demand"),
        ("The mayor said on Monday that banks had failed.", "accusation"),
        ("Whoever is charged with fraud loses the office.", "charge"),
        ("Norfield Inc's protest of the contract was upheld in 2008.", "protest"),
    ],
)
def test_what_only_sounds_like_an_act_is_none(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Police fired on protesters on Monday.", "attack"),
        ("Protesters were fired on by police on Monday.", "attack"),
        ("The rebels let the hostages go on Monday.", "release"),
        ("Ministers spoke at the General Assembly in September.", "meeting"),
        ("Norfield Inc donated clothes to Haiti on Monday.", "aid"),
        ("Anna Borg conferred with Karl Vella on Monday.", "meeting"),
        ("The apprehension of the suspect by police came on Monday.", "arrest"),
        ("The departure of Anna Borg was announced on Monday.", "resignation"),
        ("Anna Borg gave evidence to the inquiry on Monday.", "speech"),
        ("Secretary Borg was in Rome on Monday for talks.", "visit"),
        ("Candidates dropped out of the race on Monday.", "resignation"),
        ("Anna Borg talked with Karl Vella on Friday.", "meeting"),
        ("The mayor said on Monday that banks had failed to lend.", "accusation"),
        ("The mayor said on Monday that the EU needs to act.", "demand"),
        ("Thousands joined the protest in Rome on Monday.", "protest"),
    ],
)
def test_the_same_words_keep_their_other_sense(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type in {mention["event_type"] for mention in mentions_of(sentence)}


def test_the_body_to_which_a_nomination_is_sent_takes_no_part(mentions_of, roles_of) -> None:
    found = mentions_of("The president sent two nominations to the Senate on Monday.")
    assert roles_of(found, "appointment") == [{("president", "source")}]
    assert roles_of(mentions_of("NOMINATIONS SENT TO THE SENATE:"), "appointment") == [set()]


@pytest.mark.parametrize(
    ("text", "event_type", "found"),
    [
        ("The officials have been fired by the ministry and face charges.", "resignation", [{"officials", "ministry"}]),
        ("Karl Borg was dismissed by the bank and is in jail.", "resignation", [{"Karl Borg", "bank"}]),
        ("Two officers were suspended by the council and face charges.", "resignation", [{"Two officers", "council"}]),
        ("Shells were fired by the army on Monday.", "resignation", []),
        ("The claims were dismissed by the minister on Monday.", "resignation", []),
        ("A shell killed three people in Norfield despite a truce agreed last week.", "ceasefire", [set()]),
        ("Malta and Norway traded fire on Friday despite a ceasefire.", "ceasefire", [{"Malta", "Norway"}]),
    ],
)
def test_who_is_dismissed_and_who_keeps_a_truce(text, event_type, found, mentions_of) -> None:
    mentions = [m for m in mentions_of(text) if m["event_type"] == event_type]
    assert [{actor["name"] for actor in mention["actors"]} for mention in mentions] == found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The study was published on Monday in the Journal of Marine Medicine.", "Journal of Marine Medicine"),
        ("The Annals of Internal Medicine published the study on Monday.", "Annals of Internal Medicine"),
    ],
)
def test_journals_have_their_whole_name(text: str, source: str, mentions_of, roles_of) -> None:
    assert (source, "source") in roles_of(mentions_of(text), "publication")[0]
