"""The HTML timeline in a real browser: the list, its filters, small and large timelines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from story_page import HTML, crowded, headlines, many, mark, view
from timeline_story import STORY, timeline_of

from warehouse.timeline import render
from warehouse.timeline.choose import MAX_ENTRIES
from warehouse.timeline.entries import Timeline


def test_the_page_opens_from_disk_with_everything_on_it(open_page):
    page = open_page(HTML)
    assert page.title() == timeline_of(STORY).title
    assert len(headlines(page)) == len(STORY)
    assert page.locator("#axis svg .mark").count() >= 10


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("actor", "Fumio Kishida", ["Fumio Kishida visits Kyiv"]),
        ("type", "peace plan", ["China publishes a 12-point peace plan"]),
        ("source", "Eastern Post", [
            "China and Russia declare a partnership without limits", "China publishes a 12-point peace plan",
            "Russia bases aircraft in Belarus", "Xi Jinping visits Russia",
        ]),
    ],
)  # fmt: skip
def test_a_filter_leaves_what_it_names_in_the_list_and_on_the_axis(open_page, field, value, found):
    page = open_page(HTML)
    page.select_option(f"select[name={field}]", value)
    assert headlines(page) == found
    assert page.locator("#count").inner_text() == f"Showing {len(found)} of {len(STORY)}"
    page.click("[data-axis=all]")
    view(page)
    assert page.locator("#axis .mark").count() == len(found)


def test_search_reads_headlines_and_evidence_and_clear_brings_all_back(open_page):
    page = open_page(HTML)
    page.fill("input[name=search]", "vnukovo AIRPORT")
    assert headlines(page) == ["Xi Jinping visits Russia"]
    assert page.locator("h2:visible").all_inner_texts() == ["2023"]
    page.fill("input[name=search]", "no such word")
    assert headlines(page) == []
    assert page.locator("#nothing").is_visible()
    page.click("button[type=reset]")
    page.locator("#nothing").wait_for(state="hidden")
    assert len(headlines(page)) == len(STORY)


@pytest.mark.parametrize(
    ("typed", "n_found"),
    [
        ("published", 1), ("date", 0), ("source", 0), ("wire", 0), ("exact day not known", 0), ("hina", 0), ("chin", 5),
        ("12-point", 1), ("China's peace", 1), ("chín", 5), ("chi\u0301n", 5),
    ],
)  # fmt: skip
def test_search_finds_beginnings_of_words_that_were_reported_and_none_of_the_page(open_page, typed, n_found):
    page = open_page(HTML)
    page.fill("input[name=search]", typed)
    assert len(headlines(page)) == n_found


def test_search_says_how_many_entries_match_also_when_all_do(open_page):
    events = [replace(event, title=f"{event.title} again") for event in STORY]
    page = open_page(render(timeline_of(events), "html"))
    assert page.locator("#count").get_attribute("aria-live") == "polite"
    assert page.locator("#count").inner_text() == ""
    page.fill("input[name=search]", "again")
    assert page.locator("#count").inner_text() == f"Showing {len(STORY)} of {len(STORY)}"
    page.fill("input[name=search]", "again and again no such word")
    assert page.locator("#count").inner_text() == f"Showing 0 of {len(STORY)}"


@pytest.mark.parametrize(
    ("label", "gone"),
    [
        ("denied", "China supplies weapons to Russia"),
        ("planned", "Emmanuel Macron visits Beijing"),
        ("no date", "Dmitry Peskov briefs the press"),
    ],
)
def test_the_legend_works_as_switches(open_page, label, gone):
    page = open_page(HTML)
    page.locator(".legend button", has_text=label).click()
    assert gone not in headlines(page)
    assert len(headlines(page)) == len(STORY) - 1
    page.locator(".legend button", has_text=label).click()
    assert gone in headlines(page)


@pytest.mark.parametrize(
    "timeline",
    [Timeline("Nothing"), timeline_of([STORY[-1]]), timeline_of([STORY[2]])],
    ids=["empty", "only undated", "one day"],
)
def test_small_timelines_open_without_errors(open_page, timeline):
    page = open_page(render(timeline, "html"))
    assert len(headlines(page)) == len(timeline.everything)


def test_a_long_background_is_folded_until_it_is_asked_for(open_page):
    page = open_page(render(timeline_of(crowded(), limit=MAX_ENTRIES), "html"))
    assert "Old battle 3" not in headlines(page)
    assert "Background: 15 earlier events, 1950 to 2022" in page.locator(".background > summary").inner_text()
    page.locator(".background > summary").click()
    assert "Old battle 3" in headlines(page)


def test_search_and_the_axis_reach_into_the_background(open_page):
    page = open_page(render(timeline_of(crowded(), limit=MAX_ENTRIES), "html"))
    page.fill("input[name=search]", "battle 11")
    assert headlines(page) == ["Old battle 11"]
    page = open_page(render(timeline_of(crowded(), limit=MAX_ENTRIES), "html"))
    page.click("[data-axis=all]")
    view(page)
    mark(page, "Old battle 3").locator(".shape").click()
    assert page.locator("#e-past3 details").get_attribute("open") is not None
    assert page.locator("#e-past3").is_visible()


def test_two_thousand_entries_can_be_used(open_page):
    page = open_page(render(timeline_of(many(), limit=2_000), "html"))
    page.fill("input[name=search]", "delegation 1999")
    assert headlines(page) == ["Delegation 1999 visits Oslo"]


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_an_entry_far_down_a_long_list_comes_into_view(open_page, width, height):
    html = render(timeline_of(many(), limit=2_000), "html")
    page = open_page(html, width=width, height=height, fragment="#e-01518")
    settled(page)
    expect_in_view(page, "#e-01518", height)
    page = open_page(html, width=width, height=height)
    shape = page.locator("#axis .mark.labelled").last
    index = shape.get_attribute("data-index")
    shape.locator(".shape").click(force=True)
    settled(page)
    expect_in_view(page, f".entry[data-index='{index}']", height)


def settled(page) -> None:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300)))))")  # fmt: skip


def expect_in_view(page, selector: str, height: int) -> None:
    box = page.locator(f"{selector} h4").bounding_box()
    assert 0 <= box["y"] <= height - box["height"]


def test_filters_hide_groups_without_entries(open_page):
    from warehouse.timeline.group import grouped

    page = open_page(render(grouped(timeline_of(STORY), "type"), "html"))
    page.fill("input[name=search]", "vnukovo AIRPORT")
    assert headlines(page) == ["Xi Jinping visits Russia"]
    assert page.locator(".group > h2:visible").all_inner_texts() == ["visit"]
