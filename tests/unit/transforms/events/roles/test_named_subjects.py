"""Names as subjects of their sentences, and what beside them is no actor: descriptions, owners, countries inside names."""

import pytest


def actors_of(found: list[dict[str, object]], event_type: str) -> list[set[tuple[str, str]]]:
    return [{(a["name"], a["role"]) for a in m["actors"]} for m in found if m["event_type"] == event_type]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Norfield, Finland's biggest maker of rails, sued Apple.", "charge", {("Norfield", "source"), ("Apple", "target")}),
        ("Norfield, a Finnish insurer, was sued by Boeing.", "charge", {("Norfield", "target"), ("Boeing", "source")}),
        ("Norfield, one of Malta's oldest banks, sued Apple.", "charge", {("Norfield", "source"), ("Apple", "target")}),
        ("Norfield, which is based in Oslo, rejected the offer.", "rejection", {("Norfield", "source")}),
        ("Norfield, owned by Malta, rejected the offer.", "rejection", {("Norfield", "source")}),
        ("Netanyahu, Israel's longest-serving leader, rejected the plan.", "rejection", {("Netanyahu", "source")}),
        ("Ahmed, a taxi driver, was arrested.", "arrest", {("Ahmed", "target")}),
        ("The Norfielder, Malta's oldest paper, rejected the charge.", "rejection", {("Norfielder", "source")}),
        ("Borg Steel ( BST.TO ), Canada's largest miner, rejected it.", "rejection", {("Borg Steel", "source")}),
        # no names: ordinary words with a comma behind them
        ("Interestingly, a court, which sat in Oslo, rejected it.", "rejection", {("court", "source")}),
        ("Farmers, a powerful lobby, rejected the plan.", "rejection", {("Farmers", "source")}),
    ],
)  # fmt: skip
def test_a_name_acts_and_not_what_commas_say_of_it(text, event_type, expected, mentions_of) -> None:
    assert actors_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "place"),
    [
        ("The leaders of Malta and Libya met.", {"Malta", "Libya"}, None),
        ("The foreign ministers of Iran, Iraq, and Turkey met in Rome.", {"Iran", "Iraq", "Turkey"}, "Rome"),
        ("Anna Berg met the presidents of Egypt and Sudan.", {"Anna Berg", "Egypt", "Sudan"}, None),
        ("Envoys of Malta and the European Union met.", {"Malta", "European Union"}, None),
        ("Maltese President Karl Borg is ill. The presidents of Malta and Chad met.", {"Karl Borg", "Chad"}, None),
        ("The lawyers of Boeing and Airbus met.", {"lawyers of Boeing and Airbus"}, None),
        # two noun groups beside each other
        ("The leader of Malta and Germany's chancellor met.", {"leader of Malta", "Germany's chancellor"}, None),
        ("Members of Hamas and Israel met in Cairo.", {"Members of Hamas", "Israel"}, "Cairo"),
    ],
)  # fmt: skip
def test_those_who_lead_several_states_stand_for_each_of_them(text, expected, place, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == "meeting"]
    assert [({actor["name"] for actor in m["actors"]}, m["place"]) for m in found] == [(expected, place)]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Police arrested the Greek minister of tourism, Olga Borg, on Friday.", "arrest", {"Police", "Olga Borg"}),
        ("Karl Vella met the secretary for trade, Olga Borg.", "meeting", {"Karl Vella", "Olga Borg"}),
        ("Police arrested the director of the museum, Olga Borg.", "arrest", {"Police", "Olga Borg"}),
        ("Karl Vella and the minister of defence, Olga Borg, met.", "meeting", {"Karl Vella", "Olga Borg"}),
        # the name is that of who speaks
        ("Police arrested the minister of tourism, Karl Borg said.", "arrest", {"Police", "minister"}),
    ],
)  # fmt: skip
def test_a_name_behind_what_an_office_is_for_is_that_of_its_holder(text, event_type, expected, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [{actor["name"] for actor in mention["actors"]} for mention in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "place"),
    [
        ("BMW China rejected the claim.", {"BMW China"}, None),
        ("Microsoft Germany rejected the claim.", {"Microsoft Germany"}, None),
        ("Norfield Inc South Africa rejected the claim.", {"Norfield Inc South Africa"}, None),
        ("On Monday Greenpeace Russia rejected the claim.", {"Greenpeace Russia"}, None),
        ("Renault Samsung rejected the claim.", {"Renault Samsung"}, None),
        ("A spokeswoman at Norfield China rejected the claim.", {"spokeswoman at Norfield China"}, None),
        ("Nazi Germany rejected the claim.", {"Germany"}, None),
        ("Meanwhile Russia rejected the claim.", {"Russia"}, None),
        ("In Syria Russia rejected the claim.", {"Russia"}, "Syria"),
    ],
)  # fmt: skip
def test_a_country_behind_a_firm_belongs_to_its_name(text, expected, place, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == "rejection"]
    assert [({actor["name"] for actor in m["actors"]}, m["place"]) for m in found] == [(expected, place)]


@pytest.mark.parametrize(
    ("text", "expected", "place"),
    [
        ("Britain's second-biggest drugs group rejected it.", {"Britain's second-biggest drugs group"}, None),
        ("South Korea's largest lender rejected it.", {"South Korea's largest lender"}, None),
        ("Japan's No. 2 carmaker rejected it.", {"Japan's No. 2 carmaker"}, None),
        ("Malta's biggest bank, Norfield, rejected it.", {"Norfield"}, None),
        ("It was rejected by Malta's biggest bank Norfield on Monday.", {"Norfield"}, None),
        ("The chip-maker rejected it.", {"chip-maker"}, None),
        ("Norfield Inc makes chips. The chip-maker rejected it.", {"Norfield Inc"}, None),
        ("Malta's central bank rejected it.", {"Maltese central bank"}, "Malta"),
        ("Malta's leader rejected it.", {"Malta's leader"}, None),
    ],
)  # fmt: skip
def test_a_firm_that_only_its_rank_or_product_tells_acts(text, expected, place, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == "rejection"]
    assert [({actor["name"] for actor in m["actors"]}, m["place"]) for m in found] == [(expected, place)]
