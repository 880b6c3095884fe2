"""Nouns of what befalls somebody ("his arrest"), and words beside them that are no actors."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Karl Borg has lived in Malta since his arrest in 2003.", "arrest", {("Karl Borg", "target")}),
        ("Karl Borg celebrated his acquittal in 2009.", "verdict", {("Karl Borg", "target")}),
        ("At the time of his arrest in 2003, Karl Borg lived in Malta.", "arrest", {("Karl Borg", "target")}),
        ("After his release in 2010, Karl Borg moved to Malta.", "release", {("Karl Borg", "target")}),
        ("Since her release from prison in January, Anna Vella has lived in Malta.", "release", {("Anna Vella", "target")}),
        ("The arrest of Karl Borg on Friday sparked protests.", "protest", set()),
        ("Karl Borg triggered an investigation by the bank on Friday.", "investigation", {("bank", "source")}),
        ("Karl Borg is serving a term in Malta for a 2004 conviction.", "verdict", {("Karl Borg", "target")}),
        ("Karl Borg got a suspended jail sentence on Friday.", "verdict", {("Karl Borg", "target")}),
        ("Karl Borg has led the bank since his appointment in 2003.", "appointment", {("Karl Borg", "target")}),
        ("The firm paid a fine after its conviction in 2005.", "verdict", {("firm", "target")}),
        ("Prosecutors won a conviction of Karl Borg in May.", "verdict", {("Prosecutors", "source"), ("Karl Borg", "target")}),
        ("Anna Vella attended the trial of Karl Borg on Friday.", "trial", {("Karl Borg", "target")}),
        ("Karl Borg is subject to an arrest warrant for fraud.", "warrant", {("Karl Borg", "target")}),
        ("Karl Borg is the subject of an arrest warrant issued by Malta.", "warrant", {("Karl Borg", "target"), ("Malta", "source")}),
        ("The court said Karl Borg was wanted. His arrest warrant came on Monday.", "warrant", {("Karl Borg", "target")}),
        ("Karl Borg faced a Norwegian arrest warrant on Friday.", "warrant", {("Karl Borg", "target"), ("Norway", "source")}),
        ("Three men were killed in a NATO air strike and Norway said it was sorry.", "attack", {("NATO", "source"), ("Three men", "target")}),
        ("A state court rejected a bid to dismiss a lawsuit.", "charge", set()),
        ("The lawsuit filed in a district court said so on Friday.", "charge", set()),
    ],
)  # fmt: skip
def test_whoever_owns_a_noun_of_what_is_done_to_him_suffers_it(
    text, event_type, expected, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Growth was rare, an official report showed on Friday.", "publication", set()),
        ("One official familiar with the talks criticised the plan.", "accusation", {("One official", "source")}),
        (
            "Norfield Inc and Borg Bank have agreed on a $4 billion consumer relief package.",
            "agreement",
            {("Norfield Inc", "participant"), ("Borg Bank", "participant")},
        ),
        ("Assets of USD 131 million of Anna Vella were confiscated in 2012.", "sanction", {("Anna Vella", "target")}),
        (
            "Norfield Group (NYSE American: NRF) signed an agreement with Karl Borg on Friday.",
            "agreement",
            {("Norfield Group", "participant"), ("Karl Borg", "participant")},
        ),
        ("Norfield has bid for Borg Steel ( BRG.L ), which rejected the move.", "rejection", {("Borg Steel", "source")}),
        ("FRIDAY, JULY 15 Karl Borg met Anna Vella.", "meeting", {("Karl Borg", "participant"), ("Anna Vella", "participant")}),
        ("The four leaders met at the White House on Friday.", "meeting", {("four leaders", "participant")}),
        (
            "Karl Borg wrote to Norfield Chairman Anna Vella requesting a delay.",
            "demand",
            {("Karl Borg", "source")},
        ),
        (
            "Karl Borg, head of the Department of Economic Affairs, Education and Research, met Anna Vella on Friday.",
            "meeting",
            {("Karl Borg", "participant"), ("Anna Vella", "participant")},
        ),
        (
            "Chairman Anna Vella and Reserve Chairman Karl Borg resigned on Friday.",
            "resignation",
            {("Anna Vella", "source"), ("Karl Borg", "source")},
        ),
        ("Norfield Inc and Bank of America Corp sued Anna Vella.", "charge", {("Norfield Inc", "source"), ("Bank of America Corp", "source"), ("Anna Vella", "target")}),
        ("Bankrupt Borg Norfeld Co cut jobs. Google Inc bid. Norfeld named Anna Vella as chief.", "appointment", {("Borg Norfeld Co", "source"), ("Anna Vella", "target")}),
        ("Malta's Norfield ( NRF.N ) sued Anna Vella.", "charge", {("Norfield", "source"), ("Anna Vella", "target")}),
        ("The cabinet sued Turkey's Norfield over the deal.", "charge", {("cabinet", "source"), ("Norfield", "target")}),
        (
            "Norfield Advisory (NFA), a platform that brings gains to retail investors, has announced the promotion of Karl Borg to president.",
            "appointment",
            {("Norfield Advisory", "source"), ("Karl Borg", "target")},
        ),
        (
            "EXPULSION Malta's cabinet condemned the envoy on Friday. The expulsion came late.",
            "accusation",
            {("Maltese cabinet", "source"), ("envoy", "target")},
        ),
        ("Norfield joined forces with Borg Bank in 2009.", "agreement", {("Norfield", "participant"), ("Borg Bank", "participant")}),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_actor_is_none(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Smokers are three times more likely to die from asthma than others.", "death", []),
        ("The two men have for years traded allegations of fraud and murder.", "attack", ["alleged"]),
        ("The leader said any American or Israeli attack would be met with force.", "attack", []),
        ("An invasion of Malta remains distinctly possible.", "attack", []),
        ("Invading Malta will prove to be a mistake.", "attack", []),
        ("Karl Borg awaits sentencing on fraud charges.", "verdict", ["planned"]),
    ],
)
def test_what_is_only_likely_alleged_or_awaited_did_not_happen(text, event_type, expected, mentions_of) -> None:
    assert [mention["status"] for mention in mentions_of(text) if mention["event_type"] == event_type] == expected


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("More than 300 firms are registered at a single address in this town.", "speech"),
        ("The list holds the names and addresses of the owners.", "speech"),
        ("The fund launched a call for research projects with the academy.", "demand"),
        ("The ministry paid for the promotion of private farms in Malta.", "appointment"),
        ("Investors bailed out of the stock on Friday.", "aid"),
        ("The bank filed its dismissal motion too soon.", "charge"),
        ("The move marks a departure from its usual course.", "resignation"),
        ("A recent poll of 35 analysts showed a fall.", "election"),
        ("Developers will receive 60 percent of the revenue.", "election"),
        ("It led to a flood of private financing.", "disaster"),
        ("They won the mock trial competition.", "trial"),
        ("Drafted by Karl Borg, the rule arrived late in Malta.", "visit"),
        ("Anna Vella held a conference call with Karl Borg.", "speech"),
        ("Norfield has offered $10 billion for the assets of Borg Bank.", "aid"),
        ("The firm knows about sentencing alternatives.", "verdict"),
        ("Carriers tempted users with unlimited calls on their networks.", "demand"),
        ("The ministry has yet to give a time for the announcement.", "speech"),
        ("The company is battling a rising won.", "attack"),
    ],
)
def test_words_with_another_sense_name_no_event(text, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    "text", ["Norfield agreed to sell Washington Mutual Inc.", "The jet of Japan Airlines Co crashed."]
)
def test_a_place_in_the_name_of_a_firm_is_not_where_it_was(text, mentions_of) -> None:
    assert {mention["place"] for mention in mentions_of(text)} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karl Borg went on trial in Norfield on Monday.", {("Karl Borg", "target")}),
        ("Karl Borg appeared before a Norfield judge on Monday.", {("Karl Borg", "target")}),
        ("Two managers at the firm Vella Steel face trial on Friday.", {("Two managers", "target")}),
        ("Karl Borg pleaded guilty on Monday.", {("Karl Borg", "source")}),
    ],
)
def test_who_stands_trial_suffers_it_and_who_pleads_does_it(text, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "trial") == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The judge's dismissal of the lawsuit against Karl Borg angered the bank.", "verdict", {("judge", "source"), ("Karl Borg", "target")}),
        ("The dismissal of the minister on Monday angered voters.", "resignation", {("minister", "target")}),
        ("Farm workers voiced their opposition on Monday.", "rejection", {("Farm workers", "source")}),
        ("In an interview with Reuters, co-founder and chief executive Karl Borg said so.", "speech", {("Karl Borg", "speaker"), ("Reuters", "target")}),
        ("Former Journal publisher Anna Vella left. The Journal cut 20 jobs on Monday.", "resignation", {("Journal", "source")}),
    ],
)  # fmt: skip
def test_a_word_of_a_case_an_office_or_a_trigger_is_no_other_party(
    text, event_type, expected, mentions_of, roles_of
) -> None:
    (found,) = roles_of(mentions_of(text), event_type)
    assert found == expected
