"""Who the subject is when other words stand between it and its verb."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "doers"),
    [
        ("The minister said on Monday that Libya's war was over and urged rebels to stop.", "demand", {"minister"}),
        (
            "Anna Borg, the mayor of Hill County, which includes the town of Mellieha, on Monday called on the governor to resign.",
            "demand",
            {"Anna Borg"},
        ),
        (
            "Attorneys general from the coast -- Malta, Gozo and Comino -- called on brewers to stop the sale.",
            "demand",
            {"Attorneys general"},
        ),
        (
            "The World Bank, representing 189 states, said rules hurt lending and urged relief.",
            "demand",
            {"World Bank"},
        ),
        (
            "NATO, which has 32 members, said spending was low and demanded reforms.",
            "demand",
            {"NATO"},
        ),
        (
            '"People lose heart," Karl Borg, co-founder and the bank\'s largest owner, said in an interview.',
            "speech",
            {"Karl Borg"},
        ),
        (
            '"The order does not stand," Karl Borg, president of Valletta Bank, said at a news conference.',
            "speech",
            {"Karl Borg"},
        ),
        (
            "Anna Borg, head of the Department of Culture (DOC), and Karl Vella, president of the Maltese Red Cross (MRC), signed the agreement on Friday.",
            "agreement",
            {"Anna Borg", "Karl Vella"},
        ),
        (
            "The head of the Secretariat for Education (SFE), Mr Karl Vella, met the Norwegian minister on Friday.",
            "meeting",
            {"Karl Vella", "Norwegian minister"},
        ),
        (
            'The minister told reporters, "We have no trust in them," and accused Malta of bad faith.',
            "accusation",
            {"minister"},
        ),
        ("MALTA (Reuters) - The high court ruled on Friday in favour of the firm.", "verdict", {"high court"}),
    ],
)
def test_words_between_a_subject_and_its_verb_take_no_part(sentence, event_type, doers, mentions_of) -> None:
    found = [mention for mention in mentions_of(sentence) if mention["event_type"] == event_type]
    roles = {"source", "participant", "speaker"}
    assert [{actor["name"] for actor in mention["actors"] if actor["role"] in roles} for mention in found] == [doers]


@pytest.mark.parametrize(
    ("sentence", "event_type", "roles"),
    [
        ("Congress must approve the measures announced on Sunday by the World Bank.", "speech", {"World Bank": "speaker"}),
        ("Prosecutors accused the man arrested on Friday of fraud.", "arrest", {"man": "target"}),
        ("The banks, sued over the sale, fought back on Monday in court.", "charge", {"banks": "target"}),
        ("The Valletta Police Department (VPD), who investigated this case, replied.", "investigation", {"Valletta Police Department": "source"}),
        ("Valletta Man Sentenced to Nine Years in Prison Following Guilty Plea", "verdict", {"Valletta Man": "target"}),
        ("COP SENTENCED FOR ASSAULTING TWO FRIENDS WITH FIREARM", "verdict", {"cop": "target", "two friends": None}),
        ("A married pastor charged last year with fraud was jailed on Monday.", "charge", {"pastor": "target"}),
        ("The pastor faces additional charges for violating an order.", "charge", {"pastor": "target"}),
        ("Police charged him with killing two men on Friday.", "charge", {"Police": "source", "two men": None}),
        ("The EU froze the assets of Karl Borg on Friday.", "sanction", {"European Union": "source", "Karl Borg": "target"}),
        ("Borg rejected forecasts from the U.S. Energy Information Administration.", "rejection", {"Borg": "source", "U.S. Energy Information Administration": "target"}),
    ],
)  # fmt: skip
def test_a_participle_describes_the_noun_before_it(sentence, event_type, roles, mentions_of) -> None:
    found = next(mention for mention in mentions_of(sentence) if mention["event_type"] == event_type)
    told = {actor["name"]: actor["role"] for actor in found["actors"]}
    assert {name: told.get(name) for name in roles} == roles


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Aid will come only if the rebels lay down their arms and cut all ties with Malta.", "diplomatic_break"),
        ("The company has yet to sign an agreement with Borg Steel.", "agreement"),
    ],
)
def test_what_is_only_a_condition_has_not_happened(sentence, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}


def test_the_company_is_the_one_mentioned_most_and_last(mentions_of) -> None:
    text = (
        "Borg Steel Inc filed for protection on Monday. Borg Steel has lost half of its owners, and Borg Steel has debts. "
        "Its papers were drawn up by Vella Partners LLP. The company accused its lenders of greed."
    )
    found = [mention for mention in mentions_of(text) if mention["event_type"] == "accusation"]
    assert [actor["name"] for actor in found[0]["actors"] if actor["role"] == "source"] == ["Borg Steel Inc"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Upscale retailer Norfield Stores reported a loss on Monday.", ["Norfield Stores"]),
        ("Retailer Norfield Stores ( NST.N ) reported a loss on Monday.", ["Norfield Stores"]),
        ("The head of the company Norfield Steel resigned on Monday.", ["head of the company"]),
    ],
)
def test_what_only_says_what_a_name_is_acts_no_second_time(text: str, names: list[str], mentions_of) -> None:
    [mention] = mentions_of(text)
    assert [actor["name"] for actor in mention["actors"]] == names


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("While Anna Vella waited at home, protests against Karl Borg began in May.", "protest", {"Karl Borg"}),
        ("As Karl Borg arrived on Monday, a protest was held outside.", "protest", set()),
        ("When Karl Borg left office in May, an earthquake hit Malta.", "disaster", {"Malta"}),
        ("After Karl Borg resigned, a meeting was held on Monday.", "meeting", set()),
        ("When Karl Borg arrived on Monday, he held talks with Anna Vella.", "meeting", {"Karl Borg", "Anna Vella"}),
        ("On Monday, as many as 200 protesters marched.", "protest", {"as many as 200 protesters"}),
        ("Clashes went on in Libya on Monday, and Karl Borg went home.", "attack", set()),
    ],
)
def test_who_acts_in_the_clause_beside_takes_no_part(text, event_type, expected, mentions_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert {actor["name"] for actor in found["actors"]} == expected
