"""Entries told apart, two subjects side by side, days joined, and how many entries stand out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from timeline_story import STORY, timeline_of

from warehouse.timeline import RENDERERS, render
from warehouse.timeline.choose import FEW_ENTRIES, LENGTH_OF_STORY, MAX_ENTRIES, knee
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Actor, Entry, Evidence, Sentence, Timeline
from warehouse.timeline.group import OTHERS, by_group, compared, grouped
from warehouse.timeline.join import joined
from warehouse.timeline.retold import without_dated, without_retold


def entry(name: str, day: str, event_type: str = "meeting", *, importance: float = 0.5, actors: tuple[str, ...] = ("Ann", "Ben"), **fields) -> Entry:  # fmt: skip
    when = When(date.fromisoformat(day), date.fromisoformat(day), "day", basis="relative")
    people = tuple(Actor(actor) for actor in actors)
    return Entry(name, when, name, event_type, event_type, fields.pop("status", "happened"), actors=people, importance=importance, **fields)  # fmt: skip


def test_an_entry_stands_with_the_actor_that_has_most_entries():
    timeline = grouped(
        Timeline("T", (entry("a", "2023-03-01"), entry("b", "2023-03-02", actors=("Cleo", "Ben")), entry("c", "2023-03-03", actors=()))),
        "actor",
    )  # fmt: skip
    assert timeline.groups == ("Ben", OTHERS)
    assert [[each.event_id for each in group.entries] for group in by_group(timeline)] == [["a", "b"], ["c"]]


def test_a_group_is_somebody_in_particular():
    crowd, man = Actor("At least three people", "source", "group"), Actor("Norfield man", "source", "person")
    people = [(crowd, Actor("Ann", "target", "person")), (crowd, man), (crowd,)]
    entries = [replace(entry(name, f"2023-03-0{n}"), actors=actors) for n, (name, actors) in enumerate(zip("abc", people, strict=True), 1)]  # fmt: skip
    assert grouped(Timeline("T", tuple(entries)), "actor").groups == ("Ann", OTHERS)


@pytest.mark.parametrize("by", ["actor", "type", "place"])
def test_no_entry_is_lost_in_groups(by):
    timeline = grouped(timeline_of(STORY), by)
    told = [each.event_id for group in by_group(timeline) for each in (*group.entries, *group.undated)]
    assert sorted(told) == sorted(each.event_id for each in timeline.everything)


def test_two_subjects_share_what_belongs_to_both():
    a, b, c = entry("a", "2023-03-01"), entry("b", "2023-03-02"), entry("c", "2023-03-03")
    timeline = compared(Timeline("One", (a, b)), Timeline("Two", (b, c)), ("One", "Two"))
    assert timeline.groups == ("One", "One and Two", "Two")
    assert [each.group for each in timeline.entries] == ["One", "One and Two", "Two"]


def test_what_a_limit_cuts_from_one_subject_still_belongs_to_both():
    a, b, c = entry("a", "2023-03-01", importance=0.2), entry("b", "2023-03-02"), entry("c", "2023-03-03")
    events = ({"a", "b", "c", "d"}, {"b", "c", "e"})
    timeline = compared(Timeline("One", (a, b)), Timeline("Two", (c,)), ("One", "Two"), None, events, 2)
    assert [(each.event_id, each.group) for each in timeline.entries] == [("b", "One and Two"), ("c", "One and Two")]
    assert (timeline.generated_from.n_events, timeline.generated_from.n_left_out) == (5, 3)


@pytest.mark.parametrize("name", [name for name in RENDERERS if name != "svg"])
def test_groups_and_comparisons_can_be_drawn_in_every_format(name):
    for timeline in (
        grouped(timeline_of(STORY), "type"),
        compared(timeline_of(STORY[:5]), timeline_of(STORY[3:9]), ("Xi", "Putin")),
    ):
        for width in (60, 120):
            drawn = render(timeline, name, width=width)
            assert all(part in drawn for part in (timeline.groups[0], timeline.groups[-1]))


def test_adjacent_days_of_what_lasts_are_one_line_with_all_evidence():
    days = [entry("a", "2023-03-20", n_sources=1), entry("b", "2023-03-21", importance=0.9, n_sources=3)]
    [one] = joined(days)
    assert (one.event_id, one.when, one.n_sources) == ("b", "20-21 March 2023", 3)


@pytest.mark.parametrize(
    "other",
    [
        entry("b", "2023-03-22"),
        entry("b", "2023-03-21", "arrest"),
        entry("b", "2023-03-21", actors=("Ann",)),
        entry("b", "2023-03-21", status="planned"),
        entry("b", "2023-03-21", place="Kyiv"),
    ],
)
def test_what_may_be_something_else_stays_apart(other):
    assert len(joined([entry("a", "2023-03-20"), other])) == 2


def killing(
    name: str, start: str, end: str, event_type: str = "death", *, victim: str = "Karl Borg", **fields
) -> Entry:
    when = When(date.fromisoformat(start), date.fromisoformat(end), "day" if start == end else "week", basis="relative")
    sentence = f"{victim} was killed."
    quote = Evidence("m", f"article of {name}", sentence, when, trigger=(sentence.index("killed"), len(sentence) - 1))
    told = (Actor(victim, "target", "person"),)
    return Entry(name, when, f"{victim} is killed", event_type, event_type, "happened", actors=told, evidence=(quote,), **fields)  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        killing("b", "2011-10-17", "2011-10-23", "attack", importance=0.9),
        killing("b", "2011-10-17", "2011-10-23", importance=0.9),
        killing("b", "2011-10-20", "2011-10-20", "attack", importance=0.1),
    ],
)
def test_who_was_killed_in_a_week_was_killed_on_the_day_in_it(other):
    [one] = joined([killing("a", "2011-10-20", "2011-10-20", importance=0.5), other])
    assert (one.event_id, one.when, one.n_articles) == ("a", "20 October 2011", 2)


@pytest.mark.parametrize(
    "other",
    [
        killing("b", "2011-10-17", "2011-10-23", victim="Anna Vella"),
        killing("b", "2011-10-10", "2011-10-16"),
        killing("b", "2011-10-21", "2011-10-21"),
        entry("b", "2011-10-20", "meeting"),
    ],
)
def test_another_death_stays_apart(other):
    assert len(joined([killing("a", "2011-10-20", "2011-10-20"), other])) == 2


def spill(name: str, day: str, n_articles: int, *, word: str = "spill", place: str = "North Sea", firm: str = "Norfield Oil") -> Entry:  # fmt: skip
    when = When(date.fromisoformat(day), date.fromisoformat(day), "day", basis="relative")
    quote = Evidence("m", f"article of {name}", f"The {word} went on.", when, trigger=(4, 4 + len(word)))
    struck = (Actor(firm, "target", "organisation"),)
    return Entry(name, when, f"{word} in {place}", "disaster", "disaster", "happened", actors=struck, evidence=(quote,), n_articles=n_articles)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "is_echo"),
    [
        (spill("b", "2010-07-22", 3, firm="Vella Gas"), True),  # the same place
        (spill("b", "2010-07-22", 3, place="Norway"), True),  # the same firm
        (spill("b", "2010-07-22", 3, place="Norway", firm="Vella Gas"), False),
        (spill("b", "2010-07-22", 30), False),  # as well known
        (spill("b", "2010-04-01", 3), False),  # before
        (spill("b", "2012-07-22", 3), False),  # years later
        (spill("b", "2010-07-22", 3, word="explosion"), False),  # strikes once
    ],
)
def test_a_day_on_which_a_spill_is_only_spoken_of_is_no_other_spill(other, is_echo):
    known = spill("a", "2010-04-20", 90, word="explosion" if "explosion" in other.headline else "spill")
    assert len(joined([known, other])) == 2 - is_echo


@pytest.mark.parametrize(
    ("event_type", "trigger", "n_mentions", "left"),
    [
        ("charge", (5, 12), 1, ["a"]),
        ("charge", (5, 12), 2, ["a", "b"]),  # another report tells it, too
        ("charge", (20, 30), 1, ["a", "b"]),  # other words of the sentence
        ("speech", (20, 30), 1, ["a"]),  # who rules says so
    ],
)
def test_what_the_same_words_tell_stands_once(event_type, trigger, n_mentions, left):
    when = When(date(2023, 3, 20), date(2023, 3, 20), "day", basis="relative")
    quote = Evidence("m", "a1", "Borg ordered Vella to stand trial.", when, trigger=(5, 12))
    ruling = entry("a", "2023-03-20", "verdict", importance=0.9, evidence=(quote,), n_mentions=2)
    other = entry("b", "2023-03-20", event_type, evidence=(replace(quote, trigger=trigger),), n_mentions=n_mentions)
    assert [each.event_id for each in joined([ruling, other])] == left


def test_what_is_done_once_stands_at_its_day_and_not_at_its_month_too():
    month = replace(entry("b", "2023-03-01", "visit"), headline="a", dated=When(date(2023, 3, 1), date(2023, 3, 31), "month"))  # fmt: skip
    assert [each.event_id for each in joined([month, entry("a", "2023-03-20", "visit")])] == ["a"]
    speech = replace(month, event_type="speech")
    assert len(joined([speech, entry("a", "2023-03-20", "speech")])) == 2


def test_of_two_days_the_month_means_the_one_that_far_more_articles_tell():
    month = replace(entry("m", "2023-03-01", "arrest"), headline="a", dated=When(date(2023, 3, 1), date(2023, 3, 31), "month"))  # fmt: skip
    other, known = replace(entry("b", "2023-03-10", "arrest"), headline="a"), entry("a", "2023-03-20", "arrest")
    assert len(joined([month, replace(other, n_articles=2), replace(known, n_articles=4)])) == 2
    assert len(joined([month, replace(other, n_articles=2), replace(known, n_articles=3)])) == 3


def test_a_day_beside_the_one_of_which_very_many_articles_tell_is_a_slip():
    known, slip = (
        entry("a", "2023-03-20", "arrest", n_articles=10),
        replace(entry("b", "2023-03-21", "arrest"), headline="a"),
    )
    assert [each.event_id for each in joined([known, replace(slip, n_articles=3)])] == ["a"]
    two_days_later = replace(slip, dated=entry("b", "2023-03-22").dated)
    assert [each.event_id for each in joined([known, replace(two_days_later, n_articles=2)])] == ["a"]
    assert len(joined([known, replace(two_days_later, n_articles=3)])) == 2
    later = replace(slip, dated=entry("b", "2023-03-24").dated)
    assert len(joined([known, replace(later, n_articles=2)])) == 2


def undergone(name: str, start: str, end: str, event_type: str, trigger: str, *actors: Actor, n_articles: int = 1) -> Entry:  # fmt: skip
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    when = When(first, last, "day" if first == last else "month", basis="relative")
    quote = Evidence("m", f"article of {name}", f"The {trigger}.", when, trigger=(4, 4 + len(trigger)))
    return Entry(name, when, name, event_type, event_type, "happened", actors=actors, evidence=(quote,), n_articles=n_articles)  # fmt: skip


MALTA, BANK = Actor("Malta", "target", "state"), Actor("Norfield Bank", "source", "organisation")
BORG, FRIEND = Actor("Karl Borg", "target", "person"), Actor("Anna Vella", "target", "person")


@pytest.mark.parametrize(
    ("vague", "exact", "n_lines"),
    [
        (
            undergone("m", "2013-03-01", "2013-03-31", "aid", "bailout", MALTA),
            undergone("d", "2013-03-16", "2013-03-16", "aid", "bailed out", MALTA, BANK),
            1,
        ),
        (
            undergone("m", "2013-03-01", "2013-03-31", "aid", "donation", MALTA),
            undergone("d", "2013-03-16", "2013-03-16", "aid", "gave", MALTA, BANK),
            2,
        ),
        (
            undergone("m", "2013-03-01", "2013-03-31", "arrest", "arrest", BORG, FRIEND),
            undergone("d", "2013-03-16", "2013-03-16", "arrest", "arrested", BANK, BORG),
            1,
        ),
        (
            undergone("m", "2013-03-01", "2013-03-31", "arrest", "arrest", FRIEND),
            undergone("d", "2013-03-16", "2013-03-16", "arrest", "arrested", BORG),
            2,
        ),
        (
            undergone("m", "2013-03-01", "2013-03-31", "attack", "invasion", MALTA),
            undergone("d", "2013-03-16", "2013-03-16", "attack", "invaded", BANK, MALTA),
            1,
        ),
        (
            undergone("m", "2013-03-01", "2013-03-31", "attack", "raid", MALTA),
            undergone("d", "2013-03-16", "2013-03-16", "attack", "raided", BANK, MALTA),
            2,
        ),
    ],
)
def test_what_somebody_underwent_in_a_month_is_what_he_underwent_on_the_day_in_it(vague, exact, n_lines):
    told = joined([vague, exact])
    assert (len(told), told[-1].event_id) == (n_lines, "d")


def told(name: str, day: str | None, *sentences: str, importance: float = 0.5, headline: str = "") -> Entry:
    when = When(date.fromisoformat(day), date.fromisoformat(day), "day") if day else When(None, None, "unknown")
    summary = tuple(map(Sentence, sentences))
    return Entry(name, when, headline or name, "meeting", "meeting", "happened", summary=summary, importance=importance)


MET, SIGNED = "Borg met Vella and signed the treaty.", "The treaty was signed in Malta."


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (told("b", "2023-03-20", MET), ["a"]),
        (told("b", "2023-03-20", MET, importance=0.9), ["b"]),
        (told("b", "2023-03-21", MET), ["a", "b"]),
        (told("b", "2023-03-20", SIGNED), ["a", "b"]),
        (told("b", "2023-03-20", MET, SIGNED), ["a", "b"]),
        (told("b", "2023-03-20"), ["a", "b"]),
    ],
)
def test_one_sentence_is_told_once_of_a_day(other, kept):
    assert [each.event_id for each in without_retold([told("a", "2023-03-20", MET, importance=0.7), other])] == kept


def test_a_second_sentence_that_is_told_already_is_left_out_of_a_summary():
    better, other = told("a", "2023-03-20", MET, importance=0.7), told("b", "2023-03-20", SIGNED, MET)
    assert [[sentence.text for sentence in each.summary] for each in without_retold([better, other])] == [
        [MET],
        [SIGNED],
    ]


@pytest.mark.parametrize(
    ("undated", "n_kept"),
    [
        (told("b", None, "Borg met Vella."), 1),
        (told("b", None, MET), 0),
        (told("b", None, "Borg met Vella.", headline="a"), 0),
        (replace(told("b", None, "Borg met Vella.", headline="a"), status="planned"), 1),
    ],
)
def test_what_is_told_of_a_day_is_not_told_again_without_one(undated, n_kept):
    assert len(without_dated([undated], [told("a", "2023-03-20", MET, SIGNED)])) == n_kept


def test_the_same_words_stand_once_for_one_day():
    first, second = entry("a", "2023-03-20", "attack"), entry("b", "2023-03-20", "attack", actors=("Cleo",))
    told = replace(second, headline="a", importance=0.9, n_sources=3)
    [one] = joined([first, told])
    assert (one.event_id, one.n_mentions, one.n_sources) == ("b", first.n_mentions + second.n_mentions, 3)
    assert len(joined([first, replace(told, status="planned")])) == 2
    assert len(joined([replace(first, headline="Attack"), replace(told, headline="Attack")])) == 2


def test_the_knee_cuts_where_the_curve_flattens():
    steep = [1 - 0.02 * n for n in range(45)]
    flat = [0.1 - 0.0001 * n for n in range(400)]
    assert 40 <= knee([*steep, *flat]) <= 50
    assert knee([0.5] * 10) == 10
    assert knee([0.5] * 5000) == MAX_ENTRIES
    assert knee([1.0, *[0.1] * 99]) == FEW_ENTRIES
    assert knee([]) == 0


def test_a_longer_story_takes_more_lines_wherever_its_curve_bends():
    early, late = [1.0, *[0.1] * 399], [max(1 - 0.003 * n, 0.1) for n in range(400)]
    fewest, most = (round(20 * times) for times in LENGTH_OF_STORY)
    assert (knee(early), knee(late)) == (fewest, most)
