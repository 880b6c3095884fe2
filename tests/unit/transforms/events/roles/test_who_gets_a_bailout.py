"""Who gives and who gets a bailout, by the clause in which it is told."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Portugal returned to bond markets for the first time since a bailout last year.",
            {("Portugal", "target")},
        ),
        ("In May 2010 Greece sealed a deal opening the door to a bailout.", {("Greece", "target")}),
        ("Greece needed 90 billion euros in a second rescue package in May 2010.", {("Greece", "target")}),
        ("Borg Bank obtained three federal bailouts in 2008.", {("Borg Bank", "target")}),
        ("Greece's 110-billion-euro loan package was approved in May 2010.", {("Greece", "target")}),
        ("Germany's loan package was approved in May 2010.", {("Germany", "source")}),
        (
            "Ireland agreed a bailout with the European Union in November 2010.",
            {("European Union", "source"), ("Ireland", "target")},
        ),
        (
            "Malta saved its lenders under a 2009 bailout deal with the European Union.",
            {("European Union", "source"), ("Malta", "target")},
        ),
        ("Finance ministers approved a bailout in May 2010.", {("Finance ministers", "source")}),
        (
            "Norway offered a rescue package for Borg Bank in May 2010.",
            {("Norway", "source"), ("Borg Bank", "target")},
        ),
        ("Outgoing minister Karl Borg negotiated a first bailout for Greece in 2010.", {("Greece", "target")}),
    ],
)
def test_who_only_lives_with_a_bailout_gets_it_and_whoever_decides_on_it_gives_it(
    text, parties, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text, published=date(2011, 6, 10)), "aid") == [parties]
