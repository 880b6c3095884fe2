"""Lists of persons with their ages and homes, and who has a part in judgements and reproaches that a noun names."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Tyquan Vella, 20, and Jayquan Borg, 19, are charged with fraud.",
            "charge",
            {("Tyquan Vella", "target"), ("Jayquan Borg", "target")},
        ),
        (
            "Tyquan Vella, 20, Karl Waugh, 31, and Jayquan Borg, 19, were sentenced on Sunday.",
            "verdict",
            {("Tyquan Vella", "target"), ("Karl Waugh", "target"), ("Jayquan Borg", "target")},
        ),
        (
            "Tyquan Vella, 20, Yorba Linda, and Jayquan Borg, 19, Big Bear, pleaded guilty on Sunday.",
            "trial",
            {("Tyquan Vella", "source"), ("Jayquan Borg", "source")},
        ),
        (
            "Tyquan Vella, 20, of Norfield, and Jayquan Borg, 19, of Malta, were arrested on Sunday.",
            "arrest",
            {("Tyquan Vella", "target"), ("Jayquan Borg", "target")},
        ),
        (
            "Gunmen shot Karl Vella, 20, Anna Borg, 31, and Oleg Waugh, 5, on Sunday.",
            "attack",
            {("Gunmen", "source"), ("Karl Vella", "target"), ("Anna Borg", "target"), ("Oleg Waugh", "target")},
        ),
        (
            "Karl Vella, 20, was freed and Anna Borg, 31, was arrested on Sunday.",
            "arrest",
            {("Anna Borg", "target")},
        ),
        ("Roy Vella, 65, Yorba Linda, pleaded guilty on Sunday to fraud.", "trial", {("Roy Vella", "source")}),
    ],
)
def test_ages_and_homes_do_not_part_a_list(text, event_type, roles, mentions_of, roles_of):
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Karl Vella has a prior conviction in 2007 for robbery.", "verdict", {("Karl Vella", "target")}),
        ("The defendant was on parole for a 2007 prior conviction.", "verdict", {("defendant", "target")}),
        ("At the sentencing on Sunday, the principal read a statement.", "verdict", set()),
        (
            "Norfield Oil has shut in production in response to a court ruling on Sunday.",
            "verdict",
            {("court", "source")},
        ),
        (
            "Katherine Vella won a $253 million verdict against the company last May.",
            "verdict",
            {("company", "target")},
        ),
        ("The court said it would announce a ruling on Monday.", "verdict", {("court", "source")}),
        (
            "Police arrested Karl Vella on Sunday following an indictment by a federal grand jury.",
            "charge",
            {("federal grand jury", "source")},
        ),
        (
            "Karl Vella was arraigned on Sunday and ordered held without bail.",
            "verdict",
            {("Karl Vella", "target")},
        ),
        (
            "The paper looked into allegations that Borg officials had paid bribes in Mexico.",
            "accusation",
            {("Borg officials", "target")},
        ),
        (
            "The office was astonished by the criticism on the part of the Italian and French authorities.",
            "accusation",
            {("Italy", "source"), ("France", "source")},
        ),
        (
            "Karl Borg, a British official, spoke. One British official expressed concern on Sunday about the rules.",
            "accusation",
            {("One British official", "source")},
        ),
        (
            "Norfield police took him in. The defendant is to be arraigned on Friday in Department C-5.",
            "trial",
            {("defendant", "target")},
        ),
    ],
)
def test_a_noun_of_judgement_has_those_who_judge_and_are_judged(text, event_type, roles, mentions_of, roles_of):
    assert roles_of(mentions_of(text), event_type) == [roles]
