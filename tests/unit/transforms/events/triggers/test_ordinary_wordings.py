"""Ordinary ways in which news tells each kind of event, in verbs and in nouns."""

from datetime import date

import pytest

TUESDAY = date(2023, 3, 14)


def _dates_of(mentions_of, event_type, text):
    return {mention["start_date"] for mention in mentions_of(text) if mention["event_type"] == event_type}


@pytest.mark.parametrize(
    ("event_type", "text"),
    [
        ("visit", "The arrival of UN inspectors in Damascus on Tuesday raised hopes."),
        ("meeting", "The United States and Iran held a second round of indirect talks last Tuesday."),
        ("meeting", "The opposition leader was granted an audience with the king last Tuesday."),
        ("call", "Leaders of the G7 met by video link last Tuesday."),
        ("call", "President Vella and the emir exchanged views by phone last Tuesday."),
        ("call", "President Vella telephoned the families of the victims last Tuesday."),
        ("agreement", "The Navy awarded Norfield a $200 million contract last Tuesday."),
        ("agreement", "Norfield Corp ordered 40 jets from Eastham Inc last Tuesday."),
        ("agreement", "Norfield Corp entered a partnership with Eastham Inc last Tuesday."),
        ("agreement", "Norfield Corp paid $40 million last Tuesday for a 21 percent holding in Eastham Inc."),
        ("peace_plan", "China published a 12-point proposal last Tuesday to end the conflict."),
        ("peace_plan", "The UN mediator delivered a draft peace agreement last Tuesday."),
        ("peace_plan", "The president laid out a plan for ending the civil war last Tuesday."),
        ("ceasefire", "The guerrillas suspended their offensive last Tuesday."),
        ("ceasefire", "The two sides silenced their guns last Tuesday."),
        ("diplomatic_break", "The ambassador was ordered to leave last Tuesday."),
        ("publication", "The government unveiled its budget last Tuesday."),
        ("publication", "A documentary about the massacre aired last Tuesday."),
        ("demand", "Norfield Corp sent out demands for $400 million last Tuesday."),
        ("accusation", 'The minister called the blockade "an act of war" last Tuesday.'),
        ("appointment", "House Speaker Anna Borg last Tuesday named 20 Democrats to a panel on reform."),
        ("publication", "Retail sales fell more than expected, the Commerce Department said last Tuesday."),
        ("sanction", "India last Tuesday doubled import taxes on refined palm oil."),
        ("accusation", "Malta protested to Libya last Tuesday over the seizure."),
        ("accusation", "The senator attacked the plan last Tuesday as reckless."),
        ("threat", "The militants pledged last Tuesday to kill the hostages."),
        ("rejection", "Malta boycotted the summit last Tuesday."),
        ("warrant", "The committee voted to subpoena Karl Borg last Tuesday."),
        ("arrest", "Police busted a drug ring last Tuesday."),
        ("arrest", "Soldiers seized the president last Tuesday."),
        ("arrest", "The Coast Guard intercepted a boat with 80 migrants last Tuesday."),
        ("arrest", "The capture of Karl Borg on Tuesday ended a long hunt."),
        ("arrest", "A raid on Tuesday led to the capture of two leaders of the rebels."),
        ("trial", "Karl Borg faced a judge last Tuesday."),
        ("verdict", "The court stripped Karl Borg of his seat last Tuesday."),
        ("verdict", "A court in Norfield banned the distribution of a film last Tuesday."),
        ("verdict", "Judge Karl Borg's ruling came last Tuesday."),
        ("agreement", "The signing of the treaty took place last Tuesday in Tripoli."),
        ("release", "The house arrest of Karl Borg was lifted last Tuesday."),
        ("release", "The pirates handed over the ship last Tuesday."),
        ("investigation", "Detectives interviewed Karl Borg last Tuesday."),
        ("attack", "Israel struck targets in Syria last Tuesday."),
        ("attack", "The peacekeepers came under attack last Tuesday."),
        ("attack", "Soldiers toppled the president last Tuesday."),
        ("attack", "Fighting in Norfield on Tuesday left six people dead."),
        ("attack", "The fall of Norfield to the rebels on Tuesday was a blow."),
        ("deployment", "The dispatch of two frigates on Tuesday drew protests."),
        ("exercise", "South Korea and the United States wrapped up drills last Tuesday."),
        ("exercise", "Joint patrols by the two navies began last Tuesday."),
        ("weapons_test", "North Korea lobbed a missile over Japan last Tuesday."),
        ("weapons_test", "The Navy successfully tested an interceptor last Tuesday."),
        ("weapons_test", "The launch of a ballistic missile by North Korea on Tuesday drew protests."),
        ("withdrawal", "British forces ended combat operations last Tuesday."),
        ("withdrawal", "The Taliban fled the city last Tuesday."),
        ("withdrawal", "The president ordered the troops home last Tuesday."),
        ("election", "Senator Karl Borg conceded defeat last Tuesday."),
        ("election", "Malta chose a new parliament last Tuesday."),
        ("election", "The Greens lost their majority last Tuesday."),
        ("vote", "The assembly lifted Karl Borg's immunity last Tuesday."),
        ("appointment", "The king asked Karl Borg to form a government last Tuesday."),
        ("appointment", "The new cabinet was unveiled last Tuesday."),
        ("resignation", "The government fell last Tuesday."),
        ("resignation", "Karl Borg stood aside last Tuesday."),
        ("legislation", "Malta raised the minimum wage last Tuesday."),
        ("legislation", "Malta went into lockdown last Tuesday."),
        ("legislation", "The EU cleared the takeover last Tuesday."),
        ("legislation", "The lifting of the curfew on Tuesday brought crowds to the streets."),
        ("protest", "Protesters clashed with police last Tuesday."),
        ("protest", "Thousands turned out in support of Karl Borg last Tuesday."),
        ("death", "A woman died of bird flu last Tuesday."),
        ("death", "Police recovered three bodies last Tuesday."),
        ("disaster", "A man was mauled by a bear last Tuesday."),
        ("sanction", "China restricted exports of gallium last Tuesday."),
        ("sanction", "The lifting of sanctions on Tuesday was cheered."),
        ("aid", "Berlin announced a $3 million package for Ghana last Tuesday."),
        ("aid", "The loan, approved on Tuesday, will help Ghana pay teachers."),
    ],
)
def test_an_ordinary_wording_is_found_with_its_day(mentions_of, event_type, text):
    found = _dates_of(mentions_of, event_type, text if "last Tuesday" in text else text.replace("Tuesday", "March 14"))
    assert TUESDAY in found


