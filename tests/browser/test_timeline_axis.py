"""The drawn axis of the HTML timeline in a real browser: what stands where, and moving it by mouse, wheel, fingers and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from story_page import HTML, crowded, headlines, mark, view
from timeline_story import STORY, Event, Quote, timeline_of

from warehouse.timeline import render
from warehouse.timeline.choose import MAX_ENTRIES


def test_exact_days_stand_above_the_line_and_rough_dates_below(open_page):
    page = open_page(HTML)
    line = page.locator("#axis .band").bounding_box()["y"]
    assert mark(page, "Xi Jinping visits Russia").locator(".shape").bounding_box()["y"] < line
    assert mark(page, "China publishes a 12-point peace plan").locator(".shape").bounding_box()["y"] > line


def test_a_month_is_drawn_as_a_bar_as_long_as_the_month_and_a_day_as_a_dot(open_page):
    page = open_page(HTML)
    month = mark(page, "China publishes a 12-point peace plan").locator(".shape").bounding_box()["width"]
    visit = mark(page, "Xi Jinping visits Russia").locator(".shape").bounding_box()["width"]
    assert month / visit == pytest.approx(28 / 3, rel=0.1)
    assert mark(page, "Fumio Kishida visits Kyiv").locator("circle.shape").count() == 1


def test_buttons_zoom_and_move_the_axis(open_page):
    page = open_page(HTML)
    first = view(page)
    page.click("[data-axis=in]")
    closer = view(page)
    page.click("[data-axis=right]")
    later = view(page)
    page.click("[data-axis=all]")
    everything = view(page)
    page.click("[data-axis=story]")
    assert len({first, closer, later, everything}) == 4
    assert "2014" in everything or "2013" in everything
    assert view(page) == first


def test_a_click_on_the_overview_moves_the_axis_there(open_page):
    page = open_page(HTML)
    box = page.locator("#overview").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.09, box["y"] + box["height"] / 2)
    assert "2014" in view(page)


def test_wheel_zooms_and_dragging_moves_the_axis(open_page):
    page = open_page(HTML)
    first = view(page)
    box = page.locator("#axis").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8)
    page.mouse.wheel(0, -300)
    closer = view(page)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 - 200, box["y"] + 8, steps=4)
    page.mouse.up()
    assert len({first, closer, view(page)}) == 3


def test_the_wheel_scrolls_the_page_where_the_axis_cannot_zoom_further(open_page):
    page = open_page(HTML, height=600)
    page.click("[data-axis=all]")
    view(page)
    box = page.locator("#axis").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 8)
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(400)
    assert page.evaluate("window.scrollY") > 0


def test_resting_on_a_mark_shows_its_sentence_and_outlet(open_page):
    page = open_page(HTML)
    mark(page, "Xi Jinping visits Russia").locator(".shape").hover()
    tip = page.locator("#tip")
    assert "arrived in Moscow on Monday for a three-day state visit" in tip.inner_text()
    assert "Northern Wire" in tip.inner_text()
    assert "4 sources" in tip.inner_text()
    page.mouse.move(2, 2)
    tip.wait_for(state="hidden")


def test_opening_from_the_axis_clears_filters_that_hide_nothing_else(open_page):
    page = open_page(HTML)
    page.fill("input[name=search]", "telephone")
    mark(page, "Xi Jinping calls Volodymyr Zelenskyy").locator(".shape").click()
    assert headlines(page) == ["Xi Jinping calls Volodymyr Zelenskyy"]


def test_everything_can_be_done_by_keyboard(open_page):
    page = open_page(HTML)
    page.focus("#axis")
    first = view(page)
    for key, back in (("+", "-"), ("ArrowRight", "ArrowLeft")):
        page.keyboard.press(key)
        moved = view(page)
        assert moved != first
        page.keyboard.press(back)
        assert view(page) != moved
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    assert page.locator("#announcer").text_content() == "2014: Russia annexes Crimea"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    opened = page.locator("details[open]")
    assert opened.count() == 1
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 0


def later_and_longer() -> list[Event]:
    """The spring of the story, and before it a war that lasts into it and many days of years ago."""
    quotes = (Quote("The Ledger", "The war went on.", "war"),)
    war = Event("war", "attack", "A long war", "2021-02-01/2023-03-18", quotes, precision="days", basis="explicit")
    old = [Event(f"old{n}", "attack", f"Battle {n}", f"2015-05-0{n}", quotes, basis="explicit") for n in range(1, 6)]
    return [*(event for event in STORY if event.when.startswith("2023")), war, *old]


@pytest.mark.parametrize(("key", "told"), [("ArrowDown", "February 2023: China"), ("ArrowUp", "26 April 2023: Xi")])
def test_the_first_step_by_keyboard_is_to_what_begins_in_view(open_page, key, told):
    page = open_page(render(timeline_of(later_and_longer()), "html"))
    first = view(page)
    page.focus("#axis")
    page.keyboard.press(key)
    assert (page.locator("#announcer").text_content() or "").startswith(told)
    assert view(page) == first


def test_the_tip_of_a_step_by_keyboard_goes_with_the_focus_and_with_scrolling(open_page):
    page = open_page(HTML)
    tip = page.locator("#tip")
    for leave in (lambda: page.keyboard.press("Tab"), lambda: page.evaluate("window.scrollBy(0, 120)")):
        page.focus("#axis")
        page.keyboard.press("ArrowDown")
        tip.wait_for(state="visible")
        leave()
        tip.wait_for(state="hidden")


def test_two_fingers_zoom_on_a_phone(open_page):
    page = open_page(HTML, width=390, height=844, has_touch=True)
    first = view(page)
    page.evaluate(
        """() => {
            const axis = document.getElementById('axis'), box = axis.getBoundingClientRect();
            const send = (type, id, x) => (type === 'pointerdown' ? axis : window).dispatchEvent(
                new PointerEvent(type, { pointerId: id, clientX: box.left + x, clientY: box.top + 20, bubbles: true, pointerType: 'touch' }));
            send('pointerdown', 1, 150); send('pointerdown', 2, 200);
            for (const step of [20, 40, 60]) { send('pointermove', 1, 150 - step); send('pointermove', 2, 200 + step); }
            send('pointerup', 1, 90); send('pointerup', 2, 260);
        }"""
    )
    assert view(page) != first


def test_on_a_busy_day_every_event_has_a_mark_and_the_important_ones_a_name(open_page):
    page = open_page(render(timeline_of(crowded(), limit=MAX_ENTRIES), "html"))
    names = " ".join(page.locator("#axis .name").all_text_contents())
    assert "Xi Jinping visits Russia" in names
    assert page.locator("#axis .mark.small").count() >= 20
    page.locator("#axis .mark.small").first.click(force=True)
    assert page.locator("details.evidence[open]").count() == 1


def test_a_headline_stands_whole_on_the_axis_where_there_is_room(open_page):
    long = "Court of Justice hears what two neighbours say about their border in the sea"
    page = open_page(render(timeline_of([replace(STORY[2], title=long)]), "html"))
    assert page.locator("#axis .name").all_text_contents() == [long]
