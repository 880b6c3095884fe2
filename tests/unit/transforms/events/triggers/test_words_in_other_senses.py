"""Words that name events, in sentences where they mean something else; and the same words where they do not."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The purchase is expected to meet its cost of capital in 2025, Borg Steel said.", "meeting"),
        ("The minister was kept waiting for the answer received by his office on Monday.", "visit"),
        ("Top lawmakers warned of debts in a letter to Anna Borg released on Monday.", "release"),
        (
            "The metal exchange suspended the validity of warrants that belong to a broker, a spokesman said.",
            "resignation",
        ),
        ("The administrator has taken control of the warrants.", "attack"),
        ("Anna Borg was named ambassador and head of the Maltese mission in Rome on Monday.", "visit"),
        ("Slower growth threatened to overshadow its plans on Monday.", "threat"),
        ("Borg Steel will cut jobs at its call center that is to close.", "demand"),
        ("An indictment is merely an accusation.", "charge"),
        ("The bailout fund of the region sold bonds on Monday for 3 billion euros.", "aid"),
        ("Borg Steel dropped plans on Monday to send equipment to Malta.", "aid"),
        ("Karl Borg resigned on Monday in protest.", "protest"),
        ("Norfield Inc saw a drop in customer visits to its restaurants in Malta in March.", "visit"),
        ("The lawyers renewed their motion for a judgment of acquittal on Monday.", "verdict"),
        ("Borg Steel received 7 billion dollars in orders for its loan on Monday.", "aid"),
        ("Shareholders approved the 24 billion dollar deal on Friday.", "aid"),
        ("Last month, the group said new home prices should remain flat.", "demand"),
        ("Karl Borg said that if prices rise, Congress should get the blame.", "speech"),
        ("The council, held via video conference on Monday, praised farmers.", "speech"),
        ("Know-how is to be deployed more effectively in farming.", "deployment"),
        ("Investors staged a stampede for the exits on Thursday as crude prices fell.", "disaster"),
        ("Karl Borg was charged on Monday with second-degree murder and fraud.", "attack"),
        ("Uncertainty has sent prices up, threatening to bring trade to a halt.", "threat"),
        ("The institute today released a Practitioner's Guide for courts in Malta.", "release"),
        ("Karl Borg regretted the demise of the bank on Monday.", "death"),
        ("Crude for July delivery rose to 66 dollars a barrel, its highest settlement since May.", "agreement"),
        ("Americans felt better, according to a report released on Tuesday.", "release"),
        ("The company announced the execution of a purchase agreement with Borg Steel.", "death"),
        ("Visitors will see demonstrations of the headset in Malta in 2024.", "protest"),
        ("Peaceful calls for change were met by the army with violence.", "meeting"),
        ("Anna Borg has succeeded in closing overseas deals.", "appointment"),
        ("Short-term lending markets were calm on Monday.", "aid"),
        ("The dealer is offering big discounts to help homeowners.", "aid"),
        ("Banks worried as their affordable models have appealed to consumers.", "demand"),
        ("In 1992 the owner headed to warmer climates to sell yachts.", "visit"),
        ("The council asked ministers on Monday to amend the War Materiel Ordinance.", "attack"),
        ("The Conference Board is to publish figures on Friday.", "meeting"),
        ("The design was made into a wrap and installed by Borg Steel on Monday.", "appointment"),
        ("Selling the unit will make the deal less complex, a source said.", "agreement"),
        ("Sales of cars rose to 3 million on Monday, the company said.", "agreement"),
        ("The movements signal a lack of conviction among judges.", "verdict"),
        ("Anna Borg said by telephone on Monday that the bank had told lawyers to wait.", "call"),
        ("Karl Borg was refused a meeting, and his request for a meeting in May was lost.", "meeting"),
        ("The trial of the pill showed no effect on cholesterol, Borg Chemicals said.", "trial"),
        ("A constable noted the blood shot eyes of Karl Borg on Monday.", "attack"),
        ("Green shoots of a recovery were seen in Malta last week.", "attack"),
        ("The row over the bank had died down by Tuesday.", "death"),
        ("Karl Borg lost control on Monday and sideswiped a tree.", "withdrawal"),
        ("The minister said on Monday that banks were to blame for the slump.", "accusation"),
        ("When asked for an update on Malta, Anna Borg smiled.", "demand"),
        ("It was encouraging to see Borg Steel raising its forecast.", "demand"),
        ("Dealers close to the deal said on Monday that it was fair.", "agreement"),
        ("Karl Borg took home 3 million pounds last year.", "attack"),
        ("Borg Steel warned that it foresees profit declines in May.", "rejection"),
        ("Borg Steel expects to meet or beat its forecasts.", "meeting"),
        ("MetBorg Inc ( MET.N ), the insurer, said that it plans to grow.", "meeting"),
        ("Women of Malta worry more in retirement than men.", "resignation"),
        ("His mother, who spoke six languages, left Malta in 1990.", "speech"),
        ("Malta aims to tap the markets in 2024.", "appointment"),
        ("Regional managers choose goods by local taste, the chief executive said.", "appointment"),
        ("Karl Borg told the agency that the deputy must have wanted them to go.", "demand"),
        ("The minutes of the council were released on Monday.", "release"),
        ("Local media named the partner as a potential buyer.", "appointment"),
        ("The company offered parents a way to try the product.", "agreement"),
        ("Prosecutors said officials had concluded the contract was a sale.", "agreement"),
        ("Sales rose on Monday, defying expectations.", "rejection"),
        ("Borg Steel will repatriate 3,000 jobs.", "release"),
        ("A notice published on Monday suggested that the bank may avoid taxes.", "demand"),
        ("The ministry issued a call for proposals on Monday.", "demand"),
        ("The central bank warned that inflows could slow growth.", "threat"),
        ("The fund raised 20 million euros in capital from its owners.", "aid"),
        ("The resolution does not call, however, for the deployment of troops.", "deployment"),
        ("Reporters asked the European Union for comment on Monday.", "demand"),
        ("Borg Software holds an autumn promotion with discounts until Friday.", "appointment"),
    ],
)
def test_another_sense_is_another_thing(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Karl Borg met the king of Malta in Rome on Monday.", "meeting"),
        ("The council of Malta asked the European Union for money on Monday.", "demand"),
        ("The ministers met on Monday in Rome.", "meeting"),
        ("The king received Anna Borg in his palace on Monday.", "visit"),
        ("Police freed Karl Borg on Monday.", "release"),
        ("The army suspended two officers on Monday.", "resignation"),
        ("Rebels took control of the town on Monday.", "attack"),
        ("Germany gave Malta 20 million euros on Monday.", "aid"),
        ("Karl Borg said on Monday that Malta must leave the bloc.", "demand"),
        ("Karl Borg said in a rare televised address on Monday that farmers were right.", "speech"),
        ("The president deployed troops in the streets of Rome on Monday.", "deployment"),
        ("A stampede killed 30 people at a stadium on Thursday.", "disaster"),
        ("The murder of Karl Borg on Monday shocked Malta.", "attack"),
        ("Germany lent Malta 20 million euros on Monday.", "aid"),
        ("Karl Borg headed to Rome on Monday for talks.", "visit"),
        ("The parliament installed Karl Borg as president on Monday.", "appointment"),
        ("Malta made an agreement with Libya on Monday.", "agreement"),
        ("Anna Borg spoke to Karl Borg by telephone on Monday.", "call"),
    ],
)
def test_the_sense_that_is_meant_is_an_event(sentence: str, event_type: str, mentions_of) -> None:
    assert event_type in {mention["event_type"] for mention in mentions_of(sentence)}


def roles_of(mentions, event_type: str):
    return {
        (actor["name"], actor["role"])
        for mention in mentions
        if mention["event_type"] == event_type
        for actor in mention["actors"]
    }


def test_the_subject_of_another_verb_takes_no_part(mentions_of) -> None:
    assert roles_of(mentions_of("Karl Borg grew rich after the election in November 2022."), "election") == set()
    assert ("Anna Borg", "target") not in roles_of(
        mentions_of("Anna Borg praised the response to the oil spill in the Gulf of Mexico on Monday."), "disaster"
    )


def test_who_comes_under_fire_is_the_one_accused(mentions_of) -> None:
    assert roles_of(mentions_of("Karl Borg came under fire on Monday for late trains."), "accusation") == {
        ("Karl Borg", "target")
    }


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("Karl Borg will welcome farmers and deliver remarks in Rome on Friday.", "deliver remarks", "planned"),
        (
            "Karl Borg said in a hastily scheduled conference call that trains were late.",
            "conference call",
            "happened",
        ),
        (
            "The rules will apply to all, and in its meeting yesterday the council of Malta praised farmers.",
            "meeting",
            "happened",
        ),
    ],
)
def test_status_follows_the_verb_that_governs(sentence: str, trigger: str, status: str, mentions_of) -> None:
    found = {mention["status"] for mention in mentions_of(sentence) if mention["trigger"] == trigger}
    assert status in found


def test_a_headline_leaves_out_the_auxiliary(mentions_of) -> None:
    headline = "Twin Brothers From Valletta Indicted in Connection With Fraud"
    assert {role for _, role in roles_of(mentions_of(headline), "charge")} == {"target"}


def test_a_clause_with_its_own_subject_does_not_share_another(mentions_of) -> None:
    text = "Karl Borg was glad on Monday, and the new rules banned fishing in Malta."
    assert ("Karl Borg", "source") not in roles_of(mentions_of(text), "legislation")


def test_who_stands_behind_to_is_no_subject(mentions_of) -> None:
    text = "Farmers who fought the sale of land to Borg Steel condemned the minister on Monday."
    assert {name for name, role in roles_of(mentions_of(text), "accusation") if role == "source"} == {"Farmers"}


def test_an_adjective_of_a_thing_says_nothing(mentions_of) -> None:
    mentions = mentions_of("The Maltese vetoes encouraged the Italian government to go on with the tests on Monday.")
    assert "Malta" not in {actor["name"] for mention in mentions for actor in mention["actors"]}
    [mention] = mentions_of("Maltese ministers urged the Italian government on Monday to end the tests.")
    assert "Maltese ministers" in {actor["name"] for actor in mention["actors"]}


def test_a_noun_in_the_plural_before_its_verb_is_no_verb(mentions_of) -> None:
    mentions = mentions_of("NATO ships enforced the arms embargo on Wednesday.")
    assert [mention["event_type"] for mention in mentions] == ["sanction"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The town hall called in a firm of engineers on Monday.",
        "The well released 60,000 barrels of oil on Monday.",
        "The commission is charged with guiding the reform of the law.",
        "The minister dismissed a thinktank report on Monday about the ministers of the cabinet.",
    ],
)
def test_words_of_another_sense_give_no_event_of_theirs(sentence: str, mentions_of) -> None:
    assert {mention["event_type"] for mention in mentions_of(sentence)} <= {"rejection"}


def test_a_byline_is_no_part_of_the_name_behind_it(mentions_of) -> None:
    [mention] = mentions_of("By the CNN Wire Staff Borg rejected the plan of the Maltese government on Monday.")
    assert "Borg" in {actor["name"] for actor in mention["actors"]}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The firm said its chief will retire once the board appoints a successor.", "appointment"),
        ("The minister dismissed breaking up the bank as too costly.", "resignation"),
        ("The army executed an airstrike against a leader of the militia.", "death"),
        ("The candidate was pounding a theme of two cities.", "attack"),
        ("Critics attacked Karl Borg for his policies.", "attack"),
        ("The murder rate in the city has fallen.", "attack"),
        ("The loan marks a coup for the bank.", "attack"),
        ("The body assigned internet addresses in 2011.", "speech"),
        ("The change to operations statements for 2004 had no impact.", "speech"),
        ("The bill includes two previously passed reform measures.", "vote"),
        ("There is a dispute over who controls disputed territories.", "rejection"),
        ("Anna Vella headed the Senate's delegation to a panel.", "visit"),
        ("Anna Vella is charged with the integration of the firms.", "charge"),
        ("Malta is blocking an agreement on indicators.", "agreement"),
        ("A van drove into the back of a truck on Monday, killing five people.", "attack"),
        ("Police dismantled a smuggling ring on Monday.", "withdrawal"),
        ("Police came on Monday to execute an arrest warrant.", "warrant"),
        ("Karl Borg accused Malta of plotting attacks on ships.", "attack"),
        ("An explosion at a chemical plant killed six people on Monday.", "attack"),
        ("Malta and Libya agreed to cease all attacks at sea.", "attack"),
        ("The minister warned his colleagues not to use the trip.", "threat"),
        ("More than 1,000 others evacuate as a fire nears the town.", "aid"),
        ("The bases become joint training centers under the pact.", "exercise"),
        ("The army denied the statement on Monday.", "speech"),
        ("A court jailed Karl Borg for six years on Monday.", "arrest"),
        ("Students occupied a hall of the university on Monday.", "attack"),
        ("Four soldiers were killed by friendly fire on Monday.", "disaster"),
        ("It is forecast to have grown in 2011, according to a Reuters poll.", "election"),
        ("Rescuers captured 20 birds on Friday.", "arrest"),
        ("Shares sank on Monday (Reporting by Karl Borg ; editing by Anna Vella )", "publication"),
        ("Looking into the second half of 2011, Anna Vella sees gains.", "investigation"),
        ("It gave the earnings of Norfield Inc another shot in the arm.", "attack"),
        ("Norfield Inc shot images at the games in London.", "attack"),
        ("Police fired upon protesters in Rome.", "resignation"),
        ("The agency is predicting up to 14 hurricanes.", "disaster"),
        ("Malta needed a plan to get out of a crisis threatening the euro.", "threat"),
        ("They asked the government to hold public hearings before any deal.", "trial"),
        ("None of the shareholders rose or asked for details.", "demand"),
        ("Inventory at Norfield Inc declined to 64 days of supply.", "rejection"),
        ("The promotion in 2001 sent industry sales surging to 21.7 million units.", "deployment"),
        ("Karl Borg said so in a scathing attack this week on Anna Vella.", "attack"),
        ("Anna Vella lacks ideological conviction.", "verdict"),
        ("A pall of smoke hung over a crowd in Cairo on Friday.", "death"),
        ("It was a 40 mm riot CS projectile.", "protest"),
        ("Norfield Inc will pay ousted chief executive Karl Borg $10 million.", "resignation"),
        ("Governments drowning in debt should look to Malta.", "death"),
        ("Fighters are occupying the hospital beds.", "attack"),
        ("The firm runs a competition offering a trip into space.", "visit"),
        ("They want to convince him to provide truthful testimony.", "speech"),
        ("Anna Vella arrived at work on Friday.", "visit"),
        ("Malta rejected a plan withdrawing all troops from the border.", "withdrawal"),
        ("The present attacks on voting rights must stop.", "attack"),
        ("It offers help to those who want to vote while incarcerated.", "arrest"),
        ("It is an appendix to the April and October issues of the magazine.", "publication"),
        ("Norfield Inc has an ongoing trial of its pill in pediatric cancers.", "trial"),
        ("Norfield Inc offers its flu shot at $5 a dose.", "attack"),
        ("Men drank beer after shooting skeet at a club.", "attack"),
        ("As Anna Vella reports from Rome, union leaders called off a strike on Monday.", "publication"),
        ("EU ministers imposed a travel ban on Karl Borg on Monday.", "legislation"),
        ("Demonstrators were protesting calls for Karl Borg to run for president.", "demand"),
        ("The council referred Malta's crackdown on pro-democracy protests to the court.", "protest"),
        ("NATO members squabbled over launching more raids on Malta.", "attack"),
        ("Anna Vella said on Monday that Malta sees scope for tightening sanctions on oil.", "sanction"),
        ("Proposals could be submitted to the EU sanctions committee next week.", "sanction"),
        ("Regulators will be charged with cracking down on greed.", "charge"),
        ("A drilling rig blew up and sank off Malta on Monday.", "attack"),
        ("He said if he, as a senator, asked for something similar, he could go to jail.", "demand"),
        ("Hundreds have been killed by soldiers since the attack.", "death"),
        ("Prosecutors charged a man with murder on Monday.", "attack"),
        ("The United States pulled out of the climate accord on Monday.", "agreement"),
        ("FIFA banned Karl Borg for eight years on Monday.", "legislation"),
        ("A diplomat familiar with the negotiations said so on Monday.", "meeting"),
        ("Minister Karl Borg backed his country's removal from the body on Monday.", "resignation"),
        ("The removal of the statue of Karl Borg drew crowds on Monday.", "resignation"),
        ("Six people died despite a ceasefire that took effect on Monday.", "legislation"),
    ],
)
def test_no_such_event_is_told(text, event_type, mentions_of) -> None:
    assert event_type not in {item["event_type"] for item in mentions_of(text)}
