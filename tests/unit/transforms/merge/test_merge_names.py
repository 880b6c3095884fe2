from __future__ import annotations

import pytest

from transforms.merge.names import Relation, actor_name, relation
from transforms.merge.places import PlaceRelation, PlaceTable


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Xi Jinping", "person", "China"), ("Xi", "person", "China"), Relation.SAME),
        (("Xi Jinping", "person", None), ("Xi", "person", None), Relation.SAME),
        (("Vladimir Putin", "person", "Russia"), ("President Putin", "person", None), Relation.SAME),
        (("Vladimir Putin", "person", "Russia"), ("Vladimir Vladimirovich Putin", "person", "Russia"), Relation.SAME),
        (("V. Putin", "person", None), ("Vladimir Putin", "person", "Russia"), Relation.SAME),
        (("Volodymyr Zelensky", "person", "Ukraine"), ("Volodymyr Zelenskyy", "person", "Ukraine"), Relation.SAME),
        (("Muammar Gaddafi", "person", "Libya"), ("Moammar Gadhafi", "person", "Libya"), Relation.SAME),
        (("Muammar Gaddafi", "person", "Libya"), ("Qaddafi", "person", None), Relation.SAME),
        (("Saif al-Islam Gaddafi", "person", "Libya"), ("Moammar Gadhafi", "person", "Libya"), Relation.NONE),
        (("Hilary Clinton", "person", None), ("Hillary Clinton", "person", "United States"), Relation.SAME),
        (("Gaddafi 's forces", "group", None), ("Gadhafi forces", "group", None), Relation.SAME),
        (("Ben Ross", "person", None), ("Ben Ros", "person", None), Relation.NONE),
        (("III Inc", "organisation", None), ("Infrastructure Investment", "organisation", None), Relation.NONE),
        (("Recep Tayyip Erdoğan", "person", "Turkey"), ("Tayyip Erdogan", "person", "Turkey"), Relation.SAME),
        (("George Bush", "person", "United States"), ("Laura Bush", "person", "United States"), Relation.NONE),
        (("Carl Borg Jr", "person", None), ("Carl Borg", "person", None), Relation.SAME),
        (("Carl Borg Jr.", "person", None), ("Borg", "person", None), Relation.SAME),
        (("Carl Borg Jr", "person", None), ("Carl Borg Sr", "person", None), Relation.NONE),
        (("Carl Borg Jr", "person", None), ("Nora Borg", "person", None), Relation.NONE),
        (("Joe Biden", "person", "United States"), ("Joe", "person", None), Relation.NONE),
        (("Xi Jinping", "person", "China"), ("Xi", "person", "Taiwan"), Relation.NONE),
        (("China", "state", "China"), ("Chinese Foreign Ministry", "organisation", "China"), Relation.OFFICE),
        (
            ("United States", "state", "United States"),
            ("U.S. Treasury", "organisation", "United States"),
            Relation.OFFICE,
        ),
        (
            ("United Kingdom", "state", "United Kingdom"),
            ("Bank of England", "organisation", "United Kingdom"),
            Relation.OFFICE,
        ),
        (("United States", "state", "United States"), ("Borg Airways", "organisation", "United States"), Relation.NONE),
        (("Switzerland", "state", "Switzerland"), ("Swiss newspaper", "organisation", "Switzerland"), Relation.NONE),
        (("Borg Airways", "organisation", "Finland"), ("Finnish carrier", "organisation", "Finland"), Relation.NONE),
        (("China", "state", "China"), ("Xi Jinping", "person", "China"), Relation.KINDRED),
        (("China", "state", None), ("China", "state", "China"), Relation.SAME),
        (("China", "state", "China"), ("Russia", "state", "Russia"), Relation.NONE),
        (("Russian president", "person", "Russia"), ("Vladimir Putin", "person", "Russia"), Relation.OFFICE),
        (("Russian officer", "person", "Russia"), ("Vladimir Putin", "person", "Russia"), Relation.KINDRED),
        (
            ("Chinese foreign ministry spokesman", "person", "China"),
            ("Chinese Foreign Ministry", "organisation", "China"),
            Relation.OFFICE,
        ),
        (("ICC", "organisation", None), ("International Criminal Court", "organisation", None), Relation.SAME),
        (("UN Security Council", "organisation", None), ("Security Council", "organisation", None), Relation.SAME),
        (("Borg Steel Inc", "organisation", None), ("Borg Steel", "organisation", None), Relation.SAME),
        (("Borg Inc", "organisation", None), ("Borg", "organisation", None), Relation.SAME),
        (("Borg Inc", "organisation", None), ("Vella Inc", "organisation", None), Relation.NONE),
        (("Foreign Ministry", "organisation", "Russia"), ("Foreign Ministry", "organisation", "China"), Relation.NONE),
        (("two soldiers", "group", None), ("soldiers", "group", None), Relation.SAME),
        (("Karl Erik Borg", "person", None), ("Karl E. Borg", "person", None), Relation.SAME),
        (("Karl Erik Borg", "person", None), ("Karl Albert Borg", "person", None), Relation.NONE),
        # an office is no name
        (("president of Malta", "person", "Malta"), ("Anna Vella", "person", "Malta"), Relation.OFFICE),
        (("President", "person", "Malta"), ("Anna Vella", "person", "Malta"), Relation.OFFICE),
        (("father of Anna Vella", "person", "Malta"), ("Anna Vella", "person", "Malta"), Relation.KINDRED),
        (
            ("president of Malta", "person", "Malta"),
            ("foreign minister of Malta", "person", "Malta"),
            Relation.NONE,
        ),
        (("King Abdullah of Jordan", "person", "Jordan"), ("King Abdullah", "person", "Jordan"), Relation.NONE),
        (("another man", "person", None), ("66-year-old man", "person", None), Relation.NONE),
        (("soldiers", "group", None), ("protesters", "group", None), Relation.NONE),
    ],
)
def test_two_names_relate_as_a_reader_takes_them(one, other, expected):
    first, second = actor_name(*one), actor_name(*other)
    assert relation(first, second) is expected
    assert relation(second, first) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Xi Jinping", "person", "China"), ("Xi", "person", "China")),
        (("Muammar Gaddafi", "person", "Libya"), ("Moammar Gadhafi", "person", None)),
        (("China", "state", "China"), ("Chinese Foreign Ministry", "organisation", "China")),
        (("China", "state", "China"), ("Xi Jinping", "person", "China")),
        (("Russian president", "person", "Russia"), ("Vladimir Putin", "person", "Russia")),
        (("ICC", "organisation", None), ("International Criminal Court", "organisation", None)),
        (("UN Security Council", "organisation", None), ("Security Council", "organisation", None)),
        (("Chinese foreign ministry spokesman", "person", None), ("Chinese foreign ministry", "organisation", "China")),
    ],
)
def test_actors_that_relate_find_each_other_by_their_keys(one, other):
    first, second = actor_name(*one), actor_name(*other)
    assert set(first.asks) & set(second.keys)
    assert set(second.asks) & set(first.keys)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Moscow", "moscow", PlaceRelation.SAME),
        ("Kherson region", "Kherson", PlaceRelation.SAME),
        ("Moscow", "Russia", PlaceRelation.UNKNOWN),
        ("Bakhmut, Ukraine", "Bakhmut", PlaceRelation.UNKNOWN),
        ("Moscow", "Riyadh", PlaceRelation.APART),
        ("Jakarta", "Croatia", PlaceRelation.APART),
        ("Gafsa", "Libya", PlaceRelation.APART),
        ("Gafsa", "Tunisia", PlaceRelation.UNKNOWN),
        ("Kremlin", "Russia", PlaceRelation.UNKNOWN),
        ("Russia", "Saudi Arabia", PlaceRelation.APART),
    ],
)
def test_places_are_the_same_apart_or_perhaps_one_in_the_other(one, other, expected):
    table = PlaceTable([one, other])
    assert table.relation(0, 1) is expected
    assert table.relation(1, 0) is expected
    assert table.relation(0, -1) is PlaceRelation.UNKNOWN
