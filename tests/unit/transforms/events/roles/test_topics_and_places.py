"""What is only talked about takes no part and is not where it was; where events are when another clause tells it."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Karl Borg met Anna Vella on Monday to discuss Malta.", "meeting", {"Karl Borg", "Anna Vella"}),
        ("Finance ministers met in Oslo on Monday to discuss a bailout for Greece.", "meeting", {"Finance ministers"}),
        ("Karl Borg and Anna Vella held talks on Tuesday about Syria.", "meeting", {"Karl Borg", "Anna Vella"}),
        ("Ministers held talks on Greece in Oslo on Monday.", "meeting", {"Ministers"}),
        ("Talks between Iran and Russia on Syria opened on Monday.", "meeting", {"Iran", "Russia"}),
        ("Karl Borg discussed Ukraine with Anna Vella on Monday.", "meeting", {"Karl Borg", "Anna Vella"}),
        ("Karl Borg gave a speech on Iran in Oslo on Monday.", "speech", {"Karl Borg"}),
        ("Karl Borg phoned Anna Vella on Monday to seek support for strikes on Syria.", "call", {"Karl Borg", "Anna Vella"}),
        ("Iran signed a treaty on the rights of women with Malta on Monday.", "agreement", {"Iran", "Malta"}),
        ("Malta ratified the Convention against Torture on Monday.", "agreement", {"Malta"}),
        ("The base was attacked by rebels and soldiers on Monday.", "attack", {"rebels", "soldiers"}),
        ("The treaty was signed by Russia, Malta and the European Union on Monday.", "agreement", {"Russia", "Malta", "European Union"}),
        ("Karl Borg was arrested by police and Anna Vella fled to Oslo on Monday.", "arrest", {"Karl Borg", "police"}),
    ],
)  # fmt: skip
def test_a_topic_takes_no_part_and_all_agents_do(text, event_type, expected, mentions_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert {actor["name"] for actor in found["actors"]} == expected


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Karl Borg met Anna Vella on Monday to discuss Malta.", "meeting", None),
        ("Ministers held talks on Greece in Oslo on Monday.", "meeting", "Oslo"),
        ("Iran met Russia in Vienna on Monday.", "meeting", "Vienna"),
        ("Georgia was invaded by Russia on Monday.", "attack", "Georgia"),
        ("Karl Borg eased pressure on Germany on Sunday by saying that talks continued.", "meeting", None),
        ("Karl Borg saw no solution to Greece's debts at a summit on Monday.", "meeting", None),
        ("Syria will dominate a summit of ministers on Monday.", "meeting", None),
        ("Anna Vella left a meeting on a deal that had pushed Greece and Ireland to save.", "meeting", None),
        ("Karl Borg, a Chicago banker, said in a speech on Monday that prices rose.", "speech", None),
        ("Ministers met in the capital, Oslo, on Monday.", "meeting", "Oslo"),
        ("The Geneva peace talks opened on Monday.", "meeting", "Geneva"),
        ("Karl Borg gave a speech at an Oslo conference on Monday.", "speech", "Oslo"),
        ("Karl Borg pleaded guilty on Monday to the biggest fraud in Wall Street's history.", "trial", None),
        ("Karl Borg pleaded guilty on Monday to the biggest fraud in Wall Street history.", "trial", None),
        ("A hospital in Gaza was bombed by Israel on Monday.", "attack", "Gaza"),
        ("France criticised the plan on Monday.", "accusation", None),
        ("Karl Borg was sentenced today by Brooklyn Supreme Court Justice Anna Vella.", "verdict", "Brooklyn"),
        ("After a trial in Oslo, Karl Borg was found guilty on Monday.", "verdict", "Oslo"),
        ("Three soldiers who put up tents in Mosul were killed on Monday.", "attack", "Mosul"),
        ("Officials in Oslo said three soldiers were killed on Monday.", "attack", None),
        ("Norfield's Gulf of Mexico rig exploded on Monday.", "disaster", "Gulf of Mexico"),
        ("A bomb exploded in Baghdad's Sadr City on Monday.", "attack", "Sadr City"),
        ("A bomb exploded in Baghdad 's Sadr City on Monday .", "attack", "Sadr City"),
        ("Troops attacked Libya's Western Mountain region on Monday.", "attack", "Western Mountain"),
        ("Karl Borg met Anna Vella in St. James's Park on Monday.", "meeting", "St. James's Park"),
        ("Karl Borg attended the Summit on Peace in Ukraine on Monday in Switzerland.", "meeting", "Switzerland"),
        ("Leaders met at the Summit on Peace in Ukraine on Monday.", "meeting", None),
        ("Karl Borg attended the Conference on Disarmament in Geneva on Monday.", "meeting", "Geneva"),
        ("The toll in Haiti is far from that of the earthquake that struck Chile in 2010.", "disaster", "Chile"),
        ("Senators wary of siding with Wall Street met on Monday.", "meeting", None),
        ("Thousands of people marched on Wall Street on Monday.", "protest", "Wall Street"),
    ],
)
def test_the_place_is_neither_who_acts_nor_the_topic(text, event_type, expected, mentions_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert found["place"] == expected


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Police told reporters three people had been killed on Sunday.", "attack", {("three people", "target")}),
        ("A spokesman told AFP 12 people were arrested on Sunday.", "arrest", {("12 people", "target")}),
        ("Karl Borg told Reuters Iran attacked the ship on Sunday.", "attack", {("Iran", "source")}),
        ("Karl Borg told a news conference the army had killed 12 people.", "attack", {("army", "source"), ("12 people", "target")}),
        ("Karl Borg said in a speech on Monday the United States would send troops to Malta.", "deployment", {("United States", "source"), ("troops", "target")}),
        ("The army said in a statement on Monday three soldiers were killed.", "speech", {("army", "speaker")}),
        ("Norfield Corp. said it has met Karl Borg.", "meeting", {("Norfield Corp", "participant"), ("Karl Borg", "participant")}),
        ("OSLO (Reuters) - Norfield Corp. ( NRF.N ) on Monday said it has met Karl Borg.", "meeting", {("Norfield Corp", "participant"), ("Karl Borg", "participant")}),
    ],
)  # fmt: skip
def test_who_hears_it_takes_no_part_in_what_is_told(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "status", "edtf"),
    [
        ("Karl Borg said at a news conference on Monday he would resign.", "resignation", "planned", None),
        ("Iran said in a statement on Monday it would hold talks with Russia.", "meeting", "planned", None),
        ("Karl Borg said in a statement issued on Monday that he was well.", "speech", "happened", "2023-03-20"),
        ("Karl Borg told Norfield television on Monday he was well.", "speech", "happened", "2023-03-20"),
    ],
)
def test_the_day_on_which_it_is_said_is_not_that_of_what_is_told(text, event_type, status, edtf, mentions_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert (found["status"], found["edtf"]) == (status, edtf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were shot in Zenosha, Wisconsin, on Monday.", "Zenosha"),
        ("Two men were shot in Bhundara Town, Maharashtra, India, on Monday.", "Bhundara Town"),
        ("Two men were shot in Parliament, Kenya said on Monday.", None),
        ("Two men were shot at Zenosha, China's biggest bank, on Monday.", "China"),
    ],
)
def test_an_unknown_town_before_a_known_place_is_the_place(text, expected, mentions_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == "attack"]
    assert found["place"] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("U.S. forces attacked a camp of rebels on Monday.", None),
        ("U.S. soldiers were killed by a bomb in Kabul on Monday.", "Kabul"),
        ("U.S. police shot three men on Monday.", "United States"),
    ],
)
def test_the_state_of_troops_is_not_where_they_fight(text: str, place: str | None, mentions_of) -> None:
    assert {item["place"] for item in mentions_of(text)} == {place}


def test_civilians_killed_before_a_strike_did_not_carry_it_out(mentions_of, roles_of) -> None:
    text = "Shells continued to kill civilians, including a March 14 strike on Sfax that killed three girls."
    assert not any(role == "source" for roles in roles_of(mentions_of(text), "attack") for _, role in roles)