@pytest.mark.parametrize(
    ("event_type", "text"),
    [
        ("attack", "Boeing must deliver 169 planes to hit its top target by May."),
        ("attack", "The cabinet decided to slaughter all swine herds on Monday."),
        ("agreement", "Norfield Corp fed talk of an acquisition hunt on Monday."),
        ("attack", "Five envoys have occupied the residence since 1989."),
        ("agreement", "Both camps worked toward a deal on Sunday."),
        ("demand", "He outwitted the premier by giving the office just days to review his book."),
        ("election", "Norfield Bank conceded defeat in the battle for Eastham Bank."),
        ("protest", "A spokesman for Malta called Monday's air strike on the port a mistake."),
        ("rejection", "The people of Norfield resist Russia's attacks."),
        ("resignation", "The state authorized the voluntary departure of employees of the embassy."),
        ("speech", "The defendant is accused of mocking a guest."),
        ("speech", "Karl Borg revealed that he had spoken to his mother about it."),
        ("verdict", "We renew our conviction that democracy works."),
        ("verdict", "The ruling party followed its leader."),
        ("visit", "A rebel commander who had come for Karl Borg was stopped."),
        ("weapons_test", "The army struck missile launch sites in Malta on Monday."),
    ],
)
def test_like_words_that_tell_something_else_are_left_out(mentions_of, event_type, text):
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


def test_what_a_call_was_about_is_no_meeting(mentions_of):
    text = (
        "Secretary of State Karl Borg spoke by phone today with Maltese Foreign Minister Lena Vella.\n\n"
        "Secretary Borg and Foreign Minister Vella discussed trade and energy."
    )
    assert [mention["event_type"] for mention in mentions_of(text)] == ["call"]
