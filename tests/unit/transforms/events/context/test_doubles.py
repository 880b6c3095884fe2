"""Words that triggers read as several types: which one is meant."""

import pytest


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A Maltese drone struck an apartment building in Rome on Monday.", {"attack"}),
        ("The oil rig blew up on Monday, killing 11 workers.", {"disaster"}),
        ("Malta expelled the Norwegian ambassador on Monday.", {"diplomatic_break"}),
        ("Anna Borg was elected president by parliament on Monday.", {"appointment"}),
        ("Citizens voted for a new parliament on Monday.", {"election"}),
        ("Lawmakers voted on Monday to hold talks in Rome.", {"vote"}),
        ("The rebels pulled out of peace talks on Monday.", {"diplomatic_break"}),
        ("The Senate approved the bill on Monday.", {"vote"}),
        ("The Senate rejected the bill on Monday.", {"vote"}),
        ("Malta rejected the plan on Monday.", {"rejection"}),
        ("Parliament passed a law on Monday that bans plastic bags.", {"legislation"}),
        ("Teachers walked out on Monday.", {"protest"}),
        ("Nurses walked out of hospitals on Monday over pay.", {"protest"}),
        ("Senators walked out of the session on Monday.", {"diplomatic_break"}),
        ("Guards walked out of the prison on Monday in a pay dispute.", {"protest"}),
        ("He walked out of the hotel on Monday.", set()),
        ("Malta extended its ban on food imports on Monday.", {"sanction"}),
        ("Malta extended a ban on smoking on Monday.", {"legislation"}),
        ("The contract went into effect on Monday.", {"agreement"}),
        ("Malta has to deal with cuts that went into effect on Monday.", {"legislation"}),
        ("Sanctions on Malta took effect on Monday.", {"sanction"}),
        ("Malta signed a tax agreement with Norway on Monday.", {"agreement"}),
        ("A teachers' strike closed schools on Monday.", {"protest"}),
        ("The mayor closed all schools on Monday.", {"legislation"}),
        ("The regulator ordered the airline on Monday to check its engines.", {"legislation"}),
        ("The health ministry ordered all schools to close on Monday.", {"legislation"}),
        ("The minister ordered Anna Borg on Monday to pay.", {"demand"}),
    ],
)
def test_one_word_is_one_event(text: str, types: set, mentions_of) -> None:
    assert {mention["event_type"] for mention in mentions_of(text)} == types


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Malta decided on Monday to lift sanctions on Norway.", [("lift", "planned", None)]),
        ("Malta vowed on Monday to impose sanctions on Norway.", [("impose", "planned", None)]),
        ("Malta imposed sanctions on Norway on Monday.", [("imposed", "happened", "2023-03-20")]),
    ],
)
def test_a_noun_that_completes_a_verb_has_its_status(text: str, told: list, mentions_of) -> None:
    found = [m for m in mentions_of(text) if m["event_type"] == "sanction"]
    assert [(m["trigger"], m["status"], m["edtf"]) for m in found] == told


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The unions sued Norfield Bank on Monday, accusing it of breaking the contract.", ["charge"]),
        ("Prosecutors charged Anna Borg on Monday, claiming she stole funds.", ["charge"]),
        ("The indictment accused Anna Borg of taking bribes on Monday.", ["charge"]),
        ("The suit accused Norfield Bank of fraud on Monday.", ["charge"]),
        ("Anna Borg filed a lawsuit on Monday and accused the bank of fraud.", ["charge", "accusation"]),
        ("Anna Borg, who was charged on Monday, accused the police of lying.", ["charge", "accusation"]),
    ],
)
def test_what_a_charge_is_for_is_no_accusation_of_its_own(text: str, types: list, mentions_of) -> None:
    assert [mention["event_type"] for mention in mentions_of(text)] == types
