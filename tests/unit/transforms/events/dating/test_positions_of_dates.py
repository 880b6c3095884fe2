"""One clause, its day in every place where a sentence may have it, and whatever may stand between the two."""

import pytest

CLAUSES = [
    ("visit", "Karl Borg", "visited", "Malta"),
    ("meeting", "Karl Borg", "met", "Anna Vella"),
    ("agreement", "Malta and Norway", "signed", "a trade agreement"),
    ("ceasefire", "the rebels", "declared", "a ceasefire"),
    ("diplomatic_break", "Malta", "recalled", "its ambassador"),
    ("publication", "Amnesty International", "published", "a report"),
    ("arrest", "police", "arrested", "Karl Borg"),
    ("arrest", "Karl Borg", "was arrested", "at the airport"),
    ("verdict", "a court", "sentenced", "Karl Borg to five years in prison"),
    ("attack", "gunmen", "attacked", "a police station"),
    ("resignation", "Karl Borg", "resigned", "as finance minister"),
    ("disaster", "an earthquake", "struck", "northern Malta"),
]
DAYS = [("on Monday", "2023-03-20"), ("on March 3", "2023-03-03"), ("in 2011", "2011")]


def upper_first(words: str) -> str:
    return words[0].upper() + words[1:]


@pytest.mark.parametrize(
    "order",
    [
        "{S} {V} {O} {d}.",
        "{D}, {s} {V} {O}.",
        "{S} {d} {V} {O}.",
        "{D}, a day after the vote, {s} {V} {O}.",
        "{D}, shortly before the summit, {s} {V} {O}.",
        "{D}, three weeks after a storm hit the coast, {s} {V} {O}.",
        "{D}, after the vote, {s} {V} {O}.",
        "{D}, amid growing tension in the region, {s} {V} {O}.",
        "{D}, as rain fell on the capital, {s} {V} {O}.",
        "{D}, for the first time in 10 years, {s} {V} {O}.",
        "After months of delay, {s} {V} {O} {d}.",
        "{S} {V} {O} {d}, a day after the vote.",
        "{S} {V} {O} {d}, ten days after a storm hit the coast.",
        "{S} {V} {O} {d}, state television reported on Sunday.",
        "State television reported on Sunday that {s} {V} {O} {d}.",
        "Officials said on Sunday {s} {V} {O} {d}.",
        "{S} {V} {O} {d}, ending months of uncertainty.",
        "Nobody expected it, but {s} {V} {O} {d}.",
        "The mood changed after {s} {V} {O} {d}.",
        "It was {d} that {s} {V} {O}.",
        "When {s} {V} {O} {d}, few noticed.",
    ],
)
def test_a_clause_has_its_day_wherever_that_stands(order: str, mentions_of) -> None:
    wrong = []
    for event_type, subject, verb, rest in CLAUSES:
        for day, edtf in DAYS:
            words = {"S": upper_first(subject), "s": subject, "V": verb, "O": rest, "d": day, "D": upper_first(day)}
            text = order.format(**words)
            found = {(item["event_type"], item["edtf"], item["status"]) for item in mentions_of(text)}
            if (event_type, edtf, "happened") not in found:
                wrong.append((text, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On Monday, two days after police arrested Karl Borg, thousands protested in Oslo.", {"arrest": "2023-03-18", "protest": "2023-03-20"}),
        ("Karl Borg on Monday, a day after the vote, visited Malta.", {"visit": "2023-03-20"}),
        ("Officials met on Monday, two days after the chairman, Karl Borg, resigned.", {"meeting": "2023-03-20", "resignation": "2023-03-18"}),
        ("On Monday, after a storm hit the coast, Norway and Malta held talks.", {"meeting": "2023-03-20"}),
        ("In 2011, two years after he was elected, Karl Borg resigned.", {"election": "2009", "resignation": "2011"}),
        ("Ahead of the summit on 20 May in Oslo, police arrested Karl Borg.", {"meeting": "2023-05-20", "arrest": None}),
        ("Police arrested Karl Borg ahead of the summit on 20 May.", {"arrest": None}),
        ("Before the summit on 20 May, Karl Borg will visit Malta.", {"meeting": "2023-05-20", "visit": None}),
        ("In the run-up to the vote on Sunday, police arrested Karl Borg.", {"arrest": None}),
        ("Two days before the election on 20 January, police arrested Karl Borg.", {"election": "2023-01-20", "arrest": "2023-01-18"}),
        ("Two days after the attack on 20 January, police arrested Karl Borg.", {"attack": "2023-01-20", "arrest": "2023-01-22"}),
        ("Karl Borg will testify before the panel on 20 May.", {"speech": "2023-05-20"}),
        ("Police investigating the murder of a nurse arrested Karl Borg on Monday.", {"investigation": None, "attack": None, "arrest": "2023-03-20"}),
        ("Officers investigating the shooting of a boy on 3 January appealed for calm on Monday.", {"attack": "2023-01-03", "demand": "2023-03-20"}),
        ("Norfield lost again, a lawyer suing the bank said on Monday.", {"charge": None}),
        ("Officials in Beijing on Monday rejected a plan presented on Friday.", {"rejection": "2023-03-20"}),
        ("A suicide bombing attack killed 12 people on Monday.", {"attack": "2023-03-20"}),
        ("Karl Borg took office in 2011.", {"appointment": "2011"}),
        ("Karl Borg was charged in 2011.", {"charge": "2011"}),
        ("Since 2011, the bank has lent Malta $3 million.", {"aid": "2011-01-01/2023-03-21"}),
        ("Karl Borg was charged Thursday in the slaying of a doctor.", {"charge": "2023-03-16", "attack": None}),
        ("The death toll from the earthquake that hit Malta in September has risen to 60.", {"disaster": "2022-09"}),
        ("The attack on a police station, which took place on Monday, shocked many.", {"attack": "2023-03-20"}),
    ],
)  # fmt: skip
def test_two_events_of_a_sentence_have_each_their_day(text: str, days: dict[str, str | None], mentions_of) -> None:
    found = {item["event_type"]: item["edtf"] for item in mentions_of(text)}
    assert {event_type: found.get(event_type, "not told") for event_type in days} == days


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("The bill was passed by 218-214 votes and was signed by Karl Borg the following day.", "vote", None),
        ("Karl Borg was arrested by police and fled to Malta two days later.", "arrest", None),
        ("Norfield Oil announced on Monday that it would cut output starting in June.", "speech", "2023-03-20"),
        ("Norfield Oil announced a recall of cars beginning in June.", "speech", None),
        ("Malta imposed tariffs on steel effective June 1.", "sanction", "2023-06-01"),
    ],
)
def test_a_day_counted_on_or_a_beginning_is_not_that_of_what_came_before(text, event_type, day, mentions_of) -> None:
    assert {item["edtf"] for item in mentions_of(text) if item["event_type"] == event_type} == {day}
