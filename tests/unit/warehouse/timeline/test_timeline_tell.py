"""Which sentences tell an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from warehouse.timeline.dates import When
from warehouse.timeline.entries import Evidence
from warehouse.timeline.render.html.quotes import pieces
from warehouse.timeline.tell import content_words, self_contained, summary_of
from warehouse.timeline.tidy import is_signed, tidied


def quotes(*sentences: str, sources: str = "", confidences: tuple[float, ...] = ()) -> list[Evidence]:
    outlets = sources.split() or [f"Outlet{n}" for n in range(len(sentences))]
    sure = confidences or (0.8,) * len(sentences)
    return [
        Evidence(f"m{n}", f"a{n}", sentence, When(), source=outlets[n], confidence=sure[n])
        for n, sentence in enumerate(sentences)
    ]


FULL = "The Norwegian parliament approved the new fisheries treaty with Iceland on Monday after a long debate."


@pytest.mark.parametrize(
    "dangling",
    [
        "He approved the new fisheries treaty with Iceland on Monday after a long debate in parliament.",
        "But parliament in Norway approved the new fisheries treaty with Iceland on Monday.",
        "This was approved on Monday by the parliament of Norway after a long debate on fisheries.",
        "The two signed the fisheries treaty between Norway and Iceland on Monday after a long debate.",
        "Three days later the parliament of Norway approved the fisheries treaty with Iceland.",
        "The next day Norway's parliament approved the fisheries treaty with Iceland after a long debate.",
        "Twenty days later his party approved the fisheries treaty with Iceland.",
        "Last month it approved the fisheries treaty with Iceland, after a long debate in parliament.",
        "On Monday they approved the fisheries treaty with Iceland after a long debate.",
        "“They approved the fisheries treaty with Iceland on Monday”, a member of parliament in Norway said.",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_sentence_that_leans_on_the_one_before_it_is_not_taken_when_another_is_there(dangling, first):
    both = quotes(dangling, FULL) if first else quotes(FULL, dangling)
    assert [sentence.text for sentence in summary_of(both, 2)] == [FULL]


def test_a_quote_that_names_no_day_tells_an_event_worse_than_one_that_does():
    undated, dated = quotes(
        "The sudden removal of Karl Borg by a revolt would leave a vacuum in the country.",
        "The rebels who removed Karl Borg on Monday have set up no guard in the country.",
        confidences=(0.9, 0.8),
    )
    dated = replace(dated, when=When(date(2023, 3, 20), date(2023, 3, 20), "day"))
    assert summary_of([undated, dated], 1)[0].text == dated.sentence


def test_a_pronoun_behind_its_name_does_not_dangle():
    named = "Jonas Store said he had signed the fisheries treaty with Iceland on Monday after a long debate."
    aside = "The treaty covers cod."
    assert summary_of(quotes(named, aside, sources="A A"), 1)[0].text == named


def test_a_first_word_is_a_name_only_when_it_is_known_as_one():
    several = quotes(
        "Store said he had signed the fisheries treaty with Iceland on Monday.",
        FULL,
        sources="A A",
        confidences=(0.9, 0.1),
    )
    assert summary_of(several, 1)[0].text == FULL
    assert summary_of(several, 1, ["Jonas Store"])[0].text != FULL


def test_a_report_that_only_announced_the_event_does_not_tell_what_happened():
    announced, reported = quotes(
        "The Norwegian parliament will approve the new fisheries treaty with Iceland on Monday after a long debate.",
        "Norway's parliament passed the treaty on fisheries with Iceland late on Monday by 90 votes to 70.",
        sources="A A",
        confidences=(0.9, 0.6),
    )
    both = [replace(announced, status="planned"), replace(reported, status="happened")]
    assert summary_of(both, 1, status="happened")[0].text == reported.sentence
    assert summary_of(both, 1, status="planned")[0].text == announced.sentence


def test_a_sentence_about_the_event_is_better_than_one_that_names_it_in_passing():
    passing, about = quotes(
        "Harbours were busy on Sunday, officials said, two days after Norway's parliament approved the treaty on fisheries with Iceland.",
        "Norway's parliament approved the treaty on fisheries with Iceland on Friday, officials said, and harbours were busy.",
        sources="A A",
    )
    both = [replace(quote, trigger=(quote.sentence.index("approved"),) * 2) for quote in (passing, about)]
    assert summary_of(both, 1)[0].text == about.sentence


def test_a_second_sentence_about_something_else_is_not_taken():
    assert len(summary_of(quotes(FULL, "A ship ran aground off Hamburg on Monday."), 2)) == 1


def test_a_dangling_sentence_is_better_than_none():
    assert [sentence.text for sentence in summary_of(quotes("He resigned on Monday."), 2)] == ["He resigned on Monday."]


def test_a_near_duplicate_is_not_told_twice():
    repeated = FULL.replace("a long debate", "a very long debate")
    assert len(summary_of(quotes(FULL, repeated), 2)) == 1


def test_a_second_sentence_comes_from_another_outlet_and_says_something_else():
    same_outlet = (
        "Fishing fleets from both countries may now work in the northern waters all year round, ministers explained."
    )
    other_outlet = "Iceland's government welcomed the vote in Oslo and promised to ratify within a few weeks from now."
    told = summary_of(quotes(FULL, same_outlet, other_outlet, sources="A A B", confidences=(0.9, 0.9, 0.6)), 2)
    assert {sentence.source for sentence in told} == {"A", "B"}


def test_the_sentence_nearest_to_what_all_say_comes_first():
    aside = "Norway's parliament building was painted yellow by a well known company in the summer of another year."
    nearest = "Norway's parliament approved the fisheries treaty with Iceland on Monday evening in Oslo."
    other = "On Monday the fisheries treaty with Iceland was approved by the parliament of Norway."
    assert summary_of(quotes(aside, nearest, other, sources="A A A"), 1)[0].text in {nearest, other}


@pytest.mark.parametrize("n_sentences", [0, 1, 2, 3])
def test_no_more_sentences_than_asked_for(n_sentences):
    several = quotes(
        FULL,
        "Iceland's government welcomed the vote and promised to ratify soon.",
        "Fleets of both may now work in northern waters.",
    )
    assert len(summary_of(several, n_sentences)) <= n_sentences


def test_every_sentence_names_its_article_and_no_evidence_gives_no_summary():
    [sentence] = summary_of(quotes(FULL), 2)
    assert (sentence.source, sentence.article_id, sentence.mention_id) == ("Outlet0", "a0", "m0")
    assert summary_of([], 2) == ()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (" date 2023-03-21 Norway voted on Monday.", "Norway voted on Monday."),
        ("OSLO, March 20 (Agency) - Norway voted on Monday.", "Norway voted on Monday."),
        ("OSLO (Agency) — Norway voted on Monday.", "Norway voted on Monday."),
        ("OSLO — Norway voted on Monday.", "Norway voted on Monday."),
        ("Norway voted on Monday - again.", "Norway voted on Monday - again."),
        ("UN-led talks began on Monday.", "UN-led talks began on Monday."),
        ("Norway\n  voted\ton Monday.", "Norway voted on Monday."),
        ("NATO - WHO", "NATO - WHO"),
        ("BENGHAZI Aug 29 (Reuters) - Ministers met in Oslo.", "Ministers met in Oslo."),
        ("May 8: Ministers met in Oslo.", "Ministers met in Oslo."),
        ("Aug 16, 2011 - Ministers met in Oslo.", "Ministers met in Oslo."),
        ("May 8 , 2011 : Ministers met in Oslo.", "Ministers met in Oslo."),
        ("26 May: Ministers met in Oslo.", "Ministers met in Oslo."),
        ("2011 May 8 -- Ministers met in Oslo.", "Ministers met in Oslo."),
        (
            r"(Agency) - Here is a timeline of the strike: May 8\/9 , 2011 - Ministers met there.",
            "Ministers met there.",
        ),
        ("Here is a timeline of the strike in Oslo: May 8/9, 2011 - Ministers met there.", "Ministers met there."),
        ("Following is a summary of the strike: it is long.", "Following is a summary of the strike: it is long."),
        ("Wednesday: Ministers meet in Oslo.", "Ministers meet in Oslo."),
        ("Oslo, Norway (Agency) -- Ministers met on Monday.", "Ministers met on Monday."),
        (
            "Borg (a banker from Oslo) - who left - met ministers.",
            "Borg (a banker from Oslo) - who left - met ministers.",
        ),
        ("May 8 - 12 were warm days in Oslo.", "May 8 - 12 were warm days in Oslo."),
        ("March 20-22: Ministers meet in Oslo.", "March 20-22: Ministers meet in Oslo."),
    ],
)
def test_headers_and_datelines_are_not_part_of_what_happened(given, told):
    assert self_contained(given) == told


def test_words_that_carry_no_meaning_do_not_make_sentences_alike():
    assert content_words("It was the vote of the Storting.") == {"vote", "storting"}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("GENEVA | Mon May 18 , 2009 6:14 pm EDT GENEVA ( Reuters ) - The flu has reached forty countries .",
         "The flu has reached forty countries ."),
        ("EU to urge sanctions UNITED NATIONS | Mon Aug 22 , 2011 5:01 pm EDT UNITED NATIONS ( Reuters ) - A draft calls for sanctions .",
         "A draft calls for sanctions ."),
        ("24 June 2010 Last updated at 14:59 GMT Help The fans mourn a year on .", "The fans mourn a year on ."),
        ("Page last updated at 08:03 GMT , Tuesday , 26 July 2011 09:03 UK A judge has ruled a second time .",
         "A judge has ruled a second time ."),
        ("updated : Fri Jan 14 2011 09:39:00 Protesters took to the streets .", "Protesters took to the streets ."),
        ("Friday , September 19 , 2008 ; 1:00 PM Every hour brings a crisis .", "Every hour brings a crisis ."),
        (r"WASHINGTON\/AMMAN ( Reuters ) - Sanctions were imposed .", "Sanctions were imposed ."),
        ("(Reuters) - The attempt has failed this weekend.", "The attempt has failed this weekend."),
        ("( Updated 9:02 a.m. ) Fresh reports get through now .", "Fresh reports get through now ."),
        ("( Updated 5:31 p.m. ( 0031 in Oslo ) ) Fresh reports get through now .", "Fresh reports get through now ."),
        ("( Updated 5:31 p.m. ET ( 0031 in Oslo ) Fresh reports get through now .", "Fresh reports get through now ."),
        ("Anna Vella | 09:51 UK time , Friday , 28 May 2010 The aid has come .", "The aid has come ."),
        ("Last updated : 19 January , 2010 - 14:10 GMT The struggle to bring aid goes on .", "The struggle to bring aid goes on ."),
        ("By Karl Borg February 7, 2011: 10:44 AM ET Anna Vella was released .", "Anna Vella was released ."),
        ("January 31, 2011 at 6:39 pm | Some protesters stayed all night.", "Some protesters stayed all night."),
        ("The rig blew on April 20 , 2010 , 9:45 pm and sank .", "The rig blew on April 20 , 2010 , 9:45 pm and sank ."),
        ("-- June 02 , 2010 2:46 PM Ahh , got it .", "-- June 02 , 2010 2:46 PM Ahh , got it ."),
    ],
)  # fmt: skip
def test_a_report_begins_behind_the_time_at_which_its_page_was_written(sentence, told):
    assert self_contained(sentence) == told


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("-- June 02, 2010 2:46 PM Ahh, got it.", True),
        ("Malta is no war of ours. April 8, 2011 at 12:05 pm | Reply", True),
        ("February 25th, 2011 2:16 pm ET Opposition groups in Malta are armed.", True),
        ("Posted by : Dan | September 19 , 2008 2:57 PM | Report abuse He will lose .", True),
        ("At 10:12 pm on 11 Jun 2009 , borg63 wrote : Well I have had it .", True),
        ("At 10:12 pm on 11 June the army attacked Norfield.", False),
        ("Geneva | Mon May 18, 2009 6:14 pm EDT", True),
        ("He will lose. Report Abuse", True),
        ("The rig blew on April 20, 2010, 9:45 pm and sank.", False),
        ("The report on abuse was posted by the ministry.", False),
    ],
)
def test_signatures_and_comments_of_readers_are_no_reports(text, is_so):
    assert is_signed(text) is is_so
    if is_so:
        assert summary_of(quotes(f"{text} {FULL}", FULL), 1)[0].text == FULL


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The League 's envoys are n't in Syria , which said : `` No '' .",
            "The League's envoys aren't in Syria, which said: “No”.",
        ),
        ("It 's swine flu !", "It's swine flu!"),
        ("He paid $ 350m ( 5 % ) , ` nowhere near ' enough .", "He paid $350m (5%), ‘nowhere near’ enough."),
        ("Est-ce la grippe ? Oui !", "Est-ce la grippe ? Oui !"),
        ("The minister's aides said: 'No'. It was 5 : 3", "The minister's aides said: 'No'. It was 5 : 3"),
    ],
)
def test_words_that_machines_split_are_shown_whole_and_others_as_they_are(text, shown):
    assert tidied(text) == shown


def test_a_quote_is_shown_tidied_and_keeps_its_words_and_offsets():
    sentence = "Syria 's army did n't withdraw on Monday , activists said ."
    at = sentence.index("withdraw")
    [quote] = quotes(sentence)
    marked = pieces(replace(quote, trigger=(at, at + len("withdraw")), date_words=(0, len("Syria"))))
    assert [piece.text for piece in marked] == ["Syria", "'s army didn't ", "withdraw", " on Monday, activists said."]
    [told] = summary_of([quote], 1)
    assert told.text == "Syria's army didn't withdraw on Monday, activists said."
    assert quote.sentence == sentence
