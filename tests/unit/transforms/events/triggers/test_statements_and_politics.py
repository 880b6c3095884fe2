"""Statements, talks and politics told in other than the listed words; and the same words where they tell of nothing."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "start"),
    [
        ("President Vella called Borg a liar on Monday.", "accusation", "2023-03-20"),
        ("President Vella placed the blame on Malta on Monday.", "accusation", "2023-03-20"),
        ("President Vella launched a scathing attack on Malta on Monday.", "accusation", "2023-03-20"),
        ("The commission voiced alarm over the killings on Monday.", "accusation", "2023-03-20"),
        ("President Vella on Monday gave Malta 48 hours to withdraw its troops.", "demand", "2023-03-20"),
        ("Regulators put pressure on Malta on Monday to sell the bank.", "demand", "2023-03-20"),
        ("The committee recommended the suspension of Malta on Monday.", "demand", "2023-03-20"),
        ("Norway asked on Monday that the council impose the measure.", "demand", "2023-03-20"),
        ("Malta on Monday asked its creditors for more time.", "demand", "2023-03-20"),
        ("The rebels must lay down their arms, President Borg said on Monday.", "demand", "2023-03-20"),
        ('"Malta must leave the town," Karl Borg told reporters on Monday.', "demand", "2023-03-20"),
        ("President Vella took issue with the report on Monday.", "rejection", "2023-03-20"),
        ("Malta said on Monday it was against any intervention.", "rejection", "2023-03-20"),
        ("Anna Vella said on Monday she was opposed to the plan.", "rejection", "2023-03-20"),
        (
            "President Vella made it clear on Monday that Malta could not renegotiate the pact.",
            "rejection",
            "2023-03-20",
        ),
        ("Anna Vella said on a panel on Monday that the economy was weak.", "speech", "2023-03-20"),
        ("The institute released a guide for judges on Monday.", "publication", "2023-03-20"),
        ("Malta circulated a draft resolution on Monday.", "publication", "2023-03-20"),
        ("Norfield Inc said in a regulatory filing on Friday it was in debt.", "publication", "2023-03-17"),
        ("The Fed released minutes of its talks on Monday.", "publication", "2023-03-20"),
        ("A new study found on Monday that the lake was shrinking.", "publication", "2023-03-20"),
        ("A report by the council said on Monday that the lake was shrinking.", "publication", "2023-03-20"),
        ("The minister gave the news in a call to his counterpart on Monday.", "call", "2023-03-20"),
        ("Norfield Inc engaged in talks with its lenders on Monday.", "meeting", "2023-03-20"),
        ("China made its first contact with the rebels on Monday.", "meeting", "2023-03-20"),
        ("Norfield Corp was merged into Borg Inc on Monday.", "agreement", "2023-03-20"),
        ("Shareholders cleared the transaction on Monday.", "vote", "2023-03-20"),
        ("The motion was narrowly defeated in the House on Monday.", "vote", "2023-03-20"),
        ("Anna Vella was given the job of foreign minister on Monday.", "appointment", "2023-03-20"),
        ("President Vella withdrew his name from consideration on Monday.", "resignation", "2023-03-20"),
        ("Karl Borg led the Conservatives to victory in 2006.", "election", "2006-01-01"),
        ("The union on Monday announced 53 million euros in new humanitarian assistance.", "aid", "2023-03-20"),
        ("Norway sent 990 million euros to Malta on Monday.", "aid", "2023-03-20"),
        ("President Vella took to Twitter on Monday to defend the law.", "speech", "2023-03-20"),
        ("President Vella broke his silence on Monday.", "speech", "2023-03-20"),
        ("In a post on Facebook on Monday, Anna Vella thanked voters.", "speech", "2023-03-20"),
        ("The newspaper ran a story on Monday about the minister.", "publication", "2023-03-20"),
        ("The commission put the report on its website on Monday.", "publication", "2023-03-20"),
        ("The agency made the files public on Monday.", "publication", "2023-03-20"),
        ("The study appeared on Monday in the journal Norfield Medicine.", "publication", "2023-03-20"),
        ("Malta said on Monday Norway was to blame for the delay.", "accusation", "2023-03-20"),
        ("President Vella compared Norway to a thief on Monday.", "accusation", "2023-03-20"),
        ("Opposition leaders called the vote a sham on Monday.", "accusation", "2023-03-20"),
        ("The law drew sharp criticism from Norway on Monday.", "accusation", "2023-03-20"),
        ("Norway reacted angrily to the law on Monday.", "accusation", "2023-03-20"),
        ("The group appealed on Monday to Malta to free the prisoners.", "demand", "2023-03-20"),
        ("President Vella challenged Norway on Monday to prove its claim.", "demand", "2023-03-20"),
        ("Malta poured cold water on the idea on Monday.", "rejection", "2023-03-20"),
        ("Malta dug in its heels on Monday.", "rejection", "2023-03-20"),
        ("Malta raised objections to the idea on Monday.", "rejection", "2023-03-20"),
        ("Norway was rebuffed by Malta on Monday.", "rejection", "2023-03-20"),
        ("Malta said on Monday that there would be no talks with the rebels.", "rejection", "2023-03-20"),
        ("The claim was dismissed by the ministry on Monday.", "rejection", "2023-03-20"),
        ("Malta and Norway buried the hatchet on Monday.", "agreement", "2023-03-20"),
        ("President Vella dined with President Borg on Monday.", "meeting", "2023-03-20"),
        ("Lawmakers threw out the bill on Monday.", "vote", "2023-03-20"),
        ("The bill sailed through parliament on Monday.", "vote", "2023-03-20"),
        ("The government won a confidence vote on Monday.", "vote", "2023-03-20"),
        ("President Vella put Anna Borg in charge of the bank on Monday.", "appointment", "2023-03-20"),
        ("Anna Borg was shown the door on Monday.", "resignation", "2023-03-20"),
        ("The union hit Malta with sanctions on Monday.", "sanction", "2023-03-20"),
        ("Crowds filled the square on Monday to demand reform.", "protest", "2023-03-20"),
        ("Norway came to the aid of Malta on Monday.", "aid", "2023-03-20"),
        ("Malta put Norway on notice on Monday.", "threat", "2023-03-20"),
        ("Malta served notice on Monday that it would close the port.", "threat", "2023-03-20"),
        ("The ministry on Monday warned travellers against trips to Malta.", "demand", "2023-03-20"),
        ("There were fresh calls on Monday for the minister to quit.", "demand", "2023-03-20"),
        ("Malta offered to broker a truce on Monday.", "peace_plan", "2023-03-20"),
        ("The rebels announced a halt to fighting on Monday.", "ceasefire", "2023-03-20"),
        ("The BBC interviewed Anna Vella on Monday.", "speech", "2023-03-20"),
        ("President Vella expressed regret on Monday for the delay.", "speech", "2023-03-20"),
        ("Parliament gave the green light to the plan on Monday.", "vote", "2023-03-20"),
        ("President Vella held frank and cordial talks with Karl Borg on Monday.", "meeting", "2023-03-20"),
        ("President Vella will be in Germany on Friday to attend the congress.", "visit", "2023-03-24"),
        ("The magazine quoted Anna Vella on Saturday as saying that she would stay.", "publication", "2023-03-18"),
        ("The task force removed Malta from its grey list on Monday.", "sanction", "2023-03-20"),
        ("Two activists climbed the tower on Monday in protest at the spill.", "protest", "2023-03-20"),
    ],
)
def test_other_words_for_it_name_the_event_with_its_day(
    sentence: str, event_type: str, start: str, mentions_of
) -> None:
    found = [mention for mention in mentions_of(sentence) if mention["event_type"] == event_type]
    assert [str(mention["start_date"]) for mention in found] == [start]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Doctors gave Karl Borg six weeks to live on Monday.", "demand"),
        ("Karl Borg said on Monday that it was against the law to smoke.", "rejection"),
        ("Anna Borg walked out to greet her guests on Monday.", "protest"),
        ("Anna Borg demonstrated on Monday why she had won support.", "protest"),
        ("It sparked a huge rally, and the price doubled on Monday.", "protest"),
        ("Six people were injured on Monday in Russian strikes on power plants.", "protest"),
        ("The jet crashed on Monday while landing in Malta.", "visit"),
        ("Anna Borg used three methods to arrive at the estimate on Monday.", "visit"),
        ("The driver was released on Monday about 20 minutes later.", "publication"),
        ("Couriers delivered parcels on Monday to addresses in Malta.", "speech"),
        ("Victims lay in coffins on Monday, testimony to the toll of the war.", "speech"),
        ("Lawmakers have promised steps to address the crisis by August.", "speech"),
        ("Norfield Inc declared a stock split on Monday.", "speech"),
        ("Malta on Monday announced a grant of 5 million euros.", "speech"),
        ("The ministry on Monday warned travellers against trips to Malta.", "threat"),
        ("The ministry on Monday warned travellers against trips to Malta.", "visit"),
        ("Experts warned on Monday that the oil slick would spread.", "threat"),
        ("A letter on Monday questioned the release of the bomber from prison.", "publication"),
        ("The firm leaked oil from a well on Monday, a report said.", "publication"),
        ("Anna Borg called the failure to file a mistake on Monday.", "accusation"),
        ("Anna Borg was making her first public policy address on Monday, on a report.", "publication"),
        ("Norfield Inc settled charges that it misled investors on Monday.", "accusation"),
        ("The government won a confidence vote on Monday.", "election"),
        ("Malta declared the envoy persona non grata on Monday.", "speech"),
        ("Malta should benefit from the deal, Karl Borg said on Monday.", "demand"),
        ("Norfield Inc has floated the idea that Malta should pay, two sources said on Monday.", "demand"),
        ("The revised plan calls for lower taxes in 2023.", "demand"),
        ("Malta raised prices on Monday and threatened the security of supplies.", "threat"),
        ("Anna Borg will be joined on Monday by deputy director Karl Vella.", "appointment"),
        ("Tanks fired on Monday at a crowd trying to get humanitarian aid.", "aid"),
    ],
)
def test_words_of_politics_in_another_sense_name_no_event(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "A video posted online showed soldiers in the town.",
        "A tape aired on television on Monday showed the prisoner.",
        "Footage broadcast on state television showed the leader.",
    ],
)
def test_what_was_shown_is_published_though_another_verb_follows(sentence: str, mentions_of) -> None:
    assert "publication" in {mention["event_type"] for mention in mentions_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Malta charged that Norway had armed the rebels.", "accusation"),
        ("Malta wanted Norway to withdraw its troops.", "demand"),
        ("The protesters also accuse the government of fraud.", "accusation"),
    ],
)
def test_what_states_charge_and_want_is_told(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type in {mention["event_type"] for mention in mentions_of(sentence)}
